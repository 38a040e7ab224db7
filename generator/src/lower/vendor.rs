//! Extensions of others (`x-…`) that are understood, in one table.
//!
//! Those that are in it are read where they stand, or are known to say nothing that a client needs; any
//! other is told by the rule `vendor-extensions`.

/// An extension that is understood.
#[derive(Debug)]
pub struct Vendor {
    /// Its key.
    pub key: &'static str,
    /// What it stands on.
    pub on: &'static str,
    /// What it becomes.
    pub becomes: &'static str,
    /// The case that shows it; empty for one that becomes nothing.
    pub case: &'static str,
}

/// The extensions that are understood.
#[rustfmt::skip]
pub const VENDORS: &[Vendor] = &[
    vendor("x-nullable", "a schema", "the same as `nullable` in OpenAPI 3.0: `null` can be sent", "document/nullable"),
    vendor("x-ms-enum", "a schema with `enum`", "the `name` of the type, and of its `values`, by their `value`, `name` and `description`; the list stays open whatever `modelAsString` says", "document/named-values"),
    vendor("x-enum-varnames", "a schema with `enum`", "names of its values, in their order", "document/named-values"),
    vendor("x-enumNames", "a schema with `enum`", "the same", "document/named-values"),
    vendor("x-enum-descriptions", "a schema with `enum`", "descriptions of its values, in their order", "document/named-values"),
    vendor("x-enumDescriptions", "a schema with `enum`", "the same", "document/named-values"),
    vendor("x-ms-discriminator-value", "a definition", "what its values call themselves, where that is not its name", "document/inheritance"),
    vendor("x-example", "a schema or a parameter", "an example in its documentation, where it has no `example`", "document/vendor-words"),
    vendor("x-examples", "a schema or a parameter", "the same: the first of its values", "document/vendor-words"),
    vendor("x-deprecated", "an operation, a parameter or a field", "the same as `deprecated`; a text is the reason", "document/vendor-words"),
    vendor("x-is-deprecated", "an operation, a parameter or a field", "the same as `deprecated`", "document/vendor-words"),
    vendor("x-ms-parameter-location", "a parameter", "nothing: each call takes its own values", ""),
    vendor("x-ms-client-name", "a parameter or a field", "nothing: names are those of the wire, which the documentation of the service speaks of", ""),
    vendor("x-ms-client-flatten", "a field", "nothing: types are as they travel", ""),
    vendor("x-go-name", "a schema", "nothing: it is a name in another language", ""),
    vendor("x-omitempty", "a field", "nothing: what is not set is not sent", ""),
];

const fn vendor(
    key: &'static str,
    on: &'static str,
    becomes: &'static str,
    case: &'static str,
) -> Vendor {
    Vendor {
        key,
        on,
        becomes,
        case,
    }
}

/// Whether an extension is in the table.
pub(super) fn is_known(key: &str) -> bool {
    VENDORS.iter().any(|vendor| vendor.key == key)
}
