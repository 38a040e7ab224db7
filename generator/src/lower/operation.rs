//! The Operation Object.

use super::extension::Names;
use super::template::Template;
use super::{Lowering, Owner, Parameters};
use crate::draft::evidence::Slot;
use crate::draft::{Operation, Parameter};
use crate::overlay::extensions;
use crate::read::NodeRef;

impl<'t> Lowering<'t> {
    /// Reads one operation; `None` where it is no mapping.
    pub(super) fn operation(
        &mut self,
        root: NodeRef<'t>,
        template: &Template,
        item: NodeRef<'t>,
        method: &str,
        node: NodeRef<'t>,
    ) -> Option<Operation> {
        let path = template.road.as_str();
        if !node.is_map() && !node.is_null() {
            self.wrong_type(node, "an operation");
            self.omit(node, &format!("{method} {path}"), "it is no mapping");
            return None;
        }
        let omitted = self.chosen_text(node, extensions::OMIT);
        if let Some(because) = omitted.claims().first() {
            self.omit(node, &format!("{method} {path}"), &because.value);
            // What else is said of it has done its part.
            self.chosen_text(node, extensions::NAME);
            self.chosen_text(node, extensions::GROUP);
            return None;
        }
        self.note_extensions(node);
        let shared = self.parameters(path, item);
        let own = self.parameters(path, node);
        let mut found = Parameters {
            list: merge(shared.list, own.list),
            bodies: if own.bodies.is_empty() {
                shared.bodies
            } else {
                own.bodies
            },
            body: None,
        };
        self.query_values(template, node, &mut found);
        self.one_body(&mut found);
        self.format.body(self, root, node, &mut found);
        self.format
            .left_out(self, &format!("{method} {path}"), item, node);
        let (credentials, takes_unknown) = self.credentials(root, node);
        Some(Operation {
            site: node.site(),
            method: method.to_owned(),
            path: path.to_owned(),
            operation_id: self.text(node, "operationId"),
            name: self.chosen_name(node, extensions::NAME, Names::Value),
            group: self.chosen_name(node, extensions::GROUP, Names::Value),
            summary: self.text(node, "summary"),
            description: self.text(node, "description"),
            tags: self.texts(node, "tags"),
            deprecated: self.deprecated(node),
            deprecation: self.deprecation(node),
            public: self.public(node),
            credentials,
            takes_unknown,
            parameters: found.list,
            order: Slot::default(),
            body: found.body.unwrap_or_else(|| Self::no_body(node)),
            replies: self.responses(Owner {
                root,
                operation: node,
            }),
            reply: Slot::default(),
            read: Slot::default(),
            doubts: Slot::default(),
        })
    }
}

impl<'t> Lowering<'t> {
    /// Whether callers should move away: `deprecated`, or an extension that says the same.
    pub(super) fn deprecated(&mut self, node: NodeRef<'t>) -> Slot<bool> {
        if node.get("deprecated").is_some() {
            return self.flag(node, "deprecated");
        }
        if !self.deprecation(node).is_empty() {
            let mut slot = Slot::default();
            slot.claim(true, self.ledger.stated(node.site()));
            return slot;
        }
        let keys = ["x-deprecated", "x-is-deprecated"];
        let mut found = keys.into_iter().filter(|key| node.get(key).is_some());
        found
            .next()
            .map_or_else(Slot::default, |key| self.flag(node, key))
    }

    /// What an extension says of why.
    fn deprecation(&mut self, node: NodeRef<'t>) -> Slot<String> {
        let mut slot = Slot::default();
        let Some(found) = node.get("x-deprecated") else {
            return slot;
        };
        let is_flag =
            |text: &str| text.eq_ignore_ascii_case("true") || text.eq_ignore_ascii_case("false");
        let reason = found
            .as_str()
            .filter(|text| !is_flag(text) && !text.trim().is_empty());
        if let Some(reason) = reason {
            slot.claim(reason.to_owned(), self.ledger.stated(found.site()));
        }
        slot
    }
}

/// An operation's own parameters stand for those of its path with the same name and place.
fn merge(shared: Vec<Parameter>, own: Vec<Parameter>) -> Vec<Parameter> {
    let inherited = shared.into_iter().filter(|outer| {
        !own.iter()
            .any(|inner| inner.name == outer.name && inner.place == outer.place)
    });
    let mut all: Vec<_> = inherited.collect();
    all.extend(own);
    all
}
