//! A server on a loopback socket that answers what a test tells it to, byte for byte.

#![allow(dead_code, unreachable_pub, reason = "each test uses its part of it")]

use std::{
    io::{BufRead, BufReader, Read, Write},
    net::{TcpListener, TcpStream},
    sync::{Arc, Mutex},
    thread,
};

/// What must never be seen where it does not belong.
pub const CANARY: &str = "canary-5f1c0e";

/// A request as it came over the wire.
#[derive(Clone, Debug)]
pub struct Seen {
    pub line: String,
    pub headers: Vec<(String, String)>,
    pub body: String,
}

impl Seen {
    /// The values of a header, joined.
    pub fn header(&self, name: &str) -> Option<String> {
        let values: Vec<_> = self
            .headers
            .iter()
            .filter(|(key, _)| key == name)
            .map(|(_, value)| &**value)
            .collect();
        (!values.is_empty()).then(|| values.join(", "))
    }
}

/// The server. It lives as long as the test's process.
pub struct Server {
    pub url: String,
    seen: Arc<Mutex<Vec<Seen>>>,
}

impl Server {
    /// Answers the first request with the first reply, and so on; the last one serves the rest.
    pub fn replies(replies: &[&str]) -> Self {
        let replies: Vec<String> = replies.iter().map(ToString::to_string).collect();
        Self::run(move |number, _, stream| {
            let reply = replies.get(number).or(replies.last()).expect("a reply");
            stream.write_all(reply.as_bytes()).expect("written");
        })
    }

    /// Answers with whatever `answer` writes, given the number of the request from 0.
    pub fn run(answer: impl Fn(usize, &Seen, &mut TcpStream) + Send + Sync + 'static) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("bound");
        let url = format!("http://{}", listener.local_addr().expect("an address"));
        let seen = Arc::new(Mutex::new(Vec::new()));
        let server = Self {
            url,
            seen: seen.clone(),
        };
        let answer = Arc::new(answer);
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let (seen, answer) = (seen.clone(), answer.clone());
                thread::spawn(move || serve(stream, &seen, &*answer));
            }
        });
        server
    }

    /// The requests so far.
    pub fn seen(&self) -> Vec<Seen> {
        self.seen.lock().expect("no panic").clone()
    }

    /// The only request.
    pub fn only(&self) -> Seen {
        let seen = self.seen();
        assert_eq!(seen.len(), 1, "{seen:#?}");
        seen[0].clone()
    }
}

fn serve(
    mut stream: TcpStream,
    seen: &Mutex<Vec<Seen>>,
    answer: &(dyn Fn(usize, &Seen, &mut TcpStream) + Sync),
) {
    let mut reader = BufReader::new(stream.try_clone().expect("cloned"));
    while let Some(request) = read(&mut reader) {
        let number = {
            let mut seen = seen.lock().expect("no panic");
            seen.push(request.clone());
            seen.len() - 1
        };
        answer(number, &request, &mut stream);
    }
}

fn read(reader: &mut BufReader<TcpStream>) -> Option<Seen> {
    let mut lines = Vec::new();
    loop {
        let mut line = String::new();
        if reader.read_line(&mut line).ok()? == 0 {
            return None;
        }
        match line.trim_end() {
            "" => break,
            line => lines.push(line.to_owned()),
        }
    }
    let mut lines = lines.into_iter();
    let line = lines.next()?;
    let header = |line: String| {
        line.split_once(": ")
            .map(|(name, value)| (name.to_lowercase(), value.to_owned()))
    };
    let headers: Vec<_> = lines.filter_map(header).collect();
    let length = headers
        .iter()
        .find(|(name, _)| name == "content-length")
        .map_or("0", |(_, value)| value);
    let mut body = vec![0; length.parse().ok()?];
    reader.read_exact(&mut body).ok()?;
    if headers.iter().any(|(name, _)| name == "transfer-encoding") {
        body = chunks(reader)?;
    }
    Some(Seen {
        line,
        headers,
        body: String::from_utf8(body).ok()?,
    })
}

/// A body in chunks, to its end.
fn chunks(reader: &mut BufReader<TcpStream>) -> Option<Vec<u8>> {
    let mut body = Vec::new();
    loop {
        let mut line = String::new();
        reader.read_line(&mut line).ok()?;
        let length = usize::from_str_radix(line.trim(), 16).ok()?;
        // Each ends with a line break.
        let mut chunk = vec![0; length + 2];
        reader.read_exact(&mut chunk).ok()?;
        chunk.truncate(length);
        if chunk.is_empty() {
            return Some(body);
        }
        body.append(&mut chunk);
    }
}

/// Neither the error nor what caused it may show the canary.
pub fn shows_no_secret(error: &client_runtime::runtime::Error) {
    let mut text = format!("{error} {error:?} {error:#?}");
    let mut source = std::error::Error::source(error);
    while let Some(cause) = source {
        text = format!("{text} {cause} {cause:?}");
        source = cause.source();
    }
    assert!(!text.contains(CANARY), "{text}");
}

/// A reply with a body of that type.
pub fn reply(status: &str, content_type: &str, body: &str) -> String {
    format!(
        "HTTP/1.1 {status}\r\nContent-Type: {content_type}\r\nContent-Length: {}\r\n\r\n{body}",
        body.len()
    )
}

/// A reply with JSON.
pub fn json(status: &str, body: &str) -> String {
    reply(status, "application/json", body)
}

/// Does the same with the async and the blocking client, each with a server and a clock of its own.
///
/// `both!(server; builder => configured; organizers => call; (result, server, clock) => checks)`
#[macro_export]
macro_rules! both {
    ($server:expr; $builder:ident => $configured:expr; $organizers:ident => $call:expr;
     ($result:ident, $seen:ident, $clock:ident) => $checks:expr) => {{
        use client_runtime::{
            runtime::{Client, blocking, mock::MockClock},
            sample::Organizers,
        };
        {
            let ($seen, $clock) = ($server, MockClock::new());
            let $builder = Client::builder()
                .base_url($seen.url.as_str())
                .token(support::CANARY)
                .clock($clock.clone());
            let runtime = tokio::runtime::Builder::new_current_thread()
                .enable_all()
                .build()
                .unwrap();
            let $organizers = Organizers::new($configured.build().unwrap());
            let $result = runtime.block_on($call.into_future());
            $checks;
        }
        {
            let ($seen, $clock) = ($server, MockClock::new());
            let $builder = blocking::Client::builder()
                .base_url($seen.url.as_str())
                .token(support::CANARY)
                .clock($clock.clone());
            let $organizers = Organizers::new($configured.build().unwrap());
            let $result = $call.send();
            $checks;
        }
    }};
}
