//! A server that answers every request in one way, and keeps what it was sent.

use std::sync::{Arc, Mutex};

use gotomeeting::runtime::Retry;
use gotomeeting::{Client, blocking};
use httpmock::{HttpMockRequest, HttpMockResponse, MockServer};

/// The token of every client here, which must never be seen where it does not belong.
pub(crate) const TOKEN: &str = "canary-5f1c0e";

/// A request as it was sent: nothing is decoded, joined or put in order.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Sent {
    pub(crate) method: String,
    /// Path and query.
    pub(crate) target: String,
    headers: Vec<(String, String)>,
    pub(crate) body: Vec<u8>,
}

impl Sent {
    /// The value of a header; two of one name are a fault.
    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        let mut values = self
            .headers
            .iter()
            .filter(|(key, _)| key.eq_ignore_ascii_case(name));
        let value = values.next().map(|(_, value)| value.as_str());
        assert_eq!(values.next(), None, "`{name}` was sent twice");
        value
    }

    pub(crate) fn text(&self) -> &str {
        std::str::from_utf8(&self.body).expect("the body is text")
    }

    pub(crate) fn json(&self) -> serde_json::Value {
        serde_json::from_slice(&self.body).expect("the body is JSON")
    }
}

impl From<&HttpMockRequest> for Sent {
    fn from(request: &HttpMockRequest) -> Self {
        Self {
            method: request.method_str().to_owned(),
            target: request
                .uri()
                .path_and_query()
                .expect("there is a path")
                .to_string(),
            headers: request.headers_vec().clone(),
            body: request.body_vec(),
        }
    }
}

impl<B: AsRef<[u8]>> From<http::Request<B>> for Sent {
    fn from(request: http::Request<B>) -> Self {
        let target = request.uri().path_and_query().expect("there is a path");
        let header = |(name, value): (&http::HeaderName, &http::HeaderValue)| {
            (
                name.to_string(),
                value.to_str().expect("a header of text").to_owned(),
            )
        };
        Self {
            method: request.method().to_string(),
            target: target.to_string(),
            headers: request.headers().iter().map(header).collect(),
            body: request.body().as_ref().to_vec(),
        }
    }
}

pub(crate) struct Server {
    http: MockServer,
    sent: Arc<Mutex<Vec<Sent>>>,
}

impl Server {
    /// Answers with a status, and with a body where its type is given.
    pub(crate) async fn answers(status: u16, content_type: &str, body: &str) -> Self {
        let mut answer = HttpMockResponse::builder().status(status);
        if !content_type.is_empty() {
            answer = answer.header("content-type", content_type).body(body);
        }
        Self::gives(answer.build()).await
    }

    pub(crate) async fn gives(answer: HttpMockResponse) -> Self {
        let sent = Arc::new(Mutex::new(Vec::new()));
        let http = MockServer::start_async().await;
        let keep = sent.clone();
        http.mock_async(|_, then| {
            then.respond_with(move |request| {
                keep.lock().expect("nobody panicked").push(request.into());
                answer.clone()
            });
        })
        .await;
        Self { http, sent }
    }

    /// A server for those who only look at what it is sent: nearly every reply is a list.
    pub(crate) async fn silent() -> Self {
        Self::answers(200, "application/json", "[{}]").await
    }

    /// Where the API is: as in production, it has a path.
    pub(crate) fn base_url(&self) -> String {
        self.http.url("/G2M/rest")
    }

    /// A client of this server. It tries everything once: nothing here gets better by waiting.
    pub(crate) fn client(&self) -> Client {
        let builder = Client::builder().base_url(self.base_url()).token(TOKEN);
        builder.retry(Retry::never()).build().expect("a client")
    }

    /// The same without an async runtime.
    pub(crate) fn blocking_client(&self) -> blocking::Client {
        let builder = blocking::Client::builder()
            .base_url(self.base_url())
            .token(TOKEN);
        builder.retry(Retry::never()).build().expect("a client")
    }

    /// The only request so far.
    pub(crate) fn only(&self) -> Sent {
        let sent = self.sent.lock().expect("nobody panicked");
        assert_eq!(sent.len(), 1, "{sent:#?}");
        sent[0].clone()
    }

    pub(crate) fn is_untouched(&self) -> bool {
        self.sent.lock().expect("nobody panicked").is_empty()
    }
}
