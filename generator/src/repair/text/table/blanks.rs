//! Tables of cells between runs of blanks, as they come out of a printed page.
//!
//! ```text
//!     field        data type      description
//!     sessionId        string      The unique ID of this session
//!     state        string      The state; it can be one of the following: ON = it is on
//! OFF = it is not
//!     companyId        string      Whose it is
//! ```
//!
//! Three blanks or more stand between two cells. A line of one cell goes on with what the row before says,
//! if another row follows; an empty line ends the table.

use std::ops::Range;

use super::grid::{Grid, GridRow, Header, lines, trimmed};

/// So many blanks are no blank between words.
const NARROWEST: usize = 3;
/// So many lines of one cell may stand between two rows.
const LONGEST_CELL: usize = 12;

/// Finds rows of at least two cells that follow each other. The first is taken for a header; whether
/// it is one is for others to say.
pub(super) fn grids(text: &str) -> Vec<Grid> {
    let mut grids = Vec::new();
    let mut current: Option<Grid> = None;
    // The end of lines that go on with the last cell, if another row follows.
    let mut pending: Option<(usize, usize)> = None;
    for line in lines(text) {
        let inner = trimmed(text, &line);
        if inner.is_empty() || text[inner.clone()].contains('\t') {
            grids.extend(current.take());
            pending = None;
            continue;
        }
        let cells = cells(text, &inner);
        let Some(grid) = &mut current else {
            if cells.len() > 1 {
                current = Some(Grid {
                    range: inner,
                    header: Header::Cells(cells),
                    rows: Vec::new(),
                });
            }
            continue;
        };
        if cells.len() == 1 {
            let count = pending.map_or(0, |(_, count)| count);
            if grid.rows.is_empty() || count == LONGEST_CELL {
                grids.extend(current.take());
                pending = None;
            } else {
                pending = Some((inner.end, count + 1));
            }
            continue;
        }
        if let Some((end, _)) = pending.take()
            && let Some(row) = grid.rows.last_mut()
        {
            row.range.end = end;
            if let Some(cell) = row.cells.last_mut() {
                cell.end = end;
            }
        }
        grid.range.end = inner.end;
        grid.rows.push(GridRow {
            range: inner,
            cells,
        });
    }
    grids.extend(current);
    grids
}

/// The cells of a row.
fn cells(text: &str, row: &Range<usize>) -> Vec<Range<usize>> {
    let mut cells = Vec::new();
    let mut start = row.start;
    let mut blanks = 0;
    for (at, c) in text[row.clone()].char_indices() {
        if c == ' ' || c == '\u{a0}' {
            blanks += 1;
            continue;
        }
        let at = row.start + at;
        if blanks >= NARROWEST {
            cells.push(trimmed(text, &(start..at)));
            start = at;
        }
        blanks = 0;
    }
    cells.push(start..row.end);
    cells
}
