//! `tests/cases/diff/`: two versions of a document. A case has the old one and a merge patch (RFC 7396)
//! that makes the new one of it, and overlays where they matter.

use std::fs;

use serde_yaml::Value;

use crate::root;

/// A case, with what it shows.
#[derive(Debug)]
pub struct Pair {
    /// The name of the file, without its extension.
    pub name: String,
    /// What it shows.
    pub about: String,
    /// Kinds of change that it can't show its own without.
    pub also: Vec<String>,
    /// The version before.
    pub old: Side,
    /// The version after.
    pub new: Side,
}

/// A version.
#[derive(Debug)]
pub struct Side {
    /// What the document is called.
    pub name: &'static str,
    /// The document, as YAML.
    pub text: String,
    /// Its overlay, as YAML.
    pub overlay: Option<String>,
}

/// All cases, in the order of their names.
///
/// # Panics
///
/// When a case can't be read.
#[must_use]
pub fn pairs() -> Vec<Pair> {
    let folder = root().join("tests/cases/diff");
    let mut pairs: Vec<Pair> = fs::read_dir(folder)
        .expect("the folder of the cases")
        .map(|entry| {
            let path = entry.expect("an entry of it").path();
            let name = path.file_stem().unwrap_or_default().to_string_lossy();
            pair(&name, &fs::read_to_string(&path).expect("a case"))
        })
        .collect();
    pairs.sort_by(|one, other| one.name.cmp(&other.name));
    pairs
}

fn pair(name: &str, source: &str) -> Pair {
    let about = source.lines().map_while(|line| line.strip_prefix("# "));
    let about = about.collect::<Vec<_>>().join(" ");
    let value: Value = serde_yaml::from_str(source).unwrap_or_else(|e| panic!("{name}: {e}"));
    let mut old = head();
    if value["old"].get("openapi").is_some() {
        old = Value::Null;
    }
    patch(&mut old, &value["old"]);
    let mut new = old.clone();
    patch(&mut new, &value["new"]);
    let text = |value: &Value| serde_yaml::to_string(value).expect("YAML");
    let overlay = |side: &str| value.get(side).or_else(|| value.get("overlay")).map(text);
    let also = value.get("also").and_then(Value::as_sequence);
    let also = also.into_iter().flatten();
    let also = also.filter_map(|kind| Some(kind.as_str()?.to_owned()));
    let side = |name, value, overlays| Side {
        name,
        text: text(value),
        overlay: overlay(overlays),
    };
    Pair {
        name: name.to_owned(),
        about,
        also: also.collect(),
        old: side("old.yaml", &old, "old_overlay"),
        new: side("new.yaml", &new, "new_overlay"),
    }
}

/// What every case would say.
fn head() -> Value {
    serde_yaml::from_str("swagger: '2.0'\ninfo: {title: Pets, version: 1.0.0}").expect("YAML")
}

/// RFC 7396.
fn patch(target: &mut Value, change: &Value) {
    let Value::Mapping(change) = change else {
        *target = change.clone();
        return;
    };
    if !target.is_mapping() {
        *target = Value::Mapping(serde_yaml::Mapping::new());
    }
    let Value::Mapping(target) = target else {
        return;
    };
    for (key, value) in change {
        if value.is_null() {
            target.shift_remove(key);
        } else {
            patch(target.entry(key.clone()).or_insert(Value::Null), value);
        }
    }
}
