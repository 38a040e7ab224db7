//! A call sends exactly the credentials that its operation asks for.
//! features: blocking, mock, oauth2

use document_several_schemes::blocking::{Client, ClientBuilder};
use document_several_schemes::mock::Mock;
use document_several_schemes::oauth2::{Grant, OAuth2};
use document_several_schemes::{Error, Secret, Value, runtime::KeyPlace};

const ALL: [&str; 9] = [
    "session.create",
    "pets.list",
    "news.get",
    "health.get",
    "about.get",
    "staff.get",
    "staff.delete",
    "jobs.list",
    "odd.get",
];

/// Sends every call, and gives the credentials of each: headers and query.
fn sent(configure: impl FnOnce(ClientBuilder) -> ClientBuilder) -> Vec<String> {
    let mock = Mock::new();
    for operation in ALL {
        mock.reply(operation, 204, &Value::Null);
    }
    let token = serde_json::json!({"access_token": "of the session", "expires_in": 3600});
    mock.reply("oauth2.token", 200, &token);
    let builder = configure(Client::builder().transport(mock.clone()));
    let client = builder.build().expect("a client");
    let calls: [&dyn Fn() -> Result<(), Error>; 9] = [
        &|| client.session().create().send(),
        &|| client.pets().list().send(),
        &|| client.news().get().send(),
        &|| client.health().get().send(),
        &|| client.about().get().send(),
        &|| client.staff().get().send(),
        &|| client.staff().delete().send(),
        &|| client.jobs().list().send(),
        &|| client.odd().get().send(),
    ];
    for call in calls {
        call().expect("an answer");
    }
    let requests = mock.requests();
    let calls = requests
        .iter()
        .filter(|request| request.uri().path() != "/token");
    calls
        .map(|request| {
            let header = |name: &str| {
                let value = request.headers().get(name)?;
                Some(format!("{name}: {}", value.to_str().expect("text")))
            };
            let names = ["authorization", "cookie", "x-app-id", "x-staff", "x-other"];
            let query = request.uri().query().map(|query| format!("?{query}"));
            let all: Vec<_> = names.into_iter().filter_map(header).chain(query).collect();
            all.join("; ")
        })
        .collect()
}

fn refusal(builder: ClientBuilder) -> String {
    let error = builder.transport(Mock::new()).build();
    error.expect_err("it contradicts itself").to_string()
}

#[test]
fn the_first_alternative_that_is_whole_is_sent() {
    let all = sent(|builder| {
        builder
            .with_login("ada", "secret")
            .with_x_app("app")
            .with_api_key("a&b")
            .with_staff("staff")
            .with_staff_session_header("desk")
            .with_machine("machine")
            .with_elsewhere("elsewhere")
    });
    let expected = [
        "authorization: Basic YWRhOnNlY3JldA==",
        "x-app-id: app; ?key=a%26b",
        "",
        "",
        "",
        "authorization: Bearer staff",
        "authorization: Bearer staff; x-staff: desk",
        "authorization: Bearer elsewhere",
        // Nobody knows what it takes. What was set first has the header.
        "authorization: Basic YWRhOnNlY3JldA==; x-app-id: app; x-staff: desk; ?key=a%26b",
    ];
    assert_eq!(all, expected);
}

#[test]
fn what_is_optional_is_sent_where_there_is_some() {
    let all = sent(|builder| builder.with_session("s"));
    let session = "cookie: sid=s";
    let expected = ["", session, session, "", "", "", "", "", session];
    assert_eq!(all, expected);
}

#[test]
fn where_no_alternative_is_whole_its_parts_are_sent_and_no_others() {
    let all = sent(|builder| builder.with_x_app("app").with_staff_session_header("desk"));
    let (app, desk) = ("x-app-id: app", "x-staff: desk");
    let both = "x-app-id: app; x-staff: desk";
    assert_eq!(all, ["", app, "", "", "", "", desk, "", both]);
}

#[test]
fn a_token_that_the_same_service_gives_in_another_way_is_better_than_none() {
    let all = sent(|builder| builder.with_machine("machine"));
    let machine = "authorization: Bearer machine";
    let expected = ["", "", "", "", "", machine, machine, machine, machine];
    assert_eq!(all, expected);
    let all = sent(|builder| builder.with_elsewhere("elsewhere"));
    let elsewhere = "authorization: Bearer elsewhere";
    assert_eq!(all, ["", "", "", "", "", "", "", elsewhere, elsewhere]);
}

#[test]
fn each_scheme_has_its_own_tokens() {
    let all = sent(|builder| {
        let app = OAuth2::new("id", "https://id.example.com/token");
        let source = |_: Option<Secret>| Ok(Secret::from("of the source"));
        builder
            .with_staff_session(app.session(Grant::client_credentials()))
            .with_elsewhere_source(source)
    });
    let (session, source) = (
        "authorization: Bearer of the session",
        "authorization: Bearer of the source",
    );
    assert_eq!(all, ["", "", "", "", "", session, session, source, session]);
}

#[test]
fn what_is_for_every_call_goes_with_every_call() {
    let all = sent(|builder| {
        builder
            .token("every")
            .api_key(KeyPlace::Header, "x-other", "key")
            .with_session("s")
    });
    let every = "authorization: Bearer every; x-other: key";
    let session = "authorization: Bearer every; cookie: sid=s; x-other: key";
    let expected = [
        every, session, session, "", "", every, every, every, session,
    ];
    assert_eq!(all, expected);
}

#[test]
fn what_is_missing_is_told_where_the_service_refuses() {
    let mock = Mock::new();
    mock.reply("pets.list", 401, &Value::Null);
    mock.reply("odd.get", 401, &Value::Null);
    let client =
        |builder: ClientBuilder| builder.transport(mock.clone()).build().expect("a client");
    let told = |client: &Client| {
        client
            .pets()
            .list()
            .send()
            .expect_err("refused")
            .to_string()
    };
    let without = client(Client::builder().with_x_app("app"));
    assert_eq!(
        told(&without),
        "pets.list: 401 Unauthorized (the client lacks the credentials that the call takes: \
         `session`, or `X-App` and `api_key`)"
    );
    assert_eq!(
        told(&client(Client::builder().with_session("s"))),
        "pets.list: 401 Unauthorized"
    );
    let odd = without.odd().get().send().expect_err("refused");
    assert_eq!(odd.to_string(), "odd.get: 401 Unauthorized");
}

#[test]
fn a_constructor_takes_what_most_calls_need() {
    Client::new("s").expect("a client");
}

#[test]
fn two_kinds_of_credentials_for_one_header_are_refused() {
    let told = refusal(Client::builder().token("every").with_staff("staff"));
    assert!(told.contains("two kinds of credentials"), "{told}");
    let told = refusal(Client::builder().with_staff(" "));
    assert!(told.contains("the token is empty"), "{told}");
}

#[test]
fn what_is_set_is_shown_to_nobody() {
    let builder = Client::builder()
        .with_login("ada", "secret")
        .with_staff("staff");
    let shown = format!("{builder:?}");
    assert!(
        !shown.contains("staff") && !shown.contains("secret"),
        "{shown}"
    );
}
