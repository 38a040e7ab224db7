//! Reads an API document as it really is and writes a typed Rust client.

pub mod diagnostic;
pub mod names;
pub mod read;
pub mod repair;
pub mod source;
