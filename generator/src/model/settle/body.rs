//! What is sent along with an operation, and how it is written.

use super::known;
use super::shapes::{Holds, Shapes, Way};
use crate::draft::media::{MediaKind, of_bytes};
use crate::draft::{self, Kind, ListStyle, Place, Shape};
use crate::model::{Body, Media, Type};

pub(super) fn body(
    operation: &draft::Operation,
    key: &str,
    shapes: &mut Shapes<'_>,
) -> Option<Body> {
    let forms: Vec<_> = operation
        .present(shapes.ledger)
        .filter(|parameter| parameter.place == Place::Form)
        .collect();
    let way = Way::to(["body", key]);
    if !forms.is_empty() {
        return Some(form(operation, &forms, &way, shapes));
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

/// A form is one body of several fields. Files need a form of several parts, whose bytes the caller
/// brings.
fn form(
    operation: &draft::Operation,
    forms: &[&draft::Parameter],
    way: &Way,
    shapes: &mut Shapes<'_>,
) -> Body {
    let is_file = |p: &&draft::Parameter| p.shape.kind.value(shapes.ledger) == Some(&Kind::File);
    let is_deep = |p: &&draft::Parameter| p.style.value(shapes.ledger) == Some(&ListStyle::Deep);
    let media = if forms.iter().any(is_file) {
        Media::Other("multipart/form-data".to_owned())
    } else if forms.iter().any(is_deep) {
        Media::DeepForm
    } else {
        Media::Form
    };
    let mut shape = Shape::unknown(operation.site.clone());
    shape.fields = forms
        .iter()
        .map(|parameter| draft::Field {
            site: parameter.site.clone(),
            name: parameter.name.clone(),
            required: parameter.required.clone(),
            shape: parameter.shape.clone(),
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
