//! From a path template and its values to the path that is sent.

use super::encode;
use std::{fmt, ops::Range};

/// The values of a path in the order they were written, encoded already, in one buffer.
#[derive(Default)]
pub(super) struct PathValues {
    text: String,
    values: Vec<(&'static str, Range<usize>)>,
}

impl PathValues {
    /// Adds what `write` writes. Tells whether that is nothing.
    pub(super) fn push(
        &mut self,
        name: &'static str,
        write: impl FnOnce(&mut String) -> fmt::Result,
    ) -> bool {
        if self.values.is_empty() {
            // Most values are no longer, and so are allocated once.
            self.text.reserve(32);
        }
        let start = self.text.len();
        // A `String` takes everything; a `Display` that fails has written what it could.
        let _ = write(&mut self.text);
        self.values.push((name, start..self.text.len()));
        start == self.text.len()
    }

    /// How long a template is that they are filled into, each once.
    pub(super) fn length_in(&self, template: &str) -> usize {
        let placeholders: usize = self.values.iter().map(|(name, _)| name.len() + 2).sum();
        (template.len() + self.text.len()).saturating_sub(placeholders)
    }

    /// The value for the next placeholder of that name, given the template before it: the values
    /// of a name serve in their order, and the last one as often as it is needed.
    fn next(&self, name: &str, before: &str) -> Option<&str> {
        let mut ranges = self
            .values
            .iter()
            .filter(|(written, _)| *written == name)
            .map(|(_, range)| range);
        let mut range = ranges.next()?;
        if ranges.clone().next().is_some() {
            range = ranges.take(count(name, before)).last().unwrap_or(range);
        }
        self.text.get(range.clone())
    }
}

/// Appends `template`, filled with `values`, to a base URL, which an empty one leaves as it is.
///
/// From a `?` on the template is query. From a `#` on it is never sent, as in every URL.
///
/// # Errors
///
/// When a value is missing, or when the values make the path climb (`..`): servers and HTTP
/// libraries resolve such segments, encoded or not, so it would reach another resource.
pub(super) fn fill(template: &str, values: &PathValues, url: &mut String) -> Result<(), String> {
    let (template, _) = split(template, b'#').unwrap_or((template, ""));
    let start = url.len();
    if !template.starts_with('/') && !template.is_empty() {
        url.push('/');
    }
    let mut rest = template;
    while let Some((before, name, after)) = next_placeholder(rest) {
        encode::syntax(before, url);
        let passed = &template[..template.len() - rest.len()];
        let value = values.next(name, passed);
        url.push_str(value.ok_or_else(|| format!("the path value `{name}` was not given"))?);
        rest = after;
    }
    encode::syntax(rest, url);
    // What the template says itself is meant.
    if values.values.is_empty() {
        return Ok(());
    }
    let (path, _) = split(&url[start..], b'?').unwrap_or((&url[start..], ""));
    match path
        .as_bytes()
        .split(|&byte| byte == b'/')
        .find(|segment| climbs(segment))
    {
        Some(segment) => {
            let segment = String::from_utf8_lossy(segment);
            Err(format!(
                "the path segment `{segment}` would reach another resource"
            ))
        }
        None => Ok(()),
    }
}

/// Splits at the first `{name}`.
fn next_placeholder(text: &str) -> Option<(&str, &str, &str)> {
    let (before, rest) = split(text, b'{')?;
    let (name, after) = split(rest, b'}')?;
    Some((before, name, after))
}

/// Splits at the first byte of that kind, which is ASCII. Templates are too short for the search
/// of the standard library to pay off.
fn split(text: &str, at: u8) -> Option<(&str, &str)> {
    let at = text.bytes().position(|byte| byte == at)?;
    Some((text.get(..at)?, text.get(at + 1..)?))
}

/// How many placeholders of that name a piece of a template has.
fn count(name: &str, mut text: &str) -> usize {
    let mut count = 0;
    while let Some((_, found, after)) = next_placeholder(text) {
        count += usize::from(found == name);
        text = after;
    }
    count
}

/// Whether a segment is `.` or `..`, however it is written.
fn climbs(segment: &[u8]) -> bool {
    let mut rest = segment;
    let mut dots = 0;
    while let [b'.', after @ ..] | [b'%', b'2', b'e' | b'E', after @ ..] = rest {
        dots += 1;
        rest = after;
    }
    rest.is_empty() && (dots == 1 || dots == 2)
}
