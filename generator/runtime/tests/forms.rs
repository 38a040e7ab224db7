//! Forms that are written value by value, without any I/O.

#![allow(clippy::unwrap_used, reason = "a test that panics has failed")]

use client_runtime::runtime::{
    About, Body, Call, Detached, Error, ListStyle, Method, Operation, Reply, RequestWriter, Upload,
};
use http::Request;

/// An operation that writes what a test wants.
struct Probe(fn(&mut RequestWriter));

impl Operation for Probe {
    const ABOUT: About = About {
        name: "probe",
        method: Method::POST,
        path: "/",
    };
    type Output = ();

    fn write(&self, request: &mut RequestWriter) {
        self.0(request);
    }

    fn read(reply: Reply) -> Result<(), Error> {
        reply.empty()
    }
}

fn call(write: fn(&mut RequestWriter)) -> Call<Probe, Detached> {
    Call::new(Probe(write), Detached)
}

fn request(call: &Call<Probe, Detached>) -> Request<Body> {
    call.http_request("https://api.example.com").unwrap()
}

/// The body of a form of several parts, with `B` for its boundary.
fn parts(request: &Request<Body>) -> String {
    let content_type = request.headers()["content-type"].to_str().unwrap();
    let boundary = content_type
        .strip_prefix("multipart/form-data; boundary=")
        .unwrap();
    request.body().text().replace(boundary, "B")
}

#[test]
fn values_are_encoded_and_lists_are_joined_as_they_are_wanted() {
    let request = request(&call(|request| {
        request.form_value("a b", Some("x&y=ü"));
        request.form_value("none", None::<u8>);
        request.form_list("csv", &["a,b", "c"], ListStyle::Csv);
        request.form_list("pipes", &[1, 2], ListStyle::Pipes);
        request.form_list("multi", &[1, 2], ListStyle::Multi);
        request.form_list::<u8>("empty", &[], ListStyle::Csv);
    }));
    assert_eq!(
        request.headers()["content-type"],
        "application/x-www-form-urlencoded"
    );
    assert_eq!(
        request.body().text(),
        "a%20b=x%26y%3D%C3%BC&csv=a%2Cb,c&pipes=1%7C2&multi=1&multi=2"
    );
}

#[test]
fn a_form_without_values_is_no_body() {
    for write in [
        (|request| request.form_value("a", None::<u8>)) as fn(&mut RequestWriter),
        |request| request.multipart(),
    ] {
        let request = request(&call(write));
        assert!(request.body().is_empty());
        assert!(!request.headers().contains_key("content-type"));
    }
}

#[test]
fn parts_are_text_files_and_json() {
    let request = request(&call(|request| {
        request.multipart();
        request.form_value("a \"name\"", Some("ü"));
        request.form_value("none", None::<u8>);
        request.form_list("ids", &[1, 2], ListStyle::Csv);
        let photo = Upload::new("\0\r\n--")
            .name("a\n.png")
            .content_type("image/png");
        request.file("photo", Some(&photo));
        request.file("bare", Some(&vec![b'x'].into()));
        request.json_part("about", Some(&[true]));
    }));
    assert_eq!(
        parts(&request),
        "--B\r\nContent-Disposition: form-data; name=\"a %22name%22\"\r\n\r\nü\r\n\
         --B\r\nContent-Disposition: form-data; name=\"ids\"\r\n\r\n1,2\r\n\
         --B\r\nContent-Disposition: form-data; name=\"photo\"; filename=\"a%0A.png\"\r\n\
         Content-Type: image/png\r\n\r\n\0\r\n--\r\n\
         --B\r\nContent-Disposition: form-data; name=\"bare\"; filename=\"file\"\r\n\
         Content-Type: application/octet-stream\r\n\r\nx\r\n\
         --B\r\nContent-Disposition: form-data; name=\"about\"\r\n\
         Content-Type: application/json\r\n\r\n[true]\r\n--B--\r\n"
    );
}

#[test]
fn a_header_can_not_be_smuggled_into_a_part() {
    let request = request(&call(|request| {
        let file = Upload::new("x")
            .name("a\"\r\nX-Evil: 1")
            .content_type("text/plain\r\nX-Evil: 1");
        request.file("f\r\nX-Evil: 1", Some(&file));
    }));
    assert!(!parts(&request).contains("\nX-Evil"), "{}", parts(&request));
}

#[test]
fn raw_values_stand_in_for_typed_ones() {
    let typed = call(|request| {
        request.form_value("name", Some("typed"));
        request.form_list("tags", &[1, 2], ListStyle::Csv);
    });
    let call = typed.form_value("name", "raw").form_value("more", "&");
    assert_eq!(request(&call).body().text(), "tags=1,2&name=raw&more=%26");

    let typed = self::call(|request| {
        request.multipart();
        request.file("photo", Some(&"x".into()));
    });
    let raw = typed.form_value("photo", "raw");
    assert_eq!(
        parts(&request(&raw)),
        "--B\r\nContent-Disposition: form-data; name=\"photo\"\r\n\r\nraw\r\n--B--\r\n"
    );
}
