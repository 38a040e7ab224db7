//! What is told to the person who runs the generator: a code that `explain` explains, what is
//! wrong, where it stands, and what to do next.

mod excerpt;
mod render;

use std::cmp::Ordering;

use crate::source::{Sources, Span};

pub use render::{Terminal, render};

/// How bad it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Worth knowing; nothing was lost.
    Note,
    /// Something was lost or doubtful; the rest goes on.
    Warning,
    /// Nothing can be made of the input.
    Error,
}

/// A kind of diagnostic, with the text that `explain` prints.
#[derive(Debug, PartialEq, Eq)]
pub struct Code {
    /// Its name, in words joined by hyphens, such as `not-yaml`.
    pub name: &'static str,
    /// How bad it is.
    pub severity: Severity,
    /// What it means and what to do, in a few sentences of Markdown.
    pub explanation: &'static str,
    /// A few lines of a document that show it.
    pub example: &'static str,
}

/// One finding.
#[derive(Clone, Debug, PartialEq)]
pub struct Diagnostic {
    /// Its kind.
    pub code: &'static Code,
    /// What is wrong, in one line without a full stop.
    pub message: String,
    /// Where, with a few words beside the place (may be empty).
    pub labels: Vec<(Span, String)>,
    /// What the person can do next.
    pub help: Option<String>,
}

impl Diagnostic {
    /// A finding without a place.
    #[must_use]
    pub fn new(code: &'static Code, message: impl Into<String>) -> Self {
        Self {
            code,
            message: message.into(),
            labels: Vec::new(),
            help: None,
        }
    }

    /// Adds a place; the first is the main one.
    #[must_use]
    pub fn at(mut self, span: Span, label: impl Into<String>) -> Self {
        self.labels.push((span, label.into()));
        self
    }

    /// Adds the next step.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// The finding in one line, for reports and logs: `swagger.yaml:3:5: warning: … [repeated-key]`.
    #[must_use]
    pub fn short(&self, sources: &Sources) -> String {
        let place = self.labels.first().map(|(span, _)| {
            let source = sources.get(span.source);
            let (line, column) = source.line_column(span.range.start);
            format!("{}:{line}:{column}: ", source.name)
        });
        let (severity, name) = (self.code.severity.name(), self.code.name);
        let line = format!(
            "{}{severity}: {} [{name}]",
            place.unwrap_or_default(),
            self.message
        );
        printable(&line)
    }

    /// What two findings are compared by: the place, then the rest, so that the order is the same
    /// however they were found.
    fn order(&self) -> impl Ord {
        let place = |span: &Span| (span.source, span.range.start, span.range.end);
        let labels = self
            .labels
            .iter()
            .map(|(span, text)| (place(span), text.as_str()));
        (
            self.labels.first().map(|(span, _)| place(span)),
            self.code.name,
            self.message.as_str(),
            labels.collect::<Vec<_>>(),
            self.help.as_deref(),
        )
    }
}

impl Eq for Diagnostic {}

impl PartialOrd for Diagnostic {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Diagnostic {
    fn cmp(&self, other: &Self) -> Ordering {
        self.order().cmp(&other.order())
    }
}

impl Severity {
    /// The word for it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Note => "note",
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }
}

/// A piece of a document within a message: in backquotes, on one line, and not too long to read.
#[must_use]
pub fn quoted(text: &str) -> String {
    const LONGEST: usize = 60;
    match text.char_indices().nth(LONGEST) {
        None => printable(&format!("`{text}`")),
        Some((end, _)) => printable(&format!("`{}…`", &text[..end])),
    }
}

/// The text with everything that could steer a terminal made visible: control characters become
/// their pictures, and marks that turn the direction of writing become `\u{fffd}`.
#[must_use]
pub fn printable(text: &str) -> String {
    text.chars().map(printable_character).collect()
}

fn printable_character(character: char) -> char {
    match character {
        '\0'..='\u{1f}' => char::from_u32(0x2400 + u32::from(character)).unwrap_or('\u{fffd}'),
        '\u{7f}' => '\u{2421}',
        '\u{80}'..='\u{9f}'
        | '\u{61c}'
        | '\u{200b}'..='\u{200f}'
        | '\u{2028}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}'
        | '\u{feff}' => '\u{fffd}',
        other => other,
    }
}
