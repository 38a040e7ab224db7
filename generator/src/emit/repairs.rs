//! `REPAIRS.md`: every repair and every contest, by operation, with its evidence.
//!
//! It is a walk over the accounts of the draft. Nothing is written down for it anywhere else.

mod lines;
mod paste;
mod said;

use std::collections::BTreeMap;
use std::fmt::Write;

use super::{Artefact, EmitError, Files, Root, Settings};
use crate::model::{Account, Api, EvidenceId, Operation, Verdict};
use lines::{Common, Line, Places, cell, line};

pub(super) const ARTEFACT: Artefact = Artefact {
    name: "repairs",
    emit,
};

#[expect(clippy::unnecessary_wraps, reason = "artefacts share one signature")]
fn emit(api: &Api, settings: &Settings, files: &mut Files) -> Result<(), EmitError> {
    files.insert(
        (Root::Spec, "REPAIRS.md".to_owned()),
        repairs(api, settings),
    );
    Ok(())
}

/// Whether what counts is a repair: neither the document nor a person says so.
#[must_use]
pub fn is_repair(api: &Api, account: &Account) -> bool {
    let proof = api.proof(account.evidence());
    !proof.is_stated() && !proof.is_overlay()
}

/// How many repairs each rule made, by the name of the rule.
#[must_use]
pub fn counts(api: &Api) -> BTreeMap<&'static str, usize> {
    let mut counts = BTreeMap::new();
    for account in api
        .accounts
        .iter()
        .filter(|account| is_repair(api, account))
    {
        *counts
            .entry(api.proof(account.evidence()).rule)
            .or_insert(0) += 1;
    }
    counts
}

/// How many slots hold claims that contradict each other.
#[must_use]
pub fn contests(api: &Api) -> usize {
    api.accounts
        .iter()
        .filter(|account| account.contested)
        .count()
}

/// The report.
#[must_use]
pub fn repairs(api: &Api, settings: &Settings) -> String {
    let mut by_operation: BTreeMap<Option<&str>, Vec<&Account>> = BTreeMap::new();
    for account in &api.accounts {
        let key = account.subject.operation.as_deref();
        by_operation.entry(key).or_default().push(account);
    }
    let report = Report {
        api,
        places: Places::of(&settings.document),
        common: Common::of(api),
        by_operation,
    };
    let mut out = String::new();
    let _ = writeln!(
        out,
        "# What was filled in for {}\n\n\
         Written by `{}`. Each line tells what the client takes for granted although the document \
         does not say it in the field made for it, why, and where that was read: places are line \
         and column of `{}`. `cargo xtask explain RULE` tells more of a rule.\n",
        line(settings.title(api)),
        settings.command,
        settings.document,
    );
    report.summary(&mut out);
    out.push_str(&said::actions(api, &report.places));
    report.section(&mut out, "## The document", None);
    report.everywhere(&mut out);
    for group in &api.groups {
        for operation in &group.operations {
            let head = format!(
                "## `{}`\n\n`{}().{}`, at {}",
                line(&operation.key),
                group.module,
                operation.name,
                report.places.show(&operation.location)
            );
            report.section(&mut out, &head, Some(operation));
        }
    }
    report.moved(&mut out);
    report.definitions(&mut out);
    out.push_str(&said::spellings(api));
    report.omitted(&mut out);
    out.truncate(out.trim_end().len());
    out.push('\n');
    out
}

struct Report<'a> {
    api: &'a Api,
    places: Places<'a>,
    common: Common<'a>,
    /// The accounts of each operation, and those of the document.
    by_operation: BTreeMap<Option<&'a str>, Vec<&'a Account>>,
}

impl Report<'_> {
    fn summary(&self, out: &mut String) {
        out.push_str("| rule | rank | repairs |\n|---|---|--:|\n");
        for (rule, count) in counts(self.api) {
            let mut proofs = self
                .api
                .accounts
                .iter()
                .map(|a| self.api.proof(a.evidence()));
            let rank = proofs
                .find(|proof| proof.rule == rule)
                .map_or("", |proof| proof.rank.word());
            let _ = writeln!(out, "| `{rule}` | {rank} | {count} |");
        }
        let contests = contests(self.api);
        let _ = writeln!(
            out,
            "\nContests, where two sources contradict each other: {contests}.\n"
        );
    }

    /// What is the same in many operations is told once.
    fn everywhere(&self, out: &mut String) {
        let lines = self.common.lines(self.api, &self.places);
        if !lines.is_empty() {
            out.push_str("## In many operations\n\n");
            out.push_str(&table(&lines));
            out.push('\n');
        }
    }

    /// The document as a whole, or one operation.
    fn section(&self, out: &mut String, head: &str, of: Option<&Operation>) {
        let key = of.map(|operation| operation.key.as_str());
        let own = self.by_operation.get(&key).map_or(&[][..], Vec::as_slice);
        let is_here = |account: &&&Account| {
            !account.subject.part.starts_with("definition ") && !self.common.has(self.api, account)
        };
        let accounts: Vec<_> = own.iter().filter(is_here).copied().collect();
        let verdicts = self.verdicts(|operation| operation == key);
        let actions = match of {
            Some(operation) => paste::operation(self.api, operation, own),
            None => paste::document(self.api),
        };
        let parts = [
            Some(self.body(&accounts)).filter(|body| !body.is_empty()),
            said::verdicts(&verdicts, &self.places, false),
            paste::block(&actions),
        ];
        let parts: Vec<_> = parts.into_iter().flatten().collect();
        if !parts.is_empty() {
            let _ = writeln!(out, "{head}\n\n{}", parts.join("\n"));
        }
    }

    fn verdicts(&self, is_here: impl Fn(Option<&str>) -> bool) -> Vec<&Verdict> {
        let verdicts = self.api.verdicts.iter();
        verdicts
            .filter(|verdict| is_here(verdict.subject.operation.as_deref()))
            .collect()
    }

    /// Guesses about operations that the overlay moved to another path or took out.
    fn moved(&self, out: &mut String) {
        let is_gone = |key: Option<&str>| {
            key.is_some_and(|key| self.api.operations().all(|operation| operation.key != key))
        };
        if let Some(table) = said::verdicts(&self.verdicts(is_gone), &self.places, true) {
            let _ = writeln!(out, "## Moved or taken out by the overlay\n\n{table}");
        }
    }

    fn definitions(&self, out: &mut String) {
        let is_here = |account: &&Account| account.subject.part.starts_with("definition ");
        let accounts: Vec<_> = self.api.accounts.iter().filter(is_here).collect();
        let body = self.body(&accounts);
        if !body.is_empty() {
            let _ = writeln!(out, "## Definitions\n\n{body}");
        }
    }

    fn omitted(&self, out: &mut String) {
        if self.api.omitted.is_empty() {
            return;
        }
        out.push_str("## Left out\n\n| what | because | where |\n|---|---|---|\n");
        for omitted in &self.api.omitted {
            let (what, because) = (cell(&omitted.what), cell(&omitted.because));
            let place = self.places.show(&omitted.location);
            let _ = writeln!(out, "| {what} | {because} | {place} |");
        }
        out.push('\n');
    }

    /// Repairs as a table, contests and doubts behind it.
    fn body(&self, accounts: &[&Account]) -> String {
        let is_line = |account: &&&Account| {
            is_repair(self.api, account) && !account.contested && account.slot != "doubt"
        };
        let lines = Line::join(
            self.api,
            &self.places,
            accounts.iter().filter(is_line).copied(),
        );
        let mut parts = Vec::new();
        if !lines.is_empty() {
            parts.push(table(&lines));
        }
        for account in accounts.iter().filter(|account| account.contested) {
            parts.push(self.contest(account));
        }
        let doubts: String = accounts
            .iter()
            .filter(|account| account.slot == "doubt")
            .map(|account| self.doubt(account))
            .collect();
        if !doubts.is_empty() {
            parts.push(format!("Doubtful, and left as it is:\n\n{doubts}"));
        }
        parts.join("\n")
    }

    fn contest(&self, account: &Account) -> String {
        let part = &account.subject.part;
        let what = if part.is_empty() { "the whole" } else { part };
        let mut out = format!(
            "**Contest** over the {} of {}:\n\n",
            account.slot,
            line(what)
        );
        for (value, evidence) in &account.claims {
            let _ = writeln!(out, "- {}: {}", line(value), self.source(*evidence));
        }
        out.push_str(match account.slot {
            "values" => "\nBoth sides are kept: the list is open.\n",
            _ => "\nThe first one counts.\n",
        });
        out
    }

    fn doubt(&self, account: &Account) -> String {
        let proof = self.api.proof(account.evidence());
        let place = self.places.show(&proof.location);
        format!(
            "- {} (`{}`, {place})\n",
            line(&account.claims[0].0),
            proof.rule
        )
    }

    fn source(&self, evidence: EvidenceId) -> String {
        let proof = self.api.proof(evidence);
        let place = self.places.show(&proof.location);
        if proof.is_stated() {
            return format!("stated, {place}");
        }
        format!("{} (`{}`, {place})", line(&proof.because), proof.rule)
    }
}

fn table(lines: &[Line]) -> String {
    let mut out =
        String::from("| what | is now | because | rule | where |\n|---|---|---|---|---|\n");
    for line in lines {
        let _ = writeln!(
            out,
            "| {} | {} | {} | {} | {} |",
            cell(&line.what),
            cell(&line.now),
            cell(&line.because),
            line.rules,
            line.places
        );
    }
    out
}
