//! How callers prove who they are.

use std::collections::BTreeSet;

use super::document::document;
use super::{Said, Side, Walk};
use crate::diff::facts::{Spot, is_said};
use crate::diff::kinds::document as kinds;
use crate::diff::types::{Subject, Touches, Wire};
use crate::model::{Api, Credentials, Known, NamedScheme, OAuth2, Operation, Security};

impl<'a> Walk<'a> {
    /// Compares the ways that the service takes.
    pub(super) fn security(&mut self) {
        let (old, new) = (ways(&self.old, self.new.api), ways(&self.new, self.old.api));
        let of = |ways: &[&'a Known<Security>], one: &Known<Security>| {
            let found = ways
                .iter()
                .find(|way| way.value.label() == one.value.label());
            found.copied()
        };
        let common: Vec<_> = old
            .iter()
            .filter_map(|one| Some((*one, of(&new, one)?)))
            .collect();
        let gone: Vec<_> = old
            .iter()
            .copied()
            .filter(|one| of(&new, one).is_none())
            .collect();
        let more: Vec<_> = new
            .iter()
            .copied()
            .filter(|one| of(&old, one).is_none())
            .collect();
        self.ways = common.iter().map(|(one, _)| one.value.label()).collect();
        if common.is_empty() {
            let kind = match (gone.is_empty(), more.is_empty()) {
                (true, true) => return,
                (true, false) => &kinds::SECURITY_ADDED,
                (false, true) => &kinds::SECURITY_REMOVED,
                (false, false) => &kinds::SECURITY_CHANGED,
            };
            let (before, after) = (said(&self.old, &gone), said(&self.new, &more));
            return self.report(kind, Subject::default(), before, after);
        }
        self.first_way();
        if !more.is_empty() {
            let after = said(&self.new, &more);
            let kind = &kinds::SECURITY_ALTERNATIVE_ADDED;
            self.report(kind, Subject::default(), Said::default(), after);
        }
        if !gone.is_empty() {
            let before = said(&self.old, &gone);
            let kind = &kinds::SECURITY_ALTERNATIVE_REMOVED;
            self.report(kind, Subject::default(), before, Said::default());
        }
        let is_equal = gone.is_empty() && more.is_empty();
        if is_equal && common.iter().all(|(one, other)| one.value == other.value) {
            let whole = Spot::new(None, "");
            self.slot_basis(&document(), "security", &whole, &whole);
        }
        for (one, other) in common {
            for (old, new) in one.value.parts().iter().zip(other.value.parts()) {
                if let (Security::OAuth2(old), Security::OAuth2(new)) = (old, new) {
                    let before = said(&self.old, &[one]);
                    let after = said(&self.new, &[other]);
                    self.oauth2(old, new, &before, &after);
                }
            }
        }
    }

    /// Compares what the constructor of the client takes.
    fn first_way(&mut self) {
        let (old, new) = (&self.old.api.security, &self.new.api.security);
        let (Some(old), Some(new)) = (old, new) else {
            return;
        };
        // What OAuth 2.0 gives is a bearer token.
        let taken = |way: &Security| match way {
            Security::OAuth2(_) => Security::Bearer.label(),
            way => way.label(),
        };
        let (before, after) = (taken(&old.value), taken(&new.value));
        if before != after {
            let before = said(&self.old, &[old]).with(before);
            let after = said(&self.new, &[new]).with(after);
            let kind = &kinds::CLIENT_CREDENTIALS_CHANGED;
            self.report(kind, Subject::default(), before, after);
        }
    }

    /// Says of the last change that it takes nothing from anybody where calls without credentials were
    /// answered, and are.
    pub(super) fn still_public(&mut self, old: &Operation, new: &Operation) {
        let is_free = |one: &Operation| one.public || is_optional(one);
        if let Some(change) = self
            .found
            .last_mut()
            .filter(|_| is_free(old) && is_free(new))
        {
            change.wire = Wire::Compatible;
        }
    }

    /// Compares the setters of single schemes.
    pub(super) fn setters(&mut self) {
        let of = |side: &Side<'a>| {
            let all = side.api.schemes.iter();
            all.map(|scheme| (scheme.name.as_str(), setter(scheme)))
                .collect::<BTreeSet<_>>()
        };
        let (old, new) = (of(&self.old), of(&self.new));
        let touches = self.touches.clone();
        for (name, text) in old.symmetric_difference(&new) {
            let items = ["", "_source", "_session"];
            self.touches = Touches {
                items: items
                    .map(|suffix| format!("ClientBuilder::with_{name}{suffix}"))
                    .to_vec(),
                ..Touches::default()
            };
            let said = Said::at(text.as_str(), None);
            let (kind, before, after) = if new.contains(&(*name, text.clone())) {
                (&kinds::CREDENTIAL_SETTER_ADDED, Said::default(), said)
            } else {
                (&kinds::CREDENTIAL_SETTER_REMOVED, said, Said::default())
            };
            self.report(kind, Subject::default(), before, after);
        }
        self.touches = touches;
    }

    /// Compares what an operation takes, of the ways that both versions know.
    pub(super) fn credentials(&mut self, old: &'a Operation, new: &'a Operation) {
        if old.public || new.public {
            return;
        }
        let only = |all: &'a [Known<Credentials>], others: &[Known<Credentials>]| {
            let all = all.iter();
            let all = all.filter(|one| others.iter().all(|other| !other.is_like(one)));
            all.collect::<Vec<_>>()
        };
        let mut gone = only(&old.credentials, &new.credentials);
        let mut more = only(&new.credentials, &old.credentials);
        for before in std::mem::take(&mut gone) {
            match more
                .iter()
                .position(|after| after.label() == before.label())
            {
                Some(at) => self.needed_scopes(new, before, more.remove(at)),
                None => gone.push(before),
            }
        }
        let is_known =
            |one: &&Known<Credentials>| one.0.is_empty() || self.ways.contains(&one.label());
        gone.retain(is_known);
        more.retain(is_known);
        let kinds = match (old.credentials.is_empty(), new.credentials.is_empty()) {
            (true, _) | (_, true) => (&kinds::SECURITY_ADDED, &kinds::SECURITY_REMOVED),
            _ => (&kinds::CREDENTIALS_ADDED, &kinds::CREDENTIALS_REMOVED),
        };
        let touches = std::mem::replace(&mut self.touches, super::touch::root());
        let said = |side: &Side<'a>, ways: &[&'a Known<Credentials>]| {
            let proof = ways.first().map(|way| side.api.proof(way.evidence));
            let words: Vec<_> = ways.iter().map(|way| words(way)).collect();
            Said::at(words.join(", or "), proof.map(|proof| &proof.location)).because(proof)
        };
        let subject = || Subject::operation(&new.key, "");
        if !more.is_empty() {
            let after = said(&self.new, &more);
            self.report(kinds.0, subject(), Said::default(), after);
        }
        if !gone.is_empty() {
            let before = said(&self.old, &gone);
            self.report(kinds.1, subject(), before, Said::default());
        }
        self.touches = touches;
    }

    fn needed_scopes(
        &mut self,
        operation: &Operation,
        old: &'a Known<Credentials>,
        new: &'a Known<Credentials>,
    ) {
        let only = |one: &Credentials, other: &Credentials| {
            let parts = one.0.iter().zip(&other.0);
            let scopes = parts.flat_map(|(need, other)| {
                let scopes = need.scopes.iter();
                scopes.filter(|scope| !other.scopes.contains(scope))
            });
            let scopes: Vec<_> = scopes.map(String::as_str).collect();
            scopes.join(" ")
        };
        let at = |side: &Side<'a>, known: &Known<Credentials>| {
            Said::nothing(Some(&side.api.proof(known.evidence).location))
        };
        let (before, after) = (at(&self.old, old), at(&self.new, new));
        let (gone, more) = (only(old, new), only(new, old));
        let subject = || Subject::operation(&operation.key, "");
        if !more.is_empty() {
            let after = after.clone().with(more);
            self.report(
                &kinds::NEEDED_SCOPES_ADDED,
                subject(),
                before.clone(),
                after,
            );
        }
        if !gone.is_empty() {
            self.report(
                &kinds::NEEDED_SCOPES_REMOVED,
                subject(),
                before.with(gone),
                after,
            );
        }
    }

    fn oauth2(&mut self, one: &OAuth2, other: &OAuth2, before: &Said<'a>, after: &Said<'a>) {
        let urls = |auth: &OAuth2| {
            let urls = [
                ("log in at", &auth.authorize_url),
                ("tokens from", &auth.token_url),
            ];
            let urls = urls.into_iter();
            let urls: Vec<_> = urls
                .filter_map(|(word, url)| Some(format!("{word} {}", url.as_ref()?)))
                .collect();
            urls.join(", ")
        };
        let subject = Subject::default;
        let (old, new) = (urls(one), urls(other));
        if old != new {
            let (before, after) = (before.clone().with(old), after.clone().with(new));
            self.report(&kinds::TOKEN_ADDRESS_CHANGED, subject(), before, after);
        }
        let only = |one: &OAuth2, other: &OAuth2| {
            let names = one.scopes.iter().map(|(name, _)| name.as_str());
            let names: Vec<&str> = names
                .filter(|name| other.scopes.iter().all(|(known, _)| known != name))
                .collect();
            names.join(" ")
        };
        let (gone, more) = (only(one, other), only(other, one));
        if !more.is_empty() {
            let after = after.clone().with(more);
            self.report(
                &kinds::SCOPES_ADDED,
                subject(),
                before.clone().silent(),
                after,
            );
        }
        if !gone.is_empty() {
            let before = before.clone().with(gone);
            self.report(
                &kinds::SCOPES_REMOVED,
                subject(),
                before,
                after.clone().silent(),
            );
        }
    }
}

/// What the document says. What the client takes for granted where it says nothing is no change when
/// it is said, and a way that no operation takes while others are required is none.
fn ways<'a>(side: &Side<'a>, other: &Api) -> Vec<&'a Known<Security>> {
    let api = side.api;
    let mut taken = taken(api);
    if taken.is_empty() {
        taken = self::taken(other);
    }
    let all = api.security.iter().chain(&api.other_security);
    all.filter(|way| is_said(api.proof(way.evidence)))
        .filter(|way| taken.is_empty() || taken.contains(&way.value.label()))
        .collect()
}

/// Whether an operation takes credentials, and does without.
fn is_optional(operation: &Operation) -> bool {
    operation.credentials.iter().any(|one| one.0.is_empty())
}

/// A setter as a program calls it.
fn setter(scheme: &NamedScheme) -> String {
    let arguments = match scheme.way {
        Security::Basic => "user, password",
        Security::ApiKey(..) => "key",
        Security::OAuth2(_) | Security::Bearer | Security::All(_) => "token",
    };
    format!("with_{}({arguments})", scheme.name)
}

/// What operations take.
fn taken(api: &Api) -> BTreeSet<String> {
    let taken = api.operations().flat_map(|one| &one.credentials);
    taken.map(|one| one.label()).collect()
}

/// Ways in words, where the first of them is said.
fn said<'a>(side: &Side<'a>, ways: &[&Known<Security>]) -> Said<'a> {
    let Some(first) = ways.first() else {
        return Said::default();
    };
    let words: Vec<_> = ways.iter().map(|way| way.value.to_string()).collect();
    let proof = side.api.proof(first.evidence);
    Said::at(words.join(", or "), Some(&proof.location)).because(Some(proof))
}

/// Credentials in words.
fn words(credentials: &Credentials) -> String {
    let parts = credentials
        .0
        .iter()
        .map(|need| match need.scopes.as_slice() {
            [] => need.way.label(),
            scopes => format!("{} with {}", need.way.label(), scopes.join(" ")),
        });
    let parts: Vec<_> = parts.collect();
    if parts.is_empty() {
        "no credentials".to_owned()
    } else {
        parts.join("; and ")
    }
}
