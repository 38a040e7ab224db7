//! How connections are secured.

use super::Error;
use rustls::{ClientConfig, ConfigBuilder, crypto};
use rustls_platform_verifier::BuilderVerifierExt as _;
use std::sync::Arc;

/// TLS by rustls with ring, trusting whom the operating system trusts.
///
/// The provider is named here, so that no other crate's choice of a process-wide one matters.
pub(super) fn config() -> Result<ClientConfig, Error> {
    let provider = Arc::new(crypto::ring::default_provider());
    ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .and_then(ConfigBuilder::with_platform_verifier)
        .map(ConfigBuilder::<ClientConfig, _>::with_no_client_auth)
        .map(offer_http2)
        .map_err(|error| Error::config("TLS cannot be set up").with_source(error))
}

/// The server chooses; without the offer it is HTTP/1.1.
#[cfg(feature = "http2")]
fn offer_http2(mut config: ClientConfig) -> ClientConfig {
    config.alpn_protocols = vec![b"h2".to_vec(), b"http/1.1".to_vec()];
    config
}

#[cfg(not(feature = "http2"))]
fn offer_http2(config: ClientConfig) -> ClientConfig {
    config
}
