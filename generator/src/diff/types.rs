//! What a comparison finds.

use serde::Serialize;
use std::collections::HashSet;
use std::fmt;

use super::kinds::{Kind, Way, document};
use super::verify::Verified;
use crate::emit::surface::SurfaceChange;
use crate::model::{Location, Stale};

/// Everything that differs between two versions of an API.
#[derive(Debug, Default)]
pub struct Changes {
    /// What changed, the most important first.
    pub changes: Vec<Change>,
    /// What looks different and means the same.
    pub same: Vec<Same>,
    /// Changes that a person has accepted, with the reason.
    pub accepted: Vec<(Change, String)>,
    /// Actions of the overlay that have nothing to do any more.
    pub stale: Vec<Stale>,
    /// The types that were compared under one name, by the way they travel.
    pub(super) compared: HashSet<(String, Way)>,
    /// Types that come and go with what holds them.
    pub(super) implied: Vec<SurfaceChange>,
    /// What became of items of the client that no change accounts for: each is a defect of the
    /// comparison, and is counted all the same.
    pub unexplained: Vec<SurfaceChange>,
    /// What a compiler says to the verdicts for Rust, where it was asked.
    pub verified: Option<Verified>,
}

/// One change.
#[derive(Clone, Debug, PartialEq)]
pub struct Change {
    /// What kind of change it is.
    pub kind: &'static Kind,
    /// What it is about.
    pub subject: Subject,
    /// The operations that it reaches, by method and path as the new version has them.
    pub operations: Vec<String>,
    /// What the old version says, for people.
    pub before: Option<String>,
    /// What the new version says, for people.
    pub after: Option<String>,
    /// Where the old version says it.
    pub old: Option<Location>,
    /// Where the new version says it.
    pub new: Option<Location>,
    /// Whether a program that worked stops working against the service.
    pub wire: Wire,
    /// Whether a program that compiled stops compiling, or means something else.
    pub rust: Rust,
    /// How much of the change is our reading of the document.
    pub inferred: Option<Inferred>,
    /// What the Rust verdict is made of, such as `pets::ListArgs::limit: Option<i32> → i32`.
    pub items: Vec<String>,
    /// What to do, where there is something.
    pub advice: Option<String>,
    /// The items that the Rust verdict comes from.
    pub(super) surface: Vec<SurfaceChange>,
    /// The items of the client that it can be seen in.
    pub(super) touches: Touches,
}

/// Items of the client, by their paths.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Touches {
    /// These items themselves.
    pub(super) items: Vec<String>,
    /// These items, which other parts of the same thing show in, too.
    pub(super) shared: Vec<String>,
    /// These items with all that is in them.
    pub(super) whole: Vec<String>,
}

impl Touches {
    /// Adds those of the same change at another place.
    pub(super) fn unite(&mut self, other: Self) {
        for (mine, more) in [
            (&mut self.items, other.items),
            (&mut self.shared, other.shared),
            (&mut self.whole, other.whole),
        ] {
            mine.extend(more);
            mine.sort_unstable();
            mine.dedup();
        }
    }
}

/// What a change is about.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct Subject {
    /// Method and path of the operation; of the new version where it has it.
    pub operation: Option<String>,
    /// The definition, by its name in the document.
    pub definition: Option<String>,
    /// The part of it, such as ``query parameter `limit` ``; empty for the whole.
    pub part: String,
}

/// Whether a program that worked stops working against the service, whoever wrote it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Wire {
    /// The service does what it did.
    None,
    /// The service does something else, and programs that worked go on working.
    Compatible,
    /// Programs that worked stop working, or get something else than they ask for.
    Breaks,
}

/// What a change does to a program that uses the client.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Rust {
    /// The client is as it was.
    None,
    /// The client has something new.
    Additive,
    /// The program compiles, and meets something else when it runs.
    Meaning,
    /// The program may no longer compile.
    Breaks,
}

/// How much of a change is our reading.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Inferred {
    /// What happened to the reading.
    pub how: How,
    /// The rule that read or guessed.
    pub rule: &'static str,
    /// Its reason, as the end of "because …".
    pub because: String,
}

/// What happened to a reading.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum How {
    /// A guess became a stated fact, and was right.
    Confirmed,
    /// A guess became a stated fact, and was wrong.
    Corrected,
    /// What was stated is a guess now.
    Withdrawn,
    /// Both were read in texts of the document.
    Text,
    /// Both are guesses.
    Guess,
}

/// What looks different and means the same.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Same {
    /// What was done to the document, such as `moved into a definition`.
    pub what: &'static str,
    /// Where, for people.
    pub subject: String,
}

impl Subject {
    /// An operation, or a part of it.
    #[must_use]
    pub fn operation(key: &str, part: impl Into<String>) -> Self {
        Self {
            operation: Some(key.to_owned()),
            definition: None,
            part: part.into(),
        }
    }
}

impl fmt::Display for Subject {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let owner = match (&self.operation, &self.definition) {
            (Some(operation), _) => operation.clone(),
            (None, Some(definition)) => format!("definition `{definition}`"),
            (None, None) if self.part.is_empty() => "document".to_owned(),
            (None, None) => String::new(),
        };
        let gap = if owner.is_empty() || self.part.is_empty() {
            ""
        } else {
            " "
        };
        write!(f, "{owner}{gap}{}", self.part)
    }
}

impl Change {
    /// A text that stays the same from run to run, by which a person can accept the change.
    #[must_use]
    pub fn fingerprint(&self) -> String {
        let mut text = format!("{}: {}", self.kind.id, self.subject);
        if self.before.is_some() || self.after.is_some() {
            let side = |side: &Option<String>| match side {
                Some(side) => shortened(side),
                None => "nothing".to_owned(),
            };
            text.push_str(&format!(", {} → {}", side(&self.before), side(&self.after)));
        }
        text
    }

    /// Whether the value is the same, and is known in another way.
    #[must_use]
    pub fn is_reading(&self) -> bool {
        READINGS.contains(&self.kind)
    }

    /// Whether only words for people are others.
    #[must_use]
    pub fn is_text(&self) -> bool {
        TEXTS.contains(&self.kind)
    }
}

/// Kinds where the same is known in another way.
const READINGS: &[&Kind] = &[
    &document::GUESS_CONFIRMED,
    &document::STATEMENT_LOST,
    &document::CORRECTION_CONFIRMED,
    &document::CORRECTION_ADDED,
    &document::GUESS_PINNED,
    &document::GUESS_UNPINNED,
];

/// Kinds where only words are others.
const TEXTS: &[&Kind] = &[
    &document::TITLE_CHANGED,
    &document::VERSION_CHANGED,
    &document::SUMMARY_CHANGED,
    &document::DESCRIPTION_CHANGED,
    &document::TAGS_CHANGED,
    &document::OPERATION_ID_CHANGED,
];

/// The longest text that a fingerprint shows as it is.
const LONGEST: usize = 60;

/// A text that fits into a line, told apart from others that begin alike.
fn shortened(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.chars().count() <= LONGEST {
        return line;
    }
    let head: String = line.chars().take(LONGEST).collect();
    format!("{head}… #{:08x}", hash(&line))
}

/// FNV-1a: the same on every machine.
fn hash(text: &str) -> u32 {
    text.bytes().fold(0x811c_9dc5, |hash, byte| {
        (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193)
    })
}
