//! Which operation of the old version is which of the new one: by method and the shape of the URL,
//! so that a renamed path parameter, or a base path that moved into the paths, is nothing.

use std::collections::{HashMap, HashSet};

use crate::model::{Api, Operation};
use crate::names::{Words, shape};

/// The operations of two versions.
#[derive(Default)]
pub(super) struct Pairs<'a> {
    /// Those that both have.
    pub(super) both: Vec<(&'a Operation, &'a Operation)>,
    /// Those among them that have another URL or method now.
    pub(super) moved: HashSet<&'a str>,
    /// Those that are gone.
    pub(super) removed: Vec<&'a Operation>,
    /// Those that are new.
    pub(super) added: Vec<&'a Operation>,
    /// Whether one is the same only because its path is, without what the base says.
    pub(super) by_path_alone: bool,
    /// What the base paths are.
    pub(super) bases: (String, String),
}

/// A way to find an operation again.
type Key<'k, 'a> = &'k dyn Fn(&'a Operation, &str) -> Option<String>;

/// Pairs the operations of two versions.
pub(super) fn operations<'a>(old: &'a Api, new: &'a Api) -> Pairs<'a> {
    let mut pairs = Pairs {
        removed: old.operations().collect(),
        added: new.operations().collect(),
        bases: (base_path(old), base_path(new)),
        ..Pairs::default()
    };
    let method = |o: &Operation, rest: &str| Some(format!("{} {rest}", o.method));
    pairs.find(&|o, base| method(o, &format!("{base}{}", o.path)));
    pairs.find(&|o, base| method(o, &shape(&format!("{base}{}", o.path))));
    let before = pairs.both.len();
    pairs.find(&|o, _| method(o, &o.path));
    pairs.find(&|o, _| method(o, &shape(&o.path)));
    pairs.by_path_alone = pairs.both.len() > before;
    let before = pairs.both.len();
    pairs.find(&|o, _| method(o, &folded(&o.path)));
    pairs.find(&|o, _| o.operation_id.as_ref().map(|id| id.value.clone()));
    pairs.moved = pairs.both[before..]
        .iter()
        .map(|(_, new)| new.key.as_str())
        .collect();
    pairs.both.sort_by(|(_, one), (_, other)| {
        (&one.path, &one.method).cmp(&(&other.path, &other.method))
    });
    pairs
}

impl<'a> Pairs<'a> {
    /// Pairs what has the same key, and no second operation has, among those that are left.
    fn find(&mut self, key: Key<'_, 'a>) {
        if self.removed.is_empty() || self.added.is_empty() {
            return;
        }
        let mut by_key: HashMap<String, Option<&'a Operation>> = HashMap::new();
        for &new in &self.added {
            if let Some(key) = key(new, &self.bases.1) {
                let unique = !by_key.contains_key(&key);
                by_key.insert(key, unique.then_some(new));
            }
        }
        let mut taken = HashSet::new();
        let mut left = Vec::new();
        for old in std::mem::take(&mut self.removed) {
            let found = key(old, &self.bases.0).and_then(|key| *by_key.get(&key)?);
            match found.filter(|new| taken.insert(new.key.as_str())) {
                Some(new) => self.both.push((old, new)),
                None => left.push(old),
            }
        }
        self.removed = left;
        self.added.retain(|new| !taken.contains(new.key.as_str()));
    }
}

/// What every path begins with.
fn base_path(api: &Api) -> String {
    let is_base = |account: &&crate::model::Account| {
        account.slot == "base path"
            && account.subject.operation.is_none()
            && account.subject.part.is_empty()
    };
    let base = api.accounts.iter().find(is_base);
    let base = base.map_or("", |account| account.claims[0].0.trim_matches('/'));
    if base.is_empty() {
        String::new()
    } else {
        format!("/{base}")
    }
}

/// A path in other capitals, with other signs between its words or without the slash at its end is the same
/// path respelled.
fn folded(path: &str) -> String {
    let parts = shape(path.trim_end_matches('/'));
    let parts = parts.split('/').map(|part| match part {
        "{}" => part.to_owned(),
        part => Words::of(part).fold(),
    });
    parts.collect::<Vec<_>>().join("/")
}
