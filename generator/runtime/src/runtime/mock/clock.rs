//! Time that passes when someone waits.

use std::{
    sync::{Arc, Mutex, PoisonError},
    time::{Duration, Instant},
};

/// A clock that stands still until someone sleeps, and then is there at once (feature `mock`).
///
/// It begins at the present time, and clones are the same clock. Waits between attempts, the time
/// that a call may take, and the end of OAuth 2.0 tokens go by the clock of the client. So
/// [`advance`](Self::advance) shows whether tokens are renewed in time:
///
/// ```
/// # #[cfg(all(feature = "blocking", feature = "oauth2"))] {
/// use client_runtime::{
///     blocking::Client,
///     mock::{Mock, MockClock},
///     oauth2::{Grant, OAuth2},
/// };
/// use serde_json::json;
/// use std::time::Duration;
/// # use client_runtime::runtime::{About, Error, Method, Operation, Reply, RequestWriter};
/// # struct Ping;
/// # impl Operation for Ping {
/// #     const ABOUT: About = About { name: "ping", method: Method::GET, path: "/ping" };
/// #     type Output = ();
/// #     fn write(&self, _: &mut RequestWriter) {}
/// #     fn read(reply: Reply) -> Result<(), Error> { reply.empty() }
/// # }
///
/// let (mock, clock) = (Mock::new(), MockClock::new());
/// mock.reply("oauth2.token", 200, &json!({"access_token": "a", "expires_in": 3600}));
/// mock.reply("ping", 204, &json!(null));
/// let app = OAuth2::new("client id", "https://login.example.com/token");
/// let client = Client::builder()
///     .base_url("https://api.example.com")
///     .oauth2(app.session(Grant::client_credentials()))
///     .transport(mock.clone())
///     .clock(clock.clone())
///     .build()?;
///
/// // `Ping` stands for any operation.
/// client.call(Ping).send()?;
/// client.call(Ping).send()?;
/// assert_eq!(mock.requests().len(), 3); // one for the token
/// clock.advance(Duration::from_secs(3600));
/// client.call(Ping).send()?;
/// assert_eq!(mock.requests().len(), 5); // and one more
/// # }
/// # Ok::<(), client_runtime::runtime::Error>(())
/// ```
#[derive(Clone, Debug)]
pub struct MockClock {
    start: Instant,
    sleeps: Arc<Mutex<Vec<Duration>>>,
}

impl MockClock {
    /// A clock that nobody has waited for yet.
    #[must_use]
    pub fn new() -> Self {
        Self {
            start: Instant::now(),
            sleeps: Arc::default(),
        }
    }

    /// The waits so far, each of which was over at once.
    #[must_use]
    pub fn sleeps(&self) -> Vec<Duration> {
        self.sleeps
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .clone()
    }

    /// Lets time pass.
    pub fn advance(&self, time: Duration) {
        self.sleeps
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .push(time);
    }

    fn time(&self) -> Instant {
        let passed = self
            .sleeps()
            .iter()
            .fold(Duration::ZERO, |sum, sleep| sum.saturating_add(*sleep));
        self.start.checked_add(passed).unwrap_or(self.start)
    }
}

impl Default for MockClock {
    fn default() -> Self {
        Self::new()
    }
}

#[cfg(feature = "reqwest")]
impl crate::runtime::Clock for MockClock {
    fn now(&self) -> Instant {
        self.time()
    }

    fn sleep(&self, time: Duration) -> std::pin::Pin<Box<dyn Future<Output = ()> + Send + '_>> {
        self.advance(time);
        Box::pin(std::future::ready(()))
    }
}

#[cfg(feature = "blocking")]
impl crate::runtime::blocking::Clock for MockClock {
    fn now(&self) -> Instant {
        self.time()
    }

    fn sleep(&self, time: Duration) {
        self.advance(time);
    }
}
