//! Types in the words of the specification, and which of them takes what another one does.

use super::Side;
use crate::diff::facts::Spot;
use crate::model::{Def, Type, Width};

/// What a value can be, in the words of the specification.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Leaf {
    pub(super) kind: String,
    format: Option<String>,
}

/// The type of a value that holds nothing, or what is said of what it holds.
pub(super) fn leaf(side: &Side<'_>, ty: &Type, spot: &Spot) -> Leaf {
    let said = |slot| side.facts.get(spot, slot).map(|fact| fact.text.to_owned());
    let word = match ty {
        Type::Any | Type::Text => "",
        Type::Boolean => "boolean",
        Type::Integer(_) => "integer",
        Type::Number => "number",
        Type::Timestamp | Type::Date | Type::Base64 | Type::SecretText => "string",
        Type::File => "file",
        Type::List(_) => "array",
        Type::Map(_) => "map",
        Type::Named(id) => match &side.api.types.get(*id).def {
            Def::Struct(_) => "object with fields",
            Def::Union(_) => "one of several",
            Def::Identifier(_) | Def::Enum(_) => "",
        },
    };
    let kind = if word.is_empty() {
        let unsaid = if matches!(ty, Type::Any) {
            "any"
        } else {
            "string"
        };
        said("type").unwrap_or_else(|| unsaid.to_owned())
    } else {
        word.to_owned()
    };
    let format = match ty {
        Type::Timestamp => Some("date-time".to_owned()),
        Type::Date => Some("date".to_owned()),
        Type::Integer(Width::Bits32) => Some("int32".to_owned()),
        Type::List(_) | Type::Map(_) => None,
        _ => said("format"),
    };
    Leaf { kind, format }
}

impl Leaf {
    pub(super) fn text(&self) -> String {
        match &self.format {
            Some(format) => format!("{} ({format})", self.kind),
            None => self.kind.clone(),
        }
    }

    /// The same without a format that goes without saying.
    pub(super) fn normal(&self) -> Self {
        let implied = match self.kind.as_str() {
            "integer" => &["int64", "long"][..],
            "number" => &["double"],
            "string" => &["password", "string"],
            "boolean" => &["boolean"],
            _ => &[],
        };
        let format = self.format.clone();
        Self {
            kind: self.kind.clone(),
            format: format.filter(|format| !implied.contains(&format.as_str())),
        }
    }

    /// Whether it takes everything that the other does. In a URL, everything is text.
    pub(super) fn takes(&self, other: &Self, printed: bool) -> bool {
        let (kind, inner) = (self.kind.as_str(), other.kind.as_str());
        let is_plain = ["integer", "number", "boolean", "string"].contains(&inner);
        match kind {
            "any" => true,
            "object" => ["object", "map", "object with fields"].contains(&inner),
            "number" if inner == "integer" => self.format.is_none(),
            "string" if printed && is_plain && inner != "string" => self.format.is_none(),
            "array" if printed => is_plain,
            _ if kind == inner => match (self.format.as_deref(), other.format.as_deref()) {
                (None, _) => true,
                (one, other) => one == other,
            },
            _ => false,
        }
    }
}
