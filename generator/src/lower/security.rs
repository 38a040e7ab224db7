//! The Security Definitions Object: OAuth 2.0, whose tokens the client can use. Other schemes are not
//! read yet.

use super::Lowering;
use crate::draft::evidence::Slot;
use crate::draft::{OAuth2, Security};
use crate::read::NodeRef;

impl<'t> Lowering<'t> {
    /// The schemes of the document; those that it requires of every call come first.
    pub(super) fn security(&mut self, root: NodeRef<'t>) -> Slot<Security> {
        let mut slot = Slot::default();
        let Some(definitions) = self.format.security_schemes(root) else {
            return slot;
        };
        let required: Vec<&str> = root
            .get("security")
            .into_iter()
            .flat_map(NodeRef::items)
            .flat_map(NodeRef::entries)
            .map(|(key, _)| key.text.as_str())
            .collect();
        let mut schemes: Vec<_> = definitions.entries().collect();
        schemes.sort_by_key(|(key, _)| !required.contains(&key.text.as_str()));
        for (_, scheme) in schemes {
            let Some(scheme) = self.resolve(scheme) else {
                continue;
            };
            let word = |member| scheme.get(member).and_then(NodeRef::scalar);
            let security = match word("type") {
                Some("oauth2") => Security::OAuth2(oauth2(flow(scheme))),
                Some("http") if word("scheme").is_some_and(is_bearer) => Security::Bearer,
                // What it discovers are services that give tokens.
                Some("openIdConnect") => Security::Bearer,
                _ => continue,
            };
            let evidence = self.ledger.stated(scheme.site());
            slot.claim(security, evidence);
        }
        slot
    }
}

fn is_bearer(scheme: &str) -> bool {
    scheme.eq_ignore_ascii_case("bearer")
}

/// Where the URLs and scopes of a scheme stand: in one of its flows, or in the scheme itself.
fn flow(scheme: NodeRef<'_>) -> NodeRef<'_> {
    let flows = scheme.get("flows");
    let known = [
        "authorizationCode",
        "clientCredentials",
        "password",
        "implicit",
    ];
    let first = known.iter().find_map(|name| flows?.get(name));
    first.unwrap_or(scheme)
}

fn oauth2(scheme: NodeRef<'_>) -> OAuth2 {
    let url = |member: &str| {
        let url = scheme.get(member).and_then(NodeRef::scalar)?;
        Some(url.trim().to_owned()).filter(|url| !url.is_empty())
    };
    let scopes = scheme.get("scopes").into_iter().flat_map(NodeRef::entries);
    OAuth2 {
        authorize_url: url("authorizationUrl"),
        token_url: url("tokenUrl"),
        scopes: scopes
            .map(|(name, about)| {
                (
                    name.text.clone(),
                    about.scalar().unwrap_or_default().to_owned(),
                )
            })
            .collect(),
    }
}
