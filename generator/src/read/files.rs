//! Other files that a document refers to, read into its tree.
//!
//! Only files of the document's own folder and below are read, by whoever hands in a [`Beside`]. What
//! is elsewhere, or in the network, is told and stays unread.

use std::collections::BTreeSet;
use std::fmt;

use super::codes::UNREAD_FILE;
use super::tree::{NodeId, Tree};
use super::view::NodeRef;
use super::{Limits, read};
use crate::diagnostic::{Diagnostic, Severity, quoted};
use crate::source::Sources;

/// The folder of a document.
pub trait Beside: fmt::Debug {
    /// The bytes of a file in it. The path is relative, with slashes, and leads nowhere else by itself.
    ///
    /// # Errors
    ///
    /// With the reason, as the end of "the file …", where it can't be read or is not in the folder.
    fn bytes(&self, path: &str) -> Result<Vec<u8>, String>;
}

/// So many files are read, and no more.
const MOST: usize = 1000;

/// Reads the files that a document refers to, and those that they refer to.
pub(crate) fn load(
    tree: &mut Tree,
    sources: &mut Sources,
    beside: Option<&dyn Beside>,
    limits: &Limits,
) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    let mut tried: BTreeSet<String> = tree.files().map(|(path, _)| path.to_owned()).collect();
    let mut bytes_left = limits.bytes;
    let mut todo = vec![(String::new(), tree.root())];
    todo.extend(tree.files().map(|(path, root)| (path.to_owned(), root)));
    while let Some((from, root)) = todo.pop() {
        for reference in references(tree.view(root)) {
            let text = tree.view(reference).scalar().unwrap_or_default().to_owned();
            let resolved = resolve(&from, file_of(&text));
            if !tried.insert(resolved.clone().unwrap_or_else(|_| text.clone())) {
                continue;
            }
            let span = tree.span(sources, &reference.into());
            let bytes = resolved.and_then(|path| match beside {
                _ if tried.len() > MOST => Err(format!("is one of more than {MOST}")),
                None => {
                    Err("is in no folder: the document is none that was read from one".to_owned())
                }
                Some(beside) => beside.bytes(&path).map(|bytes| (path, bytes)),
            });
            let read = bytes.and_then(|(path, bytes)| {
                bytes_left = bytes_left
                    .checked_sub(bytes.len())
                    .ok_or("is one too many bytes")?;
                let (file, told) = read(sources, &path, &bytes, limits).map_err(|faults| {
                    let fault = faults.first().map(|fault| fault.message.as_str());
                    format!("can't be read: {}", fault.unwrap_or_default())
                })?;
                Ok((path, file, told))
            });
            match read {
                Ok((path, file, told)) => {
                    found.extend(
                        told.into_iter()
                            .filter(|one| one.code.severity < Severity::Error),
                    );
                    let root = tree.copy_from(&file, file.root(), sources);
                    tree.add_file(path.clone(), root);
                    todo.push((path, root));
                }
                Err(reason) => {
                    let message = format!("the file {} {reason}", quoted(file_of(&text)));
                    found.push(
                        Diagnostic::new(&UNREAD_FILE, message)
                            .at(span, "what it would describe is not known"),
                    );
                }
            }
        }
    }
    found
}

impl<'t> NodeRef<'t> {
    /// What a reference leads to: a place in the same file, a file, or a place in one. The fragment of
    /// a URI is a JSON pointer (RFC 6901, section 6).
    #[must_use]
    pub fn referred(self) -> Option<NodeRef<'t>> {
        let text = self.as_str()?.trim();
        let (file, fragment) = text.split_once('#').unwrap_or((text, ""));
        let tree = self.tree();
        let own = tree.top(self.id());
        let root = if file.is_empty() {
            own
        } else {
            let mut files = tree.files();
            let from = files.clone().find(|(_, root)| *root == own);
            let path = resolve(from.map_or("", |(path, _)| path), file).ok()?;
            files.find(|(known, _)| *known == path)?.1
        };
        let root = tree.view(root);
        let plain = root.follow(fragment);
        plain.or_else(|| root.follow(&percent_decoded(fragment)))
    }

    /// What stands at the end of the references of a node, where there is an end. Whoever reads it
    /// tells what is wrong with them.
    #[must_use]
    pub fn followed(self) -> Option<NodeRef<'t>> {
        let mut at = self;
        let mut seen = BTreeSet::new();
        while let Some(reference) = at.get("$ref") {
            if !seen.insert(at.id()) {
                return None;
            }
            at = reference.referred()?;
        }
        Some(at)
    }
}

/// The references to other files below a node, in the order of the file.
fn references(root: NodeRef<'_>) -> Vec<NodeId> {
    let mut found = Vec::new();
    // Below some keys stand names that people chose, and no words of the specification.
    let mut todo = vec![(root, false)];
    while let Some((node, are_names)) = todo.pop() {
        let inside = found.len();
        for (key, value) in node.entries().rev() {
            match key.text.as_str() {
                _ if are_names => todo.push((value, false)),
                "$ref" if is_elsewhere(value) => found.push(value.id()),
                "example" | "examples" | "default" | "enum" => {}
                other if other.starts_with("x-") => {}
                "properties" | "definitions" | "schemas" => todo.push((value, true)),
                _ => todo.push((value, false)),
            }
        }
        found[inside..].reverse();
        todo.extend(node.items().rev().map(|item| (item, false)));
    }
    found
}

/// Whether a reference names another file.
fn is_elsewhere(reference: NodeRef<'_>) -> bool {
    let text = reference.as_str().map(str::trim).unwrap_or_default();
    // `Pet` alone is a name that somebody forgot the way to.
    !text.starts_with('#') && file_of(text).contains(['.', '/'])
}

fn file_of(reference: &str) -> &str {
    let reference = reference.trim();
    reference
        .split_once('#')
        .map_or(reference, |(file, _)| file)
}

/// The path of a file from the folder of the document, or why there is none.
fn resolve(from: &str, file: &str) -> Result<String, String> {
    if file.contains("://") || file.starts_with("//") {
        return Err("is in the network, from where nothing is fetched".to_owned());
    }
    let file = percent_decoded(file);
    if file.starts_with('/') || file.contains([':', '\\', '\0']) {
        return Err("is not named by a relative path".to_owned());
    }
    let mut steps: Vec<&str> = from.split('/').collect();
    // The last one is the file itself.
    steps.pop();
    for step in file.split('/') {
        match step {
            "" | "." => {}
            ".." => {
                let left = steps.pop();
                left.ok_or("is outside of the folder of the document")?;
            }
            step => steps.push(step),
        }
    }
    Ok(steps.join("/"))
}

/// The text of a fragment; what is no escape stays as it is.
fn percent_decoded(fragment: &str) -> String {
    let mut bytes = Vec::with_capacity(fragment.len());
    let mut rest = fragment.as_bytes();
    while let [first, tail @ ..] = rest {
        let escape = (*first == b'%').then(|| tail.get(..2)).flatten();
        let byte = escape
            .and_then(|digits| std::str::from_utf8(digits).ok())
            .and_then(|digits| u8::from_str_radix(digits, 16).ok());
        bytes.push(byte.unwrap_or(*first));
        rest = if byte.is_some() { &tail[2..] } else { tail };
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

impl Tree {
    /// The node at the top of the file that a node stands in.
    #[must_use]
    pub fn top(&self, id: NodeId) -> NodeId {
        let mut at = id;
        while let Some((parent, _)) = &self.node(at).parent {
            at = *parent;
        }
        at
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_stay_in_the_folder_of_the_document() {
        for (from, file, path) in [
            ("", "pet.yaml", Some("pet.yaml")),
            ("", "./a/pet.yaml", Some("a/pet.yaml")),
            ("a/b.yaml", "c.yaml", Some("a/c.yaml")),
            ("a/b.yaml", "../c.yaml", Some("c.yaml")),
            ("a/b.yaml", "../../c.yaml", None),
            ("", "../c.yaml", None),
            ("", "a/../../c.yaml", None),
            ("", "%2e%2e/c.yaml", None),
            ("", "/etc/passwd", None),
            ("", "C:/c.yaml", None),
            ("", "a\\..\\..\\c.yaml", None),
            ("", "file:///etc/passwd", None),
            ("", "https://example.com/pet.yaml", None),
            ("", "//example.com/pet.yaml", None),
            ("", "a%20pet.yaml", Some("a pet.yaml")),
        ] {
            assert_eq!(resolve(from, file).ok().as_deref(), path, "{from} {file}");
        }
    }
}
