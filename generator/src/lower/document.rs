//! The document as a whole: its version, what it is called, and what is in it.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use super::{Format, Lowering, codes, inheritance};
use crate::diagnostic::{Diagnostic, quoted};
use crate::draft::evidence::{Ledger, Slot};
use crate::draft::{Draft, Info};
use crate::overlay::Corrections;
use crate::read::NodeRef;
use crate::read::tree::Tree;
use crate::source::Sources;

/// The name under which reports speak of statuses that are written as numbers.
pub const STATUS_KEYS: &str = "status-keys";

/// Reads a document of that format.
pub(crate) fn lower(
    format: &'static dyn Format,
    tree: &Tree,
    sources: &Sources,
    corrections: Corrections,
    diagnostics: &mut Vec<Diagnostic>,
) -> Result<(Draft, Ledger), Unusable> {
    let mut lowering = Lowering {
        format,
        tree,
        sources,
        ledger: Ledger::new(corrections),
        diagnostics: Vec::new(),
        omitted: Vec::new(),
        extensions: Vec::new(),
        definitions: BTreeMap::new(),
        ends: BTreeMap::new(),
        tags: BTreeMap::new(),
        pending: VecDeque::new(),
        understood: BTreeSet::new(),
    };
    let root = tree.view(tree.root());
    let draft = lowering.document(root);
    let unread = lowering.unread_extensions(root);
    diagnostics.append(&mut lowering.diagnostics);
    match draft {
        Ok(draft) if !unread => Ok((draft, lowering.ledger)),
        Ok(_) => Err(Unusable),
        Err(error) => {
            diagnostics.push(error);
            Err(Unusable)
        }
    }
}

/// What to say of a document that is of no format that can be read.
pub(crate) fn unsupported(tree: &Tree, sources: &Sources) -> Diagnostic {
    let root = tree.view(tree.root());
    let version = |node: NodeRef<'_>| node.scalar().unwrap_or("of no version").to_owned();
    let (message, place) = match (root.get("swagger"), root.get("openapi")) {
        (Some(found), _) => (format!("Swagger {} can't be read", version(found)), found),
        (None, Some(found)) => (format!("OpenAPI {} can't be read", version(found)), found),
        (None, None) => (
            "the document says neither `swagger: \"2.0\"` nor `openapi: 3.0.x`".to_owned(),
            root,
        ),
    };
    Diagnostic::new(&codes::UNSUPPORTED_VERSION, message)
        .at(tree.span(sources, &place.site()), "")
        .help(
            "supported are Swagger 2.0 and OpenAPI 3.0: documents that begin with \
             `swagger: \"2.0\"` or `openapi: 3.0.x`",
        )
}

/// What to say of a document in which nothing can be called.
pub(crate) fn nothing_to_call(tree: &Tree, sources: &Sources) -> Diagnostic {
    let root = tree.view(tree.root());
    let place = root.get("paths").unwrap_or(root);
    Diagnostic::new(&codes::NO_OPERATIONS, "`paths` holds no operation")
        .at(
            tree.span(sources, &place.site()),
            "nothing here can be called",
        )
        .help("a path holds methods: `/pets: {get: {…}}`")
}

/// Nothing can be made of a document, and its diagnostics say why.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unusable;

impl<'t> Lowering<'t> {
    fn document(&mut self, root: NodeRef<'t>) -> Result<Draft, Diagnostic> {
        self.note_extensions(root);
        let Some(paths) = root.get("paths") else {
            return Err(
                Diagnostic::new(&codes::NO_PATHS, "the document has no `paths`")
                    .at(self.span(root), "")
                    .help(format!(
                        "make sure that this is the whole {} document",
                        self.format.name()
                    )),
            );
        };
        for (_, schema) in self
            .format
            .schemas(root)
            .into_iter()
            .flat_map(NodeRef::entries)
        {
            self.define(schema);
        }
        let operations = self.paths(root, paths);
        let definitions = self.definitions();
        let (security, other_security, schemes) = self.security(root);
        let mut draft = Draft {
            site: root.site(),
            dialect: self.format.dialect(),
            info: self.info(root),
            server: self.format.server(self, root),
            security,
            other_security,
            schemes,
            tags: self.tags_of(root),
            operations,
            definitions,
            extensions: std::mem::take(&mut self.extensions),
            doubts: Slot::default(),
            omitted: std::mem::take(&mut self.omitted),
        };
        // Definitions may have been left out while their shapes were read.
        draft.omitted.append(&mut self.omitted);
        if let Some(number) = inheritance::too_much(&draft) {
            let definition = &draft.definitions[number];
            let message = format!(
                "definitions inherit more than {} times, a field or a definition",
                inheritance::MOST
            );
            let span = self.tree.span(self.sources, &definition.shape.site);
            return Err(Diagnostic::new(&codes::MUCH_INHERITED, message)
                .at(span, "counted up to here")
                .help("check whether its `allOf` are meant: each type has all the fields that it inherits"));
        }
        for alike in inheritance::spread(&mut draft, &mut self.ledger, &self.tags) {
            let message = format!("several kinds call themselves {}", quoted(&alike.word));
            let mut told = Diagnostic::new(&codes::ALIKE_KINDS, message);
            for kind in alike.kinds {
                let site = &draft.definitions[kind].shape.site;
                told = told.at(
                    self.tree.span(self.sources, site),
                    "read as what they share",
                );
            }
            self.diagnostics.push(told);
        }
        Ok(draft)
    }

    /// What the document says of its tags.
    fn tags_of(&mut self, root: NodeRef<'t>) -> BTreeMap<String, Slot<String>> {
        let tags: Vec<_> = root
            .get("tags")
            .into_iter()
            .flat_map(NodeRef::items)
            .collect();
        let named = tags
            .into_iter()
            .filter_map(|tag| Some((tag.get("name")?.scalar()?, tag)));
        let described = named.map(|(name, tag)| (name.to_owned(), self.text(tag, "description")));
        described.collect()
    }

    fn info(&mut self, root: NodeRef<'t>) -> Info {
        let Some(info) = root.get("info").filter(|info| !info.is_null()) else {
            return Info::default();
        };
        if !info.is_map() {
            self.wrong_type(info, "a mapping with title and version");
        }
        Info {
            site: Some(info.id()),
            title: self.text(info, "title"),
            description: self.text(info, "description"),
            version: self.text(info, "version"),
        }
    }
}
