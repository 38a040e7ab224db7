use super::prelude::*;

/// Title and description of one operation stand for the whole.
pub(crate) static RULE: Rule = Rule {
    name: "borrowed-info",
    explanation: "The title or the description of the document is that of one of its operations, so \
        it does not tell what the API is. It stays as it was received; `crate.toml` and the overlay \
        can give better texts.",
    example: "info: {title: Pets list pets}\npaths:\n  /pets:\n    get: {summary: list pets}\n",
    apply,
};

fn apply(draft: &mut Draft, ledger: &mut Ledger) {
    let title = draft.info.title.winner(ledger).cloned();
    let description = draft.info.description.winner(ledger).cloned();
    let mut found = Vec::new();
    for operation in &draft.operations {
        let summary = operation
            .summary
            .value(ledger)
            .filter(|summary| summary.contains(' '));
        if let (Some(title), Some(summary)) = (&title, summary)
            && title.value.ends_with(summary.as_str())
        {
            found.push((title.evidence, "title", operation.key(), summary.len()));
        }
        let text = operation.description.value(ledger);
        if let (Some(description), Some(text)) = (&description, text)
            && description.value == *text
            && !text.is_empty()
        {
            found.push((
                description.evidence,
                "description",
                operation.key(),
                text.len(),
            ));
        }
    }
    // Of several summaries that end the title, the longest is the one it was made from.
    for part in ["title", "description"] {
        let best = found
            .iter()
            .filter(|found| found.1 == part)
            .max_by_key(|found| found.3);
        if let Some((evidence, _, key, _)) = best {
            let site = ledger.get(*evidence).site.clone();
            let doubt = format!("the {part} of the document is that of `{key}`, not of the API");
            let evidence = ledger.add(Rank::Phrased, RULE.name, site, doubt.clone());
            draft.doubts.claim(doubt, evidence);
        }
    }
}
