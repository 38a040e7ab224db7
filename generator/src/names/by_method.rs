//! What each HTTP method does to each kind of thing, as a method's name.
//!
//! | | `/groups` | `/groups/{id}` | `/groups/{id}/members` | `/groups/{id}/members/{id}` |
//! |---|---|---|---|---|
//! | GET | `list` | `get` | `members` | `member` |
//! | POST | `create` | `update` | `create_member` | `update_member` |
//! | PUT, PATCH | `update` | `update` | `update_members` | `update_member` |
//! | DELETE | `delete_by_email`, `delete_all` | `delete` | `delete_members` | `delete_member` |
//! | HEAD | `head` | `exists` | `head_members` | `member_exists` |
//!
//! A last segment that is a verb is the name: `/groups/{id}/archive` is `archive`. A thing that
//! exists once (`/me`, `/settings`) has `get` instead of `list`.
//!
//! Each function gives the candidates in order: the first for when nobody else wants it, the rest
//! for when PUT and PATCH, or a collection and its item, want the same.

use super::place::Place;
use super::road::Road;
use super::verbs;
use super::words::Words;

/// What a method does to a thing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Method {
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
    pub(super) fn of(method: &str) -> Self {
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

/// `/groups`: the group's own collection, or the one thing that the group is.
pub(super) fn collection(method: Method, place: &Place, query: &[&str]) -> Vec<Words> {
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
pub(super) fn own_item(method: Method) -> Vec<Words> {
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
pub(super) fn sub_resource(method: Method, road: &Road<'_>, parents: usize) -> Vec<Words> {
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
        // `set` alone may be a set; `set teams` is something to do.
        _ => verbs::is_surely_verb(verb) || changes && verbs::is_unmistakable(verb),
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
pub(super) fn led_by_verb(verb: &Words, road: &Road<'_>) -> Vec<Words> {
    let noun = road.target.map(|(words, _)| road.parents.then(words));
    vec![verb.then(&noun.unwrap_or_default())]
}

/// Query parameters that page, format or authorise, but do not select.
#[rustfmt::skip]
const NOT_SELECTING: &[&str] = &[
    "accesstoken", "apikey", "apiversion", "async", "callback", "confirm", "dryrun", "expand",
    "fields", "force", "format", "key", "limit", "noname", "offset", "page", "pagesize", "perpage",
    "pretty", "sort", "timeout", "token",
];

/// The first two query parameters that select, joined.
fn selectors(query: &[&str]) -> Words {
    let selecting: Vec<Words> = query
        .iter()
        .map(|name| Words::of(name))
        .filter(|words| !words.is_empty() && !NOT_SELECTING.contains(&words.fold().as_str()))
        .take(2)
        .collect();
    Words::joined(&selecting, "and")
}
