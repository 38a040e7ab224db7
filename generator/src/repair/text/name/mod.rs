//! What the name of a value suggests, where the words about it do not say otherwise.

mod words;

use words::{
    ACTS, ASKED, ASKING, CHOOSING, CHOSEN, COUNTS, FRACTIONS, KINDS, MEASURES, NAMED, NO_COUNT,
    NO_TRUTH, STATES, TRUTHS, UNITS,
};

use super::phrase::Type;
use super::plain::Plain;
use super::words::{self as tokens, Kind};
use crate::names::Words;

/// So many words about a value are looked at.
const FAR: usize = 40;

/// The type that a name suggests of the value that `text` is about.
#[must_use]
pub fn suggested(name: &str, text: &str) -> Option<Type> {
    if is_assigned_truth(name, text) {
        return Some(Type::Boolean);
    }
    let words = words_of(name);
    let (first, last) = (words.first()?, words.last()?);
    let fold = words.fold();
    let several = words.len() > 1;
    let pair: String = words
        .slice(words.len().saturating_sub(2)..words.len())
        .fold();
    let is = |list: &[&str], word: &str| list.contains(&word);
    // "Set this to 1 for long messages" is about no place.
    let place = last != "long" || text.trim().is_empty() || tells_place(text);
    if is(FRACTIONS, last) && place {
        return says_none(text, &["degrees,", "string", "comma", "address"])
            .then_some(Type::Number);
    }
    let asks = several && (is(ASKING, first) || asks_at_the_end(&words));
    let state = is(STATES, first) || asks_at_the_end(&words);
    if asks && state && text.trim().is_empty() {
        return None;
    }
    let truth = is(TRUTHS, &fold) || acts(first, last, text) || only(&fold, text);
    if asks && !is(CHOSEN, last) || several && is(ASKED, last) || truth {
        return says_none(text, NO_TRUTH).then_some(Type::Boolean);
    }
    if asks {
        return None;
    }
    if several && is(MEASURES, last) {
        // "How long it may last": a duration in the unit of the name.
        let unwanted: Vec<&str> = (NO_COUNT.iter().copied())
            .filter(|word| *word != "duration" || !is(UNITS, last))
            .collect();
        return says_none(text, &unwanted).then_some(Type::Integer);
    }
    let nested = name.contains(['.', '[']);
    let paged = is(COUNTS, &fold) || nested && is(COUNTS, last);
    if paged || words.len() > 2 && is(COUNTS, &pair) {
        // `page` alone may be a token, a name or a number.
        let told = !matches!(fold.as_str(), "page" | "perpage") || !text.trim().is_empty();
        return (told && says_none(text, NO_COUNT)).then_some(Type::Integer);
    }
    None
}

/// Whether a text is about a place on earth.
fn tells_place(text: &str) -> bool {
    let text = text.to_lowercase();
    [
        "longitude",
        "coordinate",
        "location",
        "degrees",
        "position",
        "geo",
    ]
    .iter()
    .any(|word| text.contains(word))
}

/// Whether something that is named so can be of a type that words about it suggest; `vague` words suggest
/// less than others.
#[must_use]
pub fn permits(name: &str, ty: Type, vague: bool) -> bool {
    let words = words_of(name);
    let last = words.last().unwrap_or_default();
    match ty {
        // `exclude` alone is what is left out, `exclude_archived` whether it is.
        Type::Boolean if vague => !CHOSEN.contains(&last) && words.fold() != "exclude",
        Type::Boolean => !KINDS.contains(&last),
        Type::Integer | Type::Number => !NAMED.contains(&last),
        _ => true,
    }
}

/// Whether something that is named so is one of a few words: `sortOrder`, `response_format`.
#[must_use]
pub fn chooses(name: &str) -> bool {
    let words = words_of(name);
    CHOOSING.contains(&words.last().unwrap_or_default())
}

/// Whether the text gives the value "true" or "false": "Use `summary=true` for less", "if `archived` is set
/// to false".
fn is_assigned_truth(name: &str, text: &str) -> bool {
    /// What stands between a name and its value.
    const GIVES: &[&str] = &["=", "set to ", "is set to ", "to ", "is "];
    let given = |(at, _): (usize, &str)| {
        let before = text[..at].chars().next_back();
        let apart = before.is_none_or(|c| !c.is_alphanumeric() && !"_-.\"'".contains(c));
        let rest = text[at + name.len()..].trim_start_matches(['`', '*', ' ']);
        let value = GIVES.iter().find_map(|sign| rest.strip_prefix(sign));
        apart
            && value.is_some_and(|value| {
                let value = value.trim_start_matches(['`', '*', ' ']);
                let word = value.split(|c: char| !c.is_alphanumeric()).next();
                let word = word.unwrap_or_default();
                word.eq_ignore_ascii_case("true") || word.eq_ignore_ascii_case("false")
            })
    };
    // A shorter name is a word like any other.
    name.len() > 2 && text.match_indices(name).any(given)
}

/// The words of a name, without what it is a part of: `query.limit` is a limit, and `X-Limit` is one too.
fn words_of(name: &str) -> Words {
    let own = name.rsplit('.').next().unwrap_or(name);
    let bare = own.strip_prefix("X-").or_else(|| own.strip_prefix("x-"));
    Words::of(bare.unwrap_or(own))
}

/// Whether a name asks behind the words for what it asks of: `X-Data-Is-Final`.
fn asks_at_the_end(words: &Words) -> bool {
    let before = words.len().checked_sub(2);
    before.is_some_and(|at| words.slice(at..at + 1).fold() == "is")
}

/// Whether the sentence begins with the verb that the name begins with: "Watch for changes" of `watch`.
fn acts(first: &str, last: &str, text: &str) -> bool {
    let word = text.split(|c: char| !c.is_alphabetic()).next();
    let said = word.unwrap_or_default().to_lowercase();
    let same = said == first || said.strip_suffix('s') == Some(first);
    same && ACTS.contains(&first) && !CHOSEN.contains(&last)
}

/// Whether the words say "only" of what the name says: "Returns only popular ones" of `popular`.
fn only(name: &str, text: &str) -> bool {
    let mut words = text
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .take(FAR);
    words.any(|word| word.eq_ignore_ascii_case("only"))
        && words
            .next()
            .is_some_and(|word| word.eq_ignore_ascii_case(name))
}

/// Whether the beginning of a text has none of these words.
fn says_none(text: &str, unwanted: &[&str]) -> bool {
    let plain = Plain::new(text);
    let tokens = tokens::tokens(&plain.text);
    tokens.iter().take(FAR).all(|token| {
        let known = |part: &str| unwanted.iter().any(|word| part.eq_ignore_ascii_case(word));
        token.kind != Kind::Word || !token.text.split('-').any(known)
    })
}

#[cfg(test)]
mod tests {
    use super::{permits, suggested};
    use crate::repair::text::phrase::Type;

    fn shown(name: &str, text: &str) -> String {
        suggested(name, text).map_or_else(String::new, |ty| format!("{ty:?}"))
    }

    #[test]
    fn names_suggest_types() {
        for (name, text, expected) in [
            ("limit", "", "Integer"),
            ("page[size]", "How many", "Integer"),
            ("filter[limit]", "", "Integer"),
            ("$top", "", "Integer"),
            ("query.pageSize", "", "Integer"),
            ("per_page", "Results per page", "Integer"),
            ("timeout_seconds", "", "Integer"),
            (
                "timeoutSeconds",
                "Limits the duration of the call",
                "Integer",
            ),
            ("X-Page-Size", "", "Integer"),
            ("exclude_archived", "", "Boolean"),
            ("X-Acme-Cache-Enable", "", "Boolean"),
            ("X-Acme-Data-Is-Final", "Data Is Final", "Boolean"),
            ("latitude", "In degrees", "Number"),
            ("isActive", "Those that are in use", "Boolean"),
            ("include_deleted", "Also those that are gone", "Boolean"),
            ("unread_only", "", "Boolean"),
            ("recursive", "", "Boolean"),
            ("replace", "Replace the old entry", "Boolean"),
            ("popular", "If passed, returns only popular ones", "Boolean"),
            ("summary", "Use summary=true for less", "Boolean"),
        ] {
            assert_eq!(shown(name, text), expected, "{name}: {text}");
        }
    }

    #[test]
    fn what_may_mean_something_else_is_left() {
        for (name, text) in [
            ("page", "The token of the next page"),
            ("page", "The name of the page"),
            ("page", ""),
            ("offset", "The ID to begin behind"),
            ("limit", "A comma-separated pair"),
            ("include", ""),
            ("include_fields", ""),
            ("includeDeleted", "One of: yes, no, only"),
            ("show_by", ""),
            ("island", ""),
            ("Long", "Set this to 1 to join several messages"),
            ("is_active", ""),
            ("seconds", ""),
            ("open_hours", ""),
            ("exclude_fields", ""),
            ("count", ""),
            ("since", ""),
            ("replace", "What to put in its place"),
            ("search", "Search for a name"),
            ("summary", "If `summary` is set to \"true\" or 'none'"),
            ("", ""),
        ] {
            assert_eq!(shown(name, text), "", "{name}: {text}");
        }
    }

    #[test]
    fn names_that_say_otherwise() {
        assert!(permits("archived", Type::Boolean, true));
        assert!(permits("customer_id", Type::Boolean, false));
        assert!(!permits("customer_id", Type::Boolean, true));
        assert!(!permits("exclude", Type::Boolean, true));
        assert!(!permits("address_type", Type::Boolean, false));
        assert!(!permits("page_token", Type::Integer, false));
    }
}
