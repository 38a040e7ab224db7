//! The verdict on Rust is read from the clients of both versions.

use generator::diff::{Changes, Rust};
use generator::emit::Settings;
use generator::emit::surface::surface;

use crate::support::Version;

const PETS: &str = "\
swagger: '2.0'
host: api.example.com
schemes: [https]
paths:
  /pets:
    get:
      parameters:
      - {in: query, name: tag, type: string}
      responses:
        '200': {description: The pets, schema: {type: array, items: {$ref: '#/definitions/Pet'}}}
definitions:
  Pet: {type: object, properties: {name: {type: string}, age: {type: integer}}}
";

fn verified(from: &str, to: &str) -> Changes {
    assert!(PETS.contains(from), "{from}");
    let old = Version::of("old.yaml", PETS).settle("");
    let new = Version::of("new.yaml", PETS.replace(from, to)).settle(&old.lock.render());
    let mut changes = generator::diff::diff(&old.api, &new.api);
    let settings = Settings {
        name: "pets".to_owned(),
        ..Settings::default()
    };
    let look = |api| surface(api, &settings).expect("a client");
    let (before, after) = (look(&old.api), look(&new.api));
    changes.verify((&old.api, &before), (&new.api, &after));
    changes
}

#[test]
fn what_a_program_notices() {
    for (from, to, rust, item) in [
        (
            "age: {type: integer}",
            "age: {type: boolean}",
            Rust::Breaks,
            "types::Pet::age: Option<i64> → Option<bool>",
        ),
        (
            ", age: {type: integer}",
            "",
            Rust::Breaks,
            "types::Pet::age is gone",
        ),
        (
            "name: tag, type: string",
            "name: tag, type: string, required: true",
            Rust::Breaks,
            "pets::Pets::list(): fn list(&self) -> Call<List, Via> → fn list(&self, tag: impl Into<String>) -> Call<List, Via>",
        ),
        (
            "age: {type: integer}",
            "age: {type: integer}, kind: {type: string}",
            Rust::Additive,
            "",
        ),
        (
            "      - {in: query, name: tag, type: string}\n",
            "      - {in: query, name: tag, type: string}\n      - {in: query, name: limit, type: integer}\n",
            Rust::Additive,
            "",
        ),
        // The client cannot tell it: fields of replies are optional there.
        (
            "definitions:\n  Pet: {type: object,",
            "definitions:\n  Pet: {type: object, required: [name],",
            Rust::None,
            "",
        ),
    ] {
        let changes = verified(from, to);
        let worst = changes.changes.iter().map(|change| change.rust).max();
        assert_eq!(worst, Some(rust), "{to}: {changes:#?}");
        let items: Vec<&str> = changes
            .changes
            .iter()
            .flat_map(|c| &c.items)
            .map(String::as_str)
            .collect();
        assert!(item.is_empty() || items.contains(&item), "{to}: {items:?}");
    }
}

#[test]
fn the_same_client_has_nothing_to_tell() {
    let changes = verified("Pet:", "Pet:");
    assert!(changes.changes.is_empty() && changes.client.is_empty());
}
