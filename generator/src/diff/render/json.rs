//! For programs.

use serde_json::{Value, json};

use crate::diff::types::{Change, Changes};
use crate::model::Location;

/// Everything as JSON.
#[must_use]
pub fn json(changes: &Changes) -> Value {
    let accepted = changes.accepted.iter().map(|(accepted, reason)| {
        let mut accepted = change(accepted);
        accepted["reason"] = json!(reason);
        accepted
    });
    let stale = changes.stale.iter().map(|stale| {
        json!({
            "action": stale.number,
            "why": stale.why,
            "help": stale.help,
            "place": place(Some(&stale.location)),
        })
    });
    json!({
        "changes": changes.changes.iter().map(change).collect::<Vec<_>>(),
        "accepted": accepted.collect::<Vec<_>>(),
        "same": changes.same,
        "unexplained": changes.unexplained.iter().map(ToString::to_string).collect::<Vec<_>>(),
        "overlay": stale.collect::<Vec<_>>(),
        "verified": changes.verified.as_ref().map(|verified| {
            let disagreements = verified.disagreements.iter().map(ToString::to_string);
            json!({
                "uses": verified.uses,
                "failed": verified.failed,
                "breaking": verified.breaking,
                "disagreements": disagreements.collect::<Vec<_>>(),
                "semver_checks": verified.semver_checks,
            })
        }),
        "release": changes.need(),
    })
}

fn change(change: &Change) -> Value {
    json!({
        "kind": change.kind.id,
        "way": change.kind.way,
        "meaning": change.kind.meaning,
        "subject": change.subject,
        "operations": change.operations,
        "before": change.before,
        "after": change.after,
        "old": place(change.old.as_ref()),
        "new": place(change.new.as_ref()),
        "wire": change.wire,
        "rust": change.rust,
        "items": change.items,
        "inferred": change.inferred,
        "docs": change.kind.docs,
        "advice": change.advice,
        "fingerprint": change.fingerprint(),
    })
}

fn place(place: Option<&Location>) -> Value {
    place.map_or(Value::Null, |place| {
        json!({
            "file": place.file,
            "line": place.line,
            "column": place.column,
            "pointer": place.pointer,
        })
    })
}
