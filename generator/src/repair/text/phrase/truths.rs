//! A yes or no that nobody calls one: "Whether to …", "If true, …", "Include archived projects", "Is it
//! exact?". What is read here is implied, and the last two by less than the first.

use super::{Find, Says, Type};
use crate::repair::text::reader::Reader;

/// Reads what asks whether, or says what "true" does; only the latter may stand behind the beginning.
pub(super) fn read(start: Reader<'_>) -> Option<Find> {
    let begins = if start.text_begins() {
        whether(start).or_else(|| flag(start))
    } else {
        filtered(start)
    };
    let end = begins.or_else(|| set(start))?;
    Some(Find::implied([Says::Type(Type::Boolean)], end))
}

/// Reads a deed or a question that a text begins with.
pub(super) fn deeds(start: Reader<'_>) -> Option<Find> {
    start.text_begins().then_some(())?;
    let end = deed(start).or_else(|| question(start))?;
    Some(Find::implied([Says::Type(Type::Boolean)], end))
}

/// "Flag to …", "A flag that …", "Flag indicating …", unless it travels as something else.
fn flag(start: Reader<'_>) -> Option<Reader<'_>> {
    let mut reader = start;
    reader.one_of(&["a", "an", "the"]);
    reader.one_of(&["boolean", "optional"]);
    reader.phrase("flag").then_some(())?;
    let told = reader.one_of(&[
        "to",
        "that",
        "which",
        "for",
        "indicates",
        "indicating",
        "indicate",
        "specifying",
        "specifies",
        "signalling",
        "determining",
        "controlling",
    ]);
    let other = [
        "numeric",
        "value",
        "values",
        "number",
        "bit",
        "bits",
        "bitmask",
        "following",
    ];
    (told && !is_coded(reader) && !reader.text_follows(60, &other)).then_some(reader)
}

/// "Whether to …", "Indicates if …", "True if …", unless the sentence offers a choice ("whether the
/// issue is open or closed") or codes for it ("1 = Yes").
fn whether(start: Reader<'_>) -> Option<Reader<'_>> {
    const VERBS: &[&str] = &[
        "indicates",
        "indicate",
        "specifies",
        "specify",
        "determines",
        "determine",
        "decides",
        "controls",
        "defines",
        "define",
        "set",
        "sets",
        "tells",
        "choose",
        "flag",
        "a flag",
        "a boolean",
        "filter by",
        "filters by",
        "filter on",
        "optional",
    ];
    let mut reader = start;
    if truth(&mut reader) {
        return reader
            .one_of(&["if", "to", "when", "for"])
            .then_some(reader);
    }
    let asked = if reader.one_of(VERBS) {
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
    };
    (asked && !chooses(&mut reader) && !is_coded(reader)).then_some(reader)
}

/// "Filter the orders by whether they are paid".
fn filtered(start: Reader<'_>) -> Option<Reader<'_>> {
    let mut reader = start;
    let by = reader.one_of(&["by whether", "on whether", "to whether"]);
    let filter = [
        "filter", "filters", "filtered", "limit", "restrict", "show", "return",
    ];
    let asked = by && start.in_first_sentence() && start.sentence_has(&filter);
    (asked && !chooses(&mut reader) && !is_coded(reader)).then_some(reader)
}

/// Whether what follows "whether" is a choice ("open or closed", "dedicated vs shared"), or the first of
/// two questions.
fn chooses(reader: &mut Reader<'_>) -> bool {
    let either = reader.follows(30, &["or"]) && !reader.follows(30, &["not", "false"]);
    let twice = reader.follows(30, &["and"]) && reader.follows(30, &["if", "whether", "how"]);
    either || twice || reader.follows(30, &["vs", "versus"]) || reader.phrase("and")
}

/// Whether a yes or no travels as something else than "true" and "false".
fn is_coded(reader: Reader<'_>) -> bool {
    reader.text_follows(60, &["0", "1", "Y", "N", "yes", "no", "on", "off"])
}

/// "Include archived projects", "Enables …", "Should the export be exact", "Do not …": a deed that is
/// done or not.
fn deed(start: Reader<'_>) -> Option<Reader<'_>> {
    const DEEDS: &[&str] = &[
        "also include",
        "also includes",
        "also return",
        "also returns",
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
        "allows",
        "suppress",
        "hide",
        "keep",
        "skip",
        "skips",
        "ignore",
        "ignores",
        "prevent",
        "prevents",
        "turn on",
        "turns on",
        "turn off",
        "turns off",
        "toggle",
        "toggles",
        "should the",
        "should this",
        "should it",
        "should we",
        "does",
        "do not",
        "don't",
        "option to",
        "adds the ability to",
        "exclude",
        "excludes",
    ];
    /// "Include additional information. Allowed values are …" asks which.
    const ASKS: &[&str] = &[
        "following",
        "these",
        "this",
        "one",
        "list",
        "fields",
        "additional",
        "or",
        "selected",
        "certain",
        "numeric",
        "using",
        "given",
        "specified",
        "specific",
        "matching",
        "comma",
        "ids",
        "id",
        "whose",
        "which",
        "number",
        "name",
        "names",
        "type",
        "types",
        "values",
    ];
    let mut reader = start;
    let done = reader.one_of(DEEDS)
        && !reader.follows(30, ASKS)
        && !reader.clause_ends()
        && !is_coded(reader);
    done.then_some(reader)
}

/// "Should it be exact?", "Return a larger image?": a sentence that asks, and not for more than a yes.
fn question(start: Reader<'_>) -> Option<Reader<'_>> {
    /// The longest question.
    const LONGEST: usize = 25;
    const MORE: &[&str] = &[
        "what", "which", "how", "who", "whose", "when", "where", "why", "in", "at", "from", "or",
    ];
    const ASKING: &[&str] = &[
        "is", "are", "was", "were", "should", "do", "does", "did", "can", "has", "have", "will",
        "would", "return", "include", "show", "use",
    ];
    let mut reader = start;
    // "Page size?" asks for a number.
    let asked = reader.one_of(ASKING) || start.after(ASKING);
    asked.then_some(())?;
    for _ in 0..LONGEST {
        if reader.is_mark("?") {
            return (reader.position() > start.position() + 1 && !is_coded(reader))
                .then_some(reader);
        }
        if reader.sentence_ends() || reader.one_of(MORE) {
            return None;
        }
        reader.next();
    }
    None
}

/// "If true, …", "Set to `true` to …", "(e.g. pass `false` to …)", where a clause begins.
fn set(start: Reader<'_>) -> Option<Reader<'_>> {
    const SETTING: &[&str] = &[
        "if set to",
        "when set to",
        "if this parameter is set to",
        "if this parameter is",
        "if this flag is set to",
        "if this flag is",
        "if this option is set to",
        "if this option is",
        "if this is set to",
        "if this argument is",
        "if this value is",
        "when this parameter is",
        "when this flag is",
        "if this is",
        "when this is",
        "if you pass",
        "if specified as",
        "if passed as",
        "if",
        "when",
        "where",
        "set to",
        "set this to",
        "set this value to",
        "set it to",
        "set this parameter to",
        "set this flag to",
        "set the flag to",
        "set value to",
        "set the value to",
        "setting to",
        "setting this to",
        "setting it to",
        "setting this parameter to",
        "passing",
        "pass",
        "send",
        "enter",
        "specify",
        "specifying",
        "provide",
        "use",
        "must be",
        "value of",
        "a value of",
    ];
    let sentence = start.sentence_begins();
    let clause = start.clause_begins()
        || start
            .before(1)
            .is_some_and(|token| token.text.eq_ignore_ascii_case("e.g."));
    let mut reader = start;
    let set = reader.one_of(SETTING);
    let bare = start.position() + 1 == reader.position() && reader.after(&["if", "when", "where"]);
    (set && (sentence || clause && !bare)).then_some(())?;
    reader.one_of(&["the"]);
    truth(&mut reader).then_some(reader)
}

/// Takes "true" or "false"; quotes other than backticks make a text of it.
fn truth(reader: &mut Reader<'_>) -> bool {
    let mut ahead = *reader;
    let at = reader.peek().map_or(0, |token| token.range.start);
    if reader.text[at..].starts_with(['"', '\'', '“', '‘']) {
        return false;
    }
    let truth = ahead.word_or_quoted().is_some_and(|word| {
        ["true", "false", "true/false"]
            .iter()
            .any(|truth| word.eq_ignore_ascii_case(truth))
    });
    if truth {
        *reader = ahead;
    }
    truth
}
