//! English as API paths speak it: which words are things to do.

/// Words that do something wherever they stand.
#[rustfmt::skip]
const VERBS: &[&str] = &[
    "accept", "acknowledge", "activate", "add", "append", "apply", "approve", "archive", "assign",
    "associate", "attach", "authenticate", "authorize", "autocomplete", "ban", "begin", "block",
    "bulk", "calculate", "cancel", "capture", "change", "charge", "check", "clear", "clone",
    "close", "complete", "compute", "configure", "confirm", "connect", "convert", "copy", "correct",
    "count",
    "create", "deactivate", "deallocate", "decline", "decode", "decrypt", "delete", "deny",
    "deploy", "deregister", "describe", "detach", "detect", "disable", "disassociate", "disconnect",
    "dismiss", "dispatch", "download", "duplicate", "edit", "empty", "enable", "encode", "encrypt", "end",
    "enqueue", "enroll", "erase", "evaluate", "exchange", "execute", "expire", "export", "extend",
    "extract", "fetch", "finalize", "find", "finish", "follow", "forward", "generate", "get",
    "grant", "ignore", "import", "initialize", "inspect", "install", "invalidate", "invite",
    "invoke", "join", "kick", "kill", "launch", "leave", "link", "list", "load", "lock", "login",
    "logout", "lookup", "mark", "merge", "migrate", "modify", "move", "mute", "notify", "open",
    "parse", "pause", "perform", "pin", "poll", "preview", "promote", "provision", "prune",
    "publish", "pull", "purge", "push", "put", "query", "read", "reboot", "rebuild", "recalculate",
    "recover", "recreate", "redeploy", "refresh", "regenerate", "register", "reimage", "reindex",
    "reject", "release", "reload", "remove", "rename", "render", "renew", "reopen", "reorder",
    "replace", "replay", "reply", "resend", "reset", "resize", "resolve", "restart", "restore",
    "resume", "retrieve", "retry", "revert", "revoke", "rollback", "rotate", "run", "save", "scan",
    "search", "select", "send", "set", "share", "shutdown", "sign", "skip", "snooze", "split",
    "star", "start", "stop", "submit", "subscribe", "suggest", "suspend", "swap", "sync",
    "synchronize", "terminate", "test", "toggle", "track", "transfer", "transform", "translate",
    "trigger", "unarchive", "unassign", "unban", "unblock", "undelete", "undo", "unfollow",
    "uninstall", "unlink", "unlock", "unmute", "unpin", "unpublish", "unregister", "unshare",
    "unstar", "unsubscribe", "unsuspend", "unwatch", "update", "upgrade", "upload", "upsert", "use",
    "validate", "verify", "view", "vote", "wait", "wake", "watch", "withdraw", "write",
];

/// Verbs that are at least as often the name of a thing: they only do something alone, behind an
/// item, and never with a GET (`/orders/{id}/transfer`, but `/charges/{id}/transfers`).
const ALSO_NOUNS: &[&str] = &[
    "connect", "follow", "refresh", "archive", "block", "bulk", "capture", "change", "charge",
    "check", "clone", "copy", "count", "export", "import", "invite", "link", "load", "lock",
    "login", "logout", "lookup", "mark", "merge", "open", "pin", "poll", "preview", "pull", "push",
    "query", "read", "release", "reply", "run", "scan", "select", "set", "share", "sign", "split",
    "star", "start", "stop", "test", "track", "transfer", "trigger", "update", "upgrade", "upload",
    "use", "view", "vote", "watch", "download", "empty", "complete", "exchange", "suggest", "ban",
];

/// Verbs that no noun is spelled like, not even at the front of a compound.
const UNMISTAKABLE: &[&str] = &[
    "add", "create", "delete", "describe", "edit", "get", "insert", "list", "modify", "remove",
    "select", "set", "update",
];

/// Verbs as titles have them, and as they are called. What is rather a thing (`setting`, `tracking`) is none.
#[rustfmt::skip]
const GERUNDS: &[(&str, &str)] = &[
    ("adding", "add"), ("cancelling", "cancel"), ("canceling", "cancel"), ("changing", "change"),
    ("creating", "create"), ("deleting", "delete"), ("downloading", "download"),
    ("editing", "edit"), ("fetching", "fetch"), ("finding", "find"), ("getting", "get"),
    ("listing", "list"), ("modifying", "modify"), ("removing", "remove"), ("renaming", "rename"),
    ("replacing", "replace"), ("requesting", "request"), ("resetting", "reset"),
    ("retrieving", "retrieve"), ("searching", "search"), ("sending", "send"),
    ("updating", "update"), ("uploading", "upload"), ("verifying", "verify"), ("viewing", "view"),
];

/// Verbs that change nothing, so that a GET has the better right to them.
const READING: &[&str] = &[
    "check", "count", "describe", "download", "export", "fetch", "find", "get", "list", "lookup",
    "preview", "query", "read", "retrieve", "search", "select", "validate", "verify", "view",
];

/// Words that join others and are never the last of a good name.
const PREPOSITIONS: &[&str] = &[
    "about", "as", "at", "between", "by", "for", "from", "in", "into", "of", "on", "per", "since",
    "through", "to", "using", "via", "with", "within", "without",
];

/// Articles and words as empty.
const ARTICLES: &[&str] = &["a", "an", "the", "this", "that", "your", "its"];

/// Endings that only nouns have.
const NOUN_ENDINGS: &[&str] = &[
    "tion", "sion", "ment", "ship", "ity", "ness", "ance", "ence", "ism", "graph", "logy",
];

/// Whether a word on its own is something to do with a thing, for a request that changes it.
pub(super) fn is_verb(word: &str) -> bool {
    VERBS.contains(&word)
}

/// Whether a word is something to do even where a noun would be at home: first of several words,
/// or in a GET.
pub(super) fn is_surely_verb(word: &str) -> bool {
    VERBS.contains(&word) && !ALSO_NOUNS.contains(&word)
}

/// Whether a text tells what happens, as in "List containers" or "Creates a group": a title such as
/// "Meetings by group" does not.
#[must_use]
pub fn tells_what_happens(text: &str) -> bool {
    let mut words = text.split_whitespace().map(|word| {
        word.trim_matches(|c: char| !c.is_alphanumeric())
            .to_lowercase()
    });
    let (Some(verb), Some(next)) = (words.next(), words.next()) else {
        return false;
    };
    let is_told = |verb: &str| {
        is_surely_verb(verb) || is_unmistakable(verb) || TOLD.contains(&verb) || {
            let told_of =
                is_article(&next) || ["all", "one", "information"].contains(&next.as_str());
            is_verb(verb) && told_of
        }
    };
    let stem = |ending: &str, instead: &str| {
        let stem = verb.strip_suffix(ending)?;
        Some(format!("{stem}{instead}"))
    };
    let stems = [stem("s", ""), stem("es", ""), stem("ies", "y")];
    is_told(&verb) || stems.iter().flatten().any(|verb| is_told(verb))
}

/// Verbs of sentences that no path has.
const TOLD: &[&str] = &[
    "allow", "display", "ensure", "give", "indicate", "let", "make", "obtain", "provide", "return",
    "show", "store", "take",
];

/// Whether a word can be nothing but a verb.
pub(super) fn is_unmistakable(word: &str) -> bool {
    UNMISTAKABLE.contains(&word)
}

/// The verb of `retrieving`, if it is one.
pub(super) fn imperative(word: &str) -> Option<&'static str> {
    let verb = GERUNDS.iter().find(|(gerund, _)| *gerund == word)?;
    Some(verb.1)
}

/// Whether a verb only reads.
pub(super) fn reads(word: &str) -> bool {
    READING.contains(&word)
}

/// Whether a word joins others.
pub(super) fn is_preposition(word: &str) -> bool {
    PREPOSITIONS.contains(&word)
}

/// Whether a word is no place to stop at.
pub(super) fn is_joint(word: &str) -> bool {
    is_preposition(word) || is_article(word) || ["and", "or"].contains(&word)
}

/// Whether a word adds nothing.
pub(super) fn is_article(word: &str) -> bool {
    ARTICLES.contains(&word)
}

/// Whether a word is a noun by its ending, and no verb.
pub(super) fn is_surely_noun(word: &str) -> bool {
    !is_verb(word)
        && NOUN_ENDINGS
            .iter()
            .any(|end| word.ends_with(end) && word.len() > end.len() + 2)
}
