//! `src/types.rs`, and in a large client `src/types/<group>.rs`: what is in which file.

use std::collections::{BTreeMap, HashMap};

use super::Choice;
use super::docs::{Docs, code};
use super::imports::Imports;
use super::object::travels;
use super::source::Source;
use super::{parts, types};
use crate::emit::{EmitError, Settings};
use crate::model::{Api, Def, Named, Type, TypeId};

/// The files by their paths. The types of all are named alike, `types::Name`, wherever they live.
pub(super) fn files(
    api: &Api,
    settings: &Settings,
    choice: &dyn Choice,
) -> Result<Vec<(String, String)>, EmitError> {
    let homes = parts::homes(api);
    let features: HashMap<&str, String> = parts::features(api).into_iter().collect();
    let mut shared: Vec<&Named> = Vec::new();
    let mut of_groups: BTreeMap<&str, Vec<&Named>> = BTreeMap::new();
    for (id, named) in api.types.iter() {
        if !(named.sent || named.received) || !choice.has_type(named) {
            continue;
        }
        match homes.get(&id) {
            Some(home) => of_groups.entry(home).or_default().push(named),
            None => shared.push(named),
        }
    }

    let docs = Docs::default().paragraph("The types of requests and replies.");
    let mut source = Source::new("src/types.rs", settings, docs.lines());
    source.gap();
    for word in ["mod", "pub use"] {
        for module in of_groups.keys() {
            if let Some(feature) = features.get(module) {
                source.line(&format!("#[cfg(feature = {feature:?})]"));
            }
            let names = if word == "mod" { "" } else { "::*" };
            source.line(&format!("{word} {module}{names};"));
        }
        source.gap();
    }
    let mut files = vec![write(source, api, shared, |_| false)?];
    for (module, named) in of_groups {
        let docs = Docs::default().paragraph(format!(
            "The types that the operations of {} alone use.",
            code(module)
        ));
        let source = Source::new(format!("src/types/{module}.rs"), settings, docs.lines());
        let is_elsewhere = |id| homes.get(&id) != Some(&module);
        files.push(write(source, api, named, is_elsewhere)?);
    }
    Ok(files)
}

fn write(
    mut source: Source,
    api: &Api,
    mut all: Vec<&Named>,
    is_elsewhere: impl Fn(TypeId) -> bool,
) -> Result<(String, String), EmitError> {
    all.sort_by(|one, other| one.name.cmp(&other.name));
    source.gap();
    for line in uses(api, &all, is_elsewhere).lines() {
        source.line(&line);
    }
    for named in all {
        types::item(&mut source, api, named)?;
    }
    let path = source.path().to_owned();
    Ok((path, source.finish()))
}

fn uses(api: &Api, named: &[&Named], is_elsewhere: impl Fn(TypeId) -> bool) -> Imports {
    let mut imports = Imports::default();
    let add = |imports: &mut Imports, ty: &Type| {
        imports.add_type(ty);
        if let Some(id) = innermost(ty).filter(|id| is_elsewhere(*id)) {
            imports.add_named("super", &api.types.get(id).name);
        }
    };
    for named in named {
        match &named.def {
            Def::Identifier(_) => imports.add("crate::runtime", &["Id", "identifier"]),
            Def::Enum(_) if named.numbers => {
                imports.add("crate::runtime", &["UnknownNumber", "open_number"]);
            }
            Def::Enum(_) => imports.add("crate::runtime", &["UnknownValue", "open_enum"]),
            Def::Union(alternatives) => {
                imports.add("serde_json", &["Value"]);
                for one in alternatives {
                    add(&mut imports, &one.ty);
                }
                if named.sent {
                    imports.add("crate::runtime", &["union_sent"]);
                }
                if named.received {
                    imports.add("crate::runtime", &["union_received"]);
                }
            }
            Def::Struct(fields) => {
                imports.add("std::collections", &["BTreeMap"]);
                imports.add("serde_json", &["Value"]);
                for field in fields.iter().filter(|field| travels(named, field)) {
                    add(&mut imports, &field.ty);
                }
                imports.add("crate::runtime", &["object"]);
            }
        }
    }
    imports
}

/// The named type that lists and maps are of.
fn innermost(ty: &Type) -> Option<TypeId> {
    match ty {
        Type::List(inner) | Type::Map(inner) => innermost(inner),
        Type::Named(id) => Some(*id),
        _ => None,
    }
}
