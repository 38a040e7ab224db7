//! Codes with what they mean, `- A = open - B = shut`, that nothing has to lead to.

use super::{Collected, LONGEST_REMARK, List, is_value, starts_line};
use crate::repair::text::reader::Reader;
use crate::repair::text::words::{Kind, Token};

/// How codes are set apart that nothing leads to.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Codes {
    /// `- A = meaning - B = meaning`
    Dashed,
    /// `0 = meaning, 1: meaning or 2 for meaning`
    Numbers,
    /// `OPEN - meaning; SHUT - meaning`, or a line for each.
    Capitals,
}

/// Codes that show themselves to be such: behind a dash each, numbers, or in capitals.
pub(in crate::repair::text) fn codes(reader: &mut Reader<'_>) -> Option<List> {
    let mut ahead = *reader;
    let how = if code_sign(&mut ahead) {
        Codes::Dashed
    } else if ahead.peek().is_some_and(is_whole) {
        Codes::Numbers
    } else {
        Codes::Capitals
    };
    let mut found = Collected::default();
    let end = loop {
        found.push(code(&mut ahead, how)?);
        let (next, end) = next_code(ahead, how);
        match next {
            Some(next) => ahead = next,
            // What is said behind the last of several numbers on a line is no longer about it.
            None if how == Codes::Numbers => break ahead,
            None => break end,
        }
    };
    let enough = if how == Codes::Capitals { 3 } else { 2 };
    if found.tokens.len() < enough {
        return None;
    }
    *reader = end;
    found.finish(reader.text)
}

/// Where the next code begins, and else where what is said of the last one ends.
fn next_code(mut reader: Reader<'_>, how: Codes) -> (Option<Reader<'_>>, Reader<'_>) {
    for _ in 0..LONGEST_REMARK {
        if reader.peek().is_none_or(|token| token.kind == Kind::Break) {
            break;
        }
        let mut next = reader;
        let apart = match how {
            Codes::Dashed => code_sign(&mut next),
            Codes::Numbers => next.mark(",;") | next.one_of(&["or", "and"]),
            Codes::Capitals => next.mark(";") || starts_line(next),
        };
        let mut behind = next;
        if apart && code(&mut behind, how).is_some() {
            return (Some(next), reader);
        }
        reader.next();
    }
    (None, reader)
}

/// Takes the sign before a code: a bullet, or a dash that stands apart.
fn code_sign(reader: &mut Reader<'_>) -> bool {
    let sign = reader.peek().is_some_and(|token| {
        token.kind == Kind::Bullet
            || token.kind == Kind::Mark && token.spaced && "-–—*•·".contains(token.text)
    });
    if sign {
        reader.next();
    }
    sign
}

/// Takes a code, the sign behind it, and sees that something follows. "LEXX = at most XX" is a picture of codes.
fn code<'a>(reader: &mut Reader<'a>, how: Codes) -> Option<&'a Token<'a>> {
    let token = reader.next().filter(|token| is_value(token))?;
    let number = is_whole(token);
    let begins = |c: char| c.is_uppercase() || c.is_ascii_digit();
    let fits = match how {
        Codes::Dashed => token.kind == Kind::Quoted || token.text.starts_with(begins),
        Codes::Numbers => number,
        Codes::Capitals => is_capitals(token),
    };
    let picture = token.text.len() > 2 && token.text.ends_with("XX");
    (fits && !picture).then_some(())?;
    let dash = reader.peek()?.spaced && how == Codes::Capitals && reader.mark("-–—");
    let signed = dash || reader.mark("=") || how != Codes::Dashed && reader.mark(":");
    let meant = number && how != Codes::Dashed && reader.one_of(&["for", "if", "means"]);
    (signed || meant).then_some(())?;
    let told = reader.peek()?;
    let apart = told.spaced || number;
    (matches!(told.kind, Kind::Word | Kind::Quoted) && apart).then_some(token)
}

/// Whether a token is a whole number.
fn is_whole(token: &Token<'_>) -> bool {
    !token.text.is_empty() && token.text.bytes().all(|byte| byte.is_ascii_digit())
}

/// Whether a token is a word in capitals.
fn is_capitals(token: &Token<'_>) -> bool {
    let fits = |c: char| c.is_ascii_uppercase() || c.is_ascii_digit() || c == '_';
    token.text.len() > 1
        && token.text.starts_with(|c: char| c.is_ascii_uppercase())
        && token.text.chars().all(fits)
}
