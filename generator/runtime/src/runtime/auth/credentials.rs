//! Credentials that are the same in every request.

use super::{bearer, secret_header};
use crate::runtime::{Body, Error, Secret, base64, encode, headers::Headers, options};
use http::{
    HeaderMap, HeaderName, HeaderValue, Request, Uri,
    header::{AUTHORIZATION, COOKIE},
};
use std::fmt;
use zeroize::Zeroizing;

/// Where a service wants its key (features `reqwest` or `blocking`).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum KeyPlace {
    /// In a header of that name.
    Header,
    /// In the query, under that name.
    Query,
    /// In a cookie of that name.
    Cookie,
}

/// Headers, query and cookies with secrets in them, ready to be added to a request.
#[derive(Default)]
pub(crate) struct Credentials {
    headers: Vec<(HeaderName, HeaderValue)>,
    query: Zeroizing<String>,
    cookies: Zeroizing<String>,
    secrets: Vec<Secret>,
}

impl Credentials {
    pub(crate) fn add_bearer(&mut self, token: &Secret) -> Result<(), Error> {
        self.secrets.push(token.clone());
        self.set_header(AUTHORIZATION, bearer(token))
    }

    pub(crate) fn add_basic(&mut self, user: &str, password: &Secret) -> Result<(), Error> {
        self.secrets.push(password.clone());
        let pair = Zeroizing::new(format!("{user}:{}", password.expose()));
        let pair = Zeroizing::new(base64::padded(pair.as_bytes()));
        self.set_header(
            AUTHORIZATION,
            secret_header(Zeroizing::new(format!("Basic {}", *pair))),
        )
    }

    pub(crate) fn add_key(
        &mut self,
        place: KeyPlace,
        name: &str,
        key: &Secret,
    ) -> Result<(), Error> {
        if key.expose().trim().is_empty() {
            return Err(Error::config(format!("the key `{name}` is empty")));
        }
        self.secrets.push(key.clone());
        match place {
            KeyPlace::Header => {
                let (name, _) = options::header(name, "").map_err(Error::config)?;
                self.set_header(name, secret_header(Zeroizing::new(key.expose().to_owned())))?;
            }
            KeyPlace::Query => push_pair("&", name, key, &mut self.query),
            KeyPlace::Cookie => push_pair("; ", name, key, &mut self.cookies),
        }
        Ok(())
    }

    /// The last credentials for a header are the ones that count.
    fn set_header(
        &mut self,
        name: HeaderName,
        value: Result<HeaderValue, &'static str>,
    ) -> Result<(), Error> {
        let value = value.map_err(Error::config)?;
        self.headers.retain(|(other, _)| *other != name);
        self.headers.push((name, value));
        Ok(())
    }

    pub(in crate::runtime) fn is_empty(&self) -> bool {
        self.headers.is_empty() && self.query.is_empty() && self.cookies.is_empty()
    }

    /// Whether they take the header that a token would need.
    pub(in crate::runtime) fn authorize(&self) -> bool {
        self.headers.iter().any(|(name, _)| *name == AUTHORIZATION)
    }

    /// What must not be seen in an answer.
    pub(in crate::runtime) fn secrets(&self) -> impl Iterator<Item = &Secret> {
        self.secrets.iter()
    }

    /// Adds the headers to those of every request. (They do not leave the service: a redirect
    /// elsewhere leaves only harmless ones.)
    pub(in crate::runtime) fn add_headers(&mut self, headers: &mut HeaderMap) {
        self.headers.retain(|(name, value)| {
            let is_new = !headers.contains_key(name);
            if is_new {
                headers.insert(name, value.clone());
            }
            is_new
        });
    }

    /// Takes the headers out of a request that is to go without credentials.
    pub(in crate::runtime) fn remove_headers(&self, own: &Headers, request: &mut HeaderMap) {
        let names = self.headers.iter().map(|(name, _)| name);
        for name in names.chain([&AUTHORIZATION]) {
            if !own.contains(name) {
                request.remove(name);
            }
        }
    }

    /// Adds all, but no header that is there.
    pub(in crate::runtime) fn show(&self, request: &mut Request<Body>) -> Result<(), Error> {
        for (name, value) in &self.headers {
            let headers = request.headers_mut();
            headers.entry(name).or_insert_with(|| value.clone());
        }
        self.apply(request)
    }

    /// Adds query and cookies.
    pub(in crate::runtime) fn apply(&self, request: &mut Request<Body>) -> Result<(), Error> {
        if !self.cookies.is_empty() {
            let mut cookies = Zeroizing::new(self.cookies.to_string());
            if let Some(own) = request
                .headers()
                .get(COOKIE)
                .and_then(|own| own.to_str().ok())
            {
                cookies.insert_str(0, "; ");
                cookies.insert_str(0, own);
            }
            request
                .headers_mut()
                .insert(COOKIE, secret_header(cookies).map_err(Error::request)?);
        }
        if !self.query.is_empty() {
            let separator = if request.uri().query().is_some() {
                '&'
            } else {
                '?'
            };
            let uri = format!("{}{separator}{}", request.uri(), *self.query);
            *request.uri_mut() =
                Uri::try_from(uri).map_err(|_| Error::request("the URL is too long"))?;
        }
        Ok(())
    }
}

fn push_pair(separator: &str, name: &str, key: &Secret, into: &mut String) {
    if !into.is_empty() {
        into.push_str(separator);
    }
    encode::data(name, into);
    into.push('=');
    encode::data(key.expose(), into);
}

impl fmt::Debug for Credentials {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Credentials(…)")
    }
}
