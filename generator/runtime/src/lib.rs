//! The hand-written half of a generated client, with a small sample API in place of the generated
//! half.
//!
//! Only the folder `runtime/` is copied into a client. The sample is written as the generator
//! writes, and the tests of the runtime call it.

#![forbid(unsafe_code)]

pub mod runtime;
pub mod sample;

pub(crate) const API: runtime::Api = runtime::Api {
    base_url: Some("https://api.example.com/v1"),
    user_agent: concat!(env!("CARGO_PKG_NAME"), "/", env!("CARGO_PKG_VERSION")),
};
