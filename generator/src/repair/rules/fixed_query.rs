use super::prelude::*;

/// What the query of a path says is no argument.
pub(crate) static RULE: Rule = Rule {
    name: "fixed-query",
    explanation: "A path that goes on with a query (`/pets?comp=list`) says it in every call. A \
        parameter of that name whose only value is the one that stands there is no argument: the \
        client would send it twice.",
    example: "paths:\n  /pets?comp=list:\n    get:\n      parameters:\n      - {in: query, name: \
        comp, type: string, enum: [list]}\n",
    apply,
};

fn apply(draft: &mut Draft, ledger: &mut Ledger) {
    for operation in &mut draft.operations {
        let query = operation
            .path
            .split_once('?')
            .map_or("", |(_, query)| query);
        let query = query.split('#').next().unwrap_or_default();
        let fixed: Vec<_> = query
            .split('&')
            .filter_map(|pair| pair.split_once('='))
            .collect();
        for parameter in &mut operation.parameters {
            let Some(values) = parameter.shape.values.value(ledger) else {
                continue;
            };
            let is_it = |(name, value): &(&str, &str)| {
                *name == parameter.name && values.iter().all(|one| one == value)
            };
            if parameter.place == Place::Query && fixed.iter().any(is_it) {
                let because = format!("`{}` says it already", operation.path);
                let evidence = ledger.add(Rank::Law, RULE.name, parameter.site.clone(), because);
                parameter.present.claim(false, evidence);
            }
        }
    }
}
