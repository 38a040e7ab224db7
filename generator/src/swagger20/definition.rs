//! The Definitions Object and the Reference Object: what references lead to.

use std::collections::BTreeSet;

use super::{Lowering, codes};
use crate::diagnostic::Diagnostic;
use crate::draft::Definition;
use crate::read::NodeRef;

impl<'t> Lowering<'t> {
    /// Reads the definitions that were met, and those that their shapes refer to.
    pub(super) fn definitions(&mut self) -> Vec<Definition> {
        let mut definitions = Vec::new();
        while let Some((pointer, node)) = self.pending.pop_front() {
            let name = pointer.rsplit('/').next().unwrap_or_default();
            definitions.push(Definition {
                name: unescape(name),
                shape: self.schema(node),
                pointer,
            });
        }
        definitions
    }

    /// The number of the definition at `pointer`, which stands at `node`.
    pub(super) fn define(&mut self, pointer: &str, node: NodeRef<'t>) -> usize {
        if let Some(&number) = self.definitions.get(pointer) {
            return number;
        }
        let number = self.definitions.len();
        self.definitions.insert(pointer.to_owned(), number);
        self.pending.push_back((pointer.to_owned(), node));
        number
    }

    /// Follows the references of `node` to something that is none.
    pub(super) fn resolve(&mut self, node: NodeRef<'t>) -> Option<NodeRef<'t>> {
        let mut at = node;
        let mut seen = BTreeSet::new();
        while let Some(reference) = at.get("$ref") {
            if !seen.insert(at.id()) {
                self.cycle(reference);
                return None;
            }
            let target = reference
                .as_str()
                .and_then(|pointer| self.tree.follow(pointer));
            let Some(target) = target else {
                let message = format!(
                    "`{}` is not in this document",
                    reference.scalar().unwrap_or("the reference")
                );
                self.diagnostics.push(
                    Diagnostic::new(&codes::BAD_REFERENCE, message)
                        .at(self.span(reference), "what it would describe is left out"),
                );
                return None;
            };
            at = target;
        }
        Some(at)
    }

    pub(super) fn cycle(&mut self, reference: NodeRef<'t>) {
        let message = format!(
            "`{}` leads back to itself",
            reference.scalar().unwrap_or("$ref")
        );
        self.diagnostics.push(
            Diagnostic::new(&codes::REFERENCE_CYCLE, message)
                .at(self.span(reference), "nothing is known of the value"),
        );
    }
}

/// A key as a step of a JSON pointer (RFC 6901).
pub(super) fn escape(key: &str) -> String {
    key.replace('~', "~0").replace('/', "~1")
}

/// The reverse of [`escape`].
fn unescape(step: &str) -> String {
    step.replace("~1", "/").replace("~0", "~")
}
