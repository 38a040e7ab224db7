//! Whether the verdicts for Rust are right: what a compiler says of programs that use the old client,
//! beside what the comparison says.

use std::collections::BTreeSet;
use std::fmt;

use super::render::count;
use super::types::{Changes, Rust};
use crate::emit::surface::SurfaceChange;
use crate::emit::usage::Use;

/// A use of the old client that does not compile with the new one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Failure<'u> {
    /// The use.
    pub of: &'u Use,
    /// What the compiler says.
    pub error: String,
}

/// What a check of the verdicts found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Verified {
    /// How many uses of the old client were compiled.
    pub uses: usize,
    /// How many of them do not compile with the new client.
    pub failed: usize,
    /// How many changes are said to break programs in Rust.
    pub breaking: usize,
    /// Where the compiler disagrees: each is a defect of the comparison.
    pub disagreements: Vec<Disagreement>,
    /// What `cargo semver-checks` says, or why it was not asked.
    pub semver_checks: String,
}

/// A verdict that a compiler does not share.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Disagreement {
    /// A use does not compile with its own client, so that it says nothing of the other one.
    Broken {
        /// The item.
        path: String,
        /// What the compiler says.
        error: String,
    },
    /// A use does not compile any more, and no change breaks it.
    Missed {
        /// The item.
        path: String,
        /// What the compiler says.
        error: String,
    },
    /// What became of an item is said to break programs, and all that use it compile.
    Imagined {
        /// The change that it belongs to; nothing where no change accounts for it.
        change: Option<String>,
        /// What became of the item.
        item: String,
    },
    /// `cargo semver-checks` finds a break where no change is said to be one.
    Semver,
}

impl Verified {
    /// How many uses fail, and how many changes account for it.
    #[must_use]
    pub fn summary(&self) -> String {
        let uses = count(self.uses, "use");
        let changes = count(self.breaking, "change");
        format!(
            "{uses} of the old client, of which {} do not compile with the new one; {changes} said to \
             break programs; {}",
            self.failed,
            match self.disagreements.len() {
                0 => "they agree".to_owned(),
                number => count(number, "disagreement"),
            }
        )
    }
}

impl fmt::Display for Disagreement {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Broken { path, error } => {
                write!(
                    f,
                    "a use of {path} does not compile with its own client: {error}"
                )
            }
            Self::Missed { path, error } => {
                write!(f, "{path} compiles no more, and no change says so: {error}")
            }
            Self::Imagined { change, item } => {
                let change = change.as_deref().unwrap_or("no change accounts for it");
                write!(
                    f,
                    "{item}: said to break programs, and all that use it compile ({change})"
                )
            }
            Self::Semver => f.write_str(
                "cargo semver-checks finds what breaks programs, and no change is said to",
            ),
        }
    }
}

impl Changes {
    /// Compares the verdicts for Rust with what a compiler says of the uses of the old client.
    #[must_use]
    pub fn verify(&self, uses: usize, failures: &[Failure<'_>]) -> Verified {
        let breaking = self
            .changes
            .iter()
            .chain(self.accepted.iter().map(|(change, _)| change));
        let breaking: Vec<_> = breaking
            .filter(|change| change.rust == Rust::Breaks)
            .collect();
        let items = breaking.iter().flat_map(|change| &change.surface);
        let items: Vec<&SurfaceChange> = items
            .chain(&self.implied)
            .chain(&self.unexplained)
            .filter(|item| item.breaks)
            .collect();
        let mut disagreements = BTreeSet::new();
        for failure in failures {
            if !items.iter().any(|item| is_explained(failure.of, item)) {
                disagreements.insert(Disagreement::Missed {
                    path: failure.of.path.clone(),
                    error: failure.error.clone(),
                });
            }
        }
        for change in &breaking {
            for item in change
                .surface
                .iter()
                .filter(|item| is_unseen(item, failures))
            {
                disagreements.insert(Disagreement::Imagined {
                    change: Some(change.fingerprint()),
                    item: item.to_string(),
                });
            }
        }
        let rest = self.implied.iter().chain(&self.unexplained);
        for item in rest.filter(|item| is_unseen(item, failures)) {
            disagreements.insert(Disagreement::Imagined {
                change: None,
                item: item.to_string(),
            });
        }
        Verified {
            uses,
            failed: failures.len(),
            breaking: breaking.len(),
            disagreements: disagreements.into_iter().collect(),
            semver_checks: String::new(),
        }
    }
}

/// Whether an item is said to break programs, and none shows it.
fn is_unseen(item: &SurfaceChange, failures: &[Failure<'_>]) -> bool {
    item.breaks && !failures.iter().any(|one| is_seen(one.of, item))
}

/// Whether what became of an item is why a use does not compile: it is about the item, about what holds
/// it or what is in it, or takes it to be written down.
fn is_explained(of: &Use, item: &SurfaceChange) -> bool {
    let is_near = is_in(&of.path, &item.path) || is_in(&item.path, &of.path);
    is_near || is_seen(of, item) || of.mentions.contains(&item.path)
}

/// Whether a use that does not compile shows what became of an item: it is about the item, about what is
/// gone with it, or about all that an item was added to.
fn is_seen(of: &Use, item: &SurfaceChange) -> bool {
    of.path == item.path
        || item.after.is_none() && is_in(&of.path, &item.path)
        || item.before.is_none() && is_in(&item.path, &of.path)
}

/// Whether a path is below another one.
fn is_in(path: &str, whole: &str) -> bool {
    let rest = path.strip_prefix(whole);
    rest.is_some_and(|rest| rest.starts_with("::") || rest.starts_with(": "))
}

#[cfg(test)]
mod tests {
    use super::super::kinds::request::PARAMETER_REMOVED_OPTIONAL;
    use super::super::types::{Change, Subject, Touches};
    use super::*;

    fn item(path: &str, before: Option<&str>, after: Option<&str>) -> SurfaceChange {
        SurfaceChange {
            path: path.to_owned(),
            before: before.map(str::to_owned),
            after: after.map(str::to_owned),
            breaks: true,
        }
    }

    fn change(surface: Vec<SurfaceChange>) -> Changes {
        let change = Change {
            kind: &PARAMETER_REMOVED_OPTIONAL,
            subject: Subject::operation("GET /pets", "query parameter `limit`"),
            operations: Vec::new(),
            before: None,
            after: None,
            old: None,
            new: None,
            wire: super::super::Wire::Breaks,
            rust: Rust::Breaks,
            inferred: None,
            items: surface.iter().map(ToString::to_string).collect(),
            advice: None,
            surface,
            touches: Touches::default(),
        };
        Changes {
            changes: vec![change],
            ..Changes::default()
        }
    }

    fn disagreements(changes: &Changes, failed: &[(&str, &[&str])]) -> Vec<String> {
        let uses: Vec<Use> = failed
            .iter()
            .map(|(path, mentions)| Use {
                path: (*path).to_owned(),
                mentions: mentions.iter().map(|path| (*path).to_owned()).collect(),
                code: String::new(),
            })
            .collect();
        let failures: Vec<_> = uses
            .iter()
            .map(|of| Failure {
                of,
                error: "no such thing (E0425)".to_owned(),
            })
            .collect();
        let verified = changes.verify(failed.len(), &failures);
        verified
            .disagreements
            .iter()
            .map(ToString::to_string)
            .collect()
    }

    #[test]
    fn what_fails_is_explained_by_what_became_of_the_items_that_it_uses() {
        let gone = |path| item(path, Some("struct"), None);
        let other = |path| item(path, Some("i32"), Some("i64"));
        let new = |path| item(path, None, Some("i32"));
        for (items, failed) in [
            (
                vec![gone("pets::List::limit()")],
                vec![("pets::List::limit()", &[][..])],
            ),
            // What is gone as a whole is told once.
            (
                vec![gone("types::Pet")],
                vec![
                    ("types::Pet", &["types::Pet"][..]),
                    ("types::Pet::name", &["types::Pet"]),
                    ("types::Pet: Clone", &["types::Pet"]),
                ],
            ),
            // A signature names a type that is gone.
            (
                vec![gone("types::Pet"), other("pets::Get::Output")],
                vec![
                    ("types::Pet", &["types::Pet"][..]),
                    ("pets::Get::Output", &["types::Pet", "pets::Get"]),
                    ("types::Zoo::pet", &["types::Pet", "types::Zoo"]),
                ],
            ),
            // A literal needs one more value, or another one.
            (
                vec![new("pets::ListArgs::limit")],
                vec![("pets::ListArgs", &[][..])],
            ),
            (
                vec![other("pets::ListArgs::limit")],
                vec![("pets::ListArgs", &[][..]), ("pets::ListArgs::limit", &[])],
            ),
        ] {
            let found = disagreements(&change(items), &failed);
            assert!(found.is_empty(), "{failed:?}: {found:?}");
        }
    }

    #[test]
    fn what_no_change_breaks_was_missed() {
        let changes = change(vec![item("pets::List::limit()", Some("fn"), None)]);
        let failed: [(&str, &[&str]); 3] = [
            ("pets::List::limit()", &["pets::List"]),
            ("pets::List::owner()", &["pets::List"]),
            ("types::Pet: Default", &["types::Pet"]),
        ];
        assert_eq!(
            disagreements(&changes, &failed),
            [
                "pets::List::owner() compiles no more, and no change says so: no such thing (E0425)",
                "types::Pet: Default compiles no more, and no change says so: no such thing (E0425)",
            ]
        );
        let nothing = Changes::default();
        assert_eq!(disagreements(&nothing, &failed).len(), 3);
    }

    #[test]
    fn what_compiles_all_the_same_was_imagined() {
        let both = || {
            vec![
                item("pets::List::limit()", Some("i32"), Some("i64")),
                item("types::Pet::age", Some("i32"), None),
            ]
        };
        let failed: [(&str, &[&str]); 1] = [("types::Pet::age", &["types::Pet"])];
        let expected = "pets::List::limit(): i32 → i64: said to break programs, and all that use it \
                        compile (request-parameter-removed-optional: GET /pets query parameter `limit`)";
        assert_eq!(disagreements(&change(both()), &failed), [expected]);
        let nobody = Changes {
            unexplained: both(),
            ..Changes::default()
        };
        let found = disagreements(&nobody, &failed);
        assert_eq!(found.len(), 1);
        assert!(
            found[0].ends_with("(no change accounts for it)"),
            "{found:?}"
        );
        let mut harmless = both();
        harmless[0].breaks = false;
        assert!(disagreements(&change(harmless), &failed).is_empty());
    }
}
