//! Forms: bodies whose parts are written one by one.

use super::Lowering;
use super::properties::{Property, properties};
use crate::draft::evidence::Slot;
use crate::draft::{Kind, ListStyle, Parameter, Place};
use crate::read::NodeRef;

/// The parts of a form; none where its schema is no object with properties.
/// `style` says how each is written that is a list.
pub(crate) fn parts<'t>(
    lowering: &mut Lowering<'t>,
    schema: NodeRef<'t>,
    style: &dyn Fn(&mut Lowering<'t>, &Property<'t>) -> Slot<ListStyle>,
) -> Vec<Parameter> {
    let properties = properties(lowering, schema);
    let part = |property: Property<'t>| {
        let mut shape = lowering.schema(property.schema);
        let is_file = lowering.followed(property.schema).is_some_and(is_binary);
        if is_file {
            shape.kind = Slot::default();
            let evidence = lowering.ledger.stated(property.schema.site());
            shape.kind.claim(Kind::File, evidence);
        }
        if shape.is_untyped() && says_nothing(property.schema) {
            // A part of a form is a parameter, and one of which nothing is said would be text.
            let evidence = lowering.ledger.stated(property.schema.site());
            shape.kind.claim(Kind::Any, evidence);
        }
        let style = style(lowering, &property);
        let mut present = Slot::default();
        present.claim(true, lowering.ledger.stated(property.schema.site()));
        let mut required = Slot::default();
        if let Some(item) = property.required {
            required.claim(true, lowering.ledger.stated(item.site()));
        }
        Parameter {
            site: property.schema.site(),
            name: property.name.to_owned(),
            place: Place::Form,
            present,
            required,
            style,
            shape,
        }
    };
    properties.into_iter().map(part).collect()
}

/// Whether a form is an object without properties, and says so.
pub(crate) fn is_empty(schema: NodeRef<'_>) -> bool {
    let has_entries = schema
        .get("additionalProperties")
        .is_some_and(|entries| entries.as_bool() != Some(false));
    let properties = schema.get("properties");
    properties.is_some_and(|all| all.is_map() && all.entries().next().is_none()) && !has_entries
}

/// Whether a schema is bytes as they are: how OpenAPI 3.0 says `type: file`.
fn is_binary(schema: NodeRef<'_>) -> bool {
    let word = |member| schema.get(member).and_then(NodeRef::scalar);
    word("type") == Some("string") && word("format") == Some("binary")
}

/// Whether a schema is one of any value: it has words about it, and nothing else.
fn says_nothing(schema: NodeRef<'_>) -> bool {
    const WORDS: [&str; 5] = ["title", "description", "example", "default", "nullable"];
    schema.is_map()
        && schema
            .entries()
            .all(|(key, _)| WORDS.contains(&key.text.as_str()) || key.text.starts_with("x-"))
}
