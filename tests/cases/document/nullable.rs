//! What is `null` is sent as `null`, and what the service alone sets is not sent.

use document_nullable::types::{Pet, Visit, VisitArgs};
use serde_json::{json, to_value};

#[test]
fn null_is_not_the_same_as_nothing() {
    let pet = Pet::new(None);
    assert_eq!(to_value(&pet).expect("JSON"), json!({"owner": null}));
    let pet = pet.null_age().null_mother().null_color().null_vet();
    assert_eq!(
        to_value(&pet).expect("JSON"),
        json!({"owner": null, "age": null, "mother": null, "color": null, "vet": null})
    );
    let pet = pet.age(3).mother(Pet::new(Some("Ada".to_owned())));
    assert_eq!(
        to_value(&pet).expect("JSON"),
        json!({"owner": null, "age": 3, "mother": {"owner": "Ada"}, "color": null, "vet": null})
    );
    let visit = Visit::new(VisitArgs {
        at: None,
        by: "Ada".to_owned(),
    });
    assert_eq!(
        to_value(visit.null_note()).expect("JSON"),
        json!({"at": null, "by": "Ada", "note": null})
    );
}

#[test]
fn what_the_service_sets_is_read_and_not_sent() {
    let json = json!({"id": "p-1", "name": null, "owner": "Ada"});
    let pet: Pet = serde_json::from_value(json).expect("a pet");
    assert_eq!(pet.id.as_deref(), Some("p-1"));
    assert_eq!(pet.name, None);
    assert_eq!(to_value(&pet).expect("JSON"), json!({"owner": "Ada"}));
}
