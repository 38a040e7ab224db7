//! Values that are given: defaults and examples.

use super::{Find, Says};
use crate::repair::text::literal::{Literal, is_number, literal};
use crate::repair::text::reader::Reader;

/// Words behind a default that say when it does not hold.
const CONDITIONS: &[&str] = &[
    "if",
    "when",
    "for",
    "unless",
    "otherwise",
    "on",
    "in",
    "where",
    "except",
    "depending",
];
/// Conditions that say no more than that nothing was given.
const ABSENT: &[&str] = &[
    "if not",
    "if omitted",
    "if unspecified",
    "if absent",
    "if empty",
    "if unset",
    "if missing",
    "if blank",
    "if none",
    "when not",
    "when omitted",
    "when unspecified",
    "when absent",
    "unless specified",
    "unless otherwise specified",
    "if no",
    "if nothing",
    "if this",
    "if left",
];
/// Units of time, with which a number is a duration in whatever form the value has.
const TIMES: &[&str] = &[
    "second",
    "seconds",
    "minute",
    "minutes",
    "hour",
    "hours",
    "day",
    "days",
    "ms",
    "milliseconds",
];
/// Other units that may stand behind a default's number.
const UNITS: &[&str] = &[
    "bytes",
    "items",
    "records",
    "results",
    "entries",
    "percent",
    "characters",
    "per page",
    "miles",
    "km",
    "pixels",
];

/// Words that describe a value and are none.
const NO_VALUES: &[&str] = &[
    "the",
    "a",
    "an",
    "this",
    "that",
    "its",
    "your",
    "current",
    "empty",
    "zero",
    "null",
    "blank",
    "unlimited",
    "unset",
    "undefined",
    "not",
    "now",
    "today",
    "nothing",
    "dependent",
    "determined",
    "set",
    "used",
    "see",
];

/// "Defaults to 10", "(default: `asc`)", "The default value is 20", "100 by default".
///
/// A default under a condition ("`asc` when …, otherwise `desc`") is not one, and neither is prose
/// ("the default is the current user").
pub(super) fn default(start: Reader<'_>) -> Option<Find> {
    let mut reader = start;
    let value = if reader.one_of(&["defaults to", "will default to", "by default is"]) {
        value(&mut reader)?
    } else if reader.one_of(&["default value", "default setting", "default", "defaults"]) {
        let connected = reader.mark(":=")
            || reader.one_of(&["is set to", "is", "of", "will be"]) && !reader.mark(",");
        let bare = !connected && start.clause_begins();
        let value = value(&mut reader)?;
        // "Default currency" is a title, "(default 20)" is not.
        (connected || bare && is_telling(&value)).then_some(())?;
        value
    } else {
        let value = value(&mut reader)?;
        let told = reader.phrase("by default") && is_telling(&value);
        told.then_some(())?;
        value
    };
    unconditional(reader).then(|| Find::stated([Says::Default(value)], reader))
}

/// "e.g. 2014-04-30", "Example: `a`", "for example 10".
pub(super) fn example(start: Reader<'_>) -> Option<Find> {
    let mut reader = start;
    let led = reader.one_of(&["e.g.", "eg", "ex", "e.g", "for example", "for instance"])
        || (reader.one_of(&["example", "examples", "sample"]) && {
            reader.one_of(&["value"]);
            reader.is_mark(":=-–") || reader.phrase("is")
        });
    led.then_some(())?;
    reader.mark(",.");
    reader.mark(":=-–");
    let value = value(&mut reader)?;
    // "55,56" and "v1|2" are longer than what was read.
    let mut ahead = reader;
    let glued = |reader: Reader<'_>| reader.peek().is_some_and(|token| !token.spaced);
    let more = glued(ahead) && ahead.mark(",|/*#:=&?") && glued(ahead);
    (!more).then(|| Find::stated([Says::Example(value)], reader))
}

/// One value: in quotes, a number with its unit, something that looks like a value, or one plain word
/// that is all there is.
fn value(reader: &mut Reader<'_>) -> Option<String> {
    let mut ahead = *reader;
    if let Some(token) = ahead.peek()
        && let Some(quoted) = ahead.quoted()
    {
        // Emphasis makes no value of a sentence.
        let emphasis = reader.text[token.range.clone()].starts_with('*');
        (!emphasis || !quoted.contains(' ')).then_some(())?;
        *reader = ahead;
        return Some(quoted.to_owned());
    }
    let start = ahead.peek()?.range.start;
    let mut word = ahead.word()?;
    if is_number(word) {
        if ahead.one_of(TIMES) {
            word = &reader.text[start..ahead.before(1)?.range.end];
        }
        ahead.one_of(UNITS);
    }
    let behind = ahead;
    let closed = behind.clause_ends() && !behind.is_mark(":")
        || behind.is_mark("(")
        || ahead.one_of(ABSENT)
        || ahead.phrase("by default");
    let telling = is_telling(word) && !is_number(word);
    let empty = NO_VALUES.iter().any(|no| no.eq_ignore_ascii_case(word));
    (!empty && (closed || telling)).then_some(())?;
    *reader = behind;
    Some(word.to_owned())
}

/// Whether a text is more than a word: a number, a boolean, a date, an address.
fn is_telling(text: &str) -> bool {
    !matches!(literal(text, false), Some(Literal::Text(_)) | None)
}

/// Whether no condition follows that would make a default hold only sometimes.
fn unconditional(mut reader: Reader<'_>) -> bool {
    reader.mark(")]");
    let mut absent = reader;
    if absent.one_of(ABSENT) {
        return true;
    }
    reader.mark(",");
    !reader.one_of(CONDITIONS) && !reader.one_of(&["or", "and", "otherwise"])
}
