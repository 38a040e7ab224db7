//! Conversions to and from jiff (feature `jiff`).

use super::{Date, Timestamp};

/// Needs the feature `jiff`.
impl From<jiff::Timestamp> for Timestamp {
    fn from(timestamp: jiff::Timestamp) -> Self {
        Self(timestamp)
    }
}

/// Needs the feature `jiff`.
impl From<Timestamp> for jiff::Timestamp {
    fn from(timestamp: Timestamp) -> Self {
        timestamp.0
    }
}

/// Needs the feature `jiff`.
impl From<jiff::civil::Date> for Date {
    fn from(date: jiff::civil::Date) -> Self {
        Self(date)
    }
}

/// Needs the feature `jiff`.
impl From<Date> for jiff::civil::Date {
    fn from(date: Date) -> Self {
        date.0
    }
}
