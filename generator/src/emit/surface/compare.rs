//! What became of public items, from one client to the next.

use std::collections::BTreeSet;
use std::fmt;

use super::{Item, Surface};

/// What became of a public item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SurfaceChange {
    /// Its path.
    pub path: String,
    /// What it was; nothing where it is new.
    pub before: Option<String>,
    /// What it is; nothing where it is gone.
    pub after: Option<String>,
    /// Whether programs that use it no longer compile
    /// ([Cargo's rules](https://doc.rust-lang.org/cargo/reference/semver.html)).
    pub breaks: bool,
}

impl fmt::Display for SurfaceChange {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let path = &self.path;
        match (&self.before, &self.after) {
            (Some(before), Some(after)) => write!(f, "{path}: {before} → {after}"),
            (Some(_), None) => write!(f, "{path} is gone"),
            (None, _) => write!(f, "{path} is new"),
        }
    }
}

/// What a program notices that was written against the old surface.
#[must_use]
pub fn compare(old: &Surface, new: &Surface) -> Vec<SurfaceChange> {
    let mut changes = Vec::new();
    for (path, before) in old {
        let after = new.get(path);
        if after.is_none_or(|after| (&after.shape, &after.takes) != (&before.shape, &before.takes))
        {
            changes.push(SurfaceChange {
                path: path.clone(),
                before: Some(before.signature.clone()),
                after: after.map(|after| after.signature.clone()),
                breaks: !after.is_some_and(|after| takes_all_of(after, before, new)),
            });
        } else if after.is_some_and(|after| before.is_exhaustive && !after.is_exhaustive) {
            changes.push(SurfaceChange {
                path: path.clone(),
                before: Some("written as a literal".to_owned()),
                after: Some("made by a constructor".to_owned()),
                breaks: true,
            });
        }
    }
    for (path, after) in new.iter().filter(|(path, _)| !old.contains_key(*path)) {
        let parent = path
            .rsplit_once("::")
            .and_then(|(parent, _)| old.get(parent));
        changes.push(SurfaceChange {
            path: path.clone(),
            before: None,
            after: Some(after.signature.clone()),
            breaks: parent.is_some_and(|parent| parent.is_exhaustive),
        });
    }
    changes.sort_by(|one, other| one.path.cmp(&other.path));
    // What is gone or new as a whole is told once.
    let whole: BTreeSet<String> = changes
        .iter()
        .filter(|change| change.before.is_none() || change.after.is_none())
        .map(|change| change.path.clone())
        .collect();
    let is_part = |path: &str| {
        let mut rest = path;
        while let Some((parent, _)) = rest.rsplit_once(": ").or_else(|| rest.rsplit_once("::")) {
            if whole.contains(parent) {
                return true;
            }
            rest = parent;
        }
        false
    };
    changes.retain(|change| !is_part(&change.path));
    changes
}

/// Whether a function takes all that it took, and more: what Cargo's rules call no break.
fn takes_all_of(after: &Item, before: &Item, surface: &Surface) -> bool {
    let mut pairs = before.takes.iter().zip(&after.takes);
    let is_same = before.shape == after.shape && before.takes.len() == after.takes.len();
    is_same && pairs.all(|(before, after)| before == after || takes(after, before, surface))
}

/// Whether what takes anything of a kind takes a type.
fn takes(kind: &str, ty: &str, surface: &Surface) -> bool {
    let items = |text| inner(text, "impl IntoIterator<Item = ");
    if let (Some(kind), Some(ty)) = (items(kind), items(ty)) {
        return kind == ty || takes(kind, ty, surface);
    }
    let Some(target) = inner(kind, "impl Into<") else {
        return false;
    };
    let (target, ty) = (target.replace("types::", ""), ty.replace("types::", ""));
    let implemented = format!("{target}: From<{ty}>");
    target == ty
        || target == "Value" && VALUES.contains(&ty.as_str())
        || surface.contains_key(&format!("types::{implemented}"))
}

fn inner<'t>(text: &'t str, before: &str) -> Option<&'t str> {
    let rest = text.strip_prefix(before)?.strip_suffix('>')?;
    Some(rest.trim_end_matches(','))
}

/// What any JSON is made of.
const VALUES: [&str; 6] = ["bool", "f64", "i32", "i64", "u64", "String"];

#[cfg(test)]
mod tests {
    use super::super::Walk;
    use super::*;

    fn surface(code: &str) -> Surface {
        let file = syn::parse_file(code).expect("Rust");
        let mut surface = Surface::new();
        let mut walk = Walk {
            prefix: "types::".to_owned(),
            surface: &mut surface,
        };
        file.items.iter().for_each(|item| walk.item(item));
        surface
    }

    /// Whether what became of an item breaks programs; nothing where nothing became of it.
    fn breaks(before: &str, after: &str, path: &str) -> Option<bool> {
        let changes = compare(&surface(before), &surface(after));
        let path = format!("types::{path}");
        let found = changes.iter().find(|change| change.path == path);
        found.map(|change| change.breaks)
    }

    #[test]
    fn what_breaks_programs() {
        for (before, after, path, expected) in [
            ("pub fn a() {}", "", "a()", true),
            ("", "pub fn a() {}", "a()", false),
            ("pub fn a(x: i32) {}", "pub fn a(x: i64) {}", "a()", true),
            (
                "pub fn a() -> i32 { 1 }",
                "pub fn a() -> i64 { 1 }",
                "a()",
                true,
            ),
            (
                "pub struct A { pub x: i32 }",
                "pub struct A { pub x: i32, pub y: i32 }",
                "A::y",
                true,
            ),
            (
                "#[non_exhaustive] pub struct A {}",
                "#[non_exhaustive] pub struct A { pub y: i32 }",
                "A::y",
                false,
            ),
            (
                "pub struct A { pub x: i32 }",
                "pub struct A {}",
                "A::x",
                true,
            ),
            (
                "#[non_exhaustive] pub enum A { B }",
                "#[non_exhaustive] pub enum A { B, C }",
                "A::C",
                false,
            ),
            ("pub enum A { B }", "pub enum A { B, C }", "A::C", true),
            ("pub enum A { B, C }", "pub enum A { B }", "A::C", true),
            (
                "#[derive(Clone, Debug)] pub struct A;",
                "#[derive(Clone)] pub struct A;",
                "A: Debug",
                true,
            ),
            ("union_sent!(A { B });", "", "A: Serialize", true),
            (
                "object!(A: sent, received {});",
                "object!(A: sent {});",
                "A: Deserialize",
                true,
            ),
            (
                "impl Call<List, Via> { pub fn email(self) {} }",
                "",
                "List::email()",
                true,
            ),
            (
                "impl Operation for List { type Output = i32; }",
                "impl Operation for List { type Output = (); }",
                "List::Output",
                true,
            ),
            (
                "pub struct A { pub x: i32 }",
                "#[non_exhaustive] pub struct A { pub x: i32 }",
                "A",
                true,
            ),
        ] {
            let found = breaks(before, after, path);
            assert_eq!(found, Some(expected), "{before} -> {after}");
        }
    }

    #[test]
    fn what_takes_more_than_it_took_breaks_nothing() {
        for (before, after, expected) in [
            (
                "pub fn a(x: i32) {}",
                "pub fn a(x: impl Into<Value>) {}",
                false,
            ),
            (
                "pub fn a(x: impl Into<String>) {}",
                "pub fn a(x: impl Into<Value>) {}",
                true,
            ),
            (
                "pub fn a(x: impl IntoIterator<Item = i64>) {}",
                "pub fn a(x: impl IntoIterator<Item = impl Into<Value>>) {}",
                false,
            ),
            (
                "pub fn a(x: Cat) {}",
                "pub fn a(x: impl Into<Pet>) {} impl From<Cat> for Pet {}",
                false,
            ),
            (
                "pub fn a(x: Cat, y: i32) {}",
                "pub fn a(x: impl Into<Pet>, y: i64) {} impl From<Cat> for Pet {}",
                true,
            ),
            (
                "pub fn a(x: Dog) {}",
                "pub fn a(x: impl Into<Pet>) {} impl From<Cat> for Pet {}",
                true,
            ),
        ] {
            let found = breaks(before, after, "a()");
            assert_eq!(found, Some(expected), "{before} -> {after}");
        }
    }

    #[test]
    fn what_no_program_notices() {
        for (before, after) in [
            ("pub fn a() { 1; }", "/// Docs.\npub fn a() {}"),
            ("fn a() {}", ""),
            ("pub(crate) fn a() {}", ""),
            ("pub struct A { x: i32 }", "pub struct A { y: i32 }"),
            ("pub fn a() {}", "#[deprecated] pub fn a() {}"),
            ("pub fn a(x: i32) {}", "pub fn a(y: i32) {}"),
            ("pub fn a() {} pub fn b() {}", "pub fn b() {} pub fn a() {}"),
        ] {
            assert_eq!(
                compare(&surface(before), &surface(after)),
                [],
                "{before} -> {after}"
            );
        }
    }
}
