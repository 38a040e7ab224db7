//! Types that are stated: "String - ", "an integer", "(boolean)".

use super::type_names::{clear_name, name, told};
use super::{Find, Type};
use crate::repair::text::reader::Reader;

/// Words between an article and a type.
const ADJECTIVES: &[&str] = &[
    "positive",
    "negative",
    "non-negative",
    "nonnegative",
    "unsigned",
    "signed",
    "valid",
    "single",
    "simple",
    "plain",
    "optional",
    "required",
    "non-empty",
    "nonempty",
];
/// Verbs and prepositions before the type of what is described.
const ASKING: &[&str] = &["be", "is", "accepts", "expects", "takes", "are"];
/// Words behind the type of what is described.
const TELLING: &[&str] = &[
    "value",
    "flag",
    "indicating",
    "representing",
    "specifying",
    "denoting",
    "to",
    "whether",
    "containing",
    "with",
    "that",
    "which",
    "between",
    "from",
    "greater",
    "in",
    "for",
    "and",
    "identifying",
    "used",
    "describing",
];
/// What a type may be that of: "the integer ID".
const IDENTIFIERS: &[&str] = &["id", "identifier"];
/// Sentences that speak of a case, not of the value.
const CONDITIONS: &[&str] = &["if", "when", "where", "whether"];

/// Reads a type.
///
/// One of two types ("a string or an array", "(integer) or tilde"), a type that something is read as
/// ("interpreted as an integer") and one in a condition ("if an integer is passed") are not read.
pub(super) fn read(start: Reader<'_>) -> Option<Find> {
    head(start)
        .or_else(|| from_zero(start))
        .or_else(|| bracketed(start))
        .or_else(|| determined(start))
        .or_else(|| yes_or_no(start))
}

/// "Custom boolean field", "The standard layout boolean for the report": nothing else is called so.
fn yes_or_no(start: Reader<'_>) -> Option<Find> {
    const NOUNS: &[&str] = &[
        "field",
        "for",
        "flag",
        "option",
        "parameter",
        "property",
        "value",
    ];
    let mut reader = start;
    reader.phrase("boolean").then_some(())?;
    let end = reader;
    let fits = start.in_first_sentence() && reader.one_of(NOUNS) && !reader.phrase("or");
    let other =
        start.after(&["or"]) || start.opens_with(CONDITIONS) || start.near(&["list", "array"]);
    (fits && !other).then(|| Find::stated(told(Type::Boolean, None), end))
}

/// "String - max 25", "Boolean: true, false", "Boolean indicating …", at the start of the text; and a
/// sentence of one word, "Integer."
fn head(start: Reader<'_>) -> Option<Find> {
    start.sentence_begins().then_some(())?;
    let mut reader = start;
    let (kind, format) = clear_name(&mut reader)?;
    let first = start.position() == 0;
    let apart = reader.sentence_ends() || first && (reader.clause_ends() || reader.is_mark("-–—("));
    let mut ahead = reader;
    let described = first && kind != Type::List && ahead.one_of(TELLING);
    (apart || described).then(|| Find::stated(told(kind, format), reader))
}

/// "0 or positive integer", which offers nothing but an integer.
fn from_zero(start: Reader<'_>) -> Option<Find> {
    let mut reader = start;
    let zero = start.sentence_begins() && reader.one_of(&["0 or", "zero or"]);
    zero.then_some(())?;
    reader.one_of(&["a", "any"]);
    reader.one_of(&["positive", "greater"]).then_some(())?;
    let (kind, format) = name(&mut reader)?;
    (kind == Type::Integer && reader.clause_ends())
        .then(|| Find::stated(told(kind, format), reader))
}

/// "(integer)", "\[string, optional\]".
fn bracketed(start: Reader<'_>) -> Option<Find> {
    let mut reader = start;
    reader.mark("([").then_some(())?;
    reader.skip(ADJECTIVES);
    reader.mark(",");
    let (kind, format) = name(&mut reader)?;
    let end = reader;
    while reader.mark(",") || reader.one_of(&["required", "optional", "value", "default"]) {}
    reader.mark(")]").then_some(())?;
    // "A Utility (int) operation": the brackets belong to what follows.
    let alone = reader.clause_ends() || reader.is_mark("-–—(") || start.position() == 0;
    let doubtful = !alone || matches!(kind, Type::File | Type::Object) || reader.phrase("or");
    (!doubtful).then(|| Find::stated(told(kind, format), end))
}

/// "an integer", "a positive integer", "must be a number", "integer between".
fn determined(start: Reader<'_>) -> Option<Find> {
    let mut reader = start;
    let article = reader.one_of(&["a", "an"]);
    let the = !article && reader.phrase("the");
    let before = reader.position();
    reader.skip(ADJECTIVES);
    let described = reader.position() > before;
    let asked = start.after(ASKING);
    let (kind, format) = match clear_name(&mut reader) {
        Some(found) => found,
        None if article && asked && reader.phrase("number") => (Type::Number, None),
        None => return None,
    };
    let mut ahead = reader;
    let identifies = ahead.one_of(IDENTIFIERS);
    if the && !identifies {
        return None;
    }
    let told_of = identifies || ahead.one_of(TELLING);
    let mut ahead = reader;
    let alternative = ahead.phrase("or") || ahead.mark("/|") || start.after(&["or", "either"]);
    let begins = start.clause_begins();
    let introduced =
        (article || the) && (asked || begins) || described || told_of && (asked || begins);
    let whole = reader.clause_ends() || told_of;
    let fits = introduced && whole && kind != Type::List && !alternative;
    (fits && !start.opens_with(CONDITIONS)).then(|| Find::stated(told(kind, format), reader))
}
