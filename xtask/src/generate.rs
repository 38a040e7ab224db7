//! `cargo xtask generate`

use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Args;
use generator::emit::{Settings, emit};
use generator::names::{Words, is_legal};
use generator::{Input, Settled};

use crate::beside::Folder;
use crate::config::shown;
use crate::door::{self, Wanted};
use crate::regenerate::{fail, read, strict};
use crate::say::{self, count, style};
use crate::show::{self, Show};

/// Write a client for any Swagger 2.0 or OpenAPI 3.0 document, YAML or JSON
///
/// The crate goes to a folder of its own, together with the reports on what was filled in. A folder
/// that holds something else is left alone.
#[derive(Args)]
pub(crate) struct Generate {
    /// The document; `-` is standard input
    spec: PathBuf,
    /// The folder of the crate
    #[arg(long, value_name = "DIR")]
    out: PathBuf,
    /// The name of the crate; made from the name of the document where it is left out
    #[arg(long, value_name = "CRATE")]
    name: Option<String>,
    /// An OpenAPI Overlay with what people know beside the document
    #[arg(long, value_name = "FILE")]
    overlay: Option<PathBuf>,
    /// Make an error of every repair
    #[arg(long)]
    strict: bool,
    /// Say nothing but warnings and errors
    #[arg(long, short)]
    quiet: bool,
    /// Print a stage to standard output, and write nothing
    #[arg(long, value_name = "STAGE")]
    show: Option<Show>,
}

impl Generate {
    pub(crate) fn run(&self) -> Result<ExitCode, String> {
        let name = self.crate_name()?;
        let (document, bytes) = document(&self.spec)?;
        let overlay = Overlay::read(self.overlay.as_deref())?;
        let lock_path = self.out.join("names.lock");
        let lock = std::fs::read_to_string(&lock_path).unwrap_or_default();
        let beside = Folder::of(&self.spec);
        let input = Input {
            name: &document,
            bytes: &bytes,
            overlay: overlay.as_ref().map(Overlay::input),
            lock: &lock,
            beside: Some(&beside),
        };
        let mut rules = String::new();
        let settled = generator::settle_watched(&input, &mut |stage| {
            if self.show == Some(Show::Rules) {
                show::rule(&stage, &mut rules);
            }
        });
        let settled = match settled {
            Ok(settled) => settled,
            Err(failure) => {
                fail(failure, &lock_path)?;
                return Ok(ExitCode::FAILURE);
            }
        };
        say::diagnostics(&settled.diagnostics, &settled.sources);
        let settings = Settings {
            name,
            version: "0.1.0".to_owned(),
            document: document.clone(),
            command: "cargo xtask generate".to_owned(),
            ..Settings::default()
        };
        if let Some(show) = self.show {
            anstream::print!("{}", show.of(&settled.api, &settings).unwrap_or(rules));
            return Ok(ExitCode::SUCCESS);
        }
        if self.strict && strict(&settled) {
            return Ok(ExitCode::FAILURE);
        }
        self.write(&settled, &settings)?;
        Ok(ExitCode::SUCCESS)
    }

    fn write(&self, settled: &Settled, settings: &Settings) -> Result<(), String> {
        let mine = std::fs::read_to_string(self.out.join("Cargo.toml"))
            .is_ok_and(|text| text.starts_with("# Written by `cargo xtask generate`"));
        let empty =
            std::fs::read_dir(&self.out).map_or(true, |mut entries| entries.next().is_none());
        if !mine && !empty {
            return Err(format!(
                "{} holds something else; name an empty folder, or one that was written by this \
                 command",
                self.out.display()
            ));
        }
        let files = emit(&settled.api, settings).map_err(|error| error.to_string())?;
        let mut wanted = Wanted::default();
        for ((_, path), text) in files {
            wanted.files.insert(self.out.join(path), text);
        }
        wanted
            .files
            .insert(self.out.join("names.lock"), settled.lock.render());
        wanted.folders.push(self.out.clone());
        let changes = door::compare(&wanted)?;
        door::write(&wanted, &changes)?;
        if !self.quiet {
            let good = style::GOOD;
            anstream::println!(
                "{good}Wrote{good:#} {}: {} in {}, {} changed; what was filled in is in {}",
                shown(&self.out),
                count(settled.api.operations().count(), "operation"),
                count(settled.api.groups.len(), "group"),
                count(changes.each().count(), "file"),
                shown(&self.out.join("REPAIRS.md"))
            );
        }
        Ok(())
    }

    fn crate_name(&self) -> Result<String, String> {
        let name = self.name.clone().unwrap_or_else(|| {
            if is_stdin(&self.spec) {
                return "client".to_owned();
            }
            let stem = self.spec.file_stem().unwrap_or_default().to_string_lossy();
            let words = Words::of(&stem).snake("client");
            let name = words.trim_end_matches('_').replace('_', "-");
            if is_crate_name(&name) {
                name
            } else {
                format!("{name}-client")
            }
        });
        if is_crate_name(&name) {
            Ok(name)
        } else {
            Err(format!(
                "`{name}` is no name of a crate; give one with --name, such as my-client"
            ))
        }
    }
}

/// Crates that are there already, and folders of Cargo.
const NO_CRATES: [&str; 9] = [
    "alloc",
    "build",
    "core",
    "deps",
    "examples",
    "incremental",
    "proc_macro",
    "std",
    "test",
];

/// Whether Cargo and Rust take a name: a crate is used by it, so a keyword is none.
pub(crate) fn is_crate_name(name: &str) -> bool {
    is_legal(&name.replace('-', "_"))
        && !NO_CRATES.contains(&name.replace('-', "_").as_str())
        && name.len() <= 64
        && name
            .chars()
            .all(|c| c.is_ascii_alphanumeric() || c == '-' || c == '_')
}

/// An overlay as it was read from a file.
pub(crate) struct Overlay {
    name: String,
    bytes: Vec<u8>,
}

impl Overlay {
    /// The overlay at a path, where there is one.
    pub(crate) fn read(path: Option<&Path>) -> Result<Option<Self>, String> {
        let Some(path) = path else { return Ok(None) };
        Ok(Some(Self {
            name: shown(path),
            bytes: read(path)?,
        }))
    }

    /// An overlay that is no file.
    pub(crate) fn new(name: String, bytes: Vec<u8>) -> Self {
        Self { name, bytes }
    }

    pub(crate) fn input(&self) -> generator::overlay::Input<'_> {
        generator::overlay::Input {
            name: &self.name,
            bytes: &self.bytes,
        }
    }
}

fn is_stdin(path: &Path) -> bool {
    path == Path::new("-")
}

/// The name and the bytes of a document.
pub(crate) fn document(path: &Path) -> Result<(String, Vec<u8>), String> {
    if is_stdin(path) {
        let mut bytes = Vec::new();
        std::io::stdin()
            .read_to_end(&mut bytes)
            .map_err(|error| format!("standard input can't be read: {error}"))?;
        return Ok(("<stdin>".to_owned(), bytes));
    }
    Ok((shown(path), read(path)?))
}
