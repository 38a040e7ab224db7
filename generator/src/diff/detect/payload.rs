//! Bodies and replies.

use super::envelope::media_type;
use super::value::Value;
use super::{At, Said, Side, Walk};
use crate::diff::facts::Spot;
use crate::diff::kinds::{Way, document, reply, request};
use crate::diff::types::{Subject, Touches};
use crate::model::{Answer, Body, Known, Location, Operation, Type};

impl<'a> Walk<'a> {
    pub(super) fn body(&mut self, old: &'a Operation, new: &'a Operation) {
        let at = At::new(Way::Request, &new.key, "body");
        let (one, other) = match (&old.body, &new.body) {
            (None, None) => return self.form(&at, old, new),
            (Some(one), Some(other)) => (one, other),
            (Some(gone), None) => return self.one_sided_body(&at, old, gone, false),
            (None, Some(more)) => return self.one_sided_body(&at, new, more, true),
        };
        let (spot, new_spot) = (spot(&self.old, old), spot(&self.new, new));
        let slots = |operation: &Operation| Spot::new(Some(&operation.key), "body");
        let required = (
            &request::BODY_BECAME_REQUIRED,
            &request::BODY_BECAME_OPTIONAL,
        );
        let flags = (one.required, other.required);
        self.required(&at, required, flags, (&slots(old), &slots(new)));
        self.slot_basis(&at, "present", &slots(old), &slots(new));
        let kinds = (&request::MEDIA_TYPE_ADDED, &request::MEDIA_TYPE_REMOVED);
        let written = |operation: &Operation, body: &Body| {
            let spot = Spot::new(Some(&operation.key), "body");
            (spot, media_type(&body.media))
        };
        self.media(&at, kinds, written(old, one), written(new, other));
        let known = super::text::known;
        let before = known(self.old.api, one.description.as_ref());
        let after = known(self.new.api, other.description.as_ref());
        self.text(&document::DESCRIPTION_CHANGED, &at.subject(), before, after);
        let value = |body: &'a Body, spot| Value {
            ty: &body.ty.value,
            spot,
            notes: None,
        };
        self.value(&at, &value(one, spot), &value(other, new_spot));
    }

    /// Compares how a form is written whose values are parameters.
    fn form(&mut self, at: &At, old: &'a Operation, new: &'a Operation) {
        let (Some(one), Some(other)) = (old.form, new.form) else {
            return;
        };
        if one != other {
            let (before, after) = (
                Said::at(one.media().to_owned(), Some(&old.location)),
                Said::at(other.media().to_owned(), Some(&new.location)),
            );
            let nothing = || Said::default();
            let more = &request::MEDIA_TYPE_ADDED;
            self.report(more, at.subject(), nothing(), after);
            let gone = &request::MEDIA_TYPE_REMOVED;
            self.report(gone, at.subject(), before, nothing());
        }
    }

    fn one_sided_body(&mut self, at: &At, operation: &'a Operation, body: &'a Body, is_new: bool) {
        let kind = match (is_new, body.required) {
            (true, true) => &request::BODY_ADDED_REQUIRED,
            (true, false) => &request::BODY_ADDED_OPTIONAL,
            (false, true) => &request::BODY_REMOVED_REQUIRED,
            (false, false) => &request::BODY_REMOVED_OPTIONAL,
        };
        let side = if is_new { &self.new } else { &self.old };
        let spot = spot(side, operation);
        let present = side.facts.get(&spot, "present");
        let said = Said::fact(present, Some(&operation.location));
        let said = said.with(self.type_text(is_new, &body.ty.value, &spot));
        let (old, new) = if is_new {
            (Said::default(), said)
        } else {
            (said, Said::default())
        };
        self.report(kind, at.subject(), old, new);
    }

    pub(super) fn replies(&mut self, old: &'a Operation, new: &'a Operation) {
        let find = |answers: &'a [Answer], one: &Answer| {
            answers.iter().find(|answer| answer.status == one.status)
        };
        let mut gone = Vec::new();
        for answer in &old.answers {
            match find(&new.answers, answer) {
                Some(after) => self.reply((old, answer), (new, after)),
                None => gone.push(answer),
            }
        }
        let more = new
            .answers
            .iter()
            .filter(|answer| find(&old.answers, answer).is_none());
        let more: Vec<_> = more.collect();
        let touches = self.touches.clone();
        for answer in &gone {
            let kind = if answer.status.is_success() {
                &reply::SUCCESS_REMOVED
            } else {
                &reply::FAILURE_REMOVED
            };
            let said = Said::at(
                answer.status.to_string(),
                Some(self.reply_place(false, old, answer)),
            );
            if !answer.status.is_success() {
                self.touches = Touches::default();
            }
            self.touch_answer(false, answer);
            self.report(
                kind,
                Subject::operation(&new.key, ""),
                said,
                Said::default(),
            );
            self.touches.clone_from(&touches);
        }
        for answer in &more {
            let kind = if answer.status.is_success() {
                &reply::SUCCESS_ADDED
            } else {
                &reply::FAILURE_ADDED
            };
            let said = Said::at(
                answer.status.to_string(),
                Some(self.reply_place(true, new, answer)),
            );
            if !answer.status.is_success() {
                self.touches = Touches::default();
            }
            self.touch_answer(true, answer);
            self.report(
                kind,
                Subject::operation(&new.key, ""),
                Said::default(),
                said,
            );
            self.touches.clone_from(&touches);
        }
        let is_still =
            |answer: &&Answer| answer.status.is_success() && find(&new.answers, answer).is_some();
        if old.answers.iter().any(|answer| is_still(&answer)) {
            return;
        }
        // A success under another status is still what the call gives.
        let only = |answers: &[&'a Answer]| {
            let mut answers = answers.iter().filter(|answer| answer.status.is_success());
            let first = answers.next().copied();
            first.filter(|_| answers.next().is_none())
        };
        if let (Some(before), Some(after)) = (only(&gone), only(&more)) {
            self.reply((old, before), (new, after));
        }
    }

    fn reply_place(&self, is_new: bool, operation: &'a Operation, answer: &Answer) -> &'a Location {
        let side = if is_new { &self.new } else { &self.old };
        let spot = reply_spot(operation, answer);
        side.facts.place(&spot).unwrap_or(&operation.location)
    }

    fn reply(&mut self, old: (&'a Operation, &'a Answer), new: (&'a Operation, &'a Answer)) {
        let ((old, one), (new, other)) = (old, new);
        let status = other.status;
        let at = At::new(Way::Reply, &new.key, format!("reply {status}"));
        let (spot, new_spot) = (reply_spot(old, one), reply_spot(new, other));
        let place = self.reply_place(false, old, one);
        let new_place = self.reply_place(true, new, other);
        let said = |text: &Option<String>, place| Said {
            text: text.clone(),
            ..Said::nothing(Some(place))
        };
        let before = said(&one.description, place);
        let after = said(&other.description, new_place);
        self.text(&document::DESCRIPTION_CHANGED, &at.subject(), before, after);
        let value = |ty: &'a Known<Type>, spot| Value {
            ty: &ty.value,
            spot,
            notes: None,
        };
        self.unseen(|walk| walk.headers(&at, (place, one), (new_place, other)));
        let touches = self.touches.clone();
        match (&one.holds, &other.holds) {
            (None, None) => {}
            (Some(one), Some(other)) => {
                // Those of failures usually are those of the document.
                if status.is_success() {
                    let kinds = (&reply::MEDIA_TYPE_ADDED, &reply::MEDIA_TYPE_REMOVED);
                    let json = || "application/json".to_owned();
                    let before = (spot.clone(), json());
                    let after = (new_spot.clone(), json());
                    self.media(&at, kinds, before, after);
                }
                self.value(&at, &value(one, spot), &value(other, new_spot));
            }
            (None, Some(more)) => {
                let text = self.type_text(true, &more.value, &new_spot);
                let after = Said::at(text, Some(new_place));
                let before = Said::nothing(Some(place));
                self.touch_answer(true, other);
                self.report(&reply::BODY_ADDED, at.subject(), before, after);
            }
            (Some(gone), None) => {
                let before = Said::at(self.type_text(false, &gone.value, &spot), Some(place));
                let after = Said::nothing(Some(new_place));
                self.touch_answer(false, one);
                self.report(&reply::BODY_REMOVED, at.subject(), before, after);
            }
        }
        self.touches = touches;
    }
}

/// Where accounts know a body: as one, or as the parameters of a form.
fn spot(side: &Side<'_>, operation: &Operation) -> Spot {
    let body = Spot::new(Some(&operation.key), "body");
    match side.facts.get(&body, "present") {
        Some(_) => body,
        None => Spot::form(&operation.key),
    }
}

fn reply_spot(operation: &Operation, answer: &Answer) -> Spot {
    Spot::new(Some(&operation.key), format!("reply {}", answer.status))
}
