use super::prelude::*;

/// Path parameters are required.
pub(crate) static RULE: Rule = Rule {
    name: "path-required",
    explanation: "A URL can't be built without its path parameters, so the specification wants \
        `required: true` on each (Swagger 2.0, Parameter Object). Where it is missing, it is added.",
    example: "parameters:\n- {in: path, name: petId}\n",
    apply,
};

fn apply(draft: &mut Draft, ledger: &mut Ledger) {
    for parameter in draft.operations.iter_mut().flat_map(|o| &mut o.parameters) {
        if parameter.place == Place::Path && !parameter.required.is_true(ledger) {
            let because = "a path parameter is always required";
            let evidence = ledger.add(Rank::Law, RULE.name, parameter.site.clone(), because);
            parameter.required.claim(true, evidence);
        }
    }
}
