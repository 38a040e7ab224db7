//! `cargo xtask diff`

mod accepted;
mod document;
mod verify;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anstream::AutoStream;
use clap::{Args, ValueEnum};
use generator::Settled;
use generator::diff::release::Version;
use generator::diff::render::{self, Style};
use generator::diff::{Change, Changes, Need, Rust, Verified, Wire, diff_clients, kinds};
use generator::emit::Settings;
use generator::emit::surface::surfaces;

use crate::config::{self, Spec};
use crate::explain::show_kind;
use crate::generate::Overlay;
use crate::say;
use crate::timings::Timings;
use document::{Document, files, git};

/// Tell what changed from one version of a document to the next, and whom it breaks
///
/// Without documents, the one of every `specs/*/crate.toml`, with its overlay and its lock of names,
/// is compared with the same at a revision of Git. With two documents, these are compared.
///
/// Exits with 0 where nothing has to fail, with 1 where a change is as grave as `--fail-on` says, with 2
/// where the versions can't be compared, and with 3 where `--verify` finds a verdict that is wrong.
#[derive(Args)]
#[allow(clippy::struct_excessive_bools, reason = "each is an option")]
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
    /// Ask a compiler whether the verdicts for Rust are right
    ///
    /// Both clients are written below `target/verify`, and a program that uses all of the old one is
    /// compiled with either. Where the compiler disagrees, that is a defect of this comparison.
    #[arg(long)]
    verify: bool,
    /// Say how long each stage took
    #[arg(long)]
    timings: bool,
    /// Print the table of all kinds of change instead
    #[arg(long)]
    kinds: bool,
}

/// The exit code where a compiler does not agree.
const WRONG: u8 = 3;

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
            kinds::all().for_each(show_kind);
            return ExitCode::SUCCESS;
        }
        match self.compare() {
            Ok(code) => ExitCode::from(code),
            Err(error) => {
                say::error(&error);
                ExitCode::from(2)
            }
        }
    }

    /// Prints what differs; the exit code.
    fn compare(&self) -> Result<u8, String> {
        if let [old, new] = self.documents.as_slice() {
            let (old_overlay, new_overlay) = self.overlays()?;
            let old = Document::read(old, old_overlay)?;
            let new = Document::read(new, new_overlay)?;
            return self.show(&old, &new, self.accepted.as_deref(), None);
        }
        let mut code = 0;
        for spec in config::specs()? {
            let files = files(&spec);
            let old = Document::at(&self.base, &files)?;
            let new = Document::here(&files)?;
            let accepted = spec.folder.join("accepted.toml");
            let accepted = Some(accepted.as_path()).filter(|path| path.is_file());
            code = code.max(self.show(&old, &new, accepted, Some(&spec))?);
        }
        Ok(code)
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
    ) -> Result<u8, String> {
        let settings = spec.map_or_else(Settings::default, |spec| spec.settings.clone());
        let mut timings = Timings::start();
        let Compared {
            old,
            new,
            mut changes,
        } = compare(old, new, &settings, &mut timings)?;
        if let Some(path) = accepted {
            let unused = changes.accept(&accepted::read(path)?);
            if let Some(one) = unused.first() {
                return Err(format!(
                    "{} accepts a change that there is not; delete it: {}",
                    config::shown(path),
                    one.fingerprint
                ));
            }
        }
        if self.verify {
            changes.verified = Some(verify::verify((&old, &new), &settings, &changes)?);
            timings.stage("verify");
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
        timings.stage("print");
        if self.timings {
            timings.print();
        }
        let is_wrong = |verified: &Verified| !verified.disagreements.is_empty();
        Ok(match &changes.verified {
            Some(verified) if is_wrong(verified) => WRONG,
            _ => u8::from(self.fails(&changes)),
        })
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
    let Compared { changes, .. } = compare(&old, &new, &spec.settings, &mut Timings::start())?;
    Ok(Some(Since { changes, version }))
}

/// Two versions, and what differs.
struct Compared {
    old: Settled,
    new: Settled,
    changes: Changes,
}

/// Everything that differs, with what the clients have to say of it.
fn compare(
    old: &Document,
    new: &Document,
    settings: &Settings,
    timings: &mut Timings,
) -> Result<Compared, String> {
    let (old, new) = Document::settle(old, new)?;
    timings.stage("settle");
    let clients = surfaces(&old.api, &new.api, settings);
    let (before, after) = clients.map_err(|error| error.to_string())?;
    timings.stage("clients");
    let changes = diff_clients(&old.api, &new.api, (&before, &after));
    timings.stage("compare");
    Ok(Compared { old, new, changes })
}
