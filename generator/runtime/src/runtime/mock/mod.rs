//! Tests without a network, and without waiting (feature `mock`).
//!
//! A [`Mock`] answers in place of a service, for async and blocking clients alike, and keeps the
//! requests. A [`MockClock`] lets time pass as soon as someone waits. A [`Recorder`] writes down
//! what a real service answers, for a mock to answer later.
//!
//! ```
//! # #[cfg(feature = "blocking")] {
//! use client_runtime::runtime::{blocking::Client, mock::Mock};
//! # use client_runtime::runtime::{About, Body, Error, Method, Operation, Reply, RequestWriter};
//! # struct Ping;
//! # impl Operation for Ping {
//! #     const ABOUT: About = About { name: "ping", method: Method::GET, path: "/ping" };
//! #     type Output = Body;
//! #     fn write(&self, _: &mut RequestWriter) {}
//! #     fn read(reply: Reply) -> Result<Body, Error> { Ok(reply.into_body()) }
//! # }
//! use serde_json::json;
//!
//! let mock = Mock::new();
//! mock.reply("ping", 200, &json!([{"organizerKey": 1}]));
//! let client = Client::builder().token("secret").transport(mock.clone()).build()?;
//!
//! assert!(client.call(Ping).send()?.text().contains("organizerKey"));
//! assert!(mock.requests()[0].uri().path().ends_with("/ping"));
//! # }
//! # Ok::<(), client_runtime::runtime::Error>(())
//! ```

mod clock;
mod recorder;

pub use clock::MockClock;
pub use recorder::{Recorder, Recording};

use super::{Attempt, Body, Error};
use http::{Request, Response, StatusCode, header::CONTENT_TYPE};
use std::{
    collections::{HashMap, VecDeque},
    fmt,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

/// A transport that answers by itself (feature `mock`).
///
/// Answers are given per operation, by its name; those for one operation are used in their order,
/// and the last one as often as it is needed. Clones are the same mock.
#[derive(Clone, Default)]
pub struct Mock(Arc<Mutex<State>>);

#[derive(Default)]
struct State {
    answers: HashMap<String, VecDeque<Arc<Answer>>>,
    requests: Vec<Request<Body>>,
}

type Answer = dyn Fn(&Request<Body>) -> Result<Response<Body>, Error> + Send + Sync;

impl Mock {
    /// A mock that has no answers yet.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Answers an operation with this status and JSON; a status that is none becomes 500.
    pub fn reply(&self, operation: &str, status: u16, json: &serde_json::Value) {
        let body = if json.is_null() {
            Body::default()
        } else {
            Body::new("application/json", json.to_string())
        };
        self.reply_body(operation, status, body);
    }

    /// Answers an operation with this status and body.
    pub fn reply_body(&self, operation: &str, status: u16, body: Body) {
        self.on(operation, move |_| Ok(response(status, body.clone())));
    }

    /// Answers an operation with what `answer` makes of its request: any response, or any of the
    /// errors that a transport can have.
    pub fn on<F>(&self, operation: &str, answer: F)
    where
        F: Fn(&Request<Body>) -> Result<Response<Body>, Error> + Send + Sync + 'static,
    {
        self.state()
            .answers
            .entry(operation.to_owned())
            .or_default()
            .push_back(Arc::new(answer));
    }

    /// The requests so far, as they would have gone over the wire: credentials are in them.
    #[must_use]
    pub fn requests(&self) -> Vec<Request<Body>> {
        self.state().requests.clone()
    }

    fn answer(&self, request: Request<Body>, attempt: Attempt) -> Result<Response<Body>, Error> {
        let answer = self.state().next_answer(attempt.operation());
        // Called while nothing is locked, so that an answer may use the mock.
        let answer = answer.map_or_else(
            || {
                Err(Error::transport(format!(
                    "the mock has no answer for `{}`",
                    attempt.operation()
                )))
            },
            |answer| answer(&request),
        );
        self.state().requests.push(request);
        match answer {
            Ok(response) if response.body().len() > attempt.max_reply() => {
                Err(Error::too_large(attempt.max_reply()))
            }
            answer => answer,
        }
    }

    /// What is behind the lock is whole between any two statements, also after a panic.
    fn state(&self) -> MutexGuard<'_, State> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl State {
    fn next_answer(&mut self, operation: &str) -> Option<Arc<Answer>> {
        let answers = self.answers.get_mut(operation)?;
        if answers.len() > 1 {
            answers.pop_front()
        } else {
            answers.front().cloned()
        }
    }
}

fn response(status: u16, body: Body) -> Response<Body> {
    let content_type = body.content_type_header().cloned();
    let mut response = Response::new(body);
    *response.status_mut() =
        StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    if let Some(content_type) = content_type {
        response.headers_mut().insert(CONTENT_TYPE, content_type);
    }
    response
}

#[cfg(feature = "reqwest")]
impl super::Transport for Mock {
    fn send(&self, request: Request<Body>, attempt: Attempt) -> super::TransportFuture<'_> {
        Box::pin(std::future::ready(self.answer(request, attempt)))
    }
}

#[cfg(feature = "blocking")]
impl super::blocking::Transport for Mock {
    fn send(&self, request: Request<Body>, attempt: Attempt) -> Result<Response<Body>, Error> {
        self.answer(request, attempt)
    }
}

impl fmt::Debug for Mock {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Mock")
            .field("requests", &self.state().requests.len())
            .finish_non_exhaustive()
    }
}
