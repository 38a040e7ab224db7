//! What every call of this client stands on: requests, replies, errors, values and the clients
//! that carry them.
//!
//! An operation is a plain value that knows how to write its request and read its reply
//! ([`Operation`]). A [`Call`] is an operation together with what will carry it. Nothing in
//! between does I/O, so the same call can be awaited, sent by a blocking client, or turned into an
//! [`http::Request`] for any other HTTP stack.
//!
//! | to | look at |
//! |---|---|
//! | configure a client | `Client::builder()`, `blocking::Client::builder()` |
//! | send one call differently from the others | [`Call`] |
//! | send a file | [`Upload`], [`Body::reader`] |
//! | read a reply while it comes | [`Download`] |
//! | see status and headers next to the value | [`Call::outcome`] |
//! | find out why a call failed | [`Error`] |
//! | call what the API's document leaves out | [`Operation`] |
//!
//! # Features
//!
//! | feature | brings |
//! |---|---|
//! | `reqwest` (default) | `Client`, for async code on tokio |
//! | `blocking` | `blocking::Client`, for code without an async runtime |
//! | `oauth2` | the module `oauth2`: logging in, and tokens that are renewed |
//! | `mock` | the module `mock`: tests without a network and without waiting |
//! | `gzip` | compressed replies |
//! | `http2` | HTTP/2, in the async client |
//! | `tracing` | a span for each call |
//! | `jiff`, `chrono` | conversions of [`Timestamp`] and [`Date`] to and from the types of that crate |
//!
//! Without any of them there are no clients, and no I/O at all: calls write [`http::Request`]s and
//! read [`http::Response`]s.

// Without a client, what only clients use lies idle.
#![cfg_attr(not(any(feature = "reqwest", feature = "blocking")), allow(dead_code))]

mod api;
#[cfg(any(feature = "reqwest", feature = "blocking"))]
mod auth;
mod base64;
mod base_url;
#[cfg(feature = "blocking")]
pub mod blocking;
mod body;
#[cfg(any(feature = "reqwest", feature = "blocking"))]
mod builder;
mod call;
#[cfg(feature = "reqwest")]
mod client;
mod download;
mod encode;
mod encoding;
mod error;
#[cfg(any(feature = "reqwest", feature = "blocking"))]
mod exchange;
mod form;
mod form_writer;
mod headers;
mod identifier;
pub mod lenient;
mod list_style;
#[cfg(all(feature = "mock", any(feature = "reqwest", feature = "blocking")))]
pub mod mock;
mod multipart;
#[cfg(all(feature = "oauth2", any(feature = "reqwest", feature = "blocking")))]
pub mod oauth2;
pub(crate) mod object;
mod open_enum;
mod open_number;
mod open_union;
mod operation;
mod options;
mod outcome;
mod path;
mod reply;
mod request_writer;
mod secret;
mod secret_text;
mod stream;
mod time;
#[cfg(feature = "reqwest")]
mod tls;
#[cfg(any(feature = "reqwest", feature = "blocking"))]
mod trace;
mod written;

pub use api::Api;
pub use base64::Base64;
pub use body::Body;
pub use bytes::Bytes;
pub use call::{Call, Detached};
#[cfg(feature = "reqwest")]
pub use client::{
    CallFuture, Client, ClientBuilder, Clock, TokenFuture, TokenSource, Transport, TransportFuture,
};
pub use download::Download;
pub use error::Error;
pub use http;
pub use http::{HeaderMap, Method, StatusCode};
pub use identifier::Id;
pub use lenient::Lenient;
pub use list_style::ListStyle;
pub use multipart::Upload;
pub use open_enum::UnknownValue;
pub use open_number::UnknownNumber;
pub use operation::{About, Operation};
pub use outcome::{Outcome, Raw, Whole};
pub use reply::Reply;
pub use request_writer::RequestWriter;
pub use secret::Secret;
pub use secret_text::SecretText;
pub use time::{Date, ParseTimeError, Timestamp};

#[cfg(any(feature = "reqwest", feature = "blocking"))]
pub use {
    auth::KeyPlace,
    builder::{Builder, Kind},
    exchange::{Attempt, Retry},
};

// Not every API has identifiers, value lists, unions or typed replies.
#[allow(unused_imports)]
pub(crate) use {
    identifier::identifier,
    object::object,
    open_enum::open_enum,
    open_number::open_number,
    open_union::{Told, union_received, union_sent},
};
