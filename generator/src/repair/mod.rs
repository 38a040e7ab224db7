//! What the document leaves out: an ordered list of rules that add claims to the
//! [`Draft`](crate::draft::Draft).
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
pub const RULES: &[&Rule] = {
    use rules::*;
    &[
        // What is there at all.
        &transport_headers::RULE,
        &path_parameters::RULE,
        &path_required::RULE,
        &dangling_reference::RULE,
        &field_table::RULE,
        // Types and values, from the strongest source to the weakest: a later rule only looks at
        // what no earlier one could tell.
        &described_values::RULE,
        &example_types::RULE,
        &mentioned_values::RULE,
        &example_values::RULE,
        &name_conventions::RULE,
        &siblings::RULE,
        &identifiers::RULE,
        &fallback_types::RULE,
        &opaque_replies::RULE,
        // The document as a whole.
        &range_order::RULE,
        &https::RULE,
        &missing_security::RULE,
        // What only looks wrong.
        &vendor_extensions::RULE,
        &borrowed_info::RULE,
        &copied_text::RULE,
        &foreign_name::RULE,
        &odd_pair::RULE,
        &odd_spelling::RULE,
        &unselective_delete::RULE,
    ]
};
