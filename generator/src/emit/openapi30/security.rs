//! The Security Scheme Objects, and what the document and its operations require.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

use crate::model::{Api, OAuth2, Operation, Security};

/// The schemes by name, and what is required of calls that say nothing else.
pub(super) struct Schemes<'a> {
    /// The names here, by those of the document, where it tells several apart.
    names: BTreeMap<&'a str, String>,
    written: Map<String, Value>,
    usual: Value,
}

impl<'a> Schemes<'a> {
    pub(super) fn of(api: &'a Api) -> Self {
        if api.schemes.is_empty() {
            return Self::unnamed(api);
        }
        let named = api.schemes.iter().map(|scheme| {
            let name = &scheme.wire;
            let is_plain = |c: char| c.is_ascii_alphanumeric() || "._-".contains(c);
            // Whoever has an odd name is called as its setter is, unless that is somebody's name.
            let fits = !name.is_empty() && name.chars().all(is_plain);
            let is_free = api.schemes.iter().all(|other| other.wire != scheme.name);
            let own = match (fits, is_free) {
                (true, _) => name.clone(),
                (false, true) => scheme.name.clone(),
                (false, false) => format!("{}.", scheme.name),
            };
            (name.as_str(), own, self::scheme(&scheme.way))
        });
        let named: Vec<_> = named.collect();
        let mut all = Self {
            names: BTreeMap::new(),
            written: Map::new(),
            usual: Value::Null,
        };
        for (wire, name, scheme) in named {
            all.written.insert(name.clone(), scheme);
            all.names.insert(wire, name);
        }
        let takes = |one: &&Operation| !one.public && Some(&one.takes) == api.takes.first();
        let usual = api.operations().find(takes);
        all.usual = usual.map_or(json!([]), |operation| all.required(operation));
        all
    }

    /// Names for the ways of a document with one scheme, or none: what the client begins with first.
    fn unnamed(api: &Api) -> Self {
        let mut schemes: Vec<(String, Value)> = Vec::new();
        let mut alternatives = Vec::new();
        for way in api.security.iter().chain(&api.other_security) {
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
        Self {
            names: BTreeMap::new(),
            written: schemes.into_iter().collect(),
            usual: Value::Array(alternatives),
        }
    }

    /// Writes the schemes, and what most operations require.
    pub(super) fn write(self, document: &mut Value) {
        if !self.written.is_empty() {
            document["components"]["securitySchemes"] = Value::Object(self.written);
            document["security"] = self.usual;
        }
    }

    /// What an operation requires that is not what most do.
    pub(super) fn of_operation(&self, operation: &Operation) -> Option<Value> {
        if operation.public {
            return Some(json!([]));
        }
        let own = (!self.names.is_empty()).then(|| self.required(operation));
        own.filter(|own| *own != self.usual)
    }

    /// What the document says of an operation. Where it says nothing, any one scheme may do, or none.
    fn required(&self, operation: &Operation) -> Value {
        if operation.takes.is_none() {
            let any = self.names.values().map(|name| json!({ name.as_str(): [] }));
            return any.chain([json!({})]).collect();
        }
        let said = operation.credentials.iter().map(|credentials| {
            let needs = credentials.0.iter().filter_map(|need| {
                let name = self.names.get(need.scheme.as_str())?;
                // Only OAuth 2.0 has scopes here.
                let has_scopes = self.written.get(name)?["type"] == "oauth2";
                let scopes: &[String] = if has_scopes { &need.scopes } else { &[] };
                Some((name.clone(), json!(scopes)))
            });
            Value::Object(needs.collect())
        });
        said.collect()
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
