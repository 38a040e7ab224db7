//! Everything that is wrong with the document, and can be seen in it, is a line of the report.

use crate::text;

/// For each heading of `REPAIRS.md`, the defects below it as the facts about the service call
/// them, and what one line there says of each; `…` stands for anything.
const DEFECTS: &str = r#"
The document
    info.title/description => the title of the document is that of `GET /groups/{groupkey}/organizers`
    info.title/description => the description of the document is that of `GET /groups/{groupkey}/organizers`
    schemes: http => `https` … only `http` is listed beside a public host
    no securityDefinitions => bearer token … the document declares no security
    x-complete: 0, x-streamrank => the extension `x-complete` is not read
    x-complete: 0, x-streamrank => the extension `x-streamrank` is not read
In many operations
    Accept and Content-Type => `Accept`, in 14 operations … withdrawn
    Accept and Content-Type => `Content-Type`, in 14 operations … withdrawn
    parameters without type => `organizerKey` … identifier
    response codes are YAML integers => this one is written as a number
`POST /meetings`
    #/definitions/holder dangling => `#/definitions/holder` is not in the document
    table passwordRequired => `passwordRequired` has a capital
    value "hybrid" but list says Hybrid => the example is `hybrid`, which the list does not have
    passwordRequired FALSE => example `false` … the table says `FALSE`
    timezonekey value blank => `timezonekey` … nothing tells its type
`POST /organizers`
    #/definitions/holder dangling => `#/definitions/holder` is not in the document
    all success codes 200 => any 2xx
    prose OPENVOICE, table OV => `G2W`, `G2T`, `OPENVOICE`: the text says
`PUT /organizers/{organizerKey}`
    prose OPENVOICE, table OV => `G2M`, `G2W`, `G2T`, `OPENVOICE`: the text says
    no body parameter at all => body | present … the description has a table of fields
    table copied from create + status => its field table repeats rows of `POST /organizers`
    status "Must be: blank or suspended" => `status` … values the empty text, `suspended`
`GET /organizers/{organizerKey}`
    parameters without type => `organizerKey` … required … a path parameter is always required
    description copied from GET /organizers => its description is also that of `GET /organizers`
`GET /organizers/{organizerKey}/attendees`
    query starttime => `starttime` stands beside `endDate`, which goes with `startDate` elsewhere
Moved or taken out by the overlay
    path meetingInstanceKey, text meetingId => its text speaks of `meetingId`, which is no parameter
Moved or taken out by the overlay
    groupkey => `groupKey` and `groupkey` are one concept
`GET /historicalMeetings`
    parameters sorted alphabetically => the document lists `endDate` before `startDate`
`DELETE /organizers`
    email not marked required => `email` alone selects what is deleted, and is optional
"#;

/// What the facts list besides, and why nothing in the document tells.
const UNSEEN: &[(&str, &str)] = &[
    (
        "14 operations, not 13",
        "that is said to those who count, and not of the document",
    ),
    ("host api.getgo.com", "it is right"),
    ("PTSN", "only who knows of telephones sees the slip"),
    (
        "conferencecallinfo \"Must be one of\"",
        "the document calls its list closed; ours are open",
    ),
];

/// Heading, defect, and what a line says of it.
fn defects() -> impl Iterator<Item = (&'static str, &'static str, &'static str)> {
    let mut heading = "";
    DEFECTS.lines().filter_map(move |line| {
        let Some((defect, told)) = line.split_once(" => ") else {
            heading = line;
            return None;
        };
        Some((heading, defect.trim(), told))
    })
}

#[test]
fn each_defect_is_a_line_of_the_report() {
    let report = text("specs/gotomeeting/REPAIRS.md");
    for (heading, defect, told) in defects() {
        let (_, rest) = report
            .split_once(&format!("\n## {heading}\n"))
            .unwrap_or_else(|| panic!("no part is called {heading}, for: {defect}"));
        let part = rest.split("\n## ").next().unwrap_or_default();
        let found = part.lines().any(|line| says(line, told));
        assert!(found, "{heading}: no line says `{told}`, for: {defect}");
    }
}

/// Whether the parts of a text stand in a line, one after the other.
fn says(mut line: &str, told: &str) -> bool {
    told.split(" … ").all(|part| match line.split_once(part) {
        Some((_, rest)) => {
            line = rest;
            true
        }
        None => false,
    })
}

#[test]
fn every_known_defect_is_listed_here() {
    let path = tests::root().join("../shared/gotomeeting/facts.json");
    let Ok(facts) = std::fs::read_to_string(&path) else {
        println!("skipped: there is no {}", path.display());
        return;
    };
    let facts: serde_json::Value = serde_json::from_str(&facts).expect("JSON");
    let received: Vec<_> = facts["received_defects"]
        .as_array()
        .expect("a list")
        .iter()
        .map(|fact| fact["received"].as_str().expect("text"))
        .collect();
    let unseen = UNSEEN.iter().map(|(defect, _)| *defect);
    let listed: Vec<_> = defects()
        .map(|(_, defect, _)| defect)
        .chain(unseen)
        .collect();
    for fact in &received {
        assert!(
            listed.iter().any(|defect| fact.starts_with(defect)),
            "{fact}"
        );
    }
    for defect in listed {
        assert!(
            received.iter().any(|fact| fact.starts_with(defect)),
            "{defect}"
        );
    }
}
