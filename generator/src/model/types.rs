//! The types of the client.

use super::{EvidenceId, Known, Notes};

/// A type in Rust.
#[derive(Clone, Debug, PartialEq)]
pub enum Type {
    /// Any JSON value.
    Any,
    /// Text.
    Text,
    /// `true` or `false`.
    Boolean,
    /// A whole number.
    Integer(Width),
    /// A number.
    Number,
    /// An instant.
    Timestamp,
    /// A calendar day.
    Date,
    /// A file to send, in a form.
    File,
    /// Bytes as base64.
    Base64,
    /// Text that must not be seen.
    SecretText,
    /// Several of one type.
    List(Box<Type>),
    /// Values by free keys.
    Map(Box<Type>),
    /// A type with a name.
    Named(TypeId),
}

/// So many lists and maps are written inside of each other; what is in them is any JSON.
const DEEPEST: usize = 32;

impl Type {
    /// A list or a map around a type, as long as a compiler likes to read it.
    pub(super) fn inside(self, outer: fn(Box<Self>) -> Self) -> Self {
        let mut depth = 0;
        let mut at = &self;
        while let Self::List(inner) | Self::Map(inner) = at {
            depth += 1;
            at = inner;
        }
        outer(Box::new(if depth < DEEPEST { self } else { Self::Any }))
    }
}

/// How many bits a whole number has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Width {
    /// `i32`
    Bits32,
    /// `i64`
    Bits64,
    /// `u64`
    Unsigned64,
}

/// The number of a named type among [`Types`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TypeId(pub(super) usize);

/// The types that have names.
#[derive(Debug, Default)]
pub struct Types(pub(super) Vec<Named>);

impl Types {
    /// The type of that number.
    #[must_use]
    pub fn get(&self, id: TypeId) -> &Named {
        &self.0[id.0]
    }

    /// All of them.
    pub fn iter(&self) -> impl Iterator<Item = (TypeId, &Named)> {
        self.0
            .iter()
            .enumerate()
            .map(|(number, named)| (TypeId(number), named))
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// A type with a name.
#[derive(Debug)]
pub struct Named {
    /// Its name in Rust.
    pub name: String,
    /// The name that a person wants it to have.
    pub chosen: Option<Known<String>>,
    /// Where it is on the wire, in parts; the lock of names knows it by that.
    pub place: Vec<String>,
    /// Other places where it is, each with the fields that lead there.
    pub(super) other_places: Vec<(Vec<String>, Vec<String>)>,
    /// What it means, in Markdown.
    pub description: Option<Known<String>>,
    /// What it is.
    pub def: Def,
    /// Why it is believed.
    pub evidence: EvidenceId,
    /// Whether requests hold it.
    pub sent: bool,
    /// Whether replies hold it.
    pub received: bool,
    /// Of a list of values: whether they are whole numbers on the wire.
    pub numbers: bool,
    /// What the document calls it, where it stands in no place of its own.
    pub hint: Option<String>,
    /// The fields that lead to it from what stands in the document itself, or the words of the
    /// concept that an identifier is.
    pub(super) inner: Vec<String>,
}

impl Named {
    /// The concept that an identifier is, in words.
    #[must_use]
    pub fn concept(&self) -> Option<String> {
        matches!(self.def, Def::Identifier(_)).then(|| self.inner.join(" "))
    }
}

/// What a named type is.
#[derive(Debug)]
pub enum Def {
    /// An identifier, with the spellings it has in parameters and fields.
    Identifier(Vec<String>),
    /// An open list of values.
    Enum(Vec<Variant>),
    /// An object.
    Struct(Vec<Field>),
    /// One of several types, or any other JSON.
    Union(Vec<Alternative>),
}

/// One of the types that a value can be of.
#[derive(Clone, Debug, PartialEq)]
pub struct Alternative {
    /// What the document calls it, or what kind of value it is.
    pub label: String,
    /// The variant.
    pub name: String,
    /// Its type.
    pub ty: Known<Type>,
    /// What tells that a value is of it.
    pub told: Told,
}

/// What tells that a JSON value is of one type rather than of another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Told {
    /// It is text.
    Text,
    /// It is a number.
    Number,
    /// It is `true` or `false`.
    Boolean,
    /// It is a list.
    List,
    /// It is an object.
    Object,
    /// It is an object in which that field is one of these texts.
    Tag(String, Vec<String>),
    /// It is an object that has these fields, and no other type has them.
    Fields(Vec<String>),
}

/// A value of an enum.
#[derive(Clone, Debug, PartialEq)]
pub struct Variant {
    /// The value on the wire.
    pub wire: String,
    /// The variant.
    pub name: String,
    /// What the document calls it.
    pub hint: Option<String>,
    /// What it means.
    pub description: Option<String>,
}

/// A part of an object.
#[derive(Debug)]
pub struct Field {
    /// Its name on the wire.
    pub wire: String,
    /// Its name in Rust.
    pub name: String,
    /// The name that a person wants it to have.
    pub chosen: Option<Known<String>>,
    /// Whether an object without it makes no sense.
    pub required: bool,
    /// Whether it can be sent as `null`, which says something that leaving it out does not.
    pub nullable: bool,
    /// Which way it travels.
    pub access: Access,
    /// What it says in every object of this type, which so tells its kind.
    pub preset: Option<String>,
    /// Its type.
    pub ty: Known<Type>,
    /// Whether it holds the type it belongs to, so that it needs a box.
    pub boxed: bool,
    /// What is known of it besides.
    pub notes: Notes,
}

/// Which way a field travels.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Access {
    /// It is sent and given.
    #[default]
    Both,
    /// The service alone sets it, so that it is never sent.
    ReadOnly,
    /// The service never gives it.
    WriteOnly,
}

impl Field {
    /// Whether whoever makes an object must say it.
    #[must_use]
    pub fn is_asked(&self) -> bool {
        self.required && self.preset.is_none() && self.access != Access::ReadOnly
    }
}
