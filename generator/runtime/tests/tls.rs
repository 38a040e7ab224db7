//! A certificate that nobody signed.

#![cfg(all(feature = "reqwest", feature = "blocking", feature = "mock"))]
#![allow(clippy::unwrap_used, reason = "a test that panics has failed")]

mod support;

use client_runtime::runtime::Retry;
use rustls::{
    ServerConfig, ServerConnection, Stream,
    crypto::ring,
    pki_types::{CertificateDer, PrivateKeyDer, PrivatePkcs8KeyDer},
};
use std::{
    io::Read as _,
    net::TcpListener,
    sync::{Arc, Mutex},
    thread,
};

/// A server for `localhost` that signed its certificate itself, and what it could read.
struct SelfSigned {
    url: String,
    read: Arc<Mutex<Vec<u8>>>,
}

impl SelfSigned {
    fn start() -> Self {
        let certificate = CertificateDer::from(include_bytes!("support/nobody.crt.der").as_slice());
        let key = PrivatePkcs8KeyDer::from(include_bytes!("support/nobody.key.der").as_slice());
        let config = ServerConfig::builder_with_provider(Arc::new(ring::default_provider()))
            .with_safe_default_protocol_versions()
            .unwrap()
            .with_no_client_auth()
            .with_single_cert(vec![certificate], PrivateKeyDer::from(key))
            .unwrap();
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let url = format!(
            "https://localhost:{}",
            listener.local_addr().unwrap().port()
        );
        let read = Arc::new(Mutex::new(Vec::new()));
        let server = Self {
            url,
            read: read.clone(),
        };
        let config = Arc::new(config);
        thread::spawn(move || {
            for mut socket in listener.incoming().flatten() {
                let mut connection = ServerConnection::new(config.clone()).unwrap();
                let mut bytes = Vec::new();
                // The client hangs up, which is what the test is about.
                let _ = Stream::new(&mut connection, &mut socket).read_to_end(&mut bytes);
                read.lock().unwrap().extend(bytes);
            }
        });
        server
    }
}

#[test]
fn a_certificate_that_nobody_signed_is_refused() {
    both!(SelfSigned::start(); builder => builder.retry(Retry::never()); organizers => organizers.list();
    (result, server, _clock) => {
        let error = result.unwrap_err();
        assert!(error.is_connect(), "{error:?}");
        assert!(error.to_string().contains("certificate"), "{error}");
        assert!(server.read.lock().unwrap().is_empty());
        support::shows_no_secret(&error);
    });
}
