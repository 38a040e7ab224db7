//! `style` and `explode`: how the values of a list are joined.

use crate::draft::evidence::Slot;
use crate::draft::{ListStyle, Place};
use crate::lower::properties::{Property, schema_of};
use crate::lower::{Lowering, codes};
use crate::read::NodeRef;

/// How a parameter that is a list is written. Where it says nothing, the specification does: in the
/// query and in cookies the name is repeated, elsewhere there are commas between the values.
pub(super) fn style<'t>(
    lowering: &mut Lowering<'t>,
    parameter: NodeRef<'t>,
    place: Place,
) -> Slot<ListStyle> {
    let slot = lowering.collection_format(parameter);
    let schema = schema_of(lowering, parameter);
    joined(lowering, parameter, schema, place, slot)
}

/// The same of a part of a form, whose encoding may say it.
pub(super) fn of_part<'t>(
    lowering: &mut Lowering<'t>,
    encodings: Option<NodeRef<'t>>,
    part: &Property<'t>,
) -> Slot<ListStyle> {
    let encoding = encodings.and_then(|all| all.get(part.name));
    let written = encoding.and_then(|encoding| encoding.get("style"));
    if let Some(deep) = written.filter(|style| style.as_str() == Some("deepObject")) {
        let mut style = Slot::default();
        style.claim(ListStyle::Deep, lowering.ledger.stated(deep.site()));
        return style;
    }
    let resolved = lowering.followed(part.schema);
    let said = encoding.unwrap_or(part.schema);
    joined(lowering, said, resolved, Place::Form, Slot::default())
}

fn joined<'t>(
    lowering: &mut Lowering<'t>,
    parameter: NodeRef<'t>,
    schema: Option<NodeRef<'t>>,
    place: Place,
    mut slot: Slot<ListStyle>,
) -> Slot<ListStyle> {
    let is_list = schema.is_some_and(|schema| {
        schema.get("items").is_some()
            || schema.get("type").and_then(NodeRef::scalar) == Some("array")
    });
    let written = parameter.get("style").filter(|style| !style.is_null());
    let explode = match lowering.flag(parameter, "explode").claims() {
        [claim, ..] => Some(claim.value),
        [] => None,
    };
    let word = written.and_then(NodeRef::scalar).unwrap_or(match place {
        Place::Query | Place::Cookie | Place::Form => "form",
        Place::Path | Place::Header => "simple",
    });
    let style = match (word, explode) {
        ("simple", _) | ("form", Some(false)) => ListStyle::Csv,
        ("spaceDelimited", None | Some(false)) => ListStyle::Ssv,
        ("pipeDelimited", None | Some(false)) => ListStyle::Pipes,
        ("form" | "spaceDelimited" | "pipeDelimited" | "deepObject", _) => ListStyle::Multi,
        _ => {
            if let Some(found) = written {
                let message = format!("`{word}` is no style that can be written");
                lowering.diagnose(
                    &codes::UNKNOWN_STYLE,
                    found,
                    message,
                    "the value is sent as it is",
                );
            }
            return slot;
        }
    };
    if is_list && slot.is_empty() {
        let site = written.unwrap_or(parameter).site();
        slot.claim(style, lowering.ledger.stated(site));
    }
    slot
}
