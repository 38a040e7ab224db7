//! Not asking faster than a service allows.

use std::{
    sync::{Mutex, PoisonError},
    time::{Duration, Instant},
};

/// Lets so many requests pass in a second: all at once when none came before, evenly afterwards.
#[derive(Debug)]
pub(in crate::runtime) struct RateLimit {
    interval: Duration,
    /// How far requests may run ahead of their turn.
    burst: Duration,
    /// Whose turn is next, if requests came evenly.
    next: Mutex<Option<Instant>>,
}

impl RateLimit {
    pub(in crate::runtime) fn per_second(requests: u32) -> Self {
        let interval = Duration::from_secs(1) / requests.max(1);
        Self {
            interval,
            burst: Duration::from_secs(1).saturating_sub(interval),
            next: Mutex::new(None),
        }
    }

    /// Takes a turn. Tells how long to wait for it, if it is not now.
    pub(super) fn admit(&self, now: Instant) -> Option<Duration> {
        // A turn is either taken or not: a panic elsewhere left nothing half done.
        let mut next = self.next.lock().unwrap_or_else(PoisonError::into_inner);
        let turn = next.unwrap_or(now).max(now);
        *next = Some(turn + self.interval);
        let wait = turn
            .saturating_duration_since(now)
            .saturating_sub(self.burst);
        (!wait.is_zero()).then_some(wait)
    }
}
