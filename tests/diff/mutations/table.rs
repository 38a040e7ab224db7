//! What is done to the document, and what is found.

use generator::diff::{Rust, Wire};
use serde_json::json;

use super::Edit::{Move, Remove, Set};
use super::{Mutation, one};

pub(super) const CREATE: &str = "/paths/~1meetings/post";

#[expect(clippy::too_many_lines, reason = "it is a table")]
pub(super) fn mutations() -> Vec<Mutation> {
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
