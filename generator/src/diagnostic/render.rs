//! Diagnostics as `rustc` shows them: with the line of the source, what is wrong beside it, and
//! the next step below.

use annotate_snippets::{Annotation, AnnotationKind, Group, Level, Renderer, Snippet};

use super::excerpt::{Excerpt, excerpts};
use super::{Diagnostic, Severity, printable};
use crate::source::Sources;

/// What is printed on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Terminal {
    /// Whether it shows colours.
    pub colour: bool,
    /// How many characters fit on a line.
    pub width: usize,
}

impl Default for Terminal {
    /// A file: no colours, and lines that are pleasant to read.
    fn default() -> Self {
        Self {
            colour: false,
            width: 100,
        }
    }
}

/// The finding as text of several lines without a last line end.
#[must_use]
pub fn render(diagnostic: &Diagnostic, sources: &Sources, terminal: Terminal) -> String {
    // Line numbers and the rule beside them take their part of the line.
    let width = terminal.width.saturating_sub(12).max(30);
    let level = match diagnostic.code.severity {
        Severity::Note => Level::NOTE,
        Severity::Warning => Level::WARNING,
        Severity::Error => Level::ERROR,
    };
    let title = level.primary_title(printable(&diagnostic.message));
    let mut group = Group::with_title(title.id(diagnostic.code.name));
    let excerpts = excerpts(diagnostic, sources, width);
    for excerpt in &excerpts {
        group = group.element(snippet(excerpt));
    }
    if let Some(help) = &diagnostic.help {
        group = group.element(Level::HELP.message(printable(help)));
    }
    let renderer = if terminal.colour {
        Renderer::styled()
    } else {
        Renderer::plain()
    };
    let mut text = renderer.term_width(terminal.width).render(&[group]);
    for excerpt in excerpts
        .iter()
        .filter(|excerpt| excerpt.is_cut_before_its_place())
    {
        text = text.replace(&(place(excerpt) + &added_place(excerpt)), &place(excerpt));
    }
    text
}

fn snippet<'a>(excerpt: &'a Excerpt<'_>) -> Snippet<'a, Annotation<'a>> {
    let path = if excerpt.is_cut_before_its_place() {
        place(excerpt)
    } else {
        printable(excerpt.name)
    };
    let marks = excerpt.marks.iter().map(|mark| {
        let kind = if mark.is_main {
            AnnotationKind::Primary
        } else {
            AnnotationKind::Context
        };
        kind.span(mark.range.clone()).label(printable(mark.label))
    });
    Snippet::source(excerpt.text.as_str())
        .line_start(excerpt.first_line)
        .path(path)
        .annotations(marks)
}

/// The place in the source.
fn place(excerpt: &Excerpt<'_>) -> String {
    let (line, column) = excerpt.place;
    format!("{}:{line}:{column}", printable(excerpt.name))
}

/// What the renderer adds to the path: a column of the excerpt, which is all it knows.
fn added_place(excerpt: &Excerpt<'_>) -> String {
    format!(":{}:{}", excerpt.place.0, excerpt.shown_column)
}
