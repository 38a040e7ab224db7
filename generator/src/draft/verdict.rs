//! What the overlay says about the guesses that were made without it.

use super::account::{Account, Subject};
use super::evidence::{EvidenceId, Ledger, Rank};

/// A guess about the document alone, and what became of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Verdict {
    /// What the guess is about.
    pub subject: Subject,
    /// What it says of it (`type`, `required` …).
    pub slot: &'static str,
    /// The guess.
    pub guess: String,
    /// The rule that made it.
    pub rule: &'static str,
    /// What the overlay says of the same thing; `None` where that is no longer asked.
    pub said: Option<(String, EvidenceId)>,
}

impl Verdict {
    /// Whether the guess was right.
    #[must_use]
    pub fn is_confirmed(&self) -> bool {
        self.said
            .as_ref()
            .is_some_and(|(said, _)| *said == self.guess)
    }
}

/// The guesses of the accounts `alone` that the overlay confirms, corrects or makes void.
#[must_use]
pub fn verdicts(
    alone: &[Account],
    guesses: &Ledger,
    now: &[Account],
    ledger: &Ledger,
) -> Vec<Verdict> {
    let is_told = |account: &&Account| account.is_repair(guesses) && account.slot != "doubt";
    let verdict = |account: &Account| {
        let mut same_subject = now
            .iter()
            .filter(|one| one.subject == account.subject)
            .peekable();
        // Where the operation itself is gone, nothing is said about its parts.
        let operation = |one: &Account| one.subject.operation == account.subject.operation;
        if same_subject.peek().is_none() && !now.iter().any(operation) {
            return None;
        }
        let said = match same_subject.find(|one| one.slot == account.slot) {
            None => None,
            Some(one) if ledger.rank(one.evidence()) == Rank::Overlay => {
                Some((one.claims[0].0.clone(), one.evidence()))
            }
            Some(_) => return None,
        };
        Some(Verdict {
            subject: account.subject.clone(),
            slot: account.slot,
            guess: account.claims[0].0.clone(),
            rule: guesses.get(account.evidence()).rule,
            said,
        })
    };
    alone.iter().filter(is_told).filter_map(verdict).collect()
}
