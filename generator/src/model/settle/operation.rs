//! One operation: its parameters in reading order, its body, what it gives.

use super::known;
use super::shapes::{Shapes, Way};
use crate::draft::evidence::{Ledger, Slot};
use crate::draft::{self, Kind, ListStyle, Place, Shape};
use crate::model::{Answer, Body, Known, Media, Operation, Parameter, Reply, Type};
use crate::read::tree::Site;
use crate::repair::text::table::without;
use crate::source::Location;

pub(super) fn settle(
    operation: &draft::Operation,
    shapes: &mut Shapes<'_>,
    locate: &dyn Fn(&Site) -> Location,
) -> Operation {
    let key = operation.key();
    let reply = reply(operation, &key, shapes);
    let body = body(operation, &key, shapes);
    let parameters = ordered(operation, shapes.ledger)
        .into_iter()
        .map(|found| parameter(found, &key, shapes))
        .collect();
    let answers = operation
        .replies
        .iter()
        .filter_map(|reply| answer(reply, &key, shapes))
        .collect();
    let ledger = &*shapes.ledger;
    Operation {
        method: operation.method.clone(),
        path: operation.path.clone(),
        operation_id: known(&operation.operation_id, ledger),
        tags: operation.tags.clone(),
        name: String::new(),
        type_name: String::new(),
        summary: known(&operation.summary, ledger).filter(|text| !text.trim().is_empty()),
        description: description(operation, ledger),
        deprecated: operation.deprecated.is_true(ledger),
        deprecation: known(&operation.deprecation, ledger),
        parameters,
        body,
        reply,
        answers,
        chosen: known(&operation.name, ledger),
        chosen_group: known(&operation.group, ledger),
        location: locate(&operation.site),
        key,
    }
}

/// The description without the parts that became something else.
fn description(operation: &draft::Operation, ledger: &Ledger) -> Option<Known<String>> {
    let mut text = known(&operation.description, ledger)?;
    let read: Vec<_> = operation
        .read
        .claims()
        .iter()
        .map(|claim| claim.value.clone())
        .collect();
    text.value = without(&text.value, &read);
    Some(text).filter(|text| !text.value.trim().is_empty())
}

/// Path parameters as they stand in the path, then the others as people read them.
fn ordered<'d>(operation: &'d draft::Operation, ledger: &Ledger) -> Vec<&'d draft::Parameter> {
    let order = operation.order.value(ledger);
    let mut found: Vec<_> = operation
        .present(ledger)
        .filter(|parameter| parameter.place != Place::Form)
        .collect();
    let rank = |parameter: &draft::Parameter| {
        order.and_then(|names| names.iter().position(|name| *name == parameter.name))
    };
    found.sort_by_key(|parameter| match parameter.place {
        Place::Path => {
            let at = operation.path.find(&format!("{{{}}}", parameter.name));
            (0, at.or(Some(0)))
        }
        _ => (1, rank(parameter)),
    });
    found
}

fn parameter(parameter: &draft::Parameter, key: &str, shapes: &mut Shapes<'_>) -> Parameter {
    let way = Way::to(["parameter", key, parameter.place.word()]).field(&parameter.name);
    let mut ty = shapes.settle(&parameter.shape, &way, Type::Text);
    if !shapes.is_printable(&ty.value) {
        ty.value = Type::Text;
    }
    shapes.sent(&ty.value);
    Parameter {
        wire: parameter.name.clone(),
        name: String::new(),
        place: parameter.place,
        required: parameter.required.is_true(shapes.ledger),
        chosen: known(&parameter.shape.name, shapes.ledger),
        ty,
        style: parameter
            .style
            .value(shapes.ledger)
            .copied()
            .unwrap_or(ListStyle::Csv),
        notes: shapes.notes(&parameter.shape, &parameter.shape),
    }
}

fn body(operation: &draft::Operation, key: &str, shapes: &mut Shapes<'_>) -> Option<Body> {
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
    let media = media(&operation.body, shapes.ledger);
    let ty = shapes.settle(&operation.body.shape, &way, Type::Any);
    shapes.sent(&ty.value);
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

/// JSON wherever it is allowed; a form where that is all there is.
fn media(body: &draft::Body, ledger: &Ledger) -> Media {
    let overlaid = body.media.winner(ledger);
    let rank = overlaid.map(|claim| ledger.rank(claim.evidence));
    let types: Vec<_> = body
        .media
        .claims()
        .iter()
        .filter(|claim| Some(ledger.rank(claim.evidence)) == rank)
        .map(|claim| claim.value.to_ascii_lowercase())
        .collect();
    match types.first() {
        None => Media::Json,
        Some(_) if types.iter().any(|ty| is_json(ty)) => Media::Json,
        Some(first) if first.contains("x-www-form-urlencoded") => Media::Form,
        Some(first) => Media::Other(first.clone()),
    }
}

fn is_json(media: &str) -> bool {
    let essence = media.split(';').next().unwrap_or_default().trim();
    essence == "*/*" || essence.ends_with("/json") || essence.ends_with("+json")
}

/// The documented reply of a status, with what it holds.
fn answer(reply: &draft::Reply, key: &str, shapes: &mut Shapes<'_>) -> Option<Answer> {
    let status = *reply.status.value(shapes.ledger)?;
    let holds = reply.shape.as_ref().map(|shape| {
        let way = Way::to(["reply", key, &status.to_string()]);
        shapes.settle(shape, &way, Type::Any)
    });
    let body = holds.clone().filter(|_| !status.is_success());
    if let Some(failure) = &body {
        shapes.received(&failure.value);
    }
    Some(Answer {
        status,
        description: reply.description.value(shapes.ledger).cloned(),
        body,
        holds,
    })
}

/// What a success gives.
fn reply(operation: &draft::Operation, key: &str, shapes: &mut Shapes<'_>) -> Reply {
    if let Some(opaque) = operation.reply.winner(shapes.ledger) {
        return Reply::Opaque(opaque.evidence);
    }
    let mut successes: Vec<_> = operation
        .replies
        .iter()
        .filter_map(|reply| Some((reply.status.winner(shapes.ledger)?.clone(), reply)))
        .filter(|(status, _)| status.value.is_success())
        .collect();
    successes.sort_by_key(|(status, _)| status.value);
    let mut typed = Vec::new();
    for (status, reply) in &successes {
        let Some(shape) = &reply.shape else { continue };
        let way = Way::to(["reply", key, &status.value.to_string()]);
        let ty = shapes.settle(shape, &way, Type::Any);
        typed.push((ty, shape.single.is_true(shapes.ledger)));
    }
    let Some((first, single)) = typed.first().cloned() else {
        return match successes.first() {
            // The rule `opaque-replies` speaks where a success can have a body.
            Some((status, _)) => Reply::Empty(status.evidence),
            None => Reply::Opaque(shapes.ledger.stated(operation.site.clone())),
        };
    };
    // Two successes of different types: whoever reads one as the other would fail.
    if typed.iter().any(|(other, _)| other.value != first.value) {
        return Reply::Opaque(first.evidence);
    }
    shapes.received(&first.value);
    match first.value {
        Type::List(item) if single => Reply::Single(Known {
            value: *item,
            evidence: first.evidence,
        }),
        value => Reply::Typed(Known { value, ..first }),
    }
}
