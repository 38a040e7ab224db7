//! Any text as words: the first step of every name.
//!
//! | text | words |
//! |---|---|
//! | `upcomingMeetings`, `UpcomingMeetings`, `upcoming-meetings` | upcoming, meetings |
//! | `XMLHttpRequest`, `userIDs` | xml, http, request · user, ids |
//! | `OAuth2Token`, `IPv4Address` | oauth2, token · ipv4, address |
//! | `sha256`, `3d-secure` | sha256 · 3d, secure |
//! | `filter[created][gte]`, `job.data` | filter, created, gte · job, data |
//! | `+1`, `-1`, `<=`, `start>` | plus, 1 · minus, 1 · less, or, equal · start, greater |
//! | `Größe`, `дата` | groesse · data |
//!
//! Words are lower-case ASCII letters and digits, never empty. ASCII, because an identifier in
//! another script is legal Rust but brings `mixed_script_confusables` and its sisters into the
//! crate of somebody who only wanted a client: letters of other scripts are transliterated, or
//! spelled by code point where nobody agrees on a reading (see `spelling`).

use super::spelling;

/// The words of a text.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Words(Vec<String>);

/// Words whose capitals do not stand where words begin.
#[rustfmt::skip]
const COMPOUNDS: &[&str] = &[
    "OAuth2", "OAuth1", "OAuth", "OpenID", "IPv4", "IPv6", "iOS", "macOS", "iPhone", "iPad", "eTag",
    "ETag", "eBay", "gRPC", "GraphQL", "MySQL", "NoSQL", "PostgreSQL", "GitHub", "GitLab",
    "YouTube", "LinkedIn", "PayPal", "JavaScript", "WiFi", "DocuSign", "WhatsApp",
];

impl Words {
    /// Splits a text.
    #[must_use]
    pub fn of(text: &str) -> Self {
        let readable = spelling::readable(text);
        let mut words = Vec::new();
        for run in readable.split(|c: char| !c.is_ascii_alphanumeric()) {
            split_run(run, &mut words);
        }
        Self(words)
    }

    /// Of several spellings of one thing, the one that shows most words: `groupKey` rather than
    /// `groupkey`. The order of the spellings does not matter.
    #[must_use]
    pub fn clearest<'a>(spellings: impl IntoIterator<Item = &'a str>) -> Self {
        let spellings = spellings.into_iter().map(Self::of);
        spellings
            .max_by(|a, b| a.len().cmp(&b.len()).then_with(|| b.cmp(a)))
            .unwrap_or_default()
    }

    /// Whether the text had nothing that can be in a name.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// How many words there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// The words, in order.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = &str> + ExactSizeIterator {
        self.0.iter().map(String::as_str)
    }

    /// The first word.
    #[must_use]
    pub fn first(&self) -> Option<&str> {
        self.0.first().map(String::as_str)
    }

    /// The last word: the noun that the others describe.
    #[must_use]
    pub fn last(&self) -> Option<&str> {
        self.0.last().map(String::as_str)
    }

    /// The letters alone: equal for `groupKey`, `group_key` and `groupkey`.
    #[must_use]
    pub fn fold(&self) -> String {
        self.0.concat()
    }

    /// These words and then those.
    #[must_use]
    pub fn then(&self, more: &Self) -> Self {
        Self(self.0.iter().chain(&more.0).cloned().collect())
    }

    /// All of these words, with a word between each two.
    #[must_use]
    pub fn joined(parts: &[Self], with: &str) -> Self {
        let mut all = Self::default();
        for part in parts {
            if !all.is_empty() {
                all.extend([with]);
            }
            all.extend(part.iter());
        }
        all
    }

    /// The words without those that repeat the one before: `annotation` of `annotation_annotation`.
    #[must_use]
    pub fn without_echo(&self) -> Self {
        let mut words = self.0.clone();
        words.dedup();
        Self(words)
    }

    /// The words of this range; empty where there are none.
    #[must_use]
    pub fn slice(&self, range: std::ops::Range<usize>) -> Self {
        Self(self.0.get(range).unwrap_or_default().to_vec())
    }

    /// The same words with another last one.
    #[must_use]
    pub fn with_last(&self, last: impl FnOnce(&str) -> String) -> Self {
        let mut words = self.0.clone();
        if let Some(word) = words.last_mut() {
            *word = last(word);
        }
        Self(words)
    }
}

impl<S: Into<String>> FromIterator<S> for Words {
    /// Takes words that are words already.
    fn from_iter<I: IntoIterator<Item = S>>(words: I) -> Self {
        Self(words.into_iter().map(Into::into).collect())
    }
}

impl<'a> Extend<&'a str> for Words {
    fn extend<I: IntoIterator<Item = &'a str>>(&mut self, words: I) {
        self.0.extend(words.into_iter().map(str::to_owned));
    }
}

/// Splits a run of ASCII letters and digits at its capitals.
fn split_run(run: &str, words: &mut Vec<String>) {
    let mut start = 0;
    let mut at = 0;
    while at < run.len() {
        if let Some(compound) = compound_at(run, at) {
            push(&run[start..at], words);
            push(compound, words);
            at += compound.len();
            start = at;
        } else {
            if starts_word(run.as_bytes(), at) {
                push(&run[start..at], words);
                start = at;
            }
            at += 1;
        }
    }
    push(&run[start..], words);
}

fn push(word: &str, words: &mut Vec<String>) {
    if !word.is_empty() {
        words.push(word.to_ascii_lowercase());
    }
}

/// The compound that stands here, if a word begins here and another one behind it.
fn compound_at(run: &str, at: usize) -> Option<&'static str> {
    let bytes = run.as_bytes();
    let begins = match at.checked_sub(1) {
        None => true,
        Some(before) => bytes[before].is_ascii_lowercase() && bytes[at].is_ascii_uppercase(),
    };
    let ends = |word: &&&str| {
        bytes
            .get(at + word.len())
            .is_none_or(u8::is_ascii_uppercase)
    };
    if !begins {
        return None;
    }
    let rest = &bytes[at..];
    let begin_alike = COMPOUNDS
        .iter()
        .filter(|word| word.as_bytes()[0] == rest[0]);
    begin_alike
        .filter(|word| rest.starts_with(word.as_bytes()))
        .find(ends)
        .copied()
}

/// Whether a new word starts at this letter: `aB`, `1B`, and the last capital of `ABc`, unless
/// it is the plural of the capitals (`IDs`).
fn starts_word(bytes: &[u8], at: usize) -> bool {
    let Some(before) = at.checked_sub(1).map(|i| bytes[i]) else {
        return false;
    };
    if !bytes[at].is_ascii_uppercase() {
        return false;
    }
    if !before.is_ascii_uppercase() {
        return true;
    }
    let plural = bytes.get(at + 1) == Some(&b's')
        && bytes.get(at + 2).is_none_or(|b| !b.is_ascii_lowercase());
    bytes.get(at + 1).is_some_and(u8::is_ascii_lowercase) && !plural
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, words: &str) {
        assert_eq!(
            Words::of(text).iter().collect::<Vec<_>>().join(" "),
            words,
            "{text}"
        );
    }

    #[test]
    fn every_way_of_writing_two_words() {
        for text in [
            "upcomingMeetings",
            "UpcomingMeetings",
            "upcoming_meetings",
            "upcoming-meetings",
            "upcoming.meetings",
            "Upcoming Meetings",
            "UPCOMING_MEETINGS",
            "upcoming[meetings]",
            "  upcoming&nbsp;meetings ",
        ] {
            check(text, "upcoming meetings");
        }
        check("groupkey", "groupkey");
        let key = Words::of("groupKey");
        assert_eq!(Words::clearest(["groupkey", "groupKey", "GROUPKEY"]), key);
        assert_eq!(Words::clearest(["groupKey", "groupkey"]), key);
    }

    #[test]
    fn capitals() {
        check("XMLHttpRequest", "xml http request");
        check("parseHTML", "parse html");
        check("userIDs", "user ids");
        check("getURLsByID", "get urls by id");
        check("OAuth2Token", "oauth2 token");
        check("myOAuthApp", "my oauth app");
        check("IPv4Address", "ipv4 address");
        check("X-AUTH-EMAIL", "x auth email");
        check("iOSDevice", "ios device");
        check("AuditOSCategory", "audit os category");
    }

    #[test]
    fn digits_stay_with_the_letters_before_them() {
        check("sha256", "sha256");
        check("3d-secure", "3d secure");
        check("v2Users", "v2 users");
        check("address2Line", "address2 line");
        check("x86_64", "x86 64");
    }

    #[test]
    fn symbols_that_mean_something() {
        check("+1", "plus 1");
        check("-1", "minus 1");
        check("-created", "minus created");
        check("<=", "less or equal");
        check("StartTime>", "start time greater");
        check("<id>", "id");
        check("$filter", "filter");
        check("@odata.type", "odata type");
        check("C++", "c plus plus");
        check("R&amp;D", "r and d");
        check("*", "star");
        check("???", "question question question");
        check("No Name", "no name");
        check("{id | userPrincipalName}", "id user principal name");
        check("", "");
        check(" \u{202e}\n", "");
    }

    #[test]
    fn other_scripts() {
        check("Größe", "groesse");
        check("ÜberGröße", "ueber groesse");
        check("naïveCafé", "naive cafe");
        check("дата", "data");
        check("名称", "u540d u79f0");
    }
}
