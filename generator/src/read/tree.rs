//! What a file says, before anyone asks whether it makes sense: order, repeated keys, wrong types
//! and spellings are kept, and every node has an identity and a place.

use std::cell::OnceCell;
use std::ops::Range;

use crate::source::{Location, Source, SourceId, Sources, Span};

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
    /// The bytes of it in the source, where known.
    pub range: Option<Range<usize>>,
}

/// What kind of scalar a key is.
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
    json_ranges: OnceCell<Vec<Range<usize>>>,
}

impl From<NodeId> for Site {
    fn from(node: NodeId) -> Self {
        Self { node, part: None }
    }
}
