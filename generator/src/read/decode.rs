//! Bytes to text: size, encoding, and characters that no document may hold.

use super::codes::{FORBIDDEN_CHARACTER, NOT_UTF8};
use super::limits::{Limits, too_many_bytes};
use crate::diagnostic::Diagnostic;
use crate::source::{Source, SourceId, Sources};

/// Adds the text of a file to the sources, or says why it has none. The size comes first, so that a
/// file above the limit costs nothing.
pub(super) fn decode(
    sources: &mut Sources,
    name: &str,
    bytes: &[u8],
    limits: &Limits,
) -> Result<SourceId, Diagnostic> {
    if bytes.len() > limits.bytes {
        return Err(too_many_bytes(name, bytes.len(), limits.bytes));
    }
    let (text, damage) = text_of(bytes);
    let source = sources.add(Source::new(name, text));
    if let Some(Damage { at, what, help }) = damage {
        let message = format!("the file is not {what}");
        return Err(Diagnostic::new(&NOT_UTF8, message)
            .at(source.span(at..at), format!("this is not {what}"))
            .help(help));
    }
    match forbidden_character(&sources.get(source).text, source) {
        Some(diagnostic) => Err(diagnostic),
        None => Ok(source),
    }
}

/// Where a text stops being one.
struct Damage {
    at: usize,
    what: &'static str,
    help: &'static str,
}

/// The text of the bytes without its byte order mark; where it is damaged, as much as can be shown.
fn text_of(bytes: &[u8]) -> (String, Option<Damage>) {
    match bytes {
        [0xFF, 0xFE, rest @ ..] => utf16(rest, u16::from_le_bytes),
        [0xFE, 0xFF, rest @ ..] => utf16(rest, u16::from_be_bytes),
        [0xEF, 0xBB, 0xBF, rest @ ..] => utf8(rest),
        _ => utf8(bytes),
    }
}

fn utf8(bytes: &[u8]) -> (String, Option<Damage>) {
    match std::str::from_utf8(bytes) {
        Ok(text) => (text.to_owned(), None),
        Err(error) => {
            let help = match bytes {
                [0x1F, 0x8B, ..] => "the file is compressed: unpack it with `gunzip`",
                [b'P', b'K', 3, 4, ..] => "the file is an archive: unpack it with `unzip`",
                [b'%', b'P', b'D', b'F', ..] => {
                    "the file is a PDF: ask the provider for the document that it was made of"
                }
                _ => {
                    "save the file as UTF-8, for example with \
                     `iconv -f WINDOWS-1252 -t UTF-8 old.yaml > new.yaml`"
                }
            };
            let damage = Damage {
                at: error.valid_up_to(),
                what: "UTF-8",
                help,
            };
            (String::from_utf8_lossy(bytes).into_owned(), Some(damage))
        }
    }
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> (String, Option<Damage>) {
    let (pairs, rest) = bytes.as_chunks();
    let units = pairs.iter().map(|&pair| unit(pair));
    let mut text = String::with_capacity(bytes.len());
    let mut at = (!rest.is_empty()).then_some(usize::MAX);
    for character in char::decode_utf16(units) {
        if character.is_err() {
            at = Some(text.len().min(at.unwrap_or(usize::MAX)));
        }
        text.push(character.unwrap_or(char::REPLACEMENT_CHARACTER));
    }
    let help = "the byte order mark says UTF-16; save the file as UTF-8";
    let damage = at.map(|at| Damage {
        at: at.min(text.len()),
        what: "UTF-16",
        help,
    });
    (text, damage)
}

/// A complaint about the first of the control characters that YAML and JSON both forbid
/// everywhere. Those that one of them allows in quotes are left to their parsers.
fn forbidden_character(text: &str, source: SourceId) -> Option<Diagnostic> {
    let is_forbidden = |byte: u8| byte < b' ' && !matches!(byte, b'\t' | b'\n' | b'\r');
    let at = text.bytes().position(is_forbidden)?;
    let after = text[at..].bytes().skip(1);
    let more = after.filter(|&byte| is_forbidden(byte)).count();
    let help = match (text.as_bytes()[at], more) {
        (0, 1..) => "the file may be UTF-16 without a byte order mark; save it as UTF-8".to_owned(),
        (_, 0) => "remove the character, or write it as an escape in double quotes".to_owned(),
        (_, more) => format!("remove this character and the {more} more like it"),
    };
    let character = text[at..].chars().next()?;
    Some(forbidden(source, at, character).help(help))
}

/// The complaint about a character at a place.
pub(super) fn forbidden(source: SourceId, at: usize, character: char) -> Diagnostic {
    let code = u32::from(character);
    let name = if code == 0 {
        "a NUL byte".to_owned()
    } else {
        format!("the control character U+{code:04X}")
    };
    let message = format!("{name} cannot stand in a document");
    let span = source.span(at..at + character.len_utf8());
    Diagnostic::new(&FORBIDDEN_CHARACTER, message).at(span, "here")
}
