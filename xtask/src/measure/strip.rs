//! Makes of a document with types what documents without them are like.

use generator::read::{NodeId, NodeRef, Tree};

/// What a parameter or a field loses: everything but its name, its place and its words.
const KEYS: &[&str] = &[
    "type",
    "format",
    "items",
    "collectionFormat",
    "enum",
    "default",
    "required",
    "minimum",
    "maximum",
    "exclusiveMinimum",
    "exclusiveMaximum",
    "minLength",
    "maxLength",
    "minItems",
    "maxItems",
    "uniqueItems",
    "multipleOf",
    "pattern",
    "allowEmptyValue",
    "nullable",
    "x-nullable",
    "x-ms-enum",
    "x-enum-varnames",
    "x-enumNames",
    "x-enum-descriptions",
    "x-example",
    "x-examples",
];

/// What a parameter loses besides.
const PARAMETER: &[&str] = &["example", "examples", "style", "explode"];

/// What makes a schema more than one value.
const STRUCTURE: &[&str] = &[
    "$ref",
    "properties",
    "allOf",
    "oneOf",
    "anyOf",
    "additionalProperties",
];

/// Takes types, formats, values, defaults, limits and `required` from all parameters and fields, and
/// the schemas from bodies. Objects keep the names of their fields, and lists of objects stay lists.
pub(super) fn strip(tree: &mut Tree) {
    let mut lost = Vec::new();
    let root = tree.view(tree.root());
    let components = root.get("components");
    for shared in [Some(root), components].into_iter().flatten() {
        if let Some(shared) = shared.get("parameters") {
            shared
                .entries()
                .for_each(|(_, node)| parameter(node, &mut lost));
        }
        for part in ["definitions", "responses", "schemas", "requestBodies"] {
            if let Some(node) = shared.get(part) {
                schemas(node, &mut lost);
            }
        }
    }
    for (_, path) in root.get("paths").into_iter().flat_map(NodeRef::entries) {
        parameters(path, &mut lost);
        for (_, operation) in path.entries() {
            parameters(operation, &mut lost);
            for part in ["responses", "requestBody"] {
                if let Some(node) = operation.get(part) {
                    schemas(node, &mut lost);
                }
            }
        }
    }
    for node in lost {
        tree.detach(node);
    }
}

fn parameters(node: NodeRef<'_>, lost: &mut Vec<NodeId>) {
    if let Some(list) = node.get("parameters") {
        list.items().for_each(|node| parameter(node, lost));
    }
}

fn parameter(node: NodeRef<'_>, lost: &mut Vec<NodeId>) {
    // Of a body in Swagger 2.0, and of any parameter in OpenAPI 3.0.
    lost.extend(node.get("schema").map(NodeRef::id));
    take(node, KEYS, lost);
    take(node, PARAMETER, lost);
}

/// Strips what stands below `node` as a property. The walk has a list of its own: documents nest
/// deeper than a stack should.
fn schemas(node: NodeRef<'_>, lost: &mut Vec<NodeId>) {
    let mut open = vec![(node, false)];
    while let Some((node, is_field)) = open.pop() {
        if is_field && is_value(node) {
            take(node, KEYS, lost);
            continue;
        }
        // A list of names; in a parameter it is a word.
        lost.extend(
            node.get("required")
                .filter(|required| required.is_list())
                .map(NodeRef::id),
        );
        for (key, child) in node.entries() {
            if key.text == "properties" {
                open.extend(child.entries().map(|(_, field)| (field, true)));
            } else if !["example", "examples", "default", "enum"].contains(&key.text.as_str()) {
                open.push((child, false));
            }
        }
        open.extend(node.items().map(|item| (item, false)));
    }
}

/// Whether a schema is of one value, or of a list of such.
fn is_value(node: NodeRef<'_>) -> bool {
    let items = node.get("items");
    node.is_map()
        && STRUCTURE.iter().all(|key| node.get(key).is_none())
        && items.is_none_or(|items| {
            items.get("items").is_none() && STRUCTURE.iter().all(|key| items.get(key).is_none())
        })
}

fn take(node: NodeRef<'_>, keys: &[&str], lost: &mut Vec<NodeId>) {
    lost.extend(
        node.entries()
            .filter(|(key, _)| keys.contains(&key.text.as_str()))
            .map(|(_, value)| value.id()),
    );
}
