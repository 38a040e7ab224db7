//! An example as somebody typed it, read as the value it stands for.

/// A value, by what its spelling says of it.
#[derive(Clone, Debug, PartialEq)]
pub enum Literal {
    /// `true` or `FALSE`.
    Boolean(bool),
    /// `12`, `-3`.
    Integer(i64),
    /// `1.5`, `2e10`, and integers that 64 bits do not hold, as written.
    Number(String),
    /// An RFC 3339 date-time with its offset, such as `2019-05-10T12:00:00Z`.
    DateTime(String),
    /// A date and time without an offset, such as `2019-05-10T12:00:00`.
    LocalDateTime(String),
    /// `2019-05-10`.
    Date(String),
    /// An e-mail address.
    Email(String),
    /// An absolute `http`, `https` or `ftp` address.
    Uri(String),
    /// A UUID in its form with hyphens.
    Uuid(String),
    /// An object or an array in JSON.
    Json(serde_json::Value),
    /// Anything else.
    Text(String),
}

impl Literal {
    /// The value in JSON.
    #[must_use]
    pub fn to_json(&self) -> serde_json::Value {
        match self {
            Self::Boolean(value) => (*value).into(),
            Self::Integer(value) => (*value).into(),
            Self::Number(text) => {
                serde_json::from_str(text).unwrap_or_else(|_| text.as_str().into())
            }
            Self::Json(value) => value.clone(),
            Self::DateTime(text)
            | Self::LocalDateTime(text)
            | Self::Date(text)
            | Self::Email(text)
            | Self::Uri(text)
            | Self::Uuid(text)
            | Self::Text(text) => text.as_str().into(),
        }
    }
}

/// Reads the text of a cell, which stood in quotes or did not.
///
/// In quotes only texts are left: `"12"` and `"true"` are texts that look like other things, while a
/// quoted date is still a date. An empty cell without quotes says nothing.
#[must_use]
pub fn literal(text: &str, quoted: bool) -> Option<Literal> {
    let text = text.trim();
    if text.is_empty() && !quoted {
        return None;
    }
    let own = || text.to_owned();
    if !quoted && let Some(value) = bare(text) {
        return Some(value);
    }
    Some(if is_date_time(text) {
        Literal::DateTime(own())
    } else if is_local_date_time(text) {
        Literal::LocalDateTime(own())
    } else if is_date(text) {
        Literal::Date(own())
    } else if is_uuid(text) {
        Literal::Uuid(own())
    } else if is_email(text) {
        Literal::Email(own())
    } else if is_uri(text) {
        Literal::Uri(own())
    } else {
        Literal::Text(own())
    })
}

/// What only a value without quotes can be.
fn bare(text: &str) -> Option<Literal> {
    if text.eq_ignore_ascii_case("true") || text.eq_ignore_ascii_case("false") {
        return Some(Literal::Boolean(text.eq_ignore_ascii_case("true")));
    }
    if is_number(text) {
        return Some(match text.parse() {
            Ok(integer) => Literal::Integer(integer),
            Err(_) => Literal::Number(text.to_owned()),
        });
    }
    if text.starts_with(['{', '[']) {
        return serde_json::from_str(text).ok().map(Literal::Json);
    }
    None
}

/// Whether the text is a number as JSON writes it: `007` and `+1` are not, they are codes.
#[must_use]
pub fn is_number(text: &str) -> bool {
    text.starts_with(|c: char| c == '-' || c.is_ascii_digit())
        && serde_json::from_str::<serde_json::Number>(text).is_ok()
}

/// Whether the text is `YYYY-MM-DD` with a month and a day that exist.
#[must_use]
pub fn is_date(text: &str) -> bool {
    let bytes = text.as_bytes();
    picture(bytes, b"dddd-dd-dd")
        && (1..=12).contains(&two(bytes, 5))
        && (1..=31).contains(&two(bytes, 8))
}

/// Whether the text is a date and time with an offset, as RFC 3339 writes it.
#[must_use]
pub fn is_date_time(text: &str) -> bool {
    let Some(text) = text.strip_suffix(['Z', 'z']) else {
        let Some(split) = text
            .len()
            .checked_sub(6)
            .filter(|at| text.is_char_boundary(*at))
        else {
            return false;
        };
        let (local, offset) = text.split_at(split);
        let signed = offset.starts_with(['+', '-']);
        return signed && picture(&offset.as_bytes()[1..], b"dd:dd") && is_local_date_time(local);
    };
    is_local_date_time(text)
}

/// Whether the text is a date, `T`, and a time without an offset.
#[must_use]
pub fn is_local_date_time(text: &str) -> bool {
    let Some((date, time)) = text.split_once(['T', 't']) else {
        return false;
    };
    let (whole, fraction) = time.split_once('.').unwrap_or((time, "0"));
    let clock = whole.as_bytes();
    is_date(date)
        && picture(clock, b"dd:dd:dd")
        && two(clock, 0) < 24
        && two(clock, 3) < 60
        && two(clock, 6) <= 60
        && !fraction.is_empty()
        && fraction.bytes().all(|b| b.is_ascii_digit())
}

/// Whether the text is an e-mail address: one `@`, and a domain with a dot behind it.
#[must_use]
pub fn is_email(text: &str) -> bool {
    let Some((local, domain)) = text.split_once('@') else {
        return false;
    };
    let local_fits = |c: char| c.is_alphanumeric() || "!#$%&'*+-/=?^_`{|}~.".contains(c);
    let domain_fits = |c: char| c.is_alphanumeric() || c == '-' || c == '.';
    !local.is_empty()
        && local.chars().all(local_fits)
        && domain.chars().all(domain_fits)
        && domain.split('.').count() > 1
        && domain.split('.').all(|label| !label.is_empty())
}

/// Whether the text is an absolute address of the web.
#[must_use]
pub fn is_uri(text: &str) -> bool {
    let Some((scheme, rest)) = text.split_once("://") else {
        return false;
    };
    ["http", "https", "ftp"].contains(&scheme)
        && rest.starts_with(|c: char| c.is_alphanumeric() || c == '[')
        && !text.contains(|c: char| c.is_whitespace() || "<>\"{}".contains(c))
}

/// Whether the text is a UUID with its hyphens.
#[must_use]
pub fn is_uuid(text: &str) -> bool {
    picture(text.as_bytes(), b"xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx")
}

/// Whether the bytes follow a picture in which `d` is a digit, `x` a hexadecimal digit, and anything
/// else itself.
fn picture(bytes: &[u8], picture: &[u8]) -> bool {
    bytes.len() == picture.len()
        && bytes.iter().zip(picture).all(|(byte, sign)| match sign {
            b'd' => byte.is_ascii_digit(),
            b'x' => byte.is_ascii_hexdigit(),
            sign => byte == sign,
        })
}

/// The two digits at `at`, as a number.
fn two(bytes: &[u8], at: usize) -> u8 {
    (bytes[at] - b'0') * 10 + (bytes[at + 1] - b'0')
}

#[cfg(test)]
mod tests {
    use super::{Literal, literal};
    use serde_json::json;

    #[test]
    fn bare_cells_are_what_they_look_like() {
        let text = str::to_owned;
        for (cell, expected) in [
            ("FALSE", Literal::Boolean(false)),
            ("true", Literal::Boolean(true)),
            (" 12 ", Literal::Integer(12)),
            ("-3", Literal::Integer(-3)),
            ("1.5", Literal::Number(text("1.5"))),
            (
                "99999999999999999999",
                Literal::Number(text("99999999999999999999")),
            ),
            ("007", Literal::Text(text("007"))),
            ("+1", Literal::Text(text("+1"))),
            (
                "2019-05-10T12:00:00Z",
                Literal::DateTime(text("2019-05-10T12:00:00Z")),
            ),
            (
                "2019-05-10T12:00:00.123+02:00",
                Literal::DateTime(text("2019-05-10T12:00:00.123+02:00")),
            ),
            (
                "2019-05-10T12:00:00",
                Literal::LocalDateTime(text("2019-05-10T12:00:00")),
            ),
            ("2019-05-10", Literal::Date(text("2019-05-10"))),
            ("2019-13-10", Literal::Text(text("2019-13-10"))),
            ("05/10/2019", Literal::Text(text("05/10/2019"))),
            ("a.b@example.com", Literal::Email(text("a.b@example.com"))),
            ("a@b", Literal::Text(text("a@b"))),
            (
                "https://example.com/x?y=z",
                Literal::Uri(text("https://example.com/x?y=z")),
            ),
            ("https://{host}/x", Literal::Text(text("https://{host}/x"))),
            (
                "3F2504E0-4F89-11D3-9A0C-0305E82C3301",
                Literal::Uuid(text("3F2504E0-4F89-11D3-9A0C-0305E82C3301")),
            ),
            ("[1, \"a\"]", Literal::Json(json!([1, "a"]))),
            ("{\"a\": 1}", Literal::Json(json!({"a": 1}))),
            ("{a}", Literal::Text(text("{a}"))),
            ("scheduled", Literal::Text(text("scheduled"))),
            ("é@…+12345", Literal::Text(text("é@…+12345"))),
        ] {
            assert_eq!(literal(cell, false), Some(expected), "{cell}");
        }
    }

    #[test]
    fn quotes_make_a_text() {
        for cell in ["12", "true", "[1]", ""] {
            assert_eq!(literal(cell, true), Some(Literal::Text(cell.to_owned())));
        }
        assert!(matches!(
            literal("2019-05-10", true),
            Some(Literal::Date(_))
        ));
    }

    #[test]
    fn an_empty_cell_says_nothing() {
        assert_eq!(literal(" ", false), None);
    }
}
