//! Parameters whose value is an object, or written as a media type says.

use super::style::style;
use crate::draft::evidence::Slot;
use crate::draft::{Format, Kind, Parameter, Place, Shape};
use crate::lower::properties::{Property, properties, schema_of};
use crate::lower::{Lowering, Names, codes};
use crate::overlay::extensions;
use crate::read::NodeRef;

/// What a parameter holds. Its own words about it are nearer than those of its schema.
pub(super) fn value<'t>(lowering: &mut Lowering<'t>, parameter: NodeRef<'t>) -> Shape {
    let content = parameter.get("content").filter(|content| content.is_map());
    let mut shape = match content {
        Some(content) if parameter.get("schema").is_none() => written(lowering, content),
        _ => lowering.parameter_shape(parameter),
    };
    let own = lowering.text(parameter, "description");
    if !own.is_empty() {
        shape.description = own;
    }
    if shape.examples.is_empty() {
        let examples = parameter.get("examples").into_iter();
        let examples = examples.flat_map(NodeRef::entries);
        let values = examples.filter_map(|(_, example)| example.get("value"));
        for value in parameter.get("example").into_iter().chain(values) {
            let evidence = lowering.ledger.stated(value.site());
            shape.examples.claim(value.to_json(), evidence);
        }
    }
    shape
}

/// A value that is text of a media type: the caller writes it.
fn written<'t>(lowering: &mut Lowering<'t>, content: NodeRef<'t>) -> Shape {
    let mut shape = Lowering::unknown(content);
    let evidence = lowering.ledger.stated(content.site());
    shape.kind.claim(Kind::Text, evidence);
    if let Some((media, _)) = content.entries().next() {
        let format = Format::Other(media.text.clone());
        shape.format.claim(format, evidence);
    }
    shape
}

/// The parameters that an object in the query is written as: `name[part]` where it is deep, and its
/// parts under their own names where it is not.
pub(super) fn parts<'t>(
    lowering: &mut Lowering<'t>,
    parameter: NodeRef<'t>,
    place: Place,
) -> Option<Vec<Parameter>> {
    let is_deep = is_deep(parameter, place)?;
    let schema = schema_of(lowering, parameter)?;
    let name = parameter.get("name").and_then(NodeRef::scalar)?;
    let (objects, others) = alternatives(lowering, schema);
    let of = |object: &NodeRef<'t>| properties(lowering, *object);
    let all: Vec<_> = objects.iter().flat_map(of).collect();
    let mut found: Vec<Parameter> = Vec::new();
    for property in all {
        let name = if is_deep {
            format!("{name}[{}]", property.name)
        } else {
            property.name.to_owned()
        };
        if found.iter().all(|known| known.name != name) {
            let is_whole = others.is_empty() && objects.len() == 1;
            found.push(part(lowering, parameter, &property, name, is_whole));
        }
    }
    match others.as_slice() {
        [only] if is_list(*only) && is_deep => {
            // The specification says nothing of lists here; services that read deep objects read
            // them like this.
            found.push(whole(lowering, parameter, &format!("{name}[]"), *only));
        }
        [only] if is_object(*only) => {
            let message = format!("the parts of the parameter `{name}` have no names");
            lowering.diagnose(&codes::OBJECT_IN_QUERY, parameter, message, "left out");
            let what = format!("the parameter `{name}`");
            lowering.omit(
                parameter,
                &what,
                "its parts have no names; `Call::query_value` sends them",
            );
        }
        _ if found.is_empty() => return None,
        // What it can be instead of an object is sent under its own name.
        [only] => found.push(whole(lowering, parameter, name, *only)),
        [] => {}
        [_, ..] => {
            let mut rest = whole(lowering, parameter, name, parameter);
            rest.shape = Lowering::unknown(parameter);
            found.push(rest);
        }
    }
    Some(found)
}

/// Whether the parts of an object carry its name; `None` where an object is not written by its
/// parts at all.
fn is_deep(parameter: NodeRef<'_>, place: Place) -> Option<bool> {
    let is_exploded = parameter.get("explode").and_then(NodeRef::as_bool) != Some(false);
    match parameter.get("style").and_then(NodeRef::scalar) {
        _ if place != Place::Query => None,
        Some("deepObject") => Some(true),
        None | Some("form") if is_exploded => Some(false),
        _ => None,
    }
}

fn is_list(schema: NodeRef<'_>) -> bool {
    schema.get("items").is_some() || schema.get("type").and_then(NodeRef::scalar) == Some("array")
}

fn is_object(schema: NodeRef<'_>) -> bool {
    schema.get("type").and_then(NodeRef::scalar) == Some("object")
}

fn part<'t>(
    lowering: &mut Lowering<'t>,
    parameter: NodeRef<'t>,
    property: &Property<'t>,
    name: String,
    is_whole: bool,
) -> Parameter {
    let mut required = Slot::default();
    let is_needed = parameter.get("required").and_then(NodeRef::as_bool) == Some(true);
    if let Some(item) = property.required.filter(|_| is_needed && is_whole) {
        required.claim(true, lowering.ledger.stated(item.site()));
    }
    let mut present = Slot::default();
    present.claim(true, lowering.ledger.stated(property.schema.site()));
    let mut shape = lowering.schema(property.schema);
    shape.name = lowering.chosen_name(property.schema, extensions::NAME, Names::Value);
    Parameter {
        site: property.schema.site(),
        name,
        place: Place::Query,
        present,
        required,
        style: Slot::default(),
        shape,
    }
}

fn whole<'t>(
    lowering: &mut Lowering<'t>,
    parameter: NodeRef<'t>,
    name: &str,
    schema: NodeRef<'t>,
) -> Parameter {
    let mut shape = lowering.schema(schema);
    let mut present = Slot::default();
    present.claim(true, lowering.ledger.stated(parameter.site()));
    let own = lowering.text(parameter, "description");
    if !own.is_empty() {
        shape.description = own;
    }
    Parameter {
        site: parameter.site(),
        name: name.to_owned(),
        place: Place::Query,
        present,
        required: Slot::default(),
        style: style(lowering, parameter, Place::Query),
        shape,
    }
}

/// What a value can be: objects with properties, and the rest.
fn alternatives<'t>(
    lowering: &Lowering<'t>,
    schema: NodeRef<'t>,
) -> (Vec<NodeRef<'t>>, Vec<NodeRef<'t>>) {
    let unions = ["oneOf", "anyOf"].into_iter();
    let items: Vec<_> = unions
        .filter_map(|member| schema.get(member))
        .flat_map(NodeRef::items)
        .filter_map(|item| lowering.followed(item))
        .collect();
    let has_own = !properties(lowering, schema).is_empty();
    let all = if items.is_empty() || has_own {
        vec![schema]
    } else {
        items
    };
    all.into_iter()
        .partition(|item| !properties(lowering, *item).is_empty())
}
