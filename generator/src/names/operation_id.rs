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
//! | `getUserById` | GET /users/{id} | | mechanical (and `get` says as much) |
//! | `post_v1_customers_customer` | POST /v1/customers/{customer} | | mechanical |
//! | a sentence of twelve words | | | not a name |

use super::number;
use super::operation::OperationFacts;
use super::verbs;
use super::words::Words;

/// An `operationId` with more words than this is a sentence, or the address of a function.
const MOST_WORDS: usize = 7;

/// The candidates that an `operationId` gives: less the group's own words, and in full.
pub(super) fn candidates(facts: &OperationFacts<'_>, group: &Words) -> Vec<Words> {
    let Some(id) = facts.operation_id else {
        return Vec::new();
    };
    if is_mechanical(id, facts.method, facts.path) {
        return Vec::new();
    }
    let words = without_tail(&Words::of(id), facts.method);
    if words.is_empty() || words.len() > MOST_WORDS {
        return Vec::new();
    }
    match without_group(&words, group) {
        Some(short) => vec![short, words],
        None => vec![words],
    }
}

/// Whether an `operationId` says nothing that method and path don't.
#[must_use]
pub fn is_mechanical(id: &str, method: &str, path: &str) -> bool {
    const EMPTY: &[&str] = &["all", "and", "one", "single", "rest", "api"];
    let known: Vec<String> = Words::of(path)
        .iter()
        .chain(Words::of(method).iter())
        .map(number::singular)
        .collect();
    let whole: String = known.concat();
    let words = Words::of(id);
    words.iter().map(number::singular).all(|word| {
        known.contains(&word)
            || verbs::is_preposition(&word)
            || verbs::is_article(&word)
            || EMPTY.contains(&word.as_str())
            || is_counter(&word)
            || (word.len() > 3 && whole.contains(&word))
    })
}

/// Drops what a framework appends: `UsingGET`, `_1`, and the method itself.
fn without_tail(words: &Words, method: &str) -> Words {
    let method = method.to_ascii_lowercase();
    let mut end = words.len();
    let word = |at: usize| words.iter().nth(at).unwrap_or_default();
    while end > 1 && is_counter(word(end - 1)) {
        end -= 1;
    }
    if end > 2 && word(end - 1) == method && word(end - 2) == "using" {
        end -= 2;
    }
    words.slice(0..end)
}

/// Takes the group's words out, with the preposition that led to them. `None` where nothing
/// sensible is left, or nothing was there to take.
fn without_group(words: &Words, group: &Words) -> Option<Words> {
    let all: Vec<&str> = words.iter().collect();
    let (start, end) = find_group(&all, group)?;
    let mut head: Vec<&str> = all[..start].to_vec();
    let tail = &all[end..];
    while head
        .last()
        .is_some_and(|word| verbs::is_preposition(word) || verbs::is_article(word))
    {
        head.pop();
    }
    let left: Vec<&str> = head.iter().chain(tail).copied().collect();
    let starts_well = left
        .first()
        .is_some_and(|word| !verbs::is_preposition(word));
    let ends_well = left.last().is_some_and(|word| !verbs::is_preposition(word));
    (starts_well && ends_well).then(|| left.into_iter().collect())
}

/// Where the group's words stand: as they are, by their last noun, or abbreviated at the front.
fn find_group(words: &[&str], group: &Words) -> Option<(usize, usize)> {
    let wanted: Vec<String> = group.iter().map(number::singular).collect();
    let noun = wanted.last()?;
    let fold: String = wanted.concat();
    for start in 0..words.len() {
        let mut spelled = String::new();
        for (at, word) in words.iter().enumerate().skip(start) {
            spelled.push_str(&number::singular(word));
            if spelled == fold {
                return Some((start, at + 1));
            }
        }
    }
    let alone = words
        .iter()
        .position(|word| number::singular(word) == *noun);
    let abbreviated = || {
        let first = words.first()?;
        let starts = first.len() >= 3 && wanted.first()?.starts_with(first) && wanted.len() == 1;
        starts.then_some(0)
    };
    let at = alone.or_else(abbreviated)?;
    Some((at, at + 1))
}

fn is_counter(word: &str) -> bool {
    word.chars().all(|c| c.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn short(id: &str, group: &str) -> String {
        let words = Words::of(id);
        without_group(&words, &Words::of(group))
            .unwrap_or(words)
            .snake("operation")
    }

    #[test]
    fn less_the_groups_words() {
        assert_eq!(short("ContainerList", "containers"), "list");
        assert_eq!(short("listPets", "pets"), "list");
        assert_eq!(short("findPetsByTags", "pet"), "find_by_tags");
        assert_eq!(short("addUserToGroup", "groups"), "add_user");
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
        assert_eq!(short("getInventory", "store"), "get_inventory");
    }

    #[test]
    fn not_when_nothing_sensible_is_left() {
        assert_eq!(short("usersByEmail", "users"), "users_by_email");
        assert_eq!(short("users", "users"), "users");
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
            ("getUserById", "get", "/users/{id}"),
            ("launchUsingPOST_1", "post", "/flows/{id}/launch"),
            ("getAllUsers", "get", "/users"),
        ] {
            assert!(is_mechanical(id, method, path), "{id}");
        }
        for (id, method, path) in [
            ("ContainerList", "get", "/containers/json"),
            ("listPets", "get", "/pets"),
            ("createUser", "post", "/users"),
        ] {
            assert!(!is_mechanical(id, method, path), "{id}");
        }
    }
}
