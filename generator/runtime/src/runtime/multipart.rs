//! Bodies of several parts (`multipart/form-data`), for operations that take files.

use super::Body;
use std::{
    fmt::Display,
    hash::{BuildHasher as _, RandomState},
};

/// A file to send as a part of a form.
///
/// ```
/// use client_runtime::runtime::Upload;
///
/// let photo = Upload::new("photo.png", "image/png", vec![0x89, 0x50]);
/// ```
#[derive(Clone, Debug)]
pub struct Upload {
    file_name: String,
    body: Body,
}

impl Upload {
    /// A file of that name, type and content.
    pub fn new(file_name: impl Into<String>, content_type: &str, content: impl Into<Body>) -> Self {
        Self {
            file_name: file_name.into(),
            body: Body::new(content_type, content),
        }
    }
}

/// The parts so far.
pub(super) struct Multipart {
    boundary: String,
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
            bytes: Vec::new(),
        }
    }

    pub(super) fn text(&mut self, name: &str, value: impl Display) {
        self.part(
            &format!("name=\"{}\"", quoted(name)),
            None,
            value.to_string().as_bytes(),
        );
    }

    pub(super) fn file(&mut self, name: &str, upload: &Upload) {
        let disposition = format!(
            "name=\"{}\"; filename=\"{}\"",
            quoted(name),
            quoted(&upload.file_name)
        );
        self.part(
            &disposition,
            upload.body.content_type(),
            upload.body.as_bytes(),
        );
    }

    fn part(&mut self, disposition: &str, content_type: Option<&str>, content: &[u8]) {
        let boundary = &self.boundary;
        let mut head = format!("--{boundary}\r\nContent-Disposition: form-data; {disposition}\r\n");
        if let Some(content_type) = content_type {
            head.extend(["Content-Type: ", content_type, "\r\n"]);
        }
        for piece in [head.as_bytes(), b"\r\n", content, b"\r\n"] {
            self.bytes.extend_from_slice(piece);
        }
    }

    pub(super) fn into_body(mut self) -> Body {
        self.bytes
            .extend_from_slice(format!("--{}--\r\n", self.boundary).as_bytes());
        Body::new(
            &format!("multipart/form-data; boundary={}", self.boundary),
            self.bytes,
        )
    }
}

/// Text between quotes, as browsers write it.
fn quoted(text: &str) -> String {
    text.replace('"', "%22")
        .replace('\r', "%0D")
        .replace('\n', "%0A")
}
