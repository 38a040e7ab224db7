//! A line that tells how far a long run is: on a terminal only, and gone in the end.

use std::io::{IsTerminal, Write};
use std::sync::atomic::{AtomicUsize, Ordering};

/// Columns of the bar.
const WIDTH: usize = 24;

pub(super) struct Progress {
    what: &'static str,
    all: usize,
    done: AtomicUsize,
    shown: bool,
}

impl Progress {
    pub(super) fn new(what: &'static str, all: usize) -> Self {
        Self {
            what,
            all,
            done: AtomicUsize::new(0),
            shown: std::io::stderr().is_terminal(),
        }
    }

    /// More of them are done, the last of which is called so.
    pub(super) fn advance(&self, by: usize, last: &str) {
        let done = self.done.fetch_add(by, Ordering::Relaxed) + by;
        if !self.shown {
            return;
        }
        let full = WIDTH * done / self.all.max(1);
        let bar = "#".repeat(full) + &"-".repeat(WIDTH - full.min(WIDTH));
        let last: String = last.chars().rev().take(30).collect();
        let last: String = last.chars().rev().collect();
        // A terminal that can't be written to has nobody who looks at it.
        let _ = write!(
            std::io::stderr(),
            "\r{} [{bar}] {done}/{} {last:<30}",
            self.what,
            self.all
        );
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        if self.shown {
            let _ = write!(std::io::stderr(), "\r{:79}\r", "");
        }
    }
}
