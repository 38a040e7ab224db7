//! What one call asks for beyond its operation.

use super::{Body, Error, headers::Headers};
use http::{
    HeaderName, HeaderValue,
    header::{AUTHORIZATION, COOKIE, PROXY_AUTHORIZATION},
};
use std::{fmt, time::Duration};

/// How many bytes of a reply are read, unless a builder says otherwise: several times what a page
/// of anything is, and little enough that a dozen runaway replies at once do no harm.
pub(super) const MAX_REPLY: usize = 16 * 1024 * 1024;

/// Per-call options, and the raw values that stand in for typed ones.
#[derive(Clone, Default)]
pub(super) struct Options {
    pub(super) timeout: Option<Duration>,
    pub(super) idempotent: Option<bool>,
    pub(super) query: Vec<(String, String)>,
    pub(super) form: Vec<(String, String)>,
    pub(super) headers: Headers,
    pub(super) body: Option<Body>,
    /// The first raw value that could not be taken; setters cannot fail, the call does.
    pub(super) error: Option<String>,
}

impl Options {
    pub(super) fn replaces_query(&self, name: &str) -> bool {
        self.query.iter().any(|(replaced, _)| replaced == name)
    }

    pub(super) fn replaces_header(&self, name: &str) -> bool {
        let mut names = self.headers.names();
        names.any(|replaced| replaced.as_str().eq_ignore_ascii_case(name))
    }

    pub(super) fn replaces_form(&self, name: &str) -> bool {
        self.form.iter().any(|(replaced, _)| replaced == name)
    }

    pub(super) fn set_header(&mut self, name: &str, value: &str) {
        match header(name, value) {
            Ok((name, value)) => self.headers.insert(name, value),
            Err(error) => self.remember(error),
        }
    }

    pub(super) fn set_body(&mut self, body: Result<Body, Error>) {
        match body {
            Ok(body) => self.body = Some(body),
            Err(error) => self.remember(error.to_string()),
        }
    }

    fn remember(&mut self, error: String) {
        self.error.get_or_insert(error);
    }
}

/// Shows names, not values: a raw value may be a secret that this crate has no name for.
impl fmt::Debug for Options {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Options")
            .field("timeout", &self.timeout)
            .field("idempotent", &self.idempotent)
            .field(
                "query",
                &self.query.iter().map(|(name, _)| name).collect::<Vec<_>>(),
            )
            .field(
                "form",
                &self.form.iter().map(|(name, _)| name).collect::<Vec<_>>(),
            )
            .field("headers", &self.headers.names().collect::<Vec<_>>())
            .field("body", &self.body)
            .finish_non_exhaustive()
    }
}

/// Text as a header. Letters beyond ASCII travel as UTF-8; what could end the line does not pass.
pub(super) fn header(name: &str, value: &str) -> Result<(HeaderName, HeaderValue), String> {
    let name = HeaderName::from_bytes(name.as_bytes())
        .map_err(|_| format!("`{name}` is not the name of a header"))?;
    let mut value = HeaderValue::from_bytes(value.as_bytes())
        .map_err(|_| format!("the value for `{name}` is not one that a header can have"))?;
    value.set_sensitive([AUTHORIZATION, PROXY_AUTHORIZATION, COOKIE].contains(&name));
    Ok((name, value))
}
