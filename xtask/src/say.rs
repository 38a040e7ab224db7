//! What is said to the person at the terminal: colour only where there is one.

use std::collections::BTreeMap;

use anstream::AutoStream;
use generator::diagnostic::{Diagnostic, Severity, Terminal, render};
use generator::source::Sources;

/// How words stand out.
pub(crate) mod style {
    use clap::builder::styling::{AnsiColor, Style};

    pub(crate) const PLAIN: Style = Style::new();
    pub(crate) const STRONG: Style = Style::new().bold();
    pub(crate) const GOOD: Style = AnsiColor::Green.on_default().bold();
    pub(crate) const BAD: Style = AnsiColor::Red.on_default().bold();
}

/// Says what went wrong.
pub(crate) fn error(message: &str) {
    let bad = style::BAD;
    anstream::eprintln!("{bad}error{bad:#}: {message}");
}

/// So many diagnostics of one code are shown; some documents have thousands.
const MOST: usize = 20;

/// Shows diagnostics with their source lines, and returns whether one is an error.
pub(crate) fn diagnostics(diagnostics: &[Diagnostic], sources: &Sources) -> bool {
    let colour = AutoStream::choice(&std::io::stderr()) != anstream::ColorChoice::Never;
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for diagnostic in diagnostics {
        let count = counts.entry(diagnostic.code.name).or_default();
        *count += 1;
        if *count > MOST && diagnostic.code.severity != Severity::Error {
            continue;
        }
        let text = render(
            diagnostic,
            sources,
            Terminal {
                colour,
                ..Terminal::default()
            },
        );
        anstream::eprintln!("{text}\n");
    }
    for (code, count) in counts.into_iter().filter(|(_, count)| *count > MOST) {
        anstream::eprintln!("{} more of [{code}] are not shown\n", count - MOST);
    }
    diagnostics
        .iter()
        .any(|diagnostic| diagnostic.code.severity == Severity::Error)
}

/// `1 file`, `2 files`.
pub(crate) fn count(number: usize, word: &str) -> String {
    let plural = if number == 1 { "" } else { "s" };
    format!("{number} {word}{plural}")
}
