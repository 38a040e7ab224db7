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
                name: self.name(node),
                pointer: format!("{}#{pointer}", self.file(node).unwrap_or_default()),
                shape: self.schema(node),
                any: false,
                tag: None,
            });
        }
        definitions
    }

    /// The name of the definition at a node: its key below `definitions`, or the whole way to a schema
    /// that stands elsewhere. What stands in another file is called after that where the name is
    /// another's.
    fn name(&self, node: NodeRef<'t>) -> String {
        let pointer = self.tree.pointer(node.id());
        let short = named(&pointer);
        let way = || steps(&pointer).unwrap_or_default().join(" ");
        let Some(file) = self.file(node) else {
            return short.unwrap_or_else(way);
        };
        let name = match (&short, pointer.is_empty()) {
            (Some(name), _) => name.clone(),
            (None, true) => stem(file).to_owned(),
            (None, false) => return format!("{} {}", stem(file), way()),
        };
        if self.is_taken(&name, file) {
            let stem_is_taken = self
                .tree
                .files()
                .any(|(path, _)| path != file && stem(path) == stem(file));
            let whole = file.split_once('.').map_or(file, |(whole, _)| whole);
            let of = if stem_is_taken { whole } else { stem(file) };
            format!("{} {name}", of.replace('/', " "))
        } else {
            name
        }
    }

    /// The path of the other file that a node stands in.
    fn file(&self, node: NodeRef<'t>) -> Option<&'t str> {
        let top = self.tree.top(node.id());
        let mut files = self.tree.files();
        files.find(|(_, root)| *root == top).map(|(path, _)| path)
    }

    /// Whether the document, or another file than this one, has a schema of that name.
    fn is_taken(&self, name: &str, file: &str) -> bool {
        let root = self.tree.view(self.tree.root());
        let has = |root: NodeRef<'t>| {
            let schemas = self.format.schemas(root);
            schemas.is_some_and(|schemas| schemas.get(name).is_some())
        };
        let mut others = self.tree.files().filter(|(path, _)| *path != file);
        has(root) || others.any(|(path, root)| stem(path) == name || has(self.tree.view(root)))
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

    /// Follows the references of `node` to something that is none.
    pub(crate) fn resolve(&mut self, node: NodeRef<'t>) -> Option<NodeRef<'t>> {
        let mut at = node;
        let mut seen = BTreeSet::new();
        while let Some(reference) = at.get("$ref") {
            if !seen.insert(at.id()) {
                self.cycle(reference);
                return None;
            }
            let Some(target) = reference.referred() else {
                let message = format!(
                    "`{}` leads nowhere",
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
        self.tree.view(node.id()).followed()
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

/// The name that a pointer gives to a schema among the named ones.
fn named(pointer: &str) -> Option<String> {
    let steps = steps(pointer).unwrap_or_default();
    match steps.as_slice() {
        [first, name] if first == "definitions" => Some(name.clone()),
        [first, second, name] if first == "components" && second == "schemas" => Some(name.clone()),
        _ => None,
    }
}

/// What a file is called, without its folder and its ending.
fn stem(path: &str) -> &str {
    let name = path.rsplit('/').next().unwrap_or(path);
    name.split_once('.').map_or(name, |(stem, _)| stem)
}
