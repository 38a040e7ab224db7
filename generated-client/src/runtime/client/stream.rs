//! Bodies that are sent and received while they come, for async code.

use crate::runtime::{
    Error,
    stream::{Chunks, Piece, Pieces},
};
use bytes::Bytes;
use futures_core::Stream;
use http_body::{Body, Frame, SizeHint};
use std::{
    future::{Future as _, poll_fn},
    io::{self, ErrorKind, Read},
    pin::Pin,
    sync::{Mutex, PoisonError},
    task::{Context, Poll, ready},
    time::Duration,
};
use tokio::{
    task::{JoinHandle, spawn_blocking},
    time::{Instant, Sleep, sleep},
};

impl Pieces {
    pub(in crate::runtime) fn poll_chunk(
        &mut self,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Bytes, Error>>> {
        while let Some(piece) = self.0.pop_front() {
            let mut chunks = match piece {
                Piece::Bytes(bytes) if bytes.is_empty() => continue,
                Piece::Bytes(bytes) => return Poll::Ready(Some(Ok(bytes))),
                Piece::Chunks(chunks) => chunks,
                Piece::Reader(reader) => Box::pin(Reading::Idle(reader)),
                // `take` takes them apart.
                Piece::Body(_) => continue,
            };
            match chunks.as_mut().poll_next(context) {
                Poll::Ready(None) => {}
                Poll::Ready(chunk) => {
                    self.0.push_front(Piece::Chunks(chunks));
                    return Poll::Ready(chunk);
                }
                Poll::Pending => {
                    self.0.push_front(Piece::Chunks(chunks));
                    return Poll::Pending;
                }
            }
        }
        Poll::Ready(None)
    }

    pub(in crate::runtime) async fn chunk(&mut self) -> Result<Option<Bytes>, Error> {
        poll_fn(|context| self.poll_chunk(context))
            .await
            .transpose()
    }

    /// All of it, if it is no more than that.
    pub(in crate::runtime) async fn collect(mut self, limit: usize) -> Result<Bytes, Error> {
        let mut bytes = Vec::new();
        while let Some(chunk) = self.chunk().await? {
            if bytes.len() + chunk.len() > limit {
                return Err(Error::too_large(limit));
            }
            bytes.extend_from_slice(&chunk);
        }
        Ok(bytes.into())
    }
}

/// A reader whose every step is taken where waiting holds up nobody.
enum Reading {
    Idle(Box<dyn Read + Send>),
    Busy(JoinHandle<(Box<dyn Read + Send>, io::Result<Bytes>)>),
    Done,
}

/// How much of a file is in memory at a time.
const CHUNK: usize = 64 * 1024;

fn step(mut reader: Box<dyn Read + Send>) -> (Box<dyn Read + Send>, io::Result<Bytes>) {
    let mut bytes = vec![0; CHUNK];
    let read = loop {
        match reader.read(&mut bytes) {
            Err(error) if error.kind() == ErrorKind::Interrupted => {}
            read => break read,
        }
    };
    let read = read.map(|read| {
        bytes.truncate(read);
        bytes.into()
    });
    (reader, read)
}

impl Stream for Reading {
    type Item = Result<Bytes, Error>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        loop {
            match std::mem::replace(&mut *self, Self::Done) {
                Self::Idle(reader) => *self = Self::Busy(spawn_blocking(move || step(reader))),
                Self::Busy(mut task) => match Pin::new(&mut task).poll(context) {
                    Poll::Pending => {
                        *self = Self::Busy(task);
                        return Poll::Pending;
                    }
                    Poll::Ready(Ok((_, Ok(bytes)))) if bytes.is_empty() => {
                        return Poll::Ready(None);
                    }
                    Poll::Ready(Ok((reader, Ok(bytes)))) => {
                        *self = Self::Idle(reader);
                        return Poll::Ready(Some(Ok(bytes)));
                    }
                    Poll::Ready(Ok((_, Err(error)))) => {
                        return Poll::Ready(Some(Err(unreadable(error))));
                    }
                    Poll::Ready(Err(error)) => return Poll::Ready(Some(Err(unreadable(error)))),
                },
                Self::Done => return Poll::Ready(None),
            }
        }
    }
}

/// A stream of a caller, as what bodies are read from.
pub(in crate::runtime) fn chunks<S, Chunk, Failure>(stream: S) -> Chunks
where
    S: Stream<Item = Result<Chunk, Failure>> + Send + 'static,
    Chunk: Into<Bytes> + 'static,
    Failure: Into<Box<dyn std::error::Error + Send + Sync>> + 'static,
{
    Box::pin(Given(Box::pin(stream)))
}

struct Given<S>(Pin<Box<S>>);

impl<S, Chunk, Failure> Stream for Given<S>
where
    S: Stream<Item = Result<Chunk, Failure>>,
    Chunk: Into<Bytes>,
    Failure: Into<Box<dyn std::error::Error + Send + Sync>>,
{
    type Item = Result<Bytes, Error>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let chunk = ready!(self.0.as_mut().poll_next(context));
        Poll::Ready(chunk.map(|chunk| match chunk {
            Ok(chunk) => Ok(chunk.into()),
            Err(error) => Err(unreadable(error)),
        }))
    }
}

fn unreadable(error: impl Into<Box<dyn std::error::Error + Send + Sync>>) -> Error {
    Error::request("its body cannot be read").with_source(error)
}

/// A body on its way out.
pub(super) struct Outgoing {
    /// Readers and streams need not be shared between threads, and bodies have to.
    pieces: Mutex<Pieces>,
    left: Option<u64>,
}

impl Outgoing {
    pub(super) fn new(pieces: Pieces, length: Option<u64>) -> Self {
        Self {
            pieces: Mutex::new(pieces),
            left: length,
        }
    }
}

impl Body for Outgoing {
    type Data = Bytes;
    type Error = Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Error>>> {
        let pieces = self
            .pieces
            .get_mut()
            .unwrap_or_else(PoisonError::into_inner);
        let chunk = ready!(pieces.poll_chunk(context)).transpose()?;
        if let (Some(left), Some(chunk)) = (&mut self.left, &chunk) {
            *left = left.saturating_sub(chunk.len() as u64);
        }
        Poll::Ready(chunk.map(|chunk| Ok(Frame::data(chunk))))
    }

    fn size_hint(&self) -> SizeHint {
        self.left.map_or_else(SizeHint::new, SizeHint::with_exact)
    }
}

/// A body on its way in, each chunk of which has to come in time.
pub(super) struct Incoming<B> {
    body: B,
    patience: Duration,
    sleep: Pin<Box<Sleep>>,
    failed: fn(reqwest::Error) -> Error,
}

impl<B> Incoming<B> {
    pub(super) fn new(body: B, patience: Duration, failed: fn(reqwest::Error) -> Error) -> Self {
        Self {
            body,
            patience,
            sleep: Box::pin(sleep(patience)),
            failed,
        }
    }
}

impl<B> Stream for Incoming<B>
where
    B: Body<Data = Bytes, Error = reqwest::Error> + Unpin,
{
    type Item = Result<Bytes, Error>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        loop {
            match Pin::new(&mut self.body).poll_frame(context) {
                Poll::Pending => {
                    ready!(self.sleep.as_mut().poll(context));
                    return Poll::Ready(Some(Err(Error::timeout("the next of it did not come"))));
                }
                Poll::Ready(None) => return Poll::Ready(None),
                Poll::Ready(Some(Err(error))) => {
                    return Poll::Ready(Some(Err((self.failed)(error))));
                }
                Poll::Ready(Some(Ok(frame))) => {
                    let next = Instant::now() + self.patience;
                    self.sleep.as_mut().reset(next);
                    if let Ok(bytes) = frame.into_data()
                        && !bytes.is_empty()
                    {
                        return Poll::Ready(Some(Ok(bytes)));
                    }
                }
            }
        }
    }
}
