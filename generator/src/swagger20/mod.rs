//! Swagger 2.0 to [`Draft`]. It writes down what the document says and guesses nothing.
//!
//! | object of the specification | file | becomes |
//! |---|---|---|
//! | Swagger, Info, Paths, Path Item | this one | [`Draft`], [`Info`], [`Server`] |
//! | Operation | `operation` | [`Operation`] |
//! | Parameter, Items, Reference | `parameter` | [`Parameter`](crate::draft::Parameter), [`Body`](crate::draft::Body) |
//! | Responses, Response | `response` | [`Reply`](crate::draft::Reply) |
//! | Security Definitions | `security` | [`Security`](crate::draft::Security) |
//! | the overlay's extensions | `extension` | choices of a person |
//! | Schema | `schema` | [`Shape`](crate::draft::Shape) |

pub mod codes;
mod definition;
mod extension;
mod operation;
mod parameter;
mod reading;
mod response;
mod schema;
mod security;

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use crate::diagnostic::Diagnostic;
use crate::draft::evidence::{Ledger, Slot};
use crate::draft::{Draft, Info, Omitted, Operation, Server};
use crate::overlay::{Corrections, extensions};
use crate::read::NodeRef;
use crate::read::tree::{NodeId, Site, Tree};
use crate::source::Sources;

/// The name under which reports speak of statuses that are written as numbers.
pub const STATUS_KEYS: &str = "status-keys";

/// The methods of the Path Item Object.
const METHODS: [&str; 7] = ["get", "put", "post", "delete", "options", "head", "patch"];

/// What lowering carries along.
struct Lowering<'t> {
    tree: &'t Tree,
    sources: &'t Sources,
    ledger: Ledger,
    diagnostics: Vec<Diagnostic>,
    omitted: Vec<Omitted>,
    extensions: Vec<(String, Site)>,
    /// The number of each definition.
    definitions: BTreeMap<NodeId, usize>,
    /// Definitions whose shape has not been read yet.
    pending: VecDeque<NodeRef<'t>>,
    /// The extensions of the overlay that meant something where they stand.
    understood: BTreeSet<NodeId>,
}

/// Reads a Swagger 2.0 document.
///
/// # Errors
///
/// Where the document is of another version, or nothing in it can be called.
pub fn lower(
    tree: &Tree,
    sources: &Sources,
    corrections: Corrections,
    diagnostics: &mut Vec<Diagnostic>,
) -> Result<(Draft, Ledger), Unusable> {
    let mut lowering = Lowering {
        tree,
        sources,
        ledger: Ledger::new(corrections),
        diagnostics: Vec::new(),
        omitted: Vec::new(),
        extensions: Vec::new(),
        definitions: BTreeMap::new(),
        pending: VecDeque::new(),
        understood: BTreeSet::new(),
    };
    let root = tree.view(tree.root());
    let draft = lowering.document(root);
    let unread = lowering.unread_extensions(root);
    diagnostics.append(&mut lowering.diagnostics);
    match draft {
        Ok(draft) if !unread => Ok((draft, lowering.ledger)),
        Ok(_) => Err(Unusable),
        Err(error) => {
            diagnostics.push(error);
            Err(Unusable)
        }
    }
}

/// Nothing can be made of a document, and its diagnostics say why.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unusable;

impl<'t> Lowering<'t> {
    fn document(&mut self, root: NodeRef<'t>) -> Result<Draft, Diagnostic> {
        self.check_version(root)?;
        self.note_extensions(root);
        let Some(paths) = root.get("paths") else {
            return Err(
                Diagnostic::new(&codes::NO_PATHS, "the document has no `paths`")
                    .at(self.span(root), "")
                    .help("make sure that this is the whole Swagger 2.0 document"),
            );
        };
        for (_, schema) in root
            .get("definitions")
            .into_iter()
            .flat_map(NodeRef::entries)
        {
            self.define(schema);
        }
        let operations = self.paths(root, paths);
        if operations.is_empty() {
            return Err(
                Diagnostic::new(&codes::NO_OPERATIONS, "`paths` holds no operation")
                    .at(self.span(paths), "nothing here can be called")
                    .help("a path holds methods: `/pets: {get: {…}}`"),
            );
        }
        let definitions = self.definitions();
        let mut draft = Draft {
            site: root.site(),
            info: self.info(root),
            server: self.server(root),
            security: self.security(root),
            operations,
            definitions,
            extensions: std::mem::take(&mut self.extensions),
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
                format!(
                    "Swagger {} can't be read",
                    version.scalar().unwrap_or("of no version")
                ),
                version,
            ),
            (None, Some(version)) => (
                format!(
                    "OpenAPI {} can't be read",
                    version.scalar().unwrap_or("of no version")
                ),
                version,
            ),
            (None, None) => (
                "the document does not say `swagger: \"2.0\"`".to_owned(),
                root,
            ),
        };
        Err(Diagnostic::new(&codes::UNSUPPORTED_VERSION, message)
            .at(self.span(place), "")
            .help("supported is Swagger 2.0: a document that begins with `swagger: \"2.0\"`"))
    }

    fn info(&mut self, root: NodeRef<'t>) -> Info {
        let Some(info) = root.get("info").filter(|info| !info.is_null()) else {
            return Info::default();
        };
        if !info.is_map() {
            self.wrong_type(info, "a mapping with title and version");
        }
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
        let schemes = self.list(root, "schemes", "a list of schemes");
        // The safest of several is the one to use; web sockets are no base for calls.
        let best = ["https", "http"].iter().find_map(|wanted| {
            schemes
                .iter()
                .find(|scheme| scheme.as_str() == Some(wanted))
        });
        if let Some(scheme) = best {
            let evidence = self.ledger.stated(scheme.site());
            let text = scheme.as_str().unwrap_or_default().to_owned();
            server.scheme.claim(text, evidence);
        }
        server
    }

    fn paths(&mut self, root: NodeRef<'t>, paths: NodeRef<'t>) -> Vec<Operation> {
        if !paths.is_map() {
            self.wrong_type(paths, "a mapping from paths to operations");
        }
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
    fn note_extensions(&mut self, node: NodeRef<'t>) {
        // Ours are told by whoever reads them.
        let found = node.entries().filter(|(key, _)| {
            key.text.starts_with("x-") && !key.text.starts_with(extensions::PREFIX)
        });
        self.extensions
            .extend(found.map(|(key, value)| (key.text.clone(), value.site())));
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
    fn methods(&mut self, path: &str, item: NodeRef<'t>) -> Vec<(String, NodeRef<'t>)> {
        if !item.is_map() {
            self.wrong_type(item, "a mapping from methods to operations");
            self.omit(item, &format!("the path `{path}`"), "it is no mapping");
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
}
