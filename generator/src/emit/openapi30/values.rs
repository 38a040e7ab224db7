//! Lists of values, with the names that the document has for them.

use serde_json::{Value, json};

use crate::model::{Named, Variant};

/// An open list, in the way in which OpenAPI 3.0 says that.
pub(super) fn list(named: &Named, variants: &[Variant]) -> Value {
    let ty = if named.numbers { "integer" } else { "string" };
    let value = |variant: &Variant| match variant.wire.parse::<i64>() {
        Ok(number) if named.numbers => json!(number),
        _ => json!(variant.wire),
    };
    let values: Vec<_> = variants.iter().map(value).collect();
    let mut known = json!({ "type": ty, "enum": values });
    if variants.iter().any(|variant| variant.hint.is_some()) {
        let all: Vec<_> = variants.iter().map(|variant| &variant.name).collect();
        known["x-enum-varnames"] = json!(all);
    }
    if variants.iter().any(|variant| variant.description.is_some()) {
        let words = variants.iter().map(|variant| &variant.description);
        let words: Vec<_> = words
            .map(|text| text.as_deref().unwrap_or_default())
            .collect();
        known["x-enum-descriptions"] = json!(words);
    }
    json!({ "anyOf": [known, { "type": ty }] })
}
