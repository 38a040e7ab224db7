//! `cargo xtask diff --verify`: a compiler agrees with the verdicts for Rust.

use std::env;

use tests::harness::{Side, pairs};
use tests::root;

use crate::program::{PETS, Scratch, xtask};

/// An overlay with nothing that shows, for versions beside one that needs an overlay.
const NOTHING: &str = "overlay: 1.0.0
info: {title: Nothing, version: 1.0.0}
actions:
- {target: $.info, description: It does not matter., update: {x-nothing: true}}
";

#[test]
fn a_compiler_agrees_with_the_verdicts() {
    // A few of them, so that the tests of every day stay short; `CORPUS=all` takes them all.
    let all = env::var("CORPUS").is_ok_and(|which| which == "all");
    let scratch = Scratch::new(PETS);
    let mut failed = 0;
    for pair in pairs().iter().step_by(if all { 1 } else { 16 }) {
        let [old, new] = [&pair.old, &pair.new].map(|side| {
            scratch.write(side.name, &side.text);
            scratch.path(side.name)
        });
        let mut arguments = vec!["diff", "--verify", &old, &new];
        let overlays = [&pair.old, &pair.new].map(|side: &Side| {
            let name = format!("{}.overlay", side.name);
            scratch.write(&name, side.overlay.as_deref().unwrap_or(NOTHING));
            scratch.path(&name)
        });
        if pair.old.overlay.is_some() || pair.new.overlay.is_some() {
            arguments.extend(overlays.iter().flat_map(|path| ["--overlay", path]));
        }
        let ran = xtask(&arguments);
        let name = &pair.name;
        assert_eq!(ran.code, Some(0), "{name}: {}{}", ran.stdout, ran.stderr);
        assert!(ran.stdout.contains("they agree"), "{name}: {}", ran.stdout);
        failed += usize::from(!ran.stdout.contains("of which 0 do not compile"));
    }
    assert!(failed > 0, "no case breaks programs");
}

/// What is sent, before it can be more.
const SENT: &str = "\
swagger: '2.0'
info: {title: Pets, version: 1.0.0}
host: api.example.com
schemes: [https]
paths:
  /pets:
    put:
      parameters:
      - {in: body, name: body, required: true, schema: {$ref: '#/definitions/Cat'}}
      responses: {'204': {description: Done}}
definitions:
  Dog: {required: [bark], properties: {bark: {type: string}}}
  Cat:
    required: [meow]
    properties:
      meow: {type: string}
      age: {type: integer}
      names: {type: array, items: {type: string}}
      years: {type: array, items: {type: integer}}
";

#[test]
fn what_takes_more_than_it_took_does_not_break_programs() {
    let scratch = Scratch::new(PETS);
    scratch.write("old.yaml", SENT);
    let one = "schema: {$ref: '#/definitions/Cat'}";
    let more = "schema: {oneOf: [{$ref: '#/definitions/Cat'}, {$ref: '#/definitions/Dog'}]}";
    scratch.write("more.yaml", &SENT.replace(one, more));
    scratch.write("any.yaml", &SENT.replace("{type: integer}", "{}"));
    for (new, breaking) in [("more.yaml", 0), ("any.yaml", 2)] {
        let (old, new) = (scratch.path("old.yaml"), scratch.path(new));
        let ran = xtask(&["diff", "--verify", "--format", "json", &old, &new]);
        assert_eq!(ran.code, Some(0), "{}{}", ran.stdout, ran.stderr);
        let json: serde_json::Value = serde_json::from_str(&ran.stdout).expect("JSON");
        assert_eq!(json["verified"]["breaking"], breaking, "{}", ran.stdout);
    }
}

#[test]
fn whatever_things_are_called_their_uses_compile() {
    for case in ["path-segments", "tags"] {
        let document = root().join(format!("tests/cases/hostile/{case}.yaml"));
        let document = document.to_string_lossy();
        let ran = xtask(&["diff", "--verify", &document, &document]);
        assert_eq!(ran.code, Some(0), "{}{}", ran.stdout, ran.stderr);
        assert!(
            ran.stdout.contains("of which 0 do not compile"),
            "{}",
            ran.stdout
        );
    }
}
