//! Values on their way: encoded where they are sent, kept where they are not known.

use gotomeeting::types::{ConferenceCallInfo, GroupKey, MeetingId, OrganizerKey, ProductType};
use gotomeeting::{Body, Timestamp, Value, historical_meetings, organizers};
use serde_json::json;

use crate::calls::{instant, meeting, organizer};
use crate::server::Server;

/// Every character that means something in a URL, a space and a letter beyond ASCII.
const STRANGE: &str = "a/b ü%?#&+";
const ENCODED: &str = "a%2Fb%20%C3%BC%25%3F%23%26%2B";

#[tokio::test]
async fn a_value_in_the_path_is_one_segment() {
    let server = Server::silent().await;
    server
        .client()
        .organizers()
        .get(OrganizerKey::from(STRANGE))
        .await
        .expect("sent");
    assert_eq!(
        server.only().target,
        format!("/G2M/rest/organizers/{ENCODED}")
    );
}

#[tokio::test]
async fn a_value_in_the_query_is_one_value() {
    let server = Server::silent().await;
    server
        .client()
        .organizers()
        .list()
        .email(STRANGE)
        .await
        .expect("sent");
    assert_eq!(
        server.only().target,
        format!("/G2M/rest/organizers?email={ENCODED}")
    );
}

/// An empty segment or `..` would reach another resource: deleting nobody must not delete all.
#[tokio::test]
async fn a_path_that_would_reach_something_else_is_not_sent() {
    let server = Server::silent().await;
    for key in ["", ".", ".."] {
        let call = server.client().organizers().delete(OrganizerKey::from(key));
        let error = call.await.expect_err("not sent");
        assert!(error.is_request(), "{error}");
        assert!(
            error.to_string().starts_with("organizers.delete: "),
            "{error}"
        );
    }
    assert!(server.is_untouched());
}

#[test]
fn identifiers_come_from_numbers_and_text() {
    let largest = GroupKey::from(i64::MAX);
    assert_eq!(largest.as_str(), "9223372036854775807");
    assert_eq!(largest, GroupKey::from("9223372036854775807"));
    assert_eq!(format!("{}", MeetingId::from("331-536-871")), "331-536-871");
    assert_eq!("77".parse(), Ok(OrganizerKey::from(77)));
}

/// A number stays a number and text stays text, to the last digit.
#[test]
fn identifiers_are_written_as_they_were_read() {
    for json in [
        "9223372036854775807",
        "18446744073709551615",
        r#""9007199254740993""#,
        r#""NA""#,
    ] {
        let key: OrganizerKey = serde_json::from_str(json).expect("an identifier");
        assert_eq!(serde_json::to_string(&key).expect("JSON"), json);
    }
    serde_json::from_str::<OrganizerKey>("1.5").expect_err("it would name something else");
}

#[test]
fn enums_keep_what_they_do_not_know() {
    let known: ConferenceCallInfo = "Hybrid".into();
    assert_eq!(known, ConferenceCallInfo::Hybrid);
    let unknown = ConferenceCallInfo::from("hybrid");
    assert!(matches!(&unknown, ConferenceCallInfo::Unknown(value) if value.as_str() == "hybrid"));
    assert_eq!(unknown.to_string(), "hybrid");
    assert!(!ConferenceCallInfo::VALUES.contains(&unknown));
}

#[test]
fn enums_are_written_as_they_were_read() {
    for text in ProductType::VALUES
        .iter()
        .map(ProductType::as_str)
        .chain(["OV", "g2m", ""])
    {
        let value: ProductType = serde_json::from_value(json!(text)).expect("a product");
        assert_eq!(value, ProductType::from(text));
        assert_eq!(serde_json::to_value(&value).expect("JSON"), json!(text));
    }
}

#[tokio::test]
async fn an_unknown_value_is_sent_as_it_is() {
    let server = Server::silent().await;
    let mut body = meeting();
    body.conferencecallinfo = "PSTN: +49 89 1234".into();
    server.client().meetings().create(body).await.expect("sent");
    let sent = server.only().json();
    assert_eq!(sent["conferencecallinfo"], "PSTN: +49 89 1234");
}

#[test]
fn times_are_written_in_utc_and_read_however_the_service_writes_them() {
    for (read, written) in [
        ("2024-04-10T18:24:05Z", "2024-04-10T18:24:05Z"),
        ("2024-04-10T18:24:05.+0000", "2024-04-10T18:24:05Z"),
        ("2024-04-10T20:24:05+02:00", "2024-04-10T18:24:05Z"),
        ("2024-04-10T18:24:05.250Z", "2024-04-10T18:24:05.25Z"),
        ("2024-04-10T18:24:05", "2024-04-10T18:24:05Z"),
    ] {
        assert_eq!(instant(read).to_string(), written, "{read}");
    }
    let milliseconds: Timestamp =
        serde_json::from_value(json!(1_712_773_445_000_i64)).expect("a time");
    assert_eq!(milliseconds, instant("2024-04-10T18:24:05Z"));
    assert_eq!(
        milliseconds,
        std::time::SystemTime::from(milliseconds).into()
    );
}

#[tokio::test]
async fn a_time_is_sent_as_the_service_wants_it() {
    let server = Server::silent().await;
    let range = historical_meetings::ListArgs {
        start_date: instant("2024-04-10T20:24:05+02:00"),
        end_date: instant("2024-04-11T00:00:00Z"),
    };
    let call = server.client().historical_meetings().list(range);
    call.await.expect("sent");
    assert!(
        server
            .only()
            .target
            .contains("?startDate=2024-04-10T18%3A24%3A05Z&")
    );
}

#[tokio::test]
async fn fields_that_the_document_does_not_know_are_sent_too() {
    let server = Server::silent().await;
    let mut body = meeting();
    body.extra.insert("lobby".to_owned(), json!({"open": true}));
    server.client().meetings().create(body).await.expect("sent");
    assert_eq!(server.only().json()["lobby"], json!({"open": true}));
}

#[tokio::test]
async fn a_query_value_can_be_given_in_place_of_a_typed_one() {
    let server = Server::silent().await;
    let range = organizers::AttendeesArgs {
        organizer_key: OrganizerKey::from(77),
        start_date: Timestamp::now(),
        end_date: instant("2024-02-01T00:00:00Z"),
    };
    let call = server.client().organizers().attendees(range);
    call.query_value("startDate", "2024-01-01T00:00:00Z")
        .query_value("starttime", STRANGE)
        .query_value("page", 2)
        .await
        .expect("sent");
    assert_eq!(
        server.only().target,
        format!(
            "/G2M/rest/organizers/77/attendees?endDate=2024-02-01T00%3A00%3A00Z\
             &startDate=2024-01-01T00%3A00%3A00Z&starttime={ENCODED}&page=2"
        )
    );
}

#[tokio::test]
async fn a_header_can_be_given_in_place_of_any() {
    let server = Server::silent().await;
    server
        .client()
        .groups()
        .list()
        .header("accept", "text/csv")
        .header("authorization", "OAuth oauth_token=old")
        .header("x-trace", 7)
        .await
        .expect("sent");
    let sent = server.only();
    assert_eq!(sent.header("accept"), Some("text/csv"));
    assert_eq!(sent.header("authorization"), Some("OAuth oauth_token=old"));
    assert_eq!(sent.header("x-trace"), Some("7"));
}

#[tokio::test]
async fn a_body_can_be_given_in_place_of_the_typed_one() {
    let typed = organizer();

    let server = Server::silent().await;
    let call = server.client().organizers().create(typed.clone());
    call.json_body(&json!({"anything": [1]}))
        .await
        .expect("sent");
    let sent = server.only();
    assert_eq!(sent.text(), r#"{"anything":[1]}"#);
    assert_eq!(sent.header("content-type"), Some("application/json"));

    let server = Server::silent().await;
    let call = server.client().organizers().create(typed);
    call.raw_body("application/xml", "<organizer/>")
        .await
        .expect("sent");
    let sent = server.only();
    assert_eq!(sent.text(), "<organizer/>");
    assert_eq!(sent.header("content-type"), Some("application/xml"));

    // Also where the document knows of no body at all.
    let server = Server::silent().await;
    let call = server
        .client()
        .organizers()
        .delete_by_email("ada@example.com");
    call.raw_body("application/octet-stream", vec![0, 255])
        .await
        .expect("sent");
    assert_eq!(server.only().body, [0, 255]);
}

#[tokio::test]
async fn a_reply_can_be_taken_as_it_came() {
    let server = Server::answers(200, "application/json", r#"{"meetings": []}"#).await;
    let body: Body = server
        .client()
        .groups()
        .list()
        .raw()
        .await
        .expect("a success");
    assert_eq!(body.json::<Value>().expect("JSON"), json!({"meetings": []}));
}
