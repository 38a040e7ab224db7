// Written by `cargo xtask regenerate` from specs/gotomeeting/swagger.yaml. Changes made here are lost.

#![doc = include_str!("../README.md")]
#![forbid(unsafe_code)]
#![deny(missing_docs)]
#![cfg_attr(docsrs, feature(doc_cfg))]

pub mod groups;
pub mod historical_meetings;
pub mod meetings;
pub mod organizers;
pub mod runtime;
pub mod types;

#[doc(no_inline)]
pub use runtime::{
    Base64, Body, Call, Date, Detached, Error, Outcome, Secret, SecretText, Timestamp,
};
#[cfg(feature = "reqwest")]
#[doc(inline)]
pub use runtime::{Client, ClientBuilder};
#[cfg(feature = "blocking")]
#[doc(inline)]
pub use runtime::blocking;
#[cfg(all(feature = "mock", any(feature = "reqwest", feature = "blocking")))]
#[doc(inline)]
pub use runtime::mock;
#[cfg(all(feature = "oauth2", any(feature = "reqwest", feature = "blocking")))]
#[doc(inline)]
pub use runtime::oauth2;
#[doc(no_inline)]
pub use serde_json::Value;

/// Where the service answers, unless a client is told otherwise.
pub const BASE_URL: &str = "https://api.getgo.com/G2M/rest";

/// What the runtime has to know of this API.
pub(crate) const API: runtime::Api = runtime::Api {
    base_url: Some(BASE_URL),
    user_agent: concat!(env!("CARGO_PKG_NAME"), "/", env!("CARGO_PKG_VERSION")),
    credentials: &[],
};

/// Where users log in (OAuth 2.0): the authorize URL of an application.
pub const AUTHORIZE_URL: &str = "https://authentication.logmeininc.com/oauth/authorize";

/// Where tokens are given and renewed (OAuth 2.0).
pub const TOKEN_URL: &str = "https://authentication.logmeininc.com/oauth/token";

/// The scopes that an application can ask for (OAuth 2.0), with what they allow.
///
/// | scope | allows |
/// |---|---|
/// | `collab:` | The products, meetings among them. |
/// | `identity:` | Organizers, groups and attendees. |
pub const SCOPES: &[(&str, &str)] = &[
    ("collab:", "The products, meetings among them."),
    ("identity:", "Organizers, groups and attendees."),
];

#[cfg(feature = "reqwest")]
impl Client {
    /// A client that authenticates with this access token.
    ///
    /// # Errors
    ///
    /// When a credential is empty, or the TLS configuration of the system can't be used.
    pub fn new(token: impl Into<Secret>) -> Result<Self, Error> {
        Self::builder().token(token).build()
    }

    /// The operations of [`groups`](mod@groups).
    #[must_use]
    pub fn groups(&self) -> groups::Groups<Self> {
        groups::Groups::new(self.clone())
    }

    /// The operations of [`historical_meetings`](mod@historical_meetings).
    #[must_use]
    pub fn historical_meetings(&self) -> historical_meetings::HistoricalMeetings<Self> {
        historical_meetings::HistoricalMeetings::new(self.clone())
    }

    /// The operations of [`meetings`](mod@meetings).
    #[must_use]
    pub fn meetings(&self) -> meetings::Meetings<Self> {
        meetings::Meetings::new(self.clone())
    }

    /// The operations of [`organizers`](mod@organizers).
    #[must_use]
    pub fn organizers(&self) -> organizers::Organizers<Self> {
        organizers::Organizers::new(self.clone())
    }
}

#[cfg(feature = "blocking")]
impl blocking::Client {
    /// A client that authenticates with this access token.
    ///
    /// # Errors
    ///
    /// When a credential is empty, or the TLS configuration of the system can't be used.
    pub fn new(token: impl Into<Secret>) -> Result<Self, Error> {
        Self::builder().token(token).build()
    }

    /// The operations of [`groups`](mod@groups).
    #[must_use]
    pub fn groups(&self) -> groups::Groups<Self> {
        groups::Groups::new(self.clone())
    }

    /// The operations of [`historical_meetings`](mod@historical_meetings).
    #[must_use]
    pub fn historical_meetings(&self) -> historical_meetings::HistoricalMeetings<Self> {
        historical_meetings::HistoricalMeetings::new(self.clone())
    }

    /// The operations of [`meetings`](mod@meetings).
    #[must_use]
    pub fn meetings(&self) -> meetings::Meetings<Self> {
        meetings::Meetings::new(self.clone())
    }

    /// The operations of [`organizers`](mod@organizers).
    #[must_use]
    pub fn organizers(&self) -> organizers::Organizers<Self> {
        organizers::Organizers::new(self.clone())
    }
}

/// The operations of [`groups`](mod@groups), without a client.
///
/// A call that begins here is written by [`Call::http_request`] and read by [`Call::read`], for
/// any HTTP stack.
#[must_use]
pub fn groups() -> groups::Groups<Detached> {
    groups::Groups::new(Detached)
}

/// The operations of [`historical_meetings`](mod@historical_meetings), without a client.
///
/// A call that begins here is written by [`Call::http_request`] and read by [`Call::read`], for
/// any HTTP stack.
#[must_use]
pub fn historical_meetings() -> historical_meetings::HistoricalMeetings<Detached> {
    historical_meetings::HistoricalMeetings::new(Detached)
}

/// The operations of [`meetings`](mod@meetings), without a client.
///
/// A call that begins here is written by [`Call::http_request`] and read by [`Call::read`], for
/// any HTTP stack.
#[must_use]
pub fn meetings() -> meetings::Meetings<Detached> {
    meetings::Meetings::new(Detached)
}

/// The operations of [`organizers`](mod@organizers), without a client.
///
/// A call that begins here is written by [`Call::http_request`] and read by [`Call::read`], for
/// any HTTP stack.
#[must_use]
pub fn organizers() -> organizers::Organizers<Detached> {
    organizers::Organizers::new(Detached)
}
