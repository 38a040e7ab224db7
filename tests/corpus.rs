//! Real documents by the hundred, where they are at hand: whatever is in them, there is a client,
//! and nothing is lost in silence.

use std::collections::BTreeSet;
use std::panic;
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

use generator::emit::{Files, Root, Settings, emit};
use generator::model::{Api, Def};
use generator::{Failure, Input};
use serde_yaml::Value;
use tests::permute;

/// What no client is made of, and what is said about it.
const REFUSED: &[(&str, &str)] = &[
    // Lists of changes to a document.
    ("__fixup.yaml", "unsupported-version"),
    ("__patch", "unsupported-version"),
    ("accuweather__AccuWeather.json", "not-json"),
    (
        "citrixonline.com__gotomeeting__1.0.0__jpdiff.yaml",
        "not-a-mapping",
    ),
];

const METHODS: [&str; 7] = ["delete", "get", "head", "options", "patch", "post", "put"];

#[test]
fn every_document_of_the_corpus_becomes_a_client() {
    let Some(corpus) = tests::corpus() else {
        println!("skipped: there is no ../shared/corpus");
        return;
    };
    // A third of them, so that the tests of every day stay short; `CORPUS=all` takes them all.
    let every = if std::env::var("CORPUS").is_ok_and(|which| which == "all") {
        1
    } else {
        3
    };
    let documents: Vec<_> = documents(&corpus).into_iter().step_by(every).collect();
    assert!(documents.len() > 100, "{} documents", documents.len());
    let found = each(&documents, |path| check(&corpus, path));
    let failures: Vec<_> = found.iter().flatten().collect();
    assert!(
        failures.is_empty(),
        "{} of {}: {failures:#?}",
        failures.len(),
        documents.len()
    );
}

/// What is wrong with what became of a document.
fn check(corpus: &Path, path: &Path) -> Vec<String> {
    let name = path
        .strip_prefix(corpus)
        .unwrap_or(path)
        .to_string_lossy()
        .replace('\\', "/");
    let faults = match panic::catch_unwind(|| faults(&name, path)) {
        Ok(faults) => faults,
        Err(panic) => {
            let message = panic.downcast_ref::<String>().cloned();
            vec![format!("panic: {}", message.unwrap_or_default())]
        }
    };
    faults
        .into_iter()
        .map(|fault| format!("{name}: {fault}"))
        .collect()
}

fn faults(name: &str, path: &Path) -> Vec<String> {
    let bytes = std::fs::read(path).expect("a file");
    let input = Input {
        name,
        bytes: &bytes,
        overlay: None,
        lock: "",
    };
    let refusal = REFUSED
        .iter()
        .find(|(refused, _)| name.contains(refused))
        .map(|(_, code)| *code);
    let settled = match generator::settle(&input) {
        Ok(settled) => settled,
        Err(Failure::Document {
            diagnostics,
            sources,
        }) => {
            let known = diagnostics
                .iter()
                .any(|fault| Some(fault.code.name) == refusal);
            return if known {
                Vec::new()
            } else {
                vec![diagnostics[0].short(&sources)]
            };
        }
        Err(Failure::Lock(error)) => return vec![error.to_string()],
    };
    let mut faults = Vec::new();
    if refusal.is_some() {
        faults.push("it became a client after all".to_owned());
    }
    let settings = Settings {
        name: "corpus".to_owned(),
        ..Settings::default()
    };
    match emit(&settled.api, &settings) {
        Ok(files) => faults.extend(missing_files(&settled.api, &files)),
        Err(error) => faults.push(error.to_string()),
    }
    faults.extend(lost(&String::from_utf8_lossy(&bytes), &settled.api));
    faults.extend(shared_names(&settled.api));
    faults
}

/// Modules without a file; files that there are too many of.
fn missing_files(api: &Api, files: &Files) -> Vec<String> {
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
    expected
        .symmetric_difference(&found)
        .map(|path| format!("{path} is too few or too many"))
        .collect()
}

/// The operations that are neither in the client nor in the report. They are looked for without
/// the generator, in the simplest way there is.
fn lost(text: &str, api: &Api) -> Vec<String> {
    let document = permute::document(text).unwrap_or_default();
    let known: BTreeSet<&str> = api
        .operations()
        .map(|operation| operation.key.as_str())
        .chain(api.omitted.iter().map(|omitted| omitted.what.as_str()))
        .collect();
    let Some(Value::Mapping(paths)) = document.get("paths") else {
        return Vec::new();
    };
    let mut lost = Vec::new();
    for (path, item) in paths {
        let (Some(path), Value::Mapping(item)) = (path.as_str(), item) else {
            continue;
        };
        for method in item.keys().filter_map(Value::as_str) {
            // A path begins with a slash, whether the document says so or not.
            let slash = if path.starts_with('/') { "" } else { "/" };
            let key = format!("{} {slash}{path}", method.to_uppercase());
            if METHODS.contains(&method) && !known.contains(key.as_str()) {
                lost.push(format!("{key} is lost"));
            }
        }
    }
    lost
}

/// Names that two things of one scope have.
fn shared_names(api: &Api) -> Vec<String> {
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

/// Does `work` for each document, on all cores, and gives the results in order.
fn each<T: Send>(documents: &[PathBuf], work: impl Fn(&Path) -> T + Sync) -> Vec<T> {
    let next = AtomicUsize::new(0);
    let results = Mutex::new(Vec::new());
    std::thread::scope(|scope| {
        for _ in 0..std::thread::available_parallelism().map_or(1, usize::from) {
            scope.spawn(|| {
                while let Some(path) = documents.get(next.fetch_add(1, Ordering::Relaxed)) {
                    let result = work(path);
                    results
                        .lock()
                        .expect("nobody panicked")
                        .push((path, result));
                }
            });
        }
    });
    let mut results = results.into_inner().expect("nobody panicked");
    results.sort_by_key(|(path, _)| *path);
    results.into_iter().map(|(_, result)| result).collect()
}

/// The YAML and JSON files below a folder, in order.
fn documents(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).expect("a folder").flatten() {
        let path = entry.path();
        let extension = path
            .extension()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        if path.is_dir() {
            found.extend(documents(&path));
        } else if ["json", "yaml", "yml"].contains(&extension.as_str()) {
            found.push(path);
        }
    }
    found.sort();
    found
}
