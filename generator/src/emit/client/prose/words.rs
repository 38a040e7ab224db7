//! The words of a paragraph as Markdown that says just them: nothing in it becomes a link of
//! rustdoc, a tag, a list or emphasis.

use super::super::docs::code;

/// The words of a block in the making.
#[derive(Default)]
pub(super) struct Words {
    written: String,
    /// What is not written yet, since it may go on: the reader sees a text in pieces.
    plain: String,
}

impl Words {
    /// Adds plain text; white space is a space.
    pub(super) fn text(&mut self, text: &str) {
        for c in text.chars() {
            if !c.is_whitespace() {
                self.plain.push(c);
            } else if !self.plain.ends_with(' ') {
                self.plain.push(' ');
            }
        }
    }

    /// Adds a code span.
    pub(super) fn code(&mut self, text: &str) {
        self.write();
        self.written.push_str(&code(text.trim()));
    }

    /// Adds where the words before it lead, if that is a place in the web that they do not say. An
    /// address of mail keeps its marks.
    pub(super) fn address(&mut self, address: &str) {
        let said = self.plain.trim_end_matches('/');
        if is_url(address) && !said.ends_with(address.trim_end_matches('/')) {
            self.text(&format!(" ({address})"));
        } else if address.contains('@') && said.ends_with(address) {
            self.plain = self.plain.replace(address, &format!("<{address}>"));
        }
    }

    /// All of them as Markdown.
    pub(super) fn take(&mut self) -> String {
        self.write();
        std::mem::take(&mut self.written).trim_end().to_owned()
    }

    fn write(&mut self) {
        let plain = std::mem::take(&mut self.plain);
        let is_first = self.written.is_empty();
        let plain = if is_first { plain.trim_start() } else { &plain };
        self.written.push_str(&escape(plain, is_first));
    }
}

/// Escapes what Markdown or rustdoc would act upon, makes links of bare URLs, and code of names.
fn escape(text: &str, first: bool) -> String {
    let mut out = String::with_capacity(text.len());
    for (number, word) in text.split(' ').enumerate() {
        if number > 0 {
            out.push(' ');
        }
        let end = word
            .trim_end_matches(['.', ',', ')', ';', ':', '\'', '"', '!', '?'])
            .len();
        let start = word.len() - word.trim_start_matches(['(', '\'', '"']).len();
        let (head, core, tail) = match word.get(start..end) {
            Some(core) => (&word[..start], core, &word[end..]),
            None => ("", "", word),
        };
        let core = match core {
            core if is_url(core) => format!("<{core}>"),
            core if is_name(core) => format!("`{core}`"),
            _ => {
                out.push_str(&escape_word(word, first && number == 0));
                continue;
            }
        };
        let (head, tail) = (escape_word(head, false), escape_word(tail, false));
        out.push_str(&format!("{head}{core}{tail}"));
    }
    out
}

/// Whether a word is spelled as people spell names in code: `camelCase`, `snake_case`.
fn is_name(word: &str) -> bool {
    let mut last = ' ';
    let mut turns = false;
    for c in word.chars() {
        turns |= last.is_lowercase() && c.is_uppercase() || c == '_';
        last = c;
    }
    turns && !word.ends_with('_') && word.chars().all(|c| c.is_alphanumeric() || c == '_')
}

fn is_url(word: &str) -> bool {
    let rest = word
        .strip_prefix("https://")
        .or_else(|| word.strip_prefix("http://"));
    rest.is_some_and(|rest| {
        !rest.is_empty() && !rest.contains(['<', '>', '\\', '`', '[', ']', '{'])
    })
}

fn escape_word(word: &str, first: bool) -> String {
    let mut out = String::with_capacity(word.len());
    // What begins a line may make a heading, a quote, a list or a rule of it.
    let opens = match word.trim_end_matches(['.', ')']) {
        _ if !first => None,
        _ if word.starts_with(['#', '>', '+', '-', '=', '|', '~']) => Some(0),
        number => number.parse::<u64>().ok().map(|_| number.len()),
    };
    let mut before = ' ';
    let mut characters = word.char_indices().peekable();
    while let Some((at, c)) = characters.next() {
        let next = characters.peek().map_or(' ', |(_, next)| *next);
        let acts = match c {
            _ if opens == Some(at) => true,
            '\\' | '`' | '*' | '[' | ']' | '|' => true,
            // What is inside a word stresses nothing.
            '_' => !(before.is_alphanumeric() && next.is_alphanumeric()),
            '<' => next.is_alphabetic() || "/!?".contains(next),
            '~' => before == '~' || next == '~',
            _ => false,
        };
        if acts {
            out.push('\\');
        }
        out.push(c);
        if c == '&' && (next.is_alphanumeric() || next == '#') && word.contains(';') {
            out.push_str("amp;");
        }
        before = c;
    }
    // Without a scheme a URL stays text; with one inside a word, rustdoc would call it bare.
    out.replace("://", ":\\//")
}
