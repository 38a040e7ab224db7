//! Conversions to and from chrono (feature `chrono`).

use super::{Date, Timestamp};
use chrono::{DateTime, Datelike as _, NaiveDate, TimeZone, Utc};

/// Needs the feature `chrono`. Beyond the years -9999 to 9999 it is the first or the last instant
/// there is.
impl<Tz: TimeZone> From<DateTime<Tz>> for Timestamp {
    fn from(time: DateTime<Tz>) -> Self {
        // A leap second has more nanoseconds than a second.
        let nanosecond = time.timestamp_subsec_nanos().min(999_999_999);
        let instant = jiff::Timestamp::new(time.timestamp(), nanosecond.cast_signed());
        Self::or_bound(instant.ok(), time.timestamp() < 0)
    }
}

/// Needs the feature `chrono`.
impl From<Timestamp> for DateTime<Utc> {
    fn from(timestamp: Timestamp) -> Self {
        // Rounded towards the past, so that the nanoseconds count forwards as chrono wants them.
        let nanoseconds = timestamp.0.as_nanosecond();
        let second = i64::try_from(nanoseconds.div_euclid(1_000_000_000)).ok();
        let subsecond = u32::try_from(nanoseconds.rem_euclid(1_000_000_000)).ok();
        let time = second
            .zip(subsecond)
            .and_then(|(second, subsecond)| Self::from_timestamp(second, subsecond));
        // All our years are years of chrono.
        time.unwrap_or_default()
    }
}

/// Needs the feature `chrono`. Beyond the years -9999 to 9999 it is the first or the last day there
/// is.
impl From<NaiveDate> for Date {
    fn from(date: NaiveDate) -> Self {
        let year = i16::try_from(date.year()).ok();
        let month_day = i8::try_from(date.month())
            .ok()
            .zip(i8::try_from(date.day()).ok());
        let day = year
            .zip(month_day)
            .and_then(|(year, (month, day))| Self::new(year, month, day));
        let bound = if date.year() < 0 {
            jiff::civil::Date::MIN
        } else {
            jiff::civil::Date::MAX
        };
        day.unwrap_or(Self(bound))
    }
}

/// Needs the feature `chrono`.
impl From<Date> for NaiveDate {
    fn from(date: Date) -> Self {
        let month = u32::from(date.month().unsigned_abs());
        let day = u32::from(date.day().unsigned_abs());
        // All our days are days of chrono.
        Self::from_ymd_opt(date.year().into(), month, day).unwrap_or_default()
    }
}
