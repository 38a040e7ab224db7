use super::prelude::*;

/// Where nothing tells a type.
pub(crate) static RULE: Rule = Rule {
    name: "fallback-types",
    explanation: "Nothing tells the type of a value. A parameter is taken as text, since everything \
        in a URL or a header is text; a field as any JSON value, so that whatever the service wants \
        can be sent.",
    example: "parameters:\n- {in: query, name: q}\n",
    apply,
};

fn apply(draft: &mut Draft, ledger: &mut Ledger) {
    for_each_value(draft, &mut |value| {
        let shape = &mut *value.shape;
        let described = !shape.fields.is_empty()
            || shape.items.is_some()
            || shape.entries.is_some()
            || !shape.parts.is_empty()
            || !shape.identifies.is_empty();
        if !shape.is_untyped() || described {
            return;
        }
        let (kind, because) = match value.place {
            Some(_) => (Kind::Text, "a parameter travels as text"),
            None => (
                Kind::Any,
                "nothing tells its type, so that anything can be sent",
            ),
        };
        let evidence = ledger.add(Rank::Fallback, RULE.name, shape.site.clone(), because);
        shape.kind.claim(kind, evidence);
    });
}
