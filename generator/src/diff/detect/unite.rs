//! What is found at several places and is one change.

use std::collections::HashMap;

use crate::diff::kinds::{Kind, reply};
use crate::diff::types::{Change, Subject};
use crate::model::Location;

/// What is found at several places because it is said once is one change: that of a parameter that
/// operations share, or of a definition that travels several ways.
pub(super) fn united(found: Vec<Change>) -> Vec<Change> {
    type Key = (&'static str, Option<Location>, Option<Location>, String);
    let mut first: HashMap<Key, usize> = HashMap::new();
    let mut united: Vec<Change> = Vec::new();
    for change in found {
        let part = change.subject.definition.clone().unwrap_or_default()
            + &change.subject.part
            + change.before.as_deref().unwrap_or_default()
            + change.after.as_deref().unwrap_or_default();
        let key = (change.kind.id, change.old.clone(), change.new.clone(), part);
        match first.get(&key) {
            Some(&at) if change.old.is_some() || change.new.is_some() => {
                let known = &mut united[at];
                known.operations.extend(change.operations);
                known.operations.sort_unstable();
                known.operations.dedup();
                known.touches.unite(change.touches);
                if known.subject.operation != change.subject.operation {
                    known.subject.operation = None;
                }
            }
            _ => {
                first.insert(key, united.len());
                united.push(change);
            }
        }
    }
    united
}

/// What operations say each for itself and alike.
const ALIKE: [&Kind; 7] = [
    &reply::HEADER_ADDED,
    &reply::HEADER_REMOVED,
    &reply::HEADER_CHANGED,
    &reply::HEADER_BECAME_OPTIONAL,
    &reply::HEADER_BECAME_REQUIRED,
    &reply::FAILURE_ADDED,
    &reply::FAILURE_REMOVED,
];

/// So many operations with the same change are one.
const MANY: usize = 4;

/// What four or more operations share although each says it for itself is told once: the headers of all
/// replies, or a failure that all calls can meet.
pub(super) fn shared(changes: Vec<Change>) -> Vec<Change> {
    type Key = (&'static str, Option<String>, Option<String>);
    let key = |change: &Change| {
        let key = (change.kind.id, change.before.clone(), change.after.clone());
        ALIKE.contains(&change.kind).then_some(key)
    };
    let mut reached: HashMap<Key, usize> = HashMap::new();
    for change in &changes {
        if let Some(key) = key(change) {
            *reached.entry(key).or_default() += change.operations.len();
        }
    }
    let mut first: HashMap<Key, usize> = HashMap::new();
    let mut shared: Vec<Change> = Vec::new();
    for mut change in changes {
        let key = key(&change).filter(|key| reached.get(key).is_some_and(|count| *count >= MANY));
        let Some(key) = key else {
            shared.push(change);
            continue;
        };
        if let Some(&at) = first.get(&key) {
            let known = &mut shared[at];
            known.operations.extend(change.operations);
            known.touches.unite(change.touches);
            continue;
        }
        first.insert(key, shared.len());
        change.subject = Subject {
            part: part(&change),
            ..Subject::default()
        };
        shared.push(change);
    }
    for at in first.into_values() {
        shared[at].operations.sort_unstable();
        shared[at].operations.dedup();
    }
    shared
}

/// What such a change is about, wherever it stands.
fn part(change: &Change) -> String {
    let said = change.before.as_ref().or(change.after.as_ref());
    let said = said.map_or("", String::as_str);
    let is_failure = [&reply::FAILURE_ADDED, &reply::FAILURE_REMOVED].contains(&change.kind);
    if is_failure {
        format!("failure {said}")
    } else {
        let name = said.split(": ").next().unwrap_or(said);
        format!("reply header {name}")
    }
}
