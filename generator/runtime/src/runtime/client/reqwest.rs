//! The transport of async clients: reqwest.

use super::{Transport, TransportFuture};
use crate::runtime::{Attempt, Body, Error, builder::Timeouts, tls};
use bytes::Bytes;
use http::{Request, Response, Uri};
use reqwest::{Client, Url, redirect};

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
    let mut response = client
        .execute(translated(request, attempt)?)
        .await
        .map_err(failed)?;
    let mut body = Bytes::new();
    let mut chunks = Vec::new();
    while let Some(chunk) = response.chunk().await.map_err(failed)? {
        if body.len() + chunks.len() + chunk.len() > attempt.max_reply() {
            return Err(Error::too_large(attempt.max_reply()));
        }
        // Most replies come in one chunk, which needs no copy.
        if body.is_empty() && chunks.is_empty() {
            body = chunk;
        } else {
            chunks.extend_from_slice(&std::mem::take(&mut body));
            chunks.extend_from_slice(&chunk);
        }
    }
    let mut whole = Response::new(Body::from(if chunks.is_empty() {
        body
    } else {
        chunks.into()
    }));
    *whole.status_mut() = response.status();
    *whole.headers_mut() = std::mem::take(response.headers_mut());
    Ok(whole)
}

fn translated(request: Request<Body>, attempt: Attempt) -> Result<reqwest::Request, Error> {
    let (parts, body) = request.into_parts();
    let url = Url::parse(&text(&parts.uri))
        .map_err(|error| Error::request("the URL").with_source(error))?;
    let mut request = reqwest::Request::new(parts.method, url);
    *request.headers_mut() = parts.headers;
    if !body.is_empty() {
        *request.body_mut() = Some(body.into_bytes().into());
    }
    *request.timeout_mut() = Some(attempt.timeout());
    Ok(request)
}

/// The URL as text, allocated once: `to_string` would grow piece by piece.
fn text(uri: &Uri) -> String {
    let scheme = uri.scheme_str().unwrap_or_default();
    let authority = uri.authority().map_or("", |authority| authority.as_str());
    let path = uri.path_and_query().map_or("", |path| path.as_str());
    [scheme, "://", authority, path].concat()
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
