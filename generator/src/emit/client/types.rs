//! Identifiers, open enums, and structs.

use quote::quote;

use super::docs::{Docs, code};
use super::object::structure;
use super::rust_type::ident;
use super::source::Source;
use super::union::union;
use super::values::open_enum;
use crate::emit::EmitError;
use crate::model::{Api, Def, Named};

/// Writes a type.
pub(super) fn item(source: &mut Source, api: &Api, named: &Named) -> Result<(), EmitError> {
    match &named.def {
        Def::Identifier(spellings) => identifier(source, named, spellings),
        Def::Enum(variants) => open_enum(source, named, variants),
        Def::Struct(fields) => structure(source, api, named, fields, &struct_docs(api, named)),
        Def::Union(all) => union(source, api, named, struct_docs(api, named), all),
    }
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
