//! Lists of values as open enums, of texts or of whole numbers.

use quote::quote;

use super::docs::{Docs, code};
use super::rust_type::ident;
use super::source::Source;
use crate::emit::EmitError;
use crate::model::{Named, Variant};

pub(super) fn open_enum(
    source: &mut Source,
    named: &Named,
    variants: &[Variant],
) -> Result<(), EmitError> {
    let name = ident(&named.name);
    let heading = match &named.description {
        Some(text) => Docs::default().prose(text),
        None => Docs::default().paragraph(format!("The values of {}.", code(wire_name(named)))),
    };
    let docs = heading
        .paragraph("The list is open: a value that is not in it is kept, and sent as it is.")
        .tokens();
    let items = variants.iter().map(|variant| {
        let name = ident(&variant.name);
        let docs = Docs::default().paragraph(code(&variant.wire));
        let docs = match &variant.description {
            Some(text) => docs.prose(text),
            None => docs,
        };
        let docs = docs.tokens();
        quote!(#docs #name)
    });
    let (unknown, called) = if named.numbers {
        (quote!(UnknownNumber), "open_number")
    } else {
        (quote!(UnknownValue), "open_enum")
    };
    source.item(quote! {
        #docs
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        pub enum #name {
            #(#items,)*
            /// Any other value.
            Unknown(#unknown),
        }
    })?;
    source.gap();
    let pairs: Vec<_> = variants
        .iter()
        .map(|variant| {
            if named.numbers {
                format!("{} = {}", variant.name, variant.wire)
            } else {
                format!("{} = {:?}", variant.name, variant.wire)
            }
        })
        .collect();
    let line = format!("{called}!({} {{ {} }});", named.name, pairs.join(", "));
    if line.len() <= 100 {
        source.line(&line);
    } else {
        source.line(&format!("{called}!({} {{", named.name));
        for pair in &pairs {
            source.line(&format!("    {pair},"));
        }
        source.line("});");
    }
    Ok(())
}

/// The last part of the place of a type on the wire.
fn wire_name(named: &Named) -> &str {
    named.place.last().map_or("", String::as_str)
}
