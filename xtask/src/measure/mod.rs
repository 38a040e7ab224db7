//! `cargo xtask measure`

mod document;
mod list;
mod strip;
mod table;
mod verdict;

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

use clap::{Args, ValueEnum};

use crate::config::shown;
use crate::corpus::documents;
use crate::regenerate::read;
use document::Fact;

/// Measure what reading names and prose is worth, and what it harms
///
/// Takes documents that declare their types, takes from them what received documents lack (types,
/// formats, values, defaults, limits and `required` of parameters and fields, and the schemas of
/// bodies), repairs them, and compares what was found with what was declared:
///
/// exact: the same type. Of values the same set; a whole number of 64 bits is one of 32 too; an
/// identifier, which is made from any text, is a text.
///
/// weaker: another type that carries every valid value: text, an open list of values or an
/// identifier for whatever was declared, a number for a whole number.
///
/// harmful: a valid value can't be sent or read: a whole number where any text was declared, a
/// date-time where text or a date was, and in JSON a text where a number was. What a document declares counts as the truth, also where its
/// words say otherwise.
///
/// A parameter that many operations refer to counts once, and in the lines "told apart" also one that
/// is repeated with the same name and words. A rule's worth are its exact finds other than text; its
/// harm should be far below it. The documents fall into two halves by the first word of their names,
/// which is that of the provider: look at half a alone while writing rules, and half b tells whether
/// they hold.
#[derive(Args)]
pub(crate) struct Measure {
    /// Documents with types, and folders of such; what can't be read, and what declares no type, is
    /// left out
    #[arg(required = true, value_name = "DOCS")]
    paths: Vec<PathBuf>,
    /// Measure one half of the documents alone
    #[arg(long)]
    half: Option<Half>,
    /// List finds, one a line: verdict, declared, found, rule, name, words, place. WHAT is a verdict, a
    /// declared kind, a rule, or `all`; of several all must hold
    #[arg(long, value_name = "WHAT")]
    show: Vec<String>,
    /// List fields of bodies and values of forms instead of parameters
    #[arg(long)]
    fields: bool,
    /// Fail where a target is missed: 5 of 1,000 parameters harmful, 35 % of what is not plain text
    /// exact, no rule with more harm than worth
    #[arg(long)]
    check: bool,
}

/// A half of the documents.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Half {
    A,
    B,
}

/// What was measured of a document.
struct Measured {
    half: Half,
    facts: Vec<Fact>,
    name: String,
}

impl Measure {
    pub(crate) fn run(&self) -> Result<ExitCode, String> {
        let paths = documents(&self.paths)?;
        let measured: Vec<Measured> = each(&paths, |path| self.document(path))?;
        if measured.is_empty() {
            return Err("none of this can be read and declares types".to_owned());
        }
        if !self.show.is_empty() {
            list::Wanted::new(&self.show, self.fields, &measured)?.print(&measured);
            return Ok(ExitCode::SUCCESS);
        }
        let good = table::print(&measured);
        Ok(if self.check && !good {
            ExitCode::FAILURE
        } else {
            ExitCode::SUCCESS
        })
    }

    /// Measures a document, unless it is left out.
    fn document(&self, path: &Path) -> Result<Option<Measured>, String> {
        let half = half(path);
        if self.half.is_some_and(|wanted| wanted != half) {
            return Ok(None);
        }
        let name = shown(path);
        let facts = document::measure(&name, &read(path)?).filter(|facts| !facts.is_empty());
        Ok(facts.map(|facts| Measured { half, facts, name }))
    }
}

/// The half that a document belongs to: all versions and parts of an API are in the same one.
fn half(path: &Path) -> Half {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let word = name
        .split(|c: char| !c.is_ascii_alphanumeric())
        .next()
        .unwrap_or_default();
    // FNV-1a.
    let hash = word.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    });
    if (hash >> 32) & 1 == 0 {
        Half::A
    } else {
        Half::B
    }
}

/// Does `work` for each path, on all cores, and gives the results in order.
fn each<T: Send>(
    paths: &[PathBuf],
    work: impl Fn(&Path) -> Result<Option<T>, String> + Sync,
) -> Result<Vec<T>, String> {
    let next = AtomicUsize::new(0);
    let results = Mutex::new(Vec::new());
    std::thread::scope(|scope| {
        for _ in 0..std::thread::available_parallelism().map_or(1, usize::from) {
            scope.spawn(|| {
                loop {
                    let number = next.fetch_add(1, Ordering::Relaxed);
                    let Some(path) = paths.get(number) else { break };
                    let result = work(path);
                    if let Ok(mut results) = results.lock() {
                        results.push((number, result));
                    }
                }
            });
        }
    });
    let mut results = results.into_inner().map_err(|error| error.to_string())?;
    results.sort_by_key(|(number, _)| *number);
    results
        .into_iter()
        .filter_map(|(_, result)| result.transpose())
        .collect()
}
