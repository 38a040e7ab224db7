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

/// The same, for a word that is another one in the new version.
fn replaced(old: &str, from: &str, to: &str) -> (Vec<String>, Changes) {
    assert!(old.contains(from), "{from}");
    told(old, &old.replace(from, to))
}

const PET: &str = "
paths:
  /pets:
    post:
      requestBody:
        required: true
        content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}
      responses: {'204': {description: Done}}
components:
  schemas:
    Pet:
      type: object
      properties:
        name: {type: string, maxLength: 50, pattern: '^[a-z]+$'}
        kind: {type: string, enum: [cat, dog]}
        id: {type: integer, readOnly: true}
    Ghost: {type: object, properties: {sheet: {type: string}}}
";

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
    let event =
        "paths: {}\ncomponents: {schemas: {Event: {properties: {size: {type: integer}}}}}\n";
    let (changes, _) = told(event, "paths: {}\n");
    assert_eq!(changes, [""; 0]);
    let (changes, _) = replaced(event, "integer", "string");
    let told = ["reply-type-changed · definition `Event` field `size` · Breaks · None"];
    assert_eq!(changes, told);
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

#[test]
fn what_never_travels_is_counted_apart() {
    for (from, to, what) in [
        (
            "sheet: {type: string}",
            "sheet: {type: integer}",
            "a definition that no operation refers to: Ghost",
        ),
        (
            "id: {type: integer, readOnly",
            "id: {type: string, readOnly",
            "a read-only field of what is sent: definition `Pet` field `id`",
        ),
    ] {
        let (changes, all) = replaced(PET, from, to);
        assert_eq!(changes, [""; 0]);
        let same = all.same.iter();
        let same: Vec<_> = same
            .map(|one| format!("{}: {}", one.what, one.subject))
            .collect();
        assert_eq!(same, [what]);
    }
}

#[test]
fn limits_go_with_the_type_that_they_are_of() {
    let (changes, _) = replaced(
        PET,
        "{type: string, maxLength: 50, pattern: '^[a-z]+$'}",
        "{type: array, items: {type: string}}",
    );
    let told = ["request-type-changed · definition `Pet` field `name` · Breaks · Breaks"];
    assert_eq!(changes, told);
}

#[test]
fn a_pattern_that_everything_matches_is_none() {
    let (changes, _) = replaced(PET, "'^[a-z]+$'", "'.*'");
    let told = ["request-limit-widened · definition `Pet` field `name` · Compatible · None"];
    assert_eq!(changes, told);
}

#[test]
fn a_value_that_is_added_does_not_answer_for_one_that_is_gone() {
    let (changes, _) = replaced(PET, "[cat, dog]", "[cat, fish]");
    let told = [
        "request-values-removed · definition `Pet` field `kind` · Breaks · Breaks",
        "request-values-added · definition `Pet` field `kind` · Compatible · Additive",
    ];
    assert_eq!(changes, told);
}

/// Types that nothing tells apart: the client has any JSON for them.
const ALIKE: &str = "
paths:
  /pets:
    get:
      responses:
        '200':
          description: All
          content:
            application/json:
              schema: {oneOf: [{$ref: '#/components/schemas/Cat'}, {$ref: '#/components/schemas/Dog'}]}
components:
  schemas:
    Cat: {type: object, properties: {name: {type: string}}}
    Dog: {type: object, properties: {name: {type: string}, owner: {$ref: '#/components/schemas/Cat'}}}
    Fish: {type: object, properties: {name: {type: string}}}
";

#[test]
fn types_that_look_alike_are_compared_by_what_is_said_of_them() {
    let all = "{$ref: '#/components/schemas/Cat'}, {$ref: '#/components/schemas/Dog'}";
    let more = format!("{all}, {{$ref: '#/components/schemas/Fish'}}");
    let (changes, _) = replaced(ALIKE, all, &more);
    let told = ["reply-alternative-added · GET /pets reply 200 · Compatible · None"];
    assert_eq!(changes, told);
    let (changes, _) = replaced(
        ALIKE,
        "Cat: {type: object, properties: {name: {type: string}}}",
        "Cat: {type: object, properties: {name: {type: integer}, age: {type: integer}}}",
    );
    let told = [
        "reply-type-changed · definition `Cat` field `name` · Breaks · None",
        "reply-field-added · definition `Cat` field `age` · Compatible · None",
    ];
    assert_eq!(changes, told);
}

#[test]
fn the_last_of_types_that_look_alike_is_what_is_left() {
    let all = "{$ref: '#/components/schemas/Cat'}, {$ref: '#/components/schemas/Dog'}";
    let (changes, _) = replaced(ALIKE, all, "{$ref: '#/components/schemas/Cat'}");
    let told = ["reply-alternative-removed · GET /pets reply 200 · Compatible · Breaks"];
    assert_eq!(changes, told);
}

#[test]
fn types_that_become_one_are_told_as_that() {
    let list = |schemas: &str, first: &str, second: &str| {
        let get = |name: &str| {
            format!(
                "{{get: {{responses: {{'200': {{description: All, content: {{application/json: {{schema: {{$ref: '#/components/schemas/{name}'}}}}}}}}}}}}}}"
            )
        };
        let (first, second) = (get(first), get(second));
        format!(
            "paths:\n  /cats: {first}\n  /dogs: {second}\ncomponents: {{schemas: {{{schemas}}}}}\n"
        )
    };
    let pet = "type: object, properties: {name: {type: string}}";
    let old = list(&format!("Cat: {{{pet}}}, Dog: {{{pet}}}"), "Cat", "Dog");
    let new = list(&format!("Cat: {{{pet}}}"), "Cat", "Cat");
    let (changes, all) = told(&old, &new);
    let told = ["rust-name-changed · definition `Cat` · None · Breaks"];
    assert_eq!(changes, told);
    let advice = all.changes[0].advice.as_deref();
    assert_eq!(advice, Some("two types are one now: `Cat` was there"));
}

#[test]
fn the_fields_of_a_parameter_that_is_an_object_are_compared() {
    let pets = "
paths:
  /pets:
    get:
      parameters:
      - name: X-Look
        in: header
        schema: {type: object, properties: {kind: {type: string}, age: {type: integer}}}
      responses: {'204': {description: Done}}
";
    let (changes, _) = replaced(
        pets,
        "kind: {type: string}",
        "kind: {type: string, enum: [cat]}",
    );
    let told = [
        "request-values-listed · GET /pets header parameter `X-Look` field `kind` · Breaks · None",
    ];
    assert_eq!(changes, told);
    let (changes, _) = replaced(
        pets,
        "age: {type: integer}}",
        "age: {type: integer}}, required: [age]",
    );
    let told = [
        "request-field-became-required · GET /pets header parameter `X-Look` field `age` · Breaks · None",
    ];
    assert_eq!(changes, told);
    let (changes, _) = replaced(pets, ", age: {type: integer}", "");
    let told = [
        "request-field-removed-optional · GET /pets header parameter `X-Look` field `age` · Breaks · None",
    ];
    assert_eq!(changes, told);
}

#[test]
fn a_success_that_stays_is_what_the_call_gives() {
    let replies = |first: &str, second: &str| {
        let reply = |status: &str, ty: &str| {
            format!(
                "'{status}': {{description: Done, content: {{application/json: {{schema: {{type: {ty}}}}}}}}}"
            )
        };
        let (first, second) = (reply(first, "boolean"), reply(second, "string"));
        format!("paths: {{/pets: {{get: {{responses: {{{first}, {second}}}}}}}}}\n")
    };
    let (changes, _) = told(&replies("200", "201"), &replies("202", "201"));
    let kinds: Vec<_> = changes
        .iter()
        .filter_map(|line| line.split(' ').next())
        .collect();
    assert_eq!(kinds, ["reply-success-removed", "reply-success-added"]);
}

#[test]
fn credentials_that_can_be_left_out_break_nobody() {
    let pets = "
security: [{key: []}]
paths:
  /owners: {get: {responses: {'204': {description: Done}}}}
  /pets: {get: {security: [], responses: {'204': {description: Done}}}}
components: {securitySchemes: {key: {type: apiKey, in: header, name: X-Key}}}
";
    let (changes, _) = replaced(pets, "security: [],", "security: [{}, {key: []}],");
    let told = ["operation-made-private · GET /pets · Compatible · Meaning"];
    assert_eq!(changes, told);
    let (changes, _) = replaced(pets, "security: [],", "security: [{key: []}],");
    let told = ["operation-made-private · GET /pets · Breaks · Meaning"];
    assert_eq!(changes, told);
}

#[test]
fn a_path_without_the_slash_at_its_end_is_known() {
    let pets = "paths: {/pets/: {get: {responses: {'204': {description: Done}}}}}\n";
    let (changes, _) = replaced(pets, "/pets/", "/pets");
    assert_eq!(changes, ["operation-moved · GET /pets · Breaks · Breaks"]);
}
