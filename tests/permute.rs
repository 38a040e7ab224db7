//! Documents in another order.

use serde::Deserialize;
use serde_yaml::{Mapping, Value};

/// How the entries of a map are put.
#[derive(Clone, Copy, Debug)]
pub enum Order {
    /// The last one first.
    Reversed,
    /// In an order that depends on this number, and on nothing else.
    Shuffled(u64),
}

/// The first document of a YAML stream, with its keys in order.
#[must_use]
pub fn document(text: &str) -> Option<Value> {
    let first = serde_yaml::Deserializer::from_str(text).next()?;
    Value::deserialize(first).ok()
}

/// The document with the entries of all its maps in another order. That of lists has a meaning,
/// and stays.
#[must_use]
pub fn everywhere(value: &Value, order: Order) -> Value {
    match value {
        Value::Mapping(map) => {
            let entries = map
                .iter()
                .map(|(key, value)| (key.clone(), everywhere(value, order)));
            Value::Mapping(put(entries.collect(), order))
        }
        Value::Sequence(items) => {
            Value::Sequence(items.iter().map(|item| everywhere(item, order)).collect())
        }
        value => value.clone(),
    }
}

/// The document with its paths, its operations and its definitions in another order.
#[must_use]
pub fn operations(value: &Value, order: Order) -> Value {
    let mut value = value.clone();
    for name in ["paths", "definitions", "parameters", "responses"] {
        let Some(Value::Mapping(map)) = value.get_mut(name) else {
            continue;
        };
        for (_, item) in map.iter_mut().filter(|_| name == "paths") {
            if let Value::Mapping(item) = item {
                *item = put(std::mem::take(item).into_iter().collect(), order);
            }
        }
        *map = put(std::mem::take(map).into_iter().collect(), order);
    }
    value
}

fn put(mut entries: Vec<(Value, Value)>, order: Order) -> Mapping {
    match order {
        Order::Reversed => entries.reverse(),
        Order::Shuffled(seed) => shuffle(&mut entries, seed),
    }
    entries.into_iter().collect()
}

/// Fisher and Yates, with the numbers of a small generator: what goes wrong once goes wrong again.
fn shuffle<T>(items: &mut [T], seed: u64) {
    let mut state = seed;
    for last in (1..items.len()).rev() {
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        let number = usize::try_from(state >> 33).unwrap_or_default();
        items.swap(last, number % (last + 1));
    }
}
