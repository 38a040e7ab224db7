use super::prelude::*;

/// Headers that say how a request travels are no parameters.
pub(crate) static RULE: Rule = Rule {
    name: "transport-headers",
    explanation: "`Accept`, `Content-Type` and `Authorization` say how a request travels, not what \
        it asks for. OpenAPI 3.0 ignores parameters of these names (Parameter Object, `name`), and \
        the client sends them itself, so they are no arguments of a call. Neither are `Host`, \
        `Content-Length`, `Transfer-Encoding` and `Connection`: only what sends the bytes knows them, \
        and a wrong one makes a request that nobody can read.",
    example: "parameters:\n- {in: header, name: Accept}\n",
    apply,
};

const HEADERS: [&str; 7] = [
    "accept",
    "content-type",
    "authorization",
    "host",
    "content-length",
    "transfer-encoding",
    "connection",
];

/// Whether a header of this name is the client's own business.
pub(super) fn is_one(name: &str) -> bool {
    HEADERS.contains(&name.trim().to_ascii_lowercase().as_str())
}

fn apply(draft: &mut Draft, ledger: &mut Ledger) {
    for parameter in draft.operations.iter_mut().flat_map(|o| &mut o.parameters) {
        if parameter.place == Place::Header && is_one(&parameter.name) {
            let because = "the client sends this header itself";
            let evidence = ledger.add(Rank::Law, RULE.name, parameter.site.clone(), because);
            parameter.present.claim(false, evidence);
        }
    }
}
