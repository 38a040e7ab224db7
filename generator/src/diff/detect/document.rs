//! The document as a whole: what it says of itself, where the service is, how callers prove who
//! they are, and which operations there are.

use super::{At, Said, Walk};
use crate::diff::facts::{Fact, Spot};
use crate::diff::kinds::{Kind, Way, document as kinds};
use crate::diff::pair::Pairs;
use crate::diff::types::Subject;
use crate::emit::surface::has_group_features;
use crate::model::{Api, Known, Operation};

impl<'a> Walk<'a> {
    pub(super) fn document(&mut self, pairs: &Pairs<'_>) {
        let (old, new) = (self.old.api, self.new.api);
        self.info(
            &kinds::TITLE_CHANGED,
            old.title.as_ref(),
            new.title.as_ref(),
        );
        self.info(
            &kinds::VERSION_CHANGED,
            old.version.as_ref(),
            new.version.as_ref(),
        );
        let subject = Subject::default();
        self.text(
            &kinds::DESCRIPTION_CHANGED,
            &subject,
            super::text::known(old, old.description.as_ref()),
            super::text::known(new, new.description.as_ref()),
        );
        self.touches = super::touch::root();
        let whole = Spot::new(None, "");
        let has = |slot| {
            let sides = [&self.old, &self.new];
            sides.map(|side| side.facts.get(&whole, slot).is_some())
        };
        let (host, scheme) = (has("host"), has("scheme"));
        // A host that comes or goes brings its protocol along.
        if host[0] == host[1] || scheme != host {
            self.server("scheme", &kinds::SCHEME_CHANGED);
        }
        self.server("host", &kinds::HOST_CHANGED);
        if pairs.bases.0 != pairs.bases.1 {
            if pairs.by_path_alone {
                self.server("base path", &kinds::BASE_PATH_CHANGED);
            } else {
                self.same("a base path that moved into the paths", &"document");
            }
        }
        self.security();
        self.setters();
        self.group_features();
        for operation in &pairs.removed {
            self.operation_gone(operation);
        }
        for operation in &pairs.added {
            let subject = Subject::operation(&operation.key, "");
            let said = Said::at(operation.key.as_str(), Some(&operation.location));
            self.touches = self.new.call(operation);
            self.report(&kinds::OPERATION_ADDED, subject, Said::default(), said);
            self.own(&operation.key);
        }
    }

    /// Compares whether groups are features.
    fn group_features(&mut self) {
        let (old, new) = (self.old.api, self.new.api);
        let kind = match (has_group_features(old), has_group_features(new)) {
            (false, true) => &kinds::GROUP_FEATURES_ADDED,
            (true, false) => &kinds::GROUP_FEATURES_REMOVED,
            _ => return,
        };
        let said = |api: &Api| Said::at(format!("{} groups", api.groups.len()), None);
        self.unseen(|walk| walk.report(kind, Subject::default(), said(old), said(new)));
    }

    fn operation_gone(&mut self, operation: &Operation) {
        let subject = Subject::operation(&operation.key, "");
        let said = Said::at(operation.key.as_str(), Some(&operation.location));
        self.touches = self.old.call(operation);
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
        old: Option<&Known<String>>,
        new: Option<&Known<String>>,
    ) {
        let said = |api: &'a Api, known: Option<&Known<String>>| match known {
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
        let whole = Spot::new(None, "");
        let (old, new) = (
            self.old.facts.get(&whole, slot),
            self.new.facts.get(&whole, slot),
        );
        let text = |fact: Option<Fact<'a>>| fact.map(|fact| fact.text);
        if text(old) == text(new) {
            self.basis(&document(), slot, old, new);
        } else {
            let (old, new) = (Said::fact(old, None), Said::fact(new, None));
            self.report(kind, Subject::default(), old, new);
        }
    }
}

pub(super) fn document() -> At {
    At {
        way: Way::Document,
        operation: None,
        definition: None,
        base: String::new(),
        path: String::new(),
        printed: false,
    }
}
