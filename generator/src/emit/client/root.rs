//! `src/lib.rs`: the modules, what is used most, and the ways to begin a call.

use std::collections::HashMap;

use proc_macro2::TokenStream;
use quote::quote;

use super::credentials::Credentials;
use super::docs::Docs;
use super::login;
use super::parts;
use super::rust_type::ident;
use super::schemes;
use super::source::Source;
use crate::emit::{EmitError, Settings};
use crate::model::{Api, Def, Group, Reply, Type};

/// What is used most, at the root.
const REEXPORTS: [&str; 18] = [
    "#[doc(no_inline)]",
    "pub use runtime::{",
    "    Base64, Body, Call, Date, Detached, Error, Outcome, Secret, SecretText, Timestamp,",
    "};",
    "#[cfg(feature = \"reqwest\")]",
    "#[doc(inline)]",
    "pub use runtime::{Client, ClientBuilder};",
    "#[cfg(feature = \"blocking\")]",
    "#[doc(inline)]",
    "pub use runtime::blocking;",
    "#[cfg(all(feature = \"mock\", any(feature = \"reqwest\", feature = \"blocking\")))]",
    "#[doc(inline)]",
    "pub use runtime::mock;",
    "#[cfg(all(feature = \"oauth2\", any(feature = \"reqwest\", feature = \"blocking\")))]",
    "#[doc(inline)]",
    "pub use runtime::oauth2;",
    "#[doc(no_inline)]",
    "pub use serde_json::Value;",
];

/// Whether a caller is given files.
fn gives_files(api: &Api) -> bool {
    api.operations()
        .any(|operation| matches!(operation.reply, Reply::Bytes(_)))
}

/// Whether a caller brings files.
fn takes_files(api: &Api) -> bool {
    let mut parameters = api.operations().flat_map(|operation| &operation.parameters);
    parameters.any(|parameter| match &parameter.ty.value {
        Type::File => true,
        Type::List(item) => **item == Type::File,
        _ => false,
    })
}

/// Lints of clippy about names, the names, and why they stand.
const UNEXPECTED: [(&str, &[&str], &str); 2] = [
    (
        "disallowed_names",
        &["foo", "baz", "quux"],
        "The API has names that clippy expects in examples alone.",
    ),
    (
        "should_implement_trait",
        &[
            "add",
            "as_mut",
            "as_ref",
            "bitand",
            "bitor",
            "bitxor",
            "borrow",
            "borrow_mut",
            "clone",
            "cmp",
            "default",
            "deref",
            "deref_mut",
            "div",
            "drop",
            "eq",
            "from_iter",
            "from_str",
            "hash",
            "index",
            "index_mut",
            "into_iter",
            "mul",
            "neg",
            "next",
            "not",
            "rem",
            "shl",
            "shr",
            "sub",
        ],
        "The API has names that traits of Rust have too.",
    ),
];

pub(super) fn root(api: &Api, settings: &Settings) -> Result<Source, EmitError> {
    let mut source = Source::new("src/lib.rs", settings, &[]);
    // The front page is the README, so that its examples are compiled.
    source.line("#![doc = include_str!(\"../README.md\")]");
    source.line("#![forbid(unsafe_code)]");
    source.line("#![deny(missing_docs)]");
    source.line("#![cfg_attr(docsrs, feature(doc_cfg))]");
    for (lint, names, why) in UNEXPECTED {
        if has_one_of(api, names) {
            source.line(&format!("#![allow(clippy::{lint})] // {why}"));
        }
    }
    if is_deep(api) {
        source.line("#![allow(clippy::type_complexity)] // The API has maps of maps of maps.");
    }
    source.gap();
    modules(&mut source, api);
    source.gap();
    for line in REEXPORTS {
        source.line(line);
    }
    let files = match (gives_files(api), takes_files(api)) {
        (true, true) => Some("pub use runtime::{Download, Upload};"),
        (true, false) => Some("pub use runtime::Download;"),
        (false, true) => Some("pub use runtime::Upload;"),
        (false, false) => None,
    };
    if let Some(line) = files {
        source.line("#[doc(no_inline)]");
        source.line(line);
    }
    constants(&mut source, api)?;
    login::constants(&mut source, api)?;
    client(&mut source, api)?;
    schemes::setters(&mut source, api)?;
    for group in &api.groups {
        let (module, name) = (ident(&group.module), ident(&group.type_name));
        let condition = parts::condition(api, group);
        let docs = Docs::default()
            .paragraph(format!(
                "The operations of [`{0}`](mod@{0}), without a client.",
                group.module
            ))
            .paragraph(
                "A call that begins here is written by [`Call::http_request`] and read by \
                 [`Call::read`], for any HTTP stack.",
            )
            .tokens();
        source.item(quote! {
            #docs
            #condition
            #[must_use]
            pub fn #module() -> #module::#name<Detached> { #module::#name::new(Detached) }
        })?;
    }
    Ok(source)
}

/// Whether something of the API, which chooses its own names, has one of these.
fn has_one_of(api: &Api, names: &[&str]) -> bool {
    let fields = api.types.iter().filter_map(|(_, named)| match &named.def {
        Def::Struct(fields) => Some(fields),
        _ => None,
    });
    let operations = || api.operations();
    operations()
        .map(|operation| &operation.name)
        .chain(operations().flat_map(|one| one.parameters.iter().map(|one| &one.name)))
        .chain(fields.flatten().map(|field| &field.name))
        .any(|name| names.contains(&name.as_str()))
}

/// Whether there are types that clippy calls complex.
fn is_deep(api: &Api) -> bool {
    fn depth(ty: &Type) -> usize {
        match ty {
            Type::List(inner) | Type::Map(inner) => 1 + depth(inner),
            _ => 0,
        }
    }
    let members = api.types.iter().flat_map(|(_, named)| match &named.def {
        Def::Struct(fields) => fields.iter().map(|field| &field.ty).collect(),
        Def::Union(all) => all.iter().map(|one| &one.ty).collect(),
        Def::Identifier(_) | Def::Enum(_) => Vec::new(),
    });
    let values = api.operations().flat_map(|one| {
        let parameters = one.parameters.iter().map(|parameter| &parameter.ty);
        let reply = match &one.reply {
            Reply::Typed(ty) | Reply::Single(ty) | Reply::Untyped(ty) => Some(ty),
            _ => None,
        };
        let body = one.body.as_ref().map(|body| &body.ty);
        parameters.chain(body).chain(reply)
    });
    members.chain(values).any(|ty| depth(ty) > 2)
}

fn modules(source: &mut Source, api: &Api) {
    let features: HashMap<&str, String> = parts::features(api).into_iter().collect();
    let mut modules: Vec<&str> = api
        .groups
        .iter()
        .map(|group| group.module.as_str())
        .collect();
    modules.push("runtime");
    if !api.types.is_empty() {
        modules.push("types");
    }
    modules.sort_unstable();
    for module in modules {
        if let Some(feature) = features.get(module) {
            source.line(&format!("#[cfg(feature = {feature:?})]"));
        }
        source.line(&format!("pub mod {module};"));
    }
}

fn constants(source: &mut Source, api: &Api) -> Result<(), EmitError> {
    let mut base = quote!(None);
    if let Some(url) = &api.base_url {
        let url = &url.value;
        source.item(quote! {
            /// Where the service answers, unless a client is told otherwise.
            pub const BASE_URL: &str = #url;
        })?;
        base = quote!(Some(BASE_URL));
    }
    let credentials = schemes::table(api);
    source.item(quote! {
        /// What the runtime has to know of this API.
        pub(crate) const API: runtime::Api = runtime::Api {
            base_url: #base,
            user_agent: concat!(env!("CARGO_PKG_NAME"), "/", env!("CARGO_PKG_VERSION")),
            credentials: #credentials,
        };
    })
}

/// The two clients have the same constructor and the same groups.
fn client(source: &mut Source, api: &Api) -> Result<(), EmitError> {
    let heads = [
        quote!(#[cfg(feature = "reqwest")] impl Client),
        quote!(#[cfg(feature = "blocking")] impl blocking::Client),
    ];
    for head in heads {
        let mut items = vec![constructor(api)];
        items.extend(api.groups.iter().map(|group| accessor(api, group)));
        source.implementation(&head, items)?;
    }
    Ok(())
}

fn constructor(api: &Api) -> TokenStream {
    let credentials = Credentials::of(api);
    let (parameters, setters) = (credentials.parameters(), credentials.setters());
    if api.base_url.is_some() {
        let docs = Docs::default()
            .paragraph(format!(
                "A client that authenticates with {}.",
                credentials.about()
            ))
            .paragraph("# Errors")
            .paragraph(
                "When a credential is empty, or the TLS configuration of the system can't be used.",
            )
            .tokens();
        return quote! {
            #docs
            pub fn new(#parameters) -> Result<Self, Error> {
                Self::builder() #setters .build()
            }
        };
    }
    let docs = Docs::default()
        .paragraph(format!(
            "A client of the service at this base URL, which the document does not say; it \
             authenticates with {}.",
            credentials.about()
        ))
        .paragraph("# Errors")
        .paragraph(
            "When the base URL is not a URL, a credential is empty, or the TLS configuration of the \
             system can't be used.",
        )
        .tokens();
    quote! {
        #docs
        pub fn new(base_url: impl Into<String>, #parameters) -> Result<Self, Error> {
            Self::builder().base_url(base_url) #setters .build()
        }
    }
}

fn accessor(api: &Api, group: &Group) -> TokenStream {
    let condition = parts::condition(api, group);
    let (module, name) = (ident(&group.module), ident(&group.type_name));
    let docs = Docs::default()
        .paragraph(format!("The operations of [`{0}`](mod@{0}).", group.module))
        .tokens();
    quote! {
        #docs
        #condition
        #[must_use]
        pub fn #module(&self) -> #module::#name<Self> { #module::#name::new(self.clone()) }
    }
}
