//! The names of types: what a definition is called in the document, what an operation says of its
//! body, what an identifier identifies.

use super::PRELUDE;
use super::type_ladder::{Uses, ladder};
use crate::model::Api;
use crate::model::types::{Def, Named, Types};
use crate::names::{Claim, Key, Kind, Lock, Scope, follow_types, is_literal};

/// The types that are in scope where types are declared.
pub(super) const TYPES: [&str; 10] = [
    "Base64",
    "BTreeMap",
    "Date",
    "Deserialize",
    "Id",
    "SecretText",
    "Serialize",
    "Timestamp",
    "UnknownValue",
    "Value",
];

/// A type that is in several places stays where the lock knows it.
pub(super) fn stay(types: &mut Types, lock: &Lock) {
    let Types(types) = types;
    for named in types
        .iter_mut()
        .filter(|named| !named.other_places.is_empty())
    {
        let kind = kind(named);
        let is_known = |place: &[String]| {
            let key = Key::new(place.iter().map(String::as_str));
            lock.name(kind, key.as_str()).is_some()
        };
        if is_known(&named.place) {
            continue;
        }
        let known = named
            .other_places
            .iter()
            .filter(|(place, _)| is_known(place));
        if let Some((place, inner)) = known.min().cloned() {
            named.place = place;
            named.inner = inner;
        }
    }
}

/// The lock in which types that moved, as when a schema of a body becomes a definition, have the
/// names that they had.
pub(super) fn follow(types: &Types, lock: &Lock) -> Lock {
    let types = types.iter().filter_map(|(_, named)| {
        let (kind, members): (Kind, Vec<&str>) = match &named.def {
            Def::Enum(variants) => (
                Kind::Variant,
                variants.iter().map(|v| v.wire.as_str()).collect(),
            ),
            Def::Struct(fields) => (
                Kind::Field,
                fields.iter().map(|field| field.wire.as_str()).collect(),
            ),
            _ => return None,
        };
        Some((lock_key(named), kind, members))
    });
    follow_types(lock, types)
}

/// Gives every type its name.
pub(super) fn name(api: &mut Api, lock: &Lock, next: &mut Lock) {
    let uses = Uses::of(api);
    let claims: Vec<Claim> = api
        .types
        .iter()
        .map(|(id, named)| Claim {
            key: lock_key(named).as_str().to_owned(),
            ladder: ladder(id, named, &uses)
                .into_iter()
                .map(beside_literals)
                .collect(),
        })
        .collect();
    // Identifiers and the other types share one module, and so one scope.
    let mut scope = Scope::new().reserve(PRELUDE).reserve(TYPES);
    let locked = lock.names(Kind::Type).chain(lock.names(Kind::Identifier));
    for (key, name) in locked.filter(|(_, name)| !is_literal(name)) {
        scope.keep(key.as_str(), name);
    }
    // What the document itself gives a name to has it; what would be called alike says more.
    let is_definition = |named: &Named| {
        named.place.first().is_some_and(|p| p == "definition") && named.inner.is_empty()
    };
    let definitions: Vec<Claim> = api
        .types
        .0
        .iter()
        .zip(&claims)
        .filter(|(named, _)| is_definition(named))
        .map(|(_, claim)| claim.clone())
        .collect();
    for (key, name) in scope.settle(&definitions) {
        scope.keep(key, name);
    }
    let names = scope.settle(&claims);
    let Types(types) = &mut api.types;
    for named in types {
        let key = lock_key(named);
        named.name = names.get(key.as_str()).cloned().unwrap_or_default();
        next.record(kind(named), key, named.name.clone());
    }
}

/// What the lock knows a type as.
pub(super) fn kind(named: &Named) -> Kind {
    match named.def {
        Def::Identifier(_) => Kind::Identifier,
        _ => Kind::Type,
    }
}

pub(super) fn lock_key(named: &Named) -> Key {
    let skip = usize::from(matches!(named.def, Def::Identifier(_)));
    Key::new(named.place.iter().skip(skip).map(String::as_str))
}

/// A name that no literal has, and that can have one: what `Pet` needs is `PetArgs`.
fn beside_literals(name: String) -> String {
    match name.strip_suffix('_') {
        Some(word) => format!("{word}Value"),
        None if is_literal(&name) => format!("{name}Value"),
        None => name,
    }
}
