//! What programs put into an `operationId`: numbers, classes, the method, what they make of a query.

use super::path::Path;
use super::verbs;
use super::words::Words;

/// The words behind a class and its underscore, `PostReply` of `Review_PostReply`.
pub(super) fn action(id: &str) -> Words {
    let action = id.split_once('_').map(|(_, action)| Words::of(action));
    action.unwrap_or_default()
}

/// How many words lead to the verb: those of a class before an underscore, and none elsewhere.
pub(super) fn class(id: &str) -> usize {
    let Some((class, action)) = id
        .split_once('_')
        .filter(|(_, action)| !action.contains('_'))
    else {
        return 0;
    };
    let (class, action) = (Words::of(class), Words::of(action));
    let acts = |words: &Words| words.first().is_some_and(verbs::is_surely_verb);
    let led = action.len() > 1 && acts(&action) && !acts(&class);
    if led { class.len() } else { 0 }
}

/// An id without what a program made of `?name={name}`, which says the name of a parameter twice.
pub(super) fn without_query(id: &str, query: &[&str]) -> String {
    query.iter().fold(id.to_owned(), |id, name| {
        id.replacen(&format!("_{name}_{name}"), "", 1)
    })
}

/// The id without the number by which a program told it from another (`SessionsGet2`,
/// `LeaseRevoke2`), where the word before it is the method or stands in the path.
pub(super) fn without_number<'a>(id: &'a str, method: &str, path: &Path) -> &'a str {
    let bare = id.trim_end_matches(|c: char| c.is_ascii_digit());
    let bare = bare.trim_end_matches('_');
    let words = Words::of(bare);
    let last = words.last().unwrap_or_default();
    let known = last.eq_ignore_ascii_case(method) || path.all_words().iter().any(|w| w == last);
    let number = &id[bare.len()..];
    let in_path = path.all_words().iter().any(|word| word.ends_with(number));
    if known && !in_path && last.len() > 2 {
        bare
    } else {
        id
    }
}

/// `3dSecure` of `Post3dSecure`, where the method sticks to what is no word.
pub(super) fn without_method<'a>(id: &'a str, method: &str) -> &'a str {
    let rest = id
        .get(..method.len())
        .filter(|head| head.eq_ignore_ascii_case(method))
        .map(|_| &id[method.len()..]);
    rest.filter(|rest| rest.starts_with(|c: char| c.is_ascii_digit()))
        .unwrap_or(id)
}

/// Drops what a framework appends: `UsingGET`, `_1`.
pub(super) fn without_tail(words: &Words, method: &str) -> Words {
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

/// `1`, and the `v1` of a version.
pub(super) fn is_counter(word: &str) -> bool {
    word.trim_start_matches('v')
        .chars()
        .all(|c| c.is_ascii_digit())
}

/// Whether an id is made of the signs of a path and its query, `alertscheck-idcheck-idampseverity…` of
/// `/alerts?check_id={check_id}&amp;severity={severity}`, possibly cut.
pub(super) fn is_glued_query(id: &str, path: &str, query: &[&str]) -> bool {
    let letters = |text: &str| -> String {
        let letters = text.chars().filter(|c| c.is_alphanumeric());
        letters.flat_map(char::to_lowercase).collect()
    };
    let (id, road) = (letters(id), letters(path));
    let twice: Vec<String> = query.iter().map(|name| letters(name).repeat(2)).collect();
    let glued = |joint: &str| (road.clone() + &twice.join(joint)).starts_with(&id);
    id.len() > road.len() && ["", "amp"].into_iter().any(glued)
}
