//! Objects as what they are made of, where a format writes their parts one by one.

use std::collections::BTreeSet;

use super::Lowering;
use crate::read::NodeRef;

/// A part of an object.
pub(crate) struct Property<'t> {
    pub(crate) name: &'t str,
    pub(crate) schema: NodeRef<'t>,
    /// The item of `required` that names it.
    pub(crate) required: Option<NodeRef<'t>>,
}

/// The schema of a parameter or a media type, at the end of its references.
pub(crate) fn schema_of<'t>(lowering: &Lowering<'t>, owner: NodeRef<'t>) -> Option<NodeRef<'t>> {
    lowering.followed(owner.get("schema")?)
}

/// The properties of an object, with those of all that it is at once; the first of a name counts.
pub(crate) fn properties<'t>(lowering: &Lowering<'t>, schema: NodeRef<'t>) -> Vec<Property<'t>> {
    let mut found = Vec::new();
    let mut required = Vec::new();
    let mut seen = BTreeSet::new();
    let mut todo = vec![schema];
    while let Some(node) = todo.pop() {
        let Some(node) = lowering.followed(node) else {
            continue;
        };
        if !seen.insert(node.id()) {
            continue;
        }
        required.extend(node.get("required").into_iter().flat_map(NodeRef::items));
        for (key, schema) in node
            .get("properties")
            .into_iter()
            .flat_map(NodeRef::entries)
        {
            let is_new = found
                .iter()
                .all(|known: &Property<'_>| known.name != key.text);
            if is_new {
                found.push(Property {
                    name: &key.text,
                    schema,
                    required: None,
                });
            }
        }
        let parts: Vec<_> = node
            .get("allOf")
            .into_iter()
            .flat_map(NodeRef::items)
            .collect();
        todo.extend(parts.into_iter().rev());
    }
    for property in &mut found {
        property.required = required
            .iter()
            .find(|item| item.scalar() == Some(property.name))
            .copied();
    }
    found
}
