//! Inheritance: a definition with a `discriminator`, and those that have it in their `allOf`.
//!
//! Where such a definition is referred to, a value may be any of its kinds (Swagger 2.0, Schema
//! Object; OpenAPI 3.0, Discriminator Object). So a union of them stands there, beside the definition
//! itself, which is what a value of no known kind is read as.

use std::collections::{BTreeMap, BTreeSet};

use crate::draft::evidence::Ledger;
use crate::draft::{Definition, Discriminator, Draft, Kind, Reference, Shape, Tag};

/// So many fields and definitions are inherited in all.
pub(super) const MOST: usize = 500_000;

/// The definition with which all that is inherited becomes too much, where it does.
pub(super) fn too_much(draft: &Draft) -> Option<usize> {
    let own: Vec<(usize, BTreeSet<usize>)> = draft
        .definitions
        .iter()
        .map(|definition| (own_fields(&definition.shape), inherited(&definition.shape)))
        .collect();
    let mut left = MOST;
    for (number, (_, parents)) in own.iter().enumerate() {
        let mut seen = BTreeSet::new();
        let mut todo: Vec<usize> = parents.iter().copied().collect();
        while let Some(next) = todo.pop() {
            if seen.insert(next) {
                let (fields, parents) = &own[next];
                let Some(rest) = left.checked_sub(fields + 1) else {
                    return Some(number);
                };
                left = rest;
                todo.extend(parents);
            }
        }
    }
    None
}

fn own_fields(shape: &Shape) -> usize {
    let parts = shape.parts.iter().map(own_fields);
    shape.fields.len() + parts.sum::<usize>()
}

/// Kinds of one definition that call themselves alike.
pub(super) struct Alike {
    /// What they call themselves.
    pub(super) word: String,
    /// The definitions.
    pub(super) kinds: Vec<usize>,
}

/// Makes a union of every definition that has kinds, and refers to that. Kinds that call themselves
/// alike are in none: their values are read as what they share.
pub(super) fn spread(
    draft: &mut Draft,
    ledger: &mut Ledger,
    tags: &BTreeMap<usize, String>,
) -> Vec<Alike> {
    let mut alike = Vec::new();
    let count = draft.definitions.len();
    let parents: Vec<BTreeSet<usize>> = draft
        .definitions
        .iter()
        .map(|definition| inherited(&definition.shape))
        .collect();
    let mut children = vec![Vec::new(); count];
    for (child, parents) in parents.iter().enumerate() {
        for parent in parents {
            children[*parent].push(child);
        }
    }
    let mut unions = BTreeMap::new();
    for base in 0..count {
        let Some(discriminator) = discriminator(draft, &parents, base) else {
            continue;
        };
        let is_object = |number: usize| {
            draft.kind(&draft.definitions[number].shape, ledger) == Some(Kind::Object)
        };
        let mut kinds: Vec<usize> = all_behind(&children, base)
            .into_iter()
            .filter(|kind| *kind != base && is_object(*kind))
            .collect();
        if kinds.is_empty() || !is_object(base) {
            continue;
        }
        // The order of the definitions means nothing.
        kinds.sort_by_key(|kind| &draft.definitions[*kind].name);
        kinds.push(base);
        let mapping: Vec<(String, usize)> = kinds
            .iter()
            .flat_map(|kind| {
                let words = words(&draft.definitions[*kind], *kind, &discriminator, tags);
                words.into_iter().map(|word| (word, *kind))
            })
            .collect();
        let mut by_word: BTreeMap<&String, Vec<usize>> = BTreeMap::new();
        for (word, kind) in &mapping {
            by_word.entry(word).or_default().push(*kind);
        }
        let shared = by_word.into_iter().filter(|(_, kinds)| kinds.len() > 1);
        let shared: Vec<_> = shared
            .map(|(word, kinds)| Alike {
                word: word.clone(),
                kinds,
            })
            .collect();
        let alike_kinds = shared.iter().flat_map(|one| one.kinds.iter().copied());
        let alike_kinds: BTreeSet<usize> = alike_kinds.collect();
        kinds.retain(|kind| *kind == base || !alike_kinds.contains(kind));
        let is_union = kinds.len() > 1;
        // What nothing is told apart from may call itself as it likes.
        let tagged = mapping
            .iter()
            .rev()
            .filter(|(_, kind)| is_union || *kind != base);
        for (word, kind) in tagged {
            draft.definitions[*kind].tag = Some(Tag {
                field: discriminator.property.clone(),
                value: word.clone(),
            });
        }
        let joined: BTreeSet<usize> = kinds.iter().copied().collect();
        let mapping = mapping.into_iter().filter(|(word, kind)| {
            joined.contains(kind) && shared.iter().all(|one| one.word != *word)
        });
        let mapping: Vec<_> = mapping.collect();
        alike.extend(shared);
        if !is_union {
            continue;
        }
        unions.insert(base, draft.definitions.len());
        let union = union(
            draft,
            ledger,
            base,
            &kinds,
            &discriminator.property,
            mapping,
        );
        draft.definitions.push(union);
    }
    if unions.is_empty() {
        return alike;
    }
    for operation in &mut draft.operations {
        refer(&mut operation.body.shape, &unions);
        for reply in &mut operation.replies {
            reply
                .shape
                .iter_mut()
                .for_each(|shape| refer(shape, &unions));
        }
    }
    for definition in &mut draft.definitions[..count] {
        inside(&mut definition.shape, &unions);
    }
    alike
}

/// The definitions that a shape is beside its own fields.
fn inherited(shape: &Shape) -> BTreeSet<usize> {
    let parts = shape.parts.iter();
    parts
        .flat_map(|part| part.target().into_iter().chain(inherited(part)))
        .collect()
}

/// All that something leads to, at once or through others.
fn all_behind<'e, E>(edges: &'e [E], of: usize) -> BTreeSet<usize>
where
    &'e E: IntoIterator<Item = &'e usize>,
{
    let mut found = BTreeSet::new();
    let mut todo: Vec<usize> = edges[of].into_iter().copied().collect();
    while let Some(next) = todo.pop() {
        if found.insert(next) {
            todo.extend(&edges[next]);
        }
    }
    found
}

/// The discriminator of a definition, its own or that of what it inherits.
fn discriminator(draft: &Draft, parents: &[BTreeSet<usize>], of: usize) -> Option<Discriminator> {
    let of_definition = |number: usize| {
        let shape = &draft.definitions[number].shape;
        let found = own(shape)?;
        shape.alternatives.is_empty().then(|| found.clone())
    };
    let inherited = || all_behind(parents, of).into_iter().find_map(of_definition);
    of_definition(of).or_else(inherited)
}

fn own(shape: &Shape) -> Option<&Discriminator> {
    let parts = || shape.parts.iter().filter(|part| part.reference.is_none());
    shape
        .discriminator
        .as_ref()
        .or_else(|| parts().find_map(own))
}

/// What a value calls itself that is of a kind: what the document maps to it, or else its name.
fn words(
    definition: &Definition,
    number: usize,
    discriminator: &Discriminator,
    tags: &BTreeMap<usize, String>,
) -> Vec<String> {
    let is_it = |to: &String| *to == definition.pointer || *to == definition.name;
    let mapping = discriminator.mapping.iter();
    let mut words: Vec<_> = mapping
        .filter(|(_, to)| is_it(to))
        .map(|(word, _)| word.clone())
        .collect();
    words.sort_unstable();
    words.dedup();
    if words.is_empty() {
        let tag = tags.get(&number).unwrap_or(&definition.name);
        words.push(tag.clone());
    }
    words
}

fn union(
    draft: &Draft,
    ledger: &mut Ledger,
    base: usize,
    kinds: &[usize],
    property: &str,
    mapping: Vec<(String, usize)>,
) -> Definition {
    let base = &draft.definitions[base];
    let evidence = ledger.stated(base.shape.site.clone());
    let mut shape = Shape::unknown(base.shape.site.clone());
    shape.kind.claim(Kind::Any, evidence);
    shape.description = base.shape.description.clone();
    shape.alternatives = kinds
        .iter()
        .map(|kind| {
            let definition = &draft.definitions[*kind];
            let mut shape = Shape::unknown(definition.shape.site.clone());
            shape.reference = Some(Reference {
                site: definition.shape.site.clone(),
                pointer: definition.pointer.clone(),
                target: Ok(*kind),
                evidence: Some(evidence),
            });
            shape
        })
        .collect();
    let pointer = |kind: usize| draft.definitions[kind].pointer.clone();
    shape.discriminator = Some(Discriminator {
        property: property.to_owned(),
        mapping: mapping
            .into_iter()
            .map(|(word, kind)| (word, pointer(kind)))
            .collect(),
        rest: Some(base.pointer.clone()),
    });
    Definition {
        name: base.name.clone(),
        pointer: base.pointer.clone(),
        shape,
        any: true,
        tag: None,
    }
}

/// Refers to the unions, wherever a value of a definition stands.
fn refer(shape: &mut Shape, unions: &BTreeMap<usize, usize>) {
    if let Some(reference) = &mut shape.reference
        && let Some(union) = reference.target.ok().and_then(|target| unions.get(&target))
    {
        reference.target = Ok(*union);
    }
    inside(shape, unions);
}

/// The same for what a value holds. What it is at once, and what it may be instead, stays as it is.
fn inside(shape: &mut Shape, unions: &BTreeMap<usize, usize>) {
    for field in &mut shape.fields {
        refer(&mut field.shape, unions);
    }
    for inner in [&mut shape.items, &mut shape.entries].into_iter().flatten() {
        refer(inner, unions);
    }
    for part in shape.parts.iter_mut().chain(&mut shape.alternatives) {
        inside(part, unions);
    }
}
