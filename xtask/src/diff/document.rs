//! The versions that are compared: two files, or the files of a crate now and at a revision of Git.

use std::panic::resume_unwind;
use std::path::{Path, PathBuf};

use generator::read::Beside;
use generator::{Failure, Input, Settled, Unnamed};

use crate::STACK;
use crate::beside::Folder;
use crate::config::{self, Spec};
use crate::generate::{Overlay, document};
use crate::say;

/// A version of a document, with what is known beside it.
pub(super) struct Document {
    name: String,
    bytes: Vec<u8>,
    overlay: Option<Overlay>,
    lock: Option<String>,
    beside: Box<dyn Beside + Sync>,
}

/// A folder of this repository at a revision.
#[derive(Debug)]
struct Past {
    revision: String,
    folder: PathBuf,
}

impl Beside for Past {
    fn bytes(&self, path: &str) -> Result<Vec<u8>, String> {
        let found = git(&self.revision, &self.folder.join(path))?;
        found.ok_or_else(|| format!("is not there at {}", self.revision))
    }
}

impl Document {
    /// A document that is given.
    pub(super) fn read(path: &Path, overlay: Option<Overlay>) -> Result<Self, String> {
        let (name, bytes) = document(path)?;
        Ok(Self {
            name,
            bytes,
            overlay,
            lock: None,
            beside: Box::new(Folder::of(path)),
        })
    }

    /// What a crate is made of now.
    pub(super) fn here([document, overlay, lock]: &[PathBuf; 3]) -> Result<Self, String> {
        let overlay = Overlay::read(Some(overlay.as_path()).filter(|path| path.is_file()))?;
        let lock = std::fs::read_to_string(lock).ok();
        let version = Self::read(document, overlay)?;
        Ok(Self { lock, ..version })
    }

    /// What a crate was made of at a revision.
    pub(super) fn at(
        revision: &str,
        [document, overlay, lock]: &[PathBuf; 3],
    ) -> Result<Self, String> {
        let name = |path: &Path| format!("{} at {revision}", config::shown(path));
        let bytes =
            git(revision, document)?.ok_or_else(|| format!("{} does not exist", name(document)))?;
        let overlay = git(revision, overlay)?.map(|bytes| Overlay::new(name(overlay), bytes));
        let lock = git(revision, lock)?;
        Ok(Self {
            name: name(document),
            bytes,
            overlay,
            lock: lock.map(|lock| String::from_utf8_lossy(&lock).into_owned()),
            beside: Box::new(Past {
                revision: revision.to_owned(),
                folder: document.parent().unwrap_or(document).to_owned(),
            }),
        })
    }

    /// Settles two versions. The new one is named by the lock of the old one, where it has none.
    pub(super) fn settle(old: &Self, new: &Self) -> Result<(Settled, Settled), String> {
        // Both are read at the same time: that is most of what a comparison does.
        let (first, second) = std::thread::scope(|scope| {
            let thread = std::thread::Builder::new().stack_size(STACK);
            let second = thread
                .spawn_scoped(scope, || new.unnamed())
                .map_err(|error| format!("no thread can be started: {error}"))?;
            let first = old.unnamed();
            let second = second.join().unwrap_or_else(|panic| resume_unwind(panic));
            Ok::<_, String>((first, second))
        })?;
        let name = |version: &Self, unnamed: Result<Unnamed, Failure>, before: &str| {
            let lock = version.lock.as_deref().unwrap_or(before);
            let settled = unnamed.and_then(|unnamed| unnamed.name(lock));
            settled.map_err(|failure| version.say(failure))
        };
        let first = name(old, first, "")?;
        let second = name(new, second, &first.lock.render())?;
        Ok((first, second))
    }

    fn unnamed(&self) -> Result<Unnamed, Failure> {
        generator::settle_unnamed(&Input {
            name: &self.name,
            bytes: &self.bytes,
            overlay: self.overlay.as_ref().map(Overlay::input),
            lock: "",
            beside: Some(&*self.beside),
        })
    }

    /// Tells what is wrong, and the error that there is nothing to compare then.
    fn say(&self, failure: Failure) -> String {
        match failure {
            Failure::Document {
                diagnostics,
                sources,
            } => {
                say::diagnostics(&diagnostics, &sources);
                format!("nothing can be made of {}", self.name)
            }
            Failure::Lock(error) => format!(
                "the lock of names of {} can't be read: line {}: {}",
                self.name, error.line, error.message
            ),
        }
    }
}

/// Document, overlay and lock of a crate.
pub(super) fn files(spec: &Spec) -> [PathBuf; 3] {
    [
        spec.document.clone(),
        spec.folder.join("overlay.yaml"),
        spec.folder.join("names.lock"),
    ]
}

/// A file at a revision; none where it was not there.
pub(super) fn git(revision: &str, path: &Path) -> Result<Option<Vec<u8>>, String> {
    let path = path.strip_prefix(config::root()).unwrap_or(path);
    let path = path.to_string_lossy().replace('\\', "/");
    let run = |arguments: &[&str]| {
        let mut command = std::process::Command::new("git");
        command.arg("-C").arg(config::root()).args(arguments);
        command
            .output()
            .map_err(|error| format!("git can't be run: {error}"))
    };
    let known = run(&[
        "rev-parse",
        "--verify",
        "--quiet",
        &format!("{revision}^{{commit}}"),
    ])?;
    if !known.status.success() {
        return Err(format!("`{revision}` is no revision of this repository"));
    }
    let shown = run(&["show", &format!("{revision}:{path}")])?;
    Ok(shown.status.success().then_some(shown.stdout))
}
