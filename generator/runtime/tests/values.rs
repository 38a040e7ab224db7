//! Identifiers, open enums, times, secrets and bodies by themselves.

#![allow(clippy::unwrap_used, reason = "a test that panics has failed")]

mod support;

use client_runtime::{
    runtime::{Body, Date, Secret, Timestamp, http::Response},
    sample::{Organizer, OrganizerKey, Organizers, ProductType},
};
use std::{
    collections::HashSet,
    time::{Duration, SystemTime},
};
use support::CANARY;

#[test]
fn an_identifier_is_its_text_and_goes_back_as_it_came() {
    for json in [
        "8251846513123456789",
        "18446744073709551615",
        "-3",
        r#""00123""#,
        r#""a/b""#,
    ] {
        let key: OrganizerKey = serde_json::from_str(json).unwrap();
        assert_eq!(serde_json::to_string(&key).unwrap(), json);
        assert_eq!(key.to_string(), json.trim_matches('"'));
    }
    assert_eq!(OrganizerKey::from(7_u64), OrganizerKey::from("7"));
    assert_eq!(
        HashSet::from([OrganizerKey::from(7), OrganizerKey::from("7".to_owned())]).len(),
        1
    );
    let vast = OrganizerKey::from(u128::MAX);
    assert_eq!(vast.as_str(), "340282366920938463463374607431768211455");
    assert_eq!(serde_json::to_string(&vast).unwrap(), vast.as_str());
    assert_eq!(format!("{:?}", OrganizerKey::from(7)), "OrganizerKey(7)");
}

#[test]
fn a_number_too_large_to_be_exact_is_no_identifier() {
    let error = serde_json::from_str::<OrganizerKey>("123456789012345678901234567890").unwrap_err();
    assert!(error.to_string().contains("no exact identifier"), "{error}");
    assert_eq!(
        serde_json::from_str::<OrganizerKey>("12.0")
            .map_err(|error| error.to_string())
            .unwrap_err(),
        "12 is no exact identifier"
    );
}

#[test]
fn an_open_enum_keeps_what_it_does_not_know() {
    assert_eq!(ProductType::from("G2M"), ProductType::G2m);
    assert_eq!(ProductType::VALUES, [ProductType::G2m, ProductType::G2w]);
    for json in [r#""G2W""#, r#""g2w""#, r#""""#, r#""ü\n""#] {
        let product: ProductType = serde_json::from_str(json).unwrap();
        assert_eq!(serde_json::to_string(&product).unwrap(), json);
    }
    assert_eq!(
        serde_json::from_str::<ProductType>("3").unwrap().as_str(),
        "3"
    );
    assert_eq!(
        serde_json::from_str::<ProductType>("true")
            .unwrap()
            .to_string(),
        "true"
    );
    assert!(serde_json::from_str::<ProductType>("null").is_err());
}

#[test]
fn times_are_read_in_the_forms_that_services_write() {
    for (text, instant) in [
        ("2024-04-10T18:24:05Z", "2024-04-10T18:24:05Z"),
        ("2024-04-10T18:24:05.120Z", "2024-04-10T18:24:05.12Z"),
        ("2024-04-10T18:24:05.+0000", "2024-04-10T18:24:05Z"),
        ("2024-04-10T20:24:05+0200", "2024-04-10T18:24:05Z"),
        ("2024-04-10T20:24:05+02:00", "2024-04-10T18:24:05Z"),
        ("2024-04-10T18:24:05", "2024-04-10T18:24:05Z"),
        ("2024-04-10 18:24:05", "2024-04-10T18:24:05Z"),
        (" 2024-04-10 ", "2024-04-10T00:00:00Z"),
        ("Wed, 10 Apr 2024 18:24:05 GMT", "2024-04-10T18:24:05Z"),
        ("Mon, 10 Apr 2024 18:24:05 GMT", "2024-04-10T18:24:05Z"),
    ] {
        assert_eq!(
            text.parse::<Timestamp>()
                .map(|time| time.to_string())
                .as_deref(),
            Ok(instant),
            "{text}"
        );
    }
    for text in ["", "yesterday", "2024-13-01", "2024-04-10T25:00:00Z", "."] {
        assert!(text.parse::<Timestamp>().is_err(), "{text}");
    }
    assert_eq!(
        serde_json::from_str::<Timestamp>("1712773445")
            .unwrap()
            .to_string(),
        "2024-04-10T18:24:05Z"
    );
    assert_eq!(
        serde_json::from_str::<Timestamp>("1712773445123")
            .unwrap()
            .to_string(),
        "2024-04-10T18:24:05.123Z"
    );
}

#[test]
fn times_are_system_times_and_back() {
    for nanoseconds in [0, 1, 1_712_773_445_000_000_001] {
        let after = SystemTime::UNIX_EPOCH + Duration::from_nanos(nanoseconds);
        let before = SystemTime::UNIX_EPOCH - Duration::from_nanos(nanoseconds);
        for time in [after, before] {
            assert_eq!(SystemTime::from(Timestamp::from(time)), time);
        }
    }
    assert_eq!(
        Timestamp::from_unix_seconds(1_712_773_445).unix_seconds(),
        1_712_773_445
    );
    assert_eq!(
        Timestamp::from_unix_seconds(i64::MAX).to_string(),
        "9999-12-30T22:00:00.999999999Z"
    );
}

#[test]
fn times_are_moved_within_the_years_that_there_are() {
    let second = Duration::from_secs(1);
    let time = Timestamp::from_utc(2024, 2, 29, 23, 59, 59).unwrap();
    assert_eq!(time.to_string(), "2024-02-29T23:59:59Z");
    assert_eq!((time + second).to_string(), "2024-03-01T00:00:00Z");
    assert_eq!(time + second - second, time);
    assert_eq!((time + second).saturating_duration_since(time), second);
    assert_eq!(
        time.saturating_duration_since(time + second),
        Duration::ZERO
    );
    let (first, last) = (
        Timestamp::from_unix_seconds(i64::MIN),
        Timestamp::from_unix_seconds(i64::MAX),
    );
    assert_eq!((time - Duration::MAX, time + Duration::MAX), (first, last));
    assert!(last.saturating_duration_since(first) > Duration::from_secs(600_000_000_000));
    for wrong in [
        (2023, 2, 29, 0),
        (2024, 13, 1, 0),
        (2024, 1, 1, 24),
        (2024, 1, 0, -1),
    ] {
        let (year, month, day, hour) = wrong;
        assert_eq!(Timestamp::from_utc(year, month, day, hour, 0, 0), None);
    }
    let day = time.utc_date();
    assert_eq!(day.saturating_add_days(1).to_string(), "2024-03-01");
    assert_eq!(day.saturating_add_days(-366).to_string(), "2023-02-28");
    assert_eq!(
        day.saturating_add_days(i32::MAX),
        last.utc_date().saturating_add_days(1)
    );
    assert!(day.saturating_add_days(i32::MIN) < first.utc_date());
}

#[test]
fn days_are_days_also_where_a_time_follows() {
    let day = Date::new(2024, 4, 10).unwrap();
    for text in ["2024-04-10", "2024-04-10T23:24:05.+0000"] {
        assert_eq!(text.parse::<Date>(), Ok(day), "{text}");
    }
    assert_eq!(day.to_string(), "2024-04-10");
    assert_eq!((day.year(), day.month(), day.day()), (2024, 4, 10));
    assert_eq!(Date::new(2023, 2, 29), None);
}

#[test]
fn replies_are_read_leniently() {
    let read =
        |json: &str| serde_json::from_str::<Organizer>(json).map_err(|error| error.to_string());
    let organizer = read(
        r#"{"organizerKey": 42, "maxNumAttendees": "26", "products": ["G2M", null, "X"], "new": {}}"#,
    );
    let organizer = organizer.unwrap();
    assert_eq!(organizer.organizer_key, Some(OrganizerKey::from("42")));
    assert_eq!(organizer.max_num_attendees, Some(26));
    assert_eq!(organizer.products, Some(vec![ProductType::G2m, "X".into()]));
    for nothing in [
        r"{}",
        r#"{"organizerKey": null, "maxNumAttendees": null, "products": null}"#,
        r#"{"organizerKey": "", "maxNumAttendees": " ", "products": ""}"#,
    ] {
        assert_eq!(read(nothing).unwrap(), Organizer::default(), "{nothing}");
    }
    assert_eq!(
        read(r#"{"products": "G2W"}"#).unwrap().products,
        Some(vec![ProductType::G2w])
    );
    assert_eq!(
        read(r#"{"maxNumAttendees": 26.0}"#)
            .unwrap()
            .max_num_attendees,
        Some(26)
    );
    assert!(
        read(r#"{"maxNumAttendees": "many"}"#)
            .unwrap_err()
            .starts_with(r#"at maxNumAttendees: "many", expected a 64-bit integer"#)
    );
    assert!(
        read(r#"{"maxNumAttendees": {"a": 1}}"#)
            .unwrap_err()
            .contains("expected a 64-bit integer")
    );
}

#[test]
fn an_object_that_is_no_item_is_no_list_of_one() {
    let read = |json| Organizers::new(()).list().read(Response::new(json));
    let known = read(r#"{"organizerKey": null, "new": 1}"#).unwrap();
    assert_eq!((known.len(), known[0].extra.len()), (1, 1));
    let error = read(r#"{"error": "x"}"#).unwrap_err();
    assert!(error.is_decode(), "{error:?}");
    assert_eq!(
        error.to_string(),
        "organizers.list: the reply cannot be read: an object without any field of Organizer, where a \
         list of them was promised at line 1 column 14, near `{\"error\": \"x\"}`"
    );
    // In brackets it is an item, whatever it holds.
    assert_eq!(read(r#"[{"error": "x"}]"#).unwrap().len(), 1);
    assert_eq!(read("{}").unwrap(), [Organizer::default()]);
}

#[test]
fn a_secret_is_not_seen() {
    let secret = Secret::from(CANARY);
    assert_eq!(format!("{secret:?} {secret:#?}"), "Secret(…) Secret(…)");
    assert_eq!(secret.clone().expose(), CANARY);
}

#[test]
fn an_empty_body_says_nothing_in_json() {
    let body = Body::default();
    assert_eq!(body.json::<Option<u8>>().unwrap(), None);
    assert!(body.json::<Vec<u8>>().unwrap().is_empty());
    assert_eq!(body.json::<Organizer>().unwrap(), Organizer::default());
    assert!(body.json::<u8>().unwrap_err().is_decode());
    assert_eq!(Body::from("\u{FEFF}[1]").json::<Vec<u8>>().unwrap(), [1]);
}

#[test]
fn an_error_names_the_place_in_the_json() {
    let error = Body::from(r#"[{"maxNumAttendees": 1}, {"maxNumAttendees": "x"}]"#)
        .json::<Vec<Organizer>>()
        .unwrap_err();
    assert_eq!(
        error.to_string(),
        "the reply cannot be read: at [1].maxNumAttendees: \"x\", expected a 64-bit integer at line 1 column 49, \
         near `s\": 1}, {\"maxNumAttendees\": \"x\"}]`"
    );
    let reply = |json| Organizers::new(()).list().read(Response::new(json));
    assert_eq!(
        reply(r#"[{}, {"maxNumAttendees": "x"}]"#)
            .unwrap_err()
            .to_string(),
        "organizers.list: the reply cannot be read: at [1].maxNumAttendees: \"x\", expected a 64-bit integer at line 1 \
         column 29, near `[{}, {\"maxNumAttendees\": \"x\"}]`"
    );
    assert!(
        Body::from("[1] 2")
            .json::<Vec<u8>>()
            .unwrap_err()
            .to_string()
            .contains("trailing characters")
    );
}

#[test]
fn a_body_is_not_shown() {
    let body = Body::new("text/plain", CANARY);
    assert_eq!(
        format!("{body:?}"),
        r#"Body { len: 13, content_type: Some("text/plain") }"#
    );
}
