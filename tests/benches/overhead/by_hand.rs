//! The same calls, written by hand on the same HTTP clients, the way their documentation shows it. The
//! clients are set up as the generated one sets them up.

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use gotomeeting::types::{CreatedMeeting, HistoricalMeeting};
use http::header::{ACCEPT, AUTHORIZATION};
use http::{HeaderMap, HeaderValue};
use rustls::crypto::ring;
use rustls_platform_verifier::BuilderVerifierExt as _;
use ureq::tls::{RootCerts, TlsConfig};

use crate::generated::body;
use crate::values::{Result, Span, TOKEN};

const USER_AGENT: &str = "by-hand/0.1.0";
const CONNECT: Duration = Duration::from_secs(10);
const ATTEMPT: Duration = Duration::from_secs(30);

/// A client of the service.
pub(crate) struct Client<H> {
    http: H,
    base_url: String,
}

impl<H> Client<H> {
    fn new(http: H, server: SocketAddr) -> Self {
        Self {
            http,
            base_url: format!("http://{server}/G2M/rest"),
        }
    }

    fn url(&self, path: &str) -> String {
        format!("{}{path}", self.base_url)
    }
}

pub(crate) fn client(server: SocketAddr) -> Result<Client<reqwest::Client>> {
    let tls = rustls::ClientConfig::builder_with_provider(Arc::new(ring::default_provider()))
        .with_safe_default_protocol_versions()?
        .with_platform_verifier()?
        .with_no_client_auth();
    let mut headers = HeaderMap::new();
    headers.insert(ACCEPT, HeaderValue::from_static("application/json"));
    let http = reqwest::Client::builder()
        .tls_backend_preconfigured(tls)
        .connect_timeout(CONNECT)
        .timeout(ATTEMPT)
        .redirect(reqwest::redirect::Policy::none())
        .default_headers(headers)
        .user_agent(USER_AGENT)
        .no_proxy()
        .build()?;
    Ok(Client::new(http, server))
}

impl Client<reqwest::Client> {
    pub(crate) async fn list(&self, span: Span) -> Result<Vec<HistoricalMeeting>> {
        let days = [
            ("startDate", span.start.to_string()),
            ("endDate", span.end.to_string()),
        ];
        let response = self
            .http
            .get(self.url("/historicalMeetings"))
            .query(&days)
            .bearer_auth(TOKEN)
            .send()
            .await?
            .error_for_status()?;
        Ok(response.json().await?)
    }

    pub(crate) async fn create(&self, span: Span) -> Result<CreatedMeeting> {
        let response = self
            .http
            .post(self.url("/meetings"))
            .bearer_auth(TOKEN)
            .json(&body(span))
            .send()
            .await?
            .error_for_status()?;
        let [created] = response.json().await?;
        Ok(created)
    }
}

pub(crate) fn blocking_client(server: SocketAddr) -> Client<ureq::Agent> {
    let tls = TlsConfig::builder()
        .unversioned_rustls_crypto_provider(Arc::new(ring::default_provider()))
        .root_certs(RootCerts::PlatformVerifier)
        .build();
    let http = ureq::Agent::config_builder()
        .tls_config(tls)
        .timeout_connect(Some(CONNECT))
        .timeout_global(Some(ATTEMPT))
        .max_redirects(0)
        .accept("application/json")
        .user_agent(USER_AGENT)
        .proxy(None)
        .build()
        .new_agent();
    Client::new(http, server)
}

impl Client<ureq::Agent> {
    pub(crate) fn list(&self, span: Span) -> Result<Vec<HistoricalMeeting>> {
        let mut response = self
            .http
            .get(self.url("/historicalMeetings"))
            .query("startDate", span.start.to_string())
            .query("endDate", span.end.to_string())
            .header(AUTHORIZATION, format!("Bearer {TOKEN}"))
            .call()?;
        Ok(response.body_mut().read_json()?)
    }

    pub(crate) fn create(&self, span: Span) -> Result<CreatedMeeting> {
        let mut response = self
            .http
            .post(self.url("/meetings"))
            .header(AUTHORIZATION, format!("Bearer {TOKEN}"))
            .send_json(body(span))?;
        let [created] = response.body_mut().read_json()?;
        Ok(created)
    }
}
