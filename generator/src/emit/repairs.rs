//! `REPAIRS.md`: every repair and every contest, by operation, with its evidence.
//!
//! It is a walk over the accounts of the draft. Nothing is written down for it anywhere else.

use std::collections::BTreeMap;
use std::fmt::Write;

use super::{Artefact, EmitError, Files, Root, Settings};
use crate::draft::evidence::STATED;
use crate::model::{Account, Api, EvidenceId, Operation, Proof, Subject};

pub(super) const ARTEFACT: Artefact = Artefact {
    name: "repairs",
    emit,
};

#[expect(clippy::unnecessary_wraps, reason = "artefacts share one signature")]
fn emit(api: &Api, settings: &Settings, files: &mut Files) -> Result<(), EmitError> {
    files.insert((Root::Spec, "REPAIRS.md".to_owned()), repairs(api, settings));
    Ok(())
}

/// Whether an account is told in the report: what counts is not what the document says.
#[must_use]
pub fn is_repair(api: &Api, account: &Account) -> bool {
    api.proof(account.evidence()).rule != STATED
}

/// How many repairs each rule made, by the name of the rule.
#[must_use]
pub fn counts(api: &Api) -> BTreeMap<&'static str, usize> {
    let mut counts = BTreeMap::new();
    for account in api.accounts.iter().filter(|account| is_repair(api, account)) {
        *counts.entry(api.proof(account.evidence()).rule).or_insert(0) += 1;
    }
    counts
}

/// How many slots hold claims that contradict each other.
#[must_use]
pub fn contests(api: &Api) -> usize {
    api.accounts.iter().filter(|account| account.contested).count()
}

/// The report.
#[must_use]
pub fn repairs(api: &Api, settings: &Settings) -> String {
    let mut out = String::new();
    let _ = writeln!(
        out,
        "# What was filled in for {}\n\n\
         Written by `{}` from {}. Everything below is not what the document says in the field made \
         for it; each line tells what counts now, why, and where that was read. \
         `cargo xtask explain RULE` tells more of a rule.\n",
        settings.title(api),
        settings.command,
        settings.document,
    );
    summary(&mut out, api);
    section(&mut out, api, None);
    for group in &api.groups {
        for operation in &group.operations {
            let title = format!("{}().{}", group.module, operation.name);
            section(&mut out, api, Some((operation, &title)));
        }
    }
    definitions(&mut out, api);
    if !api.omitted.is_empty() {
        out.push_str("## Left out\n\n| what | why | where |\n|---|---|---|\n");
        for omitted in &api.omitted {
            let _ = writeln!(
                out,
                "| {} | {} | {} |",
                cell(&omitted.what),
                cell(&omitted.because),
                omitted.location
            );
        }
        out.push('\n');
    }
    out.truncate(out.trim_end().len());
    out.push('\n');
    out
}

fn summary(out: &mut String, api: &Api) {
    out.push_str("| rule | rank | repairs |\n|---|---|--:|\n");
    for (rule, count) in counts(api) {
        let rank = api
            .accounts
            .iter()
            .map(|account| api.proof(account.evidence()))
            .find(|proof| proof.rule == rule)
            .map_or("", |proof| proof.rank.word());
        let _ = writeln!(out, "| `{rule}` | {rank} | {count} |");
    }
    let contests = contests(api);
    let _ = writeln!(out, "\nContests, where two sources contradict each other: {contests}.\n");
}

/// The document as a whole, or one operation.
fn section(out: &mut String, api: &Api, of: Option<(&Operation, &str)>) {
    let key = of.map(|(operation, _)| operation.key.as_str());
    let is_here = |subject: &Subject| {
        subject.operation.as_deref() == key && !subject.part.starts_with("definition ")
    };
    let accounts: Vec<_> = api.accounts.iter().filter(|account| is_here(&account.subject)).collect();
    let body = accounts_text(api, &accounts);
    if body.is_empty() {
        return;
    }
    match of {
        None => out.push_str("## The document\n\n"),
        Some((operation, title)) => {
            let _ = writeln!(out, "## `{}`\n\n`{title}`, at {}\n", operation.key, operation.location);
        }
    }
    out.push_str(&body);
}

fn definitions(out: &mut String, api: &Api) {
    let accounts: Vec<_> = api
        .accounts
        .iter()
        .filter(|account| account.subject.part.starts_with("definition "))
        .collect();
    let body = accounts_text(api, &accounts);
    if !body.is_empty() {
        out.push_str("## Definitions\n\n");
        out.push_str(&body);
    }
}

/// Repairs that say the same of several parts are one line.
fn accounts_text(api: &Api, accounts: &[&Account]) -> String {
    let mut lines: Vec<Line<'_>> = Vec::new();
    let repairs = accounts.iter().filter(|account| is_repair(api, account) && !account.contested);
    for account in repairs {
        let proof = api.proof(account.evidence());
        let now = sentence(account);
        let same = lines.iter_mut().find(|line| {
            line.now == now && line.proof.rule == proof.rule && line.proof.because == proof.because
        });
        let place = place(proof);
        match same {
            Some(line) => {
                line.parts.push(&account.subject.part);
                if !line.places.contains(&place) {
                    line.places.push(place);
                }
            }
            None => lines.push(Line {
                parts: vec![&account.subject.part],
                now,
                proof,
                places: vec![place],
            }),
        }
    }
    let mut out = String::new();
    if !lines.is_empty() {
        out.push_str("| what | is now | because | rule | where |\n|---|---|---|---|---|\n");
    }
    for line in &lines {
        let parts: Vec<_> = line.parts.iter().copied().filter(|part| !part.is_empty()).collect();
        let what = if parts.is_empty() { "the whole".to_owned() } else { parts.join(", ") };
        let _ = writeln!(
            out,
            "| {} | {} | {} | `{}`, {} | {} |",
            cell(&what),
            cell(&line.now),
            cell(&line.proof.because),
            line.proof.rule,
            line.proof.rank.word(),
            line.places.join(", "),
        );
    }
    if !out.is_empty() {
        out.push('\n');
    }
    for account in accounts.iter().filter(|account| account.contested) {
        contest(&mut out, api, account);
    }
    out
}

/// Repairs that read alike.
struct Line<'a> {
    parts: Vec<&'a str>,
    now: String,
    proof: &'a Proof,
    places: Vec<String>,
}

/// What a slot says, in words.
fn sentence(account: &Account) -> String {
    let value = &account.claims[0].0;
    match (account.slot, value.as_str()) {
        ("present", "false") => "withdrawn".to_owned(),
        ("present", _) => "there".to_owned(),
        ("required", "true") => "required".to_owned(),
        ("required", _) => "optional".to_owned(),
        ("doubt", text) => format!("doubtful: {text}"),
        ("values", list) => format!("values {list}"),
        (slot, value) => format!("{slot} `{}`", value.replace('`', "'")),
    }
}

fn contest(out: &mut String, api: &Api, account: &Account) {
    let what = if account.subject.part.is_empty() { "the whole" } else { &account.subject.part };
    let _ = writeln!(out, "**Contest** over the {} of {}:\n", account.slot, line(what));
    for (value, evidence) in &account.claims {
        let _ = writeln!(out, "- {}: {}", line(value), source(api, *evidence));
    }
    let settled = match account.slot {
        "values" => "Both sides are kept: the list is open.",
        _ => "The first one counts.",
    };
    let _ = writeln!(out, "\n{settled}\n");
}

fn source(api: &Api, evidence: EvidenceId) -> String {
    let proof = api.proof(evidence);
    let because = line(&proof.because);
    format!("{because} (`{}`, {}), at {}", proof.rule, proof.rank.word(), place(proof))
}

fn place(proof: &Proof) -> String {
    match &proof.location.part {
        Some(part) => format!("{} ({part})", proof.location),
        None => proof.location.to_string(),
    }
}

/// Text on one line.
fn line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Text in a cell of a table.
fn cell(text: &str) -> String {
    line(text).replace('|', "\\|").replace('<', "&lt;")
}
