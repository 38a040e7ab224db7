//! What a call writes, without any I/O.

#![allow(clippy::unwrap_used, reason = "a test that panics has failed")]

mod support;

use client_runtime::{
    runtime::{
        About, Body, Call, Detached, Error, ListStyle, Method, Operation, Reply, RequestWriter,
    },
    sample::{NewOrganizer, OrganizerKey, Organizers},
};
use http::{Request, Response};
use std::collections::HashMap;
use support::CANARY;

const BASE: &str = "https://api.example.com/G2M/rest";
const STRANGE: &str = "a/b ü%?#&+";
const STRANGE_ENCODED: &str = "a%2Fb%20%C3%BC%25%3F%23%26%2B";

/// An operation that writes what a test wants.
struct Probe<const PATH: usize>(fn(&mut RequestWriter));

const PATHS: [&str; 6] = [
    "/a/{b}.json",
    "/{x}/{x}",
    "/{a}{b}",
    "/ü b/{c}?acl&v=1#frag",
    "no-slash",
    "/{a/b",
];

impl<const PATH: usize> Operation for Probe<PATH> {
    const ABOUT: About = About {
        name: "probe",
        method: Method::POST,
        path: PATHS[PATH],
    };
    type Output = Body;

    fn write(&self, request: &mut RequestWriter) {
        self.0(request);
    }

    fn read(reply: Reply) -> Result<Body, Error> {
        Ok(reply.into_body())
    }
}

fn probe<const PATH: usize>(write: fn(&mut RequestWriter)) -> Result<Request<Body>, Error> {
    Call::new(Probe::<PATH>(write), Detached).http_request(BASE)
}

fn uri<const PATH: usize>(write: fn(&mut RequestWriter)) -> String {
    let uri = probe::<PATH>(write).unwrap().uri().to_string();
    uri.strip_prefix(BASE).unwrap().to_owned()
}

fn refusal<const PATH: usize>(write: fn(&mut RequestWriter)) -> String {
    let error = probe::<PATH>(write).unwrap_err();
    assert!(error.is_request());
    assert_eq!(error.operation(), Some("probe"));
    error.to_string()
}

#[test]
fn values_in_a_path_are_data() {
    assert_eq!(
        uri::<0>(|request| request.path("b", STRANGE)),
        format!("/a/{STRANGE_ENCODED}.json")
    );
    assert_eq!(
        uri::<0>(|request| request.path_list("b", &["x,y", "z"], ListStyle::Csv)),
        "/a/x%2Cy,z.json"
    );
    assert_eq!(
        uri::<0>(|request| request.path("b", "{b}")),
        "/a/%7Bb%7D.json"
    );
}

#[test]
fn a_name_that_stands_twice_takes_its_values_in_order() {
    assert_eq!(
        uri::<1>(|request| {
            request.path("x", "1");
            request.path("x", "2");
        }),
        "/1/2"
    );
    assert_eq!(uri::<1>(|request| request.path("x", "1")), "/1/1");
    assert_eq!(
        uri::<2>(|request| {
            request.path("b", "2");
            request.path("a", "1");
        }),
        "/12"
    );
}

#[test]
fn a_template_is_syntax_already() {
    assert_eq!(
        uri::<3>(|request| {
            request.path("c", "x");
            request.query("q", Some(1));
        }),
        "/%C3%BC%20b/x?acl&v=1&q=1"
    );
    assert_eq!(uri::<4>(|_| ()), "/no-slash");
    assert_eq!(uri::<5>(|_| ()), "/%7Ba/b");
}

#[test]
fn a_path_that_would_reach_something_else_is_refused() {
    assert_eq!(
        refusal::<0>(|request| request.path("b", "")),
        "probe: the request cannot be written: the path value `b` is empty"
    );
    assert!(refusal::<0>(|_| ()).ends_with("the path value `b` was not given"));
    assert!(
        refusal::<1>(|request| request.path("x", "..")).contains("would reach another resource")
    );
    assert!(
        refusal::<2>(|request| {
            request.path("a", ".");
            request.path("b", ".");
        })
        .contains("`..`")
    );
}

#[test]
fn values_in_a_query_are_data_and_keep_their_order() {
    assert_eq!(
        uri::<4>(|request| {
            request.query(STRANGE, Some(STRANGE));
            request.query("none", None::<u8>);
            request.query("empty", Some(""));
        }),
        format!("/no-slash?{STRANGE_ENCODED}={STRANGE_ENCODED}&empty=")
    );
}

#[test]
fn lists_are_joined_by_their_style() {
    let joined = uri::<4>(|request| {
        for style in [
            ListStyle::Csv,
            ListStyle::Ssv,
            ListStyle::Tsv,
            ListStyle::Pipes,
            ListStyle::Multi,
        ] {
            request.query_list("l", &["a", "b,|"], style);
        }
        request.query_list("none", &[""; 0], ListStyle::Multi);
    });
    assert_eq!(
        joined,
        "/no-slash?l=a,b%2C%7C&l=a%20b%2C%7C&l=a%09b%2C%7C&l=a%7Cb%2C%7C&l=a&l=b%2C%7C"
    );
}

#[test]
fn headers_and_cookies_are_written() {
    let request = probe::<4>(|request| {
        request.header("X-Name", Some("ü"));
        request.header_list("X-List", &[1, 2], ListStyle::Csv);
        request.cookie("session", Some("a;b"));
        request.cookie("other", Some(1));
        request.accept("text/csv");
    })
    .unwrap();
    assert_eq!(request.headers()["x-name"].as_bytes(), "ü".as_bytes());
    assert_eq!(request.headers()["x-list"], "1,2");
    assert_eq!(request.headers()["cookie"], "session=a%3Bb; other=1");
    assert_eq!(request.headers()["accept"], "text/csv");
    assert_eq!(
        request.headers()["user-agent"],
        concat!("client-runtime/", env!("CARGO_PKG_VERSION"))
    );
    assert!(
        refusal::<4>(|request| request.header("a b", Some(1)))
            .ends_with("`a b` is not the name of a header")
    );
    assert!(
        refusal::<4>(|request| request.header("a", Some("1\r\nb: 2")))
            .contains("not one that a header can have")
    );
}

#[test]
fn a_form_is_encoded() {
    let request = probe::<4>(|request| {
        request.form(Some(&serde_json::json!({"b": STRANGE, "a": ["x", "y"], "n": null, "o": {"k": 1}, "t": true})));
    })
    .unwrap();
    assert_eq!(
        request.headers()["content-type"],
        "application/x-www-form-urlencoded"
    );
    assert_eq!(
        request.body().text(),
        format!("a=x&a=y&b={STRANGE_ENCODED}&o=%7B%22k%22%3A1%7D&t=true")
    );
    assert!(
        refusal::<4>(|request| request.form(Some("text")))
            .contains("only a struct or a map can be a form")
    );
}

#[test]
fn nested_values_of_a_deep_form_are_written_by_their_way() {
    let request = probe::<4>(|request| {
        request.deep_form(Some(&serde_json::json!({
            "a": ["x", "y"], "n": null, "o": {"k": 1, "l": [{"m": true}], "none": null}, "s": "&",
        })));
    })
    .unwrap();
    assert_eq!(
        request.body().text(),
        "a%5B0%5D=x&a%5B1%5D=y&o%5Bk%5D=1&o%5Bl%5D%5B0%5D%5Bm%5D=true&s=%26"
    );
}

#[test]
fn json_that_does_not_serialize_is_told() {
    let error = refusal::<4>(|request| request.json(Some(&HashMap::from([((1, 2), 3)]))));
    assert_eq!(
        error,
        "probe: the request cannot be written: the body does not serialize: key must be a string"
    );
}

#[test]
fn raw_values_stand_in_for_typed_ones() {
    let call = Organizers::new(Detached).attendees(OrganizerKey::from(7));
    let call = call.start_date(std::time::SystemTime::UNIX_EPOCH);
    assert_eq!(
        call.http_request(BASE).unwrap().uri().query(),
        Some("startDate=1970-01-01T00%3A00%3A00Z")
    );
    let call = call
        .query_value("startDate", "soon")
        .query_value("startDate", "later")
        .header("accept", "*/*");
    let request = call.http_request(BASE).unwrap();
    assert_eq!(
        request.uri().query(),
        Some("startDate=soon&startDate=later")
    );
    assert_eq!(request.headers()["accept"], "*/*");

    let call = Organizers::new(Detached).create(NewOrganizer::default());
    let request = call
        .clone()
        .raw_body("text/plain", "x")
        .http_request(BASE)
        .unwrap();
    assert_eq!(request.headers()["content-type"], "text/plain");
    assert_eq!(request.body().text(), "x");
    let request = call.json_body(&[1]).http_request(BASE).unwrap();
    assert_eq!(request.headers()["content-type"], "application/json");
    assert_eq!(request.body().text(), "[1]");
    let wrong = Organizers::new(Detached)
        .list()
        .header("a b", 1)
        .header("c d", 2)
        .http_request(BASE)
        .unwrap_err();
    assert!(
        wrong
            .to_string()
            .ends_with("`a b` is not the name of a header"),
        "{wrong}"
    );
}

#[test]
fn raw_values_are_not_shown() {
    let call = Organizers::new(Detached)
        .list()
        .header("authorization", CANARY)
        .query_value("key", CANARY);
    assert!(!format!("{call:?}").contains(CANARY));
}

#[test]
fn a_base_url_is_checked() {
    let at = |base: &str| {
        Organizers::new(Detached)
            .list()
            .http_request(base)
            .map(|request| request.uri().to_string())
    };
    assert_eq!(at("https://h/a/b/").unwrap(), "https://h/a/b/organizers");
    assert_eq!(at("http://h:1").unwrap(), "http://h:1/organizers");
    for base in [
        "",
        "h",
        "/a",
        "ftp://h",
        "https://u:canary-5f1c0e@h",
        "https://h?a=1",
        "https://h#a",
        "https://",
    ] {
        let error = at(base).unwrap_err();
        assert!(
            error.is_config() && !error.to_string().contains(CANARY),
            "{base}: {error}"
        );
    }
}

#[test]
fn responses_are_read_without_io() {
    let call = Organizers::new(Detached).list();
    let response =
        |status: u16, body: &'static str| Response::builder().status(status).body(body).unwrap();
    assert_eq!(
        call.read(response(203, r#"[{"organizerKey": "1"}]"#))
            .unwrap()
            .len(),
        1
    );
    assert_eq!(call.read(response(204, "")).unwrap().len(), 0);
    let error = call
        .read(response(404, "{\"int_err_code\":\n\"NotFound\"}"))
        .unwrap_err();
    assert!(error.is_not_found() && error.is_status());
    assert_eq!(
        error.to_string(),
        r#"organizers.list: 404 Not Found: {"int_err_code":\n"NotFound"}"#
    );
    assert_eq!(
        error
            .body()
            .unwrap()
            .json::<HashMap<String, String>>()
            .unwrap()["int_err_code"],
        "NotFound"
    );
    assert!(call.read(response(304, "")).unwrap_err().is_status());
    let error = call.read(response(200, "oops")).unwrap_err();
    assert!(error.is_decode() && error.body().unwrap().text() == "oops");

    let outcome = call.clone().outcome().read(response(200, "[{}]")).unwrap();
    assert_eq!(
        (
            outcome.status.as_u16(),
            outcome.value.len(),
            outcome.body.text()
        ),
        (200, 1, "[{}]".into())
    );
    assert_eq!(
        call.raw().read(response(200, "oops")).unwrap().text(),
        "oops"
    );
}

#[test]
fn an_error_is_one_bounded_line() {
    let body = format!("\u{202E}{}\u{7}", "x".repeat(100_000));
    let error = Organizers::new(Detached)
        .list()
        .read(Response::builder().status(500).body(body).unwrap())
        .unwrap_err();
    let line = error.to_string();
    assert!(
        line.starts_with(r"organizers.list: 500 Internal Server Error: \u{202e}xxx")
            && line.ends_with("x…"),
        "{line}"
    );
    assert!(line.chars().count() < 350 && error.is_server_error());
    assert_eq!(error.body().unwrap().len(), 64 * 1024);
    assert_eq!(size_of_val(&error), size_of::<usize>());
}
