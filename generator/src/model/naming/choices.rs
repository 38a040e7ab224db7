//! Names that people chose in the overlay: they count like names that stand in the lock, so that
//! there is one way in which a name is kept.

use super::members::{FIELDS, member_key};
use super::named_types::{self, TYPES};
use super::{CALL, PRELUDE, parameter_key};
use crate::model::types::{Def, Named};
use crate::model::{Api, Known, Operation};
use crate::names::{Key, Kind, Lock, Named as Planned, Reserved, is_literal, operation_key};

/// The lock with the names of parameters, types and fields that were chosen.
pub(super) fn stand_in(api: &Api, lock: &Lock) -> Lock {
    let mut lock = lock.clone();
    let mut choose = |kind, key: Key, chosen: Option<&Known<String>>, reserved: &[&[&str]]| {
        if let Some(name) = free(chosen, reserved) {
            lock.record(kind, key, name);
        }
    };
    for operation in api.operations() {
        for parameter in &operation.parameters {
            let key = parameter_key(&operation.key, parameter.place, &parameter.wire);
            choose(Kind::Field, key, parameter.chosen.as_ref(), &[CALL]);
        }
    }
    for (_, named) in api.types.iter() {
        let key = named_types::lock_key(named);
        let reserved: [&[&str]; 2] = [&PRELUDE, &TYPES];
        // What `Pet` needs is `PetArgs`.
        let chosen = named.chosen.as_ref().filter(|name| !is_literal(name));
        choose(named_types::kind(named), key, chosen, &reserved);
        if let Def::Struct(fields) = &named.def {
            for field in fields {
                let key = member_key(&named.place, &field.wire);
                choose(Kind::Field, key, field.chosen.as_ref(), &[&FIELDS]);
            }
        }
    }
    lock
}

/// The lock with the groups and methods that were chosen, if any was; what was not is as planned.
pub(super) fn stand_in_for_operations(
    operations: &[Operation],
    planned: &[Planned],
    lock: &Lock,
    reserved: &Reserved,
) -> Option<Lock> {
    let mut chosen_lock = None;
    for (operation, planned) in operations.iter().zip(planned) {
        let chosen = |choice: &Option<Known<String>>, taken: &dyn Fn(&str) -> bool| {
            let name = choice.as_ref().map(|name| name.value.clone());
            name.filter(|name| !taken(name))
        };
        let group = chosen(&operation.chosen_group, &|name| {
            reserved.groups.contains(name)
        });
        let method = chosen(&operation.chosen, &|name| reserved.methods.contains(name));
        if group.is_some() || method.is_some() {
            let group = group.unwrap_or_else(|| planned.group.clone());
            let method = method.unwrap_or_else(|| planned.method.clone());
            let key = operation_key(&operation.method, &operation.path);
            chosen_lock.get_or_insert_with(|| lock.clone()).record(
                Kind::Operation,
                key,
                format!("{group}.{method}"),
            );
        }
    }
    chosen_lock
}

/// A chosen name that the client does not need for itself.
fn free<'c>(chosen: Option<&'c Known<String>>, reserved: &[&[&str]]) -> Option<&'c str> {
    let name = chosen?.value.as_str();
    let is_reserved = reserved.iter().any(|names| names.contains(&name));
    (!is_reserved).then_some(name)
}

/// The choices that were not followed: the client needs the name itself, or two things would have
/// it.
pub(super) fn refused(api: &Api) -> Vec<Known<String>> {
    let mut refused = Vec::new();
    let mut check = |chosen: &Option<Known<String>>, given: &str| {
        refused.extend(chosen.clone().filter(|chosen| chosen.value != given));
    };
    for group in &api.groups {
        for operation in &group.operations {
            check(&operation.chosen_group, &group.module);
            check(&operation.chosen, &operation.name);
            for parameter in &operation.parameters {
                check(&parameter.chosen, &parameter.name);
            }
        }
    }
    for (
        _,
        Named {
            name, chosen, def, ..
        },
    ) in api.types.iter()
    {
        check(chosen, name);
        if let Def::Struct(fields) = def {
            for field in fields {
                check(&field.chosen, &field.name);
            }
        }
    }
    refused
}
