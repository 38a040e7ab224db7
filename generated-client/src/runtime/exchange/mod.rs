//! The exchange: everything between a written request and its reply, without any I/O.
//!
//! It is a state machine. Whoever drives it does what a [`Step`] says, tells how it went as an
//! [`Event`], and goes on until the exchange is [`Done`](Step::Done). So attempts, waits, tokens
//! and redirects are decided once, for async and blocking clients alike.

mod attempt;
mod rate_limit;
mod redirect;
mod retry;

pub use attempt::Attempt;
pub(super) use rate_limit::RateLimit;
pub use retry::Retry;

use super::{
    Body, Error, Reply, Secret,
    auth::{self, Credentials, Shown},
    builder::Config,
    encoding,
    written::Written,
};
use http::{Request, Response, header::AUTHORIZATION};
use std::time::{Duration, Instant};

/// What to do next.
pub(super) enum Step {
    /// Send the request, and tell [`Event::Replied`] or [`Event::Failed`].
    Send(Request<Body>, Attempt),
    /// Wait, and tell [`Event::Woke`].
    Sleep(Duration),
    /// Get a token from this source, another one than the given, which the service refused; tell
    /// [`Event::Token`].
    NeedToken(usize, Option<Secret>),
    /// Nothing: this is how it ended.
    Done(Result<Reply, Error>),
}

/// What happened.
pub(super) enum Event {
    Begin,
    Woke,
    Token(Result<Secret, Error>),
    Replied(Response<Body>),
    Failed(Error),
}

pub(super) struct Exchange<'a> {
    config: &'a Config,
    request: Box<Written>,
    /// When the call has to end, once it has begun.
    deadline: Option<Instant>,
    /// Whether the rate limit let the next request pass.
    is_admitted: bool,
    shown: Shown,
    /// Where the token comes from, if it has one that changes.
    source: Option<usize>,
    token: Option<Secret>,
    /// The reply that refused a token, while another one is fetched.
    refused: Option<Box<Reply>>,
    was_refused: bool,
    failures: u32,
    redirects: u32,
    sent: u32,
}

impl<'a> Exchange<'a> {
    pub(super) fn new(config: &'a Config, request: Box<Written>) -> Self {
        let shown = Shown::of(request.takes, &config.named);
        Self {
            config,
            request,
            deadline: None,
            is_admitted: false,
            shown,
            source: config.source(shown),
            token: None,
            refused: None,
            was_refused: false,
            failures: 0,
            redirects: 0,
            sent: 0,
        }
    }

    /// Takes what happened, and decides what is next. What needs no time does not ask for it.
    pub(super) fn step(&mut self, event: Event, now: impl FnOnce() -> Instant) -> Step {
        match event {
            Event::Begin | Event::Woke => self.go_on(now()),
            Event::Token(Ok(token)) => self.take_token(token, now()),
            Event::Token(Err(error)) => self.fail(error),
            Event::Replied(mut response) => {
                let limit = self.config.max_reply;
                if let Err(error) = encoding::decode(&mut response, limit) {
                    return self.fail(error);
                }
                let reply = Reply::new(response, self.sent, limit);
                if reply.status().is_success() {
                    self.end(reply)
                } else {
                    self.unsuccessful(reply, now())
                }
            }
            Event::Failed(error) => self.failed(error, now()),
        }
    }

    /// Sends, or does what has to be done before.
    fn go_on(&mut self, now: Instant) -> Step {
        let left = self.deadline(now).saturating_duration_since(now);
        if left.is_zero() {
            return self.fail(Error::out_of_time());
        }
        if let Some(source) = self.lacks_token() {
            return Step::NeedToken(source, None);
        }
        if !std::mem::replace(&mut self.is_admitted, true)
            && let Some(wait) = self
                .config
                .rate_limit
                .as_ref()
                .and_then(|limit| limit.admit(now))
        {
            return if wait < left {
                Step::Sleep(wait)
            } else {
                self.fail(Error::out_of_time())
            };
        }
        self.is_admitted = false;
        self.sent += 1;
        let mut request = self.request.to_http(&self.config.headers);
        if let Err(error) = self.authorize(&mut request) {
            return self.fail(error);
        }
        let time = self.time_limit(left);
        let attempt = Attempt::new(&self.request, self.sent, time, self.config.max_reply);
        Step::Send(request, attempt)
    }

    /// A call with a timeout of its own may use it up in one attempt.
    fn time_limit(&self, left: Duration) -> Duration {
        if self.request.timeout.is_some() {
            left
        } else {
            left.min(self.config.timeouts.attempt)
        }
    }

    /// Adds the credentials, unless a redirect led away from the service.
    fn authorize(&self, request: &mut Request<Body>) -> Result<(), Error> {
        if self.request.is_elsewhere {
            redirect::keep_harmless(request.headers_mut());
            return Ok(());
        }
        if self.request.is_public() {
            // What never changes is among the client's headers.
            let own = &self.request.headers;
            let credentials = &self.config.credentials;
            credentials.remove_headers(own, request.headers_mut());
            return Ok(());
        }
        if let Some(token) = &self.token {
            request
                .headers_mut()
                .insert(AUTHORIZATION, auth::bearer(token).map_err(Error::auth)?);
        }
        self.config.credentials.apply(request)?;
        let named = self.config.named.iter();
        for one in named.filter(|one| self.shown.has(one.scheme)) {
            one.credentials.show(request)?;
        }
        Ok(())
    }

    /// The source to ask for a token, where one is needed.
    fn lacks_token(&self) -> Option<usize> {
        let is_without = self.token.is_some()
            || self.request.brings_authorization()
            || self.request.is_elsewhere
            || self.request.is_public();
        self.source.filter(|_| !is_without)
    }

    fn take_token(&mut self, token: Secret, now: Instant) -> Step {
        match self.refused.take() {
            // The source has no other one, so the reply stands.
            Some(reply)
                if self
                    .token
                    .as_ref()
                    .is_some_and(|old| old.expose() == token.expose()) =>
            {
                self.end(*reply)
            }
            _ => {
                self.token = Some(token);
                self.go_on(now)
            }
        }
    }

    fn unsuccessful(&mut self, reply: Reply, now: Instant) -> Step {
        if self.redirects < self.config.max_redirects
            && let Some(request) = redirect::follow(&self.request, &reply)
        {
            self.redirects += 1;
            *self.request = request;
            return self.go_on(now);
        }
        // Refused before anything was done, so any request may be sent again: once.
        if let Some((token, source)) = self.token.as_ref().zip(self.source)
            && !self.was_refused
            && !self.request.body.is_stream()
            && auth::refuses_token(&reply)
        {
            let token = token.clone();
            self.was_refused = true;
            self.refused = Some(Box::new(reply));
            return Step::NeedToken(source, Some(token));
        }
        match self.wait_after(
            retry::may_repeat_after(reply.status(), self.request.is_idempotent()),
            now,
            Some(&reply),
        ) {
            Some(wait) => Step::Sleep(wait),
            None => self.end(reply),
        }
    }

    fn failed(&mut self, error: Error, now: Instant) -> Step {
        // What cannot be read today cannot be read tomorrow; what never arrived can be sent again.
        let may_repeat = error.is_connect()
            || (error.is_timeout() || error.is_transport()) && self.request.is_idempotent();
        match self.wait_after(may_repeat, now, None) {
            Some(wait) => Step::Sleep(wait),
            None => self.fail(error),
        }
    }

    /// How long to wait before the next attempt, if there is to be one.
    fn wait_after(
        &mut self,
        may_repeat: bool,
        now: Instant,
        reply: Option<&Reply>,
    ) -> Option<Duration> {
        self.failures += 1;
        let retry = &self.config.retry;
        // What was read while it was sent is gone.
        let may_repeat = may_repeat && !self.request.body.is_stream();
        if !may_repeat || self.failures >= retry.max_attempts() {
            return None;
        }
        let wait = reply
            .and_then(retry::asked_for)
            .unwrap_or_else(|| retry.backoff(self.failures));
        // An attempt that could not begin in time is not waited for.
        (later(now, wait) < self.deadline(now)).then_some(wait)
    }

    fn deadline(&mut self, now: Instant) -> Instant {
        let whole = self.request.timeout.unwrap_or(self.config.timeouts.whole);
        *self.deadline.get_or_insert_with(|| later(now, whole))
    }

    fn end(&mut self, mut reply: Reply) -> Step {
        // Some services write the credentials they refuse into their answer.
        if !reply.status().is_success() {
            let named = self.config.named.iter().map(|one| &one.credentials);
            let all = std::iter::once(&self.config.credentials).chain(named);
            reply.redact(all.flat_map(Credentials::secrets).chain(&self.token));
            reply.set_lacking(auth::lacking(self.request.takes, &self.config.named));
        }
        reply.set_url(std::mem::take(&mut self.request.uri));
        Step::Done(Ok(reply))
    }

    #[cold]
    fn fail(&self, error: Error) -> Step {
        let error = error.at(&self.request.uri);
        Step::Done(Err(error.in_operation(self.request.operation)))
    }
}

impl Config {
    /// The source of the token that a call shows, where it shows one that changes.
    fn source(&self, shown: Shown) -> Option<usize> {
        if self.has_token_source {
            return Some(0);
        }
        let mut named = self.named.iter().filter(|one| shown.has(one.scheme));
        named.find(|one| one.authorizes())?.source
    }
}

/// An instant so far ahead, or a year, which is longer than anyone waits and overflows no clock.
fn later(now: Instant, wait: Duration) -> Instant {
    const YEAR: Duration = Duration::from_secs(365 * 24 * 60 * 60);
    now.checked_add(wait.min(YEAR)).unwrap_or(now)
}
