//! Dates and times by name: "ISO 8601", "a Unix timestamp in seconds", "UTC only".

use super::{Fact, Find, Format, Says};
use crate::repair::text::literal::{Literal, literal};
use crate::repair::text::reader::Reader;

/// As far as another form that would do as well is looked for.
const SENTENCE: usize = 30;

/// Sentences that speak of what happens, not of the value.
const CONDITIONS: &[&str] = &["if", "when", "whether", "indicates", "true", "false"];

/// Reads the name of a form of time.
pub(super) fn read(start: Reader<'_>) -> Option<Find> {
    iso(start).or_else(|| unix(start)).or_else(|| utc(start))
}

/// "ISO 8601", "RFC 3339". A duration is not read; whether a date or a time is meant, the words around
/// may say.
fn iso(start: Reader<'_>) -> Option<Find> {
    let mut reader = start;
    let rfc = reader.one_of(&["rfc 3339", "rfc3339", "rfc-3339"]);
    let named =
        rfc || reader.one_of(&["iso 8601", "iso8601", "iso-8601"]) || bracketed_name(&mut reader);
    named.then_some(())?;
    if start.near(&["duration", "durations", "interval", "period"]) || start.opens_with(CONDITIONS)
    {
        return None;
    }
    let timed = [
        "utc",
        "timestamp",
        "timestamps",
        "datetime",
        "date-time",
        "date/time",
        "time",
        "timezone",
    ];
    let format = if rfc || start.near(&timed) {
        Format::DateTime
    } else {
        Format::Iso8601
    };
    Some(Find::stated([Says::Format(format)], reader))
}

/// "\[ISO 8601\]", as the text of a link.
fn bracketed_name(reader: &mut Reader<'_>) -> bool {
    let mut ahead = *reader;
    let named = ahead.mark("[") && ahead.one_of(&["iso 8601", "iso8601", "rfc 3339", "rfc3339"]);
    if named {
        *reader = ahead;
    }
    named
}

/// "Unix timestamp", "seconds since the epoch", "epoch milliseconds". Where another form would do as
/// well, nothing is read.
fn unix(start: Reader<'_>) -> Option<Find> {
    let mut reader = start;
    let named = reader.one_of(&[
        "unix timestamp",
        "unix time",
        "unix epoch",
        "unixtime",
        "unix date",
        "epoch time",
        "epoch timestamp",
        "epoch seconds",
        "epoch milliseconds",
        "seconds since epoch",
        "seconds since the epoch",
        "seconds since the unix epoch",
        "milliseconds since epoch",
        "milliseconds since the epoch",
        "milliseconds since the unix epoch",
        "posix timestamp",
        "posix time",
    ]);
    named.then_some(())?;
    reader.skip(&["timestamp", "time", "format"]);
    let other_units = [
        "or",
        "either",
        "nanoseconds",
        "nano-seconds",
        "microseconds",
        "duration",
    ];
    let alternatives = ["or a", "or an", "or any", "or the", "or iso", "or rfc"];
    let alternative = (0..SENTENCE)
        .map(|far| reader.from(reader.position() + far))
        .take_while(|reader| !reader.sentence_ends())
        .any(|mut reader| reader.one_of(&alternatives));
    if alternative || start.near(&other_units) {
        return None;
    }
    let format = if start.near(&["milliseconds", "millisecond", "millis", "ms"]) {
        Format::UnixMilliseconds
    } else {
        Format::UnixSeconds
    };
    Some(Find::stated([Says::Format(format)], reader))
}

/// "UTC only", "in UTC", "a UTC timestamp"; not "times default to UTC", which speaks of others.
fn utc(start: Reader<'_>) -> Option<Find> {
    let mut reader = start;
    if reader.one_of(&[
        "in utc",
        "as utc",
        "utc only",
        "utc time",
        "utc timestamp",
        "utc date",
        "utc format",
        "utc datetime",
    ]) {
        return Some(Find::stated([Says::Utc], reader));
    }
    let alone = start.clause_begins() && reader.phrase("utc") && reader.clause_ends();
    alone.then(|| Find::stated([Says::Utc], reader))
}

/// Lets an example or a picture say what "ISO 8601" left open.
pub(super) fn settle(facts: &mut Vec<Fact>) {
    let open = |fact: &Fact| fact.says == Says::Format(Format::Iso8601);
    if !facts.iter().any(open) {
        return;
    }
    let shown = facts.iter().find_map(|fact| match &fact.says {
        Says::Format(Format::DateTime | Format::LocalDateTime | Format::Date)
        | Says::Picture(_) => Some(None),
        Says::Example(example) => Some(Some(match literal(example, false)? {
            Literal::DateTime(_) => Format::DateTime,
            Literal::LocalDateTime(_) => Format::LocalDateTime,
            Literal::Date(_) => Format::Date,
            _ => return None,
        })),
        _ => None,
    });
    match shown {
        Some(Some(format)) => facts
            .iter_mut()
            .filter(|fact| open(fact))
            .for_each(|fact| fact.says = Says::Format(format)),
        Some(None) => facts.retain(|fact| !open(fact)),
        None => {}
    }
}
