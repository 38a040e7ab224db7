//! Days.

use super::{ParseTimeError, parse};
use crate::runtime::lenient::{self, Lenient, Scalar};
use jiff::{Span, civil};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use std::{fmt, str::FromStr};

/// A day of the calendar, such as `2024-04-10`.
///
/// Where a service writes a time in its place, the day is what stands before it.
///
/// ```
/// use gotomeeting::{Date, Timestamp};
///
/// let day = Date::new(2024, 2, 28).expect("a day that exists");
/// assert_eq!(day.saturating_add_days(2).to_string(), "2024-03-01");
///
/// let last_week = Timestamp::now().utc_date().saturating_add_days(-7);
/// assert!(last_week < Timestamp::now().utc_date());
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date(pub(super) civil::Date);

impl Date {
    /// The day of that year, month and day of the month, where there is one.
    #[must_use]
    pub fn new(year: i16, month: i8, day: i8) -> Option<Self> {
        civil::Date::new(year, month, day).ok().map(Self)
    }

    /// The year.
    #[must_use]
    pub fn year(self) -> i16 {
        self.0.year()
    }

    /// The month, from 1.
    #[must_use]
    pub fn month(self) -> i8 {
        self.0.month()
    }

    /// The day of the month, from 1.
    #[must_use]
    pub fn day(self) -> i8 {
        self.0.day()
    }

    /// The day so many days later, or earlier where they are negative. Beyond the years -9999 to 9999
    /// it is the first or the last one there is.
    #[must_use]
    pub fn saturating_add_days(self, days: i32) -> Self {
        let bound = if days < 0 {
            civil::Date::MIN
        } else {
            civil::Date::MAX
        };
        let span = Span::new().try_days(days);
        let day = span.and_then(|span| self.0.checked_add(span));
        Self(day.unwrap_or(bound))
    }

    fn from_scalar<E: de::Error>(scalar: &Scalar) -> Result<Self, E> {
        let day = match scalar {
            Scalar::Text(text) => text.parse().ok(),
            _ => None,
        };
        day.ok_or_else(|| scalar.unexpected("a day"))
    }
}

impl FromStr for Date {
    type Err = ParseTimeError;

    fn from_str(text: &str) -> Result<Self, ParseTimeError> {
        parse::day(text).map(Self)
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0, f)
    }
}

impl fmt::Debug for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0, f)
    }
}

impl Serialize for Date {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Date {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Self::from_scalar(&lenient::scalar(deserializer)?)
    }
}

impl Lenient for Date {
    /// `null` and empty text are no day.
    fn lenient<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Self>, D::Error> {
        let scalar = lenient::scalar(deserializer)?;
        if scalar.is_blank() {
            Ok(None)
        } else {
            Self::from_scalar(&scalar).map(Some)
        }
    }
}
