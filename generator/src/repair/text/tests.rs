//! What holds for every text: no panic, and ranges that fit.

use std::path::Path;

use super::{mention, phrase, table};

/// Reads a text in every way there is.
fn read(text: &str) {
    for fact in phrase::facts(text) {
        assert!(text.get(fact.range).is_some());
    }
    for mention in mention::mentions(text, &["a", "status"]) {
        assert!(text.get(mention.range).is_some());
    }
    let tables = table::tables(text);
    for table in &tables {
        assert!(text.get(table.range.clone()).is_some());
        for row in &table.rows {
            assert!(text.get(row.range.clone()).is_some());
            assert!(text.get(row.name.range.clone()).is_some());
        }
    }
    let ranges: Vec<_> = tables.into_iter().map(|table| table.range).collect();
    assert!(table::without(text, &ranges).len() <= text.len());
}

/// What a text made of one piece again and again costs a reader that looks ahead or back too far.
const REPEATED: &[&str] = &[
    "\"",
    "'",
    "`",
    "*",
    "<",
    "&",
    "(",
    "-",
    "1,",
    ".",
    "\n",
    "\t",
    "|",
    "é",
    "\u{301}",
    "a ",
    "a\t",
    "**a ",
    "<td>",
    "<dl><dt>",
    "|---",
    "| a | b | |---|---| ",
    "\"a\"\t\"b\"\r\n",
    "field\tvalue\n",
    "Parameters:\n- a\n",
    "- a: b\n",
    "values: ",
    "- values:\n",
    "values: - a\n",
    "values: a - x ",
    "one of: a, ",
    "must be one of a b, ",
    "(a, ",
    "possible values are a, b, c d e. ",
    "A - b c d e f, ",
    "max 1 ",
    "default ",
    "e.g. ",
    "yyyy-",
    "{YYYY}",
    "true or ",
    "if ",
    "unix time ",
    "iso 8601 ",
    "in seconds ",
    "set a to ",
    "pass 'a' or ",
    "https://",
    "&#x41;",
    "<code>",
];

#[test]
fn what_is_repeated_is_read() {
    for piece in REPEATED {
        read(&piece.repeat(8192 / piece.len()));
    }
}

#[test]
fn pieces_of_everything_in_any_order_are_read() {
    for (shift, _) in REPEATED.iter().enumerate() {
        let mixed: String = (0..200)
            .map(|step| REPEATED[(step * step + shift) % REPEATED.len()])
            .collect();
        read(&mixed);
    }
}

/// Whole documents are texts too: nothing in them may trip a reader.
#[test]
fn documents_are_read_as_texts() {
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/corpus/family");
    let Ok(entries) = std::fs::read_dir(corpus) else {
        return;
    };
    let mut paths: Vec<_> = entries.flatten().map(|entry| entry.path()).collect();
    paths.sort();
    for path in paths.iter().step_by(25) {
        read(&std::fs::read_to_string(path).unwrap_or_default());
    }
}
