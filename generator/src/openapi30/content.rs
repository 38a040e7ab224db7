//! The Request Body Object, the Media Type Object, and the content of replies.

use super::form;
use super::object::schema_of;
use crate::draft::evidence::Slot;
use crate::draft::{Body, Shape};
use crate::lower::{Lowering, Parameters};
use crate::read::NodeRef;

/// A media type, from what is liked best to what is taken only where there is nothing else.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Media {
    Json,
    /// JSON of a kind of its own, such as `application/problem+json`.
    JsonOfAKind,
    Any,
    Form,
    Multipart,
    Text,
    Bytes,
}

impl Media {
    pub(super) fn of(name: &str) -> Self {
        let essence = name.split(';').next().unwrap_or_default().trim();
        match essence.to_ascii_lowercase().as_str() {
            "application/json" => Self::Json,
            name if name.ends_with("/json") || name.ends_with("+json") => Self::JsonOfAKind,
            "*/*" | "application/*" => Self::Any,
            "application/x-www-form-urlencoded" => Self::Form,
            name if name.starts_with("multipart/") => Self::Multipart,
            name if name.starts_with("text/") => Self::Text,
            _ => Self::Bytes,
        }
    }

    /// Whether values are written as JSON.
    pub(super) fn is_json(self) -> bool {
        self <= Self::Any
    }
}

/// The media types of a body, the best first, each with what is said of it.
fn content(owner: NodeRef<'_>) -> Vec<(&str, NodeRef<'_>)> {
    let content = owner.get("content").into_iter();
    let mut found: Vec<_> = content
        .flat_map(NodeRef::entries)
        .filter(|(key, _)| !key.text.starts_with("x-"))
        .map(|(key, media)| (key.text.as_str(), media))
        .collect();
    // The order of keys means nothing, so it decides nothing.
    found.sort_by_key(|(name, _)| (Media::of(name), *name));
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
    for (name, media) in &content {
        let evidence = lowering.ledger.stated(media.site());
        body.media.claim((*name).to_owned(), evidence);
    }
    if let Some((name, media)) = content.first() {
        let kind = Media::of(name);
        if matches!(kind, Media::Form | Media::Multipart)
            && let Some(schema) = schema_of(lowering, *media)
        {
            let parts = form::parts(lowering, schema, media.get("encoding"));
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

/// What a reply holds, where it is JSON. Anything else is given as it comes.
pub(super) fn reply<'t>(lowering: &mut Lowering<'t>, response: NodeRef<'t>) -> Option<Shape> {
    let schema = match content(response).first() {
        // Of any media type, and no word about it: whatever comes.
        Some((name, media)) if Media::of(name) == Media::Any && says_nothing(*media) => None,
        Some((name, media)) if Media::of(name).is_json() => media.get("schema"),
        Some(_) => None,
        // As Swagger 2.0 has it.
        None => response.get("schema"),
    };
    schema.map(|schema| lowering.reply_schema(schema))
}

fn says_nothing(media: NodeRef<'_>) -> bool {
    let schema = media.get("schema");
    schema.is_none_or(|schema| schema.is_map() && schema.entries().next().is_none())
}
