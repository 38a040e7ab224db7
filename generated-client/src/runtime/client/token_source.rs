//! Where an async client gets its tokens.

use crate::runtime::Secret;
use std::{error::Error, future::Future, pin::Pin};

/// What a [`TokenSource`] returns.
pub type TokenFuture<'a> =
    Pin<Box<dyn Future<Output = Result<Secret, Box<dyn Error + Send + Sync>>> + Send + 'a>>;

/// Gives an async client the tokens it sends (feature `reqwest`).
///
/// Any closure of the right form is one:
///
/// ```
/// use gotomeeting::{Client, Secret};
///
/// let client = Client::builder()
///     .base_url("https://api.example.com")
///     .token_source(|_refused: Option<Secret>| async { Ok(Secret::from("from a vault")) })
///     .build()?;
/// # Ok::<(), gotomeeting::runtime::Error>(())
/// ```
pub trait TokenSource: Send + Sync {
    /// A token to send. It is asked for before every call, so what takes time is worth keeping; the
    /// time of the call goes on meanwhile, but does not cut it short.
    ///
    /// When the service refused a token, it is asked once more and told which. A source that has no
    /// other one returns the same again; then the call ends with what the service answered.
    fn token(&self, refused: Option<Secret>) -> TokenFuture<'_>;
}

impl<F, Token> TokenSource for F
where
    F: Fn(Option<Secret>) -> Token + Send + Sync,
    Token: Future<Output = Result<Secret, Box<dyn Error + Send + Sync>>> + Send + 'static,
{
    fn token(&self, refused: Option<Secret>) -> TokenFuture<'_> {
        Box::pin(self(refused))
    }
}
