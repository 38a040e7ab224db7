//! Values that are of one of several types.

use super::value::Value;
use super::{Pair, Said, Walk, definition_of};
use crate::diff::facts::Spot;
use crate::diff::kinds::{Way, reply, request};
use crate::model::{Alternative, Api, Type};

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
                    let at = pair.at.alternative(&alternative.label);
                    let value = |api, alternative: &'a Alternative, whole| Value {
                        ty: &alternative.ty.value,
                        spot: spot(api, alternative, whole),
                        notes: None,
                    };
                    let before = value(api, before, &pair.spots.0);
                    self.value(&at, &before, &value(new_api, alternative, &pair.spots.1));
                }
                None => self.one_sided_alternative(pair, alternative, true),
            }
        }
        for gone in old.iter().filter(|gone| find(new, gone).is_none()) {
            self.one_sided_alternative(pair, gone, false);
        }
    }

    fn one_sided_alternative(&mut self, pair: &Pair, alternative: &Alternative, is_new: bool) {
        let kind = match (pair.at.way, is_new) {
            (Way::Request, true) => &request::ALTERNATIVE_ADDED,
            (Way::Request, false) => &request::ALTERNATIVE_REMOVED,
            (_, true) => &reply::ALTERNATIVE_ADDED,
            (_, false) => &reply::ALTERNATIVE_REMOVED,
        };
        let api = if is_new { self.new.api } else { self.old.api };
        let place = &api.proof(alternative.ty.evidence).location;
        let said = Said::at(alternative.label.as_str(), Some(place));
        let (old, new) = if is_new {
            (Said::default(), said)
        } else {
            (said, Said::default())
        };
        self.report(kind, pair.at.subject(), old, new);
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
