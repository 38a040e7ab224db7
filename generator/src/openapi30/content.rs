//! The Request Body Object, the Media Type Object, and the content of replies.

use super::style;
use crate::draft::Body;
use crate::draft::evidence::Slot;
use crate::draft::media::MediaKind;
use crate::lower::properties::schema_of;
use crate::lower::{Content, Lowering, Parameters, form};
use crate::read::NodeRef;

/// The media types of a body, the best first, each with what is said of it.
fn content(owner: NodeRef<'_>) -> Vec<(&str, NodeRef<'_>)> {
    let content = owner.get("content").into_iter();
    let mut found: Vec<_> = content
        .flat_map(NodeRef::entries)
        .filter(|(key, _)| !key.text.starts_with("x-"))
        .map(|(key, media)| (key.text.as_str(), media))
        .collect();
    // The order of keys means nothing, so it decides nothing.
    found.sort_by_key(|(name, _)| (MediaKind::of(name), *name));
    found
}

/// Reads the body of an operation. The parts of a form are parameters, as they are elsewhere.
pub(super) fn request<'t>(
    lowering: &mut Lowering<'t>,
    operation: NodeRef<'t>,
    found: &mut Parameters,
) {
    let Some(written) = operation.get("requestBody").filter(|node| !node.is_null()) else {
        return;
    };
    if !written.is_map() {
        return lowering.wrong_type(written, "a request body");
    }
    let Some(node) = lowering.resolve(written) else {
        return lowering.omit(written, "a request body", "its reference leads nowhere");
    };
    let content = content(node);
    let mut present = Slot::default();
    present.claim(true, lowering.ledger.stated(node.site()));
    let mut body = Body {
        site: node.site(),
        present,
        required: lowering.flag(node, "required"),
        description: lowering.text(node, "description"),
        media: Slot::default(),
        shape: Lowering::unknown(node),
    };
    body.media = media_types(lowering, &content);
    if let Some((name, media)) = content.first() {
        let kind = MediaKind::of(name);
        if matches!(kind, MediaKind::Form | MediaKind::Multipart)
            && let Some(schema) = schema_of(lowering, *media)
        {
            let encodings = media.get("encoding");
            let style = |lowering: &mut _, part: &_| style::of_part(lowering, encodings, part);
            let parts = form::parts(lowering, schema, &style);
            // A form that can have no parts is no body.
            if !parts.is_empty() || form::is_empty(schema) {
                body.present = Slot::default();
            }
            for part in parts {
                found.add(part);
            }
        }
        if body.present.is_empty() {
            // Its shape is that of its parts.
        } else if let Some(schema) = media.get("schema") {
            body.shape = lowering.schema(schema);
        }
    } else if let Some(schema) = node.get("schema") {
        // As a body parameter of Swagger 2.0 has it.
        body.shape = lowering.schema(schema);
    }
    found.body = Some(body);
}

/// What a reply holds: the schema of its best media type.
pub(super) fn reply<'t>(lowering: &mut Lowering<'t>, response: NodeRef<'t>) -> Content {
    let content = content(response);
    let schema = match content.first() {
        // Of any media type, and no word about it: whatever comes.
        Some((name, media)) if MediaKind::of(name) == MediaKind::Any && says_nothing(*media) => {
            return Content::default();
        }
        Some((_, media)) => media.get("schema"),
        // As Swagger 2.0 has it.
        None => response.get("schema"),
    };
    Content {
        media: media_types(lowering, &content),
        shape: schema.map(|schema| lowering.reply_schema(schema)),
    }
}

/// The media types of a body as a claim, the best first.
fn media_types<'t>(
    lowering: &mut Lowering<'t>,
    content: &[(&str, NodeRef<'t>)],
) -> Slot<Vec<String>> {
    let mut slot = Slot::default();
    if let Some((_, media)) = content.first() {
        let names = content.iter().map(|(name, _)| (*name).to_owned());
        slot.claim(names.collect(), lowering.ledger.stated(media.site()));
    }
    slot
}

fn says_nothing(media: NodeRef<'_>) -> bool {
    let schema = media.get("schema");
    schema.is_none_or(|schema| schema.is_map() && schema.entries().next().is_none())
}
