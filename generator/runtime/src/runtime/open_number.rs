//! Lists of numbers that may grow: known ones are variants, any other number is kept.

/// A number that this version of the client has no variant for.
///
/// It cannot be made from outside, so that a number that has a variant is never found here.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct UnknownNumber(i64);

impl UnknownNumber {
    #[allow(dead_code, reason = "not every API has lists of numbers")]
    pub(crate) fn new(number: i64) -> Self {
        Self(number)
    }

    /// The number, exactly as it came.
    #[must_use]
    pub fn get(self) -> i64 {
        self.0
    }
}

/// Makes an enum with the last variant `Unknown(UnknownNumber)` an open list of whole numbers.
///
/// The enum itself derives `Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash`, is
/// `#[non_exhaustive]`, and is written where it is declared, so that its documentation is too.
#[allow(unused_macros)]
macro_rules! open_number {
    ($name:ident { $($variant:ident = $number:literal),* $(,)? }) => {
        impl $name {
            /// All values that this version of the client knows.
            pub const VALUES: &'static [Self] = &[$(Self::$variant),*];

            /// The number that is sent.
            #[must_use]
            pub fn number(&self) -> i64 {
                match self {
                    $(Self::$variant => $number,)*
                    Self::Unknown(number) => number.get(),
                }
            }
        }

        impl ::std::convert::From<i64> for $name {
            fn from(number: i64) -> Self {
                match number {
                    $($number => Self::$variant,)*
                    _ => Self::Unknown($crate::runtime::UnknownNumber::new(number)),
                }
            }
        }

        impl ::std::fmt::Display for $name {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                ::std::fmt::Display::fmt(&self.number(), f)
            }
        }

        impl ::serde::Serialize for $name {
            fn serialize<S: ::serde::Serializer>(&self, serializer: S) -> ::std::result::Result<S::Ok, S::Error> {
                serializer.serialize_i64(self.number())
            }
        }

        impl<'de> ::serde::Deserialize<'de> for $name {
            fn deserialize<D: ::serde::Deserializer<'de>>(deserializer: D) -> ::std::result::Result<Self, D::Error> {
                <Self as $crate::runtime::Lenient>::lenient(deserializer)?
                    .ok_or_else(|| ::serde::de::Error::custom("nothing, expected a number"))
            }
        }

        impl $crate::runtime::Lenient for $name {
            fn lenient<'de, D: ::serde::Deserializer<'de>>(
                deserializer: D,
            ) -> ::std::result::Result<::std::option::Option<Self>, D::Error> {
                Ok(<i64 as $crate::runtime::Lenient>::lenient(deserializer)?.map(Self::from))
            }
        }
    };
}

#[allow(unused_imports)]
pub(crate) use open_number;
