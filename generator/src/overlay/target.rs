//! What an action is about: a JSONPath (RFC 9535) over the JSON view of the document's tree.

use std::collections::HashSet;

use serde_json_path::JsonPath;

use crate::read::{NodeId, Tree};

/// How deep brackets and parentheses may stand inside each other: the parser of paths takes time
/// that doubles with each filter in a filter.
const DEEPEST: usize = 8;

/// A path, with its spelling.
#[derive(Debug)]
pub(super) struct Target {
    text: String,
    path: JsonPath,
}

impl Target {
    /// Reads a path.
    ///
    /// # Errors
    ///
    /// What is wrong with it, in one line.
    pub(super) fn parse(text: &str) -> Result<Self, String> {
        if depth(text) > DEEPEST {
            return Err(format!(
                "brackets stand inside each other more than {DEEPEST} levels deep"
            ));
        }
        match JsonPath::parse(text) {
            Ok(path) => Ok(Self {
                text: text.to_owned(),
                path,
            }),
            Err(error) => Err(format!(
                "the target can't be read: {} at character {}",
                error.message(),
                error.position() + 1
            )),
        }
    }

    /// The path as it was written.
    pub(super) fn text(&self) -> &str {
        &self.text
    }

    /// The nodes that it selects, each once, in the order in which the path meets them.
    pub(super) fn select(&self, tree: &Tree) -> Vec<NodeId> {
        select(&self.path, tree)
    }

    /// The longest beginning of the path that selects something: what a person has to look at
    /// where the whole selects nothing.
    pub(super) fn longest_match(&self, tree: &Tree) -> Option<&str> {
        let mut ends = segment_ends(&self.text);
        ends.reverse();
        ends.into_iter()
            .map(|end| &self.text[..end])
            .find(|head| JsonPath::parse(head).is_ok_and(|path| !select(&path, tree).is_empty()))
    }
}

fn select(path: &JsonPath, tree: &Tree) -> Vec<NodeId> {
    let json = tree.view(tree.root()).to_json();
    let mut seen = HashSet::new();
    path.query_located(&json)
        .locations()
        .filter_map(|location| tree.follow(&location.to_json_pointer()))
        .map(|node| node.id())
        .filter(|id| seen.insert(*id))
        .collect()
}

/// How deep brackets stand inside each other, outside of quotes.
fn depth(text: &str) -> usize {
    let mut deepest = 0;
    walk(text, |_, depth| deepest = deepest.max(depth));
    deepest
}

/// The byte offsets at which a segment of the path ends, without the end of the whole.
fn segment_ends(text: &str) -> Vec<usize> {
    let mut ends = Vec::new();
    walk(text, |at, depth| {
        let begins = text[at..].starts_with(['.', '[']) && !text[..at].ends_with('.');
        if at > 0 && begins && depth == usize::from(text[at..].starts_with('[')) {
            ends.push(at);
        }
    });
    ends
}

/// Calls `visit` for every character outside of quotes, with the depth of brackets it is in.
fn walk(text: &str, mut visit: impl FnMut(usize, usize)) {
    let mut quote = None;
    let mut escaped = false;
    let mut depth = 0_usize;
    for (at, character) in text.char_indices() {
        match (quote, character) {
            (Some(_), _) if escaped => escaped = false,
            (Some(_), '\\') => escaped = true,
            (Some(open), close) if open == close => quote = None,
            (Some(_), _) => {}
            (None, '\'' | '"') => quote = Some(character),
            (None, '[' | '(') => {
                depth += 1;
                visit(at, depth);
            }
            (None, ']' | ')') => depth = depth.saturating_sub(1),
            (None, _) => visit(at, depth),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn segments_end_before_the_next_one() {
        let text = "$.paths['/a.b[0]'].get..parameters[?@.name == 'x'].schema";
        let heads: Vec<_> = segment_ends(text).iter().map(|&end| &text[..end]).collect();
        assert_eq!(
            heads,
            [
                "$",
                "$.paths",
                "$.paths['/a.b[0]']",
                "$.paths['/a.b[0]'].get",
                "$.paths['/a.b[0]'].get..parameters",
                "$.paths['/a.b[0]'].get..parameters[?@.name == 'x']",
            ]
        );
    }

    #[test]
    fn what_would_take_for_ever_is_refused() {
        let nested = format!("$[?{}1==1{}]", "@[?".repeat(40), "]".repeat(40));
        assert!(Target::parse(&nested).is_err());
        assert!(Target::parse("$[?(@.a == '((((((((((((((((((((')]").is_ok());
        assert!(Target::parse("$.paths./pets").is_err());
        assert!(Target::parse("").is_err());
    }
}
