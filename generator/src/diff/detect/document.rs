//! The document as a whole: what it says of itself, where the service is, how callers prove who
//! they are, and which operations there are.

use super::{At, Said, Walk};
use crate::diff::facts::{Fact, Spot};
use crate::diff::kinds::{Kind, Way, document as kinds};
use crate::diff::pair::Pairs;
use crate::diff::types::Subject;
use crate::model::{Api, Known, OAuth2, Operation, Security};

impl<'a> Walk<'a> {
    pub(super) fn document(&mut self, pairs: &Pairs<'_>) {
        let (old, new) = (self.old.api, self.new.api);
        self.info(&kinds::TITLE_CHANGED, &old.title, &new.title);
        self.info(&kinds::VERSION_CHANGED, &old.version, &new.version);
        let subject = Subject::default();
        self.text(
            &kinds::DESCRIPTION_CHANGED,
            &subject,
            super::text::known(old, old.description.as_ref()),
            super::text::known(new, new.description.as_ref()),
        );
        self.server("scheme", &kinds::SCHEME_CHANGED);
        self.server("host", &kinds::HOST_CHANGED);
        if pairs.bases.0 != pairs.bases.1 {
            if pairs.by_path_alone {
                self.server("base path", &kinds::BASE_PATH_CHANGED);
            } else {
                self.same("a base path that moved into the paths", "document");
            }
        }
        self.security();
        for operation in &pairs.removed {
            self.operation_gone(operation);
        }
        for operation in &pairs.added {
            let subject = Subject::operation(&operation.key, "");
            let said = Said::at(operation.key.as_str(), Some(&operation.location));
            self.report(&kinds::OPERATION_ADDED, subject, Said::default(), said);
            self.own(&operation.key);
        }
    }

    fn operation_gone(&mut self, operation: &Operation) {
        let subject = Subject::operation(&operation.key, "");
        let said = Said::at(operation.key.as_str(), Some(&operation.location));
        self.report(&kinds::OPERATION_REMOVED, subject, said, Said::default());
        self.own(&operation.key);
        let omitted = self
            .new
            .api
            .omitted
            .iter()
            .find(|omitted| omitted.what == operation.key);
        if let (Some(omitted), Some(change)) = (omitted, self.found.last_mut()) {
            change.new = Some(omitted.location.clone());
            change.advice = Some(format!("the client leaves it out: {}", omitted.because));
        }
    }

    /// The last change is about that operation alone.
    fn own(&mut self, key: &str) {
        self.nodes[self.here].changes.pop();
        if let Some(change) = self.found.last_mut() {
            change.operations.push(key.to_owned());
        }
    }

    fn info(
        &mut self,
        kind: &'static Kind,
        old: &Option<Known<String>>,
        new: &Option<Known<String>>,
    ) {
        let said = |api: &'a Api, known: &Option<Known<String>>| match known {
            Some(known) => {
                let proof = api.proof(known.evidence);
                Said::at(known.value.as_str(), Some(&proof.location)).because(Some(proof))
            }
            None => Said::default(),
        };
        let (before, after) = (said(self.old.api, old), said(self.new.api, new));
        if before.text != after.text {
            self.report(kind, Subject::default(), before, after);
        }
    }

    fn server(&mut self, slot: &'static str, kind: &'static Kind) {
        let spot = Spot::new(None, "");
        let (old, new) = (
            self.old.facts.get(&spot, slot),
            self.new.facts.get(&spot, slot),
        );
        let text = |fact: Option<Fact<'a>>| fact.map(|fact| fact.text);
        if text(old) == text(new) {
            self.basis(&document(), slot, old, new);
        } else {
            let (old, new) = (Said::fact(old, None), Said::fact(new, None));
            self.report(kind, Subject::default(), old, new);
        }
    }

    fn security(&mut self) {
        let (old, new) = (self.old.api, self.new.api);
        let said = |api: &'a Api, known: &Known<Security>| {
            let proof = api.proof(known.evidence);
            Said::at(known.value.to_string(), Some(&proof.location)).because(Some(proof))
        };
        let subject = Subject::default();
        match (&old.security, &new.security) {
            (None, None) => {}
            (None, Some(new_security)) => {
                let new = said(new, new_security);
                self.report(&kinds::SECURITY_ADDED, subject, Said::default(), new);
            }
            (Some(old_security), None) => {
                let old = said(old, old_security);
                self.report(&kinds::SECURITY_REMOVED, subject, old, Said::default());
            }
            (Some(one), Some(other)) => {
                let (before, after) = (said(old, one), said(new, other));
                match (&one.value, &other.value) {
                    (one, other) if one == other => {
                        let spot = Spot::new(None, "");
                        self.slot_basis(&document(), "security", &spot, &spot);
                    }
                    (Security::OAuth2(one), Security::OAuth2(other)) => {
                        self.oauth2(one, other, &before, &after);
                    }
                    _ => self.report(&kinds::SECURITY_CHANGED, subject, before, after),
                }
            }
        }
    }

    fn oauth2(&mut self, one: &OAuth2, other: &OAuth2, before: &Said<'a>, after: &Said<'a>) {
        let urls = |auth: &OAuth2| {
            let urls = [&auth.authorize_url, &auth.token_url];
            let words = ["log in at", "tokens from"];
            let urls = urls.into_iter().zip(words);
            let urls: Vec<_> = urls
                .filter_map(|(url, word)| Some(format!("{word} {}", url.as_ref()?)))
                .collect();
            urls.join(", ")
        };
        let subject = Subject::default;
        if urls(one) != urls(other) {
            let (old, new) = (
                before.clone().with(urls(one)),
                after.clone().with(urls(other)),
            );
            self.report(&kinds::TOKEN_ADDRESS_CHANGED, subject(), old, new);
        }
        let only = |one: &OAuth2, other: &OAuth2| {
            let names = one.scopes.iter().map(|(name, _)| name);
            let names: Vec<&str> = names
                .filter(|name| other.scopes.iter().all(|(known, _)| known != *name))
                .map(String::as_str)
                .collect();
            names.join(" ")
        };
        let (gone, more) = (only(one, other), only(other, one));
        if !more.is_empty() {
            let new = after.clone().with(more);
            self.report(
                &kinds::SCOPES_ADDED,
                subject(),
                before.clone().silent(),
                new,
            );
        }
        if !gone.is_empty() {
            let old = before.clone().with(gone);
            self.report(
                &kinds::SCOPES_REMOVED,
                subject(),
                old,
                after.clone().silent(),
            );
        }
    }
}

fn document() -> At {
    At {
        way: Way::Document,
        operation: None,
        definition: None,
        base: String::new(),
        path: String::new(),
        printed: false,
    }
}
