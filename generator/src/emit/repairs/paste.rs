//! The actions of an overlay that would pin what was filled in, ready to paste: who knows better
//! changes them first.

use serde_json::{Map, Value, json};

use super::is_repair;
use crate::model::extensions::IDENTIFIER;
use crate::model::{
    Account, Api, Def, Dialect, ListStyle, Media, Operation, Parameter, Place, Reply, Type, Width,
    pointer,
};

/// How deep a type is written out: one may hold itself.
const DEEPEST: usize = 4;

/// The actions for one operation with its accounts; none where nothing of it was filled in.
pub(super) fn operation(api: &Api, operation: &Operation, own: &[&Account]) -> Vec<Value> {
    let is_told = |account: &&&Account| is_repair(api, account) || account.contested;
    let told: Vec<&Account> = own.iter().filter(is_told).copied().collect();
    let of = |part: &str| {
        let inner = format!("{part} ");
        let found = told.iter().find(|account| {
            account.subject.part == part || account.subject.part.starts_with(&inner)
        });
        found.map(|account| api.proof(account.evidence()).because.clone())
    };
    let mut actions = Vec::new();
    // The values of a form are no parameters in OpenAPI 3.0.
    let is_parameter = |parameter: &&Parameter| {
        api.dialect == Dialect::Swagger20 || parameter.place != Place::Form
    };
    for parameter in operation.parameters.iter().filter(is_parameter) {
        let part = format!("{} parameter `{}`", parameter.place.word(), parameter.wire);
        if let Some(because) = of(&part) {
            let mut told = told.iter();
            let is_new =
                told.any(|account| account.subject.part == part && account.slot == "present");
            actions.push(self::parameter(api, operation, parameter, &because, is_new));
        }
    }
    if let (Some(body), Some(because)) = (&operation.body, of("body")) {
        let schema = schema(api, &body.ty, 0);
        actions.push(if api.dialect == Dialect::OpenApi30 {
            let media = match &body.media {
                Media::Json => "application/json",
                Media::Form | Media::DeepForm => "application/x-www-form-urlencoded",
                Media::JsonAs(media) | Media::Other(media) => media,
            };
            let body = json!({ "requestBody": { "content": { media: { "schema": schema } } } });
            action(&path(operation), &because, &body)
        } else if told
            .iter()
            .any(|account| account.subject.part == "body" && account.slot == "present")
        {
            let target = format!("{}.parameters", path(operation));
            let body = json!({ "in": "body", "name": "body", "schema": schema });
            action(&target, &because, &body)
        } else {
            let target = format!("{}.parameters[?@.in == 'body']", path(operation));
            action(&target, &because, &json!({ "schema": schema }))
        });
    }
    if let (Reply::Opaque(evidence), Some(answer)) = (
        &operation.reply,
        operation
            .answers
            .iter()
            .find(|answer| answer.status.is_success()),
    ) {
        let target = format!("{}.responses['{}']", path(operation), answer.status);
        let because = &api.proof(*evidence).because;
        // What is no JSON has no parts that could be told.
        let (media, ty) = match operation.accept.first() {
            Some(media) => (media.as_str(), "string"),
            None => ("application/json", "object"),
        };
        let schema = json!({ "schema": { "type": ty } });
        let update = match api.dialect {
            Dialect::Swagger20 => schema,
            Dialect::OpenApi30 => json!({ "content": { media: schema } }),
        };
        actions.push(action(&target, because, &update));
    }
    actions
}

/// The actions for the document as a whole.
pub(super) fn document(api: &Api) -> Vec<Value> {
    let is_scheme = |account: &&Account| {
        account.subject.operation.is_none() && account.slot == "scheme" && is_repair(api, account)
    };
    let scheme = api.accounts.iter().find(is_scheme);
    scheme
        .map(|account| {
            let because = &api.proof(account.evidence()).because;
            let update = match (api.dialect, &api.base_url) {
                (Dialect::OpenApi30, Some(url)) => json!({ "servers": [{ "url": url.value }] }),
                _ => json!({ "schemes": [account.claims[0].0] }),
            };
            action("$", because, &update)
        })
        .into_iter()
        .collect()
}

/// The action for a parameter; one that the document does not declare is added to its list.
fn parameter(
    api: &Api,
    operation: &Operation,
    parameter: &Parameter,
    because: &str,
    is_new: bool,
) -> Value {
    let schema = schema(api, &parameter.ty, 0);
    let mut update = match api.dialect {
        Dialect::Swagger20 => schema,
        Dialect::OpenApi30 => json!({ "schema": schema }),
    };
    if parameter.required || parameter.place == Place::Path {
        update["required"] = json!(true);
    }
    if matches!(parameter.ty.value, Type::List(_)) {
        join(&mut update, parameter, api.dialect);
    }
    if is_new {
        let mut declared = json!({ "in": parameter.place.word(), "name": parameter.wire });
        if let (Some(declared), Some(update)) = (declared.as_object_mut(), update.as_object()) {
            declared.extend(update.clone());
        }
        return action(
            &path(operation),
            because,
            &json!({ "parameters": [declared] }),
        );
    }
    let target = format!(
        "{}.parameters[?@.in == '{}' && @.name == {}]",
        path(operation),
        parameter.place.word(),
        quoted(&parameter.wire)
    );
    action(&target, because, &update)
}

/// Says how the values of a list are joined.
fn join(update: &mut Value, parameter: &Parameter, dialect: Dialect) {
    let query = matches!(parameter.place, Place::Query | Place::Cookie);
    match (dialect, parameter.style) {
        (_, ListStyle::Deep) => {}
        (Dialect::Swagger20, style) => update["collectionFormat"] = json!(style.to_string()),
        // Elsewhere there is one way only.
        (Dialect::OpenApi30, style) if query => {
            update["style"] = json!(match style {
                ListStyle::Ssv => "spaceDelimited",
                ListStyle::Pipes => "pipeDelimited",
                _ => "form",
            });
            update["explode"] = json!(style == ListStyle::Multi);
        }
        (Dialect::OpenApi30, _) => {}
    }
}

fn action(target: &str, because: &str, update: &Value) -> Value {
    json!({ "target": target, "description": because, "update": update })
}

/// The place of an operation as a `JSONPath`.
fn path(operation: &Operation) -> String {
    let steps = pointer::steps(&operation.location.pointer).unwrap_or_default();
    let mut path = "$".to_owned();
    for step in steps {
        if step.chars().all(|c| c.is_ascii_lowercase()) {
            path.push_str(&format!(".{step}"));
        } else {
            path.push_str(&format!("[{}]", quoted(&step)));
        }
    }
    path
}

/// A text of a `JSONPath`.
fn quoted(text: &str) -> String {
    format!("'{}'", text.replace('\\', "\\\\").replace('\'', "\\'"))
}

/// A type as both formats say it.
fn schema(api: &Api, ty: &Type, depth: usize) -> Value {
    let inner = |ty: &Type| schema(api, ty, depth + 1);
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
        Type::File => json!({ "type": "file" }),
        Type::List(item) => json!({ "type": "array", "items": inner(item) }),
        Type::Map(value) => json!({ "type": "object", "additionalProperties": inner(value) }),
        Type::Named(id) => {
            let named = api.types.get(*id);
            match &named.def {
                // Its type stays open, as the client has it: a number or a text.
                Def::Identifier(_) => json!({ IDENTIFIER: named.concept() }),
                Def::Enum(_) if named.numbers => json!({ "type": "integer" }),
                Def::Enum(variants) => {
                    let values: Vec<_> = variants.iter().map(|variant| &variant.wire).collect();
                    json!({ "type": "string", "enum": values })
                }
                // Only one of the formats has unions.
                Def::Union(_) => json!({}),
                Def::Struct(_) if depth > DEEPEST => json!({ "type": "object" }),
                Def::Struct(fields) => {
                    let properties: Map<_, _> = fields
                        .iter()
                        .map(|field| (field.wire.clone(), inner(&field.ty)))
                        .collect();
                    let mut schema = json!({ "type": "object", "properties": properties });
                    let required: Vec<_> = (fields.iter())
                        .filter(|field| field.required)
                        .map(|field| &field.wire)
                        .collect();
                    if !required.is_empty() {
                        schema["required"] = json!(required);
                    }
                    schema
                }
            }
        }
    }
}

/// The actions as a block of Markdown, or nothing where there are none.
pub(super) fn block(actions: &[Value]) -> Option<String> {
    if actions.is_empty() {
        return None;
    }
    let yaml = serde_yaml::to_string(actions).ok()?;
    // The fence must be longer than any inside a text of the document.
    let longest = yaml.split(|c| c != '`').map(str::len).max().unwrap_or(0);
    let fence = "`".repeat(longest.max(2) + 1);
    Some(format!(
        "To pin it in the overlay:\n\n{fence}yaml\n{yaml}{fence}\n"
    ))
}
