//! How much is read before the reader refuses, and what it says then.

use super::codes::{TOO_DEEP, TOO_LARGE};
use crate::diagnostic::Diagnostic;

/// How much is read before the reader refuses.
#[derive(Clone, Debug)]
pub struct Limits {
    /// The size of a file in bytes.
    pub bytes: usize,
    /// How deep lists and mappings may stand inside each other. JSON is not read deeper than
    /// `serde_json` allows, which is 127 levels.
    pub depth: usize,
    /// The values of a document.
    pub values: usize,
    /// Those of them that are copies made for aliases.
    pub copies: usize,
    /// The bytes of those copies.
    pub copied_bytes: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            bytes: 64 * 1024 * 1024,
            depth: 100,
            values: 5_000_000,
            copies: 1_000_000,
            copied_bytes: 64 * 1024 * 1024,
        }
    }
}

/// The complaint about a file of too many bytes.
pub(super) fn too_many_bytes(name: &str, size: usize, limit: usize) -> Diagnostic {
    let message = format!("`{name}` has {size} bytes; at most {limit} are read");
    Diagnostic::new(&TOO_LARGE, message)
        .help("check that this is the API document, or remove large examples from it")
}

/// The complaint about a document of too many values.
pub(super) fn too_many_values(limit: usize) -> Diagnostic {
    Diagnostic::new(
        &TOO_LARGE,
        format!("the document has more than {limit} values"),
    )
    .help("check that this is the API document, or remove large examples from it")
}

/// The complaint about lists and mappings inside each other.
pub(super) fn too_deep(limit: usize) -> Diagnostic {
    let message =
        format!("lists and mappings stand inside each other more than {limit} levels deep");
    Diagnostic::new(&TOO_DEEP, message).help("check that the file is undamaged")
}
