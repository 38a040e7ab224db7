//! What the generated client costs beyond the same calls written by hand on the same HTTP client.
//!
//! `cargo xtask bench --overhead` runs this.

mod by_hand;
mod compare;
mod counting;
mod generated;
mod server;
mod values;

use std::process::ExitCode;

use compare::{CALLS, Calls, Comparison, compare};
use gotomeeting::types::{CreatedMeeting, HistoricalMeeting};
use tokio::runtime::Builder;
use values::{Result, span};

/// How many times the time by hand a call may take.
const TIME: f64 = 1.05;
/// How many more allocations a call may make.
const ALLOCATIONS: f64 = 3.0;

fn main() -> ExitCode {
    let check = std::env::args().any(|argument| argument == "--check");
    match run() {
        Ok(within) if within || !check => ExitCode::SUCCESS,
        Ok(_) => ExitCode::FAILURE,
        Err(error) => {
            anstream::eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}

/// Prints a line for each kind of call, and tells whether all are within the budgets.
fn run() -> Result<bool> {
    anstream::println!(
        "{CALLS} calls over loopback by hand and by the client, in turns; times are medians of one call, with \
         95 % intervals for what they have to do with each other. The first line is by hand on both sides: \
         what it is away from 1 is noise.\n\
         Budgets: {TIME} times the time, {ALLOCATIONS} more allocations.\n\n\
         {:15}{:>8} {:>10}   {:27}{:>8} {:>7}   more",
        "",
        "by hand",
        "client",
        "times the time",
        "by hand",
        "client",
    );
    let server = server::start()?;
    let span = span();
    // One thread, so that it makes all the allocations that count.
    let runtime = Builder::new_current_thread().enable_all().build()?;
    let (hand, other, client) = (
        by_hand::client(server)?,
        by_hand::client(server)?,
        generated::client(server)?,
    );
    let list_by = |hand: &by_hand::Client<reqwest::Client>, calls| {
        runtime.block_on(async {
            for _ in 0..calls {
                all(&hand.list(span).await?)?;
            }
            Ok(())
        })
    };
    // Noise is shown, and fails nothing.
    case("noise", &mut |calls| list_by(&hand, calls), &mut |calls| {
        list_by(&other, calls)
    })?;
    let mut within = case(
        "async GET",
        &mut |calls| list_by(&hand, calls),
        &mut |calls| {
            runtime.block_on(async {
                for _ in 0..calls {
                    all(&generated::list(&client, span).await?)?;
                }
                Ok(())
            })
        },
    )?;
    within &= case(
        "async POST",
        &mut |calls| {
            runtime.block_on(async {
                for _ in 0..calls {
                    one(&hand.create(span).await?)?;
                }
                Ok(())
            })
        },
        &mut |calls| {
            runtime.block_on(async {
                for _ in 0..calls {
                    one(&generated::create(&client, span).await?)?;
                }
                Ok(())
            })
        },
    )?;
    let hand = by_hand::blocking_client(server);
    let client = generated::blocking_client(server)?;
    within &= case(
        "blocking GET",
        &mut |calls| (0..calls).try_for_each(|_| all(&hand.list(span)?)),
        &mut |calls| (0..calls).try_for_each(|_| all(&generated::blocking_list(&client, span)?)),
    )?;
    within &= case(
        "blocking POST",
        &mut |calls| (0..calls).try_for_each(|_| one(&hand.create(span)?)),
        &mut |calls| (0..calls).try_for_each(|_| one(&generated::blocking_create(&client, span)?)),
    )?;
    Ok(within)
}

/// Both sides have to read everything.
fn all(meetings: &[HistoricalMeeting]) -> Result<()> {
    let is_whole = |meeting: &HistoricalMeeting| meeting.start_time.is_some();
    if meetings.len() == server::MEETINGS && meetings.iter().all(is_whole) {
        Ok(())
    } else {
        Err(format!("not all was read: {meetings:?}").into())
    }
}

fn one(meeting: &CreatedMeeting) -> Result<()> {
    if meeting.max_participants.is_some() {
        Ok(())
    } else {
        Err(format!("not all was read: {meeting:?}").into())
    }
}

fn case(name: &str, by_hand: Calls<'_>, client: Calls<'_>) -> Result<bool> {
    let Comparison {
        by_hand,
        client,
        ratio,
        between: (low, high),
    } = compare(by_hand, client)?;
    let more = client.allocations - by_hand.allocations;
    // What a few calls in ten thousand allocate, such as a buffer that grows, is no allocation a call.
    let (in_time, in_memory) = (ratio <= TIME, more < ALLOCATIONS + 0.05);
    let micros = |time: std::time::Duration| time.as_secs_f64() * 1e6;
    anstream::println!(
        "{name:14}{:6.1} µs {:6.1} µs   × {ratio:.3} ({low:.3}–{high:.3}) {}{:10.1} {:7.1}   {more:+.1} {}",
        micros(by_hand.time),
        micros(client.time),
        mark(in_time),
        by_hand.allocations,
        client.allocations,
        mark(in_memory),
    );
    Ok(in_time && in_memory)
}

fn mark(within: bool) -> &'static str {
    if within {
        "\x1b[32;1m✓\x1b[0m"
    } else {
        "\x1b[31;1m✗ MISSED\x1b[0m"
    }
}
