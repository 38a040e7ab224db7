//! What a success gives: its type, how it is read, what documentation tells of it.

use proc_macro2::TokenStream;
use quote::quote;

use super::docs::{Docs, code, inline};
use super::rust_type::held;
use crate::emit::outline::type_name;
use crate::model::{Api, Def, EvidenceId, Known, Operation, Reply, Type};

/// The type that a success is read into, and the expression that reads it from `reply`.
pub(super) fn read(api: &Api, reply: &Reply) -> (TokenStream, TokenStream) {
    let types = quote!(types::);
    match reply {
        Reply::Opaque(_) | Reply::Untyped(_) => (quote!(Body), quote!(Ok(reply.into_body()))),
        // With its module, so that a request can be called `Download` too.
        Reply::Bytes(_) => (quote!(runtime::Download), quote!(reply.into_download())),
        Reply::Empty(_) => (quote!(()), quote!(reply.empty())),
        Reply::Text(_) => (quote!(String), quote!(reply.text())),
        Reply::Typed(ty) if ty.value == Type::Text => {
            (quote!(String), quote!(reply.lenient_text()))
        }
        Reply::Typed(ty) => (held(api, ty, &types), quote!(reply.lenient())),
        Reply::Single(ty) => (held(api, ty, &types), quote!(reply.single())),
    }
}

/// The statements that say what reply is wanted, where it is no JSON.
pub(super) fn wanted(operation: &Operation) -> Vec<TokenStream> {
    let stream = matches!(operation.reply, Reply::Bytes(_));
    let stream = stream.then(|| quote!(request.stream_reply();));
    accept(operation).into_iter().chain(stream).collect()
}

fn accept(operation: &Operation) -> Option<TokenStream> {
    let mut types: Vec<&str> = operation.accept.iter().map(String::as_str).collect();
    // Whoever takes bytes takes them of any type.
    if matches!(operation.reply, Reply::Bytes(_)) && !types.contains(&"*/*") {
        types.push("*/*");
    }
    let types = types.join(", ");
    (!types.is_empty()).then(|| quote!(request.accept(#types);))
}

/// What the docs of an operation tell of its success.
pub(super) fn docs(docs: Docs, api: &Api, operation: &Operation) -> Docs {
    let types: Vec<_> = operation.accept.iter().map(|ty| code(ty)).collect();
    let types = types.join(" or ");
    match &operation.reply {
        Reply::Opaque(_) => docs.paragraph(
            "What comes back is not documented: any success gives its body as it came, possibly \
             empty.",
        ),
        Reply::Empty(_) => docs.paragraph("A success gives nothing back."),
        Reply::Bytes(_) => {
            let types = Some(types).filter(|types| !types.is_empty());
            let types = types.unwrap_or_else(|| "bytes".to_owned());
            docs.paragraph(format!(
                "A success gives {types}, which is read while it comes: see \
                 [`Download`](runtime::Download)."
            ))
        }
        Reply::Text(_) => docs.paragraph(format!("A success gives {types}.")),
        Reply::Untyped(ty) => {
            let docs = docs.paragraph(format!("A success gives {types}, as it came."));
            shape(docs, api, ty)
        }
        Reply::Typed(_) | Reply::Single(_) => docs,
    }
}

/// What says what comes back.
pub(super) fn evidence(reply: &Reply) -> EvidenceId {
    match reply {
        Reply::Opaque(evidence)
        | Reply::Empty(evidence)
        | Reply::Text(evidence)
        | Reply::Bytes(evidence)
        | Reply::Typed(Known { evidence, .. })
        | Reply::Single(Known { evidence, .. })
        | Reply::Untyped(Known { evidence, .. }) => *evidence,
    }
}

/// The headers that are documented, and how to read them.
pub(super) fn headers(docs: Docs, api: &Api, operation: &Operation) -> Docs {
    let mut lines: Vec<String> = Vec::new();
    for answer in &operation.answers {
        for header in &answer.headers {
            let name = code(&header.name);
            let of = if answer.status.is_success() {
                String::new()
            } else {
                format!(" of {}", answer.status)
            };
            let ty = code(&type_name(api, &header.ty));
            let text = header.description.as_deref().map(inline);
            let text = text.map(|text| format!(": {text}")).unwrap_or_default();
            let line = format!("- {name}{of} ({ty}){text}");
            if !lines.contains(&line) {
                lines.push(line);
            }
        }
    }
    if lines.is_empty() {
        return docs;
    }
    let docs = docs
        .paragraph("# Headers")
        .paragraph(
            "[`Outcome::header`](crate::Outcome::header) reads those of a success, and \
             [`Error::header`] those of a failure:",
        )
        .line(String::new());
    lines.into_iter().fold(docs, Docs::line)
}

/// What stands in a value that has no type here.
pub(super) fn shape(docs: Docs, api: &Api, ty: &Type) -> Docs {
    let (ty, many) = match ty {
        Type::List(item) => (&**item, true),
        ty => (ty, false),
    };
    let Type::Named(id) = ty else {
        return docs;
    };
    let Def::Struct(fields) = &api.types.get(*id).def else {
        return docs;
    };
    let lead = if many {
        "Each item of it holds:"
    } else {
        "It holds:"
    };
    let docs = docs.paragraph(lead).line(String::new());
    fields.iter().fold(docs, |docs, field| {
        let ty = code(&type_name(api, &field.ty));
        docs.line(format!("- {}: {ty}", code(&field.wire)))
    })
}
