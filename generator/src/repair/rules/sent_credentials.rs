use super::prelude::*;
use crate::draft::{KeyPlace, Security};

/// What a client sends by itself is no argument that a call needs.
pub(crate) static RULE: Rule = Rule {
    name: "sent-credentials",
    explanation: "The document says how callers prove who they are, and yet an operation requires \
        a parameter for just that: the key by its name, or a `token` that its description calls an \
        authentication token. The client has the credential and sends it with every call, where \
        it is shown in no log. So the parameter is optional: its setter is there for a call that \
        is to be made in another name.",
    example: "securityDefinitions:\n  slack: {type: oauth2, flow: accessCode}\npaths:\n  /chat.post:\n    \
        post:\n      parameters:\n      - {in: header, name: token, required: true, description: \
        'Authentication token.'}\n",
    apply,
};

/// Names that are always those of a credential.
const TOKENS: [&str; 5] = [
    "accesstoken",
    "apitoken",
    "authtoken",
    "bearertoken",
    "oauthtoken",
];

fn apply(draft: &mut Draft, ledger: &mut Ledger) {
    let Some(security) = draft
        .security
        .winner(ledger)
        .map(|claim| claim.value.clone())
    else {
        return;
    };
    let is_one_scheme = draft.schemes.is_empty();
    for operation in &mut draft.operations {
        if operation.public.is_true(ledger) {
            continue;
        }
        // Of several schemes, those that the operation takes.
        let taken = operation.credentials.claims().iter();
        let taken = taken.flat_map(|claim| claim.value.0.iter().map(|need| need.way.clone()));
        let taken = Security::All(taken.collect());
        let says = !is_one_scheme && !operation.takes_unknown && !taken.parts().is_empty();
        let security = if says { &taken } else { &security };
        for parameter in &mut operation.parameters {
            if parameter.required.is_true(ledger) && is_sent(security, parameter, ledger) {
                let because = "the client sends the credential by itself";
                let site = parameter.site.clone();
                let evidence = ledger.add(Rank::Safety, RULE.name, site, because);
                parameter.required.claim(false, evidence);
            }
        }
    }
}

/// Whether a parameter is a credential that the client sends anyway.
fn is_sent(security: &Security, parameter: &Parameter, ledger: &Ledger) -> bool {
    let place = match parameter.place {
        Place::Header => KeyPlace::Header,
        Place::Query => KeyPlace::Query,
        Place::Cookie => KeyPlace::Cookie,
        Place::Form => return is_token(parameter, ledger) && has_token(security),
        Place::Path => return false,
    };
    let is_key = |part: &Security| match part {
        Security::ApiKey(other, name) => {
            *other == place && name.eq_ignore_ascii_case(&parameter.name)
        }
        _ => false,
    };
    security.parts().iter().any(is_key) || is_token(parameter, ledger) && has_token(security)
}

fn has_token(security: &Security) -> bool {
    security.parts().iter().any(Security::is_token)
}

fn is_token(parameter: &Parameter, ledger: &Ledger) -> bool {
    let letters = parameter.name.chars().filter(char::is_ascii_alphanumeric);
    let name = letters.collect::<String>().to_ascii_lowercase();
    let description = parameter.shape.description.winner(ledger);
    let words = description.map_or(String::new(), |claim| claim.value.to_lowercase());
    let speaks_of_it = [
        "authentication token",
        "access token",
        "oauth token",
        "bearer token",
    ];
    TOKENS.contains(&name.as_str())
        || name == "token" && speaks_of_it.iter().any(|phrase| words.contains(phrase))
}
