//! Forms of texts in words: "valid email syntax", "A URL", "UUID", "base64-encoded", "comma-separated".

use super::{Find, Format, Says, Separator};
use crate::repair::text::reader::Reader;

/// Words that may stand between the start of a text and the noun that names its form.
const OPENING: usize = 4;

/// Reads the form of a text.
pub(super) fn read(start: Reader<'_>) -> Option<Find> {
    separated(start)
        .or_else(|| stated(start))
        .or_else(|| titled(start))
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
    Some(Find::stated([Says::Separated(separator)], reader))
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
                "an email address",
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
    let second = start
        .before(1)
        .is_some_and(|token| token.text.eq_ignore_ascii_case("or"));
    (!second && !ahead.phrase("or")).then(|| Find::stated([Says::Format(*format)], reader))
}

/// "The organizer's email address.", "URL of the picture": the text begins by naming the form.
fn titled(start: Reader<'_>) -> Option<Find> {
    (start.position() == 0).then_some(())?;
    let mut reader = start;
    for _ in 0..OPENING {
        let mut ahead = reader;
        let format = if ahead.one_of(&["email address", "e-mail address", "email", "e-mail"]) {
            Format::Email
        } else if ahead.one_of(&["url", "uri"]) {
            Format::Uri
        } else {
            let word = reader.word()?;
            if ["whether", "if", "list", "number", "the"]
                .contains(&word.to_ascii_lowercase().as_str())
                && !word.eq_ignore_ascii_case("the")
            {
                return None;
            }
            continue;
        };
        let mut behind = ahead;
        let named = ahead.clause_ends()
            || behind.one_of(&["of", "to", "for", "where", "that", "associated"]);
        return named.then(|| Find::implied([Says::Format(format)], ahead));
    }
    None
}
