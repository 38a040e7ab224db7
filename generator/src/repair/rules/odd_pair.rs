use super::prelude::*;

/// A range is named differently in one place.
pub(crate) static RULE: Rule = Rule {
    name: "odd-pair",
    explanation: "Start and end of a range are named after different things (`starttime` beside \
        `endDate`), or the start has another name than the same end has elsewhere in the document. \
        One of the spellings is probably wrong; the client sends what the document says.",
    example: "paths:\n  /visits:\n    get: {parameters: [{in: query, name: startDate}, {in: query, name: endDate}]}\n  /pets:\n    get: {parameters: [{in: query, name: starttime}, {in: query, name: endDate}]}\n",
    apply,
};

fn apply(draft: &mut Draft, ledger: &mut Ledger) {
    let starts: Vec<(String, String)> = draft
        .operations
        .iter()
        .flat_map(|operation| pairs(operation, ledger))
        .collect();
    for operation in &mut draft.operations {
        for (start, end) in pairs(operation, ledger) {
            let usual = format!("start{}", &end[3..]);
            let elsewhere = starts.iter().any(|(s, e)| *s == usual && *e == end);
            if start == usual || !elsewhere {
                continue;
            }
            let Some(parameter) = operation.parameters.iter().find(|p| p.name == start) else {
                continue;
            };
            let site = parameter.site.clone();
            let doubt =
                format!("`{start}` stands beside `{end}`, which goes with `{usual}` elsewhere");
            let evidence = ledger.add(Rank::Convention, RULE.name, site, doubt.clone());
            operation.doubts.claim(doubt, evidence);
        }
    }
}

/// Parameters that begin with `start`, each with the one that begins with `end`.
fn pairs(operation: &Operation, ledger: &Ledger) -> Vec<(String, String)> {
    let of = |prefix: &'static str| {
        operation
            .present(ledger)
            .map(|p| p.name.clone())
            .filter(move |name| name.starts_with(prefix))
    };
    of("end")
        .flat_map(|end| of("start").map(move |start| (start, end.clone())))
        .collect()
}
