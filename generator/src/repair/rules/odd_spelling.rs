use super::prelude::*;

/// One field of a table is spelled in another style than all others.
pub(crate) static RULE: Rule = Rule {
    name: "odd-spelling",
    explanation: "All fields of a table are spelled in one style (`starttime`, `meetingtype`) but \
        one (`passwordRequired`). Services rarely mix styles in one body, so the name may be wrong. \
        The client sends what the document says; a raw body or the overlay can correct it.",
    example: "post:\n  description: |\n    | Field            | Description |\n    |------------------|-------------|\n    | subject          | About what  |\n    | starttime        | From when   |\n    | endtime          | Until when  |\n    | meetingtype      | Which kind  |\n    | passwordRequired | How safe    |\n",
    apply,
};

/// So many fields must agree before one can be odd.
const AGREE: usize = 4;

fn apply(draft: &mut Draft, ledger: &mut Ledger) {
    for operation in draft
        .operations
        .iter_mut()
        .filter(|operation| !operation.read.is_empty())
    {
        let is_cased = |field: &&Field| field.name.chars().any(char::is_uppercase);
        let fields = &operation.body.shape.fields;
        let odd: Vec<_> = fields.iter().filter(is_cased).collect();
        let [field] = odd.as_slice() else { continue };
        if fields.len() <= AGREE {
            continue;
        }
        let doubt = format!(
            "the field `{}` has a capital, and no other field has one",
            field.name
        );
        let evidence = ledger.add(
            Rank::Convention,
            RULE.name,
            field.site.clone(),
            doubt.clone(),
        );
        operation.doubts.claim(doubt, evidence);
    }
}
