//! `src/types.rs`: identifiers, open enums, and structs.

use quote::quote;

use super::Choice;
use super::docs::{Docs, code};
use super::imports::Imports;
use super::object::{structure, travels};
use super::rust_type::ident;
use super::source::Source;
use super::union::union;
use super::values::open_enum;
use crate::emit::{EmitError, Settings};
use crate::model::{Api, Def, Named};

pub(super) fn types(
    api: &Api,
    settings: &Settings,
    choice: &dyn Choice,
) -> Result<Source, EmitError> {
    let docs = Docs::default().paragraph("The types of requests and replies.");
    let mut source = Source::new("src/types.rs", settings, docs.lines());
    let mut named: Vec<&Named> = api
        .types
        .iter()
        .map(|(_, named)| named)
        .filter(|named| (named.sent || named.received) && choice.has_type(named))
        .collect();
    named.sort_by(|one, other| one.name.cmp(&other.name));
    source.gap();
    for line in uses(&named).lines() {
        source.line(&line);
    }
    for named in named {
        match &named.def {
            Def::Identifier(spellings) => identifier(&mut source, named, spellings)?,
            Def::Enum(variants) => open_enum(&mut source, named, variants)?,
            Def::Struct(fields) => {
                structure(&mut source, api, named, fields, &struct_docs(api, named))?;
            }
            Def::Union(all) => union(&mut source, api, named, struct_docs(api, named), all)?,
        }
    }
    Ok(source)
}

fn uses(named: &[&Named]) -> Imports {
    let mut imports = Imports::default();
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
                    imports.add_type(&one.ty);
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
                    imports.add_type(&field.ty);
                }
                imports.add("crate::runtime", &["object"]);
            }
        }
    }
    imports
}

fn identifier(source: &mut Source, named: &Named, spellings: &[String]) -> Result<(), EmitError> {
    let name = ident(&named.name);
    let spellings: Vec<_> = spellings.iter().map(|spelling| code(spelling)).collect();
    let docs = Docs::default()
        .paragraph(format!(
            "An identifier: {} on the wire.",
            spellings.join(" or ")
        ))
        .paragraph(
            "It is made from a number or from text, keeps which of the two it was, and 64-bit \
             numbers stay exact.",
        )
        .tokens();
    source.item(quote! {
        #docs
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct #name(Id);
    })?;
    source.gap();
    source.line(&format!("identifier!({});", named.name));
    Ok(())
}

fn struct_docs(api: &Api, named: &Named) -> Docs {
    let docs = match &named.description {
        Some(text) => Docs::default().prose(text),
        None => Docs::default(),
    };
    let parts: Vec<&str> = named.place.iter().map(String::as_str).collect();
    let said = api.said_by_overlay(named.evidence);
    let docs = docs.paragraph(match parts.as_slice() {
        ["definition", name] if said.is_some() => format!("{} in the overlay.", code(name)),
        ["body", operation] => format!("The body of {}.", code(operation)),
        ["reply", operation, ..] => format!("What {} gives.", code(operation)),
        ["any", name] => format!("A {} of any kind.", code(name)),
        ["definition", name] => format!("{} in the document.", code(name)),
        [_, whole, .., part] => format!("{} in {}.", code(part), code(whole)),
        _ => "An object.".to_owned(),
    });
    docs.overlay(said)
}
