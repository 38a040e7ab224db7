//! A text of the document as the blocks that its author saw: paragraphs, lists, tables, code.

use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, CowStr, Event, Options, Parser, Tag, TagEnd};

use super::clean;
use super::words::Words;

/// A stretch of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Block {
    /// How many items of lists it stands in.
    pub(super) depth: usize,
    /// What its item begins with, where it is the first in it: `- `, `1. `.
    pub(super) mark: Option<String>,
    pub(super) kind: Kind,
}

/// What a block is. Words are Markdown that is safe to emit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Paragraph(String),
    /// Of whatever level.
    Heading(String),
    /// A paragraph of somebody else, or a note.
    Quote(String),
    /// Lines that stay as they are.
    Code(Vec<String>),
    /// Rows of cells; the first are the headings.
    Table(Vec<Vec<String>>),
}

/// Nobody reads lists that are nested deeper.
const DEEPEST: usize = 4;

/// A text that is longer is no heading, however it is marked.
const LONGEST_HEADING: usize = 100;

/// The blocks of a text in Markdown.
pub(super) fn blocks(text: &str) -> Vec<Block> {
    let mut reader = Reader::default();
    for (event, range) in Parser::new_ext(text, Options::ENABLE_TABLES).into_offset_iter() {
        reader.read(event, text, range);
    }
    reader.end();
    reader.blocks
}

#[derive(Default)]
struct Reader<'a> {
    blocks: Vec<Block>,
    /// The words of the block that is open.
    words: Words,
    /// The code that is open.
    code: Option<String>,
    rows: Vec<Vec<String>>,
    /// Where the links that are open lead.
    links: Vec<CowStr<'a>>,
    /// How many items and quotes are open.
    depth: usize,
    quotes: usize,
    heading: bool,
    mark: Option<String>,
}

impl<'a> Reader<'a> {
    fn read(&mut self, event: Event<'a>, text: &str, range: Range<usize>) {
        match event {
            Event::Start(Tag::Emphasis | Tag::Strong)
            | Event::End(TagEnd::Emphasis | TagEnd::Strong) => self.words.text(stars(text, range)),
            Event::Start(Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. }) => {
                self.links.push(dest_url);
            }
            Event::End(TagEnd::Link | TagEnd::Image) => {
                let address = self.links.pop();
                self.words.address(address.as_deref().unwrap_or_default());
            }
            Event::Start(Tag::TableHead | Tag::TableRow) => self.rows.push(Vec::new()),
            Event::End(TagEnd::TableCell) => {
                let cell = self.words.take();
                if let Some(row) = self.rows.last_mut() {
                    row.push(cell);
                }
            }
            Event::Start(Tag::TableCell) | Event::End(TagEnd::TableHead | TagEnd::TableRow) => {}
            Event::Start(tag) => {
                self.end();
                self.open(tag, &text[range]);
            }
            Event::End(tag) => {
                self.end();
                self.close(tag);
            }
            // A line that ends on purpose mostly ends a thought.
            Event::HardBreak => self.end(),
            Event::Code(code) => self.words.code(&code),
            Event::Text(words) | Event::Html(words) | Event::InlineHtml(words) => {
                // Nobody escapes these for Markdown: the backslash is meant.
                let is_meant = words.starts_with(['"', '\'', '{', '}', '/']);
                let before = if is_meant && text[..range.start].ends_with('\\') {
                    "\\"
                } else {
                    ""
                };
                match &mut self.code {
                    Some(code) => code.push_str(&clean(&words)),
                    None => self.words.text(&format!("{before}{}", clean(&words))),
                }
            }
            _ => self.words.text(" "),
        }
    }

    fn open(&mut self, tag: Tag<'a>, source: &str) {
        match tag {
            Tag::Item => {
                self.depth += 1;
                self.mark = Some(mark(source));
            }
            Tag::BlockQuote(_) => self.quotes += 1,
            Tag::Heading { .. } => self.heading = true,
            Tag::Paragraph => self.heading = self.depth == 0 && is_title(source.trim()),
            // A label of more than one word is the first line of the code.
            Tag::CodeBlock(CodeBlockKind::Fenced(label)) if label.contains([' ', '{']) => {
                self.code = Some(format!("{label}\n"));
            }
            Tag::CodeBlock(_) => self.code = Some(String::new()),
            _ => {}
        }
    }

    fn close(&mut self, tag: TagEnd) {
        self.heading = false;
        match tag {
            TagEnd::Item => {
                self.depth -= 1;
                self.mark = None;
            }
            TagEnd::BlockQuote(_) => self.quotes -= 1,
            TagEnd::CodeBlock => {
                let code = self.code.take().unwrap_or_default();
                if !code.trim().is_empty() {
                    self.add(Kind::Code(code.lines().map(str::to_owned).collect()));
                }
            }
            TagEnd::Table => {
                let rows = std::mem::take(&mut self.rows);
                self.add(Kind::Table(rows));
            }
            _ => {}
        }
    }

    /// Ends the block that is open, if it has words.
    fn end(&mut self) {
        match self.words.take() {
            words if words.is_empty() => {}
            words if self.heading && words.len() < LONGEST_HEADING => {
                self.add(Kind::Heading(words));
            }
            words if self.quotes > 0 && self.depth == 0 => self.add(Kind::Quote(words)),
            words => self.add(Kind::Paragraph(words)),
        }
    }

    fn add(&mut self, kind: Kind) {
        self.blocks.push(Block {
            depth: self.depth.min(DEEPEST),
            mark: self.mark.take(),
            kind,
        });
    }
}

/// The marks of a stress that say something: those of `*so*` do not, but `*/*` is a media type, and
/// `.*so.*` a pattern.
fn stars(text: &str, range: Range<usize>) -> &str {
    let source = &text[range.clone()];
    let inside = source.trim_matches(['*', '_']);
    let before = text[..range.start].chars().next_back().unwrap_or(' ');
    let behind = text[range.end..].chars().next().unwrap_or(' ');
    let length = source.len() - source.trim_start_matches(['*', '_']).len();
    let says = !inside.contains(char::is_alphanumeric)
        || inside.starts_with(['/', '.', ':', '=', ',', ']', ')'])
        || inside.ends_with('/')
        || before.is_alphanumeric()
        || behind.is_alphanumeric()
        || length == 1 && "./\\^".contains(before);
    &source[..if says { length.min(2) } else { 0 }]
}

/// What an item begins with. Its own number stays, which may be a value.
fn mark(item: &str) -> String {
    let digits = item.trim_start().chars().take_while(char::is_ascii_digit);
    let number: String = digits.collect();
    if number.is_empty() {
        "- ".to_owned()
    } else {
        format!("{number}. ")
    }
}

/// Whether a paragraph is bold as a whole.
fn is_title(text: &str) -> bool {
    let inside = text
        .strip_prefix("**")
        .map(|text| text.trim_end_matches(':'));
    let inside = inside.and_then(|text| text.strip_suffix("**"));
    inside.is_some_and(|text| !text.contains("**"))
}
