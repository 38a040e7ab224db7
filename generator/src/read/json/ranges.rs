//! Where the values and keys of a JSON text stand. `serde_json` does not tell, so one pass over the
//! text finds out, and only once somebody asks.

use std::ops::Range;

/// The bytes of a value, and those of the key that leads to it.
#[derive(Debug, Clone)]
pub(in crate::read) struct JsonRanges {
    pub(in crate::read) value: Range<usize>,
    pub(in crate::read) key: Option<Range<usize>>,
}

/// The places of all values of a text that was read as JSON, in the order in which they begin: the
/// order in which the reader numbers its nodes. On any other text the places mean nothing.
pub(in crate::read) fn json_ranges(text: &str) -> Vec<JsonRanges> {
    let bytes = text.as_bytes();
    let mut found: Vec<JsonRanges> = Vec::new();
    // The open lists and mappings, by their number in `found`.
    let mut open: Vec<usize> = Vec::new();
    // A string is a key after `{`, and after `,` in a mapping.
    let mut key_is_next = false;
    let mut key = None;
    let mut at = 0;
    while at < bytes.len() {
        let start = at;
        at = end_of_token(bytes, at);
        match bytes[start] {
            b' ' | b'\t' | b'\n' | b'\r' | b':' => {}
            b',' => {
                let is_in_map = |&top: &usize| bytes[found[top].value.start] == b'{';
                key_is_next = open.last().is_some_and(is_in_map);
            }
            b'}' | b']' => {
                if let Some(top) = open.pop() {
                    found[top].value.end = at;
                }
                key_is_next = false;
            }
            b'"' if key_is_next => {
                key = Some(start..at);
                key_is_next = false;
            }
            first => {
                if matches!(first, b'{' | b'[') {
                    open.push(found.len());
                    key_is_next = first == b'{';
                }
                found.push(JsonRanges {
                    value: start..at,
                    key: key.take(),
                });
            }
        }
    }
    found
}

/// Where the token that begins at `start` ends: a string with its quotes, a number or a word, or
/// a single byte.
fn end_of_token(bytes: &[u8], start: usize) -> usize {
    match bytes[start] {
        b'"' => end_of_string(bytes, start),
        b'-' | b'0'..=b'9' | b'a'..=b'z' => {
            let rest = &bytes[start..];
            let ends = |byte: &u8| b" \t\r\n,:]}".contains(byte);
            rest.iter()
                .position(ends)
                .map_or(bytes.len(), |length| start + length)
        }
        _ => start + 1,
    }
}

fn end_of_string(bytes: &[u8], start: usize) -> usize {
    let mut at = start + 1;
    while let Some(&byte) = bytes.get(at) {
        match byte {
            b'"' => return at + 1,
            b'\\' => at += 2,
            _ => at += 1,
        }
    }
    bytes.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_value_and_key_has_its_bytes_in_document_order() {
        let text = r#"{"a": [1.10, {"b\"]": null}, []], "c" : "x,\\", "d":{}}"#;
        let found = json_ranges(text);
        let pairs: Vec<_> = found
            .iter()
            .map(|at| {
                (
                    at.key.clone().map(|key| &text[key]),
                    &text[at.value.clone()],
                )
            })
            .collect();
        assert_eq!(
            pairs,
            [
                (None, text),
                (Some(r#""a""#), r#"[1.10, {"b\"]": null}, []]"#),
                (None, "1.10"),
                (None, r#"{"b\"]": null}"#),
                (Some(r#""b\"]""#), "null"),
                (None, "[]"),
                (Some(r#""c""#), r#""x,\\""#),
                (Some(r#""d""#), "{}"),
            ]
        );
    }

    #[test]
    fn a_text_that_is_not_json_does_no_harm() {
        for text in ["", "\"", "\"\\", "]]}}", "{\"a\"", "{,,", "é:{[\"é", "nul"] {
            for at in json_ranges(text) {
                assert!(
                    at.value.start <= at.value.end && at.value.end <= text.len(),
                    "{text}"
                );
            }
        }
    }
}
