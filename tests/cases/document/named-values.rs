//! Lists of numbers are sent and read as numbers.

use document_named_values::types::{Job, Level, TrafficLight};
use serde_json::json;

#[test]
fn a_number_has_a_name_and_stays_a_number() {
    let job = Job::new(Level::High).light(TrafficLight::Red);
    let sent = serde_json::to_value(job).expect("JSON");
    assert_eq!(sent, json!({"level": 2, "light": "r"}));
}

#[test]
fn a_number_that_nobody_knows_is_kept() {
    for (json, number) in [(json!(1), 1), (json!("2"), 2), (json!(77), 77)] {
        let job: Job = serde_json::from_value(json!({"level": json})).expect("a job");
        let level = job.level.clone().expect("a level");
        assert_eq!(level.number(), number);
        assert_eq!(matches!(level, Level::Unknown(_)), number == 77);
        let sent = serde_json::to_value(job).expect("JSON");
        assert_eq!(sent, json!({"level": number}));
    }
}
