//! Cases: documents that each show one thing, and what becomes of them.
//!
//! A case is a file under `tests/cases/`. It says in words what it shows, in comment lines at its
//! top, and names the diagnostics and rules that it makes happen in a line `# covers: …`. A file
//! that can't hold a comment (JSON, an empty file) has the same lines in a file beside it, with the
//! extension `about`. An overlay stands beside its document, as `NAME.overlay.yaml`, a program
//! that tests its client as `NAME.rs`, and files that it refers to in `NAME.parts/`. Documents that are
//! too large to be kept are made by [`large`].

mod case;
mod check;
pub mod large;
mod pair;
mod run;
pub mod tables;

pub use case::{Case, cases};
pub use check::check;
pub use pair::{Pair, Side, pairs};
pub use run::{Emitted, Run, run};
