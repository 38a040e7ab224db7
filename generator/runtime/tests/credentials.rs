//! Credentials that a builder refuses, and those that it takes together.

#![cfg(all(feature = "reqwest", feature = "blocking", feature = "oauth2"))]
#![allow(clippy::unwrap_used, reason = "a test that panics has failed")]

use client_runtime::runtime::{
    Client, KeyPlace, Secret, blocking,
    oauth2::{Grant, OAuth2, Session},
};

fn session() -> Session {
    OAuth2::new("id", "https://login.example.com/token").session(Grant::client_credentials())
}

fn refusal(builder: blocking::ClientBuilder) -> String {
    let error = builder.build().unwrap_err();
    assert!(error.is_config(), "{error:?}");
    error.to_string()
}

#[test]
fn an_empty_credential_is_refused() {
    let builder = blocking::Client::builder;
    assert_eq!(refusal(builder().token("")), "the token is empty");
    assert_eq!(refusal(builder().token(" \n")), "the token is empty");
    assert_eq!(
        refusal(builder().api_key(KeyPlace::Query, "key", "")),
        "the key `key` is empty"
    );
    let error = Client::builder().token("").build().unwrap_err();
    assert_eq!(error.to_string(), "the token is empty");
}

#[test]
fn two_ways_to_show_who_calls_are_refused() {
    let source = |_: Option<Secret>| Ok(Secret::from("token"));
    for builder in [
        blocking::Client::builder().token("a").oauth2(session()),
        blocking::Client::builder()
            .basic("a", "b")
            .oauth2(session()),
        blocking::Client::builder().token_source(source).token("a"),
    ] {
        assert!(refusal(builder).contains("two kinds of credentials"));
    }
    let two = blocking::Client::builder().token_source(source);
    assert!(refusal(two.oauth2(session())).contains("two sources of tokens"));
    let key = Client::builder().api_key(KeyPlace::Header, "x-key", "k");
    key.oauth2(session()).build().unwrap();
}
