//! The `operationId`: kept where a person thought about it, dropped where a program glued it
//! together from the method and the path.
//!
//! | operationId | method, path | group | name |
//! |---|---|---|---|
//! | `ContainerList` | GET /containers/json | container | `list` |
//! | `listPets` | GET /pets | pets | `list` |
//! | `findPetsByTags` | GET /pet/findByTags | pet | `find_by_tags` |
//! | `addUserToGroup` | PUT /groups/{id}/users/{user} | groups | `add_user` |
//! | `repoListPullReviews` | GET /repos/{o}/{r}/pulls/{i}/reviews | repository | `list_pull_reviews` |
//! | `OrganizersByOrganizerKeyPut` | PUT /organizers/{organizerKey} | | mechanical |
//! | `getUserById` | GET /users/{id} | users | `get` |
//! | `post_v1_customers_customer` | POST /v1/customers/{customer} | | mechanical |
//! | a sentence of twelve words | | | not a name |

use std::collections::BTreeSet;

use super::framework::{
    action, class, is_counter, is_glued_query, without_method, without_number, without_query,
    without_tail,
};
use super::number;
use super::operation::OperationFacts;
use super::path::{Path, Piece};
use super::place::Place;
use super::verbs;
use super::words::Words;

/// No person writes an `operationId` of more words than this.
const MOST_WRITTEN: usize = 64;

/// A name of more words than this is a sentence.
const MOST_WORDS: usize = 8;

/// The candidates that an `operationId` gives: less the group's own words, and in full. None where
/// it is glued together, a sentence, or the address of a function (`app.users:controller.get`).
pub(super) fn candidates(facts: &OperationFacts<'_>, path: &Path, place: &Place) -> Vec<Words> {
    let Some(id) = facts.operation_id else {
        return Vec::new();
    };
    let id = id.trim_matches(|c: char| !c.is_alphanumeric());
    let id = without_number(id, facts.method, path);
    let words = Words::of(id);
    let is_address = id.contains('.') && id.contains(':');
    if is_address
        || is_prose(&words)
        || is_mechanical(&without_query(id, &facts.query), facts.method, facts.path)
        || is_glued_query(id, facts.path, &facts.query)
        || is_led_by_post(&words, facts.method, path)
        || is_led_by_post(&action(id), facts.method, path)
    {
        return Vec::new();
    }
    let all = verb_first(imperative(
        without_tail(&words, facts.method).without_echo(),
        path,
    ));
    let parents = place
        .before
        .iter()
        .filter_map(Piece::fixed)
        .flat_map(Words::iter);
    let parents: Vec<String> = parents.map(number::singular).collect();
    let full = without_articles(&without_parameters(all.clone(), path));
    let short = less(&full, &place.group, &parents).filter(|_| !is_thing(&full, path));
    // `GroceryList_Post` says no more than the method.
    if short.as_ref().is_some_and(is_bare_method) {
        return Vec::new();
    }
    // Where two differ in nothing but that, `ById` tells them apart (`repoGet`, `repoGetById`).
    let longer = less(&without_articles(&all), &place.group, &[]);
    let longer = longer.filter(|_| short.is_some());
    // One that has no word but the group's and its parents' says less than the path.
    let own = |word: &str| {
        let one = number::singular(word);
        !parents.contains(&one) && place.group.iter().all(|word| number::singular(word) != one)
    };
    if short.is_none() && !full.iter().any(own) {
        return Vec::new();
    }
    // `Codes_GetCodes` outside `codes` has its verb behind the name of a class.
    let action = full.slice(class(id)..full.len());
    let action = Some(action).filter(|action| short.is_none() && action.len() < full.len());
    let candidates = short.into_iter().chain(longer).chain(action);
    candidates.chain([full]).filter(is_name).collect()
}

/// `retrieving-a-file` is `retrieve_file`: what others call it.
fn imperative(words: Words, path: &Path) -> Words {
    let first = words.first().unwrap_or_default();
    // Where the path has it, `listings`, it is a thing.
    let is_thing = |word: &str| word.starts_with(first);
    match verbs::imperative(first) {
        Some(_) if path.all_words().iter().any(is_thing) => words,
        Some(verb) => Words::of(verb).then(&words.slice(1..words.len())),
        None => words,
    }
}

/// `pollCreate` is `create_poll`, as all others are called.
fn verb_first(words: Words) -> Words {
    let end = words.len().saturating_sub(1);
    let acts = words.last().is_some_and(|last| LAST_VERBS.contains(&last));
    let once = words
        .iter()
        .filter(|word| verbs::is_unmistakable(word))
        .count()
        == 1;
    if acts && once && end > 0 {
        words.slice(end..words.len()).then(&words.slice(0..end))
    } else {
        words
    }
}

/// Verbs that stand behind their noun in some ids. (A `list` or a `set` may be a noun there.)
const LAST_VERBS: &[&str] = &[
    "add", "create", "delete", "edit", "get", "insert", "modify", "remove", "update",
];

/// Whether the words are a thing of the path, which is more than what is left without the group's
/// (`online_invoice` of `/invoices/{id}/OnlineInvoice`).
fn is_thing(words: &Words, path: &Path) -> bool {
    let is_verb = words.first().is_some_and(verbs::is_verb);
    let same = |piece: &Words| piece.len() > 1 && piece.singular() == words.singular();
    !is_verb && path.pieces.iter().filter_map(Piece::fixed).any(same)
}

fn without_articles(words: &Words) -> Words {
    words
        .iter()
        .filter(|word| !verbs::is_article(word))
        .collect()
}

/// A sentence; a name may have an article (`update-an-entry`), but not many words besides.
fn is_prose(words: &Words) -> bool {
    words.len() > 6 && words.iter().any(verbs::is_article)
}

/// An id whose verb is the method, `postPension`, where the path has no such word.
fn is_led_by_post(words: &Words, method: &str, path: &Path) -> bool {
    let leads = words.first() == Some("post") && method.eq_ignore_ascii_case("post");
    leads
        && path
            .all_words()
            .iter()
            .all(|word| word.trim_end_matches('s') != "post")
}

/// Whether the words can be a method: not too many, and more than an HTTP method that is no verb.
fn is_name(words: &Words) -> bool {
    !words.is_empty() && words.len() <= MOST_WORDS && !is_bare_method(words)
}

fn is_bare_method(words: &Words) -> bool {
    words.len() == 1 && ["post", "put", "head"].contains(&words.fold().as_str())
}

/// Whether an `operationId` is glued together from method and path: it has no word that the path
/// doesn't have, and leaves out no segment.
///
/// `deleteUser` for `DELETE /users/{id}` is not glued: no program makes `user` of `users`. But one
/// makes `veo` of `video`, having taken all ids out, so ids do not count.
#[must_use]
pub fn is_mechanical(id: &str, method: &str, path: &str) -> bool {
    let method = method.to_ascii_lowercase();
    let words = Words::of(without_method(id, &method));
    if words.len() > MOST_WRITTEN {
        return true;
    }
    let own: Vec<String> = words
        .iter()
        .filter(|word| *word != method && !is_filler(word))
        .map(without_ids)
        .collect();
    let squashed = own.concat();
    let segments = Path::of(path).pieces;
    let mut fixed = segments
        .iter()
        .filter_map(Piece::fixed)
        .flat_map(Words::iter);
    if fixed.any(|word| !is_filler(word) && !squashed.contains(&without_ids(word))) {
        return false;
    }
    let known = runs(&Words::of(path).iter().map(without_ids).collect::<Vec<_>>());
    let mut rest = own.as_slice();
    while !rest.is_empty() {
        let spelled = (1..=rest.len().min(MOST_WORDS))
            .rev()
            .find(|end| known.contains(&rest[..*end].concat()));
        let Some(end) = spelled else {
            return false;
        };
        rest = &rest[end..];
    }
    true
}

/// Every short stretch of neighbours, joined: `access`, `accesscontrol`, `control`.
fn runs(words: &[String]) -> BTreeSet<String> {
    let ends = |start: usize| (start..=words.len()).take(MOST_WORDS);
    let from = |start: usize| ends(start).map(move |end| words[start..end].concat());
    (0..=words.len()).flat_map(from).collect()
}

fn without_ids(word: &str) -> String {
    word.replace("id", "")
}

/// Words that a program puts between those of the path.
fn is_filler(word: &str) -> bool {
    let filler = ["all", "and", "one", "single", "rest", "api"].contains(&word);
    filler || is_counter(word) || verbs::is_preposition(word) || verbs::is_article(word)
}

/// Drops the `ById` at the end that the path's own last parameter says again, wherever it stands.
fn without_parameters(words: Words, path: &Path) -> Words {
    let Some(parameter) = path.pieces.iter().rev().find_map(Piece::param) else {
        return words;
    };
    let by = Words::of("by").then(parameter);
    let start = words.len().saturating_sub(by.len());
    if start > 0 && words.slice(start..words.len()) == by {
        return words.slice(0..start);
    }
    words
}

/// The words less the group's. A group that leads them may be said again further on
/// (`Category_GetAllCategories`).
pub(super) fn less(words: &Words, group: &Words, parents: &[String]) -> Option<Words> {
    let once = without_group(words, group, parents)?;
    let led = words.slice(words.len() - once.len()..words.len()) == once;
    let twice = led.then(|| without_group(&once, group, parents)).flatten();
    Some(twice.unwrap_or(once))
}

/// Takes the group's words out, with its parents and the preposition that led to them. `None`
/// where nothing sensible is left, or nothing was there to take.
fn without_group(words: &Words, group: &Words, parents: &[String]) -> Option<Words> {
    let all: Vec<&str> = words.iter().collect();
    let (start, end) = find_group(&all, group)?;
    let (mut head, mut tail) = (&all[..start], &all[end..]);
    while let Some((last, before)) = head.split_last()
        && parents.contains(&number::singular(last))
    {
        head = before;
    }
    let described = matches!(head, [_, .., last] if !verbs::is_verb(last) && !is_filler(last));
    if described && tail.is_empty() {
        return None;
    }
    if let ([.., by], ["id" | "ids" | "key", rest @ ..]) = (head, tail)
        && verbs::is_preposition(by)
    {
        tail = rest;
    }
    while let Some((last, before)) = head.split_last()
        && verbs::is_joint(last)
        && !is_phrasal(before, last)
    {
        head = before;
    }
    let left: Vec<&str> = head.iter().chain(tail).copied().collect();
    let well = |word: Option<&&str>| word.is_some_and(|word| !verbs::is_joint(word));
    (well(left.first()) && well(left.last())).then(|| left.into_iter().collect())
}

/// `logged in` of `getLoggedInAthlete`: the preposition belongs to the participle before it.
fn is_phrasal(before: &[&str], last: &str) -> bool {
    last == "in" && matches!(before, [.., "logged" | "signed" | "checked" | "opted"])
}

/// Where the group's words stand: as they are, or by their last noun, or abbreviated at the front.
fn find_group(words: &[&str], group: &Words) -> Option<(usize, usize)> {
    let words: Vec<String> = words.iter().map(|word| number::singular(word)).collect();
    let wanted: Vec<String> = group.iter().map(number::singular).collect();
    let noun = wanted.last()?;
    let abbreviated = || {
        let first = words.first()?;
        let begins = first.len() >= 3 && wanted.len() == 1 && noun.starts_with(first);
        begins.then_some((0, 1))
    };
    find_letters(&words, &wanted.concat())
        .or_else(|| find_letters(&words, noun))
        .or_else(abbreviated)
}

/// The first neighbours that together have these letters.
fn find_letters(words: &[String], letters: &str) -> Option<(usize, usize)> {
    (0..words.len()).find_map(|start| {
        let mut rest = letters;
        for (at, word) in words.iter().enumerate().skip(start) {
            rest = rest.strip_prefix(word.as_str())?;
            if rest.is_empty() {
                return Some((start, at + 1));
            }
        }
        None
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn short(id: &str, group: &str) -> String {
        let words = Words::of(id);
        less(&words, &Words::of(group), &["account".to_owned()])
            .unwrap_or(words)
            .snake("operation")
    }

    #[test]
    fn less_the_groups_words() {
        assert_eq!(short("ContainerList", "containers"), "list");
        assert_eq!(short("listPets", "pets"), "list");
        assert_eq!(short("findPetsByTags", "pet"), "find_by_tags");
        assert_eq!(short("addUserToGroup", "groups"), "add_user");
        assert_eq!(short("getAccountsByUserID", "users"), "get_accounts");
        assert_eq!(short("addUserToGroup", "users"), "add_to_group");
        assert_eq!(
            short("repoListPullReviews", "repository"),
            "list_pull_reviews"
        );
        assert_eq!(
            short("listCoreV1NamespacedPod", "core_v1"),
            "list_namespaced_pod"
        );
        assert_eq!(short("recordingDeleteOne", "Cloud Recording"), "delete_one");
        assert_eq!(short("getAccountContact", "contacts"), "get");
        assert_eq!(short("Category_GetAllCategories", "categories"), "get_all");
        assert_eq!(short("getInventory", "store"), "get_inventory");
        assert_eq!(
            short("users/list-keys-for-authenticated-user", "users"),
            "list_keys_for_authenticated_user"
        );
    }

    #[test]
    fn not_when_nothing_sensible_is_left() {
        assert_eq!(short("usersByEmail", "users"), "users_by_email");
        assert_eq!(short("users", "users"), "users");
        assert_eq!(short("getUserGroups", "groups"), "get_user_groups");
        assert_eq!(short("adoptPet", "pets"), "adopt");
    }

    #[test]
    fn mechanical_or_not() {
        for (id, method, path) in [
            (
                "OrganizersByOrganizerKeyPut",
                "put",
                "/organizers/{organizerKey}",
            ),
            (
                "post_v1_customers_customer",
                "post",
                "/v1/customers/{customer}",
            ),
            ("GET_foo-bar", "get", "/foo-bar"),
            ("getV3UsersIdKeys", "get", "/v3/users/{id}/keys"),
            ("getPhotosPhotoVeos", "get", "/photos/{photo_id}/videos"),
            ("accessControl.add", "post", "/accesscontrol/action/add"),
            ("launchUsingPOST_1", "post", "/launch"),
            ("getAllUsers", "get", "/users"),
            ("Post3dSecure", "post", "/v1/3d_secure"),
        ] {
            assert!(is_mechanical(id, method, path), "{id}");
        }
        for (id, method, path) in [
            ("ContainerList", "get", "/containers/json"),
            ("getReviewers", "get", "/repos/{id}/reviewers"),
            ("listPets", "get", "/pets"),
            ("createUser", "post", "/users"),
            ("deleteUser", "delete", "/users/{id}"),
        ] {
            assert!(!is_mechanical(id, method, path), "{id}");
        }
    }
}
