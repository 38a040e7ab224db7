//! The text as a reader sees it: entities decoded, tags turned into the line breaks and code marks
//! they stand for, and the way back to the bytes it came from.

use std::borrow::Cow;
use std::ops::Range;

/// A text without markup that remembers where its pieces were.
pub(super) struct Plain<'t> {
    /// What a reader sees.
    pub(super) text: Cow<'t, str>,
    /// What was replaced, in order.
    replaced: Vec<Replaced>,
}

/// A piece of the original and the piece that stands in its place.
struct Replaced {
    plain: Range<usize>,
    original: Range<usize>,
}

/// No tag or entity is longer than this; what is longer is text.
const LONGEST_TAG: usize = 300;
const LONGEST_ENTITY: usize = 10;

impl<'t> Plain<'t> {
    /// Decodes entities and replaces the tags of HTML; other words in angle brackets stay.
    pub(super) fn new(text: &'t str) -> Self {
        let mut out = String::new();
        let mut replaced = Vec::new();
        let mut copied = 0;
        let mut at = 0;
        let signs: &[char] = if text.contains("u201") {
            &['&', '<', 'u']
        } else {
            &['&', '<']
        };
        while let Some(found) = text[at..].find(signs) {
            at += found;
            let rest = &text[at..];
            let Some((length, piece)) = entity(rest).or_else(|| tag(rest)).or_else(|| bare(rest))
            else {
                at += 1;
                continue;
            };
            out.push_str(&text[copied..at]);
            let start = out.len();
            match piece {
                Piece::Char(c) => out.push(c),
                Piece::Text(s) => out.push_str(s),
            }
            replaced.push(Replaced {
                plain: start..out.len(),
                original: at..at + length,
            });
            at += length;
            copied = at;
        }
        if replaced.is_empty() {
            return Self {
                text: Cow::Borrowed(text),
                replaced,
            };
        }
        out.push_str(&text[copied..]);
        Self {
            text: Cow::Owned(out),
            replaced,
        }
    }

    /// The bytes of the original that became `range`. A range that cuts through a replaced piece
    /// takes the whole of it.
    pub(super) fn original(&self, range: &Range<usize>) -> Range<usize> {
        let start = {
            let next = self
                .replaced
                .partition_point(|piece| piece.plain.end <= range.start);
            match self.replaced.get(next) {
                Some(piece) if piece.plain.start <= range.start => piece.original.start,
                _ => self.after(next, range.start),
            }
        };
        let end = {
            let next = self
                .replaced
                .partition_point(|piece| piece.plain.start < range.end);
            match next.checked_sub(1).map(|last| &self.replaced[last]) {
                Some(piece) if piece.plain.end > range.end => piece.original.end,
                _ => self.after(next, range.end),
            }
        };
        start..end.max(start)
    }

    /// The original position of `at`, which lies after the first `count` replaced pieces.
    fn after(&self, count: usize, at: usize) -> usize {
        match count.checked_sub(1).map(|last| &self.replaced[last]) {
            Some(piece) => piece.original.end + (at - piece.plain.end),
            None => at,
        }
    }
}

/// What stands in the place of markup.
enum Piece {
    Char(char),
    Text(&'static str),
}

/// The quotation mark at the start of `text` that was written as `\u201c` and has lost its backslash.
fn bare(text: &str) -> Option<(usize, Piece)> {
    const MARKS: &[(&str, char)] = &[
        ("u201c", '“'),
        ("u201d", '”'),
        ("u2018", '‘'),
        ("u2019", '’'),
    ];
    let (written, mark) = MARKS
        .iter()
        .find(|(written, _)| text.starts_with(written))?;
    Some((written.len(), Piece::Char(*mark)))
}

/// The entity at the start of `text`: its length and its character.
fn entity(text: &str) -> Option<(usize, Piece)> {
    let body = text.strip_prefix('&')?;
    let end = body.bytes().take(LONGEST_ENTITY).position(|b| b == b';')?;
    let name = &body[..end];
    let decoded = if let Some(number) = name.strip_prefix('#') {
        let code = match number.strip_prefix(['x', 'X']) {
            Some(hex) => u32::from_str_radix(hex, 16),
            None => number.parse(),
        };
        char::from_u32(code.ok()?).filter(|c| !c.is_control() || c.is_whitespace())?
    } else {
        NAMED.iter().find(|(known, _)| *known == name)?.1
    };
    let decoded = if decoded == '\u{a0}' { ' ' } else { decoded };
    Some((end + 2, Piece::Char(decoded)))
}

/// The named entities that descriptions use.
const NAMED: &[(&str, char)] = &[
    ("amp", '&'),
    ("lt", '<'),
    ("gt", '>'),
    ("quot", '"'),
    ("apos", '\''),
    ("nbsp", ' '),
    ("lsquo", '‘'),
    ("rsquo", '’'),
    ("ldquo", '“'),
    ("rdquo", '”'),
    ("ndash", '–'),
    ("mdash", '—'),
    ("bull", '•'),
    ("hellip", '…'),
];

/// The tag at the start of `text`: its length and what a reader sees in its place.
fn tag(text: &str) -> Option<(usize, Piece)> {
    let end = text
        .bytes()
        .take(LONGEST_TAG)
        .skip(1)
        .position(|b| matches!(b, b'<' | b'>'))?
        + 1;
    let inside = text[1..end].trim_end_matches('/');
    if text.as_bytes()[end] == b'<' {
        return None;
    }
    let (name, closing) = match inside.strip_prefix('/') {
        Some(name) => (name, true),
        None => (inside, false),
    };
    let name = name.split([' ', '\n', '\t', '\r']).next()?;
    let (_, open, close) = TAGS
        .iter()
        .find(|(names, ..)| names.iter().any(|known| known.eq_ignore_ascii_case(name)))?;
    Some((end + 1, Piece::Text(if closing { close } else { open })))
}

/// Tags, with what their opening and their closing look like.
const TAGS: &[(&[&str], &str, &str)] = &[
    (&["li", "dt"], "\n- ", "\n"),
    (&["dd", "td", "th"], " ", " "),
    (&["code", "tt", "kbd", "samp"], "`", "`"),
    (&["b", "strong"], "**", "**"),
    (
        &["em", "i", "a", "span", "u", "small", "sup", "sub", "font"],
        "",
        "",
    ),
    (&["br"], "\n", "\n"),
    (
        &["p", "div", "ul", "ol", "dl", "hr", "pre", "blockquote"],
        "\n\n",
        "\n\n",
    ),
    (&["table", "thead", "tbody", "tr"], "\n\n", "\n\n"),
    (&["h1", "h2", "h3", "h4", "h5", "h6"], "\n\n", "\n\n"),
];

#[cfg(test)]
mod tests {
    use super::Plain;

    #[test]
    fn markup_becomes_what_a_reader_sees() {
        for (text, seen) in [
            ("plain", "plain"),
            ("a &lt; b &#38; c&#x41;", "a < b & cA"),
            ("&unknown; &#0; & &", "&unknown; &#0; & &"),
            ("one<br>two<BR/>three", "one\ntwo\nthree"),
            ("use <code class=\"x\">a</code>", "use `a`"),
            ("<ul><li>a</li><li>b</li></ul>", "\n\n\n- a\n\n- b\n\n\n"),
            (
                "a <user id> of <string>, x < y",
                "a <user id> of <string>, x < y",
            ),
            ("<", "<"),
            ("&", "&"),
        ] {
            assert_eq!(Plain::new(text).text, seen, "{text}");
        }
    }

    #[test]
    fn every_piece_leads_back_to_its_bytes() {
        let text = "é &amp; <code>word</code> &quot;x&quot; end";
        let plain = Plain::new(text);
        for (word, original) in [
            ("é", "é"),
            ("&", "&amp;"),
            ("word", "word"),
            ("`word`", "<code>word</code>"),
            ("\"x\"", "&quot;x&quot;"),
            ("end", "end"),
        ] {
            let at = plain.text.find(word).expect(word);
            assert_eq!(&text[plain.original(&(at..at + word.len()))], original);
        }
    }
}
