//! A text that is a list and no more: "json, xml, txt", "minute, hour, day, week or month, default: day"; or a
//! title and a list, "Interval type - day, week, month".
//!
//! Nothing says that these are the values, so the name has to (`format`, `unit`): "id, name or email" of a
//! `user` are ways to tell one.

use super::{Find, Says};
use crate::repair::text::literal::is_number;
use crate::repair::text::reader::Reader;

/// No value of such a list is longer, and no list has more of them.
const LONGEST: usize = 30;
const MOST: usize = 40;

/// Words that are no values by themselves: types, and what a sentence would say as well.
const OTHERWISE: &[&str] = &[
    "yes",
    "no",
    "string",
    "integer",
    "int",
    "number",
    "float",
    "boolean",
    "bool",
    "array",
    "object",
    "null",
    "list",
    "required",
    "optional",
    "date",
    "time",
    "etc",
    "e.g",
    "deprecated",
];

/// Reads a list that is the whole text, or what a dash or a colon in its first sentence leads to, but for a
/// remark in parentheses and the default behind it.
pub(super) fn read(start: Reader<'_>) -> Option<Find> {
    let led = || {
        let other = [
            "filters",
            "parameters",
            "example",
            "examples",
            "e.g.",
            "eg",
            "like",
            "such",
        ];
        start.after(&["-", "–", "—", ":"]) && start.in_first_sentence() && !start.near(&other)
    };
    (start.position() == 0 || led()).then_some(())?;
    let mut reader = start;
    let mut values: Vec<String> = Vec::new();
    let mut end = reader;
    while values.len() < MOST {
        if leads_to_default(reader) {
            break;
        }
        let value = reader.word_or_quoted()?;
        is_value(value).then_some(())?;
        if !values.iter().any(|known| known == value) {
            values.push(value.to_owned());
        }
        let mut ahead = reader;
        if ahead.mark("(") && ahead.phrase("default") && ahead.mark(")") {
            reader = ahead;
        }
        end = reader;
        let parted = reader.mark(",|/;");
        let joined = reader.phrase("or");
        if !parted && !joined {
            break;
        }
    }
    let numbers = values.iter().all(|value| is_number(value));
    let fits = values.len() > 1 && !numbers && is_all(end);
    fits.then(|| Find::stated([Says::Values(values)], end))
}

fn is_value(word: &str) -> bool {
    let continues = |c: char| c.is_alphanumeric() || "_-.+".contains(c);
    let other = OTHERWISE
        .iter()
        .any(|known| word.eq_ignore_ascii_case(known));
    !other && word.len() <= LONGEST && !word.is_empty() && word.chars().all(continues)
}

fn leads_to_default(mut reader: Reader<'_>) -> bool {
    reader.one_of(&["default", "defaults"])
}

/// Whether nothing is left but a remark, the default and a full stop.
fn is_all(mut reader: Reader<'_>) -> bool {
    /// So many words tell a default.
    const DEFAULT: usize = 4;
    if reader.mark("(") {
        while !reader.mark(")") {
            if reader.next().is_none() {
                return false;
            }
        }
    }
    reader.mark(",.;");
    if leads_to_default(reader) {
        return (0..=DEFAULT).any(|far| reader.from(reader.position() + far).peek().is_none());
    }
    reader.peek().is_none()
}
