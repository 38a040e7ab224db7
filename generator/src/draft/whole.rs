//! An object with all that it is at once (`allOf`): its own fields, and those of its parts.
//!
//! Parts may describe one field twice. What says more of it counts (`enum` before plain text), and of
//! two that say as much the nearer one: what stands in the object itself before what it inherits.
//! Where they contradict each other, nothing is known of its type.

use std::collections::{BTreeMap, BTreeSet};

use super::evidence::Ledger;
use super::{Draft, Field, Kind, Shape};

/// An object with all that it is at once.
#[derive(Debug, Default)]
pub struct Whole<'d> {
    /// Its fields, the first of a name where it was met first.
    pub fields: Vec<WholeField<'d>>,
    /// What its free keys hold.
    pub entries: Option<&'d Shape>,
    /// Names that it requires and that no part describes, with the shape that says so.
    pub undescribed: Vec<(&'d str, &'d Shape)>,
}

/// A field of an object or of one of its parts.
#[derive(Clone, Debug)]
pub struct WholeField<'d> {
    /// The description that counts.
    pub field: &'d Field,
    /// The nearest description that has words.
    pub told: &'d Field,
    /// The definition that it was inherited from.
    pub from: Option<usize>,
    /// Whether one of the parts requires it.
    pub required: bool,
    /// Another description of it, whose type contradicts that of the first.
    pub contradicts: Option<&'d Field>,
    /// How many references lead to it.
    depth: usize,
}

impl Draft {
    /// An object with all that it is at once.
    #[must_use]
    pub fn whole<'d>(&'d self, shape: &'d Shape, ledger: &Ledger) -> Whole<'d> {
        let mut collector = Collector {
            draft: self,
            ledger,
            seen: BTreeSet::new(),
            required: Vec::new(),
            at: BTreeMap::new(),
            whole: Whole::default(),
        };
        collector.collect(shape, None, 0);
        let (mut whole, required) = (collector.whole, collector.required);
        for (name, by) in required {
            match collector.at.get(name) {
                Some(at) => whole.fields[*at].required = true,
                None => whole.undescribed.push((name, by)),
            }
        }
        whole
    }

    /// Every value that the document describes, as a whole: not the parts of `allOf` alone.
    #[must_use]
    pub fn values(&self) -> Vec<&Shape> {
        let mut values = Vec::new();
        for operation in &self.operations {
            let parameters = operation.parameters.iter();
            parameters.for_each(|parameter| inside(&parameter.shape, &mut values));
            inside(&operation.body.shape, &mut values);
            let replies = operation.replies.iter();
            let replies = replies.filter_map(|reply| reply.shape.as_ref());
            replies.for_each(|shape| inside(shape, &mut values));
        }
        let definitions = self.definitions.iter();
        definitions.for_each(|definition| inside(&definition.shape, &mut values));
        values
    }

    /// The type that a shape says, or that what it has leaves as the only one. Nothing where it may be
    /// several.
    #[must_use]
    pub fn kind(&self, shape: &Shape, ledger: &Ledger) -> Option<Kind> {
        self.kind_unless(shape, ledger, &mut BTreeSet::new())
    }

    fn kind_unless(
        &self,
        shape: &Shape,
        ledger: &Ledger,
        seen: &mut BTreeSet<usize>,
    ) -> Option<Kind> {
        if let Some(target) = shape.target() {
            let shape = &self.definitions[target].shape;
            return seen
                .insert(target)
                .then(|| self.kind_unless(shape, ledger, seen))?;
        }
        match shape.kind.value(ledger) {
            Some(Kind::Any) => None,
            Some(kind) => Some(*kind),
            None if !shape.fields.is_empty() || shape.entries.is_some() => Some(Kind::Object),
            None if shape.items.is_some() => Some(Kind::List),
            None if !shape.values.is_empty() => Some(Kind::Text),
            None => {
                let mut parts = shape.parts.iter();
                parts.find_map(|part| self.kind_unless(part, ledger, seen))
            }
        }
    }

    /// Whether a value can be `null`: where it stands, or by what it refers to.
    #[must_use]
    pub fn is_nullable(&self, shape: &Shape, ledger: &Ledger) -> bool {
        let mut seen = BTreeSet::new();
        let mut at = shape;
        loop {
            if let Some(nullable) = at.nullable.value(ledger) {
                return *nullable;
            }
            match at.target() {
                Some(target) if seen.insert(target) => at = &self.definitions[target].shape,
                _ => return false,
            }
        }
    }

    /// The definition that a definition is but another name of, or itself. Nothing where such names
    /// lead back to themselves.
    #[must_use]
    pub fn behind(&self, definition: usize) -> Option<usize> {
        let mut seen = BTreeSet::from([definition]);
        let mut at = definition;
        while let Some(next) = self.definitions[at].shape.target() {
            if !seen.insert(next) {
                return None;
            }
            at = next;
        }
        Some(at)
    }
}

/// Adds a value, and those that it holds.
fn inside<'d>(shape: &'d Shape, values: &mut Vec<&'d Shape>) {
    values.push(shape);
    let mut parts = vec![shape];
    while let Some(part) = parts.pop() {
        let fields = part.fields.iter().map(|field| &field.shape);
        let others = [&part.items, &part.entries].into_iter().flatten();
        let all = fields.chain(others.map(|inner| &**inner));
        all.chain(&part.alternatives)
            .for_each(|inner| inside(inner, values));
        parts.extend(part.parts.iter().rev());
    }
}

struct Collector<'d, 'l> {
    draft: &'d Draft,
    ledger: &'l Ledger,
    seen: BTreeSet<usize>,
    required: Vec<(&'d str, &'d Shape)>,
    /// Where each name stands among the fields.
    at: BTreeMap<&'d str, usize>,
    whole: Whole<'d>,
}

impl<'d> Collector<'d, '_> {
    fn collect(&mut self, shape: &'d Shape, from: Option<usize>, depth: usize) {
        if let Some(target) = shape.target()
            && self.seen.insert(target)
        {
            let shape = &self.draft.definitions[target].shape;
            self.collect(shape, Some(target), depth + 1);
        }
        for field in &shape.fields {
            self.add(WholeField {
                field,
                told: field,
                from,
                required: field.required.is_true(self.ledger),
                contradicts: None,
                depth,
            });
        }
        let required = shape.requires.iter();
        let required = required.filter(|one| one.required.is_true(self.ledger));
        self.required
            .extend(required.map(|one| (one.name.as_str(), shape)));
        self.whole.entries = self.whole.entries.or(shape.entries.as_deref());
        for part in &shape.parts {
            self.collect(part, from, depth);
        }
    }

    fn add(&mut self, new: WholeField<'d>) {
        let count = self.whole.fields.len();
        let at = *self.at.entry(&new.field.name).or_insert(count);
        let Some(known) = self.whole.fields.get_mut(at) else {
            return self.whole.fields.push(new);
        };
        let required = known.required || new.required;
        let kind = |field: &Field| self.draft.kind(&field.shape, self.ledger);
        let weight = |field: &WholeField<'_>| weight(&field.field.shape, field.depth);
        let is_new_better = match (kind(known.field), kind(new.field)) {
            (Some(Kind::Integer), Some(Kind::Number)) | (None, Some(_)) => true,
            (Some(Kind::Number), Some(Kind::Integer)) | (Some(_), None) => false,
            (one, other) if one == other => weight(&new) > weight(known),
            _ => {
                known.contradicts = known.contradicts.or(Some(new.field));
                false
            }
        };
        let is_told = |field: &Field| !field.shape.description.is_empty();
        let told = match (is_told(known.told), is_told(new.told)) {
            (true, true) if new.depth < known.depth => new.told,
            (false, true) => new.told,
            _ => known.told,
        };
        if is_new_better {
            let contradicts = known.contradicts;
            *known = WholeField { contradicts, ..new };
        }
        known.required = required;
        known.told = told;
    }
}

/// How much a shape says besides its kind, and then how near it is.
fn weight(shape: &Shape, depth: usize) -> (bool, usize) {
    let says_more = shape.reference.is_some()
        || !shape.values.is_empty()
        || !shape.format.is_empty()
        || !shape.identifies.is_empty()
        || !shape.fields.is_empty()
        || !shape.parts.is_empty()
        || shape.items.is_some()
        || shape.entries.is_some();
    (says_more, usize::MAX - depth)
}
