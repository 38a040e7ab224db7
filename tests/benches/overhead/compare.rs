//! Two ways to do one thing, measured so that a busy machine disturbs both alike.

use std::hint::black_box;
use std::time::{Duration, Instant};

use crate::counting::allocations;
use crate::values::Result;

/// How many calls each side makes in one turn.
const TURN: u32 = 20;
/// How many turns each side has.
const TURNS: u32 = 500;
/// How many calls each side makes.
pub(crate) const CALLS: u32 = TURN * TURNS;
/// Turns before it counts: connections are made, and caches and buffers are filled.
const WARM_UP: u32 = 25;

/// Makes that many calls.
pub(crate) type Calls<'a> = &'a mut dyn FnMut(u32) -> Result<()>;

/// What one side took for a call.
pub(crate) struct Cost {
    /// The median over the turns.
    pub(crate) time: Duration,
    pub(crate) allocations: f64,
}

pub(crate) struct Comparison {
    pub(crate) by_hand: Cost,
    pub(crate) client: Cost,
    /// How many times the time of the calls by hand the client took in the turn beside them: the
    /// median, and the interval that holds it with 95 %.
    pub(crate) ratio: f64,
    pub(crate) between: (f64, f64),
}

pub(crate) fn compare<'a>(by_hand: Calls<'a>, client: Calls<'a>) -> Result<Comparison> {
    let mut sides = [Side::new(by_hand), Side::new(client)];
    for turn in 0..WARM_UP + TURNS {
        if turn == WARM_UP {
            sides.iter_mut().for_each(Side::forget);
        }
        // In turns first and second, so that neither always follows the other.
        if turn % 2 == 1 {
            sides.iter_mut().rev().try_for_each(Side::turn)?;
        } else {
            sides.iter_mut().try_for_each(Side::turn)?;
        }
    }
    let [by_hand, client] = sides;
    let mut ratios: Vec<f64> = std::iter::zip(&client.times, &by_hand.times)
        .map(|(client, by_hand)| client.as_secs_f64() / by_hand.as_secs_f64())
        .collect();
    ratios.sort_by(f64::total_cmp);
    let middle = ratios.len() / 2;
    // The ranks that enclose the median of so many values with 95 %.
    let away = ratios.len().isqrt();
    Ok(Comparison {
        ratio: ratios[middle],
        between: (ratios[middle - away], ratios[middle + away]),
        by_hand: by_hand.cost()?,
        client: client.cost()?,
    })
}

struct Side<'a> {
    calls: Calls<'a>,
    /// What each turn took.
    times: Vec<Duration>,
    allocations: u64,
}

impl<'a> Side<'a> {
    fn new(calls: Calls<'a>) -> Self {
        Self {
            calls,
            times: Vec::new(),
            allocations: 0,
        }
    }

    fn forget(&mut self) {
        self.times.clear();
        self.allocations = 0;
    }

    fn turn(&mut self) -> Result<()> {
        let allocated = allocations();
        let begun = Instant::now();
        black_box((self.calls)(TURN))?;
        self.times.push(begun.elapsed());
        self.allocations += allocations() - allocated;
        Ok(())
    }

    fn cost(mut self) -> Result<Cost> {
        self.times.sort();
        Ok(Cost {
            time: self.times[self.times.len() / 2] / TURN,
            allocations: f64::from(u32::try_from(self.allocations)?) / f64::from(CALLS),
        })
    }
}
