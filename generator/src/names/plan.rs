//! The names of all operations of a document.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use super::grouping::Grouping;
use super::key::Key;
use super::lock::{Kind, Lock};
use super::operation::{self, OperationFacts};
use super::operation_id;
use super::path::Path;
use super::place::Place;
use super::scope::{Claim, Scope};
use super::words::Words;

/// The name of an operation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Named {
    /// Its group: a module, and a method of the client, such as `upcoming_meetings`.
    pub group: String,
    /// Its method in the group, such as `delete_by_email`.
    pub method: String,
    /// The type of the request in the group's module, such as `DeleteByEmail`.
    pub type_name: String,
}

impl Named {
    /// The name as it stands in the lock: `groups.list`.
    #[must_use]
    pub fn in_lock(&self) -> String {
        format!("{}.{}", self.group, self.method)
    }
}

/// Names that the generated crate needs for itself.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reserved {
    /// Modules of the crate and methods of the client.
    pub groups: BTreeSet<String>,
    /// Methods that every group has.
    pub methods: BTreeSet<String>,
    /// Types that every group's module sees.
    pub types: BTreeSet<String>,
}

/// The place of an operation in the lock.
#[must_use]
pub fn operation_key(method: &str, path: &str) -> Key {
    Key::new([method.to_ascii_uppercase().as_str(), path])
}

/// Names the operations of a document, in the order in which they come. No two of them may have
/// both method and path in common.
#[must_use]
pub fn plan_operations(
    operations: &[OperationFacts<'_>],
    lock: &Lock,
    reserved: &Reserved,
) -> Vec<Named> {
    let placed = place_all(operations);
    let locked = locked_operations(lock);
    let groups = name_groups(&placed, &locked, reserved);
    let methods = name_methods(&placed, &locked, &groups, reserved);
    let types = name_types(&methods, reserved);
    placed
        .iter()
        .map(|one| {
            let (group, method) = methods.get(one.key.as_str()).cloned().unwrap_or_default();
            let type_name = types.get(one.key.as_str()).cloned().unwrap_or_default();
            Named {
                group,
                method,
                type_name,
            }
        })
        .collect()
}

/// An operation, read and placed in its group.
struct Placed<'a> {
    key: Key,
    facts: &'a OperationFacts<'a>,
    path: Path,
    place: Place,
}

impl Placed<'_> {
    /// What the group is known by, however it is spelled.
    fn resource(&self) -> String {
        self.place.group.fold()
    }

    /// The candidates for the method. One that would have to be cut has lost what makes it
    /// differ, and gives way to the one before it.
    fn ladder(&self) -> Vec<String> {
        let mut ladder = operation_id::candidates(self.facts, &self.path, &self.place);
        ladder.extend(operation::ladder(self.facts, &self.path, &self.place));
        let mut names: Vec<String> = Vec::new();
        for words in ladder {
            let name = match names.last() {
                Some(before) if words.is_cut() => before.clone(),
                _ => words.snake("call"),
            };
            names.push(name);
        }
        names
    }
}

fn place_all<'a>(operations: &'a [OperationFacts<'a>]) -> Vec<Placed<'a>> {
    let paths: Vec<Path> = operations
        .iter()
        .map(|facts| Path::of(facts.path))
        .collect();
    let pairs: Vec<_> = operations.iter().zip(&paths).collect();
    let grouping = Grouping::of(&pairs);
    let places: Vec<Place> = pairs
        .iter()
        .map(|(facts, path)| grouping.place(facts, path))
        .collect();
    let parts = operations.iter().zip(paths).zip(places);
    parts
        .map(|((facts, path), place)| Placed {
            key: operation_key(facts.method, facts.path),
            facts,
            path,
            place,
        })
        .collect()
}

/// Group and method of the operations in the lock, by key.
fn locked_operations(lock: &Lock) -> BTreeMap<&str, (&str, &str)> {
    lock.names(Kind::Operation)
        .filter_map(|(key, name)| Some((key.as_str(), name.split_once('.')?)))
        .collect()
}

/// The name of each group, by resource. Of all its spellings a resource gets the one with most
/// words (`calendarGroup` beside `calendargroup`), and the plural if a path has it (`/containers`
/// beside the tag `Container`). A group that the lock knows keeps its name.
fn name_groups(
    placed: &[Placed<'_>],
    locked: &BTreeMap<&str, (&str, &str)>,
    reserved: &Reserved,
) -> BTreeMap<String, String> {
    let mut spellings: BTreeMap<String, BTreeSet<Words>> = BTreeMap::new();
    let mut votes: BTreeMap<String, BTreeMap<&str, usize>> = BTreeMap::new();
    for one in placed {
        let spelled = spellings.entry(one.resource()).or_default();
        spelled.insert(one.place.group.clone());
        if one.place.noun.singular() == one.place.group.singular() {
            spelled.insert(one.place.noun.clone());
        }
        spelled.extend(
            one.facts
                .operation_id
                .and_then(|id| spelled_in(id, &one.resource())),
        );
        if let Some((group, _)) = locked.get(one.key.as_str()) {
            *votes
                .entry(one.resource())
                .or_default()
                .entry(group)
                .or_default() += 1;
        }
    }
    let mut scope = Scope::new().reserve(reserved.groups.iter().map(String::as_str));
    for (resource, votes) in votes {
        if let Some((group, _)) = votes.into_iter().rev().max_by_key(|(_, count)| *count) {
            scope.keep(resource, group);
        }
    }
    let claims: Vec<Claim> = spellings
        .into_iter()
        .map(|(key, spelled)| {
            let mut spelled: Vec<Words> = spelled.into_iter().collect();
            spelled.sort_by_key(|words| (Reverse(words.len()), !words.is_plural()));
            let api = spelled.first().map(|words| words.then(&Words::of("api")));
            let ladder = spelled
                .iter()
                .chain(&api)
                .map(|words| words.snake("group"))
                .collect();
            Claim { key, ladder }
        })
        .collect();
    scope.settle(&claims)
}

/// The words of an `operationId` that spell a resource, such as `access control` in
/// `accessControl.add` for `accesscontrol`.
fn spelled_in(id: &str, resource: &str) -> Option<Words> {
    const MOST_WORDS: usize = 8;
    let words = Words::of(id);
    if !words.fold().contains(resource) {
        return None;
    }
    let ends = |start: usize| (start + 1..=words.len()).take(MOST_WORDS);
    let mut parts = (0..words.len()).flat_map(|start| ends(start).map(move |end| start..end));
    let range = parts.find(|range| words.slice(range.clone()).fold() == resource)?;
    Some(words.slice(range))
}

/// Group and method of each operation, by key.
fn name_methods(
    placed: &[Placed<'_>],
    locked: &BTreeMap<&str, (&str, &str)>,
    groups: &BTreeMap<String, String>,
    reserved: &Reserved,
) -> BTreeMap<String, (String, String)> {
    let mut claims: BTreeMap<String, Vec<Claim>> = BTreeMap::new();
    for one in placed {
        let key = one.key.as_str();
        let group = match locked.get(key) {
            Some((group, _)) => (*group).to_owned(),
            None => groups.get(&one.resource()).cloned().unwrap_or_default(),
        };
        let claim = Claim {
            key: key.to_owned(),
            ladder: one.ladder(),
        };
        claims.entry(group).or_default().push(claim);
    }
    let mut kept: BTreeMap<&str, Vec<(&str, &str)>> = BTreeMap::new();
    for (key, (group, method)) in locked {
        kept.entry(group).or_default().push((key, method));
    }
    let mut named = BTreeMap::new();
    for (group, claims) in claims {
        let mut scope = Scope::new().reserve(reserved.methods.iter().map(String::as_str));
        for (key, method) in kept.get(group.as_str()).into_iter().flatten() {
            scope.keep(*key, *method);
        }
        for (key, method) in scope.settle(&claims) {
            named.insert(key, (group.clone(), method));
        }
    }
    named
}

/// Whether a name is one that the client gives to what a type or a request needs.
#[must_use]
pub fn is_literal(name: &str) -> bool {
    name.strip_suffix("Args")
        .is_some_and(|owner| !owner.is_empty())
}

/// The request's type of each operation, by key: the method in Pascal case, with the group's noun
/// where that would be a name of the language or the crate.
fn name_types(
    methods: &BTreeMap<String, (String, String)>,
    reserved: &Reserved,
) -> BTreeMap<String, String> {
    let mut claims: BTreeMap<&str, Vec<Claim>> = BTreeMap::new();
    for (key, (group, method)) in methods {
        let short = Words::of(method);
        let with_noun = short.then(&Words::of(group).singular());
        let request = short.then(&Words::of("request"));
        let ladder = [short, with_noun, request].map(|words| words.pascal("Call"));
        // The last of them is neither.
        let ladder = ladder
            .into_iter()
            .filter(|name| !is_literal(name) && !name.ends_with('_'));
        let ladder = ladder.collect();
        claims.entry(group).or_default().push(Claim {
            key: key.clone(),
            ladder,
        });
    }
    let scope = Scope::new().reserve(reserved.types.iter().map(String::as_str));
    claims
        .values()
        .flat_map(|claims| scope.settle(claims))
        .collect()
}
