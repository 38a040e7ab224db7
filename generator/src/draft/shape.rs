//! What is known of a value: its type, its limits, its parts.

use std::fmt;

use serde_json::Value;

use super::evidence::{EvidenceId, Slot};
use super::limit::Limit;
use crate::read::tree::Site;

/// What is known of a value.
#[derive(Clone, Debug)]
pub struct Shape {
    /// Where it is described.
    pub site: Site,
    /// What a person wants the value to be called in Rust.
    pub name: Slot<String>,
    /// What a person wants the type to be called that is made of it.
    pub type_name: Slot<String>,
    /// Whether it is a list that always holds exactly one item.
    pub single: Slot<bool>,
    /// Whether `null` is one of its values, and says something that a missing value does not.
    pub nullable: Slot<bool>,
    /// Whether callers should do without it.
    pub deprecated: Slot<bool>,
    /// Whether the service alone sets it.
    pub read_only: Slot<bool>,
    /// Whether the service takes it and never gives it.
    pub write_only: Slot<bool>,
    /// Its type.
    pub kind: Slot<Kind>,
    /// Its format, in the words of the specification.
    pub format: Slot<Format>,
    /// The concept it identifies, for identifiers that are the same thing under several spellings.
    pub identifies: Slot<String>,
    /// The values it can have, as text on the wire. Lists of several claims unite.
    pub values: Slot<Vec<String>>,
    /// What the type of the values is called in the document.
    pub values_name: Slot<String>,
    /// What is said of single values.
    pub labels: Vec<Label>,
    /// Values somebody showed.
    pub examples: Slot<Value>,
    /// What the service takes when it is absent.
    pub default: Slot<Value>,
    /// Limits. They become documentation and never refuse anything.
    pub limits: Slot<Limit>,
    /// What it means, in Markdown.
    pub description: Slot<String>,
    /// The parts of an object.
    pub fields: Vec<Field>,
    /// The parts that it requires and does not describe in the same place.
    pub requires: Vec<Requirement>,
    /// What a list holds.
    pub items: Option<Box<Shape>>,
    /// Whether it has no other parts than these.
    pub closed: Slot<bool>,
    /// What a mapping with free keys holds.
    pub entries: Option<Box<Shape>>,
    /// Shapes that it is all at once (`allOf`).
    pub parts: Vec<Shape>,
    /// Shapes of which it is one (`oneOf`, `anyOf`).
    pub alternatives: Vec<Shape>,
    /// The field that tells which of them it is.
    pub discriminator: Option<Discriminator>,
    /// The definition that says the rest.
    pub reference: Option<Reference>,
}

/// What is said of one of several values.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Label {
    /// The value, as it travels in text.
    pub wire: String,
    /// What it is called.
    pub name: Option<String>,
    /// What it means.
    pub description: Option<String>,
}

/// A reference to a definition.
#[derive(Clone, Debug, PartialEq)]
pub struct Reference {
    /// Where it stands.
    pub site: Site,
    /// As it is written.
    pub pointer: String,
    /// The position among the definitions, or why there is nothing that it leads to.
    pub target: Result<usize, Nowhere>,
    /// Why it is believed.
    pub evidence: Option<EvidenceId>,
}

/// Why a reference leads nowhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Nowhere {
    /// There is nothing at its end.
    Missing,
    /// It leads back to itself.
    Endless,
}

impl fmt::Display for Nowhere {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Missing => "is not in the document",
            Self::Endless => "leads back to itself",
        })
    }
}

/// The field of an object that tells which of several it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Discriminator {
    /// Its name on the wire.
    pub property: String,
    /// Its values, with the schemas that they stand for, by name or by reference.
    pub mapping: Vec<(String, String)>,
    /// The reference to the schema of all values that none of them stands for, where there is one.
    pub rest: Option<String>,
}

/// A part of an object.
#[derive(Clone, Debug)]
pub struct Field {
    /// Where it is described.
    pub site: Site,
    /// Its name on the wire.
    pub name: String,
    /// Whether an object without it makes no sense.
    pub required: Slot<bool>,
    /// What it holds.
    pub shape: Shape,
}

/// A part that an object must have, described somewhere else: in what it inherits, or nowhere.
#[derive(Clone, Debug)]
pub struct Requirement {
    /// Its name on the wire.
    pub name: String,
    /// Whether an object without it makes no sense.
    pub required: Slot<bool>,
}

/// A type, in the words of the specification.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// `string`
    Text,
    /// `integer`
    Integer,
    /// `number`
    Number,
    /// `boolean`
    Boolean,
    /// `array`
    List,
    /// `object`
    Object,
    /// `file`
    File,
    /// Anything at all.
    Any,
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Text => "string",
            Self::Integer => "integer",
            Self::Number => "number",
            Self::Boolean => "boolean",
            Self::List => "array",
            Self::Object => "object",
            Self::File => "file",
            Self::Any => "any",
        })
    }
}

/// A format, in the words of the specification or, where it has none, of the document.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Format {
    /// RFC 3339 `date-time`.
    DateTime,
    /// RFC 3339 `full-date`.
    Date,
    /// 32 bits, signed.
    Int32,
    /// 64 bits, signed.
    Int64,
    /// 64 bits, from 0.
    UnsignedInt64,
    /// Bytes as base64.
    Byte,
    /// Text that must not be seen.
    Password,
    /// Any other, as the document spells it (`email`, `uuid`, `password` …).
    Other(String),
}

impl Format {
    /// The format that the specification knows under that word, however it is spelled: `dateTime` is
    /// met as often as `date-time`.
    #[must_use]
    pub fn from_word(word: &str) -> Self {
        let letters = word.chars().filter(char::is_ascii_alphanumeric);
        match letters.collect::<String>().to_ascii_lowercase().as_str() {
            "datetime" => Self::DateTime,
            "date" => Self::Date,
            "int32" => Self::Int32,
            "int64" => Self::Int64,
            "uint64" => Self::UnsignedInt64,
            "byte" => Self::Byte,
            "password" => Self::Password,
            _ => Self::Other(word.to_owned()),
        }
    }

    /// The word for it.
    #[must_use]
    pub fn word(&self) -> &str {
        match self {
            Self::DateTime => "date-time",
            Self::Date => "date",
            Self::Int32 => "int32",
            Self::Int64 => "int64",
            Self::UnsignedInt64 => "uint64",
            Self::Byte => "byte",
            Self::Password => "password",
            Self::Other(word) => word,
        }
    }
}

impl fmt::Display for Format {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.word())
    }
}

impl Shape {
    /// A shape of which nothing is known.
    #[must_use]
    pub fn unknown(site: impl Into<Site>) -> Self {
        Self {
            site: site.into(),
            name: Slot::default(),
            type_name: Slot::default(),
            single: Slot::default(),
            nullable: Slot::default(),
            deprecated: Slot::default(),
            read_only: Slot::default(),
            write_only: Slot::default(),
            kind: Slot::default(),
            format: Slot::default(),
            identifies: Slot::default(),
            values: Slot::default(),
            values_name: Slot::default(),
            labels: Vec::new(),
            examples: Slot::default(),
            default: Slot::default(),
            limits: Slot::default(),
            description: Slot::default(),
            fields: Vec::new(),
            requires: Vec::new(),
            items: None,
            closed: Slot::default(),
            entries: None,
            parts: Vec::new(),
            alternatives: Vec::new(),
            discriminator: None,
            reference: None,
        }
    }

    /// Whether no type is claimed and nothing else tells one.
    #[must_use]
    pub fn is_untyped(&self) -> bool {
        self.kind.is_empty() && self.reference.is_none()
    }

    /// The position among the definitions of what says the rest of it.
    #[must_use]
    pub fn target(&self) -> Option<usize> {
        self.reference.as_ref()?.target.ok()
    }

    /// Calls `visit` for this shape and for all shapes inside it.
    pub fn each_mut(&mut self, visit: &mut dyn FnMut(&mut Shape)) {
        visit(self);
        for field in &mut self.fields {
            field.shape.each_mut(visit);
        }
        for inner in [&mut self.items, &mut self.entries].into_iter().flatten() {
            inner.each_mut(visit);
        }
        for part in self.parts.iter_mut().chain(&mut self.alternatives) {
            part.each_mut(visit);
        }
    }
}
