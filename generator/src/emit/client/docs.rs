//! Texts of the document as documentation: they are data, whatever they look like.
//!
//! A description may hold Markdown, HTML, code fences and links to nowhere. In the docs of the
//! client it is read as plain paragraphs: nothing in it becomes a doctest, a tag, a link of rustdoc
//! or an end of the comment.

use proc_macro2::TokenStream;
use quote::quote;

/// The width at which paragraphs are wrapped.
const WIDTH: usize = 92;

/// Doc lines in the making.
#[derive(Clone, Debug, Default)]
pub(super) struct Docs(Vec<String>);

impl Docs {
    /// Adds a paragraph of our own Markdown.
    pub(super) fn paragraph(mut self, text: impl AsRef<str>) -> Self {
        self.gap();
        self.0.extend(wrap(text.as_ref()));
        self
    }

    /// Adds a line of our own, close to the one before it.
    pub(super) fn line(mut self, text: impl Into<String>) -> Self {
        self.0.push(text.into());
        self
    }

    /// Adds a text of the document.
    pub(super) fn prose(mut self, text: &str) -> Self {
        for paragraph in paragraphs(text) {
            self.gap();
            self.0.extend(wrap(&paragraph));
        }
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
    let clean = clean(text).replace('\n', " ");
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
    paragraphs(text).join(" ")
}

/// The paragraphs of a text, each on one line, as plain text in Markdown.
fn paragraphs(text: &str) -> Vec<String> {
    let text = clean(text);
    let mut paragraphs = Vec::new();
    let mut words: Vec<&str> = Vec::new();
    for line in text.lines().chain([""]) {
        if line.trim().is_empty() {
            if !words.is_empty() {
                paragraphs.push(spans(&unlink(&words.join(" "))));
                words.clear();
            }
        } else {
            words.extend(line.split_whitespace());
        }
    }
    paragraphs
}

/// Without characters that a terminal or a compiler would act upon.
fn clean(text: &str) -> String {
    text.replace("\r\n", "\n")
        .chars()
        .map(|c| match c {
            '\n' => '\n',
            c if c.is_control() => ' ',
            // Marks that turn the direction of writing; rustc refuses them in comments.
            '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => '\u{fffd}',
            c => c,
        })
        .collect()
}

/// The paragraph with its code spans kept, where they are told without doubt.
fn spans(text: &str) -> String {
    let ticks = text.matches('`').count();
    if ticks % 2 == 1 || text.contains("``") {
        return escape(text);
    }
    let pieces = text.split('`').enumerate();
    pieces
        .map(|(number, piece)| {
            if number % 2 == 1 {
                code(piece)
            } else {
                escape(piece)
            }
        })
        .collect()
}

/// The text without the links of its author, which may lead anywhere: the words of a link stay, and
/// its address where it is one of the web. What was bold is plain.
fn unlink(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, words, address, after)) = link(rest) {
        out.push_str(before);
        out.push_str(words);
        if is_url(address) {
            out.push_str(&format!(" ({address})"));
        }
        rest = after;
    }
    out.push_str(rest);
    out.replace("**", "")
}

/// The first `[words](address)`: what is before it, its parts, and what is behind it.
fn link(text: &str) -> Option<(&str, &str, &str, &str)> {
    let middle = text.find("](")?;
    let start = text[..middle].rfind('[')?;
    let end = middle + text[middle..].find(')')?;
    let (words, address) = (&text[start + 1..middle], &text[middle + 2..end]);
    Some((&text[..start], words, address, &text[end + 1..]))
}

/// Escapes what Markdown or rustdoc would act upon, makes links of bare URLs, and code of names.
fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for (number, word) in text.split(' ').enumerate() {
        if number > 0 {
            out.push(' ');
        }
        let end = word
            .trim_end_matches(['.', ',', ')', ';', ':', '\'', '"', '!', '?'])
            .len();
        let start = word.len() - word.trim_start_matches(['(', '\'', '"']).len();
        let (head, core, tail) = match word.get(start..end) {
            Some(core) => (&word[..start], core, &word[end..]),
            None => ("", "", word),
        };
        if is_url(core) {
            out.push_str(&format!(
                "{}<{core}>{}",
                escape_word(head, false),
                escape_word(tail, false)
            ));
        } else if is_name(core) {
            out.push_str(&format!(
                "{}`{core}`{}",
                escape_word(head, false),
                escape_word(tail, false)
            ));
        } else {
            out.push_str(&escape_word(word, number == 0));
        }
    }
    out
}

/// Whether a word is spelled as people spell names in code: `camelCase`, `snake_case`.
fn is_name(word: &str) -> bool {
    let mut last = ' ';
    let mut turns = false;
    for c in word.chars() {
        turns |= last.is_lowercase() && c.is_uppercase() || c == '_';
        last = c;
    }
    turns && !word.ends_with('_') && word.chars().all(|c| c.is_alphanumeric() || c == '_')
}

fn is_url(word: &str) -> bool {
    let rest = word
        .strip_prefix("https://")
        .or_else(|| word.strip_prefix("http://"));
    rest.is_some_and(|rest| {
        !rest.is_empty() && !rest.contains(['<', '>', '\\', '`', '[', ']', '{'])
    })
}

fn escape_word(word: &str, first: bool) -> String {
    let mut out = String::with_capacity(word.len());
    // What begins a line may make a heading, a quote, a list or a rule of it.
    let opens = first
        && (word.starts_with(['#', '>', '+', '-', '=', '|', '~'])
            || word.trim_end_matches(['.', ')']).parse::<u64>().is_ok()
                && !word.ends_with(char::is_numeric));
    if opens {
        let at = word
            .find(['.', ')'])
            .filter(|_| word.starts_with(|c: char| c.is_ascii_digit()));
        let (head, tail) = word.split_at(at.unwrap_or(0));
        out.push_str(head);
        out.push('\\');
        return out
            + tail.get(..1).unwrap_or_default()
            + &escape_word(tail.get(1..).unwrap_or_default(), false);
    }
    for c in word.chars() {
        if matches!(
            c,
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '~' | '|' | '$'
        ) {
            out.push('\\');
        }
        if c == '&' {
            out.push_str("&amp;");
        } else {
            out.push(c);
        }
    }
    // Without a scheme a URL stays text; with one inside a word, rustdoc would call it bare.
    out.replace("://", ":\\//")
}

/// Breaks a paragraph into lines.
fn wrap(text: &str) -> Vec<String> {
    let mut lines = Vec::new();
    let mut line = String::new();
    let mut length = 0;
    for word in text.split(' ') {
        let count = word.chars().count();
        // A word that would begin a list, a quote, a tag or a fence at the head of a line stays where
        // it is: code spans end there.
        let sticky = word.starts_with(['+', '-', '#', '=', '|', '*', '_', '<', '>'])
            || word.starts_with("```")
            || word.starts_with("~~~")
            || word.ends_with(['.', ')']) && word.starts_with(|c: char| c.is_ascii_digit());
        if length > 0 && length + 1 + count > WIDTH && !sticky {
            lines.push(std::mem::take(&mut line));
            length = 0;
        }
        if length > 0 {
            line.push(' ');
            length += 1;
        }
        line.push_str(word);
        length += count;
    }
    lines.push(line);
    lines
}

#[cfg(test)]
mod tests {
    use super::{code, inline};

    #[test]
    fn a_text_of_the_document_is_plain_text() {
        let table = [
            ("a <b> & c", "a \\<b\\> &amp; c"),
            (
                "see [the docs](https://a.example/x).",
                "see the docs (<https://a.example/x>).",
            ),
            ("see [below](#part)", "see below"),
            ("[neither] nor [this", "\\[neither\\] nor \\[this"),
            (
                "the `code`, and productType",
                "the `code`, and `productType`",
            ),
            ("an odd ` tick", "an odd \\` tick"),
            ("# no heading", "\\# no heading"),
            ("1. no list", "1\\. no list"),
            ("*/ \"# {{x}}", "\\*/ \"# {{x}}"),
            (
                "https://a.example/b_c?d=1&e",
                "<https://a.example/b_c?d=1&e>",
            ),
            ("**bold** _and_", "bold \\_and\\_"),
            ("a\u{202e}b\u{0}c", "a\u{fffd}b c"),
            ("](", "\\]("),
        ];
        for (text, docs) in table {
            assert_eq!(inline(text), docs, "{text}");
        }
    }

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
