//! What a YAML scalar without quotes is: YAML 1.2, as `OpenAPI` asks for, and less than that
//! where in doubt.
//!
//! `yes`, `no`, `on` and `off` are booleans for YAML 1.1, `12:30` a number of base 60, `2024-01-01`
//! a date and `017` or `0o17` another number for each version. An author who left out the quotes
//! meant what is written, so all of these but `017` stay text, and numbers keep their spelling.

use crate::read::tree::{KeyKind, Value};

/// The value that `text` without quotes stands for.
pub(super) fn plain(text: &str) -> Value {
    match text {
        "" | "~" | "null" | "Null" | "NULL" => Value::Null,
        "true" | "True" | "TRUE" => Value::Bool(true),
        "false" | "False" | "FALSE" => Value::Bool(false),
        _ if is_number(text) => Value::Number(text.to_owned()),
        _ => Value::Text(text.to_owned()),
    }
}

/// What a key without quotes is.
pub(super) fn key_kind(text: &str) -> KeyKind {
    match plain(text) {
        Value::Null => KeyKind::Null,
        Value::Bool(_) => KeyKind::Bool,
        Value::Number(_) => KeyKind::Number,
        _ if is_boolean_of_yaml_1_1(text) => KeyKind::Bool,
        _ => KeyKind::Text,
    }
}

fn is_boolean_of_yaml_1_1(text: &str) -> bool {
    let words = ["yes", "no", "on", "off"];
    words.iter().any(|word| text.eq_ignore_ascii_case(word))
}

/// `-1`, `200`, `007`, `1.10`, `.5`, `1e3`, `0x1F`.
fn is_number(text: &str) -> bool {
    if let Some(digits) = text.strip_prefix("0x") {
        return !digits.is_empty() && digits.bytes().all(|digit| digit.is_ascii_hexdigit());
    }
    let unsigned = text.strip_prefix(['+', '-']).unwrap_or(text);
    let (mantissa, exponent) = match unsigned.split_once(['e', 'E']) {
        Some((mantissa, exponent)) => (mantissa, Some(exponent)),
        None => (unsigned, None),
    };
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let digits = |text: &str| text.bytes().all(|digit| digit.is_ascii_digit());
    let is_exponent = |text: &str| {
        let unsigned = text.strip_prefix(['+', '-']).unwrap_or(text);
        !unsigned.is_empty() && digits(unsigned)
    };
    digits(whole)
        && digits(fraction)
        && !(whole.is_empty() && fraction.is_empty())
        && exponent.is_none_or(is_exponent)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_keep_their_spelling() {
        for text in [
            "0", "200", "-1", "+1", "007", "1.10", "1.", ".5", "1e3", "6.02E+23", "0x1F",
        ] {
            assert_eq!(plain(text), Value::Number(text.to_owned()));
            assert_eq!(key_kind(text), KeyKind::Number);
        }
    }

    #[test]
    fn what_only_some_readers_take_for_a_value_stays_text() {
        let texts = [
            "yes",
            "No",
            "on",
            "OFF",
            "y",
            "2024-01-01",
            "12:30",
            "0o17",
            "1_000",
            ".inf",
            ".nan",
            "1.0.0",
            "-",
            "+",
            ".",
            "e3",
            "1e",
            "0x",
            "0b1",
            "=",
            "tRUE",
        ];
        for text in texts {
            assert_eq!(plain(text), Value::Text(text.to_owned()));
        }
    }

    #[test]
    fn a_key_tells_what_other_readers_take_it_for() {
        for text in ["yes", "No", "on", "OFF", "true", "False"] {
            assert_eq!(key_kind(text), KeyKind::Bool, "{text}");
        }
        assert_eq!(key_kind("null"), KeyKind::Null);
        assert_eq!(key_kind("get"), KeyKind::Text);
    }
}
