//! The `use` lines of a file: what it needs, and nothing else.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::Type;

/// The width at which a list of names is broken.
const WIDTH: usize = 100;

/// Names by the path they come from.
#[derive(Default)]
pub(super) struct Imports(BTreeMap<&'static str, BTreeSet<&'static str>>);

impl Imports {
    /// Needs `names` from `path`.
    pub(super) fn add(&mut self, path: &'static str, names: &[&'static str]) {
        self.0.entry(path).or_default().extend(names);
    }

    /// Needs the names outside the prelude that a type is written with.
    pub(super) fn add_type(&mut self, ty: &Type) {
        match ty {
            Type::Any => self.add("serde_json", &["Value"]),
            Type::Timestamp => self.add("crate::runtime", &["Timestamp"]),
            Type::Base64 => self.add("crate::runtime", &["Base64"]),
            Type::SecretText => self.add("crate::runtime", &["SecretText"]),
            Type::Date => self.add("crate::runtime", &["Date"]),
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
            Some("crate") => 2,
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
            let names: Vec<_> = names.iter().copied().collect();
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
