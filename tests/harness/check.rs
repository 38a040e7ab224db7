//! What holds for every document, whatever is in it.

use std::collections::BTreeSet;

use generator::diagnostic::Severity;
use generator::emit::Root;
use generator::model::{Omitted, Operation};
use generator::read::{self, Limits};
use generator::source::Sources;

use super::{Case, Emitted, Run, run};

/// The files that every client has.
const FILES: [(Root, &str); 8] = [
    (Root::Crate, "Cargo.toml"),
    (Root::Crate, "README.md"),
    (Root::Crate, "rustfmt.toml"),
    (Root::Crate, "src/lib.rs"),
    (Root::Crate, "src/runtime/mod.rs"),
    (Root::Spec, "REPAIRS.md"),
    (Root::Spec, "outline.txt"),
    (Root::Spec, "openapi30.yaml"),
];

/// Panics where something does not hold for what became of a case.
///
/// # Panics
///
/// That is what it is for.
pub fn check(case: &Case, run: &Run) {
    covers(case, run);
    match &run.emitted {
        None => refused(run),
        Some(emitted) => {
            assert!(
                run.diagnostics
                    .iter()
                    .all(|d| d.code.severity < Severity::Error),
                "there is an error, and a client all the same"
            );
            files(emitted);
            operations(case, emitted);
            again(case, emitted);
        }
    }
}

/// A case shows what it says that it shows.
fn covers(case: &Case, run: &Run) {
    assert!(
        !case.about.is_empty(),
        "the case does not say what it shows: see tests/harness/mod.rs"
    );
    let shown = run.shown();
    for name in &case.covers {
        assert!(
            shown.contains(name.as_str()),
            "the case covers `{name}`, but no diagnostic or claim of it came up; these did: {shown:?}"
        );
    }
}

/// Where there is no client, an error says why, and where.
fn refused(run: &Run) {
    let mut errors = run
        .diagnostics
        .iter()
        .filter(|d| d.code.severity == Severity::Error);
    let error = errors.next().expect("without a client there is an error");
    assert!(
        !error.labels.is_empty() || error.code.name == "too-large",
        "the error has no place: {}",
        error.message
    );
    assert!(
        error.help.is_some(),
        "the error does not say what to do: {}",
        error.message
    );
}

/// Every file is there, and is what its name says.
fn files(emitted: &Emitted) {
    for (root, path) in FILES {
        assert!(
            emitted.files.contains_key(&(root, path.to_owned())),
            "there is no {path}"
        );
    }
    for group in &emitted.api.groups {
        let path = format!("src/{}.rs", group.module);
        assert!(
            emitted.files.contains_key(&(Root::Crate, path.clone())),
            "there is no {path}"
        );
    }
    for ((_, path), text) in &emitted.files {
        assert!(
            path.split('/')
                .all(|part| !part.is_empty() && part != ".." && part != "."),
            "`{path}` leads out of the folder"
        );
        let fault = match path.rsplit('.').next() {
            Some("rs") => syn::parse_file(text).err().map(|error| error.to_string()),
            Some("toml") => toml::from_str::<toml::Table>(text)
                .err()
                .map(|error| error.to_string()),
            Some("yaml") => serde_yaml::from_str::<serde_yaml::Value>(text)
                .err()
                .map(|error| error.to_string()),
            _ => None,
        };
        assert_eq!(fault, None, "{path} is not right");
        assert!(text.ends_with('\n'), "{path} does not end with a line end");
        if path == "openapi30.yaml" {
            // It holds the texts of the document as they are.
            continue;
        }
        let steers = text.chars().find(|c| steers(*c));
        assert_eq!(
            steers, None,
            "{path} holds a character that steers a terminal or an editor"
        );
    }
}

/// Whether a character does something else than being shown: control characters, and marks that turn
/// the direction of writing.
fn steers(character: char) -> bool {
    character.is_control() && character != '\n'
        || matches!(character, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// No operation is lost in silence.
fn operations(case: &Case, emitted: &Emitted) {
    let api = &emitted.api;
    let known: BTreeSet<&str> = api
        .operations()
        .map(|operation| operation.key.as_str())
        .chain(api.omitted.iter().map(|omitted| omitted.what.as_str()))
        .collect();
    // An overlay may spell a path in another way; the operation stands where it stood.
    let omitted = api.omitted.iter().filter_map(Omitted::stated_key);
    let places = api.operations().filter_map(Operation::stated_key);
    let places: BTreeSet<String> = places.chain(omitted).collect();
    for key in stated(case) {
        assert!(
            known.contains(key.as_str()) || places.contains(&key),
            "`{key}` is neither in the client nor in the report of what was left out"
        );
    }
}

/// Method and path of every operation that stands in a document, as simply as they can be found.
fn stated(case: &Case) -> Vec<String> {
    let mut sources = Sources::default();
    let read = read::read(&mut sources, &case.file, &case.bytes(), &Limits::default());
    let (tree, _) = read.expect("what has a client can be read");
    let paths = tree
        .view(tree.root())
        .get("paths")
        .expect("what has a client has paths");
    let mut keys = Vec::new();
    for (path, item) in paths.entries() {
        // The operations of a path can stand elsewhere.
        let elsewhere = item
            .get("$ref")
            .and_then(|reference| reference.as_str()?.strip_prefix('#'));
        let item = elsewhere
            .and_then(|pointer| tree.follow(pointer))
            .unwrap_or(item);
        for (method, _) in item.entries() {
            let method = method.text.to_uppercase();
            if ["GET", "PUT", "POST", "DELETE", "OPTIONS", "HEAD", "PATCH"]
                .contains(&method.as_str())
            {
                let slash = if path.text.starts_with('/') { "" } else { "/" };
                keys.push(format!("{method} {slash}{}", path.text));
            }
        }
    }
    keys
}

/// A second run gives the same bytes, and so does one with the names of the first.
fn again(case: &Case, first: &Emitted) {
    for lock in ["", &first.lock] {
        let second = run(case, lock).emitted.expect("a client, as before");
        let with = if lock.is_empty() {
            "out a lock"
        } else {
            " the lock of the first"
        };
        for (path, text) in &second.files {
            assert_eq!(
                first.files.get(path),
                Some(text),
                "{path:?} changed in a run with{with}"
            );
        }
        assert_eq!(
            first.files.len(),
            second.files.len(),
            "files are missing in a run with{with}"
        );
        assert_eq!(
            first.lock, second.lock,
            "the lock changed in a run with{with}"
        );
    }
}
