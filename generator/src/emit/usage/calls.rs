//! Calls: a function with the same arguments, that passes them on. What takes anything of a kind is
//! given anything of that kind.

use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};
use syn::{
    FnArg, GenericArgument, Generics, PathArguments, ReceiverKind, ReturnType, Signature, Type,
    TypeParamBound,
};

use super::numbered;

/// A call of a function.
pub(super) fn function(signature: &Signature, callee: &TokenStream) -> TokenStream {
    let mut taken = Taken::default();
    let types = taken.types(signature);
    let values = numbered(types.len());
    let (parameters, gives) = (&taken.parameters, gives(signature));
    quote! {
        pub fn __used<#(#parameters),*>(#(#values: #types),*) -> #gives { #callee(#(#values),*) }
    }
}

/// A call of a function of a type, which its code calls `Self`.
pub(super) fn method(generics: &Generics, signature: &Signature) -> TokenStream {
    let mut taken = Taken::default();
    let types = taken.types(signature);
    let values = numbered(types.len());
    let (name, gives) = (&signature.ident, gives(signature));
    let own = generics.params.iter();
    let more = &taken.parameters;
    let parameters = quote!(#(#own,)* #(#more,)*);
    let Some(FnArg::Receiver(receiver)) = signature.inputs.first() else {
        return quote! {
            pub fn __used<#parameters>(#(#values: #types),*) -> #gives { <Self>::#name(#(#values),*) }
        };
    };
    let is_borrowed = matches!(receiver.kind, ReceiverKind::Reference(..));
    let this = is_borrowed.then(|| quote!(&));
    quote! {
        pub fn __used<#parameters>(__this: #this Self, #(#values: #types),*) -> #gives {
            __this.#name(#(#values),*)
        }
    }
}

fn gives(signature: &Signature) -> TokenStream {
    match &signature.output {
        ReturnType::Default => quote!(()),
        ReturnType::Type(_, ty) => quote!(#ty),
    }
}

/// The parameters for the kinds of which anything is taken.
#[derive(Default)]
struct Taken {
    parameters: Vec<TokenStream>,
}

impl Taken {
    /// The types of the arguments.
    fn types(&mut self, signature: &Signature) -> Vec<Type> {
        let typed = signature
            .inputs
            .iter()
            .filter_map(|argument| match argument {
                FnArg::Typed(typed) => Some((*typed.ty).clone()),
                FnArg::Receiver(_) => None,
            });
        typed
            .map(|mut ty| {
                self.name(&mut ty);
                ty
            })
            .collect()
    }

    /// Gives a kind of which anything is taken a name, and those within it.
    fn name(&mut self, ty: &mut Type) {
        let Type::ImplTrait(kind) = ty else { return };
        for bound in &mut kind.bounds {
            let TypeParamBound::Trait(bound) = bound else {
                continue;
            };
            for segment in &mut bound.path.segments {
                let PathArguments::AngleBracketed(arguments) = &mut segment.arguments else {
                    continue;
                };
                for argument in &mut arguments.args {
                    match argument {
                        GenericArgument::Type(ty) => self.name(ty),
                        GenericArgument::AssocType(of) => self.name(&mut of.ty),
                        _ => {}
                    }
                }
            }
        }
        let name: Ident = format_ident!("__T{}", self.parameters.len());
        let bounds = &kind.bounds;
        self.parameters.push(quote!(#name: #bounds));
        *ty = syn::parse_quote!(#name);
    }
}
