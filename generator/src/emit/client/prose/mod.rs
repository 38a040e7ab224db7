//! Texts of the document as documentation: they are data, whatever they look like.
//!
//! A description may hold Markdown, HTML, code fences and links to nowhere. What its author saw is
//! kept (paragraphs, lists, tables, code), and written anew: nothing in it becomes a doctest, a tag,
//! a link of rustdoc, a section of the page, or an end of the comment.

mod html;
mod read;
mod tidy;
mod words;

use read::{Block, Kind};
use words::Words;

/// The width at which paragraphs are wrapped.
const WIDTH: usize = 92;

/// The text as lines of Markdown.
pub(super) fn lines(text: &str) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    // How wide the marks of the items are that are open, from the outside in.
    let mut marks: Vec<usize> = Vec::new();
    for block in read(text) {
        let mark = block.mark.unwrap_or_default();
        if !lines.is_empty() && (marks.is_empty() || mark.is_empty()) {
            lines.push(String::new());
        }
        marks.truncate(block.depth - usize::from(!mark.is_empty()));
        let margin = " ".repeat(marks.iter().sum());
        let rest = " ".repeat(margin.len() + mark.len());
        for (at, line) in write(block.kind).into_iter().enumerate() {
            let head = if at == 0 {
                format!("{margin}{mark}")
            } else {
                rest.clone()
            };
            lines.push(format!("{head}{line}"));
        }
        marks.extend((!mark.is_empty()).then_some(mark.len()));
    }
    lines
}

/// The text on one line, as plain text in Markdown.
pub(super) fn inline(text: &str) -> String {
    let blocks = read(text).into_iter().map(|block| {
        let text = match block.kind {
            Kind::Paragraph(text) | Kind::Quote(text) | Kind::Heading(text) => text,
            Kind::Code(code) => super::docs::code(code.join(" ").trim()),
            Kind::Table(rows) => {
                let cells = rows.into_iter().flatten().filter(|cell| !cell.is_empty());
                cells.collect::<Vec<_>>().join(", ")
            }
        };
        block.mark.map_or(text.clone(), |_| format!("• {text}"))
    });
    blocks.collect::<Vec<_>>().join(" ")
}

/// The first sentence of a text, which may stand for all of it; its first paragraph where that is
/// one sentence.
pub(super) fn first_sentence(text: &str) -> Option<String> {
    let first = read(text).into_iter().find_map(|block| match block.kind {
        Kind::Paragraph(text) | Kind::Quote(text) if block.depth == 0 => Some(text),
        _ => None,
    })?;
    Some(sentence(&first).to_owned())
}

/// Up to the first stop that ends a sentence: a capital follows, and no abbreviation is before it.
fn sentence(text: &str) -> &str {
    const SHORT: &[&str] = &[
        "e.g", "i.e", "etc", "vs", "cf", "no", "approx", "incl", "ex",
    ];
    let stops = text.match_indices(". ").map(|(at, _)| at);
    let mut ends = stops.filter(|at| {
        let word = text[..*at].rsplit([' ', '(']).next().unwrap_or_default();
        let next = text[at + 2..].chars().find(|c| !"(\"'`*[\\<".contains(*c));
        !SHORT.contains(&word.to_lowercase().as_str())
            && next.is_none_or(|c| c.is_uppercase() || c.is_numeric())
            && text[..*at]
                .replace("\\`", "")
                .matches('`')
                .count()
                .is_multiple_of(2)
    });
    ends.next().map_or(text, |at| &text[..=at])
}

/// The blocks of a text. One that is nothing but tags is a paragraph of them.
fn read(text: &str) -> Vec<Block> {
    let text = clean(text);
    let mut blocks = read::blocks(&tidy::tidy(&dedent(&html::markdown(&text))));
    for block in &mut blocks {
        if let Kind::Paragraph(text) = &mut block.kind {
            tidy::stop_once(text);
        }
    }
    if blocks.is_empty() && !text.trim().is_empty() {
        let mut words = Words::default();
        words.text(&text);
        return vec![Block {
            depth: 0,
            mark: None,
            kind: Kind::Paragraph(words.take()),
        }];
    }
    blocks
}

fn write(block: Kind) -> Vec<String> {
    match block {
        Kind::Paragraph(text) => wrap(&text),
        Kind::Heading(text) => vec![format!("**{text}**")],
        Kind::Quote(text) => wrap(&text).iter().map(|line| format!("> {line}")).collect(),
        Kind::Code(code) => {
            let longest = code.iter().flat_map(|line| line.split(|c| c != '`'));
            let longest = longest.map(str::len).max().unwrap_or_default();
            let fence = "`".repeat((longest + 1).max(3));
            let code = code
                .iter()
                .map(|line| line.trim_end().replace('\t', "    "));
            let lines = std::iter::once(format!("{fence}text")).chain(code);
            lines.chain([fence.clone()]).collect()
        }
        Kind::Table(rows) => table(&rows),
    }
}

/// A table in Markdown. A row that is too short is filled, and one that is too long makes all wider.
fn table(rows: &[Vec<String>]) -> Vec<String> {
    let width = rows.iter().map(Vec::len).max().unwrap_or_default();
    let line = |row: &Vec<String>| {
        let cells = (0..width).map(|at| row.get(at).map_or(String::new(), |text| bars(text)));
        format!("| {} |", cells.collect::<Vec<_>>().join(" | "))
    };
    let mut lines: Vec<String> = rows.iter().map(line).collect();
    lines.insert(1, format!("|{}", "---|".repeat(width)));
    lines
}

/// Escapes the bars of a cell of a table, where even code must not have one, if they are not yet.
pub(super) fn bars(markdown: &str) -> String {
    let mut out = String::with_capacity(markdown.len());
    let mut before = ' ';
    for c in markdown.chars() {
        if c == '|' && before != '\\' {
            out.push('\\');
        }
        out.push(c);
        before = c;
    }
    out
}

/// Takes away the white space that all lines but the first have in common.
fn dedent(text: &str) -> String {
    let indent = |line: &&str| line.len() - line.trim_start_matches(' ').len();
    let filled = text.lines().skip(1).filter(|line| !line.trim().is_empty());
    let common = filled.map(|line| indent(&line)).min().unwrap_or_default();
    let lines = text.lines().enumerate();
    let lines = lines.map(|(number, line)| match number {
        0 => line.trim_start(),
        _ => line.get(common..).unwrap_or_default(),
    });
    lines.collect::<Vec<_>>().join("\n")
}

/// Without characters that a terminal or a compiler would act upon. Tabs part the cells of tables.
pub(super) fn clean(text: &str) -> String {
    text.replace("\r\n", "\n")
        .chars()
        .map(|c| match c {
            '\n' | '\t' => c,
            '\r' => '\n',
            c if c.is_control() => ' ',
            // Marks that turn the direction of writing; rustc refuses them in comments.
            '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => '\u{fffd}',
            c => c,
        })
        .collect()
}

/// Breaks a paragraph into lines.
pub(super) fn wrap(text: &str) -> Vec<String> {
    let mut lines = Vec::new();
    let mut line = String::new();
    let mut length = 0;
    for word in text.split(' ') {
        let count = word.chars().count();
        // A word that would begin a list, a quote, a tag or a fence at the head of a line stays where
        // it is: code spans end there.
        let sticky = word.starts_with(['+', '-', '#', '=', '|', '*', '_', '<', '>'])
            || word.starts_with("```")
            || word.starts_with("~~~")
            || word.ends_with(['.', ')']) && word.starts_with(|c: char| c.is_ascii_digit());
        if length > 0 && length + 1 + count > WIDTH && !sticky {
            lines.push(std::mem::take(&mut line));
            length = 0;
        }
        if length > 0 {
            line.push(' ');
            length += 1;
        }
        line.push_str(word);
        length += count;
    }
    lines.push(line);
    lines
}

#[cfg(test)]
mod tests {
    use super::{first_sentence, inline, lines};

    #[test]
    fn a_text_of_the_document_is_plain_text() {
        let table = [
            ("a <x> & c &x;", "a \\<x> & c &amp;x;"),
            (
                "see [the docs](https://a.example/x).",
                "see the docs (<https://a.example/x>).",
            ),
            ("see [`a` below](#part)", "see `a` below"),
            ("`[a](b)`", "`[a](b)`"),
            ("[neither] nor [this", "\\[neither\\] nor \\[this"),
            (
                "the `code`, and productType",
                "the `code`, and `productType`",
            ),
            ("an odd ` tick", "an odd \\` tick"),
            ("#no heading", "\\#no heading"),
            ("*/ \"# {{x}}", "\\*/ \"# {{x}}"),
            (
                "https://a.example/b_c?d=1&e",
                "<https://a.example/b_c?d=1&e>",
            ),
            ("**bold** _and_ *so* 2 * 3 *.x", "bold and so 2 \\* 3 \\*.x"),
            ("a\u{202e}b\u{0}c", "a\u{fffd}b c"),
            ("](", "\\]("),
            ("``a ` b`` c", "``a ` b`` c"),
            ("- a\n- b", "• a • b"),
            (
                "*/*, .*so.*, abc[*] of abc*",
                "\\*/\\*, .\\*so.\\*, abc\\[\\*\\] of abc\\*",
            ),
            ("8** or 2**3**4", "8\\*\\* or 2\\*\\*3\\*\\*4"),
            ("an \\* and a \\{", "an \\* and a \\\\{"),
            (
                "a&nbsp;&lt;b&gt; &amp; R&D; c&#x202e;",
                "a \\<b> & R&amp;D; c\u{fffd}",
            ),
            ("Jo <jo@a.example>", "Jo \\<jo@a.example>"),
            (
                "see [it]\n\n[it]: https://a.example",
                "see it (<https://a.example>)",
            ),
        ];
        for (text, docs) in table {
            assert_eq!(inline(text), docs, "{text}");
        }
    }

    #[test]
    fn what_the_author_saw_is_kept() {
        let text = "First <b>one</b>:\n\n## Parts\n* a *long* one\n  * deeper\n\n> Note: [no]\n\n\
                    ```go\nlet x = `1`;\n```\n| a | b |\n|--|--|\n| `1\\|2` | |\n";
        let wanted = "First one:\n\n**Parts**\n\n- a long one\n  - deeper\n\n> Note: \\[no\\]\n\n\
                      ```text\nlet x = `1`;\n```\n\n| a | b |\n|---|---|\n| `1\\|2` |  |";
        assert_eq!(lines(text).join("\n"), wanted);
    }

    #[test]
    fn what_the_author_meant_is_kept() {
        for (text, wanted) in [
            // Paragraphs, headings and quotes.
            ("a\nb\n\nc", "a b\n\nc"),
            ("### A ###\nb", "**A**\n\nb"),
            ("A\n---\nb", "**A**\n\nb"),
            ("**A**\n\n#b", "**A**\n\n\\#b"),
            ("a\n\n----\nb", "a\n\nb"),
            ("a\n***\nb", "a\n\nb"),
            ("> a\n> b\n\nc", "> a b\n\nc"),
            ("a  \nb\\\nc", "a\n\nb\n\nc"),
            (
                "a:\n\n        b\n    c\n\nd",
                "a:\n\n```text\n    b\nc\n```\n\nd",
            ),
            ("[optional]: b", "\\[optional\\]: b"),
            ("<id>\n*a*", "\\<id> a"),
            // Lists.
            (
                "of:\n- a\n  b\n- c\n  * d\n- e\n\nf",
                "of:\n\n- a b\n- c\n  - d\n- e\n\nf",
            ),
            ("of:\n      - a\n      - b", "of:\n\n- a\n- b"),
            ("1. a\n2) b", "1. a\n2. b"),
            ("of:\n0. a\n2. b", "of:\n\n0. a\n2. b"),
            ("- a  \nb", "- a\n\n  b"),
            (
                "of:\n- a\n\n  b\n  ```\n  c\n  ```",
                "of:\n\n- a\n\n  b\n\n  ```text\n  c\n  ```",
            ),
            ("-1 to 5\n2015. a", "\\-1 to 5 2015. a"),
            ("•a", "- a"),
            // Code and tables.
            (
                "a\n```json\n{\n  b\n```\nc",
                "a\n\n```text\n{\n  b\n```\n\nc",
            ),
            (
                "It is:\n\n{\n  \"a\": [{ \"b\": \"}\" }],\n\n  \"c\": 1\n}\n\nAnd more.",
                "It is:\n\n```text\n{\n  \"a\": [{ \"b\": \"}\" }],\n\n  \"c\": 1\n}\n```\n\nAnd more.",
            ),
            (
                "of\n[\n {a: 1},\n]\nb",
                "of\n\n```text\n[\n {a: 1},\n]\n```\n\nb",
            ),
            ("{\nnever closed\nb", "{ never closed b"),
            ("A reply..", "A reply."),
            ("And so on...", "And so on..."),
            ("```{ \"a\":\n1 }\n```", "```text\n{ \"a\":\n1 }\n```"),
            ("```a``` b", "`a` b"),
            (
                "| a | b |\n|---|---|\n| 1 | x\\|y |\nc",
                "| a | b |\n|---|---|\n| 1 | x\\|y |\n\nc",
            ),
            (
                "a | b\n--|--\n1 | 2\n\nc",
                "| a | b |\n|---|---|\n| 1 | 2 |\n\nc",
            ),
            ("|a|\n|1|2|", "| a |  |\n|---|---|\n| 1 | 2 |"),
            (
                "Name\tType\nid\tlong",
                "| Name | Type |\n|---|---|\n| id | long |",
            ),
            ("| alone |", "\\| alone \\|"),
            ("a | b", "a \\| b"),
        ] {
            assert_eq!(lines(text).join("\n"), wanted, "{text}");
        }
    }

    #[test]
    fn nothing_in_it_runs() {
        for text in [
            "```\nassert!(false);\n```",
            "    indented\n\n    code",
            "```rust\nunclosed",
            "<script>x</script>",
        ] {
            let written = lines(text);
            let opening = written.iter().find(|line| line.starts_with("```"));
            assert!(opening.is_none_or(|line| line == "```text"), "{written:?}");
            assert!(
                !written.iter().any(|line| line.starts_with("    ")),
                "{written:?}"
            );
        }
    }

    #[test]
    fn the_first_sentence_ends_where_it_ends() {
        for (text, wanted) in [
            (
                "<p>Gets it, e.g. This one. More.</p>",
                "Gets it, e.g. This one.",
            ),
            ("## Title\nA `b. C` d", "A `b. C` d"),
            ("Version 1.2. of it", "Version 1.2. of it"),
        ] {
            assert_eq!(first_sentence(text).as_deref(), Some(wanted), "{text}");
        }
    }
}
