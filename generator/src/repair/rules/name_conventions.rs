use super::prelude::*;
use crate::names::Words;

/// What a name usually means.
pub(crate) static RULE: Rule = Rule {
    name: "name-conventions",
    explanation: "A parameter without a type, named after an e-mail address, is text (one called \
        `send_email` is none: it asks whether to); one named \
        after a date or a time is a date-time where the operation speaks of a \"date/time\" range. \
        Other names are left to `telling-names`.",
    example: "description: Meetings within the specified date/time range.\n\
        parameters:\n- {in: query, name: startDate}\n",
    apply,
};

/// How people say that a range has a time of day.
const DATE_AND_TIME: [&str; 5] = [
    "date/time",
    "date-time",
    "datetime",
    "date and time",
    "date & time",
];

/// Words that make a deed or a question of a name: `send_welcome_email`, `isEmail`.
const DEEDS: [&str; 17] = [
    "send", "sends", "resend", "notify", "is", "has", "include", "require", "required", "verify",
    "confirm", "use", "allow", "enable", "disable", "skip", "suppress",
];

fn apply(draft: &mut Draft, ledger: &mut Ledger) {
    for operation in &mut draft.operations {
        let prose = operation.description.winner(ledger).cloned();
        let spoken = prose.as_ref().and_then(|claim| {
            let text = claim.value.to_lowercase();
            DATE_AND_TIME.into_iter().find(|words| text.contains(words))
        });
        for parameter in &mut operation.parameters {
            if !parameter.shape.is_untyped() {
                continue;
            }
            let words = Words::of(&parameter.name);
            let (because, format) = match (words.last().unwrap_or_default(), spoken) {
                ("email", _) if words.iter().any(|word| DEEDS.contains(&word)) => continue,
                ("email", _) => ("an e-mail address is text".to_owned(), "email"),
                ("date" | "time", Some(words)) => {
                    (format!("the text speaks of a \"{words}\""), "date-time")
                }
                _ => continue,
            };
            let site = parameter.site.clone();
            let evidence = ledger.add(Rank::Convention, RULE.name, site, because);
            parameter.shape.kind.claim(Kind::Text, evidence);
            parameter
                .shape
                .format
                .claim(Format::from_word(format), evidence);
        }
    }
}
