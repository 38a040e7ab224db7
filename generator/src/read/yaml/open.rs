//! Lists and mappings that have begun and not ended, and what becomes of the key `<<`.

use std::collections::HashSet;

use crate::read::tree::{Entry, Key, Map, NodeId, Tree, Value};

/// A list or mapping that has begun.
pub(super) struct Open {
    pub(super) node: NodeId,
    pub(super) anchor: usize,
    pub(super) inside: Inside,
}

pub(super) enum Inside {
    List(Vec<NodeId>),
    Map(OpenMap),
}

#[derive(Default)]
pub(super) struct OpenMap {
    entries: Vec<Entry>,
    /// The key whose value comes next, and whether it is `<<` without quotes.
    pub(super) key: Option<(Key, bool)>,
    /// The mappings that `<<` brings in.
    merged: Vec<NodeId>,
}

impl OpenMap {
    /// Adds an entry, or what a `<<` brings in.
    pub(super) fn push(&mut self, tree: &Tree, key: Key, is_merge: bool, value: NodeId) {
        match mergeable(tree, value) {
            Some(mappings) if is_merge => self.merged.extend(mappings),
            _ => self.entries.push(Entry { key, value }),
        }
    }

    /// The mapping with what `<<` brought in: after its own entries, and only keys it has not.
    pub(super) fn finish(self, tree: &Tree) -> Map {
        let mut entries = self.entries;
        if !self.merged.is_empty() {
            let mut known: HashSet<_> =
                entries.iter().map(|entry| entry.key.text.clone()).collect();
            for mapping in self.merged {
                if let Value::Map(map) = &tree.node(mapping).value {
                    let new = map
                        .entries
                        .iter()
                        .filter(|entry| known.insert(entry.key.text.clone()));
                    entries.extend(new.cloned());
                }
            }
        }
        Map::from_entries(entries)
    }
}

/// The mappings that `<<` brings in with this value: itself, or the items of a list of mappings.
/// Anything else is an entry like others, for a later stage to complain about.
fn mergeable(tree: &Tree, id: NodeId) -> Option<Vec<NodeId>> {
    match &tree.node(id).value {
        Value::Map(_) => Some(vec![id]),
        Value::List(items) => {
            let all = items.iter().all(|&item| tree.view(item).is_map());
            all.then(|| items.clone())
        }
        _ => None,
    }
}
