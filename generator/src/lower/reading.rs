//! Members of the types that the specification wants, and what is said where they have another.

use super::{Lowering, codes};
use crate::diagnostic::{Code, Diagnostic};
use crate::draft::evidence::Slot;
use crate::draft::{Omitted, Shape};
use crate::read::NodeRef;
use crate::read::tree::Site;
use crate::source::Span;

impl<'t> Lowering<'t> {
    /// The text of a member, where there is one. Other scalars count by their spelling.
    pub(crate) fn text(&mut self, node: NodeRef<'t>, member: &str) -> Slot<String> {
        let mut slot = Slot::default();
        let Some(found) = node.get(member).filter(|found| !found.is_null()) else {
            return slot;
        };
        if let Some(text) = found.scalar() {
            let evidence = self.ledger.stated(found.site());
            slot.claim(self.readable(found, text).to_owned(), evidence);
        } else {
            self.wrong_type(found, "text");
        }
        slot
    }

    /// As much of a text as is read.
    fn readable(&mut self, node: NodeRef<'t>, text: &'t str) -> &'t str {
        const LONGEST: usize = 100_000;
        if text.len() <= LONGEST {
            return text;
        }
        let message = format!("a text has {} bytes; {LONGEST} are read", text.len());
        self.diagnose(&codes::LONG_TEXT, node, message, "cut");
        let end = (0..=LONGEST).rev().find(|end| text.is_char_boundary(*end));
        &text[..end.unwrap_or_default()]
    }

    /// The truth value of a member, where there is one; `"true"` counts as `true`.
    pub(crate) fn flag(&mut self, node: NodeRef<'t>, member: &str) -> Slot<bool> {
        let mut slot = Slot::default();
        let Some(found) = node.get(member).filter(|found| !found.is_null()) else {
            return slot;
        };
        match found.scalar().map(str::to_ascii_lowercase).as_deref() {
            Some(word @ ("true" | "false")) => {
                let evidence = self.ledger.stated(found.site());
                slot.claim(word == "true", evidence);
            }
            _ => self.wrong_type(found, "true or false"),
        }
        slot
    }

    /// The texts of a member that is a list.
    pub(crate) fn texts(&mut self, node: NodeRef<'t>, member: &str) -> Vec<String> {
        self.list(node, member, "a list of texts")
            .into_iter()
            .filter_map(|item| item.scalar().map(str::to_owned))
            .collect()
    }

    /// The media types of a member that is a list of them.
    pub(crate) fn media_types(&mut self, node: NodeRef<'t>, member: &str) -> Slot<Vec<String>> {
        let mut slot = Slot::default();
        let types = self.texts(node, member);
        if let (Some(found), false) = (node.get(member), types.is_empty()) {
            slot.claim(types, self.ledger.stated(found.site()));
        }
        slot
    }

    /// The items of a member that is a list; a single value stands for a list of it.
    pub(crate) fn list(
        &mut self,
        node: NodeRef<'t>,
        member: &str,
        wanted: &str,
    ) -> Vec<NodeRef<'t>> {
        let Some(found) = node.get(member).filter(|found| !found.is_null()) else {
            return Vec::new();
        };
        if found.scalar().is_some() {
            let message = format!("{} stands where {wanted} belongs", found.kind_name());
            self.diagnose(&codes::WRONG_TYPE, found, message, "read as the only item");
            return vec![found];
        }
        if !found.is_list() {
            self.wrong_type(found, wanted);
        }
        found.items().collect()
    }

    pub(crate) fn wrong_type(&mut self, node: NodeRef<'t>, wanted: &str) {
        let message = format!("{} stands where {wanted} belongs", node.kind_name());
        self.diagnose(&codes::WRONG_TYPE, node, message, "left out");
    }

    pub(crate) fn diagnose(
        &mut self,
        code: &'static Code,
        node: NodeRef<'t>,
        message: String,
        label: &str,
    ) {
        let diagnostic = Diagnostic::new(code, message).at(self.span(node), label);
        self.diagnostics.push(diagnostic);
    }

    pub(crate) fn omit(&mut self, node: NodeRef<'t>, what: &str, because: &str) {
        self.omitted.push(Omitted {
            what: what.to_owned(),
            site: node.site(),
            because: because.to_owned(),
        });
    }

    pub(crate) fn span(&self, node: NodeRef<'t>) -> Span {
        self.tree.span(self.sources, &Site::from(node.id()))
    }

    pub(super) fn key_span(&self, node: NodeRef<'t>) -> Span {
        self.tree.key_span(self.sources, node.id())
    }

    pub(crate) fn unknown(node: NodeRef<'t>) -> Shape {
        Shape::unknown(node.site())
    }
}
