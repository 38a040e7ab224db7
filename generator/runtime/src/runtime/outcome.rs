//! A value together with the reply it was read from, and the reply in place of the value.

use super::{About, Body, Error, Operation, Reply, RequestWriter, headers};
use http::{HeaderMap, StatusCode};
use std::str::FromStr;

/// What [`Call::outcome`](super::Call::outcome) gives: the value, and all that came with it.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Outcome<T> {
    /// The status, one of the 2xx.
    pub status: StatusCode,
    /// The headers.
    pub headers: HeaderMap,
    /// What the plain call would have given.
    pub value: T,
    /// The body as it came; empty where the value is a [`Download`](super::Download) of it.
    pub body: Body,
    /// How many times the request was sent: more than 1 after a retry.
    pub attempts: u32,
}

impl<T> Outcome<T> {
    /// A header as a value: text, a number, a [`Timestamp`](super::Timestamp) and whatever else text is
    /// read into. `None` where it is missing, or not one of that type.
    ///
    /// ```
    /// # use client_runtime::runtime::Outcome;
    /// fn calls_left<T>(outcome: &Outcome<T>) -> Option<u32> {
    ///     outcome.header("X-RateLimit-Remaining")
    /// }
    /// ```
    #[must_use]
    pub fn header<H: FromStr>(&self, name: &str) -> Option<H> {
        headers::read(&self.headers, name)
    }
}

/// The operation `O`, with an [`Outcome`] for output.
#[derive(Clone, Debug)]
pub struct Whole<O>(pub(super) O);

impl<O: Operation> Operation for Whole<O> {
    const ABOUT: About = O::ABOUT;
    type Output = Outcome<O::Output>;

    fn write(&self, request: &mut RequestWriter) {
        self.0.write(request);
    }

    fn read(reply: Reply) -> Result<Self::Output, Error> {
        let (status, headers, body, attempts) = reply.clone().into_parts();
        let body = if body.is_stream() {
            Body::default()
        } else {
            body
        };
        Ok(Outcome {
            status,
            headers,
            value: O::read(reply)?,
            body,
            attempts,
        })
    }
}

/// The operation `O`, with the [`Body`] as it came for output.
#[derive(Clone, Debug)]
pub struct Raw<O>(pub(super) O);

impl<O: Operation> Operation for Raw<O> {
    const ABOUT: About = O::ABOUT;
    type Output = Body;

    fn write(&self, request: &mut RequestWriter) {
        self.0.write(request);
        request.keep_reply();
    }

    fn read(reply: Reply) -> Result<Body, Error> {
        Ok(reply.into_body())
    }
}
