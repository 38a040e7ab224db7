//! What a subscriber sees of a call, and what it must not see.

#![cfg(all(
    feature = "reqwest",
    feature = "blocking",
    feature = "mock",
    feature = "tracing"
))]
#![allow(clippy::unwrap_used, reason = "a test that panics has failed")]

mod support;

use client_runtime::sample::OrganizerKey;
use std::{
    fmt::{Debug, Write as _},
    sync::{Arc, Mutex},
};
use support::{CANARY, Server};
use tracing::{
    Event, Metadata, Subscriber,
    field::{Field, Visit},
    span,
};

/// Writes down everything that this crate, or any other, lets be seen.
#[derive(Clone, Default)]
struct Log(Arc<Mutex<String>>);

impl Visit for Log {
    fn record_debug(&mut self, field: &Field, value: &dyn Debug) {
        let _ = write!(self.0.lock().unwrap(), " {field}={value:?}");
    }
}

impl Subscriber for Log {
    fn enabled(&self, metadata: &Metadata<'_>) -> bool {
        metadata.target().starts_with("client_runtime")
    }

    fn new_span(&self, span: &span::Attributes<'_>) -> span::Id {
        let _ = write!(self.0.lock().unwrap(), "\nspan {}", span.metadata().name());
        span.record(&mut self.clone());
        span::Id::from_u64(1)
    }

    fn record(&self, _: &span::Id, values: &span::Record<'_>) {
        self.0.lock().unwrap().push_str("\nrecord");
        values.record(&mut self.clone());
    }

    fn record_follows_from(&self, _: &span::Id, _: &span::Id) {}

    fn event(&self, event: &Event<'_>) {
        self.0.lock().unwrap().push_str("\nevent");
        event.record(&mut self.clone());
    }

    fn enter(&self, _: &span::Id) {}

    fn exit(&self, _: &span::Id) {}
}

#[test]
fn a_call_is_a_span_without_secrets_or_arguments() {
    let down = format!(
        "HTTP/1.1 503 Service Unavailable\r\nX-Secret: {CANARY}\r\nContent-Length: 13\r\n\r\n{CANARY}"
    );
    let log = Log::default();
    tracing::subscriber::with_default(log.clone(), || {
        both!(Server::replies(&[&down, "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n"]);
            builder => builder;
            organizers => organizers.attendees(OrganizerKey::from(CANARY)).query_value("q", CANARY).header("x", CANARY);
            (result, _server, _clock) => assert!(result.unwrap_err().is_not_found()));
    });
    let seen = log.0.lock().unwrap().clone();
    assert!(!seen.contains(CANARY), "{seen}");
    let took = |line: &str| line.split(" took=").next().unwrap_or_default().to_owned();
    let lines: Vec<_> = seen.lines().skip(1).map(took).collect();
    let one = [
        "span call otel.kind=\"client\" otel.name=GET /organizers/{organizerKey}/attendees \
         operation=\"organizers.attendees\" http.request.method=GET \
         url.template=\"/organizers/{organizerKey}/attendees\" server.address=\"127.0.0.1\"",
        "event message=attempted attempt=1 status=503",
        "event message=attempted attempt=2 status=404",
        "record http.response.status_code=404",
        "record http.request.resend_count=1",
        "record error.type=\"404\"",
    ];
    assert_eq!(lines, [one, one].concat(), "{seen}");
}
