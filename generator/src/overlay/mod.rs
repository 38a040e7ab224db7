//! What people know and the document does not say: an OpenAPI Overlay 1.0 beside it.
//!
//! Its actions are applied to the [`Tree`] before anything is read into it, so that what they bring
//! travels the road of what the document says. It is told apart by its nodes: they come from the
//! overlay's file, with their places there, and [`Corrections`] knows the action that brought each
//! of them and its reason. So a value of an overlay is evidence of the highest rank.
//!
//! Three things are asked beyond the standard:
//!
//! - Each action has a `description`, which is the evidence that reports show.
//! - Each action has an effect. One that matches nothing, or whose facts the document has already,
//!   is an error, since nobody would ever delete it otherwise. `x-client-optional: true` on the
//!   action makes a note of it.
//! - Nothing is lost: a mapping does not replace a list, and an unknown key is an error.
//!
//! And two are allowed: a `target` may select a text or a number, and a list that updates a list is
//! appended item by item.
//!
//! # Extensions
//!
//! What the client needs and the standard has no word for, as keys of an `update`. They count in
//! an overlay alone.
//!
//! | key | stands on | says |
//! |---|---|---|
//! | `x-client-name` | an operation, a parameter, a property | its name in Rust |
//! | `x-client-type` | a schema | the name of the Rust type that is made of it |
//! | `x-client-identifier` | a parameter, a property, a schema | the concept it identifies, in words (`meeting id`): all that have one concept share one type |
//! | `x-client-group` | an operation | the group whose method it is |
//! | `x-client-omit` | an operation | the reason why the client does not have it |
//! | `x-client-single` | the schema of a reply that is an array | `true`: it holds exactly one item, which the call gives as it is |
//! | `x-client-path` | a path item | the path template as it should be spelled |
//!
//! | file | idea |
//! |---|---|
//! | `file` | the overlay's own file |
//! | `target` | JSONPath to nodes |
//! | `merge` | updates and removals |
//! | `extensions` | the keys above |

pub mod codes;
pub mod extensions;
mod file;
mod merge;
mod target;

use std::ops::Range;

use crate::diagnostic::{Diagnostic, quoted};
use crate::read::{self, Limits, NodeId, Tree};
use crate::source::{Location, Sources, Span};
use file::{Action, Change};
use merge::{Clash, Merge};

/// An overlay as it was received.
#[derive(Clone, Copy, Debug)]
pub struct Input<'a> {
    /// Its name, as people know it.
    pub name: &'a str,
    /// The file.
    pub bytes: &'a [u8],
}

/// What an overlay changed, action by action.
#[derive(Clone, Debug, Default)]
pub struct Corrections {
    actions: Vec<Correction>,
    stale: Vec<Stale>,
}

/// An action that has nothing to do in this version of the document, or does not fit it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stale {
    /// Its number, from 1.
    pub number: usize,
    /// Where it stands.
    pub location: Location,
    /// What is wrong with it.
    pub why: String,
    /// What to do about it.
    pub help: String,
}

/// What becomes of an action that has nothing to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// It is an error: the overlay is of this version of the document.
    Strict,
    /// It is told apart, and the others count: the overlay may be of another version.
    Lenient,
}

/// What one action changed.
#[derive(Clone, Debug, PartialEq)]
pub struct Correction {
    /// What it selects, as it was written.
    pub target: String,
    /// Why.
    pub because: String,
    /// Where it stands.
    pub location: Location,
    /// How many places it changed.
    pub places: usize,
    /// Whether it took something out.
    pub removes: bool,
    /// The nodes that it brought.
    nodes: Range<NodeId>,
}

impl Corrections {
    /// The action that brought a node.
    #[must_use]
    pub fn of(&self, node: NodeId) -> Option<&Correction> {
        // The actions added their nodes one after the other.
        let at = self
            .actions
            .partition_point(|action| action.nodes.end <= node);
        self.actions
            .get(at)
            .filter(|action| action.nodes.contains(&node))
    }

    /// All actions that changed something, in their order.
    pub fn iter(&self) -> impl Iterator<Item = &Correction> {
        self.actions.iter()
    }

    /// The actions that have nothing to do, where that is no error.
    #[must_use]
    pub fn stale(&self) -> &[Stale] {
        &self.stale
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.actions.is_empty()
    }
}

/// The complaint about a name that can't be given to what a person chose it for.
#[must_use]
pub fn name_refused(name: &str, place: Span) -> Diagnostic {
    let message = format!("the name `{name}` is taken");
    Diagnostic::new(&codes::OVERLAY_EXTENSION, message)
        .at(place, "")
        .help("the client needs it for itself, or gives it to something else: choose another one")
}

/// Applies an overlay to a document.
///
/// # Errors
///
/// Everything that is wrong with the overlay: it can't be read, an action is not needed, or does
/// not fit. The tree is then half changed and of no use.
pub fn apply(
    tree: &mut Tree,
    sources: &mut Sources,
    input: &Input<'_>,
    mode: Mode,
    diagnostics: &mut Vec<Diagnostic>,
) -> Result<Corrections, Vec<Diagnostic>> {
    let (overlay, repeated) = read::read(sources, input.name, input.bytes, &Limits::default())?;
    diagnostics.extend(repeated);
    let file = file::read(overlay.view(overlay.root()), sources)?;
    let mut run = Run {
        tree,
        overlay: &overlay,
        sources,
        corrections: Corrections::default(),
        mode,
        diagnostics,
        faults: Vec::new(),
    };
    if let Some(extends) = file.extends {
        run.check_extends(extends);
    }
    for action in &file.actions {
        run.apply(action);
    }
    if run.faults.is_empty() {
        Ok(run.corrections)
    } else {
        Err(run.faults)
    }
}

struct Run<'a> {
    tree: &'a mut Tree,
    overlay: &'a Tree,
    sources: &'a Sources,
    corrections: Corrections,
    mode: Mode,
    diagnostics: &'a mut Vec<Diagnostic>,
    faults: Vec<Diagnostic>,
}

impl Run<'_> {
    fn apply(&mut self, action: &Action) {
        let matches = action.target.select(self.tree);
        if matches.is_empty() {
            return self.matches_nothing(action);
        }
        let first = self.tree.next_id();
        let mut vain = Vec::new();
        for &target in &matches {
            match self.change(action, target) {
                Some(true) => {}
                Some(false) => vain.push(target),
                None => return,
            }
        }
        if vain.len() == matches.len() {
            return self.changes_nothing(action, vain[0]);
        }
        if let Some(&place) = vain.first() {
            self.partly_vain(action, place, vain.len(), matches.len());
        }
        self.corrections.actions.push(Correction {
            target: action.target.text().to_owned(),
            because: action.because.clone(),
            location: self.overlay.location(self.sources, &action.node.into()),
            places: matches.len() - vain.len(),
            removes: matches!(action.change, Change::Remove { .. }),
            nodes: first..self.tree.next_id(),
        });
    }

    /// Changes one place; whether there was anything to change, or nothing where that is a fault.
    fn change(&mut self, action: &Action, target: NodeId) -> Option<bool> {
        match action.change {
            Change::Update(update) => {
                let mut merge = Merge {
                    tree: self.tree,
                    overlay: self.overlay,
                    sources: self.sources,
                };
                let changed = merge.update(target, update);
                changed.map_err(|clash| self.clash(action, &clash)).ok()
            }
            Change::Remove { ignored } => {
                if target == self.tree.root() {
                    self.removes_all(action);
                    return None;
                }
                // A match below another one went with it.
                self.tree.detach(target);
                if let Some(update) = ignored {
                    self.ignored_update(action, update);
                }
                Some(true)
            }
        }
    }

    fn matches_nothing(&mut self, action: &Action) {
        let message = format!("action {} matches nothing in the document", action.number);
        let mut help = match action.target.longest_match(self.tree) {
            Some(head) => format!(
                "`{head}` is there, and nothing of the rest: adapt the target, or delete the action"
            ),
            None => "adapt the target, or delete the action".to_owned(),
        };
        if let Some(name) = action.target.spelled_there(self.tree) {
            help.push_str(&format!("; the document spells it {}", quoted(&name)));
        }
        if let Some((file, _)) = self.tree.files().next() {
            help.push_str(&format!(
                "; an overlay reaches the document itself, and no file that it refers to, such as {}",
                quoted(file)
            ));
        }
        let target = self.member(action, "target");
        self.stale(action, message, (target, "selects nothing"), None, help);
    }

    fn changes_nothing(&mut self, action: &Action, place: NodeId) {
        let message = format!("action {} changes nothing", action.number);
        let document = self.document_name();
        let help = format!("delete action {}: {document} says so itself", action.number);
        let there = (self.place(place), "it is so already");
        let here = (self.member(action, "target"), "not needed");
        self.stale(action, message, here, Some(there), help);
    }

    fn stale(
        &mut self,
        action: &Action,
        message: String,
        here: (Span, &str),
        there: Option<(Span, &str)>,
        help: String,
    ) {
        if self.mode == Mode::Lenient {
            return self.put_aside(action, message, help);
        }
        let code = if action.optional {
            &codes::VAIN_MATCH
        } else {
            &codes::STALE_ACTION
        };
        let mut found = Diagnostic::new(code, message).at(here.0, here.1).help(help);
        if let Some((span, label)) = there {
            found = found.at(span, label);
        }
        if action.optional {
            self.diagnostics.push(found);
        } else {
            self.faults.push(found);
        }
    }

    fn put_aside(&mut self, action: &Action, why: String, help: String) {
        self.corrections.stale.push(Stale {
            number: action.number,
            location: self.overlay.location(self.sources, &action.node.into()),
            why,
            help,
        });
    }

    fn partly_vain(&mut self, action: &Action, place: NodeId, vain: usize, all: usize) {
        let message = format!(
            "action {} changes nothing in {vain} of the {all} places it matches",
            action.number
        );
        let note = Diagnostic::new(&codes::VAIN_MATCH, message)
            .at(self.member(action, "target"), "")
            .at(self.place(place), "it is so already")
            .help("no harm is done; a narrower target would say more");
        self.diagnostics.push(note);
    }

    fn clash(&mut self, action: &Action, clash: &Clash) {
        let update = self.overlay.view(clash.overlay);
        let known = self.tree.view(clash.document);
        let message = format!(
            "action {} would put {} in place of {}",
            action.number,
            update.kind_name(),
            known.kind_name()
        );
        if self.mode == Mode::Lenient {
            let help = "adapt the action, or delete it".to_owned();
            return self.put_aside(action, message, help);
        }
        let fault = Diagnostic::new(&codes::OVERLAY_CLASH, message)
            .at(self.overlay.span(self.sources, &update.site()), "this")
            .at(self.place(clash.document), "would be lost")
            .help("remove what stands there by an action of its own, before this one");
        self.faults.push(fault);
    }

    fn removes_all(&mut self, action: &Action) {
        let message = format!("action {} removes the whole document", action.number);
        let fault = Diagnostic::new(&codes::OVERLAY_CLASH, message)
            .at(self.member(action, "target"), "selects the root")
            .help("select what should go");
        self.faults.push(fault);
    }

    fn ignored_update(&mut self, action: &Action, update: NodeId) {
        let message = format!("the update of action {} counts for nothing", action.number);
        let warning = Diagnostic::new(&codes::OVERLAY_DOUBT, message)
            .at(self.overlay.key_span(self.sources, update), "not read")
            .help("`remove: true` takes the place out; delete one of the two");
        if !self.diagnostics.contains(&warning) {
            self.diagnostics.push(warning);
        }
    }

    /// Compares the file name alone: where a document was fetched from is not known here.
    fn check_extends(&mut self, extends: NodeId) {
        let node = self.overlay.view(extends);
        let name = |path: &str| {
            let path = path.split(['?', '#']).next().unwrap_or_default();
            path.rsplit('/').next().unwrap_or_default().to_owned()
        };
        let document = self.document_name();
        let wanted = node.scalar().unwrap_or_default();
        if document.starts_with('<') || name(&document) == name(wanted) {
            return;
        }
        let message = format!("the overlay extends `{wanted}`, and is applied to `{document}`");
        let warning = Diagnostic::new(&codes::OVERLAY_DOUBT, message)
            .at(self.overlay.span(self.sources, &node.site()), "")
            .help("adapt `extends` if it serves this document now");
        self.diagnostics.push(warning);
    }

    fn document_name(&self) -> String {
        let root = self.tree.node(self.tree.root());
        self.sources.get(root.source).name.clone()
    }

    fn place(&self, node: NodeId) -> Span {
        self.tree.key_span(self.sources, node)
    }

    /// The place of a member of an action.
    fn member(&self, action: &Action, name: &str) -> Span {
        let node = self.overlay.view(action.node);
        let node = node.get(name).unwrap_or(node);
        self.overlay.span(self.sources, &node.site())
    }
}
