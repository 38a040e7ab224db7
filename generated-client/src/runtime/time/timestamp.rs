//! Instants.

use super::{ParseTimeError, parse};
use crate::runtime::lenient::{self, Lenient, Scalar};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use std::{fmt, str::FromStr, time::SystemTime};

/// An instant, to the nanosecond.
///
/// It is written as RFC 3339 in UTC. It is read from that, and from what services write in its
/// place: offsets without a colon, a dot without a fraction, no offset (which means UTC), a day
/// alone (its first moment), RFC 1123, and Unix time in seconds or milliseconds.
///
/// ```
/// use gotomeeting::runtime::Timestamp;
///
/// let sloppy: Timestamp = "2024-04-10T18:24:05.+0000".parse()?;
/// assert_eq!(sloppy.to_string(), "2024-04-10T18:24:05Z");
/// # Ok::<(), gotomeeting::runtime::ParseTimeError>(())
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
