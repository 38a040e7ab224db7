//! The Responses Object and the Response Object.

use super::{Lowering, Owner, codes};
use crate::diagnostic::Diagnostic;
use crate::draft::evidence::{Rank, Slot};
use crate::draft::{Header, Reply, Shape, Status};
use crate::overlay::extensions;
use crate::read::NodeRef;
use crate::read::tree::KeyKind;

impl<'t> Lowering<'t> {
    /// Reads the replies of an operation, in the order of the document.
    pub(super) fn responses(&mut self, owner: Owner<'t>) -> Vec<Reply> {
        let Some(responses) = owner
            .operation
            .get("responses")
            .filter(|node| !node.is_null())
        else {
            return Vec::new();
        };
        if !responses.is_map() {
            self.wrong_type(responses, "a mapping from statuses to responses");
        }
        let mut replies = Vec::new();
        for (key, node) in responses.entries() {
            if key.text.starts_with("x-") {
                continue;
            }
            let Some(value) = status(&key.text) else {
                let message = format!("`{}` is no HTTP status", key.text.trim());
                self.omit(
                    node,
                    &format!("the reply `{}`", key.text),
                    "its key is no status",
                );
                self.diagnostics.push(
                    Diagnostic::new(&codes::UNKNOWN_STATUS, message)
                        .at(self.key_span(node), "left out"),
                );
                continue;
            };
            let Some(node) = self.resolve(node) else {
                self.omit(
                    node,
                    &format!("the reply `{}`", key.text),
                    "its reference leads nowhere",
                );
                continue;
            };
            let mut slot = Slot::default();
            let evidence = if key.kind == KeyKind::Number {
                self.ledger.add(
                    Rank::Law,
                    super::STATUS_KEYS,
                    node.site(),
                    "keys of responses are text, and this one is written as a number \
                     (Swagger 2.0, Responses Object)",
                )
            } else {
                self.ledger.stated(node.site())
            };
            slot.claim(value, evidence);
            let description = self.text(node, "description");
            let content = self.format.reply(self, owner, node);
            replies.push(Reply {
                site: node.site(),
                status: slot,
                description,
                media: content.media,
                shape: content.shape,
                headers: self.headers(node),
            });
        }
        replies
    }

    /// The headers of a reply. What they hold is said as of a parameter.
    fn headers(&mut self, response: NodeRef<'t>) -> Vec<Header> {
        let Some(found) = response.get("headers").filter(|found| !found.is_null()) else {
            return Vec::new();
        };
        if !found.is_map() {
            self.wrong_type(found, "a mapping from names to headers");
        }
        let mut headers = Vec::new();
        for (key, node) in found.entries() {
            let name = key.text.trim();
            if name.is_empty() {
                continue;
            }
            let Some(node) = self.resolve(node) else {
                continue;
            };
            if !node.is_map() && !node.is_null() {
                self.wrong_type(node, "a header");
                continue;
            }
            headers.push(Header {
                name: name.to_owned(),
                required: self.flag(node, "required"),
                shape: self.format.value(self, node),
            });
        }
        headers
    }

    pub(crate) fn reply_schema(&mut self, node: NodeRef<'t>) -> Shape {
        let mut shape = self.schema(node);
        shape.single = self.chosen_flag(node, extensions::SINGLE);
        if let (Some(found), false) = (
            node.get(extensions::SINGLE),
            shape.single.is_empty() || shape.items.is_some(),
        ) {
            let message = "only an array can hold one item".to_owned();
            self.bad_extension(found, message, "say `type: array` and `items` beside it");
        }
        shape
    }
}

/// The status that a key stands for.
fn status(key: &str) -> Option<Status> {
    let key = key.trim();
    if key.eq_ignore_ascii_case("default") {
        return Some(Status::Default);
    }
    if let [digit @ b'1'..=b'5', b'x' | b'X', b'x' | b'X'] = key.as_bytes() {
        return Some(Status::Range(digit - b'0'));
    }
    let code = key.parse().ok()?;
    (100..=599).contains(&code).then_some(Status::Code(code))
}
