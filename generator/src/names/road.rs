//! The road from a group to a thing: the nouns on the way, and the one that it leads to.

use super::path::Piece;
use super::words::Words;

/// `/{repo}/issues/{number}/labels` leads from one item by way of an issue to labels.
pub(super) struct Road<'a> {
    /// Whether the road starts at one item of the group.
    pub(super) own_item: bool,
    /// The nouns on the way, an item's in the singular.
    pub(super) parents: Words,
    /// How many words each noun on the way has.
    lengths: Vec<usize>,
    /// The last fixed piece, and whether a parameter follows it.
    pub(super) target: Option<(&'a Words, bool)>,
}

impl<'a> Road<'a> {
    pub(super) fn of(pieces: &'a [Piece]) -> Self {
        let mut road = Self {
            own_item: pieces.first().is_some_and(|piece| piece.param().is_some()),
            parents: Words::default(),
            lengths: Vec::new(),
            target: None,
        };
        for piece in pieces {
            match (piece, road.target) {
                (Piece::Fixed(words), None) => road.target = Some((words, false)),
                (Piece::Fixed(words), Some((parent, item))) => {
                    let parent = if item {
                        parent.singular()
                    } else {
                        parent.clone()
                    };
                    road.lengths.push(parent.len());
                    road.parents.extend(parent.iter());
                    road.target = Some((words, false));
                }
                (Piece::Param(_), Some((words, _))) => road.target = Some((words, true)),
                (Piece::Param(_), None) => {}
            }
        }
        road
    }

    /// The nearest nouns on the way.
    pub(super) fn nearest(&self, count: usize) -> Words {
        let words: usize = self.lengths.iter().rev().take(count).sum();
        self.parents
            .slice(self.parents.len() - words..self.parents.len())
    }
}
