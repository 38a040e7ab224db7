//! What servers do to their clients, on real sockets: the same with the async and the blocking
//! client. Nobody waits, but for a timeout.

#![cfg(all(feature = "reqwest", feature = "blocking", feature = "mock"))]
#![allow(clippy::unwrap_used, reason = "a test that panics has failed")]

mod support;

use client_runtime::{
    runtime::Retry,
    sample::{NewOrganizer, OrganizerKey},
};
use std::{io::Write as _, net::Shutdown, time::Duration};
use support::{CANARY, Server, json};

/// A reply that is written as it stands, after which the connection is closed.
fn closing(reply: &'static [u8]) -> Server {
    Server::run(move |_, _, stream| {
        // The client may have gone by then.
        let _ = stream
            .write_all(reply)
            .and_then(|()| stream.shutdown(Shutdown::Both));
    })
}

#[test]
fn nothing_is_a_value() {
    for reply in [
        "HTTP/1.1 204 No Content\r\n\r\n",
        "HTTP/1.1 204 No Content\r\nContent-Length: 0\r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n",
        "HTTP/1.1 205 Reset Content\r\nContent-Length: 0\r\n\r\n",
    ] {
        both!(Server::replies(&[reply]); builder => builder; organizers => organizers.list();
        (result, server, _clock) => {
            assert!(result.unwrap().is_empty(), "{reply}");
            assert_eq!(server.seen().len(), 1);
        });
        both!(Server::replies(&[reply]); builder => builder; organizers => organizers.delete(OrganizerKey::from(1));
            (result, _server, _clock) => result.unwrap());
    }
}

#[test]
fn a_body_may_come_without_its_length() {
    both!(closing(b"HTTP/1.1 200 OK\r\n\r\n[{\"organizerKey\": 1}]"); builder => builder;
        organizers => organizers.list(); (result, _server, _clock) => assert_eq!(result.unwrap().len(), 1));
}

#[test]
fn a_body_may_come_in_chunks() {
    let reply = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\n[{\"\r\n4\r\na\":1\r\n2\r\n}]\r\n0\r\n\r\n";
    both!(Server::replies(&[reply]); builder => builder; organizers => organizers.list();
        (result, _server, _clock) => assert_eq!(result.unwrap().len(), 1));
}

#[cfg(feature = "gzip")]
#[test]
fn a_body_may_come_compressed_but_not_explode() {
    let compressed = |text: &[u8]| {
        let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
        encoder.write_all(text).unwrap();
        let body = encoder.finish().unwrap();
        let head = format!(
            "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: {}\r\n\r\n",
            body.len()
        );
        [head.into_bytes(), body].concat()
    };
    let server = |text: &[u8]| {
        let reply = compressed(text);
        Server::run(move |_, _, stream| stream.write_all(&reply).unwrap())
    };
    both!(server(b"[{}]"); builder => builder; organizers => organizers.list();
    (result, server, _clock) => {
        assert_eq!(result.unwrap().len(), 1);
        assert_eq!(server.only().header("accept-encoding").as_deref(), Some("gzip"));
    });
    both!(server(&vec![b' '; 1_000_000]); builder => builder.max_reply(100_000); organizers => organizers.list();
        (result, _server, _clock) => assert!(result.unwrap_err().is_too_large()));
    both!(Server::replies(&["HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 2\r\n\r\n[]"]);
        builder => builder; organizers => organizers.list();
        (result, _server, _clock) => assert!(result.unwrap_err().is_decode()));
}

#[test]
fn an_encoding_that_is_not_known_is_named() {
    let reply = "HTTP/1.1 200 OK\r\nContent-Encoding: br\r\nContent-Length: 2\r\n\r\n\x01\x02";
    both!(Server::replies(&[reply]); builder => builder; organizers => organizers.list();
    (result, _server, _clock) => {
        let error = result.unwrap_err();
        assert!(error.is_decode() && error.to_string().contains("`br`"), "{error}");
    });
    both!(Server::replies(&[reply]); builder => builder; organizers => organizers.list().raw();
        (result, _server, _clock) => assert_eq!(result.unwrap().as_bytes(), b"\x01\x02"));
}

#[test]
fn a_reply_that_breaks_off_is_asked_for_again_if_that_is_safe() {
    let half = || closing(b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n[{\"organ");
    both!(half(); builder => builder; organizers => organizers.list();
    (result, server, clock) => {
        let error = result.unwrap_err();
        assert!(error.is_transport(), "{error:?}");
        assert_eq!((server.seen().len(), clock.sleeps().len()), (3, 2));
        support::shows_no_secret(&error);
    });
    both!(half(); builder => builder; organizers => organizers.create(NewOrganizer::default());
    (result, server, _clock) => {
        assert!(result.unwrap_err().is_transport());
        assert_eq!(server.seen().len(), 1);
    });
    both!(half(); builder => builder; organizers => organizers.create(NewOrganizer::default()).idempotent(true);
        (_result, server, _clock) => assert_eq!(server.seen().len(), 3));
}

#[test]
fn garbage_is_an_error() {
    for garbage in [
        &b"\x00\xff\x17garbage\r\n\r\n"[..],
        b"HTTP/1.1 999999 What\r\n\r\n",
        b"",
        b"\r\n\r\n",
    ] {
        both!(closing(garbage); builder => builder.retry(Retry::never()); organizers => organizers.list();
        (result, _server, _clock) => {
            let error = result.unwrap_err();
            assert!(error.is_transport() || error.is_status(), "{error:?}");
            support::shows_no_secret(&error);
        });
    }
}

#[test]
fn json_that_breaks_off_is_an_error_with_its_place() {
    both!(Server::replies(&[&json("200 OK", r#"[{"maxNumAttendees": 1}, {"maxNum"#)]); builder => builder;
    organizers => organizers.list();
    (result, server, _clock) => {
        let error = result.unwrap_err();
        assert!(error.is_decode(), "{error:?}");
        assert!(error.to_string().contains("at [1]"), "{error}");
        assert_eq!(error.body().unwrap().len(), 33);
        assert_eq!(server.seen().len(), 1);
    });
}

#[test]
fn an_answer_that_takes_too_long_is_not_waited_for() {
    let silent = || Server::run(|_, _, _| std::thread::park());
    both!(silent(); builder => builder.attempt_timeout(Duration::from_millis(200)); organizers => organizers.list();
    (result, server, _clock) => {
        let error = result.unwrap_err();
        assert!(error.is_timeout(), "{error:?}");
        // A busy machine may let the client go on before the server has read.
        let all_seen = (0..500).any(|_| {
            std::thread::sleep(Duration::from_millis(10));
            server.seen().len() == 3
        });
        assert!(all_seen, "{:?}", server.seen());
        support::shows_no_secret(&error);
    });
    // A body that stops coming is as silent as a server.
    let stuck = || {
        Server::run(|_, _, stream| {
            stream
                .write_all(b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n[")
                .unwrap();
            std::thread::park();
        })
    };
    both!(stuck(); builder => builder; organizers => organizers.list().timeout(Duration::from_millis(50));
        (result, _server, _clock) => assert!(result.unwrap_err().is_timeout()));
}

#[test]
fn a_reply_of_two_gigabytes_stops_at_the_limit() {
    let flood = || {
        Server::run(|_, _, stream| {
            let _ = stream.write_all(b"HTTP/1.1 200 OK\r\nContent-Length: 2147483648\r\n\r\n");
            let block = vec![b' '; 65_536];
            // Ends as soon as the client has enough.
            while stream.write_all(&block).is_ok() {}
        })
    };
    both!(flood(); builder => builder; organizers => organizers.list();
    (result, server, _clock) => {
        let error = result.unwrap_err();
        assert!(error.is_too_large(), "{error:?}");
        assert_eq!(error.to_string(), "organizers.list: the reply cannot be read: it is longer than 16777216 bytes");
        assert_eq!(server.seen().len(), 1);
    });
}

#[test]
fn a_connection_that_is_refused_is_tried_again_whatever_the_method() {
    let nobody = || {
        let mut server = Server::replies(&[""]);
        let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
        server.url = format!("http://{}", listener.local_addr().unwrap());
        server
    };
    both!(nobody(); builder => builder; organizers => organizers.create(NewOrganizer::default());
    (result, _server, clock) => {
        let error = result.unwrap_err();
        assert!(error.is_connect(), "{error:?}");
        assert_eq!(clock.sleeps().len(), 2);
        support::shows_no_secret(&error);
    });
}

#[test]
fn retry_after_is_followed_in_both_its_forms() {
    let seconds = "HTTP/1.1 429 Too Many Requests\r\nRetry-After: 7\r\nContent-Length: 0\r\n\r\n";
    let date = "HTTP/1.1 429 Too Many Requests\r\nDate: Tue, 24 Nov 2026 10:00:00 GMT\r\n\
                Retry-After: Tue, 24 Nov 2026 10:00:11 GMT\r\nContent-Length: 0\r\n\r\n";
    let done = json("201 Created", "[]");
    both!(Server::replies(&[seconds, date, &done]); builder => builder;
    organizers => organizers.create(NewOrganizer::default()).outcome();
    (result, _server, clock) => {
        assert_eq!(result.unwrap().attempts, 3);
        assert_eq!(clock.sleeps(), [Duration::from_secs(7), Duration::from_secs(11)]);
    });
    // Longer than the call may take: it is no use to wait.
    let later = "HTTP/1.1 429 Too Many Requests\r\nRetry-After: 18446744073709551615\r\nContent-Length: 4\r\n\r\nslow";
    both!(Server::replies(&[later]); builder => builder; organizers => organizers.list();
    (result, _server, clock) => {
        let error = result.unwrap_err();
        assert!(error.is_rate_limited() && clock.sleeps().is_empty(), "{error:?}");
        assert_eq!(error.headers().unwrap()["retry-after"], "18446744073709551615");
    });
}

#[test]
fn a_service_that_is_down_for_a_while_is_asked_again() {
    let down = "HTTP/1.1 503 Service Unavailable\r\nContent-Length: 0\r\n\r\n";
    let done = json("200 OK", "[]");
    both!(Server::replies(&[down, down, &done]); builder => builder; organizers => organizers.list().outcome();
    (result, _server, clock) => {
        assert_eq!(result.unwrap().attempts, 3);
        assert!(clock.sleeps()[0] <= Duration::from_millis(250) && clock.sleeps()[1] <= Duration::from_millis(500));
    });
    both!(Server::replies(&[down]); builder => builder; organizers => organizers.create(NewOrganizer::default());
    (result, server, _clock) => {
        assert!(result.unwrap_err().is_server_error());
        assert_eq!(server.seen().len(), 1);
    });
}

#[test]
fn a_path_of_two_slashes_stays_on_its_server() {
    both!(Server::run(|number, seen, stream| {
        let to = format!("http://{}//elsewhere/x?y=1", seen.header("host").unwrap());
        let reply = match number {
            0 => format!("HTTP/1.1 302 Found\r\nLocation: {to}\r\nContent-Length: 0\r\n\r\n"),
            _ => json("200 OK", "[{}]"),
        };
        stream.write_all(reply.as_bytes()).unwrap();
    });
    builder => builder; organizers => organizers.list();
    (result, server, _clock) => {
        assert_eq!(result.unwrap().len(), 1);
        assert_eq!(server.seen()[1].line, "GET //elsewhere/x?y=1 HTTP/1.1");
    });
}

#[test]
fn a_redirect_is_followed_but_takes_no_secret_elsewhere() {
    let elsewhere = Server::replies(&[&json("200 OK", "[{}]")]);
    // Another port is another origin.
    let to = format!(
        "HTTP/1.1 302 Found\r\nLocation: {}/x?y=1\r\nContent-Length: 0\r\n\r\n",
        elsewhere.url
    );
    both!(Server::replies(&[&to]); builder => builder.header("x-key", CANARY).user_agent("app/1");
    organizers => organizers.list().header("x-own", CANARY);
    (result, server, _clock) => {
        assert_eq!(result.unwrap().len(), 1);
        assert!(server.only().header("authorization").is_some());
        let seen = elsewhere.seen().pop().unwrap();
        assert_eq!(seen.line, "GET /x?y=1 HTTP/1.1");
        assert_eq!(seen.header("user-agent").as_deref(), Some("app/1"));
        assert!(!format!("{seen:?}").contains(CANARY), "{seen:?}");
    });
    both!(Server::replies(&["HTTP/1.1 307 Temporary Redirect\r\nLocation: ../new?a=b\r\nContent-Length: 0\r\n\r\n",
        &json("200 OK", "[]")]);
    builder => builder; organizers => organizers.create(NewOrganizer::default());
    (result, server, _clock) => {
        result.unwrap();
        let seen = server.seen();
        assert!(seen[1].line.starts_with("POST ") && seen[1].line.ends_with("/new?a=b HTTP/1.1"), "{seen:?}");
        assert_eq!((seen[1].header("authorization"), &*seen[1].body), (seen[0].header("authorization"), "{}"));
    });
    // What changes something goes to nobody else.
    let to = to.replace("302 Found", "307 Temporary Redirect");
    both!(Server::replies(&[&to]); builder => builder; organizers => organizers.create(NewOrganizer::default());
        (result, _server, _clock) => assert_eq!(result.unwrap_err().status().unwrap().as_u16(), 307));
    both!(Server::replies(&["HTTP/1.1 301 Moved Permanently\r\nLocation: /again\r\nContent-Length: 0\r\n\r\n"]);
    builder => builder; organizers => organizers.list();
    (result, server, _clock) => {
        assert_eq!(result.unwrap_err().status().unwrap().as_u16(), 301);
        assert_eq!(server.seen().len(), 6);
    });
}

#[test]
fn credentials_go_where_the_service_wants_them() {
    use client_runtime::runtime::KeyPlace;

    both!(Server::replies(&[&json("200 OK", "[]")]);
    builder => builder
        .basic("Aladdin", "open sesame")
        .api_key(KeyPlace::Header, "X-Api-Key", CANARY)
        .api_key(KeyPlace::Query, "api key", CANARY)
        .api_key(KeyPlace::Cookie, "session", CANARY);
    organizers => organizers.list().email("a");
    (result, server, _clock) => {
        result.unwrap();
        let seen = server.only();
        assert_eq!(seen.line, format!("GET /organizers?email=a&api%20key={CANARY} HTTP/1.1"));
        assert_eq!(seen.header("authorization").as_deref(), Some("Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ=="));
        assert_eq!(seen.header("x-api-key").as_deref(), Some(CANARY));
        assert_eq!(seen.header("cookie"), Some(format!("session={CANARY}")));
    });
}

#[test]
fn a_header_of_the_call_stands_in_for_the_credentials() {
    both!(Server::replies(&[&json("200 OK", "[]")]); builder => builder;
    organizers => organizers.list().header("Authorization", "OAuth oauth_token=x");
    (result, server, _clock) => {
        result.unwrap();
        assert_eq!(server.only().header("authorization").as_deref(), Some("OAuth oauth_token=x"));
    });
}

#[test]
fn credentials_that_a_service_repeats_are_not_shown() {
    let echo = || {
        Server::run(|_, request, stream| {
            let token = request.header("authorization").unwrap_or_default();
            stream
                .write_all(
                    json("401 Unauthorized", &format!(r#"{{"refused": "{token}"}}"#)).as_bytes(),
                )
                .unwrap();
        })
    };
    both!(echo(); builder => builder; organizers => organizers.list();
    (result, _server, _clock) => {
        let error = result.unwrap_err();
        assert_eq!(error.to_string(), r#"organizers.list: 401 Unauthorized: {"refused": "Bearer [redacted]"}"#);
        support::shows_no_secret(&error);
    });
}
