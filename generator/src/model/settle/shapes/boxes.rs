//! Which fields need a box, so that no type holds itself.
//!
//! A walk from type to type, in an order that is not that of the document: a field that leads back to
//! where the walk comes from gets a box. So there is one in each circle, and none elsewhere.

use std::collections::BTreeSet;

use crate::model::types::{Def, Field, Named, Type, TypeId};

/// How far the walk is with a type.
#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    New,
    Open,
    Done,
}

/// Boxes what leads back to itself.
pub(super) fn put(types: &mut [Named]) {
    let mut order: Vec<usize> = (0..types.len()).collect();
    order.sort_by(|one, other| types[*one].place.cmp(&types[*other].place));
    let held: Vec<Vec<(usize, usize)>> = types.iter().map(|named| held(named, types)).collect();
    let mut state = vec![State::New; types.len()];
    for start in order {
        if state[start] != State::New {
            continue;
        }
        state[start] = State::Open;
        // Each with the number of what it holds that is looked at next.
        let mut way = vec![(start, 0)];
        while let Some((at, next)) = way.last_mut() {
            let at = *at;
            let Some(&(field, to)) = held[at].get(*next) else {
                state[at] = State::Done;
                way.pop();
                continue;
            };
            *next += 1;
            match (state[to], &mut types[at].def) {
                (State::New, _) => {
                    state[to] = State::Open;
                    way.push((to, 0));
                }
                (State::Open, Def::Struct(fields)) => fields[field].boxed = true,
                _ => {}
            }
        }
    }
}

/// The structs that each field holds, itself or as one of several, without a list or a map between.
fn held(named: &Named, types: &[Named]) -> Vec<(usize, usize)> {
    let Def::Struct(fields) = &named.def else {
        return Vec::new();
    };
    let mut sorted: Vec<(usize, &Field)> = fields.iter().enumerate().collect();
    sorted.sort_by(|(_, one), (_, other)| one.wire.cmp(&other.wire));
    let mut held = Vec::new();
    for (number, field) in sorted {
        let mut seen = BTreeSet::new();
        let mut todo = vec![&field.ty.value];
        while let Some(ty) = todo.pop() {
            let Type::Named(TypeId(id)) = ty else {
                continue;
            };
            match &types[*id].def {
                Def::Struct(_) => held.push((number, *id)),
                Def::Union(all) if seen.insert(*id) => {
                    todo.extend(all.iter().rev().map(|one| &one.ty.value));
                }
                _ => {}
            }
        }
    }
    held
}
