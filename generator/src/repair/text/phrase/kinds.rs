//! Types in words: "String - ", "an integer", "(boolean)", "Number of items", "Whether to …".

use super::{Find, Format, Says, Type};
use crate::repair::text::plain::Plain;
use crate::repair::text::reader::Reader;
use crate::repair::text::words;

/// The names of types.
const NAMES: &[(Type, Option<Format>, &[&str])] = &[
    (
        Type::Text,
        None,
        &["string", "strings", "str", "text", "varchar", "char"],
    ),
    (
        Type::Integer,
        None,
        &["integer", "integers", "int", "ints", "whole number"],
    ),
    (
        Type::Integer,
        Some(Format::Int32),
        &["int32", "32-bit integer"],
    ),
    (
        Type::Integer,
        Some(Format::Int64),
        &["int64", "long", "bigint", "64-bit integer"],
    ),
    (
        Type::Number,
        None,
        &["number", "numbers", "numeric", "decimal"],
    ),
    (
        Type::Number,
        Some(Format::Float),
        &["float", "floating point number", "floating-point number"],
    ),
    (Type::Number, Some(Format::Double), &["double"]),
    (Type::Boolean, None, &["boolean", "booleans", "bool"]),
    (Type::List, None, &["array", "list"]),
    (Type::Object, None, &["object", "hash", "dictionary", "map"]),
    (Type::File, None, &["file"]),
    (
        Type::Text,
        Some(Format::DateTime),
        &["datetime", "date-time"],
    ),
    (Type::Text, Some(Format::Date), &["date"]),
    (Type::Text, Some(Format::Uuid), &["uuid", "guid"]),
    (Type::Text, Some(Format::Uri), &["url", "uri"]),
    (Type::Text, Some(Format::Email), &["email"]),
    (Type::Text, Some(Format::Byte), &["base64"]),
];

/// Names that are types wherever they stand. The others ("number", "list", "date", "text") are words
/// of prose too, and types only in a place for types.
const CLEAR: &[&str] = &[
    "string", "integer", "int", "boolean", "bool", "array", "float", "double", "decimal", "numeric",
];

/// Words between an article and a type.
const ADJECTIVES: &[&str] = &[
    "positive",
    "negative",
    "non-negative",
    "nonnegative",
    "unsigned",
    "signed",
    "valid",
    "single",
    "simple",
    "plain",
    "json",
    "optional",
    "required",
    "non-empty",
    "nonempty",
    "unique",
];

/// Reads a type.
pub(super) fn read(start: Reader<'_>) -> Option<Find> {
    head(start)
        .or_else(|| bracketed(start))
        .or_else(|| determined(start))
        .or_else(|| truth(start))
        .or_else(|| count(start))
        .or_else(|| many(start))
}

/// Reads a cell that holds a type and nothing else: "string", "array of integers", "int64", "datetime".
///
/// A cell that holds more ("string or null", "see below") is not read.
#[must_use]
pub fn type_name(cell: &str) -> Vec<Says> {
    let plain = Plain::new(cell);
    let lowered = plain.text.trim().to_ascii_lowercase().replace('`', "");
    let lowered = lowered.trim();
    let list = lowered.ends_with("[]")
        || ["array", "list"].iter().any(|name| {
            lowered
                .strip_suffix(name)
                .is_some_and(|rest| rest.ends_with([' ', '-']))
                || lowered
                    .strip_prefix(name)
                    .is_some_and(|rest| rest.starts_with([' ', '[', '<', '(']))
        });
    if list {
        return vec![Says::Type(Type::List)];
    }
    let tokens = words::tokens(lowered);
    let mut reader = Reader::new(lowered, &tokens);
    match name(&mut reader) {
        Some((kind, format)) if reader.peek().is_none() => told(kind, format),
        _ => Vec::new(),
    }
}

/// The facts of a type and its format.
fn told(kind: Type, format: Option<Format>) -> Vec<Says> {
    let mut says = vec![Says::Type(kind)];
    says.extend(format.map(Says::Format));
    says
}

/// The name of a type.
fn name(reader: &mut Reader<'_>) -> Option<(Type, Option<Format>)> {
    NAMES
        .iter()
        .find(|(.., names)| reader.one_of(names))
        .map(|(kind, format, _)| (*kind, *format))
}

/// The name of a type that is one wherever it stands.
fn clear_name(reader: &mut Reader<'_>) -> Option<(Type, Option<Format>)> {
    let clear = reader.peek().is_some_and(|token| {
        CLEAR
            .iter()
            .any(|word| word.eq_ignore_ascii_case(token.text))
    });
    let long = || {
        let mut ahead = *reader;
        ahead.one_of(&[
            "32-bit integer",
            "64-bit integer",
            "floating point number",
            "floating-point number",
            "whole number",
        ])
    };
    (clear || long()).then_some(())?;
    name(reader)
}

/// "String - max 25", "Boolean: true, false", "Integer." at the start; "Boolean indicating …".
fn head(start: Reader<'_>) -> Option<Find> {
    start.sentence_begins().then_some(())?;
    let mut reader = start;
    let (kind, format) = clear_name(&mut reader)?;
    let whole = start.position() == 0 || reader.sentence_ends();
    let told_of = [
        "value",
        "flag",
        "indicating",
        "representing",
        "specifying",
        "denoting",
        "to",
        "whether",
        "containing",
        "with",
    ];
    let mut ahead = reader;
    let described = kind != Type::List && ahead.one_of(&told_of);
    let apart = whole && (reader.clause_ends() || reader.is_mark("-–—("));
    (apart || described).then(|| Find::stated(told(kind, format), reader))
}

/// "(integer)", "\[string, optional\]"; not "(integer) or tilde".
fn bracketed(start: Reader<'_>) -> Option<Find> {
    let mut reader = start;
    reader.mark("([<").then_some(())?;
    reader.skip(ADJECTIVES);
    reader.mark(",");
    let (kind, format) = name(&mut reader)?;
    let end = reader;
    while reader.mark(",") || reader.one_of(&["required", "optional", "value", "default"]) {}
    let bare = start.before(1).is_none_or(|token| token.text != "<");
    reader.mark(")]>").then_some(())?;
    let mut behind = reader;
    let doubtful = matches!(kind, Type::File | Type::Object) || behind.phrase("or") || !bare;
    (!doubtful).then(|| Find::stated(told(kind, format), end))
}

/// "an integer", "a positive integer", "must be a number", "integer between".
fn determined(start: Reader<'_>) -> Option<Find> {
    let mut reader = start;
    let article = reader.one_of(&["a", "an"]);
    let described = {
        let before = reader.position();
        reader.skip(ADJECTIVES);
        reader.position() > before
    };
    let asked = start.before(1).is_some_and(|token| {
        ["be", "is", "as", "accepts", "expects", "are"]
            .iter()
            .any(|word| token.text.eq_ignore_ascii_case(word))
    });
    let (kind, format) = match clear_name(&mut reader) {
        Some(found) => found,
        None if article && asked && reader.phrase("number") => (Type::Number, None),
        None => return None,
    };
    let valued = {
        let mut ahead = reader;
        ahead.one_of(&["value", "between", "greater", "from", "in the range"])
    };
    let alternative = {
        let mut ahead = reader;
        let or = ahead.one_of(&["or"]) || ahead.mark("/|");
        or || ahead.phrase("of")
    };
    let second = start
        .before(1)
        .is_some_and(|token| token.text.eq_ignore_ascii_case("or"));
    let fits = (article || described || valued) && kind != Type::List && !second;
    (fits && !alternative).then(|| Find::stated(told(kind, format), reader))
}

/// "Whether to …", "If true, …", "Set to `true` to …", "True if …": a boolean, though nobody says so.
fn truth(start: Reader<'_>) -> Option<Find> {
    start.sentence_begins().then_some(())?;
    let mut reader = start;
    let first = start.position() == 0;
    let whether = first
        && reader.one_of(&[
            "whether",
            "indicates whether",
            "indicates if",
            "specifies whether",
            "specify whether",
            "determines whether",
            "determines if",
            "flag indicating",
            "flag to",
            "flag whether",
            "controls whether",
            "tells whether",
            "defines whether",
            "set whether",
            "sets whether",
            "a flag",
            "indicate whether",
            "indicate if",
            "specifies if",
            "indicating whether",
        ]);
    let set = || {
        let mut ahead = start;
        ahead
            .one_of(&[
                "if",
                "when",
                "if set to",
                "when set to",
                "set to",
                "set this to",
                "set it to",
                "pass",
                "use",
            ])
            .then_some(())?;
        let word = ahead.word_or_quoted()?;
        (word.eq_ignore_ascii_case("true") || word.eq_ignore_ascii_case("false")).then_some(ahead)
    };
    let said = || {
        let mut ahead = start;
        let word = ahead.word_or_quoted()?;
        let truth = word.eq_ignore_ascii_case("true") || word.eq_ignore_ascii_case("false");
        (truth && ahead.one_of(&["if", "to", "when", "for"])).then_some(ahead)
    };
    if whether {
        return Some(Find::implied([Says::Type(Type::Boolean)], reader));
    }
    let end = set_longest(start)
        .or_else(set)
        .or_else(|| said().filter(|_| first))?;
    Some(Find::implied([Says::Type(Type::Boolean)], end))
}

/// "If set to true", before the shorter "if" is tried.
fn set_longest(start: Reader<'_>) -> Option<Reader<'_>> {
    let mut ahead = start;
    ahead
        .one_of(&[
            "if set to",
            "when set to",
            "if this is",
            "when this is",
            "if this parameter is",
        ])
        .then_some(())?;
    let word = ahead.word_or_quoted()?;
    (word.eq_ignore_ascii_case("true") || word.eq_ignore_ascii_case("false")).then_some(ahead)
}

/// "Number of items", "The maximum number of", "Page number": an integer.
fn count(start: Reader<'_>) -> Option<Find> {
    (start.position() == 0).then_some(())?;
    let mut reader = start;
    reader.one_of(&[
        "the",
        "a",
        "specifies the",
        "specify the",
        "limits the",
        "limit the",
        "sets the",
        "set the",
    ]);
    reader.skip(&[
        "maximum",
        "max",
        "minimum",
        "min",
        "total",
        "desired",
        "requested",
    ]);
    let counted = reader.one_of(&[
        "number of",
        "count of",
        "page number",
        "page index",
        "page size",
        "how many",
        "amount of items",
    ]);
    counted.then(|| Find::implied([Says::Type(Type::Integer)], reader))
}

/// "List of …", "Array of …", at the start.
fn many(start: Reader<'_>) -> Option<Find> {
    (start.position() == 0).then_some(())?;
    let mut reader = start;
    reader.one_of(&["a", "an", "the", "optional", "an optional"]);
    let found = reader.one_of(&["list of", "array of", "lists of", "arrays of"]);
    found.then(|| Find::implied([Says::Type(Type::List)], reader))
}
