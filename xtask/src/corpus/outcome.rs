//! What became of one document, as one process tells it to the other and to whoever reads the report.

use std::path::Path;

use serde::{Deserialize, Serialize};

/// What became of a document.
#[derive(Debug, Default, Deserialize, Serialize)]
#[serde(default)]
pub(super) struct Outcome {
    /// Its path.
    pub(super) document: String,
    /// The name of its crate.
    pub(super) crate_name: String,
    /// Whether the generator came to an end, with a client or with a reason.
    pub(super) finished: bool,
    /// Why there is no client: code, place and words.
    pub(super) refused: Option<String>,
    /// Operations that the document has, counted without the generator.
    pub(super) operations_in: usize,
    /// Operations that the client has.
    pub(super) operations_out: usize,
    /// What was left out, with the reasons.
    pub(super) left_out: Vec<String>,
    /// Values that rules filled in.
    pub(super) repairs: usize,
    /// Seconds on a processor.
    pub(super) seconds: f64,
    /// The most memory it held, in MiB; 0 where the system does not tell.
    pub(super) peak_mib: f64,
    /// Warnings of the compiler and of clippy.
    pub(super) warnings: usize,
    /// Errors of the compiler.
    pub(super) errors: usize,
    /// Whether the client was compiled.
    pub(super) compiled: bool,
    /// The first of what the compiler said.
    pub(super) compiler: Vec<String>,
    /// What must not be.
    pub(super) faults: Vec<String>,
}

impl Outcome {
    /// Whether the document became a client.
    pub(super) fn is_read(&self) -> bool {
        self.finished && self.refused.is_none()
    }
}

/// Leaves the report for programs.
pub(super) fn write(outcomes: &[Outcome], path: &Path) -> Result<(), String> {
    let text = serde_json::to_string_pretty(outcomes).map_err(|error| error.to_string())?;
    std::fs::write(path, text + "\n")
        .map_err(|error| format!("{} can't be written: {error}", path.display()))
}
