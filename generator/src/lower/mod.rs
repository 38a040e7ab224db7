//! What is the same in every format that can be lowered to a [`Draft`](crate::draft::Draft): schemas, references,
//! operations, and how members are read and faults told. A format is a front end over it.
//!
//! | object of the specification | file | becomes |
//! |---|---|---|
//! | the document, Info | `document` | [`Draft`](crate::draft::Draft), [`Info`](crate::draft::Info) |
//! | Paths, Path Item | `paths`, `template` | [`Operation`](crate::draft::Operation) |
//! | Operation | `operation` | [`Operation`](crate::draft::Operation) |
//! | Parameter, Items, Reference | `parameter`, `wire_name`, `bodies`, `form` | [`Parameter`](crate::draft::Parameter), [`Body`](crate::draft::Body) |
//! | Responses, Response | `response` | [`Reply`](crate::draft::Reply) |
//! | Security Definitions | `security` | [`Security`](crate::draft::Security) |
//! | the overlay's extensions | `extension` | choices of a person |
//! | Schema | `schema`, `type_word`, `object`, `union`, `inheritance`, `values` |
//! | extensions of others | `vendor` | what the table there says | [`Shape`](crate::draft::Shape) |
#![doc = include_str!("defects.md")]

mod bodies;
pub mod codes;
mod definition;
mod document;
mod extension;
pub(crate) mod form;
mod format;
mod inheritance;
mod object;
mod operation;
mod parameter;
mod paths;
pub(crate) mod properties;
mod reading;
mod response;
mod schema;
mod security;
mod template;
mod type_word;
mod union;
mod values;
pub mod vendor;
mod wire_name;

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use crate::diagnostic::Diagnostic;
use crate::draft::Omitted;
use crate::draft::evidence::Ledger;
use crate::read::NodeRef;
use crate::read::tree::{NodeId, Site, Tree};
use crate::source::Sources;

pub use document::{STATUS_KEYS, Unusable};
pub(crate) use document::{lower, nothing_to_call, unsupported};
pub(crate) use extension::Names;
pub(crate) use format::{Content, Format, Owner};
pub(crate) use parameter::Parameters;

/// What lowering carries along.
pub(crate) struct Lowering<'t> {
    format: &'static dyn Format,
    tree: &'t Tree,
    sources: &'t Sources,
    pub(crate) ledger: Ledger,
    diagnostics: Vec<Diagnostic>,
    omitted: Vec<Omitted>,
    extensions: Vec<(String, Site)>,
    /// The number of each definition.
    definitions: BTreeMap<NodeId, usize>,
    /// What stands at the end of a chain of references, for each that was followed.
    ends: BTreeMap<NodeId, Option<NodeId>>,
    /// What values of a definition call themselves, where the document says it.
    tags: BTreeMap<usize, String>,
    /// Definitions whose shape has not been read yet.
    pending: VecDeque<NodeRef<'t>>,
    /// The extensions of the overlay that meant something where they stand.
    understood: BTreeSet<NodeId>,
}
