//! `cargo xtask explain`

use std::process::ExitCode;

use clap::Args;
use generator::diff::{Kind, kinds};
use generator::explain::{Explanation, all};

use crate::say::style;

/// Tell what a diagnostic, a rule of repair or a kind of change means, with an example
#[derive(Args)]
pub(crate) struct Explain {
    /// Its name, as it stands in a message or in REPAIRS.md; all names are listed without one
    code: Option<String>,
}

impl Explain {
    pub(crate) fn run(&self) -> Result<ExitCode, String> {
        let Some(code) = &self.code else {
            list();
            return Ok(ExitCode::SUCCESS);
        };
        if let Some(found) = all().find(|explanation| explanation.name == code) {
            show(found);
        } else if let Some(kind) = kinds::all().find(|kind| kind.id == code) {
            show_kind(kind);
        } else {
            return Err(format!(
                "there is no diagnostic, rule or kind of change `{code}`; `cargo xtask explain` \
                 lists them all"
            ));
        }
        Ok(ExitCode::SUCCESS)
    }
}

fn list() {
    for explanation in all() {
        anstream::println!("{:8} {}", explanation.kind, explanation.name);
    }
    for kind in kinds::all() {
        anstream::println!("{:8} {}", "change", kind.id);
    }
}

/// A kind of change, as a row of their table.
pub(crate) fn show_kind(kind: &Kind) {
    let strong = style::STRONG;
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

fn show(explanation: Explanation) {
    let strong = style::STRONG;
    anstream::println!(
        "{strong}{}{strong:#} ({})\n",
        explanation.name,
        explanation.kind
    );
    for line in wrap(explanation.text) {
        anstream::println!("{line}");
    }
    anstream::println!("\n{strong}Example{strong:#}\n");
    for line in explanation.example.lines() {
        anstream::println!("    {line}");
    }
}

/// Lines of at most 80 characters.
fn wrap(text: &str) -> Vec<String> {
    let mut lines = vec![String::new()];
    for word in text.split_whitespace() {
        let line = lines.last_mut().filter(|line| line.len() + word.len() < 80);
        match line {
            Some(line) if line.is_empty() => line.push_str(word),
            Some(line) => {
                line.push(' ');
                line.push_str(word);
            }
            None => lines.push(word.to_owned()),
        }
    }
    lines
}
