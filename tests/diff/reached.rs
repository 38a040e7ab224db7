//! Items of the client that a change shows in from afar: each is accounted for, with its verdict.

use generator::diff::render::{Style, text};
use generator::diff::{Changes, Rust};

use crate::support::{Version, compare};

/// Pets, which are sent, and what the next version has beside.
const PETS: &str = "\
swagger: '2.0'
info: {title: Pets, version: 1.0.0}
host: api.example.com
schemes: [https]
paths:
  /pets:
    post:
      parameters:
      - {in: body, name: body, schema: {$ref: '#/definitions/Pet'}}
      responses: {'204': {description: Done}}
definitions:
  Pet:
    required: [name]
    properties:
      name: {type: string}
      home: {$ref: '#/definitions/Home'}
  Home:
    required: [street]
    properties:
      street: {type: string}
";

fn changed(from: &str, to: &str) -> Changes {
    assert!(PETS.contains(from), "{from}");
    let new = Version::of("new.yaml", PETS.replace(from, to));
    let changes = compare(&Version::of("old.yaml", PETS), &new);
    assert!(changes.unexplained.is_empty(), "{:?}", changes.unexplained);
    changes
}

/// The verdict of the one change of a kind, and its items.
fn of<'c>(changes: &'c Changes, kind: &str) -> (Rust, &'c [String]) {
    let mut of = changes
        .changes
        .iter()
        .filter(|change| change.kind.id == kind);
    let change = of.next().unwrap_or_else(|| panic!("{kind}: {changes:?}"));
    assert!(of.next().is_none(), "{kind} twice");
    (change.rust, &change.items)
}

#[test]
fn an_operation_that_gives_what_was_only_sent_breaks_who_makes_it() {
    let changes = changed(
        "    post:",
        "    get:\n      responses:\n        '200': {description: All, schema: {type: array, items: {$ref: '#/definitions/Pet'}}}\n    post:",
    );
    let (rust, items) = of(&changes, "operation-added");
    assert_eq!(rust, Rust::Breaks);
    for item in [
        "types::Pet::name: String → Option<String>",
        "types::Home::street: String → Option<String>",
        "types::Home: Deserialize is new",
    ] {
        assert!(items.iter().any(|one| one == item), "{item}: {items:?}");
    }
}

#[test]
fn a_field_that_holds_anything_now_takes_the_constructors_of_what_it_held() {
    let changes = changed(
        "    post:",
        "    get:\n      responses:\n        '200': {description: One, schema: {$ref: '#/definitions/Home'}}\n    post:",
    );
    // Now it both comes and is sent; in the next version it comes alone.
    assert_eq!(of(&changes, "operation-added").0, Rust::Breaks);
    let both = PETS.replace(
        "    post:",
        "    get:\n      responses:\n        '200': {description: One, schema: {$ref: '#/definitions/Home'}}\n    post:",
    );
    let old = Version::of("old.yaml", both.clone());
    let new = both.replace("home: {$ref: '#/definitions/Home'}", "home: {type: object}");
    let changes = compare(&old, &Version::of("new.yaml", new));
    assert!(changes.unexplained.is_empty(), "{:?}", changes.unexplained);
    let (rust, items) = of(&changes, "request-type-widened");
    assert_eq!(rust, Rust::Breaks);
    let gone = "types::Home::new() is gone".to_owned();
    assert!(items.contains(&gone), "{items:?}");
}

#[test]
fn a_field_that_two_types_have_from_one_shows_in_both() {
    let both = PETS.replace(
        "    post:",
        "    put:\n      parameters:\n      - in: body\n        name: body\n        schema:\n          allOf:\n          - {$ref: '#/definitions/Pet'}\n          - properties: {age: {type: integer}}\n      responses: {'204': {description: Done}}\n    post:",
    );
    let old = Version::of("old.yaml", both.clone());
    let new = both.replace("name: {type: string}", "name: {type: boolean}");
    let changes = compare(&old, &Version::of("new.yaml", new));
    assert!(changes.unexplained.is_empty(), "{:?}", changes.unexplained);
    let (rust, items) = of(&changes, "request-type-changed");
    assert_eq!(rust, Rust::Breaks);
    let whose = |item: &String| item.contains("::name: String → bool");
    let found = items.iter().filter(|item| whose(item)).count();
    assert_eq!(found, 2, "{items:?}");
}

/// Only the parts of a client that can differ are written to compare it; `compare` holds that nothing
/// is missed.
#[test]
fn whatever_changes_the_code_of_a_field_is_seen() {
    let with = |street: &str| {
        let both = "    get:\n      responses:\n        '200': {description: One, schema: {$ref: '#/definitions/Home'}}\n    post:";
        let document = PETS.replace("street: {type: string}", &format!("street: {street}"));
        [document.replace("    post:", both), document]
    };
    let before = with("{type: string, enum: ['1', '2']}");
    for street in [
        "{type: integer, enum: [1, 2]}",
        "{type: string, enum: ['1']}",
        "{type: string, enum: ['1', '2'], readOnly: true}",
        "{type: string, enum: ['1', '2'], x-nullable: true}",
        "{type: string, enum: ['1', '2'], default: '1'}",
        "{type: string, format: byte}",
        "{type: string, format: password}",
        "{type: array, items: {type: string}}",
    ] {
        for (old, new) in before.iter().zip(with(street)) {
            let old = Version::of("old.yaml", old.clone());
            let changes = compare(&old, &Version::of("new.yaml", new));
            assert!(
                changes.unexplained.is_empty(),
                "{street}: {:?}",
                changes.unexplained
            );
        }
    }
}

/// Visits, of which the client writes a `Visitor`, and the calls that lead to it.
fn visits(path: &str, visitor: &str) -> Version {
    Version::of(
        "visits.yaml",
        format!(
            "swagger: '2.0'
paths:
  /pets: {{get: {{responses: {{'204': {{description: Done}}}}}}}}
  {path}: {{get: {{responses: {{'200': {{description: Who, schema: {{$ref: '#/definitions/Visitor'}}}}}}}}}}
definitions:
  Visitor: {{properties: {{{visitor}}}}}
"
        ),
    )
}

#[test]
fn a_type_that_stands_somewhere_else_under_its_name_belongs_to_what_leads_to_it() {
    let old = visits("/guests", "name: {type: string}");
    let new = visits("/staff", "badge: {type: string}");
    let changes = compare(&old, &new);
    assert!(changes.unexplained.is_empty(), "{:?}", changes.unexplained);
    let (rust, items) = of(&changes, "operation-removed");
    assert_eq!(rust, Rust::Breaks);
    let gone = "types::Visitor::name is gone";
    assert!(items.iter().any(|item| item == gone), "{items:?}");
}

#[test]
fn a_field_that_is_gone_with_the_name_of_its_type_breaks_programs() {
    let changes = changed(
        "home: {$ref: '#/definitions/Home'}\n  Home:\n    required: [street]\n    properties:\n      street: {type: string}",
        "home: {$ref: '#/definitions/Address'}\n  Address:\n    properties:\n      town: {type: string}",
    );
    assert_eq!(
        of(&changes, "request-field-removed-required").0,
        Rust::Breaks
    );
}

#[test]
fn a_value_that_is_asked_for_in_the_place_of_another_means_something_else() {
    let pets = |name: &str| {
        Version::of(
            "pets.yaml",
            format!(
                "swagger: '2.0'
paths:
  /pets:
    get:
      parameters:
      - {{in: query, name: {name}, required: true, type: string}}
      responses: {{'204': {{description: Done}}}}
"
            ),
        )
    };
    let changes = compare(&pets("name"), &pets("color"));
    for kind in [
        "request-parameter-removed-required",
        "request-parameter-added-required",
    ] {
        assert_eq!(of(&changes, kind), (Rust::Meaning, &[][..]), "{kind}");
    }
}

#[test]
fn what_travels_both_ways_is_told_once() {
    let both = PETS.replace(
        "    post:",
        "    get:\n      responses:\n        '200': {description: One, schema: {$ref: '#/definitions/Home'}}\n    post:",
    );
    let new = both.replace(
        "street: {type: string}",
        "street: {type: string}\n      town: {type: string}",
    );
    let changes = compare(
        &Version::of("old.yaml", both),
        &Version::of("new.yaml", new),
    );
    let told = text::text(&changes, Style::default());
    assert_eq!(changes.changes.len(), 2);
    assert_eq!(told.matches("field `town`").count(), 1, "{told}");
}

#[test]
fn a_header_of_all_replies_is_told_once() {
    let path = |at: usize, headers: &str| {
        format!("  /p{at}: {{get: {{responses: {{'204': {{description: Done{headers}}}}}}}}}\n")
    };
    let document = |headers: &str| {
        let paths: String = (0..4).map(|at| path(at, headers)).collect();
        Version::of("pets.yaml", format!("swagger: '2.0'\npaths:\n{paths}"))
    };
    let old = document("");
    let new = document(", headers: {X-Next: {type: string}}");
    let changes = compare(&old, &new);
    let [change] = changes.changes.as_slice() else {
        panic!("{changes:?}");
    };
    assert_eq!(
        (change.kind.id, change.operations.len()),
        ("reply-header-added", 4)
    );
}
