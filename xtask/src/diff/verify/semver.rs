//! `cargo semver-checks`, where it is installed.

use std::fmt;
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
    let (told, said) = (&output.stdout, &output.stderr);
    let (told, said) = (String::from_utf8_lossy(told), String::from_utf8_lossy(said));
    let finds = finds(output.status.success(), &told, &said);
    verified.semver_checks = finds.to_string();
    if matches!(finds, Finds::Breaks(_)) && verified.breaking == 0 {
        verified.disagreements.push(Disagreement::Semver);
    }
    Ok(())
}

/// What it finds.
#[derive(Debug, PartialEq, Eq)]
enum Finds {
    Nothing,
    /// The rules that are broken.
    Breaks(Vec<String>),
    /// It did not come so far.
    Failure(String),
}

fn finds(is_success: bool, told: &str, said: &str) -> Finds {
    if is_success {
        return Finds::Nothing;
    }
    let broken: Vec<_> = told
        .lines()
        .filter_map(|line| line.strip_prefix("--- failure "))
        .map(|line| line.trim_end_matches(" ---").to_owned())
        .collect();
    if !broken.is_empty() {
        return Finds::Breaks(broken);
    }
    // What follows the first error is advice, or the output of other tools.
    let mut lines = said.lines().map(str::trim).filter(|line| !line.is_empty());
    let first = lines.clone().find(|line| line.starts_with("error"));
    let why = first
        .or_else(|| lines.next_back())
        .unwrap_or("it says nothing of why");
    Finds::Failure(why.to_owned())
}

impl fmt::Display for Finds {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Nothing => f.write_str("cargo semver-checks finds no break"),
            Self::Breaks(broken) => write!(f, "cargo semver-checks finds: {}", broken.join("; ")),
            Self::Failure(why) => write!(
                f,
                "cargo semver-checks failed for reasons of its own, and says nothing of the clients: {why}"
            ),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Finds, finds};

    #[test]
    fn what_it_finds_is_told_apart_from_what_it_fails_of() {
        let told =
            "\n--- failure struct_missing: pub struct removed or renamed ---\n\nDescription:\n";
        let broken = "struct_missing: pub struct removed or renamed".to_owned();
        assert_eq!(
            finds(true, "", "Summary no semver update required"),
            Finds::Nothing
        );
        assert_eq!(finds(false, told, "Summary"), Finds::Breaks(vec![broken]));
        for (said, why) in [
            (
                "Building old\nerror: unsupported rustdoc format v99\nnote: try an older rustc\n",
                "error: unsupported rustdoc format v99",
            ),
            ("no such command\n\n", "no such command"),
            ("", "it says nothing of why"),
        ] {
            assert_eq!(finds(false, "", said), Finds::Failure(why.to_owned()));
        }
    }
}
