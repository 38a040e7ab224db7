//! What tokens are given for, and the tokens.

use crate::runtime::{Secret, Timestamp};
use std::time::{Duration, SystemTime};

/// How long before its end a token is renewed: longer than a call is on its way.
const MARGIN: Duration = Duration::from_secs(60);

/// What an application has to show for its tokens.
#[derive(Clone, Debug)]
pub struct Grant(pub(super) Kind);

#[derive(Clone, Debug)]
pub(super) enum Kind {
    Code { code: Secret, verifier: Secret },
    Tokens(Tokens),
    Password { user: String, password: Secret },
    ClientCredentials,
}

impl Grant {
    /// The code that a login brought, with the verifier of the login: see [`Login`](super::Login).
    pub fn code(code: impl Into<Secret>, verifier: impl Into<Secret>) -> Self {
        Self(Kind::Code {
            code: code.into(),
            verifier: verifier.into(),
        })
    }

    /// Tokens from before.
    #[must_use]
    pub fn tokens(tokens: Tokens) -> Self {
        Self(Kind::Tokens(tokens))
    }

    /// A user's name and password, where a service still takes them.
    pub fn password(user: impl Into<String>, password: impl Into<Secret>) -> Self {
        Self(Kind::Password {
            user: user.into(),
            password: password.into(),
        })
    }

    /// Nothing but the application itself.
    #[must_use]
    pub fn client_credentials() -> Self {
        Self(Kind::ClientCredentials)
    }
}

/// What a service gave.
#[derive(Clone, Debug)]
pub struct Tokens {
    access: Secret,
    refresh: Option<Secret>,
    expires_at: Option<Timestamp>,
}

impl Tokens {
    /// An access token of which nothing else is known.
    pub fn new(access: impl Into<Secret>) -> Self {
        Self {
            access: access.into(),
            refresh: None,
            expires_at: None,
        }
    }

    /// With the token it is renewed with.
    #[must_use]
    pub fn with_refresh(self, refresh: impl Into<Secret>) -> Self {
        Self {
            refresh: Some(refresh.into()),
            ..self
        }
    }

    /// With the end of the access token.
    #[must_use]
    pub fn with_expiry(self, expires_at: impl Into<Timestamp>) -> Self {
        Self {
            expires_at: Some(expires_at.into()),
            ..self
        }
    }

    /// The token that is sent with calls.
    #[must_use]
    pub fn access(&self) -> &Secret {
        &self.access
    }

    /// The token it is renewed with.
    #[must_use]
    pub fn refresh(&self) -> Option<&Secret> {
        self.refresh.as_ref()
    }

    /// When the access token ends, if the service told.
    #[must_use]
    pub fn expires_at(&self) -> Option<Timestamp> {
        self.expires_at
    }

    /// Whether the access token is worth sending.
    pub(super) fn is_fresh(&self, now: SystemTime) -> bool {
        let ends = self.expires_at.map(SystemTime::from);
        ends.is_none_or(|ends| ends.duration_since(now).is_ok_and(|left| left > MARGIN))
    }
}
