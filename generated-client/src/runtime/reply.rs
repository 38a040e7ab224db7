//! What came back, and how it is read.

use super::{Body, Download, Error, Lenient, Secret, api::Alternatives, lenient::Present};
use bytes::Bytes;
use http::{
    HeaderMap, StatusCode, Uri,
    header::{CONTENT_ENCODING, CONTENT_LENGTH, CONTENT_TYPE},
};
use serde::{
    Deserialize,
    de::{self, DeserializeOwned},
};
use std::fmt;

/// A whole reply: status, headers and body.
///
/// [`Operation::read`](super::Operation::read) turns it into the operation's value.
#[derive(Clone)]
pub struct Reply {
    status: StatusCode,
    headers: HeaderMap,
    body: Body,
    attempts: u32,
    url: Option<Uri>,
    limit: usize,
    /// What the call takes of callers, where the client has none of it whole.
    lacking: Option<Alternatives>,
}

impl Reply {
    /// Its `limit` is that of a body that is read later.
    pub(super) fn new(response: http::Response<Body>, attempts: u32, limit: usize) -> Self {
        let (parts, body) = response.into_parts();
        let content_type = parts.headers.get(CONTENT_TYPE).cloned();
        Self {
            status: parts.status,
            headers: parts.headers,
            body: body.retyped(content_type),
            attempts,
            url: None,
            limit,
            lacking: None,
        }
    }

    /// The status.
    #[must_use]
    pub fn status(&self) -> StatusCode {
        self.status
    }

    /// The headers.
    #[must_use]
    pub fn headers(&self) -> &HeaderMap {
        &self.headers
    }

    /// The body.
    #[must_use]
    pub fn body(&self) -> &Body {
        &self.body
    }

    /// How many times the request was sent to get this reply.
    #[must_use]
    pub fn attempts(&self) -> u32 {
        self.attempts
    }

    /// The body, for an operation whose reply is not described.
    #[must_use]
    pub fn into_body(self) -> Body {
        self.body
    }

    /// The body, to be read while it comes, for an operation that answers with bytes.
    ///
    /// # Errors
    ///
    /// When somebody read it already.
    pub fn into_download(self) -> Result<Download, Error> {
        let length = if self.body.is_stream() {
            let length = self.headers.get(CONTENT_LENGTH);
            length.and_then(|length| length.to_str().ok()?.parse().ok())
        } else {
            u64::try_from(self.body.len()).ok()
        };
        Download::new(&self.body, length, self.limit)
    }

    /// Nothing, for an operation that promises nothing. What came all the same is not an error.
    ///
    /// # Errors
    ///
    /// None; the type is that of its siblings.
    pub fn empty(self) -> Result<(), Error> {
        Ok(())
    }

    /// The body as text.
    ///
    /// # Errors
    ///
    /// None; the type is that of its siblings.
    pub fn text(self) -> Result<String, Error> {
        Ok(self.body.text().into_owned())
    }

    /// The body as JSON, exactly as `T` reads it: see [`Body::json`].
    ///
    /// # Errors
    ///
    /// When the body is not JSON, or not that of a `T`.
    pub fn json<T: DeserializeOwned>(self) -> Result<T, Error> {
        self.body.json().map_err(|error| self.malformed(error))
    }

    /// The body as JSON, read the way sloppy services need: see [`lenient`](super::lenient).
    ///
    /// It is for the types of this crate and those that implement [`Lenient`]; [`json`](Self::json)
    /// is for all others.
    ///
    /// # Errors
    ///
    /// When the body is not JSON, not that of a `T`, or says nothing where a `T` must be.
    pub fn lenient<T: Lenient>(self) -> Result<T, Error> {
        match present(self.body.as_bytes()) {
            Ok(value) => Ok(value),
            Err(error) => Err(self.malformed(error)),
        }
    }

    /// Text that was promised as JSON: what a JSON string says, and anything else as it came, since
    /// many services promise the one and send the other.
    ///
    /// # Errors
    ///
    /// When the body is in an encoding that is not known.
    pub fn lenient_text(self) -> Result<String, Error> {
        // What says nothing is no text.
        if matches!(self.body.as_bytes().trim_ascii(), b"" | b"null") {
            return Ok(String::new());
        }
        match present(self.body.as_bytes()) {
            Ok(text) => Ok(text),
            Err(error) if self.headers.contains_key(CONTENT_ENCODING) => Err(self.malformed(error)),
            Err(_) => self.text(),
        }
    }

    /// The one value of a JSON array that holds exactly one by contract. A value without brackets
    /// counts as one.
    ///
    /// # Errors
    ///
    /// When the body is not JSON, or holds none or several, or not that of a `T`.
    pub fn single<T: Lenient>(self) -> Result<T, Error> {
        // Whatever fields it has: no list is missing that it could stand in place of.
        if said(self.body.as_bytes())
            .trim_ascii_start()
            .starts_with(b"{")
        {
            return self.lenient();
        }
        let error = match present::<Vec<T>>(self.body.as_bytes()) {
            Ok(mut values) => match (values.pop(), values.len()) {
                (Some(value), 0) => return Ok(value),
                (None, _) => {
                    Error::decode("it holds nothing, where exactly one value was promised")
                }
                (Some(_), more) => Error::decode(format!(
                    "it holds {} values, where exactly one was promised",
                    more + 1
                )),
            },
            Err(error) => error,
        };
        Err(self.malformed(error))
    }

    fn malformed(self, error: Error) -> Error {
        let encoding = self
            .headers
            .get(CONTENT_ENCODING)
            .and_then(|value| value.to_str().ok());
        let error = match encoding {
            Some(encoding) => Error::decode(format!("it is encoded as `{encoding}`")),
            None => error,
        };
        error.with_reply(self)
    }

    pub(super) fn set_url(&mut self, url: Uri) {
        self.url = Some(url);
    }

    pub(super) fn set_lacking(&mut self, lacking: Option<Alternatives>) {
        self.lacking = lacking;
    }

    pub(super) fn lacking(&self) -> Option<Alternatives> {
        self.lacking
    }

    pub(super) fn url(&self) -> Option<&Uri> {
        self.url.as_ref()
    }

    /// Replaces every secret in the body; but for those so short that they may be part of a word.
    pub(super) fn redact<'a>(&mut self, secrets: impl Iterator<Item = &'a Secret>) {
        for secret in secrets
            .map(Secret::expose)
            .filter(|secret| secret.len() >= 8)
        {
            if self.body.text().contains(secret) {
                let text = self.body.text().replace(secret, "[redacted]");
                let content_type = self.body.content_type_header().cloned();
                self.body = Body::with_content_type(text.into(), content_type);
            }
        }
    }

    /// The reply without its body.
    #[cfg(feature = "oauth2")]
    pub(super) fn without_body(self) -> Self {
        Self {
            body: Body::default(),
            ..self
        }
    }

    /// The reply with no more of its body than an error should hold on to.
    pub(super) fn bounded(mut self) -> Self {
        const LIMIT: usize = 64 * 1024;
        if let Some(start) = self.body.as_bytes().get(..LIMIT) {
            // Copied, since a slice would keep the whole body in memory.
            let content_type = self.body.content_type_header().cloned();
            self.body = Body::with_content_type(Bytes::copy_from_slice(start), content_type);
        }
        self
    }

    pub(super) fn into_parts(self) -> (StatusCode, HeaderMap, Body, u32) {
        (self.status, self.headers, self.body, self.attempts)
    }
}

/// Leaves out the URL, whose query may hold what should not be in a log, and the values of headers.
impl fmt::Debug for Reply {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Reply")
            .field("status", &self.status)
            .field("headers", &self.headers.keys().collect::<Vec<_>>())
            .field("body", &self.body)
            .field("attempts", &self.attempts)
            .finish_non_exhaustive()
    }
}

/// Reads JSON into any type. What says nothing, an empty text or `null`, stands for the first of
/// `null`, `[]` and `{}` that it can be read from.
pub(super) fn json<'de, T: Deserialize<'de>>(bytes: &'de [u8]) -> Result<T, Error> {
    let bytes = said(bytes);
    read(bytes).map_err(|error| explained::<T>(error, bytes))
}

/// Reads JSON into a type that tells by itself where in it a fault is.
fn present<T: Lenient>(bytes: &[u8]) -> Result<T, Error> {
    let bytes = said(bytes);
    match read(bytes) {
        Ok(Present(value)) => Ok(value),
        Err(error) => Err(malformed("", error, bytes)),
    }
}

/// What a body says, which is nothing where it is blank or `null`.
fn said(bytes: &[u8]) -> &[u8] {
    // Some services begin with a byte order mark, which JSON does not allow.
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    match bytes.trim_ascii() {
        b"null" | b"" => &[],
        _ => bytes,
    }
}

fn read<'de, T: Deserialize<'de>>(bytes: &'de [u8]) -> Result<T, serde_json::Error> {
    if !bytes.is_empty() {
        return serde_json::from_slice(bytes);
    }
    let nothing: [&[u8]; 3] = [b"null", b"[]", b"{}"];
    nothing
        .into_iter()
        .find_map(|nothing| serde_json::from_slice(nothing).ok())
        .ok_or_else(|| de::Error::custom("it says nothing"))
}

/// Reads JSON that can't be read again, to tell where in it the fault is. Following the way there
/// costs an allocation a value, which only a failure is worth.
fn explained<'de, T: Deserialize<'de>>(error: serde_json::Error, bytes: &'de [u8]) -> Error {
    let mut json = serde_json::Deserializer::from_slice(bytes);
    match serde_path_to_error::deserialize::<_, T>(&mut json) {
        // The value is right, and what stands behind it is not.
        Ok(_) => malformed("", error, bytes),
        Err(error) => malformed(&error.path().to_string(), error.into_inner(), bytes),
    }
}

/// An error at a path; a type of this crate has told the end of it, or all, by itself.
fn malformed(path: &str, error: serde_json::Error, bytes: &[u8]) -> Error {
    if bytes.is_empty() {
        return Error::decode("it says nothing");
    }
    let text = error.to_string();
    let told = text
        .strip_prefix("at ")
        .and_then(|text| text.split_once(": "));
    let place = match told {
        Some((told, text)) if path.ends_with(told) => format!("at {path}: {text}"),
        None if !matches!(path, "" | ".") => format!("at {path}: {text}"),
        _ => text,
    };
    let near = excerpt(bytes, error.line(), error.column());
    Error::decode(format!("{place}, near `{near}`")).with_source(error)
}

/// What stands around a place in a text, short enough for one line of a message.
fn excerpt(bytes: &[u8], line: usize, column: usize) -> String {
    const AROUND: usize = 32;
    let before: usize = bytes
        .split(|&byte| byte == b'\n')
        .take(line.saturating_sub(1))
        .map(|line| line.len() + 1)
        .sum();
    let at = (before + column).min(bytes.len());
    let around = &bytes[at.saturating_sub(AROUND)..bytes.len().min(at + AROUND)];
    String::from_utf8_lossy(around).into_owned()
}
