use super::prelude::*;

/// A reference to a schema that does not exist says nothing.
pub(crate) static RULE: Rule = Rule {
    name: "dangling-reference",
    explanation: "A `$ref` names a schema that the document does not hold. Two references to the \
        same missing schema need not mean the same thing, so no type is made of it: the value is \
        taken as any JSON, unless something else (a field table in the description) describes it.",
    example: "parameters:\n- in: body\n  name: body\n  schema: {$ref: '#/definitions/missing'}\n",
    apply,
};

fn apply(draft: &mut Draft, ledger: &mut Ledger) {
    let mut mend = |shape: &mut Shape| {
        let dangling = shape
            .reference
            .as_ref()
            .and_then(|reference| Some((reference, reference.target.err()?)));
        if let Some((reference, nowhere)) = dangling {
            let because = format!("`{}` {nowhere}", reference.pointer);
            let site = reference.site.clone();
            let evidence = ledger.add(Rank::Fallback, RULE.name, site, because);
            shape.kind.claim(Kind::Any, evidence);
        }
    };
    for operation in &mut draft.operations {
        operation.body.shape.each_mut(&mut mend);
        for parameter in &mut operation.parameters {
            parameter.shape.each_mut(&mut mend);
        }
        for shape in operation
            .replies
            .iter_mut()
            .filter_map(|reply| reply.shape.as_mut())
        {
            shape.each_mut(&mut mend);
        }
    }
    for definition in &mut draft.definitions {
        definition.shape.each_mut(&mut mend);
    }
}
