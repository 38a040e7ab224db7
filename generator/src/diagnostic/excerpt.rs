//! The lines of a source that a diagnostic shows: only those it points at, cut where they are
//! long. A document can be one line of many megabytes.

use std::ops::Range;

use super::{Diagnostic, printable_character};
use crate::source::{Source, SourceId, Sources, Span, floor_char_boundary};

/// Labels that are at most this many lines apart are shown together.
const NEAR: usize = 4;

/// Some lines of a source, with the places in them that the labels point at.
pub(super) struct Excerpt<'a> {
    /// The name of the source.
    pub(super) name: &'a str,
    /// The line and column, both from 1, that its first label points at.
    pub(super) place: (usize, usize),
    /// The number of its first line.
    pub(super) first_line: usize,
    /// Its lines, cut and printable.
    pub(super) text: String,
    /// What in it is pointed at.
    pub(super) marks: Vec<Mark<'a>>,
    /// The column of its first label in `text`: another one than in the source where the beginning
    /// of the line was cut.
    pub(super) shown_column: usize,
}

impl Excerpt<'_> {
    /// Whether the column of its place in the source is another one than in its text.
    pub(super) fn is_cut_before_its_place(&self) -> bool {
        self.shown_column != self.place.1
    }
}

/// A label in an excerpt.
pub(super) struct Mark<'a> {
    /// The bytes of the excerpt it points at.
    pub(super) range: Range<usize>,
    /// What is said beside them.
    pub(super) label: &'a str,
    /// Whether it is the first label of the diagnostic.
    pub(super) is_main: bool,
}

/// A label with the place in the source it points at.
struct Place<'a> {
    source: SourceId,
    line: usize,
    /// The bytes it points at, at most until the end of its line.
    range: Range<usize>,
    label: &'a str,
    is_main: bool,
    /// Whether its line is longer than what is shown of it.
    is_cut: bool,
}

/// The excerpts that show all labels of a diagnostic, that of the first label first.
pub(super) fn excerpts<'a>(
    diagnostic: &'a Diagnostic,
    sources: &'a Sources,
    width: usize,
) -> Vec<Excerpt<'a>> {
    let mut groups: Vec<Vec<Place<'a>>> = Vec::new();
    for (index, (span, label)) in diagnostic.labels.iter().enumerate() {
        let place = Place {
            is_main: index == 0,
            ..Place::new(sources, span, label, width)
        };
        let group = groups
            .iter_mut()
            .find(|group| group.iter().all(|other| place.is_near(other)));
        match group {
            Some(group) => group.push(place),
            None => groups.push(vec![place]),
        }
    }
    groups
        .iter()
        .filter_map(|group| excerpt(sources, group, width))
        .collect()
}

impl<'a> Place<'a> {
    fn new(sources: &Sources, span: &Span, label: &'a str, width: usize) -> Self {
        let source = sources.get(span.source);
        let (line, _) = source.line_column(span.range.start);
        let (start, text) = line_of(source, line);
        let end = start + text.len();
        let from = span.range.start.min(end);
        let range = from..span.range.end.clamp(from, end);
        let is_cut = text.chars().nth(width).is_some();
        Self {
            source: span.source,
            line,
            range,
            label,
            is_main: false,
            is_cut,
        }
    }

    fn is_near(&self, other: &Self) -> bool {
        let is_near = self.source == other.source && self.line.abs_diff(other.line) <= NEAR;
        is_near && !self.is_cut && !other.is_cut
    }
}

/// Where a line begins, and its text.
fn line_of(source: &Source, line: usize) -> (usize, &str) {
    let found = source.lines_from(line).next();
    found.map_or((source.text.len(), ""), |(_, start, text)| (start, text))
}

fn excerpt<'a>(sources: &'a Sources, places: &[Place<'a>], width: usize) -> Option<Excerpt<'a>> {
    let first = places.first()?;
    let source = sources.get(first.source);
    let first_line = places.iter().map(|place| place.line).min()?;
    let last_line = places.iter().map(|place| place.line).max()?;
    let mut excerpt = Excerpt {
        name: &source.name,
        place: source.line_column(first.range.start),
        shown_column: 1,
        first_line,
        text: String::new(),
        marks: Vec::new(),
    };
    for (number, start, text) in source.lines_from(first_line) {
        if number > last_line {
            break;
        }
        let here: Vec<_> = places.iter().filter(|place| place.line == number).collect();
        let mark = here.first().map_or(0, |place| place.range.start - start);
        let shown = window(text, mark, width);
        let base = excerpt.text.len();
        let offsets = copy_printable(&mut excerpt.text, text, &shown);
        for place in here {
            let at = |offset: usize| {
                let inside = (offset - start).clamp(shown.start, shown.end) - shown.start;
                base + offsets[inside]
            };
            let range = at(place.range.start)..at(place.range.end);
            if std::ptr::eq(place, first) {
                excerpt.shown_column = excerpt.text[base..range.start].chars().count() + 1;
            }
            excerpt.marks.push(Mark {
                range,
                label: place.label,
                is_main: place.is_main,
            });
        }
        excerpt.text.push('\n');
    }
    Some(excerpt)
}

/// The bytes of a line that are shown: all, or `width` characters around the mark.
fn window(line: &str, mark: usize, width: usize) -> Range<usize> {
    if line.chars().nth(width).is_none() {
        return 0..line.len();
    }
    let mark = floor_char_boundary(line, mark);
    let before = line[..mark].char_indices().rev().take(width / 3).last();
    let start = before.map_or(mark, |(at, _)| at);
    let end = line[start..]
        .char_indices()
        .nth(width)
        .map_or(line.len(), |(at, _)| start + at);
    start..end
}

/// Adds the shown bytes of a line in printable form, with `…` where something was cut. Returns
/// where in `text`, counted from its old end, each of the shown bytes went.
fn copy_printable(text: &mut String, line: &str, shown: &Range<usize>) -> Vec<usize> {
    let base = text.len();
    if shown.start > 0 {
        text.push('…');
    }
    let mut offsets = Vec::with_capacity(shown.len() + 1);
    for character in line[shown.clone()].chars() {
        offsets.resize(offsets.len() + character.len_utf8(), text.len() - base);
        // The renderer has its own way with tabs.
        text.push(if character == '\t' {
            character
        } else {
            printable_character(character)
        });
    }
    offsets.push(text.len() - base);
    if shown.end < line.len() {
        text.push('…');
    }
    offsets
}
