//! Replies that say to ask elsewhere.

use crate::runtime::{Reply, base_url::has_same_origin, written::Written};
use http::{
    HeaderMap, Method, StatusCode, Uri,
    header::{ACCEPT, ACCEPT_ENCODING, CONTENT_TYPE, LOCATION, USER_AGENT},
};

/// The request that a redirect asks for, unless following it is not safe.
///
/// - What changes something is only sent again where the status says that nothing was done (307,
///   308), and only to the same origin; 303 is answered with a GET.
/// - Away from the origin go neither credentials nor other headers that could hold a secret.
/// - From `https` to `http` nothing goes.
/// - What was read while it was sent is not sent again.
pub(super) fn follow(request: &Written, reply: &Reply) -> Option<Written> {
    let uri = resolve(&request.uri, reply.headers().get(LOCATION)?.to_str().ok()?)?;
    let is_read = [Method::GET, Method::HEAD].contains(&request.method);
    let is_same_origin = has_same_origin(&request.uri, &uri);
    if request.uri.scheme_str() == Some("https") && uri.scheme_str() != Some("https") {
        return None;
    }
    let mut next = request.clone();
    match reply.status() {
        StatusCode::MOVED_PERMANENTLY | StatusCode::FOUND | StatusCode::SEE_OTHER if is_read => {}
        StatusCode::TEMPORARY_REDIRECT | StatusCode::PERMANENT_REDIRECT
            if (is_read || is_same_origin) && !request.body.is_stream() => {}
        StatusCode::SEE_OTHER => {
            next.method = Method::GET;
            next.body = ().into();
            next.headers.remove(&CONTENT_TYPE);
        }
        _ => return None,
    }
    next.is_elsewhere |= !is_same_origin;
    next.uri = uri;
    Some(next)
}

/// Leaves only headers that cannot hold a secret.
pub(super) fn keep_harmless(headers: &mut HeaderMap) {
    let all = std::mem::take(headers);
    let harmless = [ACCEPT, ACCEPT_ENCODING, CONTENT_TYPE, USER_AGENT];
    headers.extend(
        harmless
            .into_iter()
            .filter_map(|name| Some((name.clone(), all.get(&name)?.clone()))),
    );
}

/// A reference resolved against the URL it was found at (RFC 3986, section 5.2).
fn resolve(base: &Uri, reference: &str) -> Option<Uri> {
    let reference = reference
        .split('#')
        .next()
        .unwrap_or_default()
        .replace(' ', "%20");
    let (scheme, authority) = (base.scheme_str()?, base.authority()?);
    let absolute = if has_scheme(&reference) {
        reference
    } else if reference.starts_with("//") {
        format!("{scheme}:{reference}")
    } else if reference.starts_with('/') {
        format!("{scheme}://{authority}{reference}")
    } else if reference.is_empty() || reference.starts_with('?') {
        format!("{scheme}://{authority}{}{reference}", base.path())
    } else {
        let folder = base
            .path()
            .rsplit_once('/')
            .map_or("", |(folder, _)| folder);
        format!("{scheme}://{authority}{folder}/{reference}")
    };
    let uri: Uri = absolute.parse().ok()?;
    let is_http = matches!(uri.scheme_str(), Some("http" | "https"));
    (is_http
        && uri
            .authority()
            .is_some_and(|authority| !authority.as_str().contains('@')))
    .then_some(uri)
}

fn has_scheme(reference: &str) -> bool {
    let is_scheme = |text: &str| {
        text.bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || b"+-.".contains(&byte))
    };
    reference
        .split_once(':')
        .is_some_and(|(scheme, _)| is_scheme(scheme))
}
