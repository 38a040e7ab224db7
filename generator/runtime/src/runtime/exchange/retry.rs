//! Which failures are tried again, and when.

use crate::runtime::{Reply, Timestamp};
use http::{
    HeaderName, StatusCode,
    header::{DATE, RETRY_AFTER},
};
use std::{
    hash::{BuildHasher as _, RandomState},
    time::{Duration, SystemTime},
};

/// How often a call is tried, and how long it waits in between (features `reqwest` or `blocking`).
///
/// Only what is safe is tried again: a request that never arrived (no connection, 429) always;
/// after a timeout, a broken connection, 502, 503 or 504 only if its method is idempotent or the
/// call says so. A plain 500 is never tried again: what it means differs too much. A `Retry-After`
/// is followed. Otherwise the wait is random between nothing and a
/// bound that doubles each time ("full jitter"), so that clients that failed together do not come
/// back together. A wait that would not end in the call's time is not begun.
///
/// ```
/// use client_runtime::runtime::Retry;
/// use std::time::Duration;
///
/// let patient = Retry::attempts(5).backoff_from(Duration::from_secs(1));
/// let never = Retry::never();
/// ```
#[derive(Clone, Copy, Debug)]
#[must_use]
pub struct Retry {
    max_attempts: u32,
    first: Duration,
    longest: Duration,
}

impl Retry {
    /// Tries so many times at most, the first included.
    pub fn attempts(max_attempts: u32) -> Self {
        Self {
            max_attempts,
            ..Self::default()
        }
    }

    /// Tries once.
    pub fn never() -> Self {
        Self::attempts(1)
    }

    /// The bound of the first wait: 250 milliseconds, unless told otherwise.
    pub fn backoff_from(self, first: Duration) -> Self {
        Self { first, ..self }
    }

    /// What the bound stops doubling at: 20 seconds, unless told otherwise.
    pub fn backoff_up_to(self, longest: Duration) -> Self {
        Self { longest, ..self }
    }

    pub(super) fn max_attempts(&self) -> u32 {
        self.max_attempts
    }

    /// The wait after so many failures.
    pub(super) fn backoff(&self, failures: u32) -> Duration {
        let doubled = 2_u32.saturating_pow(failures.saturating_sub(1));
        let bound = self.first.saturating_mul(doubled).min(self.longest);
        // A hasher with random keys is as random as a wait has to be, without another crate.
        let random = RandomState::new().hash_one(failures) >> 32;
        let nanoseconds = (bound.as_nanos() * u128::from(random)) >> 32;
        Duration::from_nanos(u64::try_from(nanoseconds).unwrap_or(u64::MAX))
    }
}

/// Three attempts.
impl Default for Retry {
    fn default() -> Self {
        Self {
            max_attempts: 3,
            first: Duration::from_millis(250),
            longest: Duration::from_secs(20),
        }
    }
}

pub(super) fn may_repeat_after(status: StatusCode, is_idempotent: bool) -> bool {
    match status {
        StatusCode::TOO_MANY_REQUESTS => true,
        StatusCode::BAD_GATEWAY | StatusCode::SERVICE_UNAVAILABLE | StatusCode::GATEWAY_TIMEOUT => {
            is_idempotent
        }
        _ => false,
    }
}

/// The wait that a reply asks for, in seconds or up to a date.
///
/// A date is measured against the reply's own `Date` where there is one, so that clocks that
/// differ do no harm.
pub(super) fn asked_for(reply: &Reply) -> Option<Duration> {
    let text = |name: HeaderName| reply.headers().get(name)?.to_str().ok();
    let date = |text: &str| text.parse::<Timestamp>().ok().map(SystemTime::from);
    let retry_after = text(RETRY_AFTER)?.trim();
    if let Ok(seconds) = retry_after.parse() {
        return Some(Duration::from_secs(seconds));
    }
    let now = text(DATE).and_then(date).unwrap_or_else(SystemTime::now);
    Some(date(retry_after)?.duration_since(now).unwrap_or_default())
}
