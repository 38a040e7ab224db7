use std::collections::BTreeMap;

use super::prelude::*;

/// A name means the same thing everywhere in a document.
pub(crate) static RULE: Rule = Rule {
    name: "siblings",
    explanation: "A parameter without a type takes the type that parameters and fields of the same \
        name have elsewhere in the document, where they all agree and the document states one of \
        them. What was read into words elsewhere says nothing here: `customer` may be a flag in one \
        operation and an id in the next. Only that it is text is taken from anywhere.",
    example: "paths:\n  /pets:\n    get: {parameters: [{in: query, name: limit, type: integer}]}\n  /stores:\n    get: {parameters: [{in: query, name: limit}]}\n",
    apply,
};

/// A type somebody else has, where, and whether it is stated there: `None` where two disagree.
type Sibling = Option<(Kind, Option<Format>, Site, bool)>;

fn apply(draft: &mut Draft, ledger: &mut Ledger) {
    let mut siblings: BTreeMap<String, Sibling> = BTreeMap::new();
    for_each_value(draft, &mut |value| {
        let Some(claim) = value.shape.kind.winner(ledger) else {
            return;
        };
        let kind = claim.value;
        // Whatever else a text is, it takes what can be sent as one.
        let stated = ledger.rank(claim.evidence) >= Rank::Tabled
            || kind == Kind::Text && ledger.rank(claim.evidence) > Rank::Fallback;
        if !matches!(
            kind,
            Kind::Text | Kind::Integer | Kind::Number | Kind::Boolean
        ) {
            return;
        }
        let format = value.shape.format.value(ledger).cloned();
        let site = value.shape.site.clone();
        siblings
            .entry(spelling_key(value.name))
            .and_modify(|known| {
                if known
                    .as_ref()
                    .is_some_and(|(k, f, ..)| (*k, f) != (kind, &format))
                {
                    *known = None;
                } else if let Some((.., known)) = known {
                    *known |= stated;
                }
            })
            .or_insert(Some((kind, format, site, stated)));
    });
    for parameter in draft.operations.iter_mut().flat_map(|o| &mut o.parameters) {
        if !parameter.shape.is_untyped() {
            continue;
        }
        let Some(Some((kind, format, site, true))) = siblings.get(&spelling_key(&parameter.name))
        else {
            continue;
        };
        let because = format!("`{}` is one elsewhere in the document", parameter.name);
        let evidence = ledger.add(Rank::Convention, RULE.name, site.clone(), because);
        parameter.shape.kind.claim(*kind, evidence);
        if let Some(format) = format {
            parameter.shape.format.claim(format.clone(), evidence);
        }
    }
}
