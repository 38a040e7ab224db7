//! A server that costs next to nothing, so that it hides nothing: it looks for the end of each
//! request, and answers with bytes that were ready before.

use std::io;
use std::net::{SocketAddr, TcpListener};
use std::rc::Rc;
use std::thread;

use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;
use tokio::runtime::Builder;
use tokio::task::LocalSet;

/// How many meetings the list holds.
pub(crate) const MEETINGS: usize = 10;

/// What it answers, by method.
struct Replies {
    get: Vec<u8>,
    post: Vec<u8>,
}

/// Serves on loopback until the process ends.
///
/// One thread serves all connections: with a thread for each, the system may keep one of them on a
/// worse core than the other, and that weighs more than everything that is measured here.
pub(crate) fn start() -> io::Result<SocketAddr> {
    let listener = TcpListener::bind(("127.0.0.1", 0))?;
    listener.set_nonblocking(true)?;
    let address = listener.local_addr()?;
    let runtime = Builder::new_current_thread().enable_io().build()?;
    thread::spawn(move || runtime.block_on(LocalSet::new().run_until(accept(listener))));
    Ok(address)
}

async fn accept(listener: TcpListener) -> io::Result<()> {
    let listener = tokio::net::TcpListener::from_std(listener)?;
    let replies = Rc::new(Replies {
        get: reply("200 OK", &format!("[{}]", [MEETING; MEETINGS].join(","))),
        post: reply("201 Created", &format!("[{CREATED}]")),
    });
    loop {
        let (connection, _) = listener.accept().await?;
        let replies = replies.clone();
        tokio::task::spawn_local(async move { serve(connection, &replies).await });
    }
}

const MEETING: &str = r#"{"subject":"Weekly review","meetingId":"123456789","organizerKey":"4567890123456789","email":"ada@example.com","numAttendees":7,"startTime":"2024-04-10T18:24:05.+0000"}"#;

const CREATED: &str = r#"{"joinURL":"https://global.gotomeeting.com/join/123456789","meetingid":123456789,"maxParticipants":251,"conferenceCallInfo":"VoIP"}"#;

fn reply(status: &str, body: &str) -> Vec<u8> {
    let length = body.len();
    format!(
        "HTTP/1.1 {status}\r\n\
         Content-Type: application/json\r\n\
         Content-Length: {length}\r\n\
         Date: Wed, 10 Apr 2024 18:24:05 GMT\r\n\
         X-Request-Id: 0f8fad5b-d9cb-469f-a165-70867728950e\r\n\
         \r\n\
         {body}"
    )
    .into_bytes()
}

async fn serve(mut connection: TcpStream, replies: &Replies) -> io::Result<()> {
    connection.set_nodelay(true)?;
    let mut buffer = [0; 4096];
    let mut filled = 0;
    loop {
        let read = connection.read(&mut buffer[filled..]).await?;
        if read == 0 {
            return Ok(());
        }
        filled += read;
        let request = &buffer[..filled];
        if is_whole(request) {
            let reply = if request.starts_with(b"GET ") {
                &replies.get
            } else {
                &replies.post
            };
            connection.write_all(reply).await?;
            filled = 0;
        }
    }
}

/// Whether a request has come to its end. (A client waits for the reply before it sends another.)
fn is_whole(request: &[u8]) -> bool {
    let Some(end) = request.windows(4).position(|bytes| bytes == b"\r\n\r\n") else {
        return false;
    };
    let head = String::from_utf8_lossy(&request[..end]);
    let length = head.lines().find_map(|line| {
        let (name, value) = line.split_once(':')?;
        name.eq_ignore_ascii_case("content-length")
            .then(|| value.trim().parse().ok())?
    });
    request.len() >= end + 4 + length.unwrap_or(0)
}
