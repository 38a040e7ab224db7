//! The place of a part of a text, such as a row of the table in a description, in the scalar it
//! was written as.
//!
//! A text is not written as it reads: escapes, quotes, folded lines and indentation stand between.
//! Instead of undoing them a second time, this looks for words. A word of letters and digits is
//! written as it reads in every style, so the third `email` of the text is the third `email` of
//! the scalar, provided that both have as many.

use std::ops::Range;

/// The bytes of the scalar `raw` from the first to the last word of a part of its `text`, or
/// `None` where no word can be found.
pub(super) fn find(raw: &str, text: &str, part: &Range<usize>) -> Option<Range<usize>> {
    let words = words(text, part);
    let first = words.iter().find_map(|word| find_word(raw, text, word))?;
    let last = words
        .iter()
        .rev()
        .find_map(|word| find_word(raw, text, word))?;
    Some(first.start..last.end.max(first.end))
}

/// The words of a part, each with its bytes in the text.
fn words(text: &str, part: &Range<usize>) -> Vec<Range<usize>> {
    let part_text = text.get(part.clone()).unwrap_or_default();
    let mut words = Vec::new();
    let mut start = None;
    for (at, character) in part_text.char_indices() {
        if character.is_alphanumeric() {
            start.get_or_insert(part.start + at);
        } else if let Some(start) = start.take() {
            words.push(start..part.start + at);
        }
    }
    words.extend(start.map(|start| start..part.start + part_text.len()));
    words
}

/// The bytes in `raw` of the word that has the bytes `word` in `text`.
fn find_word(raw: &str, text: &str, word: &Range<usize>) -> Option<Range<usize>> {
    let letters = &text[word.clone()];
    let before = text[..word.start].matches(letters).count();
    let all = text.matches(letters).count();
    let mut written = raw
        .match_indices(letters)
        .filter(|(at, _)| !begins_in_an_escape(raw, *at));
    let (at, _) = written.nth(before)?;
    let equally_often = before + 1 + written.count() == all;
    equally_often.then(|| at..at + letters.len())
}

/// Whether the letter at `at` belongs to a backslash before it: the `t` of `\tab` is a tab.
fn begins_in_an_escape(raw: &str, at: usize) -> bool {
    let backslashes = raw[..at]
        .bytes()
        .rev()
        .take_while(|&byte| byte == b'\\')
        .count();
    raw.starts_with('"') && backslashes % 2 == 1
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The text of `raw` that `part` of `text` is found at.
    fn found<'r>(raw: &'r str, text: &str, part: &str) -> Option<&'r str> {
        let start = text.find(part).expect("a part of the text");
        find(raw, text, &(start..start + part.len())).map(|range| &raw[range])
    }

    #[test]
    fn a_row_is_found_behind_escapes_and_folded_lines() {
        let raw =
            "\"name\\tvalue\\r\\n\\\"name\\\"\\t\\\"table\\\"\\r\\n\\tab\\tString\n    - max 5\"";
        let text = "name\tvalue\r\n\"name\"\t\"table\"\r\n\tab\tString - max 5";
        assert_eq!(
            found(raw, text, "\"name\"\t\"table\""),
            Some("name\\\"\\t\\\"table")
        );
        assert_eq!(
            found(raw, text, "ab\tString - max 5"),
            Some("ab\\tString\n    - max 5")
        );
    }

    #[test]
    fn a_word_written_with_escapes_gives_way_to_its_neighbours() {
        assert_eq!(
            found(r#""caf\u00e9 au lait""#, "café au lait", "café au lait"),
            Some("au lait")
        );
        assert_eq!(found(r#""\u00e9""#, "é", "é"), None);
        assert_eq!(found(r#""a \t b""#, "a \t b", "\t"), None);
    }

    #[test]
    fn a_part_outside_of_the_text_is_not_found() {
        assert_eq!(find("abc", "abc", &(2..99)), None);
        assert_eq!(find("é", "é", &(1..2)), None);
    }
}
