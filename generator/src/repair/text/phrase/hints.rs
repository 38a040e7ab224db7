//! Types and forms that nobody states, but that the way a text begins suggests: "Whether to …", "Number of
//! items", "List of …", "The URL of …". What is read here is implied.

use super::{Find, Format, Says, Type};
use crate::repair::text::reader::Reader;

/// Reads what the beginning of a text suggests; only what says "true", and a unit, may stand later.
pub(super) fn read(start: Reader<'_>) -> Option<Find> {
    if start.position() > 0 {
        return set(start).or_else(|| measured(start));
    }
    whether(start)
        .or_else(|| set(start))
        .or_else(|| deed(start))
        .or_else(|| count(start))
        .or_else(|| many(start))
        .or_else(|| titled(start))
}

/// "Whether to …", "Indicates if …", "True if …": a boolean, unless the sentence offers a choice
/// ("whether the issue is open or closed") or codes for it ("1 = Yes").
fn whether(start: Reader<'_>) -> Option<Find> {
    let mut reader = start;
    let verbs = [
        "indicates",
        "indicate",
        "specifies",
        "specify",
        "determines",
        "determine",
        "controls",
        "defines",
        "set",
        "sets",
        "tells",
        "flag",
        "a flag",
        "a boolean",
    ];
    let asked = if reader.one_of(&verbs) {
        reader.one_of(&[
            "whether",
            "if",
            "indicating whether",
            "indicating if",
            "to indicate whether",
            "to indicate if",
        ])
    } else {
        reader.phrase("whether")
            || truth(&mut reader) && reader.one_of(&["if", "to", "when", "for"])
    };
    let choice = reader.follows(30, &["or"]) && !reader.follows(30, &["not", "false"]);
    let coded = reader.phrase("and") || reader.text_follows(60, &["0", "1", "Y", "N", "yes", "no"]);
    (asked && !choice && !coded).then(|| Find::implied([Says::Type(Type::Boolean)], reader))
}

/// "Include archived projects", "Enables …", "Should the export be exact?": a deed that is done or not.
fn deed(start: Reader<'_>) -> Option<Find> {
    let mut reader = start;
    let deeds = [
        "include",
        "includes",
        "enable",
        "enables",
        "disable",
        "disables",
        "force",
        "forces",
        "remove",
        "allow",
        "suppress",
        "hide",
        "keep",
        "should the",
        "should this",
        "should it",
        "does",
        "do not",
        "flag to",
        "flag which",
        "optional flag to",
    ];
    // "Include additional information. Allowed values are …" asks which.
    let asks = [
        "following",
        "these",
        "one",
        "list",
        "fields",
        "additional",
        "or",
        "selected",
        "certain",
        "numeric",
        "using",
    ];
    let done = reader.one_of(&deeds) && !reader.follows(30, &asks) && !reader.clause_ends();
    done.then(|| Find::implied([Says::Type(Type::Boolean)], reader))
}

/// "in seconds", "in bytes", in the first sentence.
fn measured(start: Reader<'_>) -> Option<Find> {
    let mut reader = start;
    let units = [
        "in seconds",
        "in milliseconds",
        "in microseconds",
        "in nanoseconds",
        "in minutes",
        "in bytes",
        "in pixels",
        "in cents",
        "in characters",
    ];
    let measured = reader.one_of(&units) && reader.clause_ends();
    let other = start.near(&[
        "or", "iso", "8601", "duration", "string", "fraction", "decimal", "e.g.",
    ]);
    // "The value, in bytes" is bytes; "the size in bytes" is a number.
    let sizes = [
        "size", "length", "limit", "memory", "total", "number", "amount", "maximum", "minimum",
        "offset",
    ];
    let raw = start
        .from(start.position() + 1)
        .peek()
        .is_some_and(|token| token.text == "bytes")
        && !start.near(&sizes);
    let first = start.in_first_sentence() && !raw;
    (measured && first && !other).then(|| Find::implied([Says::Type(Type::Integer)], reader))
}

/// "If true, …", "Set to `true` to …".
fn set(start: Reader<'_>) -> Option<Find> {
    (start.sentence_begins() || start.before(1).is_some_and(|token| token.text == ";"))
        .then_some(())?;
    let mut reader = start;
    let set = reader.one_of(&[
        "if set to",
        "when set to",
        "if this is",
        "when this is",
        "if",
        "when",
        "set to",
        "set this to",
        "set it to",
        "pass",
        "use",
    ]);
    (set && truth(&mut reader)).then(|| Find::implied([Says::Type(Type::Boolean)], reader))
}

/// Takes "true" or "false".
fn truth(reader: &mut Reader<'_>) -> bool {
    let mut ahead = *reader;
    let truth = ahead.word_or_quoted().is_some_and(|word| {
        word.eq_ignore_ascii_case("true") || word.eq_ignore_ascii_case("false")
    });
    if truth {
        *reader = ahead;
    }
    truth
}

/// "Number of items", "The maximum number of results", "Page number": an integer. What is counted is a
/// plural ("number of the invoice" is its name), and nothing that has fractions.
fn count(start: Reader<'_>) -> Option<Find> {
    const COUNTED_WITHIN: usize = 4;
    const IN_FRACTIONS: &[&str] = &[
        "points",
        "inches",
        "miles",
        "kilometers",
        "kilometres",
        "km",
        "meters",
        "metres",
        "hours",
        "degrees",
        "units",
        "credits",
        "percent",
        "decimals",
        "litres",
        "liters",
    ];
    let mut reader = start;
    reader.one_of(&[
        "the",
        "a",
        "specifies the",
        "specify the",
        "limits the",
        "limit the",
        "sets the",
        "set the",
    ]);
    reader.skip(&[
        "maximum",
        "max",
        "minimum",
        "min",
        "total",
        "desired",
        "requested",
    ]);
    if reader.one_of(&[
        "page number",
        "page index",
        "page size",
        "page to",
        "offset",
        "index",
    ]) {
        return (reader.clause_ends() || reader.phrase("of"))
            .then(|| Find::implied([Says::Type(Type::Integer)], reader));
    }
    reader
        .one_of(&["number of", "count of", "how many"])
        .then_some(())?;
    let end = reader;
    if reader.follows(COUNTED_WITHIN, IN_FRACTIONS) {
        return None;
    }
    let plural = (0..COUNTED_WITHIN)
        .map_while(|_| reader.word())
        .any(|word| word.ends_with('s') || ["people", "children"].contains(&word));
    plural.then(|| Find::implied([Says::Type(Type::Integer)], end))
}

/// "List of …", "An array of …".
fn many(start: Reader<'_>) -> Option<Find> {
    let mut reader = start;
    reader.one_of(&["a", "an", "the", "optional", "an optional"]);
    let many = reader.one_of(&["list of", "array of", "lists of", "arrays of"]);
    many.then(|| Find::implied([Says::Type(Type::List)], reader))
}

/// "The organizer's email address.", "URL of the picture": the text begins by naming the form.
fn titled(start: Reader<'_>) -> Option<Find> {
    /// So many words may stand before the name of the form.
    const OPENING: usize = 4;
    /// Words that make something else of it: a deed, a question, a number of them.
    const OTHERWISE: &[&str] = &[
        "whether", "if", "list", "number", "send", "sends", "use", "uses", "enable", "allow",
        "show", "include", "receive", "notify", "disable", "add", "get", "to", "of", "for",
        "array", "and", "or", "id", "name",
    ];
    let mut reader = start;
    for _ in 0..OPENING {
        let mut ahead = reader;
        let format = if ahead.one_of(&["email address", "e-mail address", "email", "e-mail"]) {
            Format::Email
        } else if ahead.one_of(&["url", "uri"]) {
            Format::Uri
        } else {
            reader.word()?;
            if reader.after(OTHERWISE) {
                return None;
            }
            continue;
        };
        let mut behind = ahead;
        let named = ahead.clause_ends()
            || behind.one_of(&[
                "of",
                "to",
                "for",
                "where",
                "that",
                "associated",
                "belonging",
                "used",
                "in",
                "from",
            ]);
        return named.then(|| Find::implied([Says::Format(format)], ahead));
    }
    None
}
