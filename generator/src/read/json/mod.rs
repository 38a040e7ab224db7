//! JSON, through `serde_json`.

mod ranges;

use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};

use crate::diagnostic::Diagnostic;
use crate::read::codes::NOT_JSON;
use crate::read::limits::{Limits, too_deep, too_many_values};
use crate::read::tree::{Entry, Key, KeyKind, Map, NodeId, Tree, Value};
use crate::source::{SourceId, Sources, floor_char_boundary};

pub(super) use ranges::{JsonRanges, json_ranges};

/// How deep `serde_json` reads, whatever our own limit is.
const DEPTH_OF_SERDE_JSON: usize = 127;

/// Reads the text of a source as JSON.
pub(super) fn read(
    sources: &Sources,
    source: SourceId,
    limits: &Limits,
) -> Result<Tree, Diagnostic> {
    let text = &sources.get(source).text;
    let mut reader = Reader {
        tree: Tree::empty(),
        source,
        limits,
        depth: 0,
        has_fractions: false,
        refused: None,
    };
    let mut json = serde_json::Deserializer::from_str(text);
    let root = reader.deserialize(&mut json);
    match root.and_then(|root| json.end().map(|()| root)) {
        Ok(root) => reader.tree.set_root(root),
        Err(error) => return Err(reader.diagnostic(sources, &error)),
    }
    if reader.has_fractions {
        spell_fractions(&mut reader.tree, text);
    }
    Ok(reader.tree)
}

struct Reader<'a> {
    tree: Tree,
    source: SourceId,
    limits: &'a Limits,
    depth: usize,
    /// Whether there was a number that `serde_json` does not hand out as it is spelled.
    has_fractions: bool,
    /// The complaint, where the reader and not the parser stopped.
    refused: Option<Diagnostic>,
}

impl Reader<'_> {
    /// Adds a node that [`Reader::leave`] gives its value. Adding it before what is inside keeps the order
    /// of the nodes that of the text, which [`json_ranges`] relies on.
    fn begin<E: Error>(&mut self) -> Result<NodeId, E> {
        if self.tree.len() >= self.limits.values {
            return Err(self.refuse(too_many_values(self.limits.values)));
        }
        Ok(self.tree.add_without_place(Value::Null, self.source))
    }

    fn scalar<E: Error>(&mut self, value: Value) -> Result<NodeId, E> {
        let id = self.begin()?;
        self.tree.replace(id, value);
        Ok(id)
    }

    fn enter<E: Error>(&mut self) -> Result<NodeId, E> {
        self.depth += 1;
        if self.depth > self.limits.depth {
            return Err(self.refuse(too_deep(self.limits.depth)));
        }
        self.begin()
    }

    fn leave(&mut self, id: NodeId, value: Value) -> NodeId {
        self.depth -= 1;
        self.tree.replace(id, value);
        id
    }

    fn refuse<E: Error>(&mut self, diagnostic: Diagnostic) -> E {
        self.refused = Some(diagnostic);
        E::custom("refused")
    }

    /// What is told about an error: our own complaint or that of the parser, at its place.
    fn diagnostic(self, sources: &Sources, error: &serde_json::Error) -> Diagnostic {
        let source = sources.get(self.source);
        // The parser counts the byte it could not use.
        let after = source.offset(error.line(), error.column() + 1);
        let start = floor_char_boundary(&source.text, after.saturating_sub(1));
        let span = self.source.span(start..after);
        if let Some(refused) = self.refused {
            return refused.at(span, "here");
        }
        let message = error.to_string();
        // The place is told by the label.
        let message = message.split(" at line ").next().unwrap_or_default();
        if message == "recursion limit exceeded" {
            return too_deep(DEPTH_OF_SERDE_JSON).at(span, "here");
        }
        Diagnostic::new(&NOT_JSON, format!("the file is not JSON: {message}"))
            .at(span, "the parser stopped here")
            .help("look for a missing comma, quote or bracket here or in the line above")
    }
}

/// Gives numbers with a fraction, an exponent or too many digits the spelling of the file: `1.10`
/// is not `1.1` where it is a version.
fn spell_fractions(tree: &mut Tree, text: &str) {
    let ranges = json_ranges(text);
    for (index, range) in ranges.iter().enumerate() {
        if let Value::Number(spelling) = &mut tree.node_mut(NodeId::at(index)).value
            && spelling.is_empty()
        {
            text[range.value.clone()].clone_into(spelling);
        }
    }
    // Now that they are known they need not be computed again.
    tree.json_ranges = ranges.into();
}

impl<'de> DeserializeSeed<'de> for &mut Reader<'_> {
    type Value = NodeId;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<NodeId, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for &mut Reader<'_> {
    type Value = NodeId;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value")
    }

    fn visit_unit<E: Error>(self) -> Result<NodeId, E> {
        self.scalar(Value::Null)
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<NodeId, E> {
        self.scalar(Value::Bool(value))
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<NodeId, E> {
        self.scalar(Value::Number(value.to_string()))
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<NodeId, E> {
        self.scalar(Value::Number(value.to_string()))
    }

    fn visit_f64<E: Error>(self, _: f64) -> Result<NodeId, E> {
        self.has_fractions = true;
        self.scalar(Value::Number(String::new()))
    }

    fn visit_str<E: Error>(self, value: &str) -> Result<NodeId, E> {
        self.scalar(Value::Text(value.to_owned()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<NodeId, A::Error> {
        let id = self.enter()?;
        let mut list = Vec::new();
        while let Some(item) = items.next_element_seed(&mut *self)? {
            list.push(item);
        }
        Ok(self.leave(id, Value::List(list)))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<NodeId, A::Error> {
        let id = self.enter()?;
        let mut entries = Vec::new();
        while let Some(text) = map.next_key()? {
            let key = Key {
                text,
                kind: KeyKind::Text,
                range: None,
            };
            let value = map.next_value_seed(&mut *self)?;
            entries.push(Entry { key, value });
        }
        Ok(self.leave(id, Value::Map(Map::from_entries(entries))))
    }
}
