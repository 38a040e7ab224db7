//! Values of definitions of several kinds.

use document_inheritance::types::{AnyPet, Cat, Dog, Fish, Pet};
use serde_json::json;

#[test]
fn a_value_is_read_as_the_kind_that_it_says_it_is() {
    let read = |json| -> AnyPet { serde_json::from_value(json).expect("a pet") };
    let AnyPet::Puppy(puppy) = read(json!({"petType": "Puppy", "name": "Rex", "loud": true})) else {
        panic!("no puppy");
    };
    assert_eq!(puppy.loud, Some(true));
    assert!(matches!(
        read(json!({"petType": "feline", "lives": 9})),
        AnyPet::Cat(Cat { lives: Some(9), .. })
    ));
}

#[test]
fn a_kind_that_nobody_knows_has_what_all_kinds_have() {
    let json = json!({"petType": "Bird", "name": "Tweety", "wings": 2});
    let bird: AnyPet = serde_json::from_value(json.clone()).expect("a pet");
    let AnyPet::Pet(Pet { name, extra, .. }) = &bird else {
        panic!("{bird:?}");
    };
    assert_eq!(name.as_deref(), Some("Tweety"));
    assert_eq!(extra["wings"], 2);
    assert_eq!(serde_json::to_value(bird).expect("JSON"), json);
}

#[test]
fn a_value_says_what_it_is_when_it_is_sent() {
    let friend = Cat::new("Tom");
    let dog = AnyPet::from(Dog::new(document_inheritance::types::DogArgs {
        name: "Rex".to_owned(),
        loud: true,
    }));
    let AnyPet::Dog(dog) = dog else {
        panic!("no dog")
    };
    assert_eq!(
        serde_json::to_value(dog.friend(friend)).expect("JSON"),
        json!({
            "petType": "Dog",
            "name": "Rex",
            "loud": true,
            "friend": {"petType": "feline", "name": "Tom"},
        })
    );
    let fish = serde_json::to_value(Fish::new("Wanda")).expect("JSON");
    assert_eq!(fish, json!({"petType": "Fish", "name": "Wanda"}));
}
