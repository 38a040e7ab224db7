//! One operation: its parameters in reading order, what is said of it.

use super::shapes::{Shapes, Way};
use super::{body, credentials, known, reply};
use crate::draft::evidence::Ledger;
use crate::draft::{self, ListStyle, Place, Scheme};
use crate::model::{Form, Known, Operation, Parameter, Type};
use crate::read::tree::Site;
use crate::repair::text::table::without;
use crate::source::Location;

pub(super) fn settle(
    operation: &draft::Operation,
    schemes: &[Scheme],
    shapes: &mut Shapes<'_>,
    locate: &dyn Fn(&Site) -> Location,
) -> Operation {
    let key = operation.key();
    let (reply, accept) = reply::reply(operation, &key, shapes);
    let form = body::form(operation, shapes);
    let body = match form {
        Some(_) => None,
        None => body::body(operation, &key, shapes),
    };
    let parameters = ordered(operation, form, shapes.ledger)
        .into_iter()
        .map(|found| parameter(found, form, &key, shapes))
        .collect();
    let answers = operation
        .replies
        .iter()
        .filter_map(|reply| reply::answer(reply, &key, shapes))
        .collect();
    let said = operation.credentials.claims().iter();
    let takes = (!operation.takes_unknown && !schemes.is_empty())
        .then(|| credentials::takes(said.map(|claim| &claim.value), schemes))
        .flatten();
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
        public: operation.public.is_true(ledger),
        credentials: operation
            .credentials
            .claims()
            .iter()
            .map(|claim| Known {
                value: claim.value.clone(),
                evidence: claim.evidence,
            })
            .collect(),
        takes,
        parameters,
        form,
        body,
        reply,
        accept,
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
fn ordered<'d>(
    operation: &'d draft::Operation,
    form: Option<Form>,
    ledger: &Ledger,
) -> Vec<&'d draft::Parameter> {
    let order = operation.order.value(ledger);
    let mut found: Vec<_> = operation
        .present(ledger)
        .filter(|parameter| form.is_some() || parameter.place != Place::Form)
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

fn parameter(
    parameter: &draft::Parameter,
    form: Option<Form>,
    key: &str,
    shapes: &mut Shapes<'_>,
) -> Parameter {
    let way = Way::to(["parameter", key, parameter.place.word()]).field(&parameter.name);
    let mut ty = shapes.settle(&parameter.shape, &way, Type::Text);
    let is_part = parameter.place == Place::Form && form == Some(Form::Multipart);
    let mut notes = shapes.notes(&parameter.shape, &parameter.shape);
    match shapes.file(&parameter.shape) {
        Some(file) if is_part => {
            ty.value = file;
            // Its format says that it is a file, and nothing else.
            notes.limits.clear();
        }
        // Forms are where passwords travel, and a request shows none of them.
        _ if parameter.place == Place::Form && ty.value == Type::SecretText => {}
        _ if ty.value == Type::List(Box::new(Type::SecretText)) => {
            ty.value = Type::List(Box::new(Type::Text));
        }
        // A part can be JSON; anything else is text.
        None if is_part => {}
        _ if shapes.is_printable(&ty.value) => {}
        _ => ty.value = Type::Text,
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
        notes,
    }
}
