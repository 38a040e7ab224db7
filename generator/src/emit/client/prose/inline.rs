//! The words of a paragraph as Markdown that says just them: nothing in it becomes a link of
//! rustdoc, a tag, a list or emphasis.

use super::super::docs::code;

/// Words with their code spans kept, their links spelled out, and no emphasis.
pub(super) fn inline(text: &str) -> String {
    let text = unlink(&text.split_whitespace().collect::<Vec<_>>().join(" "));
    let mut out = String::with_capacity(text.len());
    let mut rest = text.as_str();
    let mut plain = 0;
    while let Some(at) = rest[plain..].find('`').map(|at| plain + at) {
        let run = rest[at..].len() - rest[at..].trim_start_matches('`').len();
        let inside = &rest[at + run..];
        let Some(end) = closing(inside, run) else {
            plain = at + run;
            continue;
        };
        out.push_str(&words(&rest[..at], out.is_empty()));
        out.push_str(&code(inside[..end].trim()));
        rest = &inside[end + run..];
        plain = 0;
    }
    out.push_str(&words(rest, out.is_empty()));
    out
}

/// Where a run of just as many backticks ends a code span that is not empty.
fn closing(text: &str, run: usize) -> Option<usize> {
    let mut at = 0;
    while let Some(start) = text[at..].find('`').map(|start| at + start) {
        let length = text[start..].len() - text[start..].trim_start_matches('`').len();
        if length == run {
            return (!text[..start].trim().is_empty()).then_some(start);
        }
        at = start + length;
    }
    None
}

/// Words without code spans.
fn words(text: &str, first: bool) -> String {
    escape(&without_stress(text), first)
}

/// The text without the links of its author, which may lead anywhere: the words of a link stay, and
/// its address where it is one of the web.
fn unlink(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, words, address, after)) = link(rest) {
        // What is between backticks is no link.
        if before.matches('`').count() % 2 == 1 {
            let (code, behind) = rest.split_at(before.len() + 1);
            out.push_str(code);
            rest = behind;
            continue;
        }
        out.push_str(before.strip_suffix('!').unwrap_or(before));
        out.push_str(words);
        let address = address.split_whitespace().next().unwrap_or_default();
        if is_url(address) && address != words {
            out.push_str(&format!(" ({address})"));
        }
        rest = after;
    }
    out.push_str(rest);
    out
}

/// The first `[words](address)`: what is before it, its parts, and what is behind it.
fn link(text: &str) -> Option<(&str, &str, &str, &str)> {
    let middle = text.find("](")?;
    let start = text[..middle].rfind('[')?;
    let end = middle + text[middle..].find(')')?;
    let (words, address) = (&text[start + 1..middle], &text[middle + 2..end]);
    Some((&text[..start], words, address, &text[end + 1..]))
}

/// What was bold or slanted is plain.
fn without_stress(text: &str) -> String {
    let mut text = text.replace("**", "");
    for mark in ["__", "_", "*"] {
        text = without_mark(&text, mark);
    }
    text
}

/// Takes pairs of a mark away that hug what is between them: `*so*`, but not `2 * 3 * 4`.
fn without_mark(text: &str, mark: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(mark) {
        let (before, inside) = (&rest[..at], &rest[at + mark.len()..]);
        let opens = before
            .chars()
            .last()
            .is_none_or(|c| c.is_whitespace() || "(\"'".contains(c))
            && inside.starts_with(|c: char| c.is_alphanumeric() || "(\"'“".contains(c));
        let hugged = inside.find(mark).filter(|end| {
            let behind = &inside[end + mark.len()..];
            opens
                && inside[..*end].ends_with(|c: char| !c.is_whitespace() && c != '/')
                && !behind.starts_with(|c: char| c.is_alphanumeric() || mark.starts_with(c))
        });
        out.push_str(before);
        if let Some(end) = hugged {
            out.push_str(&inside[..end]);
            rest = &inside[end + mark.len()..];
        } else {
            out.push_str(mark);
            rest = inside;
        }
    }
    out.push_str(rest);
    out
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
        if is_url(core) {
            out.push_str(&format!(
                "{}<{core}>{}",
                escape_word(head, false),
                escape_word(tail, false)
            ));
        } else if is_name(core) {
            out.push_str(&format!(
                "{}`{core}`{}",
                escape_word(head, false),
                escape_word(tail, false)
            ));
        } else {
            out.push_str(&escape_word(word, first && number == 0));
        }
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
    let opens = first
        && (word.starts_with(['#', '>', '+', '-', '=', '|', '~'])
            || word.trim_end_matches(['.', ')']).parse::<u64>().is_ok()
                && !word.ends_with(char::is_numeric));
    if opens {
        let at = word
            .find(['.', ')'])
            .filter(|_| word.starts_with(|c: char| c.is_ascii_digit()));
        let (head, tail) = word.split_at(at.unwrap_or(0));
        out.push_str(head);
        out.push('\\');
        return out
            + tail.get(..1).unwrap_or_default()
            + &escape_word(tail.get(1..).unwrap_or_default(), false);
    }
    let mut before = ' ';
    let mut characters = word.chars().peekable();
    while let Some(c) = characters.next() {
        let next = characters.peek().copied().unwrap_or(' ');
        let acts = match c {
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
        let is_entity = c == '&' && (next.is_alphanumeric() || next == '#') && word.contains(';');
        out.push_str(if is_entity { "&amp;" } else { "" });
        if !is_entity {
            out.push(c);
        }
        before = c;
    }
    // Without a scheme a URL stays text; with one inside a word, rustdoc would call it bare.
    out.replace("://", ":\\//")
}
