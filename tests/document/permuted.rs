//! The order of keys means nothing, and so changes nothing.

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
