//! What always holds: a document is itself in whatever order it stands, and whoever swaps the
//! versions sees the mirror image.

use std::collections::BTreeSet;
use std::path::PathBuf;

use generator::Input;
use generator::diff::kinds;
use tests::permute::{self, Order};

use crate::support::{Version, compare, compare_alone, kinds as found};

/// The size of a large document, in bytes.
const LARGE: usize = 60_000;

/// Documents to try this on: some of the repository, and a part of the corpus where it is at hand.
fn documents() -> Vec<PathBuf> {
    let root = tests::root();
    let mut all = vec![root.join("specs/gotomeeting/swagger.yaml")];
    let mut add = |folder: PathBuf, every: usize| {
        let Ok(entries) = std::fs::read_dir(folder) else {
            return;
        };
        let paths = entries.filter_map(|entry| Some(entry.ok()?.path()));
        let mut paths: Vec<_> = paths
            .filter(|path| path.extension().is_some_and(|e| e != "tsv"))
            .collect();
        paths.sort();
        all.extend(paths.into_iter().step_by(every));
    };
    add(root.join("tests/cases/rules"), 1);
    add(root.join("tests/cases/openapi30"), 1);
    if let Some(corpus) = tests::corpus() {
        add(corpus.join("wellformed"), 5);
        add(corpus.join("family"), 40);
        add(corpus.join("oas3"), 20);
    } else {
        println!("skipped: there is no ../shared/corpus");
    }
    all
}

/// A document, where a client can be made of it. Large ones are left to `CORPUS=all`, so that the tests
/// of every day stay short.
fn read(path: &PathBuf) -> Option<String> {
    let text = std::fs::read_to_string(path).ok()?;
    let all = std::env::var("CORPUS").is_ok_and(|which| which == "all");
    if text.len() > LARGE && !all {
        return None;
    }
    let input = Input {
        name: "document.yaml",
        bytes: text.as_bytes(),
        overlay: None,
        lock: "",
        beside: None,
    };
    generator::settle(&input).ok()?;
    Some(text)
}

#[test]
fn a_document_is_itself() {
    for path in documents() {
        let Some(text) = read(&path) else { continue };
        let version = Version::of("document.yaml", text);
        let changes = compare(&version, &version);
        assert_eq!(found(&changes), [""; 0], "{}", path.display());
        assert_eq!(changes.same, [], "{}", path.display());
    }
}

#[test]
fn a_permuted_document_is_itself() {
    for path in documents() {
        let Some(text) = read(&path) else { continue };
        let Some(document) = permute::document(&text) else {
            continue;
        };
        let plain = serde_yaml::to_string(&document).expect("YAML");
        for order in [Order::Reversed, Order::Shuffled(7)] {
            let permuted = serde_yaml::to_string(&permute::everywhere(&document, order));
            let old = Version::of("old.yaml", plain.clone());
            let new = Version::of("new.yaml", permuted.expect("YAML"));
            let changes = compare(&old, &new);
            assert_eq!(found(&changes), [""; 0], "{} {order:?}", path.display());
        }
    }
}

#[test]
fn swapped_versions_are_mirror_images() {
    // Documents that have little to do with each other differ in all ways that there are.
    let documents: Vec<String> = documents().iter().filter_map(read).collect();
    let mut seen = BTreeSet::new();
    for pair in documents.windows(2) {
        let old = Version::of("old.yaml", pair[0].clone());
        let new = Version::of("new.yaml", pair[1].clone());
        let there = found(&compare_alone(&old, &new));
        let back = compare_alone(&new, &old);
        let mirror = |id: &str| {
            let kind = kinds::all().find(|kind| kind.id == id);
            kind.map_or("", |kind| kind.mirror)
        };
        let mut mirrored: Vec<_> = found(&back).into_iter().map(mirror).collect();
        mirrored.sort_unstable();
        assert_eq!(there, mirrored, "{:.300}\n…\n{:.300}", pair[0], pair[1]);
        seen.extend(there);
    }
    assert!(seen.len() > 5, "{seen:?}");
}
