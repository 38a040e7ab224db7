//! `cargo xtask regenerate`

use std::path::Path;
use std::process::ExitCode;

use clap::Args;
use generator::emit::{Root, emit, repairs};
use generator::{Failure, Input, Settled, Stage};

use crate::beside::Folder;
use crate::config::{self, Spec, shown};
use crate::door::{self, Changes, Wanted};
use crate::generate::Overlay;
use crate::say::{self, count, style};
use crate::show::{self, Show};
use crate::timings::Timings;
use crate::{diff, release, rename};

/// Write the client of every `specs/*/crate.toml` anew
///
/// Reads the document beside each crate.toml, and the overlay (overlay.yaml) where there is one,
/// fills in what they leave out, and writes the crate, the report of repairs (REPAIRS.md), the
/// outline of what was understood (outline.txt), an
/// OpenAPI 3.0 version of it (openapi30.yaml) and the lock of names (names.lock). Files that are
/// as they should be are not touched, and a run that fails changes nothing.
#[derive(Args)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a switch of the command"
)]
pub(crate) struct Regenerate {
    /// Compare instead of writing: fail when a file is stale, missing, or made by nobody
    #[arg(long)]
    check: bool,
    /// Make an error of every repair
    #[arg(long)]
    strict: bool,
    /// Give everything the name that it would get today, and say what was renamed
    ///
    /// Without it, what is in names.lock keeps its name, whatever the document says now. To rename
    /// one thing, edit its line in names.lock.
    #[arg(long, conflicts_with_all = ["check", "show"])]
    rename: bool,
    /// Set the version that the changes since HEAD demand, and write what changed into CHANGELOG.md
    #[arg(long, conflicts_with_all = ["check", "show"])]
    release: bool,
    /// Say nothing but warnings and errors
    #[arg(long, short)]
    quiet: bool,
    /// Print a stage to standard output, and write nothing
    #[arg(long, value_name = "STAGE")]
    show: Option<Show>,
    /// Say how long each stage took
    #[arg(long)]
    timings: bool,
}

impl Regenerate {
    pub(crate) fn run(&self) -> Result<ExitCode, String> {
        let mut failed = false;
        for spec in config::specs()? {
            failed |= !self.one(&spec)?;
        }
        // The names are those of the new lock by now, so the client that is compared is the new one.
        if self.release && !failed {
            for spec in config::specs()? {
                self.release(&spec)?;
            }
            for spec in config::specs()? {
                failed |= !self.one(&spec)?;
            }
        }
        Ok(if failed {
            ExitCode::FAILURE
        } else {
            ExitCode::SUCCESS
        })
    }

    /// Gives one crate its next version, where it needs one.
    fn release(&self, spec: &Spec) -> Result<(), String> {
        let Some(since) = diff::since(spec, "HEAD")? else {
            return Err("there is nothing to compare with: commit the crate first".to_owned());
        };
        let Some((version, files)) = release::files(spec, &since)? else {
            if !self.quiet {
                anstream::println!(
                    "Nothing to release: {} is enough for {}",
                    spec.settings.version,
                    spec.settings.name
                );
            }
            return Ok(());
        };
        release::write(spec, &files)?;
        if !self.quiet {
            let good = style::GOOD;
            anstream::println!("{good}Released{good:#} {} {version}", spec.settings.name);
        }
        Ok(())
    }

    /// Serves one crate; whether everything is as it should be.
    fn one(&self, spec: &Spec) -> Result<bool, String> {
        let mut timings = Timings::start();
        let bytes = read(&spec.document)?;
        let lock_path = spec.folder.join("names.lock");
        let lock = match std::fs::read_to_string(&lock_path) {
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => String::new(),
            text => {
                text.map_err(|error| format!("{} can't be read: {error}", shown(&lock_path)))?
            }
        };
        let overlay = spec.folder.join("overlay.yaml");
        let overlay = Overlay::read(Some(overlay.as_path()).filter(|path| path.is_file()))?;
        timings.stage("files");
        let mut rules = String::new();
        let beside = Folder::of(&spec.document);
        let input = Input {
            name: &spec.settings.document,
            bytes: &bytes,
            overlay: overlay.as_ref().map(Overlay::input),
            lock: &lock,
            beside: Some(&beside),
        };
        let settled = generator::settle_watched(&input, &mut |stage| {
            timings.stage(match stage {
                Stage::Read => "read",
                Stage::Overlaid => "overlay",
                Stage::Lowered => "lower",
                Stage::Repaired(..) => "repair",
                Stage::Settled => "settle",
            });
            if self.show == Some(Show::Rules) {
                show::rule(&stage, &mut rules);
            }
        });
        let mut settled = match settled {
            Ok(settled) => settled,
            Err(failure) => return fail(failure, &lock_path),
        };
        let mut renamed = Vec::new();
        if self.rename {
            // Names of things that are gone stay theirs.
            let lock = settled.lock.gone().render();
            let before = settled.lock;
            settled = match generator::settle(&Input {
                lock: &lock,
                ..input
            }) {
                Ok(settled) => settled,
                Err(failure) => return fail(failure, &lock_path),
            };
            renamed = rename::renamed(&before, &settled.lock);
        }
        say::diagnostics(&settled.diagnostics, &settled.sources);
        if let Some(show) = self.show {
            anstream::print!("{}", show.of(&settled.api, &spec.settings).unwrap_or(rules));
            return Ok(true);
        }
        if self.strict && strict(&settled) {
            return Ok(false);
        }
        let wanted = wanted(spec, &settled)?;
        timings.stage("emit");
        let changes = door::compare(&wanted)?;
        if !self.check {
            door::write(&wanted, &changes)?;
        }
        timings.stage("files");
        if !self.quiet {
            report(spec, &settled, &changes, self.check);
            if self.rename {
                rename::report(&renamed);
            }
            // Nothing is lost where there is no Git; `cargo xtask diff` says why.
            let is_news = !self.check && !changes.is_empty();
            let since = is_news
                .then(|| diff::since(spec, "HEAD").ok())
                .flatten()
                .flatten();
            if let Some(summary) = since.as_ref().and_then(release::summary) {
                anstream::println!("{summary}");
            }
        }
        if self.timings {
            timings.print();
        }
        if self.check && !changes.is_empty() {
            say::error(&format!(
                "{} of {} would change; run `cargo xtask regenerate` and commit the result",
                count(changes.each().count(), "file"),
                spec.settings.name
            ));
            return Ok(false);
        }
        Ok(true)
    }
}

pub(crate) fn read(path: &Path) -> Result<Vec<u8>, String> {
    std::fs::read(path).map_err(|error| format!("{} can't be read: {error}", shown(path)))
}

/// Tells why nothing became of a document.
pub(crate) fn fail(failure: Failure, lock: &Path) -> Result<bool, String> {
    match failure {
        Failure::Document {
            diagnostics,
            sources,
        } => {
            say::diagnostics(&diagnostics, &sources);
            Err("nothing was made of the document, and nothing was written".to_owned())
        }
        Failure::Lock(error) => Err(format!(
            "{}:{}: {}; nothing was written",
            shown(lock),
            error.line,
            error.message
        )),
    }
}

/// Makes an error of every repair; whether there was one.
pub(crate) fn strict(settled: &Settled) -> bool {
    let api = &settled.api;
    let repaired: Vec<_> = api
        .accounts
        .iter()
        .filter(|account| repairs::is_repair(api, account))
        .collect();
    for account in &repaired {
        let proof = api.proof(account.evidence());
        let bad = style::BAD;
        let what = account
            .subject
            .operation
            .as_deref()
            .unwrap_or("the document");
        anstream::eprintln!(
            "{bad}error[{}]{bad:#}: {what} {}: {} = {}, because {}\n  --> {}",
            proof.rule,
            account.subject.part,
            account.slot,
            account.claims[0].0,
            proof.because,
            proof.location
        );
    }
    if !repaired.is_empty() {
        say::error(&format!(
            "{} would be needed; nothing was written",
            count(repaired.len(), "repair")
        ));
    }
    !repaired.is_empty()
}

/// Every file of a crate, and those beside its document.
fn wanted(spec: &Spec, settled: &Settled) -> Result<Wanted, String> {
    let files = emit(&settled.api, &spec.settings).map_err(|error| error.to_string())?;
    let mut wanted = Wanted::default();
    for ((root, path), text) in files {
        let folder = match root {
            Root::Crate => &spec.output,
            Root::Spec => &spec.folder,
        };
        wanted.files.insert(folder.join(path), text);
    }
    wanted
        .files
        .insert(spec.folder.join("names.lock"), settled.lock.render());
    for include in &spec.include {
        let text = std::fs::read_to_string(include)
            .map_err(|error| format!("{} can't be read: {error}", shown(include)))?;
        let name = include.file_name().unwrap_or_default();
        wanted.files.insert(spec.output.join(name), text);
    }
    wanted.folders.push(spec.output.clone());
    Ok(wanted)
}

fn report(spec: &Spec, settled: &Settled, changes: &Changes, check: bool) {
    let api = &settled.api;
    let (strong, good) = (style::STRONG, style::GOOD);
    anstream::println!(
        "{good}Read{good:#} {strong}{}{strong:#}: {} in {}, {}",
        spec.settings.document,
        count(api.operations().count(), "operation"),
        count(api.groups.len(), "group"),
        count(api.types.iter().count(), "type"),
    );
    if !api.omitted.is_empty() {
        anstream::println!(
            "Left out {}, see {}",
            count(api.omitted.len(), "thing"),
            shown(&spec.folder.join("REPAIRS.md"))
        );
    }
    let counts = repairs::counts(api);
    anstream::println!(
        "{good}Filled in{good:#} {}:",
        count(counts.values().sum(), "gap")
    );
    let mut by_count: Vec<_> = counts.into_iter().collect();
    by_count.sort_by_key(|(rule, count)| (std::cmp::Reverse(*count), *rule));
    for (rule, count) in by_count {
        anstream::println!("{count:>6} {rule}");
    }
    let contests = repairs::contests(api);
    if contests > 0 {
        anstream::println!(
            "{strong}{}{strong:#}, where two sources disagree: see {}",
            count(contests, "contest"),
            shown(&spec.folder.join("REPAIRS.md"))
        );
    }
    let verb = if check { "Compared" } else { "Wrote" };
    anstream::println!(
        "{good}{verb}{good:#} {strong}{}{strong:#}: {} changed, {} as before",
        shown(&spec.output),
        count(changes.each().count(), "file"),
        changes.same
    );
    for (letter, path) in changes.each() {
        anstream::println!("     {letter} {}", shown(&path));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The same code as `cargo xtask regenerate --check`, so that `cargo test` tells too.
    #[test]
    fn what_is_checked_in_is_fresh() {
        let check = Regenerate {
            check: true,
            strict: false,
            rename: false,
            release: false,
            quiet: true,
            show: None,
            timings: false,
        };
        for spec in config::specs().expect("they can be read") {
            let fresh = check.one(&spec).expect("it can be compared");
            assert!(fresh, "run `cargo xtask regenerate` and commit the result");
        }
    }
}
