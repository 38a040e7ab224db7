//! Where things stand: texts, places in them, and how a place is told to a person.

pub mod pointer;

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
    /// How many characters come before every [`STEP`]th byte, so that a document on one long line has
    /// its columns as fast as any other.
    characters: Vec<usize>,
}

/// So many bytes are looked at to count characters.
const STEP: usize = 1024;

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

impl SourceId {
    /// A stretch of bytes in this source.
    #[must_use]
    pub fn span(self, range: Range<usize>) -> Span {
        Span {
            source: self,
            range,
        }
    }
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
        let counts = text.as_bytes().chunks(STEP).scan(0, |before, step| {
            *before += characters(step);
            Some(*before)
        });
        let characters = std::iter::once(0).chain(counts).collect();
        Self {
            name: name.into(),
            text,
            lines,
            characters,
        }
    }

    /// The lines of the text, as `(number from 1, byte offset, text without its line end)`, from
    /// line `first` on.
    pub fn lines_from(&self, first: usize) -> impl Iterator<Item = (usize, usize, &str)> {
        let first = first.max(1);
        let starts = self.lines.get(first - 1..).unwrap_or_default();
        starts.iter().enumerate().map(move |(index, &start)| {
            let number = first + index;
            let end = self.lines.get(number).copied().unwrap_or(self.text.len());
            let line = &self.text[start..end];
            let line = line.strip_suffix('\n').unwrap_or(line);
            (number, start, line.strip_suffix('\r').unwrap_or(line))
        })
    }

    /// The byte offset of a line (from 1) and a column counted in bytes (from 1), as parsers tell
    /// it. A place outside of the text is the nearest one inside.
    #[must_use]
    pub fn offset(&self, line: usize, byte_column: usize) -> usize {
        let line = line.clamp(1, self.lines.len());
        let offset = self.lines[line - 1] + byte_column.saturating_sub(1);
        floor_char_boundary(&self.text, offset)
    }

    /// The line and column of a byte offset, both from 1, the column in characters. An offset past
    /// the end is the end.
    #[must_use]
    pub fn line_column(&self, offset: usize) -> (usize, usize) {
        let offset = floor_char_boundary(&self.text, offset);
        let line = self.lines.partition_point(|&start| start <= offset).max(1);
        let column = self.characters_before(offset) - self.characters_before(self.lines[line - 1]);
        (line, column + 1)
    }

    fn characters_before(&self, offset: usize) -> usize {
        let step = offset / STEP;
        self.characters[step] + characters(&self.text.as_bytes()[step * STEP..offset])
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

/// How many characters begin in a part of a text.
fn characters(bytes: &[u8]) -> usize {
    let continues = |byte: u8| byte & 0b1100_0000 == 0b1000_0000;
    bytes.iter().filter(|byte| !continues(**byte)).count()
}

/// The nearest byte offset at or before `offset` that is between two characters of the text.
pub(crate) fn floor_char_boundary(text: &str, offset: usize) -> usize {
    let mut offset = offset.min(text.len());
    while !text.is_char_boundary(offset) {
        offset -= 1;
    }
    offset
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_characters_and_lines_end_with_either_line_end() {
        let source = Source::new("a.yaml", "é: 1\r\nü: 2\n".to_owned());
        assert_eq!(source.line_column(0), (1, 1));
        assert_eq!(source.line_column(4), (1, 4));
        assert_eq!(source.line_column(7), (2, 1));
        assert_eq!(source.line_column(999), (3, 1));
        let lines: Vec<_> = source.lines_from(1).map(|(_, _, text)| text).collect();
        assert_eq!(lines, ["é: 1", "ü: 2", ""]);
    }

    #[test]
    fn columns_of_a_long_line_count_characters_too() {
        let text = format!("{{\"{}\": 1}}", "aé→".repeat(STEP));
        let source = Source::new("a.json", text);
        for (at, (offset, _)) in source.text.char_indices().enumerate() {
            assert_eq!(source.line_column(offset), (1, at + 1));
        }
        let count = source.text.chars().count();
        assert_eq!(source.line_column(source.text.len()), (1, count + 1));
    }

    #[test]
    fn a_place_outside_of_the_text_is_the_nearest_inside() {
        let source = Source::new("a.yaml", "a\né".to_owned());
        assert_eq!(source.offset(2, 1), 2);
        assert_eq!(source.offset(2, 2), 2, "not inside of a character");
        assert_eq!(source.offset(99, 99), 4);
        assert_eq!(source.offset(0, 0), 0);
    }
}
