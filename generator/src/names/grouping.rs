//! Which group an operation belongs to, and where its path stands to that group.
//!
//! Three questions are asked of the whole document, each with a wide margin, so that one more
//! operation hardly ever changes an answer (and never a name that stands in the lock):
//!
//! - **Are the tags real?** In the documents at hand either nearly every operation has one tag
//!   that several share, or the tags are chopped titles (`[Upcoming, Meetings, By, Group]`).
//! - **What is the root of everything?** `service` in `/service/category/action/list` leads to
//!   everything and says nothing; neither does a segment that four fifths of a large document
//!   share (`/me/…`), as long as there is something behind it to group by.
//! - **Is the first parameter the resource?** In `/{album}/photos`, `/{group}/feed`,
//!   `/{user}/feed` it is; in `/{realm}/users`, `/{realm}/roles` it is not.

use std::collections::BTreeSet;

use super::number;
use super::operation::OperationFacts;
use super::path::{Path, Piece};
use super::verbs;
use super::words::Words;

/// From this many operations on a document is large: one group for nearly all of it helps nobody.
const LARGE: usize = 20;

/// What a document says about its groups.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Grouping {
    tags_are_real: bool,
    roots: Vec<String>,
    parameter_is_resource: bool,
}

/// An operation's path, seen from its group.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Place {
    /// The group's words.
    pub(super) group: Words,
    /// What the path spells where the group stands; the group itself where it is nowhere.
    pub(super) noun: Words,
    /// The road to the group.
    pub(super) before: Vec<Piece>,
    /// The road from the group to the thing.
    pub(super) after: Vec<Piece>,
    /// The verb, where it stands before the group (`/create/entry`, `DescribeInstances`).
    pub(super) verb: Option<Words>,
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
            return place_by_tag(tag, &path.pieces);
        }
        let pieces = &path.pieces;
        match (first_fixed(pieces, 0), pieces.first()) {
            (_, Some(Piece::Param(resource))) if self.parameter_is_resource => Place {
                group: without_id(resource),
                noun: without_id(resource),
                before: Vec::new(),
                after: pieces.clone(),
                verb: None,
            },
            (Some(_), _) => place_by_path(path, skip_roots(pieces, &self.roots)),
            (None, Some(Piece::Param(resource))) => Place {
                group: without_id(resource),
                noun: without_id(resource),
                before: Vec::new(),
                after: pieces.clone(),
                verb: None,
            },
            (None, _) => Place {
                group: Words::of("root"),
                noun: Words::of("root"),
                before: Vec::new(),
                after: Vec::new(),
                verb: None,
            },
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

/// `user-controller` is about users.
fn without_formality(tag: &Words) -> Words {
    let formal = [
        "controller",
        "api",
        "operations",
        "resource",
        "endpoint",
        "endpoints",
        "rest",
    ];
    match tag.last() {
        Some(last) if tag.len() > 1 && formal.contains(&last) => tag.slice(0..tag.len() - 1),
        _ => tag.clone(),
    }
}

/// Real tags: three quarters of the operations have just one, at least two share each on
/// average, and no single one holds four fifths of a large document.
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
    let crowded = operations.len() >= LARGE && most * 5 > operations.len() * 4;
    tags.len() * 4 >= operations.len() * 3
        && distinct.len() >= 2
        && tags.len() >= distinct.len() * 2
        && !crowded
}

/// The segments that lead to everything, in order.
fn roots(paths: &[&Path]) -> Vec<String> {
    let mut roots = Vec::new();
    while let Some(root) = next_root(paths, &roots) {
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
        return behind.len() * 5 > operations * 4
            && next.len() * 2 >= behind.len()
            && nouns.len() >= 3;
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
        let is_root = pieces[at]
            .fixed()
            .is_some_and(|words| words.fold() == *root);
        if let (true, Some(next)) = (is_root, first_fixed(pieces, at + 1)) {
            at = next;
        }
    }
    at
}

fn first_fixed(pieces: &[Piece], from: usize) -> Option<usize> {
    let found = pieces
        .iter()
        .skip(from)
        .position(|piece| piece.fixed().is_some())?;
    Some(from + found)
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

/// `{groupId}` is about a group.
fn without_id(parameter: &Words) -> Words {
    let formal = ["id", "ids", "key", "uuid", "guid", "slug"];
    match parameter.last() {
        Some(last) if parameter.len() > 1 && formal.contains(&last) => {
            parameter.slice(0..parameter.len() - 1)
        }
        _ => parameter.clone(),
    }
}

fn place_by_path(path: &Path, at: usize) -> Place {
    let pieces = &path.pieces;
    let words = pieces[at].fixed().cloned().unwrap_or_default();
    let before = pieces[..at].to_vec();
    if let Some(next) = first_fixed(pieces, at + 1).filter(|_| is_crud(&words)) {
        let noun = pieces[next].fixed().cloned().unwrap_or_default();
        return Place {
            group: noun.plural(),
            noun,
            before,
            after: pieces[next + 1..].to_vec(),
            verb: Some(words),
        };
    }
    if first_fixed(pieces, at + 1).is_none() && is_phrase(&words, path.called) {
        let noun = words.slice(1..words.len());
        return Place {
            group: noun.plural(),
            noun,
            before,
            after: pieces[at + 1..].to_vec(),
            verb: Some(words.slice(0..1)),
        };
    }
    Place {
        group: words.clone(),
        noun: words,
        before,
        after: pieces[at + 1..].to_vec(),
        verb: None,
    }
}

/// `/create/entry`: a segment that is a verb and nothing else.
fn is_crud(words: &Words) -> bool {
    words.len() == 1 && words.first().is_some_and(verbs::is_unmistakable)
}

/// `describe instances`: a verb and its noun. In a path the verb must be unmistakable; the name of
/// a call starts with one anyway.
fn is_phrase(words: &Words, called: bool) -> bool {
    let is_verb = if called {
        verbs::is_verb
    } else {
        verbs::is_unmistakable
    };
    let mut rest = words.iter();
    rest.next().is_some_and(is_verb) && rest.next().is_some_and(|word| !verbs::is_preposition(word))
}

/// Finds the tag in the path; what the path has before it are parents.
fn place_by_tag(group: Words, pieces: &[Piece]) -> Place {
    if let Some(range) = find_words(&group, pieces) {
        return Place {
            group,
            noun: pieces[range.end - 1].fixed().cloned().unwrap_or_default(),
            before: pieces[..range.start].to_vec(),
            after: pieces[range.end..].to_vec(),
            verb: None,
        };
    }
    let road = first_fixed(pieces, 0).unwrap_or(pieces.len());
    Place {
        noun: group.clone(),
        group,
        before: Vec::new(),
        after: pieces[road..].to_vec(),
        verb: None,
    }
}

/// The pieces that spell the group: one of them, or neighbours that do so together, or the first
/// that spells a part of it.
fn find_words(group: &Words, pieces: &[Piece]) -> Option<std::ops::Range<usize>> {
    let wanted = singular_fold(group);
    let spelled = |range: &std::ops::Range<usize>| {
        let words = pieces[range.clone()].iter().map(Piece::fixed);
        let joined = words.into_iter().collect::<Option<Vec<_>>>()?;
        Some(
            joined
                .into_iter()
                .fold(Words::default(), |all, words| all.then(words)),
        )
    };
    let ranges = (0..pieces.len()).flat_map(|at| (at + 1..=pieces.len()).map(move |end| at..end));
    for range in ranges {
        if spelled(&range).is_some_and(|words| singular_fold(&words) == wanted) {
            return Some(range);
        }
    }
    let parts: Vec<String> = group.iter().map(number::singular).collect();
    let at = pieces.iter().position(|piece| {
        piece.fixed().is_some_and(|words| {
            words.iter().map(number::singular).all(|word| {
                parts.contains(&word)
                    || (word.len() > 2 && parts.len() == 1 && wanted.starts_with(&word))
            })
        })
    })?;
    Some(at..at + 1)
}

fn singular_fold(words: &Words) -> String {
    words.iter().map(number::singular).collect()
}
