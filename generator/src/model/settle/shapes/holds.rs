//! What a value is, before its type is known: what tells how it is written.

use std::collections::BTreeSet;

use super::{Shapes, has_parts};
use crate::draft::{Format, Kind, Shape};
use crate::model::types::Type;

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

impl<'d> Shapes<'d> {
    /// What a shape holds, at the end of its references.
    pub(in crate::model::settle) fn written(&self, shape: &Shape) -> Holds {
        let shape = self.resolved(shape);
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

    /// The type of a shape that is a file, or a list of files.
    pub(in crate::model::settle) fn file(&self, shape: &Shape) -> Option<Type> {
        if self.written(shape) == Holds::File {
            return Some(Type::File);
        }
        let items = self.resolved(shape).items.as_deref()?;
        (self.written(items) == Holds::File).then(|| Type::List(Box::new(Type::File)))
    }

    /// The type of a shape that is one value, without a type of its own; text where it is more.
    pub(in crate::model::settle) fn scalar(&self, shape: &Shape) -> Type {
        let shape = self.resolved(shape);
        match shape.kind.value(self.ledger) {
            // What text is not read into is text.
            Some(Kind::Text) => match self.text(shape) {
                Type::Base64 | Type::SecretText => Type::Text,
                text => text,
            },
            Some(Kind::Integer) => self.integer(shape),
            Some(Kind::Number) => Type::Number,
            Some(Kind::Boolean) => Type::Boolean,
            _ => Type::Text,
        }
    }

    /// Whether a shape is one value, or a list of values, that can be written as text.
    pub(in crate::model::settle) fn is_flat(&self, shape: &Shape) -> bool {
        let resolved = self.resolved(shape);
        let is_any = resolved.kind.value(self.ledger) == Some(&Kind::Any);
        match (self.written(shape), &resolved.items) {
            (Holds::Structure, Some(items)) if !has_parts(resolved) => {
                self.written(items) != Holds::Structure && self.is_flat(items)
            }
            (Holds::Structure, _) => false,
            _ => !is_any,
        }
    }

    /// A shape at the end of its references.
    fn resolved<'s>(&self, shape: &'s Shape) -> &'s Shape
    where
        'd: 's,
    {
        let mut seen = BTreeSet::new();
        let mut shape = shape;
        while let Some(target) = shape.target()
            && seen.insert(target)
        {
            shape = &self.draft.definitions[target].shape;
        }
        shape
    }
}
