//! Which group an operation belongs to, and where its path stands to that group.
//!
//! Three questions are asked of the whole document, each with a wide margin, so that one more
//! operation hardly ever changes an answer (and never a name that stands in the lock):
//!
//! - **Are the tags real?** In the documents at hand either nearly every operation has one tag
//!   that several share, or the tags are chopped titles (`[Upcoming, Meetings, By, Group]`).
//! - **What is the root of everything?** `service` in `/service/category/action/list` leads to
//!   everything and says nothing; neither does a segment that four fifths of a large document
//!   share (`/me/…`), as long as there is something behind it to group by, or three fifths
//!   (`/projects/{id}/…`), where what is behind it makes groups.
//! - **Is the first parameter the resource?** In `/{album}/photos`, `/{group}/feed`,
//!   `/{user}/feed` it is; in `/{realm}/users`, `/{realm}/roles` it is not.

use std::collections::BTreeSet;

use super::operation::OperationFacts;
use super::path::{Path, Piece};
use super::place::{Place, first_fixed};
use super::verbs;
use super::words::Words;

/// From this many operations on a document is large: one group for nearly all of it helps nobody.
const LARGE: usize = 20;

/// Nobody puts more segments before everything.
const MOST_ROOTS: usize = 8;

/// What a document says about its groups.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Grouping {
    tags_are_real: bool,
    roots: Vec<String>,
    parameter_is_resource: bool,
}

impl Grouping {
    pub(super) fn of(operations: &[(&OperationFacts<'_>, &Path)]) -> Self {
        let paths: Vec<&Path> = operations.iter().map(|(_, path)| *path).collect();
        Self {
            tags_are_real: tags_are_real(operations),
            roots: roots(&paths),
            parameter_is_resource: parameter_is_resource(&paths),
        }
    }

    /// Places an operation in its group.
    pub(super) fn place(&self, facts: &OperationFacts<'_>, path: &Path) -> Place {
        if let Some(tag) = tag(facts).filter(|_| self.tags_are_real) {
            return Place::by_tag(tag, &path.pieces);
        }
        match path.pieces.first() {
            Some(Piece::Param(resource)) if self.parameter_is_resource => {
                Place::by_parameter(resource, &path.pieces)
            }
            _ => Place::by_path(path, self.group_at(&path.pieces)),
        }
    }
}

impl Grouping {
    /// Where the group stands. What is done to an item of a root is no group: `archive` in
    /// `/projects/{id}/archive`.
    fn group_at(&self, pieces: &[Piece]) -> usize {
        let at = skip_roots(pieces, &self.roots);
        match pieces.get(..=at).unwrap_or_default() {
            [before @ .., Piece::Param(_), Piece::Fixed(verb)]
                if at + 1 == pieces.len()
                    && verb.len() == 1
                    && verb.first().is_some_and(verbs::is_verb) =>
            {
                let root = before.iter().rposition(|piece| piece.fixed().is_some());
                root.unwrap_or(at)
            }
            _ => at,
        }
    }
}

/// The tag of an operation: its only one, or the longest where the others are its beginnings
/// (`admin` beside `admin.apps`).
fn tag(facts: &OperationFacts<'_>) -> Option<Words> {
    let tags: BTreeSet<Words> = facts.tags.iter().map(|tag| Words::of(tag)).collect();
    let longest = tags.iter().max_by_key(|tag| tag.len())?;
    let one = tags.iter().all(|tag| longest.slice(0..tag.len()) == *tag);
    let tag = without_formality(longest);
    (one && !tag.is_empty()).then_some(tag)
}

/// What frameworks append to a tag.
#[rustfmt::skip]
const FORMAL: &[&str] = &[
    "api", "controller", "endpoint", "endpoints", "operations", "resource", "rest",
];

/// `user-controller` is about users.
fn without_formality(tag: &Words) -> Words {
    match tag.last() {
        Some(last) if tag.len() > 1 && FORMAL.contains(&last) => tag.slice(0..tag.len() - 1),
        _ => tag.clone(),
    }
}

/// Real tags: three quarters of the operations have just one, at least two share each on
/// average, and no single one holds three fifths of a large document.
fn tags_are_real(operations: &[(&OperationFacts<'_>, &Path)]) -> bool {
    let tags: Vec<Words> = operations
        .iter()
        .filter_map(|(facts, _)| tag(facts))
        .collect();
    let distinct: BTreeSet<&Words> = tags.iter().collect();
    let most = distinct
        .iter()
        .map(|one| tags.iter().filter(|tag| tag == one).count())
        .max()
        .unwrap_or_default();
    let crowded = operations.len() >= LARGE && most * 5 > operations.len() * 3;
    tags.len() * 4 >= operations.len() * 3
        && distinct.len() >= 2
        && tags.len() >= distinct.len() * 2
        && !crowded
}

/// The segments that lead to everything, in order.
fn roots(paths: &[&Path]) -> Vec<String> {
    let mut roots = Vec::new();
    while let Some(root) = next_root(paths, &roots).filter(|_| roots.len() < MOST_ROOTS) {
        roots.push(root);
    }
    roots
}

fn next_root(paths: &[&Path], roots: &[String]) -> Option<String> {
    let heads: Vec<(String, &[Piece])> = paths
        .iter()
        .filter_map(|path| {
            let at = first_fixed(&path.pieces, 0).map(|_| skip_roots(&path.pieces, roots))?;
            Some((path.pieces[at].fixed()?.fold(), &path.pieces[at + 1..]))
        })
        .collect();
    let candidates: BTreeSet<&String> = heads.iter().map(|(head, _)| head).collect();
    let root = candidates.into_iter().find(|candidate| {
        let behind: Vec<&[Piece]> = heads
            .iter()
            .filter(|(head, _)| head == *candidate)
            .map(|(_, behind)| *behind)
            .collect();
        !roots.contains(candidate) && leads_to_everything(&behind, paths.len())
    })?;
    Some(root.clone())
}

/// Whether what stands behind a segment shows that the segment is no resource.
fn leads_to_everything(behind: &[&[Piece]], operations: usize) -> bool {
    let next: Vec<usize> = behind
        .iter()
        .filter_map(|pieces| first_fixed(pieces, 0))
        .collect();
    let nouns: BTreeSet<String> = behind
        .iter()
        .filter_map(|pieces| Some(pieces.iter().find_map(Piece::fixed)?.fold()))
        .collect();
    if operations >= LARGE {
        let nearly_all = behind.len() * 5 > operations * 4;
        let most = behind.len() * 5 > operations * 3 && nouns.len() * 2 <= behind.len();
        return (nearly_all || most) && next.len() * 2 >= behind.len() && nouns.len() >= 3;
    }
    let deeper = behind.iter().filter(|pieces| pieces.len() > 1).count();
    behind.len() == operations
        && next.len() == operations
        && next.iter().all(|at| *at == 0)
        && deeper * 2 >= operations
        && nouns.len() >= 2
}

/// Where the group stands: the first fixed piece that is no root, or the last there is.
fn skip_roots(pieces: &[Piece], roots: &[String]) -> usize {
    let mut at = first_fixed(pieces, 0).unwrap_or_default();
    for root in roots {
        let here = pieces.get(at).and_then(Piece::fixed);
        let is_root = here.is_some_and(|words| words.fold() == *root);
        if let (true, Some(next)) = (is_root, first_fixed(pieces, at + 1)) {
            at = next;
        }
    }
    at
}

/// Four different parameters that lead half of the document are resources.
fn parameter_is_resource(paths: &[&Path]) -> bool {
    let leading: Vec<String> = paths
        .iter()
        .filter_map(|path| Some(path.pieces.first()?.param()?.fold()))
        .collect();
    let distinct: BTreeSet<&String> = leading.iter().collect();
    distinct.len() >= 4 && leading.len() * 2 >= paths.len()
}
