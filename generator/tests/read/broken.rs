//! Every way in which a file can fail to be a document, with the line its user sees.

use std::fmt::Write;

use generator::read::Limits;

use super::{Document, lines, refusal};

/// The name and text of a file, and what is said about it.
type Case = (&'static str, &'static str, &'static str);

const CASES: &[Case] = &[
    (
        "empty.yaml",
        "",
        "empty.yaml:1:1: error: the document is empty [empty-document]",
    ),
    (
        "comments.yaml",
        "# soon\n---\n# later\n",
        "comments.yaml:1:1: error: the document is empty [empty-document]",
    ),
    (
        "null.json",
        "null",
        "null.json:1:1: error: the document is empty [empty-document]",
    ),
    (
        "list.yaml",
        "# pets\n- swagger: '2.0'\n",
        "list.yaml:2:1: error: the document is a list, not a mapping [not-a-mapping]",
    ),
    (
        "list.json",
        "[1]",
        "list.json:1:1: error: the document is a list, not a mapping [not-a-mapping]",
    ),
    (
        "page.yaml",
        "<html></html>\n",
        "page.yaml:1:1: error: the document is text, not a mapping [not-a-mapping]",
    ),
    (
        "number.yaml",
        "42",
        "number.yaml:1:1: error: the document is a number, not a mapping [not-a-mapping]",
    ),
    (
        "colon.yaml",
        "info:\n  title: Note: quotes\n",
        "colon.yaml:2:14: error: the file is not YAML: mapping values are not allowed in this context [not-yaml]",
    ),
    (
        "bracket.yaml",
        "tags: [a, b\n",
        "bracket.yaml:1:7: error: the file is not YAML: unclosed bracket '[' [not-yaml]",
    ),
    (
        "alias.yaml",
        "a: *b\n",
        "alias.yaml:1:4: error: the file is not YAML: while parsing node, found unknown anchor [not-yaml]",
    ),
    (
        "loop.yaml",
        "a: &a\n  b: *a\n",
        "loop.yaml:2:6: error: an alias stands inside of what it is an alias of [endless-alias]",
    ),
    (
        "comma.json",
        "{\n  \"a\": 1\n  \"b\": 2\n}",
        "comma.json:3:3: error: the file is not JSON: expected `,` or `}` [not-json]",
    ),
    (
        "half.json",
        "{\"a\": [1, 2",
        "half.json:1:11: error: the file is not JSON: EOF while parsing a list [not-json]",
    ),
    (
        "two.yaml",
        "a: 1\n---\nb: 2\n",
        "two.yaml:3:1: error: a second document follows in the same file [second-document]",
    ),
    (
        "nul.yaml",
        "a: 1\nb: \0\n",
        "nul.yaml:2:4: error: a NUL byte cannot stand in a document [forbidden-character]",
    ),
    (
        "bell.json",
        "{\"ü\": \"\u{7}\"}",
        "bell.json:1:8: error: the control character U+0007 cannot stand in a document [forbidden-character]",
    ),
    (
        "delete.yaml",
        "a: 1\nb: two \u{7f}\n",
        "delete.yaml:2:8: error: the control character U+007F cannot stand in a document [forbidden-character]",
    ),
];

#[test]
fn a_broken_file_is_refused_with_its_place() {
    for (name, text, expected) in CASES {
        assert_eq!(
            refusal(name, text, &Limits::default()),
            [*expected],
            "{name}"
        );
    }
}

#[test]
fn a_file_that_is_not_text_is_refused_at_the_first_bad_byte() {
    assert_eq!(
        refusal("latin.yaml", b"a: 1\nb: Caf\xe9\n", &Limits::default()),
        ["latin.yaml:2:7: error: the file is not UTF-8 [not-utf8]"]
    );
    assert_eq!(
        refusal("half.yaml", b"\xff\xfea\0:\0 ", &Limits::default()),
        ["half.yaml:1:3: error: the file is not UTF-16 [not-utf8]"]
    );
}

#[test]
fn a_file_above_the_size_limit_is_refused_before_it_is_looked_at() {
    let limits = Limits {
        bytes: 9,
        ..Limits::default()
    };
    assert_eq!(
        refusal("big.yaml", b"\xff\0 not: [text", &limits),
        ["error: `big.yaml` has 13 bytes; at most 9 are read [too-large]"]
    );
    assert_eq!(Limits::default().bytes, 64 * 1024 * 1024);
}

#[test]
fn a_document_of_too_many_values_is_refused() {
    let limits = Limits {
        values: 4,
        ..Limits::default()
    };
    for name in ["many.json", "many.yaml"] {
        let text = if name == "many.json" {
            "{\"a\": [1, 2, 3]}"
        } else {
            "   a: [1, 2, 3]"
        };
        assert_eq!(
            refusal(name, text, &limits),
            [format!(
                "{name}:1:14: error: the document has more than 4 values [too-large]"
            )]
        );
    }
}

#[test]
fn ten_thousand_levels_are_refused_in_every_style() {
    let block = (0..10_000).fold(String::new(), |mut text, level| {
        let _ = writeln!(text, "{:level$}a:", "");
        text
    });
    let cases = [
        ("list.json", "[".repeat(10_000), "list.json:1:101"),
        ("map.json", "{\"a\":".repeat(10_000), "map.json:1:501"),
        (
            "list.yaml",
            format!("a: {}", "[".repeat(10_000)),
            "list.yaml:1:104",
        ),
        (
            "map.yaml",
            format!("a: {}", "{b: ".repeat(10_000)),
            "map.yaml:1:400",
        ),
        ("dashes.yaml", "- ".repeat(10_000), "dashes.yaml:1:201"),
        ("keys.yaml", "? ".repeat(10_000), "keys.yaml:1:201"),
        ("block.yaml", block, "block.yaml:101:101"),
    ];
    for (name, text, place) in cases {
        let [line] = &refusal(name, text, &Limits::default())[..] else {
            panic!("{name}: not one complaint");
        };
        let expected = "error: lists and mappings stand inside each other more than 100 levels deep [too-deep]";
        assert_eq!(*line, format!("{place}: {expected}"));
    }
}

#[test]
fn json_is_not_read_deeper_than_its_parser_allows() {
    let limits = Limits {
        depth: 10_000,
        ..Limits::default()
    };
    assert_eq!(
        refusal("list.json", "[".repeat(10_000), &limits),
        [
            "list.json:1:128: error: lists and mappings stand inside each other more than 127 levels deep [too-deep]"
        ]
    );
}

#[test]
fn aliases_cannot_nest_deeper_than_the_limit_either() {
    let mut text = String::from("a0: &a0 [x]\n");
    for level in 1..=10_000 {
        let _ = writeln!(text, "a{level}: &a{level} [*a{}]", level - 1);
    }
    let [line] = &refusal("chain.yaml", text, &Limits::default())[..] else {
        panic!("not one complaint");
    };
    assert!(line.contains("[too-deep]"), "{line}");
}

#[test]
fn an_alias_bomb_is_refused() {
    let mut text = String::from("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
    for level in 1..30 {
        let _ = writeln!(
            text,
            "a{level}: &a{level} [{}]",
            vec![format!("*a{}", level - 1); 10].join(", ")
        );
    }
    assert_eq!(
        refusal("bomb.yaml", text, &Limits::default()),
        ["bomb.yaml:6:45: error: aliases stand for more than 1000000 values [too-many-aliases]"]
    );
}

#[test]
fn what_is_not_json_may_still_be_yaml() {
    let document = Document::new(
        "commented.json",
        "{\n  # pets\n  \"a\": [1, 2,],\n  b: 'c',\n}",
    );
    assert_eq!(
        document.tree.view(document.tree.root()).to_json(),
        serde_json::json!({"a": [1, 2], "b": "c"})
    );
}

#[test]
fn repeated_keys_are_warnings_with_both_places() {
    for (name, text) in [
        ("keys.yaml", "paths:\n  /a: 1\n  /b: 2\n  /a: 3\n"),
        (
            "keys.json",
            "{\"paths\": {\n  \"/a\": 1,\n  \"/b\": 2,\n  \"/a\": 3}}",
        ),
    ] {
        let document = Document::new(name, text);
        assert_eq!(
            lines(&document.diagnostics, &document.sources),
            [format!(
                "{name}:2:3: warning: the key `/a` is repeated [repeated-key]"
            )]
        );
        let lines: Vec<_> = document.diagnostics[0]
            .labels
            .iter()
            .map(|(span, label)| {
                let source = document.sources.get(span.source);
                (
                    source.line_column(span.range.start),
                    source.text[span.range.clone()].trim_matches('"'),
                    &label[..],
                )
            })
            .collect();
        assert_eq!(
            lines,
            [
                ((2, 3), "/a", "what stands here is ignored"),
                ((4, 3), "/a", "the last one counts")
            ]
        );
    }
}

#[test]
fn every_way_to_cut_a_document_short_gives_a_document_or_a_complaint() {
    let text = "a: &x {\"b\\t\": [1, 'é', |2]}\n<<: *x\nc: >-\n  d\n? [e]\n: \"f\\u00e9\"\n--- \n";
    for end in (0..=text.len()).filter(|&end| text.is_char_boundary(end)) {
        for text in [&text[..end], &text[end..]] {
            let mut sources = generator::source::Sources::default();
            if let Err(faults) = generator::read::read(
                &mut sources,
                "cut.yaml",
                text.as_bytes(),
                &Limits::default(),
            ) {
                assert!(!faults.is_empty());
            }
        }
    }
}
