//! Objects as structs: their members, what makes them, and their setters.

use proc_macro2::TokenStream;
use quote::quote;

use super::docs::{Docs, code};
use super::notes;
use super::rust_type::{held, ident, initializer, taken};
use super::source::Source;
use crate::emit::EmitError;
use crate::model::{Access, Api, Field, Named, Type};

/// A struct, what makes one, and what reads one.
pub(super) fn structure(
    source: &mut Source,
    api: &Api,
    named: &Named,
    fields: &[Field],
    docs: &Docs,
) -> Result<(), EmitError> {
    let name = ident(&named.name);
    let docs = docs.tokens();
    let fields: Vec<&Field> = fields
        .iter()
        .filter(|field| travels(named, field))
        .collect();
    let fields = fields.as_slice();
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
fn on_the_wire(source: &mut Source, named: &Named, fields: &[&Field]) {
    let written: Vec<&Field> = fields
        .iter()
        .copied()
        .filter(|field| field.access != Access::ReadOnly)
        .collect();
    // What is there without an `Option` is always written, and so is what says `null` without a value.
    let (always, optional): (Vec<&Field>, Vec<&Field>) = written
        .iter()
        .copied()
        .partition(|field| is_plain(named, field) || says_null(field));
    let is_one = always.is_empty() && written.len() == fields.len();
    if named.sent && named.received && is_one {
        return object(
            source,
            &format!("{}: sent, received", named.name),
            fields,
            &[],
        );
    }
    if named.sent {
        object(source, &format!("{}: sent", named.name), &optional, &always);
    }
    if named.received {
        object(source, &format!("{}: received", named.name), fields, &[]);
    }
}

fn object(source: &mut Source, head: &str, optional: &[&Field], required: &[&Field]) {
    let mut sets = vec![(head, optional)];
    if !required.is_empty() {
        sets.push(("required", required));
    }
    let one_line: Vec<_> = sets
        .iter()
        .map(|(head, fields)| match fields {
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
        for field in *fields {
            source.line(&format!("    {},", wire_pair(field)));
        }
        line = String::from("} ");
    }
    source.line("});");
}

fn wire_pair(field: &Field) -> String {
    format!("{} = {:?}", ident(&field.name), field.wire)
}

fn has_preset(fields: &[&Field]) -> bool {
    fields.iter().any(|field| field.preset.is_some())
}

/// Whether a field is of any use: what the service alone sets is none in what is only sent.
pub(super) fn travels(named: &Named, field: &Field) -> bool {
    (named.sent && field.access != Access::ReadOnly)
        || (named.received && field.access != Access::WriteOnly)
}

/// Whether a field is sent even where it says nothing: as `null`.
fn says_null(field: &Field) -> bool {
    field.nullable && field.is_asked()
}

/// Whether a field is there without an `Option`: it is only ever sent, and required.
fn is_plain(named: &Named, field: &Field) -> bool {
    field.required && !named.received
}

fn member(api: &Api, named: &Named, field: &Field) -> TokenStream {
    let name = ident(&field.name);
    let docs = notes::docs(&field.notes, &code(&field.wire)).tokens();
    let ty = field_type(api, field);
    if is_plain(named, field) && !says_null(field) {
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
    fields: &[&Field],
) -> Result<(), EmitError> {
    let name = ident(&named.name);
    let required: Vec<_> = fields
        .iter()
        .copied()
        .filter(|field| field.is_asked())
        .collect();
    let mut items = vec![new(source, api, named, fields, &required)?];
    for field in fields {
        if !is_plain(named, field) && field.access != Access::ReadOnly {
            items.push(setter(api, field));
            items.extend(null(fields, field));
        }
    }
    source.implementation(&quote!(impl #name), items)?;
    // Nothing derives it where a field that says the kind is plain.
    if required.is_empty() && fields.iter().any(|field| is_plain(named, field)) {
        let default = quote!(
            fn default() -> Self {
                Self::new()
            }
        );
        source.implementation(&quote!(impl Default for #name), vec![default])?;
    }
    Ok(())
}

fn setter(api: &Api, field: &Field) -> TokenStream {
    let (name, wire) = (ident(&field.name), &field.wire);
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
    let no_null = has_null(field).then(|| quote!(self.extra.remove(#wire);));
    quote! {
        #docs
        #[must_use]
        pub fn #name(mut self, #name: #ty) -> Self {
            #no_null
            self.#name = Some(#value);
            self
        }
    }
}

/// Whether `null` is sent by a method of its own.
fn has_null(field: &Field) -> bool {
    field.nullable && !field.required && field.ty.value != Type::Any
}

/// The method that sends `null`, unless there is a field whose setter is called so.
fn null(fields: &[&Field], field: &Field) -> Option<TokenStream> {
    let called = format!("null_{}", field.name);
    if !has_null(field) || fields.iter().any(|other| other.name == called) {
        return None;
    }
    let (method, name, wire) = (ident(&called), ident(&field.name), &field.wire);
    let docs = Docs::default()
        .paragraph(format!(
            "Sends `null` as [`{0}`](Self::{0}), which is not the same as leaving it out.",
            field.name
        ))
        .tokens();
    Some(quote! {
        #docs
        #[must_use]
        pub fn #method(mut self) -> Self {
            self.#name = None;
            self.extra.insert(#wire.to_owned(), Value::Null);
            self
        }
    })
}

/// `new`: without arguments, with the one that is required, or with a literal of them.
fn new(
    source: &mut Source,
    api: &Api,
    named: &Named,
    fields: &[&Field],
    required: &[&Field],
) -> Result<TokenStream, EmitError> {
    let value = |field: &Field, from: TokenStream| {
        let name = ident(&field.name);
        let from = match (field.boxed, says_null(field)) {
            (true, true) => quote!(#from.map(Box::new)),
            (true, false) => quote!(Box::new(#from)),
            (false, _) => from,
        };
        if is_plain(named, field) || says_null(field) {
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
        [field] if says_null(field) => {
            let name = ident(&field.name);
            let ty = held(api, &field.ty, &quote!());
            (
                quote!(#name: Option<#ty>),
                vec![value(field, quote!(#name))],
            )
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
                let ty = if says_null(field) {
                    quote!(Option<#ty>)
                } else {
                    ty
                };
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
