//! The candidates for the name of a type, from the short one to the one that says everything.
//!
//! | what | candidates |
//! |---|---|
//! | definition `Pet` | `Pet`, `PetDefinition` |
//! | definition `io.k8s.api.core.v1.Pod` | `Pod`, `V1Pod`, `CoreV1Pod`, … |
//! | success of `meetings().get` | `Meeting`, `MeetingGetReply` |
//! | success of `chat().post_message` | `ChatPostMessageReply`, `ChatPostMessageCreatedReply` |
//! | failure of it, status 404 | `ChatPostMessageFailure`, `ChatPostMessageNotFound` |
//! | body of `meetings().create` | `CreateMeetingBody` |
//! | field `address` of `Pet` | `Address`, `PetAddress` |
//! | items of its list `tags` | `Tag`, `PetTag` |
//! | field `lines` in `data` in what `parse` gives | `Lines`, `DataLines`, `ParseLines`, … |

use std::collections::{BTreeMap, HashSet};

use crate::model::types::{Def, Named, Type, TypeId};
use crate::model::{Api, Reply};
use crate::names::Words;
use crate::names::number::singular;

/// What types are used for.
pub(super) struct Uses<'a> {
    /// Module and method of each operation, by its key.
    operations: BTreeMap<&'a str, (&'a str, &'a str)>,
    /// What calls give.
    given: HashSet<TypeId>,
    /// What stands alone somewhere, and not only in lists.
    single: HashSet<TypeId>,
}

impl<'a> Uses<'a> {
    pub(super) fn of(api: &'a Api) -> Self {
        let groups = api.groups.iter();
        let all = groups.flat_map(|group| group.operations.iter().map(move |o| (group, o)));
        let mut uses = Self {
            operations: BTreeMap::new(),
            given: HashSet::new(),
            single: HashSet::new(),
        };
        for (group, operation) in all {
            let name = (group.module.as_str(), operation.name.as_str());
            uses.operations.insert(operation.key.as_str(), name);
            if let Reply::Typed(ty) | Reply::Single(ty) | Reply::Untyped(ty) = &operation.reply {
                uses.given.extend(innermost(&ty.value));
                uses.single.extend(alone(&ty.value));
            }
            uses.single
                .extend(operation.body.iter().filter_map(|body| alone(&body.ty)));
            uses.single
                .extend(operation.parameters.iter().filter_map(|p| alone(&p.ty)));
        }
        for (_, named) in api.types.iter() {
            match &named.def {
                Def::Struct(fields) => uses
                    .single
                    .extend(fields.iter().filter_map(|f| alone(&f.ty))),
                Def::Union(all) => uses
                    .single
                    .extend(all.iter().filter_map(|one| alone(&one.ty.value))),
                Def::Enum(_) | Def::Identifier(_) => {}
            }
        }
        uses
    }
}

fn innermost(ty: &Type) -> Option<TypeId> {
    match ty {
        Type::List(inner) | Type::Map(inner) => innermost(inner),
        Type::Named(id) => Some(*id),
        _ => None,
    }
}

fn alone(ty: &Type) -> Option<TypeId> {
    match ty {
        Type::Map(inner) => alone(inner),
        Type::Named(id) => Some(*id),
        _ => None,
    }
}

/// Candidates for the name of a type.
pub(super) fn ladder(id: TypeId, named: &Named, uses: &Uses<'_>) -> Vec<String> {
    let pascal = |words: &Words| words.pascal("Value");
    let kind = named.place.first().map_or("", String::as_str);
    let own = named.place.get(1).map_or("", String::as_str);
    let whole = joined(&named.place);
    if kind == "identifier" {
        let inner = joined(&named.inner);
        return vec![
            pascal(&inner),
            pascal(&inner.then(&Words::of("identifier"))),
        ];
    }
    let root = match kind {
        "any" => Words::of("any").then(&Words::of(own)),
        "definition" => joined(dotted(own).last()),
        _ => root(named, uses, kind),
    };
    let mut ladder = match (named.inner.as_slice(), kind) {
        ([], "definition") => {
            let parts = dotted(own);
            let grown = (0..parts.len()).rev().map(|at| joined(&parts[at..]));
            let definition = root.then(&Words::of(kind));
            grown.chain([definition]).collect()
        }
        ([], "reply") => reply(id, named, uses),
        ([], _) => {
            let of_kind = |words: &Words| words.then(&Words::of(kind));
            // It ends in its kind already.
            let is_full = root.fold().ends_with(kind);
            let mut ladder = vec![root.clone()];
            ladder.extend(calls(own, uses).iter().filter(|_| is_full).map(of_kind));
            ladder.push(of_kind(&root));
            ladder
        }
        (inner, _) => field(id, named, inner, &root, uses),
    };
    // What the document itself calls a list of values says more than where it stands.
    if let Some(hint) = &named.hint {
        ladder.insert(0, Words::of(hint));
    }
    ladder.push(whole);
    ladder.iter().map(pascal).collect()
}

/// What a field holds: its own name, then those of the fields around it, then what it all is in.
fn field(id: TypeId, named: &Named, inner: &[String], root: &Words, uses: &Uses<'_>) -> Vec<Words> {
    let mut last = inner.last().map(|name| Words::of(name)).unwrap_or_default();
    if matches!(named.def, Def::Struct(_)) && !uses.single.contains(&id) && last.is_plural() {
        last = last.singular();
    }
    let mut ladder = Vec::new();
    // The field `customer` can hold a `Customer` among others, so its union is not called that.
    if !matches!(named.def, Def::Union(_)) {
        ladder.push(last.clone());
    }
    if let [first, .., parent, _] | [first @ parent, _] = inner {
        ladder.push(Words::of(parent).then(&last));
        ladder.push(Words::of(first).then(&last));
    }
    let in_root = root.then(&last);
    if in_root.is_cut() {
        let near = root.slice(root.len().saturating_sub(2)..root.len());
        ladder.push(near.then(&last));
    }
    ladder.push(in_root);
    ladder.push(root.then(&joined(inner)));
    let kind = named.place.first().map_or("", String::as_str);
    let own = named.place.get(1).map_or("", String::as_str);
    for call in calls(own, uses) {
        ladder.push(call.then(&last));
        let whose = match kind {
            "reply" => reply_of(&call, named, false),
            kind => call.then(&Words::of(kind)),
        };
        ladder.push(whose.then(&last));
        ladder.push(whose.then(&joined(inner)));
    }
    ladder
}

/// An operation in words: its noun and its method, or the group as it is called where another group
/// has the same noun (`account`, `accounts`).
fn calls(key: &str, uses: &Uses<'_>) -> Vec<Words> {
    let Some((group, method)) = uses.operations.get(key) else {
        return Vec::new();
    };
    let (group, method) = (Words::of(group), Words::of(method));
    let noun = group.with_last(singular);
    vec![noun.then(&method), group.then(&method)]
}

/// What a reply of that status is called after its call.
fn reply_of(call: &Words, named: &Named, is_given: bool) -> Words {
    let status = named.place.get(2).map_or("", String::as_str);
    if status.starts_with('2') || is_given {
        call.then(&Words::of(meaning(status)))
            .then(&Words::of("reply"))
    } else {
        call.then(&Words::of(meaning(status)))
    }
}

/// What an operation gives, or what it fails with: what several statuses have, says which.
fn reply(id: TypeId, named: &Named, uses: &Uses<'_>) -> Vec<Words> {
    let own = named.place.get(1).map_or("", String::as_str);
    let status = named.place.get(2).map_or("", String::as_str);
    let Some((group, method)) = uses.operations.get(own) else {
        return vec![Words::of(own).then(&Words::of("reply"))];
    };
    let is_given = status.starts_with('2') || uses.given.contains(&id);
    let kind = Words::of(if is_given { "reply" } else { "failure" });
    let mut ladder = Vec::new();
    // What a call gives is the thing itself: `meetings().get` gives a `Meeting`.
    if is_given && matches!(*method, "get" | "list") {
        ladder.push(Words::of(group).with_last(singular));
    }
    for mut call in calls(own, uses) {
        if call.then(&kind).is_cut() {
            call = Words::of(method);
        }
        ladder.push(call.then(&kind));
        ladder.push(reply_of(&call, named, is_given));
        ladder.push(call.then(&Words::of(status)).then(&kind));
    }
    ladder
}

/// What a status means, in words for a name.
fn meaning(status: &str) -> &str {
    match status {
        "200" => "ok",
        "201" => "created",
        "202" => "accepted",
        "206" => "partial",
        "400" => "bad request",
        "401" => "unauthorized",
        "402" => "payment required",
        "403" => "forbidden",
        "404" => "not found",
        "405" => "method not allowed",
        "406" => "not acceptable",
        "408" => "timeout",
        "409" => "conflict",
        "410" => "gone",
        "412" => "precondition failed",
        "413" => "too large",
        "415" => "unsupported media type",
        "422" => "unprocessable",
        "423" => "locked",
        "429" => "rate limited",
        "500" => "server error",
        "501" => "not implemented",
        "502" => "bad gateway",
        "503" => "unavailable",
        "default" => "failure",
        other => other,
    }
}

/// The parts of a definition's name that is a path of names (`io.k8s.api.core.v1.Pod`): the last is
/// the type, the others are where it comes from.
fn dotted(name: &str) -> Vec<String> {
    let parts: Vec<&str> = name.split('.').collect();
    let is_part = |part: &&str| {
        !part.is_empty()
            && part
                .chars()
                .all(|c| c.is_alphanumeric() || "_-".contains(c))
    };
    let is_path = parts.iter().all(is_part)
        && parts
            .last()
            .is_some_and(|last| last.starts_with(char::is_uppercase));
    if is_path {
        parts.into_iter().map(str::to_owned).collect()
    } else {
        vec![name.to_owned()]
    }
}

fn joined<'a>(parts: impl IntoIterator<Item = &'a String>) -> Words {
    let parts = parts.into_iter();
    parts.fold(Words::default(), |all, part| all.then(&Words::of(part)))
}

/// What stands in an operation is named after it: `create` in `meetings` has a `CreateMeetingBody`.
fn root(named: &Named, uses: &Uses<'_>, kind: &str) -> Words {
    let key = named.place.get(1).map_or("", String::as_str);
    let Some((group, method)) = uses.operations.get(key) else {
        return Words::of(key);
    };
    let (group, method) = (Words::of(group), Words::of(method));
    let noun = group.with_last(singular);
    match kind {
        // A method that is a verb alone says too little without its noun.
        _ if named.inner.is_empty() && method.len() > 1 => method.then(&Words::of(kind)),
        _ if named.inner.is_empty() => method.then(&noun).then(&Words::of(kind)),
        _ if method.len() > 1 => method,
        _ => method.then(&noun),
    }
}
