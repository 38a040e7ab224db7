//! JSON that a text shows as an example of what is sent.

use std::ops::Range;

use serde_json::Value;

/// What leads to an example of a request, near before it.
const LEADS: &[&str] = &["request", "payload", "body", "post data"];
/// What leads to one where nothing near says that it is something else.
const FORMATS: &[&str] = &["format is:", "following format:"];
/// What makes an example of something else.
const OTHERWISE: &[&str] = &[
    "response", "reply", "answer", "return", "result", "error", "output", "header",
];
/// A lead is not looked for any further away than this many bytes.
const NEAR: usize = 60;
/// So many braces are tried.
const TRIES: usize = 8;

/// The first object of JSON that the text calls a request, or list of such, and where it stands.
///
/// Not read: an example that is called a response, one that nothing is said of, one that is no JSON
/// ("true|false"), one without members, and what stands in a list that can't be read itself.
#[must_use]
pub fn request(text: &str) -> Option<(Value, Range<usize>)> {
    let opened = text.match_indices(['{', '[']).map(|(at, _)| at);
    let led = opened.filter(|at| is_led(&text[..*at])).take(TRIES);
    led.into_iter().find_map(|at| {
        let mut values = serde_json::Deserializer::from_str(&text[at..]).into_iter::<Value>();
        let value = values.next()?.ok()?;
        has_members(&value).then(|| (value, at..at + values.byte_offset()))
    })
}

/// Whether a value is an object with members, or a list that begins with one.
fn has_members(value: &Value) -> bool {
    match value {
        Value::Object(members) => !members.is_empty(),
        Value::Array(values) => values.first().is_some_and(Value::is_object),
        _ => false,
    }
}

/// Whether the end of a text speaks of a request, behind anything else that was shown.
fn is_led(before: &str) -> bool {
    let start = before.len().saturating_sub(NEAR);
    let start = (start..before.len()).find(|at| before.is_char_boundary(*at));
    let near = before[start.unwrap_or(before.len())..].to_lowercase();
    let near = near.rsplit(['}', '{', '[']).next().unwrap_or_default();
    let last = |words: &[&str]| words.iter().filter_map(|word| near.rfind(word)).max();
    let otherwise = last(OTHERWISE);
    last(LEADS) > otherwise || otherwise.is_none() && last(FORMATS).is_some()
}

#[cfg(test)]
mod tests {
    use super::request;

    #[test]
    fn requests_are_found() {
        for text in [
            r#"Adds one. Request JSON{"a": [1, {"b": 2}]} and more"#,
            "Sample request:\n\n```json\n{\"a\": [1, {\"b\": 2}]}\n```",
            r#"Response: {"c": 1} Request body: {"a": [1, {"b": 2}]}"#,
            r#"Sends mail. The message format is: {"a": [1, {"b": 2}]} You get back: {"c": 1}"#,
        ] {
            let (value, range) = request(text).expect(text);
            assert_eq!(value, serde_json::json!({"a": [1, {"b": 2}]}));
            assert_eq!(&text[range], r#"{"a": [1, {"b": 2}]}"#);
        }
    }

    #[test]
    fn lists_are_read_as_lists() {
        let (value, _) = request("A request example:\n[\n  {\"op\": \"add\"}\n]").expect("a list");
        assert_eq!(value, serde_json::json!([{"op": "add"}]));
    }

    #[test]
    fn other_examples_are_left() {
        for text in [
            r#"Response JSON (Status 200){"a": 1}"#,
            r#"The body of the response: {"a": 1}"#,
            r#"Returns them in the following format: {"a": 1}"#,
            r#"{"a": 1}"#,
            r#"Request: {"a": true|false}"#,
            "Request: {}",
            "Request: [1, 2]",
            r#"Request: [{"op": "add"}, ...]"#,
            "Request: {",
            "The request for é {id}",
        ] {
            assert_eq!(request(text), None, "{text}");
        }
    }
}
