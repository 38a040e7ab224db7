//! The Security Definitions Object: OAuth 2.0, whose tokens the client can use. Other schemes are not
//! read yet.

use super::Lowering;
use crate::draft::evidence::Slot;
use crate::draft::{OAuth2, Security};
use crate::read::NodeRef;

impl<'t> Lowering<'t> {
    /// The schemes of the document; those that it requires of every call come first.
    pub(crate) fn security(&mut self, root: NodeRef<'t>) -> Slot<Security> {
        let mut slot = Slot::default();
        let Some(definitions) = root.get("securityDefinitions") else {
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
            if scheme.get("type").and_then(NodeRef::scalar) == Some("oauth2") {
                let evidence = self.ledger.stated(scheme.site());
                slot.claim(Security::OAuth2(oauth2(scheme)), evidence);
            }
        }
        slot
    }
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
