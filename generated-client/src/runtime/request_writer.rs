//! How an operation writes its request.

use super::{
    About, Body, Error, ListStyle,
    api::Alternatives,
    base_url::BaseUrl,
    encode::{self, DataWriter},
    form,
    form_writer::Form,
    headers::Headers,
    options::{self, Options},
    path::{self, PathValues},
    written::Written,
};
use http::{HeaderValue, Uri, header::COOKIE};
use serde::Serialize;
use std::fmt::{self, Display, Write as _};

/// Takes the parts of a request in any order, each under the name the service knows it by.
///
/// Names and values are data, whatever they hold: they are encoded where they have to be. An
/// optional value that is `None` writes nothing. Nothing fails here; what went wrong first is told
/// when the call is sent.
pub struct RequestWriter {
    about: About,
    options: Option<Box<Options>>,
    path: PathValues,
    query: String,
    headers: Headers,
    cookies: String,
    body: Body,
    pub(super) form: Option<Box<Form>>,
    streams_reply: bool,
    takes: Option<Alternatives>,
    error: Option<Error>,
}

impl RequestWriter {
    pub(super) fn new(about: About, options: Option<Box<Options>>) -> Self {
        Self {
            about,
            options,
            path: PathValues::default(),
            query: String::new(),
            headers: Headers::default(),
            cookies: String::new(),
            body: Body::default(),
            form: None,
            streams_reply: false,
            takes: crate::API.credentials.first().copied().flatten(),
            error: None,
        }
    }

    /// A value for the `{name}` in the path of [`About`]. An empty one is an error, since it would name another
    /// resource.
    pub fn path<T: Display + ?Sized>(&mut self, name: &'static str, value: &T) {
        let is_empty = self
            .path
            .push(name, |into| write!(DataWriter(into), "{value}"));
        self.refuse_empty(name, is_empty);
    }

    /// Several values for `{name}` in the path.
    pub fn path_list<T: Display>(&mut self, name: &'static str, values: &[T], style: ListStyle) {
        let is_empty = self
            .path
            .push(name, |into| into.write_str(&style.join_encoded(values)));
        self.refuse_empty(name, is_empty);
    }

    fn refuse_empty(&mut self, name: &str, is_empty: bool) {
        if is_empty {
            self.remember(Error::request(format!("the path value `{name}` is empty")));
        }
    }

    /// A value of the query.
    pub fn query<T: Display>(&mut self, name: &str, value: Option<T>) {
        if let Some(value) = value
            && !self.is_replaced(|options| options.replaces_query(name))
        {
            let query = self.begin_query(name);
            // A `String` takes everything.
            let _ = write!(DataWriter(query), "{value}");
        }
    }

    /// Several values of the query; none writes nothing.
    pub fn query_list<T: Display>(&mut self, name: &str, values: &[T], style: ListStyle) {
        if style == ListStyle::Multi {
            for value in values {
                self.query(name, Some(value));
            }
        } else if !values.is_empty() && !self.is_replaced(|options| options.replaces_query(name)) {
            let joined = style.join_encoded(values);
            self.begin_query(name).push_str(&joined);
        }
    }

    fn begin_query(&mut self, name: &str) -> &mut String {
        if self.query.is_empty() {
            // Most queries are no longer, and so are allocated once.
            self.query.reserve(128);
        } else {
            self.query.push('&');
        }
        encode::data(name, &mut self.query);
        self.query.push('=');
        &mut self.query
    }

    /// A header.
    pub fn header<T: Display>(&mut self, name: &str, value: Option<T>) {
        if let Some(value) = value
            && !self.is_replaced(|options| options.replaces_header(name))
        {
            match options::header(name, &value.to_string()) {
                Ok((name, value)) => self.headers.insert(name, value),
                Err(error) => self.remember(Error::request(error)),
            }
        }
    }

    /// Several values of one header; none writes nothing.
    pub fn header_list<T: Display>(&mut self, name: &str, values: &[T], style: ListStyle) {
        self.header(name, (!values.is_empty()).then(|| style.join_plain(values)));
    }

    /// The media types the operation answers with, where they are not only `application/json`.
    pub fn accept(&mut self, types: &'static str) {
        self.header("accept", Some(types));
    }

    /// Leaves out the client's credentials, for an operation that needs none.
    pub fn without_credentials(&mut self) {
        self.takes = Some(&[]);
    }

    /// Which credentials of the client go with it, where the operation takes others than most:
    /// one of these, or all where that is not known.
    #[allow(dead_code, reason = "most documents have one scheme")]
    pub(crate) fn credentials(&mut self, takes: Option<Alternatives>) {
        self.takes = takes;
    }

    /// Lets the reply be read while it comes, as a [`Download`](super::Download), uncompressed.
    pub fn stream_reply(&mut self) {
        self.streams_reply = true;
        #[cfg(feature = "gzip")]
        self.header("accept-encoding", Some("identity"));
    }

    /// Wants the whole reply after all.
    pub(super) fn keep_reply(&mut self) {
        self.streams_reply = false;
    }

    /// A cookie.
    pub fn cookie<T: Display>(&mut self, name: &str, value: Option<T>) {
        if let Some(value) = value {
            if !self.cookies.is_empty() {
                self.cookies.push_str("; ");
            }
            encode::data(name, &mut self.cookies);
            self.cookies.push('=');
            let _ = write!(DataWriter(&mut self.cookies), "{value}");
        }
    }

    /// A body that is JSON.
    pub fn json<T: Serialize + ?Sized>(&mut self, value: Option<&T>) {
        self.body_from(value, |value| Body::from_json(value));
    }

    /// A body that is JSON of a kind of its own, such as `application/merge-patch+json`.
    pub fn json_as<T: Serialize + ?Sized>(&mut self, content_type: &str, value: Option<&T>) {
        self.body_from(value, |value| {
            Ok(Body::new(content_type, Body::from_json(value)?))
        });
    }

    /// A body that is a form (`application/x-www-form-urlencoded`): the fields of a struct or the
    /// entries of a map. A list writes its field once for each value.
    pub fn form<T: Serialize + ?Sized>(&mut self, value: Option<&T>) {
        self.body_from(value, |value| form::urlencoded(value));
    }

    /// A form whose nested values are written by their way: `a[b]=1&c[0]=2`.
    pub fn deep_form<T: Serialize + ?Sized>(&mut self, value: Option<&T>) {
        self.body_from(value, |value| form::deep(value));
    }

    /// A body that is given as it is sent: of that type, unless it says its own.
    pub fn body(&mut self, content_type: &str, value: Option<&Body>) {
        self.body_from(value, |body| {
            Ok(match body.content_type() {
                Some(_) => body.clone(),
                None => Body::new(content_type, body.clone()),
            })
        });
    }

    fn body_from<T: ?Sized>(
        &mut self,
        value: Option<&T>,
        body: impl FnOnce(&T) -> Result<Body, Error>,
    ) {
        if let Some(value) = value
            && !self.is_replaced(|options| options.body.is_some())
        {
            match body(value) {
                Ok(body) => self.body = body,
                Err(error) => self.remember(error),
            }
        }
    }

    /// Whether the call itself gives what the operation would write.
    pub(super) fn is_replaced(&self, by: impl FnOnce(&Options) -> bool) -> bool {
        self.options.as_deref().is_some_and(by)
    }

    /// The first error is the one that is told: others may follow from it.
    pub(super) fn remember(&mut self, error: Error) {
        self.error.get_or_insert(error);
    }

    /// What was written, to be sent below a base URL. What the call itself gives goes before what
    /// the operation writes.
    ///
    /// # Errors
    ///
    /// The first thing that went wrong.
    pub(super) fn finish(self, base_url: &BaseUrl) -> Result<Box<Written>, Error> {
        let operation = self.about.name;
        self.written(base_url)
            .map_err(|error| error.in_operation(operation))
    }

    fn written(mut self, base_url: &BaseUrl) -> Result<Box<Written>, Error> {
        let mut options = self.options.take();
        if let Some(options) = &mut options {
            self.write_raw(options)?;
        }
        if let Some(error) = self.error {
            return Err(error);
        }
        if let Some(body) = self.form.take().and_then(|form| form.into_body()) {
            self.body = body;
        }
        if let Some(body) = options.as_mut().and_then(|options| options.body.take()) {
            self.body = body;
        }
        let mut written = Box::new(Written {
            operation: self.about.name,
            path_template: self.about.path,
            uri: self.uri(base_url)?,
            headers: self.headers()?,
            body: self.body,
            method: self.about.method,
            timeout: None,
            streams_reply: self.streams_reply,
            takes: self.takes,
            idempotent: None,
            is_elsewhere: false,
        });
        if let Some(options) = options {
            written.headers.extend(options.headers);
            written.timeout = options.timeout;
            written.idempotent = options.idempotent;
        }
        Ok(written)
    }

    /// Query and form of the call itself. Most calls have neither, and get by without this code.
    #[inline(never)]
    fn write_raw(&mut self, options: &mut Options) -> Result<(), Error> {
        if let Some(error) = options.error.take() {
            return Err(Error::request(error));
        }
        for (name, value) in &options.query {
            encode::data(value, self.begin_query(name));
        }
        for (name, value) in &options.form {
            self.form.get_or_insert_default().value(name, value);
        }
        Ok(())
    }

    fn uri(&self, base_url: &BaseUrl) -> Result<Uri, Error> {
        // Mostly exact, so that neither the text grows nor what is made of it is copied.
        let question_mark = usize::from(!self.query.is_empty());
        let path = self.path.length_in(self.about.path);
        let length = base_url.path().len() + path + question_mark + self.query.len();
        let mut url = String::with_capacity(length);
        url.push_str(base_url.path());
        path::fill(self.about.path, &self.path, &mut url).map_err(Error::request)?;
        if !self.query.is_empty() {
            url.push(if url.contains('?') { '&' } else { '?' });
            url.push_str(&self.query);
        }
        base_url.at(url)
    }

    fn headers(&mut self) -> Result<Headers, Error> {
        let mut headers = std::mem::take(&mut self.headers);
        if !self.cookies.is_empty() && !headers.contains(&COOKIE) {
            let cookies = HeaderValue::try_from(std::mem::take(&mut self.cookies));
            let mut cookies =
                cookies.map_err(|error| Error::request("the cookies").with_source(error))?;
            cookies.set_sensitive(true);
            headers.insert(COOKIE, cookies);
        }
        Ok(headers)
    }
}

/// Shows no values: any of them may be a secret.
impl fmt::Debug for RequestWriter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("RequestWriter")
            .field("about", &self.about)
            .finish_non_exhaustive()
    }
}
