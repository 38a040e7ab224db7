//! What became of public items, from one client to the next.

use std::collections::BTreeSet;
use std::fmt;

use super::Surface;

/// What became of a public item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SurfaceChange {
    /// Its path.
    pub path: String,
    /// What it was; nothing where it is new.
    pub before: Option<String>,
    /// What it is; nothing where it is gone.
    pub after: Option<String>,
    /// Whether programs that use it no longer compile
    /// ([Cargo's rules](https://doc.rust-lang.org/cargo/reference/semver.html)).
    pub breaks: bool,
}

impl fmt::Display for SurfaceChange {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let path = &self.path;
        match (&self.before, &self.after) {
            (Some(before), Some(after)) => write!(f, "{path}: {before} → {after}"),
            (Some(_), None) => write!(f, "{path} is gone"),
            (None, _) => write!(f, "{path} is new"),
        }
    }
}

/// What a program notices that was written against the old surface.
#[must_use]
pub fn compare(old: &Surface, new: &Surface) -> Vec<SurfaceChange> {
    let mut changes = Vec::new();
    for (path, before) in old {
        let after = new.get(path);
        if after.is_none_or(|after| after.shape != before.shape) {
            changes.push(SurfaceChange {
                path: path.clone(),
                before: Some(before.signature.clone()),
                after: after.map(|after| after.signature.clone()),
                breaks: true,
            });
        } else if after.is_some_and(|after| before.is_exhaustive && !after.is_exhaustive) {
            changes.push(SurfaceChange {
                path: path.clone(),
                before: Some("written as a literal".to_owned()),
                after: Some("made by a constructor".to_owned()),
                breaks: true,
            });
        }
    }
    for (path, after) in new.iter().filter(|(path, _)| !old.contains_key(*path)) {
        let parent = path
            .rsplit_once("::")
            .and_then(|(parent, _)| old.get(parent));
        changes.push(SurfaceChange {
            path: path.clone(),
            before: None,
            after: Some(after.signature.clone()),
            breaks: parent.is_some_and(|parent| parent.is_exhaustive),
        });
    }
    changes.sort_by(|one, other| one.path.cmp(&other.path));
    // What is gone or new as a whole is told once.
    let whole: BTreeSet<String> = changes
        .iter()
        .filter(|change| change.before.is_none() || change.after.is_none())
        .map(|change| change.path.clone())
        .collect();
    let is_part = |path: &str| {
        let mut rest = path;
        while let Some((parent, _)) = rest.rsplit_once(": ").or_else(|| rest.rsplit_once("::")) {
            if whole.contains(parent) {
                return true;
            }
            rest = parent;
        }
        false
    };
    changes.retain(|change| !is_part(&change.path));
    changes
}
