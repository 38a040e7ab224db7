//! The names of types: what a definition is called in the document, what an operation says of its
//! body, what an identifier identifies.

use std::collections::BTreeMap;

use super::PRELUDE;
use crate::model::Api;
use crate::model::types::{Def, Named, Types};
use crate::names::number::singular;
use crate::names::{Claim, Key, Kind, Lock, Scope, Words, follow_types, is_literal};

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

/// Module and method of each operation, by its key.
type Operations<'a> = BTreeMap<&'a str, (&'a str, &'a str)>;

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
    let operations: Operations = api
        .groups
        .iter()
        .flat_map(|group| {
            group
                .operations
                .iter()
                .map(move |operation| (group, operation))
        })
        .map(|(group, operation)| {
            (
                operation.key.as_str(),
                (group.module.as_str(), operation.name.as_str()),
            )
        })
        .collect();
    let claims: Vec<Claim> = api
        .types
        .0
        .iter()
        .map(|named| Claim {
            key: lock_key(named).as_str().to_owned(),
            ladder: ladder(named, &operations)
                .into_iter()
                .map(beside_literals)
                .collect(),
        })
        .collect();
    // Identifiers and the other types share one module, and so one scope.
    let mut scope = Scope::new().reserve(PRELUDE).reserve(TYPES);
    for (key, name) in lock.names(Kind::Type).chain(lock.names(Kind::Identifier)) {
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

/// Candidates for the name of a type.
fn ladder(named: &Named, operations: &Operations<'_>) -> Vec<String> {
    let pascal = |words: &Words| words.pascal("Value");
    let inner: Words = named
        .inner
        .iter()
        .fold(Words::default(), |all, word| all.then(&Words::of(word)));
    let last = named
        .inner
        .last()
        .map(|word| Words::of(word))
        .unwrap_or_default();
    let kind = named.place.first().map_or("", String::as_str);
    let whole = named
        .place
        .iter()
        .fold(Words::default(), |all, part| all.then(&Words::of(part)));
    let root = match kind {
        "identifier" => {
            return vec![
                pascal(&inner),
                pascal(&inner.then(&Words::of("identifier"))),
            ];
        }
        "any" => Words::of("any").then(&Words::of(&named.place[1])),
        "definition" => Words::of(named.place.get(1).map_or("", String::as_str)),
        _ => root(named, operations, kind),
    };
    let mut ladder = if named.inner.is_empty() {
        let fuller = match operations.get(named.place.get(1).map_or("", String::as_str)) {
            // It ends in its kind already.
            Some((group, method)) if root.fold().ends_with(kind) => {
                let noun = Words::of(group).with_last(singular);
                noun.then(&Words::of(method)).then(&Words::of(kind))
            }
            _ => root.then(&Words::of(kind)),
        };
        vec![pascal(&root), pascal(&fuller)]
    } else {
        vec![
            pascal(&last),
            pascal(&root.then(&last)),
            pascal(&root.then(&inner)),
        ]
    };
    // The field `customer` can hold a `Customer` among others, so its union is not called that.
    if matches!(named.def, Def::Union(_)) && !named.inner.is_empty() {
        ladder.remove(0);
    }
    // What the document itself calls a list of values says more than where it stands.
    if let Some(hint) = &named.hint {
        ladder.insert(0, pascal(&Words::of(hint)));
    }
    ladder.push(pascal(&whole));
    ladder
}

/// What stands in an operation is named after it: `create` in `meetings` has a `CreateMeetingBody`.
fn root(named: &Named, operations: &Operations<'_>, kind: &str) -> Words {
    let key = named.place.get(1).map_or("", String::as_str);
    let Some((group, method)) = operations.get(key) else {
        return Words::of(key);
    };
    let (group, method) = (Words::of(group), Words::of(method));
    let noun = group.with_last(singular);
    match kind {
        // What a call gives is the thing itself: `meetings().get` gives a `Meeting`.
        "reply" if named.inner.is_empty() && matches!(method.fold().as_str(), "get" | "list") => {
            noun
        }
        "reply" if named.inner.is_empty() => noun.then(&method).then(&Words::of("reply")),
        // A method that is a verb alone says too little without its noun.
        _ if named.inner.is_empty() && method.len() > 1 => method.then(&Words::of(kind)),
        _ if named.inner.is_empty() => method.then(&noun).then(&Words::of(kind)),
        _ if method.len() > 1 => method,
        _ => method.then(&noun),
    }
}
