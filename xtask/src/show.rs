//! `--show`: a stage of the road, for those who write rules or meet a new document.

use std::fmt::Write;

use clap::ValueEnum;
use generator::Stage;
use generator::draft::account::accounts;
use generator::emit::{Settings, outline, repairs};
use generator::model::Api;

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Show {
    /// The settled model, one line a fact
    Outline,
    /// Every repair and contest, with its evidence
    Repairs,
    /// What each rule claimed, in the order of the rules
    Rules,
}

impl Show {
    /// What is shown of a settled API. Rules are shown while they work.
    pub(crate) fn of(self, api: &Api, settings: &Settings) -> Option<String> {
        match self {
            Self::Outline => Some(outline::outline(api)),
            Self::Repairs => Some(repairs::repairs(api, settings)),
            Self::Rules => None,
        }
    }
}

/// What a rule claimed, one line a claim.
pub(crate) fn rule(stage: &Stage<'_>, out: &mut String) {
    let Stage::Repaired(rule, draft, ledger) = stage else {
        return;
    };
    let mut lines = Vec::new();
    for account in accounts(draft, ledger) {
        for (value, evidence) in &account.claims {
            let evidence = ledger.get(*evidence);
            if evidence.rule != *rule {
                continue;
            }
            let operation = account.subject.operation.as_deref().unwrap_or("document");
            lines.push(format!(
                "  {operation} {} {} = {value}  ({}, because {})",
                account.subject.part,
                account.slot,
                evidence.rank.word(),
                evidence.because
            ));
        }
    }
    // Writing to a string does not fail.
    let _ = writeln!(out, "{rule}: {}", crate::say::count(lines.len(), "claim"));
    for line in lines {
        let _ = writeln!(out, "{}", line.replace("  ", " ").replacen(' ', "  ", 1));
    }
}
