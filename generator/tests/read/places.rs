//! Where things stand: to the byte, also inside of descriptions.

use generator::read::tree::{Part, Site};

use super::Document;

#[test]
fn spans_cover_exactly_what_was_written_in_yaml() {
    let text = "# pets\r\ninfo:\r\n  title: 'Pets & Co'\r\n  text: >-\r\n    folded\r\n    text\r\n\
                \x20 plain: one\r\n    two # not this\r\n  none:\r\ntags: [ a , {b: c} ]\r\nlist:\r\n- x\r\n- y: z\r\n\r\nlast: 1\r\n";
    let document = Document::new("a.yaml", text);
    let cases = [
        ("/info/title", "title", "'Pets & Co'"),
        ("/info/text", "text", "folded\r\n    text"),
        ("/info/plain", "plain", "one\r\n    two"),
        ("/info/none", "none", ""),
        ("/tags", "tags", "[ a , {b: c} ]"),
        ("/tags/0", "a", "a"),
        ("/tags/1", "{b: c}", "{b: c}"),
        ("/tags/1/b", "b", "c"),
        ("/list", "list", "- x\r\n- y: z"),
        ("/list/1", "y: z", "y: z"),
        ("/last", "last", "1"),
    ];
    for (pointer, key, value) in cases {
        let node = document.at(pointer);
        assert_eq!(
            (document.key_of(node), document.source_of(node)),
            (key, value),
            "{pointer}"
        );
        assert_eq!(node.pointer(), pointer);
    }
}

#[test]
fn spans_cover_exactly_what_was_written_in_json() {
    let document = Document::new(
        "a.json",
        "\u{feff}{ \"a\\\"/b\" : [ 1 , {\"c\": \"d\\\\\"} ],\r\n \"e\":{} }\n",
    );
    let cases = [
        ("/a\"~1b", "\"a\\\"/b\"", "[ 1 , {\"c\": \"d\\\\\"} ]"),
        ("/a\"~1b/0", "1", "1"),
        ("/a\"~1b/1/c", "\"c\"", "\"d\\\\\""),
        ("/e", "\"e\"", "{}"),
    ];
    for (pointer, key, value) in cases {
        let node = document.at(pointer);
        assert_eq!(
            (document.key_of(node), document.source_of(node)),
            (key, value),
            "{pointer}"
        );
        assert_eq!(node.pointer(), pointer);
    }
    let location = document
        .tree
        .location(&document.sources, &document.at("/e").site());
    assert_eq!(
        (location.to_string().as_str(), location.pointer.as_str()),
        ("a.json:2:6", "/e")
    );
}

const GOTOMEETING: &str = include_str!("../../../specs/gotomeeting/swagger.yaml");

/// The line and column of each row of the table in a description, by the name in its first cell.
fn rows(document: &Document, pointer: &str) -> Vec<(String, usize, usize)> {
    let node = document.at(pointer);
    let text = node.as_str().expect("a description");
    let rows = text.split("\r\n").filter(|row| row.starts_with("\t\t\""));
    rows.map(|row| {
        let start = row.as_ptr() as usize - text.as_ptr() as usize;
        let name = row.trim().split('"').nth(1).unwrap_or_default().to_owned();
        let part = Part {
            label: format!("row `{name}`"),
            range: start..start + row.len(),
        };
        let site = Site {
            node: node.id(),
            part: Some(part),
        };
        let location = document.tree.location(&document.sources, &site);
        assert_eq!(location.part, Some(format!("row `{name}`")));
        (name, location.line, location.column)
    })
    .collect()
}

/// Where a name in quotes stands for the n-th time, found by looking at the lines of the file.
fn written(text: &str, name: &str, nth: usize) -> (usize, usize) {
    let needle = format!("\\\"{name}\\\"");
    let (at, _) = text
        .match_indices(&needle)
        .nth(nth)
        .expect("a row of the file");
    let before = &text[..at + 2];
    let line = before.matches('\n').count() + 1;
    let column = before
        .chars()
        .rev()
        .take_while(|&character| character != '\n')
        .count()
        + 1;
    (line, column)
}

#[test]
fn the_rows_of_the_received_tables_are_found_on_their_lines() {
    let document = Document::new("swagger.yaml", GOTOMEETING);
    let meeting = rows(&document, "/paths/~1meetings/post/description");
    let names: Vec<_> = meeting.iter().map(|(name, ..)| name.as_str()).collect();
    assert_eq!(
        names,
        [
            "subject",
            "starttime",
            "endtime",
            "passwordRequired",
            "conferencecallinfo",
            "timezonekey",
            "meetingtype"
        ]
    );
    assert!(
        meeting.contains(&("passwordRequired".to_owned(), 111, 39)),
        "{meeting:?}"
    );
    for (name, line, column) in &meeting {
        // `subject` is the one name that is its own example: the row begins at the first.
        assert_eq!((*line, *column), written(GOTOMEETING, name, 0), "{name}");
    }
    for (name, line, column) in rows(
        &document,
        "/paths/~1organizers~1{organizerKey}/put/description",
    ) {
        assert_eq!((line, column), written(GOTOMEETING, &name, 0), "{name}");
    }
}

#[test]
fn the_rows_are_found_in_the_same_document_as_json_too() {
    let yaml = Document::new("swagger.yaml", GOTOMEETING);
    let text = serde_json::to_string_pretty(&yaml.at("").to_json()).expect("JSON");
    let json = Document::new("swagger.json", &text);
    let rows = rows(&json, "/paths/~1meetings/post/description");
    assert_eq!(rows.len(), 7);
    for (name, line, column) in rows {
        assert_eq!((line, column), written(&text, &name, 0), "{name}");
    }
}

#[test]
fn the_received_document_is_read_whole_and_without_complaint() {
    let document = Document::new("swagger.yaml", GOTOMEETING);
    assert_eq!(document.diagnostics, []);
    let methods = document
        .at("/paths")
        .entries()
        .flat_map(|(_, path)| path.entries());
    assert_eq!(methods.count(), 14);
    let status = document.at("/paths/~1groups/get/responses/200");
    assert_eq!(
        document
            .tree
            .location(&document.sources, &status.site())
            .pointer,
        "/paths/~1groups/get/responses/200"
    );
}
