//! `src/types.rs`: identifiers, open enums, and structs.

use proc_macro2::TokenStream;
use quote::quote;

use super::Choice;
use super::docs::{Docs, code};
use super::imports::Imports;
use super::notes;
use super::rust_type::{held, ident, initializer, taken};
use super::source::Source;
use super::union::union;
use super::values::open_enum;
use crate::emit::{EmitError, Settings};
use crate::model::{Api, Def, Field, Named};

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
            Def::Struct(fields) => structure(&mut source, api, named, fields)?,
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
                for field in fields {
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

fn structure(
    source: &mut Source,
    api: &Api,
    named: &Named,
    fields: &[Field],
) -> Result<(), EmitError> {
    let name = ident(&named.name);
    let docs = struct_docs(api, named).tokens();
    let required: Vec<_> = fields
        .iter()
        .filter(|field| is_plain(named, field))
        .collect();
    let derives = [
        Some(quote!(Clone)),
        Some(quote!(Debug)),
        required.is_empty().then(|| quote!(Default)),
        Some(quote!(PartialEq)),
    ];
    let derives = derives.iter().flatten();
    let members = fields.iter().map(|field| member(api, named, field));
    source.item(quote! {
        #docs
        #[derive(#(#derives),*)]
        #[non_exhaustive]
        pub struct #name {
            #(#members,)*
            /// What else there is, by name; it travels as it is.
            pub extra: BTreeMap<String, Value>,
        }
    })?;
    if named.sent {
        constructors(source, api, named, fields)?;
    }
    source.gap();
    on_the_wire(source, named, fields);
    Ok(())
}

/// The names that the fields have on the wire, for the runtime to read and write them.
fn on_the_wire(source: &mut Source, named: &Named, fields: &[Field]) {
    let ways = match (named.sent, named.received) {
        (true, true) => "sent, received",
        (true, false) => "sent",
        (false, _) => "received",
    };
    let (required, optional): (Vec<&Field>, Vec<&Field>) =
        fields.iter().partition(|field| is_plain(named, field));
    let mut sets = vec![(format!("{}: {ways}", named.name), optional)];
    if !required.is_empty() {
        sets.push(("required".to_owned(), required));
    }
    let one_line: Vec<_> = sets
        .iter()
        .map(|(head, fields)| match fields.as_slice() {
            [] => format!("{head} {{}}"),
            fields => {
                let pairs: Vec<_> = fields.iter().map(|field| wire_pair(field)).collect();
                format!("{head} {{ {} }}", pairs.join(", "))
            }
        })
        .collect();
    let line = format!("object!({});", one_line.join(" "));
    if line.len() <= 100 {
        source.line(&line);
        return;
    }
    let mut line = "object!(".to_owned();
    for (head, fields) in &sets {
        source.line(&format!("{line}{head} {{"));
        for field in fields {
            source.line(&format!("    {},", wire_pair(field)));
        }
        line = "} ".to_owned();
    }
    source.line("});");
}

fn wire_pair(field: &Field) -> String {
    format!("{} = {:?}", ident(&field.name), field.wire)
}

fn has_preset(fields: &[Field]) -> bool {
    fields.iter().any(|field| field.preset.is_some())
}

/// Whether a field is there without an `Option`: it is only ever sent, and required.
fn is_plain(named: &Named, field: &Field) -> bool {
    field.required && !named.received
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

fn member(api: &Api, named: &Named, field: &Field) -> TokenStream {
    let name = ident(&field.name);
    let docs = notes::docs(&field.notes, &code(&field.wire)).tokens();
    let ty = field_type(api, field);
    if is_plain(named, field) {
        quote!(#docs pub #name: #ty)
    } else {
        quote!(#docs pub #name: Option<#ty>)
    }
}

fn field_type(api: &Api, field: &Field) -> TokenStream {
    let ty = held(api, &field.ty, &quote!());
    if field.boxed { quote!(Box<#ty>) } else { ty }
}

fn constructors(
    source: &mut Source,
    api: &Api,
    named: &Named,
    fields: &[Field],
) -> Result<(), EmitError> {
    let name = ident(&named.name);
    let required: Vec<_> = fields.iter().filter(|field| field.is_asked()).collect();
    let mut items = vec![new(source, api, named, fields, &required)?];
    items.extend(
        fields
            .iter()
            .filter(|field| !is_plain(named, field))
            .map(|field| {
                let name = ident(&field.name);
                let taken = taken(api, &field.ty, &quote!());
                let (ty, value) = (taken.ty, (taken.convert)(&name));
                let value = if field.boxed {
                    quote!(Box::new(#value))
                } else {
                    value
                };
                let docs = Docs::default()
                    .paragraph(format!("Sets [`{0}`](Self::{0}).", field.name))
                    .tokens();
                quote! {
                    #docs
                    #[must_use]
                    pub fn #name(mut self, #name: #ty) -> Self {
                        self.#name = Some(#value);
                        self
                    }
                }
            }),
    );
    source.implementation(&quote!(impl #name), items)
}

/// `new`: without arguments, with the one that is required, or with a literal of them.
fn new(
    source: &mut Source,
    api: &Api,
    named: &Named,
    fields: &[Field],
    required: &[&Field],
) -> Result<TokenStream, EmitError> {
    let value = |field: &Field, from: TokenStream| {
        let name = ident(&field.name);
        let from = if field.boxed {
            quote!(Box::new(#from))
        } else {
            from
        };
        if is_plain(named, field) {
            initializer(&name, &from)
        } else {
            quote!(#name: Some(#from))
        }
    };
    let unset = fields
        .iter()
        .filter(|field| !field.is_asked())
        .map(|field| {
            let name = ident(&field.name);
            match &field.preset {
                Some(preset) if is_plain(named, field) => quote!(#name: #preset.into()),
                Some(preset) => quote!(#name: Some(#preset.into())),
                None => quote!(#name: None),
            }
        });
    let (argument, values): (TokenStream, Vec<TokenStream>) = match required {
        [] if has_preset(fields) => {
            return Ok(quote! {
                /// One that says of which kind it is, for its setters to fill.
                #[must_use]
                pub fn new() -> Self {
                    Self { #(#unset,)* extra: BTreeMap::new() }
                }
            });
        }
        [] => {
            // A setter called `default` would be found first.
            let shadowed = fields.iter().any(|field| field.name == "default");
            let default = if shadowed {
                quote!(<Self as Default>::default())
            } else {
                quote!(Self::default())
            };
            return Ok(quote! {
                /// An empty one, for its setters to fill.
                #[must_use]
                pub fn new() -> Self { #default }
            });
        }
        [field] => {
            let name = ident(&field.name);
            let taken = taken(api, &field.ty, &quote!());
            let ty = taken.ty;
            (
                quote!(#name: #ty),
                vec![value(field, (taken.convert)(&name))],
            )
        }
        many => {
            let literal = ident(&format!("{}Args", named.name));
            let docs = Docs::default()
                .paragraph(format!("What [`{0}::new`] needs.", named.name))
                .tokens();
            let members = many.iter().map(|field| {
                let name = ident(&field.name);
                let docs = notes::docs(&field.notes, &code(&field.wire)).tokens();
                let ty = held(api, &field.ty, &quote!());
                quote!(#docs pub #name: #ty)
            });
            source.item(quote! {
                #docs
                #[derive(Clone, Debug)]
                pub struct #literal { #(#members),* }
            })?;
            let values = many.iter().map(|field| {
                let name = ident(&field.name);
                value(field, quote!(args.#name))
            });
            (quote!(args: #literal), values.collect())
        }
    };
    Ok(quote! {
        /// One with what is required.
        #[must_use]
        pub fn new(#argument) -> Self {
            Self { #(#values,)* #(#unset,)* extra: BTreeMap::new() }
        }
    })
}
