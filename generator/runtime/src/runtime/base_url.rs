//! Where a service lives.

use super::Error;
use bytes::Bytes;
use http::{
    Uri,
    uri::{Authority, Parts, PathAndQuery, Scheme},
};

/// A base URL without the slash at its end, so that a path can follow.
#[derive(Clone, Debug)]
pub(super) struct BaseUrl {
    text: String,
    // The same, taken apart once and not for every request.
    scheme: Scheme,
    authority: Authority,
    path: String,
    is_exposed: bool,
}

impl BaseUrl {
    /// # Errors
    ///
    /// When the text is not an `http` or `https` URL with a host and, at most, a path.
    pub(super) fn parse(text: &str) -> Result<Self, Error> {
        Self::endpoint(text.trim_end_matches('/'))
    }

    /// A URL that nothing follows.
    pub(super) fn endpoint(text: &str) -> Result<Self, Error> {
        let wrong = |why: &str| Error::config(format!("the base URL {why}"));
        let uri = Uri::try_from(text).map_err(|error| wrong("is not a URL").with_source(error))?;
        let is_exposed =
            uri.scheme() == Some(&Scheme::HTTP) && !uri.host().is_some_and(is_loopback);
        let (Some(scheme), Some(authority), Some(path)) = ({
            let parts = uri.into_parts();
            (parts.scheme, parts.authority, parts.path_and_query)
        }) else {
            return Err(wrong("has no scheme"));
        };
        if ![Scheme::HTTP, Scheme::HTTPS].contains(&scheme) {
            return Err(wrong("is neither http nor https"));
        }
        if authority.as_str().contains('@') {
            return Err(wrong("holds credentials; they belong to the builder"));
        }
        if path.query().is_some() || text.contains('#') {
            return Err(wrong("has more than a path"));
        }
        // Where a URL has no path, `/` is read.
        let has_path = path.path() != "/" || text.ends_with('/');
        Ok(Self {
            text: text.to_owned(),
            scheme,
            authority,
            path: if has_path { path.path() } else { "" }.to_owned(),
            is_exposed,
        })
    }

    /// Its path, which what is below it begins with: nothing, where it has none.
    pub(super) fn path(&self) -> &str {
        &self.path
    }

    /// The URL of that path on the same server.
    ///
    /// # Errors
    ///
    /// When the text cannot be the path and the query of a URL.
    pub(super) fn at(&self, path: String) -> Result<Uri, Error> {
        let path = PathAndQuery::from_maybe_shared(Bytes::from(path));
        let mut parts = Parts::default();
        parts.scheme = Some(self.scheme.clone());
        parts.authority = Some(self.authority.clone());
        parts.path_and_query = Some(path.map_err(not_a_url)?);
        Uri::from_parts(parts).map_err(not_a_url)
    }

    pub(super) fn as_str(&self) -> &str {
        &self.text
    }

    /// # Errors
    ///
    /// When what is sent there can be read on its way: clear text that leaves the machine.
    pub(super) fn refuse_exposed(&self) -> Result<(), Error> {
        if self.is_exposed {
            Err(Error::config(
                "credentials would travel in clear text; see `allow_insecure`",
            ))
        } else {
            Ok(())
        }
    }
}

fn not_a_url(error: impl Into<Box<dyn std::error::Error + Send + Sync>>) -> Error {
    Error::request("the URL").with_source(error)
}

/// Names and addresses that never leave the machine. Others may resolve to such an address too,
/// but that is decided by a name server, not by whoever wrote the name.
fn is_loopback(host: &str) -> bool {
    let address = host.trim_start_matches('[').trim_end_matches(']');
    let is_loopback = |address: std::net::IpAddr| address.is_loopback();
    host.eq_ignore_ascii_case("localhost") || address.parse().is_ok_and(is_loopback)
}

/// Whether two URLs are served by the same server: scheme, host and port.
pub(super) fn has_same_origin(one: &Uri, other: &Uri) -> bool {
    let port = |uri: &Uri| {
        uri.port_u16()
            .or((uri.scheme() == Some(&Scheme::HTTP)).then_some(80))
            .unwrap_or(443)
    };
    let host = |uri: &Uri| uri.host().unwrap_or_default().to_ascii_lowercase();
    one.scheme() == other.scheme() && host(one) == host(other) && port(one) == port(other)
}
