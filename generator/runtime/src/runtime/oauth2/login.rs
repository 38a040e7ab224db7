//! Logging in: the way to the service, and back.

use super::{Grant, OAuth2};
use crate::runtime::{Error, Secret, base64, encode};
use ring::{
    digest::{SHA256, digest},
    rand::{SecureRandom as _, SystemRandom},
};
use zeroize::Zeroizing;

/// A login that has begun: the user has to open its URL.
///
/// Where it ends in another process than it began, as in most web servers, [`state`](Self::state)
/// and [`verifier`](Self::verifier) have to be kept in between; [`Grant::code`] goes on from there.
#[derive(Clone, Debug)]
pub struct Login {
    url: String,
    state: Secret,
    verifier: Secret,
}

impl Login {
    pub(super) fn begin(app: &OAuth2) -> Result<Self, Error> {
        let (state, verifier) = (random()?, random()?);
        let challenge = base64::url_safe(digest(&SHA256, verifier.expose().as_bytes()).as_ref());
        let scopes = app.scopes.join(" ");
        let mut url = app
            .authorize_url
            .clone()
            .ok_or_else(|| Error::config("there is no authorize URL"))?;
        let mut separator = if url.contains('?') { '&' } else { '?' };
        for (name, value) in [
            ("response_type", Some("code")),
            ("client_id", Some(&*app.client_id)),
            ("redirect_uri", app.redirect_uri.as_deref()),
            ("scope", Some(&*scopes).filter(|scopes| !scopes.is_empty())),
            ("state", Some(state.expose())),
            ("code_challenge", Some(&*challenge)),
            ("code_challenge_method", Some("S256")),
        ] {
            if let Some(value) = value {
                url.push(separator);
                url.push_str(name);
                url.push('=');
                encode::data(value, &mut url);
                separator = '&';
            }
        }
        Ok(Self {
            url,
            state,
            verifier,
        })
    }

    /// The URL to open.
    #[must_use]
    pub fn url(&self) -> &str {
        &self.url
    }

    /// What the service has to send back, so that nobody else's login is taken for this one.
    #[must_use]
    pub fn state(&self) -> &Secret {
        &self.state
    }

    /// What proves to the service that the one who redeems the code is the one who began (PKCE).
    #[must_use]
    pub fn verifier(&self) -> &Secret {
        &self.verifier
    }

    /// Ends the login with the URL that the service sent the user back to.
    ///
    /// # Errors
    ///
    /// When the URL belongs to another login, tells an error, or has no code.
    pub fn redirected(self, url: &str) -> Result<Grant, Error> {
        let query = url
            .split('#')
            .next()
            .and_then(|url| url.split_once('?'))
            .map_or("", |(_, query)| query);
        let value = |name: &str| {
            let mut pairs = query.split('&').filter_map(|pair| pair.split_once('='));
            pairs
                .find(|(key, _)| *key == name)
                .map(|(_, value)| encode::decoded(value))
        };
        if value("state").is_none_or(|state| state != self.state.expose()) {
            return Err(Error::auth("the redirect belongs to another login"));
        }
        if let Some(error) = value("error") {
            let description = value("error_description").unwrap_or_default();
            let failed = Error::auth(format!("the login failed: {error} {description}"));
            return Err(failed.with_oauth_error(&error));
        }
        let code = value("code").ok_or_else(|| Error::auth("the redirect has no code"))?;
        Ok(Grant::code(code, self.verifier))
    }
}

/// Text that nobody can guess.
fn random() -> Result<Secret, Error> {
    let mut bytes = Zeroizing::new([0; 32]);
    match SystemRandom::new().fill(&mut *bytes) {
        Ok(()) => Ok(base64::url_safe(&*bytes).into()),
        Err(_) => Err(Error::config("the system has no random numbers")),
    }
}
