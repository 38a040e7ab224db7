//! What an action is about: a `JSONPath` (RFC 9535) over the JSON view of the document's tree.

use std::collections::HashSet;

use serde_json_path::JsonPath;

use crate::read::{NodeId, NodeRef, Tree};

/// How deep brackets and parentheses may stand inside each other: the parser of paths takes time
/// that doubles with each filter in a filter.
const DEEPEST: usize = 8;

/// Where parameters stand, beside which their names are asked for.
const PLACES: [&str; 6] = ["query", "header", "path", "formdata", "body", "cookie"];

/// A path, with its spelling.
#[derive(Debug)]
pub(super) struct Target {
    text: String,
    /// The keys that it begins with; most paths are nothing else.
    keys: Vec<String>,
    /// The path from there. Only what stands there is ever made into JSON: to make the whole document
    /// into JSON for each action would take longer than all the rest.
    rest: JsonPath,
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
        let (keys, rest) = keys(text);
        let path = JsonPath::parse(text).and_then(|_| JsonPath::parse(&format!("${rest}")));
        match path {
            Ok(rest) => Ok(Self {
                text: text.to_owned(),
                keys,
                rest,
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
        let mut start = tree.view(tree.root());
        for key in &self.keys {
            match start.get(key) {
                Some(next) => start = next,
                None => return Vec::new(),
            }
        }
        let json = start.to_json();
        let mut seen = HashSet::new();
        let selected = self.rest.query_located(&json);
        selected
            .locations()
            .filter_map(|location| start.follow(&location.to_json_pointer()))
            .map(NodeRef::id)
            .filter(|id| seen.insert(*id))
            .collect()
    }

    /// The longest beginning of the path that selects something: what a person has to look at
    /// where the whole selects nothing.
    pub(super) fn longest_match(&self, tree: &Tree) -> Option<&str> {
        let mut ends = segment_ends(&self.text);
        ends.reverse();
        ends.into_iter()
            .map(|end| &self.text[..end])
            .find(|head| Self::parse(head).is_ok_and(|path| !path.select(tree).is_empty()))
    }
}

impl Target {
    /// How the document spells what the path asks for where it selects nothing: a key, or the name of an
    /// item, with the same letters. Reports tell names without the blanks and the markup around them.
    pub(super) fn spelled_there(&self, tree: &Tree) -> Option<String> {
        let head = self.longest_match(tree)?;
        let rest = &self.text[head.len()..];
        let next = segment_ends(rest).first().map_or(rest, |end| &rest[..*end]);
        let mut asked: Vec<String> = texts(next).map(letters).collect();
        // "The parameter of that name in the query."
        if asked.len() > 1 {
            asked.retain(|text| !PLACES.contains(&text.as_str()));
        }
        let mut there = Vec::new();
        for node in Self::parse(head).ok()?.select(tree) {
            let node = tree.view(node);
            there.extend(node.entries().map(|(key, _)| key.text.as_str()));
            let items = node.items().filter_map(|item| item.get("name"));
            there.extend(items.filter_map(NodeRef::scalar));
        }
        let is_asked = |name: &str, fits: fn(&str, &str) -> bool| {
            let name = letters(name);
            let mut asked = asked.iter().filter(|asked| !asked.is_empty());
            asked.any(|asked| fits(&name, asked))
        };
        let only = |fits: fn(&str, &str) -> bool| {
            let mut all = there.iter().filter(|name| is_asked(name, fits));
            all.next().filter(|_| all.next().is_none())
        };
        let found = only(|there, asked| there == asked)
            .or_else(|| only(|there, asked| there.contains(asked)));
        found.map(|name| (*name).to_owned())
    }
}

/// The texts in a segment of a path: what stands in quotes, or a plain key.
fn texts(segment: &str) -> impl Iterator<Item = &str> {
    let key = segment.strip_prefix('.');
    let parts = segment.split(['\'', '"']).skip(1).step_by(2);
    key.into_iter().chain(parts.filter(move |_| key.is_none()))
}

/// The letters of a name, and its digits.
fn letters(name: &str) -> String {
    let letters = name.chars().filter(|c| c.is_alphanumeric());
    letters.flat_map(char::to_lowercase).collect()
}

/// The keys that a path begins with, and what follows them.
fn keys(text: &str) -> (Vec<String>, &str) {
    let whole = text.strip_prefix('$').unwrap_or(text);
    let mut keys = Vec::new();
    let mut rest = whole;
    while let Some((key, after)) = quoted_key(rest).or_else(|| plain_key(rest)) {
        keys.push(key.to_owned());
        rest = after;
    }
    // A filter may begin at the root again.
    if rest.contains('$') {
        return (Vec::new(), whole);
    }
    (keys, rest)
}

/// `['/pets']` at the start of a path, where nothing in it is escaped.
fn quoted_key(path: &str) -> Option<(&str, &str)> {
    let inner = path.strip_prefix('[')?;
    let quote = inner.chars().next().filter(|c| matches!(c, '\'' | '"'))?;
    let (key, after) = inner[1..].split_once(quote)?;
    let after = after.strip_prefix(']')?;
    (!key.contains('\\')).then_some((key, after))
}

/// `.paths` at the start of a path.
fn plain_key(path: &str) -> Option<(&str, &str)> {
    let key = path.strip_prefix('.')?;
    let is_plain = |c: char| c.is_ascii_alphanumeric() || c == '_' || !c.is_ascii();
    let end = key.find(|c| !is_plain(c)).unwrap_or(key.len());
    (end > 0).then(|| key.split_at(end))
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
    fn a_path_begins_with_keys() {
        for (path, found, after) in [
            ("$", vec![], ""),
            (
                "$.paths['/a.b[0]'].get",
                vec!["paths", "/a.b[0]", "get"],
                "",
            ),
            ("$.paths[\"/it's\"]..x", vec!["paths", "/it's"], "..x"),
            ("$.a.*", vec!["a"], ".*"),
            ("$.a[0].b", vec!["a"], "[0].b"),
            ("$.größe.b", vec!["größe", "b"], ""),
            ("$.a['b', 'c']", vec!["a"], "['b', 'c']"),
            ("$.a['b\\'c']", vec!["a"], "['b\\'c']"),
            ("$.a[?@.b == 'x'].c", vec!["a"], "[?@.b == 'x'].c"),
            ("$.a[?@.b == $.c]", vec![], ".a[?@.b == $.c]"),
        ] {
            let found = found.into_iter().map(str::to_owned).collect();
            assert_eq!(keys(path), (found, after), "{path}");
        }
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
