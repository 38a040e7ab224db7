//! The async client.

mod reqwest;
mod stream;
mod token_source;
mod transport;

pub(super) use stream::chunks;
pub use token_source::{TokenFuture, TokenSource};
pub use transport::{Clock, Transport, TransportFuture};

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
use http::Request;
use std::{fmt, future::Future, pin::Pin, sync::Arc};
use transport::SystemClock;

/// The client for async code (feature `reqwest`, on by default).
///
/// It is the `Client` at the root of the crate, which adds the methods that operations begin with.
///
/// Its default transport needs a tokio runtime to run in. Cloning is cheap, and clones share their
/// connections.
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

/// What awaiting a [`Call`] waits for.
pub type CallFuture<T> = Pin<Box<dyn Future<Output = Result<T, Error>> + Send>>;

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
    pub async fn ensure_token(&self) -> Result<(), Error> {
        for source in 0..self.0.token_sources.len() {
            self.0.token(source, None).await?;
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
    /// or a [`reqwest::Client`](::reqwest::Client) with its own proxies and certificates. (One that
    /// follows redirects by itself takes them out of this crate's hands.)
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
    /// When a setting is wrong or contradicts another, there is no base URL, credentials would travel in clear text, or
    /// TLS cannot be set up.
    pub fn build(mut self) -> Result<Client, Error> {
        let transport = match self.transport.take() {
            Some(transport) => transport,
            None => Arc::new(reqwest::own(self.timeouts, self.use_proxy_variables)?),
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
            Arc::new(oauth2::AsyncSource { session, driver })
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

impl<Op> IntoFuture for Call<Op, Client>
where
    Op: Operation,
    Op::Output: Send + 'static,
{
    type Output = Result<Op::Output, Error>;
    type IntoFuture = CallFuture<Op::Output>;

    fn into_future(self) -> Self::IntoFuture {
        // Written before the future begins, so that the future holds neither operation nor call.
        let (client, request) = self.into_request(|client| client.0.base_url());
        Box::pin(async move { call::read::<Op>(client.0.drive(request?).await?) })
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
    pub(super) async fn drive(&self, request: Box<Written>) -> Result<Reply, Error> {
        let trace = Trace::begin(&request);
        let mut exchange = Exchange::new(&self.config, request);
        let mut event = Event::Begin;
        loop {
            event = match exchange.step(event, || self.clock.now()) {
                Step::Send(request, attempt) => {
                    let attempt = attempt.by(self.transport.streams());
                    let begun = Moment::now(|| self.clock.now());
                    let result = trace.within(self.send(request, attempt)).await;
                    trace.attempted(attempt, &result, begun, || self.clock.now());
                    result.map_or_else(Event::Failed, Event::Replied)
                }
                Step::Sleep(time) => {
                    self.clock.sleep(time).await;
                    Event::Woke
                }
                Step::NeedToken(source, refused) => Event::Token(self.token(source, refused).await),
                Step::Done(result) => {
                    trace.end(&result);
                    return result;
                }
            };
        }
    }

    /// Sends by the transport, with a whole body where it takes no streams.
    #[inline]
    fn send(&self, mut request: Request<Body>, attempt: Attempt) -> TransportFuture<'_> {
        if !request.body().is_stream() || self.transport.streams() {
            return self.transport.send(request, attempt);
        }
        Box::pin(async move {
            let whole = request.body().pieces()?.collect(usize::MAX).await?;
            *request.body_mut() = whole.into();
            self.transport.send(request, attempt).await
        })
    }

    async fn token(&self, source: usize, refused: Option<Secret>) -> Result<Secret, Error> {
        match self.token_sources.get(source) {
            Some(source) => source
                .token(refused)
                .await
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
