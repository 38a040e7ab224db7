//! Tables of Markdown: cells between pipes, with a row of dashes below the header.
//!
//! ```text
//! | Name | Type   | Description          |
//! |------|--------|----------------------|
//! | id   | string | The ID of the thing. |
//! ```
//!
//! The row of dashes is what makes a table: pipes in prose ("asc|desc") are none. A table whose line
//! ends were lost, `| Name | Type | |---|---| | id | string |`, is cut where the dashes say: every row
//! has as many cells as there are dashes.

use std::ops::Range;

use super::grid::{Grid, GridRow, Header, lines, trimmed};

/// Finds tables on lines of their own, and tables on one line.
pub(super) fn grids(text: &str) -> Vec<Grid> {
    let mut grids = Vec::new();
    let mut header: Option<Range<usize>> = None;
    let mut current: Option<Grid> = None;
    for line in lines(text) {
        let line = trimmed(text, &line);
        let cells = cells(text, &line);
        if let Some(grid) = current.as_mut().filter(|_| cells.len() > 1) {
            grid.range.end = line.end;
            grid.rows.push(GridRow { range: line, cells });
            continue;
        }
        grids.extend(current.take());
        if cells.len() > 1 && cells.iter().all(|cell| is_dashes(&text[cell.clone()])) {
            current = header.take().map(|above| Grid {
                header: Header::Cells(self::cells(text, &above)),
                range: above.start..line.end,
                rows: Vec::new(),
            });
            continue;
        }
        grids.extend(flattened(text, &line));
        header = (cells.len() > 1).then_some(line);
    }
    grids.extend(current);
    grids
}

/// The cells of a line; pipes at its ends, and pipes after a backslash or between backticks, separate
/// nothing. A line without pipes is one cell.
fn cells(text: &str, line: &Range<usize>) -> Vec<Range<usize>> {
    let mut cells = pieces(text, line);
    let empty = |cell: &Range<usize>| text[cell.clone()].trim().is_empty();
    if cells.len() > 1 && cells.last().is_some_and(empty) {
        cells.pop();
    }
    if cells.len() > 1 && cells.first().is_some_and(empty) {
        cells.remove(0);
    }
    cells
}

/// What stands between the pipes of a line.
fn pieces(text: &str, line: &Range<usize>) -> Vec<Range<usize>> {
    let mut pieces = Vec::new();
    let mut start = line.start;
    let mut escaped = false;
    let mut code = false;
    // An odd number of backticks closes nothing.
    let paired = text[line.clone()].bytes().filter(|b| *b == b'`').count() % 2 == 0;
    for (at, byte) in text[line.clone()].bytes().enumerate() {
        match byte {
            b'`' => code = paired && !code,
            b'|' if !escaped && !code => {
                pieces.push(start..line.start + at);
                start = line.start + at + 1;
            }
            _ => {}
        }
        escaped = byte == b'\\' && !escaped;
    }
    pieces.push(start..line.end);
    pieces
}

/// Whether a cell is one of the row below the header.
fn is_dashes(cell: &str) -> bool {
    let cell = cell.trim();
    let dashes = cell.trim_matches(':');
    let enough = dashes.len() > 1 || dashes.len() < cell.len();
    enough && !dashes.is_empty() && dashes.bytes().all(|b| b == b'-')
}

/// The table on one line, if there is one.
fn flattened(text: &str, line: &Range<usize>) -> Option<Grid> {
    let pieces = pieces(text, line);
    let filled = |range: &Range<usize>| !text[range.clone()].trim().is_empty();
    let first = pieces
        .iter()
        .position(|piece| is_dashes(&text[piece.clone()]))?;
    let columns = pieces[first..]
        .iter()
        .take_while(|piece| is_dashes(&text[(*piece).clone()]))
        .count();
    // An empty piece lies between the last pipe of a row and the first of the next.
    let header_end = first.checked_sub(1).filter(|at| !filled(&pieces[*at]))?;
    let header_start = header_end.checked_sub(columns)?;
    let header = pieces[header_start..header_end].to_vec();
    if columns < 2 || !header.iter().all(filled) {
        return None;
    }
    let mut rows = Vec::new();
    let mut at = first + columns;
    while pieces.get(at).is_some_and(|gap| !filled(gap)) && at + columns < pieces.len() {
        let cells = pieces[at + 1..=at + columns].to_vec();
        let range = trimmed(text, &(cells[0].start..cells[columns - 1].end));
        rows.push(GridRow { range, cells });
        at += columns + 1;
    }
    let end = rows.last()?.range.end;
    let closed = text[end..line.end]
        .find('|')
        .map_or(end, |pipe| end + pipe + 1);
    let opened = header[0].start.saturating_sub(1).max(line.start);
    Some(Grid {
        range: opened..closed,
        header: Header::Cells(header),
        rows,
    })
}
