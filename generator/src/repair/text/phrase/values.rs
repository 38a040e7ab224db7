//! Which values are allowed: "Must be one of: a, b", "Valid values are `a` and `b`", "true or false".

use super::{Bound, Find, Says, Type};
use crate::repair::text::list::{self, List, Shape};
use crate::repair::text::literal::is_number;
use crate::repair::text::reader::Reader;

/// Words that make values of options.
const ADJECTIVES: &[&str] = &[
    "possible",
    "valid",
    "allowed",
    "accepted",
    "acceptable",
    "permitted",
    "supported",
    "available",
    "legal",
    "allowable",
    "permissible",
    "recognised",
    "recognized",
    "current",
    "currently",
    "standard",
];
/// What is listed.
const NOUNS: &[&str] = &[
    "values", "value", "options", "option", "choices", "types", "enum", "enums",
];
/// How a value is asked to be one of them.
const MODALS: &[&str] = &["must", "can", "should", "may", "could", "is", "will"];
/// Words that turn "one of" into something that is said of several parameters.
const COUNTED: &[&str] = &["least", "only", "exactly", "than", "just", "any", "every"];
/// Verbs behind a list that make a sentence about the listed of it.
const VERBS: &[&str] = &[
    "is", "are", "must", "should", "can", "may", "has", "have", "needs", "will", "was",
];

/// Words that make one value of "accepted value".
const ENDS: &[&str] = &[
    "lowest", "highest", "minimum", "maximum", "smallest", "largest", "default", "first", "last",
];

/// How sure it is that a list of values follows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Lead {
    /// Only values can follow: plain words are values too.
    Strong,
    /// Values may follow: only what is in quotes or looks like code is one, and one alone is not.
    Weak,
}

/// Reads what leads to a list, and the list.
pub(super) fn read(start: Reader<'_>) -> Option<Find> {
    if let Some(found) = truth(start) {
        return Some(found);
    }
    let mut reader = start;
    let lead = lead(&mut reader)?;
    let before = reader;
    if lead == Lead::Strong
        && let Some(found) = range(before)
    {
        return Some(found);
    }
    let list = list::read(&mut reader)?;
    let enough = match lead {
        // One value alone is the start of something else, unless it closes the clause.
        Lead::Strong => {
            list.values.len() > 1 || list.shape == Shape::Quoted && reader.clause_ends()
        }
        Lead::Weak => list.values.len() > 1 && list.shape > Shape::Plain,
    };
    let mut behind = reader;
    if start
        .peek()
        .is_some_and(|token| token.text.eq_ignore_ascii_case("either"))
    {
        // "Either `a` or `b` must be given" is about two fields.
        let alone = list.shape == Shape::Quoted && (reader.sentence_ends() || reader.is_mark(")"));
        return (enough && alone).then(|| Find::stated(says(list), reader));
    }
    if !enough || (lead == Lead::Weak && behind.one_of(VERBS)) {
        return None;
    }
    Some(Find::stated(says(list), reader))
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
    let mut says = Vec::new();
    let blank = is("");
    says.push(Says::Values(list.values));
    if blank {
        says.push(Says::Blank);
    }
    says.extend(list.default.map(Says::Default));
    says
}

/// "true or false", "true/false", "True, false" outside quotes that make texts of them.
fn truth(start: Reader<'_>) -> Option<Find> {
    let mut reader = start;
    let boolean =
        |text: &str| text.eq_ignore_ascii_case("true") || text.eq_ignore_ascii_case("false");
    let first = reader.peek()?;
    let code = !start.text[first.range.clone()].starts_with(['"', '\'', '“', '‘']);
    let text = reader.word_or_quoted()?;
    let pair = if let Some((one, other)) = text.split_once('/') {
        boolean(one) && boolean(other)
    } else {
        let joined = boolean(text) && (reader.mark(",|/") | reader.one_of(&["or", "and"]));
        let other = reader.word_or_quoted()?;
        joined && boolean(other) && !other.eq_ignore_ascii_case(text)
    };
    // "True, False, Unknown" and "`1`, `true` or `True`" are longer lists.
    let mut ahead = reader;
    let more =
        (ahead.mark(",|/") | ahead.one_of(&["or", "and"])) && ahead.word_or_quoted().is_some();
    let less = start
        .before(1)
        .is_some_and(|token| [",", "|", "/", "="].contains(&token.text))
        || start.after(&["or", "and"]);
    let pair = pair && !more && !less;
    (pair && code).then(|| Find::stated([Says::Type(Type::Boolean)], reader))
}

/// The words that lead to a list.
fn lead(reader: &mut Reader<'_>) -> Option<Lead> {
    named(reader)
        .or_else(|| chosen(reader))
        .or_else(|| asked(reader))
}

/// "Possible values are", "Valid options:", "Values:", "Allowed values for this field include".
fn named(reader: &mut Reader<'_>) -> Option<Lead> {
    if reader.after(ENDS) {
        return None;
    }
    let mut ahead = *reader;
    let described = ahead.one_of(ADJECTIVES);
    ahead.skip(ADJECTIVES);
    let begins = reader.clause_begins();
    ahead.one_of(NOUNS).then_some(())?;
    if ahead.one_of(&["for", "of", "in"]) {
        for _ in 0..5 {
            if ahead.is_mark(":") || is_connector(ahead) {
                break;
            }
            ahead.word_or_quoted()?;
        }
    }
    let connected = ahead.one_of(&["are", "is", "include", "includes", "can be"]);
    ahead.one_of(&["one of", "either"]);
    let followed = ahead.phrase("the following");
    let marked = ahead.mark(":=") | (connected && ahead.mark("-–"));
    if !(described && (connected || marked) || begins && marked || begins && connected && followed)
    {
        return None;
    }
    *reader = ahead;
    Some(Lead::Strong)
}

/// Whether a verb that leads from "values" to a list comes next.
fn is_connector(mut reader: Reader<'_>) -> bool {
    reader.one_of(&["are", "is", "include", "includes", "can"])
}

/// "one of: ", "Must be one of", "one of the following values:".
fn chosen(reader: &mut Reader<'_>) -> Option<Lead> {
    let mut ahead = *reader;
    let asked = ahead.one_of(MODALS) && (ahead.phrase("be") || reader.phrase("is"));
    if !asked {
        ahead = *reader;
        let counted = |word: &&str| {
            reader
                .before(1)
                .is_some_and(|token| token.text.eq_ignore_ascii_case(word))
        };
        if COUNTED.iter().any(counted) {
            return None;
        }
    }
    ahead.phrase("either");
    let one = ahead.one_of(&["one of", "any of", "one or more of", "any one of"]);
    one.then_some(())?;
    ahead.one_of(&["these", "the"]);
    let following = ahead.one_of(&["following", "values", "options"]);
    ahead.skip(ADJECTIVES);
    ahead.skip(NOUNS);
    let marked = ahead.mark(":=-–");
    *reader = ahead;
    Some(if asked || marked || following {
        Lead::Strong
    } else {
        Lead::Weak
    })
}

/// "Must be: ", "can be either a or b", "can be `a` or `b`".
fn asked(reader: &mut Reader<'_>) -> Option<Lead> {
    let mut ahead = *reader;
    if reader.clause_begins() && ahead.phrase("either") {
        *reader = ahead;
        return Some(Lead::Weak);
    }
    if !ahead.phrase("is") {
        (ahead.one_of(MODALS) && ahead.phrase("be")).then_some(())?;
    }
    let either = ahead.phrase("either");
    let marked = ahead.mark(":");
    let begins = reader.clause_begins() || either;
    *reader = ahead;
    Some(if marked || either && begins {
        Lead::Strong
    } else {
        Lead::Weak
    })
}

/// "0-59", "1 through 11", "from 0 to 1" where a list of values was expected.
fn range(mut reader: Reader<'_>) -> Option<Find> {
    reader.one_of(&["from", "between"]);
    let word = reader.word()?;
    let joined = word
        .split_once(['-', '–'])
        .filter(|(low, _)| !low.is_empty());
    let (low, high) = if let Some(both) = joined {
        both
    } else {
        let joined = reader.one_of(&["to", "through", "and"]) || reader.mark("-–");
        joined.then_some(())?;
        (word, reader.word()?)
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
