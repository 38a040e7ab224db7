//! A call: an operation, what will carry it, and what it asks for beyond the operation.

use super::{
    Body, Error, Operation, Raw, Reply, RequestWriter, Whole,
    base_url::BaseUrl,
    encoding,
    options::{MAX_REPLY, Options},
    written::Written,
};
use http::{
    HeaderMap, HeaderValue, Request, Response,
    header::{ACCEPT, USER_AGENT},
};
use serde::Serialize;
use std::{fmt::Display, time::Duration};

/// An operation on its way: set its options, then send it.
///
/// - With an async client it is awaited: `client.groups().list().await?`.
/// - With a blocking client it is sent: `client.groups().list().send()?`.
/// - With neither it is an HTTP request to send by other means, and reads the response:
///   [`http_request`](Self::http_request) and [`read`](Self::read).
///
/// Every call can send and read what this crate has no types for: [`query_value`](Self::query_value),
/// [`form_value`](Self::form_value), [`header`](Self::header), [`raw_body`](Self::raw_body),
/// [`json_body`](Self::json_body) and, for the reply, [`raw`](Self::raw).
#[derive(Clone, Debug)]
#[must_use = "a call does nothing until it is awaited or sent"]
pub struct Call<Op, Via> {
    operation: Op,
    via: Via,
    /// Boxed, since most calls have none, and every setter moves the call.
    options: Option<Box<Options>>,
}

/// In place of a client: the call can be written and read, but not sent.
#[derive(Clone, Copy, Debug, Default)]
pub struct Detached;

impl<Op, Via> Call<Op, Via> {
    /// A call of `operation` by way of `via`.
    pub fn new(operation: Op, via: Via) -> Self {
        Self {
            operation,
            via,
            options: None,
        }
    }

    /// The operation with its values.
    pub fn operation(&self) -> &Op {
        &self.operation
    }

    /// The operation with its values, to change them.
    pub fn operation_mut(&mut self) -> &mut Op {
        &mut self.operation
    }

    /// Gives up after this time, whatever the client's own limits are: connecting, sending,
    /// waiting and reading all count.
    pub fn timeout(mut self, timeout: Duration) -> Self {
        self.options().timeout = Some(timeout);
        self
    }

    /// Says whether sending this call twice does the same as sending it once, where the method does
    /// not: such a call is tried again after a timeout or a broken connection.
    pub fn idempotent(mut self, yes: bool) -> Self {
        self.options().idempotent = Some(yes);
        self
    }

    /// Sends this value in the query, in place of what the operation writes under the name. Given
    /// more than once, all are sent.
    pub fn query_value(mut self, name: impl Into<String>, value: impl Display) -> Self {
        self.options().query.push((name.into(), value.to_string()));
        self
    }

    /// Sends this value in the form that is the body, in place of what the operation writes under the
    /// name. Given more than once, all are sent.
    pub fn form_value(mut self, name: impl Into<String>, value: impl Display) -> Self {
        self.options().form.push((name.into(), value.to_string()));
        self
    }

    /// Sends this header, in place of what the client or the operation writes under the name.
    pub fn header(mut self, name: &str, value: impl Display) -> Self {
        self.options().set_header(name, &value.to_string());
        self
    }

    /// Sends this body, in place of what the operation writes.
    pub fn raw_body(mut self, content_type: &str, body: impl Into<Body>) -> Self {
        self.options().set_body(Ok(Body::new(content_type, body)));
        self
    }

    /// Sends this value as JSON, in place of the body that the operation writes.
    pub fn json_body(mut self, value: &(impl Serialize + ?Sized)) -> Self {
        self.options().set_body(Body::from_json(value));
        self
    }

    /// Gives status, headers and raw body next to the value.
    ///
    /// The setters of the operation come before this.
    pub fn outcome(self) -> Call<Whole<Op>, Via> {
        self.map(Whole)
    }

    /// Gives the body as it came in place of the value, for a reply that is not what the API's
    /// document says.
    ///
    /// The setters of the operation come before this.
    pub fn raw(self) -> Call<Raw<Op>, Via> {
        self.map(Raw)
    }

    fn options(&mut self) -> &mut Options {
        self.options.get_or_insert_default()
    }

    fn map<Other>(self, change: fn(Op) -> Other) -> Call<Other, Via> {
        Call {
            operation: change(self.operation),
            via: self.via,
            options: self.options,
        }
    }
}

impl<Op: Operation, Via> Call<Op, Via> {
    /// What carries the call, and the request below its base URL.
    pub(super) fn into_request(
        self,
        base_url: impl FnOnce(&Via) -> &BaseUrl,
    ) -> (Via, Result<Box<Written>, Error>) {
        let request = write(&self.operation, self.options, base_url(&self.via));
        (self.via, request)
    }

    /// The request, for any HTTP stack to send. Credentials are not in it. A body that is a stream
    /// stays one: [`Body::into_reader`] reads it.
    ///
    /// # Errors
    ///
    /// When the base URL is not a URL, or the request cannot be written: a path value is empty, a
    /// header is not one, a body does not serialize.
    pub fn http_request(&self, base_url: &str) -> Result<Request<Body>, Error> {
        let written = write(
            &self.operation,
            self.options.clone(),
            &BaseUrl::parse(base_url)?,
        )?;
        Ok(written.to_http(&default_headers()))
    }

    /// Reads the response to [`http_request`](Self::http_request).
    ///
    /// # Errors
    ///
    /// When the status is no success, or the body is not what the API promised.
    pub fn read(&self, response: Response<impl Into<Body>>) -> Result<Op::Output, Error> {
        let mut response = response.map(Into::into);
        encoding::decode(&mut response, MAX_REPLY)
            .map_err(|error| error.in_operation(Op::ABOUT.name))?;
        read::<Op>(Reply::new(response, 1, MAX_REPLY))
    }
}

/// The headers of every request, unless a builder, an operation or a call says otherwise.
pub(super) fn default_headers() -> HeaderMap {
    let mut headers = HeaderMap::new();
    headers.insert(ACCEPT, HeaderValue::from_static("application/json"));
    #[cfg(feature = "gzip")]
    headers.insert(
        http::header::ACCEPT_ENCODING,
        HeaderValue::from_static("gzip"),
    );
    if let Ok(user_agent) = HeaderValue::try_from(crate::API.user_agent) {
        headers.insert(USER_AGENT, user_agent);
    }
    headers
}

pub(super) fn write<Op: Operation>(
    operation: &Op,
    options: Option<Box<Options>>,
    base_url: &BaseUrl,
) -> Result<Box<Written>, Error> {
    let mut writer = RequestWriter::new(Op::ABOUT, options);
    operation.write(&mut writer);
    writer.finish(base_url)
}

/// Any 2xx is a success, whichever of them the API's document names.
pub(super) fn read<Op: Operation>(reply: Reply) -> Result<Op::Output, Error> {
    let value = if reply.status().is_success() {
        Op::read(reply)
    } else {
        Err(Error::status_of(reply))
    };
    value.map_err(|error| error.in_operation(Op::ABOUT.name))
}
