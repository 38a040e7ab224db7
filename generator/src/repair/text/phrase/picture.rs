//! Pictures of dates and times: `YYYY-MM-DD`, `{YYYY}-{MM}-{DD}T{HH}:{MM}:{SS}Z`, `mm/dd/yyyy`, `%Y-%m-%d`.

use super::{Find, Format, Says};
use crate::repair::text::reader::Reader;
use crate::repair::text::words;

/// No picture is longer.
const LONGEST: usize = 60;

/// Reads a picture. One of a form that a [`Format`] covers is that format; any other is kept as it is,
/// so that nobody takes its value for one.
pub(super) fn read(start: Reader<'_>) -> Option<Find> {
    let at = start.peek()?.range.start;
    let quote = usize::from(start.text[at..].starts_with(['"', '\'', '`', '(']));
    let from = at + quote;
    let picture = picture(&start.text[from..])?;
    let mut reader = start;
    while reader
        .peek()
        .is_some_and(|token| token.range.start < from + picture.len())
    {
        reader.next();
    }
    let says = match normal(picture).as_str() {
        "YYYY-MM-DD" => Says::Format(Format::Date),
        rest => match rest.strip_prefix("YYYY-MM-DDTHH:MM:SS") {
            Some("") => Says::Format(Format::LocalDateTime),
            Some(zone)
                if zone
                    .trim_matches(['.', 'S', '0'])
                    .starts_with(['Z', '+', '±']) =>
            {
                Says::Format(Format::DateTime)
            }
            Some(fraction) if fraction.trim_matches(['.', 'S', '0']).is_empty() => {
                Says::Format(Format::LocalDateTime)
            }
            _ => Says::Picture(picture.to_owned()),
        },
    };
    Some(Find::stated([says], reader))
}

/// The picture at the start of a text.
fn picture(text: &str) -> Option<&str> {
    let window = words::start(text, LONGEST);
    let mut end = 0;
    let mut blank = false;
    for (at, c) in window.char_indices() {
        let fits = "yYmMdDhHsStTzZ{}%-/:.+±0'".contains(c)
            || (at > 0 && window.starts_with('%') && "iIfF".contains(c));
        if c == ' ' && !blank && window[at + 1..].starts_with(['h', 'H']) {
            blank = true;
        } else if !fits {
            // A word that merely begins with such letters is none.
            if c.is_alphanumeric() || c == '_' {
                return None;
            }
            break;
        }
        end = at + c.len_utf8();
    }
    let picture = window[..end].trim_end_matches(['.', '\'', ':', '-', '/', ' ']);
    let letters = |letter: char| {
        picture
            .chars()
            .filter(|c| c.eq_ignore_ascii_case(&letter))
            .count()
    };
    let styled = picture.contains('%') || letters('y') >= 2;
    let whole = styled && letters('y') >= 1 && letters('m') >= 1;
    whole.then_some(picture)
}

/// The picture in one spelling: capitals, no braces or quotes, `%Y` as `YYYY`.
fn normal(picture: &str) -> String {
    let mut out = String::new();
    let mut chars = picture.chars();
    while let Some(c) = chars.next() {
        match c {
            '{' | '}' | '\'' => {}
            '%' => out.push_str(match chars.next() {
                Some('Y') => "YYYY",
                Some('m' | 'M') => "MM",
                Some('d') => "DD",
                Some('H') => "HH",
                Some('S') => "SS",
                Some('z' | 'Z') => "Z",
                _ => "?",
            }),
            c => out.push(c.to_ascii_uppercase()),
        }
    }
    out
}
