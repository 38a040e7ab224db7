//! Finding what differs: one file for each kind of thing that is compared.
//!
//! The walk begins at each pair of operations and follows their types. A pair of types is compared
//! once for each way it travels, however many operations hold it, so that the time is that of reading
//! both versions, and a change of a type is told once.

mod basis;
mod document;
mod envelope;
mod fields;
mod leaf;
mod limit;
mod name;
mod operation;
mod parameter;
mod payload;
mod security;
mod text;
mod touch;
mod union;
mod unite;
mod unread;
mod unused;
mod value;

use std::collections::{BTreeSet, HashMap, HashSet, VecDeque};

use super::facts::{Fact, Facts, Spot};
use super::kinds::{Kind, Way};
use super::pair;
use super::types::{Change, Same, Subject, Touches};
use crate::model::{Api, Group, Location, Named, Proof, TypeId};
use crate::names::Words;

/// One of the two versions.
pub(super) struct Side<'a> {
    pub(super) api: &'a Api,
    pub(super) facts: Facts<'a>,
    /// The group of each operation, by its key.
    groups: HashMap<&'a str, &'a Group>,
}

/// Where the walk is.
#[derive(Clone)]
pub(super) struct At {
    pub(super) way: Way,
    operation: Option<String>,
    definition: Option<String>,
    base: String,
    path: String,
    /// Whether it travels in a URL or a header, where everything is text.
    pub(super) printed: bool,
}

/// What one side says.
#[derive(Clone, Default)]
pub(super) struct Said<'a> {
    text: Option<String>,
    place: Option<Location>,
    proof: Option<&'a Proof>,
}

/// Operations and pairs of types, with what was found there.
#[derive(Default)]
struct Node {
    operation: Option<String>,
    parents: Vec<usize>,
    changes: Vec<usize>,
}

/// A pair of objects that still has to be compared.
struct Pair {
    node: usize,
    types: (TypeId, TypeId),
    spots: (Spot, Spot),
    at: At,
}

/// The comparison as far as it has come.
pub(super) struct Walk<'a> {
    old: Side<'a>,
    new: Side<'a>,
    found: Vec<Change>,
    same: BTreeSet<Same>,
    nodes: Vec<Node>,
    here: usize,
    memo: HashMap<(TypeId, TypeId, Way), usize>,
    queue: VecDeque<Pair>,
    /// The operations that have another URL or method, by the keys they have now.
    moved: HashSet<&'a str>,
    /// The ways to prove who calls that both versions know.
    ways: BTreeSet<String>,
    /// The names of types that many places share, which are told once.
    renamed: HashSet<(String, String)>,
    /// The definitions that were compared without types, by the way they travel.
    unread: HashSet<(String, Way)>,
    /// Those of them that still have to be.
    unread_queue: Vec<(String, Way)>,
    /// The items of the client that show what is compared.
    touches: Touches,
}

/// What a walk finds.
pub(super) struct Found {
    pub(super) changes: Vec<Change>,
    pub(super) same: Vec<Same>,
    /// The types that were compared under one name, by the way they travel.
    pub(super) compared: HashSet<(String, Way)>,
}

/// Everything that differs.
pub(super) fn detect<'a>(old: &'a Api, new: &'a Api) -> Found {
    let pairs = pair::operations(old, new);
    let side = |api: &'a Api| Side {
        api,
        facts: Facts::new(api),
        groups: touch::groups(api),
    };
    let mut walk = Walk {
        old: side(old),
        new: side(new),
        found: Vec::new(),
        same: BTreeSet::new(),
        nodes: vec![Node::default()],
        here: 0,
        memo: HashMap::new(),
        queue: VecDeque::new(),
        moved: pairs.moved.clone(),
        ways: BTreeSet::new(),
        renamed: HashSet::new(),
        unread: HashSet::new(),
        unread_queue: Vec::new(),
        touches: Touches::default(),
    };
    walk.document(&pairs);
    walk.unused();
    for (before, after) in &pairs.both {
        walk.here = walk.node(Some(after.key.clone()));
        walk.touch_operation(before, after);
        walk.operation(before, after);
        while let Some(pair) = walk.queue.pop_front() {
            walk.here = pair.node;
            walk.touch_types(pair.types);
            walk.fields(&pair);
        }
    }
    walk.finish()
}

impl<'a> Walk<'a> {
    fn node(&mut self, operation: Option<String>) -> usize {
        self.nodes.push(Node {
            operation,
            ..Node::default()
        });
        self.nodes.len() - 1
    }

    /// Writes a change down.
    fn report(&mut self, kind: &'static Kind, subject: Subject, old: Said<'a>, new: Said<'a>) {
        let inferred = basis::inferred(old.proof, new.proof);
        let guessed = [old.proof, new.proof]
            .into_iter()
            .flatten()
            .any(|proof| !super::facts::is_said(proof));
        self.nodes[self.here].changes.push(self.found.len());
        self.found.push(Change {
            kind,
            subject,
            operations: Vec::new(),
            before: old.text,
            after: new.text,
            old: old.place,
            new: new.place,
            // What nobody said did not change: the service is as it was.
            wire: if guessed {
                super::types::Wire::None
            } else {
                kind.wire
            },
            rust: kind.rust,
            inferred,
            items: Vec::new(),
            surface: Vec::new(),
            advice: None,
            touches: self.touches.clone(),
        });
    }

    /// Compares what no item of the client shows.
    fn unseen(&mut self, compare: impl FnOnce(&mut Self)) {
        let touches = std::mem::take(&mut self.touches);
        compare(self);
        self.touches = touches;
    }

    /// Writes down what looks different and means the same.
    fn same(&mut self, what: &'static str, subject: &dyn std::fmt::Display) {
        self.same.insert(Same {
            what,
            subject: subject.to_string(),
        });
    }

    fn finish(mut self) -> Found {
        for number in 0..self.nodes.len() {
            if self.nodes[number].changes.is_empty() {
                continue;
            }
            let operations = self.reached(number);
            for change in std::mem::take(&mut self.nodes[number].changes) {
                self.found[change].operations.clone_from(&operations);
            }
        }
        let names = self.memo.keys().filter_map(|(old, new, way)| {
            let name = &self.old.api.types.get(*old).name;
            (*name == self.new.api.types.get(*new).name).then(|| (name.clone(), *way))
        });
        Found {
            compared: names.collect(),
            changes: unite::shared(unite::united(self.found)),
            same: self.same.into_iter().collect(),
        }
    }

    /// The operations that lead to a node.
    fn reached(&self, number: usize) -> Vec<String> {
        let mut seen = BTreeSet::from([number]);
        let mut todo = vec![number];
        let mut operations = BTreeSet::new();
        while let Some(number) = todo.pop() {
            let node = &self.nodes[number];
            operations.extend(node.operation.clone());
            todo.extend(node.parents.iter().copied().filter(|&one| seen.insert(one)));
        }
        operations.into_iter().collect()
    }
}

impl At {
    /// At a part of an operation.
    pub(super) fn new(way: Way, operation: &str, base: impl Into<String>) -> Self {
        Self {
            way,
            operation: Some(operation.to_owned()),
            definition: None,
            base: base.into(),
            path: String::new(),
            printed: false,
        }
    }

    /// At a definition.
    fn definition(way: Way, name: &str) -> Self {
        Self {
            way,
            operation: None,
            definition: Some(name.to_owned()),
            base: String::new(),
            path: String::new(),
            printed: false,
        }
    }

    fn field(&self, name: &str) -> Self {
        let dot = if self.path.is_empty() { "" } else { "." };
        Self {
            path: format!("{}{dot}{name}", self.path),
            ..self.clone()
        }
    }

    fn item(&self) -> Self {
        Self {
            path: format!("{}[]", self.path),
            ..self.clone()
        }
    }

    fn alternative(&self, label: &str) -> Self {
        let mut at = self.clone();
        if at.path.is_empty() {
            let gap = if at.base.is_empty() { "" } else { " " };
            at.base = format!("{}{gap}as `{label}`", at.base);
        } else {
            at.path = format!("{} as {label}", at.path);
        }
        at
    }

    fn value(&self) -> Self {
        Self {
            path: format!("{}{{}}", self.path),
            ..self.clone()
        }
    }

    pub(super) fn subject(&self) -> Subject {
        let path = match self.path.as_str() {
            "" => String::new(),
            path => format!("field `{path}`"),
        };
        let gap = if self.base.is_empty() || path.is_empty() {
            ""
        } else {
            " "
        };
        Subject {
            operation: self.operation.clone(),
            definition: self.definition.clone(),
            part: format!("{}{gap}{path}", self.base),
        }
    }
}

impl<'a> Said<'a> {
    /// What a fact says, or nothing, at the place where it would be said.
    pub(super) fn fact(fact: Option<Fact<'a>>, place: Option<&Location>) -> Self {
        Self {
            text: fact.map(|fact| fact.text.to_owned()),
            place: fact.map(|fact| &fact.proof.location).or(place).cloned(),
            proof: fact.map(|fact| fact.proof),
        }
    }

    /// A text, at a place.
    pub(super) fn at(text: impl Into<String>, place: Option<&Location>) -> Self {
        Self {
            text: Some(text.into()),
            place: place.cloned(),
            proof: None,
        }
    }

    /// Nothing, at the place where it would be said.
    pub(super) fn nothing(place: Option<&Location>) -> Self {
        Self {
            place: place.cloned(),
            ..Self::default()
        }
    }

    /// The same with other words.
    pub(super) fn with(self, text: impl Into<String>) -> Self {
        Self {
            text: Some(text.into()),
            ..self
        }
    }

    /// The same without words.
    pub(super) fn silent(self) -> Self {
        Self { text: None, ..self }
    }

    /// The same, because of that.
    pub(super) fn because(self, proof: Option<&'a Proof>) -> Self {
        Self { proof, ..self }
    }
}

/// Whether two names are the same words, spelled differently.
fn is_respelled(one: &str, other: &str) -> bool {
    Words::of(one).fold() == Words::of(other).fold()
}

/// The name of the definition that a type is, where it is one as a whole.
fn definition_of(named: &Named) -> Option<&str> {
    match named.place.as_slice() {
        [kind, name] if kind == "definition" => Some(name),
        _ => None,
    }
}
