//! What is sent and read, the same on both sides.

use std::error::Error;

use gotomeeting::Timestamp;

pub(crate) type Result<T> = std::result::Result<T, Box<dyn Error>>;

pub(crate) const TOKEN: &str = "c2VjcmV0LXRva2VuLW9mLXRoZS1iZW5jaG1hcms";
pub(crate) const SUBJECT: &str = "Weekly review";

/// From when to when.
#[derive(Clone, Copy)]
pub(crate) struct Span {
    pub(crate) start: Timestamp,
    pub(crate) end: Timestamp,
}

pub(crate) fn span() -> Span {
    Span {
        start: Timestamp::from_unix_seconds(1_712_700_000),
        end: Timestamp::from_unix_seconds(1_712_786_400),
    }
}
