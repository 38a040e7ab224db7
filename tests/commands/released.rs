//! A new version of a document, from the summary to the release.

use std::fs;
use std::process::Command;

use crate::program::{PETS, Scratch, xtask};

const CRATE: &str = "\
document = \"swagger.yaml\"
output = \"../../client\"
[package]
name = \"pets\"
version = \"0.1.0\"
";

fn git(scratch: &Scratch, arguments: &[&str]) {
    let run = Command::new("git")
        .current_dir(scratch.path(""))
        .args(["-c", "user.name=Ada", "-c", "user.email=ada@example.com"])
        .args(arguments)
        .output()
        .expect("git can be run");
    assert!(
        run.status.success(),
        "{}",
        String::from_utf8_lossy(&run.stderr)
    );
}

fn regenerate(scratch: &Scratch, more: &[&str]) -> String {
    let root = scratch.path("");
    let ran = xtask(&[&["regenerate", "--root", &root], more].concat());
    assert_eq!(ran.code, Some(0), "{}", ran.stderr);
    ran.stdout
}

fn text(scratch: &Scratch, path: &str) -> String {
    fs::read_to_string(scratch.path(path)).expect("text")
}

#[test]
fn a_release_has_its_version_and_its_changelog() {
    let scratch = Scratch::new("");
    scratch.write("specs/pets/crate.toml", CRATE);
    scratch.write(
        "specs/pets/CHANGELOG.md",
        "# Changelog\n\n## 0.1.0\n\nThe first one.\n",
    );
    scratch.write("specs/pets/swagger.yaml", PETS);
    regenerate(&scratch, &[]);
    git(&scratch, &["init", "--quiet"]);
    git(&scratch, &["add", "."]);
    git(&scratch, &["commit", "--quiet", "--message", "The client"]);

    let said = regenerate(&scratch, &["--release"]);
    assert!(said.contains("Nothing to release: 0.1.0"), "{said}");

    let new = PETS.replace("{name: {type: string}}", "{name: {type: integer}}");
    let new =
        format!("{new}  /owners:\n    get: {{responses: {{'204': {{description: None}}}}}}\n");
    scratch.write("specs/pets/swagger.yaml", &new);
    let said = regenerate(&scratch, &[]);
    assert!(
        said.contains("since HEAD: 2 things, 1 of them break"),
        "{said}"
    );

    let said = regenerate(&scratch, &["--release"]);
    assert!(said.contains("Released pets 0.2.0"), "{said}");
    assert!(text(&scratch, "specs/pets/crate.toml").contains("version = \"0.2.0\""));
    assert!(text(&scratch, "client/Cargo.toml").contains("version = \"0.2.0\""));
    let log = text(&scratch, "specs/pets/CHANGELOG.md");
    for part in [
        "# Changelog\n\n## 0.2.0\n\n### Breaking\n",
        "### Added\n\n- GET /owners",
        "## 0.1.0\n\nThe first one.\n",
    ] {
        assert!(log.contains(part), "there is no {part:?} in:\n{log}");
    }

    let said = regenerate(&scratch, &["--release"]);
    assert!(said.contains("Nothing to release: 0.2.0"), "{said}");
    assert_eq!(text(&scratch, "specs/pets/CHANGELOG.md"), log);
}
