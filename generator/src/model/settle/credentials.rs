//! What operations take of callers, by the names of schemes.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use crate::draft::{Credentials, OAuth2, Scheme, Security};
use crate::model::{Operation, Takes};

/// What an operation takes that says `said`.
pub(super) fn takes<'d>(
    said: impl Iterator<Item = &'d Credentials> + Clone,
    schemes: &[Scheme],
) -> Takes {
    let mut all: Vec<Vec<String>> = Vec::new();
    let related = said.clone().flat_map(|one| related(one, schemes));
    for alternative in said.map(names).chain(related) {
        if !all.contains(&alternative) {
            all.push(alternative);
        }
    }
    // "Or nothing" is for clients that have nothing.
    all.sort_by_key(Vec::is_empty);
    (!all.is_empty()).then_some(all)
}

/// What operations take that are no public ones, the most usual first.
pub(super) fn all<'o>(operations: impl Iterator<Item = &'o Operation>) -> Vec<Takes> {
    let mut counts: BTreeMap<&Takes, usize> = BTreeMap::new();
    for operation in operations.filter(|operation| !operation.public) {
        *counts.entry(&operation.takes).or_default() += 1;
    }
    let mut all: Vec<_> = counts.into_iter().collect();
    all.sort_by_key(|(_, count)| Reverse(*count));
    all.into_iter().map(|(takes, _)| takes.clone()).collect()
}

fn names(credentials: &Credentials) -> Vec<String> {
    let names = credentials.0.iter().map(|need| need.scheme.clone());
    let names: BTreeSet<_> = names.collect();
    names.into_iter().collect()
}

/// The same with a token that the same service gives in another way: better than none.
fn related(credentials: &Credentials, schemes: &[Scheme]) -> Vec<Vec<String>> {
    let mut all = Vec::new();
    for (at, need) in credentials.0.iter().enumerate() {
        let is_other = |other: &&Scheme| other.name != need.scheme;
        let others = schemes.iter().filter(is_other);
        for other in others.filter(|other| is_related(&need.way, &other.way)) {
            let mut credentials = credentials.clone();
            credentials.0[at].scheme.clone_from(&other.name);
            all.push(names(&credentials));
        }
    }
    all
}

/// Whether one service gives both tokens, each in a flow of its own.
fn is_related(one: &Security, other: &Security) -> bool {
    let (Security::OAuth2(a), Security::OAuth2(b)) = (one, other) else {
        return false;
    };
    let same = |url: fn(&OAuth2) -> &Option<String>| url(a).is_some() && url(a) == url(b);
    same(|flow| &flow.token_url) || same(|flow| &flow.authorize_url)
}
