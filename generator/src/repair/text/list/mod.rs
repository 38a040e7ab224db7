//! A list of values in prose: `a, b or c`, `"a" (the default), "b"`, `A - meaning; B - meaning`, bullets.

mod codes;

pub(super) use codes::codes;

use super::reader::Reader;
use super::words::{Kind, Token};

/// Values as they were listed.
pub(super) struct List {
    /// What was listed, in order, each once.
    pub(super) values: Vec<String>,
    /// The one marked as default.
    pub(super) default: Option<String>,
    /// The least certain way in which one of them is written.
    pub(super) shape: Shape,
    /// Whether the values stood in quotes that make texts of them; backticks do not.
    pub(super) texts: bool,
}

/// How a value is written, from the least to the most certain to be one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Shape {
    /// A word like any other.
    Plain,
    /// A word that prose does not use: it has digits, underscores, or capitals inside.
    Code,
    /// It stands in quotes.
    Quoted,
}

/// A list is not looked for any further than this many tokens.
const FARTHEST: usize = 2000;
/// Nor is the end of what is said about one of its values.
const LONGEST_REMARK: usize = 60;

/// What stands between a value and what it means.
const DASHES: &str = "-–—=:";

/// Reads the list at `reader` and leaves it behind the list.
///
/// A list of plain words has to be closed by the end of its clause; otherwise it is no list but the
/// start of a sentence ("one of the users and …"), and nothing is read.
pub(super) fn read(reader: &mut Reader<'_>) -> Option<List> {
    let mut ahead = *reader;
    if ahead.peek().is_some_and(|token| token.kind == Kind::Break) {
        ahead.next();
    }
    let list = if ahead.peek().is_some_and(|token| token.kind == Kind::Bullet) {
        bullets(&mut ahead)
    } else {
        ahead = *reader;
        explained(&mut ahead).or_else(|| {
            ahead = *reader;
            inline(&mut ahead)
        })
    }?;
    *reader = ahead;
    Some(list)
}

/// Collects values.
#[derive(Default)]
struct Collected<'a> {
    tokens: Vec<&'a Token<'a>>,
    /// The least certain of their shapes.
    shape: Option<Shape>,
    default: Option<&'a str>,
}

impl<'a> Collected<'a> {
    fn push(&mut self, token: &'a Token<'a>) {
        let shape = shape(token);
        self.shape = Some(self.shape.map_or(shape, |least| least.min(shape)));
        self.tokens.push(token);
    }

    fn finish(self, text: &str) -> Option<List> {
        let shape = self.shape?;
        let mut values: Vec<String> = Vec::with_capacity(self.tokens.len());
        for token in &self.tokens {
            let blank = token.kind == Kind::Word && token.text.eq_ignore_ascii_case("blank");
            let value = if blank { "" } else { token.text };
            if !values.iter().any(|known| known == value) {
                values.push(value.to_owned());
            }
        }
        Some(List {
            values,
            default: self.default.map(str::to_owned),
            shape,
            texts: self.tokens.iter().all(|token| {
                token.kind == Kind::Quoted && !text[token.range.clone()].starts_with(['`', '*'])
            }),
        })
    }
}

/// `a, b (default) or c`.
fn inline(reader: &mut Reader<'_>) -> Option<List> {
    let limit = reader.position() + FARTHEST;
    let mut found = Collected::default();
    let mut remarks = 0;
    let mut ahead = *reader;
    loop {
        if ahead.position() > limit {
            return None;
        }
        let Some(token) = ahead.next().filter(|token| is_value(token)) else {
            // Nothing that could be a value: the list ended before the separator.
            break;
        };
        let settled = found.shape.is_some_and(|shape| shape > Shape::Plain);
        if settled && shape(token) == Shape::Plain && !closes(ahead) {
            // "`a`, `b` or anything else": the prose has begun again.
            break;
        }
        found.push(token);
        if let Some(remark) = remark(&mut ahead) {
            if remark == "default" {
                found.default = Some(token.text);
            } else if shape(token) < Shape::Quoted && !remark.is_empty() {
                remarks += 1;
            }
        }
        *reader = ahead;
        if !separator(&mut ahead) {
            let prose = found.shape == Some(Shape::Plain);
            if prose && !closes(ahead) {
                return None;
            }
            break;
        }
    }
    // "Read (r), Write (w)": either could be what is sent.
    if remarks > 1 {
        return None;
    }
    found.finish(reader.text)
}

/// `A - meaning, B - meaning`.
fn explained(reader: &mut Reader<'_>) -> Option<List> {
    let limit = reader.position() + FARTHEST;
    let mut found = Collected::default();
    let mut ahead = *reader;
    let (first, dash) = explained_value(&mut ahead)?;
    found.push(first);
    while ahead.position() < limit {
        let Some(next) = next_explained(ahead, dash) else {
            break;
        };
        ahead = next;
        found.push(explained_value(&mut ahead)?.0);
    }
    if found.tokens.len() < 2 {
        return None;
    }
    while !ahead.sentence_ends() && ahead.position() < limit {
        ahead.next();
    }
    *reader = ahead;
    found.finish(reader.text)
}

/// A value, a dash, and the start of what it means.
fn explained_value<'a>(reader: &mut Reader<'a>) -> Option<(&'a Token<'a>, &'a str)> {
    reader.mark("-–—");
    let value = reader.next().filter(|token| is_value(token))?;
    remark(reader);
    let dash = reader.peek().filter(|token| token.kind == Kind::Mark)?;
    let apart = dash.spaced || "=:".contains(dash.text);
    (DASHES.contains(dash.text) && apart).then_some(())?;
    reader.next();
    matches!(reader.peek()?.kind, Kind::Word | Kind::Quoted).then_some((value, dash.text))
}

/// The next value that is explained behind the same dash.
fn next_explained<'a>(mut reader: Reader<'a>, dash: &str) -> Option<Reader<'a>> {
    for _ in 0..LONGEST_REMARK {
        let new_line = reader.peek()?.new_line;
        let separated = reader
            .before(1)
            .is_some_and(|token| token.kind == Kind::Mark && ",;.".contains(token.text));
        if new_line || separated {
            let mut ahead = reader;
            ahead.one_of(&["and", "or"]);
            let candidate = ahead;
            if explained_value(&mut ahead).is_some_and(|(_, found)| found == dash) {
                return Some(candidate);
            }
        }
        reader.next();
    }
    None
}

/// A value at the start of every bullet.
fn bullets(reader: &mut Reader<'_>) -> Option<List> {
    let limit = reader.position() + FARTHEST;
    let mut found = Collected::default();
    loop {
        while reader
            .peek()
            .is_some_and(|token| token.kind == Kind::Bullet)
        {
            reader.next();
        }
        let token = reader.next().filter(|token| is_value(token))?;
        let told = reader.is_mark("-–—=:(,;") || closes(*reader) || starts_line(*reader);
        if token.kind != Kind::Quoted && !told {
            return None;
        }
        found.push(token);
        if remark(reader) == Some("default") {
            found.default = Some(token.text);
        }
        let end = *reader;
        loop {
            if reader.position() > limit {
                return None;
            }
            match reader.peek().map(|token| token.kind) {
                Some(Kind::Bullet) => break,
                Some(Kind::Break) | None => {
                    let mut ahead = *reader;
                    ahead.next();
                    if ahead.peek().is_some_and(|token| token.kind == Kind::Bullet) {
                        *reader = ahead;
                        break;
                    }
                    *reader = end;
                    return (found.tokens.len() > 1).then(|| found.finish(reader.text))?;
                }
                Some(_) => reader.next(),
            };
        }
    }
}

/// Takes what separates two values.
fn separator(reader: &mut Reader<'_>) -> bool {
    let mut ahead = *reader;
    let marked = ahead.mark(",;|");
    let joined = ahead.one_of(&["and/or", "or", "and"]);
    if marked || joined {
        *reader = ahead;
    }
    marked || joined
}

/// Takes a remark in parentheses and gives its word: "default" for anything that says so, a word that
/// stands alone, or nothing.
fn remark<'a>(reader: &mut Reader<'a>) -> Option<&'a str> {
    let mut ahead = *reader;
    ahead.mark("([").then_some(())?;
    let first = ahead.next()?.text;
    let mut alone = true;
    let mut default = first.eq_ignore_ascii_case("default");
    for _ in 0..LONGEST_REMARK {
        if ahead.mark(")]") {
            *reader = ahead;
            return Some(match (default, alone) {
                (true, _) => "default",
                (false, true) => first,
                (false, false) => "",
            });
        }
        alone = false;
        default |= ahead.next()?.text.eq_ignore_ascii_case("default");
    }
    None
}

/// Whether nothing of the list's last value follows.
fn closes(reader: Reader<'_>) -> bool {
    reader.clause_ends() && !reader.is_mark(":") || reader.is_mark("([")
}

/// Whether a line begins here.
fn starts_line(reader: Reader<'_>) -> bool {
    reader.peek().is_none_or(|token| token.new_line)
}

/// Whether a token can be a value.
fn is_value(token: &Token<'_>) -> bool {
    match token.kind {
        Kind::Word => {
            // "A" and "ON" are codes where "a" and "on" are prose.
            let capitals = token.text.chars().all(char::is_uppercase);
            let prose = |word: &&str| word.eq_ignore_ascii_case(token.text);
            capitals || !NO_VALUES.iter().any(prose)
        }
        Kind::Quoted => {
            let pattern = token.text.len() > 1 && token.text.contains(['<', '{', '*', '[']);
            !token.text.is_empty() && !pattern
        }
        _ => false,
    }
}

/// Words that are part of a sentence wherever they stand.
const NO_VALUES: &[&str] = &[
    "any",
    "other",
    "others",
    "another",
    "etc",
    "the",
    "a",
    "an",
    "one",
    "null",
    "e.g.",
    "i.e.",
    "for",
    "if",
    "when",
    "which",
    "that",
    "this",
    "these",
    "those",
    "it",
    "see",
    "default",
    "defaults",
    "of",
    "with",
    "in",
    "by",
    "to",
    "is",
    "are",
    "be",
    "not",
    "more",
    "following",
    "either",
    "as",
    "where",
    "while",
];

/// How a token is written.
fn shape(token: &Token<'_>) -> Shape {
    if token.kind == Kind::Quoted {
        return Shape::Quoted;
    }
    let text = token.text;
    let code = text.contains(|c: char| c.is_ascii_digit() || c == '_')
        || text
            .split(['-', '/'])
            .any(|part| part.chars().skip(1).any(char::is_uppercase));
    if code { Shape::Code } else { Shape::Plain }
}
