//! Lists and maps come back as they went.

use document_lists_and_maps::types::Grid;
use serde_json::json;

#[test]
fn lists_and_maps_come_back() {
    let json = json!({
        "rows": [[[1, 2], []], []],
        "pair": ["a", 1],
        "single": ["a"],
        "either": "a",
        "by_name": {"a": ["b"]},
        "of_maps": {"a": {"b": 1}},
        "anything": {"a": [null], "b": null},
        "closed": {},
        "beside": {"id": 1, "other": "b"},
        "object": {"a": 1},
        "empty": false,
        "unknown": [1],
    });
    let grid: Grid = serde_json::from_value(json.clone()).expect("a grid");
    assert_eq!(serde_json::to_value(grid).expect("JSON"), json);
}
