//! OAuth 2.0 against a real socket: logging in, renewing in time, and one renewal for all who wait.

#![cfg(all(feature = "reqwest", feature = "blocking", feature = "oauth2"))]
#![allow(clippy::unwrap_used, reason = "a test that panics has failed")]

mod support;

use client_runtime::{
    runtime::{
        Client, Secret, blocking,
        oauth2::{Grant, OAuth2, Session, Tokens},
    },
    sample::Organizers,
};
use std::{
    io::Write as _,
    sync::{Arc, Mutex},
    time::{Duration, SystemTime},
};
use support::{CANARY, Seen, Server, json};

/// The tokens of this service are `canary-….1`, `canary-….2` and so on; only the last one given is
/// good.
fn service(token_reply: &'static str) -> Server {
    let given = Mutex::new(0);
    Server::run(move |_, request, stream| {
        let mut given = given.lock().unwrap();
        let reply = if request.line.starts_with("POST /oauth/token ") {
            *given += 1;
            json(
                "200 OK",
                &token_reply.replace("TOKEN", &format!("{CANARY}.{given}")),
            )
        } else if request.header("authorization") == Some(format!("Bearer {CANARY}.{given}")) {
            json("200 OK", "[{}]")
        } else {
            json(
                "403 Forbidden",
                r#"{"int_err_code":"InvalidToken","msg":"Invalid token passed"}"#,
            )
        };
        stream.write_all(reply.as_bytes()).unwrap();
    })
}

fn app(server: &Server) -> OAuth2 {
    OAuth2::new("my app", format!("{}/oauth/token", server.url)).client_secret(CANARY)
}

fn old_tokens() -> Tokens {
    Tokens::new(format!("{CANARY}.old")).with_refresh(format!("{CANARY} refresh"))
}

fn asked_for_tokens(server: &Server) -> Vec<Seen> {
    server
        .seen()
        .into_iter()
        .filter(|seen| seen.line.starts_with("POST /oauth/token "))
        .collect()
}

fn client(server: &Server, session: Session) -> Organizers<Client> {
    Organizers::new(
        Client::builder()
            .base_url(&*server.url)
            .oauth2(session)
            .build()
            .unwrap(),
    )
}

fn blocking(server: &Server, session: Session) -> Organizers<blocking::Client> {
    Organizers::new(
        blocking::Client::builder()
            .base_url(&*server.url)
            .oauth2(session)
            .build()
            .unwrap(),
    )
}

#[tokio::test]
async fn fifty_tasks_wait_for_one_renewal() {
    let server = service(r#"{"access_token": "TOKEN", "expires_in": 3600}"#);
    let organizers = client(&server, app(&server).session(Grant::tokens(old_tokens())));
    let mut tasks = tokio::task::JoinSet::new();
    for _ in 0..50 {
        tasks.spawn(organizers.list().into_future());
    }
    for result in tasks.join_all().await {
        assert_eq!(result.unwrap().len(), 1);
    }
    let asked = asked_for_tokens(&server);
    assert_eq!(asked.len(), 1);
    assert_eq!(
        asked[0].header("authorization"),
        Some("Basic bXkgYXBwOmNhbmFyeS01ZjFjMGU=".to_owned())
    );
    assert_eq!(
        asked[0].header("content-type").as_deref(),
        Some("application/x-www-form-urlencoded")
    );
    assert_eq!(
        asked[0].body,
        format!("grant_type=refresh_token&refresh_token={CANARY}%20refresh")
    );
}

#[test]
fn fifty_threads_wait_for_one_renewal() {
    let server = service(r#"{"access_token": "TOKEN", "expires_in": "3600"}"#);
    let organizers = blocking(&server, app(&server).session(Grant::tokens(old_tokens())));
    std::thread::scope(|scope| {
        for _ in 0..50 {
            scope.spawn(|| assert_eq!(organizers.list().send().unwrap().len(), 1));
        }
    });
    assert_eq!(asked_for_tokens(&server).len(), 1);
}

#[tokio::test]
async fn fifty_tasks_share_one_refusal() {
    let server = Server::run(|_, request, stream| {
        let reply = if request.line.starts_with("POST") {
            json("400 Bad Request", r#"{"error":"invalid_grant"}"#)
        } else {
            json("401 Unauthorized", "{}")
        };
        stream.write_all(reply.as_bytes()).unwrap();
    });
    let organizers = client(&server, app(&server).session(Grant::tokens(old_tokens())));
    let mut tasks = tokio::task::JoinSet::new();
    for _ in 0..50 {
        tasks.spawn(organizers.list().into_future());
    }
    for result in tasks.join_all().await {
        let error = result.unwrap_err();
        assert!(error.is_auth(), "{error:?}");
        assert_eq!(
            error.to_string(),
            r#"organizers.list: no token: oauth2.token: 400 Bad Request: {"error":"invalid_grant"}"#
        );
        support::shows_no_secret(&error);
    }
    assert_eq!(asked_for_tokens(&server).len(), 1);
}

#[test]
fn a_login_ends_in_tokens_that_are_told() {
    let server = service(r#"{"access_token": "TOKEN", "refresh_token": "r2", "expires_in": 3600}"#);
    let app = app(&server)
        .authorize_url("https://login.example.com/authorize?a=b")
        .redirect_uri("https://app.example.com/callback")
        .scope("collab:")
        .scope("identity:");
    let login = app.login().unwrap();
    let (before, challenge) = login.url().split_once("&code_challenge=").unwrap();
    assert_eq!(
        before,
        format!(
            "https://login.example.com/authorize?a=b&response_type=code&client_id=my%20app\
             &redirect_uri=https%3A%2F%2Fapp.example.com%2Fcallback&scope=collab%3A%20identity%3A&state={}",
            login.state().expose()
        )
    );
    assert!(
        challenge.ends_with("&code_challenge_method=S256") && challenge.len() == 43 + 27,
        "{challenge}"
    );
    assert_ne!(
        login.state().expose(),
        app.login().unwrap().state().expose()
    );
    assert!(!format!("{login:?}").contains(login.verifier().expose()));

    let (state, verifier) = (login.state().clone(), login.verifier().expose().to_owned());
    let grant = login.redirected(&format!(
        "https://app.example.com/callback?code=a%2Fb+c&state={}",
        state.expose()
    ));
    let told = Arc::new(Mutex::new(Vec::new()));
    let session = app.session(grant.unwrap()).on_new_tokens({
        let told = told.clone();
        move |tokens| told.lock().unwrap().push(tokens.clone())
    });
    let organizers = blocking(&server, session);
    organizers.list().send().unwrap();
    organizers.list().send().unwrap();
    let asked = asked_for_tokens(&server);
    assert_eq!(asked.len(), 1);
    assert_eq!(
        asked[0].body,
        format!(
            "grant_type=authorization_code&code=a%2Fb%20c&code_verifier={verifier}\
             &redirect_uri=https%3A%2F%2Fapp.example.com%2Fcallback"
        )
    );
    let told = told.lock().unwrap();
    assert_eq!(
        (told.len(), told[0].access().expose()),
        (1, &*format!("{CANARY}.1"))
    );
    assert_eq!(told[0].refresh().map(Secret::expose), Some("r2"));
    let left = SystemTime::from(told[0].expires_at().unwrap())
        .duration_since(SystemTime::now())
        .unwrap();
    assert!(
        left > Duration::from_secs(3500) && left <= Duration::from_secs(3600),
        "{left:?}"
    );
    assert!(!format!("{told:?}").contains(CANARY));
}

#[test]
fn a_redirect_of_another_login_is_refused() {
    let app = OAuth2::new("id", "https://login.example.com/token")
        .authorize_url("https://login.example.com");
    let ends = |query: &str| {
        let login = app.login().unwrap();
        let query = query.replace("STATE", login.state().expose());
        login
            .redirected(&format!("https://app.example.com/{query}"))
            .map_err(|error| error.to_string())
    };
    assert!(ends("?code=1&state=STATE#x").is_ok());
    assert!(
        ends("?code=1&state=other")
            .unwrap_err()
            .contains("another login")
    );
    assert!(ends("?code=1").unwrap_err().contains("another login"));
    assert!(ends("?state=STATE").unwrap_err().contains("no code"));
    assert_eq!(
        ends("?error=access_denied&error_description=not%20now&state=STATE").unwrap_err(),
        "no token: the login failed: access_denied not now"
    );
    assert!(
        OAuth2::new("id", "https://login.example.com")
            .login()
            .unwrap_err()
            .is_config()
    );
}

#[test]
fn tokens_are_renewed_before_they_end_and_the_old_refresh_token_stays() {
    let server = service(r#"{"access_token": "TOKEN", "expires_in": 3600}"#);
    let ending = old_tokens().with_expiry(SystemTime::now() + Duration::from_secs(59));
    let told = Arc::new(Mutex::new(None));
    let session = app(&server).session(Grant::tokens(ending)).on_new_tokens({
        let told = told.clone();
        move |tokens| {
            *told.lock().unwrap() = tokens.refresh().map(|refresh| refresh.expose().to_owned());
        }
    });
    let organizers = blocking(&server, session);
    organizers.list().send().unwrap();
    organizers.list().send().unwrap();
    // No call was refused first.
    assert_eq!(
        (asked_for_tokens(&server).len(), server.seen().len()),
        (1, 3)
    );
    assert_eq!(*told.lock().unwrap(), Some(format!("{CANARY} refresh")));
}

#[test]
fn other_grants_are_shown_again() {
    let server = service(r#"{"access_token": "TOKEN"}"#);
    let public = || OAuth2::new("my app", format!("{}/oauth/token", server.url)).scope("s");
    blocking(&server, public().session(Grant::client_credentials()))
        .list()
        .send()
        .unwrap();
    blocking(&server, public().session(Grant::password("ann", CANARY)))
        .list()
        .send()
        .unwrap();
    let bodies: Vec<_> = asked_for_tokens(&server)
        .into_iter()
        .map(|seen| seen.body)
        .collect();
    assert_eq!(
        bodies,
        [
            "grant_type=client_credentials&scope=s&client_id=my%20app".to_owned(),
            format!(
                "grant_type=password&username=ann&password={CANARY}&scope=s&client_id=my%20app"
            ),
        ]
    );
}

#[test]
fn a_token_that_is_refused_twice_is_the_end() {
    let server = Server::run(|_, request, stream| {
        let granted = json("200 OK", r#"{"access_token": "x"}"#);
        let refused = json("401 Unauthorized", "{}");
        let reply = if request.line.starts_with("POST /oauth") {
            granted
        } else {
            refused
        };
        stream.write_all(reply.as_bytes()).unwrap();
    });
    let error = blocking(&server, app(&server).session(Grant::tokens(old_tokens())))
        .list()
        .send()
        .unwrap_err();
    assert!(error.is_unauthorized());
    assert_eq!(server.seen().len(), 3);
}

#[test]
fn a_reply_without_a_token_shows_nothing() {
    let server = service(r#"{"access_token": ["TOKEN"], "refresh_token": "TOKEN"}"#);
    let error = blocking(&server, app(&server).session(Grant::client_credentials()))
        .list()
        .send()
        .unwrap_err();
    assert!(error.is_auth(), "{error:?}");
    support::shows_no_secret(&error);
    let nothing = app(&server).session(Grant::tokens(Tokens::new(format!("{CANARY}.old"))));
    let error = blocking(&server, nothing).list().send().unwrap_err();
    assert!(
        error
            .to_string()
            .contains("nothing to renew the token with"),
        "{error}"
    );
}

#[test]
fn a_source_of_tokens_may_be_a_closure() {
    let server = service("");
    let asked = Arc::new(Mutex::new(Vec::new()));
    let source = {
        let asked = asked.clone();
        move |refused: Option<Secret>| {
            let mut asked = asked.lock().unwrap();
            asked.push(refused.map(|token| token.expose().to_owned()));
            Ok(if asked.len() == 1 {
                "wrong".into()
            } else {
                format!("{CANARY}.0").into()
            })
        }
    };
    let client = blocking::Client::builder()
        .base_url(&*server.url)
        .token_source(source)
        .build()
        .unwrap();
    let organizers = Organizers::new(client);
    organizers.list().send().unwrap();
    assert_eq!(*asked.lock().unwrap(), [None, Some("wrong".to_owned())]);
    // One that has no other token leaves the reply as it is.
    let client = blocking::Client::builder()
        .base_url(&*server.url)
        .token_source(|_| Ok("wrong".into()))
        .build();
    assert!(
        Organizers::new(client.unwrap())
            .list()
            .send()
            .unwrap_err()
            .is_forbidden()
    );
    let failing = |_| Err("the vault is closed".into());
    let client = blocking::Client::builder()
        .base_url(&*server.url)
        .token_source(failing)
        .build();
    let error = Organizers::new(client.unwrap()).list().send().unwrap_err();
    assert_eq!(
        error.to_string(),
        "organizers.list: no token: the vault is closed"
    );
}

#[test]
fn a_token_endpoint_in_clear_text_is_refused() {
    let session =
        OAuth2::new("id", "http://login.example.com/token").session(Grant::client_credentials());
    let error = Client::builder().oauth2(session).build().unwrap_err();
    assert!(
        error.is_config() && error.to_string().contains("clear text"),
        "{error}"
    );
}
