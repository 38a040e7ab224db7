//! What failures are told apart by.

use super::{Error, Kind};
use http::StatusCode;

impl Error {
    /// Whether the service answered with a status that is no success.
    #[must_use]
    pub fn is_status(&self) -> bool {
        self.0.kind == Kind::Status
    }

    /// Whether the service answered 401: it does not know who calls.
    ///
    /// Some services answer 403 instead ([`is_forbidden`](Self::is_forbidden)), and say in the body
    /// that the token is not, or no longer, valid. A source of tokens is asked for another one in both
    /// cases, once, before the call fails.
    #[must_use]
    pub fn is_unauthorized(&self) -> bool {
        self.answered(StatusCode::UNAUTHORIZED)
    }

    /// Whether the service answered 403: whoever calls may not do this, or, with some services, the
    /// token is not valid.
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
    ///
    /// [`source`](std::error::Error::source) says why: with OAuth 2.0 it is an [`Error`] again, that
    /// of the request for tokens. [`is_login_required`](Self::is_login_required) and
    /// [`is_retryable`](Self::is_retryable) tell what to do.
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

    /// Whether the client could not be built, or the mock in place of the service has no answer.
    #[must_use]
    pub fn is_config(&self) -> bool {
        self.0.kind == Kind::Config
    }

    /// Whether the same call may succeed later: the service was not reached, was too slow, asked
    /// for patience (429), or was out of order (502, 503, 504); or the token endpoint was.
    ///
    /// It does not tell whether sending the call again is safe. The client has tried again already
    /// where it was.
    #[must_use]
    pub fn is_retryable(&self) -> bool {
        match self.0.kind {
            Kind::Connect | Kind::Timeout | Kind::Transport => true,
            Kind::Status => self
                .status()
                .is_some_and(|status| matches!(status.as_u16(), 429 | 502..=504)),
            Kind::Auth => self
                .token_error()
                .is_some_and(|error| error.is_retryable() || error.is_server_error()),
            _ => false,
        }
    }

    /// A word for what went wrong, the same for all failures of a kind.
    #[cfg(feature = "tracing")]
    pub(in crate::runtime) fn kind_name(&self) -> &'static str {
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
}
