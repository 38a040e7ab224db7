//! Bytes that travel as text.

use super::Lenient;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use std::fmt;

/// Bytes as base64 (RFC 4648), as they travel in JSON and in URLs.
///
/// What is read is kept as it came, so that text that is no base64 fails where the bytes are wanted and
/// not the whole reply.
///
/// ```
/// use gotomeeting::runtime::Base64;
///
/// let text = Base64::from(b"Hello".as_slice());
/// assert_eq!(text.as_str(), "SGVsbG8=");
/// assert_eq!(text.decode().as_deref(), Some(b"Hello".as_slice()));
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Base64(String);

impl Base64 {
    /// What is base64 already.
    #[must_use]
    pub fn from_text(text: impl Into<String>) -> Self {
        Self(text.into())
    }

    /// The text, as it travels.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The bytes; `None` where the text is no base64. Both alphabets are read, with padding and
    /// without, and white space is none of the text.
    #[must_use]
    pub fn decode(&self) -> Option<Vec<u8>> {
        let text = self.0.bytes().filter(|byte| !byte.is_ascii_whitespace());
        let mut letters: Vec<u8> = text.collect();
        while letters.last() == Some(&b'=') {
            letters.pop();
        }
        let mut bytes = Vec::with_capacity(letters.len() * 3 / 4);
        for chunk in letters.chunks(4) {
            let mut bits = 0;
            for index in 0..4 {
                bits = bits << 6 | chunk.get(index).map_or(Some(0), |letter| value(*letter))?;
            }
            let [_, all @ ..] = u32::to_be_bytes(bits);
            // One letter alone is less than a byte.
            let count = chunk.len().checked_sub(1).filter(|count| *count > 0)?;
            bytes.extend_from_slice(&all[..count]);
        }
        Some(bytes)
    }
}

/// Bytes in the alphabet of MIME and with padding, as JSON and Basic authentication have them.
pub(super) fn padded(bytes: &[u8]) -> String {
    let alphabet = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = encode(bytes, alphabet);
    while !text.len().is_multiple_of(4) {
        text.push('=');
    }
    text
}

/// Without padding and in the alphabet for URLs, as PKCE writes it.
#[cfg(all(feature = "oauth2", any(feature = "reqwest", feature = "blocking")))]
pub(super) fn url_safe(bytes: &[u8]) -> String {
    let alphabet = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    encode(bytes, alphabet)
}

/// Three bytes become four letters; what is left over becomes as many as it needs.
fn encode(bytes: &[u8], alphabet: &[u8; 64]) -> String {
    // All at once, so that no copy of a secret is left behind by growing.
    let mut text = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for chunk in bytes.chunks(3) {
        let byte = |index: usize| u32::from(chunk.get(index).copied().unwrap_or_default());
        let bits = byte(0) << 16 | byte(1) << 8 | byte(2);
        for index in 0..=chunk.len() {
            let letter = bits >> (18 - 6 * index) & 0b11_1111;
            text.push(char::from(alphabet[letter as usize]));
        }
    }
    text
}

/// The six bits of a letter.
fn value(letter: u8) -> Option<u32> {
    let value = match letter {
        b'A'..=b'Z' => letter - b'A',
        b'a'..=b'z' => letter - b'a' + 26,
        b'0'..=b'9' => letter - b'0' + 52,
        b'+' | b'-' => 62,
        b'/' | b'_' => 63,
        _ => return None,
    };
    Some(value.into())
}

impl From<&[u8]> for Base64 {
    fn from(bytes: &[u8]) -> Self {
        Self(padded(bytes))
    }
}

impl From<Vec<u8>> for Base64 {
    fn from(bytes: Vec<u8>) -> Self {
        bytes.as_slice().into()
    }
}

impl fmt::Display for Base64 {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

impl Serialize for Base64 {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}

impl Lenient for Base64 {
    fn lenient<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Self>, D::Error> {
        Ok(String::lenient(deserializer)?.map(Self))
    }
}

impl<'de> Deserialize<'de> for Base64 {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Self::lenient(deserializer)?.ok_or_else(|| de::Error::custom("null, expected text"))
    }
}

#[cfg(test)]
mod tests {
    use super::Base64;

    #[test]
    fn bytes_come_back() {
        for count in 0..=255_u8 {
            let bytes: Vec<u8> = (0..count).rev().collect();
            let text = Base64::from(bytes.clone());
            assert_eq!(text.as_str().len() % 4, 0);
            assert_eq!(text.decode(), Some(bytes));
        }
    }

    #[test]
    fn all_spellings_are_read_and_no_others() {
        for (text, bytes) in [
            ("", Some(&[][..])),
            ("+/8=", Some(&[0xFB, 0xFF])),
            ("-_8", Some(&[0xFB, 0xFF])),
            ("SGVs\nbG8=", Some(b"Hello")),
            ("S", None),
            ("SGVsb", None),
            ("SG.s", None),
        ] {
            assert_eq!(Base64::from_text(text).decode().as_deref(), bytes, "{text}");
        }
    }
}
