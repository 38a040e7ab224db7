//! Bodies that are forms.

use super::{Body, Error, encode};
use serde::Serialize;
use serde_json::Value;

/// Writes a struct or a map as `a=1&b=2`, in the order of the names.
///
/// It goes through a JSON value, which every emitted type can be: `null` writes nothing, a list
/// its name once for each value, and what is nested deeper, for which forms have no rule, its JSON.
pub(super) fn urlencoded(value: &(impl Serialize + ?Sized)) -> Result<Body, Error> {
    let fields = match serde_json::to_value(value) {
        Ok(Value::Object(fields)) => fields,
        Ok(_) => return Err(Error::request("only a struct or a map can be a form")),
        Err(error) => return Err(Error::request("the form does not serialize").with_source(error)),
    };
    let mut text = String::new();
    for (name, value) in &fields {
        match value {
            Value::Array(values) => values.iter().for_each(|value| push(name, value, &mut text)),
            value => push(name, value, &mut text),
        }
    }
    Ok(Body::new("application/x-www-form-urlencoded", text))
}

fn push(name: &str, value: &Value, text: &mut String) {
    let value = match value {
        Value::Null => return,
        Value::String(value) => value.as_str().into(),
        other => std::borrow::Cow::from(other.to_string()),
    };
    if !text.is_empty() {
        text.push('&');
    }
    encode::data(name, text);
    text.push('=');
    encode::data(&value, text);
}
