//! English nouns in the singular and the plural, well enough for the nouns of APIs.
//!
//! A table of our own rather than a crate: a name must not change because a dependency learned a
//! noun, and what there is brings a regex engine or a hundred rules for verse.

use super::words::Words;

/// Nouns that follow no rule, as (singular, plural).
const IRREGULAR: &[(&str, &str)] = &[
    ("analysis", "analyses"),
    ("axis", "axes"),
    ("child", "children"),
    ("crisis", "crises"),
    ("criterion", "criteria"),
    ("diagnosis", "diagnoses"),
    ("foot", "feet"),
    ("half", "halves"),
    ("hypothesis", "hypotheses"),
    ("index", "indices"),
    ("knife", "knives"),
    ("leaf", "leaves"),
    ("life", "lives"),
    ("man", "men"),
    ("matrix", "matrices"),
    ("person", "people"),
    ("quiz", "quizzes"),
    ("shelf", "shelves"),
    ("synopsis", "synopses"),
    ("vertex", "vertices"),
    ("wolf", "wolves"),
    ("woman", "women"),
];

/// Nouns that are the same in both, and yet may name many things.
const SAME: &[&str] = &["media", "series", "species"];

/// Plural in form or in meaning, but one thing in an API.
#[rustfmt::skip]
const ONE_THING: &[&str] = &[
    "analytics", "data", "defaults", "details", "diagnostics", "economics", "feedback", "goods",
    "graphics", "information", "logistics", "metadata", "news", "preferences", "prefs", "sales",
    "settings", "software", "staff", "statistics", "stats",
];

/// Singular although they end in `s`.
#[rustfmt::skip]
const SINGULAR_IN_S: &[&str] = &[
    "access", "always", "aws", "chaos", "cms", "cors", "css", "dns", "gps", "has", "https", "ios",
    "js", "kms", "kubernetes", "kudos", "lms", "macos", "nas", "pos", "rss", "sas", "sis", "sms",
    "sns", "sqs", "this", "tls", "tos", "was", "yes",
];

/// Nouns that add `es`, where the letters alone would not tell.
#[rustfmt::skip]
const ADDS_ES: &[&str] = &[
    "alias", "atlas", "bias", "bonus", "bus", "campus", "canvas", "census", "consensus", "corpus",
    "echo", "focus", "gas", "hero", "lens", "nexus", "plus", "potato", "radius", "status",
    "surplus", "tomato", "veto", "virus",
];

/// Nouns in `e` whose plural looks as if it added `es` or came from a word in `y`.
const ENDS_IN_E: &[&str] = &[
    "ache", "axe", "cache", "calorie", "cookie", "headache", "movie", "niche", "selfie", "zombie",
];

/// Nouns that do end in `u`, unlike `status` without its `s`.
const ENDS_IN_U: &[&str] = &["cpu", "gpu", "menu", "sku", "guru", "vcpu", "lau"];

/// The singular of a noun in lower case; a singular is its own.
#[must_use]
pub fn singular(word: &str) -> String {
    if let Some((one, _)) = IRREGULAR.iter().find(|(_, many)| *many == word) {
        return (*one).to_owned();
    }
    let Some(stem) = word.strip_suffix('s').filter(|_| !is_singular_in_s(word)) else {
        return word.to_owned();
    };
    if ENDS_IN_E.contains(&stem) {
        return stem.to_owned();
    }
    if let Some(root) = stem.strip_suffix("ie").filter(|root| root.len() > 1) {
        return format!("{root}y");
    }
    if let Some(root) = stem.strip_suffix('e') {
        let hisses = ["ss", "sh", "ch", "x", "zz"]
            .iter()
            .any(|end| root.ends_with(end));
        if hisses || ADDS_ES.contains(&root) {
            return root.to_owned();
        }
    }
    stem.to_owned()
}

/// The plural of a noun in lower case; a plural is its own.
#[must_use]
pub fn plural(word: &str) -> String {
    if let Some((_, many)) = IRREGULAR.iter().find(|(one, _)| *one == word) {
        return (*many).to_owned();
    }
    if word.is_empty() || [SAME, ONE_THING].concat().contains(&word) || is_plural(word) {
        return word.to_owned();
    }
    if let Some(root) = word
        .strip_suffix('y')
        .filter(|root| !root.ends_with(['a', 'e', 'o', 'u']))
    {
        return format!("{root}ies");
    }
    let hisses = ["s", "x", "z", "sh", "ch"]
        .iter()
        .any(|end| word.ends_with(end));
    let end = if hisses || ADDS_ES.contains(&word) {
        "es"
    } else {
        "s"
    };
    format!("{word}{end}")
}

/// Whether a noun names many things: `users`, `people`, `media`; not `status`, not `settings`.
#[must_use]
pub fn is_plural(word: &str) -> bool {
    SAME.contains(&word) || singular(word) != word
}

impl Words {
    /// The same words, the last in the singular.
    #[must_use]
    pub fn singular(&self) -> Self {
        self.with_last(singular)
    }

    /// The same words, the last in the plural.
    #[must_use]
    pub fn plural(&self) -> Self {
        self.with_last(plural)
    }

    /// Whether they name many things.
    #[must_use]
    pub fn is_plural(&self) -> bool {
        self.last().is_some_and(is_plural)
    }
}

/// Whether the last letter of a word in `s` belongs to the noun.
fn is_singular_in_s(word: &str) -> bool {
    let listed = [SAME, ONE_THING, SINGULAR_IN_S, ADDS_ES]
        .iter()
        .any(|list| list.contains(&word));
    let irregular = IRREGULAR.iter().any(|(one, _)| *one == word);
    let double = word.ends_with("ss") || word.ends_with("sis");
    let latin = word
        .strip_suffix('s')
        .is_some_and(|stem| stem.ends_with('u') && !ENDS_IN_U.contains(&stem));
    listed || irregular || double || latin || word.len() < 3
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plurals_and_their_singulars() {
        for (one, many) in [
            ("organizer", "organizers"),
            ("category", "categories"),
            ("key", "keys"),
            ("address", "addresses"),
            ("process", "processes"),
            ("status", "statuses"),
            ("alias", "aliases"),
            ("database", "databases"),
            ("response", "responses"),
            ("purchase", "purchases"),
            ("cache", "caches"),
            ("box", "boxes"),
            ("branch", "branches"),
            ("archive", "archives"),
            ("shelf", "shelves"),
            ("person", "people"),
            ("child", "children"),
            ("analysis", "analyses"),
            ("movie", "movies"),
            ("tie", "ties"),
            ("menu", "menus"),
            ("id", "ids"),
            ("url", "urls"),
            ("video", "videos"),
            ("area", "areas"),
            ("schema", "schemas"),
        ] {
            assert_eq!(singular(many), one);
            assert_eq!(plural(one), many);
            assert_eq!(singular(one), one);
            assert_eq!(plural(many), many);
            assert!(is_plural(many) && !is_plural(one), "{one}");
        }
        assert_eq!(singular("indexes"), "index");
    }

    #[test]
    fn nouns_that_are_not_what_they_look_like() {
        for word in [
            "settings",
            "statistics",
            "news",
            "dns",
            "sms",
            "data",
            "corpus",
            "s",
            "",
        ] {
            assert_eq!(singular(word), word);
            assert!(!is_plural(word), "{word}");
        }
        for word in ["media", "series"] {
            assert_eq!(singular(word), word);
            assert!(is_plural(word), "{word}");
        }
    }
}
