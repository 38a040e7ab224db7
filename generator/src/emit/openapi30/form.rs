//! Forms: bodies whose parts are parameters here.

use serde_json::{Map, Value, json};

use super::{beside, schema, style, with_notes};
use crate::model::{Api, Form, ListStyle, Operation, Parameter, Place, Type};

/// The body that a form is.
pub(super) fn request_body(api: &Api, operation: &Operation, form: Form) -> Value {
    let values = || {
        let parameters = operation.parameters.iter();
        parameters.filter(|parameter| parameter.place == Place::Form)
    };
    let properties: Map<_, _> = values()
        .map(|value| (value.wire.clone(), property(api, value)))
        .collect();
    let required: Vec<_> = values()
        .filter(|value| value.required)
        .map(|value| &value.wire)
        .collect();
    let mut schema = json!({ "type": "object", "properties": properties });
    if !required.is_empty() {
        schema["required"] = json!(required);
    }
    let encoding: Map<_, _> = values().filter_map(encoding).collect();
    let mut content = json!({ "schema": schema });
    if !encoding.is_empty() {
        content["encoding"] = Value::Object(encoding);
    }
    json!({ "required": !required.is_empty(), "content": { form.media(): content } })
}

fn property(api: &Api, value: &Parameter) -> Value {
    let schema = with_notes(schema(api, &value.ty), &value.notes);
    match &value.notes.description {
        Some(description) => beside(schema, "description", &json!(description.value)),
        None => schema,
    }
}

/// How a list is joined, where its name is not repeated.
fn encoding(value: &Parameter) -> Option<(String, Value)> {
    let is_list = matches!(value.ty.value, Type::List(_));
    if !is_list || value.style == ListStyle::Multi {
        return None;
    }
    let (style, explode) = style(value.style);
    // Without a type the library would write `null`; beside a style it says nothing.
    let encoding = json!({ "contentType": "text/plain", "style": style, "explode": explode });
    Some((value.wire.clone(), encoding))
}
