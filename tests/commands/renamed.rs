//! Names that stay in a repository, and change on purpose only.

use std::fs;

use crate::program::{PETS, Scratch, xtask};

const CRATE: &str = "\
document = \"swagger.yaml\"
output = \"../../client\"
[package]
name = \"pets\"
version = \"0.1.0\"
";

/// A repository with one document, whose client is made.
fn repository(document: &str) -> Scratch {
    let scratch = Scratch::new("");
    scratch.write("specs/pets/crate.toml", CRATE);
    scratch.write("specs/pets/swagger.yaml", document);
    regenerate(&scratch, &[]);
    scratch
}

fn regenerate(scratch: &Scratch, more: &[&str]) -> String {
    let root = scratch.path("");
    let arguments = [&["regenerate", "--root", &root], more].concat();
    let ran = xtask(&arguments);
    assert_eq!(ran.code, Some(0), "{}", ran.stderr);
    ran.stdout
}

fn text(scratch: &Scratch, path: &str) -> String {
    fs::read_to_string(scratch.path(path)).expect("text")
}

fn replace(scratch: &Scratch, path: &str, from: &str, to: &str) {
    let old = text(scratch, path);
    assert!(old.contains(from), "{path} has no {from}: {old}");
    scratch.write(path, &old.replace(from, to));
}

const LOCK: &str = "specs/pets/names.lock";
const DOCUMENT: &str = "specs/pets/swagger.yaml";

#[test]
fn a_new_operation_id_renames_nothing_until_that_is_asked_for() {
    let scratch = repository(PETS);
    replace(
        &scratch,
        DOCUMENT,
        "    get:\n",
        "    get:\n      operationId: adoptPet\n",
    );
    regenerate(&scratch, &[]);
    assert!(text(&scratch, LOCK).contains("operation GET /pets/{petId} = pets.get\n"));

    let said = regenerate(&scratch, &["--rename"]);
    assert!(
        said.contains("pets.get is now pets.adopt (operation GET /pets/{petId})"),
        "{said}"
    );
    assert!(text(&scratch, LOCK).contains("operation GET /pets/{petId} = pets.adopt\n"));
    assert!(text(&scratch, "client/src/pets.rs").contains("pub fn adopt("));

    let said = regenerate(&scratch, &["--rename"]);
    assert!(said.contains("Renamed nothing"), "{said}");
}

#[test]
fn a_name_of_the_lock_follows_a_path_whose_parameter_is_called_differently() {
    let scratch = repository(PETS);
    replace(&scratch, LOCK, "= pets.get", "= pets.fetch");
    replace(&scratch, DOCUMENT, "petId", "id");
    regenerate(&scratch, &[]);
    let lock = text(&scratch, LOCK);
    assert!(
        lock.contains("operation GET /pets/{id} = pets.fetch\n"),
        "{lock}"
    );
    assert!(!lock.contains("{petId}"), "{lock}");
}

#[test]
fn a_name_never_comes_back_with_another_meaning() {
    let scratch = repository(PETS);
    // Its operation goes, and another one comes that would be called the same.
    replace(&scratch, DOCUMENT, "/pets/{petId}", "/v2/pets/{petId}");
    regenerate(&scratch, &[]);
    let lock = text(&scratch, LOCK);
    assert!(
        lock.contains("operation GET /pets/{petId} = pets.get # gone\n"),
        "{lock}"
    );
    let new = "operation GET /v2/pets/{petId} = ";
    assert!(
        lock.contains(new) && !lock.contains(&format!("{new}pets.get\n")),
        "{lock}"
    );
    // Not even on purpose.
    regenerate(&scratch, &["--rename"]);
    let again = text(&scratch, LOCK);
    let operations = |lock: &str| -> Vec<String> {
        let lines = lock.lines().filter(|line| line.starts_with("operation "));
        lines.map(str::to_owned).collect()
    };
    assert_eq!(operations(&again), operations(&lock));
}
