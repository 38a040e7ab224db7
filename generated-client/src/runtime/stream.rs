//! Bodies that are not in memory: they are read once, piece by piece, while they travel.

use super::Error;
use bytes::Bytes;
use std::{
    collections::VecDeque,
    fmt,
    io::{self, Read},
    sync::{Arc, Mutex, PoisonError},
};

/// What a piece of a body is read from.
pub(super) enum Piece {
    Bytes(Bytes),
    Reader(Box<dyn Read + Send>),
    #[cfg(feature = "reqwest")]
    Chunks(Chunks),
    /// Another body, as a part of this one.
    Body(Stream),
}

/// What comes when it comes, for async code.
#[cfg(feature = "reqwest")]
pub(super) type Chunks =
    std::pin::Pin<Box<dyn futures_core::Stream<Item = Result<Bytes, Error>> + Send>>;

/// The pieces of a body. Clones share them, and the first to take them has them: so nothing is ever
/// sent twice.
#[derive(Clone)]
pub(super) struct Stream(Arc<Shared>);

struct Shared {
    pieces: Mutex<Option<Vec<Piece>>>,
    length: Option<u64>,
}

impl Stream {
    pub(super) fn new(pieces: Vec<Piece>, length: Option<u64>) -> Self {
        Self(Arc::new(Shared {
            pieces: Mutex::new(Some(pieces)),
            length,
        }))
    }

    /// The same, of that length.
    pub(super) fn with_length(self, length: u64) -> Self {
        Self::new(vec![Piece::Body(self)], Some(length))
    }

    /// How many bytes it has, where that is known.
    pub(super) fn length(&self) -> Option<u64> {
        self.0.length
    }

    /// The pieces, for whoever reads them.
    pub(super) fn take(&self) -> Result<Pieces, Error> {
        let mut pieces = self.0.pieces.lock().unwrap_or_else(PoisonError::into_inner);
        let taken = pieces.take().ok_or_else(|| {
            Error::request("its body was read already, and can be read only once")
        })?;
        let mut all = VecDeque::new();
        for piece in taken {
            match piece {
                Piece::Body(inner) => all.extend(inner.take()?.0),
                piece => all.push_back(piece),
            }
        }
        Ok(Pieces(all))
    }
}

impl PartialEq for Stream {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

impl Eq for Stream {}

/// Pieces that are being read, from the first to the last.
#[derive(Default)]
pub(super) struct Pieces(pub(super) VecDeque<Piece>);

impl Pieces {
    /// All of it, if it is no more than that.
    pub(super) fn read_whole(self, limit: usize) -> Result<Bytes, Error> {
        let most = u64::try_from(limit).unwrap_or(u64::MAX).saturating_add(1);
        let mut bytes = Vec::new();
        match self.take(most).read_to_end(&mut bytes) {
            Ok(read) if read > limit => Err(Error::too_large(limit)),
            Ok(_) => Ok(bytes.into()),
            Err(error) => Err(from_io(error)),
        }
    }
}

/// For code that may wait.
impl Read for Pieces {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        while let Some(piece) = self.0.front_mut() {
            let read = match piece {
                Piece::Bytes(bytes) => {
                    let bytes_read = bytes.len().min(into.len());
                    into[..bytes_read].copy_from_slice(&bytes.split_to(bytes_read));
                    bytes_read
                }
                Piece::Reader(reader) => reader.read(into)?,
                #[cfg(feature = "reqwest")]
                Piece::Chunks(_) => {
                    return Err(io::Error::other(
                        "it is a stream, which can only be awaited",
                    ));
                }
                // `take` takes them apart.
                Piece::Body(_) => 0,
            };
            if read > 0 || into.is_empty() {
                return Ok(read);
            }
            self.0.pop_front();
        }
        Ok(0)
    }
}

/// The error of this crate that an error of a reader is, or is caused by.
pub(super) fn from_io(error: io::Error) -> Error {
    match error.downcast::<Error>() {
        Ok(error) => error,
        Err(error) => Error::transport(error),
    }
}

impl fmt::Debug for Pieces {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Pieces").finish_non_exhaustive()
    }
}
