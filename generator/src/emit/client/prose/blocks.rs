//! A text of the document as the blocks that its author saw: paragraphs, lists, tables, code.
//!
//! It is Markdown as people write it, read with care and without surprises: what is unclear is a
//! paragraph.

/// A stretch of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Block {
    /// A paragraph on one line.
    Paragraph(String),
    /// A heading, of whatever level.
    Heading(String),
    /// An item of a list: how deep it is nested, its number if it has one, and its words.
    Item(usize, Option<u64>, String),
    /// A paragraph of somebody else, or a note.
    Quote(String),
    /// Lines that stay as they are.
    Code(Vec<String>),
    /// Rows of cells; the first are the headings.
    Table(Vec<Vec<String>>),
}

/// Nobody reads lists that are nested deeper.
const DEEPEST: usize = 3;

/// A text that is longer is no heading, however it is marked.
const LONGEST_HEADING: usize = 100;

/// The blocks of a text.
pub(super) fn blocks(text: &str) -> Vec<Block> {
    let lines: Vec<&str> = text.lines().collect();
    let mut reader = Reader::default();
    let mut at = 0;
    while at < lines.len() {
        at += reader.read(&lines[at..]);
    }
    reader.end();
    reader.blocks
}

#[derive(Default)]
struct Reader {
    blocks: Vec<Block>,
    /// The words of the block that is open.
    open: Option<Block>,
    /// How far the open items of lists are indented.
    indents: Vec<usize>,
}

impl Reader {
    /// Reads the block that begins here, or a line of it; gives the number of lines that it took.
    fn read(&mut self, lines: &[&str]) -> usize {
        let line = lines[0];
        let bare = line.trim();
        if bare.is_empty() {
            self.end();
            return 1;
        }
        if let Some((code, taken)) = fenced(lines) {
            self.add(Block::Code(code));
            return taken;
        }
        if let Some((rows, taken)) = table(lines) {
            self.add(Block::Table(rows));
            return taken;
        }
        if let Some(heading) = heading(bare) {
            self.add(Block::Heading(heading));
        } else if is_rule(bare) {
            self.underline(bare.starts_with(['-', '=']));
        } else if let Some(quoted) = bare.strip_prefix('>') {
            self.quote(quoted.trim());
        } else if let Some((number, words)) = item(bare) {
            let indent = line.len() - line.trim_start().len();
            self.item(indent, number, words);
        } else {
            self.words(bare);
            if line.ends_with("  ") || line.ends_with('\\') {
                self.end();
            }
        }
        1
    }

    fn end(&mut self) {
        self.blocks
            .extend(self.open.take().map(|block| match block {
                Block::Paragraph(text) => match bold(&text) {
                    Some(heading) => Block::Heading(heading.to_owned()),
                    None => Block::Paragraph(text),
                },
                other => other,
            }));
    }

    fn add(&mut self, block: Block) {
        self.end();
        self.indents.clear();
        self.blocks.push(block);
    }

    /// A row of dashes makes a heading of a short text above it, and parts paragraphs otherwise.
    fn underline(&mut self, may_be_heading: bool) {
        match self.open.take() {
            Some(Block::Paragraph(text)) if may_be_heading && text.len() < LONGEST_HEADING => {
                self.blocks.push(Block::Heading(text));
            }
            other => {
                self.open = other;
                self.end();
            }
        }
    }

    fn quote(&mut self, words: &str) {
        match &mut self.open {
            _ if words.is_empty() => self.end(),
            Some(Block::Quote(text)) => join(text, words),
            _ => {
                self.end();
                self.indents.clear();
                self.open = Some(Block::Quote(words.to_owned()));
            }
        }
    }

    fn item(&mut self, indent: usize, number: Option<u64>, words: &str) {
        self.end();
        if !matches!(self.blocks.last(), Some(Block::Item(..))) {
            self.indents.clear();
        }
        while self.indents.last().is_some_and(|last| *last > indent) {
            self.indents.pop();
        }
        if self.indents.last().is_none_or(|last| indent > last + 1) {
            self.indents.push(indent);
        }
        let depth = self.indents.len().saturating_sub(1).min(DEEPEST);
        self.open = Some(Block::Item(depth, number, words.to_owned()));
    }

    fn words(&mut self, words: &str) {
        match &mut self.open {
            Some(Block::Paragraph(text) | Block::Quote(text) | Block::Item(_, _, text)) => {
                join(text, words);
            }
            _ => self.open = Some(Block::Paragraph(words.to_owned())),
        }
    }
}

fn join(text: &mut String, words: &str) {
    text.push(' ');
    text.push_str(words);
}

/// The words of a paragraph that is bold as a whole.
fn bold(text: &str) -> Option<&str> {
    let inside = text.strip_prefix("**")?;
    let inside = inside
        .strip_suffix("**")
        .or_else(|| inside.strip_suffix("**:"))?;
    (!inside.contains("**") && inside.len() < LONGEST_HEADING).then_some(inside.trim())
}

/// `# words`.
fn heading(line: &str) -> Option<String> {
    let words = line.trim_start_matches('#');
    let level = line.len() - words.len();
    let is_heading = (1..=6).contains(&level) && words.starts_with(' ');
    let words = words.trim().trim_end_matches('#').trim().trim_matches('*');
    (is_heading && !words.is_empty()).then(|| words.to_owned())
}

/// A line of dashes, stars or the like, and nothing else.
fn is_rule(line: &str) -> bool {
    let mut characters = line.chars().filter(|c| *c != ' ');
    let Some(first) = characters.next() else {
        return false;
    };
    matches!(first, '-' | '*' | '_' | '=')
        && characters.clone().count() >= 2
        && characters.all(|c| c == first)
}

/// `- words`, `1. words`: the number, if any, and the words.
fn item(line: &str) -> Option<(Option<u64>, &str)> {
    let rest = line.strip_prefix(['-', '*', '+', '•', '·', '●', '◦']);
    let (number, rest) = if let Some(rest) = rest {
        (None, rest)
    } else {
        let digits = line.len() - line.trim_start_matches(|c: char| c.is_ascii_digit()).len();
        let number = line[..digits].parse().ok().filter(|_| digits <= 3)?;
        (Some(number), line[digits..].strip_prefix(['.', ')'])?)
    };
    let is_bullet = number.is_none() && line.starts_with(['•', '●', '◦']);
    let words = rest.trim_start();
    let parted = words.len() < rest.len() || is_bullet;
    (parted && !words.is_empty()).then_some((number, words))
}

/// Lines between fences; to the end where nothing closes them.
fn fenced(lines: &[&str]) -> Option<(Vec<String>, usize)> {
    let bare = lines[0].trim_start();
    let indent = lines[0].len() - bare.len();
    let fence = ["```", "~~~"].into_iter().find(|f| bare.starts_with(f))?;
    let label = bare.trim_start_matches(['`', '~']);
    if label.contains(fence) || label.trim().contains(' ') {
        return None;
    }
    let end = lines[1..]
        .iter()
        .position(|line| line.trim_start().starts_with(fence));
    let end = end.map_or(lines.len(), |at| at + 1);
    let code: Vec<String> = lines[1..end]
        .iter()
        .map(|line| {
            let own = line.len() - line.trim_start().len();
            line.get(own.min(indent)..).unwrap_or_default().to_owned()
        })
        .collect();
    let is_empty = code.iter().all(|line| line.trim().is_empty());
    (!is_empty).then_some((code, (end + 1).min(lines.len())))
}

/// Rows of cells between bars or tabs, two at least.
fn table(lines: &[&str]) -> Option<(Vec<Vec<String>>, usize)> {
    let barred =
        lines[0].trim_start().starts_with('|') || lines.get(1).is_some_and(|l| is_ruler(l));
    let cells: fn(&str) -> Option<Vec<String>> = if barred { by_bars } else { by_tabs };
    let rows: Vec<Vec<String>> = lines.iter().map_while(|line| cells(line)).collect();
    let taken = rows.len();
    let rows: Vec<_> = rows
        .into_iter()
        .zip(lines)
        .filter(|(_, line)| !is_ruler(line))
        .map(|(row, _)| row)
        .collect();
    (rows.len() > 1).then_some((rows, taken))
}

/// `|---|:-:|`.
fn is_ruler(line: &str) -> bool {
    line.contains('|')
        && line.contains('-')
        && line.chars().all(|c| matches!(c, '|' | '-' | ':' | ' '))
}

fn by_bars(line: &str) -> Option<Vec<String>> {
    let line = line.trim();
    let line = line.strip_prefix('|').unwrap_or(line);
    let mut cells = vec![String::new()];
    let mut escaped = false;
    for c in line.chars() {
        match c {
            '|' if !escaped => cells.push(String::new()),
            c => {
                let cell = cells.last_mut()?;
                if escaped && c == '|' {
                    cell.pop();
                }
                cell.push(c);
            }
        }
        escaped = c == '\\' && !escaped;
    }
    if cells.len() > 1 && cells.last().is_some_and(|cell| cell.trim().is_empty()) {
        cells.pop();
    }
    let cells: Vec<_> = cells.iter().map(|cell| cell.trim().to_owned()).collect();
    (line.contains('|') && cells.len() > 1).then_some(cells)
}

fn by_tabs(line: &str) -> Option<Vec<String>> {
    let cells: Vec<_> = line
        .trim()
        .split('\t')
        .map(|cell| cell.trim().to_owned())
        .collect();
    (cells.len() > 1).then_some(cells)
}

#[cfg(test)]
mod tests {
    use super::Block::{Code, Heading, Item, Paragraph, Quote, Table};
    use super::{Block, blocks};

    #[track_caller]
    fn check(text: &str, wanted: &[Block]) {
        assert_eq!(blocks(text), wanted, "{text}");
    }

    fn text(words: &str) -> String {
        words.to_owned()
    }

    fn rows(rows: &[&[&str]]) -> Block {
        Table(
            rows.iter()
                .map(|row| row.iter().map(|cell| text(cell)).collect())
                .collect(),
        )
    }

    #[test]
    fn paragraphs_headings_and_quotes() {
        check("a\nb\n\nc", &[Paragraph(text("a b")), Paragraph(text("c"))]);
        check("### A ###\nb", &[Heading(text("A")), Paragraph(text("b"))]);
        check("A\n---\nb", &[Heading(text("A")), Paragraph(text("b"))]);
        check("**A**\n\n#b", &[Heading(text("A")), Paragraph(text("#b"))]);
        check("a\n***\nb", &[Paragraph(text("a")), Paragraph(text("b"))]);
        check(
            "a\n\n----\nb",
            &[Paragraph(text("a")), Paragraph(text("b"))],
        );
        check("> a\n> b\n\nc", &[Quote(text("a b")), Paragraph(text("c"))]);
    }

    #[test]
    fn lists() {
        check(
            "of:\n- a\n  b\n- c\n  * d\n- e\n\nf",
            &[
                Paragraph(text("of:")),
                Item(0, None, text("a b")),
                Item(0, None, text("c")),
                Item(1, None, text("d")),
                Item(0, None, text("e")),
                Paragraph(text("f")),
            ],
        );
        check(
            "1. a\n2) b",
            &[Item(0, Some(1), text("a")), Item(0, Some(2), text("b"))],
        );
        check("-1 to 5\n2015. a", &[Paragraph(text("-1 to 5 2015. a"))]);
        check("•a", &[Item(0, None, text("a"))]);
    }

    #[test]
    fn code_and_tables() {
        check(
            "a\n```json\n{\n  b\n```\nc",
            &[
                Paragraph(text("a")),
                Code(vec![text("{"), text("  b")]),
                Paragraph(text("c")),
            ],
        );
        check("```a``` b", &[Paragraph(text("```a``` b"))]);
        check(
            "| a | b |\n|---|---|\n| 1 | x\\|y |",
            &[rows(&[&["a", "b"], &["1", "x|y"]])],
        );
        check(
            "a | b\n--|--\n1 | 2\n\nc",
            &[rows(&[&["a", "b"], &["1", "2"]]), Paragraph(text("c"))],
        );
        check(
            "Name\tType\nid\tlong",
            &[rows(&[&["Name", "Type"], &["id", "long"]])],
        );
        check("| alone |", &[Paragraph(text("| alone |"))]);
        check("a | b", &[Paragraph(text("a | b"))]);
    }
}
