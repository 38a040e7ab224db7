//! The lines of the tables: what belongs together stands together.

use std::collections::{BTreeMap, BTreeSet};

use crate::diagnostic::printable;
use crate::emit::repairs::is_repair;
use crate::model::{Account, Api, Location};

/// How many operations must share a repair before it is told once for all of them.
const MANY: usize = 4;

/// A line of a table.
pub(super) struct Line {
    pub(super) what: String,
    pub(super) now: String,
    pub(super) because: String,
    pub(super) rules: String,
    pub(super) places: String,
}

/// Places, in short where they are in the document itself.
pub(super) struct Places<'a> {
    document: &'a str,
}

impl<'a> Places<'a> {
    pub(super) fn of(document: &'a str) -> Self {
        Self { document }
    }

    pub(super) fn show(&self, location: &Location) -> String {
        let place = if location.file == self.document {
            format!("{}:{}", location.line, location.column)
        } else {
            location.to_string()
        };
        match &location.part {
            Some(part) => format!("{place}, {part}"),
            None => place,
        }
    }
}

impl Line {
    /// A line for each part of an operation that something was filled in for. Parts of which the
    /// same is told share a line.
    pub(super) fn join<'a>(
        api: &Api,
        places: &Places<'_>,
        accounts: impl Iterator<Item = &'a Account>,
    ) -> Vec<Self> {
        let mut by_part: Vec<(&str, Vec<&Account>)> = Vec::new();
        let mut numbers = BTreeMap::new();
        for account in accounts {
            let part = part(account);
            let number = *numbers.entry(part).or_insert(by_part.len());
            match by_part.get_mut(number) {
                Some((_, accounts)) => accounts.push(account),
                None => by_part.push((part, vec![account])),
            }
        }
        let mut lines: Vec<Self> = Vec::new();
        let mut numbers = BTreeMap::new();
        for (part, accounts) in by_part {
            let line = Self::of(api, places, part, &accounts);
            let told = (line.now.clone(), line.because.clone(), line.rules.clone());
            let number = *numbers.entry(told).or_insert(lines.len());
            match lines.get_mut(number) {
                Some(known) => {
                    known.what.push_str(&format!(", {}", line.what));
                    known.places.push_str(&format!("; {}", line.places));
                }
                None => lines.push(line),
            }
        }
        lines
    }

    fn of(api: &Api, places: &Places<'_>, part: &str, accounts: &[&Account]) -> Self {
        let proofs: Vec<_> = accounts.iter().map(|a| api.proof(a.evidence())).collect();
        let rules = distinct(proofs.iter().map(|proof| format!("`{}`", proof.rule)));
        Self {
            what: part.to_owned(),
            now: distinct(accounts.iter().map(|account| sentence(account))).join(", "),
            because: distinct(proofs.iter().map(|proof| proof.because.clone())).join("; "),
            rules: rules.join(" "),
            places: distinct(proofs.iter().map(|proof| places.show(&proof.location))).join("; "),
        }
    }
}

/// The part that an account is about; of a whole, what is told of it.
fn part(account: &Account) -> &str {
    if account.subject.part.is_empty() {
        account.slot
    } else {
        &account.subject.part
    }
}

/// What is told of a repair, whatever operation it is in.
type Told = (String, &'static str, String, &'static str, String);

fn told(api: &Api, account: &Account) -> Told {
    let proof = api.proof(account.evidence());
    let value = account.claims[0].0.clone();
    (
        part(account).to_owned(),
        account.slot,
        value,
        proof.rule,
        proof.because.clone(),
    )
}

/// The repairs that many operations share, each with its accounts.
pub(super) struct Common<'a>(BTreeMap<Told, Vec<&'a Account>>);

impl<'a> Common<'a> {
    pub(super) fn of(api: &'a Api) -> Self {
        let mut operations: BTreeMap<Told, BTreeSet<&str>> = BTreeMap::new();
        let mut all: BTreeMap<Told, Vec<&Account>> = BTreeMap::new();
        for account in &api.accounts {
            let Some(operation) = &account.subject.operation else {
                continue;
            };
            let told = told(api, account);
            if is_repair(api, account) && !account.contested {
                operations
                    .entry(told.clone())
                    .or_default()
                    .insert(operation);
            }
            all.entry(told).or_default().push(account);
        }
        let is_common = |told: &Told| operations.get(told).is_some_and(|all| all.len() >= MANY);
        all.retain(|told, _| is_common(told));
        Self(all)
    }

    pub(super) fn has(&self, api: &Api, account: &Account) -> bool {
        account.subject.operation.is_some() && self.0.contains_key(&told(api, account))
    }

    pub(super) fn lines(&self, api: &Api, places: &Places<'_>) -> Vec<Line> {
        self.0
            .iter()
            .map(|(one, accounts)| {
                let mut line = Line::of(api, places, &one.0, accounts);
                line.what = format!("{}, in {} operations", line.what, accounts.len());
                line
            })
            .collect()
    }
}

/// What a slot says, in words.
fn sentence(account: &Account) -> String {
    let value = account.claims[0].0.replace('`', "'");
    match (account.slot, value.as_str()) {
        ("present", "false") => "withdrawn".to_owned(),
        ("present", _) => "there".to_owned(),
        ("required", "true") => "required".to_owned(),
        ("required", _) => "optional".to_owned(),
        ("values", _) => format!("values {}", account.claims[0].0),
        ("type" | "limit" | "table" | "reply" | "security" | "other security", value) => {
            value.to_owned()
        }
        (slot, value) if account.subject.part.is_empty() && slot != "order" => format!("`{value}`"),
        (slot, value) => format!("{slot} `{value}`"),
    }
}

fn distinct(items: impl Iterator<Item = String>) -> Vec<String> {
    let mut seen = BTreeSet::new();
    items.filter(|item| seen.insert(item.clone())).collect()
}

/// Text on one line.
pub(super) fn line(text: &str) -> String {
    printable(&text.split_whitespace().collect::<Vec<_>>().join(" "))
}

/// Text in a cell of a table.
pub(super) fn cell(text: &str) -> String {
    line(text).replace('|', "\\|").replace('<', "&lt;")
}
