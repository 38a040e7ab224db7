//! `cargo xtask diff`

use std::panic::resume_unwind;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::thread;

use anstream::AutoStream;
use clap::{Args, ValueEnum};
use generator::diff::release::Version;
use generator::diff::render::{self, Style};
use generator::diff::{Acceptance, Change, Changes, Need, Rust, Wire, diff_clients, kinds};
use generator::emit::Settings;
use generator::emit::surface::surface;
use generator::{Failure, Input, Settled};

use crate::config::{self, Spec};
use crate::generate::{Overlay, document};
use crate::say::{self, style};
use serde::Deserialize;

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
    /// Changes that are accepted [default: accepted.toml beside crate.toml]
    #[arg(long, value_name = "FILE", requires = "documents")]
    accepted: Option<PathBuf>,
    /// What to print
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
    /// What to fail on, with exit code 1
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
    /// For pull requests and release notes
    Markdown,
    /// For programs
    Json,
    /// Commands of a GitHub workflow, which show each change at its line
    Github,
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
    pub(crate) fn run(&self) -> ExitCode {
        if self.kinds {
            table();
            return ExitCode::SUCCESS;
        }
        match self.compare() {
            Ok(fails) => ExitCode::from(u8::from(fails)),
            Err(error) => {
                say::error(&error);
                ExitCode::from(2)
            }
        }
    }

    /// Prints what differs; whether that is a failure.
    fn compare(&self) -> Result<bool, String> {
        if let [old, new] = self.documents.as_slice() {
            let (old_overlay, new_overlay) = self.overlays()?;
            let old = Document::read(old, old_overlay)?;
            let new = Document::read(new, new_overlay)?;
            return self.show(&old, &new, self.accepted.as_deref(), None);
        }
        let mut fails = false;
        for spec in config::specs()? {
            let files = files(&spec);
            let old = Document::at(&self.base, &files)?;
            let new = Document::here(&files)?;
            let accepted = spec.folder.join("accepted.toml");
            let accepted = Some(accepted.as_path()).filter(|path| path.is_file());
            fails |= self.show(&old, &new, accepted, Some(&spec))?;
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

    fn show(
        &self,
        old: &Document,
        new: &Document,
        accepted: Option<&Path>,
        spec: Option<&Spec>,
    ) -> Result<bool, String> {
        let settings = spec.map_or_else(Settings::default, |spec| spec.settings.clone());
        let mut changes = changes(old, new, &settings)?;
        if let Some(path) = accepted {
            let unused = changes.accept(&read_accepted(path)?);
            if let Some(one) = unused.first() {
                return Err(format!(
                    "{} accepts a change that there is not; delete it: {}",
                    config::shown(path),
                    one.fingerprint
                ));
            }
        }
        let colour = AutoStream::choice(&std::io::stdout()) != anstream::ColorChoice::Never;
        let style = Style {
            colour,
            all: self.all,
        };
        match self.format {
            Format::Text => {
                anstream::print!("{}", render::text::text(&changes, style));
                if let Some(spec) = spec {
                    anstream::println!("{}", self.release(spec, changes.need())?);
                }
            }
            Format::Markdown => anstream::print!("{}", render::markdown::markdown(&changes)),
            Format::Json => anstream::println!("{:#}", render::json::json(&changes)),
            Format::Github => anstream::print!("{}", render::github::github(&changes)),
        }
        Ok(self.fails(&changes))
    }

    /// The version to release, and whether `crate.toml` has it.
    fn release(&self, spec: &Spec, need: Need) -> Result<String, String> {
        let path = spec.folder.join("crate.toml");
        let shown = config::shown(&path);
        let now = &spec.settings.version;
        // A crate that is new has no version to compare with.
        let Some(text) = git(&self.base, &path)? else {
            return Ok(format!("Release {now}: {shown} is new"));
        };
        let before =
            config::version(&String::from_utf8_lossy(&text)).unwrap_or_else(|| now.clone());
        let read = |text: &str| {
            Version::read(text).ok_or_else(|| format!("{shown}: `{text}` is no version"))
        };
        let (before, now) = (read(&before)?, read(now)?);
        let next = before.next(need);
        Ok(match need {
            Need::Nothing => format!("Nothing to release: {before} holds all of it"),
            _ if now.is_at_least(&next) => {
                format!("Release {now}, as {shown} says; after {before} it must be {next} or later")
            }
            need => format!(
                "Release {next}: {} after {before}; {shown} says {now}",
                match need {
                    Need::Breaking => "programs may stop compiling",
                    Need::Feature => "there are new things",
                    _ => "nothing that a program in Rust notices",
                }
            ),
        })
    }

    fn fails(&self, changes: &Changes) -> bool {
        changes
            .changes
            .iter()
            .any(|change| self.fail_on.is_met(change))
    }
}

/// What changed in a crate since a revision, and the version it had there.
pub(crate) struct Since {
    pub(crate) changes: Changes,
    pub(crate) version: String,
}

/// Compares with a revision; nothing where that has no such crate, or where there is no Git.
pub(crate) fn since(spec: &Spec, revision: &str) -> Result<Option<Since>, String> {
    let known = git(revision, &spec.folder.join("crate.toml"));
    let Ok(Some(manifest)) = known else {
        return Ok(None);
    };
    let Some(version) = config::version(&String::from_utf8_lossy(&manifest)) else {
        return Ok(None);
    };
    let files = files(spec);
    let Ok(old) = Document::at(revision, &files) else {
        return Ok(None);
    };
    let new = Document::here(&files)?;
    let changes = changes(&old, &new, &spec.settings)?;
    Ok(Some(Since { changes, version }))
}

/// Document, overlay and lock of a crate.
fn files(spec: &Spec) -> [PathBuf; 3] {
    [
        spec.document.clone(),
        spec.folder.join("overlay.yaml"),
        spec.folder.join("names.lock"),
    ]
}

/// Everything that differs, with what the clients have to say of it.
fn changes(old: &Document, new: &Document, settings: &Settings) -> Result<Changes, String> {
    let old = old.settle("")?;
    let new = new.settle(&old.lock.render())?;
    let client =
        |settled: &Settled| surface(&settled.api, settings).map_err(|error| error.to_string());
    // Most of the time goes into writing the clients, and one does not need the other.
    let (before, after) = thread::scope(|scope| {
        let before = scope.spawn(|| client(&old));
        let after = client(&new);
        let before = before.join().unwrap_or_else(|panic| resume_unwind(panic));
        (before, after)
    });
    Ok(diff_clients(&old.api, &new.api, (&before?, &after?)))
}

/// A version of a document, with what is known beside it.
struct Document {
    name: String,
    bytes: Vec<u8>,
    overlay: Option<Overlay>,
    lock: Option<String>,
}

impl Document {
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

/// `accepted.toml`
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Accepted {
    #[serde(default)]
    accepted: Vec<AcceptedChange>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct AcceptedChange {
    fingerprint: String,
    reason: String,
}

fn read_accepted(path: &Path) -> Result<Vec<Acceptance>, String> {
    let shown = config::shown(path);
    let text =
        std::fs::read_to_string(path).map_err(|error| format!("{shown} can't be read: {error}"))?;
    let file: Accepted =
        toml::from_str(&text).map_err(|error| format!("{shown} is not right:\n{error}"))?;
    let accepted = file.accepted.into_iter();
    Ok(accepted
        .map(|one| Acceptance {
            fingerprint: one.fingerprint,
            reason: one.reason,
        })
        .collect())
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
