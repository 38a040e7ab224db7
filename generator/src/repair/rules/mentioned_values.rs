use super::prelude::*;
use crate::repair::text::mention::mentions;

/// The prose of an operation names values of its fields.
pub(crate) static RULE: Rule = Rule {
    name: "mentioned-values",
    explanation: "Besides its table, the text of an operation names values of fields: \"set status \
        to 'suspended'\", \"you may pass 'G2W' or 'G2T' as productType\", or a list in brackets that \
        repeats at least two values of a field. They join the values that the table lists, and \
        where the two differ, that is a contest in the report.",
    example: "post:\n  description: |\n    Adds a product (G2M, G2W, OPENVOICE).\n\n    | Field   | Description                  |\n    |---------|------------------------------|\n    | product | Must be one of: G2M, G2W, OV |\n",
    apply,
};

/// So many values must be shared before a list without an owner is taken for a field's.
const SHARED: usize = 2;

fn apply(draft: &mut Draft, ledger: &mut Ledger) {
    for operation in &mut draft.operations {
        let Some(description) = operation.description.winner(ledger).cloned() else {
            continue;
        };
        let site = ledger.get(description.evidence).site.clone();
        let tables: Vec<_> = operation
            .read
            .claims()
            .iter()
            .map(|c| c.value.clone())
            .collect();
        let fields = &mut operation.body.shape.fields;
        let names: Vec<_> = fields.iter().map(|field| field.name.clone()).collect();
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        for mention in mentions(&description.value, &names) {
            if tables
                .iter()
                .any(|table| table.contains(&mention.range.start))
            {
                continue;
            }
            let owner = fields.iter_mut().find(|field| match &mention.field {
                Some(name) => field.name == *name && !field.shape.values.is_empty(),
                None => shared(&field.shape, &mention.values) >= SHARED,
            });
            let Some(field) = owner else { continue };
            let words = description
                .value
                .get(mention.range.clone())
                .unwrap_or_default();
            let because = format!("the text says \"{}\"", words.trim());
            let site = part(&site, "text", mention.range);
            let evidence = ledger.add(Rank::Phrased, RULE.name, site, because);
            field.shape.values.claim(mention.values, evidence);
        }
    }
}

fn shared(shape: &Shape, values: &[String]) -> usize {
    let known = || shape.values.claims().iter().flat_map(|claim| &claim.value);
    values
        .iter()
        .filter(|value| known().any(|other| other == *value))
        .count()
}
