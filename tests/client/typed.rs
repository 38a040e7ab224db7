//! Typed replies, in the shapes that the service is known to send: nothing is lost, and what came
//! in earlier years is read too.

use gotomeeting::runtime::Operation;
use gotomeeting::types::{
    AccountStatus, ErrorBody, GroupKey, HistoricalMeeting, MeetingId, MeetingType, Organizer,
    OrganizerKey, ProductType,
};
use gotomeeting::{Call, Detached, Error, Timestamp, historical_meetings, organizers};
use serde_json::{Value, json};

use crate::calls::{instant, meeting, organizer};

/// What a call makes of a reply.
fn read<Op: Operation>(
    call: &Call<Op, Detached>,
    status: u16,
    body: &str,
) -> Result<Op::Output, Error> {
    let reply = http::Response::builder()
        .status(status)
        .body(body.to_owned());
    call.read(reply.expect("a response"))
}

fn sessions() -> Call<historical_meetings::List, Detached> {
    gotomeeting::historical_meetings().list(historical_meetings::ListArgs {
        start_date: Timestamp::now(),
        end_date: Timestamp::now(),
    })
}

fn history(body: &Value) -> HistoricalMeeting {
    read(&sessions(), 200, &body.to_string())
        .expect("a list")
        .remove(0)
}

fn organizer_of(body: &Value) -> Result<Organizer, Error> {
    let call = gotomeeting::organizers().get(OrganizerKey::from(77));
    read(&call, 200, &body.to_string())
}

#[test]
fn a_session_has_times_counts_and_ids_however_they_are_written() {
    let session = history(&json!([{
        "meetingId": "123456789", "sessionId": "4249995551112223334", "subject": "Tea",
        "startTime": "2024-04-10T18:24:05.+0000", "endTime": "", "duration": "72",
        "numAttendees": "14", "meetingType": "scheduled", "organizerKey": "8249995551112223334",
        "accountKey": "9007199254740993", "conferenceCallInfo": "PRIVATE", "locale": "fr_FR",
    }]));
    assert_eq!(session.start_time, Some(instant("2024-04-10T18:24:05Z")));
    assert_eq!(session.end_time, None, "an empty text is no time");
    assert_eq!(session.duration, Some(72));
    assert_eq!(session.num_attendees, Some(14));
    assert_eq!(session.meeting_id, Some(MeetingId::from(123_456_789)));
    let key = OrganizerKey::from(8_249_995_551_112_223_334_i64);
    assert_eq!(session.organizer_key, Some(key));
    assert_eq!(session.meeting_type, Some(MeetingType::Scheduled));
    assert_eq!(session.recording, None);

    let session = history(&json!([{
        "duration": 72, "numAttendees": null, "meetingType": "weekly",
        "recording": {"fileSize": 9_007_199_254_740_993_i64, "codec": "x"},
        "attendance": {"new": true},
    }]));
    assert_eq!((session.duration, session.num_attendees), (Some(72), None));
    assert_eq!(session.meeting_type, Some(MeetingType::from("weekly")));
    let recording = session.recording.expect("it was recorded");
    assert_eq!(recording.file_size, Some(9_007_199_254_740_993));
    assert_eq!(recording.extra["codec"], "x");
    assert_eq!(session.extra["attendance"], json!({"new": true}));
}

#[test]
fn a_meeting_to_come_tells_whether_it_needs_a_password() {
    let call = gotomeeting::groups().upcoming_meetings(GroupKey::from(1));
    for (written, known) in [
        (r#""false""#, Some(false)),
        (r#""true""#, Some(true)),
        ("true", Some(true)),
        (r#""""#, None),
        ("null", None),
    ] {
        let body = format!(r#"[{{"passwordRequired": {written}, "status": "INACTIVE"}}]"#);
        let list = read(&call, 200, &body).expect("a list");
        assert_eq!(list[0].password_required, known, "{written}");
    }
}

#[test]
fn the_key_of_a_reply_is_what_the_next_call_takes() {
    let body = r#"[{"groupkey": 8249995551112223334, "parentKey": "1", "status": "active"}]"#;
    let groups = read(&gotomeeting::groups().list(), 200, body).expect("a list");
    assert_eq!(groups[0].parent_key, Some(GroupKey::from(1)));
    assert_eq!(groups[0].status, Some(AccountStatus::Active));
    let key: GroupKey = groups[0].group_key.clone().expect("a key");
    let call = gotomeeting::groups().organizers(key);
    let request = call
        .http_request("https://api.example.com")
        .expect("a request");
    assert_eq!(
        request.uri().path(),
        "/groups/8249995551112223334/organizers"
    );
}

#[test]
fn products_may_be_missing_new_or_alone() {
    for (written, known) in [
        (json!([{}]), None),
        (json!([{"products": []}]), Some(vec![])),
        (
            json!([{"products": ["G2M", "OV"]}]),
            Some(vec![ProductType::G2M, ProductType::from("OV")]),
        ),
        (json!([{"products": "G2W"}]), Some(vec![ProductType::G2W])),
    ] {
        let one = organizer_of(&written).expect("one");
        assert_eq!(one.products, known, "{written}");
    }
}

#[test]
fn what_came_in_earlier_years_is_not_lost() {
    // Before 2016 or so there were no brackets, and keys were lower case.
    let one = organizer_of(&json!({"organizerkey": 77, "firstname": "Ada"})).expect("one");
    assert_eq!(one.extra["organizerkey"], 77);
    assert_eq!(one.extra["firstname"], "Ada");

    // In 2012 a new organizer was a bare number, which is no object.
    let call = gotomeeting::organizers().create(organizer());
    assert!(read(&call, 201, "77").expect_err("no object").is_decode());
    assert_eq!(
        read(&call.raw(), 201, "77").expect("as it came").text(),
        "77"
    );

    // In 2015 some accounts got their meetings in an envelope, and times as milliseconds.
    // (An envelope is no meeting: it is told, and not lost.)
    let envelope = r#"{"meetings":[{"recurring":true}]}"#;
    let call = sessions();
    let error = read(&call, 200, envelope).expect_err("no list");
    assert!(error.is_decode(), "{error}");
    assert_eq!(
        error.body().map(|body| body.text().into_owned()).as_deref(),
        Some(envelope)
    );
    assert_eq!(
        read(&call.raw(), 200, envelope).expect("as it came").text(),
        envelope
    );
    let session = history(&json!([{"startTime": 1_712_773_445_000_i64}]));
    assert_eq!(session.start_time, Some(instant("2024-04-10T18:24:05Z")));
}

#[test]
fn one_is_promised_and_another_count_is_an_error() {
    let one = organizer_of(&json!([{"organizerKey": "77"}])).expect("one");
    assert_eq!(one.organizer_key, Some(OrganizerKey::from(77)));
    for (body, message) in [
        (
            json!([]),
            "it holds nothing, where exactly one value was promised",
        ),
        (
            json!([{}, {}]),
            "it holds 2 values, where exactly one was promised",
        ),
    ] {
        let error = organizer_of(&body).expect_err("not one");
        assert!(error.is_decode(), "{error}");
        assert!(error.to_string().contains(message), "{error}");
        assert_eq!(error.body().expect("it is kept").text(), body.to_string());
    }
    let body = r#"[{"meetingid": 123456789, "joinURL": "https://x", "maxParticipants": "26"}]"#;
    let created = read(&gotomeeting::meetings().create(meeting()), 201, body).expect("one");
    assert_eq!(created.meeting_id, Some(MeetingId::from("123456789")));
    assert_eq!(created.max_participants, Some(26));
}

#[test]
fn attendees_have_the_session_they_were_in() {
    let call = gotomeeting::organizers().attendees(organizers::AttendeesArgs {
        organizer_key: OrganizerKey::from(77),
        start_date: Timestamp::now(),
        end_date: Timestamp::now(),
    });
    let body = r#"[{
        "attendeeName": "Bob", "attendeeEmail": "", "joinTime": "2024-04-10T18:24:05.+0000",
        "meetingInstanceKey": 4249995551112223334, "meetingId": 123456789,
        "newMeetingId": "331-536-871", "organizerkey": 77, "groupName": "NA"
    }]"#;
    let attendees = read(&call, 200, body).expect("a list");
    let attendee = &attendees[0];
    assert_eq!(attendee.attendee_email.as_deref().unwrap_or_default(), "");
    assert_eq!(attendee.join_time, Some(instant("2024-04-10T18:24:05Z")));
    assert_eq!(attendee.organizer_key, Some(OrganizerKey::from(77)));
    assert_eq!(attendee.new_meeting_id.as_deref(), Some("331-536-871"));
    let session = attendee.meeting_instance_key.as_ref().expect("a session");
    assert_eq!(session.as_str(), "4249995551112223334");
}

#[test]
fn what_changes_something_gives_nothing() {
    let call = gotomeeting::organizers().delete(OrganizerKey::from(77));
    for (status, body) in [(204, ""), (200, "[]"), (200, "done")] {
        let () = read(&call, status, body).expect("a success");
    }
}

#[test]
fn a_failure_has_a_typed_body() {
    let call = gotomeeting::organizers().create(organizer());
    for (status, body, said) in [
        (
            403,
            r#"{"int_err_code":"InvalidToken","msg":"Invalid token passed"}"#,
            "InvalidToken",
        ),
        (
            400,
            r#"{"err":"InvalidRequest","message":"starttime"}"#,
            "InvalidRequest",
        ),
        (409, r#"{"error":"exists","incident":7}"#, "exists"),
    ] {
        let error = read(&call, status, body).expect_err("a failure");
        let known: ErrorBody = error.body_as().expect("it is one");
        let mut words = [&known.code, &known.err, &known.error]
            .into_iter()
            .flatten();
        assert!(words.any(|word| word == said), "{known:?}");
        assert_eq!(known.extra.len(), usize::from(body.contains("incident")));
    }
    let error = read(&call, 500, "<html>").expect_err("a failure");
    assert_eq!(error.body_as::<ErrorBody>(), None);
}
