//! The few headers that an operation or a call brings, and those of a reply as values.

use http::{HeaderMap, HeaderName, HeaderValue, header::CONTENT_TYPE};
use std::str::{self, FromStr};

/// A header of a reply as a value; `None` where there is none, or it is not one of that type.
pub(super) fn read<T: FromStr>(headers: &HeaderMap, name: &str) -> Option<T> {
    let text = str::from_utf8(headers.get(name)?.as_bytes()).ok()?;
    text.trim().parse().ok()
}

/// Headers, each name once. There are seldom more than two, for which a table of hashes is a waste.
#[derive(Clone, Default)]
pub(super) struct Headers(Vec<(HeaderName, HeaderValue)>);

impl Headers {
    /// Sets a header, in place of what it was.
    pub(super) fn insert(&mut self, name: HeaderName, value: HeaderValue) {
        match self.0.iter_mut().find(|(known, _)| *known == name) {
            Some((_, known)) => *known = value,
            None => self.0.push((name, value)),
        }
    }

    pub(super) fn remove(&mut self, name: &HeaderName) {
        self.0.retain(|(known, _)| known != name);
    }

    pub(super) fn contains(&self, name: &HeaderName) -> bool {
        self.names().any(|known| known == name)
    }

    pub(super) fn names(&self) -> impl Iterator<Item = &HeaderName> {
        self.0.iter().map(|(name, _)| name)
    }

    /// Sets all of `others`.
    pub(super) fn extend(&mut self, others: Self) {
        for (name, value) in others.0 {
            self.insert(name, value);
        }
    }

    /// These, and what is not among them of the type of a body and of `defaults`, with room for the
    /// few that an HTTP library adds.
    pub(super) fn over(
        &self,
        content_type: Option<&HeaderValue>,
        defaults: &HeaderMap,
    ) -> HeaderMap {
        const ADDED: usize = 3;
        let mut all = HeaderMap::with_capacity(defaults.len() + self.0.len() + ADDED);
        let content_type = content_type.map(|value| (&CONTENT_TYPE, value));
        let own = self.0.iter().map(|(name, value)| (name, value));
        for (name, value) in defaults.iter().chain(content_type).chain(own) {
            all.insert(name, value.clone());
        }
        all
    }
}
