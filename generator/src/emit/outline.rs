//! `outline.txt`: the settled model, one line a fact. The first thing to read when a new document
//! arrives, and made to be read as a difference: it holds no line numbers.

use std::fmt::Write;

use super::{Artefact, EmitError, Files, Root, Settings};
use crate::diagnostic::printable;
use crate::model::{
    Access, Api, Def, EvidenceId, Field, Group, Known, Media, Named, Notes, Operation, Reply, Told,
    Type, Width,
};

pub(super) const ARTEFACT: Artefact = Artefact {
    name: "outline",
    emit,
};

#[expect(clippy::unnecessary_wraps, reason = "artefacts share one signature")]
fn emit(api: &Api, _: &Settings, files: &mut Files) -> Result<(), EmitError> {
    files.insert((Root::Spec, "outline.txt".to_owned()), outline(api));
    Ok(())
}

/// The outline of an API.
#[must_use]
pub fn outline(api: &Api) -> String {
    let mut out = String::new();
    let mut head = |word: &str, known: &Option<Known<String>>| {
        if let Some(known) = known {
            let _ = writeln!(
                out,
                "{word} {}{}",
                one_line(known),
                why(api, known.evidence)
            );
        }
    };
    head("title", &api.title);
    head("version", &api.version);
    head("base", &api.base_url);
    if let Some(security) = &api.security {
        let _ = writeln!(
            out,
            "security {}{}",
            security.value,
            why(api, security.evidence)
        );
    }
    for security in &api.other_security {
        let why = why(api, security.evidence);
        let _ = writeln!(
            out,
            "or security {}{why}",
            one_line(&security.value.to_string())
        );
    }
    for scheme in &api.schemes {
        let _ = writeln!(
            out,
            "scheme {}: {}",
            spelled(&scheme.wire, &scheme.name),
            one_line(&scheme.way.label())
        );
    }
    for group in &api.groups {
        let _ = writeln!(out, "\n{}", group.module);
        for operation in &group.operations {
            self::operation(&mut out, api, group, operation);
        }
    }
    let mut types: Vec<&Named> = api.types.iter().map(|(_, named)| named).collect();
    types.sort_by(|one, other| one.name.cmp(&other.name));
    if !types.is_empty() {
        out.push_str("\ntypes\n");
    }
    for named in types {
        self::named(&mut out, api, named);
    }
    for omitted in &api.omitted {
        let _ = writeln!(
            out,
            "\nleft out {}: {}",
            one_line(&omitted.what),
            omitted.because
        );
    }
    out
}

fn operation(out: &mut String, api: &Api, _: &Group, operation: &Operation) {
    let deprecated = if operation.deprecated {
        " deprecated"
    } else {
        ""
    };
    let public = if operation.public { " public" } else { "" };
    let _ = writeln!(
        out,
        "  {} = {}{deprecated}{public}",
        operation.name,
        one_line(&operation.key)
    );
    if !operation.public
        && let Some(alternatives) = &operation.takes
    {
        let named = alternatives.iter().map(|names| match names.as_slice() {
            [] => "nothing".to_owned(),
            names => names.join(" and "),
        });
        let named: Vec<_> = named.collect();
        let _ = writeln!(out, "    takes {}", one_line(&named.join("; or ")));
    }
    for parameter in &operation.parameters {
        let _ = writeln!(
            out,
            "    {} {}: {}{}{}{}",
            parameter.place.word(),
            spelled(&parameter.wire, &parameter.name),
            type_name(api, &parameter.ty),
            if parameter.required { "" } else { "?" },
            notes(&parameter.notes),
            why(api, parameter.ty.evidence),
        );
    }
    if let Some(form) = operation.form {
        let _ = writeln!(out, "    form {}", form.media());
    }
    if let Some(body) = &operation.body {
        let media = match &body.media {
            Media::Json => "json",
            Media::Form => "form",
            Media::DeepForm => "deep form",
            Media::JsonAs(media) | Media::Other(media) => media,
        };
        let optional = if body.required { "" } else { "?" };
        let ty = type_name(api, &body.ty);
        let _ = writeln!(
            out,
            "    body {media}: {ty}{optional}{}",
            why(api, body.ty.evidence)
        );
    }
    let (reply, evidence) = match &operation.reply {
        Reply::Opaque(evidence) => ("opaque".to_owned(), *evidence),
        Reply::Empty(evidence) => ("nothing".to_owned(), *evidence),
        Reply::Typed(ty) => (type_name(api, ty), ty.evidence),
        Reply::Single(ty) => (format!("the one {}", type_name(api, ty)), ty.evidence),
        Reply::Text(evidence) => ("text".to_owned(), *evidence),
        Reply::Bytes(evidence) => ("bytes".to_owned(), *evidence),
        Reply::Untyped(ty) => (format!("as it comes, {}", type_name(api, ty)), ty.evidence),
    };
    let accept = match operation.accept.as_slice() {
        [] => String::new(),
        types => format!(" ({})", one_line(&types.join(", "))),
    };
    let statuses: Vec<_> = operation
        .answers
        .iter()
        .map(|answer| match &answer.body {
            Some(body) => format!("{} ({})", answer.status, type_name(api, body)),
            None => answer.status.to_string(),
        })
        .collect();
    let _ = writeln!(
        out,
        "    reply {}: {reply}{accept}{}",
        statuses.join(" "),
        why(api, evidence)
    );
    for answer in &operation.answers {
        for header in &answer.headers {
            let (status, name) = (answer.status, one_line(&header.name));
            let ty = type_name(api, &header.ty);
            let _ = writeln!(out, "    header {status} {name}: {ty}");
        }
    }
}

fn named(out: &mut String, api: &Api, named: &Named) {
    let why = why(api, named.evidence);
    match &named.def {
        Def::Identifier(spellings) => {
            let _ = writeln!(
                out,
                "  {} = identifier {}{why}",
                named.name,
                one_line(&spellings.join(" "))
            );
        }
        Def::Enum(variants) => {
            let variants: Vec<_> = variants
                .iter()
                .map(|v| spelled(&format!("{:?}", v.wire), &v.name))
                .collect();
            let _ = writeln!(
                out,
                "  {} = open enum {}{}{why}",
                named.name,
                if named.numbers { "of numbers " } else { "" },
                variants.join(", ")
            );
        }
        Def::Union(alternatives) => {
            let _ = writeln!(out, "  {} = one of, or any other JSON{why}", named.name);
            for one in alternatives {
                let ty = type_name(api, &one.ty);
                let told = told(&one.told);
                let _ = writeln!(out, "    {}: {ty}, {told}", one.name);
            }
        }
        Def::Struct(fields) => {
            let _ = writeln!(
                out,
                "  {} = struct, {}{why}",
                named.name,
                one_line(&named.place.join(" "))
            );
            for field in fields {
                let _ = writeln!(
                    out,
                    "    {}: {}{}{}{}{}",
                    spelled(&field.wire, &field.name),
                    type_name(api, &field.ty),
                    if field.required { "" } else { "?" },
                    words(field),
                    notes(&field.notes),
                    self::why(api, field.ty.evidence),
                );
            }
        }
    }
}

/// What is particular to a field.
fn words(field: &Field) -> String {
    let mut text = String::new();
    for (word, says) in [
        (", or null", field.nullable),
        (", never sent", field.access == Access::ReadOnly),
        (", never given", field.access == Access::WriteOnly),
    ] {
        text.push_str(if says { word } else { "" });
    }
    if let Some(preset) = &field.preset {
        text.push_str(&one_line(&format!(", says {preset}")));
    }
    text
}

/// What tells that a value is of a type.
fn told(told: &Told) -> String {
    match told {
        Told::Text => "text".to_owned(),
        Told::Number => "a number".to_owned(),
        Told::Boolean => "true or false".to_owned(),
        Told::List => "a list".to_owned(),
        Told::Object => "an object".to_owned(),
        Told::Tag(field, tags) => one_line(&format!("{field} is {}", tags.join(" or "))),
        Told::Fields(fields) => one_line(&format!("has {}", fields.join(" and "))),
    }
}

/// The name on the wire, and the one in Rust where it differs.
fn spelled(wire: &str, name: &str) -> String {
    let wire = one_line(wire);
    if wire == name {
        wire
    } else {
        format!("{wire} as {name}")
    }
}

fn notes(notes: &Notes) -> String {
    let limits: Vec<_> = notes
        .limits
        .iter()
        .map(|limit| limit.value.as_str())
        .collect();
    let mut text = String::new();
    if !limits.is_empty() {
        let _ = write!(text, ", {}", one_line(&limits.join(", ")));
    }
    if notes.deprecated.is_some() {
        text.push_str(", deprecated");
    }
    if let Some(example) = notes.examples.first() {
        let _ = write!(text, ", e.g. {}", one_line(&example.value.to_string()));
    }
    if let Some(default) = &notes.default {
        let _ = write!(text, ", default {}", one_line(&default.value.to_string()));
    }
    text
}

/// Where a value is not simply stated: the rule and its rank.
fn why(api: &Api, evidence: EvidenceId) -> String {
    let proof = api.proof(evidence);
    if proof.is_stated() {
        return String::new();
    }
    format!("  [{}, {}]", proof.rule, proof.rank.word())
}

/// A type as Rust has it.
pub(super) fn type_name(api: &Api, ty: &Type) -> String {
    match ty {
        Type::Any => "any JSON".to_owned(),
        Type::Text => "String".to_owned(),
        Type::Boolean => "bool".to_owned(),
        Type::Integer(Width::Bits32) => "i32".to_owned(),
        Type::Integer(Width::Bits64) => "i64".to_owned(),
        Type::Number => "f64".to_owned(),
        Type::Integer(Width::Unsigned64) => "u64".to_owned(),
        Type::Timestamp => "Timestamp".to_owned(),
        Type::Base64 => "Base64".to_owned(),
        Type::SecretText => "SecretText".to_owned(),
        Type::Date => "Date".to_owned(),
        Type::File => "file".to_owned(),
        Type::List(inner) => format!("[{}]", type_name(api, inner)),
        Type::Map(inner) => format!("{{String: {}}}", type_name(api, inner)),
        Type::Named(id) => api.types.get(*id).name.clone(),
    }
}

fn one_line(text: &str) -> String {
    printable(&text.split_whitespace().collect::<Vec<_>>().join(" "))
}
