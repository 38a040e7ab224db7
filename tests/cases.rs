//! One test per case, and what must hold for all of them together.
//!
//! The report of a case (diagnostics, outline, repairs) is a snapshot under `tests/snapshots/`.
//!
//! ```sh
//! cargo test --test cases rules/path-required    # one case, or all that begin like this
//! INSTA_UPDATE=always cargo test --test cases    # write new and changed snapshots
//! ```
//!
//! In CI, snapshots are only ever compared.

use std::collections::BTreeSet;
use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use generator::explain::{self, Explanation};
use generator::overlay::codes;
use libtest_mimic::{Arguments, Failed, Trial};
use tests::harness::{Case, cases, check, run, tables};
use tests::root;

fn main() -> ExitCode {
    let arguments = Arguments::from_args();
    if let Err(message) = no_updates_in_ci() {
        eprintln!("error: {message}");
        return ExitCode::FAILURE;
    }
    let mut trials = vec![
        Trial::test(
            "all/codes-and-rules-have-a-case",
            codes_and_rules_have_a_case,
        ),
        Trial::test("all/snapshots-have-a-case", snapshots_have_a_case),
        Trial::test("all/tables-are-true", tables_are_true),
    ];
    // Examples of overlays are parts of an overlay, not of a document; their cases show them.
    let overlays = |name: &str| name == "overlay" || codes::CODES.iter().any(|c| c.name == name);
    let documents = explain::all().filter(|explanation| !overlays(explanation.name));
    trials.extend(documents.map(|explanation| {
        let name = format!("examples/{}", explanation.name);
        Trial::test(name, move || example(explanation))
    }));
    trials.extend(cases().into_iter().map(|case| {
        Trial::test(case.name.clone(), move || {
            one(&case);
            Ok(())
        })
    }));
    libtest_mimic::run(&arguments, trials).exit_code()
}

/// In CI nobody reads what is written, so nothing may be.
fn no_updates_in_ci() -> Result<(), String> {
    if env::var_os("CI").is_none() {
        return Ok(());
    }
    let forces = |name: &str| {
        env::var(name).is_ok_and(|value| !["", "0", "no", "auto"].contains(&value.as_str()))
    };
    match ["INSTA_UPDATE", "INSTA_FORCE_UPDATE", "INSTA_FORCE_PASS"]
        .into_iter()
        .find(|name| forces(name))
    {
        Some(name) => Err(format!("snapshots can't be updated in CI; {name} is set")),
        None => Ok(()),
    }
}

/// One case: what must hold for every document, and its report.
fn one(case: &Case) {
    let run = run(case, "");
    check(case, &run);
    let mut settings = insta::Settings::clone_current();
    let (folder, name) = case.name.rsplit_once('/').unwrap_or(("", &case.name));
    settings.set_snapshot_path(snapshots().join(folder));
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.set_description(case.about.clone());
    settings.bind(|| insta::assert_snapshot!(name, run.report(case)));
}

/// Explanations whose example is told in words, or can't be written down whole.
const IN_WORDS: &[&str] = &[
    "too-large",
    "not-utf8",
    "forbidden-character",
    "too-deep",
    "too-many-aliases",
    "long-text",
    "long-path",
    "much-inherited",
];

/// The example of an explanation shows what it explains.
fn example(explanation: Explanation) -> Result<(), Failed> {
    let shows = completed(explanation.example)
        .into_iter()
        .any(|document| run(&document, "").shown().contains(explanation.name));
    match (shows, IN_WORDS.contains(&explanation.name)) {
        (true, false) | (false, true) => Ok(()),
        (true, true) => Err("its example can be run, so IN_WORDS need not name it".into()),
        (false, false) => Err(format!(
            "neither as it stands nor as a part of a document does its example show it:\n{}",
            explanation.example
        )
        .into()),
    }
}

/// The documents that an example may be, or be a part of.
fn completed(example: &str) -> Vec<Case> {
    let inner = |spaces: &str| {
        let lines = example.lines().map(|line| format!("{spaces}{line}\n"));
        lines.collect::<String>()
    };
    let head = "swagger: '2.0'\n";
    let mut documents = vec![
        example.to_owned(),
        format!("{head}{example}\n"),
        format!("{head}{example}\npaths: {{/pets: {{get: {{}}}}}}\n"),
        format!("{head}paths:\n  /pets:\n{}", inner("    ")),
    ];
    for operation in [
        "/pets:\n    get",
        "/pets:\n    post",
        "/pets/{petId}:\n    get",
    ] {
        documents.push(format!("{head}paths:\n  {operation}:\n{}", inner("      ")));
    }
    documents.into_iter().map(Case::of).collect()
}

/// A code or a rule that no case shows is one that nobody knows to work.
fn codes_and_rules_have_a_case() -> Result<(), Failed> {
    let cases = cases();
    let covered: BTreeSet<&str> = cases
        .iter()
        .flat_map(|case| &case.covers)
        .map(String::as_str)
        .collect();
    let known: BTreeSet<&str> = explain::all().map(|explanation| explanation.name).collect();
    let missing: Vec<_> = known.difference(&covered).collect();
    let unknown: Vec<_> = covered.difference(&known).collect();
    if missing.is_empty() && unknown.is_empty() {
        return Ok(());
    }
    Err(
        format!("no case says `# covers:` for {missing:?}; no code or rule is called {unknown:?}")
            .into(),
    )
}

/// A snapshot that no test compares tells nothing.
fn snapshots_have_a_case() -> Result<(), Failed> {
    let mut orphans = BTreeSet::new();
    list(&snapshots(), &mut orphans);
    for case in cases() {
        orphans.remove(&snapshots().join(format!("{}.snap", case.name)));
    }
    // Those of comparisons are checked by their own test.
    let comparisons = snapshots().join("diff");
    orphans.retain(|path| {
        let name = path.strip_prefix(&comparisons).ok();
        let case = name.map(|name| root().join("tests/cases/diff").join(name));
        !case.is_some_and(|case| case.with_extension("yaml").is_file())
    });
    if orphans.is_empty() {
        return Ok(());
    }
    Err(format!("these snapshots belong to no case, delete them: {orphans:#?}").into())
}

/// The tables of the specifications name cases that are there, and all that is read.
fn tables_are_true() -> Result<(), Failed> {
    let faults = tables::faults();
    if faults.is_empty() {
        return Ok(());
    }
    Err(faults.join("\n").into())
}

fn snapshots() -> PathBuf {
    root().join("tests/snapshots")
}

fn list(folder: &Path, found: &mut BTreeSet<PathBuf>) {
    for entry in fs::read_dir(folder).expect("the folder of the snapshots") {
        let path = entry.expect("an entry of it").path();
        if path.is_dir() {
            list(&path, found);
        } else if path
            .extension()
            .is_some_and(|extension| extension == "snap")
        {
            found.insert(path);
        }
    }
}
