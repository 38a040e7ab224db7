//! What is sent along with an operation, and how it is written.

use super::known;
use super::shapes::{Holds, Shapes, Way};
use crate::draft::evidence::Slot;
use crate::draft::media::{MediaKind, of_bytes};
use crate::draft::{self, ListStyle, Place, Shape};
use crate::model::{Body, Form, Media, Type};

pub(super) fn body(
    operation: &draft::Operation,
    key: &str,
    shapes: &mut Shapes<'_>,
) -> Option<Body> {
    let way = Way::to(["body", key]);
    let values = values(operation, shapes);
    if !values.is_empty() {
        return Some(nested(operation, &values, &way, shapes));
    }
    if !operation.body.present.is_true(shapes.ledger) {
        return None;
    }
    let ty = shapes.settle(&operation.body.shape, &way, Type::Any);
    let media = media(&operation.body, &ty.value, shapes);
    if !matches!(media, Media::Other(_)) {
        shapes.sent(&ty.value);
    }
    Some(Body {
        required: operation.body.required.is_true(shapes.ledger),
        media,
        ty,
        description: known(&operation.body.description, shapes.ledger),
        name: String::new(),
    })
}

/// How the values of a form are written that are parameters each: all but those of a form without
/// parts in which one holds others.
pub(super) fn form(operation: &draft::Operation, shapes: &Shapes<'_>) -> Option<Form> {
    let values = values(operation, shapes);
    let is_file = |value: &&draft::Parameter| shapes.file(&value.shape).is_some();
    let stated = operation.body.media.value(shapes.ledger);
    let has = |wanted| {
        let mut kinds = stated.into_iter().flatten().map(|name| MediaKind::of(name));
        kinds.any(|kind| kind == wanted)
    };
    if values.is_empty() {
        None
    } else if values.iter().any(is_file) || has(MediaKind::Multipart) && !has(MediaKind::Form) {
        Some(Form::Multipart)
    } else if values
        .iter()
        .all(|value| !is_deep(value, shapes) && shapes.is_flat(&value.shape))
    {
        Some(Form::Urlencoded)
    } else {
        None
    }
}

fn values<'d>(operation: &'d draft::Operation, shapes: &Shapes<'_>) -> Vec<&'d draft::Parameter> {
    let present = operation.present(shapes.ledger);
    present.filter(|value| value.place == Place::Form).collect()
}

fn is_deep(value: &draft::Parameter, shapes: &Shapes<'_>) -> bool {
    value.style.value(shapes.ledger) == Some(&ListStyle::Deep)
}

/// A form in which values hold others is one body of several fields.
fn nested(
    operation: &draft::Operation,
    values: &[&draft::Parameter],
    way: &Way,
    shapes: &mut Shapes<'_>,
) -> Body {
    let media = if values.iter().any(|value| is_deep(value, shapes)) {
        Media::DeepForm
    } else {
        Media::Form
    };
    let mut shape = Shape::unknown(operation.site.clone());
    shape.fields = values
        .iter()
        .map(|parameter| draft::Field {
            site: parameter.site.clone(),
            name: parameter.name.clone(),
            required: parameter.required.clone(),
            shape: Shape {
                // A form has no word for it.
                nullable: Slot::default(),
                ..parameter.shape.clone()
            },
        })
        .collect();
    let required = shape
        .fields
        .iter()
        .any(|field| field.required.is_true(shapes.ledger));
    let ty = shapes.settle(&shape, way, Type::Any);
    shapes.sent(&ty.value);
    Body {
        required,
        media,
        ty,
        description: None,
        name: String::new(),
    }
}

/// How a body is written: as JSON wherever it is allowed; what is nothing but bytes never is.
fn media(body: &draft::Body, ty: &Type, shapes: &Shapes<'_>) -> Media {
    let stated = body
        .media
        .value(shapes.ledger)
        .map_or(&[][..], Vec::as_slice);
    let kind = |name: &str| MediaKind::of(name);
    let holds = shapes.written(&body.shape);
    if holds == Holds::File {
        let named = of_bytes(stated);
        let named = named.iter().find(|name| !name.contains('*'));
        return Media::Other((*named.unwrap_or(&OCTETS)).to_owned());
    }
    // Only a list can be a list of changes.
    let rank = |name: &str| match kind(name) {
        MediaKind::JsonPatch if matches!(ty, Type::List(_)) => MediaKind::JsonOfAKind,
        other => other,
    };
    let Some(best) = stated.iter().min_by_key(|name| rank(name)) else {
        return Media::Json;
    };
    let is_form = matches!(ty, Type::Named(_) | Type::Map(_) | Type::Any);
    match kind(best) {
        MediaKind::Json | MediaKind::Any => Media::Json,
        MediaKind::JsonOfAKind | MediaKind::JsonPatch => Media::JsonAs(best.trim().to_owned()),
        MediaKind::Vendor if holds == Holds::Structure => Media::JsonAs(best.trim().to_owned()),
        MediaKind::Form if is_form => Media::Form,
        _ if best.contains('*') => Media::Other(OCTETS.to_owned()),
        _ => Media::Other(best.trim().to_owned()),
    }
}

/// What bytes are of which nothing else is known (RFC 2046, section 4.5.1).
const OCTETS: &str = "application/octet-stream";
