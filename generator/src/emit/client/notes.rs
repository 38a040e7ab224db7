//! What is known of a value, as documentation.

use super::docs::{Docs, code, inline};
use crate::model::Notes;

/// Description, limits, deprecation, default and examples; `heading` where there is no description.
pub(super) fn docs(notes: &Notes, heading: &str) -> Docs {
    let mut docs = match &notes.description {
        Some(text) => Docs::default().prose(text),
        None => Docs::default().paragraph(heading),
    };
    let described = notes
        .description
        .as_ref()
        .map(|text| text.value.to_lowercase());
    let limits: Vec<_> = notes
        .limits
        .iter()
        // A limit that was read in the description stands there already.
        .filter(|limit| !repeats(described.as_deref(), &limit.value))
        .map(|limit| words(&limit.value))
        .collect();
    if !limits.is_empty() {
        docs = docs.paragraph(format!("{}.", capitalised(&limits.join(", "))));
    }
    if notes.deprecated.is_some() {
        docs = docs.paragraph("Deprecated.");
    }
    if let Some(default) = &notes.default {
        docs = docs.paragraph(format!("Default: {}", code(&default.value.to_string())));
    }
    if let Some(example) = notes.examples.first() {
        docs = docs.paragraph(format!("Example: {}", code(&example.value.to_string())));
    }
    docs
}

/// Whether a description says a limit in its own words: it has the number, or the word that counts.
fn repeats(described: Option<&str>, limit: &str) -> bool {
    let Some(described) = described else {
        return false;
    };
    let number: String = limit.chars().filter(char::is_ascii_digit).collect();
    let told = match limit
        .split_once('`')
        .and_then(|(_, rest)| rest.split_once('`'))
    {
        Some((word, _)) => word,
        None if number.is_empty() => limit.split(' ').next().unwrap_or(limit),
        None => &number,
    };
    described.contains(&told.to_lowercase())
}

/// A limit as Markdown: what it quotes is a text of the document.
fn words(limit: &str) -> String {
    let quoted = limit.split_once('`').and_then(|(head, rest)| {
        let (quoted, tail) = rest.rsplit_once('`')?;
        Some(format!("{head}{}{tail}", code(quoted)))
    });
    quoted.unwrap_or_else(|| inline(limit))
}

fn capitalised(text: &str) -> String {
    let mut characters = text.chars();
    match characters.next() {
        Some(first) => first.to_uppercase().chain(characters).collect(),
        None => String::new(),
    }
}
