//! What a transport is told about a request.

use crate::runtime::written::Written;
use std::time::Duration;

/// One attempt to send a request: what it is for, and what a transport has to keep to (features
/// `reqwest` or `blocking`).
#[derive(Clone, Copy, Debug)]
pub struct Attempt {
    operation: &'static str,
    path_template: &'static str,
    number: u32,
    timeout: Duration,
    max_reply: usize,
    streams_reply: bool,
}

impl Attempt {
    pub(super) fn new(request: &Written, number: u32, timeout: Duration, max_reply: usize) -> Self {
        Self {
            operation: request.operation,
            path_template: request.path_template,
            number,
            timeout,
            max_reply,
            streams_reply: request.streams_reply,
        }
    }

    /// The name of the operation, such as `organizers.list`.
    #[must_use]
    pub fn operation(&self) -> &'static str {
        self.operation
    }

    /// The path of the operation with its values as `{name}`.
    #[must_use]
    pub fn path_template(&self) -> &'static str {
        self.path_template
    }

    /// Which attempt of its call this is, from 1.
    #[must_use]
    pub fn number(&self) -> u32 {
        self.number
    }

    /// How long it may take from connecting to the last byte of the reply.
    #[must_use]
    pub fn timeout(&self) -> Duration {
        self.timeout
    }

    /// Whether the body of a success may be handed on while it comes, as
    /// [`Body::reader`](crate::runtime::Body::reader) or a stream. Then the time counts until it
    /// begins, and anew for each chunk, and the number of bytes does not count.
    #[must_use]
    pub fn streams_reply(&self) -> bool {
        self.streams_reply
    }

    /// The same for a transport that takes and gives streams, or does not.
    pub(in crate::runtime) fn by(self, streams: bool) -> Self {
        Self {
            streams_reply: self.streams_reply && streams,
            ..self
        }
    }

    /// How many bytes of a reply may be read.
    #[must_use]
    pub fn max_reply(&self) -> usize {
        self.max_reply
    }
}
