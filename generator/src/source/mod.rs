//! Where things stand: texts, places in them, and how a place is told to a person.

use std::fmt;
use std::ops::Range;

/// The number of a [`Source`] among [`Sources`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SourceId(u32);

/// One text that was read, under the name people know it by.
#[derive(Debug)]
pub struct Source {
    /// The name shown in messages and reports: a path relative to the project, or `<stdin>`.
    pub name: String,
    /// The whole text, as UTF-8 without a byte order mark.
    pub text: String,
    /// The byte offset at which each line begins.
    lines: Vec<usize>,
}

/// A stretch of bytes in a source.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Span {
    /// The text it lies in.
    pub source: SourceId,
    /// Byte offsets into [`Source::text`].
    pub range: Range<usize>,
}

/// A place as people read it: file, line, column (both from 1, columns in characters), and the
/// JSON pointer (RFC 6901) of the node, with the row where the place lies inside a description.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Location {
    /// The name of the source.
    pub file: String,
    /// The line, from 1.
    pub line: usize,
    /// The column in characters, from 1.
    pub column: usize,
    /// The JSON pointer of the node; empty for the root.
    pub pointer: String,
    /// What part of the node's text is meant, such as `row 3`, where it is not the whole.
    pub part: Option<String>,
}

impl fmt::Display for Location {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}:{}", self.file, self.line, self.column)
    }
}

/// All texts of one run.
#[derive(Debug, Default)]
pub struct Sources(Vec<Source>);

impl Source {
    /// Keeps `text` under `name`.
    #[must_use]
    pub fn new(name: impl Into<String>, text: String) -> Self {
        let lines = std::iter::once(0)
            .chain(text.match_indices('\n').map(|(at, _)| at + 1))
            .collect();
        Self {
            name: name.into(),
            text,
            lines,
        }
    }

    /// The line and column of a byte offset, both from 1, the column in characters. An offset past
    /// the end is the end.
    #[must_use]
    pub fn line_column(&self, offset: usize) -> (usize, usize) {
        let offset = self.text.floor_char_boundary(offset);
        let line = self.lines.partition_point(|&start| start <= offset).max(1);
        let column = self.text[self.lines[line - 1]..offset].chars().count() + 1;
        (line, column)
    }
}

impl Sources {
    /// Adds a text and returns its number.
    ///
    /// # Panics
    ///
    /// With more than `u32::MAX` sources, which no run reads.
    pub fn add(&mut self, source: Source) -> SourceId {
        let id = SourceId(u32::try_from(self.0.len()).expect("fewer than 2^32 sources"));
        self.0.push(source);
        id
    }

    /// The text of that number.
    #[must_use]
    pub fn get(&self, id: SourceId) -> &Source {
        &self.0[id.0 as usize]
    }
}
