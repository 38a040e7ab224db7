//! What people said: the actions of the overlay, and what they say about guesses.

use std::collections::BTreeMap;

use super::lines::{Places, cell, line};
use crate::model::extensions::NAME;
use crate::model::{Api, Def, Field, Verdict};

/// The actions of the overlay, as a section; nothing where there are none.
pub(super) fn actions(api: &Api, places: &Places<'_>) -> String {
    if api.corrections.is_empty() {
        return String::new();
    }
    let mut out = String::from(
        "## Said by the overlay\n\nWhat people know and the document does not say. It counts \
         more than anything else.\n\n| what | changes | because | where |\n|---|---|---|---|\n",
    );
    for correction in &api.corrections {
        let verb = if correction.removes {
            "takes out"
        } else {
            "changes"
        };
        let plural = if correction.places == 1 { "" } else { "s" };
        out.push_str(&format!(
            "| `{}` | {verb} {} place{plural} | {} | {} |\n",
            cell(&correction.target),
            correction.places,
            cell(&correction.because),
            places.show(&correction.location)
        ));
    }
    out.push('\n');
    out
}

/// What the overlay says about guesses, as a table; nothing where it says nothing. Of operations
/// that have no section the table says which they are.
pub(super) fn verdicts(
    verdicts: &[&Verdict],
    places: &Places<'_>,
    with_operation: bool,
) -> Option<String> {
    if verdicts.is_empty() {
        return None;
    }
    let mut rows: Vec<Row> = Vec::new();
    for verdict in verdicts {
        let row = Row::of(verdict, places, with_operation);
        let same = rows.iter_mut().find(|known| {
            (&known.what, &known.because, &known.answer, &known.place)
                == (&row.what, &row.because, &row.answer, &row.place)
        });
        match same {
            Some(known) => known.guess = format!("{}, {}", known.guess, row.guess),
            None => rows.push(row),
        }
    }
    let mut out = String::from(
        "Guessed of the document alone, before the overlay:\n\n\
         | what | guess | because | overlay | where |\n|---|---|---|---|---|\n",
    );
    for row in rows {
        out.push_str(&format!(
            "| {} | {} | {} | {} | {} |\n",
            cell(&row.what),
            cell(&row.guess),
            cell(&row.because),
            cell(&row.answer),
            row.place
        ));
    }
    Some(out)
}

/// A line of the table of guesses.
struct Row {
    what: String,
    guess: String,
    because: String,
    answer: String,
    place: String,
}

impl Row {
    fn of(verdict: &Verdict, places: &Places<'_>, with_operation: bool) -> Self {
        let part = match verdict.subject.part.as_str() {
            "" => "the whole",
            part => part,
        };
        let what = match &verdict.subject.operation {
            Some(operation) if with_operation => format!("`{operation}`: {part}"),
            _ => part.to_owned(),
        };
        // What is doubtful is its own reason.
        let (guess, because) = if verdict.slot == "doubt" {
            (verdict.guess.clone(), String::new())
        } else if verdict.against.is_empty() {
            let guess = format!("{} {}", verdict.slot, shown(&verdict.guess));
            (guess, verdict.because.clone())
        } else {
            let mut guess = format!("{} {}: {}", verdict.slot, verdict.guess, verdict.because);
            for (other, because) in &verdict.against {
                guess.push_str(&format!(", against {other}: {because}"));
            }
            (guess, "two sources contradict each other".to_owned())
        };
        let answer = match &verdict.said {
            _ if verdict.is_confirmed() => "confirmed".to_owned(),
            Some((said, _)) if verdict.against.is_empty() => format!("corrected: {}", shown(said)),
            Some((said, _)) => format!("settled: {}", shown(said)),
            None => "no longer asked".to_owned(),
        };
        Self {
            what,
            guess,
            because,
            answer,
            place: places.show(&verdict.location),
        }
    }
}

/// A value; lists of values are code already.
fn shown(text: &str) -> String {
    if text.contains('`') {
        line(text)
    } else {
        code(text)
    }
}

/// A name without its spelling.
fn letters(wire: &str) -> String {
    let letters = wire.chars().filter(|c| c.is_alphanumeric());
    letters.flat_map(char::to_lowercase).collect()
}

/// Fields of one type that differ by their spelling alone, with the names they have.
pub(super) fn spellings(api: &Api) -> String {
    let mut lines = Vec::new();
    for (_, named) in api.types.iter() {
        let Def::Struct(fields) = &named.def else {
            continue;
        };
        let mut first: BTreeMap<String, &Field> = BTreeMap::new();
        for field in fields {
            let letters = letters(&field.wire);
            let twin = first.get(&letters).copied().filter(|_| !letters.is_empty());
            first.entry(letters).or_insert(field);
            if let Some(twin) = twin {
                lines.push(format!(
                    "- `{}`: {} is `{}`, and {} is `{}`\n",
                    named.name,
                    code(&twin.wire),
                    twin.name,
                    code(&field.wire),
                    field.name
                ));
            }
        }
    }
    if lines.is_empty() {
        return String::new();
    }
    format!(
        "## Fields that differ by spelling alone\n\nThe overlay can give them better names by \
         `{NAME}`.\n\n{}\n",
        lines.concat()
    )
}

fn code(text: &str) -> String {
    format!("`{}`", line(text).replace('`', "'"))
}
