//! Reads an API document as it really is and writes a typed Rust client.
//!
//! The whole road is [`settle`], which makes an [`Api`] of a document, and [`emit::emit`], which
//! makes files of an [`Api`]:
//!
//! ```
//! use generator::{Input, emit};
//!
//! let document = "swagger: '2.0'\npaths:\n  /pets/{petId}:\n    get: {responses: {}}\n";
//! let input = Input { name: "pets.yaml", bytes: document.as_bytes(), overlay: None, lock: "", beside: None };
//! let settled = generator::settle(&input).expect("it can be read");
//! assert_eq!(settled.api.groups[0].module, "pets");
//!
//! let settings = emit::Settings { name: "pets".to_owned(), ..Default::default() };
//! let files = emit::emit(&settled.api, &settings).expect("it can be written");
//! assert!(files.keys().any(|(_, path)| path == "src/pets.rs"));
//! ```
//!
//! Nothing here touches a file, the network or the clock.

pub mod diagnostic;
pub mod diff;
pub mod draft;
pub mod emit;
pub mod explain;
pub mod lower;
pub mod model;
pub mod names;
pub mod openapi30;
pub mod overlay;
pub mod read;
pub mod repair;
pub mod source;
pub mod swagger20;

use diagnostic::Diagnostic;
use draft::Draft;
use draft::account::accounts;
use draft::evidence::Ledger;
use draft::verdict::Guesses;
use lower::Unusable;
use model::Api;
use names::{Lock, LockError};
use overlay::{Corrections, Mode};
use read::Tree;
use source::Sources;

/// What a run reads.
#[derive(Clone, Copy, Debug)]
pub struct Input<'a> {
    /// The name of the document, as people know it.
    pub name: &'a str,
    /// The document.
    pub bytes: &'a [u8],
    /// What people know beside it.
    pub overlay: Option<overlay::Input<'a>>,
    /// The lock of names of the last run; empty where there was none.
    pub lock: &'a str,
    /// The folder of the document, for what it refers to in other files.
    pub beside: Option<&'a dyn read::Beside>,
}

/// What became of a document.
#[derive(Debug)]
pub struct Settled {
    /// The API, settled and named.
    pub api: Api,
    /// The lock of names for the next run.
    pub lock: Lock,
    /// What should be told to the person who runs this.
    pub diagnostics: Vec<Diagnostic>,
    /// The texts that were read, which the diagnostics point into.
    pub sources: Sources,
}

/// Why nothing became of a document.
#[derive(Debug)]
pub enum Failure {
    /// The document can't be read, or holds nothing.
    Document {
        /// What is wrong with it; at least one is an error.
        diagnostics: Vec<Diagnostic>,
        /// The texts that they point into.
        sources: Sources,
    },
    /// The lock of names can't be read.
    Lock(LockError),
}

/// Reads, lowers, repairs, settles and names a document.
///
/// # Errors
///
/// When the document or the lock of names can't be read.
pub fn settle(input: &Input<'_>) -> Result<Settled, Failure> {
    settle_watched(input, &mut |_| {})
}

/// The same as [`settle`], for a version of a document that is compared with another: actions of the
/// overlay that have nothing to do in this one are told apart ([`Api::stale`](model::Api::stale)), and
/// are no errors; and neither is a document without operations.
///
/// # Errors
///
/// When the document or the lock of names can't be read.
pub fn settle_leniently(input: &Input<'_>) -> Result<Settled, Failure> {
    settle_unnamed(input)?.name(input.lock)
}

/// An API that is settled, and has no names yet.
#[derive(Debug)]
pub struct Unnamed {
    api: Api,
    ledger: Ledger,
    tree: Tree,
    diagnostics: Vec<Diagnostic>,
    sources: Sources,
}

/// The first part of [`settle_leniently`], up to the names: a version can be read this far before
/// there is a lock of names for it. The lock in `input` is of no account.
///
/// # Errors
///
/// When the document can't be read.
pub fn settle_unnamed(input: &Input<'_>) -> Result<Unnamed, Failure> {
    road(input, Mode::Lenient, &mut |_| {})
}

impl Unnamed {
    /// Names everything, but for what an overlay wants to have a name that nothing can have: that
    /// has the name it would have without.
    ///
    /// # Errors
    ///
    /// When the lock of names can't be read.
    pub fn name(mut self, lock: &str) -> Result<Settled, Failure> {
        let lock = Lock::parse(lock).map_err(Failure::Lock)?;
        let (lock, _) = model::naming::name(&mut self.api, &lock);
        Ok(self.settled(lock))
    }

    fn settled(mut self, lock: Lock) -> Settled {
        // What every operation inherits would be said once for each.
        self.diagnostics.sort();
        self.diagnostics.dedup();
        Settled {
            api: self.api,
            lock,
            diagnostics: self.diagnostics,
            sources: self.sources,
        }
    }
}

/// A stage of the road, for those who watch.
#[derive(Debug)]
pub enum Stage<'a> {
    /// The document was read into a tree.
    Read,
    /// The overlay was applied to it.
    Overlaid,
    /// It was lowered into a draft.
    Lowered,
    /// A rule was applied, and this is the draft after it.
    Repaired(&'static str, &'a Draft, &'a Ledger),
    /// All rules were applied, and everything is settled and named.
    Settled,
}

/// The same as [`settle`], telling `watch` after each stage.
///
/// # Errors
///
/// When the document or the lock of names can't be read.
pub fn settle_watched(
    input: &Input<'_>,
    watch: &mut dyn FnMut(Stage<'_>),
) -> Result<Settled, Failure> {
    let lock = Lock::parse(input.lock).map_err(Failure::Lock)?;
    let mut unnamed = road(input, Mode::Strict, watch)?;
    let (lock, refused) = model::naming::name(&mut unnamed.api, &lock);
    watch(Stage::Settled);
    if refused.is_empty() {
        return Ok(unnamed.settled(lock));
    }
    let Unnamed {
        ledger,
        tree,
        mut diagnostics,
        sources,
        ..
    } = unnamed;
    diagnostics.extend(refused.iter().map(|name| {
        let span = tree.span(&sources, &ledger.get(name.evidence).site);
        overlay::name_refused(&name.value, span)
    }));
    Err(Failure::Document {
        diagnostics,
        sources,
    })
}

/// From the bytes to the API that has no names yet.
fn road(
    input: &Input<'_>,
    mode: Mode,
    watch: &mut dyn FnMut(Stage<'_>),
) -> Result<Unnamed, Failure> {
    let mut sources = Sources::default();
    let mut diagnostics = Vec::new();
    match settle_into(&mut sources, &mut diagnostics, input, mode, watch) {
        Ok((api, ledger, tree)) => Ok(Unnamed {
            api,
            ledger,
            tree,
            diagnostics,
            sources,
        }),
        Err(Refused) => Err(Failure::Document {
            diagnostics,
            sources,
        }),
    }
}

/// Nothing can be made of the input, and the diagnostics say why.
struct Refused;

fn settle_into(
    sources: &mut Sources,
    diagnostics: &mut Vec<Diagnostic>,
    input: &Input<'_>,
    mode: Mode,
    watch: &mut dyn FnMut(Stage<'_>),
) -> Result<(Api, Ledger, Tree), Refused> {
    let mut refuse = |faults| {
        diagnostics.extend::<Vec<_>>(faults);
        Refused
    };
    let limits = read::Limits::default();
    let (mut tree, found) =
        read::read(sources, input.name, input.bytes, &limits).map_err(&mut refuse)?;
    let mut found = found;
    found.extend(read::files::load(&mut tree, sources, input.beside, &limits));
    watch(Stage::Read);
    let mut alone = None;
    let mut corrections = Corrections::default();
    if let Some(overlay) = &input.overlay {
        alone = guesses(&tree, sources);
        corrections =
            overlay::apply(&mut tree, sources, overlay, mode, &mut found).map_err(&mut refuse)?;
        // What a person refers to is read as well.
        found.extend(read::files::load(&mut tree, sources, input.beside, &limits));
        watch(Stage::Overlaid);
    }
    diagnostics.extend(found);
    let lowered = lower(&tree, sources, corrections, diagnostics);
    let (mut draft, mut ledger) = lowered.map_err(|_| Refused)?;
    // No client is made of it, and it can be a version of a document.
    if draft.operations.is_empty() && mode == Mode::Strict {
        diagnostics.push(lower::nothing_to_call(&tree, sources));
        return Err(Refused);
    }
    watch(Stage::Lowered);
    for rule in repair::RULES {
        (rule.apply)(&mut draft, &mut ledger);
        watch(Stage::Repaired(rule.name, &draft, &ledger));
    }
    let mut api = model::settle::settle(&draft, &mut ledger, &tree, sources);
    if let Some(guesses) = &alone {
        let locate = |site: &_| tree.location(sources, site);
        api.verdicts = draft::verdict::verdicts(guesses, &api.accounts, &ledger, &locate);
    }
    Ok((api, ledger, tree))
}

/// Lowers a document by the format that it says it has.
fn lower(
    tree: &Tree,
    sources: &Sources,
    corrections: Corrections,
    diagnostics: &mut Vec<Diagnostic>,
) -> Result<(Draft, Ledger), Unusable> {
    let root = tree.view(tree.root());
    if swagger20::is_it(root) {
        swagger20::lower(tree, sources, corrections, diagnostics)
    } else if openapi30::is_it(root) {
        openapi30::lower(tree, sources, corrections, diagnostics)
    } else {
        diagnostics.push(lower::unsupported(tree, sources));
        Err(Unusable)
    }
}

/// What is taken for granted of the document alone, to be compared with what an overlay says.
/// Nothing, where it is of no use without its overlay.
fn guesses(tree: &Tree, sources: &Sources) -> Option<Guesses> {
    let lowered = lower(tree, sources, Corrections::default(), &mut Vec::new());
    let (mut draft, mut ledger) = lowered.ok()?;
    for rule in repair::RULES {
        (rule.apply)(&mut draft, &mut ledger);
    }
    Some((accounts(&draft, &ledger), ledger))
}
