use super::prelude::*;

/// Two operations have the same description or table.
pub(crate) static RULE: Rule = Rule {
    name: "copied-text",
    explanation: "Two operations on different paths have the same description, or the rows of one \
        field table stand again in another. One of them was probably copied and never adapted, so \
        its text may speak of the other operation.",
    example: "paths:\n  /pets:\n    get: {description: Gets the pet with that e-mail address.}\n  /pets/{petId}:\n    get: {description: Gets the pet with that e-mail address.}\n",
    apply,
};

/// So many equal rows make a copied table.
const ROWS: usize = 3;

fn apply(draft: &mut Draft, ledger: &mut Ledger) {
    let mut doubts: Vec<(usize, String)> = Vec::new();
    for one in 0..draft.operations.len() {
        for other in 0..one {
            if draft.operations[one].path != draft.operations[other].path
                && let Some(text) = shared_text(draft, ledger, one, other)
            {
                let (copy, source) = order(draft, one, other, |o| named_in(o, &text, ledger));
                let source = draft.operations[source].key();
                doubts.push((copy, format!("its description is also that of `{source}`")));
            }
            if copied_rows(draft, ledger, one, other) >= ROWS {
                // A table is written for what creates a thing, and copied for what changes it.
                let (copy, source) = order(draft, one, other, |o| usize::from(o.method == "POST"));
                let source = draft.operations[source].key();
                doubts.push((copy, format!("its field table repeats rows of `{source}`")));
            }
        }
    }
    for (number, doubt) in doubts {
        let operation = &mut draft.operations[number];
        let site = operation.site.clone();
        let evidence = ledger.add(Rank::Phrased, RULE.name, site, doubt.clone());
        operation.doubts.claim(doubt, evidence);
    }
}

/// The description that two operations have in common.
fn shared_text(draft: &Draft, ledger: &Ledger, one: usize, other: usize) -> Option<String> {
    let text = |number: usize| draft.operations[number].description.value(ledger);
    text(one)
        .filter(|found| !found.is_empty() && text(other) == Some(*found))
        .cloned()
}

/// Which of two was copied from which: the one with the higher score was there first, and of
/// equals the one whose key comes first, so that the order of the document decides nothing.
fn order(
    draft: &Draft,
    one: usize,
    other: usize,
    score: impl Fn(&Operation) -> usize,
) -> (usize, usize) {
    let rank = |number: usize| {
        let operation = &draft.operations[number];
        (std::cmp::Reverse(score(operation)), operation.key())
    };
    if rank(one) < rank(other) {
        (other, one)
    } else {
        (one, other)
    }
}

/// How many of an operation's parameters a text speaks of.
fn named_in(operation: &Operation, text: &str, ledger: &Ledger) -> usize {
    operation
        .present(ledger)
        .filter(|parameter| text.contains(&parameter.name))
        .count()
}

/// How many tabled rows of two operations are the same.
fn copied_rows(draft: &Draft, ledger: &Ledger, one: usize, other: usize) -> usize {
    let rows = |number: usize| {
        let operation = &draft.operations[number];
        let tabled = !operation.read.is_empty();
        operation.body.shape.fields.iter().filter(move |_| tabled)
    };
    rows(one)
        .filter(|field| {
            rows(other).any(|twin| {
                twin.name == field.name
                    && twin.shape.description.value(ledger) == field.shape.description.value(ledger)
            })
        })
        .count()
}
