use super::prelude::*;
use crate::repair::text::phrase::{self, Fact, Says, Separator, Type, facts};

/// A parameter that is a list says how it is joined.
pub(crate) static RULE: Rule = Rule {
    name: "joined-lists",
    explanation: "\"Comma-separated list of ids\", \"separated by pipes\" and \"can be repeated\" make a list \
        of a parameter without a type, and say how its values are joined. The values are text, so that \
        whoever has the whole in one text can send it as the only value.",
    example: "parameters:\n- {in: query, name: ids, description: Comma-separated list of ids}\n",
    apply,
};

/// What one of the words has that say how values are joined; most texts need no closer look.
const SIGNS: [&str; 5] = [
    "separated",
    "delimited",
    "seperated",
    "repeat",
    "multiple times",
];

fn apply(draft: &mut Draft, ledger: &mut Ledger) {
    let parameters = draft.operations.iter_mut().flat_map(|o| &mut o.parameters);
    for parameter in parameters.filter(|parameter| parameter.shape.is_untyped()) {
        let Some(description) = parameter.shape.description.winner(ledger) else {
            continue;
        };
        let text = description.value.to_lowercase();
        if !SIGNS.iter().any(|sign| text.contains(sign)) {
            continue;
        }
        let facts = facts(&description.value);
        let Some((style, fact)) = joined(&facts) else {
            continue;
        };
        let words = description
            .value
            .get(fact.range.clone())
            .unwrap_or_default();
        let because = format!("\"{}\"", words.trim());
        let site = ledger.get(description.evidence).site.clone();
        let evidence = ledger.add(Rank::Phrased, RULE.name, site, because);
        let mut items = Shape::unknown(parameter.shape.site.clone());
        items.kind.claim(Kind::Text, evidence);
        parameter.shape.kind.claim(Kind::List, evidence);
        parameter.shape.items = Some(Box::new(items));
        parameter.style.claim(style, evidence);
    }
}

/// How values are joined, and what says so, unless the whole is said to be something else.
fn joined(facts: &[Fact]) -> Option<(ListStyle, &Fact)> {
    let other = |fact: &Fact| match fact.says {
        Says::Type(ty) => !fact.implied && !matches!(ty, Type::Text | Type::List),
        Says::Format(format) => format == phrase::Format::Json,
        _ => false,
    };
    if facts.iter().any(other) {
        return None;
    }
    facts.iter().find_map(|fact| {
        let style = match fact.says {
            Says::Separated(Separator::Comma) => ListStyle::Csv,
            Says::Separated(Separator::Space) => ListStyle::Ssv,
            Says::Separated(Separator::Pipe) => ListStyle::Pipes,
            Says::Repeated => ListStyle::Multi,
            _ => return None,
        };
        Some((style, fact))
    })
}
