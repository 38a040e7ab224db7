//! Names stay: whatever the order of a document, and however it grows. And no input breaks them.

use std::collections::BTreeSet;

use super::policy::example;
use super::{Kind, Lock, Named, OperationFacts, Reserved, operation_key, plan_operations};

/// A document as lines of methods and paths.
fn document(text: &str) -> Vec<OperationFacts<'_>> {
    let lines = text.lines().filter(|line| !line.trim().is_empty());
    lines.map(|line| example(line).0).collect()
}

fn plan(operations: &[OperationFacts<'_>], lock: &Lock) -> Vec<String> {
    let reserved = Reserved::default();
    let named = plan_operations(operations, lock, &reserved);
    named.iter().map(Named::in_lock).collect()
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

#[test]
fn a_path_of_any_length_is_named_at_once() {
    let path = "/users/{id}/v1.json".repeat(5_000);
    let facts = OperationFacts {
        method: "GET",
        path: &path,
        operation_id: Some(&path),
        tags: vec![&path],
        query: vec![&path],
    };
    let operations = [
        facts.clone(),
        OperationFacts {
            method: "POST",
            ..facts
        },
    ];
    let names = plan(&operations, &Lock::default());
    assert!(names.iter().all(|name| name.len() < 140), "{names:?}");
    assert_ne!(names[0], names[1]);
}

#[test]
fn a_document_with_a_root_may_have_paths_without_one() {
    let nouns = ["cats", "dogs", "birds"].into_iter();
    let lines =
        nouns.flat_map(|noun| (0..8).map(move |n| format!("GET /zoo/{noun}/{{id}}/part{n}\n")));
    let text = ["GET /\n", "GET /{id}\n"]
        .into_iter()
        .map(str::to_owned)
        .chain(lines)
        .collect::<String>();
    let names = plan(&document(&text), &Lock::default());
    assert_eq!(names[..3], ["root.get", "id.get", "cats.part0"]);
}
