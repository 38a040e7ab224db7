//! One file per rule. [`RULES`](super::RULES) has them in order.

pub(super) mod borrowed_info;
pub(super) mod clashing_parts;
pub(super) mod copied_text;
pub(super) mod dangling_reference;
pub(super) mod described_values;
pub(super) mod endless_types;
pub(super) mod example_body;
pub(super) mod example_types;
pub(super) mod example_values;
pub(super) mod fallback_types;
pub(super) mod field_table;
pub(super) mod fixed_query;
pub(super) mod foreign_name;
pub(super) mod host_parts;
pub(super) mod https;
pub(super) mod identifiers;
pub(super) mod joined_lists;
pub(super) mod mentioned_values;
pub(super) mod missing_security;
pub(super) mod name_conventions;
pub(super) mod odd_pair;
pub(super) mod odd_spelling;
pub(super) mod opaque_replies;
pub(super) mod path_parameters;
pub(super) mod path_required;
pub(super) mod range_order;
pub(super) mod sent_credentials;
pub(super) mod several_names;
pub(super) mod siblings;
pub(super) mod table_in_name;
pub(super) mod telling_names;
pub(super) mod transport_headers;
pub(super) mod undescribed_fields;
pub(super) mod unselective_delete;
pub(super) mod unusable_host;
pub(super) mod vendor_extensions;

/// What nearly every rule needs.
mod prelude {
    pub(super) use std::ops::Range;

    pub(super) use serde_json::Value;

    pub(super) use crate::draft::evidence::{EvidenceId, Ledger, Rank};
    pub(super) use crate::draft::{
        Draft, Field, Format, Kind, Limit, ListStyle, Operation, Parameter, Place, Shape,
    };
    pub(super) use crate::read::tree::{Part, Site};
    pub(super) use crate::repair::Rule;

    /// A value with a name, wherever it travels.
    pub(super) struct Named<'d> {
        /// Its name on the wire.
        pub(super) name: &'d str,
        /// Where it travels; `None` for a field.
        pub(super) place: Option<Place>,
        /// What is known of it.
        pub(super) shape: &'d mut Shape,
    }

    /// Calls `visit` for every parameter and every field of the document.
    pub(super) fn for_each_value(draft: &mut Draft, visit: &mut dyn FnMut(Named<'_>)) {
        for operation in &mut draft.operations {
            for parameter in &mut operation.parameters {
                visit(Named {
                    name: &parameter.name,
                    place: Some(parameter.place),
                    shape: &mut parameter.shape,
                });
            }
            for_each_field(&mut operation.body.shape, visit);
            for shape in operation
                .replies
                .iter_mut()
                .filter_map(|reply| reply.shape.as_mut())
            {
                for_each_field(shape, visit);
            }
        }
        for definition in &mut draft.definitions {
            for_each_field(&mut definition.shape, visit);
        }
    }

    fn for_each_field(shape: &mut Shape, visit: &mut dyn FnMut(Named<'_>)) {
        shape.each_mut(&mut |shape| {
            for field in &mut shape.fields {
                visit(Named {
                    name: &field.name,
                    place: None,
                    shape: &mut field.shape,
                });
            }
        });
    }

    /// A part of the text at `site`; `range` is in that text.
    pub(super) fn part(site: &Site, label: &str, range: Range<usize>) -> Site {
        Site {
            node: site.node,
            part: Some(Part {
                label: label.to_owned(),
                range,
            }),
        }
    }

    /// A name without its spelling: `groupKey`, `group_key` and `groupkey` have the same one.
    pub(super) fn spelling_key(name: &str) -> String {
        name.chars()
            .filter(|c| c.is_alphanumeric())
            .flat_map(char::to_lowercase)
            .collect()
    }

    /// The names in the braces of a path template.
    pub(super) fn template_names(path: &str) -> impl Iterator<Item = &str> {
        path.split('{')
            .skip(1)
            .filter_map(|rest| rest.split_once('}').map(|(name, _)| name))
    }
}
