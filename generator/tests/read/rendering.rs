//! What is printed for a person.

use std::collections::HashSet;

use generator::diagnostic::{Code, Diagnostic, Severity, Terminal, quoted, render};
use generator::explain::all_codes;
use generator::read::{Limits, read};
use generator::source::{Source, Sources, Span};

/// Everything said about a document, as it is printed on a terminal of a width.
fn printed(text: &str, width: usize) -> String {
    let mut sources = Sources::default();
    let diagnostics = match read(
        &mut sources,
        "api.yaml",
        text.as_bytes(),
        &Limits::default(),
    ) {
        Ok((_, diagnostics)) => diagnostics,
        Err(faults) => faults,
    };
    let terminal = Terminal {
        colour: false,
        width,
    };
    let all = diagnostics
        .iter()
        .map(|diagnostic| render(diagnostic, &sources, terminal));
    all.collect::<Vec<_>>().join("\n")
}

#[test]
fn an_error_shows_the_line_the_cause_and_the_next_step() {
    let expected = "\
error[not-yaml]: the file is not YAML: mapping values are not allowed in this context
 --> api.yaml:2:14
  |
2 |   title: Note: quotes
  |              ^ the parser stopped here
  |
  = help: a text with `: ` in it needs quotes around it";
    assert_eq!(printed("info:\n  title: Note: quotes\n", 100), expected);
}

#[test]
fn places_near_each_other_are_shown_together() {
    let expected = "\
warning[repeated-key]: the key `/a` is repeated
 --> api.yaml:2:3
  |
2 |   /a: 1
  |   ^^ what stands here is ignored
3 |   /b: 2
4 |   /a: 3
  |   -- the last one counts
  |
  = help: remove one of them, or rename it";
    assert_eq!(
        printed("paths:\n  /a: 1\n  /b: 2\n  /a: 3\n", 100),
        expected
    );
}

#[test]
fn the_first_label_is_the_main_one_wherever_it_stands() {
    let expected = "\
error[second-document]: a second document follows in the same file
 --> api.yaml:3:1
  |
1 | a: 1
  | ---- the first document
2 | ---
3 | b:
  | ^^ it begins here
  |
  = help: put each document into a file of its own, or remove one of them";
    assert_eq!(printed("a: 1\n---\nb:\n  c: 2\n  d: 3\n", 100), expected);
}

#[test]
fn a_line_of_thousands_of_characters_is_cut_around_each_place() {
    let (before, after) = ("x".repeat(10_000), "y".repeat(10_000));
    let text = format!("{{\"a\": \"{before}\", \"b\": 1, \"b\": 2, \"c\": \"{after}\"}}");
    let expected = "\
warning[repeated-key]: the key `b` is repeated
 --> api.yaml:1:10011
  |
1 | …xxxxxxxxxxxxxxxxxxx\", \"b\": 1, \"b\": 2, \"c\": \"yyyyyyyyyyyyyyyyyyyyyyyy…
  |                        ^^^ what stands here is ignored
  |
 ::: api.yaml:1:10019
  |
1 | …xxxxxxxxxxx\", \"b\": 1, \"b\": 2, \"c\": \"yyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyy…
  |                        --- the last one counts
  |
  = help: remove one of them, or rename it";
    assert_eq!(printed(&text, 80), expected);
}

#[test]
fn an_empty_file_has_a_place_too() {
    let expected = "\
error[empty-document]: the document is empty
 --> api.yaml:1:1
  |
1 |
  | ^ nothing stands here
  |
  = help: check that the file is the API document and was written completely";
    assert_eq!(printed("", 100), expected);
}

static CODE: Code = Code {
    name: "test",
    severity: Severity::Note,
    explanation: "",
    example: "",
};

#[test]
fn nothing_in_a_document_can_steer_the_terminal() {
    let hostile = "a\u{1b}[31m\u{202e}b\u{9b}c\u{7}\u{2066}\u{200f}\rd\u{7f}";
    let mut sources = Sources::default();
    let source = sources.add(Source::new(hostile, format!("{hostile}\n")));
    let diagnostic = Diagnostic::new(&CODE, quoted(hostile))
        .at(
            Span {
                source,
                range: 0..1,
            },
            hostile,
        )
        .help(hostile);
    let text = render(&diagnostic, &sources, Terminal::default()) + &diagnostic.short(&sources);
    let steers = |character: char| {
        character != '\n'
            && (character.is_control() || "\u{202e}\u{2066}\u{200f}".contains(character))
    };
    assert_eq!(
        text.chars().find(|&character| steers(character)),
        None,
        "{text}"
    );
    assert!(text.contains("a␛[31m�b�c␇��␍d␡"), "{text}");
}

#[test]
fn colour_is_only_there_when_asked_for() {
    let mut sources = Sources::default();
    let source = sources.add(Source::new("api.yaml", "a: 1".to_owned()));
    let diagnostic = Diagnostic::new(&CODE, "found").at(
        Span {
            source,
            range: 3..4,
        },
        "here",
    );
    let [plain, coloured] = [false, true].map(|colour| {
        render(
            &diagnostic,
            &sources,
            Terminal {
                colour,
                ..Terminal::default()
            },
        )
    });
    assert!(!plain.contains('\u{1b}') && coloured.contains('\u{1b}'));
}

#[test]
fn a_label_outside_of_the_text_is_shown_at_its_end() {
    let mut sources = Sources::default();
    let source = sources.add(Source::new("api.yaml", "é: 1\n".to_owned()));
    for range in [0..1, 1..99, 5..6, 6..6, 99..100] {
        let diagnostic = Diagnostic::new(&CODE, "found").at(Span { source, range }, "here");
        assert!(render(&diagnostic, &sources, Terminal::default()).contains("here"));
    }
}

#[test]
fn findings_are_ordered_by_place() {
    let mut sources = Sources::default();
    let source = sources.add(Source::new("api.yaml", "a: 1\nb: 2\n".to_owned()));
    let at = |start: usize, message: &str| {
        Diagnostic::new(&CODE, message).at(
            Span {
                source,
                range: start..start + 1,
            },
            "",
        )
    };
    let mut found = [
        at(5, "z"),
        at(0, "b"),
        Diagnostic::new(&CODE, "nowhere"),
        at(0, "a"),
    ];
    found.sort();
    let messages: Vec<_> = found
        .iter()
        .map(|diagnostic| diagnostic.message.as_str())
        .collect();
    assert_eq!(messages, ["nowhere", "a", "b", "z"]);
}

#[test]
fn long_pieces_of_a_document_are_shortened_in_messages() {
    assert_eq!(quoted("/pets"), "`/pets`");
    assert_eq!(quoted("a\nb"), "`a␊b`");
    assert_eq!(quoted(&"é".repeat(99)), format!("`{}…`", "é".repeat(60)));
}

#[test]
fn every_code_is_explained_and_has_a_name_of_its_own() {
    let mut names = HashSet::new();
    for code in all_codes() {
        let is_name = |name: &str| {
            name.bytes()
                .all(|byte| byte == b'-' || byte.is_ascii_alphanumeric())
        };
        assert!(
            is_name(code.name) && names.insert(code.name),
            "{}",
            code.name
        );
        assert!(
            code.explanation.ends_with(['.', ')']) && !code.example.is_empty(),
            "{}",
            code.name
        );
    }
}
