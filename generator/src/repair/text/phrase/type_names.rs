//! The names that people give to types.

use super::{Format, Says, Type};
use crate::repair::text::plain::Plain;
use crate::repair::text::reader::Reader;
use crate::repair::text::words;

/// The names of types, each with the type and the format it says; longer names first where one begins
/// like another.
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

/// Names that prose does not use for anything else. "Number", "list", "text", "date" and "long" are
/// words too, and types only in a place for types.
const CLEAR: &[&str] = &[
    "string",
    "integer",
    "int",
    "int32",
    "int64",
    "boolean",
    "bool",
    "array",
    "float",
    "decimal",
    "whole number",
    "32-bit integer",
    "64-bit integer",
    "floating point number",
    "floating-point number",
];

/// Reads a cell that holds a type and nothing else: "string", "array of integers", "int64", "datetime".
///
/// A cell that holds more ("string or null", "see below") is not read.
#[must_use]
pub fn type_name(cell: &str) -> Vec<Says> {
    let plain = Plain::new(cell);
    let lowered = plain.text.trim().to_ascii_lowercase().replace('`', "");
    let lowered = lowered.trim();
    let before = |name: &str| {
        lowered
            .strip_suffix(name)
            .is_some_and(|rest| rest.ends_with([' ', '-']))
    };
    let behind = |name: &str| {
        let rest = lowered.strip_prefix(name);
        rest.is_some_and(|rest| rest.starts_with(" of ") || rest.starts_with(['[', '<', '(']))
    };
    let list = |name: &&str| before(name) || behind(name);
    if lowered.ends_with("[]") || ["array", "list"].iter().any(list) {
        return told(Type::List, None);
    }
    let tokens = words::tokens(lowered);
    let mut reader = Reader::new(lowered, &tokens);
    match name(&mut reader) {
        Some((kind, format)) if reader.peek().is_none() => told(kind, format),
        _ => Vec::new(),
    }
}

/// The facts of a type and its format.
pub(super) fn told(kind: Type, format: Option<Format>) -> Vec<Says> {
    let mut says = vec![Says::Type(kind)];
    says.extend(format.map(Says::Format));
    says
}

/// Takes the name of a type.
pub(super) fn name(reader: &mut Reader<'_>) -> Option<(Type, Option<Format>)> {
    NAMES
        .iter()
        .find(|(.., names)| reader.one_of(names))
        .map(|(kind, format, _)| (*kind, *format))
}

/// Takes the name of a type that is one wherever it stands.
pub(super) fn clear_name(reader: &mut Reader<'_>) -> Option<(Type, Option<Format>)> {
    let mut ahead = *reader;
    ahead.one_of(CLEAR).then_some(())?;
    name(reader)
}
