//! What a thing is known by in the lock: its place on the wire.

use std::fmt;

/// A place on the wire, such as `GET /groups`: parts that may hold any text.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Key(String);

impl Key {
    /// Joins the parts. Different parts give different keys.
    #[must_use]
    pub fn new<'a>(parts: impl IntoIterator<Item = &'a str>) -> Self {
        let parts: Vec<String> = parts.into_iter().map(quote).collect();
        Self(parts.join(" "))
    }

    /// A key as it stands in a lock.
    pub(super) fn read(text: &str) -> Self {
        Self(text.to_owned())
    }

    /// The parts that it was made of.
    pub(super) fn parts(&self) -> Vec<String> {
        let mut parts = Vec::new();
        let mut chars = self.0.chars();
        while let Some(first) = chars.clone().next() {
            if first == '"' {
                chars.next();
                parts.push(quoted(&mut chars));
            } else {
                parts.push(chars.by_ref().take_while(|c| *c != ' ').collect());
                continue;
            }
            // The blank between two parts.
            chars.next();
        }
        parts
    }

    /// The key as it stands in a lock.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A part of a key: as it is where that is plain, else between quotes, so that it stays on its
/// line and cannot be read as two.
fn quote(part: &str) -> String {
    let plain =
        |c: char| !c.is_whitespace() && !c.is_control() && !matches!(c, '"' | '\\' | '#' | '=');
    let invisible = |c: char| c.is_control() || (c.is_whitespace() && c != ' ') || is_format(c);
    if !part.is_empty() && part.chars().all(|c| plain(c) && !is_format(c)) {
        return part.to_owned();
    }
    let mut quoted = String::from("\"");
    for c in part.chars() {
        match c {
            '"' | '\\' => quoted.extend(['\\', c]),
            '\n' => quoted.push_str("\\n"),
            _ if invisible(c) => quoted.extend(c.escape_unicode()),
            _ => quoted.push(c),
        }
    }
    quoted.push('"');
    quoted
}

/// What stands between quotes, up to the end of them.
fn quoted(chars: &mut std::str::Chars<'_>) -> String {
    let mut part = String::new();
    while let Some(c) = chars.next().filter(|c| *c != '"') {
        let escaped = if c == '\\' { chars.next() } else { None };
        match escaped {
            None => part.push(c),
            Some('n') => part.push('\n'),
            Some('u') => {
                let digits: String = chars.by_ref().take_while(|c| *c != '}').collect();
                let code = u32::from_str_radix(digits.trim_start_matches('{'), 16);
                part.extend(code.ok().and_then(char::from_u32));
            }
            Some(other) => part.push(other),
        }
    }
    part
}

/// Characters that change how the others are shown.
fn is_format(c: char) -> bool {
    matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
}
