//! `oneOf` and `anyOf`: what a value may be instead.
//!
//! Many of them say nothing that needs a type of its own: one alternative beside `null`, a list of
//! values beside free text, several kinds of number. They are read as what they mean. The others
//! stay alternatives.

use std::collections::BTreeSet;

use super::Lowering;
use crate::draft::evidence::{EvidenceId, Slot};
use crate::draft::{Discriminator, Format, Kind, Shape};
use crate::names::Words;
use crate::read::NodeRef;

impl<'t> Lowering<'t> {
    /// Adds to a shape what the unions of its schema say.
    pub(super) fn unions(&mut self, node: NodeRef<'t>, shape: &mut Shape) {
        for member in ["oneOf", "anyOf"] {
            let Some(union) = node.get(member).filter(|union| !union.is_null()) else {
                continue;
            };
            if !union.is_list() {
                self.wrong_type(union, "a list of schemas");
                continue;
            }
            let mut seen = BTreeSet::new();
            let items: Vec<_> = union
                .items()
                .filter(|item| !is_nothing(*item))
                // What stands there twice is one.
                .filter(|item| seen.insert(self.followed(*item).map_or(item.id(), NodeRef::id)))
                .collect();
            self.union(node, union, &items, shape);
        }
    }

    fn union(
        &mut self,
        node: NodeRef<'t>,
        union: NodeRef<'t>,
        items: &[NodeRef<'t>],
        shape: &mut Shape,
    ) {
        // `oneOf: [{required: [a]}, {required: [b]}]` tells which fields go together: nothing that
        // a type could say.
        if items.is_empty() || items.iter().all(|item| is_bare(*item)) {
            return;
        }
        let evidence = self.ledger.stated(union.site());
        if items.iter().any(|item| is_bare(*item)) {
            // One of them is anything at all; the others are known.
            let known: Vec<_> = items.iter().filter(|item| !is_bare(**item)).collect();
            return self.alternatives(evidence, known.into_iter(), shape);
        }
        if let [only] = items {
            return self.only(*only, shape);
        }
        let kinds: Vec<_> = items.iter().map(|item| self.kind_of(*item)).collect();
        if kinds.iter().all(|kind| *kind == Some(Kind::Text)) {
            return self.texts_of(items, shape, evidence);
        }
        let is_number = |kind: &Option<Kind>| matches!(kind, Some(Kind::Integer | Kind::Number));
        if kinds.iter().all(is_number) {
            let is_whole = kinds.iter().all(|kind| *kind == Some(Kind::Integer));
            let kind = if is_whole {
                Kind::Integer
            } else {
                Kind::Number
            };
            claim_first(&mut shape.kind, kind, evidence);
            return self.values_of(items, shape);
        }
        if is_number_or_text(&kinds) {
            // Whatever takes both takes the text of a number. With a name it is an identifier, which
            // keeps what it was.
            claim_first(&mut shape.kind, Kind::Text, evidence);
            if let Some(concept) = self.name_of(node) {
                shape.identifies.claim(concept, evidence);
            }
            return;
        }
        self.alternatives(evidence, items.iter(), shape);
    }

    /// Keeps the alternatives, to be told apart where they can be.
    fn alternatives<'i>(
        &mut self,
        evidence: EvidenceId,
        items: impl Iterator<Item = &'i NodeRef<'t>>,
        shape: &mut Shape,
    ) where
        't: 'i,
    {
        if !shape.fields.is_empty() {
            // Its own fields are known; what else an alternative has travels beside them.
            return;
        }
        shape.alternatives = items.map(|item| self.schema(*item)).collect();
        // Whatever the document says of the kind, it is one of the alternatives.
        shape.kind = Slot::default();
        shape.kind.claim(Kind::Any, evidence);
    }

    /// The words of the name that a schema has.
    fn name_of(&self, node: NodeRef<'t>) -> Option<String> {
        let root = self.tree.view(self.tree.root());
        let mut named = self.format.schemas(root)?.entries();
        let (name, _) = named.find(|(_, schema)| schema.id() == node.id())?;
        let words = Words::of(&name.text);
        let words: Vec<_> = words.iter().collect();
        Some(words.join(" ")).filter(|concept| !concept.is_empty())
    }

    /// What is of one schema only is that schema.
    pub(super) fn only(&mut self, item: NodeRef<'t>, shape: &mut Shape) {
        let inner = self.schema(item);
        if !shape.fields.is_empty() || !shape.parts.is_empty() {
            shape.parts.push(inner);
            return;
        }
        let outer = std::mem::replace(shape, inner);
        // What is said of the value in this place is nearer than what is said of its type.
        shape.site = outer.site;
        for (nearer, slot) in [
            (outer.description, &mut shape.description),
            (outer.type_name, &mut shape.type_name),
            (outer.identifies, &mut shape.identifies),
        ] {
            if !nearer.is_empty() {
                *slot = nearer;
            }
        }
        for (nearer, slot) in [
            (outer.nullable, &mut shape.nullable),
            (outer.read_only, &mut shape.read_only),
            (outer.write_only, &mut shape.write_only),
            (outer.deprecated, &mut shape.deprecated),
        ] {
            if !nearer.is_empty() {
                *slot = nearer;
            }
        }
        if !outer.examples.is_empty() {
            shape.examples = outer.examples;
        }
        if !outer.default.is_empty() {
            shape.default = outer.default;
        }
    }

    /// Several kinds of text are text, with the values that any of them lists.
    fn texts_of(&mut self, items: &[NodeRef<'t>], shape: &mut Shape, evidence: EvidenceId) {
        claim_first(&mut shape.kind, Kind::Text, evidence);
        self.values_of(items, shape);
        let mut formats = Vec::new();
        for item in items {
            if let Some(item) = self.followed(*item) {
                formats.push(self.format_of(item));
            }
        }
        // A format that only some of them have would refuse the others.
        let value = |slot: &Slot<Format>| slot.claims().first().map(|claim| claim.value.clone());
        if let [first, rest @ ..] = formats.as_slice()
            && rest.iter().all(|other| value(other) == value(first))
        {
            shape.format = first.clone();
        }
    }

    /// The values that any of several lists. Only what each says itself: it may be a union that leads
    /// back here.
    fn values_of(&mut self, items: &[NodeRef<'t>], shape: &mut Shape) {
        for item in items {
            let Some(item) = self.followed(*item) else {
                continue;
            };
            let listed = self.listed(item);
            for values in listed.values.claims() {
                shape.values.claim(values.value.clone(), values.evidence);
            }
            shape.labels.extend(listed.labels);
        }
    }

    /// The kind of a schema, where it says one, or where what it has leaves no other.
    fn kind_of(&self, node: NodeRef<'t>) -> Option<Kind> {
        let node = self.followed(node)?;
        match node.get("type").and_then(NodeRef::scalar) {
            Some("string") => Some(Kind::Text),
            Some("integer") => Some(Kind::Integer),
            Some("number") => Some(Kind::Number),
            Some("boolean") => Some(Kind::Boolean),
            Some("array") => Some(Kind::List),
            Some("object") => Some(Kind::Object),
            None => {
                let values = node.get("enum")?;
                let are_texts = values.items().all(|value| value.as_str().is_some());
                are_texts.then_some(Kind::Text)
            }
            Some(_) => None,
        }
    }
}

/// The field that tells which alternative a value is.
pub(super) fn discriminator(node: NodeRef<'_>) -> Option<Discriminator> {
    let found = node.get("discriminator")?;
    // Swagger 2.0 has only the name here.
    let name = found
        .scalar()
        .or_else(|| found.get("propertyName")?.scalar())?;
    let mapping = found.get("mapping").into_iter().flat_map(NodeRef::entries);
    Some(Discriminator {
        property: name.to_owned(),
        rest: None,
        mapping: mapping
            .filter_map(|(key, target)| Some((key.text.clone(), target.scalar()?.to_owned())))
            .collect(),
    })
}

/// Whether a value is a whole number or text.
fn is_number_or_text(kinds: &[Option<Kind>]) -> bool {
    let is_either = |kind: &Option<Kind>| matches!(kind, Some(Kind::Integer | Kind::Text));
    kinds.iter().all(is_either)
        && kinds.contains(&Some(Kind::Integer))
        && kinds.contains(&Some(Kind::Text))
}

/// Claims in place of what is said for one of them.
fn claim_first(slot: &mut Slot<Kind>, kind: Kind, evidence: EvidenceId) {
    *slot = Slot::default();
    slot.claim(kind, evidence);
}

/// Whether an alternative is only `null`.
pub(super) fn is_nothing(item: NodeRef<'_>) -> bool {
    let is_null = |member: &str| item.get(member).and_then(NodeRef::scalar) == Some("null");
    let only_null = item
        .get("enum")
        .is_some_and(|values| values.is_list() && values.items().all(NodeRef::is_null));
    is_null("type") || item.get("type").is_some_and(NodeRef::is_null) || only_null
}

/// Whether an alternative says nothing of what a value holds.
fn is_bare(item: NodeRef<'_>) -> bool {
    const BARE: [&str; 6] = [
        "required",
        "not",
        "title",
        "description",
        "minProperties",
        "nullable",
    ];
    item.is_map()
        && item
            .entries()
            .all(|(key, _)| BARE.contains(&key.text.as_str()) || key.text.starts_with("x-"))
}
