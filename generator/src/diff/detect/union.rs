//! Values that are of one of several types.

use super::value::Value;
use super::{At, Pair, Said, Walk, definition_of};
use crate::diff::facts::{Fact, Spot};
use crate::diff::kinds::{Kind, Way, reply, request};
use crate::diff::types::Wire;
use crate::model::{Alternative, Api, Def, Told, Type};

impl<'a> Walk<'a> {
    /// Compares the types that a value can be of, by what the document calls them.
    pub(super) fn alternatives(
        &mut self,
        pair: &Pair,
        old: &'a [Alternative],
        new: &'a [Alternative],
    ) {
        let find = |all: &'a [Alternative], one: &Alternative| {
            all.iter().find(|other| other.label == one.label)
        };
        let (api, new_api) = (self.old.api, self.new.api);
        for alternative in new {
            match find(old, alternative) {
                Some(before) => {
                    self.told(pair, before, alternative);
                    let at = pair.at.alternative(&alternative.label);
                    let value = |api, alternative: &'a Alternative, whole| Value {
                        ty: &alternative.ty.value,
                        spot: spot(api, alternative, whole),
                        notes: None,
                    };
                    let before = value(api, before, &pair.spots.0);
                    self.value(&at, &before, &value(new_api, alternative, &pair.spots.1));
                }
                None => self.one_sided_alternative(&pair.at, alternative, true),
            }
        }
        for gone in old.iter().filter(|gone| find(new, gone).is_none()) {
            self.one_sided_alternative(&pair.at, gone, false);
        }
    }

    /// Compares a value of one type with one that is of that type or of others, in either version;
    /// whether it is so.
    pub(super) fn joined(&mut self, at: &At, old: &Value<'a>, new: &Value<'a>) -> bool {
        let (api, new_api) = (self.old.api, self.new.api);
        let (one, other) = (union_of(api, old.ty), union_of(new_api, new.ty));
        let (all, is_new) = match (one, other) {
            (None, Some(all)) => (all, true),
            (Some(all), None) => (all, false),
            _ => return false,
        };
        let is_it = |alternative: &&'a Alternative| {
            let ty = &alternative.ty.value;
            if is_new {
                is_same((api, old.ty), (new_api, ty))
            } else {
                is_same((api, ty), (new_api, new.ty))
            }
        };
        let Some(same) = all.iter().find(is_it) else {
            return false;
        };
        let (ty, new_ty) = if is_new {
            (old.ty, &same.ty.value)
        } else {
            (&same.ty.value, new.ty)
        };
        if let (Type::Named(one), Type::Named(other)) = (ty, new_ty) {
            let spots = if is_new {
                (old.spot.clone(), spot(new_api, same, &new.spot))
            } else {
                (spot(api, same, &old.spot), new.spot.clone())
            };
            self.objects(
                &at.alternative(&same.label),
                (*one, *other),
                (&spots.0, &spots.1),
            );
        }
        for alternative in all.iter().filter(|one| !std::ptr::eq(*one, same)) {
            self.one_sided_alternative(at, alternative, is_new);
            // Who read the one type knows of no others.
            if let Some(change) = self
                .found
                .last_mut()
                .filter(|_| is_new && at.way == Way::Reply)
            {
                change.wire = Wire::Breaks;
            }
        }
        true
    }

    /// Compares the types that a value can be of where nothing tells them apart: the client has any
    /// JSON for all of them.
    pub(super) fn alike(&mut self, at: &At, old: &Value<'a>, new: &Value<'a>) {
        if !matches!((old.ty, new.ty), (Type::Any, Type::Any)) {
            return;
        }
        let facts = self.old.facts.all(&old.spot, "alternative");
        let new_facts = self.new.facts.all(&new.spot, "alternative");
        if facts.is_empty() || new_facts.is_empty() {
            return;
        }
        let is_in =
            |facts: &[Fact<'a>], one: &Fact<'a>| facts.iter().any(|fact| fact.text == one.text);
        for more in new_facts.iter().filter(|one| !is_in(&facts, one)) {
            self.one_of_many(at, *more, true);
        }
        for gone in facts.iter().filter(|one| !is_in(&new_facts, one)) {
            self.one_of_many(at, *gone, false);
        }
        for both in new_facts.iter().filter(|one| is_in(&facts, one)) {
            let spot = Spot::definition(both.text);
            if self.old.facts.knows(&spot) && self.new.facts.knows(&spot) {
                self.unread(at.way, both.text);
            }
        }
    }

    /// Compares a value of one type with one that is of that type or of others, where nothing tells them
    /// apart, in either version; whether it is so.
    pub(super) fn joined_alike(&mut self, at: &At, old: &Value<'a>, new: &Value<'a>) -> bool {
        let (all, named, is_new) = match (old.ty, new.ty) {
            (Type::Any, Type::Named(id)) => (
                self.old.facts.all(&old.spot, "alternative"),
                self.new.api.types.get(*id),
                false,
            ),
            (Type::Named(id), Type::Any) => (
                self.new.facts.all(&new.spot, "alternative"),
                self.old.api.types.get(*id),
                true,
            ),
            _ => return false,
        };
        let Some(name) = definition_of(named) else {
            return false;
        };
        if !all.iter().any(|one| one.text == name) {
            return false;
        }
        for other in all.iter().filter(|one| one.text != name) {
            self.one_of_many(at, *other, is_new);
            // Who read the one type knows of no others.
            if let Some(change) = self
                .found
                .last_mut()
                .filter(|_| is_new && at.way == Way::Reply)
            {
                change.wire = Wire::Breaks;
            }
        }
        self.unseen(|walk| walk.unread(at.way, name));
        true
    }

    fn one_of_many(&mut self, at: &At, fact: Fact<'a>, is_new: bool) {
        let kind = side_kind(at.way, is_new);
        let said = Said::fact(Some(fact), None);
        let (before, after) = if is_new {
            (Said::default(), said)
        } else {
            (said, Said::default())
        };
        self.report(kind, at.subject(), before, after);
    }

    /// Compares what tells that a value is of a type. The values of a field are compared as such.
    fn told(&mut self, pair: &Pair, old: &'a Alternative, new: &'a Alternative) {
        let (one, other) = (tag(self.old.api, old), tag(self.new.api, new));
        if one == other || old.told == new.told {
            return;
        }
        let is_same =
            |one: &[String], other: &[String]| one.iter().all(|value| other.contains(value));
        let goes_on = match (&one, &other) {
            (Some((field, values)), Some((new_field, new_values))) => {
                field == new_field && is_same(values, new_values)
            }
            _ => true,
        };
        let said = |api: &'a Api, alternative: &Alternative, tag: Option<(&str, &[String])>| {
            let proof = api.proof(alternative.ty.evidence);
            let text = tag.map(|(field, values)| format!("`{field}`: {}", values.join(" or ")));
            Said {
                text,
                ..Said::nothing(Some(&proof.location))
            }
        };
        let before = said(self.old.api, old, one);
        let after = said(self.new.api, new, other);
        let kind = if pair.at.way == Way::Request {
            &request::TAG_CHANGED
        } else {
            &reply::TAG_CHANGED
        };
        let touches = self.touches.clone();
        if let (Type::Named(one), Type::Named(other)) = (&old.ty.value, &new.ty.value) {
            let fields = [one_field(&old.told), one_field(&new.told)];
            let fields: Vec<&str> = fields.into_iter().flatten().collect();
            self.touch_fields(pair.at.way, (*one, *other), &fields);
        }
        self.report(
            kind,
            pair.at.alternative(&new.label).subject(),
            before,
            after,
        );
        if let Some(change) = self.found.last_mut().filter(|_| goes_on) {
            change.wire = Wire::Compatible;
        }
        self.touches = touches;
    }

    fn one_sided_alternative(&mut self, at: &At, alternative: &Alternative, is_new: bool) {
        let kind = side_kind(at.way, is_new);
        let api = if is_new { self.new.api } else { self.old.api };
        let place = &api.proof(alternative.ty.evidence).location;
        let said = Said::at(alternative.label.as_str(), Some(place));
        let (old, new) = if is_new {
            (Said::default(), said)
        } else {
            (said, Said::default())
        };
        self.report(kind, at.subject(), old, new);
    }
}

fn side_kind(way: Way, is_new: bool) -> &'static Kind {
    match (way, is_new) {
        (Way::Request, true) => &request::ALTERNATIVE_ADDED,
        (Way::Request, false) => &request::ALTERNATIVE_REMOVED,
        (_, true) => &reply::ALTERNATIVE_ADDED,
        (_, false) => &reply::ALTERNATIVE_REMOVED,
    }
}

/// Where accounts know an alternative: its definition.
fn spot(api: &Api, alternative: &Alternative, whole: &Spot) -> Spot {
    let definition = match alternative.ty.value {
        Type::Named(id) => definition_of(api.types.get(id)),
        _ => None,
    };
    definition.map_or_else(|| whole.alternative(&alternative.label), Spot::definition)
}

/// The types that a value can be of.
fn union_of<'a>(api: &'a Api, ty: &Type) -> Option<&'a [Alternative]> {
    match ty {
        Type::Named(id) => match &api.types.get(*id).def {
            Def::Union(all) => Some(all),
            _ => None,
        },
        _ => None,
    }
}

/// Whether two types are one definition, or a type without a name.
fn is_same((api, old): (&Api, &Type), (new_api, new): (&Api, &Type)) -> bool {
    match (old, new) {
        (Type::Named(one), Type::Named(other)) => {
            let definition = definition_of(api.types.get(*one));
            definition.is_some() && definition == definition_of(new_api.types.get(*other))
        }
        (Type::List(_) | Type::Map(_), _) => false,
        _ => old == new,
    }
}

/// The field that tells a type, with what it says there, unless the field itself lists its values.
fn tag<'a>(api: &'a Api, alternative: &'a Alternative) -> Option<(&'a str, &'a [String])> {
    let Told::Tag(field, values) = &alternative.told else {
        return None;
    };
    let Type::Named(id) = &alternative.ty.value else {
        return Some((field, values));
    };
    let Def::Struct(fields) = &api.types.get(*id).def else {
        return Some((field, values));
    };
    let lists = |ty: &Type| match ty {
        Type::Named(id) => matches!(api.types.get(*id).def, Def::Enum(_)),
        _ => false,
    };
    let listed = fields
        .iter()
        .any(|one| one.wire == *field && lists(&one.ty.value));
    (!listed).then_some((field, values))
}

fn one_field(told: &Told) -> Option<&str> {
    match told {
        Told::Tag(field, _) => Some(field),
        _ => None,
    }
}
