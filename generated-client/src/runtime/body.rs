//! The bytes of a request or a reply, and what they are.

use super::{
    Error,
    stream::{Piece, Pieces, Stream},
};
use bytes::Bytes;
use http::HeaderValue;
use serde::{Serialize, de::DeserializeOwned};
use std::{
    borrow::Cow,
    fmt,
    io::{Read, Seek as _},
};

/// The body of a request or of a reply: bytes, and the content type they were given or came with.
///
/// Cloning shares the bytes. `Debug` shows length and type, never the content, since a body may
/// hold what should not be in a log.
///
/// A body can also be a stream: a file or another [`reader`](Self::reader), or what async code
/// brings forth. It is read while it is sent, so it is not in memory, and it is sent once: a call with
/// such a body is not tried again.
///
/// ```
/// use gotomeeting::Body;
///
/// let body = Body::from(r#"{"name": "Ada"}"#);
/// let value: serde_json::Value = body.json()?;
/// assert_eq!(value["name"], "Ada");
/// # Ok::<(), gotomeeting::runtime::Error>(())
/// ```
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Body {
    content: Content,
    content_type: Option<HeaderValue>,
}

#[derive(Clone, PartialEq, Eq)]
enum Content {
    Bytes(Bytes),
    Stream(Stream),
}

impl Default for Content {
    fn default() -> Self {
        Self::Bytes(Bytes::new())
    }
}

impl Body {
    /// A body of the given type. Text that is no header value leaves it without one.
    pub fn new(content_type: &str, bytes: impl Into<Body>) -> Self {
        Self {
            content_type: HeaderValue::from_str(content_type).ok(),
            ..bytes.into()
        }
    }

    /// A value as JSON.
    ///
    /// # Errors
    ///
    /// When the value cannot be JSON, such as a map whose keys are no text.
    pub fn from_json(value: &(impl Serialize + ?Sized)) -> Result<Self, Error> {
        match serde_json::to_vec(value) {
            Ok(bytes) => Ok(Self::with_content_type(
                bytes.into(),
                Some(HeaderValue::from_static("application/json")),
            )),
            Err(error) => Err(Error::request("the body does not serialize").with_source(error)),
        }
    }

    pub(super) fn with_content_type(bytes: Bytes, content_type: Option<HeaderValue>) -> Self {
        Self {
            content: Content::Bytes(bytes),
            content_type,
        }
    }

    /// A body that is read while it is sent.
    ///
    /// ```
    /// use gotomeeting::runtime::Body;
    /// use std::io::Read as _;
    ///
    /// let first_megabyte = Body::reader(std::io::repeat(0).take(1 << 20)).with_length(1 << 20);
    /// ```
    ///
    /// The async client reads on the threads that tokio has for what blocks.
    pub fn reader(reader: impl Read + Send + 'static) -> Self {
        Stream::new(vec![Piece::Reader(Box::new(reader))], None).into()
    }

    /// A body that comes while it is sent, by the async client alone (feature `reqwest`).
    #[cfg(feature = "reqwest")]
    pub fn stream<S, Chunk, Failure>(stream: S) -> Self
    where
        S: futures_core::Stream<Item = Result<Chunk, Failure>> + Send + 'static,
        Chunk: Into<Bytes> + 'static,
        Failure: Into<Box<dyn std::error::Error + Send + Sync>> + 'static,
    {
        let chunks = super::client::chunks(stream);
        Stream::new(vec![Piece::Chunks(chunks)], None).into()
    }

    /// Says how long a body is that is a stream: many services want to know before they take it.
    #[must_use]
    pub fn with_length(self, length: u64) -> Self {
        match self.content {
            Content::Bytes(_) => self,
            Content::Stream(stream) => Self {
                content: Content::Stream(stream.with_length(length)),
                ..self
            },
        }
    }

    /// Whether it is read while it is sent or received. Then nothing of it is here: `len` is 0 and
    /// `as_bytes` is empty.
    #[must_use]
    pub fn is_stream(&self) -> bool {
        matches!(self.content, Content::Stream(_))
    }

    pub(super) fn as_stream(&self) -> Option<&Stream> {
        match &self.content {
            Content::Bytes(_) => None,
            Content::Stream(stream) => Some(stream),
        }
    }

    /// Reads it, whether it is a stream or not.
    ///
    /// # Errors
    ///
    /// When it is a stream that was read already.
    pub fn into_reader(self) -> Result<impl Read + Send, Error> {
        self.pieces()
    }

    /// What it is read from. A stream is there only once.
    pub(super) fn pieces(&self) -> Result<Pieces, Error> {
        match &self.content {
            Content::Bytes(bytes) => Ok(Pieces([Piece::Bytes(bytes.clone())].into())),
            Content::Stream(stream) => stream.take(),
        }
    }

    /// The same with another content type.
    pub(super) fn retyped(self, content_type: Option<HeaderValue>) -> Self {
        Self {
            content_type,
            ..self
        }
    }

    /// Whether there is nothing in it. Of a stream nobody knows that.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        !self.is_stream() && self.as_bytes().is_empty()
    }

    /// How many bytes it holds.
    #[must_use]
    pub fn len(&self) -> usize {
        self.as_bytes().len()
    }

    /// The bytes.
    #[must_use]
    pub fn as_bytes(&self) -> &[u8] {
        match &self.content {
            Content::Bytes(bytes) => bytes,
            Content::Stream(_) => &[],
        }
    }

    /// The bytes, without a copy.
    #[must_use]
    pub fn into_bytes(self) -> Bytes {
        match self.content {
            Content::Bytes(bytes) => bytes,
            Content::Stream(_) => Bytes::new(),
        }
    }

    /// The bytes as text; what is not UTF-8 in it becomes `U+FFFD`.
    #[must_use]
    pub fn text(&self) -> Cow<'_, str> {
        String::from_utf8_lossy(self.as_bytes())
    }

    /// Reads the bytes as JSON, whatever their content type says.
    ///
    /// An empty body is read as what says nothing in JSON: the first of `null`, `{}` and `[]` that
    /// `T` can be read from, and so is `null`. So a service that answers "no items" with 204 gives an empty `Vec`,
    /// and an `Option` is `None`.
    ///
    /// # Errors
    ///
    /// When the bytes are not JSON, or not that of a `T`: [`Error::is_decode`], with the path.
    pub fn json<T: DeserializeOwned>(&self) -> Result<T, Error> {
        super::reply::json(self.as_bytes())
    }

    /// The content type, such as `application/json; charset=utf-8`.
    #[must_use]
    pub fn content_type(&self) -> Option<&str> {
        self.content_type
            .as_ref()
            .and_then(|value| value.to_str().ok())
    }

    pub(super) fn content_type_header(&self) -> Option<&HeaderValue> {
        self.content_type.as_ref()
    }
}

impl fmt::Debug for Body {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Body")
            .field("len", &self.len())
            .field("content_type", &self.content_type())
            .finish()
    }
}

impl From<Stream> for Body {
    fn from(stream: Stream) -> Self {
        Self {
            content: Content::Stream(stream),
            content_type: None,
        }
    }
}

/// The rest of the file, read while it is sent.
impl From<std::fs::File> for Body {
    fn from(mut file: std::fs::File) -> Self {
        let whole = file.metadata().ok().filter(std::fs::Metadata::is_file);
        let read = file.stream_position().ok();
        let length = whole
            .zip(read)
            .map(|(whole, read)| whole.len().saturating_sub(read));
        let body = Self::reader(file);
        match length {
            Some(length) => body.with_length(length),
            None => body,
        }
    }
}

impl From<Bytes> for Body {
    fn from(bytes: Bytes) -> Self {
        Self::with_content_type(bytes, None)
    }
}

impl From<Vec<u8>> for Body {
    fn from(bytes: Vec<u8>) -> Self {
        Bytes::from(bytes).into()
    }
}

impl From<&[u8]> for Body {
    fn from(bytes: &[u8]) -> Self {
        Bytes::copy_from_slice(bytes).into()
    }
}

impl From<String> for Body {
    fn from(text: String) -> Self {
        Bytes::from(text).into()
    }
}

impl From<&str> for Body {
    fn from(text: &str) -> Self {
        text.as_bytes().into()
    }
}

impl From<()> for Body {
    fn from((): ()) -> Self {
        Self::default()
    }
}
