//! Objects that the client has any JSON for, because nothing tells them apart, or text, because they are
//! parameters: no type shows what is said of them, so that what is said is compared.

use super::value::Value;
use super::{At, Said, Side, Walk};
use crate::diff::facts::Spot;
use crate::diff::kinds::{Kind, Way, reply, request};
use crate::model::Type;

impl<'a> Walk<'a> {
    /// Compares what both versions say of a definition.
    pub(super) fn unread(&mut self, way: Way, name: &str) {
        if !self.unread.insert((name.to_owned(), way)) {
            return;
        }
        self.unread_queue.push((name.to_owned(), way));
        // Definitions that lead on and on are taken one after the other.
        if self.unread_queue.len() > 1 {
            return;
        }
        let mut next = 0;
        while let Some((name, way)) = self.unread_queue.get(next).cloned() {
            let spot = Spot::definition(&name);
            self.unread_value(&At::definition(way, &name), &spot, &spot);
            next += 1;
        }
        self.unread_queue.clear();
    }

    fn unread_value(&mut self, at: &At, old: &Spot, new: &Spot) {
        let value = |spot: &Spot| Value {
            ty: &Type::Any,
            spot: spot.clone(),
            notes: None,
        };
        self.value(at, &value(old), &value(new));
        self.unread_parts(at, old, new);
    }

    /// Compares what is said of the parts of a value.
    pub(super) fn unread_parts(&mut self, at: &At, old: &Spot, new: &Spot) {
        let (item, new_item) = (self.old.facts.item(old), self.new.facts.item(new));
        if self.old.facts.knows(&item) && self.new.facts.knows(&new_item) {
            self.unread_inner(&at.item(), &item, &new_item);
        }
        let fields = |side: &Side<'a>, spot: &Spot| -> Vec<&'a str> {
            let names = side.facts.fields(spot).into_iter();
            let travels = |name: &&str| {
                let slot = match at.way {
                    Way::Request => "read only",
                    _ => "write only",
                };
                let fact = side.facts.get(&side.facts.field(spot, name), slot);
                fact.is_none_or(|fact| fact.text != "true")
            };
            names.filter(travels).collect()
        };
        let (names, new_names) = (fields(&self.old, old), fields(&self.new, new));
        for name in &new_names {
            let field = self.new.facts.field(new, name);
            if names.contains(name) {
                let before = self.old.facts.field(old, name);
                self.unread_field(&at.field(name), &before, &field);
            } else {
                self.one_sided_unread(&at.field(name), &field, true);
            }
        }
        for name in names.iter().filter(|name| !new_names.contains(name)) {
            let field = self.old.facts.field(old, name);
            self.one_sided_unread(&at.field(name), &field, false);
        }
    }

    fn unread_field(&mut self, at: &At, old: &Spot, new: &Spot) {
        let kinds: (&'static Kind, &'static Kind) = if at.way == Way::Request {
            (
                &request::FIELD_BECAME_REQUIRED,
                &request::FIELD_BECAME_OPTIONAL,
            )
        } else {
            (&reply::FIELD_BECAME_REQUIRED, &reply::FIELD_BECAME_OPTIONAL)
        };
        let required = (is_required(&self.old, old), is_required(&self.new, new));
        self.required(at, kinds, required, (old, new));
        self.unread_inner(at, old, new);
    }

    /// What a value refers to is compared once.
    fn unread_inner(&mut self, at: &At, old: &Spot, new: &Spot) {
        let (name, new_name) = (self.old.facts.reference(old), self.new.facts.reference(new));
        match (name, new_name) {
            (None, None) => self.unread_value(at, old, new),
            (Some(name), Some(new_name)) if name == new_name => self.unread(at.way, name),
            _ => {}
        }
    }

    fn one_sided_unread(&mut self, at: &At, spot: &Spot, is_new: bool) {
        let side = if is_new { &self.new } else { &self.old };
        let kind = match (at.way, is_new, is_required(side, spot)) {
            (Way::Request, true, true) => &request::FIELD_ADDED_REQUIRED,
            (Way::Request, true, false) => &request::FIELD_ADDED_OPTIONAL,
            (Way::Request, false, true) => &request::FIELD_REMOVED_REQUIRED,
            (Way::Request, false, false) => &request::FIELD_REMOVED_OPTIONAL,
            (_, true, _) => &reply::FIELD_ADDED,
            (_, false, _) => &reply::FIELD_REMOVED,
        };
        let text = self.type_text(is_new, &Type::Any, spot);
        let said = Said::at(text, side.facts.place(spot)).because(side.facts.source(spot));
        let (old, new) = if is_new {
            (Said::default(), said)
        } else {
            (said, Said::default())
        };
        self.report(kind, at.subject(), old, new);
    }
}

fn is_required(side: &Side<'_>, spot: &Spot) -> bool {
    let fact = side.facts.get(spot, "required");
    fact.is_some_and(|fact| fact.text == "true")
}
