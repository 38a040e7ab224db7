//! The sources of this repository, read as code.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use syn::punctuated::Punctuated;
use syn::visit::{self, Visit};
use syn::{Attribute, Expr, Item, Token, UseTree};

/// A source file, without what is only there for tests.
pub(crate) struct Source {
    /// From the root of the repository.
    pub(crate) path: String,
    pub(crate) text: String,
    /// The path of its module in its crate.
    pub(crate) module: Vec<String>,
    pub(crate) syntax: syn::File,
    /// Everything it names by a path: `crate::read::tree`, `std::fs`, `quote::quote`.
    pub(crate) names: BTreeSet<String>,
    /// Its code without comments and documentation, word by word.
    pub(crate) code: String,
}

/// The sources below a folder.
pub(crate) fn sources(folder: &str) -> Vec<Source> {
    let mut paths = Vec::new();
    list(&tests::root().join(folder), &mut paths);
    assert!(!paths.is_empty(), "there is nothing in {folder}");
    paths.sort();
    paths.iter().map(|path| source(folder, path)).collect()
}

fn list(folder: &Path, paths: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).expect("a folder").flatten() {
        let path = entry.path();
        if path.is_dir() {
            list(&path, paths);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            paths.push(path);
        }
    }
}

fn source(folder: &str, path: &Path) -> Source {
    let text = std::fs::read_to_string(path).expect("text");
    let syntax =
        syn::parse_file(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let within = path
        .strip_prefix(tests::root().join(folder))
        .expect("it lies below");
    let mut module: Vec<String> = within
        .with_extension("")
        .iter()
        .map(|part| part.to_string_lossy().into_owned())
        .collect();
    module.pop_if(|last| last == "mod");
    let is_test = module.last().is_some_and(|last| last == "tests");
    let mut code = Code {
        module: module.clone(),
        ..Code::default()
    };
    if !is_test {
        code.visit_file(&syntax);
    }
    let path = path.strip_prefix(tests::root()).expect("it lies below");
    Source {
        path: path.to_string_lossy().replace('\\', "/"),
        text,
        module,
        syntax,
        names: code.names,
        code: code.words,
    }
}

/// Walks over code that is not for tests.
#[derive(Default)]
struct Code {
    module: Vec<String>,
    names: BTreeSet<String>,
    words: String,
}

impl Code {
    /// Keeps a path, with `self` and `super` resolved.
    fn name(&mut self, mut parts: Vec<String>) {
        let mut above = self.module.clone();
        let mut relative = false;
        while let Some(first) = parts
            .first()
            .filter(|first| *first == "self" || *first == "super")
        {
            if first == "super" {
                above.pop();
            }
            relative = true;
            parts.remove(0);
        }
        if relative {
            parts.splice(0..0, std::iter::once("crate".to_owned()).chain(above));
        }
        self.names.insert(parts.join("::"));
    }

    fn import(&mut self, before: &[String], tree: &UseTree) {
        let with = |name: &syn::Ident| [before, &[name.to_string()]].concat();
        match tree {
            UseTree::Path(path) => self.import(&with(&path.ident), &path.tree),
            UseTree::Name(name) => self.name(with(&name.ident)),
            UseTree::Rename(rename) => self.name(with(&rename.ident)),
            UseTree::Glob(_) => self.name(before.to_vec()),
            UseTree::Group(group) => group
                .items
                .iter()
                .for_each(|tree| self.import(before, tree)),
        }
    }

    fn word(&mut self, word: impl std::fmt::Display) {
        self.words.push_str(&format!("{word}\n"));
    }
}

impl<'ast> Visit<'ast> for Code {
    fn visit_attribute(&mut self, _: &'ast Attribute) {}

    fn visit_item(&mut self, item: &'ast Item) {
        if !attributes(item).iter().any(is_for_tests) {
            visit::visit_item(self, item);
        }
    }

    fn visit_item_mod(&mut self, item: &'ast syn::ItemMod) {
        self.module.push(item.ident.to_string());
        visit::visit_item_mod(self, item);
        self.module.pop();
    }

    fn visit_item_use(&mut self, item: &'ast syn::ItemUse) {
        self.import(&[], &item.tree);
    }

    fn visit_path(&mut self, path: &'ast syn::Path) {
        self.name(
            path.segments
                .iter()
                .map(|segment| segment.ident.to_string())
                .collect(),
        );
        visit::visit_path(self, path);
    }

    /// What a macro is given is code where it is a list of expressions. What `quote!` is given is
    /// the code of somebody else.
    fn visit_macro(&mut self, call: &'ast syn::Macro) {
        visit::visit_macro(self, call);
        let list = call.parse_body_with(Punctuated::<Expr, Token![,]>::parse_terminated);
        for expression in list.iter().flatten() {
            self.visit_expr(expression);
        }
        self.word(&call.tokens);
    }

    fn visit_ident(&mut self, ident: &'ast syn::Ident) {
        self.word(ident);
    }

    fn visit_lit_str(&mut self, text: &'ast syn::LitStr) {
        self.word(text.value());
    }
}

fn attributes(item: &Item) -> &[Attribute] {
    match item {
        Item::Const(item) => &item.attrs,
        Item::Enum(item) => &item.attrs,
        Item::Fn(item) => &item.attrs,
        Item::Impl(item) => &item.attrs,
        Item::Mod(item) => &item.attrs,
        Item::Static(item) => &item.attrs,
        Item::Struct(item) => &item.attrs,
        Item::Use(item) => &item.attrs,
        _ => &[],
    }
}

/// `#[test]` and `#[cfg(test)]`.
fn is_for_tests(attribute: &Attribute) -> bool {
    attribute.path().is_ident("test")
        || attribute.path().is_ident("cfg")
            && attribute
                .parse_args::<syn::Path>()
                .is_ok_and(|path| path.is_ident("test"))
}

pub(crate) fn is_doc(attribute: &Attribute) -> bool {
    attribute.path().is_ident("doc")
}
