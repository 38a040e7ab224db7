//! What a value is, before its type is known: what tells how it is written.

use std::collections::BTreeSet;

use super::{Shapes, has_parts};
use crate::draft::{Format, Kind, Shape};

/// What a shape holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::model::settle) enum Holds {
    /// Bytes as they are.
    File,
    /// Text.
    Text,
    /// A number, or `true` or `false`.
    Value,
    /// Something with parts.
    Structure,
    /// Nobody says.
    Unknown,
}

impl Shapes<'_> {
    /// What a shape holds, at the end of its references.
    pub(in crate::model::settle) fn written(&self, shape: &Shape) -> Holds {
        let mut seen = BTreeSet::new();
        let mut shape = shape;
        while let Some(target) = shape.reference.as_ref().and_then(|found| found.target)
            && seen.insert(target)
        {
            shape = &self.draft.definitions[target].shape;
        }
        let format = shape.format.value(self.ledger);
        match shape.kind.value(self.ledger) {
            Some(Kind::File) => Holds::File,
            Some(Kind::Text) if matches!(format, Some(Format::Other(word)) if word == "binary") => {
                Holds::File
            }
            Some(Kind::Text) => Holds::Text,
            Some(Kind::Integer | Kind::Number | Kind::Boolean) => Holds::Value,
            Some(Kind::List | Kind::Object) => Holds::Structure,
            None if !shape.values.is_empty() => Holds::Text,
            None | Some(Kind::Any)
                if has_parts(shape) || shape.items.is_some() || !shape.alternatives.is_empty() =>
            {
                Holds::Structure
            }
            None | Some(Kind::Any) => Holds::Unknown,
        }
    }
}
