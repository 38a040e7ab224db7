//! The error of every call.

mod predicates;
mod text;
mod token;

use super::{Reply, headers};
use http::{HeaderMap, StatusCode, Uri};
use serde::de::DeserializeOwned;
use std::{borrow::Cow, error::Error as StdError, fmt, str::FromStr};

/// Why a call failed.
///
/// `Display` is one line that says what happened to which operation. The predicates (`is_…`) tell
/// failures apart, [`status`](Self::status), [`headers`](Self::headers) and [`body`](Self::body)
/// show what the service answered, and [`source`](StdError::source) is the error of the library
/// underneath. No credentials are in any of it.
///
/// ```
/// # use client_runtime::Error;
/// fn name_or_none(result: Result<String, Error>) -> Result<Option<String>, Error> {
///     match result {
///         Ok(name) => Ok(Some(name)),
///         Err(error) if error.is_not_found() => Ok(None),
///         Err(error) => Err(error),
///     }
/// }
/// ```
pub struct Error(Box<Inner>);

/// Boxed, so that a `Result` is no larger than its value has to be.
struct Inner {
    kind: Kind,
    detail: Cow<'static, str>,
    operation: Option<&'static str>,
    url: Option<String>,
    reply: Option<Reply>,
    source: Option<Box<dyn StdError + Send + Sync>>,
    oauth_error: Option<Box<str>>,
    is_login_required: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    /// The client cannot be built as it was told.
    Config,
    /// The request cannot be written.
    Request,
    /// No connection to the service.
    Connect,
    /// It took too long.
    Timeout,
    /// There is no token.
    Auth,
    /// The exchange broke off.
    Transport,
    /// The service answered, but not with a success.
    Status,
    /// The reply is longer than is read.
    TooLarge,
    /// The reply is not what was promised.
    Decode,
}

impl Error {
    #[cold]
    fn new(kind: Kind, detail: impl Into<Cow<'static, str>>) -> Self {
        let detail = detail.into();
        Self(Box::new(Inner {
            kind,
            detail,
            operation: None,
            url: None,
            reply: None,
            source: None,
            oauth_error: None,
            is_login_required: false,
        }))
    }

    #[cold]
    pub(super) fn config(detail: impl Into<Cow<'static, str>>) -> Self {
        Self::new(Kind::Config, detail)
    }

    #[cold]
    pub(super) fn request(detail: impl Into<Cow<'static, str>>) -> Self {
        Self::new(Kind::Request, detail)
    }

    #[cold]
    pub(super) fn decode(detail: impl Into<Cow<'static, str>>) -> Self {
        Self::new(Kind::Decode, detail)
    }

    #[cold]
    pub(super) fn auth(detail: impl Into<Cow<'static, str>>) -> Self {
        Self::new(Kind::Auth, detail)
    }

    #[cold]
    pub(super) fn out_of_time() -> Self {
        Self::new(Kind::Timeout, "the time for the call is up")
    }

    #[cold]
    pub(super) fn status_of(reply: Reply) -> Self {
        Self::new(Kind::Status, "").with_reply(reply)
    }

    #[cold]
    pub(super) fn with_source(
        mut self,
        source: impl Into<Box<dyn StdError + Send + Sync>>,
    ) -> Self {
        self.0.source = Some(source.into());
        self
    }

    #[cold]
    pub(super) fn with_reply(mut self, reply: Reply) -> Self {
        self.0.url = reply.url().map(public);
        self.0.reply = Some(reply.bounded());
        self
    }

    #[cold]
    pub(super) fn in_operation(mut self, operation: &'static str) -> Self {
        self.0.operation.get_or_insert(operation);
        self
    }

    #[cold]
    pub(super) fn at(mut self, url: &Uri) -> Self {
        self.0.url = Some(public(url));
        self
    }

    /// For a transport: there is no connection, and nothing was sent.
    #[must_use]
    pub fn connect(source: impl Into<Box<dyn StdError + Send + Sync>>) -> Self {
        Self::new(Kind::Connect, "").with_source(source)
    }

    /// For a transport: the time was up before the reply was complete.
    #[must_use]
    pub fn timeout(source: impl Into<Box<dyn StdError + Send + Sync>>) -> Self {
        Self::new(Kind::Timeout, "").with_source(source)
    }

    /// For a transport: it went wrong after the request may have been sent.
    #[must_use]
    pub fn transport(source: impl Into<Box<dyn StdError + Send + Sync>>) -> Self {
        Self::new(Kind::Transport, "").with_source(source)
    }

    /// For a transport: the reply is longer than the limit.
    #[must_use]
    pub fn too_large(limit: usize) -> Self {
        Self::new(Kind::TooLarge, format!("it is longer than {limit} bytes"))
    }

    /// The reply, where one came: that of the token endpoint where the call failed for want of a
    /// token.
    fn reply(&self) -> Option<&Reply> {
        let own = self.0.reply.as_ref();
        own.or_else(|| self.token_error()?.reply())
    }

    /// The status of the reply, where one came.
    ///
    /// Where there was no token ([`is_auth`](Self::is_auth)), the reply is that of the OAuth 2.0
    /// token endpoint, here and in [`headers`](Self::headers) and [`body`](Self::body).
    #[must_use]
    pub fn status(&self) -> Option<StatusCode> {
        self.reply().map(Reply::status)
    }

    /// The headers of the reply, where one came.
    #[must_use]
    pub fn headers(&self) -> Option<&HeaderMap> {
        self.reply().map(Reply::headers)
    }

    /// A header of the reply as a value; `None` where there is none, or it is not one of that type.
    #[must_use]
    pub fn header<T: FromStr>(&self, name: &str) -> Option<T> {
        headers::read(self.headers()?, name)
    }

    /// The body of the reply, where one came: at most its first 64 KiB.
    #[must_use]
    pub fn body(&self) -> Option<&super::Body> {
        self.reply().map(Reply::body)
    }

    /// The body of the reply as a value, where one came that can be read as one.
    ///
    /// ```
    /// # use client_runtime::Error;
    /// #[derive(serde::Deserialize)]
    /// struct Problem {
    ///     int_err_code: String,
    /// }
    ///
    /// fn is_gone(error: &Error) -> bool {
    ///     error.body_as::<Problem>().is_some_and(|problem| problem.int_err_code == "MeetingExpired")
    /// }
    /// ```
    #[must_use]
    pub fn body_as<T: DeserializeOwned>(&self) -> Option<T> {
        self.body()?.json().ok()
    }

    /// The name of the operation that failed, such as `organizers.get`.
    #[must_use]
    pub fn operation(&self) -> Option<&str> {
        self.0.operation
    }

    /// Where the request went: scheme, host and path. The query is left out, since it may hold
    /// what should not be in a log.
    #[must_use]
    pub fn url(&self) -> Option<&str> {
        self.0.url.as_deref()
    }

    /// What the service calls this request, in whichever of the usual headers it says so: the
    /// thing to quote to its support.
    #[must_use]
    pub fn request_id(&self) -> Option<&str> {
        const NAMES: [&str; 7] = [
            "x-request-id",
            "request-id",
            "x-amzn-requestid",
            "x-amz-request-id",
            "x-ms-request-id",
            "x-correlation-id",
            "x-trace-id",
        ];
        let headers = self.headers()?;
        NAMES
            .iter()
            .find_map(|name| headers.get(*name)?.to_str().ok())
    }
}

/// A URL without what may be secret in it.
fn public(url: &Uri) -> String {
    let scheme = url.scheme_str().unwrap_or_default();
    let host = url.authority().map_or("", |authority| authority.as_str());
    format!("{scheme}://{host}{}", url.path())
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        text::write(&self.0, f)
    }
}

impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Error")
            .field("kind", &self.0.kind)
            .field("message", &self.to_string())
            .field("url", &self.url())
            .field("request_id", &self.request_id())
            .finish_non_exhaustive()
    }
}

impl StdError for Error {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        if let Some(error) = self.token_error() {
            return Some(error);
        }
        self.0.source.as_deref().map(|source| source as _)
    }
}
