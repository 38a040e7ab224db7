//! Bodies of several parts (`multipart/form-data`), for operations that take files.

use super::{
    Body,
    stream::{Piece, Stream},
};
use bytes::Bytes;
use std::{
    fmt::Display,
    hash::{BuildHasher as _, RandomState},
};

/// A file to send as a part of a form: its content, and what it is called.
///
/// ```
/// use gotomeeting::runtime::Upload;
///
/// let photo = Upload::new(vec![0x89, 0x50]).name("photo.png").content_type("image/png");
/// let text = Upload::from("No name, and so it is called `file`.");
/// ```
///
/// A file of any size is read while it is sent, and sent once (see [`Body`]). It may well take longer
/// than calls usually may: `.timeout(…)` says how long.
///
/// ```no_run
/// # use gotomeeting::runtime::Upload;
/// let video = Upload::new(std::fs::File::open("video.mp4")?).name("video.mp4");
/// # Ok::<(), std::io::Error>(())
/// ```
#[derive(Clone, Debug)]
pub struct Upload {
    name: String,
    body: Body,
}

impl Upload {
    /// A file with this content: bytes, text, a [`File`](std::fs::File), or any other [`Body`].
    pub fn new(content: impl Into<Body>) -> Self {
        Self {
            // Without one, many services take the part for text.
            name: "file".to_owned(),
            body: content.into(),
        }
    }

    /// What the service is told that the file is called.
    #[must_use]
    pub fn name(mut self, name: impl Into<String>) -> Self {
        self.name = name.into();
        self
    }

    /// What is in it, such as `image/png`; `application/octet-stream`, unless told otherwise.
    #[must_use]
    pub fn content_type(mut self, content_type: &str) -> Self {
        self.body = Body::new(content_type, self.body);
        self
    }
}

impl<T: Into<Body>> From<T> for Upload {
    fn from(content: T) -> Self {
        Self::new(content)
    }
}

/// The parts so far.
pub(super) struct Multipart {
    boundary: String,
    /// What comes before `bytes`, where some of it is a stream.
    pieces: Vec<Piece>,
    /// How long the pieces are together, where all of them say it.
    length: Option<u64>,
    bytes: Vec<u8>,
}

impl Multipart {
    pub(super) fn new() -> Self {
        // Keys of 128 random bits: no part holds that text by accident, nor by guessing.
        let random = RandomState::new();
        let boundary = format!(
            "part-{:016x}{:016x}",
            random.hash_one(0),
            random.hash_one(1)
        );
        Self {
            boundary,
            pieces: Vec::new(),
            length: Some(0),
            bytes: Vec::new(),
        }
    }

    pub(super) fn text(&mut self, name: &str, value: impl Display) {
        let disposition = format!("name=\"{}\"", quoted(name));
        self.part(&disposition, &value.to_string().into(), None);
    }

    /// A part with a content type of its own, which is no file.
    pub(super) fn value(&mut self, name: &str, body: &Body) {
        let disposition = format!("name=\"{}\"", quoted(name));
        self.part(&disposition, body, body.content_type());
    }

    pub(super) fn file(&mut self, name: &str, upload: &Upload) {
        let disposition = format!(
            "name=\"{}\"; filename=\"{}\"",
            quoted(name),
            quoted(&upload.name)
        );
        let content_type = upload.body.content_type();
        self.part(
            &disposition,
            &upload.body,
            content_type.or(Some("application/octet-stream")),
        );
    }

    fn part(&mut self, disposition: &str, content: &Body, content_type: Option<&str>) {
        let boundary = &self.boundary;
        let mut head = format!("--{boundary}\r\nContent-Disposition: form-data; {disposition}\r\n");
        if let Some(content_type) = content_type {
            head.extend(["Content-Type: ", content_type, "\r\n"]);
        }
        head.push_str("\r\n");
        self.bytes.extend_from_slice(head.as_bytes());
        match content.as_stream() {
            None => self.bytes.extend_from_slice(content.as_bytes()),
            Some(stream) => {
                self.flush();
                self.push(Piece::Body(stream.clone()), stream.length());
            }
        }
        self.bytes.extend_from_slice(b"\r\n");
    }

    fn flush(&mut self) {
        let bytes = Bytes::from(std::mem::take(&mut self.bytes));
        let length = u64::try_from(bytes.len()).ok();
        self.push(Piece::Bytes(bytes), length);
    }

    fn push(&mut self, piece: Piece, length: Option<u64>) {
        self.pieces.push(piece);
        self.length = self.length.zip(length).map(|(one, other)| one + other);
    }

    /// The body; none where there are no parts.
    pub(super) fn into_body(mut self) -> Option<Body> {
        if self.bytes.is_empty() && self.pieces.is_empty() {
            return None;
        }
        self.bytes
            .extend_from_slice(format!("--{}--\r\n", self.boundary).as_bytes());
        let content_type = format!("multipart/form-data; boundary={}", self.boundary);
        if self.pieces.is_empty() {
            return Some(Body::new(&content_type, self.bytes));
        }
        self.flush();
        Some(Body::new(
            &content_type,
            Stream::new(self.pieces, self.length),
        ))
    }
}

/// Text between quotes, as browsers write it.
fn quoted(text: &str) -> String {
    text.replace('"', "%22")
        .replace('\r', "%0D")
        .replace('\n', "%0A")
}
