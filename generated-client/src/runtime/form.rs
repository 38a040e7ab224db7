//! Bodies that are forms.

use super::{Body, Error, encode};
use serde::Serialize;
use serde_json::{Map, Value};

/// Writes a struct or a map as `a=1&b=2`, in the order of the names.
///
/// It goes through a JSON value, which every emitted type can be: `null` writes nothing, a list
/// its name once for each value, and what is nested deeper, for which forms have no rule, its JSON.
pub(super) fn urlencoded(value: &(impl Serialize + ?Sized)) -> Result<Body, Error> {
    let mut text = String::new();
    for (name, value) in &fields(value)? {
        match value {
            Value::Array(values) => values.iter().for_each(|value| push(name, value, &mut text)),
            value => push(name, value, &mut text),
        }
    }
    Ok(Body::new("application/x-www-form-urlencoded", text))
}

/// The same, with what is nested by its way: `a[b]=1&c[0]=2&c[1][d]=3`.
pub(super) fn deep(value: &(impl Serialize + ?Sized)) -> Result<Body, Error> {
    let mut text = String::new();
    // A stack rather than calls, so that no depth of nesting costs any.
    let mut todo: Vec<(String, Value)> = fields(value)?.into_iter().rev().collect();
    while let Some((name, value)) = todo.pop() {
        let inner = |key: &dyn std::fmt::Display, value| (format!("{name}[{key}]"), value);
        match value {
            Value::Object(fields) => {
                let parts = fields.into_iter().rev();
                todo.extend(parts.map(|(key, value)| inner(&key, value)));
            }
            Value::Array(values) => {
                let items = values.into_iter().enumerate().rev();
                todo.extend(items.map(|(at, value)| inner(&at, value)));
            }
            value => push(&name, &value, &mut text),
        }
    }
    Ok(Body::new("application/x-www-form-urlencoded", text))
}

fn fields(value: &(impl Serialize + ?Sized)) -> Result<Map<String, Value>, Error> {
    match serde_json::to_value(value) {
        Ok(Value::Object(fields)) => Ok(fields),
        Ok(_) => Err(Error::request("only a struct or a map can be a form")),
        Err(error) => Err(Error::request("the form does not serialize").with_source(error)),
    }
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
