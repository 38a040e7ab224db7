//! Base64 (RFC 4648), as much of it as authentication needs.

const STANDARD: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/// With padding, as Basic authentication writes it.
pub(super) fn padded(bytes: &[u8]) -> String {
    let mut text = encode(bytes, STANDARD);
    while !text.len().is_multiple_of(4) {
        text.push('=');
    }
    text
}

/// Without padding and with an alphabet for URLs, as PKCE writes it.
#[cfg(feature = "oauth2")]
pub(in crate::runtime) fn url_safe(bytes: &[u8]) -> String {
    encode(
        bytes,
        b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_",
    )
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
