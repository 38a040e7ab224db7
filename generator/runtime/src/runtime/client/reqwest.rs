//! The transport of async clients: reqwest.

use super::{Transport, TransportFuture};
use crate::runtime::{Attempt, Body, Error, builder::Timeouts, tls};
use http::{Request, Response};
use reqwest::{Client, redirect};

pub(super) fn client(timeouts: Timeouts, use_proxy_variables: bool) -> Result<Client, Error> {
    let mut builder = Client::builder()
        .tls_backend_preconfigured(tls::config()?)
        .connect_timeout(timeouts.connect)
        .redirect(redirect::Policy::none());
    if !use_proxy_variables {
        builder = builder.no_proxy();
    }
    builder
        .build()
        .map_err(|error| Error::config("the HTTP client cannot be built").with_source(error))
}

impl Transport for Client {
    fn send(&self, request: Request<Body>, attempt: Attempt) -> TransportFuture<'_> {
        Box::pin(send(self, request, attempt))
    }
}

async fn send(
    client: &Client,
    request: Request<Body>,
    attempt: Attempt,
) -> Result<Response<Body>, Error> {
    let mut request =
        reqwest::Request::try_from(request.map(|body| reqwest::Body::from(body.into_bytes())))
            .map_err(|error| Error::request("the URL").with_source(error.without_url()))?;
    *request.timeout_mut() = Some(attempt.timeout());
    let mut response = client.execute(request).await.map_err(failed)?;
    let mut bytes = Vec::new();
    while let Some(chunk) = response.chunk().await.map_err(failed)? {
        if bytes.len() + chunk.len() > attempt.max_reply() {
            return Err(Error::too_large(attempt.max_reply()));
        }
        bytes.extend_from_slice(&chunk);
    }
    let mut whole = Response::new(Body::from(bytes));
    *whole.status_mut() = response.status();
    *whole.headers_mut() = std::mem::take(response.headers_mut());
    Ok(whole)
}

/// The URL is left out, since its query may hold what should not be in a log.
fn failed(error: reqwest::Error) -> Error {
    let error = error.without_url();
    if error.is_connect() {
        Error::connect(error)
    } else if error.is_timeout() {
        Error::timeout(error)
    } else {
        Error::transport(error)
    }
}
