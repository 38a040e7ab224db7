//! Which values are allowed: "Must be one of: a, b", "Valid values are `a` and `b`", "true or false".

use super::leads::{Lead, is_of_a_part, lead};
use super::{Bound, Find, Says, Type};
use crate::repair::text::list::{self, List, Shape};
use crate::repair::text::literal::is_number;
use crate::repair::text::reader::Reader;
use crate::repair::text::words::Kind;

/// Verbs behind a list that make a sentence about the listed of it.
const VERBS: &[&str] = &[
    "is", "are", "must", "should", "can", "may", "has", "have", "needs", "will", "was",
];

/// Reads what leads to a list, and the list.
///
/// Not read: "one of `a` or `b` is required" and "either … must be present", which speak of fields; "at
/// least one of"; a list that runs on into a sentence; values with a code beside each ("Read (r), Write
/// (w)"), since either could be what is sent.
pub(super) fn read(start: Reader<'_>) -> Option<Find> {
    let led = || {
        let mut reader = start;
        let lead = lead(&mut reader)?;
        let range = range(reader).filter(|_| lead == Lead::Strong);
        range.or_else(|| values(start, lead, reader))
    };
    if is_of_a_part(&start) {
        return None;
    }
    truth(start)
        .or_else(led)
        .or_else(|| direction(start))
        .or_else(|| alternatives(start))
        .or_else(|| selected(start))
        .or_else(|| supported(start))
        .or_else(|| explained(start))
        .or_else(|| capitals(start))
        .or_else(|| piped(start))
}

/// "- A = Air - W = Water", "(1 = month, 3 = quarter)": codes and what they mean.
pub(super) fn explained(start: Reader<'_>) -> Option<Find> {
    let mut reader = start;
    let list = list::codes(&mut reader)?;
    Some(Find::stated(says(list), reader))
}

/// "Return opened, closed, or all issues": the text begins with what is returned, and "all" of it.
fn selected(start: Reader<'_>) -> Option<Find> {
    /// The longest list of plain words that is looked at.
    const LONGEST: usize = 12;
    let asked = start.text_begins() || start.position() == 1;
    let led = asked && start.after(&["return", "returns", "show", "list", "get"]);
    led.then_some(())?;
    let mut reader = start;
    let mut values: Vec<String> = Vec::new();
    let mut last = false;
    while values.len() < LONGEST {
        let word = reader.word()?;
        let plain = word
            .chars()
            .all(|c| c.is_lowercase() || c == '_' || c == '-');
        plain.then_some(())?;
        values.push(word.to_owned());
        if last {
            break;
        }
        let comma = reader.mark(",");
        last = reader.phrase("or");
        (comma || last).then_some(())?;
    }
    let counted = reader.word().is_some_and(|noun| noun.ends_with('s')) || {
        reader.word().is_some_and(|noun| noun.ends_with('s'))
    };
    let whole = values.iter().any(|value| value == "all");
    let fits = last && counted && whole && values.len() > 2;
    fits.then(|| Find::stated([Says::Values(values)], reader))
}

/// "Currently, `total` and `day` are supported."
fn supported(start: Reader<'_>) -> Option<Find> {
    let mut reader = start;
    reader.peek().filter(|token| token.kind == Kind::Quoted)?;
    let list = list::read(&mut reader)?;
    let several = list.values.len() > 1 && list.shape == Shape::Quoted;
    let mut behind = reader;
    let told = behind.one_of(&["are", "is"]) && {
        behind.one_of(&["currently", "also", "both"]);
        behind.one_of(&[
            "supported",
            "allowed",
            "accepted",
            "valid",
            "available",
            "possible",
        ])
    };
    let other = start.near(&["parameters", "fields", "parameter", "field", "when", "if"]);
    (several && told && !other).then(|| Find::stated(says(list), behind))
}

/// "asc or desc", "`ASC`/`DESC`", "asc (ascending) or desc (descending)", "Y or N": the two ways to sort, and
/// to say yes or no in one letter, which nobody leads to.
fn direction(start: Reader<'_>) -> Option<Find> {
    let mut reader = start;
    let first = reader.word_or_quoted()?;
    let (one, other) = if let Some(both) = first.split_once('/') {
        both
    } else {
        let first = remark(&mut reader).unwrap_or(first);
        joined(&mut reader).then_some(())?;
        let second = reader.word_or_quoted()?;
        (first, remark(&mut reader).unwrap_or(second))
    };
    let is = |word: &str, name: &str, whole: &str| {
        word.eq_ignore_ascii_case(name) || word.eq_ignore_ascii_case(whole)
    };
    let up = |word| is(word, "asc", "ascending");
    let down = |word| is(word, "desc", "descending");
    // "In ascending or descending order" tells no words to send.
    let named = [one, other].iter().any(|word| word.len() < 5);
    let letters = [one, other] == ["Y", "N"] || [one, other] == ["N", "Y"];
    let pair = letters || named && (up(one) && down(other) || down(one) && up(other));
    pair.then(|| {
        let values = vec![one.to_owned(), other.to_owned()];
        Find::stated([Says::Values(values)], reader)
    })
}

/// Takes one word in parentheses, and gives it where it is what is sent: "ascending (`asc`)".
fn remark<'a>(reader: &mut Reader<'a>) -> Option<&'a str> {
    let mut ahead = *reader;
    ahead.mark("(").then_some(())?;
    let is_quoted = ahead.peek().is_some_and(|token| token.kind == Kind::Quoted);
    let word = ahead.word_or_quoted()?;
    ahead.mark(")").then_some(())?;
    *reader = ahead;
    is_quoted.then_some(word)
}

/// "Return `active`, `closed`, or `all` items", "sorted by `name` or `size`", "The type: `a` or `b`": values in
/// quotes that a sentence at the beginning of the text chooses from. "And" chooses from nothing.
fn alternatives(start: Reader<'_>) -> Option<Find> {
    const CHOOSING: &[&str] = &["return", "returns", "by", "in", "as", "either"];
    let asked = start.after(CHOOSING) || start.after(&[":", "-", "–", "—"]);
    (asked && start.in_first_sentence()).then_some(())?;
    let mut reader = start;
    let list = list::read(&mut reader)?;
    let joint = reader.before(2);
    let chosen = joint.is_some_and(|token| token.text.eq_ignore_ascii_case("or"));
    let several = list.values.len() > 1 && list.shape == Shape::Quoted;
    (chosen && several && !start.near(&["parameter", "field", "header", "if", "when"]))
        .then(|| Find::stated(says(list), reader))
}

/// The list that was led to, if its values are good enough for the lead.
fn values(start: Reader<'_>, lead: Lead, mut reader: Reader<'_>) -> Option<Find> {
    let list = match bracketed(&mut reader).filter(|_| lead == Lead::Strong) {
        Some(list) => list,
        None => list::read(&mut reader)?,
    };
    let several = list.values.len() > 1;
    let quoted = list.shape == Shape::Quoted;
    let fits = match lead {
        // One value alone is the start of something else, unless it closes the clause.
        Lead::Strong => several || quoted && reader.clause_ends() && !reader.is_mark(":"),
        Lead::Weak => {
            let mut behind = reader;
            // "Can be day, week or month.", as a sentence of its own.
            let joint = reader.before(2);
            let spelled = list.values.len() > 2
                && start.sentence_begins()
                && reader.sentence_ends()
                && joint.is_some_and(|token| token.text.eq_ignore_ascii_case("or"));
            several && (list.shape > Shape::Plain || spelled) && !behind.one_of(VERBS)
        }
        Lead::Either => several && quoted && (reader.sentence_ends() || reader.is_mark(")")),
    };
    fits.then(|| Find::stated(says(list), reader))
}

/// "[a, b]", all of it.
fn bracketed(reader: &mut Reader<'_>) -> Option<List> {
    let mut ahead = *reader;
    ahead.mark("([{").then_some(())?;
    let list = list::read(&mut ahead)?;
    ahead.mark(")]}").then_some(())?;
    *reader = ahead;
    Some(list)
}

/// "The result (LA, AM, BUSY)": codes in capitals, and at least three of them.
fn capitals(start: Reader<'_>) -> Option<Find> {
    let mut reader = start;
    let list = bracketed(&mut reader)?;
    let code = |value: &String| {
        value.len() > 1
            && value.starts_with(char::is_uppercase)
            && value
                .chars()
                .all(|c| c.is_uppercase() || c.is_ascii_digit() || "_-".contains(c))
    };
    let fits = list.values.len() > 2 && list.values.iter().all(code) && start.in_first_sentence();
    let other = start.near(&["e.g.", "eg", "example", "like"]);
    (fits && !other).then(|| Find::stated(says(list), reader))
}

/// "asc|desc": words between bars and nothing else.
fn piped(start: Reader<'_>) -> Option<Find> {
    /// Types of JSON, which say what else a value may be.
    const TYPES: &[&str] = &[
        "string", "integer", "int", "number", "float", "boolean", "bool", "array", "object",
        "null", "list",
    ];
    let mut reader = start;
    // "{a|b}" and "x=a|b" are parts of something longer.
    let apart = start.peek()?.spaced || start.after(&["(", ":"]);
    apart.then_some(())?;
    let mut values: Vec<String> = Vec::new();
    loop {
        let value = reader.word_or_quoted()?;
        let is_type = TYPES.iter().any(|ty| ty.eq_ignore_ascii_case(value));
        if is_type || value.is_empty() {
            return None;
        }
        if !values.iter().any(|known| known == value) {
            values.push(value.to_owned());
        }
        let glued = |reader: Reader<'_>| reader.peek().is_some_and(|token| !token.spaced);
        if !(glued(reader) && reader.mark("|")) {
            break;
        }
        if !glued(reader) {
            return None;
        }
    }
    let fits = values.len() > 1 && reader.clause_ends() && !start.near(&["combination"]);
    fits.then(|| Find::stated([Says::Values(values)], reader))
}

/// What a list of values says.
fn says(list: List) -> Vec<Says> {
    let is = |value: &str| {
        list.values
            .iter()
            .any(|known| known.eq_ignore_ascii_case(value))
    };
    if list.values.len() == 2 && is("true") && is("false") && !list.texts {
        return vec![Says::Type(Type::Boolean)];
    }
    let blank = is("").then_some(Says::Blank);
    let default = list.default.map(Says::Default);
    std::iter::once(Says::Values(list.values))
        .chain(blank)
        .chain(default)
        .collect()
}

/// "true or false", "true/false", "True, false", outside quotes that make texts of them.
fn truth(start: Reader<'_>) -> Option<Find> {
    let token = start.peek()?;
    let text = start.text[token.range.clone()].starts_with(['"', '\'', '“', '‘']);
    // "True, False, Unknown" and "`1`, `true` or `True`" are longer lists.
    let behind_another = start.after(&[",", "|", "/", "=", "or", "and"]);
    if text || behind_another {
        return None;
    }
    let mut reader = start;
    let first = reader.word_or_quoted()?;
    let (one, other) = match first.split_once('/') {
        Some(both) => both,
        None if joined(&mut reader) => (first, reader.word_or_quoted()?),
        None => return None,
    };
    let is = |wanted: &str| {
        [one, other]
            .iter()
            .any(|word| word.eq_ignore_ascii_case(wanted))
    };
    let mut ahead = reader;
    let before_another = joined(&mut ahead) && ahead.word_or_quoted().is_some();
    let pair = is("true") && is("false") && !before_another;
    pair.then(|| Find::stated([Says::Type(Type::Boolean)], reader))
}

/// Takes what stands between two values.
fn joined(reader: &mut Reader<'_>) -> bool {
    reader.mark(",|/") | reader.one_of(&["or", "and"])
}

/// "0-59", "1 through 11", "from 0 to 1" where a list of values was expected.
fn range(mut reader: Reader<'_>) -> Option<Find> {
    reader.one_of(&["from", "between"]);
    let word = reader.word()?;
    let dashed = word
        .split_once(['-', '–'])
        .filter(|(low, _)| !low.is_empty());
    let (low, high) = match dashed {
        Some(both) => both,
        None if reader.one_of(&["to", "through", "and"]) || reader.mark("-–") => {
            (word, reader.word()?)
        }
        None => return None,
    };
    (is_number(low) && is_number(high) && reader.clause_ends()).then_some(())?;
    let bound = |number: &str| Bound {
        number: number.to_owned(),
        exclusive: false,
    };
    Some(Find::stated(
        [Says::Minimum(bound(low)), Says::Maximum(bound(high))],
        reader,
    ))
}
