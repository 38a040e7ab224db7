//! What the overlay says about the guesses that were made without it.

use super::account::{Account, Subject};
use super::evidence::{EvidenceId, Ledger, Rank};
use crate::read::tree::Site;
use crate::source::Location;

/// A guess about the document alone, and what became of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Verdict {
    /// What the guess is about.
    pub subject: Subject,
    /// What it says of it (`type`, `required` …).
    pub slot: &'static str,
    /// The guess; both sides of a contest.
    pub guess: String,
    /// The rule that made it.
    pub rule: &'static str,
    /// Where it was read.
    pub location: Location,
    /// What the overlay says of the same thing; `None` where that is no longer asked.
    pub said: Option<(String, EvidenceId)>,
}

impl Verdict {
    /// Whether the guess was right.
    #[must_use]
    pub fn is_confirmed(&self) -> bool {
        // The order of a list of values means nothing.
        let sorted = |text: &str| {
            let mut parts: Vec<_> = text.split(", ").map(str::to_owned).collect();
            if self.slot == "values" {
                parts.sort_unstable();
            }
            parts
        };
        self.said
            .as_ref()
            .is_some_and(|(said, _)| sorted(said) == sorted(&self.guess))
    }
}

/// What is no guess about what travels: texts, and what only follows from something else.
const NOT_TOLD: [&str; 6] = [
    "description",
    "present",
    "reply",
    "status",
    "summary",
    "table",
];

/// The guesses about a document alone, with their evidence.
pub type Guesses = (Vec<Account>, Ledger);

/// The guesses that the overlay confirms, corrects or makes void.
pub fn verdicts(
    (alone, guesses): &Guesses,
    now: &[Account],
    ledger: &Ledger,
    locate: &dyn Fn(&Site) -> Location,
) -> Vec<Verdict> {
    let verdict = |account: &Account| {
        let said = match answer(account, now) {
            Answer::Gone => None,
            Answer::Said(one) if ledger.rank(one.evidence()) == Rank::Overlay => {
                Some((one.claims[0].0.clone(), one.evidence()))
            }
            Answer::Said(_) => return None,
        };
        let evidence = guesses.get(account.evidence());
        Some(Verdict {
            subject: account.subject.clone(),
            slot: account.slot,
            guess: guess(account),
            rule: evidence.rule,
            location: locate(&evidence.site),
            said,
        })
    };
    let is_told = |account: &&Account| {
        (account.is_repair(guesses) || account.contested) && !NOT_TOLD.contains(&account.slot)
    };
    alone.iter().filter(is_told).filter_map(verdict).collect()
}

/// What is said of the subject of an account now.
enum Answer<'a> {
    Said(&'a Account),
    /// Its subject is gone, or nothing is said of it any more.
    Gone,
}

fn answer<'a>(account: &Account, now: &'a [Account]) -> Answer<'a> {
    let subject = &account.subject;
    let about = |subject: &Subject, slot: &str| {
        now.iter()
            .find(|one| one.subject == *subject && one.slot == slot)
    };
    if account.slot == "doubt" {
        let is_same = |one: &&Account| {
            one.subject == *subject && one.slot == "doubt" && one.claims[0].0 == account.claims[0].0
        };
        return now.iter().find(is_same).map_or(Answer::Gone, Answer::Said);
    }
    if let Some(one) = about(subject, account.slot) {
        return Answer::Said(one);
    }
    // What a definition says is said of whatever refers to it.
    if let Some(reference) = about(subject, "reference") {
        let definition = Subject {
            operation: None,
            part: format!("definition `{}`", reference.claims[0].0),
        };
        if let Some(one) = about(&definition, account.slot) {
            return Answer::Said(one);
        }
    }
    Answer::Gone
}

fn guess(account: &Account) -> String {
    let sides: Vec<&str> = account
        .claims
        .iter()
        .map(|(text, _)| text.as_str())
        .collect();
    if account.contested {
        sides.join(" against ")
    } else {
        sides[0].to_owned()
    }
}
