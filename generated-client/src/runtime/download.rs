//! Replies that are read while they come.

use super::{Body, Error, stream::Pieces};
use bytes::Bytes;
use http::HeaderValue;
use std::{
    fmt,
    io::{self, Read},
};

/// A reply of which there may be much: it is read while it comes, and none of it is kept.
///
/// Async code takes it [`chunk`](Self::chunk) by chunk or as a stream, blocking code is a reader of
/// it; either can have all of it at once. The client's limits are those of each chunk, not of the
/// whole: only `bytes` and [`into_bytes`](Self::into_bytes) keep to its `max_reply`, since they hold
/// all of it in memory.
///
/// ```
/// use gotomeeting::runtime::Download;
/// use std::io;
///
/// fn save(mut download: Download, path: &str) -> io::Result<u64> {
///     io::copy(&mut download, &mut std::fs::File::create(path)?)
/// }
/// ```
///
/// With the async client:
///
/// ```
/// # #[cfg(feature = "reqwest")]
/// # mod example {
/// # use gotomeeting::runtime::{Download, Error};
/// async fn count(mut download: Download) -> Result<usize, Error> {
///     let mut count = 0;
///     while let Some(chunk) = download.chunk().await? {
///         count += chunk.len();
///     }
///     Ok(count)
/// }
/// # }
/// ```
pub struct Download {
    pieces: Pieces,
    content_type: Option<HeaderValue>,
    length: Option<u64>,
    max_reply: usize,
}

impl Download {
    pub(super) fn new(body: &Body, length: Option<u64>, max_reply: usize) -> Result<Self, Error> {
        Ok(Self {
            pieces: body.pieces()?,
            content_type: body.content_type_header().cloned(),
            length,
            max_reply,
        })
    }

    /// The content type, such as `image/png`.
    #[must_use]
    pub fn content_type(&self) -> Option<&str> {
        let value = self.content_type.as_ref()?;
        value.to_str().ok()
    }

    /// How many bytes the service said that there are.
    #[must_use]
    pub fn length(&self) -> Option<u64> {
        self.length
    }

    /// All that is left of it, for blocking code and for replies that were read by other means.
    ///
    /// # Errors
    ///
    /// When it breaks off, or is longer than the client's `max_reply`.
    pub fn into_bytes(self) -> Result<Bytes, Error> {
        self.pieces.read_whole(self.max_reply)
    }

    /// The next of it, or `None` at its end (feature `reqwest`).
    ///
    /// # Errors
    ///
    /// When it breaks off, or nothing comes for as long as an attempt may take.
    #[cfg(feature = "reqwest")]
    pub async fn chunk(&mut self) -> Result<Option<Bytes>, Error> {
        self.pieces.chunk().await
    }

    /// All that is left of it (feature `reqwest`).
    ///
    /// # Errors
    ///
    /// When it breaks off, or is longer than the client's `max_reply`.
    #[cfg(feature = "reqwest")]
    pub async fn bytes(self) -> Result<Bytes, Error> {
        self.pieces.collect(self.max_reply).await
    }
}

/// For blocking code. What comes by way of an async client has to be awaited instead.
impl Read for Download {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        self.pieces.read(into)
    }
}

#[cfg(feature = "reqwest")]
impl futures_core::Stream for Download {
    type Item = Result<Bytes, Error>;

    fn poll_next(
        mut self: std::pin::Pin<&mut Self>,
        context: &mut std::task::Context<'_>,
    ) -> std::task::Poll<Option<Self::Item>> {
        self.pieces.poll_chunk(context)
    }
}

impl fmt::Debug for Download {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Download")
            .field("content_type", &self.content_type())
            .field("length", &self.length)
            .finish_non_exhaustive()
    }
}
