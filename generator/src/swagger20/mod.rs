//! Swagger 2.0 to [`Draft`]. It writes down what the document says and guesses nothing.
//!
//! What it shares with other formats is in [`lower`](crate::lower).

use crate::diagnostic::Diagnostic;
use crate::draft::evidence::{Ledger, Slot};
use crate::draft::{Draft, Server};
use crate::lower::{Lowering, Unusable, codes};
use crate::overlay::Corrections;
use crate::read::NodeRef;
use crate::read::tree::Tree;
use crate::source::Sources;

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
    let mut lowering = Lowering::new(tree, sources, corrections);
    let draft = lowering.document(tree.view(tree.root()));
    lowering.finish(draft, diagnostics)
}

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
}
