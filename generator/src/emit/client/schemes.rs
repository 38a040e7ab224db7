//! Credentials of single operations, where the document tells several schemes apart: what each
//! operation takes, and the setters that give it to a client.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use super::credentials::{Setter, listed, what};
use super::docs::{Docs, code};
use super::source::Source;
use crate::emit::EmitError;
use crate::model::{Api, Credentials, NamedScheme, Operation, Security, Takes};

/// What the runtime has to know: `&[Some(&[&["key"]])]`.
pub(super) fn table(api: &Api) -> TokenStream {
    let all = api.takes.iter().map(literal);
    quote!(&[#(#all),*])
}

fn literal(takes: &Takes) -> TokenStream {
    let Some(alternatives) = takes else {
        return quote!(None);
    };
    let alternatives = alternatives.iter().map(|names| quote!(&[#(#names),*]));
    quote!(Some(&[#(#alternatives),*]))
}

/// The statement of an operation that takes others than most.
pub(super) fn statement(api: &Api, operation: &Operation) -> Option<TokenStream> {
    if operation.public {
        return Some(quote!(request.without_credentials();));
    }
    (operation.takes != *api.takes.first()?).then(|| {
        let own = literal(&operation.takes);
        quote!(request.credentials(#own);)
    })
}

/// The setters of both builders.
pub(super) fn setters(source: &mut Source, api: &Api) -> Result<(), EmitError> {
    if api.schemes.is_empty() {
        return Ok(());
    }
    let heads = [
        (
            quote!(#[cfg(feature = "reqwest")] impl ClientBuilder),
            quote!(runtime::TokenSource),
        ),
        (
            quote!(#[cfg(feature = "blocking")] impl blocking::ClientBuilder),
            quote!(blocking::TokenSource),
        ),
    ];
    for (head, token_source) in heads {
        let items = api
            .schemes
            .iter()
            .flat_map(|scheme| methods(scheme, &token_source));
        source.implementation(&head, items.collect())?;
    }
    Ok(())
}

fn methods(scheme: &NamedScheme, token_source: &TokenStream) -> Vec<TokenStream> {
    let (wire, shown) = (&scheme.wire, Setter::of(&scheme.way));
    let name = format_ident!("with_{}", scheme.name);
    let called = code(wire);
    let docs = |what: &str| {
        Docs::default()
            .paragraph(format!("Sends {what} with calls that take {called}."))
            .tokens()
    };
    let (parameters, add) = (shown.parameters(), shown.add());
    let about = docs(&shown.about);
    let mut all = vec![quote! {
        #about
        pub fn #name(self, #parameters) -> Self {
            self.scheme(#wire, |credentials| credentials.#add)
        }
    }];
    if scheme.way.is_token() {
        let source = format_ident!("{name}_source");
        let session = format_ident!("{name}_session");
        let of_source = docs("the tokens of this source");
        let of_session = docs("the tokens of this session (feature `oauth2`)");
        all.push(quote! {
            #of_source
            pub fn #source(self, source: impl #token_source + 'static) -> Self {
                self.scheme_source(#wire, std::sync::Arc::new(source))
            }
        });
        all.push(quote! {
            #of_session
            #[cfg(feature = "oauth2")]
            pub fn #session(self, session: oauth2::Session) -> Self {
                self.scheme_session(#wire, session)
            }
        });
    }
    all
}

/// What the page of an operation says that a call needs; nothing where it is what all calls need.
pub(super) fn needs(api: &Api, operation: &Operation) -> Option<String> {
    if operation.public {
        return Some("It is called without credentials.".to_owned());
    }
    let all = operation.credentials.iter().map(|known| &known.value);
    let has_scopes = all
        .clone()
        .any(|one| one.0.iter().any(|need| !need.scopes.is_empty()));
    if api.schemes.is_empty() && !has_scopes {
        return None;
    }
    if operation.takes.is_none() && !api.schemes.is_empty() {
        return Some(
            "Credentials: the document does not say which; all that are set are sent.".to_owned(),
        );
    }
    let words: Vec<_> = all.map(|one| alternative(api, one)).collect();
    Some(format!("Credentials: {}.", words.join(", or ")))
}

fn alternative(api: &Api, credentials: &Credentials) -> String {
    if credentials.0.is_empty() {
        return "none".to_owned();
    }
    let parts: Vec<_> = credentials
        .0
        .iter()
        .map(|need| {
            let told = brief(&need.way);
            let told = if api.schemes.is_empty() {
                told
            } else {
                format!("{} ({told})", code(&need.scheme))
            };
            let scopes: Vec<_> = need.scopes.iter().map(|scope| code(scope)).collect();
            let with = match scopes.as_slice() {
                [] => String::new(),
                [one] => format!(" with the scope {one}"),
                several => format!(" with the scopes {}", listed(several)),
            };
            format!("{told}{with}")
        })
        .collect();
    listed(&parts)
}

fn brief(way: &Security) -> String {
    match way {
        Security::ApiKey(place, name) => format!("the key {} in the {}", code(name), place.word()),
        Security::Basic => "name and password".to_owned(),
        Security::OAuth2(_) | Security::Bearer | Security::All(_) => "an access token".to_owned(),
    }
}

/// What the README says of the schemes: how each is set, and what goes with which call.
pub(super) fn section(api: &Api) -> String {
    let mut text = "The service tells several kinds of credentials apart. The builder takes each by its \
        name, and a call sends those that its operation asks for: the page of its method says which. \
        Where it asks for one of several, the first in that order is sent that the client has whole. \
        Where the client has none, the service answers what it answers to strangers, and the error of the call \
        says what the client lacks.\n\n\
        | scheme | what it is | setters of the builder |\n|---|---|---|\n"
        .to_owned();
    for scheme in &api.schemes {
        let arguments = Setter::of(&scheme.way).arguments;
        let arguments: Vec<_> = arguments.iter().map(|one| one.name.as_str()).collect();
        let name = &scheme.name;
        let mut setters = vec![code(&format!(".with_{name}({})", arguments.join(", ")))];
        if scheme.way.is_token() {
            setters.push(code(&format!(".with_{name}_source(source)")));
            setters.push(code(&format!(".with_{name}_session(session)")));
        }
        text.push_str(&format!(
            "| {} | {} | {} |\n",
            code(&scheme.wire).replace('|', "\\|"),
            what(&scheme.way).replace('|', "\\|"),
            setters.join(", ")
        ));
    }
    text.push_str(
        "\nWhat `.token`, `.basic`, `.api_key` and `.header` set goes with every call that takes \
         credentials, for when the document is wrong about what an operation wants.\n\n",
    );
    text
}
