//! `cargo semver-checks`, where it is installed.

use std::path::Path;
use std::process::Command;

use generator::diff::{Disagreement, Verified};

/// Asks it whether the new client breaks programs. It knows no types, so that only what it finds counts.
pub(super) fn check(folder: &Path, verified: &mut Verified) -> Result<(), String> {
    let cargo = || Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    let known = cargo().args(["semver-checks", "--version"]).output();
    if !known.is_ok_and(|output| output.status.success()) {
        "cargo semver-checks is not installed, and was not asked"
            .clone_into(&mut verified.semver_checks);
        return Ok(());
    }
    let output = cargo()
        .args([
            "semver-checks",
            "--release-type",
            "minor",
            "--manifest-path",
        ])
        .arg(folder.join("new/Cargo.toml"))
        .arg("--baseline-root")
        .arg(folder.join("old"))
        .current_dir(folder)
        .env("CARGO_TARGET_DIR", folder.join("semver-checks"))
        .output()
        .map_err(|error| format!("cargo semver-checks can't be run: {error}"))?;
    let said = String::from_utf8_lossy(&output.stdout);
    let found: Vec<_> = said
        .lines()
        .filter_map(|line| line.strip_prefix("--- failure "))
        .map(|line| line.trim_end_matches(" ---").to_owned())
        .collect();
    verified.semver_checks = if output.status.success() {
        "cargo semver-checks finds no break".to_owned()
    } else if found.is_empty() {
        let said = String::from_utf8_lossy(&output.stderr);
        let last = said.trim().lines().last().unwrap_or_default();
        format!("cargo semver-checks failed: {last}")
    } else {
        format!("cargo semver-checks finds: {}", found.join("; "))
    };
    if !found.is_empty() && verified.breaking == 0 {
        verified.disagreements.push(Disagreement::Semver);
    }
    Ok(())
}
