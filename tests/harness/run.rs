//! What becomes of a case.

use std::collections::BTreeSet;
use std::fmt::Write;

use generator::diagnostic::{Diagnostic, Terminal, render};
use generator::emit::{self, Files, Settings, outline, repairs};
use generator::model::Api;
use generator::source::Sources;
use generator::{Failure, Input, Settled};

use super::Case;

/// What became of a case.
pub struct Run {
    /// What is told to the person who runs the generator.
    pub diagnostics: Vec<Diagnostic>,
    /// The texts that the diagnostics point into.
    pub sources: Sources,
    /// What was made of the document, where anything was.
    pub emitted: Option<Emitted>,
}

/// What was made of a document.
pub struct Emitted {
    /// The API.
    pub api: Api,
    /// Every file.
    pub files: Files,
    /// The lock of names for the next run.
    pub lock: String,
}

/// Takes a case down the whole road, with a lock of names.
///
/// # Panics
///
/// When the lock is not right, or when what is emitted is no Rust: a fault of the generator.
#[must_use]
pub fn run(case: &Case, lock: &str) -> Run {
    let overlay = case.overlay();
    let input = Input {
        name: &case.file,
        bytes: &case.bytes(),
        overlay: overlay
            .as_ref()
            .map(|(name, bytes)| generator::overlay::Input { name, bytes }),
        lock,
        beside: Some(case),
    };
    match generator::settle(&input) {
        Ok(Settled {
            api,
            lock,
            diagnostics,
            sources,
        }) => {
            let files = emit::emit(&api, &settings(case)).unwrap_or_else(|error| panic!("{error}"));
            Run {
                diagnostics,
                sources,
                emitted: Some(Emitted {
                    api,
                    files,
                    lock: lock.render(),
                }),
            }
        }
        Err(Failure::Document {
            diagnostics,
            sources,
        }) => Run {
            diagnostics,
            sources,
            emitted: None,
        },
        Err(Failure::Lock(error)) => panic!("{error:?}"),
    }
}

fn settings(case: &Case) -> Settings {
    Settings {
        name: case.crate_name(),
        version: "0.1.0".to_owned(),
        document: case.file.clone(),
        command: "cargo xtask generate".to_owned(),
        ..Settings::default()
    }
}

impl Run {
    /// The codes of the diagnostics, and the rules that claimed something, whether it counts or
    /// not.
    #[must_use]
    pub fn shown(&self) -> BTreeSet<&'static str> {
        let codes = self
            .diagnostics
            .iter()
            .map(|diagnostic| diagnostic.code.name);
        let accounts = self.emitted.iter().flat_map(|emitted| {
            let claims = emitted
                .api
                .accounts
                .iter()
                .flat_map(|account| &account.claims);
            claims.map(|(_, evidence)| emitted.api.proof(*evidence).rule)
        });
        codes.chain(accounts).collect()
    }

    /// What a person reads of it: the diagnostics, the outline, and the repairs.
    #[must_use]
    pub fn report(&self, case: &Case) -> String {
        let mut text = String::new();
        for diagnostic in &self.diagnostics {
            let shown = render(diagnostic, &self.sources, Terminal::default());
            let _ = writeln!(text, "{shown}\n");
        }
        if let Some(emitted) = &self.emitted {
            let repairs = repairs::repairs(&emitted.api, &settings(case));
            // The title and the introduction are the same for all.
            let repairs = repairs.splitn(3, "\n\n").nth(2).unwrap_or_default();
            let outline = outline::outline(&emitted.api);
            let _ = writeln!(
                text,
                "{}\n\n{}\n\n{}\n\n{repairs}",
                line("outline"),
                outline.trim(),
                line("repairs")
            );
        }
        text
    }
}

/// A line that stands between two parts.
fn line(word: &str) -> String {
    format!("──── {word} {}", "─".repeat(80 - word.len()))
}
