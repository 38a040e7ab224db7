//! Texts for people: whether two of them say the same in other clothes.

use super::{Said, Walk};
use crate::diff::kinds::Kind;
use crate::diff::types::Subject;
use crate::model::{Api, Known};

impl<'a> Walk<'a> {
    /// Compares two texts.
    pub(super) fn text(
        &mut self,
        kind: &'static Kind,
        subject: &Subject,
        old: Said<'a>,
        new: Said<'a>,
    ) {
        if old.text == new.text {
            return;
        }
        let words = |said: &Said<'_>| said.text.as_deref().map(words).unwrap_or_default();
        if words(&old) == words(&new) {
            self.same("the same words with other signs", &subject);
        } else {
            self.report(kind, subject.clone(), old, new);
        }
    }
}

/// A text that is known, without the judgement that goes with facts: words are no guesses.
pub(super) fn known<'a>(api: &'a Api, text: Option<&Known<String>>) -> Said<'a> {
    let Some(text) = text else {
        return Said::default();
    };
    Said::at(
        text.value.as_str(),
        Some(&api.proof(text.evidence).location),
    )
}

/// The words of a text in small letters: without markup, punctuation and blanks. Signs that compare
/// are words.
fn words(text: &str) -> Vec<String> {
    let text = without_tags(text);
    let mut words = Vec::new();
    let mut word = String::new();
    for c in text.chars() {
        if c.is_alphanumeric() {
            word.extend(c.to_lowercase());
            continue;
        }
        if !word.is_empty() {
            words.push(std::mem::take(&mut word));
        }
        if matches!(c, '<' | '>' | '=' | '≤' | '≥' | '≠' | '%' | '$' | '€') {
            words.push(c.to_string());
        }
    }
    if !word.is_empty() {
        words.push(word);
    }
    words
}

/// A text without the tags of HTML, and with its commonest escapes resolved.
fn without_tags(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('<') {
        plain.push_str(before);
        let is_tag = after.starts_with(|c: char| c.is_ascii_alphabetic() || c == '/');
        let end = after.find(['<', '>']).filter(|_| is_tag);
        if let Some(end) = end.filter(|&end| after[end..].starts_with('>')) {
            plain.push(' ');
            rest = &after[end + 1..];
        } else {
            plain.push('<');
            rest = after;
        }
    }
    plain.push_str(rest);
    if !plain.contains('&') {
        return plain;
    }
    for (escape, sign) in [
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&#39;", "'"),
        ("&apos;", "'"),
        ("&nbsp;", " "),
        ("&amp;", "&"),
    ] {
        plain = plain.replace(escape, sign);
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::words;

    #[test]
    fn clothes_do_not_count() {
        for (one, other) in [
            ("a  b\n", "A b."),
            ("<br />Read more", "<br>Read\tmore"),
            ("When \"true\" returns all", "When 'true', returns all"),
            ("a &amp; b", "a & b"),
            ("| a | b |", "a b"),
        ] {
            assert_eq!(words(one), words(other), "{one:?} {other:?}");
        }
        for (one, other) in [
            ("the key", "the keys"),
            ("a < 5", "a > 5"),
            ("at most 5", "at most 6"),
            ("1.5", "15"),
        ] {
            assert_ne!(words(one), words(other), "{one:?} {other:?}");
        }
    }
}
