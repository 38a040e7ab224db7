//! Values: their types, the list of those that are possible, what counts where one is left out.

use super::leaf::{Leaf, leaf};
use super::{At, Said, Side, Walk};
use crate::diff::facts::{Fact, Spot};
use crate::diff::kinds::{Kind, Way, document, reply, request};
use crate::diff::types::Wire;
use crate::model::{Def, Notes, Proof, Rank, Type, TypeId};

/// A value of one side.
pub(super) struct Value<'a> {
    pub(super) ty: &'a Type,
    pub(super) spot: Spot,
    pub(super) notes: Option<&'a Notes>,
}

/// The slots whose values say nothing else than a type does.
const QUIET: [&str; 3] = ["type", "format", "identifier"];

impl<'a> Walk<'a> {
    /// Compares a value with what is inside of it.
    pub(super) fn value(&mut self, at: &At, old: &Value<'a>, new: &Value<'a>) {
        if let (Some(one), Some(other)) = (old.notes, new.notes) {
            let known = super::text::known;
            let before = known(self.old.api, one.description.as_ref());
            let after = known(self.new.api, other.description.as_ref());
            self.text(&document::DESCRIPTION_CHANGED, &at.subject(), before, after);
            self.unseen(|walk| walk.deprecated(at, one, other));
        } else if !at.printed {
            let says = |side: &Side<'a>, spot: &Spot| {
                let fact = side.facts.get(spot, "nullable");
                fact.is_some_and(|fact| fact.text == "true")
            };
            let null = (says(&self.old, &old.spot), says(&self.new, &new.spot));
            self.null(at, null, (&old.spot, &new.spot));
        }
        let inner = |walk: &Self, is_map: bool| {
            let spots = |side: &Side<'a>, spot: &Spot| {
                if is_map {
                    side.facts.value(spot)
                } else {
                    side.facts.item(spot)
                }
            };
            (spots(&walk.old, &old.spot), spots(&walk.new, &new.spot))
        };
        // What is said in a definition is said once, however many values are of it.
        let definition = self
            .old
            .facts
            .reference(&old.spot)
            .and(self.new.facts.reference(&new.spot));
        let in_definition = definition.map(|name| At::definition(at.way, name));
        let in_definition = in_definition.filter(|_| !at.printed);
        let at = in_definition.as_ref().unwrap_or(at);
        let touches = self.touch_value(old.ty, new.ty);
        match (old.ty, new.ty) {
            (Type::List(one), Type::List(other)) => {
                let (spot, new_spot) = inner(self, false);
                self.inner(&at.item(), (one, spot), (other, new_spot));
            }
            (Type::Map(one), Type::Map(other)) => {
                let (spot, new_spot) = inner(self, true);
                self.inner(&at.value(), (one, spot), (other, new_spot));
            }
            (Type::Named(one), Type::Named(other)) if self.are_alike(*one, *other) => {
                self.objects(at, (*one, *other), (&old.spot, &new.spot));
            }
            _ if self.joined(at, old, new) || self.joined_alike(at, old, new) => {}
            _ if self.leaf(at, old, new) => {}
            _ => self.identifier(at, old, new),
        }
        self.unseen(|walk| walk.alike(at, old, new));
        self.named(at, old.ty, new.ty);
        self.values(at, old, new);
        self.unseen(|walk| {
            walk.limits(at, old, new);
            walk.default(at, &old.spot, &new.spot);
        });
        for slot in QUIET {
            self.slot_basis(at, slot, &old.spot, &new.spot);
        }
        self.touches = touches;
    }

    /// Compares whether callers should do without a value.
    fn deprecated(&mut self, at: &At, old: &'a Notes, new: &'a Notes) {
        let kind = match (&old.deprecated, &new.deprecated, at.way) {
            (Some(_), Some(_), _) | (None, None, _) => return,
            (None, _, Way::Request) => &request::DEPRECATED,
            (None, ..) => &reply::DEPRECATED,
            (_, None, Way::Request) => &request::UNDEPRECATED,
            (_, None, _) => &reply::UNDEPRECATED,
        };
        let said = |side: &Side<'a>, notes: &Notes| {
            let proof = notes.deprecated.as_ref();
            let proof = proof.map(|known| side.api.proof(known.evidence));
            Said::nothing(proof.map(|proof| &proof.location)).because(proof)
        };
        let (before, after) = (said(&self.old, old), said(&self.new, new));
        self.report(kind, at.subject(), before, after);
    }

    fn inner(&mut self, at: &At, old: (&'a Type, Spot), new: (&'a Type, Spot)) {
        let value = |(ty, spot)| Value {
            ty,
            spot,
            notes: None,
        };
        self.value(at, &value(old), &value(new));
    }

    /// Whether two types are made of others in the same way.
    fn are_alike(&self, old: TypeId, new: TypeId) -> bool {
        let (old, new) = (self.old.api.types.get(old), self.new.api.types.get(new));
        matches!(
            (&old.def, &new.def),
            (Def::Struct(_), Def::Struct(_)) | (Def::Union(_), Def::Union(_))
        )
    }

    /// Compares types that hold nothing; whether they are others.
    fn leaf(&mut self, at: &At, old: &Value<'a>, new: &Value<'a>) -> bool {
        let (one, other) = (
            leaf(&self.old, old.ty, &old.spot),
            leaf(&self.new, new.ty, &new.spot),
        );
        if one == other {
            return false;
        }
        let (plain, new_plain) = (one.normal(), other.normal());
        if plain == new_plain {
            self.same("a format that goes without saying", &at.subject());
            return false;
        }
        let narrowed = plain.takes(&new_plain, at.printed);
        let widened = new_plain.takes(&plain, at.printed);
        let (changed, narrow, wide) = if at.way == Way::Request {
            (
                &request::TYPE_CHANGED,
                &request::TYPE_NARROWED,
                &request::TYPE_WIDENED,
            )
        } else {
            (
                &reply::TYPE_CHANGED,
                &reply::TYPE_NARROWED,
                &reply::TYPE_WIDENED,
            )
        };
        let kind = match (narrowed, widened) {
            (true, false) => narrow,
            (false, true) => wide,
            _ => changed,
        };
        let slot = if one.kind == other.kind {
            "format"
        } else {
            "type"
        };
        let said = |side: &Side<'a>, value: &Value<'a>, leaf: &Leaf| {
            let place = side.facts.place(&value.spot);
            let fact = side.facts.get(&value.spot, slot);
            let said = Said::fact(fact, place).with(leaf.text());
            let silent = fact.is_none() && slot == "type" && is_guess(value.ty);
            said.because(
                fact.map(|fact| fact.proof)
                    .or_else(|| silent.then_some(&NOBODY)),
            )
        };
        let (before, after) = (said(&self.old, old, &one), said(&self.new, new, &other));
        self.report(kind, at.subject(), before, after);
        // It is said now what an object holds, of which all can be left out.
        let asks = |ty: &Type| match ty {
            Type::Named(id) => match &self.new.api.types.get(*id).def {
                Def::Struct(fields) => fields.iter().any(|field| field.required),
                _ => true,
            },
            _ => true,
        };
        if kind == narrow && one.kind == "object" && !asks(new.ty) {
            let change = self.found.last_mut();
            if let Some(change) = change.filter(|change| change.wire == Wire::Breaks) {
                change.wire = Wire::Compatible;
            }
        }
        true
    }

    /// Compares the lists of possible values.
    fn values(&mut self, at: &At, old: &Value<'a>, new: &Value<'a>) {
        let one = values(&self.old, old);
        let other = values(&self.new, new);
        if one.is_empty() && other.is_empty() {
            return;
        }
        let place = self.old.facts.place(&old.spot);
        let new_place = self.new.facts.place(&new.spot);
        let fact = self.old.facts.get(&old.spot, "values");
        let new_fact = self.new.facts.get(&new.spot, "values");
        let (before, after) = (Said::fact(fact, place), Said::fact(new_fact, new_place));
        let only = |one: &[String], other: &[String]| {
            let values = one.iter().filter(|value| !other.contains(value));
            values.cloned().collect::<Vec<_>>()
        };
        let (gone, more) = (only(&one, &other), only(&other, &one));
        let kinds: [&'static Kind; 4] = if at.way == Way::Request {
            [
                &request::VALUES_LISTED,
                &request::VALUES_OPENED,
                &request::VALUES_ADDED,
                &request::VALUES_REMOVED,
            ]
        } else {
            [
                &reply::VALUES_LISTED,
                &reply::VALUES_OPENED,
                &reply::VALUES_ADDED,
                &reply::VALUES_REMOVED,
            ]
        };
        if one.is_empty() || other.is_empty() {
            // Where the type itself is another one, that is the change.
            let leafs = (
                leaf(&self.old, old.ty, &old.spot),
                leaf(&self.new, new.ty, &new.spot),
            );
            if leafs.0.normal() != leafs.1.normal() {
                return;
            }
            let (kind, before, after) = if one.is_empty() {
                (kinds[0], before.silent(), after.with(listed(&other)))
            } else {
                (kinds[1], before.with(listed(&one)), after.silent())
            };
            self.report(kind, at.subject(), before, after);
            return;
        }
        if !more.is_empty() {
            let after = after.clone().with(listed(&more));
            let touches = self.touch_variants(old.ty, new.ty, &more);
            self.report(kinds[2], at.subject(), before.clone().silent(), after);
            self.touches = touches;
        }
        if !gone.is_empty() {
            let before = before.clone().with(listed(&gone));
            let touches = self.touch_variants(old.ty, new.ty, &gone);
            self.report(kinds[3], at.subject(), before, after.silent());
            self.touches = touches;
        }
        if gone.is_empty() && more.is_empty() {
            if one != other {
                self.same("values in another order", &at.subject());
            }
            self.basis(at, "values", fact, new_fact);
        }
    }

    fn default(&mut self, at: &At, old: &Spot, new: &Spot) {
        let (fact, new_fact) = (
            self.old.facts.get(old, "default"),
            self.new.facts.get(new, "default"),
        );
        let text = |fact: Option<Fact<'a>>| fact.map(|fact| fact.text.to_owned());
        if text(fact) == text(new_fact) {
            return self.basis(at, "default", fact, new_fact);
        }
        let kind = match (at.way, fact, new_fact) {
            (Way::Request, None, _) => &request::DEFAULT_ADDED,
            (Way::Request, _, None) => &request::DEFAULT_REMOVED,
            (Way::Request, ..) => &request::DEFAULT_CHANGED,
            _ => &reply::DEFAULT_CHANGED,
        };
        let before = Said::fact(fact, self.old.facts.place(old));
        let after = Said::fact(new_fact, self.new.facts.place(new));
        self.report(kind, at.subject(), before, after);
    }

    /// A type in the words of the specification.
    pub(super) fn type_text(&self, is_new: bool, ty: &Type, spot: &Spot) -> String {
        let side = if is_new { &self.new } else { &self.old };
        match ty {
            Type::List(inner) => {
                let inner = self.type_text(is_new, inner, &side.facts.item(spot));
                format!("array of {inner}")
            }
            Type::Named(id) => match &side.api.types.get(*id).def {
                Def::Struct(_) | Def::Union(_) => {
                    match super::definition_of(side.api.types.get(*id)) {
                        Some(name) => format!("`{name}`"),
                        None => leaf(side, ty, spot).text(),
                    }
                }
                _ => leaf(side, ty, spot).text(),
            },
            _ => leaf(side, ty, spot).text(),
        }
    }
}

/// Nobody said what such a value is.
static NOBODY: Proof = Proof {
    rank: Rank::Fallback,
    rule: "silence",
    because: String::new(),
    location: crate::model::Location {
        file: String::new(),
        line: 0,
        column: 0,
        pointer: String::new(),
        part: None,
    },
};

/// Whether a type is what is taken where nobody says one.
fn is_guess(ty: &Type) -> bool {
    matches!(ty, Type::Any | Type::Text)
}

/// Values in words: an empty one can be seen.
fn listed(values: &[String]) -> String {
    let shown = |value: &String| match value.as_str() {
        "" => "\"\"".to_owned(),
        value => value.to_owned(),
    };
    values.iter().map(shown).collect::<Vec<_>>().join(", ")
}

/// The list of possible values; none where any is possible.
fn values(side: &Side<'_>, value: &Value<'_>) -> Vec<String> {
    if let Type::Named(id) = value.ty
        && let Def::Enum(variants) = &side.api.types.get(*id).def
    {
        return variants
            .iter()
            .map(|variant| variant.wire.clone())
            .collect();
    }
    // What is listed beside a list or an object is said of what it holds.
    let is_plain = match value.ty {
        Type::List(_) | Type::Map(_) => false,
        Type::Named(id) => !matches!(side.api.types.get(*id).def, Def::Struct(_) | Def::Union(_)),
        _ => true,
    };
    let fact = side.facts.get(&value.spot, "values");
    let Some(fact) = fact.filter(|_| is_plain) else {
        return Vec::new();
    };
    let parts = fact.text.split("`, `");
    parts
        .map(|part| part.trim_matches('`').to_owned())
        .collect()
}
