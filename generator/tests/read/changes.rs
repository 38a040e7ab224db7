//! Trees that grow: what an overlay does to a document.

use generator::read::tree::{Entry, Key, KeyKind, Map, Value};
use generator::read::{Limits, read};
use generator::source::Sources;
use serde_json::json;

#[test]
fn nodes_of_another_file_keep_their_places_in_the_document() {
    let mut sources = Sources::default();
    let mut tree = |name, text: &str| {
        let (tree, _) =
            read(&mut sources, name, text.as_bytes(), &Limits::default()).expect("readable");
        tree
    };
    let mut document = tree("api.json", r#"{"info": {"title": "Pets"}, "paths": {}}"#);
    let overlay = tree(
        "overlay.json",
        r#"{"update": {"version": 1.10, "tags": ["a"]}}"#,
    );

    let update = overlay.follow("/update").expect("an update").id();
    let info = document.follow("/info").expect("an info").id();
    let copy = document.copy_from(&overlay, update, &sources);
    let Value::Map(Map { mut entries, .. }) = document.node(info).value.clone() else {
        panic!("a mapping");
    };
    let Value::Map(new) = document.node(copy).value.clone() else {
        panic!("a mapping");
    };
    entries.extend(new.entries);
    document.replace(info, Value::Map(Map::from_entries(entries)));

    assert_eq!(
        document.view(info).to_json(),
        json!({"title": "Pets", "version": 1.10, "tags": ["a"]})
    );
    let places = ["/info/title", "/info/version", "/info/tags/0"].map(|pointer| {
        let node = document.follow(pointer).expect("a node");
        assert_eq!(node.pointer(), pointer);
        let key = document.key_span(&sources, node.id());
        let location = document.location(&sources, &node.site());
        format!("{} {location}", &sources.get(key.source).text[key.range])
    });
    assert_eq!(
        places,
        [
            "\"title\" api.json:1:20",
            "\"version\" overlay.json:1:24",
            "\"a\" overlay.json:1:39",
        ]
    );
}

#[test]
fn a_node_can_be_made_from_nothing() {
    let mut sources = Sources::default();
    let (mut document, _) =
        read(&mut sources, "api.yaml", b"a: 1\n", &Limits::default()).expect("readable");
    let source = document.node(document.root()).source;
    let value = document.add(Value::Text("new".to_owned()), source, 0..1);
    let key = Key {
        text: "b/c".to_owned(),
        kind: KeyKind::Text,
        range: Some(0..1),
    };
    let entries = vec![Entry { key, value }];
    let root = document.add(Value::Map(Map::from_entries(entries)), source, 0..4);
    document.set_root(root);
    assert_eq!(document.pointer(value), "/b~1c");
    assert_eq!(
        document
            .follow("/b~1c")
            .and_then(generator::read::NodeRef::as_str),
        Some("new")
    );
}
