//! The export is OpenAPI 3.0, by the schema that belongs to the specification, and by what the
//! specification says in words.

use std::collections::BTreeSet;
use std::path::PathBuf;

use generator::emit::openapi30;
use generator::{Input, settle};
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
    let errors = errors.map(|error| format!("{}: {error}", error.instance_path()));
    errors.chain(broken_rules(document)).collect()
}

/// What the specification says in words, and the schema can't.
fn broken_rules(document: &Value) -> Vec<String> {
    let mut broken = Vec::new();
    let (mut shapes, mut ids) = (BTreeSet::new(), BTreeSet::new());
    for (path, item) in document["paths"].as_object().into_iter().flatten() {
        let (shape, names) = template(path);
        if !shapes.insert(shape) {
            broken.push(format!("`{path}` is there twice but for the names"));
        }
        for (method, operation) in item.as_object().into_iter().flatten() {
            let key = format!("{method} {path}");
            if !ids.insert(operation["operationId"].as_str()) {
                broken.push(format!("{key}: an operationId that another has"));
            }
            let parameters = operation["parameters"].as_array().into_iter().flatten();
            let parameters: Vec<_> = parameters
                .filter_map(|one| Some((one["in"].as_str()?, one["name"].as_str()?)))
                .collect();
            if parameters.iter().collect::<BTreeSet<_>>().len() < parameters.len() {
                broken.push(format!("{key}: a parameter is there twice"));
            }
            let in_path = parameters.iter().filter(|(place, _)| *place == "path");
            let in_path: BTreeSet<_> = in_path.map(|(_, name)| (*name).to_owned()).collect();
            if in_path != names {
                broken.push(format!("{key}: {in_path:?} instead of {names:?}"));
            }
        }
    }
    dangling(document, document, &mut broken);
    broken
}

/// A path without the names of its values, and these names.
fn template(path: &str) -> (String, BTreeSet<String>) {
    let mut parts = path.split('{');
    let mut shape = parts.next().unwrap_or_default().to_owned();
    let mut names = BTreeSet::new();
    for part in parts {
        match part.split_once('}') {
            Some((name, rest)) => {
                names.insert(name.to_owned());
                shape = format!("{shape}{{}}{rest}");
            }
            None => shape = format!("{shape}{{{part}"),
        }
    }
    (shape, names)
}

/// References that lead nowhere.
fn dangling(document: &Value, value: &Value, broken: &mut Vec<String>) {
    match value {
        Value::Object(members) => {
            if let Some(Value::String(to)) = members.get("$ref")
                && document.pointer(to.trim_start_matches('#')).is_none()
            {
                broken.push(format!("`{to}` leads nowhere"));
            }
            // An example is data, whatever is in it.
            let members = members.iter().filter(|(name, _)| *name != "example");
            members.for_each(|(_, member)| dangling(document, member, broken));
        }
        Value::Array(items) => {
            for item in items {
                dangling(document, item, broken);
            }
        }
        _ => {}
    }
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

#[test]
fn the_export_of_real_documents_is_valid() {
    let Some(corpus) = tests::corpus() else {
        println!("skipped: there is no ../shared/corpus");
        return;
    };
    let mut paths: Vec<PathBuf> = ["family", "wellformed", "oas3", "citrixonline"]
        .iter()
        .flat_map(|folder| std::fs::read_dir(corpus.join(folder)).expect("a folder"))
        .map(|entry| entry.expect("an entry of it").path())
        .collect();
    paths.sort();
    // A few of them, so that the tests of every day stay short; `CORPUS=all` takes them all.
    let all = std::env::var("CORPUS").is_ok_and(|which| which == "all");
    let validator = validator();
    let mut invalid = Vec::new();
    let mut exported = 0;
    for path in paths.iter().step_by(if all { 1 } else { 20 }) {
        let name = path.display().to_string();
        let input = Input {
            name: &name,
            bytes: &std::fs::read(path).expect("a file"),
            overlay: None,
            lock: "",
            beside: None,
        };
        let Ok(settled) = settle(&input) else {
            continue;
        };
        let text = openapi30::json(&settled.api, "A service").expect("an export");
        let document = serde_json::from_str(&text).expect("JSON");
        exported += 1;
        let found = faults(&validator, &document);
        invalid.extend(found.iter().map(|fault| format!("{name}: {fault}")));
    }
    assert!(exported > 20, "{exported} exports");
    assert!(invalid.is_empty(), "{invalid:#?}");
}
