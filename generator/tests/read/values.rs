//! What a document says, kept as its author wrote it.

use generator::read::tree::{KeyKind, Value};
use serde_json::json;

use super::{Document, lines};

#[test]
fn values_keep_their_spelling_in_yaml() {
    let cases = [
        ("1.10", Value::Number("1.10".to_owned())),
        ("007", Value::Number("007".to_owned())),
        ("0x1F", Value::Number("0x1F".to_owned())),
        ("yes", Value::Text("yes".to_owned())),
        ("NO", Value::Text("NO".to_owned())),
        ("0o17", Value::Text("0o17".to_owned())),
        ("190:20:30", Value::Text("190:20:30".to_owned())),
        ("2024-04-10", Value::Text("2024-04-10".to_owned())),
        (
            "2024-04-10T18:24:05Z",
            Value::Text("2024-04-10T18:24:05Z".to_owned()),
        ),
        ("True", Value::Bool(true)),
        ("", Value::Null),
        ("~", Value::Null),
        ("'~'", Value::Text("~".to_owned())),
        ("\"1.10\"", Value::Text("1.10".to_owned())),
        ("!!str 1.10", Value::Text("1.10".to_owned())),
        ("!!int '3'", Value::Number("3".to_owned())),
        ("!custom 1", Value::Text("1".to_owned())),
        ("=", Value::Text("=".to_owned())),
        ("|\n  a\n  b\n", Value::Text("a\nb\n".to_owned())),
        (">-\n  a\n  b\n", Value::Text("a b".to_owned())),
    ];
    for (text, expected) in cases {
        let document = Document::new("a.yaml", format!("key: {text}\nnext: 1\n"));
        assert_eq!(*document.at("/key").value(), expected, "{text}");
    }
}

#[test]
fn values_keep_their_spelling_in_json() {
    let document = Document::new(
        "a.json",
        r#"{"a": 1.10, "b": -0, "c": 1e3, "d": 18446744073709551616, "e": 7, "f": -7}"#,
    );
    let spellings: Vec<_> = document
        .at("")
        .entries()
        .filter_map(|(_, value)| value.scalar())
        .collect();
    assert_eq!(
        spellings,
        ["1.10", "-0", "1e3", "18446744073709551616", "7", "-7"]
    );
}

#[test]
fn keys_keep_their_spelling_and_kind() {
    let document = Document::new(
        "a.yaml",
        "200: a\n'201': b\n1.10: c\non: d\nTrue: e\n~: f\n: g\n{id}: h\n? [i, j]\n: k\n&l m: *l\n*l : n\n",
    );
    let keys: Vec<_> = document
        .at("")
        .entries()
        .map(|(key, _)| (key.text.as_str(), key.kind))
        .collect();
    let expected = [
        ("200", KeyKind::Number),
        ("201", KeyKind::Text),
        ("1.10", KeyKind::Number),
        ("on", KeyKind::Bool),
        ("True", KeyKind::Bool),
        ("~", KeyKind::Null),
        ("", KeyKind::Null),
        ("{id}", KeyKind::Collection),
        ("[i, j]", KeyKind::Collection),
        ("m", KeyKind::Text),
    ];
    assert_eq!(keys, expected);
    assert_eq!(
        document.at("/m").as_str(),
        Some("n"),
        "an alias as a key is what it stands for"
    );
    assert_eq!(
        lines(&document.diagnostics, &document.sources),
        ["a.yaml:11:4: warning: the key `m` is repeated [repeated-key]"]
    );
}

#[test]
fn the_last_of_repeated_keys_counts_in_the_place_of_the_first() {
    for (name, text) in [
        ("a.yaml", "a: 1\nb: 2\na: 3\na: 4\n"),
        ("a.json", r#"{"a":1,"b":2,"a":3,"a":4}"#),
    ] {
        let document = Document::new(name, text);
        let root = document.at("");
        let kept: Vec<_> = root
            .entries()
            .map(|(key, value)| (&key.text[..], value.as_u64()))
            .collect();
        assert_eq!(kept, [("a", Some(4)), ("b", Some(2))]);
        let lost: Vec<_> = root
            .repeated()
            .map(|(key, value)| (&key.text[..], value.as_u64()))
            .collect();
        assert_eq!(lost, [("a", Some(1)), ("a", Some(3))]);
        assert_eq!(document.diagnostics.len(), 2);
    }
}

#[test]
fn aliases_are_written_out_and_belong_where_they_stand() {
    let document = Document::new("a.yaml", "a: &a {b: [1, 2]}\nc: *a\nd:\n- *a\n");
    assert_eq!(
        document.at("").to_json(),
        json!({"a": {"b": [1, 2]}, "c": {"b": [1, 2]}, "d": [{"b": [1, 2]}]})
    );
    for pointer in ["/a/b/1", "/c/b/1", "/d/0/b/1"] {
        let node = document.at(pointer);
        assert_eq!(node.pointer(), pointer);
        assert_eq!(document.source_of(node), "2");
    }
}

#[test]
fn merge_keys_bring_in_what_is_not_there() {
    let text = "one: &one {a: 1, b: 1}\ntwo: &two {b: 2, c: 2}\n\
                all:\n  <<: [*one, *two]\n  a: own\nagain: &again\n  <<: *one\nmore: *again\n\
                quoted: {'<<': *one}\nwrong: {<<: text}\ninline: {<<: {x: 1}}\n";
    let document = Document::new("a.yaml", text);
    assert_eq!(
        document.at("/all").to_json(),
        json!({"a": "own", "b": 1, "c": 2})
    );
    assert_eq!(document.at("/again").to_json(), json!({"a": 1, "b": 1}));
    assert_eq!(document.at("/more").to_json(), json!({"a": 1, "b": 1}));
    assert_eq!(
        document.at("/quoted").to_json(),
        json!({"<<": {"a": 1, "b": 1}})
    );
    assert_eq!(document.at("/wrong").to_json(), json!({"<<": "text"}));
    assert_eq!(document.at("/inline").to_json(), json!({"x": 1}));
    for pointer in ["/all/c", "/again/b", "/more/b", "/inline/x"] {
        assert_eq!(document.at(pointer).pointer(), pointer);
    }
    assert_eq!(lines(&document.diagnostics, &document.sources), [""; 0]);
}

#[test]
fn every_encoding_and_line_end_reads_the_same() {
    let text = "a: é\r\nb: [1, 2]\r\n";
    let le: Vec<u8> = "\u{feff}a: é\r\nb: [1, 2]\r\n"
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    let be: Vec<u8> = "\u{feff}a: é\r\nb: [1, 2]\r\n"
        .encode_utf16()
        .flat_map(u16::to_be_bytes)
        .collect();
    let files = [
        text.as_bytes().to_vec(),
        text.replace('\r', "").into(),
        format!("\u{feff}{text}").into(),
        le,
        be,
    ];
    for bytes in files {
        let document = Document::new("a.yaml", bytes);
        assert_eq!(document.at("").to_json(), json!({"a": "é", "b": [1, 2]}));
        assert_eq!(document.source_of(document.at("/b/1")), "2");
    }
}

#[test]
fn empty_documents_around_the_document_are_fine() {
    for text in [
        "a: 1\n---\n",
        "---\na: 1\n---\n# nothing\n",
        "---\n---\na: 1\n...\n---\n",
        "--- {a: 1}\n...\n",
    ] {
        assert_eq!(
            Document::new("a.yaml", text).at("").to_json(),
            json!({"a": 1}),
            "{text}"
        );
    }
}

#[test]
fn a_node_can_be_asked_anything() {
    let document = Document::new("a.yaml", "t: text\nn: 0x10\nb: false\ne:\nl: [1]\nm: {}\n");
    let kinds: Vec<_> = document
        .at("")
        .entries()
        .map(|(_, value)| value.kind_name())
        .collect();
    assert_eq!(
        kinds,
        [
            "text",
            "a number",
            "a boolean",
            "nothing",
            "a list",
            "a mapping"
        ]
    );
    assert_eq!(document.at("/n").as_u64(), Some(16));
    assert_eq!(document.at("/b").as_bool(), Some(false));
    assert_eq!(document.at("/b").scalar(), Some("false"));
    assert!(document.at("/e").is_null());
    assert!(document.at("/t").get("x").is_none());
    assert_eq!(document.at("/t").items().count(), 0);
    for pointer in ["/l/01", "/l/1", "/l/-", "/l/+0", "/x", "t"] {
        assert!(document.tree.follow(pointer).is_none(), "{pointer}");
    }
}
