//! Tests without a network, and without waiting (feature `mock`).
//!
//! A [`Mock`] answers in place of a service, for async and blocking clients alike, and keeps the
//! requests. A [`MockClock`] lets time pass as soon as someone waits. A [`Recorder`] writes down
//! what a real service answers, for a mock to answer later.

mod clock;
mod recorder;

pub use clock::MockClock;
pub use recorder::{Recorder, Recording};

use super::{Attempt, Body, Error};
use http::{Request, Response, StatusCode, header::CONTENT_TYPE};
use std::{
    collections::{BTreeMap, VecDeque},
    fmt,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

/// A transport that answers by itself (feature `mock`).
///
/// Answers are given per operation, by its name: module and method, as in `organizers.list` (see
/// [`About::name`](super::About)). Those for one operation are used in their order, and the last
/// one as often as it is needed. An operation without an answer fails at once, with an error that
/// lists the names that have one. Clones are the same mock.
///
/// Calls that are tried again wait in between, with a mock too; a [`MockClock`] spares the wait.
///
/// ```
/// # #[cfg(feature = "reqwest")]
/// # tokio::runtime::Builder::new_current_thread().enable_all().build()?.block_on(async {
/// use client_runtime::{
///     Body, Client, Error,
///     mock::{Mock, MockClock},
///     runtime::{About, Method, Operation, Reply, RequestWriter},
/// };
/// use serde_json::json;
///
/// // An operation of your own; those of this crate are used in the same way.
/// struct Names;
///
/// impl Operation for Names {
///     const ABOUT: About = About { name: "people.names", method: Method::GET, path: "/names" };
///     type Output = Vec<String>;
///     fn write(&self, _: &mut RequestWriter) {}
///     fn read(reply: Reply) -> Result<Vec<String>, Error> {
///         reply.lenient()
///     }
/// }
///
/// let mock = Mock::new();
/// mock.reply("people.names", 503, &json!({"error": "try later"}));
/// mock.reply("people.names", 200, &json!(["Ada", "Grace"]));
/// mock.reply_body("people.names", 200, Body::new("application/json", "[\"Ada"));
///
/// let client = Client::builder()
///     .base_url("https://api.example.com")
///     .transport(mock.clone())
///     .clock(MockClock::new())
///     .build()?;
///
/// // The first answer is tried again by itself.
/// assert_eq!(client.call(Names).await?, ["Ada", "Grace"]);
/// let error = client.call(Names).await.expect_err("malformed JSON");
/// assert!(error.is_decode());
/// assert_eq!(mock.requests().len(), 3);
/// # Ok::<(), Error>(())
/// # })?;
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Signing in
///
/// With the feature `oauth2`, tokens are asked for by way of the same transport, as the operation
/// `oauth2.token`:
///
/// ```
/// # #[cfg(all(feature = "blocking", feature = "oauth2"))] {
/// use client_runtime::{blocking::Client, mock::Mock, oauth2::OAuth2};
/// use serde_json::json;
///
/// let mock = Mock::new();
/// mock.reply("oauth2.token", 200, &json!({"access_token": "a", "expires_in": 3600}));
///
/// let app = OAuth2::new("client id", "https://login.example.com/token")
///     .authorize_url("https://login.example.com/authorize");
/// let login = app.login()?;
/// // What the service would send the user back to.
/// let callback = format!("https://app.example.com/?code=x&state={}", login.state().expose());
/// let session = app.session(login.redirected(&callback)?);
/// let client = Client::builder()
///     .base_url("https://api.example.com")
///     .oauth2(session)
///     .transport(mock.clone())
///     .build()?;
/// // … calls …
/// # let _ = client;
/// # }
/// # Ok::<(), client_runtime::Error>(())
/// ```
#[derive(Clone, Default)]
pub struct Mock(Arc<Mutex<State>>);

#[derive(Default)]
struct State {
    answers: BTreeMap<String, VecDeque<Arc<Answer>>>,
    requests: Vec<Request<Body>>,
}

type Answer = dyn Fn(&Request<Body>) -> Result<Response<Body>, Error> + Send + Sync;

impl Mock {
    /// A mock that has no answers yet.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Answers an operation with this status and JSON, or with no body where that is `null`. A number
    /// that is no HTTP status becomes 500.
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
        let answer = answer.and_then(|answer| answer(&request));
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
    fn next_answer(&mut self, operation: &str) -> Result<Arc<Answer>, Error> {
        let answer = self.answers.get_mut(operation).and_then(|answers| {
            if answers.len() > 1 {
                answers.pop_front()
            } else {
                answers.front().cloned()
            }
        });
        answer.ok_or_else(|| self.no_answer(operation))
    }

    /// Nothing that a service could do, so nothing that is worth another attempt.
    fn no_answer(&self, operation: &str) -> Error {
        let known: Vec<_> = self
            .answers
            .keys()
            .map(|name| format!("`{name}`"))
            .collect();
        let known = match known.as_slice() {
            [] => "none at all".to_owned(),
            known => format!("only for {}", known.join(", ")),
        };
        Error::config(format!("the mock has no answer for `{operation}`, {known}"))
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
