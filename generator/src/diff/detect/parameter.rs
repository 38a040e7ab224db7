//! The parameters of an operation.

use std::collections::HashMap;

use super::value::Value;
use super::{At, Said, Walk};
use crate::diff::facts::Spot;
use crate::diff::kinds::{Way, request as kinds};
use crate::model::{Operation, Parameter, Place, Type};
use crate::names::{Words, shape};

/// A way to find a parameter again.
type Key<'k, 'a> = &'k dyn Fn(&Found<'a>) -> Option<String>;

/// A parameter of either side, with what accounts call it.
#[derive(Clone, Copy)]
struct Found<'a> {
    operation: &'a Operation,
    parameter: &'a Parameter,
}

impl Found<'_> {
    fn part(&self) -> String {
        let place = self.parameter.place.word();
        format!("{place} parameter `{}`", self.parameter.wire)
    }

    fn spot(&self) -> Spot {
        Spot::new(Some(&self.operation.key), self.part())
    }
}

impl<'a> Walk<'a> {
    pub(super) fn parameters(&mut self, old: &'a Operation, new: &'a Operation) {
        let found = |operation: &'a Operation| -> Vec<Found<'a>> {
            let parameters = operation.parameters.iter();
            parameters
                .map(|parameter| Found {
                    operation,
                    parameter,
                })
                .collect()
        };
        let (mut removed, mut added) = (found(old), found(new));
        let mut pairs = Vec::new();
        let same_path = shape(&old.path) == shape(&new.path);
        let keys: [Key<'_, 'a>; 4] = [
            &|found| match position(found).filter(|_| same_path) {
                Some(position) => Some(format!("{{{position}}}")),
                None => Some(format!(
                    "{} {}",
                    found.parameter.place.word(),
                    exact(found.parameter)
                )),
            },
            &|found| {
                Some(format!(
                    "{} {}",
                    found.parameter.place.word(),
                    found.parameter.wire
                ))
            },
            &|found| Some(exact(found.parameter)),
            &|found| Some(Words::of(&found.parameter.wire).fold()),
        ];
        for key in keys {
            take(&mut pairs, &mut removed, &mut added, key);
        }
        pairs.sort_by_key(|(found, _)| place_in(old, found.parameter));
        let places = pairs
            .iter()
            .map(|(_, found)| place_in(new, found.parameter));
        if !places.is_sorted() {
            self.same("parameters in another order", &new.key);
        }
        pairs.sort_by_key(|(_, found)| place_in(new, found.parameter));
        let whole = self.touches.clone();
        for (before, after) in pairs {
            self.touch_values(old, new, &[&before.parameter.name, &after.parameter.name]);
            self.parameter(before, after);
        }
        for gone in removed {
            self.touch_values(old, new, &[&gone.parameter.name]);
            self.one_sided(gone, new, false);
        }
        for more in added {
            self.touch_values(old, new, &[&more.parameter.name]);
            self.one_sided(more, new, true);
        }
        self.touches = whole;
    }

    fn one_sided(&mut self, found: Found<'a>, new: &'a Operation, is_new: bool) {
        let kind = match (is_new, found.parameter.required) {
            (true, true) => &kinds::PARAMETER_ADDED_REQUIRED,
            (true, false) => &kinds::PARAMETER_ADDED_OPTIONAL,
            (false, true) => &kinds::PARAMETER_REMOVED_REQUIRED,
            (false, false) => &kinds::PARAMETER_REMOVED_OPTIONAL,
        };
        let side = if is_new { &self.new } else { &self.old };
        let spot = found.spot();
        let present = side.facts.get(&spot, "present");
        let place = side.facts.place(&spot).unwrap_or(&found.operation.location);
        let text = self.type_text(is_new, &found.parameter.ty.value, &spot);
        let said = Said::fact(present, Some(place)).with(text);
        let at = At::new(Way::Request, &new.key, found.part());
        let (old, new) = if is_new {
            (Said::default(), said)
        } else {
            (said, Said::default())
        };
        self.report(kind, at.subject(), old, new);
    }

    fn parameter(&mut self, old: Found<'a>, new: Found<'a>) {
        let (one, other) = (old.parameter, new.parameter);
        let mut at = At::new(Way::Request, &new.operation.key, new.part());
        at.printed = true;
        let (spot, new_spot) = (old.spot(), new.spot());
        let place = self
            .old
            .facts
            .place(&spot)
            .unwrap_or(&old.operation.location);
        let new_place = self
            .new
            .facts
            .place(&new_spot)
            .unwrap_or(&new.operation.location);
        if exact(one) != exact(other) {
            let kind = if one.place == Place::Path && other.place == Place::Path {
                &kinds::PATH_PARAMETER_RENAMED
            } else {
                &kinds::PARAMETER_RENAMED
            };
            let before = Said::at(one.wire.as_str(), Some(place));
            let after = Said::at(other.wire.as_str(), Some(new_place));
            self.report(kind, at.subject(), before, after);
        } else if one.wire != other.wire {
            self.same("a header in other capitals", &at.subject());
        } else {
            let places = (Some(place), Some(new_place));
            self.name(&at, (&one.name, &other.name), places);
        }
        if one.place != other.place {
            let before = Said::at(one.place.word(), Some(place));
            let after = Said::at(other.place.word(), Some(new_place));
            self.report(&kinds::PARAMETER_MOVED, at.subject(), before, after);
        }
        let required = (
            &kinds::PARAMETER_BECAME_REQUIRED,
            &kinds::PARAMETER_BECAME_OPTIONAL,
        );
        self.required(
            &at,
            required,
            (one.required, other.required),
            (&spot, &new_spot),
        );
        let is_list = |ty: &Type| matches!(ty, Type::List(_));
        if is_list(&one.ty.value) && is_list(&other.ty.value) {
            let (before, after) = (one.style.to_string(), other.style.to_string());
            let fact = self.old.facts.get(&spot, "list style");
            let new_fact = self.new.facts.get(&new_spot, "list style");
            if before == after {
                self.basis(&at, "list style", fact, new_fact);
            } else {
                let before = Said::fact(fact, Some(place)).with(before);
                let after = Said::fact(new_fact, Some(new_place)).with(after);
                self.report(&kinds::LIST_STYLE_CHANGED, at.subject(), before, after);
            }
        }
        let value = |parameter: &'a Parameter, spot| Value {
            ty: &parameter.ty.value,
            spot,
            notes: Some(&parameter.notes),
        };
        let (before, after) = (value(one, spot), value(other, new_spot));
        self.value(&at, &before, &after);
        let is_text = |ty: &Type| matches!(ty, Type::Text | Type::Any);
        if is_text(before.ty) && is_text(after.ty) {
            self.unseen(|walk| walk.unread_parts(&at, &before.spot, &after.spot));
        }
    }
}

/// The name on the wire, as the wire compares it.
fn exact(parameter: &Parameter) -> String {
    match parameter.place {
        Place::Header => parameter.wire.to_ascii_lowercase(),
        _ => parameter.wire.clone(),
    }
}

/// The number of the placeholder of a path parameter.
fn position(found: &Found<'_>) -> Option<usize> {
    if found.parameter.place != Place::Path {
        return None;
    }
    let at = found
        .operation
        .path
        .find(&format!("{{{}}}", found.parameter.wire))?;
    Some(found.operation.path[..at].matches('{').count())
}

fn place_in(operation: &Operation, parameter: &Parameter) -> Option<usize> {
    operation
        .parameters
        .iter()
        .position(|one| std::ptr::eq(one, parameter))
}

/// Pairs what has the same key, among those that are left.
fn take<'a>(
    pairs: &mut Vec<(Found<'a>, Found<'a>)>,
    removed: &mut Vec<Found<'a>>,
    added: &mut Vec<Found<'a>>,
    key: Key<'_, 'a>,
) {
    let mut by_key: HashMap<String, usize> = HashMap::new();
    for (at, found) in added.iter().enumerate() {
        if let Some(key) = key(found) {
            by_key.entry(key).or_insert(at);
        }
    }
    let mut taken = Vec::new();
    removed.retain(|old| {
        let found = key(old).and_then(|key| by_key.remove(&key));
        if let Some(at) = found {
            pairs.push((*old, added[at]));
            taken.push(at);
        }
        found.is_none()
    });
    let mut at = 0;
    added.retain(|_| {
        at += 1;
        !taken.contains(&(at - 1))
    });
}
