//! Files in both directions, on real sockets: the same with the async and the blocking client.

#![cfg(all(feature = "reqwest", feature = "blocking", feature = "mock"))]
#![allow(clippy::unwrap_used, reason = "a test that panics has failed")]

mod support;

use client_runtime::{
    runtime::{Body, Client, Detached, Download, Error, Upload, blocking, mock::MockClock},
    sample::{OrganizerKey, Organizers},
};
use std::{
    fs,
    io::{self, Read, Write as _},
    net::Shutdown,
    path::PathBuf,
    time::Duration,
};
use support::{Seen, Server};

const DONE: &str = "HTTP/1.1 204 No Content\r\n\r\n";

fn key() -> OrganizerKey {
    OrganizerKey::from(1)
}

/// A file of a test, with 300,000 letters in it.
fn file(name: &str) -> PathBuf {
    let path = std::env::temp_dir().join(format!("{name}-{}", std::process::id()));
    fs::write(&path, "x".repeat(300_000)).unwrap();
    path
}

/// The body of a request, with `B` for its boundary.
fn parts(seen: &Seen) -> String {
    let content_type = seen.header("content-type").unwrap();
    let boundary = content_type
        .strip_prefix("multipart/form-data; boundary=")
        .unwrap();
    seen.body.replace(boundary, "B")
}

/// What the blocking client gives, read to its end.
fn blocking_text(download: Result<Download, Error>) -> String {
    let mut text = String::new();
    download.unwrap().read_to_string(&mut text).unwrap();
    text
}

fn block_on<T>(future: impl Future<Output = T>) -> T {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .unwrap();
    runtime.block_on(future)
}

fn async_organizers(server: &Server) -> Organizers<Client> {
    let builder = Client::builder().base_url(server.url.as_str());
    let builder = builder.attempt_timeout(Duration::from_millis(300));
    Organizers::new(builder.clock(MockClock::new()).build().unwrap())
}

fn blocking_organizers(server: &Server) -> Organizers<blocking::Client> {
    let builder = blocking::Client::builder().base_url(server.url.as_str());
    let builder = builder.attempt_timeout(Duration::from_millis(300));
    Organizers::new(builder.clock(MockClock::new()).build().unwrap())
}

#[test]
fn a_file_is_sent_with_its_length() {
    let path = file("sent-with-its-length");
    let upload = || Upload::new(fs::File::open(&path).unwrap()).name("a.txt");
    both!(Server::replies(&[DONE]); builder => builder;
    organizers => organizers.update_photo(key(), upload()).caption("hello");
    (result, server, _clock) => {
        result.unwrap();
        let seen = server.only();
        assert_eq!(seen.header("transfer-encoding"), None);
        assert_eq!(seen.header("content-length"), Some(seen.body.len().to_string()));
        assert_eq!(
            parts(&seen),
            format!("--B\r\nContent-Disposition: form-data; name=\"photo\"; filename=\"a.txt\"\r\n\
                     Content-Type: application/octet-stream\r\n\r\n{}\r\n\
                     --B\r\nContent-Disposition: form-data; name=\"caption\"\r\n\r\nhello\r\n--B--\r\n",
                "x".repeat(300_000))
        );
    });
    fs::remove_file(path).unwrap();
}

#[test]
fn a_reader_of_unknown_length_is_sent_in_chunks() {
    let upload = || Upload::new(Body::reader(io::repeat(b'x').take(200_000)));
    both!(Server::replies(&[DONE]); builder => builder;
    organizers => organizers.update_photo(key(), upload());
    (result, server, _clock) => {
        result.unwrap();
        let seen = server.only();
        assert_eq!(seen.header("content-length"), None);
        let content = parts(&seen);
        assert!(content.contains(&format!("\r\n\r\n{}\r\n--B--", "x".repeat(200_000))));
    });
}

#[test]
fn a_body_can_be_a_stream_of_its_own() {
    let body = || Body::reader(io::Cursor::new("a,b")).with_length(3);
    both!(Server::replies(&[DONE]); builder => builder;
    organizers => organizers.delete(key()).raw_body("text/csv", body());
    (result, server, _clock) => {
        result.unwrap();
        let seen = server.only();
        assert_eq!(seen.header("content-type").as_deref(), Some("text/csv"));
        assert_eq!((seen.header("content-length").as_deref(), &*seen.body), (Some("3"), "a,b"));
    });
}

#[test]
fn what_async_code_brings_forth_is_sent_by_the_async_client_alone() {
    struct Letters(u8);
    impl futures_core::Stream for Letters {
        type Item = Result<Vec<u8>, io::Error>;
        fn poll_next(
            mut self: std::pin::Pin<&mut Self>,
            _: &mut std::task::Context<'_>,
        ) -> std::task::Poll<Option<Self::Item>> {
            self.0 += 1;
            std::task::Poll::Ready((self.0 <= 3).then(|| Ok(vec![b'a' + self.0; 2])))
        }
    }
    let server = Server::replies(&[DONE]);
    let call = || async_organizers(&server).delete(key());
    block_on(async {
        call()
            .raw_body("text/plain", Body::stream(Letters(0)))
            .await
    })
    .unwrap();
    assert_eq!(server.only().body, "bbccdd");
    let call = blocking_organizers(&server).delete(key());
    let error = call
        .raw_body("text/plain", Body::stream(Letters(0)))
        .send()
        .unwrap_err();
    assert!(error.to_string().contains("can only be awaited"), "{error}");
}

#[test]
fn what_was_read_while_it_was_sent_is_never_sent_twice() {
    let body = || Body::reader(io::Cursor::new("once")).with_length(4);
    for reply in [
        "HTTP/1.1 429 Too Many Requests\r\nRetry-After: 1\r\nContent-Length: 0\r\n\r\n",
        "HTTP/1.1 503 Service Unavailable\r\nContent-Length: 0\r\n\r\n",
        "HTTP/1.1 307 Temporary Redirect\r\nLocation: /other\r\nContent-Length: 0\r\n\r\n",
        "HTTP/1.1 401 Unauthorized\r\nContent-Length: 0\r\n\r\n",
        "",
    ] {
        let answer = move || {
            Server::run(move |_, _, stream| {
                let _ = stream.write_all(reply.as_bytes());
                let _ = stream.shutdown(Shutdown::Both);
            })
        };
        both!(answer(); builder => builder;
        organizers => organizers.delete(key()).raw_body("text/plain", body()).idempotent(true);
        (result, server, clock) => {
            assert!(result.is_err(), "{reply}");
            assert_eq!((server.seen().len(), clock.sleeps().len()), (1, 0), "{reply}");
        });
    }
    // Neither by a clone of the call.
    let server = Server::replies(&[DONE]);
    let call = blocking_organizers(&server)
        .delete(key())
        .raw_body("text/plain", body());
    call.clone().send().unwrap();
    let error = call.send().unwrap_err();
    assert!(
        error.to_string().contains("can be read only once"),
        "{error}"
    );
    assert_eq!(server.seen().len(), 1);
}

#[test]
fn a_file_that_breaks_off_is_told() {
    struct Broken;
    impl Read for Broken {
        fn read(&mut self, _: &mut [u8]) -> io::Result<usize> {
            Err(io::Error::other("the disk is gone"))
        }
    }
    both!(Server::replies(&[DONE]); builder => builder;
    organizers => organizers.delete(key()).raw_body("text/plain", Body::reader(Broken).with_length(9)).idempotent(true);
    (result, _server, clock) => {
        let error = result.unwrap_err();
        assert!(error.to_string().contains("the disk is gone"), "{error}");
        assert!(clock.sleeps().is_empty());
    });
}

/// A reply in two pieces, the second of which comes when the first was read.
fn slow() -> (Server, std::sync::mpsc::Sender<()>) {
    let (send, receive) = std::sync::mpsc::channel();
    let receive = std::sync::Mutex::new(receive);
    let server = Server::run(move |_, _, stream| {
        let head = "HTTP/1.1 200 OK\r\nContent-Type: image/png\r\nContent-Length: 10\r\n\r\nfirst";
        stream.write_all(head.as_bytes()).unwrap();
        receive.lock().unwrap().recv().unwrap();
        let _ = stream.write_all(b"other");
    });
    (server, send)
}

#[test]
fn a_reply_is_read_while_it_comes() {
    let (server, go_on) = slow();
    block_on(async {
        let outcome = async_organizers(&server)
            .photo(key())
            .outcome()
            .await
            .unwrap();
        assert_eq!((outcome.status.as_u16(), outcome.body.len()), (200, 0));
        assert_eq!(outcome.headers["content-type"], "image/png");
        let mut photo = outcome.value;
        assert_eq!(
            (photo.content_type(), photo.length()),
            (Some("image/png"), Some(10))
        );
        assert_eq!(photo.chunk().await.unwrap().unwrap(), "first");
        go_on.send(()).unwrap();
        assert_eq!(photo.chunk().await.unwrap().unwrap(), "other");
        assert_eq!(photo.chunk().await.unwrap(), None);
    });
    let (server, go_on) = slow();
    let mut photo = blocking_organizers(&server).photo(key()).send().unwrap();
    let mut first = [0; 5];
    photo.read_exact(&mut first).unwrap();
    assert_eq!(&first, b"first");
    go_on.send(()).unwrap();
    assert_eq!(photo.into_bytes().unwrap(), "other");
    assert_eq!(
        server.only().header("accept").as_deref(),
        Some("image/png, */*")
    );
}

#[test]
fn the_limit_of_a_reply_is_no_limit_of_a_stream() {
    let big = support::reply("200 OK", "image/png", &"x".repeat(100_000));
    let server = Server::replies(&[&big]);
    let client = Client::builder().base_url(server.url.as_str());
    let organizers = Organizers::new(client.max_reply(1000).build().unwrap());
    block_on(async {
        let mut photo = organizers.photo(key()).await.unwrap();
        let mut read = 0;
        while let Some(chunk) = photo.chunk().await.unwrap() {
            read += chunk.len();
        }
        assert_eq!(read, 100_000);
        let whole = organizers.photo(key()).await.unwrap().bytes().await;
        assert!(whole.unwrap_err().is_too_large());
        // The raw door wants all of it.
        assert!(
            organizers
                .photo(key())
                .raw()
                .await
                .unwrap_err()
                .is_too_large()
        );
    });
    let client = blocking::Client::builder().base_url(server.url.as_str());
    let organizers = Organizers::new(client.max_reply(1000).build().unwrap());
    assert_eq!(blocking_text(organizers.photo(key()).send()).len(), 100_000);
    let whole = organizers.photo(key()).send().unwrap().into_bytes();
    assert!(whole.unwrap_err().is_too_large());
    assert!(
        organizers
            .photo(key())
            .raw()
            .send()
            .unwrap_err()
            .is_too_large()
    );
}

#[test]
fn a_failure_is_no_stream() {
    let none = support::json("404 Not Found", r#"{"message": "no photo"}"#);
    both!(Server::replies(&[&none]); builder => builder; organizers => organizers.photo(key());
    (result, _server, _clock) => {
        let error = result.unwrap_err();
        assert!(error.is_not_found());
        assert_eq!(error.body().unwrap().text(), r#"{"message": "no photo"}"#);
    });
}

#[test]
fn a_stream_that_stops_coming_is_not_waited_for() {
    let stuck = || {
        Server::run(|_, _, stream| {
            let head = b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n[";
            stream.write_all(head).unwrap();
            std::thread::park();
        })
    };
    let server = stuck();
    let whole = block_on(async { async_organizers(&server).photo(key()).await?.bytes().await });
    let error = whole.unwrap_err();
    assert!(error.is_timeout(), "{error:?}");
    let photo = blocking_organizers(&stuck()).photo(key()).send().unwrap();
    let error = photo.into_bytes().unwrap_err();
    assert!(error.is_timeout(), "{error:?}");
    // Nor is one that does not begin.
    let silent = Server::run(|_, _, _| std::thread::park());
    let result = block_on(async { async_organizers(&silent).photo(key()).await });
    assert!(result.unwrap_err().is_timeout());
    let result = blocking_organizers(&silent).photo(key()).send();
    assert!(result.unwrap_err().is_timeout());
}

#[test]
fn a_stream_may_take_longer_than_an_attempt() {
    let slow = || {
        Server::run(|_, _, stream| {
            let _ = stream.write_all(b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n");
            for _ in 0..5 {
                std::thread::sleep(Duration::from_millis(120));
                let _ = stream.write_all(b"x");
            }
        })
    };
    let server = slow();
    let whole = block_on(async { async_organizers(&server).photo(key()).await?.bytes().await });
    assert_eq!(whole.unwrap(), "xxxxx");
    assert_eq!(
        blocking_text(blocking_organizers(&slow()).photo(key()).send()),
        "xxxxx"
    );
}

#[test]
fn a_stream_that_breaks_off_is_told() {
    let half = || {
        Server::run(|_, _, stream| {
            let _ = stream.write_all(b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n[");
            let _ = stream.shutdown(Shutdown::Both);
        })
    };
    let server = half();
    let whole = block_on(async { async_organizers(&server).photo(key()).await?.bytes().await });
    assert!(whole.unwrap_err().is_transport());
    let photo = blocking_organizers(&half()).photo(key()).send().unwrap();
    assert!(photo.into_bytes().unwrap_err().is_transport());
}

#[test]
fn other_transports_are_given_whole_bodies_and_give_them() {
    let upload = || Upload::new(Body::reader(io::Cursor::new("content")));
    let client = Client::builder()
        .base_url("https://api.example.com")
        .transport(
            |request: http::Request<Body>, attempt: client_runtime::runtime::Attempt| async move {
                assert!(!attempt.streams_reply());
                Ok::<_, Error>(http::Response::new(Body::from(
                    request.body().text().into_owned(),
                )))
            },
        );
    let organizers = Organizers::new(client.build().unwrap());
    block_on(async {
        let outcome = organizers
            .update_photo(key(), upload())
            .outcome()
            .await
            .unwrap();
        assert!(outcome.body.text().contains("\r\n\r\ncontent\r\n"));
        assert_eq!(
            organizers
                .photo(key())
                .await
                .unwrap()
                .bytes()
                .await
                .unwrap(),
            ""
        );
    });
    let client = blocking::Client::builder()
        .base_url("https://api.example.com")
        .transport(|request: http::Request<Body>, _| Ok(http::Response::new(request.into_body())));
    let organizers = Organizers::new(client.build().unwrap());
    let outcome = organizers
        .update_photo(key(), upload())
        .outcome()
        .send()
        .unwrap();
    assert!(outcome.body.text().contains("\r\n\r\ncontent\r\n"));
    assert_eq!(blocking_text(organizers.photo(key()).send()), "");
}

#[test]
fn without_a_client_a_stream_is_a_reader() {
    let call =
        Organizers::new(Detached).update_photo(key(), Body::reader(io::Cursor::new("content")));
    let request = call.http_request("https://api.example.com").unwrap();
    assert!(request.body().is_stream() && request.body().as_bytes().is_empty());
    let mut text = String::new();
    let mut reader = request.into_body().into_reader().unwrap();
    reader.read_to_string(&mut text).unwrap();
    assert!(text.contains("\r\n\r\ncontent\r\n"), "{text}");
    let photo = Organizers::new(Detached).photo(key());
    let photo = photo.read(http::Response::new(Body::reader(io::Cursor::new("PNG"))));
    assert_eq!(blocking_text(photo), "PNG");
}
