use std::collections::BTreeSet;

use super::prelude::*;

/// The text speaks of a parameter that the operation does not have.
pub(crate) static RULE: Rule = Rule {
    name: "foreign-name",
    explanation: "The description names a parameter of another operation, and this operation has \
        none of that name, so one of the two names is wrong or the text was copied.",
    example: "paths:\n  /meetings/{meetingId}: {get: {}}\n  /history/{instanceKey}:\n    get: {description: Lists who attended the specified meetingId.}\n",
    apply,
};

fn apply(draft: &mut Draft, ledger: &mut Ledger) {
    // Only names that are no words of English can be told from the prose around them.
    let names: BTreeSet<String> = draft
        .operations
        .iter()
        .flat_map(|operation| operation.present(ledger))
        .filter(|parameter| parameter.name.chars().skip(1).any(char::is_uppercase))
        .map(|parameter| parameter.name.clone())
        .collect();
    for operation in &mut draft.operations {
        let Some(text) = operation.description.winner(ledger).cloned() else {
            continue;
        };
        let own: BTreeSet<_> = operation
            .present(ledger)
            .map(|parameter| parameter.name.clone())
            .collect();
        for name in names.difference(&own) {
            let Some(at) = find_word(&text.value, name) else {
                continue;
            };
            let site = part(
                &ledger.get(text.evidence).site.clone(),
                "text",
                at..at + name.len(),
            );
            let doubt = format!("its text speaks of `{name}`, which is no parameter of it");
            let evidence = ledger.add(Rank::Phrased, RULE.name, site, doubt.clone());
            operation.doubts.claim(doubt, evidence);
        }
    }
}

/// Where `name` stands as a word of its own.
fn find_word(text: &str, name: &str) -> Option<usize> {
    let inside = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() || c == '_');
    text.match_indices(name).map(|(at, _)| at).find(|&at| {
        !inside(text[..at].chars().next_back()) && !inside(text[at + name.len()..].chars().next())
    })
}
