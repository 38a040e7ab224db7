//! Objects: fields with names of their own, and whatever else there is.

use super::{Lenient, lenient::at};
use serde::{
    Deserializer, Serialize,
    de::{self, DeserializeSeed, MapAccess, Visitor},
    ser::SerializeMap,
};
use serde_json::Value;
use std::{collections::BTreeMap, fmt, marker::PhantomData};

/// What `object!` tells of a type that is read.
///
/// Reading goes by way of this trait and not of derived code: what is the same for all types is
/// here, so that a client with hundreds of them still compiles quickly.
pub(crate) trait Object: Default {
    /// The name of the type in Rust.
    const NAME: &'static str;
    /// The names of its fields on the wire.
    const FIELDS: &'static [&'static str];

    /// Reads the value of a field. A field that stands twice has its last value.
    fn read<'de, A: MapAccess<'de>>(&mut self, field: &str, map: &mut A) -> Result<(), A::Error>;

    /// What has no field.
    fn extra(&mut self) -> &mut BTreeMap<String, Value>;
}

/// Reads an object.
#[allow(dead_code, reason = "not every API replies with objects")]
pub(crate) fn deserialize<'de, T: Object, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<T, D::Error> {
    deserializer.deserialize_map(ObjectVisitor {
        is_only_item: false,
        object: PhantomData,
    })
}

/// Reads an object that stands where a list was promised: it is an item that came without brackets,
/// if any of its fields is known, and something else if not.
#[allow(dead_code, reason = "not every API replies with objects")]
pub(crate) fn only_item<'de, T: Object, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<T, D::Error> {
    deserializer.deserialize_map(ObjectVisitor {
        is_only_item: true,
        object: PhantomData,
    })
}

/// Reads the value of a field into it.
#[allow(dead_code, reason = "not every API replies with objects")]
pub(crate) fn read<'de, T: Lenient, A: MapAccess<'de>>(
    field: &mut Option<T>,
    map: &mut A,
) -> Result<(), A::Error> {
    map.next_value_seed(Slot(field))
}

/// Writes a field that is set.
#[allow(dead_code, reason = "not every API takes objects")]
pub(crate) fn write<T: Serialize, M: SerializeMap>(
    field: Option<&T>,
    name: &str,
    map: &mut M,
) -> Result<(), M::Error> {
    match field {
        Some(value) => map.serialize_entry(name, value),
        None => Ok(()),
    }
}

/// Writes what has no field.
#[allow(dead_code, reason = "not every API takes objects")]
pub(crate) fn write_extra<M: SerializeMap>(
    extra: &BTreeMap<String, Value>,
    map: &mut M,
) -> Result<(), M::Error> {
    extra
        .iter()
        .try_for_each(|(name, value)| map.serialize_entry(name, value))
}

struct ObjectVisitor<T> {
    is_only_item: bool,
    object: PhantomData<T>,
}

impl<'de, T: Object> Visitor<'de> for ObjectVisitor<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "an object ({})", T::NAME)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<T, A::Error> {
        let mut object = T::default();
        let mut is_known = false;
        while let Some(name) = map.next_key_seed(Names(T::FIELDS))? {
            match name {
                Name::Field(field) => {
                    is_known = true;
                    object
                        .read(field, &mut map)
                        .map_err(|error| at(field, &error))?;
                }
                Name::Extra(name) => {
                    let value = map.next_value()?;
                    object.extra().insert(name, value);
                }
            }
        }
        if self.is_only_item && !is_known && !object.extra().is_empty() && !T::FIELDS.is_empty() {
            return Err(de::Error::custom(format_args!(
                "an object without any field of {}, where a list of them was promised",
                T::NAME
            )));
        }
        Ok(object)
    }
}

/// Knows the name of a field from one that is kept, without a copy of the first.
struct Names(&'static [&'static str]);

enum Name {
    Field(&'static str),
    Extra(String),
}

impl<'de> DeserializeSeed<'de> for Names {
    type Value = Name;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Name, D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl Visitor<'_> for Names {
    type Value = Name;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the name of a field")
    }

    fn visit_str<E: de::Error>(self, name: &str) -> Result<Name, E> {
        let field = self.0.iter().find(|field| **field == name);
        Ok(field.map_or_else(|| Name::Extra(name.to_owned()), |field| Name::Field(field)))
    }
}

/// The place of a value that is read leniently.
struct Slot<'a, T>(&'a mut Option<T>);

impl<'de, T: Lenient> DeserializeSeed<'de> for Slot<'_, T> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        *self.0 = T::lenient(deserializer)?;
        Ok(())
    }
}

/// Makes a struct with the last field `extra: BTreeMap<String, Value>` an object on the wire:
/// `sent`, `received` or both, with the names that its fields have there.
///
/// The fields are `Option`s. Only of what is sent some are not; they are listed as `required`.
#[allow(unused_macros)]
macro_rules! object {
    ($name:ident: sent, received { $($fields:tt)* }) => {
        object!($name: sent { $($fields)* });
        object!($name: received { $($fields)* });
    };
    (
        $name:ident: sent { $($field:ident = $wire:literal),* $(,)? }
        $(required { $($plain:ident = $plain_wire:literal),* $(,)? })?
    ) => {
        impl ::serde::Serialize for $name {
            fn serialize<S: ::serde::Serializer>(
                &self,
                serializer: S,
            ) -> ::std::result::Result<S::Ok, S::Error> {
                let mut map = serializer.serialize_map(::std::option::Option::None)?;
                $($(
                    $crate::runtime::object::write(
                        ::std::option::Option::Some(&self.$plain), $plain_wire, &mut map,
                    )?;
                )*)?
                $($crate::runtime::object::write(self.$field.as_ref(), $wire, &mut map)?;)*
                $crate::runtime::object::write_extra(&self.extra, &mut map)?;
                ::serde::ser::SerializeMap::end(map)
            }
        }
    };
    ($name:ident: received { $($field:ident = $wire:literal),* $(,)? }) => {
        impl $crate::runtime::object::Object for $name {
            const NAME: &'static str = ::std::stringify!($name);
            const FIELDS: &'static [&'static str] = &[$($wire),*];

            fn read<'de, A: ::serde::de::MapAccess<'de>>(
                &mut self,
                field: &str,
                map: &mut A,
            ) -> ::std::result::Result<(), A::Error> {
                match field {
                    $($wire => $crate::runtime::object::read(&mut self.$field, map),)*
                    _ => {
                        // Nothing else reads where there are no fields.
                        let _ = map;
                        ::std::result::Result::Ok(())
                    }
                }
            }

            fn extra(&mut self) -> &mut ::std::collections::BTreeMap<::std::string::String, ::serde_json::Value> {
                &mut self.extra
            }
        }

        impl<'de> ::serde::Deserialize<'de> for $name {
            fn deserialize<D: ::serde::Deserializer<'de>>(
                deserializer: D,
            ) -> ::std::result::Result<Self, D::Error> {
                $crate::runtime::object::deserialize(deserializer)
            }
        }

        impl $crate::runtime::Lenient for $name {
            fn lenient<'de, D: ::serde::Deserializer<'de>>(
                deserializer: D,
            ) -> ::std::result::Result<::std::option::Option<Self>, D::Error> {
                <::std::option::Option<Self> as ::serde::Deserialize>::deserialize(deserializer)
            }

            fn only_item<'de, D: ::serde::Deserializer<'de>>(
                deserializer: D,
            ) -> ::std::result::Result<::std::option::Option<Self>, D::Error> {
                $crate::runtime::object::only_item(deserializer).map(::std::option::Option::Some)
            }
        }
    };
}

#[allow(unused_imports)]
pub(crate) use object;
