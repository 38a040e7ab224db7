//! How callers prove who they are: the schemes of the document, and what it requires of them.
//!
//! The client begins with one way: the first that the document requires of every call, or else what
//! most operations require, or else the most capable scheme that is declared. The others are told.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use super::{Lowering, codes};
use crate::diagnostic::Diagnostic;
use crate::draft::evidence::Slot;
use crate::draft::{self, Credentials, KeyPlace, Need, OAuth2, Security};
use crate::read::NodeRef;
use crate::read::tree::NodeId;

/// What is required together, by the names of the schemes.
type Requirement = BTreeSet<String>;

/// A scheme, and where it is declared.
type Scheme = (Security, NodeId);

impl<'t> Lowering<'t> {
    /// The way that the client begins with, the others, and the names of all.
    pub(crate) fn security(
        &mut self,
        root: NodeRef<'t>,
    ) -> (Slot<Security>, Slot<Security>, Vec<draft::Scheme>) {
        let schemes = self.schemes(root);
        self.tell_undeclared(root);
        let mut ways: Vec<Scheme> = Vec::new();
        let mut declared: Vec<_> = schemes.iter().collect();
        declared.sort_by_key(|(name, scheme)| (*scheme, *name));
        let mut first = declared
            .first()
            .map(|(name, _)| Requirement::from([(*name).clone()]));
        for requirement in requirements(root) {
            if let Some(way) = together(&requirement, &schemes) {
                if ways.is_empty() {
                    first = Some(requirement);
                }
                ways.push(way);
            }
        }
        ways.extend(declared.into_iter().map(|(_, scheme)| scheme.clone()));
        let named = named(&schemes, &first.unwrap_or_default());
        let mut slots = (Slot::default(), Slot::default());
        let mut seen: Vec<Security> = Vec::new();
        for (way, site) in ways {
            let is_part = |known: &Security| known.parts().contains(&way);
            if seen.iter().any(|known| *known == way || is_part(known)) {
                continue;
            }
            let evidence = self.ledger.stated(site);
            let slot = if seen.is_empty() {
                &mut slots.0
            } else {
                &mut slots.1
            };
            slot.claim(way.clone(), evidence);
            seen.push(way);
        }
        (slots.0, slots.1, named)
    }

    /// Whether an operation says that it needs no credentials: with an empty list, or with nothing to
    /// choose from but "none", in place of what the document requires of every call.
    pub(super) fn public(&mut self, operation: NodeRef<'t>) -> Slot<bool> {
        let mut slot = Slot::default();
        let found = operation.get("security").filter(|found| found.is_list());
        let is_none = |found: NodeRef<'t>| {
            let is_empty = |one: NodeRef<'t>| one.is_map() && one.entries().next().is_none();
            found.items().all(is_empty)
        };
        if let Some(found) = found.filter(|found| is_none(*found)) {
            slot.claim(true, self.ledger.stated(found.site()));
        }
        slot
    }

    /// What an operation takes of callers: what it says itself, or else what the document says. And
    /// whether it takes something that nobody knows.
    pub(super) fn credentials(
        &mut self,
        root: NodeRef<'t>,
        operation: NodeRef<'t>,
    ) -> (Slot<Credentials>, bool) {
        let mut slot = Slot::default();
        let mut takes_unknown = false;
        let own = operation.get("security");
        let Some(said) = own.or_else(|| root.get("security")) else {
            return (slot, takes_unknown);
        };
        for alternative in said.items() {
            let parts = alternative.entries().map(|(name, scopes)| {
                let schemes = self.format.security_schemes(root)?;
                let mut schemes = schemes.entries();
                let (_, scheme) = schemes.find(|(key, _)| key.text == name.text)?;
                let scopes = scopes.items().filter_map(NodeRef::scalar);
                let mut scopes: Vec<_> = scopes.map(str::to_owned).collect();
                scopes.sort_unstable();
                Some(Need {
                    way: security(self.followed(scheme)?)?,
                    scopes,
                    scheme: name.text.clone(),
                })
            });
            // Of what is required with a scheme that nobody knows, nothing can be said.
            let parts: Option<Vec<_>> = parts.collect();
            if let Some(mut parts) = parts.filter(|_| alternative.is_map()) {
                parts.sort();
                let evidence = self.ledger.stated(alternative.site());
                slot.claim(Credentials(parts), evidence);
            } else {
                takes_unknown = true;
            }
        }
        (slot, takes_unknown)
    }

    /// The schemes by name.
    fn schemes(&mut self, root: NodeRef<'t>) -> BTreeMap<String, Scheme> {
        let mut schemes = BTreeMap::new();
        let declared = self.format.security_schemes(root);
        for (key, node) in declared.into_iter().flat_map(NodeRef::entries) {
            let Some(scheme) = self.resolve(node) else {
                continue;
            };
            if let Some(security) = security(scheme) {
                schemes.insert(key.text.clone(), (security, scheme.id()));
            } else {
                let what = format!("the security scheme `{}`", key.text);
                self.omit(node, &what, "it is of no type that the client has");
            }
        }
        schemes
    }
}

impl<'t> Lowering<'t> {
    /// Tells of the names in `security` that no scheme has, each where it stands first.
    fn tell_undeclared(&mut self, root: NodeRef<'t>) {
        let declared = self.format.security_schemes(root);
        let mut known: BTreeSet<&str> = declared
            .into_iter()
            .flat_map(NodeRef::entries)
            .map(|(key, _)| key.text.as_str())
            .collect();
        let paths = root.get("paths").into_iter().flat_map(NodeRef::entries);
        let operations = paths.flat_map(|(_, item)| item.entries());
        let places = std::iter::once(root).chain(operations.map(|(_, operation)| operation));
        let lists = places.filter_map(|place| place.get("security"));
        for alternative in lists.flat_map(NodeRef::items) {
            for (key, _) in alternative.entries() {
                if known.insert(&key.text) {
                    let message = format!("no security scheme is called `{}`", key.text);
                    self.diagnostics.push(
                        Diagnostic::new(&codes::UNDECLARED_SECURITY, message)
                            .at(self.span(alternative), "required here"),
                    );
                }
            }
        }
    }
}

/// The schemes by name, where there are several, and which of them the client begins with.
fn named(schemes: &BTreeMap<String, Scheme>, first: &Requirement) -> Vec<draft::Scheme> {
    if schemes.len() < 2 {
        return Vec::new();
    }
    let named = schemes.iter().map(|(name, (way, _))| draft::Scheme {
        name: name.clone(),
        way: way.clone(),
        begins: first.contains(name),
    });
    named.collect()
}

/// What the document requires of every call, in its order; then what operations require of theirs,
/// the most frequent first.
fn requirements(root: NodeRef<'_>) -> Vec<Requirement> {
    let mut all = listed(root);
    let mut counts: BTreeMap<Requirement, usize> = BTreeMap::new();
    let paths = root.get("paths").into_iter().flat_map(NodeRef::entries);
    for (_, operation) in paths.flat_map(|(_, item)| item.entries()) {
        for requirement in listed(operation) {
            *counts.entry(requirement).or_default() += 1;
        }
    }
    let mut counts: Vec<_> = counts.into_iter().collect();
    counts.sort_by_key(|(_, count)| Reverse(*count));
    all.extend(counts.into_iter().map(|(requirement, _)| requirement));
    all
}

/// The alternatives in the `security` of a node. An empty one, "without any", is none.
fn listed(node: NodeRef<'_>) -> Vec<Requirement> {
    let alternatives = node.get("security").into_iter().flat_map(NodeRef::items);
    alternatives
        .map(|alternative| {
            let names = alternative.entries().map(|(key, _)| key.text.clone());
            names.collect::<Requirement>()
        })
        .filter(|requirement| !requirement.is_empty())
        .collect()
}

/// What a requirement asks for, where all of its schemes are known.
fn together(requirement: &Requirement, schemes: &BTreeMap<String, Scheme>) -> Option<Scheme> {
    let parts: Option<Vec<&Scheme>> = requirement.iter().map(|name| schemes.get(name)).collect();
    match parts?.as_slice() {
        [] => None,
        [one] => Some((*one).clone()),
        [first, ..] => {
            let all = requirement.iter().filter_map(|name| schemes.get(name));
            let mut all: Vec<_> = all.map(|(security, _)| security.clone()).collect();
            all.sort();
            all.dedup();
            Some((Security::All(all), first.1))
        }
    }
}

fn security(scheme: NodeRef<'_>) -> Option<Security> {
    let word = |member| scheme.get(member).and_then(NodeRef::scalar).map(str::trim);
    let is = |member, wanted: &str| word(member).is_some_and(|w| w.eq_ignore_ascii_case(wanted));
    if is("type", "oauth2") {
        return Some(Security::OAuth2(oauth2(flow(scheme))));
    }
    if is("type", "basic") || is("type", "http") && is("scheme", "basic") {
        return Some(Security::Basic);
    }
    // What OpenID Connect discovers are services that give tokens.
    if is("type", "openIdConnect") || is("type", "http") && is("scheme", "bearer") {
        return Some(Security::Bearer);
    }
    if !is("type", "apiKey") {
        return None;
    }
    let name = word("name").filter(|name| !name.is_empty())?.to_owned();
    let place = match word("in")?.to_ascii_lowercase().as_str() {
        "header" => KeyPlace::Header,
        "query" => KeyPlace::Query,
        "cookie" => KeyPlace::Cookie,
        _ => return None,
    };
    // No header can have such a name, and nobody could build the client.
    let is_token = |c: char| c.is_ascii_alphanumeric() || "!#$%&'*+-.^_`|~".contains(c);
    let fits = place != KeyPlace::Header || name.chars().all(is_token);
    fits.then_some(Security::ApiKey(place, name))
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
