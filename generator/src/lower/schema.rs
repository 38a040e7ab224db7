//! The Schema Object, and the part of it that parameters and items share.

use std::collections::BTreeSet;

use super::extension::Names;
use super::{Lowering, codes, type_word, union};
use crate::diagnostic::quoted;
use crate::draft::evidence::Slot;
use crate::draft::{Format, Kind, Limit, Nowhere, Reference, Shape};
use crate::overlay::extensions;
use crate::read::NodeRef;

impl<'t> Lowering<'t> {
    /// Reads what a schema says of a value.
    pub(crate) fn schema(&mut self, node: NodeRef<'t>) -> Shape {
        let mut shape = Self::unknown(node);
        if !node.is_map() {
            let word = node.as_str();
            let kind = word.and_then(|word| {
                type_word::known(word).or_else(|| Some(type_word::meant(word)?.1))
            });
            if let Some(kind) = kind {
                let message = "text stands where a schema belongs".to_owned();
                self.diagnose(&codes::WRONG_TYPE, node, message, "read as its type");
                shape.kind.claim(kind, self.ledger.stated(node.site()));
            } else if !node.is_null() && node.as_bool().is_none() {
                // `schema: true` and friends say nothing.
                self.wrong_type(node, "a schema");
            }
            return shape;
        }
        if let Some(reference) = node.get("$ref") {
            shape.reference = Some(self.reference(reference));
        }
        shape.identifies = self.chosen_text(node, extensions::IDENTIFIER);
        shape.description = self.text(node, "description");
        shape.kind = self.kind(node);
        shape.nullable = self.nullable(node);
        shape.read_only = self.flag(node, "readOnly");
        shape.write_only = self.flag(node, "writeOnly");
        shape.deprecated = self.deprecated(node);
        shape.format = self.format_of(node);
        shape.values_name = self.values_name(node);
        shape.examples = self.example(node);
        shape.default = self.json(node, "default");
        shape.limits = self.limits(node);
        (shape.fields, shape.requires) = self.fields(node);
        shape.items = node.get("items").map(|items| Box::new(self.items(items)));
        shape.entries = node
            .get("additionalProperties")
            .filter(|entries| entries.as_bool() != Some(false))
            .map(|entries| Box::new(self.schema(entries)));
        let entries = node.get("additionalProperties");
        if let Some(closed) = entries.filter(|entries| entries.as_bool() == Some(false)) {
            let evidence = self.ledger.stated(closed.site());
            shape.closed.claim(true, evidence);
        }
        let listed = self.listed(node);
        shape.take_values(listed);
        shape.discriminator = union::discriminator(node);
        self.parts(node, &mut shape);
        self.unions(node, &mut shape);
        self.type_name(node, &mut shape);
        shape
    }

    /// The name that a person wants the type to have. Text and lists have no type of their own.
    fn type_name(&mut self, node: NodeRef<'t>, shape: &mut Shape) {
        shape.type_name = self.chosen_name(node, extensions::TYPE, Names::Type);
        let has_type = !shape.fields.is_empty()
            || !shape.parts.is_empty()
            || !shape.values.is_empty()
            || !shape.identifies.is_empty();
        if let (Some(found), false, false) = (
            node.get(extensions::TYPE),
            shape.type_name.is_empty(),
            has_type,
        ) {
            let message = "nothing is made of this schema that could have a name".to_owned();
            let help = "objects with properties, lists of values and identifiers have types";
            self.bad_extension(found, message, help);
        }
    }

    fn reference(&mut self, node: NodeRef<'t>) -> Reference {
        let target = match node.referred() {
            Some(target) => self.define_through(target).ok_or(Nowhere::Endless),
            None => Err(Nowhere::Missing),
        };
        Reference {
            site: node.site(),
            pointer: node.scalar().unwrap_or_default().to_owned(),
            target,
            evidence: Some(self.ledger.stated(node.site())),
        }
    }

    /// Defines what a reference leads to in the end, unless it is a chain that never ends. Each step of
    /// a chain is taken once, however many begin with it.
    fn define_through(&mut self, target: NodeRef<'t>) -> Option<usize> {
        let mut at = target;
        let mut seen = BTreeSet::new();
        let end = loop {
            if let Some(end) = self.ends.get(&at.id()) {
                break *end;
            }
            let Some(next) = at.get("$ref") else {
                break Some(at.id());
            };
            let Some(node) = next.referred() else {
                break Some(at.id());
            };
            if !seen.insert(at.id()) {
                self.cycle(next);
                break None;
            }
            at = node;
        };
        self.ends.extend(seen.into_iter().map(|id| (id, end)));
        end.map(|end| self.define(self.tree.view(end)))
    }

    /// Whether `null` is a value: by a word of its own, or because it stands among types or values.
    fn nullable(&mut self, node: NodeRef<'t>) -> Slot<bool> {
        for member in ["nullable", "x-nullable"] {
            if node.get(member).is_some() {
                return self.flag(node, member);
            }
        }
        let is_null = |item: &NodeRef<'t>| item.is_null() || item.scalar() == Some("null");
        let unions = ["oneOf", "anyOf"]
            .iter()
            .filter_map(|member| node.get(member));
        let null = node.get("type").filter(|ty| ty.is_list());
        let null = null
            .and_then(|types| types.items().find(is_null))
            .or_else(|| node.get("enum")?.items().find(|item| item.is_null()))
            .or_else(|| {
                unions
                    .flat_map(NodeRef::items)
                    .find(|item| union::is_nothing(*item))
            });
        let mut slot = Slot::default();
        if let Some(null) = null {
            slot.claim(true, self.ledger.stated(null.site()));
        }
        slot
    }

    fn kind(&mut self, node: NodeRef<'t>) -> Slot<Kind> {
        let mut slot = Slot::default();
        let Some(written) = node.get("type").filter(|written| !written.is_null()) else {
            return slot;
        };
        // JSON Schema's list of types is met in the wild; `null` in it says only that it may be absent.
        let words: Vec<_> = if written.is_list() {
            written
                .items()
                .filter_map(NodeRef::scalar)
                .filter(|word| *word != "null")
                .collect()
        } else {
            written.scalar().into_iter().collect()
        };
        let kind = match words.as_slice() {
            [word] => match type_word::known(word).or_else(|| self.meant(written, word)) {
                Some(kind) => kind,
                None => return slot,
            },
            [_, _, ..] => Kind::Any,
            [] if written.is_list() => return slot,
            [] => {
                self.wrong_type(written, "a type of the specification");
                return slot;
            }
        };
        slot.claim(kind, self.ledger.stated(written.site()));
        slot
    }

    /// What a word means that is no type of the specification, which is told.
    fn meant(&mut self, written: NodeRef<'t>, word: &str) -> Option<Kind> {
        let found = type_word::meant(word);
        let message = format!("{} is no type of the specification", quoted(word));
        let label = match found {
            Some((word, _)) => format!("read as `{word}`"),
            None => "left out".to_owned(),
        };
        self.diagnose(&codes::UNKNOWN_TYPE, written, message, &label);
        found.map(|(_, kind)| kind)
    }

    pub(super) fn format_of(&mut self, node: NodeRef<'t>) -> Slot<Format> {
        let mut slot = Slot::default();
        for word in self.text(node, "format").claims() {
            slot.claim(Format::from_word(&word.value), word.evidence);
        }
        slot
    }

    /// What a list holds. A schema for each place, which JSON Schema has and this format has not, tells
    /// the type of all items where there is one schema, and is any JSON otherwise.
    fn items(&mut self, node: NodeRef<'t>) -> Shape {
        let places: Vec<_> = node.items().collect();
        match places.as_slice() {
            [only] => self.schema(*only),
            [_, _, ..] => {
                let mut shape = Self::unknown(node);
                shape.kind.claim(Kind::Any, self.ledger.stated(node.site()));
                shape
            }
            [] => self.schema(node),
        }
    }

    /// The example of a value: its own, or that of an extension.
    fn example(&mut self, node: NodeRef<'t>) -> Slot<serde_json::Value> {
        let own = self.json(node, "example");
        if !own.is_empty() {
            return own;
        }
        let one = self.json(node, "x-example");
        let mut slot = Slot::default();
        let several = node.get("x-examples");
        match several.and_then(|several| several.entries().next()) {
            Some((_, first)) if one.is_empty() => {
                slot.claim(first.to_json(), self.ledger.stated(first.site()));
                slot
            }
            _ => one,
        }
    }

    fn json(&mut self, node: NodeRef<'t>, member: &str) -> Slot<serde_json::Value> {
        let mut slot = Slot::default();
        if let Some(found) = node.get(member) {
            slot.claim(found.to_json(), self.ledger.stated(found.site()));
        }
        slot
    }

    fn limits(&mut self, node: NodeRef<'t>) -> Slot<Limit> {
        let mut slot = Slot::default();
        for member in LIMITS {
            let Some(found) = node.get(member) else {
                continue;
            };
            let Some(text) = found.scalar() else { continue };
            // Beside a bound it says that the bound itself is out; later drafts make a bound of it.
            let excludes = |member| node.get(member).and_then(NodeRef::as_bool) == Some(true);
            let number = || text.to_owned();
            let limit = match (member, text.parse::<u64>()) {
                ("minLength" | "minItems" | "minProperties", Ok(0)) => continue,
                ("maxLength", Ok(count)) => Limit::MaxLength(count),
                ("minLength", Ok(count)) => Limit::MinLength(count),
                ("maxItems", Ok(count)) => Limit::MaxItems(count),
                ("minItems", Ok(count)) => Limit::MinItems(count),
                ("maxProperties", Ok(count)) => Limit::MaxFields(count),
                ("minProperties", Ok(count)) => Limit::MinFields(count),
                ("minimum", _) if excludes("exclusiveMinimum") => Limit::Above(number()),
                ("maximum", _) if excludes("exclusiveMaximum") => Limit::Below(number()),
                ("minimum", _) => Limit::Minimum(number()),
                ("maximum", _) => Limit::Maximum(number()),
                ("exclusiveMinimum", _) if found.as_bool().is_none() => Limit::Above(number()),
                ("exclusiveMaximum", _) if found.as_bool().is_none() => Limit::Below(number()),
                ("multipleOf", _) => Limit::MultipleOf(number()),
                ("uniqueItems", _) if found.as_bool() == Some(true) => Limit::Unique,
                ("pattern", _) => Limit::Pattern(number()),
                _ => continue,
            };
            slot.claim(limit, self.ledger.stated(found.site()));
        }
        slot
    }
}

/// The members that limit a value, in the order in which documentation tells them.
const LIMITS: [&str; 13] = [
    "maxLength",
    "minLength",
    "minimum",
    "maximum",
    "exclusiveMinimum",
    "exclusiveMaximum",
    "multipleOf",
    "maxItems",
    "minItems",
    "uniqueItems",
    "maxProperties",
    "minProperties",
    "pattern",
];
