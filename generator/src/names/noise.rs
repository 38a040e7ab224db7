//! What a path says that is not about the thing: versions, formats, "this is an API".
//!
//! All questions are asked in lower case.

/// First segments that say "this is an API" and nothing else.
const PREFIXES: &[&str] = &[
    "api", "apis", "rest", "restapi", "webapi", "openapi", "rpc", "jsonrpc", "ws", "m", "odata",
];

/// Words that say so together: `public-api`, `wp-json`.
const IN_PREFIXES: &[&str] = &[
    "api", "bin", "cgi", "external", "internal", "json", "open", "private", "public", "rest",
    "web", "wp",
];

/// Endings of file names.
const ENDINGS: &[&str] = &[
    "json", "xml", "yaml", "yml", "html", "htm", "csv", "rss", "atom", "txt", "php", "asp", "aspx",
    "ashx", "asmx", "svc", "jsp", "do", "cgi", "js",
];

/// Names of parameters that choose a version or a format, not a thing.
const FORMALITIES: &[&str] = &[
    "version",
    "apiversion",
    "ver",
    "format",
    "extension",
    "ext",
    "outputformat",
];

/// Query parameters whose value is the name of the operation.
const SELECTORS: &[&str] = &[
    "action",
    "method",
    "operation",
    "op",
    "cmd",
    "command",
    "func",
];

/// Segments that only say that a verb follows.
const LABELS: &[&str] = &["action", "method", "do"];

/// Whether a file can end so.
pub(super) fn is_ending(text: &str) -> bool {
    ENDINGS.contains(&text)
}

/// Whether a parameter of this name chooses a version or a format, not a thing.
pub(super) fn is_formality(text: &str) -> bool {
    FORMALITIES.contains(&text)
}

/// Whether the value of this query parameter is the name of the operation.
pub(super) fn is_selector(text: &str) -> bool {
    SELECTORS.contains(&text)
}

/// Whether a segment only says that a verb follows.
pub(super) fn is_label(text: &str) -> bool {
    LABELS.contains(&text)
}

/// `api`, `rest`, `public-api`.
pub(super) fn is_prefix(text: &str) -> bool {
    let mut words = text.split(['-', '_']);
    PREFIXES.contains(&text)
        || (words.clone().count() > 1 && words.all(|word| IN_PREFIXES.contains(&word)))
}

/// `v1`, `v2.0`, `v1beta1`, `2015-10-30`, `2019-01-01-preview`.
pub(super) fn is_version(text: &str) -> bool {
    let numbered = text.strip_prefix('v').is_some_and(|rest| {
        rest.starts_with(|c: char| c.is_ascii_digit())
            && ["alpha", "beta", "rc", "preview"]
                .iter()
                .fold(rest.to_owned(), |rest, word| rest.replace(word, ""))
                .chars()
                .all(|c| c.is_ascii_digit() || c == '.' || c == '_' || c == '-')
    });
    numbered || is_date(text.trim_end_matches("-preview"))
}

fn is_date(text: &str) -> bool {
    text.len() == 10
        && text.chars().enumerate().all(|(i, c)| match i {
            4 | 7 => c == '-',
            _ => c.is_ascii_digit(),
        })
}

/// `2`, `1.1`.
pub(super) fn is_number(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_digit())
        && text.chars().all(|c| c.is_ascii_digit() || c == '.')
}
