//! The document that this project was started for: what may change in it without a change of the
//! client, and what the report says of its defects.

mod defects;
mod described;
mod extended;
mod permuted;
mod surface;

use std::fs;

use generator::emit::{Files, Settings, emit};
use generator::model::Api;
use generator::{Failure, Input};

/// The document as received.
const DOCUMENT: &str = "specs/gotomeeting/swagger.yaml";

struct Run {
    api: Api,
    files: Files,
    lock: String,
}

fn run(document: &str, lock: &str) -> Run {
    let input = Input {
        name: DOCUMENT,
        bytes: document.as_bytes(),
        overlay: None,
        lock,
        beside: None,
    };
    let settled = match generator::settle(&input) {
        Ok(settled) => settled,
        Err(Failure::Lock(error)) => panic!("{error}"),
        Err(Failure::Document {
            diagnostics,
            sources,
        }) => {
            panic!("{}", diagnostics[0].short(&sources))
        }
    };
    Run {
        files: emit(&settled.api, &settings()).expect("files"),
        api: settled.api,
        lock: settled.lock.render(),
    }
}

fn settings() -> Settings {
    Settings {
        name: "gotomeeting".to_owned(),
        ..Settings::default()
    }
}

/// A file of this repository.
fn text(path: &str) -> String {
    fs::read_to_string(tests::root().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

#[test]
fn two_runs_give_the_same_bytes() {
    let document = text(DOCUMENT);
    let (one, other) = (run(&document, ""), run(&document, ""));
    same_files(&one, &other, &[], "a second run");
}

/// Fails where two runs gave different files, and says which; `REPAIRS.md` tells where things
/// stand in the document, so that it may be left out.
fn same_files(one: &Run, other: &Run, but: &[&str], what: &str) {
    let paths = |run: &Run| run.files.keys().cloned().collect::<Vec<_>>();
    assert_eq!(paths(one), paths(other), "{what}");
    for ((root, path), text) in &one.files {
        let found = &other.files[&(*root, path.clone())];
        let differs = text
            .lines()
            .zip(found.lines())
            .find(|(one, other)| one != other);
        let same = text == found || but.contains(&path.as_str());
        assert!(same, "{what}: {path} differs: {differs:?}");
    }
    assert_eq!(one.lock, other.lock, "{what}");
}
