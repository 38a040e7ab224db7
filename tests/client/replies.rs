//! What a caller sees of what the service answers.

use gotomeeting::types::{MeetingId, OrganizerKey};
use gotomeeting::{Error, Value};
use httpmock::HttpMockResponse;
use serde_json::json;

use crate::calls::meeting;
use crate::server::Server;

async fn error(status: u16, content_type: &str, body: &str) -> Error {
    let server = Server::answers(status, content_type, body).await;
    let result = server
        .client()
        .organizers()
        .get(OrganizerKey::from(77))
        .await;
    result.expect_err("a failure")
}

#[tokio::test]
async fn json_of_any_shape_is_read_by_whoever_knows_it() {
    let body = r#"[{"meetingId": "123456789", "new": {"in": [2026]}}]"#;
    let server = Server::answers(200, "application/json; charset=utf-8", body).await;
    let call = server.client().groups().list().raw();
    let reply = call.await.expect("a success");
    assert_eq!(reply.text(), body);
    assert_eq!(
        reply.content_type(),
        Some("application/json; charset=utf-8")
    );
    let value: Value = reply.json().expect("JSON");
    assert_eq!(value[0]["new"]["in"][0], json!(2026));
}

/// Whatever status the documents name.
#[tokio::test]
async fn any_2xx_is_a_success() {
    for status in [200, 201, 202, 204, 299] {
        let server = Server::answers(status, "", "").await;
        let call = server.client().organizers().delete(OrganizerKey::from(77));
        let outcome = call.outcome().await.expect("a success");
        assert_eq!(outcome.status, status);
    }
}

#[tokio::test]
async fn an_empty_body_is_an_empty_list() {
    let server = Server::answers(200, "application/json", "").await;
    let call = server.client().organizers().list();
    assert_eq!(call.await.expect("a success"), []);
}

#[tokio::test]
async fn an_outcome_has_all_that_came() {
    let answer = HttpMockResponse::builder()
        .status(201)
        .header("content-type", "application/json")
        .header("x-request-id", "r-1")
        .body(r#"[{"meetingid": 123456789}]"#)
        .build();
    let server = Server::gives(answer).await;
    let outcome = server
        .client()
        .meetings()
        .create(meeting())
        .outcome()
        .await
        .expect("a success");
    assert_eq!(outcome.status, 201);
    assert_eq!(outcome.headers["x-request-id"], "r-1");
    assert_eq!(outcome.body.text(), r#"[{"meetingid": 123456789}]"#);
    assert_eq!(outcome.value.meeting_id, Some(MeetingId::from(123_456_789)));
    assert_eq!(outcome.attempts, 1);
}

#[tokio::test]
async fn an_error_says_in_one_line_what_happened_to_which_call() {
    let error = error(400, "text/plain", "no such\n\torganizer\u{2028}key").await;
    assert_eq!(
        error.to_string(),
        r"organizers.get: 400 Bad Request: no such\n\torganizer\u{2028}key"
    );
    assert_eq!(error.operation(), Some("organizers.get"));
    let body = error.body().expect("it is kept");
    assert_eq!(body.text(), "no such\n\torganizer\u{2028}key");
    assert_eq!(body.content_type(), Some("text/plain"));
}

#[tokio::test]
async fn an_error_keeps_the_json_that_came_with_it() {
    let body = r#"{"int_err_code":"NotFound","msg":"Organizer not found"}"#;
    let error = error(404, "application/json", body).await;
    assert!(error.is_not_found() && error.is_status());
    assert_eq!(error.status().map(|status| status.as_u16()), Some(404));
    let body: Value = error.body().expect("it is kept").json().expect("JSON");
    assert_eq!(body["int_err_code"], "NotFound");
}

#[tokio::test]
async fn failures_are_told_apart_by_what_they_are() {
    /// A status, and which of the questions below it answers with yes.
    const ANSWERS: [(u16, &str); 8] = [
        (302, ""),
        (400, ""),
        (401, "unauthorized"),
        (403, "forbidden"),
        (404, "not found"),
        (409, "conflict"),
        (429, "rate limited"),
        (500, "server error"),
    ];
    for (status, expected) in ANSWERS {
        let error = error(status, "", "").await;
        assert!(error.is_status(), "{status}: {error:?}");
        let questions = [
            ("unauthorized", error.is_unauthorized()),
            ("forbidden", error.is_forbidden()),
            ("not found", error.is_not_found()),
            ("conflict", error.is_conflict()),
            ("rate limited", error.is_rate_limited()),
            ("server error", error.is_server_error()),
            ("timeout", error.is_timeout()),
            ("connect", error.is_connect()),
            ("transport", error.is_transport()),
            ("decode", error.is_decode()),
            ("request", error.is_request()),
            ("config", error.is_config()),
        ];
        let yes: Vec<_> = questions
            .iter()
            .filter(|(_, yes)| *yes)
            .map(|(name, _)| *name)
            .collect();
        assert_eq!(yes.join(", "), expected, "{status}");
    }
}

/// This is how the gateway answers a bad token: 403, and the reason in a header.
#[tokio::test]
async fn an_error_has_the_headers() {
    let answer = HttpMockResponse::builder()
        .status(429)
        .header("retry-after", "3")
        .header("x-amzn-requestid", "r-2")
        .build();
    let server = Server::gives(answer).await;
    let error = server
        .client()
        .groups()
        .list()
        .await
        .expect_err("a failure");
    assert_eq!(error.headers().expect("headers")["retry-after"], "3");
    assert_eq!(error.request_id(), Some("r-2"));
    assert_eq!(error.to_string(), "groups.list: 429 Too Many Requests");
    assert_eq!(error.url(), Some(&*format!("{}/groups", server.base_url())));
}

#[tokio::test]
async fn a_large_error_is_bounded() {
    let error = error(500, "text/plain", &"x".repeat(1_000_000)).await;
    assert!(error.to_string().chars().count() < 400, "{error}");
    assert_eq!(error.body().expect("its start is kept").len(), 64 * 1024);
}

#[tokio::test]
async fn what_is_no_json_says_so() {
    let server = Server::answers(200, "text/html", "<html>login</html>").await;
    let call = server.client().organizers().list();
    let error = call.await.expect_err("no JSON");
    assert!(error.is_decode());
    assert!(error.to_string().contains("<html>login</html>"), "{error}");
}

#[test]
fn a_reply_is_read_without_a_client() {
    let call = gotomeeting::meetings().start(MeetingId::from(123_456_789));
    let reply = http::Response::builder()
        .status(200)
        .body(r#"{"hostURL": "https://x"}"#);
    let start = call.read(reply.expect("a response")).expect("a success");
    assert_eq!(start.host_url.as_deref(), Some("https://x"));

    let reply = http::Response::builder()
        .status(404)
        .body("gone")
        .expect("a response");
    let error = call.read(reply).expect_err("a failure");
    assert!(error.is_not_found());
    assert_eq!(error.to_string(), "meetings.start: 404 Not Found: gone");
}
