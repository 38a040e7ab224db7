//! What is left of a description when its tables are taken out.

use std::ops::Range;

/// The text without `ranges`, tidied: line ends are `\n`, a run of tabs is one blank, no line ends in
/// blanks, paragraphs stay apart by one empty line, and nothing stands around the whole.
///
/// Ranges may overlap and come in any order; what lies outside the text, or inside a character, is
/// ignored.
#[must_use]
pub fn without(text: &str, ranges: &[Range<usize>]) -> String {
    let mut ranges: Vec<&Range<usize>> = ranges.iter().collect();
    ranges.sort_by_key(|range| range.start);
    let mut kept = String::with_capacity(text.len());
    let mut at = 0;
    for range in ranges {
        if let Some(before) = text.get(at..range.start) {
            kept.push_str(before);
        }
        if text.is_char_boundary(range.end) {
            at = at.max(range.end);
        }
    }
    kept.push_str(text.get(at..).unwrap_or_default());
    tidy(&kept)
}

/// Sets the white space of a text in order, and changes nothing else.
fn tidy(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut empty = 0;
    for line in text.lines() {
        let line = line.trim_end();
        if line.is_empty() {
            empty += 1;
            continue;
        }
        if !out.is_empty() {
            out.push_str(if empty > 0 { "\n\n" } else { "\n" });
        }
        empty = 0;
        let mut pieces = line.split('\t').filter(|piece| !piece.is_empty());
        out.push_str(pieces.next().unwrap_or_default());
        for piece in pieces {
            out.push(' ');
            out.push_str(piece);
        }
    }
    out.truncate(out.trim_end().len());
    out.trim_start_matches('\n').to_owned()
}

#[cfg(test)]
mod tests {
    use super::without;

    #[test]
    fn prose_is_tidy() {
        for (text, expected) in [
            ("", ""),
            (" \r\n\t\t\r\n", ""),
            ("a\r\nb", "a\nb"),
            ("a\n\n\n\nb\n\n", "a\n\nb"),
            ("a\t\t\tb", "a b"),
            ("- a\n  - b  ", "- a\n  - b"),
        ] {
            assert_eq!(without(text, &[]), expected, "{text:?}");
        }
    }

    #[test]
    fn ranges_are_taken_out() {
        let table = 5..10;
        assert_eq!(without("one. TABLE\n two", &[table]), "one.\n two");
        assert_eq!(without("abcdef", &[3..5, 1..4]), "af");
    }

    #[test]
    fn ranges_that_fit_nowhere_do_no_harm() {
        assert_eq!(without("aé", &[2..9, 7..8]), "aé");
    }
}
