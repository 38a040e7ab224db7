//! What a comparison found, as text.

pub mod changelog;
pub mod github;
pub mod json;
pub mod markdown;
pub mod text;

use std::collections::BTreeMap;

use super::types::{Change, Changes, Rust, Subject, Wire};

/// How an output is written.
#[derive(Clone, Copy, Debug, Default)]
pub struct Style {
    /// Whether words stand out by the codes that terminals know.
    pub colour: bool,
    /// Whether everything is listed, down to what means the same.
    pub all: bool,
}

/// Changes that stand under one heading.
pub(super) struct Group<'a> {
    /// The heading.
    pub(super) title: String,
    /// The operations that it reaches, where the heading does not name the only one.
    pub(super) reaches: Vec<String>,
    /// The changes, the most important first.
    pub(super) changes: Vec<&'a Change>,
}

/// The changes by what they are about, the group with the most important change first.
pub(super) fn groups(changes: &[Change]) -> Vec<Group<'_>> {
    let mut order: Vec<Subject> = Vec::new();
    let mut by_owner: BTreeMap<Subject, Vec<&Change>> = BTreeMap::new();
    for change in changes {
        let owner = Subject {
            part: String::new(),
            ..change.subject.clone()
        };
        // What several operations share has a heading of its own.
        let owner = match (&owner.operation, &owner.definition) {
            (None, None) => Subject {
                part: change.subject.part.clone(),
                ..owner
            },
            _ => owner,
        };
        let known = by_owner.entry(owner.clone()).or_default();
        if known.is_empty() {
            order.push(owner);
        }
        known.push(change);
    }
    order
        .into_iter()
        .map(|owner| {
            let changes = by_owner.remove(&owner).unwrap_or_default();
            let mut reaches = match owner.operation {
                Some(_) => Vec::new(),
                None => changes
                    .iter()
                    .flat_map(|change| change.operations.clone())
                    .collect(),
            };
            reaches.sort_unstable();
            reaches.dedup();
            Group {
                title: owner.to_string(),
                reaches,
                changes,
            }
        })
        .collect()
}

/// `2 operations`, `1 operation`.
pub(super) fn count(number: usize, word: &str) -> String {
    let plural = if number == 1 { "" } else { "s" };
    format!("{number} {word}{plural}")
}

impl Wire {
    /// The word for it.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Compatible => "compatible",
            Self::Breaks => "breaks",
        }
    }
}

impl Rust {
    /// The word for it.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Additive => "additive",
            Self::Meaning => "changes meaning",
            Self::Breaks => "breaks",
        }
    }
}

impl Changes {
    /// How many changes pass a test.
    pub fn count(&self, test: impl Fn(&Change) -> bool) -> usize {
        self.changes.iter().filter(|change| test(change)).count()
    }
}

/// Before and after, in few words.
pub(super) fn sides(change: &Change) -> Option<String> {
    let line = |text: &str| {
        let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
        crate::diagnostic::printable(&line)
    };
    let side = |side: &Option<String>| side.as_deref().map(line);
    let (mut before, mut after) = (side(&change.before), side(&change.after));
    // Of long texts that begin alike, what differs is shown.
    if let (Some(one), Some(other)) = (&before, &after)
        && one != other
        && shortened(one) == shortened(other)
    {
        let start = first_difference(one, other);
        let rest = |text: &String| format!("…{}", &text[start..]);
        (before, after) = (Some(rest(one)), Some(rest(other)));
    }
    let side = |side: Option<String>| side.as_deref().map(shortened);
    match (side(before), side(after)) {
        (None, None) => None,
        (Some(before), Some(after)) => Some(format!("{before} → {after}")),
        (Some(before), None) => Some(format!("was {before}")),
        (None, Some(after)) => Some(format!("now {after}")),
    }
}

/// The longest text that is shown whole.
const LONGEST: usize = 80;

/// The beginning of a line that is too long.
fn shortened(line: &str) -> String {
    if line.chars().count() <= LONGEST {
        return line.to_owned();
    }
    let head: String = line.chars().take(LONGEST).collect();
    format!("{head}…")
}

/// Where the word begins in which two texts differ first, and one word before it.
fn first_difference(one: &str, other: &str) -> usize {
    let pairs = one.char_indices().zip(other.chars());
    let mut words = [0, 0];
    for ((at, c), other) in pairs {
        if c != other {
            break;
        }
        if c == ' ' {
            words = [words[1], at + 1];
        }
    }
    words[0]
}

/// The places of both sides.
pub(super) fn places(change: &Change) -> String {
    let place = |side: &Option<crate::model::Location>| side.as_ref().map(ToString::to_string);
    match (place(&change.old), place(&change.new)) {
        (Some(old), Some(new)) => format!("{old} → {new}"),
        (Some(old), None) => format!("{old}, in the old version"),
        (None, Some(new)) => new,
        (None, None) => String::new(),
    }
}
