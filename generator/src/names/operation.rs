//! The name of an operation from its method and its path.
//!
//! The first candidate is a function of the operation alone. Those behind it are for a collision,
//! and each says more: the method, the parents, the parameters, the version, and at last all of
//! the path. A candidate may stand twice in the ladder: then the operation holds on to it for a
//! round longer than those that have no better right to it (`update` belongs to PATCH rather
//! than to PUT, which can be `replace`).

use super::grouping::Place;
use super::path::{Path, Piece};
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
        (None, Some(_)) => sub_resource(method, &road, 2),
        (None, None) if road.own_item => own_item(method),
        (None, None) => collection(method, place, &facts.query),
    };
    let short = by_method.first().cloned().unwrap_or_default();
    let explicit = by_method.last().cloned().unwrap_or_default();
    let afar = from_afar(method, place);
    let mut ladder = vec![short.clone(), short.then(&path.aside)];
    ladder.extend(by_method);
    ladder.push(afar.clone());
    ladder.push(afar.then(&path.aside));
    ladder.push(with_parameters(&short, &path.pieces, &facts.query));
    ladder.push(with_parameters(&explicit, &path.pieces, &facts.query));
    ladder.extend(facts.operation_id.map(Words::of));
    ladder.push(
        Words::of(facts.method)
            .then(&path.all_words())
            .then(&path.aside),
    );
    ladder
}

/// What a method does to a thing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Method {
    Get,
    Post,
    Put,
    Patch,
    Delete,
    Head,
    Options,
    Other,
}

impl Method {
    fn of(method: &str) -> Self {
        match method.to_ascii_lowercase().as_str() {
            "get" => Self::Get,
            "post" => Self::Post,
            "put" => Self::Put,
            "patch" => Self::Patch,
            "delete" => Self::Delete,
            "head" => Self::Head,
            "options" => Self::Options,
            _ => Self::Other,
        }
    }

    fn verb(self) -> &'static str {
        match self {
            Self::Get => "get",
            Self::Post => "post",
            Self::Put | Self::Patch => "update",
            Self::Delete => "delete",
            Self::Head => "head",
            Self::Options => "options",
            Self::Other => "call",
        }
    }
}

/// The road from the group to the thing: `issues` of `{number}`, then `labels`.
struct Road<'a> {
    /// Whether the road starts at one item of the group.
    own_item: bool,
    /// The nouns on the way, an item's in the singular.
    parents: Words,
    /// How many words each noun on the way has.
    lengths: Vec<usize>,
    /// The last fixed piece, and whether a parameter follows it.
    target: Option<(&'a Words, bool)>,
}

impl<'a> Road<'a> {
    fn of(pieces: &'a [Piece]) -> Self {
        let mut road = Self {
            own_item: pieces.first().is_some_and(|piece| piece.param().is_some()),
            parents: Words::default(),
            lengths: Vec::new(),
            target: None,
        };
        for piece in pieces {
            match (piece, road.target) {
                (Piece::Fixed(words), None) => road.target = Some((words, false)),
                (Piece::Fixed(words), Some((parent, item))) => {
                    let parent = if item {
                        parent.singular()
                    } else {
                        parent.clone()
                    };
                    road.parents = road.parents.then(&parent);
                    road.lengths.push(parent.len());
                    road.target = Some((words, false));
                }
                (Piece::Param(_), Some((words, _))) => road.target = Some((words, true)),
                (Piece::Param(_), None) => {}
            }
        }
        road
    }

    /// The nearest nouns on the way.
    fn nearest(&self, count: usize) -> Words {
        let words: usize = self.lengths.iter().rev().take(count).sum();
        self.parents
            .slice(self.parents.len() - words..self.parents.len())
    }
}

/// `/groups`: the group's own collection, or the one thing that the group is.
fn collection(method: Method, place: &Place, query: &[&str]) -> Vec<Words> {
    let noun = &place.noun;
    let of_an_item = place
        .before
        .last()
        .is_some_and(|piece| piece.param().is_some());
    let many = noun.is_plural() || (place.group.is_plural() && !of_an_item);
    let is_verb = if method == Method::Get {
        verbs::is_surely_verb
    } else {
        verbs::is_verb
    };
    let action = noun.len() == 1 && noun.first().is_some_and(is_verb);
    let selectors = selectors(query);
    let candidates: &[&str] = match method {
        Method::Get | Method::Post if action => return vec![noun.clone(), noun.clone()],
        Method::Get if many => &["list", "list"],
        Method::Get => &["get", "list"],
        Method::Post => &["create", "create"],
        Method::Put => &["update", "replace all"],
        Method::Patch => &["update", "update all"],
        Method::Delete if many && selectors.is_empty() => &["delete all", "delete all"],
        Method::Delete if many => {
            let by = Words::of("delete by").then(&selectors);
            return vec![by.clone(), by];
        }
        Method::Delete => &["delete", "delete all"],
        Method::Head | Method::Options | Method::Other => &[method.verb(), method.verb()],
    };
    candidates.iter().map(|text| Words::of(text)).collect()
}

/// `/groups/{id}`.
fn own_item(method: Method) -> Vec<Words> {
    let candidates: &[&str] = match method {
        Method::Get => &["get", "get"],
        Method::Delete => &["delete", "delete"],
        Method::Patch => &["update", "update", "update", "patch"],
        Method::Put => &["update", "update", "replace"],
        Method::Post => &["update", "update", "post"],
        Method::Head => &["exists", "head"],
        Method::Options | Method::Other => &[method.verb()],
    };
    candidates.iter().map(|text| Words::of(text)).collect()
}

/// `/groups/{id}/organizers`, `/meetings/{id}/start`, `/repos/{id}/issues/{number}/labels/{name}`.
fn sub_resource(method: Method, road: &Road<'_>, parents: usize) -> Vec<Words> {
    let Some((target, item)) = road.target else {
        return own_item(method);
    };
    let parents = road.nearest(parents);
    if item {
        return sub_item(method, &parents.then(&target.singular()));
    }
    if let Some(action) = action(method, target, &parents) {
        return action;
    }
    let noun = parents.then(target);
    let one = noun.singular();
    let many = target.is_plural();
    let surely_noun = target.last().is_some_and(verbs::is_surely_noun);
    let prefixed = |verb: &str, noun: &Words| Words::of(verb).then(noun);
    match method {
        Method::Get if many => vec![noun.clone(), noun.clone(), prefixed("list", &noun)],
        Method::Get => vec![
            noun.clone(),
            prefixed("get", &noun),
            prefixed("list", &noun),
        ],
        Method::Post if many => vec![prefixed("create", &one)],
        Method::Post if surely_noun => vec![prefixed("create", &noun)],
        Method::Post => vec![noun.clone(), prefixed("create", &noun)],
        Method::Patch => {
            let update = prefixed("update", &noun);
            vec![update.clone(), update, prefixed("patch", &noun)]
        }
        Method::Put => vec![prefixed("update", &noun), prefixed("replace", &noun)],
        _ => vec![prefixed(method.verb(), &noun)],
    }
}

/// An item of a sub-collection, by its singular.
fn sub_item(method: Method, one: &Words) -> Vec<Words> {
    let prefixed = |verb: &str| Words::of(verb).then(one);
    match method {
        Method::Get => vec![one.clone(), prefixed("get"), prefixed("get")],
        Method::Patch => vec![prefixed("update"), prefixed("update"), prefixed("patch")],
        Method::Put => vec![prefixed("update"), prefixed("replace")],
        Method::Post => vec![prefixed("update"), prefixed("post")],
        Method::Head => vec![one.then(&Words::of("exists"))],
        _ => vec![prefixed(method.verb())],
    }
}

/// The last segment as a verb: `start`, `move_message`, `auto_fit_rows`.
fn action(method: Method, target: &Words, parents: &Words) -> Option<Vec<Words>> {
    let verb = target.first()?;
    let changes = matches!(method, Method::Post | Method::Put | Method::Patch);
    let acts = match method {
        Method::Delete | Method::Head | Method::Options | Method::Other => false,
        _ if changes && target.len() == 1 => verbs::is_verb(verb),
        _ => verbs::is_surely_verb(verb),
    };
    if !acts {
        return None;
    }
    let name = match target.len() {
        1 => target.then(parents),
        _ => parents.then(target),
    };
    let prefix = match (method, verbs::reads(verb)) {
        (Method::Get, true) | (Method::Post, false) => "",
        (Method::Get, false) => "get",
        (Method::Post, true) => "post",
        (Method::Put, _) => "put",
        _ => "patch",
    };
    let explicit = Words::of(prefix).then(&name);
    Some(vec![name, explicit])
}

/// `/create/entry`, `DescribeInstances`: the verb stands in the path.
fn led_by_verb(verb: &Words, road: &Road<'_>) -> Vec<Words> {
    let noun = road.target.map(|(words, _)| road.parents.then(words));
    vec![verb.then(&noun.unwrap_or_default())]
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
    let joined = join(&parameters, "and");
    if joined.is_empty() || base.iter().any(|word| word == "by") {
        return base.clone();
    }
    base.then(&Words::of("by")).then(&joined)
}

/// The query parameters that select, joined; those that page or format are not among them.
fn selectors(query: &[&str]) -> Words {
    const NOT_SELECTING: &[&str] = &[
        "accesstoken",
        "apikey",
        "apiversion",
        "callback",
        "dryrun",
        "expand",
        "fields",
        "force",
        "format",
        "key",
        "limit",
        "noname",
        "offset",
        "page",
        "pagesize",
        "perpage",
        "pretty",
        "sort",
        "token",
        "async",
        "timeout",
        "confirm",
    ];
    let selecting: Vec<Words> = query
        .iter()
        .map(|name| Words::of(name))
        .filter(|words| !words.is_empty() && !NOT_SELECTING.contains(&words.fold().as_str()))
        .take(2)
        .collect();
    join(&selecting, "and")
}

fn join(words: &[Words], with: &str) -> Words {
    let with = Words::of(with);
    words.iter().fold(Words::default(), |all, words| {
        if all.is_empty() {
            words.clone()
        } else {
            all.then(&with).then(words)
        }
    })
}
