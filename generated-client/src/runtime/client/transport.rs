//! What moves the bytes of an async client, and what tells it the time.

use crate::runtime::{Attempt, Body, Error};
use http::{Request, Response};
use std::{
    future::Future,
    pin::Pin,
    time::{Duration, Instant},
};

/// What a [`Transport`] returns.
pub type TransportFuture<'a> =
    Pin<Box<dyn Future<Output = Result<Response<Body>, Error>> + Send + 'a>>;

/// Sends requests for an async client (feature `reqwest`).
///
/// Any closure of the right form is one, so that another HTTP stack, a proxy or a test fits in:
///
/// ```
/// # tokio::runtime::Builder::new_current_thread().enable_all().build()?.block_on(async {
/// use gotomeeting::runtime::{Attempt, Body, Client, Error};
/// use http::{Request, Response};
///
/// let client = Client::builder()
///     .base_url("https://api.example.com")
///     .transport(|request: Request<Body>, attempt: Attempt| async move {
///         println!("{}: {} {}", attempt.operation(), request.method(), request.uri().path());
///         Ok::<_, Error>(Response::new(Body::from("[]")))
///     })
///     .build()?;
/// # use gotomeeting::runtime::{About, Method, Operation, Reply, RequestWriter};
/// # struct Ping;
/// # impl Operation for Ping {
/// #     const ABOUT: About = About { name: "ping", method: Method::GET, path: "/ping" };
/// #     type Output = Body;
/// #     fn write(&self, _: &mut RequestWriter) {}
/// #     fn read(reply: Reply) -> Result<Body, Error> { Ok(reply.into_body()) }
/// # }
/// // `Ping` stands for any operation.
/// assert_eq!(client.call(Ping).await?.text(), "[]");
/// # Ok::<(), Error>(())
/// # })?;
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub trait Transport: Send + Sync {
    /// Sends a request, and reads the reply to its end, or to that of its headers where it
    /// [`streams`](Self::streams).
    ///
    /// It follows no redirect and does not try again: that is decided by whoever calls. It keeps to
    /// the limits of the attempt. When it fails, [`Error::connect`], [`Error::timeout`],
    /// [`Error::transport`] and [`Error::too_large`] say how, since that decides whether the
    /// request may be sent again.
    fn send(&self, request: Request<Body>, attempt: Attempt) -> TransportFuture<'_>;

    /// Whether it sends a body that is a stream piece by piece, and hands on the body of a success
    /// while it comes, where the attempt [says so](Attempt::streams_reply). One that does not is
    /// given whole bodies, and gives them.
    fn streams(&self) -> bool {
        false
    }
}

impl<F, Reply> Transport for F
where
    F: Fn(Request<Body>, Attempt) -> Reply + Send + Sync,
    Reply: Future<Output = Result<Response<Body>, Error>> + Send + 'static,
{
    fn send(&self, request: Request<Body>, attempt: Attempt) -> TransportFuture<'_> {
        Box::pin(self(request, attempt))
    }
}

/// Tells an async client the time, and wakes it (feature `reqwest`).
///
/// The default is the clock of the system and of tokio. Tests put another one in its place, so that
/// nobody waits.
pub trait Clock: Send + Sync {
    /// The present instant.
    fn now(&self) -> Instant;

    /// Ends when the time has passed.
    fn sleep(&self, time: Duration) -> Pin<Box<dyn Future<Output = ()> + Send + '_>>;
}

/// The time as it is.
pub(super) struct SystemClock;

impl Clock for SystemClock {
    fn now(&self) -> Instant {
        Instant::now()
    }

    fn sleep(&self, time: Duration) -> Pin<Box<dyn Future<Output = ()> + Send + '_>> {
        Box::pin(tokio::time::sleep(time))
    }
}
