//! The names of a file of the client, as a program says them that uses it.

use std::collections::{BTreeSet, HashMap};

use proc_macro2::{Delimiter, Group, Ident, Spacing, Span, TokenStream, TokenTree};
use quote::{ToTokens, quote};
use syn::{Item, UseTree};

use super::CRATE;

/// What the names of a file mean.
pub(super) struct Names {
    /// The module that the file is; empty for the root.
    module: String,
    paths: HashMap<String, Vec<String>>,
}

impl Names {
    pub(super) fn of(module: &str, file: &syn::File) -> Self {
        let mut names = Self {
            module: module.to_owned(),
            paths: HashMap::new(),
        };
        for item in &file.items {
            match item {
                Item::Struct(item) => names.own(&item.ident),
                Item::Enum(item) => names.own(&item.ident),
                // Types are named alike, whichever file they live in.
                Item::Mod(item) if module.is_empty() => names.own(&item.ident),
                Item::Use(item) => names.imported(&item.tree, &mut Vec::new()),
                _ => {}
            }
        }
        names
    }

    fn own(&mut self, ident: &Ident) {
        let name = ident.to_string();
        let mut path = vec![CRATE.to_owned()];
        path.extend((!self.module.is_empty()).then(|| self.module.clone()));
        path.push(name.clone());
        self.paths.insert(name, path);
    }

    fn imported(&mut self, tree: &UseTree, before: &mut Vec<String>) {
        match tree {
            UseTree::Path(path) => {
                before.push(path.ident.to_string());
                self.imported(&path.tree, before);
                before.pop();
            }
            UseTree::Group(group) => {
                for tree in &group.items {
                    self.imported(tree, before);
                }
            }
            // What the root shows of its runtime is its own.
            UseTree::Name(name) if self.module.is_empty() => self.own(&name.ident),
            UseTree::Name(name) => {
                let mut path = before.clone();
                if name.ident != "self" {
                    path.push(name.ident.to_string());
                }
                let start = match path[0].as_str() {
                    "crate" => vec![CRATE.to_owned()],
                    "super" => vec![CRATE.to_owned(), self.module.clone()],
                    other => vec![other.to_owned()],
                };
                path.splice(..1, start);
                if let Some(name) = path.last() {
                    self.paths.insert(name.clone(), path.clone());
                }
            }
            UseTree::Rename(_) | UseTree::Glob(_) => {}
        }
    }

    /// The same code outside of the client, where `this` is what it calls `Self`. The items of the
    /// client that it names are added to `mentions`.
    pub(super) fn outside(
        &self,
        code: impl ToTokens,
        this: Option<&TokenStream>,
        mentions: &mut BTreeSet<String>,
    ) -> TokenStream {
        let tokens: Vec<TokenTree> = code.to_token_stream().into_iter().collect();
        let mut out = TokenStream::new();
        for (at, token) in tokens.iter().enumerate() {
            match token {
                TokenTree::Group(group) if group.delimiter() != Delimiter::None => {
                    let inner = self.outside(group.stream(), this, mentions);
                    out.extend([TokenTree::Group(Group::new(group.delimiter(), inner))]);
                }
                TokenTree::Group(group) => out.extend(self.outside(group.stream(), this, mentions)),
                TokenTree::Ident(ident) if begins_a_path(&tokens, at) => {
                    let name = ident.to_string();
                    match (name.as_str(), self.paths.get(&name)) {
                        ("Self", _) if this.is_some() => out.extend(this.cloned()),
                        (_, Some(path)) => {
                            out.extend(self::path(path));
                            mention(path, &tokens[at + 1..], mentions);
                        }
                        _ => out.extend([token.clone()]),
                    }
                }
                _ => out.extend([token.clone()]),
            }
        }
        out
    }
}

/// The words as a path.
fn path(words: &[String]) -> TokenStream {
    let words = words.iter().map(|word| Ident::new(word, Span::call_site()));
    quote!(#(#words)::*)
}

/// Whether an identifier is the first of a path, rather than a later part of one, a lifetime, or the name
/// of an associated type, a field or a value.
fn begins_a_path(tokens: &[TokenTree], at: usize) -> bool {
    let is = |at: Option<usize>, sign: char, spacing: Option<Spacing>| {
        let token = at.and_then(|at| tokens.get(at));
        matches!(token, Some(TokenTree::Punct(punct))
            if punct.as_char() == sign && spacing.is_none_or(|spacing| punct.spacing() == spacing))
    };
    let (before, after) = (at.checked_sub(1), Some(at + 1));
    let is_later = is(before, ':', None) && is(at.checked_sub(2), ':', Some(Spacing::Joint));
    let is_part = is_later || is(before, '.', None) || is(before, '\'', None);
    let is_named = is(after, '=', None) || is(after, ':', Some(Spacing::Alone));
    !is_part && !is_named
}

/// Notes what a path of the client names, with the parts that follow.
fn mention(path: &[String], rest: &[TokenTree], mentions: &mut BTreeSet<String>) {
    let Some((_, path)) = path.split_first().filter(|(first, _)| *first == CRATE) else {
        return;
    };
    let mut words = path.to_vec();
    let mut rest = rest;
    while let [
        TokenTree::Punct(one),
        TokenTree::Punct(two),
        TokenTree::Ident(next),
        more @ ..,
    ] = rest
        && (one.as_char(), two.as_char()) == (':', ':')
    {
        words.push(next.to_string());
        rest = more;
    }
    mentions.insert(words.join("::"));
}
