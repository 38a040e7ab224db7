//! The accounts of a draft: every slot with its claims, as text. Reports are made of them, so that
//! there is no second record beside the claims.

use std::fmt::Display;

use super::evidence::{EvidenceId, Ledger, OVERLAY, Rank, STATED, Slot};
use super::{Body, Definition, Draft, Operation, Parameter, Reply, Shape};

/// What an account is about.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Subject {
    /// Method and path of the operation; `None` for the document as a whole.
    pub operation: Option<String>,
    /// The part of it, such as ``parameter `groupKey` ``; empty for the whole.
    pub part: String,
}

/// One slot with everything that is claimed of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Account {
    /// What the slot belongs to.
    pub subject: Subject,
    /// What the slot says of it (`type`, `required` …).
    pub slot: &'static str,
    /// The claims as text: the one that counts first, then the others from oldest to newest.
    pub claims: Vec<(String, EvidenceId)>,
    /// Whether two of them contradict each other.
    pub contested: bool,
}

impl Account {
    /// The evidence of the claim that counts.
    #[must_use]
    pub fn evidence(&self) -> EvidenceId {
        self.claims[0].1
    }

    /// Whether what counts is a repair: neither the document nor a person says so.
    #[must_use]
    pub fn is_repair(&self, ledger: &Ledger) -> bool {
        ![STATED, OVERLAY].contains(&ledger.get(self.evidence()).rule)
    }
}

/// Every slot of a draft that somebody claims something of, in the order of the document.
#[must_use]
pub fn accounts(draft: &Draft, ledger: &Ledger) -> Vec<Account> {
    let mut walk = Walk {
        ledger,
        definitions: &draft.definitions,
        subject: Subject {
            operation: None,
            part: String::new(),
        },
        accounts: Vec::new(),
    };
    walk.draft(draft);
    walk.accounts
}

struct Walk<'d> {
    ledger: &'d Ledger,
    definitions: &'d [Definition],
    subject: Subject,
    accounts: Vec<Account>,
}

impl Walk<'_> {
    fn draft(&mut self, draft: &Draft) {
        self.slot("title", &draft.info.title);
        self.slot("description", &draft.info.description);
        self.slot("version", &draft.info.version);
        self.slot("scheme", &draft.server.scheme);
        self.slot("host", &draft.server.host);
        self.slot("base path", &draft.server.base_path);
        self.slot("security", &draft.security);
        self.each("other security", &draft.other_security);
        self.each("doubt", &draft.doubts);
        for text in draft.tags.values() {
            self.slot("description of a tag", text);
        }
        for operation in &draft.operations {
            self.subject.operation = Some(operation.key());
            self.operation(operation);
        }
        self.subject.operation = None;
        // What is made of several definitions says nothing that they do not say.
        for definition in draft.definitions.iter().filter(|one| !one.any) {
            let part = format!("definition `{}`", definition.name);
            self.shape(&part, &definition.shape);
        }
    }

    fn operation(&mut self, operation: &Operation) {
        self.subject.part.clear();
        self.slot("operationId", &operation.operation_id);
        self.slot("name", &operation.name);
        self.slot("group", &operation.group);
        self.slot("summary", &operation.summary);
        self.slot("description", &operation.description);
        self.slot("deprecated", &operation.deprecated);
        self.slot("deprecation", &operation.deprecation);
        self.slot("public", &operation.public);
        let order: Vec<_> = operation
            .order
            .claims()
            .iter()
            .map(|c| (c.value.join(", "), c.evidence))
            .collect();
        self.open("order", order, false);
        let read: Vec<_> = operation
            .read
            .claims()
            .iter()
            .map(|c| ("fields of the body".to_owned(), c.evidence))
            .collect();
        self.open("table", read, false);
        for parameter in &operation.parameters {
            self.parameter(parameter);
        }
        self.body(&operation.body);
        for reply in &operation.replies {
            self.reply(reply);
        }
        self.subject.part.clear();
        self.slot("reply", &operation.reply);
        self.each("doubt", &operation.doubts);
    }

    fn parameter(&mut self, parameter: &Parameter) {
        let part = format!("{} parameter `{}`", parameter.place.word(), parameter.name);
        self.subject.part.clone_from(&part);
        self.slot("present", &parameter.present);
        if !parameter.present.is_true(self.ledger) {
            return;
        }
        self.slot("required", &parameter.required);
        self.slot("list style", &parameter.style);
        self.shape(&part, &parameter.shape);
    }

    fn body(&mut self, body: &Body) {
        "body".clone_into(&mut self.subject.part);
        self.slot("present", &body.present);
        if !body.present.is_true(self.ledger) {
            return;
        }
        self.slot("required", &body.required);
        self.media(&body.media);
        self.shape("body", &body.shape);
    }

    fn reply(&mut self, reply: &Reply) {
        let status = reply
            .status
            .value(self.ledger)
            .map(ToString::to_string)
            .unwrap_or_default();
        let part = format!("reply {status}");
        self.subject.part.clone_from(&part);
        self.slot("status", &reply.status);
        self.slot("description", &reply.description);
        self.media(&reply.media);
        if let Some(shape) = &reply.shape {
            self.shape(&part, shape);
        }
    }

    fn shape(&mut self, part: &str, shape: &Shape) {
        part.clone_into(&mut self.subject.part);
        self.slot("name", &shape.name);
        self.slot("type name", &shape.type_name);
        self.slot("single", &shape.single);
        self.reference(shape);
        self.slot("type", &shape.kind);
        self.slot("format", &shape.format);
        self.slot("nullable", &shape.nullable);
        self.slot("deprecated", &shape.deprecated);
        self.slot("read only", &shape.read_only);
        self.slot("write only", &shape.write_only);
        self.slot("identifier", &shape.identifies);
        self.values(&shape.values);
        self.slot("default", &shape.default);
        self.each("limit", &shape.limits);
        for example in shape.examples.claims() {
            self.open(
                "example",
                vec![(example.value.to_string(), example.evidence)],
                false,
            );
        }
        self.slot("description", &shape.description);
        for field in &shape.fields {
            let inner = format!("{part} field `{}`", field.name);
            self.subject.part.clone_from(&inner);
            self.slot("required", &field.required);
            self.shape(&inner, &field.shape);
        }
        part.clone_into(&mut self.subject.part);
        self.slot("closed", &shape.closed);
        if let Some(items) = &shape.items {
            self.shape(&format!("{part} item"), items);
        }
        if let Some(entries) = &shape.entries {
            self.shape(&format!("{part} value"), entries);
        }
        for inner in &shape.parts {
            self.shape(part, inner);
        }
        part.clone_into(&mut self.subject.part);
        for alternative in &shape.alternatives {
            self.alternative(alternative);
        }
    }

    /// One of the types that a value can be of, by what the document calls it.
    fn alternative(&mut self, shape: &Shape) {
        let reference = shape.reference.as_ref().and_then(|one| one.evidence);
        let definition = shape
            .target()
            .map(|target| self.definitions[target].name.clone());
        let named = definition.zip(reference);
        let plain = || {
            let kind = shape.kind.winner(self.ledger)?;
            Some((kind.value.to_string(), kind.evidence))
        };
        if let Some(claim) = named.or_else(plain) {
            self.open("alternative", vec![claim], false);
        }
    }

    /// What a shape refers to says the rest of it.
    fn reference(&mut self, shape: &Shape) {
        let target = shape.target();
        if let (Some(target), Some(reference)) = (target, &shape.reference) {
            let name = self.definitions[target].name.clone();
            if let Some(evidence) = reference.evidence {
                self.open("reference", vec![(name, evidence)], false);
            }
        }
    }

    /// An account of a slot in which one claim counts.
    fn slot<T: PartialEq + Display>(&mut self, name: &'static str, slot: &Slot<T>) {
        let Some(winner) = slot.winner(self.ledger) else {
            return;
        };
        let rank = self.ledger.rank(winner.evidence);
        // Law, safety and overlay settle a matter; a fallback never disputed anything.
        let contested = rank <= Rank::Stated
            && slot.claims().iter().any(|claim| {
                claim.value != winner.value && self.ledger.rank(claim.evidence) > Rank::Fallback
            });
        let others = slot
            .claims()
            .iter()
            .filter(|claim| !std::ptr::eq(*claim, winner));
        let claims = std::iter::once(winner)
            .chain(others)
            .map(|claim| (claim.value.to_string(), claim.evidence))
            .collect();
        self.open(name, claims, contested);
    }

    /// An account of each claim of a slot in which all of them count.
    fn each<T: Display>(&mut self, name: &'static str, slot: &Slot<T>) {
        for claim in slot.claims() {
            self.open(name, vec![(claim.value.to_string(), claim.evidence)], false);
        }
    }

    /// The media types that count. Several are a choice, and no contest.
    fn media(&mut self, slot: &Slot<Vec<String>>) {
        if let Some(winner) = slot.winner(self.ledger) {
            let types = winner.value.iter();
            let claims = types.map(|ty| (ty.clone(), winner.evidence)).collect();
            self.open("media type", claims, false);
        }
    }

    /// Lists of values unite, and are contested where a later one has something that the first
    /// does not have. One that only repeats some of it agrees.
    fn values(&mut self, slot: &Slot<Vec<String>>) {
        let first: &[String] = slot.claims().first().map_or(&[], |claim| &claim.value);
        let contested = slot
            .claims()
            .iter()
            .flat_map(|claim| &claim.value)
            .any(|value| !first.contains(value));
        let claims = slot
            .claims()
            .iter()
            .map(|claim| {
                (
                    claim
                        .value
                        .iter()
                        .map(|value| shown(value))
                        .collect::<Vec<_>>()
                        .join(", "),
                    claim.evidence,
                )
            })
            .collect();
        self.open("values", claims, contested);
    }

    fn open(&mut self, slot: &'static str, claims: Vec<(String, EvidenceId)>, contested: bool) {
        if !claims.is_empty() {
            self.accounts.push(Account {
                subject: self.subject.clone(),
                slot,
                claims,
                contested,
            });
        }
    }
}

fn shown(value: &str) -> String {
    if value.is_empty() {
        "the empty text".to_owned()
    } else {
        format!("`{value}`")
    }
}
