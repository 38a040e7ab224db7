//! Whether the clients compile: one workspace, so that what they share is built once, some crates at
//! a time, and every word of the compiler put down to the document that it is about.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::Command;

use serde_json::Value;

use super::Document;
use super::outcome::Outcome;
use super::progress::Progress;
use crate::config::root;

/// So many crates in one run of cargo.
const BATCH: usize = 24;
/// So much of what the compiler says is kept.
const KEPT: usize = 5;

/// Compiles the clients of all documents that were read.
pub(super) fn check(
    documents: &[Document],
    outcomes: &mut [Outcome],
    folder: &Path,
    jobs: usize,
) -> Result<(), String> {
    // Cargo takes what it needs from the lock file and adds the members.
    fs::copy(root().join("Cargo.lock"), folder.join("Cargo.lock"))
        .map_err(|error| format!("the lock file can't be copied: {error}"))?;
    let mut by_crate: BTreeMap<&str, &mut Outcome> = documents
        .iter()
        .zip(outcomes.iter_mut())
        .filter(|(_, outcome)| outcome.is_read())
        .map(|(document, outcome)| (document.crate_name.as_str(), outcome))
        .collect();
    let names: Vec<&str> = by_crate.keys().copied().collect();
    let progress = Progress::new("Compiling", names.len());
    for batch in names.chunks(BATCH) {
        run(batch, &mut by_crate, folder, jobs)?;
        progress.advance(batch.len(), batch.last().unwrap_or(&""));
    }
    for outcome in by_crate.into_values() {
        outcome.compiled = outcome.errors == 0;
        if outcome.errors > 0 {
            let fault = format!("the client does not compile: {} errors", outcome.errors);
            outcome.faults.push(fault);
        } else if outcome.warnings > 0 {
            let fault = format!("{} warnings of the compiler", outcome.warnings);
            outcome.faults.push(fault);
        }
    }
    Ok(())
}

/// Compiles some of them. Where cargo itself fails, as over a manifest, each half is tried alone.
fn run<'n>(
    batch: &[&'n str],
    by_crate: &mut BTreeMap<&'n str, &mut Outcome>,
    folder: &Path,
    jobs: usize,
) -> Result<(), String> {
    let members: Vec<_> = batch
        .iter()
        .map(|name| format!("\"crates/{name}\""))
        .collect();
    let manifest = format!(
        "[workspace]\nresolver = \"3\"\nmembers = [{}]\n\n[profile.dev]\ndebug = false\nincremental = false\n",
        members.join(", ")
    );
    fs::write(folder.join("Cargo.toml"), manifest)
        .map_err(|error| format!("{} can't be written to: {error}", folder.display()))?;
    let output = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
        .args(["clippy", "--workspace", "--all-features", "--keep-going"])
        .args(["--offline", "--quiet", "--message-format=json"])
        .args(["--jobs", &jobs.to_string(), "--target-dir"])
        .arg(folder.join("target"))
        .current_dir(folder)
        .env_remove("RUSTFLAGS")
        .env_remove("CARGO_ENCODED_RUSTFLAGS")
        .output()
        .map_err(|error| format!("cargo can't be run: {error}"))?;
    let told = String::from_utf8_lossy(&output.stdout);
    let mut understood = output.status.success();
    for line in told.lines() {
        let Ok(message) = serde_json::from_str::<Value>(line) else {
            continue;
        };
        if message["reason"] == "compiler-message" {
            understood |= attribute(&message, by_crate);
        }
    }
    if understood {
        return Ok(());
    }
    let said = String::from_utf8_lossy(&output.stderr);
    match batch {
        [name] => {
            if let Some(outcome) = by_crate.get_mut(name) {
                outcome.errors += 1;
                outcome.compiler.push(said.trim().to_owned());
            }
        }
        many => {
            let (first, second) = many.split_at(many.len() / 2);
            run(first, by_crate, folder, jobs)?;
            run(second, by_crate, folder, jobs)?;
        }
    }
    Ok(())
}

/// Puts a message down to its document. Says whether it is an error that explains a failure.
fn attribute(message: &Value, by_crate: &mut BTreeMap<&str, &mut Outcome>) -> bool {
    let manifest = message["manifest_path"].as_str().unwrap_or_default();
    let name = Path::new(manifest).parent().and_then(Path::file_name);
    let name = name.unwrap_or_default().to_string_lossy();
    let Some(outcome) = by_crate.get_mut(name.as_ref()) else {
        return false;
    };
    let said = &message["message"];
    // "3 warnings emitted", "aborting due to 2 errors": sums without a place.
    let sum = said["spans"].as_array().is_none_or(Vec::is_empty) && said["code"].is_null();
    let is_error = said["level"] == "error";
    if sum && said["level"] != "error: internal compiler error" {
        return is_error;
    }
    if is_error {
        outcome.errors += 1;
    } else if said["level"] == "warning" {
        outcome.warnings += 1;
    }
    if outcome.compiler.len() < KEPT
        && let Some(text) = said["rendered"].as_str()
    {
        outcome.compiler.push(text.trim().to_owned());
    }
    is_error
}
