//! Where a service lives.

use super::Error;
use http::{Uri, uri::Scheme};

/// A base URL without the slash at its end, so that a path can follow.
#[derive(Clone, Debug)]
pub(super) struct BaseUrl {
    text: String,
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
        let scheme = uri.scheme().ok_or_else(|| wrong("has no scheme"))?;
        if ![Scheme::HTTP, Scheme::HTTPS].contains(scheme) {
            return Err(wrong("is neither http nor https"));
        }
        if uri
            .authority()
            .is_some_and(|authority| authority.as_str().contains('@'))
        {
            return Err(wrong("holds credentials; they belong to the builder"));
        }
        if uri.query().is_some() || text.contains('#') {
            return Err(wrong("has more than a path"));
        }
        let is_exposed = *scheme == Scheme::HTTP && !uri.host().is_some_and(is_loopback);
        Ok(Self {
            text: text.to_owned(),
            is_exposed,
        })
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
