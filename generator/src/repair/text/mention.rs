//! What prose says of fields that it names, or of values whose field it leaves to the reader.

use std::collections::HashMap;
use std::ops::Range;

use super::list::{self, List, Shape};
use super::literal::is_number;
use super::plain::Plain;
use super::reader::Reader;
use super::words::{self, Kind};

/// Values that prose speaks of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mention {
    /// The field they belong to, as it is spelled in `fields`; `None` where only the values are there,
    /// for whoever has a field that shares some of them.
    pub field: Option<String>,
    /// The values, in order as written.
    pub values: Vec<String>,
    /// The bytes that say it.
    pub range: Range<usize>,
    /// Whether the words list all values there are: "(G2M, G2W)", not "set it to 'a'".
    pub exhaustive: bool,
}

/// Words that make examples of a list.
const EXAMPLES: &[&str] = &[
    "e.g.",
    "i.e.",
    "eg",
    "ex",
    "like",
    "such",
    "including",
    "include",
    "example",
];

/// Finds the values that prose gives to fields.
///
/// Read are "set `field` to 'a'", "`field` = a", "pass 'a' or 'b' as `field`", and lists in parentheses
/// of words that look like code, "a product (A1, A2, A3)", which belong to the field they stand behind
/// if it is one of `fields`, and otherwise to nobody.
///
/// Not read are plain words without quotes ("set status to active" may be the start of anything),
/// quoted titles with blanks in them, numbers, calls, and lists of the fields themselves.
#[must_use]
pub fn mentions(prose: &str, fields: &[&str]) -> Vec<Mention> {
    let fields: Fields<'_> = fields
        .iter()
        .map(|field| (field.to_lowercase(), *field))
        .collect();
    let plain = Plain::new(prose);
    let tokens = words::tokens(&plain.text);
    let mut reader = Reader::new(&plain.text, &tokens);
    let mut found = Vec::new();
    while let Some(token) = reader.peek() {
        let mention = RULES.iter().find_map(|rule| rule(reader, &fields));
        let Some((mut mention, end)) = mention else {
            reader = reader.from(reader.position() + 1);
            continue;
        };
        let last = &tokens[end - 1];
        mention.range = plain.original(&(token.range.start..last.range.end));
        found.push(mention);
        reader = reader.from(end);
    }
    found
}

/// The fields by their names in lower case.
type Fields<'f> = HashMap<String, &'f str>;

/// Reads a mention that begins where the reader stands, and the token behind it.
type Rule = fn(Reader<'_>, &Fields<'_>) -> Option<(Mention, usize)>;

const RULES: &[Rule] = &[assigned, passed, parenthesised];

/// "status to 'suspended'", "status = `a`", "set `status` to 'a' or 'b'".
fn assigned(start: Reader<'_>, fields: &Fields<'_>) -> Option<(Mention, usize)> {
    let mut reader = start;
    let field = field(&mut reader, fields)?;
    reader.one_of(&["parameter", "field"]);
    let to = reader.one_of(&["set to", "to", "is", "equals"]) || reader.mark("=");
    to.then_some(())?;
    let list = coded(&mut reader, fields)?;
    (list.shape == Shape::Quoted).then_some(())?;
    Some((mention(Some(field), list, false), reader.position()))
}

/// "pass 'a' or 'b' as productType".
fn passed(start: Reader<'_>, fields: &Fields<'_>) -> Option<(Mention, usize)> {
    let mut reader = start;
    reader
        .one_of(&["pass", "use", "send", "specify", "provide", "supply", "set"])
        .then_some(())?;
    let list = coded(&mut reader, fields)?;
    reader
        .one_of(&["as the", "as", "for the", "for", "in the", "in"])
        .then_some(())?;
    let field = field(&mut reader, fields)?;
    Some((mention(Some(field), list, false), reader.position()))
}

/// "(A1, A2, A3)", behind a field or behind any other word.
fn parenthesised(start: Reader<'_>, fields: &Fields<'_>) -> Option<(Mention, usize)> {
    let mut reader = start;
    let owner = field(&mut reader, fields);
    // "seal(message, key)" is a call.
    reader.peek().filter(|token| token.spaced)?;
    reader.mark("(").then_some(())?;
    let examples = reader.one_of(EXAMPLES);
    if examples {
        reader.phrase("as");
        reader.mark(":,");
    }
    let list = coded(&mut reader, fields)?;
    (list.values.len() > 1 && reader.mark(")")).then_some(())?;
    Some((mention(owner, list, !examples), reader.position()))
}

/// A list of values none of which could be prose.
fn coded(reader: &mut Reader<'_>, fields: &Fields<'_>) -> Option<List> {
    let list = list::read(reader)?;
    let of_fields = list
        .values
        .iter()
        .any(|value| fields.contains_key(&value.to_lowercase()));
    let blanks = list
        .values
        .iter()
        .any(|value| value.contains(|c: char| c.is_whitespace() || c == '='));
    let numbers = list.values.iter().all(|value| is_number(value));
    (list.shape > Shape::Plain && !of_fields && !blanks && !numbers).then_some(list)
}

/// The name of a field, quoted or not.
fn field(reader: &mut Reader<'_>, fields: &Fields<'_>) -> Option<String> {
    let mut ahead = *reader;
    let token = ahead
        .next()
        .filter(|token| matches!(token.kind, Kind::Word | Kind::Quoted))?;
    let field = fields.get(&token.text.to_lowercase())?;
    *reader = ahead;
    Some((*field).to_owned())
}

/// A mention whose range is not known yet.
fn mention(field: Option<String>, list: List, exhaustive: bool) -> Mention {
    Mention {
        field,
        values: list.values,
        range: 0..0,
        exhaustive,
    }
}

#[cfg(test)]
mod tests {
    use super::mentions;

    const FIELDS: &[&str] = &["firstName", "productType", "status"];

    fn shown(text: &str) -> Vec<String> {
        mentions(text, FIELDS)
            .iter()
            .map(|mention| {
                format!(
                    "{}{}{}",
                    mention.field.as_deref().unwrap_or("?"),
                    if mention.exhaustive { " = " } else { " ~ " },
                    mention.values.join("|")
                )
            })
            .collect()
    }

    #[test]
    fn prose_speaks_of_fields() {
        for (text, expected) in [
            (
                "To add a product (G2M, G2W, G2T, OPENVOICE) for the organizer, the call must be sent once \
                 for each product you want to add. To remove all products, set status to 'suspended'.",
                &["? = G2M|G2W|G2T|OPENVOICE", "status ~ suspended"][..],
            ),
            (
                "You may also pass 'G2W' or 'G2T' or 'OPENVOICE' as productType, to create organizers.",
                &["productType ~ G2W|G2T|OPENVOICE"],
            ),
            ("With `status` = `a`, `b`.", &["status ~ a|b"]),
            (
                "The productType (`x`, `y`) decides.",
                &["productType = x|y"],
            ),
            ("One product (e.g. G2M, G2W).", &["? ~ G2M|G2W"]),
        ] {
            assert_eq!(shown(text), expected, "{text}");
        }
    }

    #[test]
    fn what_may_be_prose_is_left() {
        for text in [
            "Set status to active users only.",
            "'Get historical meetings', and 'Get historical meetings by group'.",
            "A G2W or G2T organizer will also have access to G2M.",
            "All names (firstName, productType) are kept.",
            "Points of [year, count] such as (2, 14).",
            "Call seal(messageBytes, keyBytes) first.",
            "Use \"id=0\" for the status.",
            "(see below)",
            "The API (REST, JSON and others) is open",
            "status",
            "(((((",
        ] {
            assert_eq!(shown(text), Vec::<String>::new(), "{text}");
        }
    }
}
