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
        let start = self.text.len();
        // A `String` takes everything; a `Display` that fails has written what it could.
        let _ = write(&mut self.text);
        self.values.push((name, start..self.text.len()));
        start == self.text.len()
    }

    /// How many bytes they are together.
    pub(super) fn len(&self) -> usize {
        self.text.len()
    }

    /// The value for the placeholder that is the `count`th of its name: the `count`th value of
    /// that name, or the last one where one value serves several placeholders.
    fn get(&self, name: &str, count: usize) -> Option<&str> {
        let mut ranges = self
            .values
            .iter()
            .filter(|(written, _)| *written == name)
            .map(|(_, range)| range);
        let range = ranges.clone().nth(count).or_else(|| ranges.next_back())?;
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
    let template = template.split('#').next().unwrap_or_default();
    let start = url.len();
    if !template.starts_with('/') && !template.is_empty() {
        url.push('/');
    }
    let mut rest = template;
    while let Some((before, name, after)) = next_placeholder(rest) {
        encode::syntax(before, url);
        let passed = &template[..template.len() - rest.len()];
        let value = values.get(name, count(name, passed));
        url.push_str(value.ok_or_else(|| format!("the path value `{name}` was not given"))?);
        rest = after;
    }
    encode::syntax(rest, url);
    let path = url[start..].split('?').next().unwrap_or_default();
    match path.split('/').find(|segment| climbs(segment)) {
        Some(segment) => Err(format!(
            "the path segment `{segment}` would reach another resource"
        )),
        None => Ok(()),
    }
}

/// Splits at the first `{name}`.
fn next_placeholder(text: &str) -> Option<(&str, &str, &str)> {
    let (before, rest) = text.split_once('{')?;
    let (name, after) = rest.split_once('}')?;
    Some((before, name, after))
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
fn climbs(segment: &str) -> bool {
    let mut rest = segment;
    let mut dots = 0;
    while let Some(after) = [".", "%2e", "%2E"]
        .iter()
        .find_map(|dot| rest.strip_prefix(dot))
    {
        dots += 1;
        rest = after;
    }
    rest.is_empty() && (dots == 1 || dots == 2)
}
