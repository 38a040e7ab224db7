//! Swagger 2.0 to [`Draft`]. It writes down what the document says and guesses nothing.
//!
//! | object of the specification | file | becomes |
//! |---|---|---|
//! | Swagger, Info, Paths, Path Item | this one | [`Draft`], [`Info`], [`Server`] |
//! | Operation | `operation` | [`Operation`](crate::draft::Operation) |
//! | Parameter, Items, Reference | `parameter` | [`Parameter`](crate::draft::Parameter), [`Body`](crate::draft::Body) |
//! | Responses, Response | `response` | [`Reply`](crate::draft::Reply) |
//! | Schema | `schema` | [`Shape`] |

pub mod codes;
mod operation;
mod parameter;
mod response;
mod schema;

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use crate::diagnostic::{Code, Diagnostic};
use crate::draft::evidence::{Ledger, Slot};
use crate::draft::{Definition, Draft, Info, Omitted, Server, Shape};
use crate::read::tree::{Site, Tree};
use crate::read::NodeRef;
use crate::source::{Sources, Span};

/// The methods of the Path Item Object.
const METHODS: [&str; 7] = ["get", "put", "post", "delete", "options", "head", "patch"];

/// What lowering carries along.
struct Lowering<'t> {
    tree: &'t Tree,
    sources: &'t Sources,
    ledger: Ledger,
    diagnostics: Vec<Diagnostic>,
    omitted: Vec<Omitted>,
    /// The number of each definition that is referred to, by pointer.
    definitions: BTreeMap<String, usize>,
    /// Definitions whose shape has not been read yet.
    pending: VecDeque<(String, NodeRef<'t>)>,
}

/// Reads a Swagger 2.0 document.
///
/// # Errors
///
/// Where the document is of another version, or nothing in it can be called.
pub fn lower(
    tree: &Tree,
    sources: &Sources,
    diagnostics: &mut Vec<Diagnostic>,
) -> Result<(Draft, Ledger), Vec<Diagnostic>> {
    let mut lowering = Lowering {
        tree,
        sources,
        ledger: Ledger::default(),
        diagnostics: Vec::new(),
        omitted: Vec::new(),
        definitions: BTreeMap::new(),
        pending: VecDeque::new(),
    };
    let draft = lowering.document(tree.view(tree.root()));
    let Lowering {
        ledger,
        diagnostics: found,
        ..
    } = lowering;
    diagnostics.extend(found);
    match draft {
        Ok(draft) => Ok((draft, ledger)),
        Err(error) => {
            diagnostics.push(error);
            Err(std::mem::take(diagnostics))
        }
    }
}

impl<'t> Lowering<'t> {
    fn document(&mut self, root: NodeRef<'t>) -> Result<Draft, Diagnostic> {
        self.check_version(root)?;
        let Some(paths) = root.get("paths") else {
            return Err(Diagnostic::new(&codes::NO_PATHS, "the document has no `paths`")
                .at(self.span(root), "")
                .help("make sure that this is the whole Swagger 2.0 document"));
        };
        for (key, schema) in root.get("definitions").into_iter().flat_map(NodeRef::entries) {
            self.define(&format!("#/definitions/{}", escape(&key.text)), schema);
        }
        let operations = self.paths(root, paths);
        if operations.is_empty() {
            return Err(Diagnostic::new(&codes::NO_OPERATIONS, "`paths` holds no operation")
                .at(self.span(paths), "nothing here can be called")
                .help("a path holds methods: `/pets: {get: {…}}`"));
        }
        let definitions = self.definitions();
        let mut draft = Draft {
            site: root.site(),
            info: self.info(root),
            server: self.server(root),
            security: Slot::default(),
            operations,
            definitions,
            doubts: Slot::default(),
            omitted: std::mem::take(&mut self.omitted),
        };
        // Definitions may have been left out while their shapes were read.
        draft.omitted.append(&mut self.omitted);
        Ok(draft)
    }

    fn check_version(&self, root: NodeRef<'t>) -> Result<(), Diagnostic> {
        let (message, place) = match (root.get("swagger"), root.get("openapi")) {
            (Some(version), _) if version.scalar().is_some_and(|v| matches!(v, "2.0" | "2")) => {
                return Ok(());
            }
            (Some(version), _) => (
                format!("Swagger {} can't be read", version.scalar().unwrap_or("of no version")),
                version,
            ),
            (None, Some(version)) => (
                format!("OpenAPI {} can't be read", version.scalar().unwrap_or("of no version")),
                version,
            ),
            (None, None) => ("the document does not say `swagger: \"2.0\"`".to_owned(), root),
        };
        Err(Diagnostic::new(&codes::UNSUPPORTED_VERSION, message)
            .at(self.span(place), "")
            .help("supported is Swagger 2.0: a document that begins with `swagger: \"2.0\"`"))
    }

    fn info(&mut self, root: NodeRef<'t>) -> Info {
        let Some(info) = root.get("info") else {
            return Info::default();
        };
        Info {
            site: Some(info.id()),
            title: self.text(info, "title"),
            description: self.text(info, "description"),
            version: self.text(info, "version"),
        }
    }

    fn server(&mut self, root: NodeRef<'t>) -> Server {
        let mut server = Server {
            host: self.text(root, "host"),
            base_path: self.text(root, "basePath"),
            scheme: Slot::default(),
        };
        let schemes: Vec<_> = root.get("schemes").into_iter().flat_map(NodeRef::items).collect();
        // The safest of several is the one to use; web sockets are no base for calls.
        let best = ["https", "http"]
            .iter()
            .find_map(|wanted| schemes.iter().find(|scheme| scheme.as_str() == Some(wanted)));
        if let Some(scheme) = best {
            let evidence = self.ledger.stated(scheme.site());
            let text = scheme.as_str().unwrap_or_default().to_owned();
            server.scheme.claim(text, evidence);
        }
        server
    }

    fn paths(&mut self, root: NodeRef<'t>, paths: NodeRef<'t>) -> Vec<crate::draft::Operation> {
        if !paths.is_map() {
            self.wrong_type(paths, "a mapping from paths to operations");
        }
        let mut operations: Vec<crate::draft::Operation> = Vec::new();
        let mut ids = BTreeMap::new();
        for (key, item) in paths.entries() {
            if key.text.starts_with("x-") {
                continue;
            }
            let path = self.path(&key.text, item);
            for (method, node) in self.methods(item) {
                let Some(operation) = self.operation(root, &path, item, &method, node) else {
                    continue;
                };
                if let Some(twin) = operations.iter().find(|o| o.key() == operation.key()) {
                    let first = self.tree.span(self.sources, &twin.site);
                    let message = format!("`{}` is there twice", operation.key());
                    self.omit(node, &operation.key(), "the same method and path came before");
                    self.diagnostics.push(
                        Diagnostic::new(&codes::DUPLICATE_OPERATION, message)
                            .at(self.span(node), "this one is left out")
                            .at(first, "the first"),
                    );
                    continue;
                }
                self.check_id(&mut ids, node);
                operations.push(operation);
            }
        }
        operations
    }

    /// The path as it is appended to the base path.
    fn path(&mut self, written: &str, item: NodeRef<'t>) -> String {
        if written.starts_with('/') {
            return written.to_owned();
        }
        let message = format!("the path `{written}` does not begin with a slash");
        self.diagnostics.push(
            Diagnostic::new(&codes::PATH_WITHOUT_SLASH, message)
                .at(self.key_span(item), "read as if it did"),
        );
        format!("/{written}")
    }

    /// The operations of a path item, by method.
    fn methods(&mut self, item: NodeRef<'t>) -> Vec<(String, NodeRef<'t>)> {
        if !item.is_map() {
            self.wrong_type(item, "a mapping from methods to operations");
            self.omit(item, "a path", "it is no mapping");
        }
        let mut methods = Vec::new();
        for (key, node) in item.entries() {
            let method = key.text.trim().to_ascii_lowercase();
            if METHODS.contains(&method.as_str()) {
                methods.push((method.to_ascii_uppercase(), node));
            } else if method != "parameters" && !method.starts_with("x-") && method != "$ref" {
                let message = format!("`{}` is no method of HTTP", key.text);
                self.omit(node, &format!("`{}`", key.text), "it is no method of HTTP");
                self.diagnostics.push(
                    Diagnostic::new(&codes::UNKNOWN_METHOD, message)
                        .at(self.key_span(node), "left out")
                        .help(format!("methods are {}", METHODS.join(", "))),
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

    /// Reads the definitions that were met, and those that their shapes refer to.
    fn definitions(&mut self) -> Vec<Definition> {
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
    fn define(&mut self, pointer: &str, node: NodeRef<'t>) -> usize {
        if let Some(&number) = self.definitions.get(pointer) {
            return number;
        }
        let number = self.definitions.len();
        self.definitions.insert(pointer.to_owned(), number);
        self.pending.push_back((pointer.to_owned(), node));
        number
    }

    /// Follows the references of `node` to something that is none.
    fn resolve(&mut self, node: NodeRef<'t>) -> Option<NodeRef<'t>> {
        let mut at = node;
        let mut seen = BTreeSet::new();
        while let Some(reference) = at.get("$ref") {
            if !seen.insert(at.id()) {
                self.cycle(reference);
                return None;
            }
            let target = reference.as_str().and_then(|pointer| self.tree.follow(pointer));
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

    fn cycle(&mut self, reference: NodeRef<'t>) {
        let message = format!("`{}` leads back to itself", reference.scalar().unwrap_or("$ref"));
        self.diagnostics.push(
            Diagnostic::new(&codes::REFERENCE_CYCLE, message)
                .at(self.span(reference), "nothing is known of the value"),
        );
    }

    /// The text of a member, where there is one. Other scalars count by their spelling.
    fn text(&mut self, node: NodeRef<'t>, member: &str) -> Slot<String> {
        let mut slot = Slot::default();
        let Some(found) = node.get(member).filter(|found| !found.is_null()) else {
            return slot;
        };
        if let Some(text) = found.scalar() {
            let evidence = self.ledger.stated(found.site());
            slot.claim(text.to_owned(), evidence);
        } else {
            self.wrong_type(found, "text");
        }
        slot
    }

    /// The truth value of a member, where there is one; `"true"` counts as `true`.
    fn flag(&mut self, node: NodeRef<'t>, member: &str) -> Slot<bool> {
        let mut slot = Slot::default();
        let Some(found) = node.get(member).filter(|found| !found.is_null()) else {
            return slot;
        };
        match found.scalar().map(str::to_ascii_lowercase).as_deref() {
            Some(word @ ("true" | "false")) => {
                let evidence = self.ledger.stated(found.site());
                slot.claim(word == "true", evidence);
            }
            _ => self.wrong_type(found, "true or false"),
        }
        slot
    }

    /// The texts of a member that is a list.
    fn texts(&mut self, node: NodeRef<'t>, member: &str) -> Vec<String> {
        let Some(list) = node.get(member).filter(|list| !list.is_null()) else {
            return Vec::new();
        };
        if !list.is_list() {
            self.wrong_type(list, "a list of texts");
        }
        list.items().filter_map(|item| item.scalar().map(str::to_owned)).collect()
    }

    fn wrong_type(&mut self, node: NodeRef<'t>, wanted: &str) {
        let message = format!("{} stands where {wanted} belongs", node.kind_name());
        self.diagnose(&codes::WRONG_TYPE, node, message, "left out");
    }

    fn diagnose(&mut self, code: &'static Code, node: NodeRef<'t>, message: String, label: &str) {
        let diagnostic = Diagnostic::new(code, message).at(self.span(node), label);
        self.diagnostics.push(diagnostic);
    }

    fn omit(&mut self, node: NodeRef<'t>, what: &str, because: &str) {
        self.omitted.push(Omitted {
            what: what.to_owned(),
            site: node.site(),
            because: because.to_owned(),
        });
    }

    fn span(&self, node: NodeRef<'t>) -> Span {
        self.tree.span(self.sources, &Site::from(node.id()))
    }

    fn key_span(&self, node: NodeRef<'t>) -> Span {
        self.tree.key_span(self.sources, node.id())
    }

    fn unknown(node: NodeRef<'t>) -> Shape {
        Shape::unknown(node.site())
    }
}

/// A key as a step of a JSON pointer (RFC 6901).
fn escape(key: &str) -> String {
    key.replace('~', "~0").replace('/', "~1")
}

/// The reverse of [`escape`].
fn unescape(step: &str) -> String {
    step.replace("~1", "/").replace("~0", "~")
}
