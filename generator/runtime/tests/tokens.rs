//! Tokens at once, and tokens that are kept.

#![cfg(all(
    feature = "reqwest",
    feature = "blocking",
    feature = "oauth2",
    feature = "mock"
))]
#![allow(clippy::unwrap_used, reason = "a test that panics has failed")]

use client_runtime::runtime::{
    Client, Secret, Timestamp, blocking,
    mock::Mock,
    oauth2::{Grant, OAuth2, Tokens},
};
use serde_json::json;

fn app() -> OAuth2 {
    OAuth2::new("my app", "https://login.example.com/token")
}

fn access(tokens: &Tokens) -> &str {
    tokens.access().expose()
}

#[test]
fn a_login_is_complete_without_a_call() {
    let mock = Mock::new();
    mock.reply(
        "oauth2.token",
        200,
        &json!({"access_token": "a", "expires_in": 3600}),
    );
    let session = app().session(Grant::code("code", "verifier"));
    assert!(session.tokens().is_none());
    let client = blocking::Client::builder()
        .oauth2(session.clone())
        .transport(mock.clone())
        .build()
        .unwrap();
    client.ensure_token().unwrap();
    client.ensure_token().unwrap();
    assert_eq!(mock.requests().len(), 1);
    let tokens = session.tokens().unwrap();
    assert_eq!(access(&tokens), "a");
    assert!(tokens.expires_at().unwrap() > Timestamp::now());
}

#[tokio::test]
async fn a_wrong_code_is_told_at_once() {
    let mock = Mock::new();
    mock.reply("oauth2.token", 400, &json!({"error": "invalid_grant"}));
    let session = app().session(Grant::code("code", "verifier"));
    let client = Client::builder()
        .oauth2(session.clone())
        .transport(mock)
        .build()
        .unwrap();
    let error = client.ensure_token().await.unwrap_err();
    assert!(error.is_auth() && error.is_login_required(), "{error:?}");
    assert!(session.tokens().is_none());
    // A token that is always the same needs nothing.
    let fixed = Client::builder().token("fixed").transport(Mock::new());
    fixed.build().unwrap().ensure_token().await.unwrap();
}

#[test]
fn tokens_come_back_as_they_were_kept() {
    let odd = "a\"b\\c\u{1}\u{7f}ä";
    let tokens = Tokens::new(odd)
        .with_refresh("r")
        .with_expiry(Timestamp::from_unix_seconds(1_700_000_000));
    let json = tokens.to_json();
    assert_eq!(
        serde_json::from_str::<serde_json::Value>(json.expose()).unwrap(),
        json!({"access_token": odd, "refresh_token": "r", "expires_at": "2023-11-14T22:13:20Z"})
    );
    let back = Tokens::from_json(json.expose()).unwrap();
    assert_eq!(access(&back), odd);
    assert_eq!(back.refresh().map(Secret::expose), Some("r"));
    assert_eq!(back.expires_at(), tokens.expires_at());
    let least = Tokens::from_json(Tokens::new("a").to_json().expose()).unwrap();
    assert!(least.refresh().is_none() && least.expires_at().is_none());
}

#[test]
fn what_is_no_tokens_is_not_shown() {
    for json in [
        "",
        "[]",
        "{\"access\": \"canary\"}",
        "{\"access_token\": \"canary\", ",
    ] {
        let error = Tokens::from_json(json).unwrap_err();
        assert!(error.is_login_required(), "{error:?}");
        assert!(!format!("{error} {error:?}").contains("canary"));
    }
}
