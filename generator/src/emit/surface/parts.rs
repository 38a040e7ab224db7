//! The surfaces of two clients that are compared: only those parts are written whose input differs.
//! Code that is made of the same has the same surface, and to write all of a large client takes longer
//! than all the rest.

use std::collections::{HashMap, HashSet};

use super::{Surface, read};
use crate::emit::client::{self, Choice};
use crate::emit::outline::type_name;
use crate::emit::{EmitError, Settings};
use crate::model::{Api, Def, Group, Media, Named, Operation, Reply, Type};

/// The surfaces of two clients, without what is the same in both.
///
/// # Errors
///
/// When a client can't be written.
pub fn surfaces(
    old: &Api,
    new: &Api,
    settings: &Settings,
) -> Result<(Surface, Surface), EmitError> {
    let parts = Parts::of(old, new);
    Ok((parts.surface(old, settings)?, parts.surface(new, settings)?))
}

/// The parts of two clients that differ, by their paths.
struct Parts(HashSet<String>);

impl Parts {
    fn of(old: &Api, new: &Api) -> Self {
        let mut parts = HashSet::new();
        let mut new = sketches(new);
        for (path, sketch) in sketches(old) {
            if new.remove(&path).is_none_or(|other| other != sketch) {
                parts.insert(path);
            }
        }
        parts.extend(new.into_keys());
        Self(parts)
    }

    fn surface(&self, api: &Api, settings: &Settings) -> Result<Surface, EmitError> {
        read(&client::modules(api, settings, self)?)
    }
}

impl Choice for Parts {
    fn has_type(&self, named: &Named) -> bool {
        // What a type of several kinds is made of tells which arguments take more than they did.
        matches!(named.def, Def::Union(_)) || self.0.contains(&named.name)
    }

    fn has_operation(&self, group: &Group, operation: &Operation) -> bool {
        self.0.contains(&path(group, operation))
    }
}

/// Where an operation is; types need no more than their names.
fn path(group: &Group, operation: &Operation) -> String {
    format!("{}::{}", group.module, operation.type_name)
}

/// The types and the operations by their paths, each with all that its surface is made of.
fn sketches(api: &Api) -> HashMap<String, String> {
    let types = api.types.iter();
    let types = types.map(|(_, named)| (named.name.clone(), of_type(api, named)));
    let groups = api.groups.iter();
    let operations = groups.flat_map(|group| {
        let operations = group.operations.iter();
        operations.map(|operation| (path(group, operation), of_operation(api, operation)))
    });
    types.chain(operations).collect()
}

fn of_type(api: &Api, named: &Named) -> String {
    let mut parts = vec![format!("{} {} {}", kind(named), named.sent, named.received)];
    match &named.def {
        Def::Identifier(_) => {}
        Def::Enum(variants) => parts.extend(variants.iter().map(|one| one.name.clone())),
        Def::Struct(fields) => parts.extend(fields.iter().map(|field| {
            let (name, ty) = (&field.name, spelled(api, &field.ty));
            let how = (field.required, field.nullable, field.access);
            let made = (field.boxed, field.preset.is_some());
            format!("{name} {how:?} {made:?} {ty}")
        })),
        Def::Union(all) => parts.extend(all.iter().map(|one| {
            let (name, ty) = (&one.name, spelled(api, &one.ty));
            format!("{name} {ty}")
        })),
    }
    parts.join("\n")
}

fn of_operation(api: &Api, operation: &Operation) -> String {
    let mut parts = vec![format!("{} {}", operation.name, operation.deprecated)];
    parts.extend(operation.parameters.iter().map(|parameter| {
        let (name, ty) = (&parameter.name, spelled(api, &parameter.ty));
        format!("{name} {} {ty}", parameter.required)
    }));
    parts.extend(operation.body.iter().map(|body| {
        let is_raw = matches!(body.media, Media::Other(_));
        let (name, ty) = (&body.name, spelled(api, &body.ty));
        format!("{name} {} {is_raw} {ty}", body.required)
    }));
    parts.push(match &operation.reply {
        Reply::Opaque(_) | Reply::Untyped(_) => "opaque".to_owned(),
        Reply::Empty(_) => "empty".to_owned(),
        Reply::Text(_) => "text".to_owned(),
        Reply::Bytes(_) => "bytes".to_owned(),
        Reply::Typed(ty) | Reply::Single(ty) => spelled(api, ty),
    });
    parts.join("\n")
}

/// A type, with all of it that decides how a value of it is taken.
fn spelled(api: &Api, ty: &Type) -> String {
    match ty {
        Type::List(inner) => format!("[{}]", spelled(api, inner)),
        Type::Map(inner) => format!("{{{}}}", spelled(api, inner)),
        Type::Named(id) => {
            let named = api.types.get(*id);
            format!("{} {}", kind(named), named.name)
        }
        plain => type_name(api, plain),
    }
}

fn kind(named: &Named) -> &'static str {
    match named.def {
        Def::Identifier(_) => "identifier",
        Def::Enum(_) if named.numbers => "numbers",
        Def::Enum(_) => "enum",
        Def::Struct(_) => "struct",
        Def::Union(_) => "union",
    }
}
