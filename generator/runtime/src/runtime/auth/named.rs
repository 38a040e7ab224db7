//! Credentials of single schemes of the API's document, and which of them a call shows.

use super::Credentials;
use crate::runtime::api::Alternatives;
#[cfg(feature = "oauth2")]
use crate::runtime::oauth2;
use crate::runtime::{
    Error,
    builder::{Kind, Sources},
};
use std::sync::Arc;

/// What a client has for one scheme.
pub(in crate::runtime) struct Named<S> {
    /// What the document calls it.
    pub(in crate::runtime) scheme: &'static str,
    /// What never changes.
    pub(in crate::runtime) credentials: Credentials,
    /// Where its tokens come from, where they change.
    pub(in crate::runtime) source: Option<S>,
}

/// What gives the tokens of a scheme.
pub(in crate::runtime) enum Tokens<C: Kind> {
    Source(Arc<C::TokenSource>),
    #[cfg(feature = "oauth2")]
    Session(oauth2::Session),
}

impl<C: Kind> Tokens<C> {
    /// Puts it among the others, and tells its place there.
    pub(in crate::runtime) fn join(self, sources: &mut Sources<C>) -> usize {
        match self {
            Self::Source(source) => sources.push(source),
            // Sessions were made sources before.
            #[cfg(feature = "oauth2")]
            Self::Session(_) => {}
        }
        sources.len().saturating_sub(1)
    }
}

impl<S> Named<S> {
    /// Whether it takes the header that a token needs.
    pub(in crate::runtime) fn authorizes(&self) -> bool {
        self.source.is_some() || self.credentials.authorize()
    }

    pub(in crate::runtime) fn with_source<T>(self, change: impl FnOnce(S) -> T) -> Named<T> {
        Named {
            scheme: self.scheme,
            credentials: self.credentials,
            source: self.source.map(change),
        }
    }
}

/// Which of the schemes that a client has credentials for a call shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::runtime) enum Shown {
    /// All: nobody knows what the operation takes.
    All,
    /// These.
    These(&'static [&'static str]),
}

impl Shown {
    /// The first alternative that the client has whole. Where it has none, what it has of the first
    /// that it has something of: the service says what is missing.
    pub(in crate::runtime) fn of<S>(takes: Option<Alternatives>, named: &[Named<S>]) -> Self {
        let Some(alternatives) = takes.filter(|_| !named.is_empty()) else {
            return Self::All;
        };
        let is_known = |scheme: &&str| named.iter().any(|one| one.scheme == *scheme);
        let whole = alternatives.iter().find(|all| all.iter().all(is_known));
        let part = || alternatives.iter().find(|all| all.iter().any(is_known));
        Self::These(whole.or_else(part).copied().unwrap_or_default())
    }

    pub(in crate::runtime) fn has(self, scheme: &str) -> bool {
        match self {
            Self::All => true,
            Self::These(schemes) => schemes.contains(&scheme),
        }
    }
}

/// The alternatives, where the client has none of them whole.
pub(in crate::runtime) fn lacking<S>(
    takes: Option<Alternatives>,
    named: &[Named<S>],
) -> Option<Alternatives> {
    let is_known = |scheme: &&str| named.iter().any(|one| one.scheme == *scheme);
    takes.filter(|alternatives| {
        let mut all = alternatives.iter();
        !alternatives.is_empty() && !all.any(|names| names.iter().all(is_known))
    })
}

/// Refuses what was set and would never be seen: whoever set it means it to be.
pub(in crate::runtime) fn refuse_unseen<S>(
    named: &[Named<S>],
    operations: &[Option<Alternatives>],
) -> Result<(), Error> {
    let is_seen = |scheme| {
        let mut shown = operations.iter().map(|takes| Shown::of(*takes, named));
        shown.any(|shown| shown.has(scheme))
    };
    match named.iter().find(|one| !is_seen(one.scheme)) {
        Some(one) if !operations.is_empty() => Err(Error::config(format!(
            "no call would send the credentials for `{}`: operations take others, or others that the \
             client has too go first; `token`, `basic` and `api_key` set what goes with every call",
            one.scheme
        ))),
        _ => Ok(()),
    }
}
