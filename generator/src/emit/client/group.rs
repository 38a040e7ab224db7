//! The module of a group: the type whose methods begin its operations, and their requests.

use std::collections::BTreeSet;

use quote::quote;

use super::arguments::{Argument, Arguments};
use super::docs::{Docs, code};
use super::operation;
use super::rust_type::{ident, imports};
use super::source::Source;
use crate::emit::{EmitError, Settings};
use crate::model::{Api, Group, Media, Operation, Reply, Type};

pub(super) fn group(api: &Api, group: &Group, settings: &Settings) -> Result<Source, EmitError> {
    let docs = Docs::default()
        .paragraph(format!("Operations below {}.", roots(group)))
        .paragraph(format!(
            "They begin at [`Client::{0}`](crate::Client::{0}), or at [`{0}()`](crate::{0}) without \
             a client.",
            group.module
        ));
    let mut source = Source::new(format!("src/{}.rs", group.module), settings, docs.lines());
    source.gap();
    for line in uses(group) {
        source.line(&line);
    }
    let name = ident(&group.type_name);
    let docs = Docs::default()
        .paragraph(format!("Operations below {}.", roots(group)))
        .paragraph("Each method gives a [`Call`], which takes the optional values and is then sent.")
        .tokens();
    source.item(quote! {
        #docs
        #[derive(Clone, Debug)]
        pub struct #name<Via> { via: Via }
    })?;
    let mut methods = vec![quote! {
        pub(crate) fn new(via: Via) -> Self { Self { via } }
    }];
    methods.extend(group.operations.iter().map(|o| operation::method(api, group, o, settings)));
    source.implementation(&quote!(impl<Via: Clone> #name<Via>), methods)?;
    for operation in &group.operations {
        operation::request(&mut source, api, group, operation)?;
    }
    Ok(source)
}

/// The first segments of the paths of a group.
fn roots(group: &Group) -> String {
    let roots: BTreeSet<_> = group.operations.iter().map(|operation| root(operation)).collect();
    let roots: Vec<_> = roots.iter().take(3).map(|root| code(root)).collect();
    roots.join(", ")
}

fn root(operation: &Operation) -> String {
    let path = &operation.path;
    let end = path.find('{').unwrap_or(path.len());
    let fixed = path[..end].trim_end_matches('/');
    let first = fixed.get(1..).and_then(|rest| rest.find('/')).map_or(fixed.len(), |at| at + 1);
    if fixed.is_empty() { "/".to_owned() } else { fixed[..first].to_owned() }
}

/// The imports that the module needs, and no others.
fn uses(group: &Group) -> Vec<String> {
    let mut names: BTreeSet<&str> = ["About", "Call", "Error", "Method", "Operation", "Reply", "RequestWriter"].into();
    let mut foreign = BTreeSet::new();
    let mut has_types = false;
    for operation in &group.operations {
        let mut tys: Vec<&Type> = Vec::new();
        for value in Argument::all(operation) {
            if value.is_raw() {
                names.insert("Body");
            } else {
                tys.push(value.ty());
            }
            if let (Argument::Parameter(_), Type::List(_)) = (&value, value.ty()) {
                names.insert("ListStyle");
            }
        }
        match &operation.reply {
            Reply::Opaque(_) => {
                names.insert("Body");
            }
            Reply::Typed(ty) => tys.push(ty),
            Reply::Empty(_) => {}
        }
        for ty in tys {
            imports(ty, &mut foreign);
            has_types |= is_named(ty);
        }
    }
    let mut lines = Vec::new();
    if foreign.remove("BTreeMap") {
        lines.push("use std::collections::BTreeMap;".to_owned());
        lines.push(String::new());
    }
    names.extend(foreign);
    let names: Vec<_> = names.into_iter().collect();
    lines.extend(import("crate::runtime", &names));
    if has_types {
        lines.push("use crate::types;".to_owned());
    }
    lines
}

/// One `use`, broken where it is long.
fn import(path: &str, names: &[&str]) -> Vec<String> {
    let one = format!("use {path}::{{{}}};", names.join(", "));
    if one.len() <= 100 {
        return vec![one];
    }
    let mut lines = vec![format!("use {path}::{{")];
    let mut line = String::from("   ");
    for name in names {
        if line.len() + name.len() + 2 > 100 {
            lines.push(std::mem::replace(&mut line, String::from("   ")));
        }
        line.push_str(&format!(" {name},"));
    }
    lines.push(line);
    lines.push("};".to_owned());
    lines
}

fn is_named(ty: &Type) -> bool {
    match ty {
        Type::Named(_) => true,
        Type::List(inner) | Type::Map(inner) => is_named(inner),
        _ => false,
    }
}
