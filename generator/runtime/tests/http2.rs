//! HTTP/2: what the client offers, and calls that go over it.

#![cfg(all(feature = "reqwest", feature = "blocking"))]
#![allow(clippy::unwrap_used, reason = "a test that panics has failed")]

use client_runtime::{
    runtime::{Client, Retry, blocking},
    sample::Organizers,
};
use rustls::server::Acceptor;
use std::{net::TcpListener, thread};

/// What the first client that connects offers to speak (ALPN). It is hung up on then.
fn offered(call: impl FnOnce(String)) -> Vec<Vec<u8>> {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = listener.local_addr().unwrap().port();
    let server = thread::spawn(move || {
        let (mut socket, _) = listener.accept().unwrap();
        let mut acceptor = Acceptor::default();
        loop {
            acceptor.read_tls(&mut socket).unwrap();
            if let Some(accepted) = acceptor.accept().ok().flatten() {
                let offered = accepted.client_hello().alpn();
                return offered.map_or_else(Vec::new, |all| all.map(<[u8]>::to_vec).collect());
            }
        }
    });
    call(format!("https://localhost:{port}"));
    server.join().unwrap()
}

#[test]
fn it_is_offered_by_the_async_client_with_the_feature() {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .unwrap();
    let offered = offered(|url| {
        let client = Client::builder().base_url(url).retry(Retry::never());
        let organizers = Organizers::new(client.build().unwrap());
        let call = organizers.list().into_future();
        assert!(runtime.block_on(call).unwrap_err().is_connect());
    });
    let speaks_http2 = offered.iter().any(|name| name == b"h2");
    assert_eq!(speaks_http2, cfg!(feature = "http2"), "{offered:?}");
}

#[test]
fn it_is_not_offered_by_the_blocking_client() {
    let offered = offered(|url| {
        let client = blocking::Client::builder()
            .base_url(url)
            .retry(Retry::never());
        let organizers = Organizers::new(client.build().unwrap());
        assert!(organizers.list().send().is_err());
    });
    assert!(!offered.iter().any(|name| name == b"h2"), "{offered:?}");
}

/// Without TLS, so that no certificate has to be trusted: the client knows what the server speaks.
#[cfg(feature = "http2")]
#[tokio::test]
async fn calls_share_one_connection() {
    use client_runtime::{runtime::Bytes, sample::OrganizerKey};
    use rustls::{ClientConfig, RootCertStore, crypto::ring};
    use std::sync::Arc;

    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    let server = tokio::spawn(async move {
        // One connection alone is accepted.
        let (socket, _) = listener.accept().await.unwrap();
        let mut connection = h2::server::handshake(socket).await.unwrap();
        let mut seen = Vec::new();
        while seen.len() < 3 {
            let (request, mut respond) = connection.accept().await.unwrap().unwrap();
            let response = http::Response::builder().header("content-type", "application/json");
            let mut stream = respond
                .send_response(response.body(()).unwrap(), false)
                .unwrap();
            stream.send_data(Bytes::from_static(b"[{}]"), true).unwrap();
            let token = request.headers()["authorization"].clone();
            seen.push((request.version(), request.uri().path().to_owned(), token));
        }
        connection.graceful_shutdown();
        while connection.accept().await.is_some() {}
        seen
    });

    let tls = ClientConfig::builder_with_provider(Arc::new(ring::default_provider()))
        .with_safe_default_protocol_versions()
        .unwrap()
        .with_root_certificates(RootCertStore::empty())
        .with_no_client_auth();
    let transport = reqwest::Client::builder()
        .tls_backend_preconfigured(tls)
        .http2_prior_knowledge()
        .no_proxy()
        .build()
        .unwrap();
    let client = Client::builder()
        .base_url(url)
        .token("secret")
        .transport(transport)
        .build()
        .unwrap();
    let organizers = Organizers::new(client);
    // The first opens the connection, and the others find it open.
    assert_eq!(organizers.list().await.unwrap().len(), 1);
    let (list, attendees) = tokio::join!(
        organizers.list().into_future(),
        organizers.attendees(OrganizerKey::from(7)).into_future(),
    );
    assert_eq!(list.unwrap().len(), 1);
    assert_eq!(attendees.unwrap().text(), "[{}]");
    let seen = server.await.unwrap();
    assert!(
        seen.iter().all(
            |(version, _, token)| *version == http::Version::HTTP_2 && token == "Bearer secret"
        )
    );
    assert!(
        seen.iter()
            .any(|(_, path, _)| path == "/organizers/7/attendees")
    );
}
