//! The Paths Object. Two paths that differ in nothing but the names of their values are one path in
//! OpenAPI, and a document may not have both.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value};

use crate::model::{Api, Operation};

/// One path of the export.
struct Item {
    path: String,
    /// The operations by method.
    members: Map<String, Value>,
}

/// All operations by path and method, as `written` gives each with the names of its values.
pub(super) fn paths(api: &Api, written: impl Fn(&Operation, &Names) -> Value) -> Value {
    let mut by_path: BTreeMap<&str, Vec<&Operation>> = BTreeMap::new();
    for operation in api.operations() {
        by_path.entry(&operation.path).or_default().push(operation);
    }
    let mut items: BTreeMap<String, Vec<Item>> = BTreeMap::new();
    for (&path, operations) in &by_path {
        let alike = items.entry(shape(path)).or_default();
        let methods: BTreeSet<_> = operations.iter().map(|one| method(one)).collect();
        let free = |item: &Item| {
            Names::new(path, &item.path).is_some()
                && methods.iter().all(|one| !item.members.contains_key(one))
        };
        let at = alike.iter().position(free).unwrap_or_else(|| {
            alike.push(Item::new(path, alike, &by_path));
            alike.len() - 1
        });
        let item = &mut alike[at];
        let names = Names::new(path, &item.path).unwrap_or_default();
        for operation in operations {
            let value = written(operation, &names);
            item.members.insert(method(operation), value);
        }
    }
    let all = items.into_values().flatten();
    all.map(|item| (escaped(&item.path), Value::Object(item.members)))
        .collect::<Map<_, _>>()
        .into()
}

fn method(operation: &Operation) -> String {
    operation.method.to_ascii_lowercase()
}

impl Item {
    /// One that is written as no other of its shape is. What stands behind a `#` is never sent.
    fn new(path: &str, others: &[Item], paths: &BTreeMap<&str, Vec<&Operation>>) -> Self {
        let mut item = Self {
            path: path.to_owned(),
            members: Map::new(),
        };
        if others.is_empty() {
            return item;
        }
        let separator = if path.contains('#') { ',' } else { '#' };
        item.path.push(separator);
        item.path.push_str(&values(path).join(","));
        while paths.contains_key(item.path.as_str())
            || others.iter().any(|other| other.path == item.path)
        {
            item.path.push('_');
        }
        item
    }
}

/// A path whose braces are all around values: others are written as they travel.
fn escaped(path: &str) -> String {
    let mut written = String::with_capacity(path.len());
    let mut rest = path;
    while let Some(at) = rest.find(['{', '}']) {
        let (before, brace) = rest.split_at(at);
        written.push_str(before);
        let closed = brace.find('}').filter(|_| brace.starts_with('{'));
        let whole = closed.filter(|end| !brace[1..*end].contains('{'));
        let end = whole.map_or(1, |end| end + 1);
        written.push_str(match whole {
            Some(_) => &brace[..end],
            None if brace.starts_with('{') => "%7B",
            None => "%7D",
        });
        rest = &brace[end..];
    }
    written + rest
}

/// The path without the names of its values.
fn shape(path: &str) -> String {
    let mut shape = path.to_owned();
    for name in values(path) {
        shape = shape.replacen(&format!("{{{name}}}"), "{}", 1);
    }
    shape
}

/// The names in the braces of a path.
fn values(path: &str) -> Vec<&str> {
    let parts = path.split('{').skip(1);
    parts
        .filter_map(|rest| rest.split_once('}').map(|(name, _)| name))
        .collect()
}

/// What the values of a path are called in the export.
#[derive(Default)]
pub(super) struct Names(BTreeMap<String, String>);

impl Names {
    /// Nothing where one path has a name twice, and the other has not.
    fn new(path: &str, written: &str) -> Option<Self> {
        let (ours, theirs) = (values(path), values(written));
        let pairs: BTreeSet<_> = ours.iter().zip(&theirs).collect();
        let distinct = |names: &[&str]| names.iter().collect::<BTreeSet<_>>().len();
        (pairs.len() == distinct(&ours) && pairs.len() == distinct(&theirs)).then(|| {
            let named = pairs.into_iter();
            Self(
                named
                    .map(|(one, other)| ((*one).to_owned(), (*other).to_owned()))
                    .collect(),
            )
        })
    }

    /// The name of a value, which the document may call otherwise.
    pub(super) fn of<'n>(&'n self, wire: &'n str) -> &'n str {
        self.0.get(wire).map_or(wire, String::as_str)
    }
}

#[cfg(test)]
mod tests {
    use super::escaped;

    #[test]
    fn braces_around_nothing_are_escaped() {
        for (path, expected) in [
            ("/pets/{id}", "/pets/{id}"),
            ("/pets/{id", "/pets/%7Bid"),
            ("/pets/id}/{tag}", "/pets/id%7D/{tag}"),
            ("/pets/{a{b}}", "/pets/%7Ba{b}%7D"),
            ("/pets/{}", "/pets/{}"),
        ] {
            assert_eq!(escaped(path), expected);
        }
    }
}
