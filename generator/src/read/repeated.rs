//! The complaint about keys that stand twice in one mapping.

use std::collections::HashMap;

use super::codes::REPEATED_KEY;
use super::tree::{Entry, Map, NodeId, Tree, Value};
use crate::diagnostic::{Diagnostic, quoted};
use crate::source::Sources;

/// A warning for each entry that a later one put aside, with both places.
pub(super) fn report(tree: &Tree, sources: &Sources) -> Vec<Diagnostic> {
    let nodes = (0..tree.len()).map(NodeId::at);
    let maps = nodes.filter_map(|id| match &tree.node(id).value {
        Value::Map(map) if !map.repeated.is_empty() => Some(map),
        _ => None,
    });
    maps.flat_map(|map| report_map(map, tree, sources))
        .collect()
}

fn report_map(map: &Map, tree: &Tree, sources: &Sources) -> Vec<Diagnostic> {
    let keys = map
        .entries
        .iter()
        .map(|entry| (entry.key.text.as_str(), entry));
    let kept: HashMap<_, _> = keys.collect();
    let complaint = |lost: &Entry| {
        let message = format!("the key {} is repeated", quoted(&lost.key.text));
        let diagnostic = Diagnostic::new(&REPEATED_KEY, message)
            .at(
                tree.entry_span(sources, lost),
                "what stands here is ignored",
            )
            .help("remove one of them, or rename it");
        match kept.get(lost.key.text.as_str()) {
            Some(kept) => diagnostic.at(tree.entry_span(sources, kept), "the last one counts"),
            None => diagnostic,
        }
    };
    map.repeated.iter().map(complaint).collect()
}
