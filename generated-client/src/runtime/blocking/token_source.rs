//! Where a blocking client gets its tokens.

use crate::runtime::Secret;
use std::error::Error;

/// Gives a blocking client the tokens it sends (feature `blocking`).
///
/// Any closure of the right form is one:
///
/// ```
/// use gotomeeting::runtime::{Secret, blocking};
///
/// let client = blocking::Client::builder()
///     .base_url("https://api.example.com")
///     .token_source(|_refused: Option<Secret>| Ok(Secret::from("from a vault")))
///     .build()?;
/// # Ok::<(), gotomeeting::runtime::Error>(())
/// ```
pub trait TokenSource: Send + Sync {
    /// A token to send. It is asked for before every call, so what takes time is worth keeping; the
    /// time of the call goes on meanwhile, but does not cut it short.
    ///
    /// When the service refused a token, it is asked once more and told which. A source that has no
    /// other one returns the same again; then the call ends with what the service answered.
    ///
    /// # Errors
    ///
    /// When there is no token.
    fn token(&self, refused: Option<Secret>) -> Result<Secret, Box<dyn Error + Send + Sync>>;
}

impl<F> TokenSource for F
where
    F: Fn(Option<Secret>) -> Result<Secret, Box<dyn Error + Send + Sync>> + Send + Sync,
{
    fn token(&self, refused: Option<Secret>) -> Result<Secret, Box<dyn Error + Send + Sync>> {
        self(refused)
    }
}
