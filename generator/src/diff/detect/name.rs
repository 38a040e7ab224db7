//! Names in Rust of what is the same on the wire.

use super::value::Value;
use super::{At, Said, Side, Walk};
use crate::diff::facts::{Facts, Spot};
use crate::diff::kinds::document::{IDENTIFIER_CHANGED, NAME_CHANGED};
use crate::diff::types::Touches;
use crate::model::{Api, Def, Location, Named, Operation, Type};

impl<'a> Walk<'a> {
    /// How an operation is called, where that is another way now.
    pub(super) fn calls(&self, old: &Operation, new: &Operation) -> Option<(String, String)> {
        let call = |side: &Side<'_>, operation: &Operation| {
            let group = side.groups.get(operation.key.as_str());
            let module = group.map_or("", |group| group.module.as_str());
            format!("{module}().{}()", operation.name)
        };
        let (before, after) = (call(&self.old, old), call(&self.new, new));
        (before != after).then_some((before, after))
    }

    /// A parameter or a field.
    pub(super) fn name(
        &mut self,
        at: &At,
        (old, new): (&str, &str),
        (place, new_place): (Option<&'a Location>, Option<&'a Location>),
    ) {
        if old != new {
            let before = Said::at(format!("`{old}`"), place);
            let after = Said::at(format!("`{new}`"), new_place);
            self.report(&NAME_CHANGED, at.subject(), before, after);
        }
    }

    /// What a value identifies.
    pub(super) fn identifier(&mut self, at: &At, old: &Value<'a>, new: &Value<'a>) {
        let concept = |api: &Api, ty: &Type| match ty {
            Type::Named(id) => api.types.get(*id).concept(),
            _ => None,
        };
        let before = concept(self.old.api, old.ty);
        let after = concept(self.new.api, new.ty);
        if before == after {
            return;
        }
        let said = |facts: &Facts<'a>, spot: &Spot, concept: Option<String>| Said {
            text: concept,
            ..Said::fact(facts.get(spot, "identifier"), facts.place(spot))
        };
        let before = said(&self.old.facts, &old.spot, before);
        let after = said(&self.new.facts, &new.spot, after);
        self.report(&IDENTIFIER_CHANGED, at.subject(), before, after);
    }

    /// An enum or an identifier, with its variants.
    pub(super) fn named(&mut self, at: &At, old: &Type, new: &Type) {
        let (Type::Named(one), Type::Named(other)) = (old, new) else {
            return;
        };
        let (old, new) = (self.old.api.types.get(*one), self.new.api.types.get(*other));
        match (&old.def, &new.def) {
            (Def::Identifier(_), Def::Identifier(_)) if old.concept() == new.concept() => {
                self.shared_name(at, old, new, &[]);
            }
            (Def::Enum(variants), Def::Enum(new_variants)) => {
                let mut names = Vec::new();
                for variant in variants {
                    let same = new_variants.iter().find(|other| other.wire == variant.wire);
                    if let Some(same) = same.filter(|same| same.name != variant.name) {
                        names.push((variant.name.as_str(), same.name.as_str()));
                    }
                }
                self.shared_name(at, old, new, &names);
            }
            _ => {}
        }
    }

    /// Many places share such a type; its name is told at the first of them.
    fn shared_name(&mut self, at: &At, old: &Named, new: &Named, variants: &[(&str, &str)]) {
        let values = |named: &Named| match &named.def {
            Def::Enum(variants) => {
                let mut values: Vec<_> = variants.iter().map(|one| one.wire.clone()).collect();
                values.sort_unstable();
                values
            }
            _ => Vec::new(),
        };
        // With other values, it is another type, and that is told already.
        let renamed = old.name != new.name && values(old) == values(new);
        if (!renamed && variants.is_empty())
            || !self.renamed.insert((old.name.clone(), new.name.clone()))
        {
            return;
        }
        if renamed {
            self.type_name(at, old, new);
        }
        for (before, after) in variants {
            let name = |named: &Named, variant: &str| format!("`{}::{variant}`", named.name);
            let place = self.old.api.proof(old.evidence);
            let before = Said::at(name(old, before), Some(&place.location));
            let place = self.new.api.proof(new.evidence);
            let after = Said::at(name(new, after), Some(&place.location));
            self.report(&NAME_CHANGED, at.subject(), before, after);
        }
    }

    /// A type as a whole.
    pub(super) fn type_name(&mut self, at: &At, old: &Named, new: &Named) {
        if old.name == new.name {
            return;
        }
        let path = |named: &Named| format!("types::{}", named.name);
        let touches = Touches {
            whole: vec![path(old), path(new)],
            ..Touches::default()
        };
        let before = std::mem::replace(&mut self.touches, touches);
        self.renamed_type(at, old, new);
        self.touches = before;
    }

    fn renamed_type(&mut self, at: &At, old: &Named, new: &Named) {
        let place = self.old.api.proof(old.evidence);
        let before = Said::at(format!("type `{}`", old.name), Some(&place.location));
        let place = self.new.api.proof(new.evidence);
        let after = Said::at(format!("type `{}`", new.name), Some(&place.location));
        self.report(&NAME_CHANGED, at.subject(), before, after);
        let has = |api: &Api, name: &str| api.types.iter().any(|(_, one)| one.name == name);
        let stays = has(self.new.api, &old.name);
        let advice = match (has(self.old.api, &new.name), stays) {
            (true, true) => format!("`{}` was there, and `{}` still is", new.name, old.name),
            (true, false) => format!("two types are one now: `{}` was there", new.name),
            (false, true) => format!("one type is two now: `{}` still is there", old.name),
            (false, false) => return,
        };
        if let Some(change) = self.found.last_mut() {
            change.advice = Some(advice);
        }
    }
}
