//! What an error says: one line, whatever the service or a library wrote.

use super::{Inner, Kind};
use crate::runtime::{Body, Reply};
use http::StatusCode;
use std::{
    error::Error as StdError,
    fmt::{self, Write as _},
};

/// How much of a foreign text is worth a place in a message.
const EXCERPT: usize = 256;

pub(super) fn write(error: &Inner, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let mut line = Line {
        f,
        left: usize::MAX,
    };
    if let Some(operation) = error.operation {
        write!(line, "{operation}: ")?;
    }
    line.write_str(match error.kind {
        Kind::Config | Kind::Status => "",
        Kind::Request => "the request cannot be written: ",
        Kind::Connect => "no connection: ",
        Kind::Timeout => "timed out: ",
        Kind::Transport => "the exchange broke off: ",
        Kind::Auth => "no token: ",
        Kind::Decode | Kind::TooLarge => "the reply cannot be read: ",
    })?;
    match &error.reply {
        Some(reply) if error.kind == Kind::Status => {
            write!(line, "{}", reply.status())?;
            write_excerpt(reply.body(), &mut line)?;
            write_lacking(reply, &mut line)
        }
        _ => write_detail(error, &mut line),
    }
}

fn write_excerpt(body: &Body, line: &mut Line<'_, '_>) -> fmt::Result {
    if body.is_empty() {
        return Ok(());
    }
    line.write_str(": ")?;
    line.left = EXCERPT;
    // Bytes beyond the excerpt are not even decoded.
    let start = &body.as_bytes()[..body.len().min(4 * EXCERPT)];
    line.write_str(String::from_utf8_lossy(start).trim())
}

/// What a service refuses may be what it was not shown.
fn write_lacking(reply: &Reply, line: &mut Line<'_, '_>) -> fmt::Result {
    let is_refused = [StatusCode::UNAUTHORIZED, StatusCode::FORBIDDEN].contains(&reply.status());
    let Some(alternatives) = reply.lacking().filter(|_| is_refused) else {
        return Ok(());
    };
    line.left = usize::MAX;
    line.write_str(" (the client lacks the credentials that the call takes: ")?;
    for (at, names) in alternatives.iter().enumerate() {
        let or = if at == 0 { "" } else { ", or " };
        write!(line, "{or}`{}`", names.join("` and `"))?;
    }
    line.write_str(")")
}

fn write_detail(error: &Inner, line: &mut Line<'_, '_>) -> fmt::Result {
    line.left = 2 * EXCERPT;
    line.write_str(&error.detail)?;
    // A decoding error is its own detail already.
    match &error.source {
        Some(source) if error.kind == Kind::Auth => write!(line, "{source}"),
        Some(source) if error.detail.is_empty() => write!(line, "{}", root(source.as_ref())),
        Some(source) if error.kind != Kind::Decode => write!(line, ": {}", root(source.as_ref())),
        _ => Ok(()),
    }
}

/// The last of a chain of causes: it says what happened, the others who noticed.
fn root<'a>(mut error: &'a (dyn StdError + 'static)) -> &'a (dyn StdError + 'static) {
    while let Some(source) = error.source() {
        error = source;
    }
    error
}

/// Writes characters that stay on the line, up to a bound.
struct Line<'a, 'f> {
    f: &'a mut fmt::Formatter<'f>,
    left: usize,
}

impl fmt::Write for Line<'_, '_> {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        for character in text.chars() {
            match self.left {
                0 => return Ok(()),
                1 => self.f.write_char('…')?,
                _ if breaks_a_line(character) => write!(self.f, "{}", character.escape_default())?,
                _ => self.f.write_char(character)?,
            }
            self.left -= 1;
        }
        Ok(())
    }
}

/// Control characters, line separators, and those that turn the direction of what follows.
fn breaks_a_line(character: char) -> bool {
    character.is_control()
        || matches!(character, '\u{200E}' | '\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}
