//! Which values are allowed: "Must be one of: a, b", "Valid values are `a` and `b`", "true or false".

use super::leads::{Lead, lead};
use super::{Bound, Find, Says, Type};
use crate::repair::text::list::{self, List, Shape};
use crate::repair::text::literal::is_number;
use crate::repair::text::reader::Reader;

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
        range.or_else(|| values(lead, reader))
    };
    truth(start)
        .or_else(led)
        .or_else(|| direction(start))
        .or_else(|| alternatives(start))
}

/// "asc or desc", "`ASC`/`DESC`", "asc (ascending) or desc (descending)": the two ways to sort, which
/// nobody leads to.
fn direction(start: Reader<'_>) -> Option<Find> {
    let mut reader = start;
    let first = reader.word_or_quoted()?;
    let (one, other) = if let Some(both) = first.split_once('/') {
        both
    } else {
        remark(&mut reader);
        joined(&mut reader).then_some(())?;
        (first, reader.word_or_quoted()?)
    };
    let is = |word: &str, name: &str, whole: &str| {
        word.eq_ignore_ascii_case(name) || word.eq_ignore_ascii_case(whole)
    };
    let up = |word| is(word, "asc", "ascending");
    let down = |word| is(word, "desc", "descending");
    // "In ascending or descending order" tells no words to send.
    let named = [one, other].iter().any(|word| word.len() < 5);
    let pair = named && (up(one) && down(other) || down(one) && up(other));
    pair.then(|| {
        let values = vec![one.to_owned(), other.to_owned()];
        Find::stated([Says::Values(values)], reader)
    })
}

/// Takes one word in parentheses.
fn remark(reader: &mut Reader<'_>) {
    let mut ahead = *reader;
    if ahead.mark("(") && ahead.word().is_some() && ahead.mark(")") {
        *reader = ahead;
    }
}

/// "Return `active`, `closed`, or `all` items", "sorted by `name` or `size`": values in quotes that a
/// sentence at the beginning of the text chooses from. "And" chooses from nothing.
fn alternatives(start: Reader<'_>) -> Option<Find> {
    const CHOOSING: &[&str] = &["return", "returns", "by", "in", "as", "either"];
    let asked = start.in_first_sentence() && start.after(CHOOSING);
    asked.then_some(())?;
    let mut reader = start;
    let list = list::read(&mut reader)?;
    let joint = reader.before(2);
    let chosen = joint.is_some_and(|token| token.text.eq_ignore_ascii_case("or"));
    let several = list.values.len() > 1 && list.shape == Shape::Quoted;
    (chosen && several && !start.near(&["parameter", "field", "header"]))
        .then(|| Find::stated(says(list), reader))
}

/// The list that was led to, if its values are good enough for the lead.
fn values(lead: Lead, mut reader: Reader<'_>) -> Option<Find> {
    let list = list::read(&mut reader)?;
    let several = list.values.len() > 1;
    let quoted = list.shape == Shape::Quoted;
    let fits = match lead {
        // One value alone is the start of something else, unless it closes the clause.
        Lead::Strong => several || quoted && reader.clause_ends(),
        Lead::Weak => {
            let mut behind = reader;
            several && list.shape > Shape::Plain && !behind.one_of(VERBS)
        }
        Lead::Either => several && quoted && (reader.sentence_ends() || reader.is_mark(")")),
    };
    fits.then(|| Find::stated(says(list), reader))
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
