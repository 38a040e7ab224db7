//! How a large client is divided: types that one group alone uses live in a file of its own, and each
//! group of a client with many is a feature.

use std::collections::HashMap;

use proc_macro2::TokenStream;
use quote::quote;

use super::manifest;
use crate::model::{Api, Def, Group, Operation, Reply, Type, TypeId};

/// Up to so many types are read in one file.
const TYPES: usize = 60;

/// Up to so many groups are compiled by everybody.
const GROUPS: usize = 20;

/// The module of the one group that uses a type, for types that no other group uses. It is empty for
/// a client with few types.
pub(super) fn homes(api: &Api) -> HashMap<TypeId, &str> {
    let mut homes: HashMap<TypeId, Option<&str>> = HashMap::new();
    if api.types.iter().count() <= TYPES || api.groups.len() < 2 {
        return HashMap::new();
    }
    for group in &api.groups {
        let mut reached = Vec::new();
        for operation in &group.operations {
            reach_operation(operation, &mut reached);
        }
        let mut next = 0;
        while let Some(id) = reached.get(next) {
            match &api.types.get(*id).def {
                Def::Struct(fields) => fields.iter().for_each(|one| reach(&one.ty, &mut reached)),
                Def::Union(all) => all.iter().for_each(|one| reach(&one.ty, &mut reached)),
                Def::Identifier(_) | Def::Enum(_) => {}
            }
            next += 1;
        }
        for id in reached {
            let home = homes.entry(id).or_insert(Some(&group.module));
            if *home != Some(group.module.as_str()) {
                *home = None;
            }
        }
    }
    homes
        .into_iter()
        .filter_map(|(id, home)| Some((id, home?)))
        .collect()
}

fn reach_operation(operation: &Operation, reached: &mut Vec<TypeId>) {
    for parameter in &operation.parameters {
        reach(&parameter.ty, reached);
    }
    if let Some(body) = &operation.body {
        reach(&body.ty, reached);
    }
    match &operation.reply {
        Reply::Typed(ty) | Reply::Single(ty) | Reply::Untyped(ty) => reach(ty, reached),
        Reply::Opaque(_) | Reply::Empty(_) | Reply::Text(_) | Reply::Bytes(_) => {}
    }
    for answer in &operation.answers {
        if let Some(ty) = &answer.body {
            reach(ty, reached);
        }
    }
}

fn reach(ty: &Type, reached: &mut Vec<TypeId>) {
    match ty {
        Type::List(inner) | Type::Map(inner) => reach(inner, reached),
        Type::Named(id) if !reached.contains(id) => reached.push(*id),
        _ => {}
    }
}

/// The features of the groups by module, where there are many of them.
pub(super) fn features(api: &Api) -> Vec<(&str, String)> {
    if api.groups.len() <= GROUPS {
        return Vec::new();
    }
    api.groups
        .iter()
        .map(|group| (group.module.as_str(), feature(&group.module)))
        .collect()
}

fn feature(module: &str) -> String {
    let mut taken = manifest::features();
    taken.extend([("default", String::new()), (FULL, String::new())]);
    if taken.iter().any(|(name, _)| *name == module) {
        format!("group-{module}")
    } else {
        module.to_owned()
    }
}

/// The feature that has all groups.
pub(super) const FULL: &str = "full";

/// On what a group depends, as an attribute; nothing in a client with few groups.
pub(super) fn condition(api: &Api, group: &Group) -> TokenStream {
    if api.groups.len() <= GROUPS {
        return quote!();
    }
    let feature = feature(&group.module);
    quote!(#[cfg(feature = #feature)])
}
