//! Bodies and replies that are no JSON, without any I/O.

#![allow(clippy::unwrap_used, reason = "a test that panics has failed")]

use client_runtime::runtime::{
    About, Body, Call, Detached, Error, Method, Operation, Reply, RequestWriter, Timestamp,
};
use http::{Request, Response};

/// An operation that writes what a test wants, and gives text.
struct Probe(fn(&mut RequestWriter));

impl Operation for Probe {
    const ABOUT: About = About {
        name: "probe",
        method: Method::POST,
        path: "/",
    };
    type Output = String;

    fn write(&self, request: &mut RequestWriter) {
        self.0(request);
    }

    fn read(reply: Reply) -> Result<String, Error> {
        reply.text()
    }
}

fn request(write: fn(&mut RequestWriter)) -> Request<Body> {
    let call = Call::new(Probe(write), Detached);
    call.http_request("https://api.example.com").unwrap()
}

fn content_type(request: &Request<Body>) -> &str {
    request.headers()["content-type"].to_str().unwrap()
}

#[test]
fn json_of_a_kind_of_its_own_is_sent_as_that() {
    let request = request(|request| request.json_as("application/merge-patch+json", Some(&[1, 2])));
    assert_eq!(content_type(&request), "application/merge-patch+json");
    assert_eq!(request.body().text(), "[1,2]");
}

#[test]
fn a_body_has_the_type_that_is_documented_unless_it_says_its_own() {
    let plain = request(|request| request.body("text/csv", Some(&Body::from("a,b"))));
    assert_eq!(content_type(&plain), "text/csv");
    assert_eq!(plain.body().text(), "a,b");
    let own = request(|request| request.body("image/png", Some(&Body::new("image/gif", "GIF"))));
    assert_eq!(content_type(&own), "image/gif");
}

#[test]
fn what_is_asked_for_is_said() {
    let request = request(|request| request.accept("text/csv, text/plain"));
    assert_eq!(request.headers()["accept"], "text/csv, text/plain");
}

#[test]
fn headers_are_read_as_what_they_hold() {
    let response = |status| {
        Response::builder()
            .status(status)
            .header("X-Total", " 12 ")
            .header("Last-Modified", "Tue, 24 Nov 2026 10:00:00 GMT")
            .header("X-Name", "ü")
            .body("")
            .unwrap()
    };
    let outcome = Call::new(Probe(|_| {}), Detached).outcome();
    let outcome = outcome.read(response(200)).unwrap();
    assert_eq!(outcome.header("x-total"), Some(12));
    assert_eq!(outcome.header("X-Total"), Some(12.0));
    assert_eq!(outcome.header::<String>("X-Name").as_deref(), Some("ü"));
    let modified = outcome.header::<Timestamp>("Last-Modified").unwrap();
    assert_eq!(modified.to_string(), "2026-11-24T10:00:00Z");
    assert_eq!(outcome.header::<bool>("X-Total"), None);
    assert_eq!(outcome.header::<String>("no such\nname"), None);
    let error = Call::new(Probe(|_| {}), Detached).read(response(429));
    assert_eq!(error.unwrap_err().header("X-Total"), Some(12));
}

#[test]
fn text_is_read_as_it_is() {
    let call = Call::new(Probe(|_| {}), Detached);
    let text = call.read(Response::new("\"quoted\" ü")).unwrap();
    assert_eq!(text, "\"quoted\" ü");
}

/// An operation that was promised to give a JSON string.
struct Name;

impl Operation for Name {
    const ABOUT: About = About {
        name: "name",
        method: Method::GET,
        path: "/",
    };
    type Output = String;

    fn write(&self, _: &mut RequestWriter) {}

    fn read(reply: Reply) -> Result<String, Error> {
        reply.lenient_text()
    }
}

#[test]
fn a_json_string_may_come_as_plain_text() {
    let read = |body: &'static str| Call::new(Name, Detached).read(Response::new(body));
    for (body, text) in [
        ("\"Ada \\u00fc\"", "Ada ü"),
        ("12", "12"),
        ("Ada ü", "Ada ü"),
        ("{\"a\":1}", "{\"a\":1}"),
        ("", ""),
        ("null", ""),
    ] {
        assert_eq!(read(body).unwrap(), text, "{body}");
    }
    let encoded = Response::builder().header("Content-Encoding", "br");
    let encoded = Call::new(Name, Detached).read(encoded.body("?").unwrap());
    assert!(encoded.unwrap_err().is_decode());
}
