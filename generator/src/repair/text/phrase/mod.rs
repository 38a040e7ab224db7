//! What a text says of the one value it describes: its type, its form, its values, its limits.
//!
//! A text is read from left to right. At every word each rule in `RULES` is asked whether its phrase
//! begins here; the first that says yes gives its facts, and reading goes on behind them. A rule looks
//! a bounded number of words ahead, so the whole stays linear.

mod alone;
mod forms;
mod hints;
mod kinds;
mod leads;
mod limits;
mod markers;
mod picture;
mod stated;
mod times;
mod truths;
mod type_names;
mod values;

use std::collections::HashSet;
use std::ops::Range;

use super::plain::Plain;
use super::reader::Reader;
use super::words::{self, Kind};

pub use type_names::type_name;

/// One thing a text says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fact {
    /// What it says.
    pub says: Says,
    /// The bytes that say it.
    pub range: Range<usize>,
    /// Whether the words only suggest it: "Number of items" suggests an integer, "an integer" says so.
    pub implied: bool,
    /// The kind of phrase that it was read as.
    pub by: &'static str,
}

impl Fact {
    /// Whether the words suggest so little that the name of the value must allow it.
    #[must_use]
    pub fn is_vague(&self) -> bool {
        ["deeds", "hints"].contains(&self.by)
    }

    /// Whether it is a list that nothing leads to, so that the name has to say that it is one of values.
    #[must_use]
    pub fn is_bare(&self) -> bool {
        self.by == "alone"
    }
}

/// What can be said of a value.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Says {
    /// "String", "an integer", "(boolean)".
    Type(Type),
    /// "valid email syntax", "in ISO 8601 format", "YYYY-MM-DD".
    Format(Format),
    /// A form of dates or times that no [`Format`] covers, as its picture: "mm/dd/yyyy".
    Picture(String),
    /// "Must be one of: a, b", in order as written. "blank" among them is the empty text.
    Values(Vec<String>),
    /// "blank" is among the values.
    Blank,
    /// "max 25 characters".
    MaxLength(u64),
    /// "at least 3 characters".
    MinLength(u64),
    /// "up to 100 items".
    MaxItems(u64),
    /// "at least 1 item".
    MinItems(u64),
    /// "max 50", "less than 10".
    Maximum(Bound),
    /// "min 1", "greater than 0".
    Minimum(Bound),
    /// "Defaults to 10", as written, out of its quotes.
    Default(String),
    /// "e.g. 2019-05-10", as written, out of its quotes.
    Example(String),
    /// "(required)".
    Required,
    /// "Optional."
    Optional,
    /// "UTC only".
    Utc,
    /// "DEPRECATED".
    Deprecated,
    /// "(read only)".
    ReadOnly,
    /// "comma-separated list of": one text, cut by this sign.
    Separated(Separator),
    /// "can be repeated": the parameter comes once for each value.
    Repeated,
}

/// The types of values.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Type {
    /// Text.
    Text,
    /// An integer.
    Integer,
    /// Any number.
    Number,
    /// True or false.
    Boolean,
    /// A list of values.
    List,
    /// An object.
    Object,
    /// The content of a file.
    File,
}

/// The forms of texts and numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Format {
    /// A date and time with an offset, as RFC 3339 writes it.
    DateTime,
    /// The same without an offset.
    LocalDateTime,
    /// `YYYY-MM-DD`.
    Date,
    /// "ISO 8601" and no more: a date or a date and time, with or without an offset.
    Iso8601,
    /// Seconds since 1970.
    UnixSeconds,
    /// Milliseconds since 1970.
    UnixMilliseconds,
    /// An e-mail address.
    Email,
    /// An address of the web.
    Uri,
    /// A UUID.
    Uuid,
    /// A 32-bit integer.
    Int32,
    /// A 64-bit integer.
    Int64,
    /// A number of single precision.
    Float,
    /// A number of double precision.
    Double,
    /// Bytes in Base64.
    Byte,
    /// Bytes as they are.
    Binary,
    /// A value in JSON, in one text.
    Json,
}

/// The end of a range of numbers.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Bound {
    /// The number, as written.
    pub number: String,
    /// Whether the number itself is outside: "greater than 0".
    pub exclusive: bool,
}

/// The sign that cuts a text into a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Separator {
    /// `,`
    Comma,
    /// `;`
    Semicolon,
    /// A blank.
    Space,
    /// `|`
    Pipe,
}

/// What a rule read.
struct Find {
    says: Vec<Says>,
    /// The token behind its phrase.
    end: usize,
    implied: bool,
}

impl Find {
    /// Words that state something, up to where `reader` stands.
    fn stated(says: impl Into<Vec<Says>>, reader: Reader<'_>) -> Self {
        Self {
            says: says.into(),
            end: reader.position(),
            implied: false,
        }
    }

    /// Words that suggest something.
    fn implied(says: impl Into<Vec<Says>>, reader: Reader<'_>) -> Self {
        Self {
            implied: true,
            ..Self::stated(says, reader)
        }
    }
}

/// Reads a phrase that begins where the reader stands, if one does.
type Rule = fn(Reader<'_>) -> Option<Find>;

/// The rules with their names, in the order in which they are asked.
const RULES: &[(&str, Rule)] = &[
    ("picture", picture::read),
    ("values", values::read),
    ("alone", alone::read),
    ("default", stated::default),
    ("example", stated::example),
    ("limits", limits::read),
    ("times", times::read),
    ("kinds", kinds::read),
    ("forms", forms::read),
    ("truths", truths::read),
    ("deeds", truths::deeds),
    ("hints", hints::read),
    ("markers", markers::read),
];

/// The marks with which a phrase can begin.
const OPENING: &str = "([{%-–—*•·";

/// Reads what a text says of the one value it describes.
///
/// Each thing is told once, where it is said first; two that contradict each other are both told. A
/// text that speaks of other things than its own value ("All times default to UTC") says nothing, and
/// neither does a phrase with a condition in it ("required if …", "defaults to 1 when …"). A bullet
/// speaks of its own subject, so bullets are read only as the values of a list that leads to them.
#[must_use]
pub fn facts(text: &str) -> Vec<Fact> {
    let plain = Plain::new(text);
    let tokens = words::tokens(&plain.text);
    let mut reader = Reader::new(&plain.text, &tokens);
    let mut facts: Vec<Fact> = Vec::new();
    let mut told = HashSet::new();
    while let Some(token) = reader.peek() {
        let is_bullet = token.kind == Kind::Bullet;
        if is_bullet && reader.position() > 0 && values::explained(reader).is_none() {
            reader.skip_bullet();
            continue;
        }
        let begins = token.kind != Kind::Mark || OPENING.contains(token.text);
        let found = RULES
            .iter()
            .filter(|_| begins)
            .find_map(|(by, rule)| Some((*by, rule(reader)?)));
        let Some((by, found)) = found.filter(|(_, found)| found.end > reader.position()) else {
            reader = reader.from(reader.position() + 1);
            continue;
        };
        let last = &tokens[found.end - 1];
        let range = plain.original(&(token.range.start..last.range.end));
        for says in found.says {
            if told.insert(says.clone()) {
                facts.push(Fact {
                    says,
                    range: range.clone(),
                    implied: found.implied,
                    by,
                });
            }
        }
        reader = reader.from(found.end);
    }
    times::settle(&mut facts);
    facts
}

#[cfg(test)]
mod tests;
