//! The keys that say what the client needs and the standard has no word for.

use super::codes::OVERLAY_EXTENSION;
use crate::diagnostic::{Diagnostic, quoted};
use crate::read::NodeRef;
use crate::source::Sources;

/// What all of them begin with.
pub const PREFIX: &str = "x-client-";

/// On an action: it may have nothing to do.
pub(super) const OPTIONAL: &str = "x-client-optional";

/// An extension that an update can bring.
#[derive(Debug)]
pub struct Extension {
    /// The key.
    pub key: &'static str,
    /// Where it may stand.
    pub on: &'static str,
    /// What it says.
    pub means: &'static str,
}

/// The name of an operation's method, of a parameter or of a field.
pub const NAME: &str = "x-client-name";
/// The name of a type.
pub const TYPE: &str = "x-client-type";
/// The concept that a value identifies.
pub const IDENTIFIER: &str = "x-client-identifier";
/// The group of an operation.
pub const GROUP: &str = "x-client-group";
/// The reason to leave an operation out.
pub const OMIT: &str = "x-client-omit";
/// A list that always holds exactly one item.
pub const SINGLE: &str = "x-client-single";
/// The true template of a path.
pub const PATH: &str = "x-client-path";

/// All of them, as documentation and messages list them.
pub const EXTENSIONS: &[Extension] = &[
    Extension {
        key: NAME,
        on: "an operation, a parameter, a property",
        means: "its name in Rust",
    },
    Extension {
        key: TYPE,
        on: "a schema",
        means: "the name of the Rust type that is made of it",
    },
    Extension {
        key: IDENTIFIER,
        on: "a parameter, a property, a schema",
        means: "the concept it identifies, in words: all that have one concept share one type",
    },
    Extension {
        key: GROUP,
        on: "an operation",
        means: "the group whose method it is",
    },
    Extension {
        key: OMIT,
        on: "an operation",
        means: "the reason why the client does not have it",
    },
    Extension {
        key: SINGLE,
        on: "the schema of a reply that is an array",
        means: "`true`: it holds exactly one item, which the call gives as it is",
    },
    Extension {
        key: PATH,
        on: "a path item",
        means: "the path template as it should be spelled",
    },
];

/// Complains about keys with our prefix that nobody knows, anywhere below a node.
pub(super) fn check(update: NodeRef<'_>, sources: &Sources) -> Vec<Diagnostic> {
    let mut faults = Vec::new();
    let mut todo = vec![update];
    while let Some(node) = todo.pop() {
        for (key, value) in node.entries() {
            if key.text.starts_with(PREFIX) && !EXTENSIONS.iter().any(|e| e.key == key.text) {
                faults.push(unknown(&key.text, value, sources));
            }
            todo.push(value);
        }
        todo.extend(node.items());
    }
    faults
}

fn unknown(key: &str, value: NodeRef<'_>, sources: &Sources) -> Diagnostic {
    let place = value.tree().key_span(sources, value.id());
    let all = || {
        let keys: Vec<_> = EXTENSIONS.iter().map(|extension| extension.key).collect();
        format!("there are {}", keys.join(", "))
    };
    let near = EXTENSIONS
        .iter()
        .min_by_key(|extension| distance(extension.key, key))
        .filter(|extension| distance(extension.key, key) <= 3);
    let help = near.map_or_else(all, |near| format!("did you mean `{}`?", near.key));
    Diagnostic::new(
        &OVERLAY_EXTENSION,
        format!("there is no extension {}", quoted(key)),
    )
    .at(place, "not known")
    .help(help)
}

/// How many letters have to be added, taken away or changed to make one word of another.
fn distance(one: &str, other: &str) -> usize {
    let other: Vec<char> = other.chars().collect();
    let mut row: Vec<usize> = (0..=other.len()).collect();
    for (i, a) in one.chars().enumerate() {
        let mut diagonal = row[0];
        row[0] = i + 1;
        for (j, b) in other.iter().enumerate() {
            let changed = diagonal + usize::from(a != *b);
            diagonal = row[j + 1];
            row[j + 1] = changed.min(row[j] + 1).min(row[j + 1] + 1);
        }
    }
    row[other.len()]
}

#[cfg(test)]
mod tests {
    use super::distance;

    #[test]
    fn letters_count() {
        assert_eq!(distance("name", "nmae"), 2);
        assert_eq!(distance("", "abc"), 3);
        assert_eq!(distance("type", "type"), 0);
    }
}
