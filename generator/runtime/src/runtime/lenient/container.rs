//! Lenient lists, maps and untyped values.

use super::{Lenient, at};
use serde::{
    Deserialize, Deserializer,
    de::{
        self, DeserializeSeed, IntoDeserializer as _, MapAccess, SeqAccess, Visitor,
        value::MapAccessDeserializer,
    },
    forward_to_deserialize_any,
};
use serde_json::Value;
use std::{collections::BTreeMap, fmt, marker::PhantomData};

impl Lenient for Value {
    fn lenient<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Self>, D::Error> {
        Option::deserialize(deserializer)
    }

    fn null() -> Option<Self> {
        Some(Self::Null)
    }
}

impl<T: Lenient> Lenient for Vec<T> {
    /// Items that say nothing are left out, unless the type has a value for that, and what is no list is a list of one: some services
    /// drop the brackets then. But an object without any known field is no item, and an error.
    fn lenient<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Self>, D::Error> {
        deserializer.deserialize_any(ListVisitor(PhantomData))
    }
}

impl<T: Lenient> Lenient for BTreeMap<String, T> {
    /// Entries that say nothing are left out, unless the type has a value for that.
    fn lenient<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Self>, D::Error> {
        let entries = Option::<Entries<T>>::deserialize(deserializer)?;
        Ok(entries.map(|entries| entries.0))
    }
}

/// A map, as [`Lenient`] has it where one is.
struct Entries<T>(BTreeMap<String, T>);

impl<'de, T: Lenient> Deserialize<'de> for Entries<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(MapVisitor(PhantomData))
    }
}

struct MapVisitor<T>(PhantomData<T>);

impl<'de, T: Lenient> Visitor<'de> for MapVisitor<T> {
    type Value = Entries<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a map")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut entries = BTreeMap::new();
        while let Some(key) = map.next_key::<String>()? {
            let Entry(value) = map.next_value().map_err(|error| at(&key, &error))?;
            if let Some(value) = value.or_else(T::null) {
                entries.insert(key, value);
            }
        }
        Ok(Entries(entries))
    }
}

impl<T: Lenient> Lenient for Box<T> {
    fn lenient<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Self>, D::Error> {
        Ok(T::lenient(deserializer)?.map(Self::new))
    }

    fn only_item<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Self>, D::Error> {
        Ok(T::only_item(deserializer)?.map(Self::new))
    }
}

/// What stands in a place of its own: something lenient, or nothing.
struct Entry<T>(Option<T>);

impl<'de, T: Lenient> Deserialize<'de> for Entry<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        T::lenient(deserializer).map(Self)
    }
}

/// As [`Entry`], where something has to stand.
pub(in crate::runtime) struct Present<T>(pub(in crate::runtime) T);

impl<'de, T: Lenient> Deserialize<'de> for Present<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let value = T::lenient(deserializer)?;
        value
            .map(Self)
            .ok_or_else(|| de::Error::custom("nothing, where a value was expected"))
    }
}

/// A map that is there, for types that ask whether it is.
struct Bare<A>(A);

impl<'de, A: MapAccess<'de>> Deserializer<'de> for Bare<A> {
    type Error = A::Error;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, A::Error> {
        visitor.visit_map(self.0)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, A::Error> {
        visitor.visit_some(MapAccessDeserializer::new(self.0))
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf unit
        unit_struct newtype_struct seq tuple tuple_struct map struct enum identifier ignored_any
    }
}

/// Reads the next item of a list into it, without handing it through several hands: types of
/// replies are large.
struct Item<'a, T>(&'a mut Vec<T>);

impl<'de, T: Lenient> DeserializeSeed<'de> for Item<'_, T> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        if let Some(item) = T::lenient(deserializer)?.or_else(T::null) {
            self.0.push(item);
        }
        Ok(())
    }
}

struct ListVisitor<T>(PhantomData<T>);

impl<T> ListVisitor<T> {
    fn one<E>(item: Result<Option<T>, E>) -> Result<Option<Vec<T>>, E> {
        Ok(item?.map(|item| vec![item]))
    }
}

impl<'de, T: Lenient> Visitor<'de> for ListVisitor<T> {
    type Value = Option<Vec<T>>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Self::Value, A::Error> {
        let mut items = Vec::new();
        let mut index = 0_usize;
        while list
            .next_element_seed(Item(&mut items))
            .map_err(|error| at(&format!("[{index}]"), &error))?
            .is_some()
        {
            index += 1;
        }
        Ok(Some(items))
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Self::Value, A::Error> {
        Self::one(T::only_item(Bare(map)))
    }

    fn visit_unit<E>(self) -> Result<Self::Value, E> {
        Ok(None)
    }

    fn visit_none<E>(self) -> Result<Self::Value, E> {
        Ok(None)
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        Vec::lenient(deserializer)
    }

    fn visit_bool<E: de::Error>(self, value: bool) -> Result<Self::Value, E> {
        Self::one(T::lenient(value.into_deserializer()))
    }

    fn visit_i64<E: de::Error>(self, number: i64) -> Result<Self::Value, E> {
        Self::one(T::lenient(number.into_deserializer()))
    }

    fn visit_u64<E: de::Error>(self, number: u64) -> Result<Self::Value, E> {
        Self::one(T::lenient(number.into_deserializer()))
    }

    fn visit_f64<E: de::Error>(self, number: f64) -> Result<Self::Value, E> {
        Self::one(T::lenient(number.into_deserializer()))
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<Self::Value, E> {
        if text.trim().is_empty() {
            Ok(None)
        } else {
            Self::one(T::lenient(text.into_deserializer()))
        }
    }
}
