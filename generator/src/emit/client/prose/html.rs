//! HTML in a text, rewritten as the Markdown that says the same.
//!
//! Only tags that HTML has count: `<id>` is a placeholder and stays. Of what is between backticks
//! nothing is read.
//!
//! | HTML | becomes |
//! |---|---|
//! | `<p>`, `<br>`, `<div>` | a new paragraph |
//! | `<ul><li>a` | `- a` |
//! | `<h2>a</h2>` | `# a` |
//! | `<code>a</code>` | `` `a` `` |
//! | `<pre>a</pre>` | a block of code |
//! | `<a href="https://…">a</a>` | `a (https://…)` |
//! | `<tr><td>a<td>b` | `\| a \| b \|` |
//! | `<b>`, `<span …>`, comments | nothing |
//! | `&lt;` in code | the character |

use std::collections::BTreeMap;

use pulldown_cmark::{Event, Parser};

/// Tags that begin and end a paragraph.
const BREAKS: &[&str] = &[
    "article", "aside", "br", "center", "dd", "details", "div", "dl", "dt", "footer", "header",
    "hr", "p", "section", "summary", "table",
];

/// Tags that only dress the words between them.
const DRESS: &[&str] = &[
    "abbr", "b", "big", "cite", "em", "font", "i", "ins", "label", "mark", "nobr", "q", "s",
    "small", "span", "strike", "strong", "sub", "sup", "tbody", "tfoot", "thead", "u", "wbr",
];

/// Tags of code.
const CODE: &[&str] = &["code", "kbd", "samp", "tt", "var"];

const FENCE: &str = "```";

/// The text with its HTML rewritten.
pub(super) fn markdown(text: &str) -> String {
    let mut writer = Writer {
        whole: text,
        ..Writer::default()
    };
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let taken = match c {
            '`' | '~' if writer.code != FENCE => writer.ticks(rest),
            '<' => writer.tag(rest),
            '&' => writer.entity(rest),
            _ => 0,
        };
        if taken == 0 {
            writer.push(c);
            rest = &rest[c.len_utf8()..];
        } else {
            rest = &rest[taken..];
        }
    }
    writer.out
}

#[derive(Default)]
struct Writer<'a> {
    /// All of the text, for what is dress only where it is taken off again.
    whole: &'a str,
    /// Which of the tags that were met are taken off again.
    pairs: BTreeMap<String, bool>,
    out: String,
    /// The lists that are open: whether their items have numbers.
    lists: Vec<bool>,
    /// Where the link that is open leads, and where its words begin.
    links: Vec<(String, usize)>,
    /// What ends the code that is open: a tick in `<code>`, a fence in `<pre>`.
    code: &'static str,
    /// Inside a cell of a table, which has no lines of its own.
    cell: bool,
    /// White space has no meaning here.
    fresh: bool,
}

impl Writer<'_> {
    fn push(&mut self, c: char) {
        match c {
            _ if self.code == FENCE => self.out.push(c),
            c if c.is_whitespace() && self.fresh => {}
            '\n' if self.cell => self.out.push(' '),
            '|' if self.cell => self.out.push_str("\\|"),
            c => {
                self.fresh = false;
                self.out.push(c);
            }
        }
    }

    /// Copies what is between two runs of backticks; nothing where they have no end.
    fn ticks(&mut self, rest: &str) -> usize {
        let run = rest.len() - rest.trim_start_matches(&rest[..1]).len();
        let (ticks, inside) = rest.split_at(run);
        if run < 3 && ticks.starts_with('~') {
            return 0;
        }
        let is_fence = run > 2 && self.line().trim().is_empty();
        // A span ends with its paragraph; a fence may have no end.
        let end = inside.find(ticks);
        let end = end.filter(|end| run > 2 || !inside[..*end].contains("\n\n"));
        let length = match end {
            Some(end) => run + end + run,
            None if is_fence => rest.len(),
            None => return 0,
        };
        self.fresh = false;
        self.out.push_str(&rest[..length]);
        length
    }

    fn tag(&mut self, rest: &str) -> usize {
        if let Some(comment) = rest.strip_prefix("<!--") {
            return comment.find("-->").map_or(0, |end| 4 + end + 3);
        }
        let Some(end) = rest.find('>') else { return 0 };
        let inside = &rest[1..end];
        let closing = inside.starts_with('/');
        let name: String = inside
            .trim_start_matches('/')
            .chars()
            .take_while(char::is_ascii_alphanumeric)
            .map(|c| c.to_ascii_lowercase())
            .collect();
        let attributes = &inside[name.len() + usize::from(closing)..];
        let is_tag = attributes.is_empty()
            || attributes.starts_with(|c: char| c.is_whitespace() || c == '/');
        if !is_tag || inside.contains('<') {
            return 0;
        }
        let length = end + 1;
        if self.apply(&name, closing, attributes, &rest[length..]) {
            length
        } else {
            0
        }
    }

    /// Writes what a tag means; false where it is none.
    fn apply(&mut self, name: &str, closing: bool, attributes: &str, behind: &str) -> bool {
        match name {
            "pre" if closing == (self.code == FENCE) => self.block_of_code(closing),
            _ if self.code == FENCE => return DRESS.contains(&name) || CODE.contains(&name),
            "ul" | "ol" => self.list(name == "ol", closing),
            "li" => self.item(closing),
            "td" | "th" => self.cell(closing),
            "tr" => self.row(closing),
            "a" => return self.link(closing, attributes),
            "img" => {}
            "blockquote" => self.paragraph(),
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => {
                self.paragraph();
                if !closing {
                    self.out.push_str("# ");
                }
            }
            "br" if self.in_row() => self.out.push(' '),
            name if BREAKS.contains(&name) => {
                self.cell &= name != "table";
                self.paragraph();
            }
            name if CODE.contains(&name) && self.is_pair(name) => {
                self.fresh = false;
                self.code(closing, behind);
            }
            name => return DRESS.contains(&name) && self.is_pair(name),
        }
        true
    }

    /// Whether the text takes off again what it puts on: `/users/<code>` has a placeholder.
    fn is_pair(&mut self, name: &str) -> bool {
        if let Some(known) = self.pairs.get(name) {
            return *known;
        }
        let lower = self.whole.to_ascii_lowercase();
        let is_pair = lower.contains(&format!("</{name}>"))
            && (lower.contains(&format!("<{name}>")) || lower.contains(&format!("<{name} ")));
        self.pairs.insert(name.to_owned(), is_pair);
        is_pair
    }

    fn code(&mut self, closing: bool, behind: &str) {
        // Backticks inside, or a span over paragraphs, would be another span than was meant.
        if closing && !self.code.is_empty() || !closing && !behind.trim_start().starts_with('<') {
            self.out.push('`');
            self.code = if closing { "" } else { "`" };
        }
    }

    /// Whether the line is a row of a table in Markdown, which a break must not part.
    fn in_row(&self) -> bool {
        self.line().starts_with('|')
    }

    fn line(&self) -> &str {
        self.out.rsplit('\n').next().unwrap_or_default()
    }

    fn paragraph(&mut self) {
        if self.cell {
            self.out.push(' ');
        } else if !matches!(self.line().trim_start(), "- " | "1. ") {
            self.out.push_str("\n\n");
        }
        self.fresh = true;
    }

    fn block_of_code(&mut self, closing: bool) {
        self.out
            .push_str(if closing { "\n```\n\n" } else { "\n\n```\n" });
        self.code = if closing { "" } else { FENCE };
        self.fresh = closing;
    }

    fn list(&mut self, numbered: bool, closing: bool) {
        if closing {
            self.lists.pop();
        } else {
            self.lists.push(numbered);
        }
        if self.lists.is_empty() || !closing && self.lists.len() == 1 {
            self.paragraph();
        }
        self.fresh = true;
    }

    fn item(&mut self, closing: bool) {
        if !closing {
            let numbered = self.lists.last().copied().unwrap_or_default();
            let depth = self.lists.len().saturating_sub(1);
            self.out.push('\n');
            self.out.push_str(&"   ".repeat(depth));
            self.out.push_str(if numbered { "1. " } else { "- " });
        }
        self.fresh = true;
    }

    fn row(&mut self, closing: bool) {
        self.cell = false;
        if !closing {
            self.out
                .push_str(if self.line().is_empty() { "|" } else { "\n|" });
        }
        self.fresh = true;
    }

    fn cell(&mut self, closing: bool) {
        if closing || self.cell {
            self.out.push_str(" |");
        }
        self.cell = !closing;
        self.fresh = true;
    }

    fn link(&mut self, closing: bool, attributes: &str) -> bool {
        if !closing {
            let Some(address) = href(attributes) else {
                return !attributes.trim().is_empty();
            };
            self.links.push((address, self.out.len()));
            return true;
        }
        if let Some((address, start)) = self.links.pop() {
            let words = self.out.get(start..).unwrap_or_default().trim();
            let is_web = address.starts_with("http://") || address.starts_with("https://");
            if is_web && words != address {
                self.out.push_str(&format!(" ({address})"));
            }
        }
        true
    }

    /// Writes the character of an entity in code, where Markdown has none.
    fn entity(&mut self, rest: &str) -> usize {
        let name = rest[1..].find(|c: char| !c.is_ascii_alphanumeric() && c != '#');
        let end = name.map_or(0, |length| length + 1);
        if self.code.is_empty() || !rest[end..].starts_with(';') {
            return 0;
        }
        for event in Parser::new(&rest[..=end]) {
            if let Event::Text(text) = event {
                self.out.push_str(&text);
            }
        }
        end + 1
    }
}

/// The address of a link.
fn href(attributes: &str) -> Option<String> {
    let (_, rest) = attributes.split_once("href")?;
    let value = rest.trim_start().strip_prefix('=')?.trim_start();
    let quote = value.chars().next().filter(|c| matches!(c, '"' | '\''));
    let address = match quote {
        Some(quote) => value[1..].split(quote).next()?,
        None => value.split_whitespace().next()?,
    };
    Some(address.trim().to_owned())
}

#[cfg(test)]
mod tests {
    use super::markdown;

    #[test]
    fn html_becomes_markdown() {
        for (html, wanted) in [
            ("<p>a</p> <p>b</p>", "\n\na\n\n\n\nb\n\n"),
            ("a<br/>\n b", "a\n\nb"),
            (
                "x<ul><li>a</li> <li><p>b</p></li></ul>y",
                "x\n\n\n- a\n- b\n\n\n\ny",
            ),
            ("<code>a_b</code> of <b>c</b>", "`a_b` of c"),
            ("/users/<code>/<id>", "/users/<code>/<id>"),
            ("`<p>` and <p>", "`<p>` and \n\n"),
            (
                "see <a href=\"https://a.example\">this</a>, <a href='/b'>that</a>",
                "see this (https://a.example), that",
            ),
            ("&lt; <code>&lt;b &c;</code>", "&lt; `<b &c;`"),
            ("``` <p>\n<br>", "``` <p>\n<br>"),
            (
                "<table><tr><th>a</th><th>b</th></tr><tr><td>1|2<td>\n3</td></tr></table>",
                "\n\n|a |b |\n|1\\|2 |3 |\n\n",
            ),
            (
                "<pre><code>a &lt; b\n  c</code></pre>",
                "\n\n```\na < b\n  c\n```\n\n",
            ),
            ("a < b > c, List<String>", "a < b > c, List<String>"),
            ("a<!-- b -->c", "ac"),
            ("| a<br>b | c |", "| a b | c |"),
        ] {
            assert_eq!(markdown(html), wanted, "{html}");
        }
    }
}
