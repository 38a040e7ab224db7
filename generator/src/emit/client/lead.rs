//! What is told of an operation first: one line in the table of the README, in the overview that
//! rustdoc makes of a type, and at the head of its own page.

use super::docs::{Docs, code, inline};
use super::prose;
use crate::model::Operation;

/// One sentence: the summary where it tells what happens, else the first of the description.
pub(super) fn sentence(operation: &Operation) -> Option<String> {
    let told = operation
        .telling_summary()
        .map(|summary| stop(&inline(summary)));
    let description = operation.description.as_deref();
    let first = || description.and_then(|text| prose::first_sentence(text));
    let title = || operation.summary.as_deref().map(|text| inline(text));
    told.or_else(first).or_else(title)
}

/// Summary, description, and what is sent. A summary that is a title stands behind what is sent.
pub(super) fn docs(operation: &Operation) -> Docs {
    let wire = code(&operation.key);
    let told = operation
        .telling_summary()
        .map(|summary| stop(&inline(summary)));
    match (operation.description.as_deref(), &operation.summary, told) {
        (Some(description), _, Some(told)) => {
            let first = prose::first_sentence(description).unwrap_or_default();
            let docs = if letters(&first) == letters(&told) {
                Docs::default()
            } else {
                Docs::default().paragraph(told)
            };
            docs.prose(description).paragraph(wire)
        }
        (Some(description), Some(title), None) => Docs::default()
            .prose(description)
            .paragraph(format!("{wire} (\"{}\")", inline(title))),
        (Some(description), None, None) => Docs::default().prose(description).paragraph(wire),
        (None, Some(summary), _) => Docs::default()
            .paragraph(stop(&inline(summary)))
            .paragraph(wire),
        (None, None, _) => Docs::default().paragraph(wire),
    }
}

/// A summary as a sentence.
fn stop(text: &str) -> String {
    let mut text = text.trim().to_owned();
    let word = text.split(' ').next().unwrap_or_default();
    // `iPhone` and code stay as they are.
    if word.chars().all(|c| c.is_ascii_lowercase())
        && let Some(first) = text.get_mut(..1)
    {
        first.make_ascii_uppercase();
    }
    if !text.ends_with(['.', '!', '?', ':']) {
        text.push('.');
    }
    text
}

fn letters(text: &str) -> String {
    let letters = text.chars().filter(|c| c.is_alphanumeric());
    letters.flat_map(char::to_lowercase).collect()
}
