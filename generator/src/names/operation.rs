//! The name of an operation from its method and its path.
//!
//! The first candidate is a function of the operation alone. Those behind it are for a collision,
//! and each says more: the method, the parents, the parameters, the version, and at last all of
//! the path. A candidate may stand twice in the ladder: then the operation holds on to it for a
//! round longer than those that have no better right to it (`update` belongs to PATCH rather
//! than to PUT, which can be `replace`).

use super::by_method::{Method, collection, led_by_verb, own_item, sub_resource};
use super::operation_id;
use super::path::{Path, Piece};
use super::place::Place;
use super::road::Road;
use super::verbs;
use super::words::Words;

/// What is known of an operation.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OperationFacts<'a> {
    /// The HTTP method, in any case.
    pub method: &'a str,
    /// The path as the document spells it.
    pub path: &'a str,
    /// The names of the query parameters, in the order of the document.
    pub query: Vec<&'a str>,
    /// The `operationId`.
    pub operation_id: Option<&'a str>,
    /// The tags.
    pub tags: Vec<&'a str>,
}

/// The candidates for an operation's name, the best first.
pub(super) fn ladder(facts: &OperationFacts<'_>, path: &Path, place: &Place) -> Vec<Words> {
    let method = Method::of(facts.method);
    let road = Road::of(&place.after);
    let by_method = match (&place.verb, road.target) {
        (Some(verb), _) => led_by_verb(verb, &road),
        // The value of `?method=` is the name of a call, whatever its words.
        (None, Some((target, false))) if path.called && target.len() > 1 => {
            let name = road.parents.then(target);
            vec![name.clone(), name]
        }
        (None, Some(_)) => sub_resource(method, &road, 2),
        (None, None) if road.own_item => own_item(method),
        (None, None) => collection(method, place, &facts.query),
    };
    let short = short_of(&by_method, &road, place);
    let explicit = by_method.last().cloned().unwrap_or_default();
    let afar = from_afar(method, place);
    let first = by_method.first().unwrap_or(&explicit);
    let respelled = [respelled(first, &road), respelled(&explicit, &road)];
    let mut ladder = vec![short.clone(), short.then(&path.aside)];
    ladder.extend(by_method);
    ladder.extend(respelled);
    ladder.push(afar.clone());
    ladder.push(afar.then(&path.aside));
    ladder.push(with_parameters(&short, &path.pieces, &facts.query));
    ladder.push(with_parameters(&explicit, &path.pieces, &facts.query));
    ladder.push(Words::of(facts.method).then(&spelled(&place.after)));
    ladder.push(
        Words::of(facts.method)
            .then(&path.all_words())
            .then(&path.aside),
    );
    // Of two paths that differ in the slash at their end, the one without it has the name.
    let ends_open = facts.path.len() > 1 && facts.path.ends_with('/');
    ladder.push(if ends_open {
        short.then(&Words::of("slash"))
    } else {
        short
    });
    ladder.extend(facts.operation_id.map(Words::of));
    ladder
}

/// The name with the last noun as the path spells it, for two nouns that have one singular
/// (`/account/people`, `/account/persons`).
fn respelled(name: &Words, road: &Road<'_>) -> Words {
    let Some((target, _)) = road.target else {
        return name.clone();
    };
    let one = target.singular();
    let start = name.len().saturating_sub(one.len());
    if start > 0 && name.slice(start..name.len()) == one {
        return name.slice(0..start).then(target);
    }
    name.clone()
}

/// The fixed words of a road as the path spells them, for two that differ only in a plural.
fn spelled(pieces: &[Piece]) -> Words {
    let fixed = pieces.iter().filter_map(Piece::fixed);
    fixed.flat_map(Words::iter).collect()
}

/// The first candidate; the name of a call does without the group's words (`/work/rejectWork`),
/// that of a thing does not (`/account/external_accounts`).
fn short_of(by_method: &[Words], road: &Road<'_>, place: &Place) -> Words {
    let first = by_method.first().cloned().unwrap_or_default();
    let is_call = road
        .target
        .is_some_and(|(target, _)| target.len() > 1 && *target == first)
        && first.first().is_some_and(verbs::is_verb);
    let less = is_call
        .then(|| operation_id::less(&first, &place.group, &[]))
        .flatten();
    less.unwrap_or(first)
}

/// The name as it would be without the group: with all parents, those of the group included.
fn from_afar(method: Method, place: &Place) -> Words {
    let mut pieces = Vec::new();
    if place.before.iter().any(|piece| piece.fixed().is_some()) {
        pieces.extend(place.before.iter().cloned());
        pieces.push(Piece::Fixed(place.noun.clone()));
    }
    pieces.extend(place.after.iter().cloned());
    let road = Road::of(&pieces);
    let names = match road.target {
        Some(_) => sub_resource(method, &road, usize::MAX),
        None if road.own_item => own_item(method),
        None => collection(method, place, &[]),
    };
    names.into_iter().next().unwrap_or_default()
}

/// `get_by_owner_and_repo`.
fn with_parameters(base: &Words, pieces: &[Piece], query: &[&str]) -> Words {
    let mut parameters = pieces
        .iter()
        .filter_map(Piece::param)
        .cloned()
        .collect::<Vec<_>>();
    if parameters.is_empty() {
        parameters.extend(query.first().map(|name| Words::of(name)));
    }
    let joined = Words::joined(&parameters, "and");
    if joined.is_empty() || base.iter().any(|word| word == "by") {
        return base.clone();
    }
    base.then(&Words::of("by")).then(&joined)
}
