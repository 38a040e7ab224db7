//! Tables of fields that came to stand in the name of a parameter, a line for each cell.
//!
//! ```text
//! display_name⏎⏎    required⏎    The name that is shown⏎⏎description⏎⏎    optional⏎    More about it
//! ```

use super::columns::is_field_name;
use crate::repair::text::phrase::type_name;

/// So many words are a sentence.
const SENTENCE: usize = 3;

/// A parameter as such a table describes it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Named<'t> {
    /// Its own name.
    pub name: &'t str,
    /// Whether it says that it is required.
    pub is_required: Option<bool>,
    /// The cell that names its type.
    pub kind: Option<&'t str>,
    /// What is said about it.
    pub text: String,
}

/// Reads a name with line breaks: the first line is a name, and so is a line before a type or before
/// "required" and "optional". Anything else on lines of its own is text. `None` for other names, and where one
/// comes twice.
#[must_use]
pub fn in_name(name: &str) -> Option<Vec<Named<'_>>> {
    let cells: Vec<&str> = name
        .trim()
        .lines()
        .map(str::trim)
        .filter(|cell| !cell.is_empty())
        .collect();
    let mut rows: Vec<Named<'_>> = Vec::new();
    for (at, cell) in cells.iter().enumerate() {
        let marked = cells.get(at + 1).is_some_and(|next| mark(next).is_some());
        let is_name = is_field_name(cell) && mark(cell).is_none() && (marked || at == 0);
        if is_name {
            if rows.iter().any(|row| row.name == *cell) {
                return None;
            }
            rows.push(Named {
                name: cell,
                is_required: None,
                kind: None,
                text: String::new(),
            });
            continue;
        }
        let row = rows.last_mut()?;
        match mark(cell).filter(|_| row.text.is_empty()) {
            Some(Mark::Required(required)) => row.is_required = Some(required),
            Some(Mark::Kind) => row.kind = Some(cell),
            None => {
                let blank = if row.text.is_empty() { "" } else { " " };
                row.text.push_str(blank);
                row.text.push_str(cell);
            }
        }
    }
    // A name that was broken in two is no table.
    let told = rows.iter().any(|row| {
        let marked = row.kind.is_some() || row.is_required.is_some();
        marked || row.text.split_whitespace().count() >= SENTENCE
    });
    told.then_some(rows)
}

/// What a cell between name and text says.
enum Mark {
    Required(bool),
    Kind,
}

fn mark(cell: &str) -> Option<Mark> {
    match cell.to_ascii_lowercase().as_str() {
        "required" | "mandatory" => Some(Mark::Required(true)),
        "optional" => Some(Mark::Required(false)),
        _ => (!type_name(cell).is_empty()).then_some(Mark::Kind),
    }
}

#[cfg(test)]
mod tests {
    use super::in_name;

    fn shown(name: &str) -> Option<Vec<String>> {
        let rows = in_name(name)?.into_iter().map(|row| {
            let kind = row.kind.unwrap_or("-");
            format!("{} {kind} {:?} {}", row.name, row.is_required, row.text)
        });
        Some(rows.collect())
    }

    #[test]
    fn tables_in_names() {
        let name = "display_name\n   \n   required\n   The name\n   of it.\n \n  size\n   integer\n   How large";
        let rows = [
            "display_name - Some(true) The name of it.",
            "size integer None How large",
        ];
        assert_eq!(shown(name).as_deref(), Some(&rows.map(str::to_owned)[..]));
        let rows = ["alarmId - None The alarm to delete"];
        let name = "alarmId\nThe alarm to delete";
        assert_eq!(shown(name).as_deref(), Some(&rows.map(str::to_owned)[..]));
    }

    #[test]
    fn other_names() {
        for name in [
            "id",
            "two words",
            "a\nb",
            "X-\r\nInject",
            "a sentence\nand more",
            "a\nrequired\nA.\na\noptional\nB.",
            "",
        ] {
            assert_eq!(shown(name), None, "{name}");
        }
    }
}
