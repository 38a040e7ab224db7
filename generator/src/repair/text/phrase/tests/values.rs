//! Values: lists that are led to, and those that nobody leads to.

use super::{say, say_nothing};

#[test]
fn values() {
    say(&[
        ("Valid values are `a`, `b` and `c`.", "[a|b|c]"),
        ("Valid values are: \"a\",\"b\"", "[a|b]"),
        (
            "Possible values are standard, post_counts or extra_counts",
            "[standard|post_counts|extra_counts]",
        ),
        (
            "The state (Valid choices are: active, inactive, or all)",
            "[active|inactive|all]",
        ),
        ("One of the following values: draft, sent", "[draft|sent]"),
        ("One of: avg | 50 | 95", "[avg|50|95]"),
        ("can be one of SONG, JINGLE", "[SONG|JINGLE]"),
        ("Can be either open or closed.", "[open|closed]"),
        ("Either `auto` or `away`", "[auto|away]"),
        ("The status is either `auto` or `away`.", "[auto|away]"),
        ("One of `a`, `b`.", "[a|b]"),
        (
            "possible values are `public` (default), `limited` or `private`",
            "[public|limited|private], default public",
        ),
        (
            "Available values: A - all of it, really, B - some of it",
            "[A|B]",
        ),
        (
            "Valid values are: - \"Allow\" (default): all; - \"Forbid\": none",
            "[Allow|Forbid]",
        ),
        ("Possible values are:\n\n- `x`: the first\n- `y`", "[x|y]"),
        (
            "Possible values are: <br><br> **Windows** <br><br> **Linux**",
            "",
        ),
        (
            "Valid Values: EXACT or POSSIBLE Code so that your app copes",
            "[EXACT|POSSIBLE]",
        ),
        (
            "Allowed values include: `a`, `b` and anything else",
            "[a|b]",
        ),
        ("Sorted in `up` or `down` order", "[up|down]"),
        (
            "Return \"open\", \"closed\", or \"all\" issues",
            "[open|closed|all]",
        ),
        ("Sort by asc (ascending) or desc (descending)", "[asc|desc]"),
        ("ASC/DESC", "[ASC|DESC]"),
        ("Values: &quot;a&quot;, <code>b</code>", "[a|b]"),
        ("Allowed values: u201cau201d, u201cbu201d", "[a|b]"),
        ("Options are `a` or `b`.", "[a|b]"),
        ("Available values: [OPEN, SHUT]", "[OPEN|SHUT]"),
        ("Available voices are: MALE1, FEMALE1", "[MALE1|FEMALE1]"),
        (
            "Combine these possible grouping values: \"a\", \"b\".",
            "[a|b]",
        ),
        (
            "Price type, can only be TOTAL or BASE_ONLY",
            "[TOTAL|BASE_ONLY]",
        ),
        (
            "The order. Can be comments, created, or updated.",
            "[comments|created|updated]",
        ),
        ("enum {WEB, CANVAS}", "[WEB|CANVAS]"),
        (
            "One of the following keywords:\n- JSON = data\n- XML = markup",
            "[JSON|XML]",
        ),
        ("Metrics that you can sort by are: `a`, `b`.", "[a|b]"),
        ("Currently, `total` and `day` are supported.", "[total|day]"),
        ("We only support stats and blobStatus.", ""),
        ("Provide Y or N to filter.", "[Y|N]"),
    ]);
    say_nothing(&[
        "Return them in ascending or descending order",
        "Ordered by `name` and `size`",
        "The name. Used by `limit` or `offset`.",
        "Must be one of the two users and have a permission.",
        "Only one of sinceSeconds or sinceTime may be specified.",
        "One of `view_id` or `external_id` is required.",
        "Either MountVolume or BlockVolume, but not both, must be present.",
        "Valid values are NONE and any year after 2015.",
        "Possible values include: Read (r), Write (w), Delete (d)",
        "A full list of possible values can be found in the documentation.",
        "This can be a UPC (Universal Product Code), EAN or an ISBN value.",
        "A single character or `ctrl-<value>` where `<value>` is one of: `a-z`, `@`, `[` or `_`.",
        "The lowest accepted value is `checkInDate`+1.",
        "Either this field or CustomerName can be provided.",
        "Only if the type is `a` or `b`.",
        "These layers can be shared between containers.",
        "Search in what can be name, address or phone",
        "Available filters: `a`, `b`",
        "Available filters:\n- `a=<x>`\n- `b`",
        "The codes are not checked (like USD, EUR, GBP)",
    ]);
}

#[test]
fn values_that_nothing_leads_to() {
    say(&[
        ("The agency.\n- E = Federal\n- S = State", "[E|S]"),
        ("The agency - E = Federal - S = State", "[E|S]"),
        (
            "The status. OPEN - nobody came yet; SHUT - it is over; FULL - no more",
            "[OPEN|SHUT|FULL]",
        ),
        (
            "ON = it is online\nOFF = it is not\nGONE = removed",
            "[ON|OFF|GONE]",
        ),
        ("The result of a call (LA, AM, BUSY)", "[LA|AM|BUSY]"),
        (
            "Return opened, closed, or all merge requests",
            "[opened|closed|all]",
        ),
        ("The type: `a`, `b`, or `c`.", "[a|b|c]"),
        ("What to watch - `user` or `page`", "[user|page]"),
        ("asc|desc", "[asc|desc]"),
        (
            "Sort ascending (`asc`) or descending (`desc`)",
            "[asc|desc]",
        ),
    ]);
    say_nothing(&[
        "Filters:\n- `a` = the first\n- b = the second",
        "a = b, c = d",
        "GET - reads; PUT - writes",
        "Return name or email of users",
        "{before|after}={date}",
        "A picture (PNG, JPEG)",
        "The last one - LEXX = at most XX months - GTXX = more",
        "Available resources include 'Call': ['started', 'stopped']",
        "The parameters `a` and `b` are supported.",
    ]);
}

#[test]
fn numbers_that_mean_something() {
    say(&[
        ("0 = by hand (default), 1 = by title", "[0|1]"),
        ("The period (1=month, 3=quarter, 12=year)", "[1|3|12]"),
        ("1: for safe, 2: for moderate", "[1|2]"),
        (
            "Set to 1 for Photo, 2 for Screenshot, or 3 for Other",
            "[1|2|3]",
        ),
        (
            "Capacity, can be 100, 500 or 1000, depends on the plan",
            "[100|500|1000]",
        ),
        ("Possible values are \"1\", \"2\"", "[1|2]"),
        ("- 01 = one - 02 = two", "[01|02]"),
    ]);
    say_nothing(&["Wait 5 for each", "1 to 3 for all"]);
}
