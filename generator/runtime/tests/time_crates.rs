//! Times of other crates.

#![cfg(all(feature = "chrono", feature = "jiff"))]
#![allow(clippy::unwrap_used, reason = "a test that panics has failed")]

use chrono::{DateTime, FixedOffset, NaiveDate, Utc};
use client_runtime::runtime::{Date, Timestamp};

#[test]
fn instants_and_days_are_those_of_other_crates() {
    for text in [
        "2024-04-10T18:24:05.123456789Z",
        "1969-12-31T23:59:59.999999999Z",
        "-009999-01-02T01:59:59Z",
    ] {
        let timestamp: Timestamp = text.parse().unwrap();
        assert_eq!(
            Timestamp::from(DateTime::<Utc>::from(timestamp)),
            timestamp,
            "{text}"
        );
        assert_eq!(
            Timestamp::from(jiff::Timestamp::from(timestamp)),
            timestamp,
            "{text}"
        );
    }
    let elsewhere: DateTime<FixedOffset> = "2024-04-10T20:24:05+02:00".parse().unwrap();
    assert_eq!(
        Timestamp::from(elsewhere).to_string(),
        "2024-04-10T18:24:05Z"
    );
    assert_eq!(
        Timestamp::from(DateTime::<Utc>::MAX_UTC).to_string(),
        "9999-12-30T22:00:00.999999999Z"
    );
    assert!(
        Timestamp::from(DateTime::<Utc>::MIN_UTC)
            .to_string()
            .starts_with("-009999-01-02")
    );

    let day = Date::new(2024, 2, 29).unwrap();
    assert_eq!(Date::from(NaiveDate::from(day)), day);
    assert_eq!(Date::from(jiff::civil::Date::from(day)), day);
    assert_eq!(Date::from(NaiveDate::MAX).to_string(), "9999-12-31");
    assert_eq!(Date::from(NaiveDate::MIN).year(), -9999);
}
