//! Updates and removals on the tree, by the rules of the Overlay Specification 1.0:
//!
//! | the document has | the update is | becomes |
//! |---|---|---|
//! | nothing of that name | anything | the update |
//! | a mapping | a mapping | both, name by name |
//! | a list | a list | one after the other |
//! | a list (the target itself) | anything else | the list with one more item |
//! | text, a number, `true`, nothing | anything | the update |
//! | a mapping or a list | anything else | an error: it would be lost |

use crate::read::tree::{Entry, Map, NodeId, Tree, Value};
use crate::source::Sources;

/// An update that does not fit: the node of the document, and that of the overlay.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Clash {
    pub(super) document: NodeId,
    pub(super) overlay: NodeId,
}

/// The document's tree, and what is merged into it.
pub(super) struct Merge<'a> {
    pub(super) tree: &'a mut Tree,
    pub(super) overlay: &'a Tree,
    pub(super) sources: &'a Sources,
}

impl Merge<'_> {
    /// Merges a node of the overlay into a node that an action selects. Says whether anything
    /// changed.
    pub(super) fn update(&mut self, target: NodeId, update: NodeId) -> Result<bool, Clash> {
        let is_list = |tree: &Tree, id| matches!(tree.node(id).value, Value::List(_));
        if is_list(self.tree, target) && !is_list(self.overlay, update) {
            return Ok(self.append(target, &[update]));
        }
        if self.is_scalar(target) {
            if self.is_same(target, update) {
                return Ok(false);
            }
            let copy = self.tree.copy_from(self.overlay, update, self.sources);
            return Ok(self.tree.put_in_place_of(target, copy));
        }
        self.merge(target, update)
    }

    fn merge(&mut self, target: NodeId, update: NodeId) -> Result<bool, Clash> {
        match (
            &self.tree.node(target).value,
            &self.overlay.node(update).value,
        ) {
            (Value::Map(_), Value::Map(new)) => self.merge_entries(target, &new.entries),
            (Value::List(_), Value::List(items)) => Ok(self.append(target, items)),
            _ => Err(Clash {
                document: target,
                overlay: update,
            }),
        }
    }

    fn merge_entries(&mut self, target: NodeId, new: &[Entry]) -> Result<bool, Clash> {
        let mut changed = false;
        let mut added = Vec::new();
        for entry in new {
            let known = self.tree.view(target).get(&entry.key.text);
            match known.map(|node| node.id()) {
                None => added.push(self.tree.copy_entry(self.overlay, entry, self.sources)),
                Some(known) if self.is_scalar(known) => {
                    if !self.is_same(known, entry.value) {
                        let copy = self.tree.copy_entry(self.overlay, entry, self.sources);
                        self.replace_entry(target, known, copy);
                        changed = true;
                    }
                }
                Some(known) => changed |= self.merge(known, entry.value)?,
            }
        }
        if !added.is_empty() {
            changed = true;
            self.change_map(target, |map| map.entries.extend(added));
        }
        Ok(changed)
    }

    /// The key comes from the overlay too, since its place goes with that of the value.
    fn replace_entry(&mut self, target: NodeId, old: NodeId, new: Entry) {
        self.change_map(target, |map| {
            if let Some(entry) = map.entries.iter_mut().find(|entry| entry.value == old) {
                *entry = new;
            }
        });
    }

    fn change_map(&mut self, target: NodeId, change: impl FnOnce(&mut Map)) {
        if let Value::Map(map) = &self.tree.node(target).value {
            let mut map = map.clone();
            change(&mut map);
            self.tree.replace(target, Value::Map(map));
        }
    }

    /// Appends items to a list, as the standard says. It changes nothing where the list holds them
    /// all: a tag, a status or a parameter that stands there twice says nothing new.
    fn append(&mut self, target: NodeId, items: &[NodeId]) -> bool {
        let Value::List(known) = &self.tree.node(target).value else {
            return false;
        };
        let mut all = known.clone();
        let is_known = |item: &NodeId| all.iter().any(|known| self.is_same(*known, *item));
        if items.iter().all(is_known) {
            return false;
        }
        for &item in items {
            all.push(self.tree.copy_from(self.overlay, item, self.sources));
        }
        self.tree.replace(target, Value::List(all));
        true
    }

    fn is_scalar(&self, id: NodeId) -> bool {
        !matches!(self.tree.node(id).value, Value::Map(_) | Value::List(_))
    }

    fn is_same(&self, document: NodeId, overlay: NodeId) -> bool {
        self.tree.view(document).to_json() == self.overlay.view(overlay).to_json()
    }
}
