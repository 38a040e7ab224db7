//! What a caller says to a call: what it must say, and how.
//!
//! Identifiers of different concepts and one single other required value are positional, since
//! their types tell them apart. Two other required values, or one concept twice, are an exhaustive
//! struct literal, so that `endDate` is never sent as `startDate`. What is optional has a setter.

use proc_macro2::{Ident, TokenStream};
use quote::quote;

use super::rust_type::{self, ident};
use crate::model::{Api, Body, Def, Media, Notes, Operation, Parameter, Type};

/// A value of a call.
#[derive(Clone, Copy)]
pub(super) enum Argument<'a> {
    /// In the URL or a header.
    Parameter(&'a Parameter),
    /// Sent along.
    Body(&'a Body),
}

impl<'a> Argument<'a> {
    /// All values of an operation: parameters in reading order, then the body.
    pub(super) fn all(operation: &'a Operation) -> impl Iterator<Item = Self> {
        let parameters = operation.parameters.iter().map(Self::Parameter);
        parameters.chain(operation.body.iter().map(Self::Body))
    }

    pub(super) fn name(&self) -> Ident {
        ident(match self {
            Self::Parameter(parameter) => &parameter.name,
            Self::Body(body) => &body.name,
        })
    }

    pub(super) fn is_required(&self) -> bool {
        match self {
            Self::Parameter(parameter) => parameter.required,
            Self::Body(body) => body.required,
        }
    }

    pub(super) fn ty(&self) -> &'a Type {
        match self {
            Self::Parameter(parameter) => &parameter.ty.value,
            Self::Body(body) => &body.ty.value,
        }
    }

    /// What is known of it besides its type.
    pub(super) fn notes(&self) -> Option<&'a Notes> {
        match self {
            Self::Parameter(parameter) => Some(&parameter.notes),
            Self::Body(_) => None,
        }
    }

    /// Its name on the wire.
    pub(super) fn wire(&self) -> &'a str {
        match self {
            Self::Parameter(parameter) => &parameter.wire,
            Self::Body(_) => "body",
        }
    }

    /// Whether the caller brings bytes of a media type that has no types here.
    pub(super) fn is_raw(&self) -> bool {
        matches!(
            self,
            Self::Body(Body {
                media: Media::Other(_),
                ..
            })
        )
    }

    /// The type as the request holds it, when it is there.
    pub(super) fn held(&self, api: &Api) -> TokenStream {
        if self.is_raw() {
            quote!(Body)
        } else {
            rust_type::held(api, self.ty(), &quote!(types::))
        }
    }

    /// The type as the caller gives it, and what becomes of it.
    pub(super) fn taken(&self, api: &Api) -> (TokenStream, TokenStream) {
        let name = self.name();
        if self.is_raw() {
            return (quote!(impl Into<Body>), quote!(#name.into()));
        }
        let taken = rust_type::taken(api, self.ty(), &quote!(types::));
        (taken.ty, (taken.convert)(&name))
    }

    /// Whether nothing is said by an empty list rather than by `None`.
    pub(super) fn is_list(&self) -> bool {
        matches!((self, self.ty()), (Self::Parameter(_), Type::List(_)))
    }
}

/// How the required values are taken.
pub(super) enum Arguments<'a> {
    /// One after the other; possibly none.
    Positional(Vec<Argument<'a>>),
    /// As a struct literal.
    Literal(Vec<Argument<'a>>),
}

impl<'a> Arguments<'a> {
    pub(super) fn of(api: &Api, operation: &'a Operation) -> Self {
        let required: Vec<_> = Argument::all(operation)
            .filter(Argument::is_required)
            .collect();
        let mut identifiers: Vec<_> = required
            .iter()
            .filter_map(|value| identifier(api, value.ty()))
            .collect();
        let others = required.len() - identifiers.len();
        identifiers.sort_unstable();
        let twice = identifiers.windows(2).any(|pair| pair[0] == pair[1]);
        if others > 1 || twice {
            Self::Literal(required)
        } else {
            Self::Positional(required)
        }
    }
}

/// The name of the identifier that a type is.
fn identifier<'a>(api: &'a Api, ty: &Type) -> Option<&'a str> {
    let Type::Named(id) = ty else { return None };
    let named = api.types.get(*id);
    matches!(named.def, Def::Identifier(_)).then_some(named.name.as_str())
}
