//! Real documents by the hundred, where they are at hand: beside the workspace, or in the folder
//! that `CORPUS` names.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use generator::read::{Limits, read};
use generator::source::Sources;

/// What is said about the files that are no documents.
const UNREADABLE: &[&str] = &[
    "accuweather__AccuWeather.json:9:7: error: the file is not JSON: expected `,` or `}`",
    // A list of changes to a document.
    "citrixonline.com__gotomeeting__1.0.0__jpdiff.yaml:1:1: error: the document is a list",
];

#[test]
fn every_document_of_the_corpus_is_read() {
    let beside = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/corpus");
    let folder = std::env::var_os("CORPUS").map_or(beside, PathBuf::from);
    let files = documents(&folder);
    if files.is_empty() {
        eprintln!("skipped: no documents in {}", folder.display());
        return;
    }
    let mut unreadable = Vec::new();
    let (mut bytes, mut time) = (0, Duration::ZERO);
    for path in &files {
        let Ok(content) = fs::read(path) else {
            continue;
        };
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let mut sources = Sources::default();
        bytes += content.len();
        let start = Instant::now();
        let result = read(&mut sources, &name, &content, &Limits::default());
        time += start.elapsed();
        match result {
            Ok((tree, _)) => {
                // Every node has a place, and a way to it that leads back.
                let mut open = vec![tree.view(tree.root())];
                while let Some(node) = open.pop() {
                    let span = tree.span(&sources, &node.site());
                    assert!(
                        sources.get(span.source).text.get(span.range).is_some(),
                        "{name}"
                    );
                    open.extend(node.items().chain(node.entries().map(|(_, value)| value)));
                }
            }
            Err(faults) => {
                assert!(
                    faults.iter().all(|fault| !fault.labels.is_empty()),
                    "{name}"
                );
                unreadable.push(faults[0].short(&sources));
            }
        }
    }
    println!("{} documents, {bytes} bytes in {time:?}", files.len());
    let unexpected: Vec<_> = unreadable
        .iter()
        .filter(|line| !UNREADABLE.iter().any(|known| line.starts_with(known)))
        .collect();
    assert!(unexpected.is_empty(), "{unexpected:#?}");
}

/// The YAML and JSON files below a folder, sorted.
fn documents(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        let Ok(entries) = fs::read_dir(folder) else {
            continue;
        };
        for path in entries.flatten().map(|entry| entry.path()) {
            let extension = path.extension().and_then(|extension| extension.to_str());
            if path.is_dir() {
                folders.push(path);
            } else if matches!(extension, Some("yaml" | "yml" | "json")) {
                files.push(path);
            }
        }
    }
    files.sort();
    files
}
