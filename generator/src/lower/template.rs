//! A path as it is meant: without markup, its values in braces, and what its query says.
//!
//! The functions are pure; [`paths`](super) tells what they changed.

use crate::names::{number::singular, words::Words};

/// What stands for a path in the client.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Template {
    /// The path with all that stands behind it.
    pub(super) whole: String,
    /// The path without the values of its query.
    pub(super) road: String,
    /// The values of its query.
    pub(super) query: Vec<QueryValue>,
}

/// A value that a path has in its query: `period={days}`, `period=`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct QueryValue {
    /// Its name on the wire.
    pub(super) name: String,
    /// What the path calls it.
    pub(super) called: String,
}

impl Template {
    /// Reads a path whose values stand in braces.
    pub(super) fn of(path: &str) -> Self {
        let mut template = Self {
            whole: path.to_owned(),
            road: path.to_owned(),
            query: Vec::new(),
        };
        let (road, rest) = path.split_at(query_start(path));
        let Some(rest) = rest.strip_prefix('?') else {
            return template;
        };
        let (query, fragment) = rest.split_at(rest.find('#').unwrap_or(rest.len()));
        let mut fixed = Vec::new();
        for pair in query.split('&').filter(|pair| !pair.is_empty()) {
            match query_value(pair) {
                Some(value) => template.query.push(value),
                None => fixed.push(pair),
            }
        }
        let mark = if fixed.is_empty() { "" } else { "?" };
        template.road = format!("{road}{mark}{}{fragment}", fixed.join("&"));
        if template.query.is_empty() {
            template.whole.clone_from(&template.road);
        }
        template
    }
}

fn query_value(pair: &str) -> Option<QueryValue> {
    let (name, value) = pair.split_once('=')?;
    let is_plain = |text: &str| !text.is_empty() && !text.contains(['{', '}', '[', ']']);
    let called = match value {
        "" => name,
        _ => self::value(value)?,
    };
    (is_plain(name) && is_plain(called)).then(|| QueryValue {
        name: name.to_owned(),
        called: called.to_owned(),
    })
}

/// Where the query or the fragment of a path begins; braces can hold such signs too.
pub(super) fn query_start(path: &str) -> usize {
    let mut inside = false;
    let found = path.find(|c| {
        inside = (inside || c == '{') && c != '}';
        !inside && matches!(c, '?' | '#')
    });
    found.unwrap_or(path.len())
}

/// A path with its values in braces, as frameworks spell them otherwise: `:id`, `<int:id>`, `*path`,
/// `{id:[0-9]+}`, `{path*}`, `{{id}}`. A name that is `declared` stays as it is. What may be left out
/// stands in parentheses, and is taken for there.
pub(super) fn in_braces(written: &str, declared: &dyn Fn(&str) -> bool) -> String {
    let written = without_options(written);
    let mut found = String::with_capacity(written.len());
    let mut rest = written.as_str();
    let (mut is_query, mut looked) = (false, 0);
    while let Some(c) = rest.chars().next() {
        is_query = is_query || found[looked..].contains(['?', '#']);
        looked = found.len();
        let begins = match found.chars().next_back() {
            Some('=') => is_query,
            Some('/') => !is_query,
            before => before.is_none(),
        };
        let (length, name) = match c {
            '{' => match variables(rest, is_query) {
                Some(pairs) => {
                    found.push_str(&pairs);
                    rest = &rest[closing(rest)..];
                    continue;
                }
                None => (closing(rest), inside(rest, declared)),
            },
            '$' if rest.starts_with("${") => {
                (closing(&rest[1..]) + 1, inside(&rest[1..], declared))
            }
            '<' => match rest.find(['/', '>']) {
                Some(end) if rest[end..].starts_with('>') => (end + 1, angled(&rest[1..end])),
                _ => (1, None),
            },
            ':' if begins => after_colon(rest),
            '*' if begins => {
                let end = rest.find('/').unwrap_or(rest.len());
                let name = rest[..end].trim_matches('*');
                let is_all = name.is_empty() && !is_query && !found.is_empty();
                let name = if is_all { "path" } else { name };
                (end, is_name(name).then(|| name.to_owned()))
            }
            _ => (c.len_utf8(), None),
        };
        match name {
            Some(name) => {
                found.push('{');
                found.push_str(&name);
                found.push('}');
            }
            None => found.push_str(&rest[..length]),
        }
        rest = &rest[length..];
    }
    // `:id?` is a value that may be left out.
    match found.strip_suffix("}?") {
        Some(road) => format!("{road}}}"),
        None => found,
    }
}

/// A path whose segments that are called like a parameter `declared` in it are values: `/pets/petId`. One
/// word may be a segment by that name all the same (`/pets/tags`), and so may any whose braces stand elsewhere.
pub(super) fn bare_in_braces(path: &str, declared: &dyn Fn(&str) -> bool) -> String {
    let (road, rest) = path.split_at(query_start(path));
    let segments = road.split('/').map(|segment| {
        let is_value = is_name(segment)
            && Words::of(segment).len() > 1
            && !road.contains(&format!("{{{segment}}}"))
            && declared(segment);
        if is_value {
            format!("{{{segment}}}")
        } else {
            segment.to_owned()
        }
    });
    segments.collect::<Vec<_>>().join("/") + rest
}

/// A path without the parentheses around what may be left out: those that hold a slash.
fn without_options(written: &str) -> String {
    let mut path = written.to_owned();
    let mut from = 0;
    while let Some(open) = path[from..].find('(').map(|at| from + at) {
        let end = path[open..].find(')').map(|at| open + at);
        let Some(end) = end.filter(|end| path[open..*end].contains('/')) else {
            from = open + 1;
            continue;
        };
        path.remove(end);
        path.remove(open);
    }
    path
}

/// The length of what a brace opens, with the braces in it; one character where nothing closes it.
fn closing(text: &str) -> usize {
    let mut depth = 0_usize;
    for (at, c) in text.char_indices() {
        match c {
            '{' => depth += 1,
            '}' => depth -= 1,
            _ => continue,
        }
        if depth == 0 {
            return at + 1;
        }
    }
    1
}

/// The pairs of a query that `{?page,size}` stands for (RFC 6570, section 3.2.8).
fn variables(text: &str, is_query: bool) -> Option<String> {
    let inner = text[..closing(text)].strip_prefix('{')?.strip_suffix('}')?;
    let names = inner.strip_prefix(['?', '&'])?.split(',');
    let names: Vec<_> = names
        .map(|name| name.trim().trim_end_matches('*'))
        .collect();
    let pairs = names.iter().map(|name| format!("{name}={{{name}}}"));
    let pairs = pairs.collect::<Vec<_>>().join("&");
    let mark = if is_query { '&' } else { '?' };
    names
        .iter()
        .all(|name| is_name(name))
        .then(|| format!("{mark}{pairs}"))
}

/// The name in a pair of braces, without what a framework says of the value there.
fn inside(text: &str, declared: &dyn Fn(&str) -> bool) -> Option<String> {
    let inner = text[..closing(text)].strip_prefix('{')?.strip_suffix('}')?;
    if declared(inner) {
        return Some(inner.to_owned());
    }
    let name = inner.split(':').next().unwrap_or_default();
    let name = name.trim_matches(|c: char| c.is_whitespace() || "{}+*?.".contains(c));
    Some(if is_name(name) { name } else { inner }.to_owned())
}

/// The name in a pair of angle brackets, where one stands there.
fn angled(inner: &str) -> Option<String> {
    const TYPES: [&str; 8] = [
        "any", "float", "int", "path", "slug", "str", "string", "uuid",
    ];
    let name = match inner.split_once(':') {
        // Some say the type before the name, and some behind it.
        Some((ty, name)) if TYPES.contains(&ty.trim()) => name,
        Some((name, _)) => name,
        None => inner,
    };
    let is_word = |c: char| c.is_ascii_alphanumeric() || "_-| .".contains(c);
    let name = name.trim();
    let begins = name.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_');
    (begins && name.chars().all(is_word)).then(|| name.to_owned())
}

/// The name behind a colon, with the length of it and of the pattern that may follow.
fn after_colon(text: &str) -> (usize, Option<String>) {
    let is_part = |c: char| c.is_ascii_alphanumeric() || c == '_' || c == '-';
    let end = text[1..]
        .find(|c| !is_part(c))
        .map_or(text.len(), |at| at + 1);
    let name = &text[1..end];
    if !is_name(name) {
        return (1, None);
    }
    let pattern = text[end..].starts_with('(').then(|| text[end..].find(')'));
    let length = end + pattern.flatten().map_or(0, |at| at + 1);
    (length, Some(name.to_owned()))
}

fn is_name(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_')
        && text
            .chars()
            .all(|c| c.is_ascii_alphanumeric() || c == '_' || c == '-')
}

/// A path whose values have names of their own: of several with one name the last keeps it, which is
/// the thing itself, and each before it is named after the segment in front of it.
pub(super) fn told_apart(path: &str) -> String {
    let mut segments: Vec<String> = path.split('/').map(str::to_owned).collect();
    for at in 0..segments.len() {
        let Some(name) = value(&segments[at]).map(str::to_owned) else {
            continue;
        };
        let (before, after) = segments.split_at(at);
        if !after[1..].contains(&segments[at]) {
            continue;
        }
        let nouns = before.iter().rev().filter(|segment| !segment.contains('{'));
        // One noun where that is enough, and those before it where it is not.
        let mut words = Words::of(&name);
        for noun in nouns.filter(|noun| !noun.is_empty()) {
            words = Words::of(noun).with_last(singular).then(&words);
            let renamed = format!("{{{}}}", words.iter().collect::<Vec<_>>().join("_"));
            if !segments.contains(&renamed) {
                segments[at] = renamed;
                break;
            }
        }
    }
    segments.join("/")
}

/// The name of a segment that is nothing but a value.
fn value(segment: &str) -> Option<&str> {
    segment.strip_prefix('{')?.strip_suffix('}')
}

#[cfg(test)]
mod tests {
    use super::{Template, in_braces, told_apart};

    #[test]
    fn values_of_one_name_are_told_apart() {
        for (written, path) in [
            ("/pets/{id}", "/pets/{id}"),
            ("/pets/{id}/friends/{id}", "/pets/{pet_id}/friends/{id}"),
            (
                "/boxes/{key}/parts/{key}/parts/{key}",
                "/boxes/{box_key}/parts/{part_key}/parts/{key}",
            ),
            (
                "/a/{id}/files/{id}/files/{id}/files/{id}",
                "/a/{a_id}/files/{file_id}/files/{file_file_id}/files/{id}",
            ),
            ("/{id}/{id}", "/{id}/{id}"),
        ] {
            assert_eq!(told_apart(written), path);
        }
    }

    #[test]
    fn values_stand_in_braces() {
        for (written, path) in [
            ("/pets/:petId", "/pets/{petId}"),
            ("/pets/:petId?", "/pets/{petId}"),
            ("/pets/:petId.json", "/pets/{petId}.json"),
            ("/pets/:id(\\d+)/toys", "/pets/{id}/toys"),
            ("/pets/<pet_id>/image", "/pets/{pet_id}/image"),
            ("/pets/<int:id>", "/pets/{id}"),
            ("/pets/<id:int>", "/pets/{id}"),
            ("/pets(<id|name>)/toys", "/pets({id|name})/toys"),
            ("/range(address=<a b>)", "/range(address={a b})"),
            ("/files/*path", "/files/{path}"),
            ("/files/**", "/files/{path}"),
            ("/data(/*scope)", "/data/{scope}"),
            ("/(ref/{ref}/)builds", "/ref/{ref}/builds"),
            ("/pets/{id:[0-9]{3}}/{name?}", "/pets/{id}/{name}"),
            ("/files/{path*}/{+rest}", "/files/{path}/{rest}"),
            ("/pets/{{id}}/${name}", "/pets/{id}/{name}"),
            ("/pets/{ id }", "/pets/{id}"),
            ("/find?at=:id&in=<place>", "/find?at={id}&in={place}"),
            (
                "/pets{?page,size*}{&all}",
                "/pets?page={page}&size={size}&all={all}",
            ),
            ("/pets/{id}:cancel", "/pets/{id}:cancel"),
            ("/pets/{declared?}", "/pets/{declared?}"),
            ("/users/{id | name}", "/users/{id | name}"),
            ("/pets/:", "/pets/:"),
            ("/pets/:80?at=:80", "/pets/:80?at=:80"),
            ("/pets/<é>/{open", "/pets/<é>/{open"),
            ("/a:b/c*d", "/a:b/c*d"),
            ("/{}", "/{}"),
            ("*", "*"),
            ("/a#b/:c", "/a#b/:c"),
        ] {
            let declared = |name: &str| name == "declared?";
            assert_eq!(in_braces(written, &declared), path, "{written}");
        }
    }

    #[test]
    fn a_query_has_values_and_what_is_fixed() {
        for (path, road, query) in [
            ("/pets", "/pets", ""),
            ("/pets?sort=name", "/pets?sort=name", ""),
            ("/pets?acl", "/pets?acl", ""),
            ("/pets?", "/pets", ""),
            ("/pets?sort={by}&all=1", "/pets?all=1", "sort by"),
            (
                "/pets?sort={by}&from=#top",
                "/pets#top",
                "sort by, from from",
            ),
            ("/pets?sort=a{by}", "/pets?sort=a{by}", ""),
            ("/pets?{more}", "/pets?{more}", ""),
            ("/pets/{id?}", "/pets/{id?}", ""),
        ] {
            let template = Template::of(path);
            let values = template.query.iter();
            let values: Vec<_> = values.map(|v| format!("{} {}", v.name, v.called)).collect();
            assert_eq!(
                (template.road.as_str(), values.join(", ").as_str()),
                (road, query)
            );
        }
    }
}
