//! Where an application logs its users in: constants at the root, for the module `oauth2`, and what the
//! README says of it.

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

/// How applications get tokens, where the service says how.
fn oauth2(api: &Api) -> Option<&OAuth2> {
    let parts = api.security.as_ref()?.value.parts();
    let oauth2 = parts.iter().find_map(|part| match part {
        Security::OAuth2(oauth2) => Some(oauth2),
        _ => None,
    });
    oauth2.filter(|oauth2| oauth2.token_url.is_some())
}

/// Whether the README shows how to sign in.
pub(super) fn has_login(api: &Api) -> bool {
    oauth2(api).is_some()
}

/// What the README says of it: how an application logs its users in, or itself where nobody logs in.
pub(super) fn section(api: &Api, name: &str) -> String {
    let Some(oauth2) = oauth2(api) else {
        return String::new();
    };
    let base = if api.base_url.is_some() {
        ""
    } else {
        ".base_url(\"https://api.example.com\")"
    };
    let scope = oauth2
        .scopes
        .first()
        .map(|(scope, _)| format!("\n    .scope({scope:?})"))
        .unwrap_or_default();
    let steps = if oauth2.authorize_url.is_some() {
        format!(
            "let app = OAuth2::new(\"client id\", {name}::TOKEN_URL)\n    .client_secret(\"client secret\")\n    \
             .authorize_url({name}::AUTHORIZE_URL)\n    .redirect_uri(\"https://app.example.com/callback\"){scope};\n\n\
             // Send the user there; the service sends them back to the redirect URI.\n\
             let login = app.login()?;\nprintln!(\"Please open {{}}\", login.url());\n\
             # fn wait_for_the_callback() -> String {{ String::new() }}\n\
             let callback = wait_for_the_callback();\n\n\
             // Tokens are asked for with the first call, and renewed in time.\n\
             let session = app.session(login.redirected(&callback)?).on_new_tokens(|tokens| {{\n    \
             // Keep them: `Grant::tokens` goes on from there in the next run.\n}});"
        )
    } else {
        format!(
            "let app = OAuth2::new(\"client id\", {name}::TOKEN_URL)\n    .client_secret(\"client secret\"){scope};\n\n\
             // Tokens are asked for with the first call, and renewed in time.\n\
             let session = app.session(Grant::client_credentials());"
        )
    };
    let grant = if oauth2.authorize_url.is_some() {
        "OAuth2"
    } else {
        "{Grant, OAuth2}"
    };
    let mut schemes = api.schemes.iter().filter(|scheme| scheme.begins);
    let setter = schemes
        .find(|scheme| matches!(&scheme.way, Security::OAuth2(one) if one == oauth2))
        .map_or("oauth2".to_owned(), |scheme| {
            format!("with_{}_session", scheme.name)
        });
    format!(
        "With the feature `oauth2` the client gets its tokens itself. The page of the module `oauth2` \
         shows how to keep them for the next run, and what to do when there are none.\n\n\
         ```rust,no_run\n# #[cfg(all(feature = \"oauth2\", feature = \"reqwest\"))]\n\
         # fn example() -> Result<(), {name}::Error> {{\n\
         use {name}::{{Client, oauth2::{grant}}};\n\n{steps}\n\
         let client = Client::builder(){base}.{setter}(session).build()?;\n# Ok(())\n# }}\n```\n\n{}",
        listed_scopes(oauth2)
    )
}

/// What an application can ask for.
fn listed_scopes(oauth2: &OAuth2) -> String {
    const SHOWN: usize = 12;
    let mut text = String::new();
    for (scope, about) in oauth2.scopes.iter().take(SHOWN) {
        let about = inline(about);
        let colon = if about.is_empty() { "" } else { ": " };
        text.push_str(&format!("- {}{colon}{about}\n", code(scope)));
    }
    if text.is_empty() {
        return text;
    }
    let more = if oauth2.scopes.len() > SHOWN {
        "- and those in `SCOPES`\n"
    } else {
        ""
    };
    format!("The scopes are:\n\n{text}{more}\n")
}
