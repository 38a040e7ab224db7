//! The async client against a real socket.

#![cfg(feature = "reqwest")]
#![allow(clippy::unwrap_used, reason = "a test that panics has failed")]

mod support;

use client_runtime::{
    runtime::{Client, ClientBuilder},
    sample::{NewOrganizer, OrganizerKey, Organizers},
};
use std::{net::TcpListener, time::Duration};
use support::{CANARY, Server, json};

fn client(server: &Server) -> Organizers<Client> {
    Organizers::new(builder(&server.url).build().unwrap())
}

fn builder(url: &str) -> ClientBuilder {
    Client::builder()
        .base_url(format!("{url}/G2M/rest"))
        .token(CANARY)
}

#[tokio::test]
async fn a_call_goes_over_the_wire() {
    let server = Server::replies(&[&json("200 OK", r#"[{"organizerKey": 1}]"#)]);
    let organizers = client(&server).list().email("a/b ü%?#&+").await.unwrap();
    assert_eq!(organizers[0].organizer_key, Some(OrganizerKey::from(1)));
    let seen = server.only();
    assert_eq!(
        seen.line,
        "GET /G2M/rest/organizers?email=a%2Fb%20%C3%BC%25%3F%23%26%2B HTTP/1.1"
    );
    assert_eq!(seen.header("accept").as_deref(), Some("application/json"));
    assert_eq!(
        seen.header("authorization"),
        Some(format!("Bearer {CANARY}"))
    );
    assert_eq!(
        seen.header("user-agent").as_deref(),
        Some(concat!("client-runtime/", env!("CARGO_PKG_VERSION")))
    );
    assert_eq!(seen.header("content-type"), None);
}

#[tokio::test]
async fn a_path_value_is_one_segment() {
    let server = Server::replies(&["HTTP/1.1 204 No Content\r\n\r\n"]);
    client(&server)
        .delete(OrganizerKey::from("a/b ü%?#&+"))
        .await
        .unwrap();
    assert_eq!(
        server.only().line,
        "DELETE /G2M/rest/organizers/a%2Fb%20%C3%BC%25%3F%23%26%2B HTTP/1.1"
    );
}

#[tokio::test]
async fn a_body_goes_over_the_wire() {
    let server = Server::replies(&[&json("201 Created", "[1]")]);
    let organizer = NewOrganizer {
        organizer_email: Some("ü@example.com".into()),
        ..NewOrganizer::default()
    };
    let outcome = client(&server).create(organizer).outcome().await.unwrap();
    assert_eq!(
        (
            outcome.status.as_u16(),
            outcome.value.text(),
            outcome.attempts
        ),
        (201, "[1]".into(), 1)
    );
    let seen = server.only();
    assert_eq!(seen.line, "POST /G2M/rest/organizers HTTP/1.1");
    assert_eq!(
        seen.header("content-type").as_deref(),
        Some("application/json")
    );
    assert_eq!(seen.body, r#"{"organizerEmail":"ü@example.com"}"#);
}

#[tokio::test]
async fn an_error_tells_what_came_and_no_secret() {
    let server = Server::replies(&[
        "HTTP/1.1 403 Forbidden\r\nX-Request-Id: r-1\r\nContent-Length: 5\r\n\r\nnever",
    ]);
    let error = client(&server)
        .list()
        .query_value("key", CANARY)
        .await
        .unwrap_err();
    assert!(error.is_forbidden());
    assert_eq!(error.to_string(), "organizers.list: 403 Forbidden: never");
    assert_eq!(error.request_id(), Some("r-1"));
    assert_eq!(
        error.url(),
        Some(format!("{}/G2M/rest/organizers", server.url).as_str())
    );
    support::shows_no_secret(&error);
}

#[tokio::test]
async fn a_refused_connection_is_told_as_such() {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    drop(listener);
    let error = Organizers::new(builder(&url).build().unwrap())
        .list()
        .query_value("key", CANARY)
        .await
        .unwrap_err();
    assert!(error.is_connect(), "{error:?}");
    assert!(
        error
            .to_string()
            .starts_with("organizers.list: no connection: "),
        "{error}"
    );
    support::shows_no_secret(&error);
}

#[tokio::test]
async fn a_call_gives_up_after_its_time() {
    let server = Server::run(|_, _, _| std::thread::park());
    let error = client(&server)
        .list()
        .timeout(Duration::from_millis(50))
        .await
        .unwrap_err();
    assert!(error.is_timeout(), "{error:?}");
}

#[tokio::test]
async fn a_reply_beyond_the_limit_is_not_read() {
    let server = Server::replies(&[&json("200 OK", &"x".repeat(2000))]);
    let organizers = Organizers::new(builder(&server.url).max_reply(1000).build().unwrap());
    let error = organizers.list().await.unwrap_err();
    assert_eq!(
        error.to_string(),
        "organizers.list: the reply cannot be read: it is longer than 1000 bytes"
    );
}

#[test]
fn credentials_in_clear_text_need_permission() {
    let build = |url: &str| Client::builder().base_url(url).token(CANARY).build();
    assert!(
        build("http://api.example.com")
            .unwrap_err()
            .to_string()
            .contains("clear text")
    );
    assert!(build("http://127.0.0.1.example.com").is_err());
    assert!(
        build("http://127.8.0.1").is_ok()
            && build("http://[::1]:80").is_ok()
            && build("http://localhost").is_ok()
    );
    assert!(
        Client::builder()
            .base_url("http://api.example.com")
            .build()
            .is_ok()
    );
    assert!(
        Client::builder()
            .base_url("http://api.example.com")
            .token(CANARY)
            .allow_insecure()
            .build()
            .is_ok()
    );
}

#[test]
fn wrong_settings_are_told_by_build() {
    for builder in [
        Client::builder().token("a\nb"),
        Client::builder().header("a b", "c"),
        Client::builder().base_url("x"),
    ] {
        assert!(builder.build().unwrap_err().is_config());
    }
}

#[test]
fn a_client_is_shared_freely_and_shows_no_secret() {
    fn shared<T: Clone + Send + Sync + 'static>() {}
    fn sent<T: Send + 'static>(value: T) -> T {
        value
    }
    shared::<Client>();
    let builder = Client::builder().token(CANARY);
    assert!(!format!("{builder:?}").contains(CANARY));
    let client = builder.build().unwrap();
    assert!(!format!("{client:?} {:?}", Organizers::new(client.clone()).list()).contains(CANARY));
    drop(sent(Organizers::new(client).list().into_future()));
}
