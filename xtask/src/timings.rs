//! How long each stage took, for `--timings`.

use std::time::{Duration, Instant};

pub(crate) struct Timings {
    last: Instant,
    stages: Vec<(&'static str, Duration)>,
}

impl Timings {
    pub(crate) fn start() -> Self {
        Self {
            last: Instant::now(),
            stages: Vec::new(),
        }
    }

    /// Ends a stage. What a stage of the same name took before is added to.
    pub(crate) fn stage(&mut self, name: &'static str) {
        let now = Instant::now();
        let took = now - self.last;
        self.last = now;
        match self.stages.last_mut() {
            Some((last, total)) if *last == name => *total += took,
            _ => self.stages.push((name, took)),
        }
    }

    /// A line for each stage, and one for all.
    pub(crate) fn print(&self) {
        let line = |name: &str, took: Duration| {
            anstream::eprintln!("{name:>10} {:8.2} ms", took.as_secs_f64() * 1000.0);
        };
        for (name, took) in &self.stages {
            line(name, *took);
        }
        line("all", self.stages.iter().map(|(_, took)| *took).sum());
    }
}
