//! Running cargo, and the clock beside it.

use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// The cargo that runs this.
pub(super) fn cargo() -> Command {
    let mut command = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    // What it was told about this program is not meant for others.
    command
        .env_remove("RUSTFLAGS")
        .env_remove("CARGO_TARGET_DIR");
    command
}

/// How a crate is built: where its manifest is, with which features.
#[derive(Clone, Copy)]
pub(super) struct Target<'a> {
    pub(super) manifest: &'a Path,
    pub(super) features: &'a [&'a str],
}

impl Target<'_> {
    fn command(&self, words: &[&str]) -> Command {
        let mut command = cargo();
        command
            .args(words)
            .arg("--manifest-path")
            .arg(self.manifest);
        command
    }

    /// Builds or checks, and tells how long it took.
    pub(super) fn time(&self, word: &str, folder: &Path) -> Result<Duration, String> {
        let mut command = self.command(&[word]);
        command.args(self.features);
        run(command, folder)
    }

    /// Forgets what was made of the package itself.
    pub(super) fn forget(&self, package: &str, folder: &Path) -> Result<(), String> {
        run(self.command(&["clean", "--package", package]), folder).map(drop)
    }
    /// How many crates there are in its tree, itself included.
    pub(super) fn crates(&self) -> Result<usize, String> {
        let tree = ["tree", "-e", "normal,build", "--prefix", "none"];
        let platform = ["--target", "x86_64-unknown-linux-gnu"];
        let output = self
            .command(&[tree.as_slice(), &platform].concat())
            .args(self.features)
            .stderr(Stdio::inherit())
            .output()
            .map_err(|error| format!("cargo can't be run: {error}"))?;
        if !output.status.success() {
            return Err(format!("there is no tree of {}", self.manifest.display()));
        }
        let text = String::from_utf8_lossy(&output.stdout);
        let crates: std::collections::BTreeSet<_> = text
            .lines()
            .map(|line| line.trim_end_matches(" (*)").trim())
            .filter(|line| !line.is_empty())
            .collect();
        Ok(crates.len())
    }
}

/// Runs cargo with a target folder of its own, and tells how long it took.
fn run(mut command: Command, folder: &Path) -> Result<Duration, String> {
    command.arg("--quiet").arg("--target-dir").arg(folder);
    let begun = Instant::now();
    let output = command
        .output()
        .map_err(|error| format!("cargo can't be run: {error}"))?;
    if output.status.success() {
        return Ok(begun.elapsed());
    }
    Err(format!(
        "{command:?} failed:\n{}",
        String::from_utf8_lossy(&output.stderr)
    ))
}
