//! `--verify`: a compiler says whether the verdicts for Rust are right.
//!
//! The clients of both versions are written below `target/verify`, beside a crate that uses all of the
//! old one. It is checked with the old client, with which it must compile, and with the new one.

mod compile;
mod semver;

use std::fs::{self, File};
use std::path::Path;

use generator::Settled;
use generator::diff::{Changes, Disagreement, Failure, Verified};
use generator::emit::usage::usage;
use generator::emit::{Root, Settings, emit};

use crate::config::root;
use crate::door::{self, Wanted};
use compile::Program;

/// What a compiler says to the changes.
pub(super) fn verify(
    (old, new): (&Settled, &Settled),
    settings: &Settings,
    changes: &Changes,
) -> Result<Verified, String> {
    let folder = root().join("target/verify");
    let unwritable = |error| format!("{} can't be written to: {error}", folder.display());
    fs::create_dir_all(&folder).map_err(unwritable)?;
    // The folder is of one run at a time.
    let lock = File::create(folder.join("lock")).map_err(unwritable)?;
    lock.lock().map_err(unwritable)?;
    let settings = Settings {
        name: "client".to_owned(),
        version: "0.1.0".to_owned(),
        ..settings.clone()
    };
    for (settled, name) in [(old, "old"), (new, "new")] {
        write(settled, &settings, &folder.join(name))?;
    }
    let uses = usage(&old.api, &settings).map_err(|error| error.to_string())?;
    let codes: Vec<&str> = uses.iter().map(|one| one.code.as_str()).collect();
    let broken = Program::new(&folder, "old", &codes)?.failures()?;
    let sound: Vec<&str> = codes
        .iter()
        .enumerate()
        .map(|(at, code)| if broken.contains_key(&at) { "" } else { code })
        .collect();
    let failed = Program::new(&folder, "new", &sound)?.failures()?;
    let failures: Vec<Failure<'_>> = failed
        .into_iter()
        .map(|(at, error)| Failure {
            of: &uses[at],
            error,
        })
        .collect();
    let mut verified = changes.verify(uses.len(), &failures);
    let broken = broken.into_iter().map(|(at, error)| Disagreement::Broken {
        path: uses[at].path.clone(),
        error,
    });
    verified.disagreements.splice(0..0, broken);
    semver::check(&folder, &mut verified)?;
    Ok(verified)
}

/// Writes a client, as a crate that belongs to no workspace.
fn write(settled: &Settled, settings: &Settings, folder: &Path) -> Result<(), String> {
    let files = emit(&settled.api, settings).map_err(|error| error.to_string())?;
    let mut wanted = Wanted::default();
    for ((root, path), mut text) in files {
        if root == Root::Crate {
            if path == "Cargo.toml" {
                text.push_str("\n[workspace]\n");
            }
            wanted.files.insert(folder.join(path), text);
        }
    }
    wanted.folders.push(folder.to_owned());
    let changes = door::compare(&wanted)?;
    door::write(&wanted, &changes)
}
