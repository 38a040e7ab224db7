//! The hand-written half of a generated client, with a small sample API in place of the generated
//! half.
//!
//! Only the folder `runtime/` is copied into a client. The sample is written as the generator
//! writes, and the tests of the runtime call it.

#![forbid(unsafe_code)]

pub mod runtime;
pub mod sample;

// As at the root of a client, so that the examples of the runtime are written as there.
#[cfg(feature = "blocking")]
pub use runtime::blocking;
#[cfg(all(feature = "mock", any(feature = "reqwest", feature = "blocking")))]
pub use runtime::mock;
#[cfg(all(feature = "oauth2", any(feature = "reqwest", feature = "blocking")))]
pub use runtime::oauth2;
pub use runtime::{Body, Call, Date, Detached, Error, Outcome, Secret, Timestamp};
#[cfg(feature = "reqwest")]
pub use runtime::{Client, ClientBuilder};

pub(crate) const API: runtime::Api = runtime::Api {
    base_url: Some("https://api.example.com/v1"),
    user_agent: concat!(env!("CARGO_PKG_NAME"), "/", env!("CARGO_PKG_VERSION")),
    credentials: &[],
};
