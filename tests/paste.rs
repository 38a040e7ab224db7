//! The actions that `REPAIRS.md` offers are pasted into an overlay: what was guessed is then said.

use generator::emit::repairs;
use generator::emit::{Settings, repairs::counts};
use generator::{Input, Settled, overlay, settle};

const DOCUMENT: &str = "specs/gotomeeting/swagger.yaml";

fn settled(overlay: Option<&str>) -> Settled {
    let bytes = std::fs::read(tests::root().join(DOCUMENT)).expect("the document");
    settled_of(&bytes, overlay)
}

fn settled_of(bytes: &[u8], overlay: Option<&str>) -> Settled {
    let input = Input {
        name: DOCUMENT,
        bytes,
        overlay: overlay.map(|text| overlay::Input {
            name: "pasted.yaml",
            bytes: text.as_bytes(),
        }),
        lock: "",
        beside: None,
    };
    settle(&input).unwrap_or_else(|failure| panic!("{failure:#?}"))
}

fn report(settled: &Settled) -> String {
    let settings = Settings {
        document: DOCUMENT.to_owned(),
        ..Settings::default()
    };
    repairs::repairs(&settled.api, &settings)
}

/// An overlay of every block of the report.
fn pasted(report: &str) -> String {
    let blocks = report.split("```yaml\n").skip(1);
    let actions: String = blocks.filter_map(|rest| rest.split("```").next()).collect();
    format!("overlay: 1.0.0\ninfo: {{title: Pasted, version: 1.0.0}}\nactions:\n{actions}")
}

#[test]
fn what_is_pasted_is_no_guess_any_more() {
    let guessed = settled(None);
    let report = report(&guessed);
    let said = settled(Some(&pasted(&report)));
    let (before, after) = (counts(&guessed.api), counts(&said.api));
    for rule in [
        "https",
        "path-required",
        "identifiers",
        "name-conventions",
        "siblings",
        "described-values",
        "field-table",
        "opaque-replies",
    ] {
        assert!(before.contains_key(rule), "{rule} guessed nothing");
        assert_eq!(after.get(rule), None, "{rule} still guesses");
    }
    assert_eq!(repairs::contests(&said.api), 0);
    // What was guessed was taken from the document, so the client is what it was.
    let operations = |settled: &Settled| -> Vec<_> {
        let all = settled.api.operations();
        all.map(|operation| (operation.key.clone(), operation.name.clone()))
            .collect()
    };
    assert_eq!(operations(&guessed), operations(&said));
}

/// The report of the second run tells that the guesses were right.
#[test]
fn what_is_pasted_confirms_the_guess() {
    let said = settled(Some(&pasted(&report(&settled(None)))));
    let confirmed = said.api.verdicts.iter().filter(|one| one.is_confirmed());
    assert!(confirmed.count() > 40);
    for verdict in &said.api.verdicts {
        // Of a contest both sides are kept, so neither is simply right.
        let contest = !verdict.against.is_empty();
        let agrees = verdict.said.is_none() || verdict.is_confirmed();
        assert!(agrees || contest, "{verdict:#?}");
    }
}

/// A list that is pasted is joined as it was guessed, in the words of either format.
#[test]
fn what_is_pasted_of_a_list_says_how_it_is_joined() {
    let operation = "\
paths:
  /pets:
    get:
      parameters:
      - {in: query, name: ids, description: Comma-separated}
      - {in: query, name: kinds, description: Kinds separated by pipes}
      - {in: query, name: owner, description: Can be repeated}
      responses: {'200': {description: The pets}}
";
    for head in ["swagger: '2.0'\nhost: example.com\n", "openapi: 3.0.3\n"] {
        let document = format!("{head}{operation}");
        let guessed = settled_of(document.as_bytes(), None);
        let said = settled_of(document.as_bytes(), Some(&pasted(&report(&guessed))));
        assert_eq!(counts(&said.api).get("joined-lists"), None);
        let styles = |settled: &Settled| -> Vec<_> {
            let operations = settled.api.operations();
            operations
                .flat_map(|one| &one.parameters)
                .map(|one| (one.wire.clone(), one.style))
                .collect()
        };
        assert_eq!(styles(&guessed), styles(&said), "{head}");
    }
}

/// The actions speak the words of the document: those of OpenAPI 3.0 have other places.
#[test]
fn what_is_pasted_beside_openapi_is_no_guess_any_more() {
    let document = "\
openapi: 3.0.3
info: {title: Pets, version: '1'}
servers: [{url: 'http://example.com/v1'}]
paths:
  /pets/{petId}:
    get:
      parameters:
      - {in: path, name: petId, required: true}
      - {in: query, name: limit}
      responses: {'200': {description: It.}}
    put:
      parameters:
      - {in: path, name: petId, required: true}
      requestBody: {content: {application/json: {schema: {type: object, properties: {kind: {description: 'Must be one of: CAT, DOG'}}}}}}
      responses: {'204': {description: Nothing}}
";
    let guessed = settled_of(document.as_bytes(), None);
    let pasted = pasted(&report(&guessed));
    assert!(
        !pasted.contains("schemes") && pasted.contains("requestBody"),
        "{pasted}"
    );
    let said = settled_of(document.as_bytes(), Some(&pasted));
    let left = counts(&said.api);
    let left: Vec<_> = left
        .keys()
        .filter(|rule| **rule != "missing-security")
        .collect();
    assert!(left.is_empty(), "{left:?} still guess");
    assert_eq!(
        said.api.base_url.as_ref().map(|url| url.value.as_str()),
        Some("https://example.com/v1")
    );
}

/// A parameter that is nowhere declared is added to those that are.
#[test]
fn what_is_pasted_declares_what_only_the_path_says() {
    let document = "\
swagger: '2.0'
host: example.com
paths:
  /pets/:petId/toys?size={size}:
    get:
      parameters:
      - {in: query, name: kind, type: string}
      responses: {'204': {description: Nothing}}
  /owners/{owner_id}:
    get: {responses: {'204': {description: Nothing}}}
";
    let guessed = settled_of(document.as_bytes(), None);
    let said = settled_of(document.as_bytes(), Some(&pasted(&report(&guessed))));
    let left = counts(&said.api);
    for rule in [
        "path-parameters",
        "path-required",
        "query-in-path",
        "identifiers",
    ] {
        assert!(
            counts(&guessed.api).contains_key(rule),
            "{rule} guessed nothing"
        );
        assert_eq!(left.get(rule), None, "{rule} still guesses");
    }
}
