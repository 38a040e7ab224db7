//! The transport of blocking clients: ureq.

use super::Transport;
use crate::runtime::{Attempt, Body, Error, builder::Timeouts};
use http::{Method, Request, Response, header::CONTENT_LENGTH};
use std::{
    io::{self, ErrorKind, Read},
    sync::Arc,
};
use ureq::{
    Agent, AsSendBody, BodyReader, Proxy, SendBody, Timeout,
    config::Config,
    tls::{RootCerts, TlsConfig},
};

/// TLS by rustls with ring, trusting whom the operating system trusts: as in the async client.
pub(super) fn agent(timeouts: Timeouts, use_proxy_variables: bool) -> Agent {
    let tls = TlsConfig::builder()
        .unversioned_rustls_crypto_provider(Arc::new(rustls::crypto::ring::default_provider()))
        .root_certs(RootCerts::PlatformVerifier)
        .build();
    Config::builder()
        .tls_config(tls)
        .timeout_connect(Some(timeouts.connect))
        .timeout_global(Some(timeouts.attempt))
        .http_status_as_error(false)
        .max_redirects(0)
        .proxy(if use_proxy_variables {
            Proxy::try_from_env()
        } else {
            None
        })
        .build()
        .new_agent()
}

impl Transport for Agent {
    fn send(&self, request: Request<Body>, attempt: Attempt) -> Result<Response<Body>, Error> {
        let (mut parts, body) = request.into_parts();
        // Where a body is usual, an empty one is sent too: some servers insist on its length.
        let has_body =
            !body.is_empty() || [Method::POST, Method::PUT, Method::PATCH].contains(&parts.method);
        let response = if let Some(stream) = body.as_stream() {
            if let Some(length) = stream.length() {
                parts.headers.insert(CONTENT_LENGTH, length.into());
            }
            let mut pieces = stream.take()?;
            let body = SendBody::from_reader(&mut pieces);
            self.run(configured(self, Request::from_parts(parts, body), attempt))
        } else if has_body {
            let request = Request::from_parts(parts, body.as_bytes());
            self.run(configured(self, request, attempt))
        } else {
            self.run(configured(self, Request::from_parts(parts, ()), attempt))
        };
        let response = response.map_err(failed)?;
        if attempt.streams_reply() && response.status().is_success() {
            return Ok(response.map(|body| Body::reader(Incoming(body.into_reader()))));
        }
        read(response, attempt.max_reply())
    }

    fn streams(&self) -> bool {
        true
    }
}

/// The request with what the exchange needs where the agent is set up differently. An agent that is
/// set up like that keeps its TLS settings between connections, one that is overruled cannot.
fn configured<B: AsSendBody>(agent: &Agent, request: Request<B>, attempt: Attempt) -> Request<B> {
    let config = agent.config();
    let fits = !config.http_status_as_error() && config.max_redirects() == 0;
    let timeout = Some(attempt.timeout());
    if fits && config.timeouts().global == timeout && !attempt.streams_reply() {
        return request;
    }
    let request = agent
        .configure_request(request)
        .http_status_as_error(false)
        .max_redirects(0);
    if attempt.streams_reply() {
        // Until it begins, and then for each piece of it.
        request
            .timeout_global(None)
            .timeout_send_request(timeout)
            .timeout_send_body(timeout)
            .timeout_recv_response(timeout)
            .timeout_per_read(timeout)
            .build()
    } else {
        request.timeout_global(timeout).build()
    }
}

/// A reply that is read while it comes.
struct Incoming(BodyReader<'static>);

impl Read for Incoming {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let read = self.0.read(into);
        read.map_err(|error| match error.kind() {
            ErrorKind::Interrupted => error,
            _ => io::Error::other(failed(error.into())),
        })
    }
}

fn read(response: Response<ureq::Body>, max_reply: usize) -> Result<Response<Body>, Error> {
    let (parts, body) = response.into_parts();
    let limit = u64::try_from(max_reply)
        .unwrap_or(u64::MAX)
        .saturating_add(1);
    let mut bytes = Vec::new();
    match body.into_reader().take(limit).read_to_end(&mut bytes) {
        Ok(read) if read > max_reply => Err(Error::too_large(max_reply)),
        Ok(_) => Ok(Response::from_parts(parts, bytes.into())),
        Err(error) => Err(failed(error.into())),
    }
}

fn failed(error: ureq::Error) -> Error {
    use ureq::Error as E;

    match error {
        E::Timeout(Timeout::Resolve | Timeout::Connect) | E::HostNotFound | E::ConnectionFailed => {
            Error::connect(error)
        }
        // The handshake comes before the request.
        E::Tls(_) | E::Rustls(_) => Error::connect(error),
        E::Io(io) if is_connect(&io) => Error::connect(io),
        E::Timeout(_) => Error::timeout(error),
        E::Io(io) => Error::transport(io),
        _ => Error::transport(error),
    }
}

/// What can only be met while connecting.
fn is_connect(error: &io::Error) -> bool {
    let cause = error.get_ref().and_then(|cause| cause.downcast_ref());
    matches!(cause, Some(rustls::Error::InvalidCertificate(_)))
        || matches!(
            error.kind(),
            ErrorKind::ConnectionRefused
                | ErrorKind::HostUnreachable
                | ErrorKind::NetworkUnreachable
                | ErrorKind::AddrNotAvailable
        )
}
