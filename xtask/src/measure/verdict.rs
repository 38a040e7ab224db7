//! What a type that was found is worth, beside the one that was declared.

use std::collections::BTreeSet;

use generator::model::{Def, ListStyle, Type, Types, Width};

/// How a guess compares with the truth.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Verdict {
    /// The same type: for values the same set, for whole numbers the width may differ.
    Exact,
    /// Another type that carries every valid value.
    Weaker,
    /// A valid value can't be carried.
    Harmful,
}

impl Verdict {
    /// Its name.
    pub(super) fn word(self) -> &'static str {
        match self {
            Self::Exact => "exact",
            Self::Weaker => "weaker",
            Self::Harmful => "harmful",
        }
    }
}

/// A type with what it needs to be understood.
#[derive(Clone, Copy)]
pub(super) struct Known<'a> {
    pub(super) ty: &'a Type,
    pub(super) types: &'a Types,
    pub(super) style: ListStyle,
}

/// What the declared types are counted as, in the order of the table.
pub(super) const KINDS: [&str; 11] = [
    "text",
    "integer",
    "number",
    "boolean",
    "values",
    "date-time",
    "date",
    "list",
    "object",
    "file",
    "any",
];

impl<'a> Known<'a> {
    /// The kind of it, as one of [`KINDS`].
    pub(super) fn kind(self) -> &'static str {
        match self.ty {
            Type::Text | Type::Base64 | Type::SecretText => "text",
            Type::Integer(_) => "integer",
            Type::Number => "number",
            Type::Boolean => "boolean",
            Type::Timestamp => "date-time",
            Type::Date => "date",
            Type::List(_) => "list",
            Type::Map(_) => "object",
            Type::File => "file",
            Type::Any => "any",
            Type::Named(id) => match self.types.get(*id).def {
                // Made from text or from a number.
                Def::Identifier(_) => "identifier",
                Def::Enum(_) => "values",
                Def::Struct(_) | Def::Union(_) => "object",
            },
        }
    }

    /// The type in a few words.
    pub(super) fn shown(self) -> String {
        match (self.values(), self.ty) {
            (Some(values), _) => values.into_iter().collect::<Vec<_>>().join("|"),
            (None, Type::List(items)) => {
                format!(
                    "list ({}) of {}",
                    self.style,
                    Known { ty: items, ..self }.shown()
                )
            }
            (None, Type::Integer(Width::Bits32)) => "int32".to_owned(),
            (None, _) => self.kind().to_owned(),
        }
    }

    /// The values of an enum.
    pub(super) fn values(self) -> Option<BTreeSet<&'a str>> {
        let Type::Named(id) = self.ty else {
            return None;
        };
        let Def::Enum(variants) = &self.types.get(*id).def else {
            return None;
        };
        Some(
            variants
                .iter()
                .map(|variant| variant.wire.as_str())
                .collect(),
        )
    }

    /// Compares with what was declared. In JSON a text is no number.
    pub(super) fn against(self, declared: Known<'_>, json: bool) -> Verdict {
        let text = ["text", "values", "date", "date-time"].contains(&self.kind());
        let other = ["integer", "number", "boolean", "list", "object"].contains(&declared.kind());
        if self.is_exactly(declared) {
            Verdict::Exact
        } else if self.carries(declared) && !(json && text && other) {
            Verdict::Weaker
        } else {
            Verdict::Harmful
        }
    }

    fn is_exactly(self, declared: Known<'_>) -> bool {
        match (self.ty, declared.ty) {
            (Type::Integer(Width::Bits32), Type::Integer(Width::Bits64)) => false,
            (Type::List(found), Type::List(wanted)) => {
                self.style == declared.style
                    && Known { ty: found, ..self }.is_exactly(Known {
                        ty: wanted,
                        ..declared
                    })
            }
            (Type::Map(found), Type::Map(wanted)) => {
                Known { ty: found, ..self }.is_exactly(Known {
                    ty: wanted,
                    ..declared
                })
            }
            // An identifier is made from any text.
            (Type::Named(_), Type::Text) => self.kind() == "identifier",
            (Type::Named(_), Type::Named(_)) => {
                self.kind() == declared.kind() && self.values() == declared.values()
            }
            (found, wanted) => std::mem::discriminant(found) == std::mem::discriminant(wanted),
        }
    }

    /// Whether every value that was declared to be valid can be carried.
    fn carries(self, declared: Known<'_>) -> bool {
        let whole = |value: &str| value.parse::<i64>().is_ok();
        let truth = |value: &str| ["true", "false"].contains(&value);
        match (self.ty, declared.ty) {
            (Type::Any | Type::Text, _) | (Type::Number, Type::Integer(_)) => true,
            // Open lists and identifiers take any text.
            (Type::Named(_), _) if self.kind() != "object" => true,
            (Type::Named(_) | Type::Map(_), _) => self.kind() == declared.kind(),
            (Type::List(found), Type::List(wanted)) => {
                self.style == declared.style
                    && Known { ty: found, ..self }.carries(Known {
                        ty: wanted,
                        ..declared
                    })
            }
            // A list of one.
            (Type::List(found), _) => Known { ty: found, ..self }.carries(declared),
            (Type::Integer(width), Type::Integer(declared)) => {
                *width == Width::Bits64 || *declared == Width::Bits32
            }
            (Type::Integer(_), Type::Named(_)) => declared
                .values()
                .is_some_and(|values| values.into_iter().all(whole)),
            (Type::Boolean, Type::Named(_)) => declared
                .values()
                .is_some_and(|values| values.into_iter().all(truth)),
            (found, wanted) => std::mem::discriminant(found) == std::mem::discriminant(wanted),
        }
    }
}
