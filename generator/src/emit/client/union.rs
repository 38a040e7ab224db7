//! Types that are one of several: an enum with a variant for each, and one for anything else.

use proc_macro2::TokenStream;
use quote::quote;

use super::docs::{Docs, code};
use super::rust_type::{held, ident};
use super::source::Source;
use crate::emit::EmitError;
use crate::model::{Alternative, Api, Named, Told, Type};

pub(super) fn union(
    source: &mut Source,
    api: &Api,
    named: &Named,
    docs: Docs,
    alternatives: &[Alternative],
) -> Result<(), EmitError> {
    let name = ident(&named.name);
    let docs = docs
        .paragraph("It is one of these, or anything else, which is kept and sent as it is.")
        .tokens();
    let variants = alternatives.iter().map(|one| {
        let (name, ty) = (ident(&one.name), held(api, &one.ty, &quote!()));
        let is_rest = one.told == Told::Object && alternatives.iter().any(is_tagged);
        let told = if is_rest {
            "Any other object.".to_owned()
        } else {
            told_docs(&one.told)
        };
        let docs = Docs::default().paragraph(told).tokens();
        quote!(#docs #name(#ty))
    });
    source.item(quote! {
        #docs
        #[derive(Clone, Debug, PartialEq)]
        #[allow(clippy::large_enum_variant, reason = "the types are as large as the service has them")]
        #[non_exhaustive]
        pub enum #name {
            #(#variants,)*
            /// Anything else, as it is.
            Other(Value),
        }
    })?;
    let mut seen: Vec<&Type> = vec![&Type::Any];
    for one in alternatives {
        if seen.contains(&&one.ty.value) {
            continue;
        }
        seen.push(&one.ty.value);
        source.item(conversion(api, named, one))?;
    }
    source.gap();
    if named.sent {
        let variants: Vec<_> = alternatives.iter().map(|one| one.name.clone()).collect();
        call(source, "union_sent", &named.name, &variants);
    }
    if named.received {
        let told = |one: &Alternative| format!("{} if {}", one.name, told(&one.told));
        let told: Vec<_> = alternatives.iter().map(told).collect();
        call(source, "union_received", &named.name, &told);
    }
    Ok(())
}

fn conversion(api: &Api, named: &Named, one: &Alternative) -> TokenStream {
    let (name, variant) = (ident(&named.name), ident(&one.name));
    let ty = held(api, &one.ty, &quote!());
    quote! {
        impl From<#ty> for #name {
            fn from(value: #ty) -> Self {
                Self::#variant(value)
            }
        }
    }
}

/// A call of a macro, broken where it is long.
fn call(source: &mut Source, called: &str, name: &str, items: &[String]) {
    let line = format!("{called}!({name} {{ {} }});", items.join(", "));
    if line.len() <= 100 {
        source.line(&line);
        return;
    }
    source.line(&format!("{called}!({name} {{"));
    for item in items {
        source.line(&format!("    {item},"));
    }
    source.line("});");
}

/// What tells of a variant, as the runtime has it.
fn told(told: &Told) -> String {
    match told {
        Told::Text => "Text".to_owned(),
        Told::Number => "Number".to_owned(),
        Told::Boolean => "Boolean".to_owned(),
        Told::List => "List".to_owned(),
        Told::Object => "Object".to_owned(),
        Told::Tag(field, tags) => format!("Tag({field:?}, &{tags:?})"),
        Told::Fields(fields) => format!("Fields(&{fields:?})"),
    }
}

fn is_tagged(one: &Alternative) -> bool {
    matches!(one.told, Told::Tag(..))
}

fn told_docs(told: &Told) -> String {
    let list = |texts: &[String], word: &str| {
        let texts: Vec<_> = texts.iter().map(|text| code(text)).collect();
        texts.join(word)
    };
    match told {
        Told::Text => "Text.".to_owned(),
        Told::Number => "A number.".to_owned(),
        Told::Boolean => "`true` or `false`.".to_owned(),
        Told::List => "A list.".to_owned(),
        Told::Object => "An object.".to_owned(),
        Told::Tag(field, tags) => {
            format!("An object whose {} is {}.", code(field), list(tags, " or "))
        }
        Told::Fields(fields) => format!("An object with {}.", list(fields, " and ")),
    }
}
