//! Text that must not be seen.

use std::{fmt, sync::Arc};
use zeroize::Zeroizing;

/// A token, key or password.
///
/// It cannot be printed by accident (`Debug` shows `Secret(…)`, and there is no `Display`), all its
/// clones share one copy in memory, and that copy is overwritten when the last of them goes.
///
/// ```
/// use gotomeeting::Secret;
///
/// let token = Secret::from("abc");
/// assert_eq!(format!("{token:?}"), "Secret(…)");
/// assert_eq!(token.expose(), "abc");
/// ```
#[derive(Clone)]
pub struct Secret(Arc<Zeroizing<String>>);

impl Secret {
    /// The text itself: hand it on, but do not print it.
    #[must_use]
    pub fn expose(&self) -> &str {
        &self.0
    }
}

impl From<String> for Secret {
    fn from(text: String) -> Self {
        Self(Arc::new(Zeroizing::new(text)))
    }
}

impl From<&str> for Secret {
    fn from(text: &str) -> Self {
        text.to_owned().into()
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret(…)")
    }
}
