//! The API as it was stated, with holes: everything in it is a slot, and a slot holds claims.
//!
//! Lowering fills the slots with what a document says, the rules of repair add claims, and
//! settling opens each slot once. Nothing is ever taken out.

pub mod account;
pub mod cycles;
pub mod evidence;
mod limit;
pub mod media;
mod security;
mod shape;
pub mod verdict;
mod whole;

use std::collections::BTreeMap;
use std::fmt;
use std::ops::Range;

use crate::read::tree::{NodeId, Site};
use evidence::{Ledger, Slot};
pub use limit::Limit;
pub use security::{Credentials, KeyPlace, Need, OAuth2, Scheme, Security};
pub use shape::{
    Discriminator, Field, Format, Kind, Label, Nowhere, Reference, Requirement, Shape,
};
pub use whole::{Whole, WholeField};

/// The words that a document is written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dialect {
    /// Those of Swagger 2.0.
    Swagger20,
    /// Those of OpenAPI 3.0.
    OpenApi30,
}

/// A whole API, as far as it is known.
#[derive(Debug)]
pub struct Draft {
    /// The root of the document.
    pub site: Site,
    /// The words that it is written in.
    pub dialect: Dialect,
    /// Title, description and version.
    pub info: Info,
    /// Where the service answers.
    pub server: Server,
    /// How callers prove who they are.
    pub security: Slot<Security>,
    /// Other ways to prove it that the service takes.
    pub other_security: Slot<Security>,
    /// The schemes by name, where the document tells several apart.
    pub schemes: Vec<Scheme>,
    /// What the document says of its tags.
    pub tags: BTreeMap<String, Slot<String>>,
    /// The operations, in the order of the document.
    pub operations: Vec<Operation>,
    /// The shapes that references can name.
    pub definitions: Vec<Definition>,
    /// Keys beginning with `x-`, wherever they stand between the root and the operations.
    pub extensions: Vec<(String, Site)>,
    /// What looks wrong about the document as a whole; it changes nothing.
    pub doubts: Slot<String>,
    /// What was left out, with the reason.
    pub omitted: Vec<Omitted>,
}

/// What the document says of itself.
#[derive(Debug, Default)]
pub struct Info {
    /// The node, where there is one.
    pub site: Option<NodeId>,
    /// The name of the API.
    pub title: Slot<String>,
    /// What it is for.
    pub description: Slot<String>,
    /// The version of the document.
    pub version: Slot<String>,
}

/// The parts of the base URL.
#[derive(Debug, Default)]
pub struct Server {
    /// `https`, or `http` where it must be.
    pub scheme: Slot<String>,
    /// Host and port.
    pub host: Slot<String>,
    /// What comes before every path.
    pub base_path: Slot<String>,
}

impl Server {
    /// Whether a base path has a value in braces, escaped or not, which only the caller knows.
    #[must_use]
    pub fn is_template(base_path: &str) -> bool {
        base_path.contains('{') || base_path.to_ascii_lowercase().contains("%7b")
    }
}

/// A named shape of the document.
#[derive(Debug)]
pub struct Definition {
    /// The name it has in the document.
    pub name: String,
    /// The pointer that references use, such as `#/definitions/Pet`.
    pub pointer: String,
    /// Its shape.
    pub shape: Shape,
    /// Whether it is no definition of the document, but any of the kinds of one.
    pub any: bool,
    /// What its values call themselves, where they are of one of several kinds.
    pub tag: Option<Tag>,
}

/// What a value calls itself, for readers who must tell its kind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tag {
    /// The field that says it.
    pub field: String,
    /// What the field says.
    pub value: String,
}

/// Something of the document that the client does not have.
#[derive(Clone, Debug, PartialEq)]
pub struct Omitted {
    /// What it is.
    pub what: String,
    /// Where it stands.
    pub site: Site,
    /// Why it was left out.
    pub because: String,
}

/// One call that the service answers.
#[derive(Debug)]
pub struct Operation {
    /// The operation's node.
    pub site: Site,
    /// The HTTP method, in capitals.
    pub method: String,
    /// The path template, with a slash in front.
    pub path: String,
    /// What the document calls it.
    pub operation_id: Slot<String>,
    /// The method that a person wants it to be.
    pub name: Slot<String>,
    /// The group that a person wants it to be in.
    pub group: Slot<String>,
    /// A few words about it.
    pub summary: Slot<String>,
    /// The whole text about it, in Markdown.
    pub description: Slot<String>,
    /// The groups it is listed in.
    pub tags: Vec<String>,
    /// Whether callers should move away from it.
    pub deprecated: Slot<bool>,
    /// Why they should.
    pub deprecation: Slot<String>,
    /// Its parameters, except the body.
    pub parameters: Vec<Parameter>,
    /// The order in which start and end should be read, where the document lists them otherwise.
    pub order: Slot<Vec<String>>,
    /// Whether it is called without credentials.
    pub public: Slot<bool>,
    /// What it takes of callers who prove who they are: one of these.
    pub credentials: Slot<Credentials>,
    /// Whether it names a scheme that nobody knows, so that it may take anything.
    pub takes_unknown: bool,
    /// What is sent along.
    pub body: Body,
    /// What comes back, by status.
    pub replies: Vec<Reply>,
    /// What the operation answers with, where no reply has a shape.
    pub reply: Slot<ReplyKind>,
    /// The parts of the description that became something else, as bytes of it.
    pub read: Slot<Range<usize>>,
    /// What looks wrong about it; it changes nothing.
    pub doubts: Slot<String>,
}

impl Operation {
    /// Method and path: what the operation is called on the wire.
    #[must_use]
    pub fn key(&self) -> String {
        format!("{} {}", self.method, self.path)
    }

    /// Whether nothing is known of what a body holds that is declared, or that the method usually has
    /// (RFC 9110, section 9.3).
    #[must_use]
    pub fn lacks_body(&self, ledger: &Ledger) -> bool {
        let shape = &self.body.shape;
        let led = shape.reference.as_ref();
        let form = |parameter: &Parameter| parameter.place == Place::Form;
        let known = !shape.fields.is_empty()
            || led.is_some_and(|led| led.target.is_ok())
            || self.parameters.iter().any(form);
        let usual = ["POST", "PUT", "PATCH"].contains(&self.method.as_str());
        !known && (usual || self.body.present.is_true(ledger))
    }

    /// The parameters that were not withdrawn.
    pub fn present(&self, ledger: &Ledger) -> impl Iterator<Item = &Parameter> + use<'_> {
        let is_present = |parameter: &&Parameter| parameter.present.is_true(ledger);
        // Collected, so that the ledger is free again for the claims of whoever walks them.
        self.parameters
            .iter()
            .filter(is_present)
            .collect::<Vec<_>>()
            .into_iter()
    }
}

/// Where a parameter travels.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Place {
    /// In the path template.
    Path,
    /// Behind the question mark.
    Query,
    /// As a header.
    Header,
    /// In the header that holds all cookies.
    Cookie,
    /// In a form that is the body.
    Form,
}

impl Place {
    /// The word the specification has for it.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Path => "path",
            Self::Query => "query",
            Self::Header => "header",
            Self::Cookie => "cookie",
            Self::Form => "formData",
        }
    }
}

/// A value that travels outside the body, or as a field of a form.
#[derive(Debug)]
pub struct Parameter {
    /// Its node, or the path that names it.
    pub site: Site,
    /// The name on the wire.
    pub name: String,
    /// Where it travels.
    pub place: Place,
    /// Whether the client has it at all: rules may withdraw it.
    pub present: Slot<bool>,
    /// Whether a call without it makes no sense.
    pub required: Slot<bool>,
    /// How several values are joined.
    pub style: Slot<ListStyle>,
    /// What it holds.
    pub shape: Shape,
}

/// How the values of a list are joined in a parameter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ListStyle {
    /// `a,b`
    Csv,
    /// `a b`
    Ssv,
    /// Joined by tabs.
    Tsv,
    /// `a|b`
    Pipes,
    /// The name is repeated.
    Multi,
    /// In a form: each by its way, `a[0]`, `a[part]`.
    Deep,
}

impl fmt::Display for ListStyle {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Csv => "csv",
            Self::Ssv => "ssv",
            Self::Tsv => "tsv",
            Self::Pipes => "pipes",
            Self::Multi => "multi",
            Self::Deep => "deep",
        })
    }
}

/// What is sent along with an operation.
#[derive(Debug)]
pub struct Body {
    /// The parameter that declares it, or the operation.
    pub site: Site,
    /// Whether there is one: a rule may find it where the document declares none.
    pub present: Slot<bool>,
    /// Whether a call without it makes no sense.
    pub required: Slot<bool>,
    /// What it is about, where the document says so.
    pub description: Slot<String>,
    /// The media types it can be sent as, one list a claim.
    pub media: Slot<Vec<String>>,
    /// What it holds.
    pub shape: Shape,
}

/// The key of a reply.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Status {
    /// One status, such as 200.
    Code(u16),
    /// A hundred of them, such as `2XX`: the first digit.
    Range(u8),
    /// All that are not listed.
    Default,
}

impl Status {
    /// Whether it is, or covers, a success.
    #[must_use]
    pub fn is_success(self) -> bool {
        matches!(self, Self::Code(200..=299) | Self::Range(2))
    }

    /// Whether it comes without a body (RFC 9110, sections 15.3.5 and 15.3.6).
    #[must_use]
    pub fn has_no_body(self) -> bool {
        matches!(self, Self::Code(204 | 205))
    }
}

impl fmt::Display for Status {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Code(code) => write!(f, "{code}"),
            Self::Range(first) => write!(f, "{first}XX"),
            Self::Default => f.write_str("default"),
        }
    }
}

/// One documented reply.
#[derive(Debug)]
pub struct Reply {
    /// Its node.
    pub site: Site,
    /// When it comes.
    pub status: Slot<Status>,
    /// What it means.
    pub description: Slot<String>,
    /// The media types it can be of, one list a claim.
    pub media: Slot<Vec<String>>,
    /// What it holds, where the document says so.
    pub shape: Option<Shape>,
    /// The headers that come with it.
    pub headers: Vec<Header>,
}

/// A header of a reply.
#[derive(Debug)]
pub struct Header {
    /// Its name.
    pub name: String,
    /// Whether it always comes.
    pub required: Slot<bool>,
    /// What it holds.
    pub shape: Shape,
}

/// What an operation answers with when its replies have no shape.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReplyKind {
    /// Any 2xx, with any body or none.
    Opaque,
}

impl fmt::Display for ReplyKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("opaque: any 2xx, any body")
    }
}
