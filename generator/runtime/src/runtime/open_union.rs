//! Values that are one of several types: known ones are variants, any other JSON is kept.

use serde_json::Value;

/// What tells that a JSON value is of one type rather than of another.
#[allow(dead_code, reason = "not every API has unions, nor of every kind")]
#[derive(Clone, Copy)]
pub(crate) enum Told {
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
    Tag(&'static str, &'static [&'static str]),
    /// It is an object that has these fields.
    Fields(&'static [&'static str]),
}

impl Told {
    #[allow(dead_code, reason = "not every API has unions")]
    pub(crate) fn of(self, value: &Value) -> bool {
        match self {
            Self::Text => value.is_string(),
            Self::Number => value.is_number(),
            Self::Boolean => value.is_boolean(),
            Self::List => value.is_array(),
            Self::Object => value.is_object(),
            Self::Tag(field, tags) => value
                .get(field)
                .and_then(Value::as_str)
                .is_some_and(|tag| tags.contains(&tag)),
            Self::Fields(fields) => fields.iter().all(|field| value.get(field).is_some()),
        }
    }
}

/// Writes an enum with the last variant `Other(Value)` as the value that it holds.
#[allow(unused_macros)]
macro_rules! union_sent {
    ($name:ident { $($variant:ident),* $(,)? }) => {
        impl ::serde::Serialize for $name {
            fn serialize<S: ::serde::Serializer>(&self, serializer: S) -> ::std::result::Result<S::Ok, S::Error> {
                match self {
                    $(Self::$variant(value) => ::serde::Serialize::serialize(value, serializer),)*
                    Self::Other(value) => ::serde::Serialize::serialize(value, serializer),
                }
            }
        }
    };
}

/// Reads an enum with the last variant `Other(Value)`: the first variant that what stands there
/// tells of, and that can be read from it, or else whatever it is.
#[allow(unused_macros)]
macro_rules! union_received {
    ($name:ident { $($variant:ident if $told:ident $(($($what:tt)*))?),* $(,)? }) => {
        impl ::std::convert::From<::serde_json::Value> for $name {
            fn from(value: ::serde_json::Value) -> Self {
                $(
                    if $crate::runtime::Told::$told $(($($what)*))?.of(&value)
                        && let ::std::result::Result::Ok(value) = ::serde::Deserialize::deserialize(&value)
                    {
                        return Self::$variant(value);
                    }
                )*
                Self::Other(value)
            }
        }

        impl<'de> ::serde::Deserialize<'de> for $name {
            fn deserialize<D: ::serde::Deserializer<'de>>(deserializer: D) -> ::std::result::Result<Self, D::Error> {
                <::serde_json::Value as ::serde::Deserialize>::deserialize(deserializer).map(Self::from)
            }
        }

        impl $crate::runtime::Lenient for $name {
            fn lenient<'de, D: ::serde::Deserializer<'de>>(
                deserializer: D,
            ) -> ::std::result::Result<::std::option::Option<Self>, D::Error> {
                <::std::option::Option<::serde_json::Value> as ::serde::Deserialize>::deserialize(deserializer)
                    .map(|value| value.map(Self::from))
            }
        }
    };
}

#[allow(unused_imports)]
pub(crate) use {union_received, union_sent};

#[cfg(test)]
mod tests {
    use serde_json::{Value, from_value, json, to_value};

    #[derive(Clone, Debug, PartialEq, serde::Deserialize, serde::Serialize)]
    struct Cat {
        kind: String,
        lives: Option<i64>,
    }

    #[derive(Clone, Debug, PartialEq, serde::Deserialize, serde::Serialize)]
    struct Dog {
        kind: String,
    }

    #[derive(Clone, Debug, PartialEq)]
    enum Pet {
        Cat(Cat),
        Dog(Dog),
        Text(String),
        List(Vec<Pet>),
        Other(Value),
    }

    union_sent!(Pet {
        Cat,
        Dog,
        Text,
        List
    });

    union_received!(Pet {
        Cat if Tag("kind", &["cat", "kitten"]),
        Dog if Fields(&["kind", "tricks"]),
        Text if Text,
        List if List,
    });

    #[test]
    fn a_value_is_what_tells_of_it_or_kept_as_it_is() {
        let is_known = |json: Value| {
            let pet: Pet = from_value(json.clone()).expect("anything can be read");
            (!matches!(pet, Pet::Other(_)), pet, json)
        };
        for (json, known) in [
            (json!({"kind": "kitten", "lives": 9}), true),
            (json!({"kind": "cat", "lives": "nine"}), false),
            (json!({"kind": "dog", "tricks": []}), true),
            (json!({"kind": "fish"}), false),
            (json!("Rex"), true),
            (json!(["Rex", 7, {"kind": "cat", "lives": null}]), true),
            (json!(7), false),
            (json!(null), false),
        ] {
            let (found, pet, json) = is_known(json);
            assert_eq!(found, known, "{json}: {pet:?}");
            if !matches!(pet, Pet::Dog(_)) {
                assert_eq!(to_value(&pet).expect("JSON"), json);
            }
        }
    }
}
