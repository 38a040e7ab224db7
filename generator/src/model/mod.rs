//! The API as the client has it: no holes, every name decided, nothing left to look up.
//!
//! [`settle`] opens the slots of a [`Draft`](crate::draft::Draft) and [`naming`] names what came out.
//! Everything downstream reads the [`Api`] and its evidence, and nothing before it.

pub mod naming;
pub mod settle;
pub mod types;

use std::collections::BTreeMap;
use std::ops::Deref;

pub use crate::draft::account::{Account, Subject};
pub use crate::draft::evidence::{EvidenceId, Rank};
use crate::draft::evidence::{OVERLAY, STATED};
pub use crate::draft::verdict::Verdict;
pub use crate::draft::{
    Credentials, Dialect, KeyPlace, Limit, ListStyle, OAuth2, Place, Security, Status,
};
pub use crate::overlay::{Correction, Stale, extensions};
pub use crate::source::{Location, pointer};
pub use types::{
    Access, Alternative, Def, Field, Named, Told, Type, TypeId, Types, Variant, Width,
};

/// A value, and the number of the evidence for it.
#[derive(Clone, Debug, PartialEq)]
pub struct Known<T> {
    /// The value.
    pub value: T,
    /// Why it is believed.
    pub evidence: EvidenceId,
}

impl<T> Deref for Known<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.value
    }
}

/// A whole API.
#[derive(Debug)]
pub struct Api {
    /// The words that the document is written in.
    pub dialect: Dialect,
    /// The name of the API as the document has it.
    pub title: Option<Known<String>>,
    /// What the document says it is for.
    pub description: Option<Known<String>>,
    /// The version of the document.
    pub version: Option<Known<String>>,
    /// What every URL begins with; `None` where the document names no host.
    pub base_url: Option<Known<String>>,
    /// How callers prove who they are.
    pub security: Option<Known<Security>>,
    /// Other ways to prove it that the service takes.
    pub other_security: Vec<Known<Security>>,
    /// The ways by name, where the document tells several apart; in the order of their names.
    pub schemes: Vec<NamedScheme>,
    /// What operations take by those names, the most usual first; public ones don't count.
    pub takes: Vec<Takes>,
    /// What the document says of its tags.
    pub tags: BTreeMap<String, Known<String>>,
    /// The operations by group, in the order of their module names.
    pub groups: Vec<Group>,
    /// The types that have names.
    pub types: Types,
    /// Everything that was claimed.
    pub accounts: Vec<Account>,
    /// Why.
    pub evidence: Vec<Proof>,
    /// What the overlay changed, action by action.
    pub corrections: Vec<Correction>,
    /// The actions of an overlay of another version that have nothing to do in this one.
    pub stale: Vec<Stale>,
    /// What it says about the guesses that were made without it.
    pub verdicts: Vec<Verdict>,
    /// What the client does not have.
    pub omitted: Vec<Omitted>,
}

/// What an operation takes of the credentials of a client: one of these lists of schemes, each of
/// which goes together; `None` where nobody knows.
pub type Takes = Option<Vec<Vec<String>>>;

/// A way to prove who calls that is one of several.
#[derive(Clone, Debug, PartialEq)]
pub struct NamedScheme {
    /// The name that the document has for it.
    pub wire: String,
    /// The name that its setters have: `with_` and this.
    pub name: String,
    /// What it is.
    pub way: Security,
    /// Whether the client begins with it.
    pub begins: bool,
}

/// Evidence with the place where it was read.
#[derive(Clone, Debug, PartialEq)]
pub struct Proof {
    /// Its weight.
    pub rank: Rank,
    /// The rule that made the claim.
    pub rule: &'static str,
    /// The reason, as the end of "because …".
    pub because: String,
    /// Where it was read.
    pub location: Location,
}

impl Proof {
    /// Whether the document says so itself.
    #[must_use]
    pub fn is_stated(&self) -> bool {
        self.rule == STATED
    }

    /// Whether a person says so in the overlay.
    #[must_use]
    pub fn is_overlay(&self) -> bool {
        self.rule == OVERLAY
    }
}

/// Something of the document that the client does not have.
#[derive(Clone, Debug, PartialEq)]
pub struct Omitted {
    /// What it is.
    pub what: String,
    /// Where it stands.
    pub location: Location,
    /// Why it was left out.
    pub because: String,
}

/// The operations of one resource.
#[derive(Debug)]
pub struct Group {
    /// The module, and the function that leads to it.
    pub module: String,
    /// The type whose methods are the operations.
    pub type_name: String,
    /// The operations, by path.
    pub operations: Vec<Operation>,
}

/// One call.
#[derive(Debug)]
pub struct Operation {
    /// Method and path: what it is called on the wire.
    pub key: String,
    /// The HTTP method, in capitals.
    pub method: String,
    /// The path template, appended to the base URL.
    pub path: String,
    /// What the document calls it.
    pub operation_id: Option<Known<String>>,
    /// The groups that the document lists it in.
    pub tags: Vec<String>,
    /// The method of the group.
    pub name: String,
    /// The request's struct in the module of the group.
    pub type_name: String,
    /// A few words about it.
    pub summary: Option<Known<String>>,
    /// The text about it, without the tables that became something else.
    pub description: Option<Known<String>>,
    /// Whether callers should move away from it.
    pub deprecated: bool,
    /// Why they should.
    pub deprecation: Option<Known<String>>,
    /// Whether it is called without credentials.
    pub public: bool,
    /// What it takes of callers who prove who they are: one of these.
    pub credentials: Vec<Known<Credentials>>,
    /// The same by the names of schemes, where there are several, as the client goes by it.
    pub takes: Takes,
    /// The parameters: those of the path in its order, then the others.
    pub parameters: Vec<Parameter>,
    /// How its parameters that are values of a form are written, where it has such.
    pub form: Option<Form>,
    /// What is sent along; never beside a form.
    pub body: Option<Body>,
    /// What a success gives.
    pub reply: Reply,
    /// The media types that are asked for; none where it is `application/json`.
    pub accept: Vec<String>,
    /// The documented replies, in the order of the document.
    pub answers: Vec<Answer>,
    /// The method that a person wants it to be.
    pub chosen: Option<Known<String>>,
    /// The group that a person wants it to be in.
    pub chosen_group: Option<Known<String>>,
    /// Where it stands.
    pub location: Location,
}

impl Operation {
    /// The summary, where it tells what happens ("List containers") and is no title ("Containers").
    #[must_use]
    pub fn telling_summary(&self) -> Option<&str> {
        const LONGEST: usize = 120;
        let summary = self.summary.as_deref()?.trim();
        let tells = crate::names::tells_what_happens(summary) && summary.len() <= LONGEST;
        tells.then_some(summary)
    }

    /// Method and path as the document has them, where the client may have other names for the values
    /// of the path; nothing for an operation that stands somewhere else than below `paths`.
    #[must_use]
    pub fn stated_key(&self) -> Option<String> {
        stated_key(&self.location)
    }
}

impl Omitted {
    /// Method and path as the document has them, where an operation was left out.
    #[must_use]
    pub fn stated_key(&self) -> Option<String> {
        stated_key(&self.location)
    }
}

fn stated_key(location: &Location) -> Option<String> {
    let steps = pointer::steps(&location.pointer)?;
    let [_, path, method] = steps.as_slice() else {
        return None;
    };
    let slash = if path.starts_with('/') { "" } else { "/" };
    Some(format!("{} {slash}{path}", method.to_ascii_uppercase()))
}

/// A documented reply.
#[derive(Clone, Debug, PartialEq)]
pub struct Answer {
    /// When it comes.
    pub status: Status,
    /// What it means.
    pub description: Option<String>,
    /// What a failure holds, where the document says so; of a success, see [`Operation::reply`].
    pub body: Option<Known<Type>>,
    /// What it holds, success or failure, as the document has it.
    pub holds: Option<Known<Type>>,
    /// The headers that come with it.
    pub headers: Vec<Header>,
}

/// A header of a reply.
#[derive(Clone, Debug, PartialEq)]
pub struct Header {
    /// Its name.
    pub name: String,
    /// Whether it always comes.
    pub required: bool,
    /// What it holds: never a type with a name.
    pub ty: Type,
    /// What it means.
    pub description: Option<String>,
}

/// A value that travels in the URL or a header.
#[derive(Debug)]
pub struct Parameter {
    /// Its name on the wire.
    pub wire: String,
    /// Its name in Rust.
    pub name: String,
    /// Where it travels.
    pub place: Place,
    /// Whether a call without it makes no sense.
    pub required: bool,
    /// Its type.
    pub ty: Known<Type>,
    /// The name that a person wants it to have.
    pub chosen: Option<Known<String>>,
    /// How several values are joined.
    pub style: ListStyle,
    /// What is known of it besides.
    pub notes: Notes,
}

/// What documentation tells of a value.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Notes {
    /// What it means.
    pub description: Option<Known<String>>,
    /// Limits, values that are not a type, formats without a type.
    pub limits: Vec<Known<String>>,
    /// Examples, as JSON.
    pub examples: Vec<Known<serde_json::Value>>,
    /// What the service takes when it is absent.
    pub default: Option<Known<serde_json::Value>>,
    /// Whether callers should do without it.
    pub deprecated: Option<Known<bool>>,
}

/// What is sent along with a call.
#[derive(Debug)]
pub struct Body {
    /// Whether a call without it makes no sense.
    pub required: bool,
    /// How it is written.
    pub media: Media,
    /// Its type.
    pub ty: Known<Type>,
    /// What the document says of it.
    pub description: Option<Known<String>>,
    /// Its name in Rust.
    pub name: String,
}

/// How a form is written whose values are parameters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// `application/x-www-form-urlencoded`
    Urlencoded,
    /// `multipart/form-data`
    Multipart,
}

impl Form {
    /// Its media type.
    #[must_use]
    pub fn media(self) -> &'static str {
        match self {
            Self::Urlencoded => "application/x-www-form-urlencoded",
            Self::Multipart => "multipart/form-data",
        }
    }
}

/// How a body is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Media {
    /// `application/json`
    Json,
    /// JSON of that media type, such as `application/merge-patch+json`.
    JsonAs(String),
    /// `application/x-www-form-urlencoded`
    Form,
    /// The same, with nested values by their way: `a[b]=1`.
    DeepForm,
    /// Anything else: the caller brings bytes.
    Other(String),
}

/// What a success gives.
#[derive(Clone, Debug, PartialEq)]
pub enum Reply {
    /// Whatever comes, or nothing.
    Opaque(EvidenceId),
    /// Nothing is promised.
    Empty(EvidenceId),
    /// A value of that type, as JSON.
    Typed(Known<Type>),
    /// The one value of that type in a JSON array.
    Single(Known<Type>),
    /// Text.
    Text(EvidenceId),
    /// Bytes, of which there may be many.
    Bytes(EvidenceId),
    /// A value of a media type that no type here reads, such as XML; that is its shape.
    Untyped(Known<Type>),
}

impl Api {
    /// The evidence of that number.
    #[must_use]
    pub fn proof(&self, id: EvidenceId) -> &Proof {
        &self.evidence[id.index()]
    }

    /// The reason that the overlay gives for a value that it brought.
    #[must_use]
    pub fn said_by_overlay(&self, id: EvidenceId) -> Option<&str> {
        let proof = self.proof(id);
        (proof.rank == Rank::Overlay).then_some(proof.because.as_str())
    }

    /// All operations, group by group.
    pub fn operations(&self) -> impl Iterator<Item = &Operation> {
        self.groups.iter().flat_map(|group| &group.operations)
    }
}
