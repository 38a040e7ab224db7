//! Lists that name a field at the start of every entry, below a heading that says what they are.
//!
//! ```text
//! Parameters:
//! - `name` (string, required): The name.
//! - size - How many there are.
//! ```
//!
//! Definition lists of HTML (`<dt>name</dt><dd>text</dd>`) are the same thing in tags. Without the
//! heading an entry may be anything, a value and its meaning most of all, and nothing is read.

use std::ops::Range;

use super::columns::is_field_name;
use super::grid::{Grid, GridRow, Header, lines, trimmed};

/// Finds runs of entries that all begin with a name.
pub(super) fn grids(text: &str) -> Vec<Grid> {
    let mut grids = Vec::new();
    let mut current: Option<Grid> = None;
    for line in lines(text) {
        let line = trimmed(text, &line);
        if line.is_empty() {
            continue;
        }
        let Some(cells) = entry(text, &line) else {
            grids.extend(current.take());
            continue;
        };
        let row = GridRow {
            range: line.clone(),
            cells,
        };
        if let Some(grid) = &mut current {
            grid.range.end = line.end;
            grid.rows.push(row);
        } else {
            current = Some(Grid {
                range: line,
                header: Header::NameKindText,
                rows: vec![row],
            });
        }
    }
    grids.extend(current);
    grids.retain(|grid| grid.rows.len() > 1);
    grids
}

/// The name, the remark in parentheses and the text of an entry.
fn entry(text: &str, line: &Range<usize>) -> Option<Vec<Range<usize>>> {
    let bullet = text[line.clone()]
        .chars()
        .next()
        .filter(|c| "-*+•·".contains(*c))?;
    let body = trimmed(text, &(line.start + bullet.len_utf8()..line.end));
    let piece = &text[body.clone()];
    (body.start > line.start + bullet.len_utf8()).then_some(())?;
    let name_end = piece
        .find([' ', '\t', ':', '(', '='])
        .unwrap_or(piece.len());
    let name = body.start..body.start + name_end;
    let bare = text[name.clone()].trim_matches(|c| "`*\"'".contains(c));
    is_field_name(bare).then_some(())?;
    let rest = trimmed(text, &(name.end..body.end));
    let (remark, rest) = remark(text, &rest);
    let told = trimmed_of_signs(text, &rest);
    // A name alone is an entry; a name that runs on into a sentence is not.
    let apart = rest.is_empty() || told.start > rest.start;
    apart.then(|| vec![name, remark, told])
}

/// What stands in parentheses at the start, and what follows.
fn remark(text: &str, range: &Range<usize>) -> (Range<usize>, Range<usize>) {
    let piece = &text[range.clone()];
    let inside = piece
        .strip_prefix('(')
        .and_then(|inside| inside.find(')'))
        .map(|end| range.start + 1..range.start + 1 + end);
    match inside {
        Some(inside) => {
            let rest = trimmed(text, &(inside.end + 1..range.end));
            (inside, rest)
        }
        None => (range.start..range.start, range.clone()),
    }
}

/// The text behind the colon or dash that sets it apart.
fn trimmed_of_signs(text: &str, range: &Range<usize>) -> Range<usize> {
    let piece = &text[range.clone()];
    let told = piece.trim_start_matches([':', '-', '–', '—', '=']);
    trimmed(text, &(range.end - told.len()..range.end))
}
