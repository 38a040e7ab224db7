//! Limits on values.

use std::fmt;

/// A limit on a value.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Limit {
    /// At most so many characters.
    MaxLength(u64),
    /// At least so many characters.
    MinLength(u64),
    /// At least this much.
    Minimum(String),
    /// At most this much.
    Maximum(String),
    /// More than this.
    Above(String),
    /// Less than this.
    Below(String),
    /// A multiple of this.
    MultipleOf(String),
    /// At most so many items.
    MaxItems(u64),
    /// At least so many items.
    MinItems(u64),
    /// No item twice.
    Unique,
    /// At most so many fields.
    MaxFields(u64),
    /// At least so many fields.
    MinFields(u64),
    /// Matches this regular expression.
    Pattern(String),
    /// Times are in UTC.
    Utc,
}

impl Limit {
    /// Reads what [`Display`](fmt::Display) writes.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        let bound = |rest: &str, counts: [fn(u64) -> Self; 3], number: fn(String) -> Self| {
            let counted = rest
                .split_once(' ')
                .and_then(|(count, of)| Some((count.parse().ok()?, of)));
            match counted {
                Some((count, "character" | "characters")) => counts[0](count),
                Some((count, "item" | "items")) => counts[1](count),
                Some((count, "field" | "fields")) => counts[2](count),
                _ => number(rest.to_owned()),
            }
        };
        if let Some(rest) = text.strip_prefix("at most ") {
            let counts = [Self::MaxLength, Self::MaxItems, Self::MaxFields];
            return Some(bound(rest, counts, Self::Maximum));
        }
        if let Some(rest) = text.strip_prefix("at least ") {
            let counts = [Self::MinLength, Self::MinItems, Self::MinFields];
            return Some(bound(rest, counts, Self::Minimum));
        }
        let word = |prefix| text.strip_prefix(prefix).map(str::to_owned);
        if let Some(limit) = word("more than ").map(Self::Above) {
            return Some(limit);
        }
        if let Some(limit) = word("less than ").map(Self::Below) {
            return Some(limit);
        }
        if let Some(limit) = word("a multiple of ").map(Self::MultipleOf) {
            return Some(limit);
        }
        for plain in [Self::Unique, Self::Utc] {
            if text == plain.to_string() {
                return Some(plain);
            }
        }
        let pattern = text.strip_prefix("matches `")?.strip_suffix('`')?;
        Some(Self::Pattern(pattern.to_owned()))
    }
}

impl fmt::Display for Limit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut counted = |word: &str, count: u64, of: &str| {
            let plural = if count == 1 { "" } else { "s" };
            write!(f, "{word} {count} {of}{plural}")
        };
        match self {
            Self::MaxLength(count) => counted("at most", *count, "character"),
            Self::MinLength(count) => counted("at least", *count, "character"),
            Self::MaxItems(count) => counted("at most", *count, "item"),
            Self::MinItems(count) => counted("at least", *count, "item"),
            Self::MaxFields(count) => counted("at most", *count, "field"),
            Self::MinFields(count) => counted("at least", *count, "field"),
            Self::Minimum(value) => write!(f, "at least {value}"),
            Self::Maximum(value) => write!(f, "at most {value}"),
            Self::Above(value) => write!(f, "more than {value}"),
            Self::Below(value) => write!(f, "less than {value}"),
            Self::MultipleOf(value) => write!(f, "a multiple of {value}"),
            Self::Unique => f.write_str("unique items"),
            Self::Pattern(pattern) => write!(f, "matches `{pattern}`"),
            Self::Utc => f.write_str("UTC only"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Limit;

    #[test]
    fn what_is_written_is_read() {
        let ten = || "10".to_owned();
        for (limit, text) in [
            (Limit::MaxLength(10), "at most 10 characters"),
            (Limit::MinLength(1), "at least 1 character"),
            (Limit::Minimum(ten()), "at least 10"),
            (Limit::Maximum(ten()), "at most 10"),
            (Limit::Above(ten()), "more than 10"),
            (Limit::Below(ten()), "less than 10"),
            (Limit::MultipleOf(ten()), "a multiple of 10"),
            (Limit::MaxItems(10), "at most 10 items"),
            (Limit::MinItems(1), "at least 1 item"),
            (Limit::Unique, "unique items"),
            (Limit::MaxFields(10), "at most 10 fields"),
            (Limit::MinFields(1), "at least 1 field"),
            (Limit::Pattern(ten()), "matches `10`"),
            (Limit::Utc, "UTC only"),
        ] {
            assert_eq!(limit.to_string(), text);
            assert_eq!(Limit::read(text), Some(limit));
        }
        assert_eq!(Limit::read("anything else"), None);
    }
}
