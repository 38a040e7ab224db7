//! The module of a group: the type whose methods begin its operations, and their requests.

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

/// The module of a group; `road` is the number of segments that all paths of the document share.
pub(super) fn group(
    api: &Api,
    group: &Group,
    road: usize,
    settings: &Settings,
    choice: &dyn Choice,
) -> Result<Source, EmitError> {
    let docs = Docs::default()
        .prose(tag(api, group).unwrap_or_default())
        .paragraph(about(api, group, road))
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
        .paragraph(about(api, group, road))
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

/// What the document says of the tag that all operations of a group have.
fn tag<'a>(api: &'a Api, group: &Group) -> Option<&'a str> {
    let first = group.operations.first()?;
    let mut shared = first.tags.iter().filter(|tag| {
        let has_it = |operation: &Operation| operation.tags.contains(tag);
        group.operations.iter().all(has_it)
    });
    let text = shared.find_map(|tag| api.tags.get(tag))?;
    (!text.trim().is_empty()).then_some(text.as_str())
}

/// Where the operations of a group are: below a path that they share, and others do not.
fn about(api: &Api, group: &Group, road: usize) -> String {
    let own = shared(group.operations.iter());
    if own.len() > road || api.groups.len() == 1 && !own.is_empty() {
        format!("Operations below {}.", code(&format!("/{}", own.join("/"))))
    } else {
        format!(
            "The operations of {}.",
            code(&group.module.replace('_', " "))
        )
    }
}

/// The fixed segments with which all paths begin.
pub(super) fn shared<'a>(mut operations: impl Iterator<Item = &'a Operation>) -> Vec<&'a str> {
    let Some(first) = operations.next() else {
        return Vec::new();
    };
    let mut shared: Vec<&str> = segments(&first.path).collect();
    for operation in operations {
        let own = segments(&operation.path);
        let same = shared
            .iter()
            .zip(own)
            .take_while(|(one, other)| *one == other);
        let count = same.count();
        shared.truncate(count);
        if shared.is_empty() {
            break;
        }
    }
    shared
}

/// The segments before the first value.
fn segments(path: &str) -> impl Iterator<Item = &str> {
    let path = path.split('?').next().unwrap_or_default();
    let segments = path.split('/').filter(|segment| !segment.is_empty());
    segments.take_while(|segment| !segment.contains(['{', '<', ':']))
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
