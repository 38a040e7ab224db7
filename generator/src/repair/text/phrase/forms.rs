//! Forms of texts in words: "valid email syntax", "A URL", "UUID", "base64-encoded", "comma-separated".

use super::{Find, Format, Says, Separator};
use crate::repair::text::reader::Reader;

/// Sentences that speak of what happens, not of the value.
const CONDITIONS: &[&str] = &["if", "when", "whether", "indicates", "true", "false"];

/// Reads the form of a text.
pub(super) fn read(start: Reader<'_>) -> Option<Find> {
    separated(start)
        .or_else(|| repeated(start))
        .or_else(|| stated(start))
}

/// "can be repeated", "may be specified multiple times".
fn repeated(start: Reader<'_>) -> Option<Find> {
    let mut reader = start;
    let able = reader.one_of(&[
        "can be",
        "may be",
        "could be",
        "can also be",
        "is",
        "should be",
    ]);
    let again = reader.one_of(&[
        "repeated",
        "repeatable",
        "specified multiple times",
        "used multiple times",
        "given multiple times",
        "passed multiple times",
        "provided multiple times",
        "supplied multiple times",
        "set multiple times",
        "present multiple times",
        "specified more than once",
        "used more than once",
        "passed more than once",
    ]);
    let other = start.opens_with(CONDITIONS) || reader.one_of(&["until", "every"]);
    (able && again && !other).then(|| Find::stated([Says::Repeated], reader))
}

/// "comma-separated list", "separated by commas", "pipe delimited".
fn separated(start: Reader<'_>) -> Option<Find> {
    let mut reader = start;
    let word = reader.word()?;
    let separator = if is_joint(word) {
        reader.one_of(&["by", "with"]).then_some(())?;
        reader.phrase("a");
        sign(reader.word()?)?
    } else {
        let (name, joint) = match word.split_once('-') {
            Some(both) => both,
            None => (word, reader.word()?),
        };
        is_joint(joint).then_some(())?;
        sign(name)?
    };
    let conditional = start.opens_with(CONDITIONS) || start.near(&["if"]);
    (!conditional).then(|| Find::stated([Says::Separated(separator)], reader))
}

/// Whether a word says that signs cut a text.
fn is_joint(word: &str) -> bool {
    ["separated", "delimited", "seperated"]
        .iter()
        .any(|joint| word.eq_ignore_ascii_case(joint))
}

/// The sign a word names.
fn sign(word: &str) -> Option<Separator> {
    let name = word.to_ascii_lowercase();
    Some(match name.strip_suffix('s').unwrap_or(&name) {
        "comma" => Separator::Comma,
        "semicolon" | "semi-colon" => Separator::Semicolon,
        "space" => Separator::Space,
        "pipe" => Separator::Pipe,
        _ => return None,
    })
}

/// Words that state a form wherever they stand; with another form behind "or", none is stated.
fn stated(start: Reader<'_>) -> Option<Find> {
    const STATED: &[(Format, &[&str])] = &[
        (
            Format::Email,
            &[
                "valid email",
                "valid e-mail",
                "email syntax",
                "be an email address",
            ],
        ),
        (
            Format::Uri,
            &[
                "valid url",
                "valid uri",
                "absolute url",
                "absolute uri",
                "fully qualified url",
                "be a url",
                "a valid url",
            ],
        ),
        (Format::Uuid, &["uuid", "guid"]),
        (
            Format::Byte,
            &[
                "base64-encoded",
                "base64 encoded",
                "base-64 encoded",
                "base64 string",
                "base64-encoded string",
            ],
        ),
        (
            Format::Json,
            &[
                "json-encoded",
                "json encoded",
                "encoded as json",
                "json string",
                "json-serialized",
                "serialized json",
                "stringified json",
            ],
        ),
    ];
    let mut reader = start;
    let (format, _) = STATED.iter().find(|(_, words)| reader.one_of(words))?;
    reader.one_of(&["address", "syntax", "format", "string"]);
    let mut ahead = reader;
    let second = start.after(&["or", "<"])
        || start
            .from(start.position().saturating_sub(1))
            .after(&["or"]);
    (!second && !ahead.phrase("or") && !start.opens_with(CONDITIONS))
        .then(|| Find::stated([Says::Format(*format)], reader))
}
