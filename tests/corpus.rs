//! Real documents by the hundred, where they are at hand: whatever is in them, there is a client,
//! and nothing is lost in silence. `cargo xtask corpus` looks; what it may refuse stands here.

use std::env;
use std::process::Command;

use serde_json::Value;
use tests::root;

/// What no client is made of, and what is said about it.
const REFUSED: &[(&str, &str)] = &[
    // Lists of changes to a document.
    ("__fixup.yaml", "unsupported-version"),
    ("__patch", "unsupported-version"),
    ("accuweather__AccuWeather.json", "not-json"),
    (
        "citrixonline.com__gotomeeting__1.0.0__jpdiff.yaml",
        "not-a-mapping",
    ),
];

#[test]
fn every_document_of_the_corpus_becomes_a_client() {
    let Some(corpus) = tests::corpus() else {
        println!("skipped: there is no ../shared/corpus");
        return;
    };
    // A third of them, so that the tests of every day stay short; `CORPUS=all` takes them all.
    let all = env::var("CORPUS").is_ok_and(|which| which == "all");
    let output = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
        .args(["run", "--quiet", "--offline", "--package", "xtask"])
        .args(["--", "corpus", "--every", if all { "1" } else { "3" }])
        .arg(corpus)
        .current_dir(root())
        .output()
        .expect("cargo can be run");
    let told = String::from_utf8_lossy(&output.stdout);
    let faults = told.find("\nfault").map_or("", |at| &told[at..]);
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{faults}\n{said}");

    let report = std::fs::read(root().join("target/corpus/report.json")).expect("a report");
    let report: Vec<Value> = serde_json::from_slice(&report).expect("a list");
    assert!(report.len() > 100, "{} documents", report.len());
    for outcome in report {
        let name = outcome["document"].as_str().expect("a name");
        assert!(
            outcome["seconds"].as_f64() > Some(0.0),
            "{name} took no time"
        );
        let expected = REFUSED.iter().find(|(refused, _)| name.contains(refused));
        let refused = outcome["refused"].as_str();
        match (refused, expected) {
            (None, None) => {}
            (Some(said), Some((_, code))) => {
                assert!(said.contains(&format!("[{code}]")), "{name}: {said}");
                assert!(said.contains(name), "no place: {said}");
            }
            (refused, expected) => panic!("{name}: {refused:?} instead of {expected:?}"),
        }
    }
}
