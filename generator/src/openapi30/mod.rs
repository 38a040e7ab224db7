//! OpenAPI 3.0 to [`Draft`]. It writes down what the document says and guesses nothing.
//!
//! What it shares with other formats is in [`lower`](crate::lower); what is its own is here.

mod content;
mod form;
mod left_out;
mod object;
mod query;
mod server;
mod style;

use crate::diagnostic::Diagnostic;
use crate::draft::evidence::{Ledger, Slot};
use crate::draft::{Draft, ListStyle, Parameter, Place, Server, Shape};
use crate::lower::{self, Format, Lowering, Parameters, Unusable};
use crate::overlay::Corrections;
use crate::read::NodeRef;
use crate::read::tree::Tree;
use crate::source::Sources;

/// Whether a document says that it is OpenAPI 3.0.
#[must_use]
pub fn is_it(root: NodeRef<'_>) -> bool {
    let version = root.get("openapi").and_then(NodeRef::scalar).map(str::trim);
    version.is_some_and(|version| version == "3.0" || version == "3" || version.starts_with("3.0."))
}

/// Reads an OpenAPI 3.0 document.
///
/// # Errors
///
/// Where nothing in it can be called.
pub fn lower(
    tree: &Tree,
    sources: &Sources,
    corrections: Corrections,
    diagnostics: &mut Vec<Diagnostic>,
) -> Result<(Draft, Ledger), Unusable> {
    lower::lower(&OpenApi30, tree, sources, corrections, diagnostics)
}

struct OpenApi30;

impl Format for OpenApi30 {
    fn name(&self) -> &'static str {
        "OpenAPI 3.0"
    }

    fn methods(&self) -> &'static [&'static str] {
        &[
            "get", "put", "post", "delete", "options", "head", "patch", "trace",
        ]
    }

    fn path_members(&self) -> &'static [&'static str] {
        &["parameters", "$ref", "summary", "description", "servers"]
    }

    fn schemas<'t>(&self, root: NodeRef<'t>) -> Option<NodeRef<'t>> {
        root.get("components")?.get("schemas")
    }

    fn security_schemes<'t>(&self, root: NodeRef<'t>) -> Option<NodeRef<'t>> {
        root.get("components")?.get("securitySchemes")
    }

    fn server<'t>(&self, lowering: &mut Lowering<'t>, root: NodeRef<'t>) -> Server {
        server::server(lowering, root)
    }

    fn style<'t>(
        &self,
        lowering: &mut Lowering<'t>,
        parameter: NodeRef<'t>,
        place: Place,
    ) -> Slot<ListStyle> {
        style::style(lowering, parameter, place)
    }

    fn body<'t>(
        &self,
        lowering: &mut Lowering<'t>,
        _: NodeRef<'t>,
        operation: NodeRef<'t>,
        found: &mut Parameters,
    ) {
        content::request(lowering, operation, found);
    }

    fn value<'t>(&self, lowering: &mut Lowering<'t>, parameter: NodeRef<'t>) -> Shape {
        query::value(lowering, parameter)
    }

    fn parts<'t>(
        &self,
        lowering: &mut Lowering<'t>,
        parameter: NodeRef<'t>,
        place: Place,
    ) -> Option<Vec<Parameter>> {
        query::parts(lowering, parameter, place)
    }

    fn left_out<'t>(
        &self,
        lowering: &mut Lowering<'t>,
        key: &str,
        item: NodeRef<'t>,
        operation: NodeRef<'t>,
    ) {
        left_out::left_out(lowering, key, item, operation);
    }

    fn reply<'t>(&self, lowering: &mut Lowering<'t>, response: NodeRef<'t>) -> Option<Shape> {
        content::reply(lowering, response)
    }
}
