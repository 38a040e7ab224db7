//! What is told to the person who runs the generator: a code that `explain` explains, what is
//! wrong, where it stands, and what to do next.

use crate::source::Span;

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
}
