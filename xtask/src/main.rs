//! The commands of this repository: `cargo xtask --help` lists them.

mod bench;
mod beside;
mod config;
mod corpus;
mod diff;
mod door;
mod explain;
mod generate;
mod measure;
mod normalize;
mod regenerate;
mod release;
mod rename;
mod say;
mod show;
mod timings;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand};

/// Typed Rust clients from API documents as they really are.
#[derive(Parser)]
#[command(bin_name = "cargo xtask", disable_help_subcommand = true)]
struct Arguments {
    /// The repository to work in: a folder with specs/*/crate.toml [default: this repository]
    #[arg(long, global = true, value_name = "DIR", hide_short_help = true)]
    root: Option<PathBuf>,
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    Regenerate(regenerate::Regenerate),
    Generate(generate::Generate),
    Normalize(normalize::Normalize),
    Diff(diff::Diff),
    Explain(explain::Explain),
    Bench(bench::Bench),
    Corpus(corpus::Corpus),
    Measure(measure::Measure),
    #[command(hide = true)]
    CorpusOne(corpus::One),
}

/// The stack that the generator gets: a type may lead to another one thousands of times.
const STACK: usize = 512 * 1024 * 1024;

fn main() -> ExitCode {
    // What is not used of it costs nothing.
    let thread = std::thread::Builder::new().stack_size(STACK).spawn(run);
    match thread.map(std::thread::JoinHandle::join) {
        Ok(Ok(code)) => code,
        // The panic has said why.
        Ok(Err(_)) => ExitCode::FAILURE,
        Err(error) => {
            say::error(&format!("no thread can be started: {error}"));
            ExitCode::FAILURE
        }
    }
}

fn run() -> ExitCode {
    let arguments = Arguments::parse();
    if let Some(root) = &arguments.root
        && let Err(error) = config::work_in(root)
    {
        say::error(&error);
        return ExitCode::FAILURE;
    }
    let result = match arguments.command {
        Command::Regenerate(command) => command.run(),
        Command::Generate(command) => command.run(),
        Command::Normalize(command) => command.run(),
        Command::Diff(command) => Ok(command.run()),
        Command::Explain(command) => command.run(),
        Command::Bench(command) => command.run(),
        Command::Corpus(command) => command.run(),
        Command::Measure(command) => command.run(),
        Command::CorpusOne(command) => command.run(),
    };
    match result {
        Ok(code) => code,
        Err(error) => {
            say::error(&error);
            ExitCode::FAILURE
        }
    }
}
