//! How callers prove who they are.

use std::fmt;

/// How a caller proves who it is.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Security {
    /// `Authorization: Bearer …` (RFC 6750), with a token that a service gives to applications
    /// (RFC 6749).
    OAuth2(OAuth2),
    /// `Authorization: Bearer …` (RFC 6750).
    Bearer,
    /// A key of the API.
    ApiKey(KeyPlace, String),
    /// `Authorization: Basic …` (RFC 7617): a name and a password.
    Basic,
    /// All of these at once.
    All(Vec<Security>),
}

/// Where a key travels.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum KeyPlace {
    /// In a header of its name.
    Header,
    /// In the query.
    Query,
    /// In a cookie.
    Cookie,
}

impl KeyPlace {
    /// The word the specification has for it.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Header => "header",
            Self::Query => "query",
            Self::Cookie => "cookie",
        }
    }
}

/// Where an application gets its tokens.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct OAuth2 {
    /// Where users log in.
    pub authorize_url: Option<String>,
    /// Where tokens are given.
    pub token_url: Option<String>,
    /// What can be asked for, with what it allows.
    pub scopes: Vec<(String, String)>,
}

/// A way that has a name, where the document tells several apart.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Scheme {
    /// The name that operations require it by.
    pub name: String,
    /// What it is.
    pub way: Security,
    /// Whether the client begins with it.
    pub begins: bool,
}

/// What an operation takes of a caller who proves who it is: all of these at once, or nothing at all.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Credentials(pub Vec<Need>);

/// One of the things that are taken at once.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Need {
    /// What it is.
    pub way: Security,
    /// What it has to allow, in alphabetical order.
    pub scopes: Vec<String>,
    /// The name of its scheme.
    pub scheme: String,
}

impl Credentials {
    /// What they are, without the addresses and scopes of OAuth 2.0.
    #[must_use]
    pub fn label(&self) -> String {
        let parts: Vec<_> = self.0.iter().map(|need| need.way.label()).collect();
        parts.join("; and ")
    }

    /// Whether others are the same, whatever their schemes are called.
    #[must_use]
    pub fn is_like(&self, other: &Self) -> bool {
        let mut pairs = self.0.iter().zip(&other.0);
        self.0.len() == other.0.len()
            && pairs.all(|(one, other)| one.way == other.way && one.scopes == other.scopes)
    }
}

impl Security {
    /// What it is, without the addresses and scopes of OAuth 2.0.
    #[must_use]
    pub fn label(&self) -> String {
        match self {
            Self::OAuth2(_) => "OAuth 2.0".to_owned(),
            Self::All(parts) => {
                let parts: Vec<_> = parts.iter().map(Self::label).collect();
                parts.join("; and ")
            }
            one => one.to_string(),
        }
    }

    /// Whether it is a token, which may change while a client lives.
    #[must_use]
    pub fn is_token(&self) -> bool {
        matches!(self, Self::OAuth2(_) | Self::Bearer)
    }

    /// Its parts: several where all of them are needed at once.
    #[must_use]
    pub fn parts(&self) -> &[Self] {
        match self {
            Self::All(parts) => parts,
            one => std::slice::from_ref(one),
        }
    }
}

impl fmt::Display for Security {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::OAuth2(oauth2) => oauth2.fmt(f),
            Self::Bearer => f.write_str("bearer token"),
            Self::ApiKey(place, name) => write!(f, "key `{name}` in the {}", place.word()),
            Self::Basic => f.write_str("name and password (Basic)"),
            Self::All(parts) => {
                for (at, part) in parts.iter().enumerate() {
                    let and = if at == 0 { "" } else { "; and " };
                    write!(f, "{and}{part}")?;
                }
                Ok(())
            }
        }
    }
}

impl fmt::Display for OAuth2 {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("OAuth 2.0")?;
        if let Some(url) = &self.authorize_url {
            write!(f, ", log in at {url}")?;
        }
        if let Some(url) = &self.token_url {
            write!(f, ", tokens from {url}")?;
        }
        let scopes: Vec<_> = self.scopes.iter().map(|(name, _)| name.as_str()).collect();
        if !scopes.is_empty() {
            write!(f, ", scopes {}", scopes.join(" "))?;
        }
        Ok(())
    }
}
