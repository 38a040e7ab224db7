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
        let mut names: Vec<String> = operation
            .present(ledger)
            .map(|parameter| parameter.name.clone())
            .collect();
        let mut swapped = Vec::new();
        for end in 0..names.len() {
            let start = (end + 1..names.len()).find(|&start| is_pair(&names[start], &names[end]));
            if let Some(start) = start {
                swapped.push(format!("`{}` before `{}`", names[end], names[start]));
                names[end..=start].rotate_right(1);
            }
        }
        if !swapped.is_empty() {
            let because = format!("the document lists {}", swapped.join(", "));
            let site = operation.site.clone();
            let evidence = ledger.add(Rank::Convention, RULE.name, site, because);
            operation.order.claim(names, evidence);
        }
    }
}

/// Whether two names are start and end of one range, as in `starttime` and `endDate`.
fn is_pair(start: &str, end: &str) -> bool {
    let (start, end) = (Words::of(start), Words::of(end));
    // A short word that is only the beginning of another (`to` in `token`) begins no range.
    let begins = |words: &Words, with: &str| {
        words.first() == Some(with) || (with.len() > 2 && words.fold().starts_with(with))
    };
    PAIRS
        .iter()
        .any(|(first, last)| begins(&start, first) && begins(&end, last))
}
