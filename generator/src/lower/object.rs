//! Objects: `properties`, `required` and `allOf`.

use std::collections::BTreeSet;

use super::Lowering;
use super::extension::Names;
use crate::draft::evidence::Slot;
use crate::draft::{Field, Requirement, Shape};
use crate::overlay::extensions;
use crate::read::NodeRef;

impl<'t> Lowering<'t> {
    /// The parts of an object, and those that it requires without describing them here.
    pub(super) fn fields(&mut self, node: NodeRef<'t>) -> (Vec<Field>, Vec<Requirement>) {
        let properties = node.get("properties").filter(|node| !node.is_null());
        if let Some(properties) = properties.filter(|node| !node.is_map()) {
            self.wrong_type(properties, "a mapping from names to schemas");
        }
        // `required: true` belongs to a parameter and is met in schemas; it names no field.
        let names = match node.get("required").and_then(NodeRef::as_bool) {
            Some(_) => Vec::new(),
            None => self.list(node, "required", "a list of names"),
        };
        let mut requires = Vec::new();
        for item in names {
            let Some(name) = item.scalar() else { continue };
            let mut slot = Slot::default();
            slot.claim(true, self.ledger.stated(item.site()));
            requires.push(Requirement {
                name: name.to_owned(),
                required: slot,
            });
        }
        let mut fields = Vec::new();
        for (key, schema) in properties.into_iter().flat_map(NodeRef::entries) {
            let at = requires.iter().position(|one| one.name == key.text);
            let mut shape = self.schema(schema);
            shape.name = self.chosen_name(schema, extensions::NAME, Names::Value);
            fields.push(Field {
                site: schema.site(),
                name: key.text.clone(),
                required: at.map_or_else(Slot::default, |at| requires.remove(at).required),
                shape,
            });
            // A name that stands there twice says nothing more.
            requires.retain(|one| one.name != key.text);
        }
        (fields, requires)
    }

    /// `allOf`: what a value is, all at once.
    pub(super) fn parts(&mut self, node: NodeRef<'t>, shape: &mut Shape) {
        let Some(all) = node.get("allOf").filter(|all| !all.is_null()) else {
            return;
        };
        if !all.is_list() {
            self.wrong_type(all, "a list of schemas");
        }
        let (bare, parts): (Vec<_>, Vec<_>) = all.items().partition(|part| is_annotation(*part));
        for part in bare {
            self.annotate(part, shape);
        }
        // The way to say something beside a reference.
        let is_plain = shape.fields.is_empty()
            && shape.requires.is_empty()
            && shape.items.is_none()
            && shape.entries.is_none();
        match parts.as_slice() {
            [only] if is_plain && !self.is_kind(node, *only) => self.only(*only, shape),
            parts => {
                for part in parts {
                    let part = self.schema(*part);
                    shape.parts.push(part);
                }
            }
        }
    }

    /// Whether a definition is one of the kinds of what it inherits, and so a type of its own.
    fn is_kind(&self, node: NodeRef<'t>, of: NodeRef<'t>) -> bool {
        let mut seen = BTreeSet::new();
        let mut todo = vec![of];
        if !self.definitions.contains_key(&node.id()) {
            return false;
        }
        while let Some(next) = todo.pop().and_then(|next| self.followed(next)) {
            if next.get("discriminator").is_some() {
                return true;
            }
            if seen.insert(next.id()) {
                todo.extend(next.get("allOf").into_iter().flat_map(NodeRef::items));
            }
        }
        false
    }

    /// What a part says that describes nothing, where nothing nearer says it.
    fn annotate(&mut self, part: NodeRef<'t>, shape: &mut Shape) {
        let said = self.schema(part);
        if shape.description.is_empty() {
            shape.description = said.description;
        }
        if shape.examples.is_empty() {
            shape.examples = said.examples;
        }
        if shape.default.is_empty() {
            shape.default = said.default;
        }
    }
}

/// Whether a part of `allOf` says nothing of what a value holds.
fn is_annotation(part: NodeRef<'_>) -> bool {
    const ANNOTATIONS: [&str; 11] = [
        "default",
        "deprecated",
        "description",
        "example",
        "externalDocs",
        "nullable",
        "readOnly",
        "title",
        "type",
        "writeOnly",
        "xml",
    ];
    let is_object = |part: NodeRef<'_>| match part.get("type") {
        Some(ty) => ty.scalar() == Some("object"),
        None => true,
    };
    part.is_map()
        && is_object(part)
        && part
            .entries()
            .all(|(key, _)| ANNOTATIONS.contains(&key.text.as_str()) || key.text.starts_with("x-"))
}
