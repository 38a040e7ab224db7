use std::collections::BTreeMap;

use super::prelude::*;

/// Extensions that nobody here understands.
pub(crate) static RULE: Rule = Rule {
    name: "vendor-extensions",
    explanation: "Keys that begin with `x-` are extensions of whoever wrote the document. Those that \
        are not understood are not read; the report lists them, since one of them may say that the \
        document is not complete.",
    example: "x-complete: 0\n",
    apply,
};

fn apply(draft: &mut Draft, ledger: &mut Ledger) {
    let mut found: BTreeMap<&str, (usize, &Site)> = BTreeMap::new();
    for (name, site) in &draft.extensions {
        found.entry(name).or_insert((0, site)).0 += 1;
    }
    for (name, (count, site)) in found {
        let times = if count == 1 {
            String::new()
        } else {
            format!(", {count} times")
        };
        let doubt = format!("the extension `{name}` is not read{times}");
        let evidence = ledger.add(Rank::Convention, RULE.name, site.clone(), doubt.clone());
        draft.doubts.claim(doubt, evidence);
    }
}
