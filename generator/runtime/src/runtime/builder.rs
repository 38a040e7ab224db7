//! How a client is configured.

#[cfg(feature = "oauth2")]
use super::oauth2;
use super::{
    Error, KeyPlace, Retry, Secret,
    auth::{self, Credentials, Named, Tokens},
    base_url::BaseUrl,
    call,
    exchange::RateLimit,
    options,
};
use http::{HeaderMap, header::AUTHORIZATION};
use std::{fmt, sync::Arc, time::Duration};

/// A kind of client that a [`Builder`] can build: `Client` or `blocking::Client` (features
/// `reqwest` or `blocking`).
pub trait Kind: sealed::Sealed {
    /// What sends its requests.
    type Transport: ?Sized;
    /// What tells it the time.
    type Clock: ?Sized;
    /// What gives it tokens.
    type TokenSource: ?Sized;
}

pub(super) mod sealed {
    /// Keeps [`Kind`](super::Kind) to the two that there are.
    pub trait Sealed {}
}

/// Builds a client of the kind `C` (features `reqwest` or `blocking`).
///
/// What is wrong with a setting is told by `build`.
///
/// A client shows who calls in one way: `token`, `basic`, `token_source` or `oauth2`. Of the first two
/// the last one given counts; next to one of the others, `build` refuses them. Keys of the API
/// ([`api_key`](Self::api_key)) may be given besides.
#[must_use = "a builder builds nothing until `build` is called"]
pub struct Builder<C: Kind> {
    base_url: Option<String>,
    headers: HeaderMap,
    credentials: Credentials,
    pub(super) timeouts: Timeouts,
    max_reply: usize,
    retry: Retry,
    max_redirects: u32,
    requests_per_second: Option<u32>,
    allow_insecure: bool,
    pub(super) use_proxy_variables: bool,
    pub(super) transport: Option<Arc<C::Transport>>,
    pub(super) clock: Option<Arc<C::Clock>>,
    pub(super) token_source: Option<Arc<C::TokenSource>>,
    #[cfg(feature = "oauth2")]
    pub(super) session: Option<oauth2::Session>,
    named: Vec<Named<Tokens<C>>>,
    error: Option<Error>,
}

/// What the exchanges of a client have in common.
pub(super) struct Config {
    pub(super) base_url: BaseUrl,
    /// Sent with every request, unless its operation or call says otherwise.
    pub(super) headers: HeaderMap,
    pub(super) credentials: Credentials,
    /// Whether the first source of tokens is for every call.
    pub(super) has_token_source: bool,
    /// What is shown to operations that take it.
    pub(super) named: Vec<Named<usize>>,
    pub(super) timeouts: Timeouts,
    pub(super) max_reply: usize,
    pub(super) retry: Retry,
    pub(super) max_redirects: u32,
    pub(super) rate_limit: Option<RateLimit>,
}

/// What gives a client its tokens.
pub(super) type Sources<C> = Vec<Arc<<C as Kind>::TokenSource>>;

/// How long things may take.
#[derive(Clone, Copy, Debug)]
pub(super) struct Timeouts {
    pub(super) connect: Duration,
    pub(super) attempt: Duration,
    pub(super) whole: Duration,
}

impl<C: Kind> Builder<C> {
    pub(super) fn new() -> Self {
        let second = Duration::from_secs(1);
        Self {
            base_url: crate::API.base_url.map(str::to_owned),
            headers: call::default_headers(),
            credentials: Credentials::default(),
            timeouts: Timeouts {
                connect: 10 * second,
                attempt: 30 * second,
                whole: 90 * second,
            },
            max_reply: options::MAX_REPLY,
            retry: Retry::default(),
            max_redirects: 5,
            requests_per_second: None,
            allow_insecure: false,
            use_proxy_variables: true,
            transport: None,
            clock: None,
            token_source: None,
            #[cfg(feature = "oauth2")]
            session: None,
            named: Vec::new(),
            error: None,
        }
    }

    /// Where the service lives, in place of what the API's document says. Its path is kept:
    /// operations are appended to it.
    pub fn base_url(mut self, base_url: impl Into<String>) -> Self {
        self.base_url = Some(base_url.into());
        self
    }

    /// Sends `Authorization: Bearer …` with every request.
    ///
    /// For tokens that expire, see `token_source` and, with the feature `oauth2`, `oauth2`. `build`
    /// refuses an empty token.
    pub fn token(self, token: impl Into<Secret>) -> Self {
        self.credentials(|credentials| credentials.add_bearer(&token.into()))
    }

    /// Sends `Authorization: Basic …` with every request.
    pub fn basic(self, user: &str, password: impl Into<Secret>) -> Self {
        self.credentials(|credentials| credentials.add_basic(user, &password.into()))
    }

    /// Sends a key of the API under that name with every request. Several may be given.
    pub fn api_key(self, place: KeyPlace, name: &str, key: impl Into<Secret>) -> Self {
        self.credentials(|credentials| credentials.add_key(place, name, &key.into()))
    }

    fn credentials(mut self, add: impl FnOnce(&mut Credentials) -> Result<(), Error>) -> Self {
        if let Err(error) = add(&mut self.credentials) {
            self.error.get_or_insert(error);
        }
        self
    }

    /// Sets what is shown for one scheme of the API's document, to operations that take it.
    #[allow(dead_code, reason = "most documents have one scheme")]
    pub(crate) fn scheme(
        mut self,
        scheme: &'static str,
        add: impl FnOnce(&mut Credentials) -> Result<(), Error>,
    ) -> Self {
        let mut credentials = Credentials::default();
        if let Err(error) = add(&mut credentials) {
            self.error.get_or_insert(error);
        }
        self.set_scheme(scheme, credentials, None)
    }

    /// Asks this source for the tokens of one scheme of the API's document.
    #[allow(dead_code, reason = "most documents have one scheme")]
    pub(crate) fn scheme_source(self, scheme: &'static str, source: Arc<C::TokenSource>) -> Self {
        self.set_scheme(scheme, Credentials::default(), Some(Tokens::Source(source)))
    }

    /// Shows the tokens of this session for one scheme of the API's document.
    #[cfg(feature = "oauth2")]
    #[allow(dead_code, reason = "most documents have one scheme")]
    pub(crate) fn scheme_session(self, scheme: &'static str, session: oauth2::Session) -> Self {
        let tokens = Tokens::Session(session);
        self.set_scheme(scheme, Credentials::default(), Some(tokens))
    }

    /// What is set last counts.
    fn set_scheme(
        mut self,
        scheme: &'static str,
        credentials: Credentials,
        source: Option<Tokens<C>>,
    ) -> Self {
        self.named.retain(|one| one.scheme != scheme);
        self.named.push(Named {
            scheme,
            credentials,
            source,
        });
        self
    }

    /// How the application introduces itself, in place of this crate's name and version.
    pub fn user_agent(self, user_agent: &str) -> Self {
        self.header("user-agent", user_agent)
    }

    /// Sends this header with every request whose operation or call does not say otherwise.
    pub fn header(mut self, name: &str, value: &str) -> Self {
        match options::header(name, value) {
            Ok((name, value)) => drop(self.headers.insert(name, value)),
            Err(error) => drop(self.error.get_or_insert(Error::config(error))),
        }
        self
    }

    /// How long a call may take as a whole, attempts and waits together: 90 seconds, unless told
    /// otherwise here or on the call.
    pub fn timeout(mut self, timeout: Duration) -> Self {
        self.timeouts.whole = timeout;
        self
    }

    /// How long one attempt may take, from connecting to the last byte: 30 seconds, unless told
    /// otherwise.
    pub fn attempt_timeout(mut self, timeout: Duration) -> Self {
        self.timeouts.attempt = timeout;
        self
    }

    /// How long it may take to connect: 10 seconds, unless told otherwise.
    pub fn connect_timeout(mut self, timeout: Duration) -> Self {
        self.timeouts.connect = timeout;
        self
    }

    /// How many bytes of a reply are read before the call fails: 16 MiB, unless told otherwise.
    pub fn max_reply(mut self, bytes: usize) -> Self {
        self.max_reply = bytes;
        self
    }

    /// What is tried again, and how often: three attempts, unless told otherwise, with a random wait
    /// of up to 250 milliseconds before the second and of up to 500 before the third.
    ///
    /// Whatever the policy says, only what is safe is tried again: see [`Retry`]. A plain 500 never
    /// is.
    pub fn retry(mut self, retry: Retry) -> Self {
        self.retry = retry;
        self
    }

    /// How many redirects are followed: 5, unless told otherwise. One more is an answer like any
    /// other that is no success.
    pub fn max_redirects(mut self, redirects: u32) -> Self {
        self.max_redirects = redirects;
        self
    }

    /// Sends so many requests in a second at most, over all clones of the client; more have to
    /// wait. Without this, only the service limits.
    pub fn requests_per_second(mut self, requests: u32) -> Self {
        self.requests_per_second = Some(requests);
        self
    }

    /// Whether the environment's `HTTPS_PROXY`, `HTTP_PROXY`, `ALL_PROXY` and `NO_PROXY` decide how
    /// the service is reached: they do, unless told otherwise.
    pub fn use_proxy_variables(mut self, yes: bool) -> Self {
        self.use_proxy_variables = yes;
        self
    }

    /// Lets credentials travel in clear text, where anyone on the way can read them.
    ///
    /// Without this, `build` refuses an `http` base URL as soon as there are credentials. Hosts
    /// that never leave the machine (`localhost`, `127.0.0.0/8`, `::1`) need no permission, so
    /// that tests and local proxies just work.
    pub fn allow_insecure(mut self) -> Self {
        self.allow_insecure = true;
        self
    }

    /// Makes sources of the sessions, each of which asks for its tokens with settings of its own.
    #[cfg(feature = "oauth2")]
    pub(super) fn open_sessions(
        &mut self,
        open: impl Fn(oauth2::Session, Config) -> Arc<C::TokenSource>,
    ) -> Result<(), Error> {
        if let Some(session) = self.session.take() {
            if self.token_source.is_some() {
                return Err(Error::config(
                    "there are two sources of tokens: an OAuth 2.0 session and another one",
                ));
            }
            let config = self.token_config(session.app())?;
            self.token_source = Some(open(session, config));
        }
        for mut one in std::mem::take(&mut self.named) {
            if let Some(Tokens::Session(session)) = one.source {
                let config = self.token_config(session.app())?;
                one.source = Some(Tokens::Source(open(session, config)));
            }
            self.named.push(one);
        }
        Ok(())
    }

    /// The settings, once they are found to be in order, and the sources of tokens.
    pub(super) fn config(mut self) -> Result<(Config, Sources<C>), Error> {
        if let Some(error) = self.error {
            return Err(error);
        }
        let mut sources: Sources<C> = self.token_source.into_iter().collect();
        let has_token_source = !sources.is_empty();
        let named = std::mem::take(&mut self.named);
        let named: Vec<_> = named
            .into_iter()
            .map(|one| one.with_source(|tokens| tokens.join(&mut sources)))
            .collect();
        if has_token_source && self.credentials.authorize() {
            return Err(Error::config(
                "there are two kinds of credentials: a token or a password, and a source of tokens",
            ));
        }
        let for_every_call = has_token_source || self.credentials.authorize();
        if for_every_call && named.iter().any(Named::authorizes) {
            return Err(Error::config(
                "there are two kinds of credentials: a token or a password of one scheme, and one for \
                 every call",
            ));
        }
        auth::refuse_unseen(&named, crate::API.credentials)?;
        let base_url = self
            .base_url
            .as_deref()
            .ok_or_else(|| Error::config("there is no base URL"))?;
        let base_url = BaseUrl::parse(base_url)?;
        let has_secrets = has_token_source
            || !named.is_empty()
            || !self.credentials.is_empty()
            || self.headers.contains_key(AUTHORIZATION);
        if has_secrets && !self.allow_insecure {
            base_url.refuse_exposed()?;
        }
        self.credentials.add_headers(&mut self.headers);
        let config = Config {
            base_url,
            headers: self.headers,
            credentials: self.credentials,
            has_token_source,
            named,
            timeouts: self.timeouts,
            max_reply: self.max_reply,
            retry: self.retry,
            max_redirects: self.max_redirects,
            rate_limit: self.requests_per_second.map(RateLimit::per_second),
        };
        Ok((config, sources))
    }

    /// Shows tokens of this session, which are asked for and renewed when they are needed (feature
    /// `oauth2`).
    #[cfg(feature = "oauth2")]
    pub fn oauth2(mut self, session: oauth2::Session) -> Self {
        self.session = Some(session);
        self
    }

    /// The settings for asking for tokens.
    #[cfg(feature = "oauth2")]
    pub(super) fn token_config(&self, app: &oauth2::OAuth2) -> Result<Config, Error> {
        let base_url = BaseUrl::endpoint(app.token_url())?;
        let mut credentials = app.credentials()?;
        let mut headers = call::default_headers();
        credentials.add_headers(&mut headers);
        if !self.allow_insecure {
            base_url.refuse_exposed()?;
        }
        Ok(Config {
            base_url,
            headers,
            credentials,
            has_token_source: false,
            named: Vec::new(),
            timeouts: self.timeouts,
            max_reply: 64 * 1024,
            retry: self.retry,
            max_redirects: 0,
            rate_limit: None,
        })
    }
}

impl<C: Kind> fmt::Debug for Builder<C> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Builder")
            .field("base_url", &self.base_url)
            .field("timeouts", &self.timeouts)
            .field("retry", &self.retry)
            .finish_non_exhaustive()
    }
}
