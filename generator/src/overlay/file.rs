//! The overlay's own file: what the standard wants of it, and the reasons that we want besides.

use super::codes::{OVERLAY_FORMAT, OVERLAY_TARGET, OVERLAY_WITHOUT_REASON};
use super::extensions::{self, PREFIX};
use super::target::Target;
use crate::diagnostic::{Diagnostic, quoted};
use crate::read::{NodeId, NodeRef};
use crate::source::Sources;

/// One action, as it stands in the file.
pub(super) struct Action {
    /// Its node in the overlay's tree.
    pub(super) node: NodeId,
    /// Its place among the actions, from 1.
    pub(super) number: usize,
    /// What it is about.
    pub(super) target: Target,
    /// Why.
    pub(super) because: String,
    /// What it does.
    pub(super) change: Change,
    /// Whether a person knows that it may have nothing to do.
    pub(super) optional: bool,
}

/// What an action does to what it matches.
pub(super) enum Change {
    /// Merges this node of the overlay's tree.
    Update(NodeId),
    /// Takes it out.
    Remove {
        /// An update that counts for nothing beside it.
        ignored: Option<NodeId>,
    },
}

/// The overlay, and what is wrong with it.
pub(super) struct File {
    /// The document that it was written for.
    pub(super) extends: Option<NodeId>,
    pub(super) actions: Vec<Action>,
}

/// Reads an overlay.
///
/// # Errors
///
/// All that is wrong with it, so that nobody has to mend it fault by fault.
pub(super) fn read(root: NodeRef<'_>, sources: &Sources) -> Result<File, Vec<Diagnostic>> {
    let mut reader = Reader {
        sources,
        faults: Vec::new(),
    };
    let file = reader.file(root);
    if reader.faults.is_empty() {
        Ok(file)
    } else {
        Err(reader.faults)
    }
}

struct Reader<'s> {
    sources: &'s Sources,
    faults: Vec<Diagnostic>,
}

impl Reader<'_> {
    fn file(&mut self, root: NodeRef<'_>) -> File {
        self.keys(root, &["overlay", "info", "extends", "actions"], &[]);
        match root.get("overlay").map(|node| (node, node.scalar())) {
            Some((_, Some(version))) if version == "1.0" || version.starts_with("1.0.") => {}
            Some((node, version)) => {
                let version = version.unwrap_or("of no version");
                let message = format!("Overlay {version} can't be read");
                self.fault(node, message, "`overlay: 1.0.0` is supported");
            }
            None => self.fault(
                root,
                "the file does not say `overlay: 1.0.0`".to_owned(),
                "make sure that it is an OpenAPI Overlay",
            ),
        }
        match root.get("info") {
            Some(info) => {
                self.keys(info, &["title", "version"], &[]);
                self.text(info, "title");
                self.text(info, "version");
            }
            None => self.missing(root, "info"),
        }
        File {
            extends: root
                .get("extends")
                .and_then(|_| self.text(root, "extends"))
                .map(NodeRef::id),
            actions: self.actions(root),
        }
    }

    fn actions(&mut self, root: NodeRef<'_>) -> Vec<Action> {
        let Some(list) = root.get("actions") else {
            self.missing(root, "actions");
            return Vec::new();
        };
        if list.items().next().is_none() {
            let help = "an overlay without actions changes nothing; delete the file";
            self.fault(list, "`actions` is no list of actions".to_owned(), help);
        }
        let actions = list.items().enumerate();
        actions
            .filter_map(|(index, node)| self.action(index + 1, node))
            .collect()
    }

    fn action(&mut self, number: usize, node: NodeRef<'_>) -> Option<Action> {
        let before = self.faults.len();
        self.keys(
            node,
            &["target", "description", "update", "remove"],
            &[extensions::OPTIONAL],
        );
        let because = match node.get("description").and_then(NodeRef::scalar) {
            Some(text) if !text.trim().is_empty() => text.trim().to_owned(),
            _ => {
                let message = format!("action {number} does not say why it is there");
                let fault = Diagnostic::new(&OVERLAY_WITHOUT_REASON, message)
                    .at(self.span(node), "")
                    .help("add a `description`: the reason, and where the fact comes from");
                self.faults.push(fault);
                String::new()
            }
        };
        let change = self.change(number, node);
        let target = self.text(node, "target").and_then(|node| self.target(node));
        let optional = node
            .get(extensions::OPTIONAL)
            .is_some_and(|node| self.flag(node));
        let (change, target) = (change?, target?);
        (self.faults.len() == before).then_some(Action {
            node: node.id(),
            number,
            target,
            because,
            change,
            optional,
        })
    }

    fn change(&mut self, number: usize, node: NodeRef<'_>) -> Option<Change> {
        let update = node.get("update");
        if let Some(update) = update {
            let faults = extensions::check(update, self.sources);
            self.faults.extend(faults);
        }
        let remove = node.get("remove").is_some_and(|node| self.flag(node));
        match (update, remove) {
            (update, true) => Some(Change::Remove {
                ignored: update.map(NodeRef::id),
            }),
            (Some(update), false) => Some(Change::Update(update.id())),
            (None, false) => {
                let message = format!("action {number} neither updates nor removes anything");
                self.fault(node, message, "add `update`, or `remove: true`");
                None
            }
        }
    }

    fn target(&mut self, node: NodeRef<'_>) -> Option<Target> {
        match Target::parse(node.scalar().unwrap_or_default()) {
            Ok(target) => Some(target),
            Err(message) => {
                let fault = Diagnostic::new(&OVERLAY_TARGET, message)
                    .at(self.span(node), "no JSONPath of RFC 9535")
                    .help("keys with slashes stand in brackets: `$.paths['/pets/{petId}'].get`");
                self.faults.push(fault);
                None
            }
        }
    }

    /// Complains about keys that would not be read.
    fn keys(&mut self, node: NodeRef<'_>, known: &[&str], ours: &[&str]) {
        if !node.is_map() {
            let message = format!("{} stands where a mapping belongs", node.kind_name());
            self.fault(node, message, "see the Overlay Specification 1.0");
        }
        for (key, value) in node.entries() {
            let name = key.text.as_str();
            let foreign = name.starts_with("x-") && !name.starts_with(PREFIX);
            if foreign || known.contains(&name) || ours.contains(&name) {
                continue;
            }
            let message = format!("{} means nothing here", quoted(name));
            let place = value.tree().key_span(self.sources, value.id());
            let fault = Diagnostic::new(&OVERLAY_FORMAT, message)
                .at(place, "not read")
                .help(format!("known here: {}", [known, ours].concat().join(", ")));
            self.faults.push(fault);
        }
    }

    /// A member that has to be text; numbers count by their spelling.
    fn text<'t>(&mut self, node: NodeRef<'t>, member: &str) -> Option<NodeRef<'t>> {
        let Some(found) = node.get(member) else {
            self.missing(node, member);
            return None;
        };
        if found.scalar().is_none_or(|text| text.trim().is_empty()) {
            let message = format!("`{member}` is {}, not text", found.kind_name());
            self.fault(found, message, "write it as text");
            return None;
        }
        Some(found)
    }

    fn flag(&mut self, node: NodeRef<'_>) -> bool {
        node.as_bool().unwrap_or_else(|| {
            let message = format!("{} stands where true or false belongs", node.kind_name());
            self.fault(node, message, "write `true` or `false`, without quotes");
            false
        })
    }

    fn missing(&mut self, node: NodeRef<'_>, member: &str) {
        let help = format!("add `{member}`; the Overlay Specification 1.0 requires it");
        self.fault(node, format!("`{member}` is missing"), &help);
    }

    fn fault(&mut self, node: NodeRef<'_>, message: String, help: &str) {
        let fault = Diagnostic::new(&OVERLAY_FORMAT, message).at(self.span(node), "");
        self.faults.push(fault.help(help));
    }

    fn span(&self, node: NodeRef<'_>) -> crate::source::Span {
        node.tree().span(self.sources, &node.site())
    }
}
