//! A request as its operation wrote it, before a client adds what is its own.

use super::{Body, api::Alternatives, headers::Headers};
use http::{HeaderMap, Method, Request, Uri, header::AUTHORIZATION};
use std::time::Duration;

#[derive(Clone)]
pub(super) struct Written {
    pub(super) operation: &'static str,
    pub(super) path_template: &'static str,
    pub(super) method: Method,
    pub(super) uri: Uri,
    pub(super) headers: Headers,
    pub(super) body: Body,
    pub(super) timeout: Option<Duration>,
    /// Whether the reply is read while it comes.
    pub(super) streams_reply: bool,
    /// Whether the call says that sending twice does no harm, or that it does.
    pub(super) idempotent: Option<bool>,
    /// Which credentials of the client go with it; `None` where nobody knows.
    pub(super) takes: Option<Alternatives>,
    /// Whether a redirect led away from the service.
    pub(super) is_elsewhere: bool,
}

impl Written {
    /// The request with those of the given headers that it does not have itself.
    pub(super) fn to_http(&self, defaults: &HeaderMap) -> Request<Body> {
        let mut request = Request::new(self.body.clone());
        request.method_mut().clone_from(&self.method);
        request.uri_mut().clone_from(&self.uri);
        let content_type = self.body.content_type_header();
        *request.headers_mut() = self.headers.over(content_type, defaults);
        request
    }

    pub(super) fn is_idempotent(&self) -> bool {
        self.idempotent
            .unwrap_or_else(|| self.method.is_idempotent())
    }

    /// Whether credentials are left out.
    pub(super) fn is_public(&self) -> bool {
        self.takes.is_some_and(<[_]>::is_empty)
    }

    pub(super) fn brings_authorization(&self) -> bool {
        self.headers.contains(&AUTHORIZATION)
    }
}
