//! What is sent agrees with what is known of the real service.
//!
//! The facts are collected outside this repository; without them there is nothing to compare.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::calls::{EXAMPLES, Example};

#[test]
fn the_examples_agree_with_the_facts() {
    let path = tests::root().join("../shared/gotomeeting/facts.json");
    let Ok(text) = std::fs::read_to_string(&path) else {
        println!("skipped: there is no {}", path.display());
        return;
    };
    let facts: Value = serde_json::from_str(&text).expect("JSON");
    assert_eq!(facts["service"]["base_url"], gotomeeting::BASE_URL);
    let operations = facts["operations"].as_array().expect("a list");
    for fact in operations {
        let operation = format!(
            "{} {}",
            text_of(&fact["method"]),
            text_of(&fact["true_path"])
        );
        let example = EXAMPLES
            .iter()
            .find(|example| example.operation == operation)
            .unwrap_or_else(|| panic!("no example of {operation}"));
        let known: BTreeSet<&str> = names(&fact["parameters"]).chain(fields(fact)).collect();
        for name in sent(example) {
            assert!(known.contains(name.as_str()), "{operation}: {name}");
        }
        // A body goes where the service takes one.
        assert_eq!(
            example.body.is_empty(),
            fact["request_body"].is_null(),
            "{operation}"
        );
    }
    assert_eq!(operations.len(), EXAMPLES.len());
}

/// The names that an example sends in its query and its body.
fn sent(example: &Example) -> Vec<String> {
    let query = example
        .target
        .split_once('?')
        .map_or("", |(_, query)| query);
    let query = query.split('&').filter_map(|pair| pair.split_once('='));
    let body: Value = serde_json::from_str(example.body).unwrap_or_default();
    let fields = body
        .as_object()
        .into_iter()
        .flatten()
        .map(|(name, _)| name.clone());
    query
        .map(|(name, _)| name.to_owned())
        .chain(fields)
        .collect()
}

fn fields(fact: &Value) -> impl Iterator<Item = &str> {
    names(&fact["request_body"]["fields"])
}

fn names(list: &Value) -> impl Iterator<Item = &str> {
    list.as_array().into_iter().flatten().map(|item| {
        item["true_name"]
            .as_str()
            .unwrap_or_else(|| text_of(&item["name"]))
    })
}

fn text_of(value: &Value) -> &str {
    value.as_str().expect("text")
}
