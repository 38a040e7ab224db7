//! Names of schemes: how callers prove who they are, where there are several ways.

use super::super::NamedScheme;
use super::settle;
use crate::draft::Security;
use crate::names::{Claim, Key, Kind, Lock, Words};

/// Names them as the document does, and where two are called alike by what they are, too.
pub(super) fn name(schemes: &mut [NamedScheme], lock: &Lock, next: &mut Lock) {
    let key = |scheme: &NamedScheme| Key::new(["scheme", &scheme.wire]);
    // `with_` stands before it, so that keywords do no harm.
    let words = |scheme: &NamedScheme| {
        let name = Words::of(&scheme.wire).snake("scheme");
        name.trim_end_matches('_').to_owned()
    };
    // The other setters of a token.
    let tokens = schemes.iter().filter(|scheme| scheme.way.is_token());
    let taken: Vec<_> = tokens
        .flat_map(|one| ["session", "source"].map(|suffix| format!("{}_{suffix}", words(one))))
        .collect();
    let taken: Vec<_> = taken.iter().map(String::as_str).collect();
    let claims: Vec<_> = schemes
        .iter()
        .map(|scheme| {
            let name = words(scheme);
            let kind = match &scheme.way {
                Security::ApiKey(place, _) => place.word(),
                Security::Basic => "password",
                Security::OAuth2(_) | Security::Bearer | Security::All(_) => "token",
            };
            Claim {
                key: key(scheme).as_str().to_owned(),
                ladder: vec![name.clone(), format!("{name}_{kind}")],
            }
        })
        .collect();
    let names = settle(&claims, Kind::Field, &taken, lock);
    for scheme in schemes {
        let key = key(scheme);
        scheme.name = names.get(key.as_str()).cloned().unwrap_or_default();
        next.record(Kind::Field, key, scheme.name.clone());
    }
}
