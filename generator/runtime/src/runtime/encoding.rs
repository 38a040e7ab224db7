//! Replies that were compressed on their way.

use super::{Body, Error};
use http::Response;
#[cfg(feature = "gzip")]
use http::{HeaderValue, header::CONTENT_ENCODING};

/// Makes the reply what it was before it was compressed. One in an encoding that is not known stays as it
/// is, since its bytes may be all the caller wants.
///
/// The limit holds for what comes out, so that a small reply cannot fill the memory.
#[cfg(feature = "gzip")]
pub(super) fn decode(response: &mut Response<Body>, max_reply: usize) -> Result<(), Error> {
    let is_gzip = |encoding: &HeaderValue| {
        [&b"gzip"[..], b"x-gzip"].contains(&&*encoding.as_bytes().to_ascii_lowercase())
    };
    if response
        .headers()
        .get(CONTENT_ENCODING)
        .is_some_and(is_gzip)
        && !response.body().is_empty()
        && !response.body().is_stream()
    {
        *response.body_mut() = gunzip(response.body().as_bytes(), max_reply)?;
        response.headers_mut().remove(CONTENT_ENCODING);
    }
    Ok(())
}

/// Without the feature `gzip` no reply is decompressed, and none is asked for.
#[cfg(not(feature = "gzip"))]
#[expect(clippy::unnecessary_wraps, reason = "its twin can fail")]
pub(super) fn decode(_: &mut Response<Body>, _: usize) -> Result<(), Error> {
    Ok(())
}

#[cfg(feature = "gzip")]
fn gunzip(compressed: &[u8], max_reply: usize) -> Result<Body, Error> {
    use std::io::Read as _;

    let mut bytes = Vec::new();
    let limit = u64::try_from(max_reply)
        .unwrap_or(u64::MAX)
        .saturating_add(1);
    match flate2::read::MultiGzDecoder::new(compressed)
        .take(limit)
        .read_to_end(&mut bytes)
    {
        Ok(read) if read > max_reply => Err(Error::too_large(max_reply)),
        Ok(_) => Ok(bytes.into()),
        Err(error) => Err(Error::decode("it cannot be decompressed").with_source(error)),
    }
}
