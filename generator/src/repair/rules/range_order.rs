use super::prelude::*;
use crate::names::Words;

/// Start comes before end.
pub(crate) static RULE: Rule = Rule {
    name: "range-order",
    explanation: "Documents that were sorted by machine list `endDate` before `startDate`. People \
        read a range from its start, so documentation and arguments do too. The client takes both by \
        name, so that they can't be swapped.",
    example: "parameters:\n- {in: query, name: endDate}\n- {in: query, name: startDate}\n",
    apply,
};

/// Words that begin a range, with those that end it.
const PAIRS: [(&str, &str); 4] = [
    ("start", "end"),
    ("from", "to"),
    ("begin", "end"),
    ("min", "max"),
];

fn apply(draft: &mut Draft, ledger: &mut Ledger) {
    for operation in &mut draft.operations {
        let mut parameters: Vec<(String, [Ends; PAIRS.len()])> = operation
            .present(ledger)
            .map(|parameter| (parameter.name.clone(), ends(&parameter.name)))
            .collect();
        let mut swapped = Vec::new();
        for end in 0..parameters.len() {
            let start = (end + 1..parameters.len())
                .find(|&start| is_pair(&parameters[start].1, &parameters[end].1));
            if let Some(start) = start {
                swapped.push(format!(
                    "`{}` before `{}`",
                    parameters[end].0, parameters[start].0
                ));
                parameters[end..=start].rotate_right(1);
            }
        }
        if !swapped.is_empty() {
            let because = format!("the document lists {}", swapped.join(", "));
            let site = operation.site.clone();
            let evidence = ledger.add(Rank::Convention, RULE.name, site, because);
            let names = parameters.into_iter().map(|(name, _)| name).collect();
            operation.order.claim(names, evidence);
        }
    }
}

/// Which ends of a pair a name could be.
#[derive(Clone, Copy)]
struct Ends {
    start: bool,
    end: bool,
}

/// For each pair, which ends of it a name could be. Names are read once, not once for every other
/// name: there are operations with thousands.
fn ends(name: &str) -> [Ends; PAIRS.len()] {
    let words = Words::of(name);
    let fold = words.fold();
    // A short word that is only the beginning of another (`to` in `token`) begins no range.
    let begins =
        |with: &str| words.first() == Some(with) || (with.len() > 2 && fold.starts_with(with));
    PAIRS.map(|(start, end)| Ends {
        start: begins(start),
        end: begins(end),
    })
}

/// Whether two names are start and end of one range, as in `starttime` and `endDate`.
fn is_pair(start: &[Ends], end: &[Ends]) -> bool {
    start
        .iter()
        .zip(end)
        .any(|(start, end)| start.start && end.end)
}
