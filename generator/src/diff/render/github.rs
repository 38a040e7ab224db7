//! For GitHub: commands of a workflow, which show each change at its line.

use super::sides;
use crate::diff::types::{Change, Changes, Rust, Wire};
use crate::model::Location;

/// Everything that is more than words, as commands of a workflow.
#[must_use]
pub fn github(changes: &Changes) -> String {
    let told = changes
        .changes
        .iter()
        .filter(|c| !c.is_text() && !c.is_reading());
    let mut lines: Vec<String> = told.map(line).collect();
    lines.extend(changes.stale.iter().map(|stale| {
        let message = format!("{}: {}", stale.why, stale.help);
        command("warning", Some(&stale.location), "stale-action", &message)
    }));
    let verified = changes.verified.iter();
    lines.extend(
        verified
            .flat_map(|verified| &verified.disagreements)
            .map(|one| command("error", None, "verify", &one.to_string())),
    );
    lines.concat()
}

fn line(change: &Change) -> String {
    let level = match (change.wire, change.rust) {
        (Wire::Breaks, _) | (_, Rust::Breaks) => "error",
        (_, Rust::Meaning) => "warning",
        _ => "notice",
    };
    let mut message = change.subject.to_string();
    if let Some(sides) = sides(change) {
        message.push_str(": ");
        message.push_str(&sides);
    }
    message.push_str(". ");
    message.push_str(change.kind.meaning);
    message.push_str(&format!(
        " (wire {}, Rust {})",
        change.wire.word(),
        change.rust.word()
    ));
    if let Some(advice) = &change.advice {
        message.push_str(&format!("; {advice}"));
    }
    // What is gone has no line in the files that GitHub shows.
    command(level, change.new.as_ref(), change.kind.id, &message)
}

fn command(level: &str, place: Option<&Location>, title: &str, message: &str) -> String {
    let place = place.map_or(String::new(), |place| {
        format!(
            "file={},line={},col={},",
            property(&place.file),
            place.line,
            place.column
        )
    });
    format!(
        "::{level} {place}title={}::{}\n",
        property(title),
        data(message)
    )
}

/// The text of a command.
fn data(text: &str) -> String {
    text.replace('%', "%25")
        .replace('\r', "%0D")
        .replace('\n', "%0A")
}

/// The value of a property of a command.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
