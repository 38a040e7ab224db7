//! The order of keys means nothing, and so changes nothing.

use std::collections::BTreeSet;

use generator::emit::Root;
use serde_yaml::Value;
use tests::harness::{self, Case, cases};
use tests::permute::{self, Order};

use crate::{DOCUMENT, run, same_files, text};

#[test]
fn the_order_of_keys_changes_nothing() {
    let original = text(DOCUMENT);
    let expected = run(&original, "");
    let document = permute::document(&original).expect("YAML");
    let shuffles = (1..=8).map(Order::Shuffled);
    for order in [Order::Reversed].into_iter().chain(shuffles) {
        let permuted = permute::everywhere(&document, order);
        let permuted = serde_yaml::to_string(&permuted).expect("YAML");
        assert_ne!(permuted.find("/groups:"), original.find("/groups:"));
        // It tells where things stand, and they stand elsewhere.
        let but = ["REPAIRS.md"];
        same_files(&run(&permuted, ""), &expected, &but, &format!("{order:?}"));
    }
}

/// The same for documents that show OpenAPI 3.0, whose maps are others. Fields and parameters stand in
/// the order of the document; there are no others, and they have no other names or types.
#[test]
fn the_order_of_keys_changes_nothing_in_openapi_either() {
    let shown = cases()
        .into_iter()
        .filter(|case| case.name.starts_with("openapi30/"));
    let mut compared = 0;
    for case in shown {
        let text = String::from_utf8(case.bytes()).expect("text");
        let document = permute::document(&text).expect("YAML");
        let expected = outline(&document);
        for order in [Order::Reversed, Order::Shuffled(1), Order::Shuffled(2)] {
            let found = outline(&permute::everywhere(&document, order));
            let too_few: Vec<_> = expected.difference(&found).collect();
            let too_many: Vec<_> = found.difference(&expected).collect();
            assert!(
                too_few.is_empty() && too_many.is_empty(),
                "{}, {order:?}: without {too_few:#?}, with {too_many:#?}",
                case.name
            );
            compared += 1;
        }
    }
    assert!(compared > 40, "{compared}");
}

/// The lines of the outline, as words: what a line lists may stand in the order of the document.
fn outline(document: &Value) -> BTreeSet<String> {
    let text = serde_yaml::to_string(document).expect("YAML");
    let emitted = harness::run(&Case::of(text), "").emitted;
    let files = emitted.expect("a client").files;
    let outline = files.get(&(Root::Spec, "outline.txt".to_owned()));
    let lines = outline.map_or("", String::as_str).lines();
    let sorted = |line: &str| {
        let mut words: Vec<_> = line.split([' ', ':', ',']).collect();
        words.sort_unstable();
        words.join(" ")
    };
    lines.map(sorted).collect()
}
