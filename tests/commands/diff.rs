//! `cargo xtask diff`: what is compared by default, how it ends, and what can be accepted.

use std::fs;
use std::path::Path;
use std::process::Command;

use crate::program::{PETS, Ran, Scratch, xtask};

/// A document with a limit, and one in which calls need it.
const OLD: &str = "\
swagger: '2.0'
info: {title: Pets, version: 1.0.0}
host: api.example.com
schemes: [https]
paths:
  /pets:
    get:
      parameters:
      - {in: query, name: limit, type: integer}
      responses: {'204': {description: Done}}
";

/// The next version of the document of [`README`], as the front page shows it.
const README_NEXT: [(&str, &str); 5] = [
    (
        "name: owner, type: string",
        "name: owner, type: string, required: true",
    ),
    ("ownerKey", "ownerkey"),
    ("[active]", "[active, sold]"),
    ("description: All,", "description: All pets,"),
    (
        "definitions:",
        "  /pets/{petId}:\n    delete:\n      responses:\n        '204': {description: Gone}\ndefinitions:",
    ),
];

/// A document whose next version changes a bit of everything.
const README: &str = "\
swagger: '2.0'
info: {title: Pets, version: 1.0.0}
host: api.example.com
schemes: [https]
paths:
  /pets:
    get:
      parameters:
      - {in: query, name: limit, type: integer}
      - {in: query, name: owner, type: string}
      responses:
        '200': {description: All, schema: {type: array, items: {$ref: '#/definitions/Pet'}}}
definitions:
  Pet:
    properties:
      name: {type: string}
      ownerKey: {type: string}
      status: {type: string, enum: [active]}
";

fn new() -> String {
    OLD.replace("type: integer}", "type: integer, required: true}")
}

fn both(scratch: &Scratch) -> [String; 2] {
    scratch.write("old.yaml", OLD);
    scratch.write("new.yaml", &new());
    [scratch.path("old.yaml"), scratch.path("new.yaml")]
}

fn diff(files: &[String; 2], more: &[&str]) -> Ran {
    let mut arguments = vec!["diff", &files[0], &files[1]];
    arguments.extend(more);
    xtask(&arguments)
}

#[test]
fn the_verdict_decides_how_it_ends() {
    let scratch = Scratch::new(PETS);
    let files = both(&scratch);
    for (on, code) in [("none", 0), ("wire", 1), ("rust", 1), ("docs", 1)] {
        let ran = diff(&files, &["--fail-on", on]);
        assert_eq!(ran.code, Some(code), "{on}: {}", ran.stderr);
    }
    let same = [files[0].clone(), files[0].clone()];
    assert_eq!(diff(&same, &["--fail-on", "docs"]).code, Some(0));
    let missing = [files[0].clone(), scratch.path("missing.yaml")];
    let ran = diff(&missing, &[]);
    assert_eq!(ran.code, Some(2));
    assert!(
        ran.stderr.contains("missing.yaml can't be read"),
        "{}",
        ran.stderr
    );
}

#[test]
fn each_format_tells_the_change() {
    let scratch = Scratch::new(PETS);
    let files = both(&scratch);
    let text = diff(&files, &[]).stdout;
    assert!(
        text.contains("query parameter `limit`: optional → required"),
        "{text}"
    );
    let markdown = diff(&files, &["--format", "markdown"]).stdout;
    assert!(
        markdown.starts_with("## Breaking\n\n### GET /pets\n"),
        "{markdown}"
    );
    let github = diff(&files, &["--format", "github"]).stdout;
    let line =
        "line=9,col=59,title=request-parameter-became-required::GET /pets query parameter `limit`";
    assert!(
        github.starts_with("::error file=") && github.contains(line),
        "{github}"
    );
    let json = diff(&files, &["--format", "json"]).stdout;
    let json: serde_json::Value = serde_json::from_str(&json).expect("JSON");
    let change = &json["changes"][0];
    assert_eq!(change["kind"], "request-parameter-became-required");
    assert_eq!(
        (&change["wire"], &change["rust"]),
        (&"breaks".into(), &"breaks".into())
    );
    assert_eq!(change["new"]["line"], 9);
    assert_eq!(json["release"], "breaking");
}

#[test]
fn what_is_accepted_fails_nothing_and_what_accepts_nothing_fails() {
    let scratch = Scratch::new(PETS);
    let files = both(&scratch);
    let json = diff(&files, &["--format", "json"]).stdout;
    let json: serde_json::Value = serde_json::from_str(&json).expect("JSON");
    let fingerprint = json["changes"][0]["fingerprint"]
        .as_str()
        .expect("a text")
        .to_owned();
    let accepted =
        format!("[[accepted]]\nfingerprint = '{fingerprint}'\nreason = 'Everybody sends it.'\n");
    scratch.write("accepted.toml", &accepted);
    let path = scratch.path("accepted.toml");
    let ran = diff(&files, &["--fail-on", "wire", "--accepted", &path]);
    assert_eq!(ran.code, Some(0), "{}", ran.stderr);
    assert!(ran.stdout.contains("Everybody sends it."), "{}", ran.stdout);
    let same = [files[0].clone(), files[0].clone()];
    let ran = diff(&same, &["--accepted", &path]);
    assert_eq!(ran.code, Some(2));
    assert!(ran.stderr.contains(&fingerprint), "{}", ran.stderr);
}

#[test]
fn the_table_of_kinds_is_printed() {
    let ran = xtask(&["diff", "--kinds"]);
    for kind in generator::diff::kinds::all() {
        assert!(ran.stdout.contains(kind.id) && ran.stdout.contains(kind.meaning));
    }
    let ran = xtask(&["explain", "request-parameter-became-required"]);
    assert_eq!(ran.code, Some(0), "{}", ran.stderr);
}

/// A repository with a document in `specs/pets`, whose first version is committed.
fn repository(document: &str) -> Scratch {
    let scratch = Scratch::new(PETS);
    scratch.write("specs/pets/pets.yaml", document);
    scratch.write(
        "specs/pets/crate.toml",
        "document = \"pets.yaml\"\noutput = \"../../client\"\n[package]\nname = \"pets\"\nversion = \"0.1.0\"\n",
    );
    git(&scratch, &["init", "--quiet"]);
    git(&scratch, &["add", "specs"]);
    let who = ["-c", "user.name=A", "-c", "user.email=a@example.com"];
    git(
        &scratch,
        &[&who[..], &["commit", "--quiet", "-m", "First"]].concat(),
    );
    scratch
}

fn git(scratch: &Scratch, arguments: &[&str]) {
    let mut command = Command::new("git");
    command.arg("-C").arg(scratch.folder.path()).args(arguments);
    assert!(
        command.status().is_ok_and(|status| status.success()),
        "git {arguments:?}"
    );
}

fn here(scratch: &Scratch, more: &[&str]) -> Ran {
    let root = scratch.path("");
    let mut arguments = vec!["--root", &root, "diff"];
    arguments.extend(more);
    xtask(&arguments)
}

#[test]
fn by_default_the_last_commit_is_compared_with_what_is_there() {
    let scratch = repository(OLD);
    let ran = here(&scratch, &[]);
    assert_eq!(ran.code, Some(0), "{}", ran.stderr);
    assert!(ran.stdout.starts_with("No change\n"), "{}", ran.stdout);
    assert!(ran.stdout.contains("Nothing to release"), "{}", ran.stdout);
    scratch.write("specs/pets/pets.yaml", &new());
    let ran = here(&scratch, &["--fail-on", "wire"]);
    assert_eq!(ran.code, Some(1), "{}", ran.stderr);
    assert!(
        ran.stdout
            .contains("specs/pets/pets.yaml at HEAD:9:9 → specs/pets/pets.yaml:9:59"),
        "{}",
        ran.stdout
    );
    assert!(ran.stdout.contains("Release 0.2.0: "), "{}", ran.stdout);
    let manifest = scratch.path("specs/pets/crate.toml");
    let text = fs::read_to_string(&manifest).expect("a manifest");
    fs::write(Path::new(&manifest), text.replace("0.1.0", "0.2.0")).expect("it can be written");
    let ran = here(&scratch, &[]);
    assert!(ran.stdout.contains("Release 0.2.0, as "), "{}", ran.stdout);
    let ran = here(&scratch, &["--base", "nowhere"]);
    assert_eq!(ran.code, Some(2));
    assert!(
        ran.stderr.contains("`nowhere` is no revision"),
        "{}",
        ran.stderr
    );
}

#[test]
fn an_overlay_that_the_document_confirms_is_no_change_and_tells_what_to_delete() {
    let scratch = repository(OLD);
    scratch.write(
        "specs/pets/overlay.yaml",
        "overlay: 1.0.0\ninfo: {title: Corrections, version: 1.0.0}\nactions:\n\
         - target: $.paths['/pets'].get.parameters[0]\n  description: The manual says so.\n  update: {required: true}\n",
    );
    git(&scratch, &["add", "specs"]);
    let who = ["-c", "user.name=A", "-c", "user.email=a@example.com"];
    git(
        &scratch,
        &[&who[..], &["commit", "--quiet", "-m", "Correct it"]].concat(),
    );
    scratch.write("specs/pets/pets.yaml", &new());
    let ran = here(&scratch, &["--fail-on", "docs"]);
    assert_eq!(ran.code, Some(0), "{}{}", ran.stdout, ran.stderr);
    assert!(ran.stdout.contains("delete action 1"), "{}", ran.stdout);
}

#[test]
fn the_front_page_shows_what_is_printed() {
    let scratch = repository(README);
    let next = README_NEXT
        .iter()
        .fold(README.to_owned(), |text, (from, to)| {
            assert!(text.contains(from), "{from}");
            text.replace(from, to)
        });
    scratch.write("specs/pets/pets.yaml", &next);
    let ran = here(&scratch, &[]);
    let front = fs::read_to_string(tests::root().join("README.md")).expect("the front page");
    assert!(
        front.contains(&ran.stdout),
        "README.md does not show\n{}",
        ran.stdout
    );
}
