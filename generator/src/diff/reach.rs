//! Types that are sent, or come back, in one of the versions alone: what can be done with them is more or
//! less because of a change somewhere above.

use std::cell::OnceCell;
use std::collections::{HashMap, HashSet};

use super::kinds::Way;
use super::kinds::document::{OPERATION_ADDED, OPERATION_REMOVED};
use super::types::Change;
use crate::emit::surface::SurfaceChange;
use crate::model::{Api, Def, Named, Operation, Reply, Type};

/// Both versions, to look for what leads to a type.
pub(super) struct Reach<'a> {
    sides: [Side<'a>; 2],
    /// The types that were compared under one name, by the way they travel.
    compared: HashSet<(String, Way)>,
}

struct Side<'a> {
    api: &'a Api,
    is_new: bool,
    names: HashMap<&'a str, &'a Named>,
    /// The types that hold a type.
    holders: OnceCell<HashMap<&'a str, Vec<&'a Named>>>,
}

/// What leads to a type on a way on which it travels in that version alone.
struct Lead<'r, 'a> {
    side: &'r Side<'a>,
    way: Way,
    types: HashSet<&'a str>,
}

impl<'a> Reach<'a> {
    pub(super) fn new(old: &'a Api, new: &'a Api, compared: HashSet<(String, Way)>) -> Self {
        let side = |api: &'a Api, is_new| Side {
            api,
            is_new,
            names: api
                .types
                .iter()
                .map(|(_, named)| (named.name.as_str(), named))
                .collect(),
            holders: OnceCell::new(),
        };
        Self {
            sides: [side(old, false), side(new, true)],
            compared,
        }
    }

    /// The changes by which the type of an item is sent, or comes back, in one version alone; or by which
    /// it has the name of one that stood somewhere else.
    pub(super) fn owners(&self, item: &SurfaceChange, changes: &[Change]) -> Vec<usize> {
        let rest = item.path.strip_prefix("types::");
        let name = rest.and_then(|rest| rest.split(':').next());
        // The arguments of a constructor belong to the type.
        let owner = name.and_then(|name| name.strip_suffix("Args"));
        let known = |name: &&str| self.sides[1].names.contains_key(name);
        let name = name.filter(known).or(owner);
        let leads = name.map(|name| self.leads(name)).unwrap_or_default();
        let find = |test: &dyn Fn(&Change, &Lead<'_, 'a>) -> bool| -> Vec<usize> {
            let told = changes.iter().enumerate();
            let told = told.filter(|(_, change)| !change.is_text() && !change.is_reading());
            told.filter(|(_, change)| leads.iter().any(|lead| test(change, lead)))
                .map(|(at, _)| at)
                .collect()
        };
        let owners = find(&|change, lead| lead.is_in_client(change));
        if owners.is_empty() {
            // What a failure holds is documentation, and shows nowhere else.
            find(&|change, lead| lead.way == change.kind.way && lead.is_in_operation(change))
        } else {
            owners
        }
    }

    /// Whether a type travels that way in the old version.
    pub(super) fn travelled(&self, name: &str, way: Way) -> bool {
        let named = self.sides[0].names.get(name);
        named.is_some_and(|named| travels(named, way))
    }

    fn leads(&self, name: &str) -> Vec<Lead<'_, 'a>> {
        let [Some(old), Some(new)] = self.sides.each_ref().map(|side| side.names.get(name)) else {
            return Vec::new();
        };
        let mut leads = Vec::new();
        for way in [Way::Request, Way::Reply] {
            let is_compared = || self.compared.contains(&(name.to_owned(), way));
            let sides = match (travels(old, way), travels(new, way)) {
                (true, false) => &self.sides[..1],
                (false, true) => &self.sides[1..],
                // It is another type of the same name, and what led to either has changed.
                (true, true) if !is_compared() => &self.sides[..],
                _ => &[],
            };
            leads.extend(sides.iter().map(|side| Lead {
                side,
                way,
                types: side.above(name, way),
            }));
        }
        leads
    }
}

fn travels(named: &Named, way: Way) -> bool {
    match way {
        Way::Request => named.sent,
        _ => named.received,
    }
}

impl<'a> Side<'a> {
    /// A type, and those that hold it and travel this way.
    fn above(&self, name: &str, way: Way) -> HashSet<&'a str> {
        let holders = self.holders.get_or_init(|| holders(self.api));
        let mut todo: Vec<&'a str> = self
            .names
            .get_key_value(name)
            .map(|(name, _)| *name)
            .into_iter()
            .collect();
        let mut found: HashSet<&'a str> = todo.iter().copied().collect();
        while let Some(name) = todo.pop() {
            for holder in holders.get(name).into_iter().flatten() {
                if travels(holder, way) && found.insert(&holder.name) {
                    todo.push(&holder.name);
                }
            }
        }
        found
    }
}

fn holders(api: &Api) -> HashMap<&str, Vec<&Named>> {
    let mut holders: HashMap<&str, Vec<&Named>> = HashMap::new();
    for (_, named) in api.types.iter() {
        let types: Vec<&Type> = match &named.def {
            Def::Struct(fields) => fields.iter().map(|field| &field.ty.value).collect(),
            Def::Union(all) => all.iter().map(|one| &one.ty.value).collect(),
            Def::Enum(_) | Def::Identifier(_) => Vec::new(),
        };
        for inner in types.into_iter().filter_map(|ty| name(api, ty)) {
            holders.entry(inner).or_default().push(named);
        }
    }
    holders
}

/// The named type in a type.
fn name<'a>(api: &'a Api, ty: &Type) -> Option<&'a str> {
    match ty {
        Type::List(inner) | Type::Map(inner) => name(api, inner),
        Type::Named(id) => Some(&api.types.get(*id).name),
        _ => None,
    }
}

impl Lead<'_, '_> {
    /// Whether a change shows one of the types in the client, or is a whole operation that uses one.
    fn is_in_client(&self, change: &Change) -> bool {
        let is_shown = change.surface.iter().any(|item| {
            let side = if self.side.is_new {
                &item.after
            } else {
                &item.before
            };
            let is_word = |c: char| c.is_alphanumeric() || c == '_';
            let mut words = side.iter().flat_map(|text| text.split(|c| !is_word(c)));
            words.any(|word| self.types.contains(word))
        });
        let is_whole = *change.kind == OPERATION_ADDED || *change.kind == OPERATION_REMOVED;
        is_shown || is_whole && self.is_in_operation(change)
    }

    /// Whether the operation that a change is about uses one of the types.
    fn is_in_operation(&self, change: &Change) -> bool {
        let key = change.subject.operation.as_deref();
        let mut operations = self.side.api.operations();
        operations
            .find(|operation| key == Some(operation.key.as_str()))
            .is_some_and(|operation| self.is_used(operation))
    }

    fn is_used(&self, operation: &Operation) -> bool {
        let uses =
            |ty: &Type| name(self.side.api, ty).is_some_and(|name| self.types.contains(name));
        if self.way == Way::Request {
            let mut parameters = operation.parameters.iter();
            let body = operation.body.as_ref();
            return parameters.any(|one| uses(&one.ty)) || body.is_some_and(|body| uses(&body.ty));
        }
        let reply = match &operation.reply {
            Reply::Typed(ty) | Reply::Single(ty) | Reply::Untyped(ty) => uses(ty),
            Reply::Opaque(_) | Reply::Empty(_) | Reply::Text(_) | Reply::Bytes(_) => false,
        };
        let failures = operation.answers.iter();
        let mut failures = failures.filter_map(|one| one.body.as_ref());
        reply || failures.any(|body| uses(body))
    }
}
