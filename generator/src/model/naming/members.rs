//! The names of fields and variants.

use std::collections::BTreeMap;

use super::{settle, value_ladder, value_words};
use crate::model::types::{Def, Named, TypeId};
use crate::names::{Claim, Key, Kind, Lock, Words};

/// What a struct has besides its fields.
pub(super) const FIELDS: [&str; 2] = ["extra", "new"];

/// Names the fields of a struct or the variants of an enum.
pub(super) fn name(
    named: &mut Named,
    concepts: &BTreeMap<TypeId, Words>,
    lock: &Lock,
    next: &mut Lock,
) {
    let place = named.place.clone();
    let key = |wire: &str| member_key(&place, wire);
    match &mut named.def {
        Def::Identifier(_) => {}
        Def::Struct(fields) => {
            let claims: Vec<Claim> = fields
                .iter()
                .map(|field| {
                    let name = value_words(&field.wire, &field.ty, concepts);
                    Claim {
                        key: key(&field.wire).as_str().to_owned(),
                        ladder: value_ladder(&name, &field.wire, "field"),
                    }
                })
                .collect();
            let given = settle(&claims, Kind::Field, &FIELDS, lock);
            for field in fields {
                let key = key(&field.wire);
                field.name = given.get(key.as_str()).cloned().unwrap_or_default();
                next.record(Kind::Field, key, field.name.clone());
            }
        }
        Def::Union(alternatives) => {
            let claims: Vec<Claim> = alternatives
                .iter()
                .map(|one| Claim {
                    key: key(&one.label).as_str().to_owned(),
                    ladder: variant_ladder(&one.label),
                })
                .collect();
            let given = settle(&claims, Kind::Variant, &["Other"], lock);
            for one in alternatives {
                let key = key(&one.label);
                one.name = given.get(key.as_str()).cloned().unwrap_or_default();
                next.record(Kind::Variant, key, one.name.clone());
            }
        }
        Def::Enum(variants) => {
            let claims: Vec<Claim> = variants
                .iter()
                .map(|variant| Claim {
                    key: key(&variant.wire).as_str().to_owned(),
                    ladder: variant
                        .hint
                        .iter()
                        .flat_map(|hint| variant_ladder(hint))
                        .chain(variant_ladder(&variant.wire))
                        .collect(),
                })
                .collect();
            let given = settle(&claims, Kind::Variant, &["Unknown"], lock);
            for variant in variants {
                let key = key(&variant.wire);
                variant.name = given.get(key.as_str()).cloned().unwrap_or_default();
                next.record(Kind::Variant, key, variant.name.clone());
            }
        }
    }
}

/// What the lock knows a field or a variant by.
pub(super) fn member_key(place: &[String], wire: &str) -> Key {
    Key::new(place.iter().map(String::as_str).chain([wire]))
}

fn variant_ladder(wire: &str) -> Vec<String> {
    if wire.trim().is_empty() {
        return vec!["Blank".to_owned()];
    }
    let words = Words::of(wire);
    vec![
        words.pascal("Value"),
        words.then(&Words::of("value")).pascal("Value"),
    ]
}
