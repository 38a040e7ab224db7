//! Identifiers: opaque text that some services write as a number.

use super::lenient::{self, Lenient, Scalar};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use std::{
    cmp::Ordering,
    fmt,
    hash::{Hash, Hasher},
};

/// What an identifier type of an API is made of.
///
/// It is its text: two are equal when their texts are, whether they came as numbers or as strings.
/// It remembers which of the two it came as, and is written back the same way.
#[derive(Clone)]
pub struct Id {
    text: Box<str>,
    is_number: bool,
}

impl Id {
    /// The text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }
}

impl From<String> for Id {
    fn from(text: String) -> Self {
        Self {
            text: text.into(),
            is_number: false,
        }
    }
}

impl From<&str> for Id {
    fn from(text: &str) -> Self {
        Self {
            text: text.into(),
            is_number: false,
        }
    }
}

macro_rules! from_integers {
    ($($integer:ty),*) => {$(
        impl From<$integer> for Id {
            fn from(number: $integer) -> Self {
                Self { text: number.to_string().into(), is_number: true }
            }
        }
    )*};
}

from_integers!(i32, u32, i64, u64, i128, u128);

impl PartialEq for Id {
    fn eq(&self, other: &Self) -> bool {
        self.text == other.text
    }
}

impl Eq for Id {}

impl PartialOrd for Id {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Id {
    fn cmp(&self, other: &Self) -> Ordering {
        self.text.cmp(&other.text)
    }
}

impl Hash for Id {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.text.hash(state);
    }
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.text)
    }
}

impl fmt::Debug for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.is_number {
            f.write_str(&self.text)
        } else {
            fmt::Debug::fmt(&self.text, f)
        }
    }
}

impl Serialize for Id {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        // The smallest integer type it fits is the one that most formats know how to write.
        match (
            self.is_number,
            self.text.parse::<i64>(),
            self.text.parse::<u128>(),
            self.text.parse::<i128>(),
        ) {
            (true, Ok(number), ..) => serializer.serialize_i64(number),
            (true, _, Ok(number), _) => match u64::try_from(number) {
                Ok(number) => serializer.serialize_u64(number),
                Err(_) => serializer.serialize_u128(number),
            },
            (true, _, _, Ok(number)) => serializer.serialize_i128(number),
            _ => serializer.serialize_str(&self.text),
        }
    }
}

impl<'de> Deserialize<'de> for Id {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Self::from_scalar(lenient::scalar(deserializer)?)
    }
}

impl Id {
    fn from_scalar<E: de::Error>(scalar: Scalar) -> Result<Self, E> {
        match scalar {
            Scalar::Text(text) => Ok(text.into()),
            Scalar::Integer(number) => Ok(number.into()),
            Scalar::Bool(value) => Ok(Self::from(if value { "true" } else { "false" })),
            // Rounded already: as an identifier it would name something else.
            Scalar::Float(number) => Err(E::custom(format!("{number} is no exact identifier"))),
            Scalar::Null => Err(E::custom("null is no identifier")),
        }
    }
}

impl Lenient for Id {
    /// `null` and empty text name nothing.
    fn lenient<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Self>, D::Error> {
        let scalar = lenient::scalar(deserializer)?;
        if scalar.is_blank() {
            Ok(None)
        } else {
            Self::from_scalar(scalar).map(Some)
        }
    }
}

/// Makes `pub struct Name(Id)` an identifier type of its own.
///
/// The struct itself derives `Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash`, and is written
/// where it is declared, so that its documentation is too.
#[allow(unused_macros)]
macro_rules! identifier {
    ($name:ident) => {
        impl $name {
            /// The text, as it stands in a URL before it is encoded.
            #[must_use]
            pub fn as_str(&self) -> &str {
                self.0.as_str()
            }
        }

        impl<T> From<T> for $name
        where
            $crate::runtime::Id: From<T>,
        {
            fn from(value: T) -> Self {
                Self(value.into())
            }
        }

        impl ::std::str::FromStr for $name {
            type Err = ::std::convert::Infallible;

            fn from_str(text: &str) -> ::std::result::Result<Self, Self::Err> {
                Ok(text.into())
            }
        }

        impl ::std::fmt::Display for $name {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                ::std::fmt::Display::fmt(&self.0, f)
            }
        }

        impl ::serde::Serialize for $name {
            fn serialize<S: ::serde::Serializer>(
                &self,
                serializer: S,
            ) -> ::std::result::Result<S::Ok, S::Error> {
                self.0.serialize(serializer)
            }
        }

        impl<'de> ::serde::Deserialize<'de> for $name {
            fn deserialize<D: ::serde::Deserializer<'de>>(
                deserializer: D,
            ) -> ::std::result::Result<Self, D::Error> {
                $crate::runtime::Id::deserialize(deserializer).map(Self)
            }
        }

        impl $crate::runtime::Lenient for $name {
            fn lenient<'de, D: ::serde::Deserializer<'de>>(
                deserializer: D,
            ) -> ::std::result::Result<::std::option::Option<Self>, D::Error> {
                Ok($crate::runtime::Id::lenient(deserializer)?.map(Self))
            }
        }
    };
}

#[allow(unused_imports)]
pub(crate) use identifier;
