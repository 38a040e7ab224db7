//! The fields of objects, by their names on the wire.

use std::collections::HashMap;

use super::value::Value;
use super::{At, Pair, Said, Walk, definition_of, is_respelled};
use crate::diff::facts::{Fact, Spot};
use crate::diff::kinds::{Kind, Way, document, reply, request};
use crate::model::{Access, Def, Field, TypeId};

impl<'a> Walk<'a> {
    /// Notes a pair of objects, to be compared once.
    pub(super) fn objects(&mut self, at: &At, types: (TypeId, TypeId), spots: (&Spot, &Spot)) {
        let key = (types.0, types.1, at.way);
        if let Some(&node) = self.memo.get(&key) {
            self.nodes[node].parents.push(self.here);
            return;
        }
        let node = self.node(None);
        self.nodes[node].parents.push(self.here);
        self.memo.insert(key, node);
        let (old, new) = (
            self.old.api.types.get(types.0),
            self.new.api.types.get(types.1),
        );
        let (before, after) = (definition_of(old), definition_of(new));
        let at = match (before, after) {
            (Some(before), Some(after)) => {
                if before != after {
                    self.same("a definition with another name", &after);
                }
                At::definition(at.way, after)
            }
            (None, Some(after)) => {
                self.same("an object that moved into a definition", &after);
                at.clone()
            }
            (Some(before), None) => {
                self.same("a definition that moved to where it is used", &before);
                at.clone()
            }
            (None, None) => at.clone(),
        };
        let spot = |definition: Option<&str>, spot: &Spot| match definition {
            Some(name) => Spot::definition(name),
            None => spot.clone(),
        };
        let spots = (spot(before, spots.0), spot(after, spots.1));
        self.type_name(&at, old, new);
        self.queue.push_back(Pair {
            node,
            types,
            spots,
            at,
        });
    }

    /// Compares a pair of objects.
    pub(super) fn fields(&mut self, pair: &Pair) {
        let at = &pair.at;
        let (old, new) = (self.old.api, self.new.api);
        let (one, other) = (old.types.get(pair.types.0), new.types.get(pair.types.1));
        if at.path.is_empty() && at.definition.is_some() {
            let before = super::text::known(old, one.description.as_ref());
            let after = super::text::known(new, other.description.as_ref());
            self.text(&document::DESCRIPTION_CHANGED, &at.subject(), before, after);
        }
        let (fields, new_fields) = match (&one.def, &other.def) {
            (Def::Struct(fields), Def::Struct(new_fields)) => (fields, new_fields),
            (Def::Union(one), Def::Union(other)) => return self.alternatives(pair, one, other),
            _ => return,
        };
        if at.way == Way::Request {
            self.unsent(pair, fields, new_fields);
            self.closed(pair);
        }
        let travels = |field: &&Field| match at.way {
            Way::Request => field.access != Access::ReadOnly,
            _ => field.access != Access::WriteOnly,
        };
        let (fields, new_fields) = (
            fields.iter().filter(travels),
            new_fields.iter().filter(travels),
        );
        let (fields, new_fields): (Vec<_>, Vec<_>) = (fields.collect(), new_fields.collect());
        let by_name: HashMap<&str, &'a Field> = fields
            .iter()
            .map(|field| (field.wire.as_str(), *field))
            .collect();
        let new_names: HashMap<&str, usize> = new_fields
            .iter()
            .enumerate()
            .map(|(at, field)| (field.wire.as_str(), at))
            .collect();
        let mut removed: Vec<&'a Field> = fields
            .iter()
            .filter(|field| !new_names.contains_key(field.wire.as_str()))
            .copied()
            .collect();
        let places = fields
            .iter()
            .filter_map(|field| new_names.get(field.wire.as_str()));
        if !places.is_sorted() {
            self.same("fields in another order", &at.subject());
        }
        for field in new_fields {
            let respelled = removed
                .iter()
                .position(|gone| is_respelled(&gone.wire, &field.wire));
            let known = by_name.get(field.wire.as_str()).copied();
            match known.or_else(|| respelled.map(|at| removed.remove(at))) {
                Some(known) => self.field(pair, known, field),
                None => self.one_sided_field(pair, field, true),
            }
        }
        for field in removed {
            self.one_sided_field(pair, field, false);
        }
    }

    /// Compares whether what is sent can have fields that the document does not list: the client sends what
    /// it does not know and has read.
    fn closed(&mut self, pair: &Pair) {
        let (spot, new_spot) = &pair.spots;
        let fact = self.old.facts.get(spot, "closed");
        let new_fact = self.new.facts.get(new_spot, "closed");
        let kind = match (fact.is_some(), new_fact.is_some()) {
            (false, true) => &request::OTHER_FIELDS_REFUSED,
            (true, false) => &request::OTHER_FIELDS_TAKEN,
            _ => return,
        };
        let word = |fact: Option<Fact<'_>>| match fact {
            Some(_) => "no other fields",
            None => "any other fields",
        };
        let before = Said::fact(fact, self.old.facts.place(spot)).with(word(fact));
        let after = Said::fact(new_fact, self.new.facts.place(new_spot)).with(word(new_fact));
        self.unseen(|walk| walk.report(kind, pair.at.subject(), before, after));
    }

    fn one_sided_field(&mut self, pair: &Pair, field: &'a Field, is_new: bool) {
        self.touch_fields(pair.at.way, pair.types, &[&field.name]);
        let kind = match (pair.at.way, is_new, field.required) {
            (Way::Request, true, true) => &request::FIELD_ADDED_REQUIRED,
            (Way::Request, true, false) => &request::FIELD_ADDED_OPTIONAL,
            (Way::Request, false, true) => &request::FIELD_REMOVED_REQUIRED,
            (Way::Request, false, false) => &request::FIELD_REMOVED_OPTIONAL,
            (_, true, _) => &reply::FIELD_ADDED,
            (_, false, _) => &reply::FIELD_REMOVED,
        };
        let (side, spot) = if is_new {
            (&self.new, &pair.spots.1)
        } else {
            (&self.old, &pair.spots.0)
        };
        let spot = side.facts.field(spot, &field.wire);
        // A field of a table is known from the table, whatever tells its type.
        let proof = side.facts.source(&spot);
        let place = side.facts.place(&spot);
        let place = place.or_else(|| Some(&side.api.proof(field.ty.evidence).location));
        let said = Said::at(self.type_text(is_new, &field.ty.value, &spot), place).because(proof);
        let subject = pair.at.field(&field.wire).subject();
        let (old, new) = if is_new {
            (Said::default(), said)
        } else {
            (said, Said::default())
        };
        self.report(kind, subject, old, new);
    }

    fn field(&mut self, pair: &Pair, old: &'a Field, new: &'a Field) {
        self.touch_fields(pair.at.way, pair.types, &[&old.name, &new.name]);
        let at = pair.at.field(&new.wire);
        let spot = self.old.facts.field(&pair.spots.0, &old.wire);
        let new_spot = self.new.facts.field(&pair.spots.1, &new.wire);
        if old.wire == new.wire {
            let places = (self.old.facts.place(&spot), self.new.facts.place(&new_spot));
            self.name(&at, (&old.name, &new.name), places);
        } else {
            let kind = if at.way == Way::Request {
                &request::FIELD_RENAMED
            } else {
                &reply::FIELD_RENAMED
            };
            let before = Said::at(old.wire.as_str(), self.old.facts.place(&spot));
            let after = Said::at(new.wire.as_str(), self.new.facts.place(&new_spot));
            self.report(kind, at.subject(), before, after);
        }
        let kinds = if at.way == Way::Request {
            (
                &request::FIELD_BECAME_REQUIRED,
                &request::FIELD_BECAME_OPTIONAL,
            )
        } else {
            (&reply::FIELD_BECAME_REQUIRED, &reply::FIELD_BECAME_OPTIONAL)
        };
        let required = (old.required, new.required);
        if at.way == Way::Request {
            self.required(&at, kinds, required, (&spot, &new_spot));
        } else {
            // What comes can lack any field.
            self.unseen(|walk| walk.required(&at, kinds, required, (&spot, &new_spot)));
        }
        self.null(&at, (old.nullable, new.nullable), (&spot, &new_spot));
        let value = |field: &'a Field, spot| Value {
            ty: &field.ty.value,
            spot,
            notes: Some(&field.notes),
        };
        self.value(&at, &value(old, spot), &value(new, new_spot));
    }

    /// Compares whether `null` can be sent, or can come. The client reads it in any case.
    pub(super) fn null(
        &mut self,
        at: &At,
        (old, new): (bool, bool),
        (spot, new_spot): (&Spot, &Spot),
    ) {
        if old == new {
            return;
        }
        let kind = match (at.way, new) {
            (Way::Request, true) => &request::TYPE_WIDENED,
            (Way::Request, false) => &request::TYPE_NARROWED,
            (_, true) => &reply::TYPE_WIDENED,
            (_, false) => &reply::TYPE_NARROWED,
        };
        let word = |nullable: bool| {
            if nullable {
                "may be null"
            } else {
                "never null"
            }
        };
        let (facts, new_facts) = (&self.old.facts, &self.new.facts);
        let before = Said::fact(facts.get(spot, "nullable"), facts.place(spot));
        let after = Said::fact(
            new_facts.get(new_spot, "nullable"),
            new_facts.place(new_spot),
        );
        let (before, after) = (before.with(word(old)), after.with(word(new)));
        if at.way == Way::Request {
            self.report(kind, at.subject(), before, after);
        } else {
            self.unseen(|walk| walk.report(kind, at.subject(), before, after));
        }
    }

    /// Compares whether something has to be there.
    pub(super) fn required(
        &mut self,
        at: &At,
        (became, ceased): (&'static Kind, &'static Kind),
        (old, new): (bool, bool),
        (spot, new_spot): (&Spot, &Spot),
    ) {
        let fact = self.old.facts.get(spot, "required");
        let new_fact = self.new.facts.get(new_spot, "required");
        if old == new {
            self.slot_basis(at, "required", spot, new_spot);
            return;
        }
        let word = |required: bool| if required { "required" } else { "optional" };
        let before = Said::fact(fact, self.old.facts.place(spot)).with(word(old));
        let after = Said::fact(new_fact, self.new.facts.place(new_spot)).with(word(new));
        self.report(
            if new { became } else { ceased },
            at.subject(),
            before,
            after,
        );
    }
}
