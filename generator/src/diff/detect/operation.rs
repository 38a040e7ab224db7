//! One operation: what is said of it, and where its parts are compared.

use super::{Said, Walk};
use crate::diff::kinds::document as kinds;
use crate::diff::types::{Rust, Subject};
use crate::model::{Known, Operation};

impl<'a> Walk<'a> {
    pub(super) fn operation(&mut self, old: &'a Operation, new: &'a Operation) {
        let subject = || Subject::operation(&new.key, "");
        let at = |text: Option<&str>, operation: &Operation| Said {
            text: text.map(str::to_owned),
            place: Some(operation.location.clone()),
            proof: None,
        };
        let calls = self.calls(old, new);
        if self.moved.contains(new.key.as_str()) {
            let (before, after) = (at(Some(&old.key), old), at(Some(&new.key), new));
            self.report(&kinds::OPERATION_MOVED, subject(), before, after);
            if let Some(change) = self.found.last_mut() {
                change.rust = calls.as_ref().map_or(Rust::None, |_| Rust::Breaks);
                change
                    .items
                    .extend(calls.map(|(before, after)| format!("{before} → {after}")));
            }
        } else if let Some((before, after)) = calls {
            let (before, after) = (at(Some(&before), old), at(Some(&after), new));
            self.report(&kinds::NAME_CHANGED, subject(), before, after);
        }
        if old.deprecated != new.deprecated {
            let kind = if new.deprecated {
                &kinds::OPERATION_DEPRECATED
            } else {
                &kinds::OPERATION_UNDEPRECATED
            };
            self.report(kind, subject(), at(None, old), at(None, new));
        }
        if old.public != new.public {
            let kind = if new.public {
                &kinds::OPERATION_MADE_PUBLIC
            } else {
                &kinds::OPERATION_MADE_PRIVATE
            };
            self.report(kind, subject(), at(None, old), at(None, new));
            self.still_public(old, new);
        }
        self.credentials(old, new);
        let id = |id: &Option<Known<String>>| id.as_ref().map(|id| id.value.clone());
        let (before, after) = (id(&old.operation_id), id(&new.operation_id));
        if before != after {
            let (old, new) = (at(before.as_deref(), old), at(after.as_deref(), new));
            self.report(&kinds::OPERATION_ID_CHANGED, subject(), old, new);
        }
        let sorted = |operation: &Operation| {
            let mut tags = operation.tags.clone();
            tags.sort_unstable();
            tags.join(", ")
        };
        if sorted(old) != sorted(new) {
            let (before, after) = (at(Some(&sorted(old)), old), at(Some(&sorted(new)), new));
            self.report(&kinds::TAGS_CHANGED, subject(), before, after);
        } else if old.tags != new.tags {
            self.same("tags in another order", &new.key);
        }
        let known = super::text::known;
        let (one, other) = (self.old.api, self.new.api);
        let (before, after) = (
            known(one, old.summary.as_ref()),
            known(other, new.summary.as_ref()),
        );
        self.text(&kinds::SUMMARY_CHANGED, &subject(), before, after);
        let before = known(one, old.description.as_ref());
        let after = known(other, new.description.as_ref());
        self.text(&kinds::DESCRIPTION_CHANGED, &subject(), before, after);
        self.parameters(old, new);
        self.body(old, new);
        self.touch_replies(old, new);
        self.replies(old, new);
    }
}
