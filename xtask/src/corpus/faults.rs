//! What must not be in what becomes of a document.

use std::collections::BTreeSet;

use generator::emit::{Files, Root};
use generator::model::{Api, Def, Omitted, Operation};
use serde::Deserialize;
use serde_yaml::Value;

const METHODS: [&str; 7] = ["delete", "get", "head", "options", "patch", "post", "put"];

/// The operations of a document, by method and path. They are looked for without the generator, in
/// the simplest way there is.
pub(super) fn operations(text: &str) -> Vec<String> {
    let json = || serde_json::from_str::<Value>(text).ok();
    let yaml = || {
        let first = serde_yaml::Deserializer::from_str(text).next()?;
        Value::deserialize(first).ok()
    };
    let document = if text.trim_start().starts_with('{') {
        json().or_else(yaml)
    } else {
        yaml()
    };
    let document = document.unwrap_or_default();
    let Some(Value::Mapping(paths)) = document.get("paths") else {
        return Vec::new();
    };
    let mut found = Vec::new();
    for (path, item) in paths {
        let (Some(path), Value::Mapping(item)) = (path.as_str(), item) else {
            continue;
        };
        for method in item.keys().filter_map(Value::as_str) {
            // A path begins with a slash, whether the document says so or not.
            let slash = if path.starts_with('/') { "" } else { "/" };
            if METHODS.contains(&method) {
                found.push(format!("{} {slash}{path}", method.to_uppercase()));
            }
        }
    }
    found
}

/// The operations that are neither in the client nor in the report.
pub(super) fn lost(keys: &[String], api: &Api) -> Vec<String> {
    let known: BTreeSet<&str> = api
        .operations()
        .map(|operation| operation.key.as_str())
        .chain(api.omitted.iter().map(|omitted| omitted.what.as_str()))
        .collect();
    // The values of a path may have got other names; the operation stands where it stood.
    let omitted = api.omitted.iter().filter_map(Omitted::stated_key);
    let places = api.operations().filter_map(Operation::stated_key);
    let places: BTreeSet<String> = places.chain(omitted).collect();
    keys.iter()
        .filter(|key| !known.contains(key.as_str()) && !places.contains(*key))
        .map(|key| format!("{key} is lost"))
        .collect()
}

/// Modules without a file; files that there are too many of.
pub(super) fn missing_files(api: &Api, files: &Files) -> Vec<String> {
    let modules = api.groups.iter().map(|group| group.module.as_str());
    let mut expected: BTreeSet<String> = modules
        .chain(["lib", "types"])
        .map(|module| format!("src/{module}.rs"))
        .collect();
    if api.types.is_empty() {
        expected.remove("src/types.rs");
    }
    let found: BTreeSet<String> = files
        .keys()
        .filter(|(root, path)| {
            *root == Root::Crate && path.starts_with("src/") && !path.starts_with("src/runtime/")
        })
        .map(|(_, path)| path.clone())
        .collect();
    // Where there are many types, those of one group may have a file of their own.
    expected.extend(api.groups.iter().filter_map(|group| {
        let path = format!("src/types/{}.rs", group.module);
        found.contains(&path).then_some(path)
    }));
    expected
        .symmetric_difference(&found)
        .map(|path| format!("{path} is too few or too many"))
        .collect()
}

/// Names that two things of one scope have.
pub(super) fn shared_names(api: &Api) -> Vec<String> {
    let mut shared = Vec::new();
    let mut check = |scope: &str, names: Vec<&str>| {
        let mut seen = BTreeSet::new();
        let again = names.into_iter().filter(|name| !seen.insert(*name));
        shared.extend(again.map(|name| format!("two things in {scope} are called `{name}`")));
    };
    check(
        "the crate",
        api.groups
            .iter()
            .map(|group| group.module.as_str())
            .collect(),
    );
    for group in &api.groups {
        let operations = || group.operations.iter();
        check(
            &group.module,
            operations()
                .map(|operation| operation.name.as_str())
                .collect(),
        );
        let types = operations().map(|operation| operation.type_name.as_str());
        check(
            &group.module,
            types.chain([group.type_name.as_str()]).collect(),
        );
        for operation in operations() {
            let parameters = operation
                .parameters
                .iter()
                .map(|parameter| parameter.name.as_str());
            check(&operation.key, parameters.collect());
        }
    }
    check(
        "types",
        api.types
            .iter()
            .map(|(_, named)| named.name.as_str())
            .collect(),
    );
    for (_, named) in api.types.iter() {
        match &named.def {
            Def::Struct(fields) => check(
                &named.name,
                fields.iter().map(|f| f.name.as_str()).collect(),
            ),
            Def::Enum(variants) => check(
                &named.name,
                variants.iter().map(|v| v.name.as_str()).collect(),
            ),
            Def::Union(all) => check(
                &named.name,
                all.iter().map(|one| one.name.as_str()).collect(),
            ),
            Def::Identifier(_) => {}
        }
    }
    shared
}
