//! Types and forms that nobody states, but that the way a text begins suggests: "Number of items", "List
//! of …", "The URL of …". What is read here is implied.

use super::{Find, Format, Says, Type};
use crate::repair::text::reader::Reader;

/// Reads what the beginning of a text suggests; only a unit may stand later.
pub(super) fn read(start: Reader<'_>) -> Option<Find> {
    let anywhere = || measured(start).or_else(|| degrees(start));
    if !start.text_begins() {
        return anywhere();
    }
    count(start)
        .or_else(|| page(start))
        .or_else(anywhere)
        .or_else(|| many(start))
        .or_else(|| titled(start))
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

/// "in decimal degrees", in the first sentence: a number of any precision.
fn degrees(start: Reader<'_>) -> Option<Find> {
    let mut reader = start;
    let measured = reader.one_of(&["in decimal degrees", "in degrees", "decimal degrees"]);
    let pair = start.near(&["comma", "separated", "list", "pair", "and", "or", "string"]);
    let fits = measured && reader.clause_ends() && start.in_first_sentence() && !pair;
    fits.then(|| Find::implied([Says::Type(Type::Number)], reader))
}

/// "Number of items", "The maximum number of results", "Limits the number of …": an integer. What is
/// counted is a plural ("number of the invoice" is its name), and nothing that has fractions.
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
        "weeks",
        "months",
        "quarters",
        "years",
    ];
    /// What is counted where people say "amount of" or "limit on".
    const COUNTED: &[&str] = &[
        "items",
        "results",
        "records",
        "entries",
        "rows",
        "objects",
        "elements",
        "hits",
        "entities",
        "documents",
        "responses",
        "messages",
        "events",
    ];
    let mut reader = start;
    opened(&mut reader);
    reader.skip(EXTREMES);
    let sure = reader.one_of(&["number of", "count of", "how many"]);
    let amount = !sure && reader.one_of(&["amount of", "limit of"]);
    (sure || amount).then_some(())?;
    let end = reader;
    let from = reader.position();
    let mut ratio = (1..=COUNTED_WITHIN).map(|far| reader.from(from + far));
    let ratio = ratio.any(|mut ahead| {
        ahead.phrase("per") && !ahead.one_of(&["page", "request", "call", "batch", "response"])
    });
    if ratio || reader.follows(COUNTED_WITHIN, IN_FRACTIONS) {
        return None;
    }
    let plural = (0..COUNTED_WITHIN)
        .map_while(|_| reader.word())
        .any(|word| {
            let counted = COUNTED.iter().any(|noun| word.eq_ignore_ascii_case(noun));
            counted || sure && (word.ends_with('s') || ["people", "children"].contains(&word))
        });
    plural.then(|| Find::implied([Says::Type(Type::Integer)], end))
}

/// What makes a limit of a number.
const EXTREMES: &[&str] = &[
    "maximum",
    "max",
    "max.",
    "minimum",
    "min",
    "total",
    "desired",
    "requested",
    "preferred",
    "exact",
    "maximal",
];

/// Takes what stands before the noun that a text is about: "The", "Specifies the", "A limit on the".
fn opened(reader: &mut Reader<'_>) {
    reader.one_of(&["to"]);
    reader.one_of(&[
        "specifies",
        "specify",
        "sets",
        "set",
        "limits",
        "limit",
        "defines",
        "define",
        "determines",
        "determine",
        "indicates",
        "indicate",
        "controls",
        "conveys",
        "represents",
        "restricts",
        "restrict",
        "a limit on",
        "the limit on",
        "limit on",
        "limit is",
        "limit for",
        "upper limit on",
        "an upper limit on",
    ]);
    reader.one_of(&["the", "a", "an"]);
}

/// "Page number", "The current page", "Which page to return", "Zero-based index of the first item".
fn page(start: Reader<'_>) -> Option<Find> {
    let mut reader = start;
    opened(&mut reader);
    reader.skip(&[
        "current",
        "requested",
        "desired",
        "results",
        "result",
        "zero-based",
        "zero based",
        "0-based",
        "1-based",
        "one-based",
        "1 based",
        "0 based",
        "which",
        "starting",
        "start",
        "pagination",
    ]);
    let place = reader.one_of(&[
        "page number",
        "page index",
        "page size",
        "page offset",
        "page to",
        "page of results",
        "page of the results",
        "per page",
        "items per page",
        "records per page",
        "entries per page",
        "rows per page",
        "offset",
    ]);
    let whole = reader.clause_ends()
        || reader.is_mark("(")
        || reader.one_of(&[
            "of", "to", "for", "from", "starting", "at", "in", "into", "within", "being", "return",
            "request", "retrieve", "display", "fetch", "that", "where", "when", "and", "which",
            "starts", "with",
        ]);
    // "The page to redirect to", "Page token", "The index to search in" are no numbers.
    let other = reader.follows(
        20,
        &[
            "token", "cursor", "redirect", "url", "uri", "name", "title", "id", "ids", "opaque",
            "string", "indices", "search", "link", "timezone", "time", "date", "key",
        ],
    );
    (place && whole && !other).then(|| Find::implied([Says::Type(Type::Integer)], reader))
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
