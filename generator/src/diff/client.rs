//! What the difference means in Rust, read from the clients of both versions: the table of kinds says
//! what a change of its kind usually does, the surfaces say what this one does.

use std::collections::{BTreeMap, BTreeSet};

use super::types::{Change, Changes, Rust, Subject};
use crate::emit::surface::{Surface, SurfaceChange, compare};
use crate::model::Api;

/// So many items are told beside a change.
const SHOWN: usize = 6;

/// Whose item it is: an operation by its key, or a definition by its name.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Owner {
    Operation(String),
    Definition(String),
}

impl Changes {
    /// Gives each change the verdict of the emitted code, with the items that changed, and keeps those
    /// that no other change explains.
    pub fn verify(&mut self, (old, before): (&Api, &Surface), (new, after): (&Api, &Surface)) {
        let mut owners = owners(old);
        owners.extend(self::owners(new));
        let mut found: BTreeMap<Option<Owner>, Vec<SurfaceChange>> = BTreeMap::new();
        for change in compare(before, after) {
            let owner = owner(&change.path, &owners);
            found.entry(owner).or_default().push(change);
        }
        let mut told = BTreeSet::new();
        let accepted = self.accepted.iter_mut().map(|(change, _)| change);
        for change in self.changes.iter_mut().chain(accepted) {
            let Some(owner) = of(&change.subject) else {
                continue;
            };
            let items = found
                .get(&Some(owner.clone()))
                .map_or(&[][..], Vec::as_slice);
            let worst = match items {
                [] => Rust::None,
                items if items.iter().any(|item| item.breaks) => Rust::Breaks,
                _ => Rust::Additive,
            };
            // What a program meets when it runs is not seen in a signature.
            if change.rust != Rust::Meaning {
                // The first change of its owner is the gravest, and stands for all its items.
                let is_first = told.insert(owner);
                change.rust = if is_first {
                    worst
                } else {
                    change.rust.min(worst)
                };
                if is_first {
                    tell(change, items);
                }
            }
        }
        let explained = |owner: &Option<Owner>| owner.as_ref().is_some_and(|o| told.contains(o));
        self.client = found
            .into_iter()
            .filter(|(owner, _)| !explained(owner))
            .flat_map(|(_, items)| items)
            .collect();
    }
}

fn tell(change: &mut Change, items: &[SurfaceChange]) {
    let breaking = items.iter().filter(|item| item.breaks);
    let lines: Vec<String> = breaking.map(ToString::to_string).collect();
    let more = lines.len().saturating_sub(SHOWN);
    for line in lines.into_iter().take(SHOWN) {
        if !change.items.contains(&line) {
            change.items.push(line);
        }
    }
    if more > 0 {
        change.items.push(format!("and {more} more"));
    }
}

fn of(subject: &Subject) -> Option<Owner> {
    match (&subject.operation, &subject.definition) {
        (Some(key), _) => Some(Owner::Operation(key.clone())),
        (None, Some(name)) => Some(Owner::Definition(name.clone())),
        (None, None) => None,
    }
}

/// The owner of each item that has one, by its path.
fn owners(api: &Api) -> BTreeMap<String, Owner> {
    let mut owners = BTreeMap::new();
    for group in &api.groups {
        let module = &group.module;
        for operation in &group.operations {
            let ty = &operation.type_name;
            for item in [
                format!("{module}::{}::{}()", group.type_name, operation.name),
                format!("{module}::{ty}"),
                format!("{module}::{ty}Args"),
            ] {
                owners.insert(item, Owner::Operation(operation.key.clone()));
            }
        }
    }
    for (_, named) in api.types.iter() {
        let owner = match named.place.as_slice() {
            [kind, ..] if kind == "identifier" => continue,
            [kind, name, ..] if kind == "definition" => Owner::Definition(name.clone()),
            [_, key, ..] => Owner::Operation(key.clone()),
            _ => continue,
        };
        owners.insert(format!("types::{}", named.name), owner.clone());
        owners.insert(format!("types::{}Args", named.name), owner);
    }
    owners
}

/// That of the longest beginning of the path.
fn owner(path: &str, owners: &BTreeMap<String, Owner>) -> Option<Owner> {
    let mut at = path.split(": ").next().unwrap_or(path);
    loop {
        if let Some(owner) = owners.get(at) {
            return Some(owner.clone());
        }
        at = at.rsplit_once("::")?.0;
    }
}
