//! `cargo xtask diff`

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anstream::AutoStream;
use clap::{Args, ValueEnum};
use generator::diff::render::{Style, text};
use generator::diff::{Change, Changes, Rust, Wire, diff, kinds};
use generator::{Failure, Input, Settled};

use crate::config;
use crate::generate::{Overlay, document};
use crate::say::{self, style};

/// Tell what changed from one version of a document to the next, and whom it breaks
///
/// Without documents, the one of every `specs/*/crate.toml`, with its overlay and its lock of names,
/// is compared with the same at a revision of Git. With two documents, these are compared.
///
/// Exits with 0 where nothing has to fail, with 1 where a change is as grave as `--fail-on` says, and
/// with 2 where the versions can't be compared.
#[derive(Args)]
pub(crate) struct Diff {
    /// The old document, and the new one
    #[arg(num_args = 2, value_names = ["OLD", "NEW"])]
    documents: Vec<PathBuf>,
    /// The revision of Git that holds the old version
    #[arg(
        long,
        value_name = "REV",
        default_value = "HEAD",
        conflicts_with = "documents"
    )]
    base: String,
    /// An OpenAPI Overlay for both documents; given twice, for the old one and for the new one
    #[arg(long, value_name = "FILE", requires = "documents")]
    overlay: Vec<PathBuf>,
    /// What to print
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
    /// The gravest verdict that is still no failure is the one below this
    #[arg(long, value_enum, default_value_t = FailOn::None)]
    fail_on: FailOn,
    /// List everything, down to what only looks different
    #[arg(long)]
    all: bool,
    /// Print the table of all kinds of change instead
    #[arg(long)]
    kinds: bool,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// For people
    Text,
}

/// What makes the command fail.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum FailOn {
    /// A change that breaks programs on the wire
    Wire,
    /// One that breaks programs in Rust, or gives them another meaning
    Rust,
    /// Any change, even one of words
    Docs,
    /// No change
    None,
}

impl FailOn {
    fn is_met(self, change: &Change) -> bool {
        match self {
            Self::Wire => change.wire == Wire::Breaks,
            Self::Rust => change.rust >= Rust::Meaning || change.wire == Wire::Breaks,
            Self::Docs => !change.is_reading(),
            Self::None => false,
        }
    }
}

impl Diff {
    pub(crate) fn run(&self) -> Result<ExitCode, String> {
        if self.kinds {
            table();
            return Ok(ExitCode::SUCCESS);
        }
        match self.compare() {
            Ok(fails) => Ok(ExitCode::from(u8::from(fails))),
            Err(error) => {
                say::error(&error);
                Ok(ExitCode::from(2))
            }
        }
    }

    /// Prints what differs; whether that is a failure.
    fn compare(&self) -> Result<bool, String> {
        if let [old, new] = self.documents.as_slice() {
            let (old_overlay, new_overlay) = self.overlays()?;
            let old = Version::read(old, old_overlay)?;
            let new = Version::read(new, new_overlay)?;
            return self.show(&old.settle("")?, &new);
        }
        let mut fails = false;
        for spec in config::specs()? {
            let files = [
                spec.document.clone(),
                spec.folder.join("overlay.yaml"),
                spec.folder.join("names.lock"),
            ];
            let old = Version::at(&self.base, &files)?;
            let new = Version::here(&files)?;
            fails |= self.show(&old.settle("")?, &new)?;
        }
        Ok(fails)
    }

    fn overlays(&self) -> Result<(Option<Overlay>, Option<Overlay>), String> {
        let (old, new) = match self.overlay.as_slice() {
            [] => (None, None),
            [both] => (Some(both), Some(both)),
            [old, new] => (Some(old), Some(new)),
            _ => return Err("an overlay can be given twice, and not more often".to_owned()),
        };
        let read = |path: Option<&PathBuf>| Overlay::read(path.map(PathBuf::as_path));
        Ok((read(old)?, read(new)?))
    }

    fn show(&self, old: &Settled, new: &Version) -> Result<bool, String> {
        let new = new.settle(&old.lock.render())?;
        let changes = diff(&old.api, &new.api);
        let colour = AutoStream::choice(&std::io::stdout()) != anstream::ColorChoice::Never;
        let style = Style {
            colour,
            all: self.all,
        };
        match self.format {
            Format::Text => anstream::print!("{}", text::text(&changes, style)),
        }
        Ok(self.fails(&changes))
    }

    fn fails(&self, changes: &Changes) -> bool {
        changes
            .changes
            .iter()
            .any(|change| self.fail_on.is_met(change))
    }
}

/// A version of a document, with what is known beside it.
struct Version {
    name: String,
    bytes: Vec<u8>,
    overlay: Option<Overlay>,
    lock: Option<String>,
}

impl Version {
    /// A document that is given.
    fn read(path: &Path, overlay: Option<Overlay>) -> Result<Self, String> {
        let (name, bytes) = document(path)?;
        Ok(Self {
            name,
            bytes,
            overlay,
            lock: None,
        })
    }

    /// What a crate is made of now.
    fn here([document, overlay, lock]: &[PathBuf; 3]) -> Result<Self, String> {
        let overlay = Overlay::read(Some(overlay.as_path()).filter(|path| path.is_file()))?;
        let lock = std::fs::read_to_string(lock).ok();
        let version = Self::read(document, overlay)?;
        Ok(Self { lock, ..version })
    }

    /// What a crate was made of at a revision.
    fn at(revision: &str, [document, overlay, lock]: &[PathBuf; 3]) -> Result<Self, String> {
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
        })
    }

    /// Settles it, with its own lock of names or with that of the version before.
    fn settle(&self, before: &str) -> Result<Settled, String> {
        let input = Input {
            name: &self.name,
            bytes: &self.bytes,
            overlay: self.overlay.as_ref().map(Overlay::input),
            lock: self.lock.as_deref().unwrap_or(before),
        };
        generator::settle_leniently(&input).map_err(|failure| match failure {
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
        })
    }
}

/// A file at a revision; none where it was not there.
fn git(revision: &str, path: &Path) -> Result<Option<Vec<u8>>, String> {
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

fn table() {
    let strong = style::STRONG;
    for kind in kinds::all() {
        anstream::println!("{strong}{}{strong:#}", kind.id);
        anstream::println!("    {}", kind.meaning);
        anstream::println!("    {} → {}", kind.example.0, kind.example.1);
        let docs = if kind.docs { " · docs" } else { "" };
        anstream::println!(
            "    wire {} · rust {}{docs} · the other way round: {}",
            kind.wire.word(),
            kind.rust.word(),
            kind.mirror
        );
    }
}
