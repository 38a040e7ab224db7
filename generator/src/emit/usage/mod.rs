//! A program that uses all of a client, one use for each thing that a program can do with a public
//! item: call it, make it, take it apart, match it. It is made of the emitted code, so that a compiler
//! can say what another version of the client breaks, whatever a comparison believes.

mod calls;
mod names;

use std::collections::{BTreeSet, HashSet};

use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens, format_ident, quote};
use syn::{Attribute, Fields, ImplItem, Item};

use super::client::{self, All};
use super::surface::{expanded, files, has, is_public, owner, text};
use super::{EmitError, Settings};
use crate::model::Api;
use names::Names;

/// What the program calls the client.
pub const CRATE: &str = "client";

/// One use of a public item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Use {
    /// The item, as its [`Surface`](super::surface::Surface) has it.
    pub path: String,
    /// Other items that it takes to write it down.
    pub mentions: BTreeSet<String>,
    /// Items of Rust in one line, for a module of their own.
    pub code: String,
}

/// All uses of the client of an API.
///
/// # Errors
///
/// When the client can't be written.
pub fn usage(api: &Api, settings: &Settings) -> Result<Vec<Use>, EmitError> {
    let mut uses = Vec::new();
    for (module, file) in files(&client::modules(api, settings, &All)?)? {
        let mut walk = Walk {
            names: Names::of(&module, &file),
            prefix: match module.as_str() {
                "" => String::new(),
                module => format!("{module}::"),
            },
            uses: &mut uses,
            seen: HashSet::new(),
        };
        file.items.iter().for_each(|item| walk.item(item));
    }
    Ok(uses)
}

struct Walk<'u> {
    names: Names,
    prefix: String,
    uses: &'u mut Vec<Use>,
    /// The async and the blocking client have the same functions under different conditions.
    seen: HashSet<String>,
}

impl Walk<'_> {
    /// Writes a use down; what it says of the client is said as in the file.
    fn add(&mut self, path: &str, code: &TokenStream, this: Option<&TokenStream>) {
        let mut mentions = BTreeSet::new();
        let code = self.names.outside(code, this, &mut mentions);
        self.uses.push(Use {
            path: format!("{}{path}", self.prefix),
            mentions,
            code: code.to_string(),
        });
    }

    fn item(&mut self, item: &Item) {
        match item {
            Item::Fn(item) if is_public(&item.vis) => {
                let path = format!("{}()", item.sig.ident);
                let module = self.module();
                let callee = &item.sig.ident;
                let code = calls::function(&item.sig, &quote!(#module::#callee));
                self.add(&path, &code, None);
            }
            Item::Const(item) if is_public(&item.vis) => {
                let (name, ty, module) = (&item.ident, &item.ty, self.module());
                self.add(
                    &name.to_string(),
                    &quote!(const _: #ty = #module::#name;),
                    None,
                );
            }
            Item::Struct(item) if is_public(&item.vis) => self.structure(item),
            Item::Enum(item) if is_public(&item.vis) => self.enumeration(item),
            Item::Impl(item) => self.implementation(item),
            Item::Macro(item) => self.expansion(&item.mac),
            _ => {}
        }
    }

    /// The path of the file's module.
    fn module(&self) -> TokenStream {
        let root = Ident::new(CRATE, Span::call_site());
        let module = self.prefix.strip_suffix("::");
        let module = module.map(|module| Ident::new(module, Span::call_site()));
        let module = module.iter();
        quote!(::#root #(::#module)*)
    }

    fn structure(&mut self, item: &syn::ItemStruct) {
        let (name, fields) = (&item.ident, &item.fields);
        let path = name.to_string();
        let ty = concrete(name, &item.generics);
        self.add(&path, &quote!(pub fn __used(_: &#ty) {}), None);
        let is_open = has(&item.attrs, "non_exhaustive");
        match fields {
            Fields::Unit if !is_open => {
                self.add(&path, &quote!(pub fn __used() -> #ty { #name }), None);
            }
            Fields::Named(all) if !is_open && all.named.iter().all(|one| is_public(&one.vis)) => {
                let (names, types): (Vec<_>, Vec<_>) = all
                    .named
                    .iter()
                    .filter_map(|field| Some((field.ident.as_ref()?, &field.ty)))
                    .unzip();
                let values = numbered(names.len());
                let code = quote! {
                    pub fn __made(#(#values: #types),*) -> #ty { #name { #(#names: #values),* } }
                    pub fn __taken(value: #ty) -> (#(#types,)*) {
                        let #name { #(#names: #values),* } = value;
                        (#(#values,)*)
                    }
                };
                self.add(&path, &code, None);
            }
            _ => {}
        }
        for field in fields.iter().filter(|field| is_public(&field.vis)) {
            if let Some(ident) = &field.ident {
                let of = &field.ty;
                let code = quote! {
                    pub fn __read(value: #ty) -> #of { value.#ident }
                    pub fn __set(value: &mut #ty, new: #of) { value.#ident = new; }
                };
                self.add(&format!("{path}::{ident}"), &code, None);
            }
        }
        self.derives(&path, &ty, &item.attrs);
    }

    fn enumeration(&mut self, item: &syn::ItemEnum) {
        let name = &item.ident;
        let path = name.to_string();
        let ty = concrete(name, &item.generics);
        self.add(&path, &quote!(pub fn __used(_: &#ty) {}), None);
        for variant in &item.variants {
            let (ident, types) = (&variant.ident, variant.fields.iter().map(|field| &field.ty));
            let values = numbered(variant.fields.len());
            let types: Vec<_> = types.collect();
            let shape = if values.is_empty() {
                quote!(#name::#ident)
            } else {
                quote!(#name::#ident(#(#values),*))
            };
            let code = quote! {
                pub fn __made(#(#values: #types),*) -> #ty { #shape }
                pub fn __matched(value: #ty) {
                    match value { #shape => { #(let _: (#types) = #values;)* } _ => {} }
                }
            };
            self.add(&format!("{path}::{ident}"), &code, None);
        }
        if !has(&item.attrs, "non_exhaustive") {
            let variants = item.variants.iter().map(|variant| &variant.ident);
            let code = quote! {
                pub fn __matched(value: &#ty) { match value { #(#name::#variants { .. } => {})* } }
            };
            self.add(&path, &code, None);
        }
        self.derives(&path, &ty, &item.attrs);
    }

    fn derives(&mut self, name: &str, ty: &TokenStream, attributes: &[Attribute]) {
        for attribute in attributes.iter().filter(|a| a.path().is_ident("derive")) {
            // What the attribute holds is a list of paths.
            let _ = attribute.parse_nested_meta(|meta| {
                let path = format!("{name}: {}", text(&meta.path));
                self.implements(&path, ty, &meta.path.to_token_stream());
                Ok(())
            });
        }
    }

    /// A type has a trait.
    fn implements(&mut self, path: &str, ty: &TokenStream, of: &TokenStream) {
        let of = match of.to_string().as_str() {
            "Debug" => quote!(::std::fmt::Debug),
            "Hash" => quote!(::std::hash::Hash),
            "Serialize" => quote!(::serde::Serialize),
            "Deserialize" => quote!(::serde::de::DeserializeOwned),
            _ => of.clone(),
        };
        let code = quote! {
            fn __needs<__T: #of>() {}
            pub fn __has() { __needs::<#ty>() }
        };
        self.add(path, &code, None);
    }

    fn implementation(&mut self, item: &syn::ItemImpl) {
        let Some(name) = owner(&item.self_ty) else {
            return;
        };
        let this = item.self_ty.to_token_stream();
        if let Some((of, _)) = &item.trait_
            && of
                .segments
                .last()
                .is_none_or(|last| last.ident != "Operation")
        {
            let path = format!("{name}: {}", text(of));
            self.implements(&path, &this, &of.to_token_stream());
        }
        let outside = self
            .names
            .outside(&item.self_ty, None, &mut BTreeSet::new());
        for part in &item.items {
            match part {
                ImplItem::Fn(method) if is_public(&method.vis) => {
                    let path = format!("{name}::{}()", method.sig.ident);
                    if self.seen.insert(path.clone()) {
                        let code = calls::method(&item.generics, &method.sig);
                        self.add(&path, &code, Some(&outside));
                    }
                }
                ImplItem::Type(part) => {
                    let (ident, ty) = (&part.ident, &part.ty);
                    let code = quote! {
                        pub fn __used(value: <#this as Operation>::#ident) -> #ty { value }
                    };
                    self.add(&format!("{name}::{ident}"), &code, None);
                }
                _ => {}
            }
        }
    }

    /// What the macros of the runtime give to a type.
    fn expansion(&mut self, call: &syn::Macro) {
        let (Some(which), Some(proc_macro2::TokenTree::Ident(name))) = (
            call.path.segments.last(),
            call.tokens.clone().into_iter().next(),
        ) else {
            return;
        };
        let ty = quote!(#name);
        let traits = match which.ident.to_string().as_str() {
            "identifier" | "open_enum" => vec![
                ("", quote!(From<&'static str>)),
                ("", quote!(From<String>)),
                ("", quote!(::std::str::FromStr)),
                ("", quote!(::std::fmt::Display)),
                ("", quote!(Serialize)),
                ("", quote!(Deserialize)),
            ],
            "open_number" => vec![
                ("", quote!(From<i64>)),
                ("", quote!(::std::fmt::Display)),
                ("", quote!(Serialize)),
                ("", quote!(Deserialize)),
            ],
            _ => Vec::new(),
        };
        for (name, of) in expanded(call) {
            let bound = format_ident!("{of}");
            self.implements(&format!("{name}: {of}"), &ty, &quote!(#bound));
        }
        for (what, of) in traits {
            self.implements(&format!("{name}{what}"), &ty, &of);
        }
    }
}

/// A type with something for its parameters, which all are the way in which calls are sent.
fn concrete(name: &Ident, generics: &syn::Generics) -> TokenStream {
    let root = Ident::new(CRATE, Span::call_site());
    let parameters = generics.type_params().map(|_| quote!(::#root::Detached));
    if generics.params.is_empty() {
        quote!(#name)
    } else {
        quote!(#name<#(#parameters),*>)
    }
}

/// Names for values, which nothing in a client is called.
fn numbered(count: usize) -> Vec<Ident> {
    (0..count)
        .map(|number| format_ident!("__{number}"))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The uses of a file of a client, in the way of the surface, with their code.
    fn uses(module: &str, code: &str) -> Vec<(String, String)> {
        let file = syn::parse_file(code).expect("Rust");
        let mut uses = Vec::new();
        let mut walk = Walk {
            names: Names::of(module, &file),
            prefix: format!("{module}::"),
            uses: &mut uses,
            seen: HashSet::new(),
        };
        file.items.iter().for_each(|item| walk.item(item));
        for one in &uses {
            let code = syn::parse_file(&one.code);
            assert!(code.is_ok(), "{}: {}", one.path, one.code);
        }
        uses.into_iter().map(|one| (one.path, one.code)).collect()
    }

    #[test]
    fn what_a_program_can_do_with_an_item() {
        for (code, path, expected) in [
            (
                "use crate::runtime::Call; pub struct List; impl<Via: Clone> Pets<Via> { \
                 pub fn list(&self, id: u8) -> Call<List, Via> { todo!() } } pub struct Pets<Via> { via: Via }",
                "pets::Pets::list()",
                "pub fn __used < Via : Clone , > (__this : & client :: pets :: Pets < Via > , __0 : u8) \
                 -> client :: runtime :: Call < client :: pets :: List , Via > { __this . list (__0) }",
            ),
            (
                "pub struct Args { pub types: String }",
                "pets::Args",
                "pub fn __made (__0 : String) -> client :: pets :: Args { client :: pets :: Args { types : __0 } }",
            ),
            (
                "#[non_exhaustive] pub struct Pet { pub age: Option<i32>, secret: () }",
                "pets::Pet::age",
                "pub fn __read (value : client :: pets :: Pet) -> Option < i32 > { value . age }",
            ),
            (
                "#[derive(Debug)] pub struct Pet(());",
                "pets::Pet: Debug",
                "pub fn __has () { __needs :: < client :: pets :: Pet > () }",
            ),
            (
                "#[non_exhaustive] pub enum Kind { Cat, Other(Value) } use serde_json::Value;",
                "pets::Kind::Other",
                "pub fn __made (__0 : serde_json :: Value) -> client :: pets :: Kind",
            ),
            (
                "pub enum Kind { Cat, Dog }",
                "pets::Kind",
                "match value { client :: pets :: Kind :: Cat { .. } => { }",
            ),
            (
                "use super::Cat; #[non_exhaustive] pub struct Pet { pub cat: Cat }",
                "pets::Pet::cat",
                "-> client :: pets :: Cat { value . cat }",
            ),
            (
                "use crate::runtime::{self, Call}; impl List { pub fn get(&self) -> runtime::Download {} }",
                "pets::List::get()",
                "-> client :: runtime :: Download",
            ),
            (
                "union_sent!(Kind { Cat }); pub enum Kind { Cat }",
                "pets::Kind: Serialize",
                "fn __needs < __T : :: serde :: Serialize >",
            ),
        ] {
            let uses = uses("pets", code);
            let found = uses
                .iter()
                .find(|(of, code)| of == path && code.contains(expected));
            assert!(found.is_some(), "{path}: {expected}\n{uses:#?}");
        }
    }

    #[test]
    fn what_takes_anything_of_a_kind_is_given_anything_of_it() {
        let code =
            "impl List { pub fn new(ids: impl IntoIterator<Item = impl Into<String>>) -> Self {} }";
        let [(_, code)] = uses("pets", code).try_into().expect("one use");
        assert!(
            code.starts_with(
                "pub fn __used < __T0 : Into < String > , __T1 : IntoIterator < Item = __T0 > , >"
            ),
            "{code}"
        );
    }
}
