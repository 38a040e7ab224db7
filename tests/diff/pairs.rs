//! What other tools' pairs of documents taught: a change is told once, where it is, and with the verdict
//! that it has.

use generator::diff::Changes;

use crate::support::{Version, compare};

/// What is told of two versions, a line each: kind, subject, and both verdicts. They are given without
/// their heads.
fn told(old: &str, new: &str) -> (Vec<String>, Changes) {
    let version = |name, text: &str| {
        let head = "openapi: 3.0.3\ninfo: {title: Pets, version: 1.0.0}\n";
        Version::of(name, format!("{head}{text}"))
    };
    let changes = compare(&version("old.yaml", old), &version("new.yaml", new));
    assert!(changes.unexplained.is_empty(), "{:?}", changes.unexplained);
    let line = |change: &generator::diff::Change| {
        let (subject, wire, rust) = (&change.subject, change.wire, change.rust);
        format!("{} · {subject} · {wire:?} · {rust:?}", change.kind.id)
    };
    (changes.changes.iter().map(line).collect(), changes)
}

#[test]
fn a_version_without_operations_can_be_compared() {
    let pets = "paths: {/pets: {get: {responses: {'204': {description: Done}}}}}\n";
    let (changes, _) = told("paths: {}\n", pets);
    assert_eq!(
        changes,
        ["operation-added · GET /pets · Compatible · Additive"]
    );
    let (changes, _) = told(pets, "paths: {}\n");
    assert_eq!(changes, ["operation-removed · GET /pets · Breaks · Breaks"]);
    let (changes, _) = told("paths: {}\n", "paths: {}\n");
    assert_eq!(changes, [""; 0]);
}

#[test]
fn a_service_that_is_said_for_the_first_time_is_told_once() {
    let pets = "paths: {/pets: {get: {responses: {'204': {description: Done}}}}}\n";
    let (changes, _) = told(
        pets,
        &format!("servers: [{{url: 'https://api.example.com'}}]\n{pets}"),
    );
    assert_eq!(changes, ["host-changed · document · Breaks · Breaks"]);
}
