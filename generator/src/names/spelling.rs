//! What a text says, in ASCII letters, digits and gaps: entities are decoded, letters of other
//! scripts transliterated, and symbols that carry the meaning are spelled.

/// Rewrites a text so that everything that is not an ASCII letter or digit is a gap.
pub(super) fn readable(text: &str) -> String {
    let text = decode_entities(text);
    let text = text.trim();
    if let Some(spelled) = comparison(text) {
        return spelled.to_owned();
    }
    let mut out = String::with_capacity(text.len());
    let (lead, body) = split_sign(text);
    out.push_str(lead);
    let (body, tail) = split_tail(body);
    let only_symbols = !body.chars().any(char::is_alphanumeric);
    for c in body.chars() {
        if c.is_ascii_alphanumeric() {
            out.push(c);
        } else if let Some(letters) = transliterate(c) {
            out.push_str(&letters);
        } else if c.is_alphanumeric() {
            out.extend([" u", &format!("{:x}", u32::from(c)), " "]);
        } else if only_symbols || c == '&' {
            out.push_str(symbol(c).unwrap_or(" "));
        } else {
            out.push(' ');
        }
    }
    out.push_str(&tail);
    out
}

/// HTML entities as they are met in names and paths; others stay as they are.
pub(crate) fn decode_entities(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        let entity = rest[1..].find(';').and_then(|end| {
            let c = entity(&rest[1..=end])?;
            Some((c, end + 2))
        });
        let (c, length) = entity.unwrap_or(('&', 1));
        out.push(c);
        rest = &rest[length..];
    }
    out.push_str(rest);
    out
}

fn entity(name: &str) -> Option<char> {
    let code = name.strip_prefix('#');
    match name {
        "nbsp" => Some(' '),
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        "lbrace" | "lcub" => Some('{'),
        "rbrace" | "rcub" => Some('}'),
        _ => match code?.strip_prefix(['x', 'X']) {
            Some(hex) => char::from_u32(u32::from_str_radix(hex, 16).ok()?),
            None => char::from_u32(code?.parse().ok()?),
        },
    }
}

/// A sign, a comparison or a negation that stands before letters or digits.
fn split_sign(text: &str) -> (&'static str, &str) {
    let signs = [
        ("!=", "not equal "),
        ("<=", "less or equal "),
        (">=", "greater or equal "),
        ("<", "less "),
        (">", "greater "),
        ("+", "plus "),
        ("-", "minus "),
        ("!", "not "),
    ];
    for (sign, spelled) in signs {
        if let Some(rest) = text.strip_prefix(sign) {
            let alone = rest.chars().next().is_some_and(char::is_alphanumeric);
            let bracket = sign == "<" && rest.contains('>');
            if alone && !bracket {
                return (spelled, rest);
            }
        }
    }
    ("", text)
}

/// Symbols behind the last letter that change what it says: `start>`, `C++`, `50%`.
fn split_tail(text: &str) -> (&str, String) {
    let body = text.trim_end_matches(['<', '>', '=', '+', '#', '%', '*', '!']);
    let tail = &text[body.len()..];
    let bracket = tail.starts_with('>') && body.contains('<');
    if body.is_empty() || !body.ends_with(char::is_alphanumeric) || bracket || tail == "=" {
        return (text, String::new());
    }
    (
        body,
        comparison(tail).map_or_else(|| spell(tail), |c| format!(" {c}")),
    )
}

fn comparison(text: &str) -> Option<&'static str> {
    match text {
        "<" => Some("less"),
        ">" => Some("greater"),
        "<=" => Some("less or equal"),
        ">=" => Some("greater or equal"),
        "!=" | "<>" => Some("not equal"),
        _ => None,
    }
}

fn spell(symbols: &str) -> String {
    symbols.chars().filter_map(symbol).collect()
}

/// The name of a symbol, between gaps.
fn symbol(c: char) -> Option<&'static str> {
    Some(match c {
        '+' => " plus ",
        '-' | '\u{2212}' => " minus ",
        '*' => " star ",
        '/' => " slash ",
        '\\' => " backslash ",
        '%' => " percent ",
        '#' => " hash ",
        '&' => " and ",
        '@' => " at ",
        '!' => " not ",
        '?' => " question ",
        '=' => " equal ",
        '<' => " less ",
        '>' => " greater ",
        '.' => " dot ",
        ',' => " comma ",
        ':' => " colon ",
        ';' => " semicolon ",
        '|' => " pipe ",
        '~' => " tilde ",
        '^' => " caret ",
        '$' => " dollar ",
        '_' => " underscore ",
        '\'' | '"' | '`' => " quote ",
        '€' => " euro ",
        '£' => " pound ",
        '°' => " degree ",
        _ => return None,
    })
}

/// Letters of other alphabets, in lower case, and how they are commonly written in ASCII.
const LETTERS: &[(&str, &str)] = &[
    ("àáâãåāăąαάа", "a"),
    ("äæ", "ae"),
    ("βб", "b"),
    ("çćčĉċ", "c"),
    ("χч", "ch"),
    ("ďđðδд", "d"),
    ("èéêëēėęěεέеэ", "e"),
    ("φф", "f"),
    ("ğģγг", "g"),
    ("ìíîïīįıηήιίиі", "i"),
    ("ķκк", "k"),
    ("х", "kh"),
    ("łļľλл", "l"),
    ("µμм", "m"),
    ("ñńňņνн", "n"),
    ("òóôõōőοόωώо", "o"),
    ("öøœ", "oe"),
    ("πп", "p"),
    ("ψ", "ps"),
    ("řρр", "r"),
    ("śšşșσςс", "s"),
    ("шщ", "sh"),
    ("ß", "ss"),
    ("ťţțτт", "t"),
    ("þθ", "th"),
    ("ц", "ts"),
    ("ùúûūůűųу", "u"),
    ("ü", "ue"),
    ("в", "v"),
    ("ξ", "x"),
    ("ýÿυύйы", "y"),
    ("я", "ya"),
    ("ё", "yo"),
    ("ю", "yu"),
    ("źżžζз", "z"),
    ("ж", "zh"),
    ("ъь", ""),
];

/// A letter in ASCII, a capital as a capital.
fn transliterate(letter: char) -> Option<String> {
    let mut lower = letter.to_lowercase();
    let (Some(small), None) = (lower.next(), lower.next()) else {
        return None;
    };
    let (_, ascii) = LETTERS
        .iter()
        .find(|(letters, _)| letters.contains(small))?;
    if small == letter {
        return Some((*ascii).to_owned());
    }
    let mut rest = ascii.chars();
    Some(
        rest.next()
            .map(|c| c.to_ascii_uppercase())
            .into_iter()
            .chain(rest)
            .collect(),
    )
}
