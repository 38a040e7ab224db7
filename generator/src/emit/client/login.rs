//! Where an application logs its users in: constants at the root, for the module `oauth2`.

use proc_macro2::TokenStream;
use quote::quote;

use super::docs::{Docs, code, inline};
use super::source::Source;
use crate::emit::EmitError;
use crate::model::{Api, OAuth2, Security};

pub(super) fn constants(source: &mut Source, api: &Api) -> Result<(), EmitError> {
    let parts = api.security.iter().flat_map(|known| known.value.parts());
    let others = api.other_security.iter().map(|known| &known.value);
    let oauth2 = parts.chain(others).find_map(|security| match security {
        Security::OAuth2(oauth2) => Some(oauth2),
        _ => None,
    });
    let Some(oauth2) = oauth2 else {
        return Ok(());
    };
    if let Some(url) = &oauth2.authorize_url {
        let docs = "Where users log in (OAuth 2.0): the authorize URL of an application.";
        let docs = Docs::default().paragraph(docs);
        source.item(constant(&quote!(AUTHORIZE_URL: &str), &quote!(#url), &docs))?;
    }
    if let Some(url) = &oauth2.token_url {
        let docs = "Where tokens are given and renewed (OAuth 2.0).";
        let docs = Docs::default().paragraph(docs);
        source.item(constant(&quote!(TOKEN_URL: &str), &quote!(#url), &docs))?;
    }
    if !oauth2.scopes.is_empty() {
        source.item(scopes(oauth2))?;
    }
    Ok(())
}

fn scopes(oauth2: &OAuth2) -> TokenStream {
    let pairs = oauth2
        .scopes
        .iter()
        .map(|(name, about)| quote!((#name, #about)));
    let mut docs = Docs::default()
        .paragraph("The scopes that an application can ask for (OAuth 2.0), with what they allow.")
        .paragraph("| scope | allows |")
        .line("|---|---|");
    for (name, about) in &oauth2.scopes {
        let name = code(name).replace('|', "\\|");
        docs = docs.line(format!("| {name} | {} |", inline(about)));
    }
    constant(
        &quote!(SCOPES: &[(&str, &str)]),
        &quote!(&[#(#pairs),*]),
        &docs,
    )
}

fn constant(head: &TokenStream, value: &TokenStream, docs: &Docs) -> TokenStream {
    let docs = docs.tokens();
    quote!(#docs pub const #head = #value;)
}
