//! No token: what an application can tell, and what it is not shown.

#![cfg(all(
    feature = "reqwest",
    feature = "blocking",
    feature = "oauth2",
    feature = "mock"
))]
#![allow(clippy::unwrap_used, reason = "a test that panics has failed")]

mod support;

use client_runtime::{
    runtime::{
        Body, Client, Error, StatusCode, blocking,
        mock::{Mock, MockClock},
        oauth2::{Grant, OAuth2, Tokens},
    },
    sample::Organizers,
};
use serde_json::{Value, json};
use std::error::Error as _;
use support::CANARY;

fn app() -> OAuth2 {
    OAuth2::new("my app", "https://login.example.com/token").client_secret(CANARY)
}

fn refreshing() -> Grant {
    let old = Tokens::new("old").with_expiry(std::time::UNIX_EPOCH);
    Grant::tokens(old.with_refresh(format!("{CANARY} refresh")))
}

/// The error of a call that needs a token first, in both clients.
fn failed(mock: impl Fn() -> Mock, grant: impl Fn() -> Grant, check: impl Fn(&Error, &Mock)) {
    let service = mock();
    let client = blocking::Client::builder()
        .oauth2(app().session(grant()))
        .transport(service.clone())
        .clock(MockClock::new());
    let organizers = Organizers::new(client.build().unwrap());
    let error = organizers.list().send().unwrap_err();
    support::shows_no_secret(&error);
    check(&error, &service);

    let service = mock();
    let client = Client::builder()
        .oauth2(app().session(grant()))
        .transport(service.clone())
        .clock(MockClock::new());
    let organizers = Organizers::new(client.build().unwrap());
    let runtime = tokio::runtime::Builder::new_current_thread().build();
    let error = runtime
        .unwrap()
        .block_on(organizers.list().into_future())
        .unwrap_err();
    support::shows_no_secret(&error);
    check(&error, &service);
}

fn answers(status: u16, json: &Value) -> Mock {
    let mock = Mock::new();
    mock.reply("oauth2.token", status, json);
    mock
}

#[test]
fn an_endpoint_that_is_out_of_order_is_asked_again_and_then_later() {
    failed(
        || answers(503, &Value::Null),
        refreshing,
        |error, mock| {
            assert!(error.is_auth() && error.is_retryable(), "{error:?}");
            assert!(!error.is_login_required() && !error.is_server_error());
            assert_eq!(error.status(), Some(StatusCode::SERVICE_UNAVAILABLE));
            assert_eq!(error.oauth_error(), None);
            let source = error.source().unwrap().downcast_ref::<Error>().unwrap();
            assert!(source.is_status() && source.operation() == Some("oauth2.token"));
            assert_eq!(mock.requests().len(), 3);
        },
    );
    failed(
        || answers(500, &Value::Null),
        refreshing,
        |error, mock| {
            assert!(error.is_retryable() && !error.is_login_required());
            assert_eq!(mock.requests().len(), 1);
        },
    );
    failed(
        || {
            let mock = Mock::new();
            mock.on("oauth2.token", |_| Err(Error::connect("refused")));
            mock
        },
        refreshing,
        |error, mock| {
            assert!(error.is_auth() && error.is_retryable());
            assert_eq!(error.status(), None);
            assert_eq!(mock.requests().len(), 3);
        },
    );
}

#[test]
fn an_endpoint_that_is_itself_again_is_no_failure() {
    let mock = answers(503, &Value::Null);
    mock.reply("oauth2.token", 429, &Value::Null);
    mock.reply("oauth2.token", 200, &json!({"access_token": "a"}));
    mock.reply("organizers.list", 200, &json!([{}]));
    let client = blocking::Client::builder()
        .oauth2(app().session(refreshing()))
        .transport(mock.clone())
        .clock(MockClock::new());
    let organizers = Organizers::new(client.build().unwrap());
    assert_eq!(organizers.list().send().unwrap().len(), 1);
    assert_eq!(mock.requests().len(), 4);
}

#[test]
fn a_grant_that_is_no_longer_good_needs_a_login() {
    let echo = format!("{CANARY} refresh is no longer good");
    failed(
        || {
            answers(
                400,
                &json!({"error": "invalid_grant", "error_description": echo}),
            )
        },
        refreshing,
        |error, mock| {
            assert!(error.is_auth() && error.is_login_required());
            assert!(!error.is_retryable());
            assert_eq!(error.status(), Some(StatusCode::BAD_REQUEST));
            assert_eq!(error.oauth_error(), Some("invalid_grant"));
            assert!(error.to_string().contains("no longer good"), "{error}");
            assert_eq!(mock.requests().len(), 1);
        },
    );
    failed(
        Mock::new,
        || Grant::tokens(Tokens::new("old").with_expiry(std::time::UNIX_EPOCH)),
        |error, mock| {
            assert!(error.is_login_required() && !error.is_retryable());
            assert!(mock.requests().is_empty());
        },
    );
}

#[test]
fn a_wrong_client_is_neither() {
    failed(
        || answers(401, &json!({"error": "invalid_client"})),
        Grant::client_credentials,
        |error, _| {
            assert!(error.is_auth() && !error.is_unauthorized());
            assert!(!error.is_login_required() && !error.is_retryable());
            assert_eq!(error.oauth_error(), Some("invalid_client"));
        },
    );
}

#[test]
fn a_success_without_a_token_shows_its_status_alone() {
    let odd = [
        json!({"accessToken": CANARY}).to_string(),
        format!("<html>{CANARY}"),
    ];
    for body in odd {
        failed(
            || {
                let mock = Mock::new();
                mock.reply_body("oauth2.token", 200, Body::from(body.as_str()));
                mock
            },
            refreshing,
            |error, _| {
                assert!(error.is_auth() && !error.is_retryable() && !error.is_login_required());
                assert_eq!(error.status(), Some(StatusCode::OK));
                assert!(error.body().unwrap().is_empty());
            },
        );
    }
}

#[test]
fn a_user_who_says_no_is_told_from_a_fault() {
    let app = app().authorize_url("https://login.example.com/authorize");
    let ends = |error: &str| {
        let login = app.login().unwrap();
        let state = login.state().expose().to_owned();
        let url = format!("https://app.example.com/?error={error}&state={state}");
        login.redirected(&url).unwrap_err()
    };
    assert_eq!(ends("access_denied").oauth_error(), Some("access_denied"));
    assert!(ends("login_required").is_login_required());
}
