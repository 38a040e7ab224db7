//! The async client.

use super::{
    Body, Builder, Call, Error, Operation, Reply, RequestWriter,
    builder::{Config, Settings},
    call, tls,
};
use http::{Request, Response};
use std::{fmt, future::Future, pin::Pin, sync::Arc, time::Duration};

/// The client for async code.
///
/// It needs the feature `reqwest` (on by default), and a tokio runtime to run in. Cloning is
/// cheap, and clones share their connections.
#[derive(Clone)]
pub struct Client(Arc<Shared>);

struct Shared {
    config: Config,
    timeout: Duration,
    max_reply: usize,
    http: reqwest::Client,
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
}

impl Builder<Client> {
    /// Sends through this HTTP client, with its connections, proxies and certificates. It should
    /// follow no redirects; the builder's `connect_timeout` does not apply to it.
    pub fn http_client(mut self, client: reqwest::Client) -> Self {
        self.settings.reqwest = Some(client);
        self
    }

    /// Builds the client.
    ///
    /// # Errors
    ///
    /// When a setting is wrong, there is no base URL, credentials would travel in clear text, or
    /// TLS cannot be set up.
    pub fn build(mut self) -> Result<Client, Error> {
        let config = self.settings.check()?;
        let http = match self.settings.reqwest.take() {
            Some(http) => http,
            None => reqwest::Client::builder()
                .tls_backend_preconfigured(tls::config()?)
                .connect_timeout(self.settings.connect_timeout)
                .redirect(reqwest::redirect::Policy::none())
                .build()
                .map_err(|error| {
                    Error::config("the HTTP client cannot be built").with_source(error)
                })?,
        };
        let Settings {
            timeout, max_reply, ..
        } = self.settings;
        Ok(Client(Arc::new(Shared {
            config,
            timeout,
            max_reply,
            http,
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
        let (client, request) = self.into_parts();
        Box::pin(async move { call::read::<Op>(client.send(request).await?) })
    }
}

impl Client {
    async fn send(&self, request: RequestWriter) -> Result<Reply, Error> {
        let operation = request.operation();
        let timeout = request.timeout().unwrap_or(self.0.timeout);
        let request = request.finish(&self.0.config.base_url, &self.0.config.headers)?;
        let url = request.uri().clone();
        match self.exchange(request, timeout).await {
            Ok(response) => Ok(Reply::new(response, 1).from(url)),
            Err(error) => Err(error.at(&url).in_operation(operation)),
        }
    }

    async fn exchange(
        &self,
        request: Request<Body>,
        timeout: Duration,
    ) -> Result<Response<Body>, Error> {
        let mut request =
            reqwest::Request::try_from(request.map(|body| reqwest::Body::from(body.into_bytes())))
                .map_err(|error| Error::request("the URL").with_source(error.without_url()))?;
        *request.timeout_mut() = Some(timeout);
        let mut response = self.0.http.execute(request).await.map_err(failed)?;
        let mut bytes = Vec::new();
        while let Some(chunk) = response.chunk().await.map_err(failed)? {
            if bytes.len() + chunk.len() > self.0.max_reply {
                return Err(Error::decode(format!(
                    "it is larger than {} bytes",
                    self.0.max_reply
                )));
            }
            bytes.extend_from_slice(&chunk);
        }
        let mut whole = Response::new(Body::from(bytes));
        *whole.status_mut() = response.status();
        *whole.headers_mut() = std::mem::take(response.headers_mut());
        Ok(whole)
    }
}

fn failed(error: reqwest::Error) -> Error {
    let error = error.without_url();
    if error.is_connect() {
        Error::connect().with_source(error)
    } else if error.is_timeout() {
        Error::timeout().with_source(error)
    } else {
        Error::transport().with_source(error)
    }
}

impl fmt::Debug for Client {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Client")
            .field("base_url", &self.base_url())
            .finish_non_exhaustive()
    }
}
