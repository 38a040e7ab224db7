//! The tokens of a session, and when they are renewed: without any I/O.

use super::{
    Grant, OAuth2, Tokens,
    grant::Kind,
    request::{Given, TokenRequest},
};
use crate::runtime::{Error, Secret};
use std::{
    fmt,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    time::{Duration, Instant, SystemTime},
};

/// A user's session with a service: give it to the builder of a client, or of several.
///
/// Clones are the same session.
#[derive(Clone)]
pub struct Session(Arc<Shared>);

struct Shared {
    app: OAuth2,
    state: Mutex<State>,
    /// Held by the one who asks for tokens, while others wait.
    #[cfg(feature = "reqwest")]
    async_turn: tokio::sync::Mutex<()>,
    #[cfg(feature = "blocking")]
    blocking_turn: Mutex<()>,
}

struct State {
    tokens: Option<Tokens>,
    /// What tokens are given for, where there are none to renew.
    grant: Option<Grant>,
    /// When tokens were asked for last, and how that ended.
    last: Option<(Instant, Renewal)>,
    on_new_tokens: Option<Arc<Hook>>,
}

type Hook = dyn Fn(&Tokens) + Send + Sync;

/// How asking for tokens ended, for all who waited for it.
pub(super) type Renewal = Result<Secret, Arc<Error>>;

impl Session {
    pub(super) fn new(app: OAuth2, grant: Grant) -> Self {
        let (tokens, grant) = match grant.0 {
            Kind::Tokens(tokens) => (Some(tokens), None),
            kind => (None, Some(Grant(kind))),
        };
        let state = State {
            tokens,
            grant,
            last: None,
            on_new_tokens: None,
        };
        Self(Arc::new(Shared {
            app,
            state: Mutex::new(state),
            #[cfg(feature = "reqwest")]
            async_turn: tokio::sync::Mutex::new(()),
            #[cfg(feature = "blocking")]
            blocking_turn: Mutex::new(()),
        }))
    }

    /// Tells whenever the service gave new tokens, so that they can be kept for the next run. It is
    /// called before any call goes on with them. Where the service gave no new refresh token, the
    /// old one is among them.
    #[must_use]
    pub fn on_new_tokens(self, tell: impl Fn(&Tokens) + Send + Sync + 'static) -> Self {
        self.state().on_new_tokens = Some(Arc::new(tell));
        self
    }

    /// The tokens as they are now: none until the grant is redeemed, which the first call does, or
    /// `Client::ensure_token`.
    #[must_use]
    pub fn tokens(&self) -> Option<Tokens> {
        self.state().tokens.clone()
    }

    pub(in crate::runtime) fn app(&self) -> &OAuth2 {
        &self.0.app
    }

    #[cfg(feature = "reqwest")]
    pub(super) fn async_turn(&self) -> &tokio::sync::Mutex<()> {
        &self.0.async_turn
    }

    #[cfg(feature = "blocking")]
    pub(super) fn blocking_turn(&self) -> &Mutex<()> {
        &self.0.blocking_turn
    }

    /// The token to send, if there is one that is neither refused nor about to expire.
    pub(super) fn token(&self, refused: Option<&Secret>, now: Instant) -> Option<Secret> {
        let state = self.state();
        let tokens = state
            .tokens
            .as_ref()
            .filter(|tokens| tokens.is_fresh(system_time(now)))?;
        let is_refused =
            refused.is_some_and(|refused| refused.expose() == tokens.access().expose());
        (!is_refused).then(|| tokens.access().clone())
    }

    /// How asking for tokens ended just now: one answer serves all who wait for it or come right
    /// after, also when it was that there is no token.
    pub(super) fn just_renewed(&self, now: Instant) -> Option<Renewal> {
        const JUST_NOW: Duration = Duration::from_secs(1);
        let state = self.state();
        let (when, renewal) = state.last.as_ref()?;
        (now.saturating_duration_since(*when) < JUST_NOW).then(|| renewal.clone())
    }

    /// What to ask.
    pub(super) fn request(&self) -> Result<TokenRequest, Error> {
        let state = self.state();
        let refresh = state.tokens.as_ref().and_then(Tokens::refresh);
        TokenRequest::new(&self.0.app, refresh, state.grant.as_ref())
    }

    /// Takes how the asking ended.
    pub(super) fn renewed(&self, result: Result<Given, Error>, now: Instant) -> Renewal {
        let result = result.map(|given| self.keep(given, now)).map_err(Arc::new);
        self.state().last = Some((now, result.clone()));
        result
    }

    fn keep(&self, given: Given, now: Instant) -> Secret {
        let mut tokens = given.tokens;
        let ends = |lifetime| system_time(now).checked_add(lifetime);
        if let Some(ends) = given.lifetime.and_then(ends) {
            tokens = tokens.with_expiry(ends);
        }
        let mut state = self.state();
        // Without a new one, the old refresh token stays good.
        if tokens.refresh().is_none()
            && let Some(refresh) = state.tokens.as_ref().and_then(Tokens::refresh)
        {
            tokens = tokens.with_refresh(refresh.clone());
        }
        // A code can be shown only once.
        if let Some(Grant(Kind::Code { .. })) = state.grant {
            state.grant = None;
        }
        state.tokens = Some(tokens.clone());
        let tell = state.on_new_tokens.clone();
        // Unlocked first, so that the hook may use the session.
        drop(state);
        if let Some(tell) = tell {
            tell(&tokens);
        }
        tokens.access().clone()
    }

    /// What is behind the lock is whole between any two statements, also after a panic.
    fn state(&self) -> MutexGuard<'_, State> {
        self.0.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The time of day at an instant of a client's clock, which need not be the system's.
fn system_time(instant: Instant) -> SystemTime {
    let (now, time) = (Instant::now(), SystemTime::now());
    let moved = match now.checked_duration_since(instant) {
        Some(before) => time.checked_sub(before),
        None => time.checked_add(instant.saturating_duration_since(now)),
    };
    moved.unwrap_or(time)
}

impl fmt::Debug for Session {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Session")
            .field("app", &self.0.app)
            .finish_non_exhaustive()
    }
}
