//! Unions: a type for each of what a value may be, where a value tells which of them it is.

use std::collections::BTreeSet;

use super::{Shapes, Way};
use crate::draft::evidence::EvidenceId;
use crate::draft::{Kind, Shape, WholeField};
use crate::model::types::{Alternative, Def, Told, Type};

/// An alternative, what it is called, and what tells that a value is it.
pub(super) struct Tellable<'s> {
    shape: &'s Shape,
    label: String,
    told: Told,
}

/// An alternative, with what is known of it.
struct Candidate<'s> {
    /// As it stands in the union.
    shape: &'s Shape,
    /// The name of the definition that it refers to.
    name: Option<&'s str>,
    /// The reference, as it is written.
    pointer: Option<&'s str>,
    /// Of objects, the fields.
    fields: Vec<WholeField<'s>>,
    kind: Told,
}

impl<'d> Shapes<'d> {
    /// The type of a union; any JSON where its alternatives can't be told apart.
    pub(super) fn union(&mut self, shape: &Shape, way: &Way, evidence: EvidenceId) -> Type {
        if let Some(&id) = self.inline.get(&way.place) {
            return Type::Named(id);
        }
        let Some(union) = self.tellable(shape) else {
            return Type::Any;
        };
        let id = self.reserve(way, shape, evidence);
        self.inline.insert(way.place.clone(), id);
        self.fill_union(id, union, way);
        Type::Named(id)
    }

    /// Gives a type its alternatives, which may lead back to it.
    pub(super) fn fill_union(
        &mut self,
        id: crate::model::TypeId,
        union: Vec<Tellable<'_>>,
        way: &Way,
    ) {
        // What stands in the union itself is named after it, and not `Text` or `Object`.
        let inner = |label: &str| way.field(&format!("{} {label}", way.last()));
        let alternatives = union
            .into_iter()
            .map(|one| Alternative {
                ty: self.settle(one.shape, &inner(&one.label), Type::Any),
                label: one.label,
                name: String::new(),
                told: one.told,
            })
            .collect();
        self.types[id.0].def = Def::Union(alternatives);
    }

    /// The alternatives of a shape, if every value tells which of them it is.
    pub(super) fn tellable<'s>(&self, shape: &'s Shape) -> Option<Vec<Tellable<'s>>>
    where
        'd: 's,
    {
        let mut candidates: Vec<Candidate<'s>> = Vec::new();
        let mut targets = BTreeSet::new();
        for alternative in &shape.alternatives {
            let target = alternative.target();
            if target.is_none_or(|target| targets.insert(target)) {
                candidates.push(self.candidate(alternative)?);
            }
        }
        let rest = shape.discriminator.as_ref().and_then(|d| d.rest.as_deref());
        let is_rest = |one: &Candidate<'_>| rest.is_some() && one.pointer == rest;
        let objects = candidates
            .iter()
            .filter(|one| one.kind == Told::Object && !is_rest(one));
        let objects: Vec<_> = objects.collect();
        let told = match objects.as_slice() {
            [] => None,
            [_] if rest.is_none() => None,
            many => Some(tags(shape, many).or_else(|| markers(many))?),
        };
        let mut told = told.into_iter().flatten();
        let mut union: Vec<Tellable<'s>> = Vec::new();
        for one in &candidates {
            let is_object = one.kind == Told::Object && !is_rest(one);
            let told = if is_object { told.next() } else { None };
            let told = told.unwrap_or_else(|| one.kind.clone());
            let label = one.name.map_or_else(|| label(&told), str::to_owned);
            // Two texts or two lists look alike.
            if union
                .iter()
                .any(|known| known.told == told || known.label == label)
            {
                return None;
            }
            union.push(Tellable {
                shape: one.shape,
                label,
                told,
            });
        }
        (union.len() > 1).then_some(union)
    }

    fn candidate<'s>(&self, shape: &'s Shape) -> Option<Candidate<'s>>
    where
        'd: 's,
    {
        let reference = shape.reference.as_ref();
        let definition = match reference {
            Some(_) => Some(&self.draft.definitions[shape.target()?]),
            None => None,
        };
        let mut resolved = definition.map_or(shape, |definition| &definition.shape);
        let mut seen = BTreeSet::new();
        while let Some(target) = resolved.target()
            && seen.insert(target)
        {
            resolved = &self.draft.definitions[target].shape;
        }
        if !resolved.alternatives.is_empty() {
            return None;
        }
        let fields = self.fields(resolved);
        let kind = match resolved.kind.value(self.ledger) {
            Some(Kind::Text) => Told::Text,
            Some(Kind::Integer | Kind::Number) => Told::Number,
            Some(Kind::Boolean) => Told::Boolean,
            Some(Kind::List) => Told::List,
            Some(Kind::Object) => Told::Object,
            None if !fields.is_empty() || resolved.entries.is_some() => Told::Object,
            None if resolved.items.is_some() => Told::List,
            None if !resolved.values.is_empty() => Told::Text,
            None | Some(Kind::Any | Kind::File) => return None,
        };
        Some(Candidate {
            shape,
            name: definition.map(|definition| definition.name.as_str()),
            pointer: reference.map(|reference| reference.pointer.as_str()),
            fields,
            kind,
        })
    }
}

/// The fields that every value of an object has and no other object can have.
fn markers(objects: &[&Candidate<'_>]) -> Option<Vec<Told>> {
    let mut told = Vec::new();
    for (at, object) in objects.iter().enumerate() {
        let others = || objects.iter().enumerate().filter(|(other, _)| *other != at);
        let is_mine = |name: &str| {
            let mut fields = others().flat_map(|(_, other)| &other.fields);
            fields.all(|whole| whole.field.name != name)
        };
        let mut markers: Vec<_> = object
            .fields
            .iter()
            .filter(|whole| whole.required && is_mine(&whole.field.name))
            .map(|whole| whole.field.name.clone())
            .collect();
        if markers.is_empty() {
            return None;
        }
        // The order of fields means nothing, and the first of them names the variant.
        markers.sort_unstable();
        told.push(Told::Fields(markers));
    }
    Some(told)
}

/// One field that has a text of its own in each object: the discriminator, or else one with
/// listed values.
fn tags(union: &Shape, objects: &[&Candidate<'_>]) -> Option<Vec<Told>> {
    let distinct = |field: &str, tags: Vec<Vec<String>>| {
        let mut seen = BTreeSet::new();
        let all = tags.iter().flatten();
        let are_distinct = all.clone().all(|tag| seen.insert(tag.clone()));
        let are_there = tags.iter().all(|tags| !tags.is_empty());
        let told = |mut tags: Vec<String>| {
            // Their order means nothing.
            tags.sort_unstable();
            Told::Tag(field.to_owned(), tags)
        };
        (are_distinct && are_there).then(|| tags.into_iter().map(told).collect())
    };
    if let Some(discriminator) = &union.discriminator {
        let named = |object: &&Candidate<'_>| -> Vec<String> {
            let mapping = discriminator.mapping.iter();
            let is_it = |to: &String| {
                object.pointer == Some(to.as_str()) || object.name == Some(to.as_str())
            };
            let mut tags: Vec<_> = mapping
                .filter(|(_, to)| is_it(to))
                .map(|(tag, _)| tag.clone())
                .collect();
            if let Some(name) = object.name.filter(|_| tags.is_empty()) {
                tags.push(name.to_owned());
            }
            tags
        };
        return distinct(&discriminator.property, objects.iter().map(named).collect());
    }
    let (first, rest) = objects.split_first()?;
    first.fields.iter().find_map(|WholeField { field, .. }| {
        let values = |object: &&Candidate<'_>| {
            let mut fields = object.fields.iter().map(|whole| whole.field);
            let same = fields.find(|other| other.name == field.name);
            let claims = same.map_or(&[][..], |same| same.shape.values.claims());
            claims
                .iter()
                .flat_map(|claim| claim.value.clone())
                .collect()
        };
        let mut tags: Vec<Vec<String>> = vec![values(first)];
        tags.extend(rest.iter().map(values));
        distinct(&field.name, tags)
    })
}

/// What an alternative without a name is called.
fn label(told: &Told) -> String {
    match told {
        Told::Text => "text".to_owned(),
        Told::Number => "number".to_owned(),
        Told::Boolean => "boolean".to_owned(),
        Told::List => "list".to_owned(),
        Told::Object => "object".to_owned(),
        Told::Tag(_, names) | Told::Fields(names) => names.first().cloned().unwrap_or_default(),
    }
}
