//! What changed from one version of an API to the next, and whom it breaks.
//!
//! Two settled APIs are compared, not two texts: an operation is the same where method and URL are,
//! a field where its name on the wire is, a type where its structure is. What only looks different is
//! counted apart. Each [`Change`] has a kind from one table ([`kinds`]), the places of both sides, and
//! four verdicts: what it does to programs on the wire, what to programs in Rust, how much of it is
//! our own reading of the document, and whether documentation changes.
//!
//! | file | idea |
//! |---|---|
//! | `types` | what a comparison finds |
//! | [`kinds`] | the table of all kinds |
//! | `pair` | which operation is which |
//! | `facts` | what was said of each thing, and why |
//! | [`release`] | the version to release |
//! | `client` | what it means in Rust, by the clients of both |
//! | `accepted` | changes that a person accepts |
//! | [`render`] | what is printed |
//! | `detect/` | what differs, one file for each kind of thing |

mod accepted;
mod client;
mod detect;
mod facts;
pub mod kinds;
mod pair;
pub mod release;
pub mod render;
mod types;

use std::cmp::Reverse;

use crate::model::Api;
pub use accepted::Acceptance;
pub use kinds::{Kind, Way};
pub use release::Need;
pub use types::{Change, Changes, How, Inferred, Rust, Same, Subject, Wire};

/// Compares two versions of an API.
#[must_use]
pub fn diff(old: &Api, new: &Api) -> Changes {
    let (mut changes, same) = detect::detect(old, new);
    changes.sort_by(|one, other| {
        let key = |change: &Change| {
            (
                Reverse((change.wire, change.rust)),
                change.subject.clone(),
                change.kind.id,
            )
        };
        key(one)
            .cmp(&key(other))
            .then_with(|| (&one.before, &one.after).cmp(&(&other.before, &other.after)))
    });
    Changes {
        changes,
        same,
        stale: new.stale.clone(),
        ..Changes::default()
    }
}
