//! Limits: which of them let less through than before, and which more.

use super::{At, Said, Side, Walk};
use crate::diff::facts::{Fact, Spot};
use crate::diff::kinds::{Way, reply, request};
use crate::model::Limit;

/// What a limit is about.
const FAMILIES: [fn(&Limit) -> bool; 6] = [
    |limit| matches!(limit, Limit::MaxLength(_)),
    |limit| matches!(limit, Limit::MinLength(_)),
    |limit| matches!(limit, Limit::Maximum(_)),
    |limit| matches!(limit, Limit::Minimum(_)),
    |limit| matches!(limit, Limit::Pattern(_)),
    |limit| matches!(limit, Limit::Utc),
];

/// How two limits of one family compare.
enum Order {
    Same,
    Narrower,
    Wider,
    Other,
}

impl<'a> Walk<'a> {
    pub(super) fn limits(&mut self, at: &At, old: &Spot, new: &Spot) {
        let (all, new_all) = (limits(&self.old, old), limits(&self.new, new));
        if all.is_empty() && new_all.is_empty() {
            return;
        }
        for is_of in FAMILIES {
            let best = |all: &[(Limit, Fact<'a>)]| {
                let family = all.iter().filter(|(limit, _)| is_of(limit));
                family.max_by_key(|(_, fact)| fact.proof.rank).cloned()
            };
            let (before, after) = (best(&all), best(&new_all));
            let order = match (&before, &after) {
                (None, None) => continue,
                (None, Some(_)) => Order::Narrower,
                (Some(_), None) => Order::Wider,
                (Some((one, _)), Some((other, _))) => compare(one, other),
            };
            let fact = before.map(|(_, fact)| fact);
            let new_fact = after.map(|(_, fact)| fact);
            let is_request = at.way == Way::Request;
            let kind = match (order, is_request) {
                (Order::Same, _) => {
                    self.basis(at, "limit", fact, new_fact);
                    continue;
                }
                (Order::Narrower, true) => &request::LIMIT_NARROWED,
                (Order::Wider, true) => &request::LIMIT_WIDENED,
                (Order::Other, true) => &request::PATTERN_CHANGED,
                (Order::Narrower, false) => &reply::LIMIT_NARROWED,
                (Order::Wider, false) => &reply::LIMIT_WIDENED,
                (Order::Other, false) => &reply::PATTERN_CHANGED,
            };
            let before = Said::fact(fact, self.old.facts.place(old));
            let after = Said::fact(new_fact, self.new.facts.place(new));
            self.report(kind, at.subject(), before, after);
        }
    }
}

fn limits<'a>(side: &Side<'a>, spot: &Spot) -> Vec<(Limit, Fact<'a>)> {
    let facts = side.facts.all(spot, "limit").into_iter();
    facts
        .filter_map(|fact| Some((Limit::read(fact.text)?, fact)))
        .collect()
}

fn compare(old: &Limit, new: &Limit) -> Order {
    let numbers = |old: f64, new: f64, upper: bool| {
        if old.total_cmp(&new).is_eq() {
            Order::Same
        } else if (new < old) == upper {
            Order::Narrower
        } else {
            Order::Wider
        }
    };
    let counts = |old: u64, new: u64, upper: bool| match old.cmp(&new) {
        std::cmp::Ordering::Equal => Order::Same,
        order if order.is_gt() == upper => Order::Narrower,
        _ => Order::Wider,
    };
    let texts = |old: &str, new: &str, upper: bool| match (old.parse(), new.parse()) {
        (Ok(old), Ok(new)) => numbers(old, new, upper),
        _ if old == new => Order::Same,
        _ => Order::Other,
    };
    match (old, new) {
        (Limit::MaxLength(old), Limit::MaxLength(new)) => counts(*old, *new, true),
        (Limit::MinLength(old), Limit::MinLength(new)) => counts(*old, *new, false),
        (Limit::Maximum(old), Limit::Maximum(new)) => texts(old, new, true),
        (Limit::Minimum(old), Limit::Minimum(new)) => texts(old, new, false),
        _ if old == new => Order::Same,
        _ => Order::Other,
    }
}
