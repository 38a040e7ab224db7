//! Reading what services send rather than what they promise.
//!
//! A type that is [`Lenient`] is read from all the spellings that its values are met in: numbers
//! and booleans as text, text as numbers and booleans, times in half a dozen forms. And it is read
//! as an `Option`, since `null`, an empty text where there can be none, and a missing field are
//! three ways to say nothing.
//!
//! The types of replies are so by themselves. A type of an application that derives `Deserialize`
//! declares its fields with [`option`]:
//!
//! ```
//! use client_runtime::runtime::{Timestamp, lenient};
//!
//! #[derive(serde::Deserialize)]
//! struct Meeting {
//!     #[serde(default, deserialize_with = "lenient::option")]
//!     attendees: Option<i64>,
//!     #[serde(default, deserialize_with = "lenient::option")]
//!     ended: Option<Timestamp>,
//! }
//!
//! let meeting: Meeting = serde_json::from_str(r#"{"attendees": "12", "ended": ""}"#)?;
//! assert_eq!(meeting.attendees, Some(12));
//! assert_eq!(meeting.ended, None);
//! # Ok::<(), serde_json::Error>(())
//! ```
//!
//! It is a trait over deserializers, and not a detour over [`serde_json::Value`], so that an error
//! still knows its JSON path and 64-bit integers stay exact.

mod container;
mod scalar;

use serde::{Deserializer, de};

pub(super) use container::Present;
pub(super) use scalar::{Scalar, scalar};

/// A type that is read leniently.
///
/// It is implemented for numbers, `bool`, `String`, times, [`serde_json::Value`], lists and maps
/// of lenient types, and all types of this crate that replies are made of. A type of your own is made
/// of what is lenient already:
///
/// ```
/// use client_runtime::runtime::Lenient;
/// use serde::{Deserializer, de::Error as _};
///
/// /// A share of 100, which the service writes as `12`, `"12"` or `"12 %"`.
/// #[derive(Debug, PartialEq)]
/// struct Percent(f64);
///
/// impl Lenient for Percent {
///     fn lenient<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Self>, D::Error> {
///         // Numbers are read as text, too; `None` is `null`.
///         let Some(text) = String::lenient(deserializer)? else {
///             return Ok(None);
///         };
///         let number = text.trim_end_matches('%').trim();
///         if number.is_empty() {
///             return Ok(None);
///         }
///         let number = number.parse().map_err(|_| D::Error::custom("no percentage"))?;
///         Ok(Some(Self(number)))
///     }
/// }
///
/// let mut json = serde_json::Deserializer::from_str(r#"["12 %", 7, null]"#);
/// assert_eq!(Vec::lenient(&mut json)?, Some(vec![Percent(12.0), Percent(7.0)]));
/// # Ok::<(), serde_json::Error>(())
/// ```
pub trait Lenient: Sized {
    /// Reads a value; `None` when what stands there says nothing.
    ///
    /// # Errors
    ///
    /// When what stands there says something else.
    fn lenient<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Self>, D::Error>;

    /// The value that stands for nothing among others, in a list or a map; without one it is left out
    /// there.
    #[must_use]
    fn null() -> Option<Self> {
        None
    }

    /// Reads a value that stands where a list was promised: the only item, without brackets.
    ///
    /// It is read as in any other place, unless the type can tell that it is something else: an
    /// object of which no field is known is an error here, and no empty value.
    ///
    /// # Errors
    ///
    /// When what stands there says something else.
    fn only_item<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Self>, D::Error> {
        Self::lenient(deserializer)
    }
}

/// Reads a field leniently, for `#[serde(default, deserialize_with = "lenient::option")]`.
///
/// # Errors
///
/// When what stands there says something else.
pub fn option<'de, T: Lenient, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<Option<T>, D::Error> {
    T::lenient(deserializer)
}

/// The error of a part, with the part at the head of its path: `at items[2].name: …`.
///
/// Reading tells the path by itself, since a deserializer that follows it would need the code of
/// every type a second time.
pub(super) fn at<E: de::Error>(part: &str, error: &E) -> E {
    let error = error.to_string();
    match error.strip_prefix("at ") {
        Some(inner) if inner.starts_with('[') => E::custom(format_args!("at {part}{inner}")),
        Some(inner) => E::custom(format_args!("at {part}.{inner}")),
        None => E::custom(format_args!("at {part}: {error}")),
    }
}
