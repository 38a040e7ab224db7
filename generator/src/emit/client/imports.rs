//! The `use` lines of a file: what it needs, and nothing else.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use crate::model::Type;

/// The width at which a list of names is broken.
const WIDTH: usize = 100;

/// Names by the path they come from.
#[derive(Default)]
pub(super) struct Imports(BTreeMap<&'static str, BTreeSet<Cow<'static, str>>>);

impl Imports {
    /// Needs `names` from `path`.
    pub(super) fn add(&mut self, path: &'static str, names: &[&'static str]) {
        let names = names.iter().map(|name| Cow::Borrowed(*name));
        self.0.entry(path).or_default().extend(names);
    }

    /// Needs a name of the API from `path`.
    pub(super) fn add_named(&mut self, path: &'static str, name: &str) {
        let name = Cow::Owned(name.to_owned());
        self.0.entry(path).or_default().insert(name);
    }

    /// Needs the names outside the prelude that a type is written with.
    pub(super) fn add_type(&mut self, ty: &Type) {
        match ty {
            Type::Any => self.add("serde_json", &["Value"]),
            Type::Timestamp => self.add("crate::runtime", &["Timestamp"]),
            Type::Base64 => self.add("crate::runtime", &["Base64"]),
            Type::SecretText => self.add("crate::runtime", &["SecretText"]),
            Type::Date => self.add("crate::runtime", &["Date"]),
            Type::File => self.add("crate::runtime", &["self"]),
            Type::List(inner) => self.add_type(inner),
            Type::Map(inner) => {
                self.add("std::collections", &["BTreeMap"]);
                self.add_type(inner);
            }
            _ => {}
        }
    }

    /// The lines: the standard library, other crates, this crate, with gaps between them.
    pub(super) fn lines(&self) -> Vec<String> {
        let kind = |path: &str| match path.split("::").next() {
            Some("std") => 0,
            Some("crate" | "super") => 2,
            _ => 1,
        };
        let mut paths: Vec<_> = self.0.iter().collect();
        paths.sort_by_key(|(path, _)| (kind(path), **path));
        let mut lines = Vec::new();
        let mut last = None;
        for (path, names) in paths {
            if last.is_some_and(|last| last != kind(path)) {
                lines.push(String::new());
            }
            last = Some(kind(path));
            let mut names: Vec<&str> = names.iter().map(AsRef::as_ref).collect();
            // The module itself comes first.
            names.sort_by_key(|name| *name != "self");
            lines.extend(line(path, &names));
        }
        lines
    }
}

/// One `use`, broken where it is long.
fn line(path: &str, names: &[&str]) -> Vec<String> {
    let one = match names {
        [one] => format!("use {path}::{one};"),
        many => format!("use {path}::{{{}}};", many.join(", ")),
    };
    if one.len() <= WIDTH {
        return vec![one];
    }
    let mut lines = vec![format!("use {path}::{{")];
    let mut line = String::from("   ");
    for name in names {
        if line.len() + name.len() + 2 > WIDTH {
            lines.push(std::mem::replace(&mut line, String::from("   ")));
        }
        line.push_str(&format!(" {name},"));
    }
    lines.push(line);
    lines.push("};".to_owned());
    lines
}
