//! `openapi30.yaml`: the repaired API as an OpenAPI 3.0 document, for every other tool.
//!
//! The document is built as JSON, read into the types of `openapiv3`, and written from them: what
//! is no OpenAPI does not get through.

mod form;
mod paths;
mod security;
mod values;

use openapiv3::OpenAPI;
use serde_json::{Map, Value, json};

use paths::Names;
use security::Schemes;

use super::{Artefact, EmitError, Files, Root, Settings};
use crate::model::{
    Access, Alternative, Answer, Api, Body, Def, Field, ListStyle, Media, Named, Notes, Operation,
    Parameter, Place, Reply, Status, Told, Type, Width,
};

pub(super) const ARTEFACT: Artefact = Artefact {
    name: "openapi30",
    emit,
};

fn emit(api: &Api, settings: &Settings, files: &mut Files) -> Result<(), EmitError> {
    let text = format!(
        "# Written by `{}` from {}. Changes made here are lost.\n{}",
        settings.command,
        settings.document,
        yaml(api, settings.title(api))?
    );
    files.insert((Root::Spec, "openapi30.yaml".to_owned()), text);
    Ok(())
}

/// The document as YAML.
///
/// # Errors
///
/// When the generator has a fault.
pub fn yaml(api: &Api, title: &str) -> Result<String, EmitError> {
    serde_yaml::to_string(&document(api, title)?).map_err(fault)
}

/// The document as JSON.
///
/// # Errors
///
/// When the generator has a fault.
pub fn json(api: &Api, title: &str) -> Result<String, EmitError> {
    let mut text = serde_json::to_string_pretty(&document(api, title)?).map_err(fault)?;
    text.push('\n');
    Ok(text)
}

fn document(api: &Api, title: &str) -> Result<OpenAPI, EmitError> {
    let security = Schemes::of(api);
    let paths = paths::paths(api, |one, names| operation(api, one, names, &security));
    let schemas: Map<_, _> = api
        .types
        .iter()
        .map(|(_, named)| (named.name.clone(), schema_of(api, named)))
        .collect();
    let mut document = json!({
        "openapi": "3.0.3",
        "info": {
            "title": title,
            "version": api.version.as_ref().map_or("0", |version| &version.value),
        },
        "paths": paths,
        "components": { "schemas": schemas },
    });
    if let Some(url) = &api.base_url {
        document["servers"] = json!([{ "url": url.value }]);
    }
    security.write(&mut document);
    serde_json::from_value(document).map_err(fault)
}

fn fault(error: impl std::fmt::Display) -> EmitError {
    EmitError {
        what: "openapi30.yaml".to_owned(),
        message: error.to_string(),
    }
}

fn operation(api: &Api, operation: &Operation, names: &Names, security: &Schemes<'_>) -> Value {
    let mut value = json!({
        "operationId": operation_id(api, operation),
        "responses": responses(api, operation),
    });
    if let Some(summary) = &operation.summary {
        value["summary"] = json!(summary.value);
    }
    if let Some(description) = &operation.description {
        value["description"] = json!(description.value);
    }
    if let Some(security) = security.of_operation(operation) {
        value["security"] = security;
    }
    if operation.deprecated {
        value["deprecated"] = json!(true);
    }
    let parameters: Vec<_> = operation
        .parameters
        .iter()
        .filter(|p| p.place != Place::Form)
        .map(|p| parameter(api, p, names))
        .collect();
    if !parameters.is_empty() {
        value["parameters"] = json!(parameters);
    }
    if let Some(body) = &operation.body {
        value["requestBody"] = request_body(api, body);
    }
    if let Some(form) = operation.form {
        value["requestBody"] = form::request_body(api, operation, form);
    }
    let group = api.groups.iter().find(|group| {
        group
            .operations
            .iter()
            .any(|other| other.key == operation.key)
    });
    if let Some(group) = group {
        value["tags"] = json!([group.module]);
    }
    value
}

/// Unique in the document, and what the client calls the operation.
fn operation_id(api: &Api, operation: &Operation) -> String {
    let group = api
        .groups
        .iter()
        .find(|group| {
            group
                .operations
                .iter()
                .any(|other| other.key == operation.key)
        })
        .map_or("", |group| &group.module);
    format!("{group}.{}", operation.name)
}

fn parameter(api: &Api, parameter: &Parameter, names: &Names) -> Value {
    let name = match parameter.place {
        Place::Path => names.of(&parameter.wire),
        _ => &parameter.wire,
    };
    let mut value = json!({
        "name": name,
        "in": parameter.place.word(),
        "required": parameter.required || parameter.place == Place::Path,
        "schema": with_notes(schema(api, &parameter.ty), &parameter.notes),
    });
    if let Some(description) = &parameter.notes.description {
        value["description"] = json!(description.value);
    }
    if parameter.notes.deprecated.is_some() {
        value["deprecated"] = json!(true);
    }
    if matches!(parameter.ty.value, Type::List(_)) && parameter.place == Place::Query {
        let (style, explode) = style(parameter.style);
        value["style"] = json!(style);
        value["explode"] = json!(explode);
    }
    value
}

fn style(style: ListStyle) -> (&'static str, bool) {
    match style {
        ListStyle::Multi => ("form", true),
        ListStyle::Deep => ("deepObject", true),
        ListStyle::Csv | ListStyle::Tsv => ("form", false),
        ListStyle::Ssv => ("spaceDelimited", false),
        ListStyle::Pipes => ("pipeDelimited", false),
    }
}

fn request_body(api: &Api, body: &Body) -> Value {
    let (media, schema) = match &body.media {
        Media::Json => ("application/json", schema(api, &body.ty)),
        Media::JsonAs(media) => (media.as_str(), schema(api, &body.ty)),
        Media::Form | Media::DeepForm => {
            ("application/x-www-form-urlencoded", schema(api, &body.ty))
        }
        Media::Other(media) => (media.as_str(), json!({})),
    };
    let mut value =
        json!({ "required": body.required, "content": { media: { "schema": schema } } });
    if let (Media::DeepForm, Type::Named(id)) = (&body.media, &body.ty.value)
        && let Def::Struct(fields) = &api.types.get(*id).def
    {
        // Without a type the library would write `null`; beside a style it says nothing.
        let deep = json!({ "contentType": "text/plain", "style": "deepObject", "explode": true });
        let encoding: Map<_, _> = fields
            .iter()
            .map(|f| (f.wire.clone(), deep.clone()))
            .collect();
        value["content"][media]["encoding"] = Value::Object(encoding);
    }
    if let Some(description) = &body.description {
        value["description"] = json!(description.value);
    }
    value
}

fn responses(api: &Api, operation: &Operation) -> Value {
    let content = match &operation.reply {
        Reply::Opaque(_) => Some(json!({ "*/*": { "schema": {} } })),
        Reply::Empty(_) => None,
        Reply::Typed(ty) | Reply::Untyped(ty) => Some(reply_content(operation, &schema(api, ty))),
        Reply::Single(ty) => Some(reply_content(
            operation,
            &json!({
                "type": "array", "items": schema(api, ty), "minItems": 1, "maxItems": 1,
            }),
        )),
        Reply::Text(_) => Some(reply_content(operation, &json!({ "type": "string" }))),
        Reply::Bytes(_) => Some(reply_content(
            operation,
            &json!({ "type": "string", "format": "binary" }),
        )),
    };
    let mut responses = Map::new();
    let success = |description: &str| {
        let mut value = json!({ "description": description });
        if let Some(content) = &content {
            value["content"] = content.clone();
        }
        value
    };
    for answer in &operation.answers {
        let description = answer.description.as_deref().unwrap_or_default();
        let value = match &answer.body {
            _ if answer.status.has_no_body() => json!({ "description": description }),
            _ if answer.status.is_success() => success(description),
            None => json!({ "description": description }),
            Some(body) => {
                json!({ "description": description, "content": json_content(&schema(api, body)) })
            }
        };
        let mut value = value;
        if !answer.headers.is_empty() {
            value["headers"] = headers(api, answer);
        }
        responses.insert(answer.status.to_string(), value);
    }
    // The client takes every 2xx, whatever the document lists.
    if content.is_some()
        && !operation
            .answers
            .iter()
            .any(|answer| answer.status == Status::Range(2))
    {
        responses.insert("2XX".to_owned(), success("Any success."));
    }
    Value::Object(responses)
}

fn headers(api: &Api, answer: &Answer) -> Value {
    let headers = answer.headers.iter().map(|header| {
        let mut value = json!({ "schema": schema(api, &header.ty) });
        if let Some(description) = &header.description {
            value["description"] = json!(description);
        }
        (header.name.clone(), value)
    });
    Value::Object(headers.collect())
}

/// A schema under the media types that are asked for.
fn reply_content(operation: &Operation, schema: &Value) -> Value {
    match (operation.accept.as_slice(), &operation.reply) {
        ([], Reply::Bytes(_)) => json!({ "application/octet-stream": { "schema": schema } }),
        ([], _) => json_content(schema),
        (types, _) => {
            let content = types
                .iter()
                .map(|ty| (ty.clone(), json!({ "schema": schema })));
            Value::Object(content.collect())
        }
    }
}

fn json_content(schema: &Value) -> Value {
    json!({ "application/json": { "schema": schema } })
}

fn schema_of(api: &Api, named: &Named) -> Value {
    let mut value = match &named.def {
        Def::Identifier(_) => json!({
            "oneOf": [{ "type": "integer", "format": "int64" }, { "type": "string" }],
        }),
        // The way OpenAPI 3.0 says that a list of values is open.
        Def::Enum(variants) => values::list(named, variants),
        Def::Struct(fields) => object(api, fields),
        Def::Union(alternatives) => union(api, alternatives),
    };
    if let Some(description) = &named.description {
        value["description"] = json!(description.value);
    }
    value
}

/// The last alternative says that the list is open.
fn union(api: &Api, alternatives: &[Alternative]) -> Value {
    let mut all: Vec<_> = alternatives
        .iter()
        .map(|one| match (&one.told, &one.ty.value) {
            // Nothing is known of it, but that.
            (Told::Object, Type::Any) => json!({ "type": "object" }),
            (_, ty) => schema(api, ty),
        })
        .collect();
    all.push(json!({}));
    let mut value = json!({ "anyOf": all });
    let mut mapping = Map::new();
    let mut property = None;
    for one in alternatives {
        let Some(to) = schema(api, &one.ty).get("$ref").cloned() else {
            continue;
        };
        match &one.told {
            Told::Tag(field, tags) => {
                mapping.extend(tags.iter().map(|tag| (tag.clone(), to.clone())));
                property = Some(field);
            }
            // What the others inherit calls itself by its own name.
            Told::Object if property.is_some() => drop(mapping.insert(one.label.clone(), to)),
            _ => {}
        }
    }
    if let Some(property) = property {
        value["discriminator"] = json!({ "propertyName": property, "mapping": mapping });
    }
    value
}

fn object(api: &Api, fields: &[Field]) -> Value {
    let mut properties = Map::new();
    for field in fields {
        let mut value = with_notes(schema(api, &field.ty), &field.notes);
        if let Some(description) = &field.notes.description {
            value = beside(value, "description", &json!(description.value));
        }
        for (word, says) in [
            ("deprecated", field.notes.deprecated.is_some()),
            ("nullable", field.nullable),
            ("readOnly", field.access == Access::ReadOnly),
            ("writeOnly", field.access == Access::WriteOnly),
        ] {
            if says {
                value = beside(value, word, &json!(true));
            }
        }
        properties.insert(field.wire.clone(), value);
    }
    let required: Vec<_> = fields
        .iter()
        .filter(|f| f.required)
        .map(|f| &f.wire)
        .collect();
    let mut value = json!({ "type": "object", "properties": properties });
    if !required.is_empty() {
        value["required"] = json!(required);
    }
    value
}

/// What stands beside a reference is ignored in OpenAPI 3.0, so the reference goes inside.
fn beside(value: Value, word: &str, says: &Value) -> Value {
    let mut value = if value.get("$ref").is_some() {
        json!({ "allOf": [value] })
    } else {
        value
    };
    value[word] = says.clone();
    value
}

fn with_notes(mut value: Value, notes: &Notes) -> Value {
    let example = notes.examples.first().map(|example| &example.value);
    if let (Some(example), None) = (example, value.get("$ref")) {
        value["example"] = example.clone();
    }
    value
}

fn schema(api: &Api, ty: &Type) -> Value {
    match ty {
        Type::Any => json!({}),
        Type::Text => json!({ "type": "string" }),
        Type::Boolean => json!({ "type": "boolean" }),
        Type::Integer(Width::Bits32) => json!({ "type": "integer", "format": "int32" }),
        Type::Integer(Width::Bits64) => json!({ "type": "integer", "format": "int64" }),
        Type::Number => json!({ "type": "number" }),
        Type::Integer(Width::Unsigned64) => json!({ "type": "integer", "format": "uint64" }),
        Type::Base64 => json!({ "type": "string", "format": "byte" }),
        Type::SecretText => json!({ "type": "string", "format": "password" }),
        Type::Timestamp => json!({ "type": "string", "format": "date-time" }),
        Type::Date => json!({ "type": "string", "format": "date" }),
        Type::File => json!({ "type": "string", "format": "binary" }),
        Type::List(inner) => json!({ "type": "array", "items": schema(api, inner) }),
        Type::Map(inner) => {
            json!({ "type": "object", "additionalProperties": schema(api, inner) })
        }
        Type::Named(id) => {
            json!({ "$ref": format!("#/components/schemas/{}", api.types.get(*id).name) })
        }
    }
}
