//! `tests/cases/diff/`: a case for each kind of change, of its name. It has the old document and a
//! merge patch (RFC 7396) that makes the new one of it, overlays where they matter, and in
//! `also` the kinds that can't be told apart from it.

use std::collections::BTreeSet;
use std::fs;

use generator::diff::render::{Style, text};
use generator::diff::{Change, kinds};
use serde_yaml::Value;
use tests::root;

use crate::support::{Version, compare, compare_alone, kinds as found};

/// A case, with what it shows.
struct Case {
    name: String,
    about: String,
    /// Kinds that it can't show without.
    also: Vec<String>,
    old: Version,
    new: Version,
}

#[test]
fn each_kind_has_a_case_that_shows_it_alone_with_its_verdicts() {
    let cases = cases();
    let names: BTreeSet<&str> = cases.iter().map(|case| case.name.as_str()).collect();
    let known: BTreeSet<&str> = kinds::all().map(|kind| kind.id).collect();
    assert_eq!(
        names, known,
        "a case for each kind, and a kind for each case"
    );
    for case in &cases {
        let changes = compare(&case.old, &case.new);
        let shown = text::text(
            &changes,
            Style {
                all: true,
                ..Style::default()
            },
        );
        let mut expected = vec![case.name.as_str()];
        expected.extend(case.also.iter().map(String::as_str));
        expected.sort_unstable();
        assert_eq!(found(&changes), expected, "{}\n{shown}", case.name);
        let mut of_kind = changes.changes.iter();
        let Some(change) = of_kind.find(|change| change.kind.id == case.name) else {
            panic!("{}", case.name);
        };
        let Change {
            kind, wire, rust, ..
        } = change;
        assert_eq!(
            (*wire, *rust),
            (kind.wire, kind.rust),
            "{}\n{shown}",
            case.name
        );
        snapshot(case, &shown);
    }
}

#[test]
fn a_case_the_other_way_round_is_of_the_mirrored_kind() {
    for case in cases() {
        let changes = compare_alone(&case.new, &case.old);
        let mirror = |id: &str| {
            let kind = kinds::all().find(|kind| kind.id == id);
            kind.map_or("", |kind| kind.mirror)
        };
        let mut expected = vec![mirror(&case.name)];
        expected.extend(case.also.iter().map(|id| mirror(id)));
        expected.sort_unstable();
        assert_eq!(found(&changes), expected, "{}", case.name);
    }
}

#[test]
fn mirrors_are_mutual_and_travel_the_same_way() {
    for kind in kinds::all() {
        let mirror = kinds::all().find(|other| other.id == kind.mirror);
        let mirror = mirror.unwrap_or_else(|| panic!("{}: {}", kind.id, kind.mirror));
        assert_eq!((mirror.mirror, mirror.way), (kind.id, kind.way));
    }
}

fn snapshot(case: &Case, shown: &str) {
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path(root().join("tests/snapshots/diff"));
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.set_description(case.about.clone());
    settings.bind(|| insta::assert_snapshot!(case.name.as_str(), shown));
}

fn cases() -> Vec<Case> {
    let folder = root().join("tests/cases/diff");
    let mut cases: Vec<Case> = fs::read_dir(folder)
        .expect("the folder of the cases")
        .map(|entry| {
            let path = entry.expect("an entry of it").path();
            let name = path.file_stem().unwrap_or_default().to_string_lossy();
            case(&name, &fs::read_to_string(&path).expect("a case"))
        })
        .collect();
    cases.sort_by(|one, other| one.name.cmp(&other.name));
    cases
}

fn case(name: &str, source: &str) -> Case {
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
    Case {
        name: name.to_owned(),
        about,
        also: also.collect(),
        old: Version {
            overlay: overlay("old_overlay"),
            ..Version::of("old.yaml", text(&old))
        },
        new: Version {
            overlay: overlay("new_overlay"),
            ..Version::of("new.yaml", text(&new))
        },
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
