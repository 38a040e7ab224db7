//! The extensions of an overlay: what a person decided about the client.

use super::Lowering;
use crate::diagnostic::{Diagnostic, quoted};
use crate::draft::evidence::Slot;
use crate::names::{Words, is_legal};
use crate::overlay::codes::OVERLAY_EXTENSION;
use crate::overlay::extensions::{EXTENSIONS, PATH, PREFIX};
use crate::read::NodeRef;

/// What a name in Rust names.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Names {
    /// A function, a module, an argument, a field.
    Value,
    /// A type.
    Type,
}

impl<'t> Lowering<'t> {
    /// An extension of a node. In the document itself such a key is somebody else's.
    pub(super) fn extension(&mut self, node: NodeRef<'t>, key: &str) -> Option<NodeRef<'t>> {
        let found = node.get(key)?;
        self.ledger.corrections().of(found.id())?;
        self.understood.insert(found.id());
        Some(found)
    }

    /// The text of an extension.
    pub(super) fn chosen_text(&mut self, node: NodeRef<'t>, key: &str) -> Slot<String> {
        let mut slot = Slot::default();
        let Some(found) = self.extension(node, key) else {
            return slot;
        };
        match found.scalar().filter(|text| !text.trim().is_empty()) {
            Some(text) => {
                let evidence = self.ledger.stated(found.site());
                slot.claim(text.trim().to_owned(), evidence);
            }
            None => self.bad_extension(found, format!("`{key}` says nothing"), "write it as text"),
        }
        slot
    }

    /// A name in Rust.
    pub(crate) fn chosen_name(&mut self, node: NodeRef<'t>, key: &str, of: Names) -> Slot<String> {
        let slot = self.chosen_text(node, key);
        let Some(name) = slot.claims().first().map(|claim| claim.value.clone()) else {
            return slot;
        };
        let starts_upper = name.starts_with(char::is_uppercase);
        let fits = match of {
            Names::Value => name == name.to_lowercase(),
            Names::Type => starts_upper && !name.contains('_'),
        };
        if is_legal(&name) && fits {
            return slot;
        }
        let words = Words::of(&name);
        let better = match of {
            Names::Value => words.snake("name"),
            Names::Type => words.pascal("Name"),
        };
        if let Some(found) = node.get(key) {
            let message = format!("{} is no name that Rust has for this", quoted(&name));
            self.bad_extension(found, message, &format!("write `{better}`"));
        }
        Slot::default()
    }

    /// The template that a person wants a path to have.
    pub(super) fn chosen_path(&mut self, item: NodeRef<'t>) -> Option<String> {
        let slot = self.chosen_text(item, PATH);
        let path = slot.claims().first()?.value.clone();
        if path.starts_with('/') {
            return Some(path);
        }
        let message = format!("the path {} does not begin with a slash", quoted(&path));
        self.bad_extension(item.get(PATH)?, message, "write the whole template");
        None
    }

    /// A truth value of an extension, which is only ever `true`.
    pub(super) fn chosen_flag(&mut self, node: NodeRef<'t>, key: &str) -> Slot<bool> {
        let mut slot = Slot::default();
        let Some(found) = self.extension(node, key) else {
            return slot;
        };
        if let Some(value) = found.as_bool() {
            slot.claim(value, self.ledger.stated(found.site()));
        } else {
            let message = format!("`{key}` is {}", found.kind_name());
            self.bad_extension(found, message, "write `true`, without quotes");
        }
        slot
    }

    /// An extension that can't be followed stays unread, so that the run ends with an error.
    pub(super) fn bad_extension(&mut self, node: NodeRef<'t>, message: String, help: &str) {
        self.understood.remove(&node.id());
        let place = self.span(node);
        let fault = Diagnostic::new(&OVERLAY_EXTENSION, message)
            .at(place, "")
            .help(help);
        self.diagnostics.push(fault);
    }

    /// Complains about extensions of the overlay that nobody read; whether there was one.
    pub(super) fn unread_extensions(&mut self, root: NodeRef<'t>) -> bool {
        if self.ledger.corrections().is_empty() {
            return false;
        }
        let mut unread = false;
        let mut todo = vec![root];
        while let Some(node) = todo.pop() {
            for (key, value) in node.entries() {
                let is_ours = key.text.starts_with(PREFIX)
                    && self.ledger.corrections().of(value.id()).is_some();
                if is_ours && !self.understood.contains(&value.id()) {
                    unread = true;
                    self.misplaced(&key.text, value);
                }
                todo.push(value);
            }
            todo.extend(node.items());
        }
        unread
    }

    fn misplaced(&mut self, key: &str, value: NodeRef<'t>) {
        let told = |one: &Diagnostic| {
            one.code == &OVERLAY_EXTENSION
                && one.labels.iter().any(|(at, _)| *at == self.span(value))
        };
        if self.diagnostics.iter().any(told) {
            return;
        }
        let on = EXTENSIONS
            .iter()
            .find(|one| one.key == key)
            .map_or("nothing", |one| one.on);
        let message = format!("`{key}` means nothing here");
        let place = self.key_span(value);
        let fault = Diagnostic::new(&OVERLAY_EXTENSION, message)
            .at(place, "not read")
            .help(format!("it stands on {on}"));
        self.diagnostics.push(fault);
    }
}
