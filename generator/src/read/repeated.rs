//! The complaint about keys that stand twice in one mapping.

use super::codes::REPEATED_KEY;
use super::tree::{NodeId, Tree, Value};
use crate::diagnostic::{Diagnostic, quoted};
use crate::source::Sources;

/// A warning for each entry that a later one put aside, with both places.
pub(super) fn report(tree: &Tree, sources: &Sources) -> Vec<Diagnostic> {
    let mut diagnostics = Vec::new();
    for id in (0..tree.len()).map(NodeId::at) {
        let Value::Map(map) = &tree.node(id).value else {
            continue;
        };
        for lost in &map.repeated {
            let kept = map
                .entries
                .iter()
                .find(|entry| entry.key.text == lost.key.text);
            let mut diagnostic = Diagnostic::new(
                &REPEATED_KEY,
                format!("the key {} is repeated", quoted(&lost.key.text)),
            )
            .at(
                tree.key_span(sources, lost.value),
                "what stands here is ignored",
            )
            .help("remove one of them, or rename it");
            if let Some(kept) = kept {
                diagnostic =
                    diagnostic.at(tree.key_span(sources, kept.value), "the last one counts");
            }
            diagnostics.push(diagnostic);
        }
    }
    diagnostics
}
