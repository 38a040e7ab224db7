//! Rows of cells as byte ranges, before anyone asked what they mean; and lines, which most are made of.

use std::ops::Range;

/// Cells in rows.
#[derive(Debug)]
pub(super) struct Grid {
    /// Everything that belongs to it.
    pub(super) range: Range<usize>,
    /// What its columns are, by a header or by the shape itself.
    pub(super) header: Header,
    /// The rows below the header.
    pub(super) rows: Vec<GridRow>,
}

/// Where the meaning of the columns comes from.
#[derive(Debug)]
pub(super) enum Header {
    /// A row of cells that name them.
    Cells(Vec<Range<usize>>),
    /// The shape: a name, then its text. Only a heading that ends in "parameters", "fields" or the like
    /// makes a field table of it.
    NameText,
    /// The same with a type, or nothing, between the two.
    NameKindText,
}

/// One row.
#[derive(Debug)]
pub(super) struct GridRow {
    pub(super) range: Range<usize>,
    pub(super) cells: Vec<Range<usize>>,
}

/// The lines of a text as byte ranges, without their line ends.
pub(super) fn lines(text: &str) -> impl Iterator<Item = Range<usize>> + '_ {
    let mut start = 0;
    text.split_inclusive('\n').map(move |line| {
        let whole = start..start + line.len();
        start = whole.end;
        whole.start..whole.start + line.trim_end_matches(['\n', '\r']).len()
    })
}

/// The range without the white space at its ends.
pub(super) fn trimmed(text: &str, range: &Range<usize>) -> Range<usize> {
    let piece = &text[range.clone()];
    let start = range.start + (piece.len() - piece.trim_start().len());
    start..start + piece.trim().len()
}
