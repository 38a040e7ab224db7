//! The words that stand for types: those of the specification, and those that people write instead.

use crate::draft::Kind;

/// The type of a word of the specification.
pub(super) fn known(word: &str) -> Option<Kind> {
    Some(match word {
        "string" => Kind::Text,
        "integer" => Kind::Integer,
        "number" => Kind::Number,
        "boolean" => Kind::Boolean,
        "array" => Kind::List,
        "object" => Kind::Object,
        "file" => Kind::File,
        _ => return None,
    })
}

const TEXTS: [&str; 12] = [
    "string",
    "str",
    "text",
    "char",
    "varchar",
    "date",
    "datetime",
    "date-time",
    "uuid",
    "url",
    "uri",
    "email",
];

/// The type that another word means, with the word of the specification for it: one of another
/// language, in other letters, in tags of HTML, or with more words in parentheses.
pub(super) fn meant(word: &str) -> Option<(&'static str, Kind)> {
    let mut plain = String::new();
    let mut is_tag = false;
    for c in word.chars() {
        match c {
            '<' => is_tag = true,
            '>' => is_tag = false,
            _ if is_tag => {}
            _ => plain.push(c.to_ascii_lowercase()),
        }
    }
    let plain = plain.split('(').next().unwrap_or_default().trim();
    let is_list = plain.ends_with("[]") || plain.ends_with(" array") || plain.starts_with("array ");
    let word = match plain {
        _ if is_list => "array",
        _ if TEXTS.contains(&plain) => "string",
        "integer" | "int" | "int32" | "int64" | "long" | "short" => "integer",
        "number" | "float" | "double" | "decimal" => "number",
        "boolean" | "bool" => "boolean",
        "array" | "list" => "array",
        "object" | "map" | "hash" | "dict" => "object",
        "file" => "file",
        _ => return None,
    };
    known(word).map(|kind| (word, kind))
}

#[cfg(test)]
mod tests {
    use super::meant;

    #[test]
    fn words_of_others() {
        for (word, is) in [
            ("String", Some("string")),
            ("int", Some("integer")),
            ("<td>float</td>", Some("number")),
            ("<td>string array</td>", Some("array")),
            ("string[]", Some("array")),
            ("<td>integer (max 300)</td>", Some("integer")),
            ("BOOL", Some("boolean")),
            ("query", None),
            ("timestamp", None),
            ("null", None),
            ("<<é", None),
            ("", None),
        ] {
            assert_eq!(meant(word).map(|(word, _)| word), is, "{word}");
        }
    }
}
