//! Lenient numbers, booleans and text.

use super::Lenient;
use serde::{
    Deserialize as _, Deserializer,
    de::{self, Visitor, value::MapAccessDeserializer, value::SeqAccessDeserializer},
};
use serde_json::Value;
use std::fmt;

/// A value without parts, as it stood on the wire.
///
/// Reading into this first keeps the generated code small: it is one visitor for all types.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::runtime) enum Scalar {
    /// `null`
    Null,
    /// `true` or `false`
    Bool(bool),
    /// A number without fraction.
    Integer(i128),
    /// Any other number.
    Float(f64),
    /// Text.
    Text(String),
}

impl Scalar {
    /// Whether it is `null`, or text with nothing in it.
    pub(in crate::runtime) fn is_blank(&self) -> bool {
        match self {
            Self::Null => true,
            Self::Text(text) => text.trim().is_empty(),
            _ => false,
        }
    }

    /// The error that tells what stands here in place of what was expected.
    pub(in crate::runtime) fn unexpected<E: de::Error>(&self, expected: &str) -> E {
        match self {
            Self::Null => E::custom(format_args!("null, expected {expected}")),
            Self::Bool(value) => E::custom(format_args!("{value}, expected {expected}")),
            Self::Integer(number) => E::custom(format_args!("{number}, expected {expected}")),
            Self::Float(number) => E::custom(format_args!("{number}, expected {expected}")),
            Self::Text(text) => E::custom(format_args!("{text:?}, expected {expected}")),
        }
    }

    #[expect(
        clippy::cast_possible_truncation,
        reason = "whole, and within the bounds of the type"
    )]
    fn integer(&self) -> Option<i128> {
        /// Beyond this, not every integer has a float of its own.
        const EXACT: f64 = 9_007_199_254_740_992.0;
        let whole = |number: f64| {
            (number.fract() == 0.0 && number.abs() <= EXACT).then_some(number as i128)
        };
        match self {
            Self::Integer(number) => Some(*number),
            Self::Float(number) => whole(*number),
            Self::Text(text) => text
                .trim()
                .parse()
                .ok()
                .or_else(|| whole(text.trim().parse().ok()?)),
            Self::Null | Self::Bool(_) => None,
        }
    }

    #[expect(clippy::cast_precision_loss, reason = "a float was asked for")]
    fn float(&self) -> Option<f64> {
        match self {
            Self::Integer(number) => Some(*number as f64),
            Self::Float(number) => Some(*number),
            Self::Text(text) => text.trim().parse().ok(),
            Self::Null | Self::Bool(_) => None,
        }
    }

    fn bool(&self) -> Option<bool> {
        match self {
            Self::Bool(value) => Some(*value),
            Self::Integer(0) => Some(false),
            Self::Integer(1) => Some(true),
            Self::Text(text) => match text.trim() {
                "0" => Some(false),
                "1" => Some(true),
                text => text.to_ascii_lowercase().parse().ok(),
            },
            _ => None,
        }
    }

    /// The text that says the same.
    pub(in crate::runtime) fn into_text(self) -> Option<String> {
        match self {
            Self::Null => None,
            Self::Bool(value) => Some(value.to_string()),
            Self::Integer(number) => Some(number.to_string()),
            Self::Float(number) => Some(number.to_string()),
            Self::Text(text) => Some(text),
        }
    }
}

/// Reads a value without parts. What has parts is read as the text of its JSON: then a `String`
/// keeps it, and any other type says what it found.
pub(in crate::runtime) fn scalar<'de, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<Scalar, D::Error> {
    deserializer.deserialize_any(ScalarVisitor)
}

struct ScalarVisitor;

impl<'de> Visitor<'de> for ScalarVisitor {
    type Value = Scalar;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value")
    }

    fn visit_unit<E>(self) -> Result<Scalar, E> {
        Ok(Scalar::Null)
    }

    fn visit_none<E>(self) -> Result<Scalar, E> {
        Ok(Scalar::Null)
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Scalar, D::Error> {
        scalar(deserializer)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Scalar, E> {
        Ok(Scalar::Bool(value))
    }

    fn visit_i64<E>(self, number: i64) -> Result<Scalar, E> {
        Ok(Scalar::Integer(number.into()))
    }

    fn visit_u64<E>(self, number: u64) -> Result<Scalar, E> {
        Ok(Scalar::Integer(number.into()))
    }

    fn visit_i128<E>(self, number: i128) -> Result<Scalar, E> {
        Ok(Scalar::Integer(number))
    }

    fn visit_f64<E>(self, number: f64) -> Result<Scalar, E> {
        Ok(Scalar::Float(number))
    }

    fn visit_str<E>(self, text: &str) -> Result<Scalar, E> {
        Ok(Scalar::Text(text.to_owned()))
    }

    fn visit_string<E>(self, text: String) -> Result<Scalar, E> {
        Ok(Scalar::Text(text))
    }

    fn visit_map<A: de::MapAccess<'de>>(self, map: A) -> Result<Scalar, A::Error> {
        Value::deserialize(MapAccessDeserializer::new(map))
            .map(|value| Scalar::Text(value.to_string()))
    }

    fn visit_seq<A: de::SeqAccess<'de>>(self, list: A) -> Result<Scalar, A::Error> {
        Value::deserialize(SeqAccessDeserializer::new(list))
            .map(|value| Scalar::Text(value.to_string()))
    }
}

macro_rules! lenient_scalars {
    ($($type:ty: $expected:literal, |$scalar:ident| $read:expr;)*) => {$(
        impl Lenient for $type {
            fn lenient<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Self>, D::Error> {
                let $scalar = scalar(deserializer)?;
                if $scalar.is_blank() {
                    return Ok(None);
                }
                let value: Option<Self> = $read;
                value.ok_or_else(|| $scalar.unexpected($expected)).map(Some)
            }
        }
    )*};
}

lenient_scalars! {
    i32: "a 32-bit integer", |scalar| scalar.integer().and_then(|number| number.try_into().ok());
    i64: "a 64-bit integer", |scalar| scalar.integer().and_then(|number| number.try_into().ok());
    u32: "an integer from 0 to 4294967295", |scalar| scalar.integer().and_then(|number| number.try_into().ok());
    u64: "a 64-bit integer from 0", |scalar| scalar.integer().and_then(|number| number.try_into().ok());
    f64: "a number", |scalar| scalar.float();
    bool: "true or false", |scalar| scalar.bool();
}

impl Lenient for String {
    /// An empty text is a text; only `null` says nothing.
    fn lenient<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Self>, D::Error> {
        Ok(scalar(deserializer)?.into_text())
    }
}
