//! Time that passes when someone waits.

use std::{
    sync::{Arc, Mutex, PoisonError},
    time::{Duration, Instant},
};

/// A clock that stands still until someone sleeps, and then is there at once (feature `mock`).
///
/// Clones are the same clock.
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
