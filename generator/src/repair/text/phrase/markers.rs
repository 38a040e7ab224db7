//! Marks of the whole: "(required)", "Optional.", "DEPRECATED", "read only".

use super::{Find, Says};
use crate::repair::text::reader::Reader;

/// Reads a mark.
///
/// A mark with a condition ("required if …", "required when …", "optional for …") is not read, nor is
/// the word inside a sentence about other things ("the required scope").
pub(super) fn read(start: Reader<'_>) -> Option<Find> {
    required(start)
        .or_else(|| optional(start))
        .or_else(|| deprecated(start))
        .or_else(|| read_only(start))
}

/// "(required)", "Required.", "This field is required."
fn required(start: Reader<'_>) -> Option<Find> {
    marked(start, &["required", "mandatory"], Says::Required)
}

/// "(optional)", "Optional.", "is not required".
fn optional(start: Reader<'_>) -> Option<Find> {
    let mut reader = start;
    if reader.one_of(&["is optional", "not required", "not mandatory"]) {
        return closed(reader).then(|| Find::stated([Says::Optional], reader));
    }
    marked(start, &["optional"], Says::Optional)
}

/// A word that is a clause of its own, or that this value is said to be.
fn marked(start: Reader<'_>, words: &[&str], says: Says) -> Option<Find> {
    let mut reader = start;
    let said = reader.one_of(&[
        "this is",
        "this field is",
        "this parameter is",
        "field is",
        "parameter is",
    ]);
    let begins = said || start.clause_begins();
    let found = begins && reader.one_of(words);
    (found && (closed(reader) || reader.is_mark("-–—"))).then(|| Find::stated([says], reader))
}

/// "DEPRECATED", "This parameter is deprecated".
fn deprecated(start: Reader<'_>) -> Option<Find> {
    let mut reader = start;
    let said = reader.one_of(&[
        "this is",
        "this field is",
        "this parameter is",
        "this property is",
        "this field has been",
        "this parameter has been",
        "this has been",
        "this property has been",
    ]);
    let begins = said || start.clause_begins();
    let found = begins && reader.phrase("deprecated");
    (found && (said || closed(reader) || reader.is_mark("-–—")))
        .then(|| Find::stated([Says::Deprecated], reader))
}

/// "(read only)", "Read-only."
fn read_only(start: Reader<'_>) -> Option<Find> {
    let mut reader = start;
    let found = start.clause_begins() && reader.one_of(&["read only", "read-only", "readonly"]);
    (found && closed(reader)).then(|| Find::stated([Says::ReadOnly], reader))
}

/// Whether the clause ends, and no condition follows behind a closing bracket or comma.
fn closed(reader: Reader<'_>) -> bool {
    let mut ahead = reader;
    ahead.mark(")]");
    ahead.mark(",");
    reader.clause_ends()
        && !ahead.one_of(&[
            "if",
            "when",
            "unless",
            "for",
            "only",
            "except",
            "depending",
            "in",
        ])
}
