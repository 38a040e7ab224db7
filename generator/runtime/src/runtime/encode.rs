//! Percent-encoding (RFC 3986, section 2).

use std::fmt;

/// Appends `text` as data: everything but the unreserved characters is encoded, so that nothing in
/// it can be taken for syntax, whatever the part of the URL it stands in.
pub(super) fn data(text: &str, into: &mut String) {
    push(text, &UNRESERVED, |_| false, into);
}

/// Appends text that is part of a URL already: only what may not stand in one is encoded, and what
/// is encoded already stays.
pub(super) fn syntax(text: &str, into: &mut String) {
    let is_escape = |at| {
        let escape = text.as_bytes().get(at..at + 3);
        escape.is_some_and(|escape| {
            escape[0] == b'%' && escape[1..].iter().all(u8::is_ascii_hexdigit)
        })
    };
    push(text, &IN_URL, is_escape, into);
}

/// Appends runs of bytes that may stand, and the others encoded, but for what begins at a place that
/// `stays`.
fn push(text: &str, may_stand: &Bytes, stays: impl Fn(usize) -> bool, into: &mut String) {
    let mut run = 0;
    for (at, byte) in text.bytes().enumerate() {
        if !may_stand[usize::from(byte)] && !stays(at) {
            // Only ASCII may stand, so a run that is not empty begins and ends with characters.
            into.push_str(text.get(run..at).unwrap_or_default());
            into.extend(['%', digit(byte >> 4), digit(byte & 0xF)]);
            run = at + 1;
        }
    }
    into.push_str(text.get(run..).unwrap_or_default());
}

/// Which bytes may stand: every byte of every URL is looked up.
type Bytes = [bool; 256];

const UNRESERVED: Bytes = with([false; 256], b"-._~", true);
const IN_URL: Bytes = with(UNRESERVED, b"!$&'()*+,;=:@/?", false);

/// The table with these bytes too, and with letters and digits if `alphanumeric`.
const fn with(mut table: Bytes, marks: &[u8], alphanumeric: bool) -> Bytes {
    let mut byte: u8 = 0;
    while alphanumeric && byte < 128 {
        if byte.is_ascii_alphanumeric() {
            table[byte as usize] = true;
        }
        byte += 1;
    }
    let mut at = 0;
    while at < marks.len() {
        table[marks[at] as usize] = true;
        at += 1;
    }
    table
}

/// Half a byte as a digit of hexadecimal.
fn digit(half: u8) -> char {
    char::from(match half {
        0..=9 => b'0' + half,
        _ => b'A' + half - 10,
    })
}

/// The data that a value of a query stands for. What is no UTF-8 in it becomes `U+FFFD`.
#[cfg(feature = "oauth2")]
pub(super) fn decoded(value: &str) -> String {
    let mut bytes = Vec::with_capacity(value.len());
    let mut rest = value.as_bytes();
    while let [first, after @ ..] = rest {
        let escaped = after
            .get(..2)
            .filter(|_| *first == b'%')
            .and_then(|hex| std::str::from_utf8(hex).ok());
        if let Some(byte) = escaped.and_then(|hex| u8::from_str_radix(hex, 16).ok()) {
            bytes.push(byte);
            rest = &after[2..];
        } else {
            bytes.push(if *first == b'+' { b' ' } else { *first });
            rest = after;
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

/// Encodes as data what is written to it.
pub(super) struct DataWriter<'a>(pub(super) &'a mut String);

impl fmt::Write for DataWriter<'_> {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        data(text, self.0);
        Ok(())
    }
}
