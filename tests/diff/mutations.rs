//! One thing of a real document is changed, and that is what is found: alone, with its verdicts.

use generator::diff::render::{Style, text};
use generator::diff::{Change, Rust, Wire};
use serde_json::{Value, json};
use tests::permute;

use crate::support::{Version, compare};

/// What is done to a document.
enum Edit {
    /// A value stands at that pointer now; `-` appends to a list.
    Set(&'static str, Value),
    /// What stood there is gone.
    Remove(&'static str),
    /// What stood at the first stands at the second.
    Move(&'static str, &'static str),
}
use Edit::{Move, Remove, Set};

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

const CREATE: &str = "/paths/~1meetings/post";

#[expect(clippy::too_many_lines, reason = "it is a table")]
fn mutations() -> Vec<Mutation> {
    let limit = || json!({"in": "query", "name": "limit", "type": "integer", "format": "int32"});
    let required = || json!({"in": "query", "name": "limit", "type": "integer", "format": "int32", "required": true});
    vec![
        // Operations.
        one(
            Remove("/paths/~1meetings~1{meetingId}~1start"),
            &["operation-removed"],
            Wire::Breaks,
            Rust::Breaks,
        ),
        one(
            Set(
                "/paths/~1meetings/head",
                json!({"responses": {"204": {"description": "Yes"}}}),
            ),
            &["operation-added"],
            Wire::Compatible,
            Rust::Additive,
        ),
        one(
            Set("/paths/~1groups/get/deprecated", json!(true)),
            &["operation-deprecated"],
            Wire::Compatible,
            Rust::Meaning,
        ),
        one(
            Remove("/paths/~1meetings/get/deprecated"),
            &["operation-undeprecated"],
            Wire::Compatible,
            Rust::None,
        ),
        one(
            Set("/paths/~1groups/get/operationId", json!("theGroups")),
            &["operation-id-changed"],
            Wire::None,
            Rust::None,
        ),
        one(
            Set("/paths/~1groups/get/tags", json!(["People"])),
            &["tags-changed"],
            Wire::None,
            Rust::None,
        ),
        one(
            Set("/paths/~1groups/get/summary", json!("All of them")),
            &["summary-changed"],
            Wire::None,
            Rust::None,
        ),
        one(
            Set("/paths/~1groups/get/description", json!("All of them.")),
            &["description-changed"],
            Wire::None,
            Rust::None,
        ),
        one(
            Move("/paths/~1upcomingMeetings", "/paths/~1UpcomingMeetings"),
            &["operation-moved"],
            Wire::Breaks,
            Rust::Breaks,
        ),
        // Parameters.
        one(
            Set("/paths/~1groups/get/parameters/-", limit()),
            &["request-parameter-added-optional"],
            Wire::Compatible,
            Rust::Additive,
        ),
        one(
            Set("/paths/~1groups/get/parameters/-", required()),
            &["request-parameter-added-required"],
            Wire::Breaks,
            Rust::Breaks,
        ),
        one(
            Remove("/paths/~1meetings/get/parameters/1"),
            &["request-parameter-removed-optional"],
            Wire::Breaks,
            Rust::Breaks,
        ),
        one(
            Remove("/paths/~1organizers/delete/parameters/1"),
            &["request-parameter-removed-required"],
            Wire::Breaks,
            Rust::Breaks,
        ),
        one(
            Set("/paths/~1organizers/get/parameters/1/required", json!(true)),
            &["request-parameter-became-required"],
            Wire::Breaks,
            Rust::Breaks,
        ),
        one(
            Set(
                "/paths/~1organizers/delete/parameters/1/required",
                json!(false),
            ),
            &["request-parameter-became-optional"],
            Wire::Compatible,
            Rust::Breaks,
        ),
        one(
            Set(
                "/paths/~1organizers/delete/parameters/1/in",
                json!("header"),
            ),
            &["request-parameter-moved"],
            Wire::Breaks,
            Rust::None,
        ),
        one(
            Set(
                "/paths/~1organizers/delete/parameters/1/type",
                json!("integer"),
            ),
            &["request-type-narrowed"],
            Wire::Breaks,
            Rust::Breaks,
        ),
        one(
            Set("/paths/~1meetings/get/parameters/1/type", json!("string")),
            &["request-type-widened"],
            Wire::Compatible,
            Rust::Breaks,
        ),
        one(
            Set(
                "/paths/~1organizers/delete/parameters/1/enum",
                json!(["a", "b"]),
            ),
            &["request-values-listed"],
            Wire::Breaks,
            Rust::Breaks,
        ),
        one(
            Set(
                "/paths/~1organizers/delete/parameters/1/maxLength",
                json!(64),
            ),
            &["request-limit-narrowed"],
            Wire::Breaks,
            Rust::None,
        ),
        one(
            Set(
                "/paths/~1organizers/delete/parameters/1/pattern",
                json!("@"),
            ),
            &["request-limit-narrowed"],
            Wire::Breaks,
            Rust::None,
        ),
        one(
            Set("/paths/~1meetings/get/parameters/1/default", json!(false)),
            &["request-default-added"],
            Wire::Compatible,
            Rust::None,
        ),
        one(
            Set(
                "/parameters/groupKey/description",
                json!("Tells the group."),
            ),
            &["description-changed"],
            Wire::None,
            Rust::None,
        ),
        // Bodies.
        one(
            Remove("/paths/~1meetings/post/parameters/1"),
            &["request-body-removed-required"],
            Wire::Breaks,
            Rust::Breaks,
        ),
        one(
            Set("/paths/~1meetings/post/parameters/1/required", json!(false)),
            &["request-body-became-optional"],
            Wire::Compatible,
            Rust::Breaks,
        ),
        one(
            Set(
                "/paths/~1meetings/post/consumes",
                json!(["application/json", "text/xml"]),
            ),
            &["request-media-type-added"],
            Wire::Compatible,
            Rust::None,
        ),
        one(
            Set(
                "/definitions/OrganizerReq/properties/note",
                json!({"type": "string"}),
            ),
            &["request-field-added-optional"],
            Wire::Compatible,
            Rust::Additive,
        ),
        one(
            Set("/definitions/OrganizerStatus/required", json!(["status"])),
            &["request-field-became-required"],
            Wire::Breaks,
            Rust::Breaks,
        ),
        one(
            Set(
                "/definitions/MeetingReqCreate/properties/passwordrequired/type",
                json!("string"),
            ),
            &["request-type-changed"],
            Wire::Breaks,
            Rust::Breaks,
        ),
        one(
            Set(
                "/definitions/OrganizerStatus/properties/status/enum/-",
                json!("paused"),
            ),
            &["request-values-added"],
            Wire::Compatible,
            Rust::Additive,
        ),
        Mutation {
            edits: vec![
                Remove("/definitions/MeetingReqCreate/properties/timezonekey"),
                Set(
                    "/definitions/MeetingReqCreate/required",
                    json!([
                        "subject",
                        "starttime",
                        "endtime",
                        "passwordrequired",
                        "conferencecallinfo",
                        "meetingtype"
                    ]),
                ),
            ],
            kinds: &["request-field-removed-required"],
            wire: Wire::Breaks,
            rust: Rust::Breaks,
        },
        // Replies.
        one(
            Set(
                "/paths/~1groups/get/responses/429",
                json!({"description": "Too many"}),
            ),
            &["reply-failure-added"],
            Wire::Compatible,
            Rust::None,
        ),
        one(
            Remove("/paths/~1groups/get/responses/403"),
            &["reply-failure-removed"],
            Wire::Compatible,
            Rust::None,
        ),
        one(
            Set(
                "/paths/~1groups/get/responses/403/description",
                json!("Not yours"),
            ),
            &["description-changed"],
            Wire::None,
            Rust::None,
        ),
        one(
            Set(
                "/paths/~1meetings~1{meetingId}/delete/responses/202",
                json!({"description": "Later"}),
            ),
            &["reply-success-added"],
            Wire::Compatible,
            Rust::Breaks,
        ),
        one(
            Remove("/paths/~1groups/get/responses/200/schema"),
            &["reply-body-removed"],
            Wire::Breaks,
            Rust::Breaks,
        ),
        one(
            Set(
                "/definitions/StartUrl/properties/expires",
                json!({"type": "string"}),
            ),
            &["reply-field-added"],
            Wire::Compatible,
            Rust::Additive,
        ),
        one(
            Set("/definitions/StartUrl/required", json!([])),
            &["reply-field-became-optional"],
            Wire::Breaks,
            Rust::None,
        ),
        one(
            Set(
                "/definitions/Organizer/properties/email/type",
                json!("boolean"),
            ),
            &["reply-type-changed"],
            Wire::Breaks,
            Rust::Breaks,
        ),
        one(
            Set(
                "/definitions/Group/properties/numOrganizers/type",
                json!("number"),
            ),
            &["reply-type-changed"],
            Wire::Breaks,
            Rust::Breaks,
        ),
        one(
            Remove("/definitions/Group/properties/numOrganizers/format"),
            &["reply-type-widened"],
            Wire::Breaks,
            Rust::Breaks,
        ),
        one(
            Set("/definitions/MeetingStatus/enum/-", json!("ENDED")),
            &["reply-values-added"],
            Wire::Compatible,
            Rust::Meaning,
        ),
        Mutation {
            edits: vec![
                Move(
                    "/definitions/StartUrl/properties/hostURL",
                    "/definitions/StartUrl/properties/host_url",
                ),
                Set("/definitions/StartUrl/required/0", json!("host_url")),
            ],
            kinds: &["reply-field-renamed"],
            wire: Wire::Breaks,
            rust: Rust::None,
        },
        // The document.
        one(
            Set("/host", json!("api.example.com")),
            &["host-changed"],
            Wire::Breaks,
            Rust::Meaning,
        ),
        one(
            Set("/basePath", json!("/G2M/v2")),
            &["base-path-changed"],
            Wire::Breaks,
            Rust::Meaning,
        ),
        one(
            Set("/info/version", json!("1.1.0")),
            &["version-changed"],
            Wire::None,
            Rust::None,
        ),
        one(
            Set(
                "/securityDefinitions",
                json!({"key": {"type": "apiKey", "in": "query", "name": "key"}}),
            ),
            &["security-added"],
            Wire::Breaks,
            Rust::None,
        ),
        // What is no change.
        one(
            Set("/info/x-logo", json!("none")),
            &[],
            Wire::None,
            Rust::None,
        ),
        one(
            Set(
                "/paths/~1groups/get/description",
                json!(
                    "List <b>all</b> groups for an account.\n\nThis API call is only available to users with the admin role!"
                ),
            ),
            &[],
            Wire::None,
            Rust::None,
        ),
        Mutation {
            edits: vec![
                Move("/definitions/StartUrl", "/definitions/Start"),
                Set(
                    "/paths/~1meetings~1{meetingId}~1start/get/responses/200/schema",
                    json!({"$ref": "#/definitions/Start"}),
                ),
            ],
            kinds: &[],
            wire: Wire::None,
            rust: Rust::None,
        },
    ]
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
        let mut changed = document.clone();
        mutation
            .edits
            .iter()
            .for_each(|edit| apply(&mut changed, edit));
        let old = Version::of("old.json", document.to_string());
        let new = Version::of("new.json", changed.to_string());
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
        Set(pointer, value) => {
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
        Remove(pointer) => {
            remove(document, pointer);
        }
        Move(from, to) => {
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
