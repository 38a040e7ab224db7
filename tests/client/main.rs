//! The generated client on the wire: what an HTTP server on loopback is sent, and what becomes of
//! what it answers.

#![expect(
    deprecated,
    reason = "calls that the provider advises against work all the same"
)]

mod calls;
mod facts;
mod replies;
mod secrets;
mod server;
mod typed;
mod values;
