//! One operation: the method that begins it, the struct that is its request, and the setters of
//! what is optional.

use std::collections::BTreeSet;

use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};

use super::arguments::{Argument, Arguments};
use super::docs::{Docs, code, inline};
use super::lead;
use super::notes;
use super::reply;
use super::rust_type::{ident, initializer};
use super::sample;
use super::schemes;
use super::source::Source;
use super::write;
use crate::emit::outline::type_name;
use crate::emit::{EmitError, Settings};
use crate::model::{Answer, Api, Body, Group, Media, Operation, Place, Status, Type};

/// The method of the group that begins the call.
pub(super) fn method(
    api: &Api,
    group: &Group,
    operation: &Operation,
    settings: &Settings,
) -> TokenStream {
    let name = ident(&operation.name);
    let request = ident(&operation.type_name);
    let docs = method_docs(api, group, operation, settings).tokens();
    let alias = alias(operation);
    let deprecated = operation.deprecated.then(|| {
        let reason = operation.deprecation.as_ref();
        let reason = reason.map_or("the service means to drop it".to_owned(), |reason| {
            reason.split_whitespace().collect::<Vec<_>>().join(" ")
        });
        quote!(#[deprecated = #reason])
    });
    let (parameters, required): (Vec<_>, Vec<_>) = match Arguments::of(api, operation) {
        Arguments::Positional(required) => required
            .iter()
            .map(|value| {
                let name = value.name();
                let (ty, converted) = value.taken(api);
                (quote!(#name: #ty), initializer(&name, &converted))
            })
            .unzip(),
        Arguments::Literal(required) => {
            let literal = literal_name(operation);
            let values = required.iter().map(|value| {
                let name = value.name();
                quote!(#name: args.#name)
            });
            (vec![quote!(args: #literal)], values.collect())
        }
    };
    let unset = Argument::all(operation)
        .filter(|value| !value.is_required())
        .map(|value| {
            let name = value.name();
            if value.is_list() {
                quote!(#name: Vec::new())
            } else {
                quote!(#name: None)
            }
        });
    let fields: Vec<_> = required.into_iter().chain(unset).collect();
    let value = if fields.is_empty() {
        quote!(#request)
    } else {
        quote!(#request { #(#fields),* })
    };
    quote! {
        #docs
        #alias
        #deprecated
        pub fn #name(&self, #(#parameters),*) -> Call<#request, Via> {
            Call::new(#value, self.via.clone())
        }
    }
}

/// Writes the request of an operation: its literal of required values, its struct, what it sends
/// and reads, and its setters.
pub(super) fn request(
    source: &mut Source,
    api: &Api,
    group: &Group,
    operation: &Operation,
) -> Result<(), EmitError> {
    let name = ident(&operation.type_name);
    if let Arguments::Literal(required) = Arguments::of(api, operation) {
        source.item(literal(api, group, operation, &required))?;
    }
    source.item(request_struct(api, group, operation))?;
    source.implementation(
        &quote!(impl Operation for #name),
        operation_items(api, group, operation),
    )?;
    let setters: Vec<_> = Argument::all(operation)
        .filter(|value| !value.is_required())
        .map(|value| setter(api, &value))
        .collect();
    source.implementation(&quote!(impl<Via> Call<#name, Via>), setters)
}

fn literal_name(operation: &Operation) -> Ident {
    format_ident!("{}Args", operation.type_name)
}

fn literal(
    api: &Api,
    group: &Group,
    operation: &Operation,
    required: &[Argument<'_>],
) -> TokenStream {
    let name = literal_name(operation);
    let docs = Docs::default()
        .paragraph(format!("What {} needs.", link(group, operation)))
        .tokens();
    let fields = required.iter().map(|value| {
        let (name, ty) = (value.name(), value.held(api));
        let docs = argument_docs(api, value).tokens();
        quote!(#docs pub #name: #ty)
    });
    quote! {
        #docs
        #[derive(Clone, Debug)]
        pub struct #name { #(#fields),* }
    }
}

fn request_struct(api: &Api, group: &Group, operation: &Operation) -> TokenStream {
    let name = ident(&operation.type_name);
    let docs = Docs::default()
        .paragraph(format!("The request of {}.", link(group, operation)))
        .tokens();
    let fields: Vec<_> = Argument::all(operation)
        .map(|value| {
            let (name, ty) = (value.name(), value.held(api));
            if value.is_required() || value.is_list() {
                quote!(#name: #ty)
            } else {
                quote!(#name: Option<#ty>)
            }
        })
        .collect();
    // A program that says the value of a struct without fields would be broken by the first of them.
    let (open, body) = if fields.is_empty() {
        (quote!(#[non_exhaustive]), quote!(;))
    } else {
        (quote!(), quote!({ #(#fields),* }))
    };
    quote! {
        #docs
        #[derive(Clone, Debug)]
        #open
        pub struct #name #body
    }
}

fn operation_items(api: &Api, group: &Group, operation: &Operation) -> Vec<TokenStream> {
    let (method, path) = (ident(&operation.method), &operation.path);
    let name = format!("{}.{}", group.module, operation.name);
    let writes = write::statements(api, operation);
    let request = if writes.is_empty() {
        quote!(_)
    } else {
        quote!(request)
    };
    let (output, read) = reply::read(api, &operation.reply);
    vec![
        quote! {
            const ABOUT: About = About { name: #name, method: Method::#method, path: #path };
        },
        quote!(type Output = #output;),
        quote! {
            #[inline]
            fn write(&self, #request: &mut RequestWriter) {
                #(#writes)*
            }
        },
        quote! {
            #[inline]
            fn read(reply: Reply) -> Result<#output, Error> {
                #read
            }
        },
    ]
}

fn setter(api: &Api, value: &Argument<'_>) -> TokenStream {
    let name = value.name();
    let docs = argument_docs(api, value).tokens();
    let (ty, converted) = value.taken(api);
    let set = if value.is_list() {
        converted
    } else {
        quote!(Some(#converted))
    };
    quote! {
        #docs
        pub fn #name(mut self, #name: #ty) -> Self {
            self.operation_mut().#name = #set;
            self
        }
    }
}

fn argument_docs(api: &Api, value: &Argument<'_>) -> Docs {
    match value {
        Argument::Parameter(parameter) => {
            let place = match parameter.place {
                Place::Path => "in the path",
                Place::Query => "in the query",
                Place::Form => "in the form",
                Place::Header => "as a header",
                Place::Cookie => "as a cookie",
            };
            notes::docs(
                &parameter.notes,
                &format!("{} {place}.", code(&parameter.wire)),
            )
        }
        Argument::Body(body) => body_docs(api, body),
    }
}

fn body_docs(api: &Api, body: &Body) -> Docs {
    let docs = match &body.description {
        Some(text) if !text.trim().is_empty() => Docs::default().prose(text),
        _ => Docs::default().paragraph("The body of the request."),
    };
    match &body.media {
        Media::Json => docs,
        Media::JsonAs(media) => docs.paragraph(format!("It is sent as {}.", code(media))),
        Media::Form | Media::DeepForm => docs.paragraph("It is sent as a form."),
        Media::Other(media) => {
            let docs = docs.paragraph(format!("It is sent as it is: {}.", code(media)));
            reply::shape(docs, api, &body.ty)
        }
    }
}

/// What the method of a group tells of its operation.
fn method_docs(api: &Api, group: &Group, operation: &Operation, settings: &Settings) -> Docs {
    let mut docs = lead::docs(operation);
    if let Some(needs) = schemes::needs(api, operation) {
        docs = docs.paragraph(needs);
    }
    docs = reply::docs(docs, api, operation);
    let setters: Vec<_> = Argument::all(operation)
        .filter(|value| !value.is_required())
        .map(|value| format!("`.{}(…)`", value.name()))
        .collect();
    if !setters.is_empty() {
        docs = docs.paragraph(format!("Optional: {}", setters.join(", ")));
    }
    docs = errors(docs, api, operation);
    docs = reply::headers(docs, api, operation);
    let (attributes, lines) = sample::block(api, group, operation, settings);
    docs = docs.paragraph("# Examples").example(&attributes, &lines);
    docs.overlay(api.said_by_overlay(reply::evidence(&operation.reply)))
}

/// The failures that are documented, and how to read what they hold.
fn errors(docs: Docs, api: &Api, operation: &Operation) -> Docs {
    let is_listed = |answer: &&Answer| {
        !answer.status.is_success()
            && !is_on_the_way(answer.status)
            && answer.description.is_some()
            && answer.status != Status::Default
    };
    let failures = || operation.answers.iter().filter(|a| !a.status.is_success());
    let listed: Vec<_> = operation.answers.iter().filter(is_listed).collect();
    let bodies: BTreeSet<_> = failures()
        .filter_map(|answer| answer.body.as_ref())
        .filter(|body| matches!(body.value, Type::Named(_)))
        .map(|body| type_name(api, body))
        .collect();
    if listed.is_empty() && bodies.is_empty() {
        return docs;
    }
    let mut docs = docs.paragraph("# Errors");
    if !listed.is_empty() {
        docs = docs.paragraph("Documented are:").line(String::new());
    }
    for answer in listed {
        let text = inline(answer.description.as_deref().unwrap_or_default());
        docs = docs.line(format!("- {}: {text}", answer.status));
    }
    for body in bodies {
        docs = docs.paragraph(format!(
            "[`Error::body_as`] reads the body of a failure as [`{body}`](crate::types::{body})."
        ));
    }
    docs
}

/// Whether a status comes before the reply: nobody sees it as a failure.
fn is_on_the_way(status: Status) -> bool {
    matches!(status, Status::Code(100..200)) || status == Status::Range(1)
}

/// The operationId, so that people who know it find the method.
fn alias(operation: &Operation) -> Option<TokenStream> {
    let id = operation.operation_id.as_ref()?;
    // rustdoc takes no quotes and no white space here.
    let plain = |c: char| c.is_alphanumeric() || "_-.:/".contains(c);
    let different = id.value != operation.name && !id.value.is_empty();
    let id = &id.value;
    (different && id.chars().all(plain)).then(|| quote!(#[doc(alias = #id)]))
}

fn link(group: &Group, operation: &Operation) -> String {
    format!("[`{}::{}`]", group.type_name, operation.name)
}
