//! The client for code without an async runtime (feature `blocking`).
//!
//! It is of the same shape as the async one: the same operations, options and errors. A call is
//! sent with [`Call::send`] instead of awaited.
//!
//! ureq, which sends for it, writes every byte to `log` at the level `trace`, credentials included:
//! where that level is on, it should be off for the target `ureq_proto`.

mod token_source;
mod transport;
mod ureq;

pub use token_source::TokenSource;
pub use transport::{Clock, Transport};

#[cfg(feature = "oauth2")]
use super::oauth2;
use super::{
    Attempt, Body, Builder, Call, Error, Operation, Reply, Secret,
    base_url::BaseUrl,
    builder::{Config, Kind, Sources, sealed},
    call,
    exchange::{Event, Exchange, Step},
    trace::{Moment, Trace},
    written::Written,
};
use http::{Request, Response};
use std::{fmt, sync::Arc};
use transport::SystemClock;

/// The client for code without an async runtime (feature `blocking`).
///
/// The root of the crate adds the methods that operations begin with.
///
/// Cloning is cheap, and clones share their connections.
#[derive(Clone)]
pub struct Client(Arc<Driver>);

/// Drives exchanges: all that does I/O for them.
pub(super) struct Driver {
    config: Config,
    transport: Arc<dyn Transport>,
    clock: Arc<dyn Clock>,
    token_sources: Sources<Client>,
}

/// Builds a [`Client`].
pub type ClientBuilder = Builder<Client>;

impl Client {
    /// Configures a client.
    pub fn builder() -> ClientBuilder {
        Builder::new()
    }

    /// Where its calls go.
    #[must_use]
    pub fn base_url(&self) -> &str {
        self.0.config.base_url.as_str()
    }

    /// Sends any operation, also one that is not this crate's: see [`Operation`].
    pub fn call<Op: Operation>(&self, operation: Op) -> Call<Op, Self> {
        Call::new(operation, self.clone())
    }

    /// Makes sure that there is a token for the next call, where the client gets its tokens from a
    /// source: an OAuth 2.0 session redeems its grant, or renews what is about to expire.
    ///
    /// Every call does so by itself. This is for programs that want to know at once whether a login
    /// went well.
    ///
    /// # Errors
    ///
    /// When the source has no token: see [`Error::is_auth`].
    pub fn ensure_token(&self) -> Result<(), Error> {
        for source in 0..self.0.token_sources.len() {
            self.0.token(source, None)?;
        }
        Ok(())
    }
}

impl sealed::Sealed for Client {}

impl Kind for Client {
    type Transport = dyn Transport;
    type Clock = dyn Clock;
    type TokenSource = dyn TokenSource;
}

impl Builder<Client> {
    /// Sends through this in place of the crate's own HTTP client: a closure, another HTTP stack,
    /// or a [`ureq::Agent`](::ureq::Agent) with its own proxies and certificates.
    ///
    /// Connecting, TLS and proxies are then the transport's business, not the builder's.
    pub fn transport(mut self, transport: impl Transport + 'static) -> Self {
        self.transport = Some(Arc::new(transport));
        self
    }

    /// Asks for tokens there, instead of sending always the same.
    pub fn token_source(mut self, source: impl TokenSource + 'static) -> Self {
        self.token_source = Some(Arc::new(source));
        self
    }

    /// Reads the time there.
    pub fn clock(mut self, clock: impl Clock + 'static) -> Self {
        self.clock = Some(Arc::new(clock));
        self
    }

    /// Builds the client.
    ///
    /// # Errors
    ///
    /// When a setting is wrong or contradicts another, there is no base URL, or credentials would travel in clear text.
    pub fn build(mut self) -> Result<Client, Error> {
        let transport = match self.transport.take() {
            Some(transport) => transport,
            None => Arc::new(ureq::agent(self.timeouts, self.use_proxy_variables)),
        };
        let clock = self.clock.take().unwrap_or_else(|| Arc::new(SystemClock));
        #[cfg(feature = "oauth2")]
        self.open_sessions(|session, config| {
            let driver = Driver {
                config,
                transport: transport.clone(),
                clock: clock.clone(),
                token_sources: Vec::new(),
            };
            Arc::new(oauth2::BlockingSource { session, driver })
        })?;
        let (config, token_sources) = self.config()?;
        Ok(Client(Arc::new(Driver {
            config,
            transport,
            clock,
            token_sources,
        })))
    }
}

impl<Op: Operation> Call<Op, Client> {
    /// Sends the call, and waits for its value (feature `blocking`).
    ///
    /// # Errors
    ///
    /// When the request cannot be written or sent, the status is no success, or the reply is not
    /// what the API promised.
    pub fn send(self) -> Result<Op::Output, Error> {
        let (client, request) = self.into_request(|client| client.0.base_url());
        call::read::<Op>(client.0.drive(request?)?)
    }
}

impl Driver {
    pub(super) fn base_url(&self) -> &BaseUrl {
        &self.config.base_url
    }

    #[cfg(feature = "oauth2")]
    pub(super) fn now(&self) -> std::time::Instant {
        self.clock.now()
    }

    /// Does what the exchange says until it is done.
    pub(super) fn drive(&self, request: Box<Written>) -> Result<Reply, Error> {
        let trace = Trace::begin(&request);
        let mut exchange = Exchange::new(&self.config, request);
        let mut event = Event::Begin;
        loop {
            event = match exchange.step(event, || self.clock.now()) {
                Step::Send(request, attempt) => {
                    let attempt = attempt.by(self.transport.streams());
                    let begun = Moment::now(|| self.clock.now());
                    let result = trace.inside(|| self.send(request, attempt));
                    trace.attempted(attempt, &result, begun, || self.clock.now());
                    result.map_or_else(Event::Failed, Event::Replied)
                }
                Step::Sleep(time) => {
                    self.clock.sleep(time);
                    Event::Woke
                }
                Step::NeedToken(source, refused) => Event::Token(self.token(source, refused)),
                Step::Done(result) => {
                    trace.end(&result);
                    return result;
                }
            };
        }
    }

    /// Sends by the transport, with a whole body where it takes no streams.
    fn send(&self, mut request: Request<Body>, attempt: Attempt) -> Result<Response<Body>, Error> {
        if request.body().is_stream() && !self.transport.streams() {
            let whole = request.body().pieces()?.read_whole(usize::MAX)?;
            *request.body_mut() = whole.into();
        }
        self.transport.send(request, attempt)
    }

    fn token(&self, source: usize, refused: Option<Secret>) -> Result<Secret, Error> {
        match self.token_sources.get(source) {
            Some(source) => source
                .token(refused)
                .map_err(|error| Error::auth("").with_source(error)),
            None => Err(Error::auth("there is no token source")),
        }
    }
}

impl fmt::Debug for Client {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Client")
            .field("base_url", &self.base_url())
            .finish_non_exhaustive()
    }
}
