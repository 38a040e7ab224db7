//! What the tests share: where things are, the cases, and other orders of a document.

pub mod harness;
pub mod permute;

use std::path::{Path, PathBuf};

/// The root of the repository.
///
/// # Panics
///
/// Never: this package lies below it.
#[must_use]
pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .parent()
        .expect("the root is above this package")
}

/// The documents that are not part of the repository, where they are at hand.
#[must_use]
pub fn corpus() -> Option<PathBuf> {
    let folder = root().join("../shared/corpus");
    folder.is_dir().then_some(folder)
}

/// The front page of the repository, so that its examples are compiled.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
pub struct FrontPage;
