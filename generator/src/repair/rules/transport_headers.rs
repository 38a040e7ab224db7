use super::prelude::*;

/// Headers that say how a request travels are no parameters.
pub(crate) static RULE: Rule = Rule {
    name: "transport-headers",
    explanation: "`Accept`, `Content-Type` and `Authorization` say how a request travels, not what \
        it asks for. OpenAPI 3.0 ignores parameters of these names (Parameter Object, `name`), and \
        the client sends them itself, so they are no arguments of a call. Neither are `Host`, \
        `Content-Length`, `Transfer-Encoding` and `Connection`: only what sends the bytes knows them, \
        and a wrong one makes a request that nobody can read. A `Content-Type` in the query is the header \
        in the wrong place, and so is an `Accept` beside it.",
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
    for operation in &mut draft.operations {
        let misplaced = |parameter: &Parameter| {
            parameter.place == Place::Query && parameter.name.eq_ignore_ascii_case("content-type")
        };
        let places: &[Place] = if operation.parameters.iter().any(misplaced) {
            &[Place::Header, Place::Query]
        } else {
            &[Place::Header]
        };
        for parameter in &mut operation.parameters {
            let accepts =
                ["accept", "content-type"].map(|name| parameter.name.eq_ignore_ascii_case(name));
            let is_header = parameter.place == Place::Header || accepts.contains(&true);
            if places.contains(&parameter.place) && is_header && is_one(&parameter.name) {
                let because = "the client sends this header itself";
                let evidence = ledger.add(Rank::Law, RULE.name, parameter.site.clone(), because);
                parameter.present.claim(false, evidence);
            }
        }
    }
}
