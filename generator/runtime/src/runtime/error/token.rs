//! Why there was no token.

use super::Error;
use std::sync::Arc;

impl Error {
    /// The code of an OAuth 2.0 service that gave no token, such as `invalid_grant` (RFC 6749,
    /// section 5.2).
    ///
    /// ```
    /// # use client_runtime::Error;
    /// fn advice(error: &Error) -> &'static str {
    ///     match error.oauth_error() {
    ///         Some("invalid_client") => "check client id and secret",
    ///         _ if error.is_login_required() => "sign in again",
    ///         _ if error.is_retryable() => "try later",
    ///         _ => "report it",
    ///     }
    /// }
    /// ```
    #[must_use]
    pub fn oauth_error(&self) -> Option<&str> {
        let own = self.0.oauth_error.as_deref();
        own.or_else(|| self.token_error()?.oauth_error())
    }

    /// Whether only a new login helps: the code or the refresh token is not, or no longer, good, or
    /// there is none. Until then, every call fails like this one.
    ///
    /// Where there is no token for another reason ([`is_auth`](Self::is_auth)),
    /// [`is_retryable`](Self::is_retryable) tells whether it is worth trying later.
    #[must_use]
    pub fn is_login_required(&self) -> bool {
        self.0.is_login_required || self.token_error().is_some_and(Self::is_login_required)
    }

    /// The error of the request for a token, inside that of the call which needed it.
    pub(super) fn token_error(&self) -> Option<&Self> {
        let source = self.0.source.as_deref().filter(|_| self.is_auth())?;
        // All who waited for a token share its error.
        let shared = source.downcast_ref::<Arc<Self>>().map(|error| &**error);
        shared.or_else(|| source.downcast_ref())
    }

    #[cfg(feature = "oauth2")]
    #[cold]
    pub(in crate::runtime) fn with_oauth_error(mut self, code: &str) -> Self {
        /// Codes of OAuth 2.0, and of `OpenID` Connect, that only the user can do something about.
        const LOGIN_REQUIRED: [&str; 4] = [
            "invalid_grant",
            "login_required",
            "interaction_required",
            "consent_required",
        ];
        self.0.is_login_required |= LOGIN_REQUIRED.contains(&code);
        self.0.oauth_error = Some(code.into());
        self
    }

    #[cfg(feature = "oauth2")]
    #[cold]
    pub(in crate::runtime) fn login_required(detail: &'static str) -> Self {
        let mut error = Self::auth(detail);
        error.0.is_login_required = true;
        error
    }
}
