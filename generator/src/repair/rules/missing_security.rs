use super::prelude::*;
use crate::draft::Security;

/// Nothing says how callers prove who they are.
pub(crate) static RULE: Rule = Rule {
    name: "missing-security",
    explanation: "The document declares no security, and an API without any is rare. The client \
        takes a bearer token (RFC 6750), the usual scheme. If that is wrong, say so in the overlay.",
    example: "swagger: '2.0'   # and no securityDefinitions\n",
    apply,
};

fn apply(draft: &mut Draft, ledger: &mut Ledger) {
    if draft.security.is_empty() {
        let because = "the document declares no security, and a bearer token is the usual scheme";
        let evidence = ledger.add(Rank::Convention, RULE.name, draft.site.clone(), because);
        draft.security.claim(Security::Bearer, evidence);
    }
}
