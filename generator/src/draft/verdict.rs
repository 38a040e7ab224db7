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
    /// The guess; of a contest, what counted.
    pub guess: String,
    /// The reason, as the end of "because …".
    pub because: String,
    /// The other sides of a contest, with their reasons.
    pub against: Vec<(String, String)>,
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
        let said = self.said.as_ref().map(|(said, _)| sorted(said));
        self.against.is_empty() && said == Some(sorted(&self.guess))
    }
}

/// What is no guess about what travels: texts, and what only follows from something else.
const NOT_TOLD: [&str; 3] = ["description", "status", "summary"];

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
            // What is not there any more is not withdrawn any more.
            Answer::Gone if account.slot == "present" => return None,
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
            guess: account.claims[0].0.clone(),
            because: evidence.because.clone(),
            against: against(account, guesses),
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

fn against(account: &Account, guesses: &Ledger) -> Vec<(String, String)> {
    let others = account.claims.iter().skip(1).filter(|_| account.contested);
    others
        .map(|(text, evidence)| (text.clone(), guesses.get(*evidence).because.clone()))
        .collect()
}
