//! The verdict for Rust, read from the surfaces of both clients: what a program can name, and what
//! became of it. The table of kinds only says what is usual.

use std::collections::HashSet;

use super::kinds::document::{GROUP_FEATURES_ADDED, GROUP_FEATURES_REMOVED, NAME_CHANGED};
use super::kinds::reply::{ALTERNATIVE_ADDED, VALUES_ADDED};
use super::kinds::{Kind, request};
use super::reach::Reach;
use super::types::{Change, Changes, Rust, Touches};
use crate::emit::surface::SurfaceChange;

impl Changes {
    /// Judges the changes by what became of the items that they can be seen in.
    pub(super) fn judge(&mut self, surface: &[SurfaceChange], reach: &Reach<'_>) {
        for change in &mut self.changes {
            if !change.is_text() && !change.is_reading() {
                // Where no type shows an alternative or a value, it was any JSON and is.
                let is_shown = ![&ALTERNATIVE_ADDED, &VALUES_ADDED].contains(&change.kind)
                    || change.touches != Touches::default();
                change.rust = match change.kind.rust {
                    Rust::Meaning if is_shown => Rust::Meaning,
                    _ => Rust::None,
                };
            }
        }
        let renames = renames(&self.changes);
        let mut left = Vec::new();
        for item in surface {
            let owners = self.owners(item, &renames);
            self.give(item, &owners);
            if owners.is_empty() {
                left.push(item);
            }
        }
        let reached = left.iter().map(|item| reach.owners(item, &self.changes));
        let reached: Vec<_> = reached.collect();
        for (item, owners) in left.iter().zip(&reached) {
            self.give(item, owners);
        }
        let mut reached = reached.iter();
        left.retain(|_| reached.next().is_some_and(Vec::is_empty));
        self.judge_unseen(surface, reach);
        // A name that the client does not have is none.
        self.changes
            .retain(|change| *change.kind != NAME_CHANGED || change.rust != Rust::None);
        // Types come and go with what holds them.
        let gravest = self.changes.iter().map(|change| change.rust).max();
        let gravest = gravest.unwrap_or(Rust::None);
        let left = left.into_iter().cloned();
        (self.implied, self.unexplained) =
            left.partition(|item| is_type(item) && verdict(item) <= gravest);
    }

    /// Judges changes that no item of their own shows. Parts of a type that is gone, or that another type
    /// replaces, do what their kind usually does; a value that is asked for in the place of another one
    /// compiles, and is another value.
    fn judge_unseen(&mut self, surface: &[SurfaceChange], reach: &Reach<'_>) {
        let gone = surface
            .iter()
            .filter(|item| is_type(item) && item.after.is_none());
        let gone: HashSet<&str> = gone.map(|item| item.path.as_str()).collect();
        for change in &mut self.changes {
            if !change.surface.is_empty() || change.kind.rust != Rust::Breaks {
                continue;
            }
            // Features are in no code.
            if [&GROUP_FEATURES_ADDED, &GROUP_FEATURES_REMOVED].contains(&change.kind) {
                change.rust = Rust::Breaks;
            }
            let owners = change.touches.items.iter().filter_map(|part| {
                let (owner, _) = part.rsplit_once("::")?;
                let name = owner.strip_prefix("types::")?;
                reach.travelled(name, change.kind.way).then_some(owner)
            });
            let owners: HashSet<&str> = owners.collect();
            if !owners.is_empty() && change.touches.has_two_types()
                || owners.iter().any(|owner| gone.contains(owner))
            {
                change.rust = Rust::Breaks;
            } else if ASKED.contains(&change.kind) && change.touches != Touches::default() {
                change.rust = Rust::Meaning;
            }
        }
    }

    /// Tells of an item with the changes that account for it.
    fn give(&mut self, item: &SurfaceChange, owners: &[usize]) {
        for &owner in owners {
            let change = &mut self.changes[owner];
            change.rust = change.rust.max(verdict(item));
            change.items.push(item.to_string());
            change.surface.push(item.clone());
        }
    }

    /// The changes that account for an item.
    fn owners(&self, item: &SurfaceChange, renames: &[(usize, String, String)]) -> Vec<usize> {
        let told = |test: &dyn Fn(&Change) -> bool| -> Vec<usize> {
            let changes = self.changes.iter().enumerate();
            let told = changes.filter(|(_, change)| !change.is_text() && !change.is_reading());
            told.filter(|(_, change)| test(change))
                .map(|(at, _)| at)
                .collect()
        };
        let path = path(item);
        let owners = told(&|change| change.touches.show(path));
        if !owners.is_empty() {
            return owners;
        }
        // What all parts of a thing show in is changed by those that change it, and not by those that
        // only add to it.
        let shares = |change: &Change| change.touches.shared.iter().any(|one| one == path);
        let owners = told(&|change| change.kind.rust == Rust::Breaks && shares(change));
        if !owners.is_empty() {
            return owners;
        }
        let owners = told(&shares);
        if !owners.is_empty() {
            return owners;
        }
        let found = renames
            .iter()
            .filter(|(_, old, new)| is_renamed(item, old, new));
        found.map(|(at, ..)| *at).collect()
    }
}

/// Kinds of change of what callers have to say.
const ASKED: [&Kind; 4] = [
    &request::PARAMETER_ADDED_REQUIRED,
    &request::PARAMETER_REMOVED_REQUIRED,
    &request::FIELD_ADDED_REQUIRED,
    &request::FIELD_REMOVED_REQUIRED,
];

/// The types that have another name.
fn renames(changes: &[Change]) -> Vec<(usize, String, String)> {
    let name = |side: &Option<String>| {
        let name = side.as_ref()?.strip_prefix("type `")?.strip_suffix('`')?;
        Some(name.to_owned())
    };
    let named = changes.iter().enumerate();
    let named = named.filter(|(_, change)| *change.kind == NAME_CHANGED);
    named
        .filter_map(|(at, change)| Some((at, name(&change.before)?, name(&change.after)?)))
        .collect()
}

/// Whether an item is another one because a type has another name, perhaps among other reasons.
fn is_renamed(item: &SurfaceChange, old: &str, new: &str) -> bool {
    let has = |side: &Option<String>, name: &str| {
        let is_word = |c: char| c.is_alphanumeric() || c == '_';
        let text = side.as_deref().unwrap_or_default();
        text.split(|c| !is_word(c)).any(|word| word == name)
    };
    has(&item.before, old) && has(&item.after, new)
}

fn verdict(item: &SurfaceChange) -> Rust {
    if item.breaks {
        Rust::Breaks
    } else {
        Rust::Additive
    }
}

/// The path of what an item belongs to, without the signs of functions and traits.
fn path(item: &SurfaceChange) -> &str {
    let path = item.path.split(": ").next().unwrap_or_default();
    path.strip_suffix("()").unwrap_or(path)
}

/// Whether an item is a type that is new or gone as a whole.
fn is_type(item: &SurfaceChange) -> bool {
    let name = item.path.strip_prefix("types::");
    let is_type = name.is_some_and(|name| !name.contains("::"));
    is_type && (item.before.is_none() || item.after.is_none())
}

impl Touches {
    /// Whether one type replaces another.
    fn has_two_types(&self) -> bool {
        let mut types = self.shared.iter().filter(|one| one.starts_with("types::"));
        let is_type = |path: &&String| !path.ends_with("::new") && !path.ends_with("Args");
        let first = types.by_ref().find(is_type);
        types.filter(is_type).any(|other| Some(other) != first)
    }

    /// Whether what has these is seen in the item of a path.
    fn show(&self, path: &str) -> bool {
        let is_in = |whole: &String| {
            let rest = path.strip_prefix(whole.as_str());
            rest.is_some_and(|rest| rest.is_empty() || rest.starts_with("::"))
        };
        self.items.iter().any(|item| item == path) || self.whole.iter().any(is_in)
    }
}
