//! How a client shows who calls: the constructors' arguments, and what the README says of it.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use super::docs::code;
use super::{login, schemes};
use crate::model::{Api, KeyPlace, Rank, Security, naming};

/// One argument of a constructor.
pub(super) struct Argument {
    pub(super) name: String,
    /// Whether it is text that is no secret.
    is_plain: bool,
}

/// A setter of the builder, with the arguments it takes.
pub(super) struct Setter {
    /// `basic`
    method: String,
    /// What stands before the arguments: `runtime::KeyPlace::Header, "X-Key"`.
    fixed: Option<(KeyPlace, String)>,
    pub(super) arguments: Vec<Argument>,
    /// "this access token"
    pub(super) about: String,
}

impl Setter {
    /// That of one way, which is told in its own name.
    pub(super) fn of(way: &Security) -> Self {
        setter(way, false)
    }

    /// `token: impl Into<Secret>`
    pub(super) fn parameters(&self) -> TokenStream {
        let parameters = self.arguments.iter().map(|argument| {
            let name = format_ident!("{}", argument.name);
            if argument.is_plain {
                quote!(#name: &str)
            } else {
                quote!(#name: impl Into<Secret>)
            }
        });
        quote!(#(#parameters),*)
    }

    /// What it does to the credentials of the runtime: `add_bearer(&token.into())`.
    pub(super) fn add(&self) -> TokenStream {
        let method = format_ident!(
            "add_{}",
            match self.method.as_str() {
                "api_key" => "key",
                "token" => "bearer",
                other => other,
            }
        );
        let fixed = self.fixed.iter().map(|(place, name)| {
            let place = format_ident!("{}", variant(*place));
            quote!(runtime::KeyPlace::#place, #name,)
        });
        let values = self.arguments.iter().map(|argument| {
            let name = format_ident!("{}", argument.name);
            if argument.is_plain {
                quote!(#name)
            } else {
                quote!(&#name.into())
            }
        });
        quote!(#method(#(#fixed)* #(#values),*))
    }
}

/// What the client begins with.
pub(super) struct Credentials(Vec<Setter>);

impl Credentials {
    pub(super) fn of(api: &Api) -> Self {
        let security = api.security.as_ref().map(|security| &security.value);
        let parts = security.map_or(&[Security::Bearer][..], Security::parts);
        let several =
            |wanted: fn(&Security) -> bool| parts.iter().filter(|p| wanted(p)).count() > 1;
        let keys = several(|part| matches!(part, Security::ApiKey(..)));
        let mut setters: Vec<Setter> = Vec::new();
        let mut schemes = Vec::new();
        for part in parts {
            let setter = setter(part, keys);
            // Two kinds of tokens in one header are one.
            if part_is_new(&setters, &setter) {
                setters.push(setter);
                let mut named = api.schemes.iter().filter(|scheme| scheme.begins);
                schemes.push(named.find(|scheme| scheme.way == *part));
            }
        }
        distinguish(&mut setters);
        for (setter, scheme) in setters.iter_mut().zip(schemes) {
            if let Some(scheme) = scheme {
                setter.method = format!("with_{}", scheme.name);
                setter.fixed = None;
            }
        }
        Self(setters)
    }

    fn arguments(&self) -> impl Iterator<Item = &Argument> {
        self.0.iter().flat_map(|setter| &setter.arguments)
    }

    /// `token: impl Into<Secret>`
    pub(super) fn parameters(&self) -> TokenStream {
        let parameters = self.0.iter().map(Setter::parameters);
        quote!(#(#parameters),*)
    }

    /// `.token(token)`
    pub(super) fn setters(&self) -> TokenStream {
        let calls = self.0.iter().map(|setter| {
            let method = format_ident!("{}", setter.method);
            let names = setter.arguments.iter().map(|a| format_ident!("{}", a.name));
            let fixed = setter.fixed.iter().map(|(place, name)| {
                let place = format_ident!("{}", variant(*place));
                quote!(runtime::KeyPlace::#place, #name,)
            });
            quote!(.#method(#(#fixed)* #(#names),*))
        });
        quote!(#(#calls)*)
    }

    /// "this access token"
    pub(super) fn about(&self) -> String {
        let about: Vec<_> = self.0.iter().map(|setter| setter.about.as_str()).collect();
        listed(&about)
    }

    /// Where an example gets them: `let token = std::env::var("ACCESS_TOKEN")?;`
    pub(super) fn environment(&self) -> String {
        let one = |argument: &Argument| {
            let variable = match argument.name.as_str() {
                "token" => "ACCESS_TOKEN".to_owned(),
                // `USER` is who works at the machine.
                name @ ("user" | "password" | "key") => format!("API_{}", name.to_uppercase()),
                name => name.to_uppercase(),
            };
            format!("let {} = std::env::var(\"{variable}\")?; ", argument.name)
        };
        self.arguments().map(one).collect()
    }

    /// What an example gives to a constructor, with strings it has from the environment.
    pub(super) fn given(&self) -> String {
        self.joined(|argument| {
            let borrow = if argument.is_plain { "&" } else { "" };
            format!("{borrow}{}", argument.name)
        })
    }

    /// What an example is given itself: `token: String`.
    pub(super) fn typed(&self) -> String {
        self.joined(|argument| {
            let ty = if argument.is_plain { "&str" } else { "String" };
            format!("{}: {ty}", argument.name)
        })
    }

    /// What an example gives to a constructor, with what it was given itself.
    pub(super) fn passed(&self) -> String {
        self.joined(|argument| argument.name.clone())
    }

    fn joined(&self, write: impl Fn(&Argument) -> String) -> String {
        let all: Vec<_> = self.arguments().map(write).collect();
        all.join(", ")
    }

    /// `.token("secret")`, for a test.
    pub(super) fn made_up(&self, crate_name: &str) -> String {
        let call = |setter: &Setter| {
            let fixed = setter.fixed.iter().map(|(place, name)| {
                let place = variant(*place);
                vec![
                    format!("{crate_name}::runtime::KeyPlace::{place}"),
                    format!("{name:?}"),
                ]
            });
            let values = setter.arguments.iter().map(|argument| {
                let value = if argument.is_plain { "user" } else { "secret" };
                format!("{value:?}")
            });
            let all: Vec<_> = fixed.flatten().chain(values).collect();
            format!(".{}({})", setter.method, all.join(", "))
        };
        self.0.iter().map(call).collect()
    }
}

/// Gives arguments that would be called the same the places they travel in, too.
fn distinguish(setters: &mut [Setter]) {
    let mut taken = vec!["base_url".to_owned()];
    for setter in setters {
        for argument in &mut setter.arguments {
            if let (Some((place, _)), true) = (&setter.fixed, taken.contains(&argument.name)) {
                let name = argument.name.trim_end_matches('_');
                argument.name = format!("{name}_{}", place.word());
            }
            while taken.contains(&argument.name) {
                argument.name.push_str("_too");
            }
            taken.push(argument.name.clone());
        }
    }
}

fn part_is_new(known: &[Setter], setter: &Setter) -> bool {
    known
        .iter()
        .all(|other| other.method != setter.method || setter.fixed.is_some())
}

fn setter(security: &Security, keys: bool) -> Setter {
    let secret = |name: String| Argument {
        name,
        is_plain: false,
    };
    match security {
        Security::ApiKey(place, name) => {
            // `key` says enough where there is one.
            let argument = if keys {
                naming::argument(name, "key")
            } else {
                "key".to_owned()
            };
            Setter {
                method: "api_key".to_owned(),
                about: format!("this key ({} in the {})", code(name), place.word()),
                fixed: Some((*place, name.clone())),
                arguments: vec![secret(argument)],
            }
        }
        Security::Basic => Setter {
            method: "basic".to_owned(),
            about: "this name and password".to_owned(),
            fixed: None,
            arguments: vec![
                Argument {
                    name: "user".to_owned(),
                    is_plain: true,
                },
                secret("password".to_owned()),
            ],
        },
        _ => Setter {
            method: "token".to_owned(),
            about: "this access token".to_owned(),
            fixed: None,
            arguments: vec![secret("token".to_owned())],
        },
    }
}

fn variant(place: KeyPlace) -> &'static str {
    match place {
        KeyPlace::Header => "Header",
        KeyPlace::Query => "Query",
        KeyPlace::Cookie => "Cookie",
    }
}

/// The section of the README: what the service takes, and how users log in.
pub(super) fn section(api: &Api, name: &str) -> String {
    let Some(security) = &api.security else {
        return String::new();
    };
    let proof = api.proof(security.evidence);
    let unsaid = if proof.rank == Rank::Convention {
        " The document does not say how callers prove who they are, and that is the usual way: \
         `Client::builder()` makes a client without credentials, or with others."
    } else {
        ""
    };
    let mut text = format!(
        "## Credentials\n\n`Client::new` takes {}.{unsaid} Secrets are never shown, in no error and no log, \
         and go to this service alone.\n\n",
        what(&security.value)
    );
    if !api.schemes.is_empty() {
        text.push_str(&schemes::section(api));
    } else if !api.other_security.is_empty() {
        text.push_str("The service takes others too, which the builder sets:\n\n");
        for other in &api.other_security {
            text.push_str(&format!(
                "- {}: {}\n",
                what(&other.value),
                how(&other.value)
            ));
        }
        text.push('\n');
    }
    text.push_str(&login::section(api, name));
    text
}

pub(super) fn what(security: &Security) -> String {
    let one = |security: &Security| match security {
        Security::ApiKey(place, name) => format!("the key {} ({})", code(name), place.word()),
        Security::Basic => "name and password (Basic)".to_owned(),
        Security::OAuth2(_) => "an access token (OAuth 2.0)".to_owned(),
        Security::Bearer | Security::All(_) => "an access token".to_owned(),
    };
    let all: Vec<_> = security.parts().iter().map(one).collect();
    listed(&all)
}

/// `a, b and c`
pub(super) fn listed<T: AsRef<str>>(parts: &[T]) -> String {
    let parts: Vec<&str> = parts.iter().map(AsRef::as_ref).collect();
    match parts.as_slice() {
        [first @ .., last] if !first.is_empty() => format!("{} and {last}", first.join(", ")),
        _ => parts.concat(),
    }
}

fn how(security: &Security) -> String {
    let one = |security: &Security| match security {
        Security::ApiKey(place, name) => code(&format!(
            ".api_key(KeyPlace::{}, {name:?}, key)",
            variant(*place)
        )),
        Security::Basic => "`.basic(user, password)`".to_owned(),
        _ => "`.token(token)`".to_owned(),
    };
    let all: Vec<_> = security.parts().iter().map(one).collect();
    all.join(", ")
}
