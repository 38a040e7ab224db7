//! `accepted.toml`: the changes that a person accepts.

use std::path::Path;

use generator::diff::Acceptance;
use serde::Deserialize;

use crate::config;

/// `accepted.toml`
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Accepted {
    #[serde(default)]
    accepted: Vec<AcceptedChange>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct AcceptedChange {
    fingerprint: String,
    reason: String,
}

pub(super) fn read(path: &Path) -> Result<Vec<Acceptance>, String> {
    let shown = config::shown(path);
    let text =
        std::fs::read_to_string(path).map_err(|error| format!("{shown} can't be read: {error}"))?;
    let file: Accepted =
        toml::from_str(&text).map_err(|error| format!("{shown} is not right:\n{error}"))?;
    let accepted = file.accepted.into_iter();
    Ok(accepted
        .map(|one| Acceptance {
            fingerprint: one.fingerprint,
            reason: one.reason,
        })
        .collect())
}
