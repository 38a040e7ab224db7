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
//! | `reach` | what leads to a type |
//! | [`release`] | the version to release |
//! | `surface` | the verdict for Rust, from what the clients show |
//! | `verify` | whether a compiler agrees |
//! | `accepted` | changes that a person accepts |
//! | [`render`] | what is printed |
//! | `detect/` | what differs, one file for each kind of thing |

mod accepted;
mod detect;
mod facts;
pub mod kinds;
mod pair;
mod reach;
pub mod release;
pub mod render;
mod surface;
mod types;
mod verify;

use std::cmp::Reverse;

use crate::emit::surface::{Surface, compare};
use crate::model::Api;
pub use accepted::Acceptance;
pub use kinds::{Kind, Way};
use reach::Reach;
pub use release::Need;
pub use types::{Change, Changes, How, Inferred, Rust, Same, Subject, Wire};
pub use verify::{Disagreement, Failure, Verified};

/// Compares two versions of an API. What a change does to programs in Rust is what its kind usually
/// does; [`diff_clients`] knows it.
#[must_use]
pub fn diff(old: &Api, new: &Api) -> Changes {
    let found = detect::detect(old, new);
    let mut changes = Changes {
        changes: found.changes,
        same: found.same,
        compared: found.compared,
        stale: new.stale.clone(),
        ..Changes::default()
    };
    changes.sort();
    changes
}

/// Compares two versions of an API and of the clients that are made of them.
#[must_use]
pub fn diff_clients(old: &Api, new: &Api, clients: (&Surface, &Surface)) -> Changes {
    let mut changes = diff(old, new);
    let reach = Reach::new(old, new, std::mem::take(&mut changes.compared));
    changes.judge(&compare(clients.0, clients.1), &reach);
    changes.sort();
    changes
}

impl Changes {
    /// Puts the most important change first.
    fn sort(&mut self) {
        self.changes.sort_by(|one, other| {
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
    }
}
