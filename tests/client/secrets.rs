//! The token goes where it has to, and nowhere else.

use std::fmt::{Debug, Write as _};
use std::net::TcpListener;
use std::time::Duration;

use gotomeeting::types::OrganizerKey;
use gotomeeting::{Client, Error, Secret};

use crate::server::{Server, TOKEN};

/// Fails when `value` shows the token.
fn keeps_silent(value: &impl Debug) {
    for text in [format!("{value:?}"), format!("{value:#?}")] {
        assert!(!text.contains(TOKEN), "{text}");
    }
}

/// Fails when an error, or one underneath it, shows the token.
fn tells_nothing(error: &Error) {
    let mut text = format!("{error} {error:?} {error:#?}");
    let mut next = std::error::Error::source(error);
    while let Some(source) = next {
        let _ = write!(text, " {source} {source:?}");
        next = source.source();
    }
    assert!(!text.contains(TOKEN), "{text}");
}

#[test]
fn no_value_shows_the_token() {
    let builder = Client::builder().token(TOKEN);
    keeps_silent(&builder);
    keeps_silent(&Secret::from(TOKEN));
    let client = builder.build().expect("a client");
    keeps_silent(&client);
    keeps_silent(&client.organizers());
    let call = client.organizers().get(OrganizerKey::from(77));
    keeps_silent(
        &call
            .header("authorization", TOKEN)
            .query_value("token", TOKEN),
    );
}

#[tokio::test]
async fn no_error_shows_the_token() {
    let server = Server::answers(403, "text/plain", "Invalid token passed").await;
    let call = server
        .client()
        .organizers()
        .list()
        .query_value("token", TOKEN);
    let refused = call.await.expect_err("a failure");
    assert!(refused.is_forbidden());
    tells_nothing(&refused);

    let nobody = TcpListener::bind("127.0.0.1:0").expect("a port");
    let client = |base_url: String| Client::builder().base_url(base_url).token(TOKEN).build();
    let base_url = format!("http://{}", nobody.local_addr().expect("an address"));
    let call = client(base_url.clone()).expect("a client").groups().list();
    let late = call
        .timeout(Duration::from_millis(20))
        .query_value("token", TOKEN)
        .await;
    let late = late.expect_err("it never answers");
    assert!(late.is_timeout(), "{late}");
    tells_nothing(&late);

    drop(nobody);
    let call = client(base_url).expect("a client").groups().list();
    let absent = call
        .query_value("token", TOKEN)
        .await
        .expect_err("nobody is there");
    assert!(absent.is_connect(), "{absent}");
    tells_nothing(&absent);

    let exposed = client("http://api.example.com".to_owned()).expect_err("clear text");
    assert!(exposed.is_config(), "{exposed}");
    tells_nothing(&exposed);
    let broken = Client::new(format!("{TOKEN}\n")).expect_err("no header has this");
    tells_nothing(&broken);
}

#[tokio::test]
async fn a_redirect_takes_no_token_to_another_place() {
    let elsewhere = Server::silent().await;
    let answer = httpmock::HttpMockResponse::builder()
        .status(302)
        .header("location", elsewhere.base_url())
        .build();
    let server = Server::gives(answer).await;
    server
        .client()
        .groups()
        .list()
        .await
        .expect("it is followed");
    assert_eq!(
        server.only().header("authorization"),
        Some(&*format!("Bearer {TOKEN}"))
    );
    assert_eq!(elsewhere.only().header("authorization"), None);
}
