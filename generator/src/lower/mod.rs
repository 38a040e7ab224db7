//! What is the same in every format that can be lowered to a [`Draft`]: schemas, references,
//! operations, and how members are read and faults told. A format is a front end over it.
//!
//! | object of the specification | file | becomes |
//! |---|---|---|
//! | Info | this one | [`Info`] |
//! | Paths, Path Item | `paths` | [`Operation`](crate::draft::Operation) |
//! | Operation | `operation` | [`Operation`](crate::draft::Operation) |
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
mod paths;
mod reading;
mod response;
mod schema;
mod security;

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use crate::diagnostic::Diagnostic;
use crate::draft::evidence::Ledger;
use crate::draft::{Draft, Info, Omitted};
use crate::overlay::Corrections;
use crate::read::NodeRef;
use crate::read::tree::{NodeId, Site, Tree};
use crate::source::Sources;

/// The name under which reports speak of statuses that are written as numbers.
pub const STATUS_KEYS: &str = "status-keys";

/// What lowering carries along.
pub(crate) struct Lowering<'t> {
    tree: &'t Tree,
    sources: &'t Sources,
    pub(crate) ledger: Ledger,
    diagnostics: Vec<Diagnostic>,
    pub(crate) omitted: Vec<Omitted>,
    pub(crate) extensions: Vec<(String, Site)>,
    /// The number of each definition.
    definitions: BTreeMap<NodeId, usize>,
    /// Definitions whose shape has not been read yet.
    pending: VecDeque<NodeRef<'t>>,
    /// The extensions of the overlay that meant something where they stand.
    understood: BTreeSet<NodeId>,
}

/// Nothing can be made of a document, and its diagnostics say why.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unusable;

impl<'t> Lowering<'t> {
    pub(crate) fn new(tree: &'t Tree, sources: &'t Sources, corrections: Corrections) -> Self {
        Self {
            tree,
            sources,
            ledger: Ledger::new(corrections),
            diagnostics: Vec::new(),
            omitted: Vec::new(),
            extensions: Vec::new(),
            definitions: BTreeMap::new(),
            pending: VecDeque::new(),
            understood: BTreeSet::new(),
        }
    }

    /// The draft that was made of the document, unless something forbids to use it.
    pub(crate) fn finish(
        mut self,
        draft: Result<Draft, Diagnostic>,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Result<(Draft, Ledger), Unusable> {
        let unread = self.unread_extensions(self.tree.view(self.tree.root()));
        diagnostics.append(&mut self.diagnostics);
        match draft {
            Ok(draft) if !unread => Ok((draft, self.ledger)),
            Ok(_) => Err(Unusable),
            Err(error) => {
                diagnostics.push(error);
                Err(Unusable)
            }
        }
    }

    pub(crate) fn info(&mut self, root: NodeRef<'t>) -> Info {
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
}
