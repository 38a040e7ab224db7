//! The Definitions Object and the Reference Object: what references lead to.

use std::collections::BTreeSet;

use super::{Lowering, codes};
use crate::diagnostic::Diagnostic;
use crate::draft::Definition;
use crate::read::NodeRef;
use crate::source::pointer::steps;

/// What a value of a definition calls itself in the field that tells, where it is not its name.
const TAG: &str = "x-ms-discriminator-value";

impl<'t> Lowering<'t> {
    /// Reads the definitions that were met, and those that their shapes refer to.
    pub(super) fn definitions(&mut self) -> Vec<Definition> {
        let mut definitions = Vec::new();
        while let Some(node) = self.pending.pop_front() {
            let pointer = self.tree.pointer(node.id());
            let tag = node.get(TAG).and_then(NodeRef::scalar);
            if let Some(tag) = tag {
                self.tags.insert(definitions.len(), tag.to_owned());
            }
            definitions.push(Definition {
                name: name(&pointer),
                pointer: format!("#{pointer}"),
                shape: self.schema(node),
                any: false,
                tag: None,
            });
        }
        definitions
    }

    /// The number of the definition that stands at `node`.
    pub(super) fn define(&mut self, node: NodeRef<'t>) -> usize {
        let next = self.definitions.len();
        let number = *self.definitions.entry(node.id()).or_insert(next);
        if number == next {
            self.pending.push_back(node);
        }
        number
    }

    /// What a reference leads to, if it leads to a place in this document: the fragment of a URI is
    /// a JSON pointer (RFC 6901, section 6).
    pub(super) fn target(&self, reference: NodeRef<'t>) -> Option<NodeRef<'t>> {
        let pointer = reference.as_str()?.trim().strip_prefix('#')?;
        let plain = self.tree.follow(pointer);
        plain.or_else(|| self.tree.follow(&percent_decoded(pointer)))
    }

    /// Follows the references of `node` to something that is none.
    pub(crate) fn resolve(&mut self, node: NodeRef<'t>) -> Option<NodeRef<'t>> {
        let mut at = node;
        let mut seen = BTreeSet::new();
        while let Some(reference) = at.get("$ref") {
            if !seen.insert(at.id()) {
                self.cycle(reference);
                return None;
            }
            let Some(target) = self.target(reference) else {
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

    /// What stands at the end of the references of `node`, where there is an end. Whoever reads it
    /// tells what is wrong with them.
    pub(crate) fn followed(&self, node: NodeRef<'t>) -> Option<NodeRef<'t>> {
        let mut at = node;
        let mut seen = BTreeSet::new();
        while let Some(reference) = at.get("$ref") {
            if !seen.insert(at.id()) {
                return None;
            }
            at = self.target(reference)?;
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

/// The name of the definition at a pointer: its key below `definitions`, or the whole way to a schema
/// that stands elsewhere.
fn name(pointer: &str) -> String {
    let steps = steps(pointer).unwrap_or_default();
    match steps.as_slice() {
        [first, name] if first == "definitions" => name.clone(),
        [first, second, name] if first == "components" && second == "schemas" => name.clone(),
        steps => steps.join(" "),
    }
}

/// The text of a fragment; what is no escape stays as it is.
fn percent_decoded(fragment: &str) -> String {
    let mut bytes = Vec::with_capacity(fragment.len());
    let mut rest = fragment.as_bytes();
    while let [first, tail @ ..] = rest {
        let escape = (*first == b'%').then(|| tail.get(..2)).flatten();
        let byte = escape
            .and_then(|digits| std::str::from_utf8(digits).ok())
            .and_then(|digits| u8::from_str_radix(digits, 16).ok());
        bytes.push(byte.unwrap_or(*first));
        rest = if byte.is_some() { &tail[2..] } else { tail };
    }
    String::from_utf8_lossy(&bytes).into_owned()
}
