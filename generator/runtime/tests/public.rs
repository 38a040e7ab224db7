//! Operations that need no credentials are called without any, by both clients.

#![cfg(all(feature = "reqwest", feature = "blocking"))]
#![allow(clippy::unwrap_used, reason = "a test that panics has failed")]

mod support;

use client_runtime::runtime::{
    About, Client, Error, KeyPlace, Method, Operation, Reply, RequestWriter, Secret, TokenFuture,
    TokenSource, blocking,
};
use support::{CANARY, Server, json};

struct Login;

impl Operation for Login {
    const ABOUT: About = About {
        name: "login",
        method: Method::POST,
        path: "/login",
    };
    type Output = ();

    fn write(&self, request: &mut RequestWriter) {
        request.without_credentials();
    }

    fn read(reply: Reply) -> Result<(), Error> {
        reply.empty()
    }
}

/// Nobody asks it.
struct Nobody;

impl TokenSource for Nobody {
    fn token(&self, _: Option<Secret>) -> TokenFuture<'_> {
        Box::pin(async { Err("there is nobody".into()) })
    }
}

impl blocking::TokenSource for Nobody {
    fn token(&self, _: Option<Secret>) -> Result<Secret, Box<dyn std::error::Error + Send + Sync>> {
        Err("there is nobody".into())
    }
}

fn seen(server: &Server) -> String {
    let seen = server.only();
    assert_eq!(seen.header("authorization"), None);
    format!("{seen:?}")
}

#[test]
fn no_credentials_are_sent_and_none_are_fetched() {
    for with_source in [true, false] {
        let server = Server::replies(&[&json("200 OK", "{}")]);
        let builder = Client::builder().base_url(server.url.as_str());
        let builder = builder.api_key(KeyPlace::Query, "key", CANARY);
        let builder = builder.api_key(KeyPlace::Header, "x-key", CANARY);
        let builder = builder.api_key(KeyPlace::Cookie, "key", CANARY);
        let client = if with_source {
            builder.token_source(Nobody)
        } else {
            builder.token(CANARY)
        };
        let client = client.build().unwrap();
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()
            .unwrap();
        runtime.block_on(client.call(Login).into_future()).unwrap();
        assert!(!seen(&server).contains(CANARY));

        let server = Server::replies(&[&json("200 OK", "{}")]);
        let builder = blocking::Client::builder().base_url(server.url.as_str());
        let builder = builder.api_key(KeyPlace::Query, "key", CANARY);
        let builder = builder.api_key(KeyPlace::Header, "x-key", CANARY);
        let builder = builder.api_key(KeyPlace::Cookie, "key", CANARY);
        let client = if with_source {
            builder.token_source(Nobody)
        } else {
            builder.token(CANARY)
        };
        client.build().unwrap().call(Login).send().unwrap();
        assert!(!seen(&server).contains(CANARY));
    }
}

#[test]
fn whoever_calls_can_bring_them() {
    let server = Server::replies(&[&json("200 OK", "{}")]);
    let client = blocking::Client::builder().base_url(server.url.as_str());
    let client = client.api_key(KeyPlace::Header, "x-key", CANARY);
    let client = client.build().unwrap();
    let call = client.call(Login).header("Authorization", "Basic x");
    call.header("x-key", "mine").send().unwrap();
    let seen = server.only();
    assert_eq!(seen.header("authorization").as_deref(), Some("Basic x"));
    assert_eq!(seen.header("x-key").as_deref(), Some("mine"));
}
