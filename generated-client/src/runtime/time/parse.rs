//! The forms in which services write times.

use jiff::{Timestamp, civil, fmt::rfc2822, tz::TimeZone};
use std::{borrow::Cow, error::Error, fmt};

/// A text that is no time in any form this crate knows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ParseTimeError(());

impl fmt::Display for ParseTimeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("neither RFC 3339 nor another known form of a time")
    }
}

impl Error for ParseTimeError {}

/// An instant: RFC 3339, the sloppy relatives of it, or RFC 1123.
pub(super) fn instant(text: &str) -> Result<Timestamp, ParseTimeError> {
    let text = without_idle_dot(text.trim());
    let internet = || text.parse().ok();
    // Without an offset it is UTC; a day alone is its first moment.
    let civil = || {
        TimeZone::UTC
            .to_timestamp(text.parse::<civil::DateTime>().ok()?)
            .ok()
    };
    let mail = || {
        rfc2822::DateTimeParser::new()
            .relaxed_weekday(true)
            .parse_timestamp(&*text)
            .ok()
    };
    internet()
        .or_else(civil)
        .or_else(mail)
        .ok_or(ParseTimeError(()))
}

/// A calendar day, also where a time stands after it.
pub(super) fn day(text: &str) -> Result<civil::Date, ParseTimeError> {
    without_idle_dot(text.trim())
        .parse()
        .map_err(|_| ParseTimeError(()))
}

/// Takes out a dot that no fraction follows: `18:24:05.+0000` is what some services write.
fn without_idle_dot(text: &str) -> Cow<'_, str> {
    match text.split_once('.') {
        Some((before, after)) if !after.starts_with(|digit: char| digit.is_ascii_digit()) => {
            [before, after].concat().into()
        }
        _ => text.into(),
    }
}
