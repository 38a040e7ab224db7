//! Doc comments in the making: paragraphs of our own, and texts of the document.

use proc_macro2::TokenStream;
use quote::quote;

use super::prose;

/// Doc lines in the making.
#[derive(Clone, Debug, Default)]
pub(super) struct Docs(Vec<String>);

impl Docs {
    /// Adds a paragraph of our own Markdown.
    pub(super) fn paragraph(mut self, text: impl AsRef<str>) -> Self {
        self.gap();
        self.0.extend(prose::wrap(text.as_ref()));
        self
    }

    /// Adds a line of our own, close to the one before it.
    pub(super) fn line(mut self, text: impl Into<String>) -> Self {
        self.0.push(text.into());
        self
    }

    /// Adds a text of the document.
    pub(super) fn prose(mut self, text: &str) -> Self {
        self.gap();
        self.0.extend(prose::lines(text));
        self
    }

    /// Adds the reason that the overlay gives, where it said what is documented here: below a heading
    /// of its own, since it is for who doubts and not for who calls.
    pub(super) fn overlay(self, reason: Option<&str>) -> Self {
        match reason {
            Some(reason) => self
                .paragraph("# Provenance")
                .prose(&format!("From the overlay: {reason}")),
            None => self,
        }
    }

    /// Adds a block that is compiled, between fences.
    pub(super) fn example(mut self, attributes: &str, lines: &[String]) -> Self {
        self.gap();
        self.0.push(format!("```{attributes}"));
        self.0.extend(lines.iter().cloned());
        self.0.push("```".to_owned());
        self
    }

    /// The attributes that document the next item.
    pub(super) fn tokens(&self) -> TokenStream {
        let lines = self.0.iter().map(|line| {
            let text = if line.is_empty() {
                String::new()
            } else {
                format!(" {line}")
            };
            quote!(#[doc = #text])
        });
        quote!(#(#lines)*)
    }

    /// The lines, for a module.
    pub(super) fn lines(&self) -> &[String] {
        &self.0
    }

    fn gap(&mut self) {
        if self.0.last().is_some_and(|line| !line.is_empty()) {
            self.0.push(String::new());
        }
    }
}

/// A value of the document as a code span.
pub(super) fn code(text: &str) -> String {
    let clean = prose::clean(text).replace(['\n', '\t'], " ");
    // The fence must be longer than any run of backticks inside.
    let longest = clean.split(|c| c != '`').map(str::len).max().unwrap_or(0);
    let fence = "`".repeat(longest + 1);
    let pad = if clean.starts_with('`') || clean.ends_with('`') || clean.trim().is_empty() {
        " "
    } else {
        ""
    };
    if clean.is_empty() {
        return "the empty text".to_owned();
    }
    format!("{fence}{pad}{clean}{pad}{fence}")
}

/// A text of the document on one line, as plain text in Markdown.
pub(super) fn inline(text: &str) -> String {
    prose::inline(text)
}

#[cfg(test)]
mod tests {
    use super::code;

    #[test]
    fn a_value_is_a_code_span() {
        for (text, docs) in [
            ("a", "`a`"),
            ("`", "`` ` ``"),
            ("", "the empty text"),
            (" ", "`   `"),
        ] {
            assert_eq!(code(text), docs, "{text}");
        }
    }
}
