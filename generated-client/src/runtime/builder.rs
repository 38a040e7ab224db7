//! How a client is configured.

use super::{Error, Secret, base_url::BaseUrl, call, options};
use bytes::Bytes;
use http::{HeaderMap, HeaderValue, header::AUTHORIZATION};
use std::{fmt, marker::PhantomData, time::Duration};
use zeroize::Zeroizing;

/// Builds a client of the kind `C`.
///
/// What is wrong with a setting is told by `build`.
#[must_use = "a builder builds nothing until `build` is called"]
pub struct Builder<C> {
    pub(super) settings: Settings,
    kind: PhantomData<fn() -> C>,
}

/// What clients of every kind are told.
pub(super) struct Settings {
    base_url: Option<String>,
    token: Option<Secret>,
    headers: HeaderMap,
    allow_insecure: bool,
    pub(super) timeout: Duration,
    pub(super) connect_timeout: Duration,
    pub(super) max_reply: usize,
    #[cfg(feature = "reqwest")]
    pub(super) reqwest: Option<reqwest::Client>,
    error: Option<Error>,
}

/// Settings that were found to be in order.
pub(super) struct Config {
    pub(super) base_url: BaseUrl,
    /// Sent with every request, unless its operation or call says otherwise.
    pub(super) headers: HeaderMap,
}

impl<C> Builder<C> {
    pub(super) fn new() -> Self {
        let settings = Settings {
            base_url: crate::API.base_url.map(str::to_owned),
            token: None,
            headers: call::default_headers(),
            allow_insecure: false,
            timeout: Duration::from_secs(60),
            connect_timeout: Duration::from_secs(10),
            max_reply: 16 * 1024 * 1024,
            #[cfg(feature = "reqwest")]
            reqwest: None,
            error: None,
        };
        Self {
            settings,
            kind: PhantomData,
        }
    }

    /// Where the service lives, in place of what the API's document says. Its path is kept:
    /// operations are appended to it.
    pub fn base_url(mut self, base_url: impl Into<String>) -> Self {
        self.settings.base_url = Some(base_url.into());
        self
    }

    /// Sends `Authorization: Bearer …` with every request.
    pub fn token(mut self, token: impl Into<Secret>) -> Self {
        self.settings.token = Some(token.into());
        self
    }

    /// How the application introduces itself, in place of this crate's name and version.
    pub fn user_agent(self, user_agent: &str) -> Self {
        self.header("user-agent", user_agent)
    }

    /// Sends this header with every request whose operation or call does not say otherwise.
    pub fn header(mut self, name: &str, value: &str) -> Self {
        match options::header(name, value) {
            Ok((name, value)) => drop(self.settings.headers.insert(name, value)),
            Err(error) => drop(self.settings.error.get_or_insert(Error::config(error))),
        }
        self
    }

    /// How long a call may take as a whole: 60 seconds, unless told otherwise here or on the call.
    pub fn timeout(mut self, timeout: Duration) -> Self {
        self.settings.timeout = timeout;
        self
    }

    /// How long it may take to connect: 10 seconds, unless told otherwise.
    pub fn connect_timeout(mut self, timeout: Duration) -> Self {
        self.settings.connect_timeout = timeout;
        self
    }

    /// How many bytes of a reply are read before the call fails: 16 MiB, unless told otherwise.
    pub fn max_reply(mut self, bytes: usize) -> Self {
        self.settings.max_reply = bytes;
        self
    }

    /// Lets credentials travel in clear text, where anyone on the way can read them.
    ///
    /// Without this, `build` refuses an `http` base URL as soon as there are credentials. Hosts
    /// that never leave the machine (`localhost`, `127.0.0.0/8`, `::1`) need no permission, so
    /// that tests and local proxies just work.
    pub fn allow_insecure(mut self) -> Self {
        self.settings.allow_insecure = true;
        self
    }
}

impl Settings {
    pub(super) fn check(&mut self) -> Result<Config, Error> {
        if let Some(error) = self.error.take() {
            return Err(error);
        }
        let base_url = self.base_url.as_deref();
        let base_url =
            BaseUrl::parse(base_url.ok_or_else(|| Error::config("there is no base URL"))?)?;
        let mut headers = self.headers.clone();
        if let Some(token) = &self.token {
            headers.insert(AUTHORIZATION, bearer(token)?);
        }
        if headers.contains_key(AUTHORIZATION) && base_url.is_exposed() && !self.allow_insecure {
            return Err(Error::config(
                "credentials would travel in clear text; see `allow_insecure`",
            ));
        }
        Ok(Config { base_url, headers })
    }
}

/// The header lives in memory that is overwritten when it is dropped, like the secret itself.
fn bearer(token: &Secret) -> Result<HeaderValue, Error> {
    let bytes = Zeroizing::new(format!("Bearer {}", token.expose()).into_bytes());
    let mut value = HeaderValue::from_maybe_shared(Bytes::from_owner(bytes))
        .map_err(|_| Error::config("the token has characters that no header can have"))?;
    value.set_sensitive(true);
    Ok(value)
}

impl<C> fmt::Debug for Builder<C> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Builder")
            .field("base_url", &self.settings.base_url)
            .finish_non_exhaustive()
    }
}
