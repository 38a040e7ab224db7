//! The words that lead to a list of values: "Possible values are", "Must be one of", "can be either".

use crate::repair::text::reader::Reader;

/// How sure it is that a list of values follows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Lead {
    /// Only values can follow: plain words are values too.
    Strong,
    /// Values may follow: only what is in quotes or looks like code is one, and one alone is not.
    Weak,
    /// The text begins with "Either": two values in quotes, or a sentence about two fields.
    Either,
}

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
/// Words that make one value, and no list, of "accepted value".
const ENDS: &[&str] = &[
    "lowest", "highest", "minimum", "maximum", "smallest", "largest", "default", "first", "last",
];
/// How a value is asked to be one of them.
const MODALS: &[&str] = &["must", "can", "should", "may", "could", "will"];
/// Words that turn "one of" into something that is said of several parameters.
const COUNTED: &[&str] = &["least", "only", "exactly", "than", "just", "any", "every"];
/// What the values may be for, in words: "values for the status property are".
const LONGEST_PURPOSE: usize = 5;

/// Takes the words that lead to a list.
pub(super) fn lead(reader: &mut Reader<'_>) -> Option<Lead> {
    named(reader)
        .or_else(|| declared(reader))
        .or_else(|| kinds(reader))
        .or_else(|| chosen(reader))
        .or_else(|| asked(reader))
        .or_else(|| offered(reader))
}

/// "enum {a, b}", as declarations write it.
fn declared(reader: &mut Reader<'_>) -> Option<Lead> {
    let mut ahead = *reader;
    (ahead.phrase("enum") && ahead.is_mark("{[(")).then_some(())?;
    *reader = ahead;
    Some(Lead::Strong)
}

/// "Available voices are", "Supported image formats:", "possible grouping values:": a plural noun that is
/// what the values are.
fn kinds(reader: &mut Reader<'_>) -> Option<Lead> {
    /// Things that are listed beside what they mean, or that a value is made of.
    const PARTS: &[&str] = &[
        "filters",
        "filter",
        "fields",
        "parameters",
        "properties",
        "attributes",
        "columns",
        "operators",
        "scopes",
        "permissions",
        "characters",
        "keys",
        "examples",
        "methods",
        "headers",
        "qualifiers",
    ];
    /// So many words name what the values are.
    const LONGEST: usize = 2;
    let mut ahead = *reader;
    ahead.one_of(ADJECTIVES).then_some(())?;
    for _ in 0..LONGEST {
        let noun = ahead.word()?;
        let is_part = PARTS.iter().any(|part| part.eq_ignore_ascii_case(noun));
        if is_part {
            return None;
        }
        let mut behind = ahead;
        let told = behind.one_of(&["are", "include"]) | behind.mark(":=");
        if noun.ends_with('s') && told {
            behind.mark(":");
            *reader = behind;
            return Some(Lead::Strong);
        }
    }
    None
}

/// "Metrics that you can sort by are: `a`, `b`", "we only support `a` and `b`": quotes have to show that
/// they are values.
fn offered(reader: &mut Reader<'_>) -> Option<Lead> {
    const CHOICE: &[&str] = &[
        "can",
        "may",
        "supported",
        "available",
        "possible",
        "valid",
        "allowed",
    ];
    let mut ahead = *reader;
    let listed = ahead.phrase("are") && ahead.mark(":") && reader.sentence_has(CHOICE);
    if !listed {
        ahead = *reader;
        ahead
            .one_of(&["only support", "only supports", "supports only"])
            .then_some(())?;
    }
    *reader = ahead;
    Some(Lead::Weak)
}

/// "Possible values are", "Valid options:", "Values:", "Allowed values for this field include".
fn named(reader: &mut Reader<'_>) -> Option<Lead> {
    if reader.after(ENDS) {
        return None;
    }
    let mut ahead = *reader;
    let described = ahead.one_of(ADJECTIVES);
    ahead.skip(ADJECTIVES);
    ahead.one_of(NOUNS).then_some(())?;
    purpose(&mut ahead)?;
    let connected = ahead.one_of(&["are", "is", "include", "includes", "can be"]);
    ahead.one_of(&["one of", "either"]);
    let following = ahead.phrase("the following");
    let marked = ahead.mark(":=") || connected && ahead.mark("-–");
    // Without an adjective a colon has to tell that the values themselves follow, or quotes.
    let begins = reader.clause_begins();
    let begun = begins && (marked || connected && following);
    let sure = described && (connected || marked) || begun;
    (sure || begins && connected).then_some(())?;
    *reader = ahead;
    Some(if sure { Lead::Strong } else { Lead::Weak })
}

/// Takes what values are for: "for the status property", up to the verb or the colon.
fn purpose(reader: &mut Reader<'_>) -> Option<()> {
    if !reader.one_of(&["for", "of", "in"]) {
        return Some(());
    }
    for _ in 0..LONGEST_PURPOSE {
        let mut ahead = *reader;
        if ahead.is_mark(":") || ahead.one_of(&["are", "is", "include", "includes", "can"]) {
            break;
        }
        reader.word_or_quoted()?;
    }
    Some(())
}

/// "one of: ", "Must be one of", "one of the following values:".
fn chosen(reader: &mut Reader<'_>) -> Option<Lead> {
    let mut ahead = *reader;
    let asked = modal(&mut ahead);
    if !asked && reader.after(COUNTED) {
        return None;
    }
    ahead.phrase("either");
    ahead
        .one_of(&["one of", "any of", "one or more of", "any one of"])
        .then_some(())?;
    ahead.one_of(&["these", "the"]);
    let following = ahead.one_of(&["following", "values", "options"]);
    ahead.skip(ADJECTIVES);
    ahead.skip(NOUNS);
    if following {
        // "One of the following keywords:"
        let mut behind = ahead;
        if behind.word().is_some_and(|noun| noun.ends_with('s')) && behind.is_mark(":") {
            ahead = behind;
        }
    }
    let marked = ahead.mark(":=-–");
    *reader = ahead;
    Some(if asked || marked || following {
        Lead::Strong
    } else {
        Lead::Weak
    })
}

/// "`ctrl-<value>`, where `<value>` is one of:": the values are those of a part.
pub(super) fn is_of_a_part(reader: &Reader<'_>) -> bool {
    /// So far behind "where" a list can begin.
    const FAR: usize = 6;
    let says = |back: usize, word: &str| match back {
        0 => reader.peek().is_some_and(|token| token.text == word),
        _ => reader.before(back).is_some_and(|token| token.text == word),
    };
    (2..=FAR).any(|back| says(back, "where") && says(back - 2, "is"))
}

/// "Must be: ", "can be either a or b", "can be `a` or `b`", "is either `a` or `b`", "Either `a` or `b`".
fn asked(reader: &mut Reader<'_>) -> Option<Lead> {
    let mut ahead = *reader;
    let lead = if reader.clause_begins() && ahead.phrase("either") {
        Lead::Either
    } else {
        modal(&mut ahead).then_some(())?;
        let is = ahead.after(&["is"]);
        let only = ahead
            .before(2)
            .is_some_and(|token| token.text.eq_ignore_ascii_case("only"));
        if only || ahead.phrase("either") | ahead.mark(":") {
            Lead::Strong
        } else if is {
            // "Only if the type is `a` or `b`" speaks of another field.
            return None;
        } else {
            Lead::Weak
        }
    };
    *reader = ahead;
    Some(lead)
}

/// Takes "is", "must be", "can only be" …
fn modal(reader: &mut Reader<'_>) -> bool {
    let mut ahead = *reader;
    let found = ahead.phrase("is") || ahead.one_of(MODALS) && ahead.one_of(&["be", "only be"]);
    if found {
        *reader = ahead;
    }
    found
}
