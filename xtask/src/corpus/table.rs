//! What became of the documents, for people.

use super::outcome::Outcome;
use crate::say::{count, style};

/// The longest name of a document that is shown whole.
const NAME: usize = 52;

/// Prints a line for each document, the faults, and the sums.
pub(super) fn print(outcomes: &[Outcome], checked: bool) {
    let strong = style::STRONG;
    anstream::println!(
        "{strong}{:<NAME$} {:>8} {:>5} {:>5} {:>8} {:>7} {:>6} {:>5} {}{strong:#}",
        "document",
        "became",
        "ops",
        "out",
        "left out",
        "filled",
        "s",
        "MiB",
        if checked { "warnings" } else { "" }
    );
    for outcome in outcomes {
        line(outcome, checked);
    }
    for outcome in outcomes {
        if let Some(refused) = &outcome.refused {
            anstream::println!("\n{strong}refused{strong:#} {refused}");
        }
    }
    let bad = style::BAD;
    for outcome in outcomes.iter().filter(|outcome| !outcome.faults.is_empty()) {
        anstream::println!("\n{bad}fault{bad:#} {}", outcome.document);
        for fault in outcome.faults.iter().take(10) {
            anstream::println!("  {fault}");
        }
        for said in outcome.compiler.iter().take(2) {
            let said = said.replace('\n', "\n    ");
            anstream::println!("    {said}");
        }
    }
    sums(outcomes, checked);
}

fn line(outcome: &Outcome, checked: bool) {
    let name = &outcome.document;
    let from = name.char_indices().rev().nth(NAME - 1);
    let name = &name[from.map_or(0, |(at, _)| at)..];
    let became = match (outcome.is_read(), checked) {
        (true, true) if outcome.compiled => "compiles",
        (true, true) => "broken",
        (true, false) => "client",
        (false, _) if outcome.refused.is_some() => "refused",
        (false, _) => "nothing",
    };
    let warnings = if checked && outcome.is_read() {
        outcome.warnings.to_string()
    } else {
        String::new()
    };
    let style = if outcome.faults.is_empty() {
        style::PLAIN
    } else {
        style::BAD
    };
    anstream::println!(
        "{style}{name:<NAME$}{style:#} {became:>8} {:>5} {:>5} {:>8} {:>7} {:>6.2} {:>5.0} {warnings}",
        outcome.operations_in,
        outcome.operations_out,
        outcome.left_out.len(),
        outcome.repairs,
        outcome.seconds,
        outcome.peak_mib,
    );
}

fn sums(outcomes: &[Outcome], checked: bool) {
    let sum = |part: fn(&Outcome) -> usize| outcomes.iter().map(part).sum::<usize>();
    let most = |part: fn(&Outcome) -> f64| outcomes.iter().map(part).fold(0.0, f64::max);
    let read = outcomes.iter().filter(|one| one.is_read()).count();
    let refused = outcomes.iter().filter(|one| one.refused.is_some()).count();
    let faulty = outcomes.iter().filter(|one| !one.faults.is_empty()).count();
    anstream::println!(
        "\n{}: {read} read, {refused} refused, {faulty} with faults; {} in, {} out, {} left out; at \
         most {:.2} s and {:.0} MiB",
        count(outcomes.len(), "document"),
        count(sum(|one| one.operations_in), "operation"),
        sum(|one| one.operations_out),
        sum(|one| one.left_out.len()),
        most(|one| one.seconds),
        most(|one| one.peak_mib),
    );
    if checked {
        let compiled = outcomes.iter().filter(|one| one.compiled).count();
        anstream::println!(
            "{compiled} of {read} compile; {}",
            count(sum(|one| one.warnings), "warning")
        );
    }
}
