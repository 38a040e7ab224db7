//! Text in bodies that must not be seen.

use super::{Lenient, Secret};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

/// A password or another secret that is sent or read as text.
///
/// It travels as it is and is shown by nothing else: `Debug` gives `Secret(…)`, and there is no
/// `Display`.
#[derive(Clone)]
pub struct SecretText(Secret);

impl SecretText {
    /// The text itself: hand it on, but do not print it.
    #[must_use]
    pub fn expose(&self) -> &str {
        self.0.expose()
    }
}

impl std::fmt::Debug for SecretText {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.fmt(f)
    }
}

impl PartialEq for SecretText {
    fn eq(&self, other: &Self) -> bool {
        self.expose() == other.expose()
    }
}

impl From<&str> for SecretText {
    fn from(text: &str) -> Self {
        Self(text.into())
    }
}

impl From<String> for SecretText {
    fn from(text: String) -> Self {
        Self(text.into())
    }
}

impl Serialize for SecretText {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.expose())
    }
}

impl Lenient for SecretText {
    fn lenient<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Self>, D::Error> {
        Ok(String::lenient(deserializer)?.map(Self::from))
    }
}

impl<'de> Deserialize<'de> for SecretText {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Self::lenient(deserializer)?.ok_or_else(|| de::Error::custom("null, expected text"))
    }
}
