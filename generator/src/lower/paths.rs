//! The Paths Object and the Path Item Object.

use std::collections::BTreeMap;

use super::{Lowering, codes, vendor};
use crate::diagnostic::Diagnostic;
use crate::draft::Operation;
use crate::names::{number::singular, words::Words};
use crate::overlay::extensions;
use crate::read::NodeRef;

impl<'t> Lowering<'t> {
    pub(super) fn paths(&mut self, root: NodeRef<'t>, paths: NodeRef<'t>) -> Vec<Operation> {
        if !paths.is_map() {
            self.wrong_type(paths, "a mapping from paths to operations");
        }
        self.note_extensions(paths);
        let mut operations: Vec<Operation> = Vec::new();
        let mut keys = BTreeMap::new();
        let mut ids = BTreeMap::new();
        for (key, item) in paths.entries() {
            if key.text.starts_with("x-") {
                continue;
            }
            let path = match self.chosen_path(item) {
                Some(path) => path,
                None => self.path(&key.text, item),
            };
            for item in self.places(&path, item) {
                self.note_extensions(item);
                for (method, node) in self.methods(&path, item) {
                    let Some(operation) = self.operation(root, &path, item, &method, node) else {
                        continue;
                    };
                    let key = operation.key();
                    if let Some(twin) = keys.get(&key) {
                        self.leave_out_twin(node, &operations[*twin]);
                        continue;
                    }
                    keys.insert(key, operations.len());
                    self.check_id(&mut ids, node);
                    operations.push(operation);
                }
            }
        }
        operations
    }

    /// Where the operations of a path stand: in its item, and where that refers to.
    fn places(&mut self, path: &str, item: NodeRef<'t>) -> Vec<NodeRef<'t>> {
        if item.get("$ref").is_none() {
            return vec![item];
        }
        let elsewhere = self.resolve(item);
        if elsewhere.is_none() {
            let what = format!("the path `{path}`");
            self.omit(item, &what, "its reference leads nowhere");
        }
        std::iter::once(item).chain(elsewhere).collect()
    }

    fn leave_out_twin(&mut self, node: NodeRef<'t>, first: &Operation) {
        let key = first.key();
        self.omit(node, &key, "the same method and path came before");
        let span = self.tree.span(self.sources, &first.site);
        self.diagnostics.push(
            Diagnostic::new(
                &codes::DUPLICATE_OPERATION,
                format!("`{key}` is there twice"),
            )
            .at(self.span(node), "this one is left out")
            .at(span, "the first"),
        );
    }

    /// Notes the keys of a node that begin with `x-`.
    pub(super) fn note_extensions(&mut self, node: NodeRef<'t>) {
        // Ours are told by whoever reads them.
        let found = node.entries().filter(|(key, _)| {
            key.text.starts_with("x-")
                && !key.text.starts_with(extensions::PREFIX)
                && !vendor::is_known(&key.text)
        });
        self.extensions
            .extend(found.map(|(key, value)| (key.text.clone(), value.site())));
    }

    /// The path as it is appended to the base path.
    fn path(&mut self, written: &str, item: NodeRef<'t>) -> String {
        let template = template(written);
        if template != written {
            let message = format!("the path `{written}` has values in another spelling");
            self.diagnostics.push(
                Diagnostic::new(&codes::OTHER_TEMPLATE, message)
                    .at(self.key_span(item), format!("read as `{template}`")),
            );
        }
        let told_apart = told_apart(&template);
        if told_apart != template {
            let message = format!("the path `{written}` has several values of one name");
            self.diagnostics.push(
                Diagnostic::new(&codes::REPEATED_TEMPLATE, message)
                    .at(self.key_span(item), format!("read as `{told_apart}`")),
            );
        }
        let written = told_apart.as_str();
        if written.starts_with('/') {
            return told_apart;
        }
        let message = format!("the path `{written}` does not begin with a slash");
        self.diagnostics.push(
            Diagnostic::new(&codes::PATH_WITHOUT_SLASH, message)
                .at(self.key_span(item), "read as if it did"),
        );
        format!("/{written}")
    }

    /// The operations of a path item, by method.
    fn methods(&mut self, path: &str, item: NodeRef<'t>) -> Vec<(String, NodeRef<'t>)> {
        if !item.is_map() {
            self.wrong_type(item, "a mapping from methods to operations");
            self.omit(item, &format!("the path `{path}`"), "it is no mapping");
        }
        let mut methods = Vec::new();
        for (key, node) in item.entries() {
            let method = key.text.trim().to_ascii_lowercase();
            if self.format.methods().contains(&method.as_str()) {
                methods.push((method.to_ascii_uppercase(), node));
            } else if !self.format.path_members().contains(&method.as_str())
                && !method.starts_with("x-")
            {
                let message = format!("`{}` is no method of HTTP", key.text);
                self.omit(node, &format!("`{}`", key.text), "it is no method of HTTP");
                self.diagnostics.push(
                    Diagnostic::new(&codes::UNKNOWN_METHOD, message)
                        .at(self.key_span(node), "left out")
                        .help(format!("methods are {}", self.format.methods().join(", "))),
                );
            }
        }
        methods
    }

    fn check_id(&mut self, seen: &mut BTreeMap<String, NodeRef<'t>>, operation: NodeRef<'t>) {
        let Some(node) = operation.get("operationId") else {
            return;
        };
        let Some(id) = node.scalar() else { return };
        if let Some(first) = seen.get(id) {
            let message = format!("the operationId `{id}` is there twice");
            self.diagnostics.push(
                Diagnostic::new(&codes::DUPLICATE_OPERATION_ID, message)
                    .at(self.span(node), "again here")
                    .at(self.span(*first), "first here"),
            );
        } else {
            seen.insert(id.to_owned(), node);
        }
    }
}

/// A path with its values in braces: `:id` and `<id>` are how frameworks spell them.
fn template(written: &str) -> String {
    let (path, query) = written.split_at(written.find(['?', '#']).unwrap_or(written.len()));
    let is_name = |text: &str| {
        text.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_')
            && text
                .chars()
                .all(|c| c.is_ascii_alphanumeric() || c == '_' || c == '-')
    };
    let segments = path.split('/').map(|segment| {
        let bare = segment.strip_prefix(':').or_else(|| {
            // `<int:id>` says the type before the name.
            let inner = segment.strip_prefix('<')?.strip_suffix('>')?;
            Some(inner.rsplit_once(':').map_or(inner, |(_, name)| name))
        });
        match bare.filter(|name| is_name(name)) {
            Some(name) => format!("{{{name}}}"),
            None => segment.to_owned(),
        }
    });
    let segments: Vec<_> = segments.collect();
    format!("{}{query}", segments.join("/"))
}

/// A path whose values have names of their own: of several with one name the last keeps it, which is
/// the thing itself, and each before it is named after the segment in front of it.
fn told_apart(path: &str) -> String {
    let mut segments: Vec<String> = path.split('/').map(str::to_owned).collect();
    for at in 0..segments.len() {
        let Some(name) = value(&segments[at]).map(str::to_owned) else {
            continue;
        };
        let (before, after) = segments.split_at(at);
        if !after[1..].contains(&segments[at]) {
            continue;
        }
        let nouns = before.iter().rev().filter(|segment| !segment.contains('{'));
        // One noun where that is enough, and those before it where it is not.
        let mut words = Words::of(&name);
        for noun in nouns.filter(|noun| !noun.is_empty()) {
            words = Words::of(noun).with_last(singular).then(&words);
            let renamed = format!("{{{}}}", words.iter().collect::<Vec<_>>().join("_"));
            if !segments.contains(&renamed) {
                segments[at] = renamed;
                break;
            }
        }
    }
    segments.join("/")
}

/// The name of a segment that is nothing but a value.
fn value(segment: &str) -> Option<&str> {
    segment.strip_prefix('{')?.strip_suffix('}')
}

#[cfg(test)]
mod tests {
    use super::{template, told_apart};

    #[test]
    fn values_of_one_name_are_told_apart() {
        for (written, path) in [
            ("/pets/{id}", "/pets/{id}"),
            ("/pets/{id}/friends/{id}", "/pets/{pet_id}/friends/{id}"),
            (
                "/boxes/{key}/parts/{key}/parts/{key}",
                "/boxes/{box_key}/parts/{part_key}/parts/{key}",
            ),
            (
                "/a/{id}/files/{id}/files/{id}/files/{id}",
                "/a/{a_id}/files/{file_id}/files/{file_file_id}/files/{id}",
            ),
            ("/{id}/{id}", "/{id}/{id}"),
        ] {
            assert_eq!(told_apart(written), path);
        }
    }

    #[test]
    fn values_stand_in_braces() {
        for (written, path) in [
            ("/pets/:petId", "/pets/{petId}"),
            ("/pets/<pet_id>/image", "/pets/{pet_id}/image"),
            ("/pets/<int:id>", "/pets/{id}"),
            ("/pets/{id}:cancel", "/pets/{id}:cancel"),
            ("/pets/:", "/pets/:"),
            ("/pets/:80?at=:id", "/pets/:80?at=:id"),
            ("/pets/<a b>", "/pets/<a b>"),
            ("/a:b/c", "/a:b/c"),
        ] {
            assert_eq!(template(written), path);
        }
    }
}
