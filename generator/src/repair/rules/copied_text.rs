use std::collections::BTreeMap;

use super::prelude::*;

/// Two operations have the same description or table.
pub(crate) static RULE: Rule = Rule {
    name: "copied-text",
    explanation: "Two operations on different paths have the same description, or the rows of one \
        field table stand again in another. One of them was probably copied and never adapted, so \
        its text may speak of the other operation.",
    example: "/pets and /pets/{id} both say: Gets the pet with that e-mail address.\n",
    apply,
};

/// So many equal rows make a copied table.
const ROWS: usize = 3;

fn apply(draft: &mut Draft, ledger: &mut Ledger) {
    let mut texts: BTreeMap<String, usize> = BTreeMap::new();
    let mut doubts = Vec::new();
    for (number, operation) in draft.operations.iter().enumerate() {
        let Some(text) = operation.description.value(ledger).filter(|text| !text.is_empty()) else {
            continue;
        };
        // A text that speaks of one of several operations was written for the one it fits.
        match texts.get(text) {
            Some(&first) if draft.operations[first].path != operation.path => {
                let first = draft.operations[first].key();
                doubts.push((number, format!("its description is also that of `{first}`")));
            }
            Some(_) => {}
            None => {
                texts.insert(text.clone(), number);
            }
        }
    }
    for number in 0..draft.operations.len() {
        for earlier in 0..number {
            if copied_rows(draft, ledger, earlier, number) >= ROWS {
                let earlier = draft.operations[earlier].key();
                let doubt = format!("its field table repeats the rows of `{earlier}`");
                doubts.push((number, doubt));
                break;
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
