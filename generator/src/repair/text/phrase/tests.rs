//! Texts, and what they say.

use super::{Bound, Says, facts};

/// Facts in one line: values as `[a|b]`, bounds as `>=1`, implied facts with a question mark.
fn shown(text: &str) -> String {
    let bound = |sign: &str, bound: &Bound| {
        let equal = if bound.exclusive { "" } else { "=" };
        format!("{sign}{equal}{}", bound.number)
    };
    facts(text)
        .iter()
        .map(|fact| {
            let said = match &fact.says {
                Says::Type(kind) => format!("{kind:?}"),
                Says::Format(format) => format!("{format:?}"),
                Says::Values(values) => format!("[{}]", values.join("|")),
                Says::Maximum(max) => bound("<", max),
                Says::Minimum(min) => bound(">", min),
                Says::Separated(separator) => format!("{separator:?}-separated"),
                other => format!("{other:?}"),
            };
            said + if fact.implied { "?" } else { "" }
        })
        .collect::<Vec<_>>()
        .join(", ")
}

/// Asserts every text's facts.
fn says(cases: &[(&str, &str)]) {
    for (text, expected) in cases {
        assert_eq!(shown(text), *expected, "{text}");
    }
}

#[test]
fn the_cells_of_the_received_document() {
    says(&[
        ("String - max 25 characters", "Text, MaxLength(25)"),
        ("String - max 100 char.", "Text, MaxLength(100)"),
        (
            "{YYYY}-{MM}-{DD}T{HH}:{MM}:{SS}Z format, UTC only",
            "DateTime, Utc",
        ),
        ("Boolean: true, false", "Boolean"),
        (
            "Must be one of: Hybrid, PTSN, Free, Private, VoIP.",
            "[Hybrid|PTSN|Free|Private|VoIP]",
        ),
        (
            "Must be one of: scheduled, recurring, immediate",
            "[scheduled|recurring|immediate]",
        ),
        ("Must be: G2M, G2W, G2T, OV", "[G2M|G2W|G2T|OV]"),
        ("Must be: blank or suspended", "[|suspended], Blank"),
        ("String with valid email syntax", "Text, Email"),
        ("All times default to UTC", ""),
    ]);
}
