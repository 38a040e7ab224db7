use super::prelude::*;

/// A DELETE whose only selector is optional.
pub(crate) static RULE: Rule = Rule {
    name: "unselective-delete",
    explanation: "A DELETE on a collection selects what it deletes by a query parameter, and that \
        parameter is not required. Without it the call would delete everything, or be refused. If it \
        is required, say so in the overlay, and the client will ask for it.",
    example: "delete:\n  parameters:\n  - {in: query, name: email}\n",
    apply,
};

fn apply(draft: &mut Draft, ledger: &mut Ledger) {
    for operation in draft.operations.iter_mut().filter(|o| o.method == "DELETE") {
        let selects = operation.path.ends_with('}')
            || operation
                .present(ledger)
                .any(|p| p.place != Place::Path && p.required.is_true(ledger));
        let optional = operation.present(ledger).find(|p| p.place == Place::Query);
        let Some(parameter) = optional.filter(|_| !selects) else {
            continue;
        };
        let doubt = format!(
            "`{}` alone selects what is deleted, and is optional",
            parameter.name
        );
        let site = parameter.site.clone();
        let evidence = ledger.add(Rank::Convention, RULE.name, site, doubt.clone());
        operation.doubts.claim(doubt, evidence);
    }
}
