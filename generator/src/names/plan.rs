//! The names of all operations of a document.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use super::grouping::{Grouping, Place};
use super::lock::{Key, Kind, Lock};
use super::operation::{self, OperationFacts};
use super::operation_id;
use super::path::Path;
use super::scope::{Claim, Scope};
use super::words::Words;

/// The name of an operation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Named {
    /// Its group: a module, and a method of the client, such as `upcoming_meetings`.
    pub group: String,
    /// Its method in the group, such as `delete_by_email`.
    pub method: String,
    /// The type of the request in the group's module, such as `DeleteByEmail`.
    pub type_name: String,
}

/// Names that the generated crate needs for itself.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reserved {
    /// Modules of the crate and methods of the client.
    pub groups: BTreeSet<String>,
    /// Methods that every group has.
    pub methods: BTreeSet<String>,
    /// Types that every group's module sees.
    pub types: BTreeSet<String>,
}

/// The place of an operation in the lock.
#[must_use]
pub fn operation_key(method: &str, path: &str) -> Key {
    Key::new([method.to_ascii_uppercase().as_str(), path])
}

/// Names the operations of a document, in the order in which they come. No two of them may have
/// both method and path in common.
#[must_use]
pub fn plan_operations(
    operations: &[OperationFacts<'_>],
    lock: &Lock,
    reserved: &Reserved,
) -> Vec<Named> {
    let placed = place_all(operations);
    let locked = locked_operations(lock);
    let groups = name_groups(&placed, &locked, reserved);
    let methods = name_methods(&placed, &locked, &groups, reserved);
    let types = name_types(&methods, reserved);
    placed
        .iter()
        .map(|one| {
            let (group, method) = methods.get(one.key.as_str()).cloned().unwrap_or_default();
            let type_name = types.get(one.key.as_str()).cloned().unwrap_or_default();
            Named {
                group,
                method,
                type_name,
            }
        })
        .collect()
}

/// How many rungs an operation climbed, for those who watch over the policy.
struct Placed<'a> {
    key: Key,
    facts: &'a OperationFacts<'a>,
    path: Path,
    place: Place,
}

impl Placed<'_> {
    /// What the group is known by, however it is spelled.
    fn resource(&self) -> String {
        self.place.group.fold()
    }

    /// The candidates for the method.
    fn ladder(&self) -> Vec<String> {
        let mut ladder = operation_id::candidates(self.facts, &self.path, &self.place);
        ladder.extend(operation::ladder(self.facts, &self.path, &self.place));
        ladder.iter().map(|words| words.snake("call")).collect()
    }
}

fn place_all<'a>(operations: &'a [OperationFacts<'a>]) -> Vec<Placed<'a>> {
    let paths: Vec<Path> = operations
        .iter()
        .map(|facts| Path::of(facts.path))
        .collect();
    let pairs: Vec<_> = operations.iter().zip(&paths).collect();
    let grouping = Grouping::of(&pairs);
    let places: Vec<Place> = pairs
        .iter()
        .map(|(facts, path)| grouping.place(facts, path))
        .collect();
    let parts = operations.iter().zip(paths).zip(places);
    parts
        .map(|((facts, path), place)| Placed {
            key: operation_key(facts.method, facts.path),
            facts,
            path,
            place,
        })
        .collect()
}

/// Group and method of the operations in the lock, by key.
fn locked_operations(lock: &Lock) -> BTreeMap<&str, (&str, &str)> {
    lock.names(Kind::Operation)
        .filter_map(|(key, name)| Some((key.as_str(), name.split_once('.')?)))
        .collect()
}

/// The name of each group, by resource. Of all its spellings a resource gets the one with most
/// words (`calendarGroup` beside `calendargroup`), and the plural if a path has it (`/containers`
/// beside the tag `Container`). A group that the lock knows keeps its name.
fn name_groups(
    placed: &[Placed<'_>],
    locked: &BTreeMap<&str, (&str, &str)>,
    reserved: &Reserved,
) -> BTreeMap<String, String> {
    let mut spellings: BTreeMap<String, BTreeSet<Words>> = BTreeMap::new();
    let mut votes: BTreeMap<String, BTreeMap<&str, usize>> = BTreeMap::new();
    for one in placed {
        let spelled = spellings.entry(one.resource()).or_default();
        spelled.insert(one.place.group.clone());
        if one.place.noun.singular() == one.place.group.singular() {
            spelled.insert(one.place.noun.clone());
        }
        spelled.extend(
            one.facts
                .operation_id
                .and_then(|id| spelled_in(id, &one.resource())),
        );
        if let Some((group, _)) = locked.get(one.key.as_str()) {
            *votes
                .entry(one.resource())
                .or_default()
                .entry(group)
                .or_default() += 1;
        }
    }
    let mut scope = Scope::new().reserve(reserved.groups.iter().map(String::as_str));
    for (resource, votes) in votes {
        if let Some((group, _)) = votes.into_iter().rev().max_by_key(|(_, count)| *count) {
            scope.keep(resource, group);
        }
    }
    let claims: Vec<Claim> = spellings
        .into_iter()
        .map(|(key, spelled)| {
            let mut spelled: Vec<Words> = spelled.into_iter().collect();
            spelled.sort_by_key(|words| (Reverse(words.len()), !words.is_plural()));
            let api = spelled.first().map(|words| words.then(&Words::of("api")));
            let ladder = spelled
                .iter()
                .chain(&api)
                .map(|words| words.snake("group"))
                .collect();
            Claim { key, ladder }
        })
        .collect();
    scope.settle(&claims)
}

/// The words of an `operationId` that spell a resource, such as `access control` in
/// `accessControl.add` for `accesscontrol`.
fn spelled_in(id: &str, resource: &str) -> Option<Words> {
    let words = Words::of(id);
    let ranges =
        (0..words.len()).flat_map(|start| (start + 1..=words.len()).map(move |end| start..end));
    ranges
        .map(|range| words.slice(range))
        .find(|part| part.fold() == resource)
}

/// Group and method of each operation, by key.
fn name_methods(
    placed: &[Placed<'_>],
    locked: &BTreeMap<&str, (&str, &str)>,
    groups: &BTreeMap<String, String>,
    reserved: &Reserved,
) -> BTreeMap<String, (String, String)> {
    let mut claims: BTreeMap<String, Vec<Claim>> = BTreeMap::new();
    for one in placed {
        let key = one.key.as_str();
        let group = match locked.get(key) {
            Some((group, _)) => (*group).to_owned(),
            None => groups.get(&one.resource()).cloned().unwrap_or_default(),
        };
        let claim = Claim {
            key: key.to_owned(),
            ladder: one.ladder(),
        };
        claims.entry(group).or_default().push(claim);
    }
    let mut named = BTreeMap::new();
    for (group, claims) in claims {
        let mut scope = Scope::new().reserve(reserved.methods.iter().map(String::as_str));
        for (key, (of, method)) in locked {
            if *of == group {
                scope.keep(*key, *method);
            }
        }
        for (key, method) in scope.settle(&claims) {
            named.insert(key, (group.clone(), method));
        }
    }
    named
}

/// The request's type of each operation, by key: the method in Pascal case, with the group's noun
/// where that would be a name of the language or the crate.
fn name_types(
    methods: &BTreeMap<String, (String, String)>,
    reserved: &Reserved,
) -> BTreeMap<String, String> {
    let mut claims: BTreeMap<&str, Vec<Claim>> = BTreeMap::new();
    for (key, (group, method)) in methods {
        let short = Words::of(method);
        let with_noun = short.then(&Words::of(group).singular());
        let request = short.then(&Words::of("request"));
        let ladder = [short, with_noun, request]
            .map(|words| words.pascal("Call"))
            .to_vec();
        claims.entry(group).or_default().push(Claim {
            key: key.clone(),
            ladder,
        });
    }
    let scope = Scope::new().reserve(reserved.types.iter().map(String::as_str));
    claims
        .values()
        .flat_map(|claims| scope.settle(claims))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A document as lines: method, path, and where they matter the query (`?a,b`), the
    /// `operationId` (`=id`) and the tags (`#a,b`).
    fn document(text: &str) -> Vec<OperationFacts<'_>> {
        text.lines()
            .filter(|line| !line.trim().is_empty())
            .map(operation)
            .collect()
    }

    fn operation(line: &str) -> OperationFacts<'_> {
        let mut words = line.split_whitespace();
        let mut facts = OperationFacts {
            method: words.next().unwrap_or_default(),
            path: words.next().unwrap_or_default(),
            ..OperationFacts::default()
        };
        for word in words {
            let (mark, rest) = word.split_at(1);
            match mark {
                "?" => facts.query = rest.split(',').collect(),
                "=" => facts.operation_id = Some(rest),
                _ => facts.tags = rest.split(',').collect(),
            }
        }
        facts
    }

    fn plan(operations: &[OperationFacts<'_>], lock: &Lock) -> Vec<String> {
        let reserved = Reserved::default();
        let named = plan_operations(operations, lock, &reserved);
        named
            .into_iter()
            .map(|one| format!("{}.{}", one.group, one.method))
            .collect()
    }

    fn locked(operations: &[OperationFacts<'_>], names: &[String]) -> Lock {
        let mut lock = Lock::default();
        for (facts, name) in operations.iter().zip(names) {
            lock.record(
                Kind::Operation,
                operation_key(facts.method, facts.path),
                name,
            );
        }
        lock
    }

    const SHOP: &str = "
        GET    /v1/orders
        GET    /v2/orders
        PUT    /v1/orders/{id}
        PATCH  /v1/orders/{id}
        POST   /v1/orders/{id}
        GET    /v1/orders/{id}/refund
        POST   /v1/orders/{id}/refund
        GET    /v1/types
        GET    /v1/order
    ";

    #[test]
    fn the_order_of_the_document_does_not_matter() {
        let mut operations = document(SHOP);
        let names = plan(&operations, &Lock::default());
        for _ in 0..operations.len() {
            operations.rotate_left(1);
            let mut turned = plan(&operations, &Lock::default());
            turned.sort();
            let mut sorted = names.clone();
            sorted.sort();
            assert_eq!(turned, sorted);
        }
        operations.reverse();
        let reversed = plan(&operations, &Lock::default());
        assert_eq!(reversed.into_iter().rev().collect::<Vec<_>>(), names);
    }

    #[test]
    fn a_longer_document_keeps_the_names_in_the_lock() {
        let all = document(SHOP);
        for length in 0..all.len() {
            let before = plan(&all[..length], &Lock::default());
            let after = plan(&all, &locked(&all[..length], &before));
            assert_eq!(after[..length], before);
            let distinct: BTreeSet<&String> = after.iter().collect();
            assert_eq!(distinct.len(), all.len(), "{after:?}");
        }
    }

    #[test]
    fn a_name_that_is_gone_is_not_given_to_another_operation() {
        let old = document("GET /orders/{id}");
        let new = document("GET /orders/{id}/{version_id}");
        let mut lock = locked(&old, &plan(&old, &Lock::default()));
        assert_eq!(
            plan(&new, &lock.renew()),
            ["orders.get_by_id_and_version_id"]
        );
        lock = Lock::default();
        assert_eq!(plan(&new, &lock), ["orders.get"]);
    }

    #[test]
    fn new_operations_join_the_group_that_the_lock_knows() {
        let old = document("GET /orders");
        let lock = locked(&old, &["purchases.all".to_owned()]);
        let new = document("GET /orders\nPOST /orders");
        assert_eq!(plan(&new, &lock), ["purchases.all", "purchases.create"]);
    }

    #[test]
    fn reserved_names_grow_by_meaning() {
        let reserved = Reserved {
            groups: ["types".to_owned()].into(),
            methods: BTreeSet::new(),
            types: ["Copy".to_owned(), "Send".to_owned()].into(),
        };
        let operations = document("POST /files/{id}/copy\nGET /types");
        let named = plan_operations(&operations, &Lock::default(), &reserved);
        assert_eq!(named[0].method, "copy");
        assert_eq!(named[0].type_name, "CopyFile");
        assert_eq!(named[1].group, "types_api");
    }

    #[test]
    fn no_input_panics_or_repeats_a_name() {
        let odd = [
            "",
            "/",
            "{",
            "}",
            "/{}",
            "/{{a}}",
            "?",
            "/?=&",
            "/a?b#c",
            "(",
            "/a()",
            ":",
            "/\u{0}",
            "/名/{称}",
            "/1/2",
            "/type/self",
            "&#xffffffff;",
            "/a b",
        ];
        let methods = ["get", "POST", "put", "delete", "x-odd", ""];
        let operations: Vec<OperationFacts<'_>> = odd
            .iter()
            .flat_map(|path| methods.iter().map(|method| (*method, *path)))
            .map(|(method, path)| OperationFacts {
                method,
                path,
                operation_id: Some(path),
                tags: vec![path],
                query: vec![path],
            })
            .collect();
        let names = plan(&operations, &Lock::default());
        let distinct: BTreeSet<&String> = names.iter().collect();
        assert_eq!(distinct.len(), operations.len());
        assert!(Lock::parse(&locked(&operations, &names).render()).is_ok());
    }
}
