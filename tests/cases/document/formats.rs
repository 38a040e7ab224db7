//! Values of particular formats travel as they should.

use document_formats::Base64;
use document_formats::types::Thing;
use serde_json::{json, to_value};

#[test]
fn bytes_are_base64_and_passwords_are_not_shown() {
    let thing = Thing::new(b"Hello".to_vec())
        .blobs([Base64::from_text("not base64!")])
        .secret("hunter2")
        .huge(u64::MAX);
    assert!(!format!("{thing:?}").contains("hunter2"), "{thing:?}");
    let json = json!({
        "blob": "SGVsbG8=",
        "blobs": ["not base64!"],
        "secret": "hunter2",
        "huge": u64::MAX,
    });
    assert_eq!(to_value(&thing).expect("JSON"), json);
    let read: Thing = serde_json::from_value(json).expect("a thing");
    assert_eq!(read, thing);
    assert_eq!(read.secret.expect("a secret").expose(), "hunter2");
    let blobs = read.blobs.expect("blobs");
    assert_eq!(blobs[0].decode(), None);
}
