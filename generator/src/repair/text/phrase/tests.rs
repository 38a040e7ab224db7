//! Texts, and what they say: what people write, and beside it what only looks like it.

mod values;

use super::{Bound, Says, facts, type_name};

/// Facts in one line: values as `[a|b]`, bounds as `>=1`, implied facts with a question mark.
fn shown(text: &str) -> String {
    let facts = facts(text);
    for fact in &facts {
        assert!(text.get(fact.range.clone()).is_some(), "{text}: {fact:?}");
    }
    facts
        .iter()
        .map(|fact| said(&fact.says) + if fact.implied { "?" } else { "" })
        .collect::<Vec<_>>()
        .join(", ")
}

/// One fact.
fn said(says: &Says) -> String {
    let bound = |sign: &str, bound: &Bound| {
        let equal = if bound.exclusive { "" } else { "=" };
        format!("{sign}{equal}{}", bound.number)
    };
    match says {
        Says::Type(kind) => format!("{kind:?}"),
        Says::Format(format) => format!("{format:?}"),
        Says::Picture(picture) => format!("<{picture}>"),
        Says::Values(values) => format!("[{}]", values.join("|")),
        Says::Default(value) => format!("default {value}"),
        Says::Example(value) => format!("e.g. {value}"),
        Says::Maximum(max) => bound("<", max),
        Says::Minimum(min) => bound(">", min),
        Says::Separated(separator) => format!("{separator:?}-separated"),
        other => format!("{other:?}"),
    }
}

/// Asserts every text's facts.
fn say(cases: &[(&str, &str)]) {
    for (text, expected) in cases {
        assert_eq!(shown(text), *expected, "{text}");
    }
}

/// Asserts that none of the texts says anything.
fn say_nothing(texts: &[&str]) {
    for text in texts {
        assert_eq!(shown(text), "", "{text}");
    }
}

#[test]
fn the_cells_of_the_received_document() {
    say(&[
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

#[test]
fn types() {
    say(&[
        ("String", "Text"),
        ("Integer, the size.", "Integer"),
        ("The size. Integer.", "Integer"),
        ("The size (integer)", "Integer"),
        ("The name [string, optional]", "Text, Optional"),
        ("Must be a positive integer.", "Integer"),
        ("0 or positive integer", "Integer"),
        (
            "Accepts an integer between 0 and 100.",
            "Integer, >=0, <=100",
        ),
        ("Boolean indicating the state", "Boolean"),
        ("The standard layout boolean for the report", "Boolean"),
        ("The integer ID of the last user", "Integer"),
        ("True or false.", "Boolean"),
        ("`true`/`false`", "Boolean"),
        ("The valid values are \"true\", \"false\".", "[true|false]"),
        ("A 64-bit integer.", "Integer, Int64"),
    ]);
    say_nothing(&[
        "Internal identifier of an extension (integer) or tilde (~)",
        "A string or an array of strings",
        "If an integer is passed, it is the largest.",
        "Reduced to a double $$",
        "Number",
        "Text of the message",
        "A query string with a number of things in a list",
        "Status of the condition, True, False, Unknown.",
        "- `dangling=<boolean>` When set to true, more.",
        "Filters:\n\n- `a`: an integer.\n- `b`: Integer.",
    ]);
}

#[test]
fn types_that_a_beginning_implies() {
    say(&[
        ("Number of items to return", "Integer?"),
        ("The maximum number of results.", "Integer?"),
        ("Page number", "Integer?"),
        ("page number (starting with 1)", "Integer?"),
        ("results per page", "Integer?"),
        ("Timeout in seconds.", "Integer?"),
        ("Whether to include deleted ones.", "Boolean?"),
        ("If `true`, everything is returned.", "Boolean?"),
        ("The filter. Set to true to see all.", "Boolean?"),
        ("True if the user is an admin", "Boolean?"),
        ("True to see those that are new or changed", "Boolean?"),
        (
            "Should they be deleted. If true/false, they are.",
            "Boolean?",
        ),
        ("(Optional) Flag indicating a draft", "Optional, Boolean?"),
        ("The new ones (e.g., pass `true` to see them)", "Boolean?"),
        ("Is this a draft?", "Boolean?"),
        ("Return a larger image? Not with `svg`.", "Boolean?"),
        ("Filter the orders by whether they are paid", "Boolean?"),
        ("If this argument is true, more is said", "Boolean?"),
        ("Exclude archived ones", "Boolean?"),
        ("The latitude in decimal degrees.", "Number?"),
        ("Do not send a message", "Boolean?"),
        ("If set, the number of lines to show", "Integer?"),
        (
            "A limit on the number of objects to be returned",
            "Integer?",
        ),
        ("The amount of entries per page", "Integer?"),
        ("Current page number", "Integer?"),
        ("The page of results to fetch", "Integer?"),
        ("Include archived projects", "Boolean?"),
        ("List of label IDs", "List?"),
        ("The user's email address", "Email?"),
        ("URL of the picture", "Uri?"),
    ]);
    say_nothing(&[
        "Number of the invoice you are applying it to",
        "The number of miles from the centre",
        "If 'true', the output is pretty",
        "Sort order?",
        "Whether an address was given and if it matched",
        "Whether the address is dedicated vs shared",
        "The number of quarters since then",
        "The number of people per square mile",
        "A pair of latitude and longitude, in degrees",
        "Which of them should be returned?",
        "Only return invoices for the customer",
        "Include this list of fields",
        "The page token of the last page",
        "The page to redirect to",
        "The amount of money",
        "Whether the issue is open or closed",
        "Indicates if there is a violation. 1 = Yes",
        "Include additional information.",
        "The value, in bytes",
        "Send an email to the host",
    ]);
}

#[test]
fn limits() {
    say(&[
        ("max 50", "<=50"),
        ("(max 1,000)", "<=1000"),
        ("Up to 100 items.", "MaxItems(100)"),
        ("max length 255", "MaxLength(255)"),
        ("(max length = 50)", "MaxLength(50)"),
        ("Max. 2000 characters", "MaxLength(2000)"),
        ("100 characters max", "MaxLength(100)"),
        ("255 characters or less.", "MaxLength(255)"),
        ("cannot contain more than 64 characters", "MaxLength(64)"),
        ("length is less than 16.", "MaxLength(15)"),
        (
            "between 3 and 24 characters in length",
            "MinLength(3), MaxLength(24)",
        ),
        ("Must be between 1 - 1000, both inclusive", ">=1, <=1000"),
        ("A value between 0.0 and 1.0, exclusive.", ">0.0, <1.0"),
        ("valid range is -90 to 90", ">=-90, <=90"),
        ("Available values: 0-59", ">=0, <=59"),
        ("Valid values are 1 through 11.", ">=1, <=11"),
        (
            "must be greater than 0 and less than or equal to 1000",
            ">0, <=1000",
        ),
        ("Minimum value is 1.", ">=1"),
    ]);
    say_nothing(&[
        "Maximum 50 organizers",
        "up to 10 times",
        "Max file size: 5MByte",
        "max length 10k chars",
        "a team of at least 1 other person",
        "The fields differ between cgroups v1 and v2.",
        "at most 99999999999999999999999 characters",
    ]);
}

#[test]
fn times() {
    say(&[
        ("A date in YYYY-MM-DD format", "Date"),
        ("The date (%Y-%m-%d)", "Date"),
        ("MM/DD/YYYY", "<MM/DD/YYYY>"),
        ("yyyy-MM-dd'T'HH:mm:ss", "LocalDateTime"),
        ("YYYY-MM-DDTHH:MM:SS.sssZ", "DateTime"),
        ("an RFC 3339 timestamp", "DateTime"),
        ("in ISO 8601 format", "Iso8601"),
        ("ISO8601 UTC format", "DateTime, Utc"),
        ("ISO 8601 date, e.g. 2015-07-13", "Date, e.g. 2015-07-13"),
        ("ISO 8601: YYYY-MM-DD", "Date"),
        ("Unix timestamp", "UnixSeconds"),
        ("in unix time milliseconds", "UnixMilliseconds"),
        ("seconds since the epoch.", "UnixSeconds"),
        ("The date (UTC)", "Utc"),
    ]);
    say_nothing(&[
        "An ISO 8601 duration",
        "A Unix timestamp or any English textual datetime description",
        "When it is set, an RFC3339 timestamp is added.",
        "yesterday, mandatory day, my",
    ]);
}

#[test]
fn forms() {
    say(&[
        ("Comma-separated list of IDs", "Comma-separated"),
        ("IDs separated by commas", "Comma-separated"),
        ("pipe delimited", "Pipe-separated"),
        ("It can be repeated to see more", "Repeated"),
        ("May be specified multiple times", "Repeated"),
        ("Must be a valid URL", "Uri"),
        ("The UUID of the user", "Uuid"),
        ("The base64-encoded file", "Byte"),
        ("JSON-encoded filters", "Json"),
    ]);
    say_nothing(&[
        "weaviate://localhost/<uuid>",
        "Name or UUID or number",
        "If the PDF is base64 encoded, so is this",
        "Words: if they are separated by a comma, it is OR.",
        "The call is repeated every day",
        "If the keywords are separated by a space, it is OR.",
    ]);
}

#[test]
fn defaults_and_examples() {
    say(&[
        ("Defaults to 10.", "default 10"),
        ("The default email address of the user", "Email?"),
        ("(default: 25)", "default 25"),
        ("The default value is `asc`.", "default asc"),
        ("Size (100 by default)", "default 100"),
        ("defaults to master if not specified", "default master"),
        ("Default false", "default false"),
        ("The default is 15 minutes.", "default 15 minutes"),
        ("for example 10", "e.g. 10"),
        ("(e.g. `x y`)", "e.g. x y"),
        ("Example: a@example.com", "e.g. a@example.com"),
    ]);
    say_nothing(&[
        "Default currency",
        "Default: `asc` when using `name`, otherwise `desc`",
        "Defaults to true if the scope is not included.",
        "Defaults to the current user",
        "It is enabled by default.",
        "SEND_MULTIPLE is chosen by default",
        "(e.g., because the address is invalid)",
        "(ex 55,56)",
    ]);
}

#[test]
fn marks() {
    say(&[
        ("(required) The name", "Required"),
        ("Optional. The name", "Optional"),
        ("The name (optional)", "Optional"),
        ("This field is required.", "Required"),
        ("Not required.", "Optional"),
        ("DEPRECATED: use name", "Deprecated"),
        ("(Deprecated) The name", "Deprecated"),
        ("This field is deprecated since 1.2", "Deprecated"),
        ("The total (read-only)", "ReadOnly"),
        ("Set by the system. Read-only.", "ReadOnly"),
    ]);
    say_nothing(&[
        "Required if history is set.",
        "Required when using websockets",
        "The required scope",
        "The `:latest` tag is optional.",
        "The classic (deprecated) builder and more",
        "One mode: None, Read Only, Read Write.",
    ]);
}

#[test]
fn a_fact_is_told_once_where_it_is_said_first() {
    let text = "Max 10 characters. Not more than 10 characters.";
    let [fact] = facts(text).try_into().expect("one fact");
    assert_eq!(&text[fact.range], "Max 10 characters");
}

#[test]
fn ranges_are_of_the_text_as_given() {
    let text = "é &amp; one of: &quot;a&quot;, <b>b</b>";
    let [fact] = facts(text).try_into().expect("one fact");
    assert_eq!(&text[fact.range], "one of: &quot;a&quot;, <b>b</b>");
}

#[test]
fn cells_that_name_types() {
    for (cell, expected) in [
        ("string", "Text"),
        ("<td>string</td>", "Text"),
        ("`Integer`", "Integer"),
        ("int64", "Integer, Int64"),
        ("datetime", "Text, DateTime"),
        ("array of strings", "List"),
        ("string[]", "List"),
        ("string array", "List"),
        ("array[string]", "List"),
        ("string or null", ""),
        ("see below", ""),
        ("", ""),
    ] {
        let shown: Vec<String> = type_name(cell).iter().map(said).collect();
        assert_eq!(shown.join(", "), expected, "{cell}");
    }
}
