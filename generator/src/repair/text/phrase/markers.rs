//! Marks of the whole: "(required)", "Optional.", "DEPRECATED", "read only".

use super::{Find, Says};
use crate::repair::text::reader::Reader;
use crate::repair::text::words::Kind;

/// Reads a mark.
///
/// A mark with a condition ("required if …", "optional for …") is not read, nor is one that a sentence
/// gives to something else ("the `:latest` tag is optional", "the classic (deprecated) builder").
pub(super) fn read(start: Reader<'_>) -> Option<Find> {
    presence(start)
        .or_else(|| deprecated(start))
        .or_else(|| read_only(start))
}

/// What a sentence may begin with to speak of the whole.
const THIS: &[&str] = &[
    "this is",
    "this field is",
    "this parameter is",
    "this property is",
    "this attribute is",
    "this argument is",
];

/// "(required)", "Optional.", "This field is required."
fn presence(start: Reader<'_>) -> Option<Find> {
    let mut reader = start;
    let said = start.sentence_begins() && reader.one_of(THIS);
    (said || start.clause_begins()).then_some(())?;
    let says = if reader.one_of(&["required", "mandatory"]) {
        Says::Required
    } else if reader.one_of(&["optional", "not required", "not mandatory"]) {
        Says::Optional
    } else {
        return None;
    };
    (closed(reader) || reader.is_mark("-–—")).then(|| Find::stated([says], reader))
}

/// "DEPRECATED: …", "This parameter is deprecated", and in brackets where nothing but the whole can be
/// meant: at the start or at the end.
fn deprecated(start: Reader<'_>) -> Option<Find> {
    let mut reader = start;
    let has_been = [
        "this field has been",
        "this parameter has been",
        "this property has been",
        "this attribute has been",
        "this has been",
    ];
    let said = start.sentence_begins() && (reader.one_of(THIS) || reader.one_of(&has_been));
    reader.phrase("deprecated").then_some(())?;
    let bracketed = start
        .before(1)
        .is_some_and(|token| token.kind == Kind::Mark && "([".contains(token.text));
    let fits = if bracketed {
        let mut behind = reader;
        let closed = behind.mark(")]");
        behind.mark(".");
        closed && (start.position() == 1 || behind.peek().is_none())
    } else {
        said || start.sentence_begins() && (closed(reader) || reader.is_mark("-–—"))
    };
    fits.then(|| Find::stated([Says::Deprecated], reader))
}

/// "(read only)", "Read-only."
fn read_only(start: Reader<'_>) -> Option<Find> {
    let mut reader = start;
    let bracketed = start
        .before(1)
        .is_some_and(|token| token.kind == Kind::Mark && "([".contains(token.text));
    reader
        .one_of(&["read only", "read-only", "readonly"])
        .then_some(())?;
    let closed = if bracketed {
        reader.is_mark(")]")
    } else {
        start.sentence_begins() && reader.sentence_ends()
    };
    closed.then(|| Find::stated([Says::ReadOnly], reader))
}

/// Whether the clause ends, and neither a condition nor an alternative follows.
fn closed(reader: Reader<'_>) -> bool {
    let mut ahead = reader;
    if ahead.is_mark(":") {
        return !ahead.follows(20, &["or", "one", "when", "if"]);
    }
    ahead.mark(")]");
    ahead.mark(",");
    let conditions = [
        "if",
        "when",
        "unless",
        "for",
        "only",
        "except",
        "depending",
        "in",
    ];
    reader.clause_ends() && !ahead.one_of(&conditions)
}
