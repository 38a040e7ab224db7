//! YAML, from the events of `granit-parser`: the parser below `serde-saphyr`. Its events come with
//! places and the style of each scalar, and are read in a loop, so that no nesting overflows the
//! stack and nothing has to be guessed back from a type.

mod alias;
mod error;
mod open;
mod ranges;
mod scalar;

use std::ops::Range;

use granit_parser::{Event, Parser, ScalarStyle, StrInput, Tag, options};

use crate::diagnostic::Diagnostic;
use crate::read::codes::SECOND_DOCUMENT;
use crate::read::limits::{Limits, too_deep, too_many_values};
use crate::read::tree::{Key, KeyKind, NodeId, Tree, Value};
use crate::source::{SourceId, Sources};
use alias::Anchors;
use error::syntax_error;
use open::{Inside, Open, OpenMap};
use ranges::{list_range, scalar_range};
use scalar::{key_kind, plain};

/// Reads the text of a source as YAML: the first document in it that is not empty. A text without
/// any is read as nothing.
pub(super) fn read(
    sources: &Sources,
    source: SourceId,
    limits: &Limits,
) -> Result<Tree, Diagnostic> {
    let text = sources.get(source).text.as_str();
    let mut reader = Reader {
        text,
        source,
        limits,
        tree: Tree::empty(),
        open: Vec::new(),
        anchors: Anchors::default(),
        root: None,
        end: 0,
    };
    let options = options! {
        flow_nesting_limit: limits.depth,
        block_nesting_limit: limits.depth,
    };
    let mut parser: Parser<'_, StrInput<'_>> = Parser::new_from_str_with_options(text, options);
    while let Some(event) = parser.next_event() {
        let (event, span) = event.map_err(|error| syntax_error(&error, text, source, limits))?;
        reader.event(event, span.byte_range().unwrap_or_default())?;
    }
    let root = reader
        .root
        .unwrap_or_else(|| reader.tree.add(Value::Null, source, 0..0));
    reader.tree.set_root(root);
    Ok(reader.tree)
}

struct Reader<'a> {
    text: &'a str,
    source: SourceId,
    limits: &'a Limits,
    tree: Tree,
    /// The lists and mappings that have begun and not ended, outermost first.
    open: Vec<Open>,
    anchors: Anchors,
    root: Option<NodeId>,
    /// Where the last scalar, bracket or dash ended. A list or mapping in block style ends there,
    /// while the parser notices only at the next line that is not part of it.
    end: usize,
}

impl Reader<'_> {
    fn event(&mut self, event: Event<'_>, range: Range<usize>) -> Result<(), Diagnostic> {
        match event {
            Event::Scalar(text, style, anchor, tag) => {
                let range = scalar_range(self.text, range, style);
                self.end = range.end;
                let is_plain = is_plain(style, tag.as_deref());
                // The parser says `~` where nothing is written.
                let text = if range.is_empty() && style == ScalarStyle::Plain {
                    ""
                } else {
                    &*text
                };
                self.scalar(text, is_plain, anchor, range)
            }
            Event::SequenceStart(_, anchor, _) => {
                self.begin(Inside::List(Vec::new()), anchor, range)
            }
            Event::MappingStart(_, anchor, _) => {
                self.begin(Inside::Map(OpenMap::default()), anchor, range)
            }
            Event::SequenceEnd | Event::MappingEnd => {
                // An end in block style has no bytes of its own.
                if !range.is_empty() {
                    self.end = range.end;
                }
                self.finish()
            }
            Event::Alias(anchor) => {
                self.end = range.end;
                let (span, depth) = (self.source.span(range), self.open.len());
                let (tree, limits) = (&mut self.tree, self.limits);
                let copy = self.anchors.copy(anchor, depth, tree, limits, &span)?;
                self.place(copy)
            }
            _ => Ok(()),
        }
    }

    fn scalar(
        &mut self,
        text: &str,
        is_plain: bool,
        anchor: usize,
        range: Range<usize>,
    ) -> Result<(), Diagnostic> {
        if anchor == 0
            && let Some(map) = self.map_without_key()
        {
            let kind = if is_plain {
                key_kind(text)
            } else {
                KeyKind::Text
            };
            let key = Key {
                text: text.to_owned(),
                kind,
                range: Some(range),
            };
            map.key = Some((key, is_plain && text == "<<"));
            return Ok(());
        }
        let value = if is_plain {
            plain(text)
        } else {
            Value::Text(text.to_owned())
        };
        let id = self.add(value, range)?;
        self.anchors.set(anchor, id, &self.tree);
        self.place(id)
    }

    fn begin(
        &mut self,
        inside: Inside,
        anchor: usize,
        range: Range<usize>,
    ) -> Result<(), Diagnostic> {
        if self.open.len() >= self.limits.depth {
            return Err(too_deep(self.limits.depth).at(self.source.span(range), "here"));
        }
        let range = match inside {
            Inside::List(_) if range.is_empty() => {
                let range = list_range(self.text, self.end, range);
                // The next dash is that of a list inside of this one.
                self.end = range.start + 1;
                range
            }
            _ => range,
        };
        let node = self.add(Value::Null, range)?;
        self.open.push(Open {
            node,
            anchor,
            inside,
        });
        Ok(())
    }

    /// Ends the innermost list or mapping.
    fn finish(&mut self) -> Result<(), Diagnostic> {
        let Some(Open {
            node,
            anchor,
            inside,
        }) = self.open.pop()
        else {
            return Ok(());
        };
        let value = match inside {
            Inside::List(items) => Value::List(items),
            Inside::Map(map) => Value::Map(map.finish(&self.tree)),
        };
        self.tree.replace(node, value);
        if let Some(range) = &mut self.tree.node_mut(node).range {
            range.end = self.end.max(range.start);
        }
        self.anchors.set(anchor, node, &self.tree);
        self.place(node)
    }

    /// Gives a finished node its place: in the innermost list or mapping, as a key or a value, or
    /// at the top.
    fn place(&mut self, id: NodeId) -> Result<(), Diagnostic> {
        match self.open.last_mut().map(|open| &mut open.inside) {
            None => return self.place_at_the_top(id),
            Some(Inside::List(items)) => items.push(id),
            Some(Inside::Map(map)) => match map.key.take() {
                Some((key, is_merge)) => map.push(&self.tree, key, is_merge, id),
                None => map.key = Some((key_from(&self.tree, id, self.text), false)),
            },
        }
        Ok(())
    }

    fn place_at_the_top(&mut self, id: NodeId) -> Result<(), Diagnostic> {
        if self.tree.view(id).is_null() {
            return Ok(());
        }
        let Some(first) = self.root else {
            self.root = Some(id);
            return Ok(());
        };
        let span = |id| {
            self.source
                .span(self.tree.node(id).range.clone().unwrap_or_default())
        };
        let message = "a second document follows in the same file";
        Err(Diagnostic::new(&SECOND_DOCUMENT, message)
            .at(span(id), "it begins here")
            .at(span(first), "the first document")
            .help("put each document into a file of its own, or remove one of them"))
    }

    /// The innermost mapping, where it waits for a key.
    fn map_without_key(&mut self) -> Option<&mut OpenMap> {
        match &mut self.open.last_mut()?.inside {
            Inside::Map(map) if map.key.is_none() => Some(map),
            _ => None,
        }
    }

    fn add(&mut self, value: Value, range: Range<usize>) -> Result<NodeId, Diagnostic> {
        if self.tree.len() >= self.limits.values {
            return Err(too_many_values(self.limits.values).at(self.source.span(range), "here"));
        }
        Ok(self.tree.add(value, self.source, range))
    }
}

/// A key that is more than a scalar: an alias or an anchor, a list or a mapping.
fn key_from(tree: &Tree, id: NodeId, text: &str) -> Key {
    let node = tree.node(id);
    let range = node.range.clone().unwrap_or_default();
    let written = text.get(range.clone()).unwrap_or_default();
    let (text, kind) = match &node.value {
        Value::Text(text) => (text.as_str(), KeyKind::Text),
        Value::Number(text) => (text.as_str(), KeyKind::Number),
        Value::Bool(_) => (written, KeyKind::Bool),
        Value::Null => (written, KeyKind::Null),
        Value::List(_) | Value::Map(_) => (written, KeyKind::Collection),
    };
    Key {
        text: text.to_owned(),
        kind,
        range: Some(range),
    }
}

/// Whether a scalar is read by its looks: one without quotes, unless a tag says what it is.
fn is_plain(style: ScalarStyle, tag: Option<&Tag>) -> bool {
    match tag {
        None => style == ScalarStyle::Plain,
        Some(tag) if tag.is_yaml_core_schema_tag("str") => false,
        Some(tag) => {
            let kinds = ["int", "float", "bool", "null"];
            kinds.iter().any(|kind| tag.is_yaml_core_schema_tag(kind))
        }
    }
}
