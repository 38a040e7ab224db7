//! For pull requests and release notes.

use std::fmt::Write;

use super::{groups, places, sides};
use crate::diff::types::{Change, Changes, Rust, Wire};

/// Everything as Markdown.
#[must_use]
pub fn markdown(changes: &Changes) -> String {
    let mut out = String::new();
    let breaks = |change: &Change| change.wire == Wire::Breaks || change.rust == Rust::Breaks;
    let silent = |change: &Change| !breaks(change) && change.rust == Rust::Meaning;
    let quiet = |change: &Change| change.is_text() || change.is_reading();
    section(&mut out, "Breaking", changes, &|c| breaks(c) && !quiet(c));
    section(&mut out, "Another meaning", changes, &|c| {
        silent(c) && !quiet(c)
    });
    let harmless = |c: &Change| !breaks(c) && !silent(c) && !quiet(c);
    section(&mut out, "Compatible", changes, &harmless);
    section(&mut out, "Words", changes, &Change::is_text);
    section(
        &mut out,
        "Known in another way",
        changes,
        &Change::is_reading,
    );
    if !changes.stale.is_empty() {
        out.push_str("## Overlay\n\n");
        for stale in &changes.stale {
            let _ = writeln!(
                out,
                "- {}: {} ({})",
                plain(&stale.why),
                plain(&stale.help),
                stale.location
            );
        }
        out.push('\n');
    }
    if !changes.accepted.is_empty() {
        out.push_str("## Accepted\n\n");
        for (change, reason) in &changes.accepted {
            let _ = writeln!(out, "- {}: {}", plain(&change.fingerprint()), plain(reason));
        }
        out.push('\n');
    }
    if out.is_empty() {
        out.push_str("No change.\n\n");
    }
    if let Some(verified) = &changes.verified {
        let _ = writeln!(out, "## Verified\n\n{}.\n", plain(&verified.summary()));
        for one in &verified.disagreements {
            let _ = writeln!(out, "- {}", plain(&one.to_string()));
        }
        out.push('\n');
    }
    out.truncate(out.trim_end().len());
    out.push('\n');
    out
}

fn section(out: &mut String, title: &str, changes: &Changes, is_in: &dyn Fn(&Change) -> bool) {
    let of: Vec<Change> = changes
        .changes
        .iter()
        .filter(|c| is_in(c))
        .cloned()
        .collect();
    if of.is_empty() {
        return;
    }
    let _ = writeln!(out, "## {title}\n");
    for group in groups(&of) {
        let _ = writeln!(out, "### {}\n", plain(&group.title));
        if !group.reaches.is_empty() {
            let _ = writeln!(out, "In {}.\n", plain(&group.reaches.join(", ")));
        }
        for change in group.changes {
            line(out, change, &group.title);
        }
        out.push('\n');
    }
}

fn line(out: &mut String, change: &Change, title: &str) {
    let part = Some(change.subject.part.as_str()).filter(|part| !part.is_empty() && *part != title);
    let what = [part.map(str::to_owned), sides(change)];
    let what: Vec<String> = what.into_iter().flatten().collect();
    let what = if what.is_empty() {
        change.kind.label()
    } else {
        what.join(": ")
    };
    let _ = writeln!(
        out,
        "- {} — {} (`{}`: wire {}, Rust {}; {})",
        plain(&what),
        change.kind.meaning,
        change.kind.id,
        change.wire.word(),
        change.rust.word(),
        places(change)
    );
    for item in &change.items {
        let _ = writeln!(out, "  - `{item}`");
    }
    if let Some(advice) = &change.advice {
        let _ = writeln!(out, "  - {}", plain(advice));
    }
}

/// A text without what Markdown and HTML would take for a sign; code between backticks stays.
pub(super) fn plain(text: &str) -> String {
    let mut plain = String::new();
    let mut in_code = false;
    for c in text.chars() {
        match c {
            '`' => in_code = !in_code,
            '<' | '>' | '*' | '_' | '[' | ']' | '#' | '|' | '\\' | '{' | '}' if !in_code => {
                plain.push('\\');
            }
            _ => {}
        }
        plain.push(if c == '\n' { ' ' } else { c });
    }
    plain
}
