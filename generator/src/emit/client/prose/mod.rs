//! Texts of the document as documentation: they are data, whatever they look like.
//!
//! A description may hold Markdown, HTML, code fences and links to nowhere. What its author saw is
//! kept (paragraphs, lists, tables, code), and written anew: nothing in it becomes a doctest, a tag,
//! a link of rustdoc, a section of the page, or an end of the comment.

mod blocks;
mod html;
mod inline;

use blocks::{Block, blocks};

/// The width at which paragraphs are wrapped.
const WIDTH: usize = 92;

/// The text as lines of Markdown.
pub(super) fn lines(text: &str) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    // How wide the marks of the items are that are open, from the outside in.
    let mut marks: Vec<usize> = Vec::new();
    for block in read(text) {
        let is_item = matches!(block, Block::Item(..));
        if !lines.is_empty() && (marks.is_empty() || !is_item) {
            lines.push(String::new());
        }
        if let Block::Item(depth, number, text) = block {
            let mark = number.map_or("- ".to_owned(), |number| format!("{number}. "));
            marks.truncate(depth);
            let margin = " ".repeat(marks.iter().sum());
            marks.push(mark.len());
            lines.extend(item(&margin, &mark, &text));
        } else {
            marks.clear();
            write(&mut lines, block);
        }
    }
    lines
}

/// The text on one line, as plain text in Markdown.
pub(super) fn inline(text: &str) -> String {
    let blocks = read(text).into_iter().map(|block| match block {
        Block::Paragraph(text) | Block::Quote(text) | Block::Heading(text) => inline::inline(&text),
        Block::Item(_, _, text) => format!("• {}", inline::inline(&text)),
        Block::Code(code) => super::docs::code(code.join(" ").trim()),
        Block::Table(rows) => {
            let cells = rows.iter().flatten().filter(|cell| !cell.is_empty());
            let cells: Vec<_> = cells.map(|cell| inline::inline(cell)).collect();
            cells.join(", ")
        }
    });
    blocks.collect::<Vec<_>>().join(" ")
}

/// The first sentence of a text, which may stand for all of it; its first paragraph where that is
/// one sentence.
pub(super) fn first_sentence(text: &str) -> Option<String> {
    let first = read(text).into_iter().find_map(|block| match block {
        Block::Paragraph(text) | Block::Quote(text) => Some(text),
        _ => None,
    })?;
    Some(inline::inline(sentence(&first)))
}

/// Up to the first stop that ends a sentence: a capital follows, and no abbreviation is before it.
fn sentence(text: &str) -> &str {
    const SHORT: &[&str] = &[
        "e.g", "i.e", "etc", "vs", "cf", "no", "approx", "incl", "ex",
    ];
    let stops = text.match_indices(". ").map(|(at, _)| at);
    let mut ends = stops.filter(|at| {
        let word = text[..*at].rsplit([' ', '(']).next().unwrap_or_default();
        let next = text[at + 2..].chars().find(|c| !"(\"'`*[".contains(*c));
        !SHORT.contains(&word.to_lowercase().as_str())
            && next.is_none_or(|c| c.is_uppercase() || c.is_numeric())
            && text[..*at].matches('`').count().is_multiple_of(2)
    });
    ends.next().map_or(text, |at| &text[..=at])
}

/// The blocks of a text. One that is nothing but tags is a paragraph of them.
fn read(text: &str) -> Vec<Block> {
    let text = clean(text);
    let blocks = blocks(&dedent(&html::markdown(&text)));
    if blocks.is_empty() && !text.trim().is_empty() {
        return vec![Block::Paragraph(
            text.split_whitespace().collect::<Vec<_>>().join(" "),
        )];
    }
    blocks
}

fn write(lines: &mut Vec<String>, block: Block) {
    match block {
        Block::Paragraph(text) => lines.extend(wrap(&inline::inline(&text))),
        Block::Heading(text) => lines.push(format!("**{}**", inline::inline(&text))),
        Block::Item(_, _, text) => lines.extend(item("", "- ", &text)),
        Block::Quote(text) => {
            lines.extend(
                wrap(&inline::inline(&text))
                    .iter()
                    .map(|line| format!("> {line}")),
            );
        }
        Block::Code(code) => {
            let longest = code.iter().flat_map(|line| line.split(|c| c != '`'));
            let longest = longest.map(str::len).max().unwrap_or_default();
            let fence = "`".repeat((longest + 1).max(3));
            lines.push(format!("{fence}text"));
            lines.extend(
                code.iter()
                    .map(|line| line.trim_end().replace('\t', "    ")),
            );
            lines.push(fence);
        }
        Block::Table(rows) => lines.extend(table(&rows)),
    }
}

/// An item of a list; its lines stand below its first word.
fn item(margin: &str, mark: &str, text: &str) -> Vec<String> {
    let rest = " ".repeat(margin.len() + mark.len());
    let wrapped = wrap(&inline::inline(text)).into_iter().enumerate();
    let lines = wrapped.map(|(at, line)| match at {
        0 => format!("{margin}{mark}{line}"),
        _ => format!("{rest}{line}"),
    });
    lines.collect()
}

/// A table in Markdown. A row that is too short is filled, and one that is too long makes all wider.
fn table(rows: &[Vec<String>]) -> Vec<String> {
    let width = rows.iter().map(Vec::len).max().unwrap_or_default();
    let line = |row: &Vec<String>| {
        let cells = (0..width).map(|at| row.get(at).map_or(String::new(), |text| cell(text)));
        format!("| {} |", cells.collect::<Vec<_>>().join(" | "))
    };
    let mut lines: Vec<String> = rows.iter().map(line).collect();
    lines.insert(1, format!("|{}", "---|".repeat(width)));
    lines
}

/// A text in a cell of a table, where even code must not have a bar.
pub(super) fn cell(text: &str) -> String {
    bars(&inline::inline(text))
}

/// Escapes the bars of Markdown that are not escaped yet.
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
