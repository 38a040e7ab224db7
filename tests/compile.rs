//! The clients of the cases compile without a warning of rustc or clippy, and so do their docs; and
//! they send and read what the programs beside the cases say.
//!
//! Each case that has a client becomes a crate in one scratch workspace below `target/`, with the
//! lock file of this repository, so that nothing is downloaded. Files that did not change are left
//! alone, so that only the clients that changed are compiled again.

use std::collections::{BTreeMap, BTreeSet};
use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;

use generator::emit::Root;
use tests::harness::{Emitted, cases, run};
use tests::root;

/// The folders of the cases whose clients are compiled.
const FOLDERS: [&str; 3] = ["document/", "hostile/", "openapi30/"];

#[test]
fn clients_and_their_docs_have_no_warnings() {
    let workspace = clients();
    cargo(workspace, &["clippy", "--workspace", "--keep-going"]);
    cargo(
        workspace,
        &["doc", "--workspace", "--no-deps", "--keep-going"],
    );
}

#[test]
fn a_program_compiles_the_groups_that_it_uses() {
    let workspace = clients();
    let member = "hostile-many-groups";
    let types = workspace.join(member).join("src/types");
    assert!(
        types.join("barks.rs").is_file(),
        "types live with their group"
    );
    for features in ["barks", "reqwest,barks,group-tracing", "tracing"] {
        let only = [
            "check",
            "--package",
            member,
            "--no-default-features",
            "--features",
            features,
        ];
        cargo(workspace, &only);
    }
}

/// The programs beside cases, which send and read values.
#[test]
fn clients_send_and_read_what_their_cases_say() {
    let workspace = clients();
    let mut tested: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for case in cases() {
        if let Some(program) = case.program() {
            let packages = tested.entry(features(&program)).or_default();
            packages.extend(["--package".to_owned(), case.crate_name()]);
        }
    }
    assert!(!tested.is_empty());
    for (features, packages) in &tested {
        let mut arguments = vec![
            "test",
            "--tests",
            "--no-default-features",
            "--features",
            features,
        ];
        arguments.extend(packages.iter().map(String::as_str));
        cargo(workspace, &arguments);
    }
}

/// The features of its client that a program needs, which it says in a line of its own: most need none.
fn features(program: &str) -> String {
    let mut lines = program.lines();
    let said = lines.find_map(|line| line.strip_prefix("//! features: "));
    said.unwrap_or_default().to_owned()
}

/// The workspace of the clients, written anew once.
fn clients() -> &'static Path {
    static CLIENTS: OnceLock<PathBuf> = OnceLock::new();
    CLIENTS.get_or_init(write_clients)
}

fn write_clients() -> PathBuf {
    let workspace = Path::new(env!("CARGO_TARGET_TMPDIR")).join("clients");
    let mut wanted = BTreeSet::new();
    let mut put = |path: PathBuf, text: &str| {
        write(&path, text);
        wanted.insert(path);
    };
    let mut members = Vec::new();
    for case in cases() {
        if !FOLDERS.iter().any(|folder| case.name.starts_with(folder)) {
            continue;
        }
        let Some(emitted) = run(&case, "").emitted else {
            continue;
        };
        let member = case.crate_name();
        for (path, text) in crate_files(&emitted) {
            put(workspace.join(&member).join(path), text);
        }
        if let Some(program) = case.program() {
            put(workspace.join(&member).join("tests/values.rs"), &program);
        }
        members.push(format!("{member:?}"));
    }
    let manifest = format!(
        "[workspace]\nresolver = \"3\"\nmembers = [{}]\n",
        members.join(", ")
    );
    put(workspace.join("Cargo.toml"), &manifest);
    remove_others(&workspace, &wanted);
    // Cargo takes what it needs from the lock file and adds the members.
    let lock = fs::read_to_string(root().join("Cargo.lock")).expect("the lock file");
    fs::write(workspace.join("Cargo.lock"), lock).expect("the lock file can be copied");
    workspace
}

/// The files of a client that its compiler sees.
fn crate_files(emitted: &Emitted) -> impl Iterator<Item = (&str, &str)> {
    let files = emitted
        .files
        .iter()
        .filter(|((root, _), _)| *root == Root::Crate);
    files.map(|((_, path), text)| (path.as_str(), text.as_str()))
}

/// Writes a file unless it is as it should be: Cargo looks at the time of the last change.
fn write(path: &Path, text: &str) {
    if fs::read(path).is_ok_and(|bytes| bytes == text.as_bytes()) {
        return;
    }
    let folder = path.parent().expect("a file is in a folder");
    fs::create_dir_all(folder).expect("the folder can be made");
    fs::write(path, text).expect("the file can be written");
}

/// Removes what an earlier run has left.
fn remove_others(folder: &Path, wanted: &BTreeSet<PathBuf>) {
    for entry in fs::read_dir(folder).expect("the folder of the clients") {
        let path = entry.expect("an entry of it").path();
        if path.is_dir() {
            if !path.ends_with("target") {
                remove_others(&path, wanted);
            }
        } else if !wanted.contains(&path) {
            fs::remove_file(&path).expect("the file can be removed");
        }
    }
}

fn cargo(workspace: &Path, arguments: &[&str]) {
    let output = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
        .args(arguments)
        .args(["--offline", "--quiet", "--target-dir"])
        .arg(workspace.join("target"))
        .current_dir(workspace)
        .env("RUSTFLAGS", "-D warnings")
        .env("RUSTDOCFLAGS", "-D warnings")
        .env_remove("CARGO_ENCODED_RUSTFLAGS")
        .output()
        .expect("cargo can be run");
    let told = String::from_utf8_lossy(&output.stderr);
    let shown = String::from_utf8_lossy(&output.stdout);
    assert!(
        output.status.success() && told.is_empty(),
        "cargo {} in {}:\n{shown}\n{told}",
        arguments.join(" "),
        workspace.display()
    );
}
