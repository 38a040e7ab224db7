//! Value lists that may grow: known values are variants, any other text is kept.

use super::Lenient;
use serde::{Deserializer, de};

/// A text that this version of the client has no variant for.
///
/// It cannot be made from outside, so that a text that has a variant is never found here.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct UnknownValue(Box<str>);

impl UnknownValue {
    #[allow(dead_code, reason = "not every API has value lists")]
    pub(crate) fn new(text: &str) -> Self {
        Self(text.into())
    }

    /// Reads the text of a value, known or not.
    #[allow(dead_code, reason = "not every API has value lists")]
    pub(crate) fn text<'de, D: Deserializer<'de>>(deserializer: D) -> Result<String, D::Error> {
        String::lenient(deserializer)?.ok_or_else(|| de::Error::custom("null, expected text"))
    }

    /// The text, exactly as it came.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Makes an enum with the last variant `Unknown(UnknownValue)` an open list of texts.
///
/// The enum itself derives `Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash`, is
/// `#[non_exhaustive]`, and is written where it is declared, so that its documentation is too.
#[allow(unused_macros)]
macro_rules! open_enum {
    ($name:ident { $($variant:ident = $text:literal),* $(,)? }) => {
        impl $name {
            /// All values that this version of the client knows.
            pub const VALUES: &'static [Self] = &[$(Self::$variant),*];

            /// The text that is sent.
            #[must_use]
            pub fn as_str(&self) -> &str {
                match self {
                    $(Self::$variant => $text,)*
                    Self::Unknown(value) => value.as_str(),
                }
            }
        }

        impl ::std::convert::From<&str> for $name {
            fn from(text: &str) -> Self {
                match text {
                    $($text => Self::$variant,)*
                    _ => Self::Unknown($crate::runtime::UnknownValue::new(text)),
                }
            }
        }

        impl ::std::convert::From<::std::string::String> for $name {
            fn from(text: ::std::string::String) -> Self {
                text.as_str().into()
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
                f.pad(self.as_str())
            }
        }

        impl ::serde::Serialize for $name {
            fn serialize<S: ::serde::Serializer>(&self, serializer: S) -> ::std::result::Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }

        impl<'de> ::serde::Deserialize<'de> for $name {
            fn deserialize<D: ::serde::Deserializer<'de>>(deserializer: D) -> ::std::result::Result<Self, D::Error> {
                $crate::runtime::UnknownValue::text(deserializer).map(Self::from)
            }
        }

        impl $crate::runtime::Lenient for $name {
            fn lenient<'de, D: ::serde::Deserializer<'de>>(
                deserializer: D,
            ) -> ::std::result::Result<::std::option::Option<Self>, D::Error> {
                Ok(<::std::string::String as $crate::runtime::Lenient>::lenient(deserializer)?.map(Self::from))
            }
        }
    };
}

#[allow(unused_imports)]
pub(crate) use open_enum;
