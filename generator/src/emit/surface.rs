//! What a program that uses the client can name, with its signature: what the difference between two
//! versions means in Rust is read from the emitted code, and not decided a second time.

mod compare;
mod parts;

use std::collections::BTreeMap;

use proc_macro2::TokenTree;
use quote::ToTokens;
use syn::{Attribute, Fields, ImplItem, Item as Syntax, Type, Visibility};

use super::{EmitError, Settings, client};
use crate::model::Api;
pub use compare::{SurfaceChange, compare};
pub use parts::surfaces;

/// Public items by path, such as `organizers::Organizers::list()`.
pub type Surface = BTreeMap<String, Item>;

/// A public item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// What it is, as Rust says it, without documentation and without bodies.
    pub signature: String,
    /// The same without arguments.
    shape: String,
    /// The types of the arguments, whose names callers do not write.
    takes: Vec<String>,
    /// Whether one more part below it breaks programs: a struct that is written as a literal, or an
    /// enum that is matched without a last arm.
    pub is_exhaustive: bool,
    /// Whether programs are told to move away from it.
    pub is_deprecated: bool,
}

/// The surface of the client of an API. The runtime, which every client has alike, is not in it. To
/// compare two of them, [`surfaces`] is faster.
///
/// # Errors
///
/// When the client can't be written.
pub fn surface(api: &Api, settings: &Settings) -> Result<Surface, EmitError> {
    read(&client::modules(api, settings, &client::All)?)
}

/// Whether each group of the client is a feature, which a program can leave out.
#[must_use]
pub fn has_group_features(api: &Api) -> bool {
    client::has_features(api)
}

/// The surface of some files of a client.
fn read(texts: &[(String, String)]) -> Result<Surface, EmitError> {
    let mut surface = Surface::new();
    for (module, file) in files(texts)? {
        let prefix = match module.as_str() {
            "" => String::new(),
            module => format!("{module}::"),
        };
        let mut walk = Walk {
            prefix,
            surface: &mut surface,
        };
        file.items.iter().for_each(|item| walk.item(item));
    }
    Ok(surface)
}

/// The files of a client by module, which is empty for the root.
pub(super) fn files(texts: &[(String, String)]) -> Result<Vec<(String, syn::File)>, EmitError> {
    let file = |(path, text): &(String, String)| {
        let file = syn::parse_file(text).map_err(|error| EmitError {
            what: path.clone(),
            message: error.to_string(),
        })?;
        let module = path.trim_start_matches("src/").trim_end_matches(".rs");
        // Types are named alike, whichever file they live in.
        let module = match module.split_once('/') {
            Some((parent, _)) => parent,
            None if module == "lib" => "",
            None => module,
        };
        Ok((module.to_owned(), file))
    };
    texts.iter().map(file).collect()
}

struct Walk<'s> {
    prefix: String,
    surface: &'s mut Surface,
}

impl Walk<'_> {
    fn add(&mut self, path: &str, signature: impl ToTokens, attributes: &[Attribute]) {
        let signature = text(signature);
        let item = Item {
            shape: signature.clone(),
            takes: Vec::new(),
            signature,
            is_exhaustive: false,
            is_deprecated: has(attributes, "deprecated"),
        };
        let path = format!("{}{path}", self.prefix);
        // The async and the blocking client have the same methods under different conditions.
        self.surface.entry(path).or_insert(item);
    }

    fn function(&mut self, path: &str, signature: &syn::Signature, attributes: &[Attribute]) {
        self.add(path, signature, attributes);
        let mut shape = signature.clone();
        let (typed, rest): (Vec<_>, Vec<_>) = signature
            .inputs
            .iter()
            .cloned()
            .partition(|argument| matches!(argument, syn::FnArg::Typed(_)));
        shape.inputs = rest.into_iter().collect();
        if let Some(item) = self.surface.get_mut(&format!("{}{path}", self.prefix)) {
            item.shape = text(shape);
            item.takes = typed
                .iter()
                .filter_map(|argument| match argument {
                    syn::FnArg::Typed(argument) => Some(text(&argument.ty)),
                    syn::FnArg::Receiver(_) => None,
                })
                .collect();
        }
    }

    fn exhaustive(&mut self, path: &str, yes: bool) {
        if let Some(item) = self.surface.get_mut(&format!("{}{path}", self.prefix)) {
            item.is_exhaustive = yes;
        }
    }

    fn item(&mut self, item: &Syntax) {
        match item {
            Syntax::Fn(item) if is_public(&item.vis) => {
                // A module may have the same name, and a field that of its setter.
                self.function(&format!("{}()", item.sig.ident), &item.sig, &item.attrs);
            }
            Syntax::Const(item) if is_public(&item.vis) => {
                let ty = &item.ty;
                self.add(
                    &item.ident.to_string(),
                    quote::quote!(const #ty),
                    &item.attrs,
                );
            }
            Syntax::Struct(item) if is_public(&item.vis) => {
                let (name, generics) = (item.ident.to_string(), &item.generics);
                self.add(&name, quote::quote!(struct #generics), &item.attrs);
                self.derives(&name, &item.attrs);
                let all_public = item.fields.iter().all(|field| is_public(&field.vis));
                let is_named = matches!(item.fields, Fields::Named(_));
                self.exhaustive(
                    &name,
                    is_named && all_public && !has(&item.attrs, "non_exhaustive"),
                );
                for field in item.fields.iter().filter(|field| is_public(&field.vis)) {
                    if let Some(ident) = &field.ident {
                        self.add(&format!("{name}::{ident}"), &field.ty, &field.attrs);
                    }
                }
            }
            Syntax::Enum(item) if is_public(&item.vis) => {
                let (name, generics) = (item.ident.to_string(), &item.generics);
                self.add(&name, quote::quote!(enum #generics), &item.attrs);
                self.derives(&name, &item.attrs);
                self.exhaustive(&name, !has(&item.attrs, "non_exhaustive"));
                for variant in &item.variants {
                    let path = format!("{name}::{}", variant.ident);
                    self.add(&path, &variant.fields, &variant.attrs);
                }
            }
            Syntax::Impl(item) => self.implementation(item),
            Syntax::Macro(item) => self.expansion(&item.mac),
            _ => {}
        }
    }

    fn expansion(&mut self, call: &syn::Macro) {
        for (name, of) in expanded(call) {
            self.add(&format!("{name}: {of}"), "", &[]);
        }
    }

    fn derives(&mut self, name: &str, attributes: &[Attribute]) {
        for attribute in attributes.iter().filter(|a| a.path().is_ident("derive")) {
            // What the attribute holds is a list of paths.
            let _ = attribute.parse_nested_meta(|meta| {
                self.add(&format!("{name}: {}", text(meta.path)), "", &[]);
                Ok(())
            });
        }
    }

    fn implementation(&mut self, item: &syn::ItemImpl) {
        let Some(name) = owner(&item.self_ty) else {
            return;
        };
        if let Some((of, _)) = &item.trait_
            && of
                .segments
                .last()
                .is_none_or(|last| last.ident != "Operation")
        {
            self.add(&format!("{name}: {}", text(of)), "", &[]);
        }
        for part in &item.items {
            match part {
                ImplItem::Fn(method) if is_public(&method.vis) => {
                    let path = format!("{name}::{}()", method.sig.ident);
                    self.function(&path, &method.sig, &method.attrs);
                }
                ImplItem::Type(part) => {
                    self.add(&format!("{name}::{}", part.ident), &part.ty, &part.attrs);
                }
                ImplItem::Const(part) if is_public(&part.vis) => {
                    self.add(&format!("{name}::{}", part.ident), &part.ty, &part.attrs);
                }
                _ => {}
            }
        }
    }
}

/// What is public to other crates.
pub(super) fn is_public(visibility: &Visibility) -> bool {
    matches!(visibility, Visibility::Public(_))
}

pub(super) fn has(attributes: &[Attribute], name: &str) -> bool {
    attributes
        .iter()
        .any(|attribute| attribute.path().is_ident(name))
}

/// The type that an implementation is about: the operation, for a call of one.
pub(super) fn owner(ty: &Type) -> Option<String> {
    let Type::Path(path) = ty else { return None };
    let last = path.path.segments.last()?;
    if last.ident == "Call"
        && let syn::PathArguments::AngleBracketed(arguments) = &last.arguments
        && let Some(syn::GenericArgument::Type(first)) = arguments.args.first()
    {
        return owner(first);
    }
    Some(last.ident.to_string())
}

/// Tokens as a person writes them, nearly.
pub(super) fn text(tokens: impl ToTokens) -> String {
    let mut text = tokens.to_token_stream().to_string();
    for (spaced, tight) in [
        (" :: ", "::"),
        (" < ", "<"),
        ("< ", "<"),
        (" >", ">"),
        (" ,", ","),
        ("& ", "&"),
        (" (", "("),
        (" :", ":"),
    ] {
        text = text.replace(spaced, tight);
    }
    text
}

/// What a macro of the runtime gives to a type, and not to all of its kind.
pub(super) fn expanded(call: &syn::Macro) -> Vec<(String, &'static str)> {
    let of = call.path.segments.last().map(|last| last.ident.to_string());
    let mut words = call
        .tokens
        .clone()
        .into_iter()
        .filter_map(|token| match token {
            TokenTree::Ident(word) => Some(word.to_string()),
            _ => None,
        });
    let Some(name) = words.next() else {
        return Vec::new();
    };
    let of: Vec<&str> = match of.as_deref() {
        Some("union_sent") => vec!["Serialize"],
        Some("union_received") => vec!["Deserialize"],
        Some("object") => words
            .filter_map(|word| match word.as_str() {
                "sent" => Some("Serialize"),
                "received" => Some("Deserialize"),
                _ => None,
            })
            .collect(),
        _ => Vec::new(),
    };
    of.into_iter().map(|of| (name.clone(), of)).collect()
}
