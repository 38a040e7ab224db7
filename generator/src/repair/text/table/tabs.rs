//! Tables of cells between tabs, as they come out of a copied web page.
//!
//! ```text
//! ⇥⇥field⇥⇥⇥value⇥⇥⇥description⇥⇥
//! ⇥⇥"subject"⇥⇥⇥"subject"⇥⇥⇥String - max 100 char.⇥⇥
//! ⇥⇥"timezone"⇥⇥⇥⇥⇥⇥All times default to UTC⇥⇥
//! ```
//!
//! The header shows how many tabs separate two cells; a run of twice as many has an empty cell
//! inside. Tabs around a row are decoration, and a line of one cell with blanks in it is prose: it ends
//! the table.

use std::ops::Range;

use super::grid::{Grid, GridRow, Header, lines, trimmed};

/// Finds rows of at least two cells that follow each other. The first is taken for a header; whether
/// it is one is for others to say.
pub(super) fn grids(text: &str) -> Vec<Grid> {
    let mut grids = Vec::new();
    let mut current: Option<(Grid, usize)> = None;
    for line in lines(text) {
        let inner = trimmed(text, &line);
        let has_tabs = text[line.clone()].contains('\t');
        if inner.is_empty() {
            continue;
        }
        if let Some((grid, separator)) = current.as_mut().filter(|_| has_tabs) {
            let cells = cells(text, &inner, *separator);
            if cells.len() > 1 || !text[inner.clone()].contains(char::is_whitespace) {
                grid.range.end = inner.end;
                grid.rows.push(GridRow {
                    range: inner,
                    cells,
                });
                continue;
            }
        }
        grids.extend(current.take().map(|(grid, _)| grid));
        if let Some(separator) = narrowest_run(&text[inner.clone()]) {
            let header = Header::Cells(cells(text, &inner, separator));
            let rows = Vec::new();
            let range = inner;
            current = Some((
                Grid {
                    range,
                    header,
                    rows,
                },
                separator,
            ));
        }
    }
    grids.extend(current.map(|(grid, _)| grid));
    grids
}

/// The length of the shortest run of tabs, if there is one.
fn narrowest_run(line: &str) -> Option<usize> {
    line.split(|c| c != '\t')
        .map(str::len)
        .filter(|run| *run > 0)
        .min()
}

/// The cells of a row whose separators are `separator` tabs wide.
fn cells(text: &str, row: &Range<usize>, separator: usize) -> Vec<Range<usize>> {
    let mut cells = Vec::new();
    let mut start = row.start;
    let mut at = row.start;
    let bytes = text.as_bytes();
    while at < row.end {
        if bytes[at] != b'\t' {
            at += 1;
            continue;
        }
        let run = bytes[at..row.end]
            .iter()
            .take_while(|b| **b == b'\t')
            .count();
        // A lone tab among wide separators is a blank inside a cell.
        if run * 2 < separator {
            at += run;
            continue;
        }
        cells.push(start..at);
        at += run;
        let empty = (run / separator).saturating_sub(1);
        cells.extend(std::iter::repeat_n(at..at, empty));
        start = at;
    }
    cells.push(start..row.end);
    cells
}
