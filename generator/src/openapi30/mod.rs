//! OpenAPI 3.0 to [`Draft`]. It writes down what the document says and guesses nothing.
//!
//! What it shares with other formats is in [`lower`](mod@crate::lower); what is its own is here:
//!
//! | file | reads |
//! |---|---|
//! | `server` | the Server Object |
//! | `content` | the Request Body Object, the Media Type Object, the content of replies |
//! | `query` | objects in the query, and values that are text of a media type |
//! | `style` | `style` and `explode` |
//! | `left_out` | what no client is made of |
//!
//! The fields of the specification (3.0.4), what they become, and the case in `tests/cases/openapi30`
//! that shows it (or in the folder that is named):
//!
//! | field | becomes | case |
//! |---|---|---|
//! | `openapi` | `3.0.x` is read; any other version is an error | `broken/openapi-3` |
//! | `info` | title, description, version | `servers` |
//! | `servers`, `url`, `variables` | the base URL: the first with `https`, or else with `http`, its variables filled in with their defaults | `servers` |
//! | a server that is a path, or has a variable without a default | nothing: the caller says the base URL | `relative-server`, `hostile-servers` |
//! | `servers` of a path or an operation | told: a client has one base URL | `left-out` |
//! | `paths`, a path's `$ref`, `parameters` | operations, as in Swagger 2.0 | `components` |
//! | a path's `summary`, `description` | nothing | `left-out` |
//! | `trace` and the other methods | operations | `left-out` |
//! | `tags`, `summary`, `description`, `externalDocs`, `operationId`, `deprecated` | as in Swagger 2.0 | `document/well-described` |
//! | `parameters`: `in`, `name`, `required` | parameters; `cookie` too | `parameter-styles` |
//! | `schema` of a parameter | its type | `parameter-styles` |
//! | `content` of a parameter | text, which the caller writes | `parameter-styles` |
//! | `style`, `explode` | how lists are joined | `parameter-styles` |
//! | `style: label`, `matrix` | told: the value is sent as it is | `parameter-styles` |
//! | an object in the query, `style: deepObject` | a parameter for each of its parts | `object-parameters` |
//! | an object in the query without known parts | told, and left out | `object-parameters` |
//! | `allowReserved`, `allowEmptyValue` | nothing: all values are encoded, and any may be empty | |
//! | `example`, `examples` of a parameter | examples in its documentation | `parameter-styles` |
//! | `requestBody`, `required` | the body; optional unless it says otherwise | `request-bodies` |
//! | `content` of a body | JSON, or else a form, several parts, text, bytes | `request-bodies`, `media-types` |
//! | a form, `multipart/form-data` | a value of the call for each part; a body where parts of a form hold others | `forms` |
//! | `encoding` with `style: deepObject` | nested parts by their way: `a[b]=1&c[0]=2` | `forms` |
//! | `encoding` with another `style`, `explode` | how lists are joined | `forms` |
//! | `encoding` otherwise | nothing: what is nested is JSON | |
//! | `responses`, `default`, `2XX` | replies | `replies` |
//! | `content` of a reply | JSON has its type, text is text, anything else is given as it comes | `media-types` |
//! | `headers` of a reply | told in the documentation; `Outcome::header` reads them | `reply-headers` |
//! | `examples` of a reply | nothing | `components` |
//! | `links`, `callbacks` | told | `left-out` |
//! | `components`, `schemas` and the others, `$ref` | what a reference leads to, of every kind | `components` |
//! | `oneOf`, `anyOf` that are one type after all | that type | `unions` |
//! | `oneOf`, `anyOf` whose values tell which they are | an enum with a variant for any other JSON | `told-apart` |
//! | `oneOf`, `anyOf` otherwise | any JSON | `told-apart` |
//! | `discriminator`, `propertyName`, `mapping` | what tells the alternatives apart | `unions` |
//! | `allOf` | as in Swagger 2.0; of one schema, that schema | `document/all-of` |
//! | `not` | nothing | |
//! | `nullable` | `null` can be sent; in every reply it is an absent value | `unions`, `document/nullable` |
//! | `readOnly`, `writeOnly` | fields without a setter that are not sent; fields that replies lack | `document/nullable` |
//! | other members of schemas | as in Swagger 2.0 | `document/` |
//! | `securitySchemes`: `oauth2` with its `flows` | OAuth 2.0; the flow for users before others | `security` |
//! | `http` with `bearer`, `openIdConnect` | a bearer token | `components`, `open-id` |
//! | `http` with `basic`, `apiKey`, `security` | as in Swagger 2.0 | `security`, `document/two-keys` |
//! | `x-…` | as in Swagger 2.0 | `rules/vendor-extensions` |

mod content;
mod left_out;
mod query;
mod server;
mod style;

use crate::diagnostic::Diagnostic;
use crate::draft::evidence::{Ledger, Slot};
use crate::draft::{Dialect, Draft, ListStyle, Parameter, Place, Server, Shape};
use crate::lower::{self, Content, Format, Lowering, Owner, Parameters, Unusable};
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
/// Where it has no `paths`.
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

    fn dialect(&self) -> Dialect {
        Dialect::OpenApi30
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

    fn reply<'t>(
        &self,
        lowering: &mut Lowering<'t>,
        _: Owner<'t>,
        response: NodeRef<'t>,
    ) -> Content {
        content::reply(lowering, response)
    }
}
