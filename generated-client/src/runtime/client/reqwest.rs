//! The transport of async clients: reqwest.

use super::{
    Transport, TransportFuture,
    stream::{Incoming, Outgoing},
};
use crate::runtime::{
    Attempt, Body, Error,
    builder::Timeouts,
    stream::{Piece, Stream},
    tls,
};
use bytes::Bytes;
use http::{
    Request, Response, Uri, Version,
    uri::{Authority, Scheme},
};
use reqwest::{Client, Url, redirect, retry};
use std::{sync::OnceLock, time::Duration};
use tokio::time::timeout;

/// The crate's own HTTP client. It knows how long an attempt may take, so that requests need not say
/// it unless they differ, which takes several allocations.
pub(super) struct Own {
    client: Client,
    timeout: Duration,
    /// The server of the first request, as that of most others.
    origin: OnceLock<Origin>,
}

/// A server, and the URL of its root: reading a host is most of the work of reading a URL.
struct Origin {
    scheme: Scheme,
    authority: Authority,
    root: Url,
}

pub(super) fn own(timeouts: Timeouts, use_proxy_variables: bool) -> Result<Own, Error> {
    let mut builder = Client::builder()
        .tls_backend_preconfigured(tls::config()?)
        .connect_timeout(timeouts.connect)
        .timeout(timeouts.attempt)
        .redirect(redirect::Policy::none());
    // The exchange decides what is tried again. The client's own way copies every request before it
    // is sent, for what only HTTP/2 can tell.
    if !cfg!(feature = "http2") {
        builder = builder.retry(retry::never().max_retries_per_request(0));
    }
    if !use_proxy_variables {
        builder = builder.no_proxy();
    }
    let client = builder
        .build()
        .map_err(|error| Error::config("the HTTP client cannot be built").with_source(error))?;
    Ok(Own {
        client,
        timeout: timeouts.attempt,
        origin: OnceLock::new(),
    })
}

impl Own {
    fn url(&self, uri: &Uri) -> Result<Url, Error> {
        if self.origin.get().is_none()
            && let Some(origin) = Origin::of(uri)
        {
            // Who comes second has the same.
            let _ = self.origin.set(origin);
        }
        match self.origin.get().and_then(|origin| origin.url(uri)) {
            Some(url) => Ok(url),
            None => url(uri),
        }
    }
}

impl Origin {
    fn of(uri: &Uri) -> Option<Self> {
        let (scheme, authority) = (uri.scheme()?.clone(), uri.authority()?.clone());
        let root = Url::parse(&[scheme.as_str(), "://", authority.as_str()].concat()).ok()?;
        Some(Self {
            scheme,
            authority,
            root,
        })
    }

    /// The URL, if it is one of this server's. What begins with two slashes would name another.
    fn url(&self, uri: &Uri) -> Option<Url> {
        let path = uri.path_and_query()?.as_str();
        let is_here = uri.scheme() == Some(&self.scheme)
            && uri.authority() == Some(&self.authority)
            && path.starts_with('/')
            && !path.starts_with("//");
        if is_here {
            self.root.join(path).ok()
        } else {
            None
        }
    }
}

impl Transport for Own {
    fn send(&self, request: Request<Body>, attempt: Attempt) -> TransportFuture<'_> {
        let timeout = Some(attempt.timeout()).filter(|timeout| *timeout != self.timeout);
        send(
            &self.client,
            self.url(request.uri()),
            request,
            timeout,
            attempt,
        )
    }

    fn streams(&self) -> bool {
        true
    }
}

impl Transport for Client {
    fn send(&self, request: Request<Body>, attempt: Attempt) -> TransportFuture<'_> {
        let timeout = Some(attempt.timeout());
        send(self, url(request.uri()), request, timeout, attempt)
    }

    fn streams(&self) -> bool {
        true
    }
}

/// Translated before the future begins, so that the future is small: it is moved.
fn send(
    client: &Client,
    url: Result<Url, Error>,
    request: Request<Body>,
    timeout: Option<Duration>,
    attempt: Attempt,
) -> TransportFuture<'_> {
    if attempt.streams_reply() {
        let sent = translated(url, request, Some(FOREVER)).map(|request| client.execute(request));
        return Box::pin(async move { streamed(sent?, attempt).await });
    }
    let sent = translated(url, request, timeout).map(|request| client.execute(request));
    let max_reply = attempt.max_reply();
    Box::pin(async move {
        let mut response = sent?.await.map_err(failed)?;
        let body = read(&mut response, max_reply).await?;
        Ok(whole(&mut response, body))
    })
}

/// In place of the client's own limit, which would count for the whole reply.
const FOREVER: Duration = Duration::from_secs(365 * 24 * 60 * 60);

/// The reply as soon as it begins. A failure is read to its end.
async fn streamed(
    sent: impl Future<Output = reqwest::Result<reqwest::Response>>,
    attempt: Attempt,
) -> Result<Response<Body>, Error> {
    let patience = attempt.timeout();
    let response = timeout(patience, sent).await.map_err(Error::timeout)?;
    let mut response = response.map_err(failed)?;
    if !response.status().is_success() {
        let body = timeout(patience, read(&mut response, attempt.max_reply())).await;
        return Ok(whole(&mut response, body.map_err(Error::timeout)??));
    }
    let (parts, body) = Response::<reqwest::Body>::from(response).into_parts();
    let incoming = Incoming::new(body, patience, failed);
    let stream = Stream::new(vec![Piece::Chunks(Box::pin(incoming))], None);
    Ok(Response::from_parts(parts, stream.into()))
}

async fn read(response: &mut reqwest::Response, max_reply: usize) -> Result<Bytes, Error> {
    let mut body = Bytes::new();
    let mut chunks = Vec::new();
    while !is_whole(response)
        && let Some(chunk) = response.chunk().await.map_err(failed)?
    {
        if body.len() + chunks.len() + chunk.len() > max_reply {
            return Err(Error::too_large(max_reply));
        }
        // Most replies come in one chunk, which needs no copy.
        if body.is_empty() && chunks.is_empty() {
            body = chunk;
        } else {
            chunks.extend_from_slice(&std::mem::take(&mut body));
            chunks.extend_from_slice(&chunk);
        }
    }
    Ok(if chunks.is_empty() {
        body
    } else {
        chunks.into()
    })
}

/// Whether nothing can follow, so that the end need not be waited for: it comes by way of the task
/// that reads the connection. (Over HTTP/2 a stream that nobody reads to its end is reset.)
fn is_whole(response: &reqwest::Response) -> bool {
    response.version() < Version::HTTP_2 && response.content_length() == Some(0)
}

fn whole(response: &mut reqwest::Response, body: Bytes) -> Response<Body> {
    let mut whole = Response::new(body.into());
    *whole.status_mut() = response.status();
    *whole.headers_mut() = std::mem::take(response.headers_mut());
    whole
}

fn translated(
    url: Result<Url, Error>,
    request: Request<Body>,
    timeout: Option<Duration>,
) -> Result<reqwest::Request, Error> {
    let (parts, body) = request.into_parts();
    let mut request = reqwest::Request::new(parts.method, url?);
    *request.headers_mut() = parts.headers;
    if let Some(stream) = body.as_stream() {
        let outgoing = Outgoing::new(stream.take()?, stream.length());
        *request.body_mut() = Some(reqwest::Body::wrap(outgoing));
    } else if !body.is_empty() {
        *request.body_mut() = Some(body.into_bytes().into());
    }
    if timeout.is_some() {
        *request.timeout_mut() = timeout;
    }
    Ok(request)
}

fn url(uri: &Uri) -> Result<Url, Error> {
    let scheme = uri.scheme_str().unwrap_or_default();
    let authority = uri.authority().map_or("", |authority| authority.as_str());
    let path = uri.path_and_query().map_or("", |path| path.as_str());
    // Allocated once: `to_string` would grow piece by piece.
    Url::parse(&[scheme, "://", authority, path].concat())
        .map_err(|error| Error::request("the URL").with_source(error))
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
