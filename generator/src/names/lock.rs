//! `names.lock`: the names that were given, by the place of the thing on the wire.
//!
//! ```text
//! operation GET /groups/{groupKey}/organizers = groups.organizers
//! type body PUT /organizers/{organizerKey} = UpdateOrganizerBody
//! field body PUT /organizers/{organizerKey} firstName = first_name
//! variant Meeting.meetingType "a = b" = AB
//! operation GET /groups/{groupKey}/owners = groups.owners # gone
//! ```
//!
//! One line a name, sorted, without counts or cross references, so that two branches that add
//! operations merge (with `merge=union` in `.gitattributes` even where the lines are neighbours:
//! order and repeated lines mean nothing to the reader). The line of a thing that is gone stays,
//! so that its name never comes back with another meaning unnoticed; when the thing comes back,
//! so does the name.

use std::collections::BTreeMap;
use std::fmt::{self, Write as _};

use super::ident;
use super::key::Key;

const HEADER: &str = "\
# The Rust names of everything in this API, by its place on the wire.
# `cargo xtask regenerate` keeps this file: a name in it stays, whatever the document does next.
# To rename a thing on purpose, edit its name here and regenerate; `cargo xtask regenerate --rename`
# gives everything the name that it would get today.
";

const GONE: &str = " # gone";

/// What kind of thing a name belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// A field, or a parameter.
    Field,
    /// An identifier type.
    Identifier,
    /// An operation: its group and its method.
    Operation,
    /// A type.
    Type,
    /// A variant of an enum.
    Variant,
}

impl Kind {
    const ALL: [Self; 5] = [
        Self::Field,
        Self::Identifier,
        Self::Operation,
        Self::Type,
        Self::Variant,
    ];

    /// The word for it in a lock.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Field => "field",
            Self::Identifier => "identifier",
            Self::Operation => "operation",
            Self::Type => "type",
            Self::Variant => "variant",
        }
    }

    fn of(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.word() == word)
    }
}

/// What is wrong with a lock, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LockError {
    /// The line, counted from one.
    pub line: usize,
    /// What is wrong and what to do.
    pub message: String,
}

impl fmt::Display for LockError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}: {}", self.line, self.message)
    }
}

impl std::error::Error for LockError {}

/// The names that were given.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Lock {
    lines: BTreeMap<(Kind, Key), Line>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct Line {
    name: String,
    gone: bool,
}

impl Lock {
    /// Reads a lock; a file that does not exist yet is the empty text.
    ///
    /// # Errors
    ///
    /// Where a line is not one of a lock, or two lines give a thing two names.
    pub fn parse(text: &str) -> Result<Self, LockError> {
        let mut lock = Self::default();
        for (at, line) in text.lines().enumerate() {
            let line = line.trim_end();
            if line.is_empty() || line.starts_with('#') {
                continue;
            }
            let error = |message| LockError {
                line: at + 1,
                message,
            };
            let (id, line) = parse_line(line).map_err(error)?;
            lock.insert(id, line).map_err(error)?;
        }
        Ok(lock)
    }

    /// Two lines for one thing agree, or one of them is gone: a merge left both.
    fn insert(&mut self, id: (Kind, Key), line: Line) -> Result<(), String> {
        let Some(known) = self.lines.get_mut(&id) else {
            self.lines.insert(id, line);
            return Ok(());
        };
        if known.name == line.name {
            known.gone &= line.gone;
            return Ok(());
        }
        Err(format!(
            "`{} {}` has two names, `{}` and `{}`; keep the line with the one that was published",
            id.0.word(),
            id.1,
            known.name,
            line.name
        ))
    }

    /// The name of the thing with that [`Key`], also of one that was gone and is back.
    #[must_use]
    pub fn name(&self, kind: Kind, key: &str) -> Option<&str> {
        self.lines
            .get(&(kind, Key::read(key)))
            .map(|line| line.name.as_str())
    }

    /// All names of a kind, those that are gone included.
    pub fn names(&self, kind: Kind) -> impl Iterator<Item = (&Key, &str)> {
        let lines = self.lines.iter().filter(move |((of, _), _)| *of == kind);
        lines.map(|((_, key), line)| (key, line.name.as_str()))
    }

    /// The lock to fill for the next version: the same names, all of them gone until recorded.
    #[must_use]
    pub fn renew(&self) -> Self {
        let mut next = self.clone();
        next.lines.values_mut().for_each(|line| line.gone = true);
        next
    }

    /// The lines of things that are gone.
    #[must_use]
    pub fn gone(&self) -> Self {
        let mut gone = self.clone();
        gone.lines.retain(|_, line| line.gone);
        gone
    }

    /// What is there in both locks and has another name in `later`: its kind, its place, and both
    /// names.
    pub fn renamed<'l>(
        &'l self,
        later: &'l Self,
    ) -> impl Iterator<Item = (Kind, &'l Key, &'l str, &'l str)> {
        self.lines.iter().filter_map(|(id, line)| {
            let new = later.lines.get(id)?;
            let is_renamed = !line.gone && !new.gone && line.name != new.name;
            is_renamed.then_some((id.0, &id.1, line.name.as_str(), new.name.as_str()))
        })
    }

    /// The same names, those for which `key` tells another key under that.
    #[must_use]
    pub(super) fn with_keys(&self, key: impl Fn(Kind, &Key) -> Option<Key>) -> Self {
        let lines = self.lines.iter().map(|((kind, old), line)| {
            let new = key(*kind, old).unwrap_or_else(|| old.clone());
            ((*kind, new), line.clone())
        });
        Self {
            lines: lines.collect(),
        }
    }

    /// Notes that a thing is there and has this name.
    pub fn record(&mut self, kind: Kind, key: Key, name: impl Into<String>) {
        let line = Line {
            name: name.into(),
            gone: false,
        };
        self.lines.insert((kind, key), line);
    }

    /// The file.
    #[must_use]
    pub fn render(&self) -> String {
        let mut text = HEADER.to_owned();
        for ((kind, key), line) in &self.lines {
            let gone = if line.gone { GONE } else { "" };
            // Writing to a string does not fail.
            let _ = writeln!(text, "{} {key} = {}{gone}", kind.word(), line.name);
        }
        text
    }
}

fn parse_line(line: &str) -> Result<((Kind, Key), Line), String> {
    if ["<<<<<<<", "=======", ">>>>>>>", "|||||||"]
        .iter()
        .any(|mark| line.starts_with(mark))
    {
        return Err("this is a conflict of a merge; keep the lines of both sides".to_owned());
    }
    let (place, name) = line
        .rsplit_once(" = ")
        .ok_or("expected `kind place = name`; restore the line or delete it")?;
    let (word, key) = place.split_once(' ').unwrap_or((place, ""));
    let kind = Kind::of(word).ok_or_else(|| {
        let known = Kind::ALL.map(Kind::word).join("`, `");
        format!("`{word}` is not a kind of name; a line starts with one of `{known}`")
    })?;
    let (name, gone) = match name.strip_suffix(GONE) {
        Some(name) => (name, true),
        None => (name, false),
    };
    let dots = usize::from(kind == Kind::Operation);
    let legal = name.split('.').count() == dots + 1 && name.split('.').all(ident::is_legal);
    if !legal {
        let wanted = if dots == 1 {
            "a group and a method, such as `groups.list`"
        } else {
            "a Rust name"
        };
        return Err(format!(
            "`{name}` is not {wanted}; write one, or delete the line to get a new one"
        ));
    }
    let line = Line {
        name: name.to_owned(),
        gone,
    };
    Ok(((kind, Key::read(key)), line))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sample() -> Lock {
        let mut lock = Lock::default();
        lock.record(Kind::Operation, Key::new(["GET", "/groups"]), "groups.list");
        lock.record(
            Kind::Variant,
            Key::new(["Meeting.kind", "a = b # gone"]),
            "AB",
        );
        lock.record(
            Kind::Field,
            Key::new(["body", "PUT", "/x", "No Name"]),
            "no_name",
        );
        lock
    }

    #[test]
    fn reads_what_it_wrote() {
        let lock = sample();
        let text = lock.render();
        assert_eq!(
            text.strip_prefix(HEADER),
            Some(
                "field body PUT /x \"No Name\" = no_name\n\
                 operation GET /groups = groups.list\n\
                 variant Meeting.kind \"a = b # gone\" = AB\n"
            )
        );
        assert_eq!(Lock::parse(&text), Ok(lock));
    }

    #[test]
    fn any_text_survives() {
        let odd = [
            "", " ", "a b", "\"", "\\", "\\n", "\n", "\r\n", "=", " = ", "# gone", "\u{202e}", "ü",
            "\0", "\u{2028}",
        ];
        let mut lock = Lock::default();
        let mut keys = std::collections::BTreeSet::new();
        for a in odd {
            for b in odd {
                let key = Key::new([a, b]);
                lock.record(Kind::Variant, key.clone(), "Name");
                assert_eq!(key.parts(), [a, b]);
                keys.insert(key);
            }
            keys.insert(Key::new([a]));
        }
        assert_eq!(keys.len(), odd.len() * odd.len() + odd.len());
        assert_eq!(Lock::parse(&lock.render()), Ok(lock.clone()));
        assert_eq!(Lock::parse(&lock.renew().render()), Ok(lock.renew()));
    }

    #[test]
    fn lines_of_things_that_are_gone_stay() {
        let mut next = sample().renew();
        next.record(Kind::Operation, Key::new(["GET", "/groups"]), "groups.list");
        let text = next.render();
        assert!(text.contains("operation GET /groups = groups.list\n"));
        assert!(text.contains("field body PUT /x \"No Name\" = no_name # gone\n"));
        let again = Lock::parse(&text).map(|lock| lock.render());
        assert_eq!(again, Ok(text));
    }

    #[test]
    fn merged_lines_in_any_order() {
        let text = "operation GET /b = b.list # gone\r\noperation GET /a = a.list\r\n\r\n# note\r\noperation GET /b = b.list\r\n";
        let lock = Lock::parse(text).map(|lock| lock.render());
        let wanted = format!("{HEADER}operation GET /a = a.list\noperation GET /b = b.list\n");
        assert_eq!(lock, Ok(wanted));
    }

    #[test]
    fn errors_say_where_and_what_to_do() {
        for (text, line, part) in [
            ("operation GET /a = a.list\nnonsense", 2, "restore the line"),
            ("colour GET /a = red", 1, "`colour` is not a kind"),
            ("operation GET /a = list", 1, "a group and a method"),
            ("field a = 1x", 1, "`1x` is not a Rust name"),
            ("field a = type", 1, "`type` is not a Rust name"),
            ("field a = x\n<<<<<<< HEAD\n", 2, "both sides"),
            ("field a = x\nfield a = y", 2, "two names, `x` and `y`"),
        ] {
            let error = Lock::parse(text).expect_err(text);
            assert_eq!(error.line, line, "{text}");
            assert!(error.message.contains(part), "{}", error.message);
        }
    }
}
