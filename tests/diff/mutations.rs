//! One thing of a real document is changed, and that is what is found: alone, with its verdicts.

mod table;

use generator::diff::render::{Style, text};
use generator::diff::{Change, Rust, Wire};
use serde_json::Value;
use tests::permute;

use crate::support::{Version, compare};
use table::{CREATE, mutations};

/// What is done to a document.
enum Edit {
    /// A value stands at that pointer now; `-` appends to a list.
    Set(&'static str, Value),
    /// What stood there is gone.
    Remove(&'static str),
    /// What stood at the first stands at the second.
    Move(&'static str, &'static str),
}

/// What a change is found as; the verdicts are those of each time.
struct Mutation {
    edits: Vec<Edit>,
    kinds: &'static [&'static str],
    wire: Wire,
    rust: Rust,
}

fn one(edit: Edit, kind: &'static [&'static str], wire: Wire, rust: Rust) -> Mutation {
    Mutation {
        edits: vec![edit],
        kinds: kind,
        wire,
        rust,
    }
}

#[test]
fn each_mutation_is_found_alone_with_its_verdicts() {
    let Some(corpus) = tests::corpus() else {
        println!("skipped: there is no ../shared/corpus");
        return;
    };
    let path = corpus
        .join("citrixonline/citrixonline.com__gotomeeting__1.0.0__swagger@2021-04-07-8af5478.yaml");
    let text_of = std::fs::read_to_string(path).expect("a document");
    let document = permute::document(&text_of).expect("YAML");
    let document = serde_json::to_value(document).expect("JSON");
    assert!(document.pointer(CREATE).is_some());
    let mutations = mutations();
    assert!(mutations.len() >= 40);
    let mut faults = Vec::new();
    for (number, mutation) in mutations.iter().enumerate() {
        let mut mutated = document.clone();
        mutation
            .edits
            .iter()
            .for_each(|edit| apply(&mut mutated, edit));
        let old = Version::of("old.json", document.to_string());
        let new = Version::of("new.json", mutated.to_string());
        let changes = compare(&old, &new);
        let found: Vec<&str> = changes
            .changes
            .iter()
            .map(|change| change.kind.id)
            .collect();
        let verdicts =
            |change: &Change| (change.wire, change.rust) == (mutation.wire, mutation.rust);
        let right = changes.changes.iter().all(verdicts);
        if found != mutation.kinds || !right || !changes.unexplained.is_empty() {
            let shown = text::text(
                &changes,
                Style {
                    all: true,
                    ..Style::default()
                },
            );
            faults.push(format!("{number} {:?}: {found:?}\n{shown}", mutation.kinds));
        }
    }
    assert!(
        faults.is_empty(),
        "{} of {}:\n{}",
        faults.len(),
        mutations.len(),
        faults.join("\n")
    );
}

fn apply(document: &mut Value, edit: &Edit) {
    match edit {
        Edit::Set(pointer, value) => {
            let (parent, key) = parent(document, pointer);
            match parent {
                Value::Object(map) => {
                    map.insert(key, value.clone());
                }
                Value::Array(items) => match key.parse::<usize>() {
                    Ok(at) => items[at] = value.clone(),
                    Err(_) => items.push(value.clone()),
                },
                _ => panic!("{pointer}"),
            }
        }
        Edit::Remove(pointer) => {
            remove(document, pointer);
        }
        Edit::Move(from, to) => {
            let value = remove(document, from);
            let (parent, key) = parent(document, to);
            parent[key] = value;
        }
    }
}

fn remove(document: &mut Value, pointer: &str) -> Value {
    let (parent, key) = parent(document, pointer);
    match parent {
        Value::Object(map) => map.remove(&key).unwrap_or_else(|| panic!("{pointer}")),
        Value::Array(items) => items.remove(key.parse().expect("a number")),
        _ => panic!("{pointer}"),
    }
}

/// What holds the place of a pointer, and the key of the place in it.
fn parent<'v>(document: &'v mut Value, pointer: &str) -> (&'v mut Value, String) {
    let (parent, key) = pointer.rsplit_once('/').expect("a pointer");
    let key = key.replace("~1", "/").replace("~0", "~");
    let parent = document
        .pointer_mut(parent)
        .unwrap_or_else(|| panic!("{pointer}"));
    (parent, key)
}
