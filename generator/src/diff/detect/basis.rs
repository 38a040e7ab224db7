//! How something is known: stated, guessed, or corrected by a person.

use super::{At, Said, Walk};
use crate::diff::facts::{Fact, Spot};
use crate::diff::kinds::{Kind, document as kinds};
use crate::diff::types::{How, Inferred};
use crate::model::{Proof, Rank};

/// Who says something.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Basis {
    Guess,
    Text,
    Document,
    Person,
}

fn basis(proof: &Proof) -> Basis {
    match proof.rank {
        Rank::Overlay => Basis::Person,
        Rank::Safety | Rank::Law | Rank::Stated => Basis::Document,
        Rank::Tabled | Rank::Phrased => Basis::Text,
        Rank::Convention | Rank::Fallback => Basis::Guess,
    }
}

/// How much of a change is a matter of reading. Silence is no guess.
pub(super) fn inferred(old: Option<&Proof>, new: Option<&Proof>) -> Option<Inferred> {
    let read = |proof: &&Proof| basis(proof) < Basis::Document;
    let (before, after) = (old.filter(read), new.filter(read));
    let (how, proof) = match (before, after) {
        (None, None) => return None,
        (Some(proof), None) if new.is_some() => (How::Corrected, proof),
        (None, Some(proof)) if old.is_some() => (How::Withdrawn, proof),
        (Some(proof), None) | (None, Some(proof)) => (alone(proof), proof),
        (Some(one), Some(other)) => (alone(one).max(alone(other)), other),
    };
    Some(Inferred {
        how,
        rule: proof.rule,
        because: proof.because.clone(),
    })
}

fn alone(proof: &Proof) -> How {
    if basis(proof) == Basis::Text {
        How::Text
    } else {
        How::Guess
    }
}

/// The kind of change where the value is the same and somebody else says it.
fn kind(old: Basis, new: Basis) -> Option<&'static Kind> {
    use Basis::{Document, Guess, Person, Text};
    Some(match (old, new) {
        (Guess | Text, Document) => &kinds::GUESS_CONFIRMED,
        (Document, Guess | Text) => &kinds::STATEMENT_LOST,
        (Person, Document) => &kinds::CORRECTION_CONFIRMED,
        (Document, Person) => &kinds::CORRECTION_ADDED,
        (Guess | Text, Person) => &kinds::GUESS_PINNED,
        (Person, Guess | Text) => &kinds::GUESS_UNPINNED,
        _ => return None,
    })
}

impl<'a> Walk<'a> {
    /// Reports that the same is said by somebody else.
    pub(super) fn basis(
        &mut self,
        at: &At,
        slot: &str,
        old: Option<Fact<'a>>,
        new: Option<Fact<'a>>,
    ) {
        let (Some(old), Some(new)) = (old, new) else {
            return;
        };
        let Some(kind) = kind(basis(old.proof), basis(new.proof)) else {
            return;
        };
        let mut subject = at.subject();
        let gap = if subject.part.is_empty() { "" } else { " " };
        subject.part = format!("{}{gap}{slot}", subject.part);
        let (old, new) = (Said::fact(Some(old), None), Said::fact(Some(new), None));
        self.report(kind, subject, old, new);
        if let Some(change) = self.found.last_mut() {
            change.advice = advice(
                kind,
                change.old.as_ref().map(|place| place.pointer.as_str()),
            );
        }
    }

    /// The same for a slot of two spots, where its texts agree.
    pub(super) fn slot_basis(&mut self, at: &At, slot: &str, old: &Spot, new: &Spot) {
        let (old, new) = (self.old.facts.get(old, slot), self.new.facts.get(new, slot));
        if let (Some(before), Some(after)) = (old, new)
            && before.text == after.text
        {
            self.basis(at, slot, old, new);
        }
    }
}

/// What to do about an action of the overlay that the document confirms.
fn advice(kind: &Kind, pointer: Option<&str>) -> Option<String> {
    if *kind != kinds::CORRECTION_CONFIRMED {
        return None;
    }
    let number: usize = pointer?
        .strip_prefix("/actions/")?
        .split('/')
        .next()?
        .parse()
        .ok()?;
    Some(format!(
        "delete action {} of the overlay, or this part of it",
        number + 1
    ))
}
