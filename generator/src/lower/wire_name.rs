//! The name of a parameter as the wire has it, where more than a name was written in its place.

use crate::names::decode_entities;

/// A name, and what was written behind it.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct WireName {
    /// The name; empty where there is none.
    pub(super) name: String,
    /// What else is said there.
    pub(super) rest: String,
}

impl WireName {
    /// Reads a name. The next line after one is no part of it, and neither is what a header says
    /// behind its colon. Of several lines a rule makes what they are: a table.
    pub(super) fn of(written: &str, is_header: bool) -> Self {
        let decoded = decode_entities(written);
        let text = decoded.trim();
        // What stands in a document where a program found nothing.
        if text.eq_ignore_ascii_case("no name") {
            return Self {
                name: String::new(),
                rest: String::new(),
            };
        }
        let colon = text
            .find(':')
            .filter(|at| is_header && is_token(&text[..*at]));
        let lines = text.lines().filter(|line| !line.trim().is_empty());
        let end = match lines.count() {
            0 | 1 => colon,
            2 => text.find(char::is_whitespace),
            _ => None,
        };
        let (name, rest) = text.split_at(end.unwrap_or(text.len()));
        Self {
            name: name.trim_end_matches(':').to_owned(),
            rest: rest
                .trim_matches(|c: char| c.is_whitespace() || c == ':')
                .to_owned(),
        }
    }
}

/// Whether a header can have that name (RFC 9110, section 5.6.2).
pub(super) fn is_token(text: &str) -> bool {
    !text.is_empty()
        && text
            .chars()
            .all(|c| c.is_ascii_alphanumeric() || "!#$%&'*+-.^_`|~".contains(c))
}

#[cfg(test)]
mod tests {
    use super::WireName;

    #[test]
    fn names_end_where_words_about_them_begin() {
        for (written, is_header, name, rest) in [
            ("limit", false, "limit", ""),
            (" limit", false, "limit", ""),
            ("No Name", false, "", ""),
            ("&#160;", false, "", ""),
            ("sort by", false, "sort by", ""),
            ("id | name", false, "id | name", ""),
            ("id\n  The pet", false, "id", "The pet"),
            ("id integer\nThe pet", false, "id", "integer\nThe pet"),
            ("id\nrequired\nThe pet", false, "id\nrequired\nThe pet", ""),
            ("Prefer: timezone", true, "Prefer", "timezone"),
            ("X-Key:", true, "X-Key", ""),
            ("a:b", false, "a:b", ""),
            ("a b: c", true, "a b: c", ""),
        ] {
            let found = WireName::of(written, is_header);
            assert_eq!((found.name.as_str(), found.rest.as_str()), (name, rest));
        }
    }
}
