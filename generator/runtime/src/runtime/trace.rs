//! What is seen from outside (feature `tracing`).
//!
//! A call is one span, named after OpenTelemetry's conventions for HTTP; each attempt is an event
//! in it. Neither holds arguments, URLs with values in them, headers or bodies, so that no secret
//! and no personal data is in a log because of this crate.

use super::{Attempt, Body, Error, Reply, written::Written};
use http::Response;
use std::time::Instant;

/// The span of a call; nothing without the feature `tracing`.
pub(super) struct Trace {
    #[cfg(feature = "tracing")]
    span: tracing::Span,
}

/// When something began; nothing without the feature `tracing`, which spares asking for the time.
#[derive(Clone, Copy)]
pub(super) struct Moment(#[cfg(feature = "tracing")] Instant);

#[cfg(feature = "tracing")]
impl Moment {
    pub(super) fn now(now: impl FnOnce() -> Instant) -> Self {
        Self(now())
    }
}

#[cfg(not(feature = "tracing"))]
impl Moment {
    pub(super) fn now(_: impl FnOnce() -> Instant) -> Self {
        Self()
    }
}

#[cfg(feature = "tracing")]
impl Trace {
    pub(super) fn begin(request: &Written) -> Self {
        let span = tracing::info_span!(
            "call",
            otel.kind = "client",
            otel.name = format_args!("{} {}", request.method, request.path_template),
            operation = request.operation,
            http.request.method = %request.method,
            url.template = request.path_template,
            server.address = request.uri.host(),
            http.response.status_code = tracing::field::Empty,
            http.request.resend_count = tracing::field::Empty,
            error.type = tracing::field::Empty,
        );
        Self { span }
    }

    pub(super) fn attempted(
        &self,
        attempt: Attempt,
        result: &Result<Response<Body>, Error>,
        begun: Moment,
        now: impl FnOnce() -> Instant,
    ) {
        tracing::debug!(
            parent: &self.span,
            attempt = attempt.number(),
            status = result.as_ref().ok().map(|response| response.status().as_u16()),
            error = result.as_ref().err().map(Error::kind_name),
            took = ?now().duration_since(begun.0),
            "attempted"
        );
    }

    pub(super) fn end(&self, result: &Result<Reply, Error>) {
        match result {
            Ok(reply) => {
                self.span
                    .record("http.response.status_code", reply.status().as_u16());
                self.span.record(
                    "http.request.resend_count",
                    reply.attempts().saturating_sub(1),
                );
                if !reply.status().is_success() {
                    self.span.record("error.type", reply.status().as_str());
                }
            }
            Err(error) => drop(self.span.record("error.type", error.kind_name())),
        }
    }

    /// Lets what a transport logs belong to the call.
    #[cfg(feature = "reqwest")]
    pub(super) fn within<F: Future>(&self, future: F) -> impl Future<Output = F::Output> {
        tracing::Instrument::instrument(future, self.span.clone())
    }

    /// Lets what a transport logs belong to the call.
    #[cfg(feature = "blocking")]
    pub(super) fn inside<T>(&self, send: impl FnOnce() -> T) -> T {
        self.span.in_scope(send)
    }
}

#[cfg(not(feature = "tracing"))]
impl Trace {
    pub(super) fn begin(_: &Written) -> Self {
        Self {}
    }

    #[expect(clippy::unused_self, reason = "its twin needs it")]
    pub(super) fn attempted(
        &self,
        _: Attempt,
        _: &Result<Response<Body>, Error>,
        _: Moment,
        _: impl FnOnce() -> Instant,
    ) {
    }

    #[expect(clippy::unused_self, reason = "its twin needs it")]
    pub(super) fn end(&self, _: &Result<Reply, Error>) {}

    #[cfg(feature = "reqwest")]
    #[expect(clippy::unused_self, reason = "its twin needs it")]
    pub(super) fn within<F: Future>(&self, future: F) -> F {
        future
    }

    #[cfg(feature = "blocking")]
    #[expect(clippy::unused_self, reason = "its twin needs it")]
    pub(super) fn inside<T>(&self, send: impl FnOnce() -> T) -> T {
        send()
    }
}
