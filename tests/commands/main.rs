//! The commands as their user meets them: what they write, what they say, and how they end.

mod diff;
mod measured;
mod program;
mod released;
mod renamed;
mod verified;

use std::fs;
use std::path::Path;
use tests::harness::{cases, run};

use program::{PETS, Scratch, xtask, xtask_with};

#[test]
fn generate_writes_a_crate_and_its_reports() {
    let scratch = Scratch::new(PETS);
    let out = scratch.path("client");
    let ran = xtask(&["generate", &scratch.path("pets.yaml"), "--out", &out]);
    assert_eq!(ran.code, Some(0), "{}", ran.stderr);
    assert!(
        ran.stdout.contains("1 operation in 1 group"),
        "{}",
        ran.stdout
    );
    for file in [
        "Cargo.toml",
        "src/lib.rs",
        "src/pets.rs",
        "REPAIRS.md",
        "names.lock",
    ] {
        assert!(Path::new(&out).join(file).is_file(), "there is no {file}");
    }
    let manifest = fs::read_to_string(Path::new(&out).join("Cargo.toml")).expect("a manifest");
    assert!(manifest.contains("name = \"pets\""), "{manifest}");
}

#[test]
fn generate_touches_no_file_that_is_as_it_should_be() {
    let scratch = Scratch::new(PETS);
    let arguments = [
        "generate",
        &scratch.path("pets.yaml"),
        "--out",
        &scratch.path("client"),
    ];
    xtask(&arguments);
    let before = scratch.files("client");
    let ran = xtask(&arguments);
    assert_eq!(ran.code, Some(0), "{}", ran.stderr);
    assert!(ran.stdout.contains("0 files changed"), "{}", ran.stdout);
    assert!(scratch.files("client") == before, "files were touched");
}

#[test]
fn generate_removes_what_it_makes_no_more() {
    let scratch = Scratch::new(PETS);
    let arguments = [
        "generate",
        &scratch.path("pets.yaml"),
        "--out",
        &scratch.path("client"),
    ];
    xtask(&arguments);
    scratch.write("pets.yaml", &PETS.replace("/pets/{petId}", "/cats/{petId}"));
    let ran = xtask(&arguments);
    assert_eq!(ran.code, Some(0), "{}", ran.stderr);
    assert!(Path::new(&scratch.path("client/src/cats.rs")).is_file());
    assert!(!Path::new(&scratch.path("client/src/pets.rs")).exists());
}

#[test]
fn generate_leaves_a_folder_alone_that_holds_something_else() {
    let scratch = Scratch::new(PETS);
    scratch.write("home/letter.txt", "Dear all,");
    scratch.write("home/Cargo.toml", "[package]\nname = \"mine\"\n");
    let before = scratch.files("home");
    let ran = xtask(&[
        "generate",
        &scratch.path("pets.yaml"),
        "--out",
        &scratch.path("home"),
    ]);
    assert_eq!(ran.code, Some(1), "{}", ran.stdout);
    assert!(
        ran.stderr.contains("holds something else"),
        "{}",
        ran.stderr
    );
    assert!(scratch.files("home") == before, "files were touched");
}

#[test]
fn generate_reads_standard_input() {
    let scratch = Scratch::new(PETS);
    let out = scratch.path("client");
    for (name, arguments) in [
        ("client", &["generate", "-", "--out", &out][..]),
        ("zoo", &["generate", "-", "--out", &out, "--name", "zoo"]),
    ] {
        let ran = xtask_with(arguments, PETS);
        assert_eq!(ran.code, Some(0), "{}", ran.stderr);
        let manifest = fs::read_to_string(Path::new(&out).join("Cargo.toml")).expect("a manifest");
        assert!(manifest.contains(&format!("name = {name:?}")), "{manifest}");
    }
}

#[test]
fn generate_reads_files_of_the_folder_and_no_others() {
    let scratch = Scratch::new(PETS);
    let document = "\
swagger: '2.0'
paths:
  /pets:
    get:
      responses: {'200': {description: Pets, schema: {$ref: 'parts/pet.yaml#/Pet'}}}
    put:
      responses: {'200': {description: Pets, schema: {$ref: 'parts/link.yaml#/Secret'}}}
";
    scratch.write("api/pets.yaml", document);
    scratch.write(
        "api/parts/pet.yaml",
        "Pet: {type: object, properties: {name: {type: string}}}",
    );
    scratch.write(
        "secret.yaml",
        "Secret: {type: object, properties: {word: {type: string}}}",
    );
    #[cfg(unix)]
    std::os::unix::fs::symlink(
        scratch.path("secret.yaml"),
        scratch.path("api/parts/link.yaml"),
    )
    .expect("a link");
    let out = scratch.path("client");
    let ran = xtask(&["generate", &scratch.path("api/pets.yaml"), "--out", &out]);
    assert_eq!(ran.code, Some(0), "{}", ran.stderr);
    assert!(ran.stderr.contains("unread-file"), "{}", ran.stderr);
    let types = fs::read_to_string(Path::new(&out).join("src/types.rs")).expect("types");
    assert!(types.contains("pub name: Option<String>"), "{types}");
    assert!(!types.contains("word"), "{types}");
    let ran = xtask(&["normalize", &scratch.path("api/pets.yaml")]);
    assert!(ran.stdout.contains("name:"), "{}", ran.stdout);
    let other = document.replace("parts/pet.yaml#/Pet", "parts/other.yaml#/Pet");
    scratch.write("api/other.yaml", &other);
    scratch.write(
        "api/parts/other.yaml",
        "Pet: {type: object, properties: {age: {type: integer}}}",
    );
    let versions = [
        scratch.path("api/pets.yaml"),
        scratch.path("api/other.yaml"),
    ];
    let ran = xtask(&["diff", &versions[0], &versions[1]]);
    assert!(ran.stdout.contains("age"), "{}", ran.stdout);
}

#[test]
fn generate_makes_a_name_of_a_keyword() {
    let scratch = Scratch::new(PETS);
    scratch.write("type.yaml", PETS);
    let out = scratch.path("client");
    let ran = xtask(&["generate", &scratch.path("type.yaml"), "--out", &out]);
    assert_eq!(ran.code, Some(0), "{}", ran.stderr);
    let manifest = fs::read_to_string(Path::new(&out).join("Cargo.toml")).expect("a manifest");
    assert!(manifest.contains("name = \"type-client\""), "{manifest}");
}

#[test]
fn generate_takes_no_name_that_cargo_refuses() {
    let scratch = Scratch::new(PETS);
    for name in [
        "",
        "1pet",
        "a b",
        "../x",
        "a\"b",
        "日本",
        "type",
        "self",
        "std",
        "proc-macro",
    ] {
        let spec = scratch.path("pets.yaml");
        let ran = xtask(&[
            "generate",
            &spec,
            "--out",
            &scratch.path("client"),
            "--name",
            name,
        ]);
        assert_eq!(ran.code, Some(1), "`{name}` was taken");
        assert!(
            ran.stderr.contains("is no name of a crate"),
            "{}",
            ran.stderr
        );
    }
    assert!(scratch.files("client").is_empty());
}

#[test]
fn a_broken_document_leaves_everything_as_it_was() {
    let scratch = Scratch::new(PETS);
    let out = scratch.path("client");
    xtask(&["generate", &scratch.path("pets.yaml"), "--out", &out]);
    let before = scratch.files("client");
    for case in cases() {
        if !case.name.starts_with("broken/") || run(&case, "").emitted.is_some() {
            continue;
        }
        let document = scratch.path(&case.file);
        fs::write(&document, case.bytes()).expect("the document can be written");
        for out in [out.clone(), scratch.path("new")] {
            let ran = xtask(&["generate", &document, "--out", &out]);
            assert_eq!(ran.code, Some(1), "{}: {}", case.name, ran.stdout);
            assert!(
                ran.stderr.contains("error["),
                "{}: {}",
                case.name,
                ran.stderr
            );
            assert!(ran.stderr.contains("nothing was written"), "{}", case.name);
            assert_eq!(ran.stdout, "", "{}", case.name);
        }
        fs::remove_file(&document).expect("the document can be removed");
        assert!(
            scratch.files("client") == before,
            "{} touched files",
            case.name
        );
        assert!(
            !Path::new(&scratch.path("new")).exists(),
            "{} made a folder",
            case.name
        );
    }
}

#[test]
fn a_file_that_is_not_there_is_named() {
    let scratch = Scratch::new(PETS);
    let missing = scratch.path("missing.yaml");
    for arguments in [
        &["generate", &missing, "--out", &scratch.path("client")][..],
        &["normalize", &missing],
    ] {
        let ran = xtask(arguments);
        assert_eq!(ran.code, Some(1));
        assert!(
            ran.stderr.contains("missing.yaml can't be read"),
            "{}",
            ran.stderr
        );
    }
    assert!(!Path::new(&scratch.path("client")).exists());
}

#[test]
fn strict_makes_an_error_of_each_repair() {
    let scratch = Scratch::new(PETS);
    let out = scratch.path("client");
    let ran = xtask(&[
        "generate",
        &scratch.path("pets.yaml"),
        "--out",
        &out,
        "--strict",
    ]);
    assert_eq!(ran.code, Some(1), "{}", ran.stdout);
    for rule in ["https", "path-required", "missing-security"] {
        assert!(
            ran.stderr.contains(&format!("error[{rule}]")),
            "{}",
            ran.stderr
        );
    }
    assert!(
        ran.stderr.contains("pets.yaml:8:9"),
        "there is no place: {}",
        ran.stderr
    );
    assert!(!Path::new(&out).exists());
}

#[test]
fn show_prints_a_stage_and_writes_nothing() {
    let scratch = Scratch::new(PETS);
    let out = scratch.path("client");
    for (stage, expected) in [
        ("outline", "get = GET /pets/{petId}"),
        ("repairs", "`path-required`"),
        ("rules", "path-required: 1 claim"),
    ] {
        let spec = scratch.path("pets.yaml");
        let ran = xtask(&["generate", &spec, "--out", &out, "--show", stage]);
        assert_eq!(ran.code, Some(0), "{}", ran.stderr);
        assert!(ran.stdout.contains(expected), "{}", ran.stdout);
        assert!(!Path::new(&out).exists());
    }
}

#[test]
fn quiet_says_nothing() {
    let scratch = Scratch::new(PETS);
    let spec = scratch.path("pets.yaml");
    let ran = xtask(&[
        "generate",
        &spec,
        "--out",
        &scratch.path("client"),
        "--quiet",
    ]);
    assert_eq!(
        (ran.code, ran.stdout, ran.stderr),
        (Some(0), String::new(), String::new())
    );
}

#[test]
fn warnings_point_at_the_line() {
    let scratch = Scratch::new(&PETS.replace("    get:", "    fetch: {}\n    get:"));
    let ran = xtask(&["normalize", &scratch.path("pets.yaml")]);
    assert_eq!(ran.code, Some(0));
    assert!(
        ran.stderr.contains("warning[unknown-method]"),
        "{}",
        ran.stderr
    );
    assert!(ran.stderr.contains("pets.yaml:6:5"), "{}", ran.stderr);
    assert!(ran.stderr.contains("fetch: {}"), "{}", ran.stderr);
}

#[test]
fn warnings_of_one_kind_are_not_shown_by_the_thousand() {
    let replies: Vec<_> = (0..50).map(|n| format!("        n{n}: {{}}\n")).collect();
    let replies = replies.concat();
    let scratch = Scratch::new(&PETS.replace(
        "      responses:\n",
        &format!("      responses:\n{replies}"),
    ));
    let ran = xtask(&["normalize", &scratch.path("pets.yaml")]);
    assert_eq!(ran.stderr.matches("warning[unknown-status]").count(), 20);
    assert!(
        ran.stderr.contains("30 more of [unknown-status]"),
        "{}",
        ran.stderr
    );
}

/// Neither the stack nor what a compiler reads ends at types inside of types.
#[test]
fn long_chains_of_types_are_read() {
    for link in ["type: array, items:", "type: object, additionalProperties:"] {
        let chain: Vec<_> = (0..3000)
            .map(|n| format!("  A{n}: {{{link} {{$ref: '#/definitions/A{}'}}}}\n", n + 1))
            .collect();
        let document = PETS.replace("{type: string}", "{$ref: '#/definitions/A0'}");
        let scratch = Scratch::new(&format!("{document}definitions:\n{}", chain.concat()));
        let out = scratch.path("client");
        let ran = xtask(&["generate", &scratch.path("pets.yaml"), "--out", &out]);
        assert_eq!(ran.code, Some(0), "{}", ran.stderr);
    }
}

#[test]
fn normalize_prints_openapi_as_yaml_or_json() {
    let scratch = Scratch::new(PETS);
    let yaml = xtask(&["normalize", &scratch.path("pets.yaml")]);
    let json = xtask_with(&["normalize", "-", "--json"], PETS);
    assert_eq!(
        (yaml.code, json.code),
        (Some(0), Some(0)),
        "{}{}",
        yaml.stderr,
        json.stderr
    );
    let from_yaml: serde_json::Value = serde_yaml::from_str(&yaml.stdout).expect("YAML");
    let from_json: serde_json::Value = serde_json::from_str(&json.stdout).expect("JSON");
    for document in [from_yaml, from_json] {
        assert_eq!(document["openapi"], "3.0.3");
        assert_eq!(document["servers"][0]["url"], "https://api.example.com");
        let parameter = &document["paths"]["/pets/{petId}"]["get"]["parameters"][0];
        assert_eq!(parameter["required"], true);
    }
}

#[test]
fn explain_lists_everything_and_tells_of_one() {
    let all = xtask(&["explain"]);
    assert_eq!(all.code, Some(0));
    for explanation in generator::explain::all() {
        assert!(
            all.stdout.contains(explanation.name),
            "{} is missing",
            explanation.name
        );
        let one = xtask(&["explain", explanation.name]);
        assert_eq!(one.code, Some(0));
        assert!(one.stdout.starts_with(explanation.name), "{}", one.stdout);
        assert!(one.stdout.contains("Example"), "{}", one.stdout);
    }
}

#[test]
fn explain_helps_who_asks_for_something_unknown() {
    let ran = xtask(&["explain", "path-reqired"]);
    assert_eq!((ran.code, ran.stdout.as_str()), (Some(1), ""));
    assert!(ran.stderr.contains("`path-reqired`"), "{}", ran.stderr);
    assert!(ran.stderr.contains("cargo xtask explain"), "{}", ran.stderr);
}

#[test]
fn help_is_good_everywhere() {
    for command in ["regenerate", "generate", "normalize", "explain"] {
        let all = xtask(&["--help"]);
        assert!(all.stdout.contains(command), "{}", all.stdout);
        let one = xtask(&[command, "--help"]);
        assert_eq!(one.code, Some(0));
        assert!(one.stdout.contains("cargo xtask"), "{}", one.stdout);
    }
}

#[test]
fn a_command_that_is_none_is_a_mistake_of_use() {
    for arguments in [
        &[][..],
        &["generat"],
        &["generate"],
        &["normalize", "x", "--yaml"],
    ] {
        let ran = xtask(arguments);
        assert_eq!(ran.code, Some(2), "{arguments:?}: {}", ran.stderr);
        assert!(ran.stderr.contains("Usage"), "{}", ran.stderr);
    }
}
