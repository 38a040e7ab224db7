//! How a client shows who it is.

mod credentials;
mod named;

pub(crate) use credentials::Credentials;
pub use credentials::KeyPlace;
pub(super) use named::{Named, Shown, Tokens, lacking, refuse_unseen};

use super::{Reply, Secret};
use bytes::Bytes;
use http::{HeaderValue, StatusCode};
use zeroize::Zeroizing;

/// The value of `Authorization` for a token.
pub(super) fn bearer(token: &Secret) -> Result<HeaderValue, &'static str> {
    if token.expose().trim().is_empty() {
        return Err("the token is empty");
    }
    secret_header(Zeroizing::new(format!("Bearer {}", token.expose())))
}

/// A header in memory that is overwritten when it is dropped, like the secret in it.
fn secret_header(text: Zeroizing<String>) -> Result<HeaderValue, &'static str> {
    /// `Zeroizing` itself does not lend bytes.
    struct Owner(Zeroizing<String>);

    impl AsRef<[u8]> for Owner {
        fn as_ref(&self) -> &[u8] {
            self.0.as_bytes()
        }
    }

    let mut value = HeaderValue::from_maybe_shared(Bytes::from_owner(Owner(text)))
        .map_err(|_| "the credentials have characters that no header can have")?;
    value.set_sensitive(true);
    Ok(value)
}

/// Whether a reply says that the token is not, or no longer, valid.
///
/// That is 401. But some services answer 403 and say it in the body or in `WWW-Authenticate`, in
/// one of a few words (`InvalidToken`, `invalid_token`, `TokenExpired`).
pub(super) fn refuses_token(reply: &Reply) -> bool {
    const WORDS: [&str; 3] = ["invalidtoken", "expiredtoken", "tokenexpired"];
    const LONG_ENOUGH: usize = 1024;
    let says_so = |bytes: &[u8]| {
        let letters = bytes.iter().filter(|byte| byte.is_ascii_alphabetic());
        let letters: String = letters
            .map(|byte| char::from(byte.to_ascii_lowercase()))
            .collect();
        WORDS.iter().any(|word| letters.contains(word))
    };
    match reply.status() {
        StatusCode::UNAUTHORIZED => true,
        StatusCode::FORBIDDEN => {
            let body = reply.body().as_bytes();
            let header = reply.headers().get(http::header::WWW_AUTHENTICATE);
            says_so(&body[..body.len().min(LONG_ENOUGH)])
                || header.is_some_and(|header| says_so(header.as_bytes()))
        }
        _ => false,
    }
}
