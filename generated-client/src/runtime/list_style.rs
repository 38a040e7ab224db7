//! How several values become one.

use super::encode::DataWriter;
use std::fmt::{self, Display, Write as _};

/// How a list is written where one value is expected (`collectionFormat` in Swagger 2.0).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum ListStyle {
    /// `a,b`
    Csv,
    /// `a b`
    Ssv,
    /// `a`, a tab, `b`
    Tsv,
    /// `a|b`
    Pipes,
    /// The name once for each value: `x=a&x=b`. Where a name cannot be repeated, as in a path, it
    /// is written like [`Csv`](Self::Csv).
    Multi,
}

impl ListStyle {
    /// Joins values for a URL. The separator is syntax and the values are data, so a comma inside
    /// a value cannot be taken for one between two.
    pub(super) fn join_encoded(self, items: &[impl Display]) -> String {
        let separator = match self {
            Self::Csv | Self::Multi => ",",
            Self::Ssv => "%20",
            Self::Tsv => "%09",
            Self::Pipes => "%7C",
        };
        join(items, separator, |item, into| {
            write!(DataWriter(into), "{item}")
        })
    }

    /// Joins values for a header, where nothing is encoded.
    pub(super) fn join_plain(self, items: &[impl Display]) -> String {
        let separator = match self {
            Self::Csv | Self::Multi => ",",
            Self::Ssv => " ",
            Self::Tsv => "\t",
            Self::Pipes => "|",
        };
        join(items, separator, |item, into| write!(into, "{item}"))
    }
}

fn join<T>(items: &[T], separator: &str, write: fn(&T, &mut String) -> fmt::Result) -> String {
    let mut joined = String::new();
    for (index, item) in items.iter().enumerate() {
        if index > 0 {
            joined.push_str(separator);
        }
        // A `String` takes everything; a `Display` that fails has written what it could.
        let _ = write(item, &mut joined);
    }
    joined
}
