//! Aliases: each becomes a copy of what its anchor marks, so that every node has one place in the
//! document and the stages need not know that there were aliases.

use std::collections::HashMap;
use std::ops::Range;

use crate::diagnostic::Diagnostic;
use crate::read::codes::{ENDLESS_ALIAS, TOO_MANY_ALIASES};
use crate::read::limits::{Limits, too_deep, too_many_values};
use crate::read::tree::{Entry, Map, NodeId, Tree, Value};
use crate::source::Span;

/// What the anchors seen so far mark, and how much was copied for aliases.
#[derive(Default)]
pub(super) struct Anchors {
    /// By the number of the anchor, the numbers of the nodes: the marked one and all below it,
    /// which are added one after the other.
    marked: HashMap<usize, Range<usize>>,
    copies: usize,
    bytes: usize,
}

impl Anchors {
    /// Notes that an anchor marks `node`, which is finished and was the last one to be. The
    /// anchor 0 is none.
    pub(super) fn set(&mut self, anchor: usize, node: NodeId, tree: &Tree) {
        if anchor != 0 {
            self.marked.insert(anchor, node.index()..tree.len());
        }
    }

    /// Adds a copy of what an anchor marks, for an alias at `span` that stands `depth` levels deep.
    /// The copies keep the place of what they are copies of: that is where the text stands.
    pub(super) fn copy(
        &mut self,
        anchor: usize,
        depth: usize,
        tree: &mut Tree,
        limits: &Limits,
        span: &Span,
    ) -> Result<NodeId, Diagnostic> {
        let here = |diagnostic: Diagnostic| diagnostic.at(span.clone(), "here");
        // The parser knows the anchor, so that it is one that has not ended yet.
        let Some(marked) = self.marked.get(&anchor).cloned() else {
            let message = "an alias stands inside of what it is an alias of";
            return Err(here(Diagnostic::new(&ENDLESS_ALIAS, message).help(
                "put the type into `definitions` and refer to it with `$ref`",
            )));
        };
        self.copies = self.copies.saturating_add(marked.len());
        let nodes = marked.clone().map(NodeId::at);
        self.bytes = nodes.fold(self.bytes, |sum, id| sum.saturating_add(weight(tree, id)));
        for (count, limit, what) in [
            (self.copies, limits.copies, "values"),
            (self.bytes, limits.copied_bytes, "bytes"),
        ] {
            if count > limit {
                let message = format!("aliases stand for more than {limit} {what}");
                return Err(here(
                    Diagnostic::new(&TOO_MANY_ALIASES, message)
                        .help("write the values out, or refer to shared ones with `$ref`"),
                ));
            }
        }
        if tree.len().saturating_add(marked.len()) > limits.values {
            return Err(here(too_many_values(limits.values)));
        }
        if depth + height(tree, &marked) > limits.depth {
            return Err(here(too_deep(limits.depth)));
        }
        Ok(copy_nodes(tree, marked))
    }
}

/// Adds a copy of the nodes of these numbers, of which the first is above the others.
fn copy_nodes(tree: &mut Tree, nodes: Range<usize>) -> NodeId {
    let offset = tree.len() - nodes.start;
    let shifted = |id: NodeId| NodeId::at(id.index() + offset);
    for id in nodes.clone().map(NodeId::at) {
        let node = tree.node(id);
        let (source, range) = (node.source, node.range.clone().unwrap_or_default());
        tree.add(Value::Null, source, range);
    }
    // From the last to the first, as they were finished: where `<<` moved entries from one mapping
    // to another, the outer one is their parent.
    for id in nodes.clone().rev().map(NodeId::at) {
        let value = match &tree.node(id).value {
            Value::List(items) => Value::List(items.iter().copied().map(shifted).collect()),
            Value::Map(map) => {
                let copy = |entry: &Entry| Entry {
                    key: entry.key.clone(),
                    value: shifted(entry.value),
                };
                // Repeated keys are reported once, where they stand.
                Value::Map(Map {
                    entries: map.entries.iter().map(copy).collect(),
                    ..Map::default()
                })
            }
            scalar => scalar.clone(),
        };
        tree.replace(shifted(id), value);
    }
    shifted(NodeId::at(nodes.start))
}

/// The bytes that a copy of a node has, without those below it. Where `<<` moved entries, both mappings
/// have them.
fn weight(tree: &Tree, id: NodeId) -> usize {
    match &tree.node(id).value {
        Value::Null | Value::Bool(_) => 0,
        Value::Number(text) | Value::Text(text) => text.len(),
        Value::List(items) => size_of_val(items.as_slice()),
        Value::Map(map) => {
            let keys = map.entries.iter().map(|entry| entry.key.text.len());
            size_of_val(map.entries.as_slice()) + keys.sum::<usize>()
        }
    }
}

/// How deep the nodes of these numbers stand inside each other.
fn height(tree: &Tree, nodes: &Range<usize>) -> usize {
    let mut levels: Vec<usize> = Vec::with_capacity(nodes.len());
    for id in nodes.clone().map(NodeId::at) {
        let parent = tree
            .node(id)
            .parent
            .as_ref()
            .map(|(parent, _)| parent.index());
        let above = match parent {
            Some(parent) if nodes.contains(&parent) => levels[parent - nodes.start],
            _ => 0,
        };
        let is_scalar = !matches!(tree.node(id).value, Value::List(_) | Value::Map(_));
        levels.push(above + usize::from(!is_scalar));
    }
    levels.into_iter().max().unwrap_or(0)
}
