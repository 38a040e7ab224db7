//! What people said: the actions of the overlay, and what they say about guesses.

use super::lines::{Places, cell, line};
use crate::model::{Api, Verdict};

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
    let mut rows: Vec<(String, String, String, String)> = Vec::new();
    for verdict in verdicts {
        let told = if verdict.slot == "doubt" {
            line(&verdict.guess)
        } else {
            format!("{} {}", verdict.slot, code(&verdict.guess))
        };
        let mut part = match verdict.subject.part.as_str() {
            "" => "the whole".to_owned(),
            part => part.to_owned(),
        };
        if let (true, Some(operation)) = (with_operation, &verdict.subject.operation) {
            part = format!("`{operation}`: {part}");
        }
        let answer = match &verdict.said {
            _ if verdict.is_confirmed() => "confirmed".to_owned(),
            Some((said, _)) => format!("corrected: {}", code(said)),
            None => "no longer asked".to_owned(),
        };
        let place = places.show(&verdict.location);
        match rows
            .iter_mut()
            .find(|row| row.0 == part && row.2 == answer && row.3 == place)
        {
            Some(row) => row.1 = format!("{}, {told}", row.1),
            None => rows.push((part, told, answer, place)),
        }
    }
    let mut out = String::from(
        "Guessed of the document alone, before the overlay:\n\n\
         | what | guess | overlay | where |\n|---|---|---|---|\n",
    );
    for (part, told, answer, place) in rows {
        out.push_str(&format!(
            "| {} | {} | {} | {place} |\n",
            cell(&part),
            cell(&told),
            cell(&answer)
        ));
    }
    Some(out)
}

fn code(text: &str) -> String {
    format!("`{}`", line(text).replace('`', "'"))
}
