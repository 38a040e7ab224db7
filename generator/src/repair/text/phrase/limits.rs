//! How long, how many, how large: "max 25 characters", "between 1 and 100", "up to 20 items".

use super::{Bound, Find, Says};
use crate::repair::text::literal::is_number;
use crate::repair::text::reader::Reader;

/// Words before the largest number.
const UPPER: &[&str] = &[
    "max",
    "maximum",
    "at most",
    "up to",
    "no more than",
    "not more than",
    "no longer than",
    "not exceed",
    "less than or equal to",
    "smaller than or equal to",
];
/// Words before the smallest number.
const LOWER: &[&str] = &[
    "min",
    "minimum",
    "at least",
    "no less than",
    "no fewer than",
    "greater than or equal to",
];
/// Words before the first number that is too large.
const BELOW: &[&str] = &["less than", "smaller than", "lower than"];
/// Words before the last number that is too small.
const ABOVE: &[&str] = &["greater than", "larger than", "higher than"];
/// Words behind a number that make a limit of it.
const OR_LESS: &[&str] = &[
    "max",
    "maximum",
    "or less",
    "or fewer",
    "at most",
    "or shorter",
    "limit",
];
/// The same at the other end.
const OR_MORE: &[&str] = &["minimum", "or more", "or longer", "at least"];
/// What lies between a limit's words and its number.
const FILLERS: &[&str] = &["value", "allowed", "is", "of", "limit"];
/// Words that say a limit is one of length.
const LENGTHS: &[&str] = &["length", "len", "string length", "text length"];
/// Letters.
const CHARACTERS: &[&str] = &[
    "characters",
    "character",
    "chars",
    "char",
    "letters",
    "symbols",
];
/// Things in a list.
const ITEMS: &[&str] = &[
    "items", "item", "elements", "element", "entries", "values", "ids",
];

/// What a limit limits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Of {
    Value,
    Length,
    Items,
}

/// An end of a range.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum End {
    Upper,
    Lower,
}

/// Reads a limit.
///
/// A number is one only if the clause ends behind it or a unit follows that is known: "max 50
/// organizers", "up to 10 times" and "max 5 MB" limit something else than the value.
pub(super) fn read(start: Reader<'_>) -> Option<Find> {
    between(start)
        .or_else(|| before(start))
        .or_else(|| behind(start))
}

/// "max 25 characters", "greater than 0", "cannot contain more than 64".
fn before(start: Reader<'_>) -> Option<Find> {
    let mut reader = start;
    let (end, exclusive) = led(&mut reader)?;
    let of_length = reader.one_of(LENGTHS)
        || start.after(LENGTHS)
        || start.after(&["is"]) && start.from(start.position() - 1).after(LENGTHS);
    reader.skip(FILLERS);
    reader.mark(":=");
    let number = number(&mut reader)?;
    let of = match unit(&mut reader) {
        Some(of) => of,
        None if !closed(reader) => return None,
        None if of_length => Of::Length,
        None => Of::Value,
    };
    Some(Find::stated([limit(end, of, &number, exclusive)?], reader))
}

/// The words before the number: which end they speak of, and whether the number itself is outside.
fn led(reader: &mut Reader<'_>) -> Option<(End, bool)> {
    let denied = denied(*reader);
    if reader.one_of(ABOVE) {
        // "cannot be greater than 9" allows 9.
        return Some(if denied {
            (End::Upper, false)
        } else {
            (End::Lower, true)
        });
    }
    if denied && reader.one_of(&["more than", "exceed"]) {
        return Some((End::Upper, false));
    }
    if reader.one_of(UPPER) {
        reader.mark(".");
        return Some((End::Upper, false));
    }
    if reader.one_of(LOWER) {
        reader.mark(".");
        return Some((End::Lower, false));
    }
    let below = reader.one_of(BELOW);
    below.then_some(if denied {
        (End::Lower, false)
    } else {
        (End::Upper, true)
    })
}

/// "25 characters max", "100 or less".
fn behind(start: Reader<'_>) -> Option<Find> {
    let mut reader = start;
    let number = number(&mut reader)?;
    let of = unit(&mut reader).unwrap_or(Of::Value);
    let end = if reader.one_of(OR_LESS) {
        End::Upper
    } else if reader.one_of(OR_MORE) {
        End::Lower
    } else {
        return None;
    };
    // "10 max length 5" belongs to what follows.
    closed(reader).then_some(())?;
    Some(Find::stated([limit(end, of, &number, false)?], reader))
}

/// "between 1 and 100", "range is 0.5–2", "in the range 1 to 10".
fn between(start: Reader<'_>) -> Option<Find> {
    let mut reader = start;
    if reader.one_of(&["range", "ranges", "ranging"]) {
        reader.skip(&["is", "from", "of", "between"]);
        reader.mark(":=");
    } else {
        reader.phrase("between").then_some(())?;
    }
    let (low, high) = pair(&mut reader)?;
    let of = unit(&mut reader).unwrap_or(Of::Value);
    let exclusive = exclusive(&mut reader);
    (of != Of::Value || closed(reader) || reader.clone().one_of(&["are", "is"])).then_some(())?;
    reader.one_of(&["in length", "long"]);
    Some(Find::stated(
        [
            limit(End::Lower, of, &low, exclusive)?,
            limit(End::Upper, of, &high, exclusive)?,
        ],
        reader,
    ))
}

/// Two numbers, the smaller first.
fn pair(reader: &mut Reader<'_>) -> Option<(String, String)> {
    let mut ahead = *reader;
    let dashed = ahead.word()?;
    let cut = dashed
        .char_indices()
        .skip(1)
        .find(|(_, c)| matches!(c, '-' | '–'));
    let both = if let Some((at, dash)) = cut {
        let (low, high) = (&dashed[..at], &dashed[at + dash.len_utf8()..]);
        (is_number(low) && is_number(high)).then(|| (low.to_owned(), high.to_owned()))?
    } else {
        ahead = *reader;
        let low = number(&mut ahead)?;
        (ahead.one_of(&["and", "to", "through"]) || ahead.mark("-–")).then_some(())?;
        (low, number(&mut ahead)?)
    };
    *reader = ahead;
    Some(both)
}

/// "inclusive", "exclusive", in parentheses or not.
fn exclusive(reader: &mut Reader<'_>) -> bool {
    let mut ahead = *reader;
    ahead.mark(",");
    let open = ahead.mark("(");
    ahead.phrase("both");
    let exclusive = ahead.phrase("exclusive");
    if exclusive || ahead.phrase("inclusive") {
        if open {
            ahead.mark(")");
        }
        *reader = ahead;
    }
    exclusive
}

/// A number, with or without commas between its thousands.
fn number(reader: &mut Reader<'_>) -> Option<String> {
    let mut ahead = *reader;
    let mut number = ahead
        .word_or_quoted()
        .filter(|word| is_number(word))?
        .to_owned();
    *reader = ahead;
    let adjacent = |reader: &Reader<'_>| reader.peek().is_some_and(|token| !token.spaced);
    while adjacent(&ahead) && ahead.mark(",") && adjacent(&ahead) {
        let Some(thousands) = ahead
            .word()
            .filter(|word| word.len() == 3 && is_number(&format!("1{word}")))
        else {
            break;
        };
        number.push_str(thousands);
        *reader = ahead;
    }
    Some(number)
}

/// The unit behind a number, if it is a known one.
fn unit(reader: &mut Reader<'_>) -> Option<Of> {
    if reader.one_of(CHARACTERS) {
        reader.one_of(&["in length", "long"]);
        return Some(Of::Length);
    }
    reader.one_of(ITEMS).then_some(Of::Items)
}

/// Whether nothing follows that could be what the number counts.
fn closed(reader: Reader<'_>) -> bool {
    reader.clause_ends() || reader.clone().one_of(&["and", "inclusive", "by default"])
}

/// Whether the words before deny what follows: "must not be", "cannot contain".
fn denied(reader: Reader<'_>) -> bool {
    (1..=3).filter_map(|back| reader.before(back)).any(|token| {
        ["not", "cannot", "can't", "never", "no"]
            .iter()
            .any(|word| token.text.eq_ignore_ascii_case(word))
    })
}

/// The fact.
fn limit(end: End, of: Of, number: &str, exclusive: bool) -> Option<Says> {
    let count = || number.parse::<u64>().ok();
    let most = || count()?.checked_sub(u64::from(exclusive));
    let least = || count()?.checked_add(u64::from(exclusive));
    Some(match (of, end) {
        (Of::Length, End::Upper) => Says::MaxLength(most()?),
        (Of::Length, End::Lower) => Says::MinLength(least()?),
        (Of::Items, End::Upper) => Says::MaxItems(most()?),
        (Of::Items, End::Lower) => Says::MinItems(least()?),
        (Of::Value, end) => {
            let bound = Bound {
                number: number.to_owned(),
                exclusive,
            };
            match end {
                End::Upper => Says::Maximum(bound),
                End::Lower => Says::Minimum(bound),
            }
        }
    })
}
