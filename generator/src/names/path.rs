//! A path as the road to a resource: fixed words and parameters, without what every client of
//! every API has to skip.
//!
//! | path | road | set aside |
//! |---|---|---|
//! | `/api/v2/users/{id}/files` | users · {id} · files | prefix `api`, version `v2` |
//! | `/followers/ids.json` | followers · ids | ending `json` |
//! | `/tracks/{id}.{format}` | tracks · {id} | |
//! | `/users/:id`, `/users/<id>`, `/users(&lt;id&gt;)` | users · {id} | |
//! | `/me/drive/root:/{item-path}:/createLink` | me · drive · root · {item path} · create link | |
//! | `/chat.postMessage` | chat · post message | |
//! | `/rest/?method=photos.getSizes` | photos · get sizes | prefix `rest` |
//! | `/reports?period=3` | reports | query `period 3` |

use super::noise;
use super::spelling::decode_entities;
use super::words::Words;

/// A stretch of a path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Piece {
    /// Words that are always the same.
    Fixed(Words),
    /// A value that the caller chooses, by the words of its name.
    Param(Words),
}

impl Piece {
    /// Its words, whatever it is.
    pub(super) fn words(&self) -> &Words {
        match self {
            Self::Fixed(words) | Self::Param(words) => words,
        }
    }

    /// Its words if they are always the same.
    pub(super) fn fixed(&self) -> Option<&Words> {
        match self {
            Self::Fixed(words) => Some(words),
            Self::Param(_) => None,
        }
    }

    /// Its words if they name a value.
    pub(super) fn param(&self) -> Option<&Words> {
        match self {
            Self::Param(words) => Some(words),
            Self::Fixed(_) => None,
        }
    }
}

/// A path, read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Path {
    /// The road to the resource.
    pub(super) pieces: Vec<Piece>,
    /// Versions, file endings and query values: what tells apart two roads to one resource.
    pub(super) aside: Words,
    /// Whether the last piece is the value of a query parameter that names the operation.
    pub(super) called: bool,
}

impl Path {
    pub(super) fn of(path: &str) -> Self {
        let decoded = decode_entities(path)
            .replace("%7B", "{")
            .replace("%7D", "}");
        let (road, query) = split_query(&decoded);
        let mut reader = Reader::default();
        for segment in split_outside_braces(road, '/') {
            reader.segment(segment);
        }
        for pair in query.split(['&', '#']) {
            reader.query(pair);
        }
        reader.finish()
    }

    /// The words of all pieces, parameters included.
    pub(super) fn all_words(&self) -> Words {
        self.pieces
            .iter()
            .flat_map(|piece| piece.words().iter())
            .collect()
    }
}

#[derive(Default)]
struct Reader {
    path: Path,
    /// The last prefix or version that was skipped, for the path that has nothing else.
    skipped: Words,
}

impl Reader {
    fn segment(&mut self, segment: &str) {
        let leading = self.path.pieces.is_empty();
        let plain = segment.trim().to_ascii_lowercase();
        if leading && noise::is_prefix(&plain) {
            self.skipped = Words::of(segment);
        } else if noise::is_version(&plain) || (leading && noise::is_number(&plain)) {
            self.skipped = Words::of(segment);
            self.aside(&Words::of(segment));
        } else {
            self.tokens(segment);
        }
    }

    fn tokens(&mut self, segment: &str) {
        let mut rest = segment;
        let mut first = true;
        while let Some(c) = rest.chars().next() {
            let (length, param) = match c {
                '{' => (closing(rest, '}'), true),
                '<' => (closing(rest, '>'), true),
                ':' if first && is_named(&rest[1..]) => (word_end(&rest[1..]) + 1, true),
                '(' if rest.contains(')') => {
                    let length = closing(rest, ')');
                    self.arguments(&rest[1..length - 1]);
                    rest = &rest[length..];
                    continue;
                }
                _ => (fixed_end(rest), false),
            };
            let (token, behind) = rest.split_at(length);
            rest = behind;
            if param {
                self.param(token);
            } else {
                self.fixed(token, rest.is_empty(), first);
            }
            first = false;
        }
    }

    /// What stands between parentheses: only its parameters count (`range(address={address})`).
    fn arguments(&mut self, text: &str) {
        let mut rest = text;
        while let Some(at) = rest.find(['{', '<']) {
            rest = &rest[at..];
            let length = closing(rest, if rest.starts_with('{') { '}' } else { '>' });
            self.param(&rest[..length]);
            rest = &rest[length..];
        }
    }

    fn param(&mut self, token: &str) {
        let name = token.trim_matches(['{', '}', '<', '>', ':', '+', '*', '.', '?']);
        let words = Words::of(name.split(':').next().unwrap_or_default());
        if !noise::is_formality(&words.fold()) {
            self.path.pieces.push(Piece::Param(words));
        }
    }

    /// A stretch without parameters: dots and colons part it, a file's ending is set aside.
    fn fixed(&mut self, token: &str, last: bool, first: bool) {
        let mut parts: Vec<&str> = token
            .split(['.', ':'])
            .filter(|part| !part.is_empty())
            .collect();
        let ending = parts.last().filter(|part| {
            last && (parts.len() > 1 || !first) && noise::is_ending(&part.to_ascii_lowercase())
        });
        if let Some(ending) = ending {
            let words = Words::of(ending);
            parts.pop();
            self.aside(&words);
        }
        for part in parts {
            self.part(part);
        }
    }

    /// `user_id` without its braces is a parameter all the same, and so is a lone `-`, which
    /// stands for a value that goes without saying.
    fn part(&mut self, part: &str) {
        let alone = !part.contains(|c: char| c.is_alphanumeric());
        let words = if alone {
            Words::default()
        } else {
            Words::of(part)
        };
        let is_id = words.last() == Some("id") && !self.path.pieces.is_empty();
        let piece = if alone || is_id {
            Piece::Param(words)
        } else {
            Piece::Fixed(words)
        };
        if !alone || matches!(part, "-" | "*" | "~" | "@" | "_") {
            self.path.pieces.push(piece);
        }
    }

    fn query(&mut self, pair: &str) {
        let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
        let literal = !value.is_empty() && !value.contains(['{', '<']);
        if literal && noise::is_selector(&name.trim().to_ascii_lowercase()) {
            self.fixed(value, false, true);
            self.path.called = true;
        } else {
            let shown = if literal { pair } else { name };
            self.aside(&Words::of(&shown.replace('=', " ")));
        }
    }

    fn aside(&mut self, words: &Words) {
        self.path.aside.extend(words.iter());
    }

    fn finish(mut self) -> Path {
        let pieces = &mut self.path.pieces;
        if let [_, .., Piece::Fixed(label), Piece::Fixed(_)] = pieces.as_slice()
            && noise::is_label(&label.fold())
        {
            pieces.remove(pieces.len() - 2);
        }
        if self.path.pieces.is_empty() && !self.skipped.is_empty() {
            self.path.pieces.push(Piece::Fixed(self.skipped));
        }
        self.path
    }
}

/// Parts the road from the query, or from a fragment.
fn split_query(path: &str) -> (&str, &str) {
    let at = split_outside_braces(path, '?').next().map_or(0, str::len);
    let road = split_outside_braces(&path[..at], '#')
        .next()
        .unwrap_or_default();
    (road, path.get(road.len() + 1..).unwrap_or_default())
}

/// Splits where the separator is not inside `{…}`.
fn split_outside_braces(text: &str, separator: char) -> impl Iterator<Item = &str> {
    let mut inside = false;
    text.split(move |c| {
        inside = match c {
            '{' => true,
            '}' => false,
            _ => inside,
        };
        c == separator && !inside
    })
}

/// The length of what an opening bracket opens; all of it where nothing closes it.
fn closing(text: &str, close: char) -> usize {
    text.find(close)
        .map_or(text.len(), |at| at + close.len_utf8())
}

fn is_named(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_')
}

fn word_end(text: &str) -> usize {
    text.find(|c: char| !c.is_ascii_alphanumeric() && c != '_' && c != '-')
        .unwrap_or(text.len())
}

/// The end of a fixed stretch: the next bracket, but at least one character.
fn fixed_end(text: &str) -> usize {
    let first = text.chars().next().map_or(0, char::len_utf8);
    text[first..]
        .find(['{', '<', '('])
        .map_or(text.len(), |at| first + at)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(path: &str, road: &str, aside: &str) {
        let parsed = Path::of(path);
        let spelled: Vec<String> = parsed
            .pieces
            .iter()
            .map(|piece| match piece {
                Piece::Fixed(words) => words.iter().collect::<Vec<_>>().join(" "),
                Piece::Param(words) => {
                    format!("{{{}}}", words.iter().collect::<Vec<_>>().join(" "))
                }
            })
            .collect();
        assert_eq!(spelled.join(" · "), road, "{path}");
        assert_eq!(
            parsed.aside.iter().collect::<Vec<_>>().join(" "),
            aside,
            "{path}"
        );
    }

    #[test]
    fn the_table() {
        check("/api/v2/users/{id}/files", "users · {id} · files", "v2");
        check("/followers/ids.json", "followers · ids", "json");
        check("/tracks/{id}.{format}", "tracks · {id}", "");
        check("/users/:id", "users · {id}", "");
        check("/users/<id>", "users · {id}", "");
        check("/users(&lt;id&gt;)/x", "users · {id} · x", "");
        check(
            "/me/drive/root:/{item-path}:/createLink",
            "me · drive · root · {item path} · create link",
            "",
        );
        check(
            "/service/category/action/list",
            "service · category · list",
            "",
        );
        check("/chat.postMessage", "chat · post message", "");
        check("/rest/?method=photos.getSizes", "photos · get sizes", "");
        check("/?Action=DescribeInstances", "describe instances", "");
        check("/user/-/foods", "user · {} · foods", "");
        check("/files/file_id", "files · {file id}", "");
        check("/reports?period=3", "reports", "period 3");
    }

    #[test]
    fn versions() {
        check("/v2.0/users", "users", "v2 0");
        check("/apis/v1beta1/pods", "pods", "v1beta1");
        check("/2015-10-30/functions", "functions", "2015 10 30");
        check(
            "/1.1/statuses/show/{id}.json",
            "statuses · show · {id}",
            "1 1 json",
        );
        check("/{version}/users", "users", "");
        check("/v3", "v3", "v3");
        check("/http/200", "http · 200", "");
    }

    #[test]
    fn braces_in_and_around_segments() {
        check("/projects/{id}:copy", "projects · {id} · copy", "");
        check("/{proxy+}", "{proxy}", "");
        check("/{path:.*}/x", "{path} · x", "");
        check(
            "/projects/{id}/(ref/{ref}/)trigger",
            "projects · {id} · ref · {ref} · trigger",
            "",
        );
        check("/range(address=<a b>)/clear", "range · {a b} · clear", "");
        check("/users/{id | name}", "users · {id name}", "");
        check("/&#123;photo&#125;/likes", "{photo} · likes", "");
        check("/a{b", "a · {b}", "");
        check("/a/{x?y/z}", "a · {x y z}", "");
    }

    #[test]
    fn nothing_at_all() {
        for path in ["", "/", "//", "/?", "/#", "/()", ":"] {
            check(path, "", "");
        }
        check("/{}", "{}", "");
    }
}
