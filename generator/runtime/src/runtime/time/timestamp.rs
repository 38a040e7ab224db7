//! Instants.

use super::{Date, ParseTimeError, parse};
use crate::runtime::lenient::{self, Lenient, Scalar};
use jiff::{civil, tz::Offset};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use std::{
    fmt,
    ops::{Add, Sub},
    str::FromStr,
    time::{Duration, SystemTime},
};

/// An instant, to the nanosecond.
///
/// It is written as RFC 3339 in UTC. It is read from that, and from what services write in its
/// place: offsets without a colon, a dot without a fraction, no offset (which means UTC), a day
/// alone (its first moment), RFC 1123, and Unix time in seconds or milliseconds.
///
/// ```
/// use client_runtime::Timestamp;
///
/// let sloppy: Timestamp = "2024-04-10T18:24:05.+0000".parse()?;
/// assert_eq!(sloppy.to_string(), "2024-04-10T18:24:05Z");
/// # Ok::<(), client_runtime::runtime::ParseTimeError>(())
/// ```
///
/// It is made from a calendar, from the clock, or from another crate's time, and moved by a
/// [`Duration`]:
///
/// ```
/// use client_runtime::Timestamp;
/// use std::time::{Duration, SystemTime};
///
/// let start = Timestamp::from_utc(2024, 4, 10, 18, 0, 0).expect("a time that exists");
/// let end = start + Duration::from_secs(90 * 60);
/// assert_eq!(end.to_string(), "2024-04-10T19:30:00Z");
/// assert_eq!(end.saturating_duration_since(start), Duration::from_secs(5400));
///
/// let yesterday = Timestamp::from(SystemTime::now()) - Duration::from_secs(24 * 60 * 60);
/// assert!(yesterday < Timestamp::now());
/// ```
///
/// With the feature `jiff`, which knows time zones, or the feature `chrono`:
///
/// ```
/// # use client_runtime::Timestamp;
/// # #[cfg(feature = "jiff")] {
/// let noon: jiff::Timestamp = "2024-04-10T12:00+02:00".parse()?;
/// assert_eq!(Timestamp::from(noon).to_string(), "2024-04-10T10:00:00Z");
/// assert_eq!(jiff::Timestamp::from(Timestamp::from(noon)), noon);
/// # }
/// # #[cfg(feature = "chrono")] {
/// use chrono::{DateTime, Utc};
///
/// let noon = DateTime::<Utc>::from_timestamp(1_712_743_200, 0).expect("a time that exists");
/// assert_eq!(Timestamp::from(noon).to_string(), "2024-04-10T10:00:00Z");
/// assert_eq!(DateTime::from(Timestamp::from(noon)), noon);
/// # }
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Timestamp(pub(super) jiff::Timestamp);

impl Timestamp {
    /// The present instant. (Not in browsers, where the standard library has no clock.)
    #[cfg(not(all(target_family = "wasm", target_os = "unknown")))]
    #[must_use]
    pub fn now() -> Self {
        SystemTime::now().into()
    }

    /// The instant so many seconds after 1970 began in UTC. Beyond the years -9999 to 9999 it is
    /// the first or the last one there is.
    #[must_use]
    pub fn from_unix_seconds(seconds: i64) -> Self {
        Self::or_bound(jiff::Timestamp::from_second(seconds).ok(), seconds < 0)
    }

    /// The whole seconds since 1970 began in UTC.
    #[must_use]
    pub fn unix_seconds(self) -> i64 {
        self.0.as_second()
    }

    /// The instant at that date and time of day in UTC, where there is one: the month and the day
    /// count from 1, the hour goes from 0 to 23.
    #[must_use]
    pub fn from_utc(
        year: i16,
        month: i8,
        day: i8,
        hour: i8,
        minute: i8,
        second: i8,
    ) -> Option<Self> {
        let time = civil::DateTime::new(year, month, day, hour, minute, second, 0).ok()?;
        Offset::UTC.to_timestamp(time).ok().map(Self)
    }

    /// The day of that instant in UTC.
    #[must_use]
    pub fn utc_date(self) -> Date {
        Date(Offset::UTC.to_datetime(self.0).date())
    }

    /// The time that has passed since an earlier instant; none if that is not earlier.
    #[must_use]
    pub fn saturating_duration_since(self, earlier: Self) -> Duration {
        Duration::try_from(self.0.duration_since(earlier.0)).unwrap_or_default()
    }

    pub(super) fn or_bound(instant: Option<jiff::Timestamp>, is_before: bool) -> Self {
        let bound = if is_before {
            jiff::Timestamp::MIN
        } else {
            jiff::Timestamp::MAX
        };
        Self(instant.unwrap_or(bound))
    }

    /// Unix time as services write it: in seconds, or in milliseconds. Read as seconds, the first
    /// number that is taken for milliseconds would be the year 5138; as milliseconds it is 1973.
    fn from_unix(number: i128) -> Option<Self> {
        const FIRST_MILLISECONDS: u128 = 100_000_000_000;
        let number = i64::try_from(number).ok()?;
        let instant = if u128::from(number.unsigned_abs()) < FIRST_MILLISECONDS {
            jiff::Timestamp::from_second(number)
        } else {
            jiff::Timestamp::from_millisecond(number)
        };
        instant.ok().map(Self)
    }

    fn from_scalar<E: de::Error>(scalar: &Scalar) -> Result<Self, E> {
        let instant = match scalar {
            Scalar::Text(text) => text.parse().ok(),
            Scalar::Integer(number) => Self::from_unix(*number),
            _ => None,
        };
        instant.ok_or_else(|| scalar.unexpected("a time"))
    }
}

/// Beyond the years -9999 to 9999 it is the first or the last instant there is.
impl From<SystemTime> for Timestamp {
    fn from(time: SystemTime) -> Self {
        Self::or_bound(time.try_into().ok(), time < SystemTime::UNIX_EPOCH)
    }
}

impl From<Timestamp> for SystemTime {
    fn from(timestamp: Timestamp) -> Self {
        let since_epoch = timestamp.0.as_duration();
        let distance = since_epoch.unsigned_abs();
        let time = if since_epoch.is_negative() {
            Self::UNIX_EPOCH.checked_sub(distance)
        } else {
            Self::UNIX_EPOCH.checked_add(distance)
        };
        // Every platform's clock covers these years, but for far-off ones on Windows.
        time.unwrap_or(Self::UNIX_EPOCH)
    }
}

/// Beyond the years -9999 to 9999 it is the last instant there is.
impl Add<Duration> for Timestamp {
    type Output = Self;

    fn add(self, time: Duration) -> Self {
        Self::or_bound(self.0.checked_add(time).ok(), false)
    }
}

/// Beyond the years -9999 to 9999 it is the first instant there is.
impl Sub<Duration> for Timestamp {
    type Output = Self;

    fn sub(self, time: Duration) -> Self {
        Self::or_bound(self.0.checked_sub(time).ok(), true)
    }
}

impl FromStr for Timestamp {
    type Err = ParseTimeError;

    fn from_str(text: &str) -> Result<Self, ParseTimeError> {
        parse::instant(text).map(Self)
    }
}

impl fmt::Display for Timestamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0, f)
    }
}

impl fmt::Debug for Timestamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0, f)
    }
}

impl Serialize for Timestamp {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Timestamp {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Self::from_scalar(&lenient::scalar(deserializer)?)
    }
}

impl Lenient for Timestamp {
    /// `null` and empty text are no time.
    fn lenient<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Self>, D::Error> {
        let scalar = lenient::scalar(deserializer)?;
        if scalar.is_blank() {
            Ok(None)
        } else {
            Self::from_scalar(&scalar).map(Some)
        }
    }
}
