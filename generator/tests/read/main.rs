//! Reading documents: what is kept, where it stands, and what is said about what cannot be read.

mod broken;
mod changes;
mod corpus;
mod places;
mod rendering;
mod values;

use generator::diagnostic::Diagnostic;
use generator::read::{Limits, NodeRef, Tree, read};
use generator::source::Sources;

/// A document that was read, with its text and what was said about it.
struct Document {
    sources: Sources,
    tree: Tree,
    diagnostics: Vec<Diagnostic>,
}

impl Document {
    /// Reads a document that can be read.
    fn new(name: &str, text: impl AsRef<[u8]>) -> Self {
        let mut sources = Sources::default();
        match read(&mut sources, name, text.as_ref(), &Limits::default()) {
            Ok((tree, diagnostics)) => Self {
                sources,
                tree,
                diagnostics,
            },
            Err(faults) => panic!(
                "{name} cannot be read: {}",
                lines(&faults, &sources).join("\n")
            ),
        }
    }

    fn at(&self, pointer: &str) -> NodeRef<'_> {
        self.tree
            .follow(pointer)
            .unwrap_or_else(|| panic!("nothing at {pointer}"))
    }

    /// The text of the source that a node was read from.
    fn source_of(&self, node: NodeRef<'_>) -> &str {
        let span = self.tree.span(&self.sources, &node.site());
        &self.sources.get(span.source).text[span.range]
    }

    /// The text of the source that the key of a node was read from.
    fn key_of(&self, node: NodeRef<'_>) -> &str {
        let span = self.tree.key_span(&self.sources, node.id());
        &self.sources.get(span.source).text[span.range]
    }
}

/// What is said about a document that cannot be read.
fn refusal(name: &str, bytes: impl AsRef<[u8]>, limits: &Limits) -> Vec<String> {
    let mut sources = Sources::default();
    match read(&mut sources, name, bytes.as_ref(), limits) {
        Ok(_) => panic!("{name} can be read"),
        Err(faults) => lines(&faults, &sources),
    }
}

fn lines(diagnostics: &[Diagnostic], sources: &Sources) -> Vec<String> {
    diagnostics
        .iter()
        .map(|diagnostic| diagnostic.short(sources))
        .collect()
}
