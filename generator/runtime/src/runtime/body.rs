//! The bytes of a request or a reply, and what they are.

use super::Error;
use bytes::Bytes;
use http::HeaderValue;
use serde::{Serialize, de::DeserializeOwned};
use std::{borrow::Cow, fmt};

/// The body of a request or of a reply: bytes, and the content type they were given or came with.
///
/// Cloning shares the bytes. `Debug` shows length and type, never the content, since a body may
/// hold what should not be in a log.
///
/// ```
/// use client_runtime::runtime::Body;
///
/// let body = Body::from(r#"{"name": "Ada"}"#);
/// let value: serde_json::Value = body.json()?;
/// assert_eq!(value["name"], "Ada");
/// # Ok::<(), client_runtime::runtime::Error>(())
/// ```
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Body {
    bytes: Bytes,
    content_type: Option<HeaderValue>,
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
            bytes,
            content_type,
        }
    }

    /// Whether there is nothing in it.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.bytes.is_empty()
    }

    /// How many bytes it holds.
    #[must_use]
    pub fn len(&self) -> usize {
        self.bytes.len()
    }

    /// The bytes.
    #[must_use]
    pub fn as_bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// The bytes, without a copy.
    #[must_use]
    pub fn into_bytes(self) -> Bytes {
        self.bytes
    }

    /// The bytes as text; what is not UTF-8 in it becomes `U+FFFD`.
    #[must_use]
    pub fn text(&self) -> Cow<'_, str> {
        String::from_utf8_lossy(&self.bytes)
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
        super::reply::json(&self.bytes)
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
