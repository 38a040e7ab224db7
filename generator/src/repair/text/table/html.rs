//! Tables and definition lists of HTML.
//!
//! Only rows and cells are looked for (`<tr>`, `<th>`, `<td>`; `<dt>`, `<dd>`), since documents leave out
//! closing tags and table bodies as they like. The first row of a table is its header; a definition
//! list has none, and is one of fields only below a heading that says so.

use std::ops::Range;

use super::grid::{Grid, GridRow, Header};

/// No tag is longer than this.
const LONGEST_TAG: usize = 300;

/// A tag: its name in lower case, whether it closes, and where it stands.
struct Tag {
    name: &'static str,
    closing: bool,
    range: Range<usize>,
}

/// The tags that matter.
const NAMES: &[&str] = &["table", "tr", "th", "td", "dl", "dt", "dd"];

/// Finds the tables of a text.
pub(super) fn grids(text: &str) -> Vec<Grid> {
    let mut grids = Vec::new();
    let mut table: Option<Table> = None;
    for tag in tags(text) {
        match (tag.name, tag.closing) {
            ("table" | "dl", false) => {
                grids.extend(table.take().and_then(|open| open.finish(tag.range.start)));
                table = Some(Table::new(&tag));
            }
            ("table" | "dl", true) => {
                grids.extend(table.take().and_then(|open| open.finish(tag.range.end)));
            }
            (name, closing) => {
                if let Some(table) = &mut table {
                    table.cell_ends(tag.range.start);
                    match name {
                        "tr" if !closing => table.rows.push((tag.range.start, Vec::new())),
                        "th" | "td" | "dd" if !closing => table.cell = Some(tag.range.end),
                        "dt" if !closing => {
                            table.rows.push((tag.range.start, Vec::new()));
                            table.cell = Some(tag.range.end);
                        }
                        _ => {}
                    }
                }
            }
        }
    }
    grids.extend(table.and_then(|open| open.finish(text.len())));
    grids
}

/// A table that is being read.
struct Table {
    start: usize,
    /// Whether it is a definition list.
    definitions: bool,
    /// The start of each row, and its cells.
    rows: Vec<(usize, Vec<Range<usize>>)>,
    /// The start of the open cell.
    cell: Option<usize>,
}

impl Table {
    fn new(tag: &Tag) -> Self {
        Self {
            start: tag.range.start,
            definitions: tag.name == "dl",
            rows: Vec::new(),
            cell: None,
        }
    }

    /// Closes the open cell.
    fn cell_ends(&mut self, end: usize) {
        if let (Some(start), Some((_, cells))) = (self.cell.take(), self.rows.last_mut()) {
            cells.push(start..end);
        }
    }

    /// The whole table, which ends at `end`.
    fn finish(mut self, end: usize) -> Option<Grid> {
        self.cell_ends(end);
        let mut rows = self.rows.into_iter().filter(|(_, cells)| !cells.is_empty());
        let header = if self.definitions {
            Header::NameText
        } else {
            Header::Cells(rows.next()?.1)
        };
        let rows = rows
            .map(|(start, cells)| GridRow {
                range: start..cells.last().map_or(start, |cell| cell.end),
                cells,
            })
            .collect();
        Some(Grid {
            range: self.start..end,
            header,
            rows,
        })
    }
}

/// The tags of tables in a text, in order.
fn tags(text: &str) -> impl Iterator<Item = Tag> + '_ {
    text.match_indices('<').filter_map(|(start, _)| {
        let rest = &text[start + 1..];
        let end = rest.bytes().take(LONGEST_TAG).position(|b| b == b'>')?;
        let inside = &rest[..end];
        let closing = inside.starts_with('/');
        let name = inside
            .trim_start_matches('/')
            .split(|c: char| !c.is_ascii_alphabetic())
            .next()?;
        let name = NAMES
            .iter()
            .find(|known| known.eq_ignore_ascii_case(name))?;
        Some(Tag {
            name,
            closing,
            range: start..start + 1 + end + 1,
        })
    })
}
