//! `cargo xtask explain`

use std::process::ExitCode;

use clap::Args;
use generator::explain::{Explanation, all};

use crate::say::style;

/// Tell what a diagnostic or a rule of repair means, with an example
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
        let Some(found) = all().find(|explanation| explanation.name == code) else {
            return Err(format!(
                "there is no diagnostic or rule `{code}`; `cargo xtask explain` lists them all"
            ));
        };
        show(found);
        Ok(ExitCode::SUCCESS)
    }
}

fn list() {
    for explanation in all() {
        anstream::println!("{:8} {}", explanation.kind, explanation.name);
    }
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
