//! `cargo xtask corpus`

mod compile;
mod faults;
mod one;
mod outcome;
mod progress;
mod table;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Args;
use generator::names::Words;

use crate::config::{root, shown};
pub(crate) use one::One;

/// Generate clients for whole folders of documents, and say what became of each
///
/// Every document is read by a process of its own, so that nothing one of them does can touch the
/// others, and its time and memory are its own. What is wrong, and makes the command fail: a panic,
/// an operation that is neither in the client nor in the report, two things with one name, more than
/// 10 seconds or 1 GiB, and with --check a client that does not compile, or not without a warning. A
/// document that is refused, with the place and the reason, is no fault.
#[derive(Args)]
pub(crate) struct Corpus {
    /// Documents, and folders with documents: .yaml, .yml and .json at any depth
    #[arg(required = true, value_name = "DIR")]
    paths: Vec<PathBuf>,
    /// Compile the clients too, with all their features and clippy's default lints
    #[arg(long)]
    check: bool,
    /// So many documents at a time [default: as many as there are cores]
    #[arg(long, value_name = "N")]
    jobs: Option<usize>,
    /// Take one document in N
    #[arg(long, value_name = "N", default_value_t = 1)]
    every: usize,
}

/// A document of the corpus.
pub(super) struct Document {
    /// Its path as it is shown.
    pub(super) name: String,
    pub(super) path: PathBuf,
    /// The name of its crate: that of the file, and of its folder.
    pub(super) crate_name: String,
}

impl Corpus {
    pub(crate) fn run(&self) -> Result<ExitCode, String> {
        let documents = self.documents()?;
        if documents.is_empty() {
            return Err("there are no documents: .yaml, .yml or .json files".to_owned());
        }
        let jobs = self
            .jobs
            .or_else(|| std::thread::available_parallelism().ok().map(usize::from))
            .unwrap_or(1)
            .max(1);
        let folder = root().join("target/corpus");
        let crates = self.check.then(|| folder.join("crates"));
        let mut outcomes = one::each(&documents, &folder, crates.as_deref(), jobs)?;
        if self.check {
            compile::check(&documents, &mut outcomes, &folder, jobs)?;
        }
        table::print(&outcomes, self.check);
        let report = folder.join("report.json");
        outcome::write(&outcomes, &report)?;
        anstream::println!("The whole report is in {}", shown(&report));
        let faulty = outcomes.iter().any(|outcome| !outcome.faults.is_empty());
        Ok(if faulty {
            ExitCode::FAILURE
        } else {
            ExitCode::SUCCESS
        })
    }

    fn documents(&self) -> Result<Vec<Document>, String> {
        let mut names = BTreeSet::new();
        let paths = documents(&self.paths)?;
        Ok(paths
            .into_iter()
            .step_by(self.every.max(1))
            .map(|path| Document {
                name: shown(&path),
                crate_name: crate_name(&path, &mut names),
                path,
            })
            .collect())
    }
}

/// The documents that are named, and those below the folders that are, in order.
pub(crate) fn documents(paths: &[PathBuf]) -> Result<Vec<PathBuf>, String> {
    let mut found = BTreeSet::new();
    for path in paths {
        if path.is_dir() {
            list(path, &mut found)?;
        } else {
            found.insert(path.clone());
        }
    }
    Ok(found.into_iter().collect())
}

/// A name that no other document has: that of the folder and of the file.
fn crate_name(path: &Path, taken: &mut BTreeSet<String>) -> String {
    /// Cargo takes 64 characters; some are kept for a number.
    const LONGEST: usize = 58;
    let part = |part: Option<&std::ffi::OsStr>| {
        let text = part.unwrap_or_default().to_string_lossy().into_owned();
        Words::of(&text).snake("document").replace('_', "-")
    };
    let folder = path.parent().and_then(Path::file_name);
    let name: String = format!("c-{}-{}", part(folder), part(path.file_stem()))
        .chars()
        .take(LONGEST)
        .collect();
    let name = name.trim_end_matches('-').to_owned();
    let mut unique = name.clone();
    let mut number = 2;
    while !taken.insert(unique.clone()) {
        unique = format!("{name}-{number}");
        number += 1;
    }
    unique
}

/// The documents below a folder.
fn list(folder: &Path, found: &mut BTreeSet<PathBuf>) -> Result<(), String> {
    let unreadable = |error| format!("{} can't be listed: {error}", folder.display());
    for entry in std::fs::read_dir(folder).map_err(unreadable)? {
        let path = entry.map_err(unreadable)?.path();
        let extension = path.extension().unwrap_or_default().to_string_lossy();
        if path.is_dir() {
            list(&path, found)?;
        } else if ["json", "yaml", "yml"].contains(&extension.as_ref()) {
            found.insert(path);
        }
    }
    Ok(())
}
