//! The table of all kinds of change: what each means, whom it breaks, and the kind it is when the
//! versions are swapped. `cargo xtask diff --kinds` prints it.
//!
//! A row is the documentation of its kind. A test holds it: each has a case of its name in
//! `tests/cases/diff/`, whose verdicts are those of the row.

pub mod document;
pub mod reply;
pub mod request;

use serde::Serialize;

use super::types::{Rust, Wire};

/// A kind of change.
#[derive(Debug)]
pub struct Kind {
    /// What it is called, in outputs and in `accepted.toml`.
    pub id: &'static str,
    /// Which way what changed travels.
    pub way: Way,
    /// Whether a program that worked stops working against the service.
    pub wire: Wire,
    /// What it usually does to programs that use the client; of a change, the client's surface says
    /// it.
    pub rust: Rust,
    /// Whether the words of the documentation change, beside what a signature shows.
    pub docs: bool,
    /// The kind that it is when the versions are swapped.
    pub mirror: &'static str,
    /// What happened, in a sentence.
    pub meaning: &'static str,
    /// An example of it: before, and after.
    pub example: (&'static str, &'static str),
}

/// Which way something travels.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Way {
    /// From programs to the service.
    Request,
    /// From the service to programs.
    Reply,
    /// Neither: it is about an operation, the document, or the reading of it.
    Document,
}

impl Kind {
    /// Its name as words.
    #[must_use]
    pub fn label(&self) -> String {
        self.id.replace('-', " ")
    }
}

impl PartialEq for Kind {
    fn eq(&self, other: &Self) -> bool {
        self.id == other.id
    }
}

/// A table of kinds: a constant for each row, and the list of them.
macro_rules! kinds {
    ($list:ident $($name:ident $id:literal $wire:ident $rust:ident $docs:literal
        mirrors $mirror:literal $meaning:literal $before:literal => $after:literal;)*) => {
        $(
            #[doc = $meaning]
            pub static $name: Kind = Kind {
                id: $id,
                way: WAY,
                wire: Wire::$wire,
                rust: Rust::$rust,
                docs: $docs,
                mirror: $mirror,
                meaning: $meaning,
                example: ($before, $after),
            };
        )*

        /// The kinds of this file.
        pub static $list: &[&Kind] = &[$(&$name),*];
    };
}
use kinds;

/// All kinds.
pub fn all() -> impl Iterator<Item = &'static Kind> {
    [request::KINDS, reply::KINDS, document::KINDS]
        .into_iter()
        .flatten()
        .copied()
}
