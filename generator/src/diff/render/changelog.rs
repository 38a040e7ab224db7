//! For the users of the client: a section of its changelog.

use std::fmt::Write as _;

use super::markdown::plain;
use super::sides;
use crate::diff::types::{Change, Changes, Rust, Wire};

/// Whether a change belongs in a section.
type IsIn<'a> = &'a dyn Fn(&Change) -> bool;

/// The section of a version: what breaks with what to write instead, then what was added, changed,
/// removed and deprecated.
#[must_use]
pub fn changelog(changes: &Changes, version: &str) -> String {
    let mut out = format!("## {version}\n\n");
    let all: Vec<&Change> = changes
        .changes
        .iter()
        .chain(changes.accepted.iter().map(|(change, _)| change))
        .filter(|change| !change.is_text() && !change.is_reading())
        .collect();
    let breaks = |c: &Change| c.wire == Wire::Breaks || c.rust >= Rust::Meaning;
    let is = |c: &Change, word: &str| c.kind.id.contains(word);
    let sections: [(&str, IsIn<'_>); 5] = [
        ("Breaking", &breaks),
        ("Added", &|c| !breaks(c) && is(c, "added")),
        ("Removed", &|c| !breaks(c) && is(c, "removed")),
        ("Deprecated", &|c| !breaks(c) && is(c, "deprecated")),
        ("Changed", &|c| {
            !breaks(c)
                && !["added", "removed", "deprecated"]
                    .iter()
                    .any(|word| is(c, word))
        }),
    ];
    for (title, is_in) in sections {
        section(
            &mut out,
            title,
            all.iter().copied().filter(|change| is_in(change)),
        );
    }
    let broken: Vec<_> = changes
        .unexplained
        .iter()
        .filter(|item| item.breaks)
        .collect();
    if !broken.is_empty() {
        out.push_str("### In the client\n\n");
        for item in broken {
            let _ = writeln!(out, "- `{item}`");
        }
        out.push('\n');
    }
    let readings = changes.changes.iter().filter(|change| change.is_reading());
    section(&mut out, "Repaired", readings);
    out
}

fn section<'c>(out: &mut String, title: &str, changes: impl Iterator<Item = &'c Change>) {
    let mut is_empty = true;
    for change in changes {
        if std::mem::take(&mut is_empty) {
            let _ = writeln!(out, "### {title}\n");
        }
        let sides = sides(change).map(|sides| format!(": {}", plain(&sides)));
        let _ = writeln!(
            out,
            "- {}{} ({})",
            plain(&change.subject.to_string()),
            sides.unwrap_or_default(),
            change.kind.label()
        );
        for item in &change.items {
            let _ = writeln!(out, "  - `{item}`");
        }
    }
    if !is_empty {
        out.push('\n');
    }
}
