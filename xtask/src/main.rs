//! The commands of this repository: `cargo xtask --help` lists them.

mod config;
mod door;
mod explain;
mod generate;
mod normalize;
mod regenerate;
mod say;
mod show;
mod timings;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

/// Typed Rust clients from API documents as they really are.
#[derive(Parser)]
#[command(bin_name = "cargo xtask", disable_help_subcommand = true)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    Regenerate(regenerate::Regenerate),
    Generate(generate::Generate),
    Normalize(normalize::Normalize),
    Explain(explain::Explain),
}

fn main() -> ExitCode {
    let result = match Arguments::parse().command {
        Command::Regenerate(command) => command.run(),
        Command::Generate(command) => command.run(),
        Command::Normalize(command) => command.run(),
        Command::Explain(command) => command.run(),
    };
    match result {
        Ok(code) => code,
        Err(error) => {
            say::error(&error);
            ExitCode::FAILURE
        }
    }
}
