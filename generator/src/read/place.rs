//! Where a node stands: its bytes, those of its key, and the place as people read it.

use super::json::{JsonRanges, json_ranges};
use super::part;
use super::tree::{Entry, NodeId, Site, Tree, Value};
use crate::source::{Location, Sources, Span};

impl Tree {
    /// The bytes of a site. A part of a text that cannot be found in the source (every word of it
    /// is written with escapes) has the place of the whole text.
    #[must_use]
    pub fn span(&self, sources: &Sources, site: &Site) -> Span {
        let node = self.node(site.node);
        let whole = match &node.range {
            Some(range) => range.clone(),
            None => self
                .json(sources, site.node)
                .map_or(0..0, |at| at.value.clone()),
        };
        let source = node.source;
        let part = match (&site.part, &node.value) {
            (Some(part), Value::Text(text)) => {
                let raw = sources
                    .get(source)
                    .text
                    .get(whole.clone())
                    .unwrap_or_default();
                part::find(raw, text, &part.range)
            }
            _ => None,
        };
        let range = match part {
            Some(part) => whole.start + part.start..whole.start + part.end,
            None => whole,
        };
        source.span(range)
    }

    /// The bytes of the key that leads to a node, or of the node where none does (the top of the
    /// document, an item of a list).
    #[must_use]
    pub fn key_span(&self, sources: &Sources, id: NodeId) -> Span {
        match self.entry_of(id) {
            Some(entry) => self.entry_span(sources, entry),
            None => self.span(sources, &id.into()),
        }
    }

    fn entry_of(&self, id: NodeId) -> Option<&Entry> {
        let (parent, _) = self.node(id).parent.as_ref()?;
        let Value::Map(map) = &self.node(*parent).value else {
            return None;
        };
        let mut entries = map.entries.iter().chain(&map.repeated);
        entries.find(|entry| entry.value == id)
    }

    /// The bytes of the key of an entry.
    pub(super) fn entry_span(&self, sources: &Sources, entry: &Entry) -> Span {
        let range = match &entry.key.range {
            Some(range) => Some(range.clone()),
            None => self
                .json(sources, entry.value)
                .and_then(|at| at.key.clone()),
        };
        self.node(entry.value)
            .source
            .span(range.unwrap_or_default())
    }

    /// The place of a site as people read it.
    #[must_use]
    pub fn location(&self, sources: &Sources, site: &Site) -> Location {
        let span = self.span(sources, site);
        let source = sources.get(span.source);
        let (line, column) = source.line_column(span.range.start);
        Location {
            file: source.name.clone(),
            line,
            column,
            pointer: self.pointer(site.node),
            part: site.part.as_ref().map(|part| part.label.clone()),
        }
    }

    /// The place of a node that was read from JSON. Those come first in a tree, all from one text
    /// and in its order; what is added later brings its place with it.
    fn json(&self, sources: &Sources, id: NodeId) -> Option<&JsonRanges> {
        let text = &sources.get(self.node(id).source).text;
        self.json_ranges
            .get_or_init(|| json_ranges(text))
            .get(id.index())
    }
}
