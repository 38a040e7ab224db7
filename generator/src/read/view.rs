//! [`NodeRef`]: a node with its tree, and the questions the stages ask it.

use super::tree::{Key, Map, NodeId, Site, Tree, Value};
use crate::source::pointer;

/// A node of a [`Tree`]. Every question has an answer whatever the node is: a list has no keys, and
/// text has no items, so a wrong type is met where it matters and nowhere else.
#[derive(Clone, Copy, Debug)]
pub struct NodeRef<'t> {
    tree: &'t Tree,
    id: NodeId,
}

impl<'t> NodeRef<'t> {
    pub(super) fn new(tree: &'t Tree, id: NodeId) -> Self {
        Self { tree, id }
    }

    /// Its identity.
    #[must_use]
    pub fn id(self) -> NodeId {
        self.id
    }

    /// The tree it belongs to.
    #[must_use]
    pub fn tree(self) -> &'t Tree {
        self.tree
    }

    /// The whole of it, as a place.
    #[must_use]
    pub fn site(self) -> Site {
        self.id.into()
    }

    /// Its JSON pointer.
    #[must_use]
    pub fn pointer(self) -> String {
        self.tree.pointer(self.id)
    }

    /// What stands there.
    #[must_use]
    pub fn value(self) -> &'t Value {
        &self.tree.node(self.id).value
    }

    /// The value of a key.
    #[must_use]
    pub fn get(self, key: &str) -> Option<NodeRef<'t>> {
        let found = self.map()?.get(key)?;
        Some(self.tree.view(found))
    }

    /// The keys with their values, in the order of the file.
    #[must_use]
    pub fn entries(self) -> impl DoubleEndedIterator<Item = (&'t Key, NodeRef<'t>)> {
        let entries = self.map().map_or(&[][..], |map| &map.entries);
        entries
            .iter()
            .map(move |entry| (&entry.key, self.tree.view(entry.value)))
    }

    /// The entries that a later one of the same key put aside.
    #[must_use]
    pub fn repeated(self) -> impl DoubleEndedIterator<Item = (&'t Key, NodeRef<'t>)> {
        let entries = self.map().map_or(&[][..], |map| &map.repeated);
        entries
            .iter()
            .map(move |entry| (&entry.key, self.tree.view(entry.value)))
    }

    /// The items of a list.
    #[must_use]
    pub fn items(self) -> impl DoubleEndedIterator<Item = NodeRef<'t>> {
        let items = match self.value() {
            Value::List(items) => &items[..],
            _ => &[],
        };
        items.iter().map(move |&item| self.tree.view(item))
    }

    fn map(self) -> Option<&'t Map> {
        match self.value() {
            Value::Map(map) => Some(map),
            _ => None,
        }
    }

    /// Whether it is a mapping.
    #[must_use]
    pub fn is_map(self) -> bool {
        matches!(self.value(), Value::Map(_))
    }

    /// Whether it is a list.
    #[must_use]
    pub fn is_list(self) -> bool {
        matches!(self.value(), Value::List(_))
    }

    /// Whether nothing stands there.
    #[must_use]
    pub fn is_null(self) -> bool {
        matches!(self.value(), Value::Null)
    }

    /// Its text, where it is text; see [`NodeRef::scalar`] for `version: 1.10`.
    #[must_use]
    pub fn as_str(self) -> Option<&'t str> {
        match self.value() {
            Value::Text(text) => Some(text),
            _ => None,
        }
    }

    /// The spelling of text, a number or a boolean: what an author who forgot the quotes meant.
    #[must_use]
    pub fn scalar(self) -> Option<&'t str> {
        match self.value() {
            Value::Text(text) | Value::Number(text) => Some(text),
            Value::Bool(true) => Some("true"),
            Value::Bool(false) => Some("false"),
            Value::Null | Value::List(_) | Value::Map(_) => None,
        }
    }

    /// Whether it is `true` or `false`, where it is one of them.
    #[must_use]
    pub fn as_bool(self) -> Option<bool> {
        match self.value() {
            Value::Bool(value) => Some(*value),
            _ => None,
        }
    }

    /// Its value, where it is a number without sign and fraction.
    #[must_use]
    pub fn as_u64(self) -> Option<u64> {
        match self.value() {
            Value::Number(text) => number(text).as_u64(),
            _ => None,
        }
    }

    /// What it is, for messages: `a mapping`, `text`, `nothing`.
    #[must_use]
    pub fn kind_name(self) -> &'static str {
        match self.value() {
            Value::Null => "nothing",
            Value::Bool(_) => "a boolean",
            Value::Number(_) => "a number",
            Value::Text(_) => "text",
            Value::List(_) => "a list",
            Value::Map(_) => "a mapping",
        }
    }

    /// The node at the end of a JSON pointer that begins here.
    #[must_use]
    pub fn follow(self, pointer: &str) -> Option<NodeRef<'t>> {
        let mut node = self;
        for step in pointer::steps(pointer)? {
            node = match node.value() {
                // A list is counted in plain digits: no sign and no leading zero (RFC 6901).
                Value::List(items) => {
                    let index = step
                        .parse()
                        .ok()
                        .filter(|index: &usize| index.to_string() == step);
                    self.tree.view(*items.get(index?)?)
                }
                _ => node.get(&step)?,
            };
        }
        Some(node)
    }

    /// The value as JSON. What JSON cannot say becomes the nearest it can: keys become text, and a
    /// number too large for it becomes text too.
    #[must_use]
    pub fn to_json(self) -> serde_json::Value {
        match self.value() {
            Value::Null => serde_json::Value::Null,
            Value::Bool(value) => (*value).into(),
            Value::Number(text) => number(text),
            Value::Text(text) => text.as_str().into(),
            Value::List(_) => self.items().map(NodeRef::to_json).collect(),
            Value::Map(_) => {
                let entries = self
                    .entries()
                    .map(|(key, value)| (key.text.clone(), value.to_json()));
                serde_json::Value::Object(entries.collect())
            }
        }
    }
}

/// A number by its spelling, also where only YAML allows it: `0x1F`, `+1`, `007`, `1.`, `.5`.
fn number(text: &str) -> serde_json::Value {
    if let Ok(number) = text.parse::<serde_json::Number>() {
        return number.into();
    }
    if let Some(digits) = text.strip_prefix("0x") {
        return u64::from_str_radix(digits, 16).map_or_else(|_| text.into(), Into::into);
    }
    if let Ok(number) = text.parse::<u64>() {
        return number.into();
    }
    match text.parse::<f64>() {
        Ok(number) if number.is_finite() => number.into(),
        _ => text.into(),
    }
}
