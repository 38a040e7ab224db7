//! Swagger 2.0 to [`Draft`]. It writes down what the document says and guesses nothing.
//!
//! What it shares with other formats is in [`lower`](mod@crate::lower); what is its own is here.
#![doc = include_str!("fields.md")]

use crate::diagnostic::Diagnostic;
use crate::draft::evidence::{Ledger, Slot};
use crate::draft::{Body, Dialect, Draft, ListStyle, Place, Server, Shape};
use crate::lower::{self, Content, Format, Lowering, Owner, Parameters, Unusable};
use crate::overlay::Corrections;
use crate::read::NodeRef;
use crate::read::tree::Tree;
use crate::source::Sources;

/// Whether a document says that it is Swagger 2.0.
#[must_use]
pub fn is_it(root: NodeRef<'_>) -> bool {
    let version = root.get("swagger").and_then(NodeRef::scalar);
    version.is_some_and(|version| matches!(version.trim(), "2.0" | "2"))
}

/// Reads a Swagger 2.0 document.
///
/// # Errors
///
/// Where it has no `paths`.
pub fn lower(
    tree: &Tree,
    sources: &Sources,
    corrections: Corrections,
    diagnostics: &mut Vec<Diagnostic>,
) -> Result<(Draft, Ledger), Unusable> {
    lower::lower(&Swagger20, tree, sources, corrections, diagnostics)
}

struct Swagger20;

impl Format for Swagger20 {
    fn name(&self) -> &'static str {
        "Swagger 2.0"
    }

    fn dialect(&self) -> Dialect {
        Dialect::Swagger20
    }

    fn methods(&self) -> &'static [&'static str] {
        &["get", "put", "post", "delete", "options", "head", "patch"]
    }

    fn path_members(&self) -> &'static [&'static str] {
        &["parameters", "$ref"]
    }

    fn schemas<'t>(&self, root: NodeRef<'t>) -> Option<NodeRef<'t>> {
        root.get("definitions")
    }

    fn security_schemes<'t>(&self, root: NodeRef<'t>) -> Option<NodeRef<'t>> {
        root.get("securityDefinitions")
    }

    fn server<'t>(&self, lowering: &mut Lowering<'t>, root: NodeRef<'t>) -> Server {
        let mut server = Server {
            host: lowering.text(root, "host"),
            base_path: lowering.text(root, "basePath"),
            scheme: Slot::default(),
        };
        let schemes = lowering.list(root, "schemes", "a list of schemes");
        // The safest of several is the one to use; web sockets are no base for calls.
        let best = ["https", "http"].iter().find_map(|wanted| {
            schemes
                .iter()
                .find(|scheme| scheme.as_str() == Some(wanted))
        });
        if let Some(scheme) = best {
            let evidence = lowering.ledger.stated(scheme.site());
            let text = scheme.as_str().unwrap_or_default().to_owned();
            server.scheme.claim(text, evidence);
        }
        server
    }

    fn style<'t>(
        &self,
        lowering: &mut Lowering<'t>,
        parameter: NodeRef<'t>,
        _: Place,
    ) -> Slot<ListStyle> {
        lowering.collection_format(parameter)
    }

    /// A body is a parameter here; its media types stand beside it, or in the document.
    fn body<'t>(
        &self,
        lowering: &mut Lowering<'t>,
        root: NodeRef<'t>,
        operation: NodeRef<'t>,
        found: &mut Parameters,
    ) {
        let own = lowering.media_types(operation, "consumes");
        let media = if own.is_empty() {
            lowering.media_types(root, "consumes")
        } else {
            own
        };
        let body: &mut Body = found
            .body
            .get_or_insert_with(|| Lowering::no_body(operation));
        body.media = media;
        lowering.parts_of_body(found);
    }

    fn value<'t>(&self, lowering: &mut Lowering<'t>, parameter: NodeRef<'t>) -> Shape {
        lowering.parameter_shape(parameter)
    }

    /// Its media types stand beside it, or in the document. Those of the document say nothing of a
    /// reply without a schema, which may well have no body.
    fn reply<'t>(
        &self,
        lowering: &mut Lowering<'t>,
        owner: Owner<'t>,
        response: NodeRef<'t>,
    ) -> Content {
        let schema = response.get("schema");
        let mut media = lowering.media_types(owner.operation, "produces");
        if media.is_empty() && schema.is_some() {
            media = lowering.media_types(owner.root, "produces");
        }
        Content {
            media,
            shape: schema.map(|schema| lowering.reply_schema(schema)),
        }
    }
}
