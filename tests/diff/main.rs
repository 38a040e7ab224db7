//! What changed between two versions: a case for each kind, what always holds, and real histories.

mod cases;
mod history;
mod mutations;
mod pairs;
mod reached;
mod support;
mod swapped;
