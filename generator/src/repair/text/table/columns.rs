//! What a header's words mean, and whether a grid describes fields at all.

use std::ops::Range;

use super::grid::{Grid, Header, trimmed};
use super::{Cell, FieldTable, Row};
use crate::repair::text::plain::Plain;

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Column {
    /// The name of the field.
    Name,
    /// A value it may have.
    Example,
    /// Its type.
    Kind,
    /// Whether it is required.
    Required,
    /// Whether it may be left out.
    Optional,
    /// Whatever is to be said about it.
    Description,
    /// Something that is not read.
    Other,
}

/// The words of headers, in lower case.
const HEADERS: &[(Column, &[&str])] = &[
    (
        Column::Name,
        &[
            "field",
            "parameter",
            "param",
            "property",
            "attribute",
            "argument",
            "name",
            "key",
            "variable",
        ],
    ),
    (
        Column::Example,
        &[
            "value",
            "example",
            "sample",
            "example value",
            "sample value",
        ],
    ),
    (Column::Kind, &["type", "data type", "datatype"]),
    (
        Column::Required,
        &["required", "mandatory", "required/optional", "presence"],
    ),
    (Column::Optional, &["optional"]),
    (
        Column::Description,
        &[
            "description",
            "desc",
            "details",
            "meaning",
            "notes",
            "comment",
            "comments",
            "explanation",
        ],
    ),
];

/// Words that may stand before a header's word without changing it: `URI Parameter`, `Query Params`.
const QUALIFIERS: &[&str] = &[
    "uri", "url", "query", "path", "body", "request", "form", "json", "input",
];

/// Headings that say a table is not about what is sent.
const OF_SOMETHING_ELSE: &[&str] = &[
    "response",
    "responses",
    "return",
    "returns",
    "returned",
    "result",
    "results",
    "output",
    "error",
    "errors",
    "status",
    "code",
    "codes",
    "permission",
    "permissions",
    "scope",
    "scopes",
    "header",
    "headers",
    "contains",
    "included",
    "filter",
    "filters",
    "values",
];

/// The last words of headings below which a list is one of fields: "URI parameters", "using the following
/// parameters", but not "the fields of the answer object".
const OF_FIELDS: &[&str] = &[
    "parameter",
    "parameters",
    "params",
    "field",
    "fields",
    "attribute",
    "attributes",
    "property",
    "properties",
    "argument",
    "arguments",
];

/// Words of headings and headers that make parts of a URL of what is listed.
const OF_URL: &[&str] = &["uri", "url", "query", "querystring", "path"];

/// Those that stand behind its question mark.
const OF_QUERY: &[&str] = &["query", "querystring"];

/// Those that make parameters of what is listed, wherever these travel.
const OF_PARAMETERS: &[&str] = &[
    "parameter",
    "parameters",
    "param",
    "params",
    "argument",
    "arguments",
];

/// No field has a longer name, and no table that people write has more columns.
const LONGEST_NAME: usize = 80;
const MOST_COLUMNS: usize = 32;

/// Reads a grid as a table of fields, if it is one.
pub(super) fn field_table(text: &str, grid: &Grid) -> Option<FieldTable> {
    let caption = caption(text, grid.range.start);
    let heading: Vec<String> = caption
        .iter()
        .flat_map(|caption| caption.split(|c: char| !c.is_alphanumeric()))
        .filter(|word| !word.is_empty())
        .map(str::to_ascii_lowercase)
        .collect();
    let is_one = |word: &String, known: &[&str]| known.contains(&word.as_str());
    if heading.iter().any(|word| is_one(word, OF_SOMETHING_ELSE)) {
        return None;
    }
    let columns: Vec<Column> = match &grid.header {
        Header::Cells(cells) => cells
            .iter()
            .map(|cell| column(&text[cell.clone()]))
            .collect(),
        _ if !heading.last().is_some_and(|word| is_one(word, OF_FIELDS)) => return None,
        Header::NameText => vec![Column::Name, Column::Description],
        Header::NameKindText => vec![Column::Name, Column::Kind, Column::Description],
    };
    let named = columns
        .iter()
        .filter(|column| **column == Column::Name)
        .count()
        == 1;
    let told = columns
        .iter()
        .any(|column| !matches!(column, Column::Name | Column::Required | Column::Other));
    if !named || !told || grid.rows.is_empty() || columns.len() > MOST_COLUMNS {
        return None;
    }
    let starred = starred(&heading, caption.as_deref().unwrap_or_default());
    let rows = grid
        .rows
        .iter()
        .enumerate()
        .map(|(index, row)| {
            let mut row = self::row(text, &columns, index + 1, row.range.clone(), &row.cells)?;
            let star = text[row.name.range.clone()].ends_with('*');
            row.is_required = row.is_required.or(starred.filter(|_| star));
            Some(row)
        })
        .collect::<Option<Vec<_>>>()?;
    let mut title = heading.clone();
    if let Header::Cells(cells) = &grid.header {
        let at = columns.iter().position(|column| *column == Column::Name)?;
        let cell = text[cells[at].clone()].to_ascii_lowercase();
        title.extend(cell.split_whitespace().map(str::to_owned));
    }
    Some(FieldTable {
        range: grid.range.clone(),
        of_url: title.iter().any(|word| is_one(word, OF_URL)),
        of_query: title.iter().any(|word| is_one(word, OF_QUERY)),
        of_parameters: title.iter().any(|word| is_one(word, OF_PARAMETERS)),
        caption,
        columns,
        rows,
    })
}

/// What a star behind a name says by its heading: "(* Optional)", "(* = required)".
fn starred(heading: &[String], caption: &str) -> Option<bool> {
    let is = |known: &str| heading.iter().any(|word| word == known);
    (caption.contains('*') && is("optional") != is("required")).then(|| is("required"))
}

/// A name without the star behind it.
fn unstarred(mut cell: Cell) -> Cell {
    if let Some(bare) = cell.text.strip_suffix('*') {
        cell.text = bare.trim_end().to_owned();
    }
    cell
}

/// One row, if it begins with a name.
fn row(
    text: &str,
    columns: &[Column],
    number: usize,
    range: Range<usize>,
    cells: &[Range<usize>],
) -> Option<Row> {
    let cell = |wanted: Column| {
        let at = columns.iter().position(|column| *column == wanted)?;
        self::cell(text, cells.get(at)?)
    };
    let required = cell(Column::Required);
    let optional = cell(Column::Optional);
    let kind = cell(Column::Kind);
    let is_required = (required.as_ref())
        .and_then(|cell| says_yes(&cell.text).or_else(|| remarked(&cell.text)))
        .or_else(|| says_yes(&optional.as_ref()?.text).map(|optional| !optional))
        .or_else(|| remarked(&kind.as_ref()?.text));
    Some(Row {
        range,
        number,
        is_required,
        name: cell(Column::Name)
            .map(unstarred)
            .filter(|name| is_field_name(&name.text))?,
        example: cell(Column::Example),
        kind,
        required: required.or(optional),
        description: cell(Column::Description),
    })
}

/// What a cell says to its header; `None` where it says anything but yes or no.
fn says_yes(cell: &str) -> Option<bool> {
    const YES: &[&str] = &[
        "yes",
        "y",
        "true",
        "required",
        "mandatory",
        "x",
        "✓",
        "✔",
        "✅",
    ];
    const NO: &[&str] = &["no", "n", "false", "not required", "-", "–", "✗", "❌"];
    let cell = cell.trim_matches(|c: char| c.is_whitespace() || "*.()".contains(c));
    let is = |known: &[&str]| known.iter().any(|word| cell.eq_ignore_ascii_case(word));
    (is(YES) || is(NO)).then(|| is(YES))
}

/// What "string, required" and "integer, optional" say.
fn remarked(kind: &str) -> Option<bool> {
    let mut pieces = kind.split([',', ';', ' ']);
    pieces.find_map(|piece| match piece.trim().to_ascii_lowercase().as_str() {
        "required" | "mandatory" => Some(true),
        "optional" => Some(false),
        _ => None,
    })
}

/// What a header's cell names.
fn column(header: &str) -> Column {
    let words = Plain::new(header)
        .text
        .trim_matches(|c: char| !c.is_alphanumeric())
        .to_ascii_lowercase();
    let plain = QUALIFIERS
        .iter()
        .find_map(|qualifier| words.strip_prefix(qualifier)?.strip_prefix(' '))
        .unwrap_or(&words);
    let singular = plain.strip_suffix('s').unwrap_or(plain);
    let unnamed = plain.strip_suffix(" name").unwrap_or(plain);
    HEADERS
        .iter()
        .find(|(_, known)| {
            [plain, singular, unnamed]
                .iter()
                .any(|word| known.contains(word))
        })
        .map_or(Column::Other, |(column, _)| *column)
}

/// A cell's text out of its quotes and marks; none if nothing is in it.
fn cell(text: &str, range: &Range<usize>) -> Option<Cell> {
    let range = trimmed(text, range);
    let plain = Plain::new(&text[range.clone()]);
    let mut inner = plain.text.trim();
    let mut quoted = false;
    for (open, close, quotes) in [
        ("**", "**", false),
        ("``", "``", false),
        ("`", "`", false),
        ("\"", "\"", true),
        ("'", "'", true),
        ("“", "”", true),
    ] {
        let bare = inner
            .strip_prefix(open)
            .and_then(|rest| rest.strip_suffix(close));
        // `"a" or "b"` is not one quoted text.
        if let Some(bare) = bare.filter(|bare| !bare.contains(close)) {
            inner = bare.trim();
            quoted |= quotes;
        }
    }
    if inner.is_empty() && !quoted {
        return None;
    }
    Some(Cell {
        text: inner.to_owned(),
        range,
        quoted,
    })
}

/// Whether a text can be the name of a field: one word of letters, digits and the signs of paths.
pub(super) fn is_field_name(text: &str) -> bool {
    let begins = |c: char| c.is_alphabetic() || matches!(c, '_' | '$' | '@');
    let continues = |c: char| c.is_alphanumeric() || "_-.$@:[]".contains(c);
    text.len() <= LONGEST_NAME && text.starts_with(begins) && text.chars().all(continues)
}

/// The heading right above `start`: the last line before it, if it is marked as a heading, ends in a colon, or
/// is no sentence ("Response Parameters"). Other prose above a table says nothing about it.
fn caption(text: &str, start: usize) -> Option<String> {
    const LONGEST: usize = 400;
    /// So many words are a title.
    const TITLE: usize = 5;
    let before = text[..start].trim_end();
    let line_start = before
        .bytes()
        .rev()
        .take(LONGEST)
        .position(|b| b == b'\n')
        .map_or_else(
            || before.len().saturating_sub(LONGEST),
            |at| before.len() - at,
        );
    let line = before.get(line_start..)?.trim();
    let marked = line.starts_with('#') || (line.starts_with("**") && line.ends_with("**"));
    let title =
        line.split_whitespace().count() <= TITLE && !line.ends_with(['.', '!', '?', ',', ';']);
    let told = marked || title || line.ends_with(':') || line.ends_with(":**");
    (told && !line.is_empty()).then(|| {
        // The star of "(* Optional)" is no markup.
        let bare = line.trim_start_matches(['#', '*', ' ']);
        bare.trim_end_matches(['*', ':', ' ']).to_owned()
    })
}
