use super::prelude::*;

/// `Accept`, `Content-Type` and `Authorization` are no parameters.
pub(crate) static RULE: Rule = Rule {
    name: "transport-headers",
    explanation: "`Accept`, `Content-Type` and `Authorization` say how a request travels, not what \
        it asks for. OpenAPI 3.0 ignores parameters of these names (Parameter Object, `name`), and \
        the client sends them itself, so they are no arguments of a call.",
    example: "parameters:\n- {in: header, name: Accept}\n",
    apply,
};

const HEADERS: [&str; 3] = ["accept", "content-type", "authorization"];

fn apply(draft: &mut Draft, ledger: &mut Ledger) {
    for parameter in draft.operations.iter_mut().flat_map(|o| &mut o.parameters) {
        let name = parameter.name.trim().to_ascii_lowercase();
        if parameter.place == Place::Header && HEADERS.contains(&name.as_str()) {
            let because = "the client sends this header itself";
            let evidence = ledger.add(Rank::Law, RULE.name, parameter.site.clone(), because);
            parameter.present.claim(false, evidence);
        }
    }
}
