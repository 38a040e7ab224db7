use std::collections::BTreeSet;

use super::prelude::*;

/// Names in `required` of fields that nobody describes.
pub(crate) static RULE: Rule = Rule {
    name: "undescribed-fields",
    explanation: "`required` names a field that neither the schema nor what it inherits describes. It may \
        be a slip of the pen for one of the others, so no field is made of it; `extra`, which every \
        object has, sends it and reads it.",
    example: "definitions:\n  Dog:\n    required: [nmae]\n    properties: {name: {type: string}}\n",
    apply,
};

fn apply(draft: &mut Draft, ledger: &mut Ledger) {
    let mut found = BTreeSet::new();
    for shape in draft.values() {
        for (name, by) in draft.whole(shape, ledger).undescribed {
            found.insert((by.site.node, name.to_owned()));
        }
    }
    for (node, name) in found {
        let doubt = format!("`{name}` is required, and no field of that name is described");
        let evidence = ledger.add(Rank::Convention, RULE.name, node, doubt.clone());
        draft.doubts.claim(doubt, evidence);
    }
}
