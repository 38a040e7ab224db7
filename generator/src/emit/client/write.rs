//! How a request is written: a statement for each of its values.

use proc_macro2::{Ident, TokenStream};
use quote::quote;

use super::arguments::Argument;
use super::reply;
use super::schemes;
use crate::model::{Api, Body, Def, Form, ListStyle, Media, Operation, Parameter, Place, Type};

/// The statements, in the order of the values.
pub(super) fn statements(api: &Api, operation: &Operation) -> Vec<TokenStream> {
    let parts = operation.form == Some(Form::Multipart);
    let form = parts.then(|| quote!(request.multipart();));
    let head = schemes::statement(api, operation)
        .into_iter()
        .chain(reply::wanted(operation))
        .chain(form);
    let values = Argument::all(operation).map(|value| match value {
        Argument::Parameter(found) => parameter(api, found, &value.name()),
        Argument::Body(found) => body(found, &value.name()),
    });
    head.chain(values).collect()
}

/// Whether a value is a list whose items are joined in one way or another.
pub(super) fn has_style(api: &Api, value: &Argument<'_>) -> bool {
    let Argument::Parameter(parameter) = value else {
        return false;
    };
    let is_joined = |item| parameter.place != Place::Form || is_printable(api, item);
    matches!(&parameter.ty.value, Type::List(item) if is_joined(item))
        && parameter.place != Place::Cookie
}

fn body(body: &Body, name: &Ident) -> TokenStream {
    let held = if body.required {
        quote!(Some(&self.#name))
    } else {
        quote!(self.#name.as_ref())
    };
    match &body.media {
        Media::Json => quote!(request.json(#held);),
        Media::JsonAs(media) => quote!(request.json_as(#media, #held);),
        Media::Form => quote!(request.form(#held);),
        Media::DeepForm => quote!(request.deep_form(#held);),
        Media::Other(media) => quote!(request.body(#media, #held);),
    }
}

fn parameter(api: &Api, parameter: &Parameter, name: &Ident) -> TokenStream {
    let wire = &parameter.wire;
    let item = match &parameter.ty.value {
        Type::List(item) => Some(&**item),
        _ => None,
    };
    let style = match parameter.style {
        ListStyle::Csv => quote!(ListStyle::Csv),
        ListStyle::Ssv => quote!(ListStyle::Ssv),
        ListStyle::Tsv => quote!(ListStyle::Tsv),
        ListStyle::Pipes => quote!(ListStyle::Pipes),
        // Only forms are deep.
        ListStyle::Multi | ListStyle::Deep => quote!(ListStyle::Multi),
    };
    let held = if parameter.required {
        quote!(Some(&self.#name))
    } else {
        quote!(self.#name.as_ref())
    };
    match (parameter.place, item) {
        (Place::Path, None) => quote!(request.path(#wire, &self.#name);),
        (Place::Path, Some(_)) => quote!(request.path_list(#wire, &self.#name, #style);),
        (Place::Header, None) => quote!(request.header(#wire, #held);),
        (Place::Header, Some(_)) => quote!(request.header_list(#wire, &self.#name, #style);),
        (Place::Cookie, None) => quote!(request.cookie(#wire, #held);),
        (Place::Cookie, Some(_)) => {
            quote!(for value in &self.#name { request.cookie(#wire, Some(value)); })
        }
        (Place::Query, None) => quote!(request.query(#wire, #held);),
        (Place::Query, Some(_)) => quote!(request.query_list(#wire, &self.#name, #style);),
        (Place::Form, Some(item)) if is_printable(api, item) => {
            quote!(request.form_list(#wire, &self.#name, #style);)
        }
        (Place::Form, Some(item)) => {
            let write = part(item, wire, &quote!(Some(value)));
            quote!(for value in &self.#name { #write })
        }
        (Place::Form, None) if parameter.ty.value == Type::SecretText => {
            let shown = if parameter.required {
                quote!(Some(self.#name.expose()))
            } else {
                quote!(self.#name.as_ref().map(SecretText::expose))
            };
            quote!(request.form_value(#wire, #shown);)
        }
        (Place::Form, None) if is_printable(api, &parameter.ty) => {
            quote!(request.form_value(#wire, #held);)
        }
        (Place::Form, None) => part(&parameter.ty, wire, &held),
    }
}

/// A part of a form that is no text.
fn part(ty: &Type, wire: &str, held: &TokenStream) -> TokenStream {
    if *ty == Type::File {
        quote!(request.file(#wire, #held);)
    } else {
        quote!(request.json_part(#wire, #held);)
    }
}

/// Whether a value is one text.
fn is_printable(api: &Api, ty: &Type) -> bool {
    match ty {
        Type::Any | Type::File | Type::List(_) | Type::Map(_) => false,
        Type::Named(id) => !matches!(api.types.get(*id).def, Def::Struct(_) | Def::Union(_)),
        _ => true,
    }
}
