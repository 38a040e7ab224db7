//! What a file says, before anyone asks whether it makes sense: order, repeated keys, wrong types
//! and spellings are kept, and every node has an identity and a place.

use std::cell::OnceCell;
use std::collections::{HashMap, HashSet};
use std::ops::Range;

use super::json::JsonRanges;
use super::view::NodeRef;
use crate::source::{SourceId, Sources, pointer};

/// The identity of a node in a [`Tree`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct NodeId(u32);

/// A node: its value, and the way to it.
#[derive(Debug)]
pub struct Node {
    /// What stands there.
    pub value: Value,
    /// The node it belongs to and the step from there; `None` for a root.
    pub parent: Option<(NodeId, Step)>,
    /// The text it was read from.
    pub source: SourceId,
    /// The bytes of it in the source; `None` while nobody has asked (JSON, see [`Tree::span`]).
    pub range: Option<Range<usize>>,
}

/// One step of a JSON pointer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    /// Into a map, by key.
    Key(String),
    /// Into a list, by position from 0.
    Index(usize),
}

/// A value as it was written.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// `null`, `~` or nothing at all.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A number, as it was spelled (`200`, `1.10`, `0x1F`).
    Number(String),
    /// Text.
    Text(String),
    /// A sequence.
    List(Vec<NodeId>),
    /// A mapping.
    Map(Map),
}

/// A mapping in the order of the file. Where a key is repeated the last one counts, in the place
/// of the first; the others are kept apart so that they can be reported.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Map {
    /// The entries that count.
    pub entries: Vec<Entry>,
    /// The entries that a later one of the same key put aside.
    pub repeated: Vec<Entry>,
    pub(super) index: Index,
}

/// Where each key of a large mapping stands: made when somebody asks for one, and never copied, since a
/// copy is made to be changed.
#[derive(Debug, Default)]
pub(super) struct Index(OnceCell<HashMap<String, NodeId>>);

impl Clone for Index {
    fn clone(&self) -> Self {
        Self::default()
    }
}

impl PartialEq for Index {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

/// A key with its value.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// The key.
    pub key: Key,
    /// The value.
    pub value: NodeId,
}

/// A key as it was written: `200` and `"200"` have the same text and another kind.
#[derive(Clone, Debug, PartialEq)]
pub struct Key {
    /// Its spelling, without quotes.
    pub text: String,
    /// What it is in the file.
    pub kind: KeyKind,
    /// The bytes of it in the source; `None` for JSON (see [`Tree::key_span`]).
    pub range: Option<Range<usize>>,
}

/// What a key is in the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KeyKind {
    /// Text, as JSON wants it.
    Text,
    /// A number, such as a status written without quotes.
    Number,
    /// `true`, `false`, or what YAML 1.1 takes for one.
    Bool,
    /// Nothing, or `null`.
    Null,
    /// A list or a mapping, which YAML allows: an unquoted `{id}:` is one. Its text is the source.
    Collection,
}

/// A node, or a part of the text of one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Site {
    /// The node.
    pub node: NodeId,
    /// The part of its text, where the place is not the whole node.
    pub part: Option<Part>,
}

/// A part of a node's text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// What to call it (`row 3`).
    pub label: String,
    /// Its bytes in the text of the node (after escapes and folding were undone).
    pub range: Range<usize>,
}

/// All nodes of a document, and those an overlay brought.
#[derive(Debug)]
pub struct Tree {
    nodes: Vec<Node>,
    root: NodeId,
    /// The other files that it refers to, by their paths from its folder.
    files: Vec<(String, NodeId)>,
    /// The places of the nodes that were read from JSON, in the order they were read in: computed
    /// when the first of them is asked for, for most documents are read without a complaint.
    pub(super) json_ranges: OnceCell<Vec<JsonRanges>>,
}

impl From<NodeId> for Site {
    fn from(node: NodeId) -> Self {
        Self { node, part: None }
    }
}

impl NodeId {
    /// Its number: nodes are numbered in the order they were added.
    pub(super) fn index(self) -> usize {
        self.0 as usize
    }

    /// The node of that number.
    pub(super) fn at(index: usize) -> Self {
        Self(u32::try_from(index).expect("the readers stop long before 2^32 nodes"))
    }
}

impl Map {
    /// A mapping of these entries, the repeated ones put aside.
    #[must_use]
    pub fn from_entries(entries: Vec<Entry>) -> Self {
        let mut seen = HashSet::with_capacity(entries.len());
        if entries
            .iter()
            .all(|entry| seen.insert(entry.key.text.as_str()))
        {
            return Self {
                entries,
                ..Self::default()
            };
        }
        let mut map = Self::default();
        let mut places = HashMap::new();
        for entry in entries {
            let next = map.entries.len();
            let place = *places.entry(entry.key.text.clone()).or_insert(next);
            if place == next {
                map.entries.push(entry);
            } else {
                map.repeated
                    .push(std::mem::replace(&mut map.entries[place], entry));
            }
        }
        map
    }

    /// The value of a key.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<NodeId> {
        /// So many keys are looked through one by one.
        const FEW: usize = 16;
        if self.entries.len() <= FEW {
            let mut entries = self.entries.iter();
            return entries.find(|e| e.key.text == key).map(|e| e.value);
        }
        let index = self.index.0.get_or_init(|| {
            let entries = self.entries.iter();
            entries.map(|e| (e.key.text.clone(), e.value)).collect()
        });
        index.get(key).copied()
    }
}

impl Tree {
    /// A tree without nodes, for a reader to fill; [`Tree::set_root`] completes it.
    pub(super) fn empty() -> Self {
        Self {
            nodes: Vec::new(),
            root: NodeId(0),
            files: Vec::new(),
            json_ranges: OnceCell::new(),
        }
    }

    /// How many nodes there are, those that no longer belong to the document included.
    pub(super) fn len(&self) -> usize {
        self.nodes.len()
    }

    /// The top of the document.
    #[must_use]
    pub fn root(&self) -> NodeId {
        self.root
    }

    /// The other files that the document refers to, each with the node at its top.
    pub fn files(&self) -> impl Iterator<Item = (&str, NodeId)> + Clone {
        self.files.iter().map(|(path, root)| (path.as_str(), *root))
    }

    /// Adds the node at the top of another file, by the path from the folder of the document.
    pub(super) fn add_file(&mut self, path: String, root: NodeId) {
        self.files.push((path, root));
    }

    /// Makes a node the top of the document.
    pub fn set_root(&mut self, root: NodeId) {
        self.root = root;
    }

    /// The node of that identity, which must come from this tree.
    #[must_use]
    pub fn node(&self, id: NodeId) -> &Node {
        &self.nodes[id.index()]
    }

    /// The node with its tree, ready to be asked.
    #[must_use]
    pub fn view(&self, id: NodeId) -> NodeRef<'_> {
        NodeRef::new(self, id)
    }

    /// The node at the end of a JSON pointer (`/paths/~1pets/get`; empty for the root).
    #[must_use]
    pub fn follow(&self, pointer: &str) -> Option<NodeRef<'_>> {
        self.view(self.root).follow(pointer)
    }

    /// The JSON pointer of a node.
    #[must_use]
    pub fn pointer(&self, id: NodeId) -> String {
        let mut steps = Vec::new();
        let mut node = self.node(id);
        while let Some((parent, step)) = &node.parent {
            steps.push(step);
            node = self.node(*parent);
        }
        let mut text = String::new();
        for step in steps.into_iter().rev() {
            match step {
                Step::Key(key) => pointer::push(&mut text, key),
                Step::Index(index) => pointer::push(&mut text, &index.to_string()),
            }
        }
        text
    }

    /// Adds a node, and makes it the parent of the nodes its value holds.
    pub fn add(&mut self, value: Value, source: SourceId, range: Range<usize>) -> NodeId {
        self.add_at(value, source, Some(range))
    }

    /// Adds a node without its place, for JSON: before any that has one, and in document order.
    pub(super) fn add_without_place(&mut self, value: Value, source: SourceId) -> NodeId {
        self.add_at(value, source, None)
    }

    fn add_at(&mut self, value: Value, source: SourceId, range: Option<Range<usize>>) -> NodeId {
        let id = NodeId::at(self.nodes.len());
        self.nodes.push(Node {
            value: Value::Null,
            parent: None,
            source,
            range,
        });
        self.replace(id, value);
        id
    }

    /// Puts another value into a node, and makes it the parent of the nodes that value holds.
    pub fn replace(&mut self, id: NodeId, value: Value) {
        match &value {
            Value::List(items) => {
                for (index, item) in items.iter().enumerate() {
                    self.nodes[item.index()].parent = Some((id, Step::Index(index)));
                }
            }
            Value::Map(map) => {
                for entry in map.entries.iter().chain(&map.repeated) {
                    let step = Step::Key(entry.key.text.clone());
                    self.nodes[entry.value.index()].parent = Some((id, step));
                }
            }
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::Text(_) => {}
        }
        self.nodes[id.index()].value = value;
    }

    /// Copies a node of another tree, with all below it, to this one. It keeps its places and has
    /// no parent until [`Tree::replace`] gives it one.
    pub fn copy_from(&mut self, other: &Tree, id: NodeId, sources: &Sources) -> NodeId {
        let mut copy_entry = |entry: &Entry| self.copy_entry(other, entry, sources);
        let value = match &other.node(id).value {
            Value::Map(map) => Value::Map(Map {
                entries: map.entries.iter().map(&mut copy_entry).collect(),
                repeated: map.repeated.iter().map(&mut copy_entry).collect(),
                ..Map::default()
            }),
            Value::List(items) => Value::List(
                items
                    .iter()
                    .map(|&item| self.copy_from(other, item, sources))
                    .collect(),
            ),
            scalar => scalar.clone(),
        };
        let span = other.span(sources, &id.into());
        self.add(value, span.source, span.range)
    }

    /// Copies an entry of another tree, as [`Tree::copy_from`] copies its value.
    pub fn copy_entry(&mut self, other: &Tree, entry: &Entry, sources: &Sources) -> Entry {
        Entry {
            key: Key {
                range: Some(other.entry_span(sources, entry).range),
                ..entry.key.clone()
            },
            value: self.copy_from(other, entry.value, sources),
        }
    }

    /// The identity of the node that will be added next.
    #[must_use]
    pub fn next_id(&self) -> NodeId {
        NodeId::at(self.nodes.len())
    }

    /// Takes a node out of the mapping or the list it is in. Says whether it was in one.
    pub fn detach(&mut self, id: NodeId) -> bool {
        self.change_parent(
            id,
            |map| map.entries.retain(|entry| entry.value != id),
            |items| {
                items.retain(|item| *item != id);
            },
        )
    }

    /// Puts another node where a node stands. Says whether it stood anywhere.
    pub fn put_in_place_of(&mut self, old: NodeId, new: NodeId) -> bool {
        let range = self.node(new).range.clone();
        self.change_parent(
            old,
            |map| {
                for entry in map.entries.iter_mut().filter(|entry| entry.value == old) {
                    entry.value = new;
                    // A key is told from the source of its value.
                    entry.key.range.clone_from(&range);
                }
            },
            |items| {
                items
                    .iter_mut()
                    .filter(|item| **item == old)
                    .for_each(|item| *item = new);
            },
        )
    }

    fn change_parent(
        &mut self,
        id: NodeId,
        in_map: impl FnOnce(&mut Map),
        in_list: impl FnOnce(&mut Vec<NodeId>),
    ) -> bool {
        let Some((parent, _)) = self.nodes[id.index()].parent.take() else {
            return false;
        };
        let mut value = self.node(parent).value.clone();
        match &mut value {
            Value::Map(map) => in_map(map),
            Value::List(items) => in_list(items),
            _ => return false,
        }
        self.replace(parent, value);
        true
    }

    /// The node of that identity, for a reader that has not finished it.
    pub(super) fn node_mut(&mut self, id: NodeId) -> &mut Node {
        &mut self.nodes[id.index()]
    }
}
