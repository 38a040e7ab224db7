//! `tests/cases/diff/`: a case for each kind of change, of its name, and in `also` the kinds that can't
//! be told apart from it.

use std::collections::BTreeSet;

use generator::diff::render::{Style, text};
use generator::diff::{Change, kinds};
use tests::harness::{Pair, Side, pairs};
use tests::root;

use crate::support::{Version, compare, compare_alone, kinds as found};

#[test]
fn each_kind_has_a_case_that_shows_it_alone_with_its_verdicts() {
    let cases = pairs();
    let names: BTreeSet<&str> = cases.iter().map(|case| case.name.as_str()).collect();
    let known: BTreeSet<&str> = kinds::all().map(|kind| kind.id).collect();
    assert_eq!(
        names, known,
        "a case for each kind, and a kind for each case"
    );
    for case in &cases {
        let changes = compare(&version(&case.old), &version(&case.new));
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
    for case in pairs() {
        let changes = compare_alone(&version(&case.new), &version(&case.old));
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

fn snapshot(case: &Pair, shown: &str) {
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path(root().join("tests/snapshots/diff"));
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.set_description(case.about.clone());
    settings.bind(|| insta::assert_snapshot!(case.name.as_str(), shown));
}

fn version(side: &Side) -> Version {
    Version {
        overlay: side.overlay.clone(),
        ..Version::of(side.name, side.text.clone())
    }
}
