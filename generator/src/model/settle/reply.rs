//! What an operation gives, by status and by media type.

use super::shapes::{Holds, Shapes, Way};
use crate::draft::media::{MediaKind, of_bytes};
use crate::draft::{self, Shape};
use crate::model::{Answer, Header, Known, Reply, Type};

/// The documented reply of a status, with what it holds.
pub(super) fn answer(reply: &draft::Reply, key: &str, shapes: &mut Shapes<'_>) -> Option<Answer> {
    let status = *reply.status.value(shapes.ledger)?;
    let holds = reply.shape.as_ref().map(|shape| {
        let way = Way::to(["reply", key, &status.to_string()]);
        shapes.settle(shape, &way, Type::Any)
    });
    let is_readable = || {
        reply
            .shape
            .as_ref()
            .is_some_and(|shape| is_json(reply, shape, shapes))
    };
    let body = holds
        .clone()
        .filter(|_| !status.is_success() && is_readable());
    if let Some(failure) = &body {
        shapes.received(&failure.value);
    }
    Some(Answer {
        status,
        description: reply.description.value(shapes.ledger).cloned(),
        body,
        holds,
        headers: reply
            .headers
            .iter()
            .map(|found| header(found, shapes))
            .collect(),
    })
}

fn header(header: &draft::Header, shapes: &Shapes<'_>) -> Header {
    let description = header.shape.description.value(shapes.ledger);
    Header {
        name: header.name.clone(),
        required: header.required.is_true(shapes.ledger),
        ty: shapes.scalar(&header.shape),
        description: description.filter(|text| !text.trim().is_empty()).cloned(),
    }
}

/// Whether a failure can be read as JSON. Media types often are those of the success alone, so only
/// XML is believed where a value has parts.
fn is_json(reply: &draft::Reply, shape: &Shape, shapes: &Shapes<'_>) -> bool {
    match best(stated(reply, shapes)) {
        None => true,
        Some(kind) if kind.is_json() => true,
        Some(kind) => kind != MediaKind::Xml && shapes.written(shape) == Holds::Structure,
    }
}

fn stated<'r>(reply: &'r draft::Reply, shapes: &Shapes<'_>) -> &'r [String] {
    reply.media.value(shapes.ledger).map_or(&[], Vec::as_slice)
}

fn best(stated: &[String]) -> Option<MediaKind> {
    stated.iter().map(|name| MediaKind::of(name)).min()
}

/// How a success is read.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Read {
    /// As JSON.
    Typed,
    /// As text.
    Text,
    /// Not at all, since there may be much of it.
    Bytes,
    /// Not at all, since no type here reads that media type.
    Untyped,
}

fn way_to_read(kind: Option<MediaKind>, holds: Holds) -> Read {
    use Holds::{File, Structure, Value};
    use MediaKind as M;

    match (kind, holds) {
        (_, File) | (Some(M::Series), _) => Read::Bytes,
        (None | Some(M::Json | M::JsonOfAKind | M::JsonPatch | M::Any), _)
        | (Some(M::Vendor), Structure | Value)
        | (Some(M::Text), Value) => Read::Typed,
        (Some(M::Text), Holds::Text | Holds::Unknown) => Read::Text,
        (Some(M::Vendor | M::Bytes), Holds::Text | Holds::Unknown | Value) => Read::Bytes,
        (Some(M::Text | M::Bytes | M::Xml | M::Form | M::Multipart), _) => Read::Untyped,
    }
}

/// Whether a success without a schema says that it is bytes.
fn is_bare_bytes(reply: &draft::Reply, status: draft::Status, shapes: &Shapes<'_>) -> bool {
    let kind = best(stated(reply, shapes));
    reply.shape.is_none() && !status.has_no_body() && kind.is_some_and(MediaKind::is_bytes)
}

/// What a success gives, and the media types to ask for: none where JSON is meant.
pub(super) fn reply(
    operation: &draft::Operation,
    key: &str,
    shapes: &mut Shapes<'_>,
) -> (Reply, Vec<String>) {
    let mut successes: Vec<_> = operation
        .replies
        .iter()
        .filter_map(|reply| Some((reply.status.winner(shapes.ledger)?.clone(), reply)))
        .filter(|(status, _)| status.value.is_success())
        .collect();
    successes.sort_by_key(|(status, _)| status.value);
    let mut read = Vec::new();
    for (status, reply) in &successes {
        let kind = best(stated(reply, shapes));
        let Some(shape) = &reply.shape else {
            if is_bare_bytes(reply, status.value, shapes) {
                read.push((Read::Bytes, *reply, None));
            }
            continue;
        };
        let way = Way::to(["reply", key, &status.value.to_string()]);
        let ty = shapes.settle(shape, &way, Type::Any);
        let how = way_to_read(kind, shapes.written(shape));
        read.push((how, *reply, Some((ty, shape.single.is_true(shapes.ledger)))));
    }
    if let Some(opaque) = operation.reply.winner(shapes.ledger) {
        let first = successes.first().map(|(_, reply)| *reply);
        let accept = first.map_or_else(Vec::new, |first| asked(first, shapes));
        return (Reply::Opaque(opaque.evidence), accept);
    }
    // Bytes can be anything else too.
    let bytes = read.iter().find(|(how, ..)| *how == Read::Bytes);
    let Some((how, first, value)) = bytes.or(read.first()).cloned() else {
        let reply = match successes.first() {
            // The rule `opaque-replies` speaks where a success can have a body.
            Some((status, _)) => Reply::Empty(status.evidence),
            None => Reply::Opaque(shapes.ledger.stated(operation.site.clone())),
        };
        return (reply, Vec::new());
    };
    let accept = asked(first, shapes);
    let Some((ty, single)) = value.filter(|_| how != Read::Bytes) else {
        return (
            Reply::Bytes(shapes.ledger.stated(first.site.clone())),
            accept,
        );
    };
    // Two successes of different types: whoever reads one as the other would fail.
    let is_other = |(other, _, value): &(Read, _, Option<(Known<Type>, bool)>)| {
        *other != how
            || value
                .as_ref()
                .is_none_or(|(other, _)| other.value != ty.value)
    };
    if read.iter().any(is_other) {
        return (Reply::Opaque(ty.evidence), accept);
    }
    let reply = match how {
        Read::Text => Reply::Text(ty.evidence),
        Read::Untyped => Reply::Untyped(ty),
        Read::Typed | Read::Bytes => {
            shapes.received(&ty.value);
            match ty.value {
                Type::List(item) if single => Reply::Single(Known {
                    value: *item,
                    evidence: ty.evidence,
                }),
                value => Reply::Typed(Known { value, ..ty }),
            }
        }
    };
    (reply, accept)
}

/// The media types to ask for: none where `application/json` is one of them, or may be.
fn asked(reply: &draft::Reply, shapes: &Shapes<'_>) -> Vec<String> {
    let stated = stated(reply, shapes);
    let holds = reply.shape.as_ref().map(|shape| shapes.written(shape));
    if holds == Some(Holds::File) {
        return of_bytes(stated).into_iter().map(str::to_owned).collect();
    }
    let kind = |name: &str| MediaKind::of(name);
    let best = best(stated);
    if matches!(best, None | Some(MediaKind::Json))
        || stated.iter().any(|name| kind(name) == MediaKind::Any)
    {
        return Vec::new();
    }
    let names = stated.iter().filter(|name| Some(kind(name)) == best);
    names.map(|name| name.trim().to_owned()).collect()
}
