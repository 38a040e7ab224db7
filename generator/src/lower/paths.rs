//! The Paths Object and the Path Item Object.

use std::collections::BTreeMap;

use super::template::{self, Template};
use super::{Lowering, codes, vendor};
use crate::diagnostic::{Code, Diagnostic, quoted};
use crate::draft::Operation;
use crate::names::decode_entities;
use crate::overlay::extensions;
use crate::read::NodeRef;

/// A path as it is written, and what it is read as, step by step.
struct Spelled<'t> {
    written: &'t str,
    plain: String,
    braced: String,
    template: Template,
}

impl<'t> Lowering<'t> {
    pub(super) fn paths(&mut self, root: NodeRef<'t>, paths: NodeRef<'t>) -> Vec<Operation> {
        if !paths.is_map() {
            self.wrong_type(paths, "a mapping from paths to operations");
        }
        self.note_extensions(paths);
        let mut operations: Vec<Operation> = Vec::new();
        let mut keys = BTreeMap::new();
        let mut ids = BTreeMap::new();
        let entries = paths.entries();
        let entries: Vec<_> = entries
            .filter(|(key, _)| !key.text.starts_with("x-"))
            .filter(|(key, item)| self.is_sendable(&key.text, *item))
            .collect();
        let entries: Vec<_> = entries
            .into_iter()
            .map(|(key, item)| (self.spelled(&key.text, item), item))
            .collect();
        let mut roads: BTreeMap<String, usize> = BTreeMap::new();
        for (spelled, _) in &entries {
            *roads.entry(spelled.template.road.clone()).or_default() += 1;
        }
        for (mut spelled, item) in entries {
            // What tells two paths apart stays in them.
            if roads[&spelled.template.road] > 1 {
                spelled.template = Template {
                    road: spelled.template.whole.clone(),
                    query: Vec::new(),
                    ..spelled.template
                };
            }
            let template = match self.chosen_path(item) {
                Some(road) => Template {
                    whole: road.clone(),
                    road,
                    query: Vec::new(),
                },
                None => self.path(spelled, item),
            };
            let path = template.road.as_str();
            for item in self.places(path, item) {
                self.note_extensions(item);
                for (method, node) in self.methods(path, item) {
                    let Some(operation) = self.operation(root, &template, item, &method, node)
                    else {
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

    /// Whether servers read a path of that length; if not, its operations are left out.
    fn is_sendable(&mut self, path: &str, item: NodeRef<'t>) -> bool {
        const LONGEST: usize = 8000;
        if path.len() <= LONGEST {
            return true;
        }
        let message = format!("a path has {} bytes; {LONGEST} are read", path.len());
        let told = Diagnostic::new(&codes::LONG_PATH, message);
        self.diagnostics
            .push(told.at(self.key_span(item), "left out"));
        for (method, node) in self.methods(path, item) {
            let key = format!("{method} {path}");
            self.omit(node, &key, "its path is too long to be sent");
        }
        false
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

    /// What a path is read as.
    fn spelled(&self, written: &'t str, item: NodeRef<'t>) -> Spelled<'t> {
        let plain = decode_entities(written).replace("%7B", "{");
        let plain = plain.replace("%7D", "}").trim().to_owned();
        let braced = template::in_braces(&plain, &|name| self.declares(item, name, None));
        let braced =
            template::bare_in_braces(&braced, &|name| self.declares(item, name, Some("path")));
        let mut template = Template::of(&template::told_apart(&braced));
        if !braced.starts_with('/') {
            template.whole.insert(0, '/');
            template.road.insert(0, '/');
        }
        Spelled {
            written,
            plain,
            braced,
            template,
        }
    }

    /// Whether a path or one of its operations declares a parameter of that name, in that place.
    fn declares(&self, item: NodeRef<'t>, name: &str, place: Option<&str>) -> bool {
        let operations = item.entries().map(|(_, operation)| operation);
        let owners = std::iter::once(item).chain(operations);
        let lists = owners.filter_map(|owner| owner.get("parameters"));
        let mut parameters = lists.flat_map(NodeRef::items);
        parameters.any(|parameter| {
            let found = self.followed(parameter);
            let says = |key: &str| found.and_then(|found| found.get(key)?.scalar());
            says("name") == Some(name) && place.is_none_or(|place| says("in") == Some(place))
        })
    }

    /// The path as it is appended to the base path, and what should be said of it.
    fn path(&mut self, spelled: Spelled<'t>, item: NodeRef<'t>) -> Template {
        let Spelled {
            written,
            plain,
            braced,
            template,
        } = spelled;
        let path = format!("the path {}", quoted(written));
        let mut tell = |code: &'static Code, message: String, label: String| {
            let told = Diagnostic::new(code, message).at(self.key_span(item), label);
            self.diagnostics.push(told);
        };
        let whole = &template.whole;
        let read = format!("read as {}", quoted(whole));
        if plain != written {
            let message = format!("{path} holds markup or white space");
            tell(&codes::MARKUP_IN_PATH, message, read.clone());
        }
        if braced != plain {
            let message = format!("{path} has values in another spelling");
            tell(&codes::OTHER_TEMPLATE, message, read.clone());
        }
        if template::told_apart(&braced) != braced {
            let message = format!("{path} has several values of one name");
            tell(&codes::REPEATED_TEMPLATE, message, read);
        }
        if !braced.starts_with('/') {
            let message = format!("{path} does not begin with a slash");
            tell(
                &codes::PATH_WITHOUT_SLASH,
                message,
                "read as if it did".to_owned(),
            );
        }
        let rest = &whole[template::query_start(whole)..];
        if rest.starts_with('?') {
            let names = template.query.iter().map(|value| quoted(&value.name));
            let names = names.collect::<Vec<_>>().join(", ");
            let label = if names.is_empty() {
                "sent with every call".to_owned()
            } else {
                format!("{names}: in the query")
            };
            tell(&codes::QUERY_IN_PATH, format!("{path} has a query"), label);
        }
        if rest.contains('#') {
            let message = format!("{path} has a fragment");
            tell(&codes::FRAGMENT_IN_PATH, message, "never sent".to_owned());
        }
        template
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
            let is_member = self.format.path_members().contains(&method.as_str());
            if self.format.methods().contains(&method.as_str()) {
                methods.push((method.to_ascii_uppercase(), node));
            } else if !(is_member && !is_operation(node) || method.starts_with("x-")) {
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

/// Whether something is an operation, whatever it is called.
pub(super) fn is_operation(node: NodeRef<'_>) -> bool {
    node.is_map() && node.get("responses").is_some()
}
