//! What moves the bytes of a blocking client, and what tells it the time.

use crate::runtime::{Attempt, Body, Error};
use http::{Request, Response};
use std::{
    thread,
    time::{Duration, Instant},
};

/// Sends requests for a blocking client (feature `blocking`).
///
/// Any closure of the right form is one, so that another HTTP stack, a proxy or a test fits in:
///
/// ```
/// use gotomeeting::runtime::{Attempt, Body, blocking};
/// use http::{Request, Response};
///
/// let client = blocking::Client::builder()
///     .base_url("https://api.example.com")
///     .transport(|request: Request<Body>, attempt: Attempt| {
///         println!("{}: {} {}", attempt.operation(), request.method(), request.uri().path());
///         Ok(Response::new(Body::from("[]")))
///     })
///     .build()?;
/// # use gotomeeting::runtime::{About, Error, Method, Operation, Reply, RequestWriter};
/// # struct Ping;
/// # impl Operation for Ping {
/// #     const ABOUT: About = About { name: "ping", method: Method::GET, path: "/ping" };
/// #     type Output = Body;
/// #     fn write(&self, _: &mut RequestWriter) {}
/// #     fn read(reply: Reply) -> Result<Body, Error> { Ok(reply.into_body()) }
/// # }
/// // `Ping` stands for any operation.
/// assert_eq!(client.call(Ping).send()?.text(), "[]");
/// # Ok::<(), gotomeeting::runtime::Error>(())
/// ```
pub trait Transport: Send + Sync {
    /// Sends a request, and reads the reply to its end, or to that of its headers where it
    /// [`streams`](Self::streams).
    ///
    /// It follows no redirect and does not try again: that is decided by whoever calls. It keeps to
    /// the limits of the attempt. When it fails, [`Error::connect`], [`Error::timeout`],
    /// [`Error::transport`] and [`Error::too_large`] say how, since that decides whether the
    /// request may be sent again.
    ///
    /// # Errors
    ///
    /// When there is no complete reply.
    fn send(&self, request: Request<Body>, attempt: Attempt) -> Result<Response<Body>, Error>;

    /// Whether it sends a body that is a stream piece by piece, and hands on the body of a success
    /// while it comes, where the attempt [says so](Attempt::streams_reply). One that does not is
    /// given whole bodies, and gives them.
    fn streams(&self) -> bool {
        false
    }
}

impl<F> Transport for F
where
    F: Fn(Request<Body>, Attempt) -> Result<Response<Body>, Error> + Send + Sync,
{
    fn send(&self, request: Request<Body>, attempt: Attempt) -> Result<Response<Body>, Error> {
        self(request, attempt)
    }
}

/// Tells a blocking client the time, and lets it sleep (feature `blocking`).
///
/// The default is the clock of the system. Tests put another one in its place, so that nobody
/// waits.
pub trait Clock: Send + Sync {
    /// The present instant.
    fn now(&self) -> Instant;

    /// Returns when the time has passed.
    fn sleep(&self, time: Duration);
}

/// The time as it is.
pub(super) struct SystemClock;

impl Clock for SystemClock {
    fn now(&self) -> Instant {
        Instant::now()
    }

    fn sleep(&self, time: Duration) {
        thread::sleep(time);
    }
}
