//! Types of the model as Rust: how a field holds them, how a setter takes them.

use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;

use crate::model::{Api, Def, Type, Width};

/// A name that was decided in the plan of names.
pub(super) fn ident(name: &str) -> Ident {
    Ident::new(name, Span::call_site())
}

/// The type as a field holds it; `path` leads to the types with names.
pub(super) fn held(api: &Api, ty: &Type, path: &TokenStream) -> TokenStream {
    match ty {
        Type::Any => quote!(Value),
        Type::Text => quote!(String),
        Type::Boolean => quote!(bool),
        Type::Integer(Width::Bits32) => quote!(i32),
        Type::Integer(Width::Bits64) => quote!(i64),
        Type::Number => quote!(f64),
        Type::Integer(Width::Unsigned64) => quote!(u64),
        Type::Timestamp => quote!(Timestamp),
        Type::Base64 => quote!(Base64),
        Type::SecretText => quote!(SecretText),
        Type::Date => quote!(Date),
        // With its module, so that a request can be called `Upload` too.
        Type::File => quote!(runtime::Upload),
        Type::List(inner) => {
            let inner = held(api, inner, path);
            quote!(Vec<#inner>)
        }
        Type::Map(inner) => {
            let inner = held(api, inner, path);
            quote!(BTreeMap<String, #inner>)
        }
        Type::Named(id) => {
            let name = ident(&api.types.get(*id).name);
            quote!(#path #name)
        }
    }
}

/// How a value is taken from the caller.
pub(super) struct Taken {
    /// The type of the argument.
    pub(super) ty: TokenStream,
    /// The conversion of the argument `name` to what is held.
    pub(super) convert: fn(&Ident) -> TokenStream,
}

/// How a setter takes a value: text and times from whatever turns into them, identifiers only as
/// themselves, so that two of them can't be swapped.
pub(super) fn taken(api: &Api, ty: &Type, path: &TokenStream) -> Taken {
    let held = held(api, ty, path);
    match ty {
        Type::List(inner) => {
            // A list in a list is taken as it is held: one level of conversion is enough.
            let item = match &**inner {
                Type::List(_) => self::held(api, inner, path),
                _ => taken(api, inner, path).ty,
            };
            Taken {
                ty: quote!(impl IntoIterator<Item = #item>),
                convert: if converts(api, inner) {
                    |name| quote!(#name.into_iter().map(Into::into).collect())
                } else {
                    |name| quote!(#name.into_iter().collect())
                },
            }
        }
        _ if converts(api, ty) => Taken {
            ty: quote!(impl Into<#held>),
            convert: |name| quote!(#name.into()),
        },
        _ => Taken {
            ty: held,
            convert: |name| quote!(#name),
        },
    }
}

fn converts(api: &Api, ty: &Type) -> bool {
    match ty {
        Type::Text
        | Type::Any
        | Type::Timestamp
        | Type::Date
        | Type::Base64
        | Type::SecretText
        | Type::File => true,
        Type::Named(id) => {
            let named = api.types.get(*id);
            match named.def {
                // A number is no name of a value, so that one says which value it is.
                Def::Enum(_) => !named.numbers,
                Def::Union(_) => true,
                _ => false,
            }
        }
        _ => false,
    }
}

/// A field of a struct literal, in short where the value has the field's name.
pub(super) fn initializer(name: &Ident, value: &TokenStream) -> TokenStream {
    if *name == value.to_string() {
        quote!(#name)
    } else {
        quote!(#name: #value)
    }
}
