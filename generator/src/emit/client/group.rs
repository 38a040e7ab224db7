//! The module of a group: the type whose methods begin its operations, and their requests.

use std::collections::BTreeSet;

use quote::quote;

use super::Choice;
use super::arguments::Argument;
use super::docs::{Docs, code};
use super::imports::Imports;
use super::operation;
use super::rust_type::ident;
use super::source::Source;
use super::write;
use crate::emit::{EmitError, Settings};
use crate::model::{Api, Group, Operation, Reply, Type};

pub(super) fn group(
    api: &Api,
    group: &Group,
    settings: &Settings,
    choice: &dyn Choice,
) -> Result<Source, EmitError> {
    let docs = Docs::default()
        .paragraph(format!("Operations below {}.", roots(group)))
        .paragraph(format!(
            "They begin at [`Client::{0}`](crate::Client::{0}), or at [`{0}()`](fn@crate::{0}) without \
             a client.",
            group.module
        ));
    let mut source = Source::new(format!("src/{}.rs", group.module), settings, docs.lines());
    source.gap();
    for line in uses(api, group).lines() {
        source.line(&line);
    }
    let name = ident(&group.type_name);
    let docs = Docs::default()
        .paragraph(format!("Operations below {}.", roots(group)))
        .paragraph(
            "Each method gives a [`Call`], which takes the optional values and is then sent.",
        )
        .tokens();
    source.item(quote! {
        #docs
        #[derive(Clone, Debug)]
        pub struct #name<Via> { via: Via }
    })?;
    let mut methods = vec![quote! {
        pub(crate) fn new(via: Via) -> Self { Self { via } }
    }];
    let chosen: Vec<&Operation> = group
        .operations
        .iter()
        .filter(|operation| choice.has_operation(group, operation))
        .collect();
    methods.extend(
        chosen
            .iter()
            .map(|o| operation::method(api, group, o, settings)),
    );
    source.implementation(&quote!(impl<Via: Clone> #name<Via>), methods)?;
    for operation in chosen {
        operation::request(&mut source, api, group, operation)?;
    }
    Ok(source)
}

/// The first segments of the paths of a group.
fn roots(group: &Group) -> String {
    let roots: BTreeSet<_> = group.operations.iter().map(root).collect();
    let roots: Vec<_> = roots.iter().take(3).map(|root| code(root)).collect();
    roots.join(", ")
}

fn root(operation: &Operation) -> String {
    let path = &operation.path;
    let end = path.find('{').unwrap_or(path.len());
    let fixed = path[..end].trim_end_matches('/');
    let first = fixed
        .get(1..)
        .and_then(|rest| rest.find('/'))
        .map_or(fixed.len(), |at| at + 1);
    if fixed.is_empty() {
        "/".to_owned()
    } else {
        fixed[..first].to_owned()
    }
}

/// The imports that the module needs.
fn uses(api: &Api, group: &Group) -> Imports {
    let runtime = [
        "About",
        "Call",
        "Error",
        "Method",
        "Operation",
        "Reply",
        "RequestWriter",
    ];
    let mut imports = Imports::default();
    imports.add("crate::runtime", &runtime);
    for operation in &group.operations {
        let mut tys: Vec<&Type> = Vec::new();
        for value in Argument::all(operation) {
            if value.is_raw() {
                imports.add("crate::runtime", &["Body"]);
            } else {
                tys.push(value.ty());
            }
            if write::has_style(api, &value) {
                imports.add("crate::runtime", &["ListStyle"]);
            }
        }
        match &operation.reply {
            Reply::Bytes(_) => imports.add("crate::runtime", &["self"]),
            Reply::Opaque(_) | Reply::Untyped(_) => {
                imports.add("crate::runtime", &["Body"]);
            }
            Reply::Typed(ty) | Reply::Single(ty) => tys.push(ty),
            Reply::Empty(_) | Reply::Text(_) => {}
        }
        for ty in tys {
            imports.add_type(ty);
            if is_named(ty) {
                imports.add("crate", &["types"]);
            }
        }
    }
    imports
}

fn is_named(ty: &Type) -> bool {
    match ty {
        Type::Named(_) => true,
        Type::List(inner) | Type::Map(inner) => is_named(inner),
        _ => false,
    }
}
