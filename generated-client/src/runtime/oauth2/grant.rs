//! What tokens are given for, and the tokens.

use crate::runtime::{Error, Secret, Timestamp, object};
use serde::Serializer as _;
use serde_json::Value;
use std::{
    collections::BTreeMap,
    time::{Duration, SystemTime},
};
use zeroize::Zeroizing;

/// How long before its end a token is renewed: longer than a call is on its way.
const MARGIN: Duration = Duration::from_secs(60);

/// What a service gives an application its tokens for.
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
///
/// It has no `Serialize`, so that no secret is written by accident.
/// [`to_json`](Self::to_json) and [`from_json`](Self::from_json) keep tokens for the next run; the
/// module [`oauth2`](super) has a [whole example](super#keeping-tokens).
///
/// ```
/// use gotomeeting::{Timestamp, oauth2::Tokens};
///
/// let tokens = Tokens::new("access").with_refresh("refresh").with_expiry(Timestamp::now());
/// let kept = tokens.to_json();
/// let back = Tokens::from_json(kept.expose())?;
/// assert_eq!(back.access().expose(), "access");
/// assert_eq!(back.expires_at(), tokens.expires_at());
/// # Ok::<(), gotomeeting::runtime::Error>(())
/// ```
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

    /// Access token, refresh token and the end of the first, as JSON to keep in a safe place.
    #[must_use]
    pub fn to_json(&self) -> Secret {
        let texts = [
            ("access_token", Some(self.access.expose())),
            ("refresh_token", self.refresh().map(Secret::expose)),
        ];
        let ends = self.expires_at.map(|ends| ends.to_string());
        let fields = texts
            .iter()
            .copied()
            .chain([("expires_at", ends.as_deref())]);
        // With room for the longest spelling, so that no copy is left behind by growing.
        let length: usize = texts
            .iter()
            .filter_map(|(_, text)| *text)
            .map(str::len)
            .sum();
        let mut json = Zeroizing::new(Vec::with_capacity(6 * length + 128));
        let set = fields.filter_map(|(name, text)| Some((name, text?)));
        // Text that is written to memory does not fail.
        let _ = serde_json::Serializer::new(&mut *json).collect_map(set);
        let json = String::from_utf8(std::mem::take(&mut *json));
        json.unwrap_or_default().into()
    }

    /// Reads what [`to_json`](Self::to_json) wrote.
    ///
    /// # Errors
    ///
    /// When it is something else; nothing of it is shown. As only a new login helps then,
    /// [`Error::is_login_required`] is true.
    pub fn from_json(json: &str) -> Result<Self, Error> {
        let kept = serde_json::from_str::<Kept>(json).unwrap_or_default();
        let access = kept
            .access_token
            .ok_or_else(|| Error::login_required("what was kept is no JSON of tokens"))?;
        Ok(Self {
            access: access.into(),
            refresh: kept.refresh_token.map(Secret::from),
            expires_at: kept.expires_at,
        })
    }

    /// Whether the access token is worth sending.
    pub(super) fn is_fresh(&self, now: SystemTime) -> bool {
        let ends = self.expires_at.map(SystemTime::from);
        ends.is_none_or(|ends| ends.duration_since(now).is_ok_and(|left| left > MARGIN))
    }
}

/// Tokens as they are kept.
#[derive(Default)]
struct Kept {
    access_token: Option<String>,
    refresh_token: Option<String>,
    expires_at: Option<Timestamp>,
    extra: BTreeMap<String, Value>,
}

object!(Kept: received {
    access_token = "access_token",
    refresh_token = "refresh_token",
    expires_at = "expires_at",
});
