//! Where an operation's path stands to its group.
//!
//! | path | by | before | noun | after |
//! |---|---|---|---|---|
//! | `/me/calendars/{id}/events`, root `me` | path | me | calendars | {id} · events |
//! | `/clients/{id}/roles`, tag `Roles` | tag | clients · {id} | roles | |
//! | `/build`, tag `Image` | tag | | image | build |
//! | `/{album}/photos` | parameter | | album | {album} · photos |
//! | `/create/entry`, `?Action=CreateEntry` | path | | entry, verb create | |

use std::ops::Range;

use super::number;
use super::path::{Path, Piece};
use super::verbs;
use super::words::Words;

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

impl Place {
    /// By a tag: where the path spells it, what comes before are parents.
    pub(super) fn by_tag(group: Words, pieces: &[Piece]) -> Self {
        let Some(range) = find_words(&group, pieces) else {
            let road = first_fixed(pieces, 0).unwrap_or(pieces.len());
            return Self::of(group.clone(), group, &[], &pieces[road..]);
        };
        let noun = pieces[range.end - 1].fixed().cloned().unwrap_or_default();
        Self::of(group, noun, &pieces[..range.start], &pieces[range.end..])
    }

    /// By a parameter that leads the path.
    pub(super) fn by_parameter(resource: &Words, pieces: &[Piece]) -> Self {
        let resource = without_id(resource);
        Self::of(resource.clone(), resource, &[], pieces)
    }

    /// By the fixed piece at this index; by a parameter where there is none, and by nothing at
    /// all in `/`.
    pub(super) fn by_path(path: &Path, at: usize) -> Self {
        let pieces = path.pieces.as_slice();
        let words = match pieces.get(at) {
            Some(Piece::Fixed(words)) => words.without_echo(),
            Some(Piece::Param(resource)) => return Self::by_parameter(resource, pieces),
            None => return Self::by_parameter(&Words::of("root"), pieces),
        };
        let (before, after) = (&pieces[..at], &pieces[at + 1..]);
        match first_fixed(after, 0) {
            Some(next) if is_verb_alone(&words) => {
                let noun = after[next].fixed().cloned().unwrap_or_default();
                Self::of(noun.plural(), noun, before, &after[next + 1..]).led_by(words)
            }
            None if is_phrase(&words, path.called) => {
                let noun = words.slice(1..words.len());
                Self::of(noun.plural(), noun, before, after).led_by(words.slice(0..1))
            }
            _ => Self::of(words.clone(), words, before, after),
        }
    }

    fn of(group: Words, noun: Words, before: &[Piece], after: &[Piece]) -> Self {
        Self {
            group,
            noun,
            before: before.to_vec(),
            after: after.to_vec(),
            verb: None,
        }
    }

    fn led_by(self, verb: Words) -> Self {
        Self {
            verb: Some(verb),
            ..self
        }
    }
}

/// The index of the first fixed piece from here on.
pub(super) fn first_fixed(pieces: &[Piece], from: usize) -> Option<usize> {
    let found = pieces
        .iter()
        .skip(from)
        .position(|piece| piece.fixed().is_some())?;
    Some(from + found)
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

/// `/create/entry`: a segment that is a verb and nothing else.
fn is_verb_alone(words: &Words) -> bool {
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

/// The pieces that spell a tag: one of them, or neighbours that do so together, or else the first
/// that spells a part of it (`repos` of `repository`).
fn find_words(tag: &Words, pieces: &[Piece]) -> Option<Range<usize>> {
    const MOST_NEIGHBOURS: usize = 4;
    let wanted: Vec<String> = tag.iter().map(number::singular).collect();
    let fold = wanted.concat();
    let spells_all = |range: &Range<usize>| {
        let words: Option<Vec<&Words>> = pieces[range.clone()].iter().map(Piece::fixed).collect();
        words.is_some_and(|words| words.into_iter().map(singular_fold).collect::<String>() == fold)
    };
    let spells_part = |piece: &Piece| {
        piece.fixed().is_some_and(|words| {
            words.iter().map(number::singular).all(|word| {
                let abbreviates = wanted.len() == 1 && word.len() > 2 && fold.starts_with(&word);
                abbreviates || wanted.contains(&word)
            })
        })
    };
    let ends = |at: usize| (at + 1..=pieces.len()).take(MOST_NEIGHBOURS);
    let mut ranges = (0..pieces.len()).flat_map(|at| ends(at).map(move |end| at..end));
    ranges.find(spells_all).or_else(|| {
        let at = pieces.iter().position(spells_part)?;
        Some(at..at + 1)
    })
}

fn singular_fold(words: &Words) -> String {
    words.iter().map(number::singular).collect()
}
