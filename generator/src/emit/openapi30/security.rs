//! The Security Scheme Objects, and the alternatives that the document requires.

use serde_json::{Map, Value, json};

use crate::model::{Api, OAuth2, Security};

/// Writes what the client begins with first, and then the other ways.
pub(super) fn write(api: &Api, document: &mut Value) {
    let ways = api.security.iter().chain(&api.other_security);
    let mut schemes: Vec<(String, Value)> = Vec::new();
    let mut alternatives = Vec::new();
    for way in ways {
        let mut requirement = Map::new();
        for part in way.value.parts() {
            let scheme = scheme(part);
            let known = schemes.iter().position(|(_, known)| *known == scheme);
            let at = known.unwrap_or_else(|| {
                schemes.push((name(part, &schemes), scheme));
                schemes.len() - 1
            });
            requirement.insert(schemes[at].0.clone(), json!([]));
        }
        alternatives.push(Value::Object(requirement));
    }
    if !schemes.is_empty() {
        let schemes: Map<_, _> = schemes.into_iter().collect();
        document["components"]["securitySchemes"] = Value::Object(schemes);
        document["security"] = Value::Array(alternatives);
    }
}

/// A name that no other scheme has.
fn name(security: &Security, taken: &[(String, Value)]) -> String {
    let base = match security {
        Security::ApiKey(..) => "key",
        Security::Basic => "basic",
        Security::OAuth2(_) => "oauth2",
        Security::Bearer | Security::All(_) => "bearer",
    };
    let is_free = |name: &String| taken.iter().all(|(other, _)| other != name);
    let numbered = (2..).map(|number| format!("{base}{number}"));
    let mut names = std::iter::once(base.to_owned()).chain(numbered);
    names.find(is_free).unwrap_or_default()
}

fn scheme(security: &Security) -> Value {
    match security {
        Security::ApiKey(place, name) => {
            json!({ "type": "apiKey", "in": place.word(), "name": name })
        }
        Security::Basic => json!({ "type": "http", "scheme": "basic" }),
        Security::OAuth2(oauth2) => flow(oauth2),
        Security::Bearer | Security::All(_) => json!({ "type": "http", "scheme": "bearer" }),
    }
}

/// OAuth 2.0 needs the URLs of its flow here.
fn flow(oauth2: &OAuth2) -> Value {
    let scopes = oauth2.scopes.iter();
    let scopes: Map<_, _> = scopes
        .map(|(name, about)| (name.clone(), json!(about)))
        .collect();
    let (flow, urls) = match (&oauth2.authorize_url, &oauth2.token_url) {
        (Some(authorize), Some(token)) => (
            "authorizationCode",
            json!({ "authorizationUrl": authorize, "tokenUrl": token, "scopes": scopes }),
        ),
        (Some(authorize), None) => (
            "implicit",
            json!({ "authorizationUrl": authorize, "scopes": scopes }),
        ),
        (None, Some(token)) => (
            "clientCredentials",
            json!({ "tokenUrl": token, "scopes": scopes }),
        ),
        (None, None) => return json!({ "type": "http", "scheme": "bearer" }),
    };
    json!({ "type": "oauth2", "flows": { flow: urls } })
}
