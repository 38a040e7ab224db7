//! Operations that are the same under another key: a path parameter that is called differently
//! changes the template of a path, and nothing that a program could notice.

use std::collections::{BTreeMap, BTreeSet};

use super::key::Key;
use super::lock::{Kind, Lock};
use super::plan::operation_key;

/// The path with its parameters unnamed: `/groups/{}/organizers`. Paths of one shape are one URL.
#[must_use]
pub fn shape(path: &str) -> String {
    let mut shape = String::with_capacity(path.len());
    let mut rest = path;
    while let Some((fixed, parameter)) = rest.split_once('{') {
        let Some((_, after)) = parameter.split_once('}') else {
            break;
        };
        shape.push_str(fixed);
        shape.push_str("{}");
        rest = after;
    }
    shape.push_str(rest);
    shape
}

/// The lock in which each of `operations`, given by method and path, has the names it had when its
/// path parameters were called differently. Where that is not plain, nothing moves.
#[must_use]
pub fn follow<'a>(lock: &Lock, operations: impl IntoIterator<Item = (&'a str, &'a str)>) -> Lock {
    let mut here = BTreeMap::new();
    for (method, path) in operations {
        here.insert(operation_key(method, path), format!("{method} {path}"));
    }
    // By shape: the operations that the lock alone knows, and those that it does not know.
    let mut moves: BTreeMap<String, (Vec<String>, Vec<String>)> = BTreeMap::new();
    for (key, _) in lock.names(Kind::Operation) {
        if !here.contains_key(key) {
            let known = key.parts().join(" ");
            moves.entry(shape(&known)).or_default().0.push(known);
        }
    }
    for (key, operation) in here {
        if lock.name(Kind::Operation, key.as_str()).is_none()
            && let Some((_, new)) = moves.get_mut(&shape(&operation))
        {
            new.push(operation);
        }
    }
    let moves: BTreeMap<String, String> = moves
        .into_values()
        .filter_map(
            |(old, new)| match (<[_; 1]>::try_from(old), <[_; 1]>::try_from(new)) {
                (Ok([old]), Ok([new])) => Some((old, new)),
                _ => None,
            },
        )
        .collect();
    if moves.is_empty() {
        return lock.clone();
    }
    lock.with_keys(|kind, key| moved(kind, key, &moves))
}

/// The key under which a line is found now.
fn moved(kind: Kind, key: &Key, moves: &BTreeMap<String, String>) -> Option<Key> {
    let mut parts = key.parts();
    if kind == Kind::Operation {
        let (method, path) = moves.get(&parts.join(" "))?.split_once(' ')?;
        return Some(operation_key(method, path));
    }
    // `body "PUT /x/{id}" field`, `parameter "GET /x/{id}" path id`
    let operation = parts.get_mut(1)?;
    moves.get(operation)?.clone_into(operation);
    Some(Key::new(parts.iter().map(String::as_str)))
}

/// What a type is made of.
type Members = BTreeSet<(Kind, String)>;

/// The lock in which each of `types`, given by key, kind of members and their names on the wire, has the
/// names that it had at another place: there is one type that is gone with these members, and one
/// that is new.
#[must_use]
pub fn follow_types<'a>(
    lock: &Lock,
    types: impl IntoIterator<Item = (Key, Kind, Vec<&'a str>)>,
) -> Lock {
    let mut members: BTreeMap<String, Members> = BTreeMap::new();
    for kind in [Kind::Field, Kind::Variant] {
        for (key, _) in lock.names(kind) {
            let mut parts = key.parts();
            if let Some(member) = parts.pop() {
                let of = Key::new(parts.iter().map(String::as_str));
                let of = members.entry(of.as_str().to_owned()).or_default();
                of.insert((kind, member));
            }
        }
    }
    let mut here = BTreeSet::new();
    // By members: the types that the lock alone knows, and those that it does not know.
    let mut moves: BTreeMap<Members, (Vec<Key>, Vec<Key>)> = BTreeMap::new();
    for (key, kind, found) in types {
        let is_new = lock.name(Kind::Type, key.as_str()).is_none();
        here.insert(key.clone());
        if is_new && !found.is_empty() {
            let found = found.into_iter().map(|member| (kind, member.to_owned()));
            moves.entry(found.collect()).or_default().1.push(key);
        }
    }
    for (key, _) in lock.names(Kind::Type) {
        let found = members.get(key.as_str()).filter(|_| !here.contains(key));
        if let Some((gone, _)) = found.and_then(|found| moves.get_mut(found)) {
            gone.push(key.clone());
        }
    }
    let moves: BTreeMap<Vec<String>, Vec<String>> = moves
        .into_values()
        .filter_map(|(old, new)| match (old.as_slice(), new.as_slice()) {
            ([old], [new]) => Some((old.parts(), new.parts())),
            _ => None,
        })
        .collect();
    if moves.is_empty() {
        return lock.clone();
    }
    lock.with_keys(|kind, key| {
        let mut parts = key.parts();
        let member = match kind {
            Kind::Type => None,
            Kind::Field | Kind::Variant => parts.pop(),
            _ => return None,
        };
        let new = moves.get(&parts)?.iter().cloned().chain(member);
        let new: Vec<String> = new.collect();
        Some(Key::new(new.iter().map(String::as_str)))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const LOCK: &str = "\
field body \"PUT /groups/{groupKey}\" status = state
field parameter \"PUT /groups/{groupKey}\" query dryRun = trial
operation GET /a/{x} = a.get
operation GET /groups = groups.list
operation PUT /groups/{groupKey} = groups.set
type definition \"PUT /groups/{groupKey}x\" = Odd
";

    fn lines(operations: &[(&str, &str)]) -> String {
        let lock = Lock::parse(LOCK).expect("a lock");
        let text = follow(&lock, operations.iter().copied()).render();
        let names = text.lines().filter(|line| !line.starts_with('#'));
        names.flat_map(|line| [line, "\n"]).collect()
    }

    #[test]
    fn names_follow_a_path_whose_parameter_is_called_differently() {
        let found = lines(&[
            ("GET", "/a/{x}"),
            ("GET", "/groups"),
            ("PUT", "/groups/{id}"),
        ]);
        assert_eq!(
            found,
            LOCK.replace("{groupKey}\"", "{id}\"")
                .replace("{groupKey} =", "{id} =")
        );
    }

    #[test]
    fn nothing_moves_where_it_is_not_plain_which() {
        for operations in [
            // The old one is still there.
            vec![("PUT", "/groups/{groupKey}"), ("PUT", "/groups/{id}")],
            // Two could be it.
            vec![("PUT", "/groups/{key}"), ("PUT", "/groups/{id}")],
            // Another method, another path.
            vec![("GET", "/groups/{id}"), ("PUT", "/groups/{id}/x")],
        ] {
            assert_eq!(lines(&operations), LOCK, "{operations:?}");
        }
    }

    #[test]
    fn names_follow_a_type_that_moved() {
        let lock = "\
type body \"PUT /x\" kind = Kind
variant body \"PUT /x\" kind a = First
variant body \"PUT /x\" kind \"b c\" = Second
type definition Other = Other
field definition Other a = a
";
        let lock = Lock::parse(lock).expect("a lock");
        let key = Key::new(["definition", "Kind"]);
        let moved = follow_types(&lock, [(key, Kind::Variant, vec!["b c", "a"])]).render();
        for line in [
            "type definition Kind = Kind\n",
            "variant definition Kind a = First\n",
            "variant definition Kind \"b c\" = Second\n",
            "type definition Other = Other\n",
        ] {
            assert!(moved.contains(line), "{moved}");
        }
        assert!(!moved.contains("PUT"), "{moved}");
        // Another list of values is another type.
        let key = Key::new(["definition", "Kind"]);
        assert_eq!(follow_types(&lock, [(key, Kind::Variant, vec!["a"])]), lock);
    }

    #[test]
    fn shapes_forget_what_parameters_are_called() {
        for (path, expected) in [
            ("/", "/"),
            ("/a/{b}/c/{d}", "/a/{}/c/{}"),
            ("/a/{b}.{c}", "/a/{}.{}"),
            ("/a/{b", "/a/{b"),
            ("/a}/{b}", "/a}/{}"),
        ] {
            assert_eq!(shape(path), expected);
        }
    }
}
