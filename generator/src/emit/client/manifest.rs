//! `Cargo.toml`: what a person could publish.

use super::parts;
use crate::diagnostic::printable;
use crate::emit::Settings;
use crate::model::Api;

/// The manifest of the runtime: its features and dependencies are those of the client.
const RUNTIME: &str = include_str!("../../../runtime/Cargo.toml");

pub(super) fn manifest(api: &Api, settings: &Settings) -> String {
    let mut text = format!(
        "# Written by `{}` from {}. Changes made here are lost.\n\n",
        settings.command, settings.document
    );
    text.push_str("[package]\n");
    let mut field = |name: &str, value: String| text.push_str(&format!("{name} = {value}\n"));
    let fallback = format!("A client for {}", settings.title(api));
    field("name", quoted(&settings.name));
    field("version", quoted(&settings.version));
    field("edition", quoted("2024"));
    field("rust-version", quoted("1.89"));
    field(
        "description",
        quoted(settings.description.as_ref().unwrap_or(&fallback)),
    );
    if let Some(license) = &settings.license {
        field("license", quoted(license));
    }
    if let Some(repository) = &settings.repository {
        field("repository", quoted(repository));
    }
    field("readme", quoted("README.md"));
    for (name, list) in [
        ("keywords", &settings.keywords),
        ("categories", &settings.categories),
    ] {
        if !list.is_empty() {
            let list: Vec<_> = list.iter().map(|word| quoted(word)).collect();
            field(name, format!("[{}]", list.join(", ")));
        }
    }
    text.push_str("\n[package.metadata.docs.rs]\nall-features = true\nrustdoc-args = [\"--cfg\", \"docsrs\"]\n");
    text.push('\n');
    text.push_str(&with_groups(api));
    // The examples of the front page run on it.
    text.push_str("\n[dev-dependencies]\nserde = { version = \"1.0.200\", features = [\"derive\"] }\ntokio = { version = \"1.40\", features = [\"macros\", \"rt-multi-thread\"] }\n");
    text
}

/// The features and dependencies of the runtime and, where there are many groups, their features.
fn with_groups(api: &Api) -> String {
    let features = parts::features(api);
    if features.is_empty() {
        return shared().to_owned();
    }
    let names: Vec<_> = features.iter().map(|(_, name)| quoted(name)).collect();
    let mut groups = format!(
        "# All groups of operations. A program that switches the default off names those that it uses.\n\
         {} = [\n    {},\n]\n",
        parts::FULL,
        names.join(",\n    ")
    );
    for (_, name) in &features {
        groups.push_str(&format!("{name} = []\n"));
    }
    shared()
        .replacen(
            "default = [\"reqwest\"]",
            &format!("default = [\"reqwest\", \"{}\"]", parts::FULL),
            1,
        )
        .replacen("\n[dependencies]", &format!("{groups}\n[dependencies]"), 1)
}

/// The features and dependencies of the runtime, as they are written there.
fn shared() -> &'static str {
    let start = RUNTIME
        .find("\n[features]")
        .map_or(RUNTIME.len(), |at| at + 1);
    let rest = &RUNTIME[start..];
    let end = ["\n[dev-dependencies]", "\n[lints]", "\n[[", "\n[package"]
        .iter()
        .filter_map(|header| rest.find(header))
        .min()
        .unwrap_or(rest.len());
    &rest[..end]
}

/// The features of the client with what they are for: the comments above them in the manifest.
pub(super) fn features() -> Vec<(&'static str, String)> {
    let list = shared()
        .split("\n[dependencies]")
        .next()
        .unwrap_or_default();
    let mut features = Vec::new();
    let mut comment = String::new();
    let mut fresh = true;
    for line in list.lines() {
        if let Some(words) = line.strip_prefix("# ") {
            if fresh {
                comment.clear();
            }
            fresh = false;
            comment.push_str(words);
            comment.push(' ');
        } else if let Some((name, _)) = line.split_once(" = ") {
            // Features below one comment share it.
            fresh = true;
            if name != "default" {
                features.push((name, comment.trim().to_owned()));
            }
        }
    }
    features
}

/// Text as TOML. A JSON string is a basic string of TOML too, once the characters that TOML forbids and
/// JSON does not, and those that nobody could see, are shown.
fn quoted(text: &str) -> String {
    printable(&serde_json::Value::from(text).to_string())
}
