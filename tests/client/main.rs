//! The generated client on the wire: what an HTTP server on loopback is sent, and what becomes of
//! what it answers.

mod calls;
mod facts;
mod replies;
mod secrets;
mod server;
mod values;
