//! `cargo xtask bench`

mod compile;
mod run;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;

use crate::config::root;
use crate::say::{self, style};

/// Measure what the generated client costs: at run time, and to compile
///
/// At run time: 10,000 calls of each kind over loopback through the client, beside the same calls
/// written by hand on the same HTTP library, in turns of twenty. The first line has the calls by
/// hand on both sides, and so shows the noise. Budgets: 1.05 times the time, and 3 more allocations
/// a call.
///
/// To compile: the crates in the tree, a build from nothing, and how long the crate itself takes to
/// check and to build, for each set of features, in folders of their own below target/bench.
/// Budgets: 105 crates by default, 45 with `blocking` alone, 20 with no features.
///
/// Without --overhead and --compile it measures both. It needs a quiet machine: the ratios are of
/// neighbouring turns, but a busy neighbour still shows.
#[derive(Args)]
pub(crate) struct Bench {
    /// Measure calls alone
    #[arg(long)]
    overhead: bool,
    /// Measure compiling alone
    #[arg(long)]
    compile: bool,
    /// Build these crates from nothing too, clients by other generators: each folder with a
    /// Cargo.toml in DIR
    #[arg(long, value_name = "DIR")]
    peers: Option<PathBuf>,
    /// Fail where a budget is missed
    #[arg(long)]
    check: bool,
}

impl Bench {
    pub(crate) fn run(&self) -> Result<ExitCode, String> {
        let both = !self.overhead && !self.compile && self.peers.is_none();
        let mut within = true;
        if self.overhead || both {
            within &= overhead(self.check)?;
        }
        if self.compile || both || self.peers.is_some() {
            within &= compile::compile(self.peers.as_deref())?;
        }
        if within {
            return Ok(ExitCode::SUCCESS);
        }
        let (bad, note) = (
            style::BAD,
            if self.check {
                ""
            } else {
                "; --check makes it an error"
            },
        );
        anstream::eprintln!("{bad}a budget is missed{bad:#}{note}");
        Ok(if self.check {
            ExitCode::FAILURE
        } else {
            ExitCode::SUCCESS
        })
    }
}

/// The benchmark is a program of its own, since it counts what it allocates.
fn overhead(check: bool) -> Result<bool, String> {
    let mut command = run::cargo();
    command.current_dir(root()).args(["bench", "--quiet"]);
    command.args(["--package", "benches", "--bench", "overhead"]);
    if check {
        command.args(["--", "--check"]);
    }
    let status = command
        .status()
        .map_err(|error| format!("cargo can't be run: {error}"))?;
    if !status.success() && !check {
        say::error("the benchmark failed");
    }
    Ok(status.success())
}
