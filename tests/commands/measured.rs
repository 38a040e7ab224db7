//! `measure`: what the words of a document are worth, told by its types.

use super::program::{Scratch, xtask};

/// Words that say the type, words that say nothing, and words that are wrong.
const TYPED: &str = "\
swagger: '2.0'
host: api.example.com
paths:
  /pets:
    get:
      parameters:
      - {in: query, name: first, type: integer, description: Number of pets to return}
      - {in: query, name: second, type: boolean, description: The second}
      - {in: query, name: third, type: string, description: Whether to include dogs}
      - {in: query, name: fourth, description: Whether to include cats}
      responses:
        '200': {description: The pets}
";

#[test]
fn types_are_taken_away_and_found_again() {
    let scratch = Scratch::new(TYPED);
    let ran = xtask(&["measure", &scratch.path("pets.yaml")]);
    assert_eq!(ran.code, Some(0), "{}", ran.stderr);
    let told = ran.stdout.split_whitespace().collect::<Vec<_>>().join(" ");
    for line in [
        // all, exact, weaker, harmful
        "text 1 0 0 1 ",
        "integer 1 1 0 0 ",
        "boolean 1 0 1 0 ",
        "described-values: hints 1 1 0 0 ",
        "described-values: truths 1 0 0 1 ",
        "3 query, path and header parameters exact 1 of 2 not plain text: 50.0 %, harmful 1: 333.3 of",
    ] {
        assert!(told.contains(line), "{line}\n{}", ran.stdout);
    }
}

#[test]
fn finds_are_listed_by_verdict_and_rule() {
    let scratch = Scratch::new(TYPED);
    let document = scratch.path("pets.yaml");
    let ran = xtask(&[
        "measure",
        &document,
        "--show",
        "harmful",
        "--show",
        "described-values",
    ]);
    assert_eq!(
        ran.stdout,
        "harmful\ttext\tboolean\tdescribed-values: truths\tthird\tWhether to include dogs\tquery GET /pets\tpets\n"
    );
    let ran = xtask(&["measure", &document, "--show", "helpful"]);
    assert_eq!(ran.code, Some(1));
    assert!(
        ran.stderr.contains("nothing is called `helpful`"),
        "{}",
        ran.stderr
    );
}

#[test]
fn a_target_that_is_missed_fails_the_check() {
    let scratch = Scratch::new(TYPED);
    let ran = xtask(&["measure", "--check", &scratch.path("pets.yaml")]);
    assert_eq!(ran.code, Some(1), "{}", ran.stdout);
}
