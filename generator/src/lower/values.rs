//! `enum`: the values that something can have, what they are called, and what they mean.
//!
//! The specification has no names for values; extensions do. Those that are read are in the table of
//! [`vendor`](super::vendor).

use super::{Lowering, codes};
use crate::draft::evidence::Slot;
use crate::draft::{Kind, Label, Shape};
use crate::read::NodeRef;
use crate::read::tree::Value;

/// What a list of values says.
pub(super) struct Listed {
    /// The values, as they travel in text.
    pub(super) values: Slot<Vec<String>>,
    /// What they are called, and what they mean.
    pub(super) labels: Vec<Label>,
    /// The type that all of them have, where the schema says none.
    pub(super) kind: Option<Kind>,
}

impl<'t> Lowering<'t> {
    /// The values of `enum`; other scalars count by their spelling, as they travel.
    pub(super) fn listed(&mut self, node: NodeRef<'t>) -> Listed {
        let items = self.list(node, "enum", "a list of values");
        let scalars: Vec<_> = items
            .into_iter()
            .filter(|item| item.scalar().is_some())
            .collect();
        let mut found = Listed {
            values: Slot::default(),
            labels: self.labels(node, &scalars),
            kind: kind(&scalars),
        };
        let values: Vec<_> = scalars
            .iter()
            .filter_map(|item| item.scalar().map(str::to_owned))
            .collect();
        if let Some(list) = node.get("enum").filter(|_| !values.is_empty()) {
            found.values.claim(values, self.ledger.stated(list.site()));
        } else if let Some(named) = node.get("x-ms-enum").filter(|_| !found.labels.is_empty()) {
            let values = found.labels.iter().map(|label| label.wire.clone());
            found
                .values
                .claim(values.collect(), self.ledger.stated(named.site()));
        }
        found
    }

    /// What extensions say of the values.
    fn labels(&mut self, node: NodeRef<'t>, values: &[NodeRef<'t>]) -> Vec<Label> {
        let told = node
            .get("x-ms-enum")
            .and_then(|named| named.get("values"))
            .into_iter()
            .flat_map(NodeRef::items);
        let text = |node: NodeRef<'t>, member: &str| {
            let text = node.get(member).and_then(NodeRef::scalar);
            text.map(str::to_owned)
                .filter(|text| !text.trim().is_empty())
        };
        let mut labels: Vec<Label> = told
            .filter_map(|value| {
                Some(Label {
                    wire: value.get("value")?.scalar()?.to_owned(),
                    name: text(value, "name"),
                    description: text(value, "description"),
                })
            })
            .collect();
        let names = self.beside(node, &["x-enum-varnames", "x-enumNames"], values.len());
        let words = self.beside(
            node,
            &["x-enum-descriptions", "x-enumDescriptions"],
            values.len(),
        );
        for (at, value) in values.iter().enumerate() {
            let Some(wire) = value.scalar() else { continue };
            let said = |all: &[NodeRef<'t>]| all.get(at)?.scalar().map(str::to_owned);
            let (name, description) = (said(&names), said(&words));
            if name.is_none() && description.is_none() {
                continue;
            }
            match labels.iter_mut().find(|label| label.wire == wire) {
                Some(label) => {
                    label.name = label.name.take().or(name);
                    label.description = label.description.take().or(description);
                }
                None => labels.push(Label {
                    wire: wire.to_owned(),
                    name,
                    description,
                }),
            }
        }
        labels
    }

    /// The items of a list that stands beside `enum` and has one for each value.
    fn beside(&mut self, node: NodeRef<'t>, members: &[&str], count: usize) -> Vec<NodeRef<'t>> {
        let mut found = members.iter().filter_map(|member| node.get(member));
        let Some(list) = found.next() else {
            return Vec::new();
        };
        let items: Vec<_> = list.items().collect();
        if items.len() != count {
            let message = format!("{count} values have {} names or descriptions", items.len());
            self.diagnose(&codes::UNEVEN_VALUES, list, message, "left out");
            return Vec::new();
        }
        items
    }

    /// The name that an extension gives to the type of a list of values.
    pub(super) fn values_name(&mut self, node: NodeRef<'t>) -> Slot<String> {
        match node.get("x-ms-enum") {
            Some(named) => self.text(named, "name"),
            None => Slot::default(),
        }
    }
}

/// The type that all values of a list have; any where they have several.
fn kind(values: &[NodeRef<'_>]) -> Option<Kind> {
    let kinds = values.iter().map(|value| match value.value() {
        Value::Bool(_) => Kind::Boolean,
        Value::Number(text) if text.parse::<i64>().is_ok() => Kind::Integer,
        Value::Number(_) => Kind::Number,
        _ => Kind::Text,
    });
    kinds.reduce(|one, other| match (one, other) {
        (one, other) if one == other => one,
        (Kind::Integer | Kind::Number, Kind::Integer | Kind::Number) => Kind::Number,
        _ => Kind::Any,
    })
}

impl Shape {
    /// Takes what a list of values says. Beside the type of a list, it is said of what the list holds.
    pub(super) fn take_values(&mut self, listed: Listed) {
        let is_list = |kind: Kind| kind == Kind::List;
        let kind = self.kind.claims().first().map(|claim| claim.value);
        let shape = match &mut self.items {
            Some(items) if kind.is_some_and(is_list) && items.values.is_empty() => &mut **items,
            _ => self,
        };
        if let (Some(found), Some(claim), true) = (
            listed.kind,
            listed.values.claims().first(),
            shape.kind.is_empty() && shape.reference.is_none(),
        ) {
            // Text needs no claim: it is what a list of values is.
            if found != Kind::Text {
                shape.kind.claim(found, claim.evidence);
            }
        }
        shape.values = listed.values;
        shape.labels = listed.labels;
    }
}
