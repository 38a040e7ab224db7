//! Documents that are too large to be kept as files, or easier to read as a few lines of Rust.

use super::Case;

const SMALL: &str = "\
swagger: '2.0'
host: api.example.com
schemes: [https]
paths:
  /pets:
    get: {summary: \u{201e}Tiere\u{201c}, responses: {'204': {description: Done}}}
";

/// All of them.
pub(super) fn cases() -> Vec<Case> {
    let mut cases = vec![
        Case::made(
            "hostile/many-groups",
            "many-groups.yaml",
            "Of many groups each is a feature, and types that one alone uses live with it.",
            "",
            many_groups,
        ),
        Case::made(
            "document/mark-and-line-ends",
            "mark-and-line-ends.yaml",
            "A byte order mark, lines as Windows ends them, and an empty second document.",
            "",
            || {
                format!("\u{feff}---\n{SMALL}---\n")
                    .replace('\n', "\r\n")
                    .into_bytes()
            },
        ),
        Case::made(
            "document/utf-16",
            "utf-16.yaml",
            "UTF-16 with its byte order mark.",
            "",
            || {
                let text = format!("\u{feff}{SMALL}");
                text.encode_utf16().flat_map(u16::to_le_bytes).collect()
            },
        ),
        Case::made(
            "broken/compressed",
            "compressed.yaml",
            "A document that nobody unpacked.",
            "not-utf8",
            || vec![0x1f, 0x8b, 8, 0, 0x63, 0x6a, 0xff],
        ),
        Case::made(
            "broken/too-large",
            "too-large.yaml",
            "A file above the size limit of 64 MiB is refused before it is parsed.",
            "too-large",
            || b"# nothing but comments\n".repeat(64 * 1024 * 1024 / 23 + 1),
        ),
        Case::made(
            "broken/ten-thousand-levels",
            "ten-thousand-levels.yaml",
            "Ten thousand lists inside each other neither exhaust the stack nor take long.",
            "too-deep",
            || format!("swagger: '2.0'\npaths: {}", "[".repeat(10_000)).into_bytes(),
        ),
        Case::made(
            "broken/ten-thousand-levels-of-json",
            "ten-thousand-levels-of-json.json",
            "The same in JSON, which another parser reads.",
            "too-deep",
            || {
                format!(
                    "{{\"swagger\": \"2.0\", \"paths\": {}",
                    "{\"a\":".repeat(10_000)
                )
                .into_bytes()
            },
        ),
        Case::made(
            "broken/alias-bomb",
            "alias-bomb.yaml",
            "Aliases of aliases: a few hundred bytes that stand for more values than fit in memory.",
            "too-many-aliases",
            || {
                let bomb = (1..30).map(|level| {
                    let one = format!("*a{}, ", level - 1);
                    format!("a{level}: &a{level} [{}]\n", one.repeat(10))
                });
                format!(
                    "swagger: '2.0'\na0: &a0 [x, x]\n{}",
                    bomb.collect::<String>()
                )
                .into_bytes()
            },
        ),
        Case::made(
            "broken/alias-bomb-of-text",
            "alias-bomb-of-text.yaml",
            "Few aliases, each of a long text: more bytes than values.",
            "too-many-aliases",
            || {
                let text = "A long text. ".repeat(100_000);
                let all = "*a, ".repeat(100);
                format!("swagger: '2.0'\nx-text: &a {text}\nx-all: [{all}]\n").into_bytes()
            },
        ),
    ];
    cases.extend(too_much());
    cases
}

/// What is cut, left out or refused, for no client can be made of so much.
fn too_much() -> Vec<Case> {
    vec![
        Case::made(
            "broken/long-path",
            "long-path.yaml",
            "A path that no server reads is left out, and nothing else.",
            "long-path",
            || {
                let path = "/pets".repeat(2000);
                format!("{SMALL}  ? {path}\n  : get: {{summary: Never sent}}\n").into_bytes()
            },
        ),
        Case::made(
            "broken/long-text",
            "long-text.yaml",
            "A description that nobody reads to its end is cut.",
            "long-text",
            || {
                let text = "All the words. ".repeat(7000);
                format!("{SMALL}info: {{title: Pets, version: '1', description: {text}}}\n")
                    .into_bytes()
            },
        ),
        Case::made(
            "broken/much-inherited",
            "much-inherited.yaml",
            "Two thousand definitions, each of which is the next one and a field more.",
            "much-inherited",
            || {
                let line = |at: usize| {
                    format!(
                        "  A{at}: {{allOf: [{{$ref: '#/definitions/A{}'}}, {{properties: {{a{at}: {{type: string}}}}}}]}}\n",
                        at + 1
                    )
                };
                let all: String = (0..2000).map(line).collect();
                format!("{SMALL}definitions:\n{all}  A2000: {{type: object}}\n").into_bytes()
            },
        ),
    ]
}

/// Twenty-two groups, one called like a feature of every client, with three types of their own each
/// and one that all share.
fn many_groups() -> Vec<u8> {
    let names = (b'a'..=b'u').map(|letter| format!("{}arks", char::from(letter)));
    let names: Vec<String> = names.chain(["tracing".to_owned()]).collect();
    let mut text = String::from("swagger: '2.0'\nhost: example.com\npaths:\n");
    for name in &names {
        text.push_str(&format!(
            "  /{name}:\n    get:\n      responses:\n        200:\n          description: All\n          \
             schema: {{$ref: '#/definitions/{name}-page'}}\n"
        ));
    }
    text.push_str("definitions:\n  owner: {type: object, properties: {name: {type: string}}}\n");
    for name in &names {
        text.push_str(&format!(
            "  {name}-page: {{type: object, properties: {{items: {{type: array, items: {{$ref: '#/definitions/{name}-item'}}}}}}}}\n  \
             {name}-item: {{type: object, properties: {{owner: {{$ref: '#/definitions/owner'}}, \
             kind: {{type: string, enum: [{name}-small, {name}-large]}}}}}}\n"
        ));
    }
    text.into_bytes()
}
