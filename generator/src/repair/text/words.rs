//! Prose as tokens: words, quoted pieces, marks, and the breaks between paragraphs and bullets.

use std::ops::Range;

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// Letters and digits, with what joins them inside a word: `e-mail`, `1.5`, `text/html`, `v1:2`.
    Word,
    /// A piece in quotes, backticks or asterisks; its text is what stands between them.
    Quoted,
    /// One character that is neither.
    Mark,
    /// The start of a bullet.
    Bullet,
    /// The end of a paragraph.
    Break,
}

/// A piece of a text.
#[derive(Clone, Debug)]
pub(super) struct Token<'t> {
    pub(super) kind: Kind,
    /// What it says: without the quotes, if it is quoted.
    pub(super) text: &'t str,
    /// Where it stands, quotes included.
    pub(super) range: Range<usize>,
    /// Whether it is the first on its line.
    pub(super) new_line: bool,
    /// Whether white space stands before it.
    pub(super) spaced: bool,
}

/// Nothing in quotes is longer than this; a quote without its partner is a mark.
const LONGEST_QUOTE: usize = 120;

/// Splits a text into tokens.
pub(super) fn tokens(text: &str) -> Vec<Token<'_>> {
    let mut out: Vec<Token<'_>> = Vec::new();
    let mut at = 0;
    let mut breaks = 0;
    let mut spaced = true;
    while let Some(c) = text[at..].chars().next() {
        if c.is_whitespace() {
            breaks += usize::from(c == '\n');
            spaced = true;
            at += c.len_utf8();
            continue;
        }
        let new_line = breaks > 0 || out.is_empty();
        let mut push = |kind, text, range| {
            out.push(Token {
                kind,
                text,
                range,
                new_line,
                spaced,
            });
        };
        if breaks > 1 {
            push(Kind::Break, "", at..at);
        }
        breaks = 0;
        let (kind, inner, length) = match bullet(text, at).filter(|_| new_line) {
            Some(length) => (Kind::Bullet, "", length),
            None => token(text, at, c),
        };
        push(kind, inner, at..at + length);
        at += length;
        spaced = false;
    }
    out
}

/// The token at `at`, which begins with `c`: its kind, its text and its length.
fn token(text: &str, at: usize, c: char) -> (Kind, &str, usize) {
    let before = text[..at].chars().next_back();
    if let Some((inner, length)) = quoted(&text[at..], c, before) {
        return (Kind::Quoted, inner, length);
    }
    let length = word(&text[at..], before);
    if length > 0 {
        return (Kind::Word, &text[at..at + length], length);
    }
    (Kind::Mark, &text[at..at + c.len_utf8()], c.len_utf8())
}

/// The length of the bullet at `at`, the blanks after it left out.
fn bullet(text: &str, at: usize) -> Option<usize> {
    let rest = &text[at..];
    let sign = rest.chars().next().filter(|c| "-*+•·–".contains(*c));
    let length = if let Some(sign) = sign {
        sign.len_utf8()
    } else {
        let digits = rest.bytes().take(3).take_while(u8::is_ascii_digit).count();
        let closed = digits > 0 && matches!(rest.as_bytes().get(digits), Some(b'.' | b')'));
        if !closed {
            return None;
        }
        digits + 1
    };
    rest[length..].starts_with([' ', '\t']).then_some(length)
}

/// The quoted piece at the start of `rest`: what is in the quotes, and its length with them.
fn quoted(rest: &str, open: char, before: Option<char>) -> Option<(&str, usize)> {
    let close = match open {
        '`' | '"' | '\'' | '*' => open,
        '“' => '”',
        '‘' => '’',
        '´' => '´',
        _ => return None,
    };
    let inside_word = before.is_some_and(char::is_alphanumeric);
    if matches!(open, '\'' | '*') && inside_word {
        return None;
    }
    let marks = rest.chars().take(3).take_while(|c| *c == open).count();
    // Two quotes are an empty piece; two asterisks or backticks open one.
    let marks = if matches!(open, '`' | '*') { marks } else { 1 };
    let opening = marks * open.len_utf8();
    let mut closing = String::new();
    closing.extend(std::iter::repeat_n(close, marks));
    let body = &rest[opening..];
    if body.starts_with(char::is_whitespace) && open != '`' {
        return None;
    }
    let window = start(body, LONGEST_QUOTE);
    let line = window.split('\n').next().unwrap_or(window);
    let apostrophe = |end: usize| {
        let next = body[end + close.len_utf8()..].chars().next();
        matches!(close, '\'' | '’') && next.is_some_and(char::is_alphanumeric)
    };
    let end = line
        .match_indices(closing.as_str())
        .map(|(end, _)| end)
        .find(|end| !apostrophe(*end))?;
    if open == '*' && end == 0 {
        return None;
    }
    Some((unquote(&body[..end]), opening + end + closing.len()))
}

/// The start of a text, at most `longest` bytes of it.
pub(super) fn start(text: &str, longest: usize) -> &str {
    let mut end = text.len().min(longest);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    &text[..end]
}

/// Takes further quotes, and a comma or full stop that slipped in, from around a quoted piece.
fn unquote(inner: &str) -> &str {
    let mut inner = inner.trim();
    if inner.chars().count() > 1 {
        inner = inner.trim_end_matches([',', ';']);
    }
    for quote in ['`', '"', '\''] {
        if let Some(bare) = inner
            .strip_prefix(quote)
            .and_then(|rest| rest.strip_suffix(quote))
        {
            inner = bare;
        }
    }
    inner
}

/// The length of the word at the start of `rest`; 0 where none begins.
fn word(rest: &str, before: Option<char>) -> usize {
    let is_word = |c: char| c.is_alphanumeric() || c == '_';
    let mut chars = rest.char_indices().peekable();
    let signed = rest.starts_with(['-', '+'])
        && !before.is_some_and(is_word)
        && rest[1..].starts_with(|c: char| c.is_ascii_digit());
    if signed {
        chars.next();
    }
    let mut end = 0;
    let mut last = ' ';
    while let Some((at, c)) = chars.next() {
        let next = chars.peek().map(|(_, next)| *next);
        if is_word(c) {
            end = at + c.len_utf8();
        } else if end > 0 && c == ':' && rest[at..].starts_with("://") {
            return end + address(&rest[end..]);
        } else if end == 0 || !next.is_some_and(is_word) || !joins(c, last, next.unwrap_or(' ')) {
            break;
        }
        last = c;
    }
    // The full stops of "e.g." and "i.e." belong to them.
    if end == 3 && rest.as_bytes()[1] == b'.' && rest[end..].starts_with('.') {
        end += 1;
    }
    end
}

/// Whether `c` joins what stands before and after it into one word.
fn joins(c: char, before: char, after: char) -> bool {
    let digits = before.is_ascii_digit() && after.is_ascii_digit();
    match c {
        '-' | '/' | '@' | '+' | '\'' | '’' | '‐' => true,
        // "end.Next" is two sentences that lost a blank.
        '.' => !(before.is_lowercase() && after.is_uppercase()),
        ':' | '–' => digits,
        _ => false,
    }
}

/// The length of the rest of an address from its `://`.
fn address(rest: &str) -> usize {
    let end = rest
        .find(|c: char| c.is_whitespace() || "()<>\"'`,;|".contains(c))
        .unwrap_or(rest.len());
    rest[..end].trim_end_matches(['.', ':', '?', '!']).len()
}

#[cfg(test)]
mod tests {
    use super::{Kind, tokens};

    fn shown(text: &str) -> String {
        tokens(text)
            .iter()
            .map(|token| match token.kind {
                Kind::Word => token.text.to_owned(),
                Kind::Quoted => format!("«{}»", token.text),
                Kind::Mark => format!("‹{}›", token.text),
                Kind::Bullet => "•".to_owned(),
                Kind::Break => "¶".to_owned(),
            })
            .collect::<Vec<_>>()
            .join(" ")
    }

    #[test]
    fn texts_split_into_tokens() {
        for (text, expected) in [
            ("", ""),
            ("String - max 25 char.", "String ‹-› max 25 char ‹.›"),
            ("it's e-mail, text/html", "it's e-mail ‹,› text/html"),
            ("e.g. 1.5, -3 (1-10)", "e.g. 1.5 ‹,› -3 ‹(› 1-10 ‹)›"),
            ("2019-05-10T12:00:00Z", "2019-05-10T12:00:00Z"),
            ("key: v", "key ‹:› v"),
            (
                "see https://a.b/c?d=e. End",
                "see https://a.b/c?d=e ‹.› End",
            ),
            ("`a`, \"b\",'c' or ``d``", "«a» ‹,› «b» ‹,› «c» or «d»"),
            ("**Windows** or *x*", "«Windows» or «x»"),
            (
                "the organizer's 'suspended,' one",
                "the organizer's «suspended» one",
            ),
            ("`\"private\"`", "«private»"),
            ("a * b \"open", "a ‹*› b ‹\"› open"),
            ("'' and \"\"", "«» and «»"),
            ("a\n- b\n\n* c\n1. d", "a • b ¶ • c • d"),
            ("end.Next", "end ‹.› Next"),
            ("a|b", "a ‹|› b"),
        ] {
            assert_eq!(shown(text), expected, "{text}");
        }
    }
}
