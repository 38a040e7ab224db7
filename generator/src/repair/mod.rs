//! What the document leaves out: an ordered list of rules that add claims to the
//! [`Draft`].
//!
//! A rule is a function in a file of its own under `rules/`. It reads what is claimed so far, and
//! text through the pure functions of [`text`], and it only ever adds claims.

mod rules;
pub mod text;

use crate::draft::Draft;
use crate::draft::evidence::Ledger;

/// A rule of repair.
#[derive(Debug)]
pub struct Rule {
    /// Its name, in words joined by hyphens; reports and `explain` know it by that.
    pub name: &'static str,
    /// What it repairs and why that is safe, in a few sentences of Markdown.
    pub explanation: &'static str,
    /// A few lines of a document that need it.
    pub example: &'static str,
    /// Adds its claims.
    pub apply: fn(&mut Draft, &mut Ledger),
}

/// The rules, in the order in which they are applied.
pub const RULES: &[&Rule] = &[
    // What is there at all.
    &rules::transport_headers::RULE,
    &rules::fixed_query::RULE,
    // A name in its place is one that may stand in the path.
    &rules::table_in_name::RULE,
    &rules::several_names::RULE,
    &rules::path_parameters::RULE,
    &rules::path_required::RULE,
    // Before a document without security is given one: only what it says itself counts here.
    &rules::sent_credentials::RULE,
    &rules::dangling_reference::RULE,
    &rules::field_table::RULE,
    &rules::example_body::RULE,
    &rules::endless_types::RULE,
    // Types and values, from the strongest source to the weakest: a later rule only looks at
    // what no earlier one could tell.
    &rules::joined_lists::RULE,
    &rules::described_values::RULE,
    &rules::example_types::RULE,
    &rules::mentioned_values::RULE,
    &rules::example_values::RULE,
    &rules::name_conventions::RULE,
    &rules::siblings::RULE,
    &rules::telling_names::RULE,
    &rules::identifiers::RULE,
    &rules::fallback_types::RULE,
    &rules::opaque_replies::RULE,
    // The document as a whole.
    &rules::range_order::RULE,
    // A host in its place is one that may need `https`.
    &rules::host_parts::RULE,
    &rules::https::RULE,
    &rules::missing_security::RULE,
    // What only looks wrong.
    &rules::vendor_extensions::RULE,
    &rules::unusable_host::RULE,
    &rules::borrowed_info::RULE,
    &rules::clashing_parts::RULE,
    &rules::copied_text::RULE,
    &rules::foreign_name::RULE,
    &rules::odd_pair::RULE,
    &rules::odd_spelling::RULE,
    &rules::undescribed_fields::RULE,
    &rules::unselective_delete::RULE,
];
