//! Limits: which of them let less through than before, and which more.

use std::cmp::Ordering;

use super::leaf::leaf;
use super::value::Value;
use super::{At, Said, Side, Walk};
use crate::diff::facts::{Fact, Spot};
use crate::diff::kinds::{Way, reply, request};
use crate::model::Limit;

/// A limit is about one of these things.
const FAMILIES: [fn(&Limit) -> bool; 12] = [
    |limit| matches!(limit, Limit::MaxLength(_)),
    |limit| matches!(limit, Limit::MinLength(_)),
    |limit| matches!(limit, Limit::Maximum(_) | Limit::Below(_)),
    |limit| matches!(limit, Limit::Minimum(_) | Limit::Above(_)),
    |limit| matches!(limit, Limit::MultipleOf(_)),
    |limit| matches!(limit, Limit::MaxItems(_)),
    |limit| matches!(limit, Limit::MinItems(_)),
    |limit| matches!(limit, Limit::Unique),
    |limit| matches!(limit, Limit::MaxFields(_)),
    |limit| matches!(limit, Limit::MinFields(_)),
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
    pub(super) fn limits(&mut self, at: &At, old: &Value<'a>, new: &Value<'a>) {
        let (all, new_all) = (limits(&self.old, &old.spot), limits(&self.new, &new.spot));
        if all.is_empty() && new_all.is_empty() {
            return;
        }
        let kind = |side, value: &Value<'a>| leaf(side, value.ty, &value.spot).kind;
        let kinds = (kind(&self.old, old), kind(&self.new, new));
        let (old, new) = (&old.spot, &new.spot);
        for is_of in FAMILIES {
            let best = |all: &[(Limit, Fact<'a>)]| {
                let family = all.iter().filter(|(limit, _)| is_of(limit));
                family.max_by_key(|(_, fact)| fact.proof.rank).cloned()
            };
            let (before, after) = (best(&all), best(&new_all));
            let order = match (&before, &after) {
                (None, None) => continue,
                // A value of another type has other limits, and the type is told.
                (None, Some((limit, _))) if kinds.0 != kinds.1 && !limits_any(limit, &kinds.0) => {
                    continue;
                }
                (Some((limit, _)), None) if kinds.0 != kinds.1 && !limits_any(limit, &kinds.1) => {
                    continue;
                }
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
        .filter(|(limit, _)| !matches!(limit, Limit::Pattern(pattern) if ANYTHING.contains(&pattern.as_str())))
        .collect()
}

/// Patterns that every text matches.
const ANYTHING: [&str; 5] = ["", ".*", "^.*", ".*$", "^.*$"];

/// Whether a limit can say something of a value of that type.
fn limits_any(limit: &Limit, kind: &str) -> bool {
    match limit {
        Limit::MaxLength(_) | Limit::MinLength(_) | Limit::Pattern(_) | Limit::Utc => {
            ["string", "any", "one of several"].contains(&kind)
        }
        Limit::Maximum(_)
        | Limit::Below(_)
        | Limit::Minimum(_)
        | Limit::Above(_)
        | Limit::MultipleOf(_) => ["integer", "number", "any", "one of several"].contains(&kind),
        Limit::MaxItems(_) | Limit::MinItems(_) | Limit::Unique => {
            ["array", "any", "one of several"].contains(&kind)
        }
        Limit::MaxFields(_) | Limit::MinFields(_) => kind != "array" && kind != "string",
    }
}

fn compare(old: &Limit, new: &Limit) -> Order {
    use Limit::{Above, Below, MaxFields, MaxItems, MaxLength};
    use Limit::{Maximum, MinFields, MinItems, MinLength, Minimum, MultipleOf};
    match (old, new) {
        _ if old == new => Order::Same,
        (MaxLength(old), MaxLength(new))
        | (MaxItems(old), MaxItems(new))
        | (MaxFields(old), MaxFields(new)) => upper(old.cmp(new)),
        (MinLength(old), MinLength(new))
        | (MinItems(old), MinItems(new))
        | (MinFields(old), MinFields(new)) => upper(new.cmp(old)),
        (Maximum(one) | Below(one), Maximum(other) | Below(other)) => numbers(
            one,
            other,
            matches!(old, Maximum(_)),
            matches!(new, Maximum(_)),
            upper,
        ),
        (Minimum(one) | Above(one), Minimum(other) | Above(other)) => {
            let lower = |order: Ordering| upper(order.reverse());
            numbers(
                one,
                other,
                matches!(old, Above(_)),
                matches!(new, Above(_)),
                lower,
            )
        }
        // What is a multiple of 10 is one of 5.
        (MultipleOf(old), MultipleOf(new)) if is_multiple(old, new) => Order::Wider,
        (MultipleOf(_), MultipleOf(_)) => Order::Narrower,
        _ => Order::Other,
    }
}

/// What an upper limit becomes.
fn upper(order: Ordering) -> Order {
    match order {
        Ordering::Less => Order::Wider,
        Ordering::Equal => Order::Same,
        Ordering::Greater => Order::Narrower,
    }
}

/// Compares two bounds that are numbers; of two that are the same, the flags say which is further up.
fn numbers(
    old: &str,
    new: &str,
    far: bool,
    new_far: bool,
    order: impl Fn(Ordering) -> Order,
) -> Order {
    match (old.parse::<f64>(), new.parse::<f64>()) {
        (Ok(old), Ok(new)) => order(old.total_cmp(&new).then(far.cmp(&new_far))),
        _ => Order::Other,
    }
}

fn is_multiple(of: &str, by: &str) -> bool {
    match (of.parse::<f64>(), by.parse::<f64>()) {
        (Ok(of), Ok(by)) => (of / by).fract().abs() < f64::EPSILON,
        _ => false,
    }
}
