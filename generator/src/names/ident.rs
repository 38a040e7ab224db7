//! Words as Rust identifiers: always legal, whatever the words are.
//!
//! | words | snake | Pascal |
//! |---|---|---|
//! | upcoming, meetings | `upcoming_meetings` | `UpcomingMeetings` |
//! | type | `type_` | `Type` |
//! | self | `self_` | `Self_` |
//! | 3d, secure | `three_d_secure` | `ThreeDSecure` |
//! | 100 | `value_100` (the caller's fallback leads) | `Value100` |
//! | 1, 1 | `value_1_1` | `Value1_1` |
//! | none | `value` | `Value` |
//!
//! A name longer than [`LONGEST`] (a type: [`LONGEST_TYPE`], since documents call some so) is cut
//! between two words; should it then collide, the scope finds another one.

use heck::ToUpperCamelCase;

use super::verbs;
use super::words::Words;

/// The length at which a name is cut.
pub const LONGEST: usize = 60;

/// The length at which the name of a type is cut.
const LONGEST_TYPE: usize = 80;

/// Reserved by the language, in any edition. (`Self` is `self` in another case.)
const KEYWORDS: &[&str] = &[
    "abstract", "as", "async", "await", "become", "box", "break", "const", "continue", "crate",
    "do", "dyn", "else", "enum", "extern", "false", "final", "fn", "for", "gen", "if", "impl",
    "in", "let", "loop", "macro", "match", "mod", "move", "mut", "override", "priv", "pub", "ref",
    "return", "self", "static", "struct", "super", "trait", "true", "try", "type", "typeof",
    "unsafe", "unsized", "use", "virtual", "where", "while", "yield",
];

impl Words {
    /// The words as a function, a field or a module; `fallback` says what kind of thing it is,
    /// for when the words alone are no name.
    #[must_use]
    pub fn snake(&self, fallback: &str) -> String {
        let mut name = String::new();
        for word in legal_words(self, fallback, LONGEST + 1, 1) {
            if !name.is_empty() {
                name.push('_');
            }
            name.push_str(&word);
        }
        if KEYWORDS.contains(&name.as_str()) {
            name.push('_');
        }
        name
    }

    /// Whether the words are too long for a name that has them all.
    #[must_use]
    pub fn is_cut(&self) -> bool {
        self.iter().map(|word| word.len() + 1).sum::<usize>() > LONGEST + 1
    }

    /// The words as a type or a variant; see [`Words::snake`].
    #[must_use]
    pub fn pascal(&self, fallback: &str) -> String {
        let mut name = String::new();
        for word in legal_words(self, fallback, LONGEST_TYPE, 0) {
            let digits_meet = name.ends_with(|c: char| c.is_ascii_digit())
                && word.starts_with(|c: char| c.is_ascii_digit());
            if digits_meet {
                name.push('_');
            }
            name.push_str(&word.to_upper_camel_case());
        }
        if name == "Self" {
            name.push('_');
        }
        name
    }
}

/// Whether a text is an identifier that Rust accepts.
#[must_use]
pub fn is_legal(name: &str) -> bool {
    name.starts_with(|c: char| c.is_ascii_alphabetic())
        && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_')
        && !KEYWORDS.contains(&name)
        && name != "Self"
}

/// The words, made to start with a letter and cut to length, with so much between two of them.
fn legal_words(words: &Words, fallback: &str, longest: usize, between: usize) -> Vec<String> {
    let mut all: Vec<String> = words.iter().map(str::to_owned).collect();
    let leads_with_digit = |all: &[String]| {
        all.first()
            .is_none_or(|word| !word.starts_with(|c: char| c.is_ascii_alphabetic()))
    };
    if let Some(spelled) = all.first().and_then(|word| spell_digit(word)) {
        all.splice(..1, spelled);
    }
    if leads_with_digit(&all) {
        all.splice(..0, Words::of(fallback).iter().map(str::to_owned));
    }
    if leads_with_digit(&all) {
        all.insert(0, "value".to_owned());
    }
    cut(&mut all, longest, between);
    all
}

/// `3d` as `three`, `d`.
fn spell_digit(word: &str) -> Option<[String; 2]> {
    const DIGITS: [&str; 10] = [
        "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine",
    ];
    let mut letters = word.chars();
    let digit = letters.next()?.to_digit(10)?;
    let rest = letters.as_str();
    let spelled = DIGITS.get(usize::try_from(digit).ok()?)?;
    rest.starts_with(|c: char| c.is_ascii_alphabetic())
        .then(|| [(*spelled).to_owned(), rest.to_owned()])
}

/// Drops the words that make the name too long, and cuts a single long word.
fn cut(words: &mut Vec<String>, longest: usize, between: usize) {
    let mut length = 0;
    let fitting = words
        .iter()
        .take_while(|word| {
            length += word.len() + between;
            length <= longest
        })
        .count();
    if fitting < words.len() {
        words.truncate(fitting.max(1));
        while words.len() > 1 && words.last().is_some_and(|word| verbs::is_joint(word)) {
            words.pop();
        }
    }
    if let Some(first) = words.first_mut() {
        first.truncate(longest - between);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, snake: &str, pascal: &str) {
        let words = Words::of(text);
        assert_eq!(words.snake("value"), snake, "{text}");
        assert_eq!(words.pascal("value"), pascal, "{text}");
    }

    #[test]
    fn the_table() {
        check("upcomingMeetings", "upcoming_meetings", "UpcomingMeetings");
        check("type", "type_", "Type");
        check("Self", "self_", "Self_");
        check("3d-secure", "three_d_secure", "ThreeDSecure");
        check("100", "value_100", "Value100");
        check("1.1", "value_1_1", "Value1_1");
        check("+1", "plus_1", "Plus1");
        check("", "value", "Value");
        check("\u{0}", "value", "Value");
        check("x86_64", "x86_64", "X86_64");
        check("12ab", "value_12ab", "Value12ab");
    }

    #[test]
    fn fallbacks_are_made_legal_too() {
        assert_eq!(Words::of("").snake("request body"), "request_body");
        assert_eq!(Words::of("1").snake(""), "value_1");
        assert_eq!(Words::of("1").snake("2"), "value_2_1");
        assert_eq!(Words::of("").snake("type"), "type_");
    }

    #[test]
    fn long_names_are_cut_between_words() {
        let words = Words::of(&"quarterly report ".repeat(20));
        assert_eq!(
            words.snake("value"),
            "quarterly_report_quarterly_report_quarterly_report_quarterly"
        );
        assert_eq!(Words::of(&"x".repeat(300)).snake("value").len(), LONGEST);
    }
}
