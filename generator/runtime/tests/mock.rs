//! The mock and the recorder, as an application's tests use them.

#![cfg(all(feature = "reqwest", feature = "blocking", feature = "mock"))]
#![allow(clippy::unwrap_used, reason = "a test that panics has failed")]

use client_runtime::{
    runtime::{
        Body, Client, Error, blocking,
        mock::{Mock, Recorder, Recording},
    },
    sample::{OrganizerKey, Organizers},
};
use serde_json::json;

fn organizers(mock: &Mock) -> Organizers<blocking::Client> {
    let client = blocking::Client::builder()
        .token("secret")
        .transport(mock.clone());
    Organizers::new(client.build().unwrap())
}

#[test]
fn answers_are_used_in_order_and_the_last_one_stays() {
    let mock = Mock::new();
    mock.reply("organizers.list", 200, &json!([{}]));
    mock.reply("organizers.list", 404, &json!({"err": "none"}));
    let organizers = organizers(&mock);
    assert_eq!(organizers.list().send().unwrap().len(), 1);
    for _ in 0..2 {
        let error = organizers.list().send().unwrap_err();
        assert_eq!(
            error.to_string(),
            r#"organizers.list: 404 Not Found: {"err":"none"}"#
        );
    }
    assert_eq!(mock.requests().len(), 3);
    assert_eq!(
        mock.requests()[0].uri(),
        "https://api.example.com/v1/organizers"
    );
    assert_eq!(
        mock.requests()[0].headers()["authorization"],
        "Bearer secret"
    );
    assert!(!format!("{:?} {mock:?}", mock.requests()).contains("secret"));
}

#[test]
fn an_answer_may_depend_on_its_request_or_fail() {
    let mock = Mock::new();
    mock.on("organizers.delete", |request| match request.uri().path() {
        "/v1/organizers/1" => Err(Error::timeout("as told")),
        path => Ok(http::Response::new(Body::from(path))),
    });
    let organizers = organizers(&mock);
    assert!(
        organizers
            .delete(OrganizerKey::from(1))
            .send()
            .unwrap_err()
            .is_timeout()
    );
    let outcome = organizers
        .delete(OrganizerKey::from(2))
        .outcome()
        .send()
        .unwrap();
    assert_eq!(outcome.body.text(), "/v1/organizers/2");
}

#[test]
fn an_operation_without_an_answer_fails_at_once() {
    let mock = Mock::new();
    let error = organizers(&mock).list().send().unwrap_err();
    assert_eq!(
        error.to_string(),
        "organizers.list: the mock has no answer for `organizers.list`, none at all"
    );
    mock.reply("organizers.get", 200, &json!({}));
    mock.reply("organizers.delete", 204, &json!(null));
    let error = organizers(&mock).list().send().unwrap_err();
    assert!(error.is_config() && !error.is_retryable(), "{error:?}");
    assert_eq!(
        error.to_string(),
        "organizers.list: the mock has no answer for `organizers.list`, \
         only for `organizers.delete`, `organizers.get`"
    );
    // The first client tried once, and so did the second.
    assert_eq!(mock.requests().len(), 2);
}

#[tokio::test]
async fn the_async_client_is_answered_too() {
    let mock = Mock::new();
    mock.reply("organizers.list", 204, &json!(null));
    let organizers = Organizers::new(Client::builder().transport(mock).build().unwrap());
    assert!(organizers.list().await.unwrap().is_empty());
}

#[test]
fn what_was_recorded_is_answered_later() {
    let service = Mock::new();
    service.reply("organizers.list", 200, &json!([{"organizerKey": 7}]));
    let recorder = Recorder::new(service);
    let client = blocking::Client::builder()
        .token("secret")
        .transport(recorder.clone())
        .build()
        .unwrap();
    Organizers::new(client).list().send().unwrap();
    let json = serde_json::to_string(&recorder.recording()).unwrap();
    assert!(!json.contains("secret"));

    let recording: Recording = serde_json::from_str(&json).unwrap();
    let outcome = organizers(&recording.into())
        .list()
        .outcome()
        .send()
        .unwrap();
    assert_eq!(outcome.value[0].organizer_key, Some(OrganizerKey::from(7)));
    assert_eq!(outcome.body.content_type(), Some("application/json"));
}
