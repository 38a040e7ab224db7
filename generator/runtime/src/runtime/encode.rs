//! Percent-encoding (RFC 3986, section 2).

use std::fmt::{self, Write as _};

/// Appends `text` as data: everything but the unreserved characters is encoded, so that nothing in
/// it can be taken for syntax, whatever the part of the URL it stands in.
pub(super) fn data(text: &str, into: &mut String) {
    push(text, |_, byte| is_unreserved(byte), into);
}

/// Appends text that is part of a URL already: only what may not stand in one is encoded, and what
/// is encoded already stays.
pub(super) fn syntax(text: &str, into: &mut String) {
    let is_escape = |at| {
        text.as_bytes()
            .get(at + 1..at + 3)
            .is_some_and(|hex| hex.iter().all(u8::is_ascii_hexdigit))
    };
    let may_stand = |at, byte| match byte {
        b'%' => is_escape(at),
        b'!' | b'$' | b'&' | b'\'' | b'(' | b')' | b'*' | b'+' | b',' | b';' | b'=' | b':'
        | b'@' | b'/' | b'?' => true,
        _ => is_unreserved(byte),
    };
    push(text, may_stand, into);
}

/// Appends runs of bytes that may stand, and the others encoded.
fn push(text: &str, may_stand: impl Fn(usize, u8) -> bool, into: &mut String) {
    let mut run = 0;
    for (at, byte) in text.bytes().enumerate() {
        if !may_stand(at, byte) {
            // Only ASCII may stand, so a run that is not empty begins and ends with characters.
            into.push_str(text.get(run..at).unwrap_or_default());
            // A `String` takes everything.
            let _ = write!(into, "%{byte:02X}");
            run = at + 1;
        }
    }
    into.push_str(text.get(run..).unwrap_or_default());
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

fn is_unreserved(byte: u8) -> bool {
    matches!(byte, b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~')
}
