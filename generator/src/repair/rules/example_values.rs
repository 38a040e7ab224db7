use super::prelude::*;

/// An example that is not in the list of values.
pub(crate) static RULE: Rule = Rule {
    name: "example-values",
    explanation: "A field lists its values, and its example is none of them: one of the two is \
        wrong, or the list is not complete. The example joins the list, and the report shows both \
        sides. An example that differs only by capitals from a listed value is reported without \
        becoming a variant of its own; the open enum can carry it all the same.",
    example: "definitions:\n  Visit:\n    properties: {info: {enum: [Hybrid, Free], example: Paid}}\n",
    apply,
};

fn apply(draft: &mut Draft, ledger: &mut Ledger) {
    for_each_value(draft, &mut |value| {
        let shape = &mut *value.shape;
        let Some(example) = shape.examples.winner(ledger).cloned() else {
            return;
        };
        let Value::String(text) = &example.value else {
            return;
        };
        let mut listed = shape.values.claims().iter().flat_map(|claim| &claim.value);
        if shape.values.is_empty() || listed.any(|known| known == text) {
            return;
        }
        let source = ledger.get(example.evidence).clone();
        let because = format!("the example is `{text}`, which the list does not have");
        let evidence = ledger.add(
            source.rank.min(Rank::Phrased),
            RULE.name,
            source.site,
            because,
        );
        shape.values.claim(vec![text.clone()], evidence);
    });
}
