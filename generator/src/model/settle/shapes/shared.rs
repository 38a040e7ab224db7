//! Types that several places share: identifiers by their concept, enums by name and values.

use super::{Shapes, Way, known};
use crate::draft::evidence::{EvidenceId, Rank};
use crate::draft::{Kind, Label, Shape};
use crate::model::types::{Def, Type, TypeId, Variant};
use crate::names::Words;

impl Shapes<'_> {
    pub(super) fn identifier(
        &mut self,
        concept: &str,
        spelling: &str,
        evidence: EvidenceId,
    ) -> TypeId {
        let shared = (concept.to_owned(), Vec::new());
        let known = self.shared.get(&shared).copied();
        let id = known.unwrap_or_else(|| {
            let way = Way {
                place: vec!["identifier".to_owned(), Words::of(concept).fold()],
                inner: vec![concept.to_owned()],
            };
            self.add(way, Def::Identifier(Vec::new()), None, evidence)
        });
        self.shared.insert(shared, id);
        if let Def::Identifier(spellings) = &mut self.types[id.0].def
            && !spellings.iter().any(|known| known == spelling)
        {
            spellings.push(spelling.to_owned());
            spellings.sort_unstable();
        }
        id
    }

    /// An open enum. Two of the same name with the same values are one type.
    pub(super) fn open_enum(&mut self, shape: &Shape, way: &Way, evidence: EvidenceId) -> Type {
        let mut values: Vec<String> = Vec::new();
        // What texts mention unites; a person who lists values lists them all.
        let said = shape
            .values
            .winner(self.ledger)
            .filter(|claim| self.ledger.rank(claim.evidence) == Rank::Overlay);
        let claims = said.map_or(shape.values.claims(), std::slice::from_ref);
        for value in claims.iter().flat_map(|claim| &claim.value) {
            // What differs by capitals alone would be one variant twice.
            if !values.iter().any(|known| known.eq_ignore_ascii_case(value)) {
                values.push(value.clone());
            }
        }
        let mut sorted = values.clone();
        sorted.sort_unstable();
        let hint = shape.values_name.value(self.ledger).cloned();
        let numbers = shape.kind.value(self.ledger) == Some(&Kind::Integer);
        let words = hint.as_deref().unwrap_or_else(|| way.last());
        let kind = if numbers { "number" } else { "" };
        let shared = (format!("{}{kind}", Words::of(words).fold()), sorted);
        let variants = |values: &[String]| {
            let variant = |wire: &String| Variant {
                wire: wire.clone(),
                name: String::new(),
                hint: None,
                description: None,
            };
            let mut variants: Vec<_> = values.iter().map(variant).collect();
            label(&mut variants, &shape.labels);
            Def::Enum(variants)
        };
        if let Some(&id) = self.shared.get(&shared) {
            // The order of the operations must not decide anything, so the smallest counts.
            let known = &mut self.types[id.0];
            if let Def::Enum(all) = &mut known.def {
                if values.iter().lt(all.iter().map(|variant| &variant.wire)) {
                    all.sort_by_key(|variant| values.iter().position(|wire| *wire == variant.wire));
                }
                label(all, &shape.labels);
            }
            let mut other = (way.place.clone(), way.inner.clone());
            if way.place < known.place {
                std::mem::swap(&mut known.place, &mut other.0);
                std::mem::swap(&mut known.inner, &mut other.1);
            }
            known.other_places.push(other);
            self.choose(id, shape);
            return Type::Named(id);
        }
        // What is said of a definition is said of its values; elsewhere it is said of the place.
        let is_definition = way.inner.is_empty() && way.place.len() == 2;
        let description = known(&shape.description, self.ledger).filter(|_| is_definition);
        let id = self.add(way.clone(), variants(&values), description, evidence);
        self.types[id.0].numbers = numbers;
        self.types[id.0].hint = hint;
        self.shared.insert(shared, id);
        self.choose(id, shape);
        Type::Named(id)
    }
}

/// Takes what a document says of single values; of several that say it, the first in order of the
/// alphabet counts, since the order of the operations must not decide anything.
fn label(variants: &mut [Variant], labels: &[Label]) {
    for variant in variants {
        let mut label = labels.iter().filter(|label| label.wire == variant.wire);
        let Some(label) = label.next() else { continue };
        for (slot, said) in [
            (&mut variant.hint, &label.name),
            (&mut variant.description, &label.description),
        ] {
            let all = slot.take().into_iter().chain(said.clone());
            *slot = all.min();
        }
    }
}
