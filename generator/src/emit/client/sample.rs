//! Calls as a person would write them, for documentation. They are compiled as doctests.

use std::collections::BTreeSet;

use super::arguments::{Argument, Arguments};
use crate::emit::Settings;
use crate::model::{Api, Def, Group, Media, Operation, Type, Width};

/// A code block: its attributes and its lines.
pub(super) fn call(
    api: &Api,
    group: &Group,
    operation: &Operation,
    settings: &Settings,
) -> (String, Vec<String>) {
    let mut imports = BTreeSet::new();
    let expression = expression(api, group, operation, &mut imports);
    let name = settings.crate_ident();
    let mut lines = vec![format!("# async fn example(client: {name}::Client) -> Result<(), {name}::Error> {{")];
    if !imports.is_empty() {
        lines.push(uses(&name, &imports));
        lines.push(String::new());
    }
    lines.push(format!("let reply = client.{expression}.await?;"));
    lines.push("# Ok(())".to_owned());
    lines.push("# }".to_owned());
    ("no_run".to_owned(), lines)
}

/// The line that brings names into scope.
pub(super) fn uses(name: &str, imports: &BTreeSet<String>) -> String {
    let names: Vec<_> = imports.iter().map(String::as_str).collect();
    match names.as_slice() {
        [one] => format!("use {name}::{one};"),
        many => format!("use {name}::{{{}}};", many.join(", ")),
    }
}

/// The call without client and `await`, and what it needs in scope.
pub(super) fn expression(
    api: &Api,
    group: &Group,
    operation: &Operation,
    imports: &mut BTreeSet<String>,
) -> String {
    let arguments = match Arguments::of(api, operation) {
        Arguments::Positional(values) => {
            let values: Vec<_> = values.iter().map(|value| argument(api, value, imports)).collect();
            values.join(", ")
        }
        Arguments::Literal(values) => {
            imports.insert(group.module.clone());
            let values: Vec<_> = values
                .iter()
                .map(|value| format!("{}: {}", value.name(), held(api, value, imports)))
                .collect();
            format!("{}::{}Args {{ {} }}", group.module, operation.type_name, values.join(", "))
        }
    };
    let mut call = format!("{}().{}({arguments})", group.module, operation.name);
    // The first optional value shows how the others are set.
    let optional = Argument::all(operation).find(|value| !value.is_required());
    if let Some(value) = optional {
        call.push_str(&format!(".{}({})", value.name(), argument(api, &value, imports)));
    }
    call
}

/// A value as an argument, where text turns into what is wanted.
fn argument(api: &Api, value: &Argument<'_>, imports: &mut BTreeSet<String>) -> String {
    if value.is_raw() {
        return "\"…\"".to_owned();
    }
    let ty = value.ty();
    match ty {
        Type::Text | Type::Any => text(api, value),
        Type::List(inner) if matches!(**inner, Type::Text | Type::Any) => "[\"…\"]".to_owned(),
        _ => of_type(api, ty, value, imports),
    }
}

/// A value as a field holds it.
fn held(api: &Api, value: &Argument<'_>, imports: &mut BTreeSet<String>) -> String {
    if value.is_raw() {
        return "\"…\".into()".to_owned();
    }
    match value.ty() {
        Type::Text | Type::Any => format!("{}.into()", text(api, value)),
        Type::List(_) => "Vec::new()".to_owned(),
        ty => of_type(api, ty, value, imports),
    }
}

fn text(_: &Api, value: &Argument<'_>) -> String {
    let example = match value {
        Argument::Parameter(parameter) => {
            parameter.notes.examples.first().and_then(|example| example.value.as_str())
        }
        Argument::Body(_) => None,
    };
    let wire = match value {
        Argument::Parameter(parameter) => parameter.wire.to_lowercase(),
        Argument::Body(_) => String::new(),
    };
    match example {
        Some(example) => format!("{example:?}"),
        None if wire.contains("email") => "\"ada@example.com\"".to_owned(),
        None => "\"…\"".to_owned(),
    }
}

fn of_type(
    api: &Api,
    ty: &Type,
    value: &Argument<'_>,
    imports: &mut BTreeSet<String>,
) -> String {
    match ty {
        Type::Any | Type::Text => "\"…\".into()".to_owned(),
        Type::Boolean => "true".to_owned(),
        Type::Integer(Width::Bits32 | Width::Bits64) => "1".to_owned(),
        Type::Number => "1.0".to_owned(),
        Type::Timestamp => "std::time::SystemTime::now()".to_owned(),
        Type::Date => {
            imports.insert("Date".to_owned());
            "\"2024-05-10\".parse::<Date>().expect(\"a day\")".to_owned()
        }
        Type::List(inner) => format!("[{}]", of_type(api, inner, value, imports)),
        Type::Map(_) => "Default::default()".to_owned(),
        Type::Named(id) => {
            let named = api.types.get(*id);
            imports.insert(format!("types::{}", named.name));
            match &named.def {
                Def::Identifier(_) => format!("{}::from(1234)", named.name),
                Def::Enum(variants) => match variants.first() {
                    Some(variant) => format!("{}::{}", named.name, variant.name),
                    None => format!("{}::from(\"…\")", named.name),
                },
                Def::Struct(fields) if fields.iter().all(|field| !field.required) => {
                    format!("{}::new()", named.name)
                }
                Def::Struct(_) => "todo!()".to_owned(),
            }
        }
    }
}

/// Whether the body of an operation is a struct of this crate.
pub(super) fn has_typed_body(operation: &Operation) -> bool {
    operation
        .body
        .as_ref()
        .is_some_and(|body| matches!(body.ty.value, Type::Named(_)) && !matches!(body.media, Media::Other(_)))
}
