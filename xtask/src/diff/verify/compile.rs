//! A crate of uses, each on a line of its own, and which of them compile with a client.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use generator::emit::usage::CRATE;
use serde_json::Value;

use crate::config::root;

/// Before the first use there is so much.
const HEAD: &str = "#![allow(warnings)]\n";
/// The line of the first use.
const FIRST: usize = 2;

/// A program that is compiled with one of the clients.
pub(super) struct Program<'c> {
    folder: PathBuf,
    target: PathBuf,
    /// Whether all dependencies are known, so that nothing has to be asked of a registry.
    is_locked: bool,
    codes: Vec<&'c str>,
}

impl<'c> Program<'c> {
    /// The program for the client in a folder of that name.
    pub(super) fn new(folder: &Path, client: &str, codes: &[&'c str]) -> Result<Self, String> {
        let program = Self {
            folder: folder.join(format!("with-{client}")),
            target: folder.join("target"),
            is_locked: root().join("Cargo.lock").is_file(),
            codes: codes.to_vec(),
        };
        let manifest = format!(
            "[package]\nname = \"uses\"\nversion = \"0.1.0\"\nedition = \"2024\"\n\n\
             [dependencies]\n{CRATE} = {{ path = \"../{client}\", features = [\"oauth2\"] }}\nserde = \"1\"\nserde_json = \"1\"\n\n\
             [profile.dev]\ndebug = false\n\n[workspace]\n"
        );
        program.write("Cargo.toml", &manifest)?;
        if program.is_locked {
            // Cargo takes what it needs from the lock file and adds the rest.
            let lock = fs::read_to_string(root().join("Cargo.lock"))
                .map_err(|error| format!("the lock file can't be read: {error}"))?;
            program.write("Cargo.lock", &lock)?;
        }
        Ok(program)
    }

    fn write(&self, path: &str, text: &str) -> Result<(), String> {
        let path = self.folder.join(path);
        let folder = path.parent().unwrap_or(&self.folder);
        fs::create_dir_all(folder)
            .and_then(|()| fs::write(&path, text))
            .map_err(|error| format!("{} can't be written: {error}", path.display()))
    }

    /// The uses that do not compile, by number, with what the compiler says. It stops at the first kind
    /// of errors that it meets, so what fails is taken out until nothing does.
    pub(super) fn failures(mut self) -> Result<BTreeMap<usize, String>, String> {
        let mut failures = BTreeMap::new();
        loop {
            let lines = self.codes.iter().enumerate().map(|(at, code)| {
                if code.is_empty() {
                    "\n".to_owned()
                } else {
                    format!("mod use_{at} {{ {code} }}\n")
                }
            });
            let text = HEAD.to_owned() + &lines.collect::<String>();
            self.write("src/lib.rs", &text)?;
            let found = self.check()?;
            if found.is_empty() {
                return Ok(failures);
            }
            for (at, error) in found {
                self.codes[at] = "";
                failures.insert(at, error);
            }
        }
    }

    /// What fails in one run.
    fn check(&self) -> Result<BTreeMap<usize, String>, String> {
        let output = self.cargo(self.is_locked)?;
        let mut found = BTreeMap::new();
        let mut other = None;
        for line in String::from_utf8_lossy(&output.stdout).lines() {
            let message: Value = serde_json::from_str(line).unwrap_or_default();
            let said = &message["message"];
            if message["reason"] != "compiler-message" || said["level"] != "error" {
                continue;
            }
            let is_ours = message["target"]["name"] == "uses";
            match self.at(said).filter(|_| is_ours) {
                Some(at) => {
                    found.entry(at).or_insert_with(|| told(said));
                }
                None if !sums_up(said) => {
                    other.get_or_insert_with(|| told(said));
                }
                None => {}
            }
        }
        if output.status.success() || !found.is_empty() {
            return Ok(found);
        }
        let shown = self.folder.display();
        let said = String::from_utf8_lossy(&output.stderr).trim().to_owned();
        Err(format!(
            "{shown} can't be compiled: {}",
            other.unwrap_or(said)
        ))
    }

    fn cargo(&self, offline: bool) -> Result<std::process::Output, String> {
        let output = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
            .args(["check", "--quiet", "--message-format=json", "--target-dir"])
            .arg(&self.target)
            .args(offline.then_some("--offline"))
            .current_dir(&self.folder)
            .env_remove("RUSTFLAGS")
            .env_remove("CARGO_ENCODED_RUSTFLAGS")
            .output()
            .map_err(|error| format!("cargo can't be run: {error}"))?;
        // A dependency that is not there yet has to be fetched.
        if offline && !output.status.success() && output.stdout.is_empty() {
            return self.cargo(false);
        }
        Ok(output)
    }

    /// The use that a message is about.
    fn at(&self, said: &Value) -> Option<usize> {
        let spans = said["spans"].as_array()?;
        let here = |span: &&Value| span["file_name"] == "src/lib.rs";
        let primary = |span: &&Value| span["is_primary"] == true;
        let span = spans.iter().filter(here).find(primary);
        let span = span.or_else(|| spans.iter().find(here))?;
        let line = usize::try_from(span["line_start"].as_u64()?).ok()?;
        let at = line.checked_sub(FIRST)?;
        (at < self.codes.len()).then_some(at)
    }
}

/// What a message says, in a line.
fn told(said: &Value) -> String {
    let text = said["message"].as_str().unwrap_or_default();
    let text = text.lines().next().unwrap_or_default();
    match said["code"]["code"].as_str() {
        Some(code) => format!("{text} ({code})"),
        None => text.to_owned(),
    }
}

/// "aborting due to 2 errors": a message without a place.
fn sums_up(said: &Value) -> bool {
    said["spans"].as_array().is_none_or(Vec::is_empty) && said["code"].is_null()
}
