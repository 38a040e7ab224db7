//! The error of every call.

use super::{Reply, error_text};
use http::{HeaderMap, StatusCode, Uri};
use std::{borrow::Cow, error::Error as StdError, fmt};

/// Why a call failed.
///
/// `Display` is one line that says what happened to which operation. The predicates (`is_…`) tell
/// failures apart, [`status`](Self::status), [`headers`](Self::headers) and [`body`](Self::body)
/// show what the service answered, and [`source`](StdError::source) is the error of the library
/// underneath. No credentials are in any of it.
///
/// ```
/// # use client_runtime::runtime::{Error, Body};
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
pub(super) struct Inner {
    pub(super) kind: Kind,
    pub(super) detail: Cow<'static, str>,
    pub(super) operation: Option<&'static str>,
    pub(super) url: Option<String>,
    pub(super) reply: Option<Reply>,
    pub(super) source: Option<Box<dyn StdError + Send + Sync>>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
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
    fn new(kind: Kind, detail: impl Into<Cow<'static, str>>) -> Self {
        let detail = detail.into();
        Self(Box::new(Inner {
            kind,
            detail,
            operation: None,
            url: None,
            reply: None,
            source: None,
        }))
    }

    pub(super) fn config(detail: impl Into<Cow<'static, str>>) -> Self {
        Self::new(Kind::Config, detail)
    }

    pub(super) fn request(detail: impl Into<Cow<'static, str>>) -> Self {
        Self::new(Kind::Request, detail)
    }

    pub(super) fn decode(detail: impl Into<Cow<'static, str>>) -> Self {
        Self::new(Kind::Decode, detail)
    }

    pub(super) fn auth(detail: impl Into<Cow<'static, str>>) -> Self {
        Self::new(Kind::Auth, detail)
    }

    pub(super) fn out_of_time() -> Self {
        Self::new(Kind::Timeout, "the time for the call is up")
    }

    pub(super) fn status_of(reply: Reply) -> Self {
        Self::new(Kind::Status, "").with_reply(reply)
    }

    pub(super) fn with_source(
        mut self,
        source: impl Into<Box<dyn StdError + Send + Sync>>,
    ) -> Self {
        self.0.source = Some(source.into());
        self
    }

    pub(super) fn with_reply(mut self, reply: Reply) -> Self {
        self.0.url = reply.url().map(public);
        self.0.reply = Some(reply.bounded());
        self
    }

    pub(super) fn in_operation(mut self, operation: &'static str) -> Self {
        self.0.operation.get_or_insert(operation);
        self
    }

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

    /// Whether the service answered with a status that is no success.
    #[must_use]
    pub fn is_status(&self) -> bool {
        self.0.kind == Kind::Status
    }

    /// Whether the service answered 401: it does not know who calls.
    #[must_use]
    pub fn is_unauthorized(&self) -> bool {
        self.answered(StatusCode::UNAUTHORIZED)
    }

    /// Whether the service answered 403: whoever calls may not do this.
    #[must_use]
    pub fn is_forbidden(&self) -> bool {
        self.answered(StatusCode::FORBIDDEN)
    }

    /// Whether the service answered 404: there is no such thing.
    #[must_use]
    pub fn is_not_found(&self) -> bool {
        self.answered(StatusCode::NOT_FOUND)
    }

    /// Whether the service answered 409: the call does not fit the state of the thing.
    #[must_use]
    pub fn is_conflict(&self) -> bool {
        self.answered(StatusCode::CONFLICT)
    }

    /// Whether the service answered 429: too many calls.
    #[must_use]
    pub fn is_rate_limited(&self) -> bool {
        self.answered(StatusCode::TOO_MANY_REQUESTS)
    }

    /// Whether the service answered with a 5xx: the fault is on its side.
    #[must_use]
    pub fn is_server_error(&self) -> bool {
        self.is_status() && self.status().is_some_and(|status| status.is_server_error())
    }

    /// Whether the call took longer than it was given.
    #[must_use]
    pub fn is_timeout(&self) -> bool {
        self.0.kind == Kind::Timeout
    }

    /// Whether there was no connection to the service: nothing was sent.
    #[must_use]
    pub fn is_connect(&self) -> bool {
        self.0.kind == Kind::Connect
    }

    /// Whether the exchange broke off after it had begun.
    #[must_use]
    pub fn is_transport(&self) -> bool {
        self.0.kind == Kind::Transport
    }

    /// Whether the token source had no token.
    #[must_use]
    pub fn is_auth(&self) -> bool {
        self.0.kind == Kind::Auth
    }

    /// Whether a reply came that is longer than is read.
    #[must_use]
    pub fn is_too_large(&self) -> bool {
        self.0.kind == Kind::TooLarge
    }

    /// Whether a reply came that is not what was promised.
    #[must_use]
    pub fn is_decode(&self) -> bool {
        self.0.kind == Kind::Decode
    }

    /// Whether the request could not be written, so that nothing was sent.
    #[must_use]
    pub fn is_request(&self) -> bool {
        self.0.kind == Kind::Request
    }

    /// Whether the client could not be built.
    #[must_use]
    pub fn is_config(&self) -> bool {
        self.0.kind == Kind::Config
    }

    /// A word for what went wrong, the same for all failures of a kind.
    #[cfg(feature = "tracing")]
    pub(super) fn kind_name(&self) -> &'static str {
        match self.0.kind {
            Kind::Config => "config",
            Kind::Request => "request",
            Kind::Connect => "connect",
            Kind::Timeout => "timeout",
            Kind::Auth => "auth",
            Kind::Transport => "transport",
            Kind::Status => "status",
            Kind::TooLarge => "too_large",
            Kind::Decode => "decode",
        }
    }

    fn answered(&self, status: StatusCode) -> bool {
        self.is_status() && self.status() == Some(status)
    }

    /// The status of the reply, where one came.
    #[must_use]
    pub fn status(&self) -> Option<StatusCode> {
        self.0.reply.as_ref().map(Reply::status)
    }

    /// The headers of the reply, where one came.
    #[must_use]
    pub fn headers(&self) -> Option<&HeaderMap> {
        self.0.reply.as_ref().map(Reply::headers)
    }

    /// The body of the reply, where one came: at most its first 64 KiB.
    #[must_use]
    pub fn body(&self) -> Option<&super::Body> {
        self.0.reply.as_ref().map(Reply::body)
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
        error_text::write(&self.0, f)
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
        self.0.source.as_deref().map(|source| source as _)
    }
}
