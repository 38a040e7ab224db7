//! What holds for retries whatever happens: properties, checked with random histories.

#![cfg(all(feature = "blocking", feature = "mock"))]
#![allow(clippy::unwrap_used, reason = "a test that panics has failed")]

use client_runtime::{
    runtime::{Attempt, Body, Error, Retry, blocking::Client, mock::MockClock},
    sample::{NewOrganizer, Organizers},
};
use http::{Request, Response};
use proptest::prelude::*;
use std::{
    sync::{Arc, Mutex},
    time::Duration,
};

/// How one attempt goes.
#[derive(Clone, Debug)]
enum Fate {
    Refused,
    TimedOut,
    BrokenOff,
    Status(u16),
    RetryAfter(u16, u64),
}

impl Fate {
    /// Whether the service may have done something.
    fn may_have_acted(&self) -> bool {
        !matches!(
            self,
            Self::Refused | Self::Status(429) | Self::RetryAfter(429, _)
        )
    }

    fn result(&self) -> Result<Response<Body>, Error> {
        let status = |status: u16| Response::builder().status(status);
        match self {
            Self::Refused => Err(Error::connect("refused")),
            Self::TimedOut => Err(Error::timeout("slow")),
            Self::BrokenOff => Err(Error::transport("broken")),
            Self::Status(code) => Ok(status(*code).body(Body::default()).unwrap()),
            Self::RetryAfter(code, seconds) => Ok(status(*code)
                .header("retry-after", *seconds)
                .body(Body::default())
                .unwrap()),
        }
    }
}

fn fate() -> impl Strategy<Value = Fate> {
    let status = prop::sample::select(vec![
        200_u16, 204, 302, 400, 401, 403, 404, 408, 429, 500, 501, 502, 503, 504,
    ]);
    prop_oneof![
        Just(Fate::Refused),
        Just(Fate::TimedOut),
        Just(Fate::BrokenOff),
        status.clone().prop_map(Fate::Status),
        (status, prop_oneof![0..100_u64, any::<u64>()])
            .prop_map(|(status, seconds)| Fate::RetryAfter(status, seconds)),
    ]
}

/// What happened to a call: the limit of each attempt, and when it began.
type Log = Arc<Mutex<Vec<(Duration, Duration)>>>;

proptest! {
    #[test]
    fn retries_keep_to_their_limits(
        fates in prop::collection::vec((fate(), 0_u64..40_000), 1..12),
        is_read: bool,
        max_attempts in 1_u32..8,
        seconds in 1_u64..120,
    ) {
        let (clock, log) = (MockClock::new(), Log::default());
        let whole = Duration::from_secs(seconds);
        let elapsed = { let clock = clock.clone(); move || clock.sleeps().iter().sum::<Duration>() };
        let transport = {
            let (clock, log, fates, elapsed) = (clock.clone(), log.clone(), fates.clone(), elapsed.clone());
            move |_: Request<Body>, attempt: Attempt| {
                let mut log = log.lock().unwrap();
                let (fate, milliseconds) = &fates[log.len() % fates.len()];
                log.push((elapsed(), attempt.timeout()));
                // A transport keeps to its limit.
                clock.advance(Duration::from_millis(*milliseconds).min(attempt.timeout()));
                fate.result()
            }
        };
        let client = Client::builder()
            .transport(transport)
            .clock(clock.clone())
            .timeout(whole)
            .retry(Retry::attempts(max_attempts))
            .build()
            .unwrap();
        let organizers = Organizers::new(client);
        let result = if is_read {
            organizers.list().raw().outcome().send()
        } else {
            organizers.create(NewOrganizer::default()).outcome().send()
        };

        let log = log.lock().unwrap();
        let sent: Vec<_> = (0..log.len()).map(|number| &fates[number % fates.len()].0).collect();
        prop_assert!(!sent.is_empty() && sent.len() <= max_attempts as usize);
        if !is_read {
            prop_assert!(sent[..sent.len() - 1].iter().all(|fate| !fate.may_have_acted()), "{sent:?}");
        }
        for (start, limit) in log.iter() {
            prop_assert!(*start + *limit <= whole, "{log:?}");
        }
        prop_assert!(elapsed() <= whole);
        match result {
            Ok(outcome) => prop_assert_eq!(outcome.attempts as usize, sent.len()),
            Err(error) => prop_assert_eq!(error.status().is_some(), error.is_status()),
        }
    }

    #[test]
    fn a_wait_is_within_its_bound(failures in 2_u32..12) {
        let clock = MockClock::new();
        let client = Client::builder()
            .transport(|_: Request<Body>, _: Attempt| Err(Error::connect("refused")))
            .clock(clock.clone())
            .timeout(Duration::MAX)
            .retry(Retry::attempts(failures).backoff_from(Duration::from_millis(100)).backoff_up_to(Duration::from_secs(5)))
            .build()
            .unwrap();
        prop_assert!(Organizers::new(client).list().send().unwrap_err().is_connect());
        prop_assert_eq!(clock.sleeps().len(), failures as usize - 1);
        for (number, sleep) in (0_u32..).zip(clock.sleeps()) {
            prop_assert!(sleep <= Duration::from_millis(100 << number).min(Duration::from_secs(5)));
        }
    }
}

#[test]
fn waits_differ() {
    let wait = || {
        let clock = MockClock::new();
        let client = Client::builder()
            .transport(|_: Request<Body>, _: Attempt| Err(Error::connect("refused")))
            .clock(clock.clone())
            .build()
            .unwrap();
        Organizers::new(client).list().send().unwrap_err();
        clock.sleeps()
    };
    assert_ne!(wait(), wait());
}

#[test]
fn calls_beyond_the_rate_wait_for_their_turn() {
    let clock = MockClock::new();
    let client = Client::builder()
        .transport(|_: Request<Body>, _: Attempt| Ok(Response::new(Body::default())))
        .clock(clock.clone())
        .requests_per_second(10)
        .build()
        .unwrap();
    let organizers = Organizers::new(client);
    for _ in 0..25 {
        organizers.list().send().unwrap();
    }
    // Ten at once, and then one each tenth of a second.
    assert_eq!(clock.sleeps(), [Duration::from_millis(100); 15]);
}

#[test]
fn a_call_that_cannot_get_its_turn_in_time_is_not_sent() {
    let client = Client::builder()
        .transport(|_: Request<Body>, _: Attempt| Ok(Response::new(Body::default())))
        .clock(MockClock::new())
        .requests_per_second(1)
        .build()
        .unwrap();
    let organizers = Organizers::new(client);
    organizers.list().send().unwrap();
    assert!(
        organizers
            .list()
            .timeout(Duration::from_millis(500))
            .send()
            .unwrap_err()
            .is_timeout()
    );
    assert!(
        organizers
            .list()
            .timeout(Duration::ZERO)
            .send()
            .unwrap_err()
            .is_timeout()
    );
}
