//! What the libraries underneath write to `log`, down to the level of debugging. Below that, ureq
//! writes every byte it sends, as the documentation of `blocking` warns.

#![cfg(all(feature = "reqwest", feature = "blocking", feature = "mock"))]
#![allow(clippy::unwrap_used, reason = "a test that panics has failed")]

mod support;

use client_runtime::runtime::KeyPlace;
use std::{fmt::Write as _, sync::Mutex};
use support::{CANARY, Server, json};

/// Keeps everything that is logged.
struct Log(Mutex<String>);

impl log::Log for Log {
    fn enabled(&self, _: &log::Metadata<'_>) -> bool {
        true
    }

    fn log(&self, record: &log::Record<'_>) {
        let mut log = self.0.lock().unwrap();
        let _ = writeln!(
            log,
            "{} {}: {}",
            record.level(),
            record.target(),
            record.args()
        );
    }

    fn flush(&self) {}
}

static LOG: Log = Log(Mutex::new(String::new()));

#[test]
fn no_library_logs_a_secret() {
    log::set_logger(&LOG).unwrap();
    log::set_max_level(log::LevelFilter::Debug);
    both!(Server::replies(&[&json("200 OK", "[]")]);
        builder => builder.api_key(KeyPlace::Header, "x-api-key", CANARY)
            .api_key(KeyPlace::Cookie, "session", CANARY)
            .api_key(KeyPlace::Query, "key", CANARY);
        organizers => organizers.list();
        (result, _server, _clock) => result.unwrap());
    let log = LOG.0.lock().unwrap();
    assert!(log.contains("ureq"));
    assert!(!log.contains(CANARY), "{log}");
}
