use std::collections::BTreeSet;

use super::prelude::*;

/// Parts of one object that contradict each other.
pub(crate) static RULE: Rule = Rule {
    name: "clashing-parts",
    explanation: "A schema is several schemas at once (`allOf`), and two of them have a field of one name \
        and of different types, so that no value could be both. The field is taken as any JSON, which \
        reads whatever the service sends. Two that agree, or of which one says more, are one field and no \
        contradiction; a number wins over a whole number.",
    example: "definitions:\n  Dog:\n    allOf:\n    - properties: {name: {type: string}}\n    - properties: {name: {type: integer}}\n",
    apply,
};

fn apply(draft: &mut Draft, ledger: &mut Ledger) {
    let mut found = BTreeSet::new();
    for shape in draft.values() {
        for whole in draft.whole(shape, ledger).fields {
            let Some(other) = whole.contradicts else {
                continue;
            };
            let kind = |field: &Field| draft.kind(&field.shape, ledger);
            let (Some(one), Some(another)) = (kind(whole.field), kind(other)) else {
                continue;
            };
            let doubt = format!(
                "two schemas that a value is at once contradict each other: `{}` is {one} in one and \
                 {another} in the other, and is taken as any JSON",
                whole.field.name
            );
            found.insert((other.site.node, doubt));
        }
    }
    for (node, doubt) in found {
        let evidence = ledger.add(Rank::Convention, RULE.name, node, doubt.clone());
        draft.doubts.claim(doubt, evidence);
    }
}
