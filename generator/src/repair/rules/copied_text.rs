use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use super::prelude::*;

/// Two operations have the same description or table.
pub(crate) static RULE: Rule = Rule {
    name: "copied-text",
    explanation: "Two operations on different paths have the same description, or the rows of one \
        field table stand again in another. One of them was probably copied and never adapted, so \
        its text may speak of the other operation.",
    example: "paths:\n  /pets:\n    get: {description: Gets the pet with that e-mail address.}\n  /pets/{petId}:\n    get: {description: Gets the pet with that e-mail address.}\n",
    apply,
};

/// So many equal rows make a copied table.
const ROWS: usize = 3;

fn apply(draft: &mut Draft, ledger: &mut Ledger) {
    let mut doubts = shared_texts(draft, ledger);
    doubts.extend(copied_rows(draft, ledger));
    for (number, doubt) in doubts {
        let operation = &mut draft.operations[number];
        let site = operation.site.clone();
        let evidence = ledger.add(Rank::Phrased, RULE.name, site, doubt.clone());
        operation.doubts.claim(doubt, evidence);
    }
}

/// The operations with a description that was there before, on another path. Of all that have it the
/// one whose parameters it speaks of was there first, and of equals the one whose key comes first, so
/// that the order of the document decides nothing.
fn shared_texts(draft: &Draft, ledger: &Ledger) -> Vec<(usize, String)> {
    let mut by_text: BTreeMap<&String, Vec<usize>> = BTreeMap::new();
    for (number, operation) in draft.operations.iter().enumerate() {
        let text = operation.description.value(ledger);
        if let Some(text) = text.filter(|text| !text.is_empty()) {
            by_text.entry(text).or_default().push(number);
        }
    }
    let mut doubts = Vec::new();
    for (text, mut all) in by_text {
        if all.len() == 1 {
            continue;
        }
        all.sort_by_cached_key(|number| {
            let operation = &draft.operations[*number];
            (Reverse(named_in(operation, text, ledger)), operation.key())
        });
        let path = |number: usize| &draft.operations[number].path;
        let first = all[0];
        let second = all.iter().find(|number| path(**number) != path(first));
        let mut is_behind = false;
        for &copy in &all[1..] {
            let source = if path(copy) == path(first) {
                second.copied().filter(|_| is_behind)
            } else {
                Some(first)
            };
            is_behind = is_behind || Some(&copy) == second;
            if let Some(source) = source {
                let source = draft.operations[source].key();
                doubts.push((copy, format!("its description is also that of `{source}`")));
            }
        }
    }
    doubts
}

/// How many of an operation's parameters a text speaks of.
fn named_in(operation: &Operation, text: &str, ledger: &Ledger) -> usize {
    operation
        .present(ledger)
        .filter(|parameter| text.contains(&parameter.name))
        .count()
}

/// The operations whose tabled rows stand in another one. A table is written for what creates a thing,
/// and copied for what changes it; what is copied from a copy is copied from the first.
fn copied_rows(draft: &Draft, ledger: &Ledger) -> Vec<(usize, String)> {
    let operations = draft.operations.iter().enumerate();
    let mut tabled: Vec<_> = operations.filter(|(_, o)| !o.read.is_empty()).collect();
    tabled.sort_by_cached_key(|(_, operation)| (operation.method != "POST", operation.key()));
    let mut owners: BTreeMap<(&str, Option<&String>), Vec<usize>> = BTreeMap::new();
    let mut doubts = Vec::new();
    for (at, (number, operation)) in tabled.iter().enumerate() {
        let fields = operation.body.shape.fields.iter();
        let rows = fields.map(|f| (f.name.as_str(), f.shape.description.value(ledger)));
        let rows: BTreeSet<_> = rows.collect();
        let mut shared: BTreeMap<usize, usize> = BTreeMap::new();
        for owner in rows.iter().filter_map(|row| owners.get(row)).flatten() {
            *shared.entry(*owner).or_default() += 1;
        }
        let source = shared.iter().find(|(_, count)| **count >= ROWS);
        let source = source.map(|(source, _)| *source);
        if let Some(source) = source {
            let key = tabled[source].1.key();
            doubts.push((*number, format!("its field table repeats rows of `{key}`")));
        }
        for row in rows {
            let owners = owners.entry(row).or_default();
            if source.is_none_or(|source| !owners.contains(&source)) {
                owners.push(at);
            }
        }
    }
    doubts
}
