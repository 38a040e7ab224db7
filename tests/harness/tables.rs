//! The tables in the docs of the formats and of what is read in prose: what stands in them must be there.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use generator::explain;
use generator::lower::vendor::VENDORS;

use super::cases;
use crate::root;

/// The tables, each with the folder of its cases and the sources that read the fields.
const TABLES: [(&str, &str); 3] = [
    ("generator/src/swagger20/fields.md", "document"),
    ("generator/src/openapi30/mod.rs", "openapi30"),
    (SHAPES, "rules"),
];

/// The table of what is read in prose, which lists no fields.
const SHAPES: &str = "generator/src/repair/text/shapes.md";

/// What is wrong with the tables: cases that are not there, and fields that are read and not listed.
///
/// # Panics
///
/// When the tables or the readers are gone.
#[must_use]
pub fn faults() -> Vec<String> {
    let known: BTreeSet<String> = cases().into_iter().map(|case| case.name).collect();
    let mut faults = Vec::new();
    let mut words = BTreeSet::new();
    for (file, folder) in TABLES {
        let text = fs::read_to_string(root().join(file)).expect("the table");
        for row in text.lines().filter_map(row) {
            let case = row.last().copied().unwrap_or_default();
            for name in quoted(case) {
                let is_there = known.contains(name)
                    || known.contains(&format!("{folder}/{name}"))
                    || name
                        .strip_suffix('/')
                        .is_some_and(|name| name == "document");
                if !is_there {
                    faults.push(format!(
                        "{file} names the case `{name}`, which is not there"
                    ));
                }
            }
        }
        if file == SHAPES {
            continue;
        }
        let spans = quoted(&text).collect::<Vec<_>>().join(" ");
        let is_word = |c: char| c.is_alphanumeric() || c == '$' || c == '-';
        words.extend(spans.split(|c| !is_word(c)).map(str::to_owned));
    }
    for vendor in VENDORS {
        words.insert(vendor.key.to_owned());
        words.extend(quoted(vendor.becomes).map(str::to_owned));
        if !vendor.case.is_empty() && !known.contains(vendor.case) {
            faults.push(format!("{} names the case `{}`", vendor.key, vendor.case));
        }
    }
    faults.extend(defects());
    for folder in ["lower", "swagger20", "openapi30"] {
        for field in fields(&root().join("generator/src").join(folder)) {
            if !words.contains(&field) {
                faults.push(format!("{folder} reads `{field}`, which is in no table"));
            }
        }
    }
    faults
}

/// What is wrong with the table of defects: codes and rules that are none, cases that do not show them,
/// and codes of reading and lowering that stand in no row.
fn defects() -> Vec<String> {
    const FILE: &str = "generator/src/lower/defects.md";
    let text = fs::read_to_string(root().join(FILE)).expect("the table");
    let known: BTreeSet<&str> = explain::all().map(|one| one.name).collect();
    let cases = cases();
    let mut faults = Vec::new();
    let mut told = BTreeSet::new();
    for row in text.lines().filter_map(|line| cells(line, 4)) {
        if row[0].trim_matches([' ', '-']).is_empty() || row[0].trim() == "defect" {
            continue;
        }
        let (codes, shown): (Vec<_>, Vec<_>) = (quoted(row[2]).collect(), quoted(row[3]).collect());
        if shown.is_empty() {
            faults.push(format!("{FILE} shows no case of{}", row[0]));
        }
        let found: Vec<_> = cases
            .iter()
            .filter(|case| shown.contains(&case.name.as_str()))
            .collect();
        if found.len() < shown.len() {
            faults.push(format!("{FILE} names a case that is not there: {shown:?}"));
        }
        for code in codes {
            told.insert(code.to_owned());
            if !known.contains(code) {
                faults.push(format!(
                    "{FILE} names `{code}`, which is neither code nor rule"
                ));
            } else if !found
                .iter()
                .any(|case| case.covers.iter().any(|one| one == code))
            {
                faults.push(format!("no case beside `{code}` in {FILE} covers it"));
            }
        }
    }
    let stages = [
        generator::read::codes::CODES,
        generator::lower::codes::CODES,
    ];
    for code in stages.into_iter().flatten() {
        if !told.contains(code.name) {
            faults.push(format!("{FILE} has no row for `{}`", code.name));
        }
    }
    faults
}

/// The cells of a row of the tables of fields; nothing for other lines.
fn row(line: &str) -> Option<Vec<&str>> {
    cells(line, 3)
}

/// The cells of a row that has so many; nothing for other lines.
fn cells(line: &str, count: usize) -> Option<Vec<&str>> {
    let line = line.trim_start_matches("//!").trim();
    let cells = line.strip_prefix('|')?.strip_suffix('|')?;
    Some(cells.split('|').collect()).filter(|cells: &Vec<_>| cells.len() == count)
}

/// What stands in code spelling.
fn quoted(text: &str) -> impl Iterator<Item = &str> {
    text.lines()
        .flat_map(|line| line.split('`').skip(1).step_by(2))
}

/// The names of the fields that a reader asks a node for.
fn fields(folder: &Path) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for entry in fs::read_dir(folder).expect("the readers").flatten() {
        let text = fs::read_to_string(entry.path()).unwrap_or_default();
        for asked in ["get", "text", "flag", "texts", "list", "json"] {
            for part in text.split(&format!(".{asked}(")).skip(1) {
                let Some((arguments, _)) = part.split_once(')') else {
                    continue;
                };
                let name = arguments.split('"').nth(1);
                found.extend(name.filter(|name| !name.contains(' ')).map(str::to_owned));
            }
        }
    }
    found
}
