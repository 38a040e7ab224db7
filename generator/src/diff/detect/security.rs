//! How callers prove who they are.

use super::document::document;
use super::{Said, Side, Walk};
use crate::diff::facts::{Spot, is_said};
use crate::diff::kinds::document as kinds;
use crate::diff::types::Subject;
use crate::model::{Known, OAuth2, Security};

impl<'a> Walk<'a> {
    /// Compares the ways that the service takes.
    pub(super) fn security(&mut self) {
        let (old, new) = (ways(&self.old), ways(&self.new));
        let of = |ways: &[&'a Known<Security>], one: &Known<Security>| {
            let found = ways
                .iter()
                .find(|way| label(&way.value) == label(&one.value));
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
/// it is said.
fn ways<'a>(side: &Side<'a>) -> Vec<&'a Known<Security>> {
    let api = side.api;
    let all = api.security.iter().chain(&api.other_security);
    all.filter(|way| is_said(api.proof(way.evidence))).collect()
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

/// What a way is, without the addresses and scopes of OAuth 2.0.
fn label(way: &Security) -> String {
    let one = |way: &Security| match way {
        Security::OAuth2(_) => "oauth2".to_owned(),
        way => way.to_string(),
    };
    let parts: Vec<_> = way.parts().iter().map(one).collect();
    parts.join("; ")
}
