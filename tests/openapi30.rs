//! The export is OpenAPI 3.0, by the schema that belongs to the specification.

use generator::emit::openapi30;
use jsonschema::Validator;
use serde_json::Value;
use tests::harness::{cases, run};

fn validator() -> Validator {
    let text = include_str!("data/openapi-3.0.schema.json");
    let schema = serde_json::from_str(text).expect("JSON");
    jsonschema::draft4::new(&schema).expect("a schema")
}

/// What the schema says against a document.
fn faults(validator: &Validator, document: &Value) -> Vec<String> {
    let errors = validator.iter_errors(document);
    errors
        .map(|error| format!("{}: {error}", error.instance_path()))
        .collect()
}

#[test]
fn the_export_that_is_checked_in_is_valid() {
    let path = tests::root().join("specs/gotomeeting/openapi30.yaml");
    let text = std::fs::read_to_string(path).expect("the export");
    let document = serde_yaml::from_str(&text).expect("YAML");
    assert_eq!(faults(&validator(), &document), Vec::<String>::new());
}

#[test]
fn the_export_of_every_case_is_valid() {
    let validator = validator();
    let mut invalid = Vec::new();
    let mut exported = 0;
    for case in cases() {
        let Some(emitted) = run(&case, "").emitted else {
            continue;
        };
        let text = openapi30::json(&emitted.api, "A case").expect("an export");
        let document = serde_json::from_str(&text).expect("JSON");
        exported += 1;
        let found = faults(&validator, &document);
        invalid.extend(found.iter().map(|fault| format!("{}: {fault}", case.name)));
    }
    assert!(exported > 20, "{exported} exports");
    assert!(invalid.is_empty(), "{invalid:#?}");
}
