//! The plan of names: every Rust name of the client, given once, over everything that was settled.
//!
//! What a name is made of is decided in [`names`](crate::names); here each thing gets its place in
//! the lock, its scope, and its candidates from the short one to the one that says everything.

mod choices;
mod members;
mod named_types;
mod schemes;
mod type_ladder;

use std::collections::BTreeMap;

use super::types::{Def, Type, TypeId, Types};
use super::{Api, Group, Known, Operation, Place};
use crate::names::{
    Claim, Key, Kind, Lock, OperationFacts, Reserved, Scope, Words, follow, operation_key,
    plan_operations,
};

/// Modules of the crate and methods of the client that are no groups, a crate that its root uses, files
/// that Cargo takes for the root of a crate, and names that no file can have everywhere.
#[rustfmt::skip]
const GROUPS: &[&str] = &[
    "runtime", "types", "blocking", "mock", "oauth2", "new", "builder", "call", "base_url",
    "ensure_token", "serde_json", "lib", "main", "clone", "into", "try_into",
    "aux", "con", "nul", "prn",
];

/// Methods of a group that are no operations: its own, and those that every type has, which take the
/// value itself, so that Rust would find them first.
const METHODS: &[&str] = &["new", "into", "try_into"];

/// What is in scope everywhere: a type of that name would stand in its way (the prelude of Rust, and
/// what derives are called).
const PRELUDE: [&str; 42] = [
    "AsMut",
    "AsRef",
    "Box",
    "Clone",
    "Copy",
    "Debug",
    "Default",
    "DoubleEndedIterator",
    "Drop",
    "Eq",
    "Err",
    "ExactSizeIterator",
    "Extend",
    "Fn",
    "FnMut",
    "FnOnce",
    "From",
    "FromIterator",
    "Future",
    "Hash",
    "Into",
    "IntoFuture",
    "IntoIterator",
    "Iterator",
    "None",
    "Ok",
    "Option",
    "Ord",
    "PartialEq",
    "PartialOrd",
    "Result",
    "Send",
    "Sized",
    "Some",
    "String",
    "Sync",
    "ToOwned",
    "ToString",
    "TryFrom",
    "TryInto",
    "Unpin",
    "Vec",
];

/// The types that are in scope where requests are declared.
const REQUESTS: [&str; 16] = [
    "About",
    "Base64",
    "BTreeMap",
    "Body",
    "Call",
    "Date",
    "Error",
    "ListStyle",
    "Method",
    "Operation",
    "Reply",
    "RequestWriter",
    "SecretText",
    "Timestamp",
    "Value",
    "Via",
];

/// The methods that every call has, so that no value can be set by a method of that name.
#[rustfmt::skip]
pub const CALL: &[&str] = &[
    "body", "clone", "form_value", "header", "http_request", "idempotent", "into_future", "into_request", "json_body",
    "map", "new", "operation", "operation_mut", "options", "outcome", "query_value", "raw", "raw_body",
    "read", "send", "timeout",
];

/// Names everything in `api`. Names that people chose stand in the lock, so to say; those that can't
/// be given are returned beside the lock of the next run.
pub fn name(api: &mut Api, lock: &Lock) -> (Lock, Vec<Known<String>>) {
    let lock = {
        let operations = api.operations();
        &follow(
            lock,
            operations.map(|o| (o.method.as_str(), o.path.as_str())),
        )
    };
    named_types::stay(&mut api.types, lock);
    let lock = &named_types::follow(&api.types, lock);
    let mut next = lock.renew();
    let lock = &choices::stand_in(api, lock);
    schemes::name(&mut api.schemes, lock, &mut next);
    operations(api, lock, &mut next);
    let concepts = concepts(&api.types);
    for group in &mut api.groups {
        for operation in &mut group.operations {
            parameters(operation, &concepts, lock, &mut next);
        }
    }
    named_types::name(api, lock, &mut next);
    for named in &mut api.types.0 {
        members::name(named, &concepts, lock, &mut next);
    }
    (next, choices::refused(api))
}

/// A name for an argument that holds what is called so on the wire, or `fallback` where that is no
/// word.
#[must_use]
pub fn argument(wire: &str, fallback: &str) -> String {
    Words::of(wire).snake(fallback)
}

/// The words of each identifier: they name what holds one, however that is spelled on the wire.
fn concepts(types: &Types) -> BTreeMap<TypeId, Words> {
    types
        .iter()
        .filter(|(_, named)| matches!(named.def, Def::Identifier(_)))
        .map(|(id, named)| (id, Words::of(&named.inner.join(" "))))
        .collect()
}

/// The words that name a value: those of what it identifies, or those of its name on the wire.
fn value_words(wire: &str, ty: &Type, concepts: &BTreeMap<TypeId, Words>) -> Words {
    let words = Words::of(wire);
    let concept = match ty {
        Type::Named(id) => concepts.get(id),
        _ => None,
    };
    concept
        .filter(|concept| concept.fold() == words.fold())
        .cloned()
        .unwrap_or(words)
}

/// Groups and methods.
fn operations(api: &mut Api, lock: &Lock, next: &mut Lock) {
    let operations: Vec<Operation> = std::mem::take(&mut api.groups)
        .into_iter()
        .flat_map(|group| group.operations)
        .collect();
    let facts: Vec<_> = operations.iter().map(facts).collect();
    let owned = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect();
    let reserved = Reserved {
        groups: owned(GROUPS),
        methods: owned(METHODS),
        types: owned(&[PRELUDE.as_slice(), &REQUESTS].concat()),
    };
    let mut named = plan_operations(&facts, lock, &reserved);
    let lock = choices::stand_in_for_operations(&operations, &named, lock, &reserved);
    if let Some(lock) = lock {
        named = plan_operations(&facts, &lock, &reserved);
    }
    let mut groups: BTreeMap<String, Vec<Operation>> = BTreeMap::new();
    for (mut operation, name) in operations.into_iter().zip(named) {
        let key = operation_key(&operation.method, &operation.path);
        next.record(
            Kind::Operation,
            key,
            format!("{}.{}", name.group, name.method),
        );
        operation.name = name.method;
        operation.type_name = name.type_name;
        groups.entry(name.group).or_default().push(operation);
    }
    api.groups = groups
        .into_iter()
        .map(|(module, mut operations)| {
            // The order of the document means nothing; that of the paths reads well.
            operations.sort_by_cached_key(|o| (o.path.clone(), method_order(&o.method)));
            Group {
                type_name: group_type(&module, &operations),
                module,
                operations,
            }
        })
        .collect();
}

/// Reading before writing, and deleting last.
fn method_order(method: &str) -> usize {
    ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"]
        .iter()
        .position(|known| *known == method)
        .unwrap_or(usize::MAX)
}

fn facts(operation: &Operation) -> OperationFacts<'_> {
    OperationFacts {
        method: &operation.method,
        path: &operation.path,
        query: operation
            .parameters
            .iter()
            .filter(|parameter| parameter.place == Place::Query)
            .map(|parameter| parameter.wire.as_str())
            .collect(),
        operation_id: operation.operation_id.as_ref().map(|id| id.value.as_str()),
        tags: operation.tags.iter().map(String::as_str).collect(),
    }
}

/// The type of a group: its module's name, or `…Group` where a request has that name already.
fn group_type(module: &str, operations: &[Operation]) -> String {
    let name = Words::of(module).pascal("Group");
    let taken = |name: &str| {
        PRELUDE.contains(&name)
            || REQUESTS.contains(&name)
            || operations.iter().any(|operation| {
                operation.type_name == name || format!("{}Args", operation.type_name) == name
            })
    };
    if taken(&name) {
        format!("{name}Group")
    } else {
        name
    }
}

fn parameters(
    operation: &mut Operation,
    concepts: &BTreeMap<TypeId, Words>,
    lock: &Lock,
    next: &mut Lock,
) {
    let key = operation.key.clone();
    let place = |place: Place, wire: &str| parameter_key(&key, place, wire);
    let claims: Vec<Claim> = operation
        .parameters
        .iter()
        .map(|parameter| {
            let name = value_words(&parameter.wire, &parameter.ty, concepts);
            Claim {
                key: place(parameter.place, &parameter.wire).as_str().to_owned(),
                ladder: value_ladder(&name, &parameter.wire, parameter.place.word()),
            }
        })
        .collect();
    let names = settle(&claims, Kind::Field, CALL, lock);
    for parameter in &mut operation.parameters {
        let key = place(parameter.place, &parameter.wire);
        parameter.name = names.get(key.as_str()).cloned().unwrap_or_default();
        next.record(Kind::Field, key, parameter.name.clone());
    }
    if let Some(body) = &mut operation.body {
        "body".clone_into(&mut body.name);
    }
}

fn parameter_key(operation: &str, place: Place, wire: &str) -> Key {
    Key::new(["parameter", operation, place.word(), wire])
}

/// The candidates for a parameter or a field. Where another one has the same letters on the wire
/// (`organizerKey`, `organizerkey`), the way they are spelled is all that tells them apart.
fn value_ladder(name: &Words, wire: &str, kind: &str) -> Vec<String> {
    [
        name.clone(),
        name.then(&Words::of(kind)),
        name.then(&Words::of(spelling(wire))),
    ]
    .iter()
    .map(|words| words.snake(kind))
    .collect()
}

/// The style in which a name is spelled.
fn spelling(wire: &str) -> &'static str {
    let has = |what: fn(char) -> bool| wire.chars().any(what);
    match (has(char::is_uppercase), has(char::is_lowercase)) {
        _ if wire.contains('_') => "snake",
        _ if wire.contains('-') => "kebab",
        (true, true) if wire.starts_with(char::is_uppercase) => "pascal",
        (true, true) => "camel",
        (true, false) => "upper",
        (false, _) => "lower",
    }
}

/// Names in one scope, with what the lock holds for those who are in it.
fn settle(
    claims: &[Claim],
    kind: Kind,
    reserved: &[&str],
    lock: &Lock,
) -> BTreeMap<String, String> {
    let mut scope = Scope::new().reserve(reserved.iter().copied());
    for claim in claims {
        if let Some(name) = lock.name(kind, &claim.key) {
            scope.keep(claim.key.as_str(), name);
        }
    }
    scope.settle(claims)
}
