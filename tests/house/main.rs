//! The house itself: who may know whom, and what a file looks like. Everything here is read from
//! the sources.

mod sources;

use std::collections::{BTreeMap, BTreeSet};

use syn::{ImplItem, Item, Type};

use sources::{is_doc, sources};

/// The stages of the generator in the order of the road, each with what it knows: never one that
/// comes after it. `emit` sees the model and nothing before it.
const STAGES: &[(&str, &[&str])] = &[
    ("source", &[]),
    ("diagnostic", &["source"]),
    ("read", &["diagnostic", "source"]),
    ("overlay", &["diagnostic", "read", "source"]),
    ("draft", &["overlay", "read", "source"]),
    ("names", &[]),
    (
        "lower",
        &["diagnostic", "draft", "names", "overlay", "read", "source"],
    ),
    (
        "swagger20",
        &["diagnostic", "draft", "lower", "overlay", "read", "source"],
    ),
    (
        "openapi30",
        &["diagnostic", "draft", "lower", "overlay", "read", "source"],
    ),
    ("repair", &["draft", "names", "read"]),
    (
        "model",
        &["draft", "names", "overlay", "read", "repair", "source"],
    ),
    ("emit", &["diagnostic", "model"]),
    ("diff", &["diagnostic", "emit", "model", "names"]),
    (
        "explain",
        &["diagnostic", "draft", "lower", "overlay", "read", "repair"],
    ),
];

/// Where each library is used in the generator: a change of library is a change of that place.
/// Those of serde are everywhere.
const LIBRARIES: &[(&str, &[&str])] = &[
    ("annotate_snippets", &["diagnostic/"]),
    ("granit_parser", &["read/yaml/"]),
    ("heck", &["names/"]),
    ("openapiv3", &["emit/openapi30.rs"]),
    ("prettyplease", &["emit/"]),
    ("proc_macro2", &["emit/"]),
    ("pulldown_cmark", &["emit/client/prose/"]),
    ("quote", &["emit/"]),
    ("serde", &[""]),
    ("serde_json", &[""]),
    ("serde_json_path", &["overlay/target.rs"]),
    (
        "serde_yaml",
        &["emit/openapi30.rs", "emit/repairs/paste.rs"],
    ),
    ("syn", &["emit/"]),
];

/// A document goes in and files come out; the world is left to those who call.
const WORLD: &[&str] = &[
    "std::env",
    "std::fs",
    "std::net::Tcp",
    "std::net::Udp",
    "std::os",
    "std::process",
    "std::thread",
    "std::time",
];

/// The members of the workspace, each with those it stands on.
const MEMBERS: &[(&str, &[&str])] = &[
    ("generated-client", &[]),
    ("generator", &[]),
    ("generator/runtime", &[]),
    ("tests", &["generated-client", "generator"]),
    ("tests/benches", &["generated-client"]),
    ("xtask", &["generator"]),
];

/// No file has more lines than a reader can hold in mind.
const LINES: usize = 450;

#[test]
fn each_stage_knows_only_what_comes_before_it() {
    let mut found: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for file in sources("generator/src") {
        // The whole road in one function is what `lib.rs` is for.
        let Some(stage) = file.module.first().filter(|name| *name != "lib") else {
            continue;
        };
        let known = found.entry(stage.clone()).or_default();
        let stages = file
            .names
            .iter()
            .filter_map(|name| name.strip_prefix("crate::"));
        let stages = stages.map(|name| name.split("::").next().unwrap_or_default());
        known.extend(stages.filter(|other| other != stage).map(str::to_owned));
    }
    let expected: BTreeMap<String, BTreeSet<String>> = STAGES
        .iter()
        .map(|(stage, known)| {
            (
                (*stage).to_owned(),
                known.iter().map(ToString::to_string).collect(),
            )
        })
        .collect();
    assert_eq!(found, expected, "see STAGES in tests/house");
    for (place, (stage, known)) in STAGES.iter().enumerate() {
        let before: Vec<_> = STAGES[..place].iter().map(|(stage, _)| *stage).collect();
        for other in *known {
            assert!(before.contains(other), "`{stage}` comes before `{other}`");
        }
    }
}

#[test]
fn each_library_has_its_place() {
    let manifest = manifest("generator");
    let mut declared: Vec<_> = names(&manifest, "dependencies").collect();
    declared.sort();
    let listed: Vec<_> = LIBRARIES
        .iter()
        .map(|(library, _)| (*library).to_owned())
        .collect();
    assert_eq!(declared, listed, "see LIBRARIES in tests/house");
    let files = sources("generator/src");
    for (library, places) in LIBRARIES {
        let prefix = format!("{library}::");
        let users = files
            .iter()
            .filter(|file| file.names.iter().any(|name| name.starts_with(&prefix)));
        let users: Vec<_> = users.map(|file| file.path.as_str()).collect();
        assert!(!users.is_empty(), "nothing uses `{library}`");
        for user in users {
            let path = user.trim_start_matches("generator/src/");
            let allowed = places.iter().any(|place| path.starts_with(place));
            assert!(
                allowed,
                "{user} uses `{library}`, which belongs to {places:?}"
            );
        }
    }
}

#[test]
fn the_generator_touches_neither_files_nor_network_nor_clock() {
    for file in sources("generator/src") {
        for name in &file.names {
            let touches = WORLD.iter().find(|world| name.starts_with(**world));
            assert_eq!(touches, None, "{} uses `{name}`", file.path);
        }
    }
}

#[test]
fn each_member_stands_on_those_below_it() {
    for (member, expected) in MEMBERS {
        let manifest = manifest(member);
        let mut found: Vec<_> = ["dependencies", "dev-dependencies", "build-dependencies"]
            .into_iter()
            .filter_map(|table| manifest.get(table)?.as_table())
            .flatten()
            .filter_map(|(_, dependency)| dependency.get("path")?.as_str())
            // On itself a member depends for the features of its tests.
            .filter(|path| *path != ".")
            .map(|path| path.trim_start_matches("../").to_owned())
            .collect();
        found.sort();
        assert_eq!(
            found, *expected,
            "{member}/Cargo.toml; see MEMBERS in tests/house"
        );
    }
    let workspace = manifest("");
    let members = workspace["workspace"]["members"]
        .as_array()
        .expect("a list");
    let mut members: Vec<_> = members.iter().filter_map(toml::Value::as_str).collect();
    members.sort_unstable();
    let listed: Vec<_> = MEMBERS.iter().map(|(member, _)| *member).collect();
    assert_eq!(members, listed, "see MEMBERS in tests/house");
}

#[test]
fn every_file_says_what_it_is_for() {
    for file in [
        "generator/src",
        "generator/runtime/src",
        "xtask/src",
        "tests",
    ]
    .into_iter()
    .flat_map(sources)
    {
        let described =
            file.syntax.attrs.iter().any(is_doc) || file.syntax.items.iter().any(is_described_rule);
        assert!(described, "{} begins with no `//!`", file.path);
    }
}

/// A file that is one rule of repair is described by its `RULE`.
fn is_described_rule(item: &Item) -> bool {
    matches!(item, Item::Static(item) if item.ident == "RULE" && item.attrs.iter().any(is_doc))
}

#[test]
fn no_file_is_too_long_to_read() {
    for file in ["generator/src", "generator/runtime", "xtask/src", "tests"]
        .into_iter()
        .flat_map(sources)
    {
        let lines = file.text.lines().count();
        assert!(
            lines <= LINES,
            "{} has {lines} lines; {LINES} are the limit",
            file.path
        );
    }
}

/// What is particular to one API is an input below `specs/`.
#[test]
fn the_generator_knows_no_api_by_name() {
    for file in ["generator/src", "generator/runtime/src", "xtask/src"]
        .into_iter()
        .flat_map(sources)
    {
        let code = file.code.to_lowercase();
        for name in ["gotomeeting", "getgo"] {
            assert!(
                !code.contains(name),
                "{} speaks of `{name}` in its code",
                file.path
            );
        }
    }
}

/// A setter of that name would hide the method, or be hidden by it.
#[test]
fn no_value_can_be_named_like_a_method_of_every_call() {
    let reserved: BTreeSet<&str> = generator::model::naming::CALL.iter().copied().collect();
    let mut methods = BTreeSet::new();
    for file in sources("generator/runtime/src/runtime") {
        for item in &file.syntax.items {
            if let Item::Impl(item) = item
                && matches!(&*item.self_ty, Type::Path(path) if path.path.segments.last().is_some_and(|last| last.ident == "Call"))
            {
                methods.extend(item.items.iter().filter_map(|item| match item {
                    ImplItem::Fn(method) => Some(method.sig.ident.to_string()),
                    _ => None,
                }));
            }
        }
    }
    assert!(
        methods.contains("outcome") && methods.contains("into_future"),
        "{methods:?}"
    );
    let missing: Vec<_> = methods
        .iter()
        .filter(|name| !reserved.contains(name.as_str()))
        .collect();
    assert!(
        missing.is_empty(),
        "add {missing:?} to `CALL` in generator/src/model/naming"
    );
}

fn manifest(folder: &str) -> toml::Table {
    let path = tests::root().join(folder).join("Cargo.toml");
    let text = std::fs::read_to_string(&path).expect("a manifest");
    text.parse()
        .unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// The libraries of a table, as they are spelled in code.
fn names<'a>(manifest: &'a toml::Table, table: &str) -> impl Iterator<Item = String> + use<'a> {
    let table = manifest.get(table).and_then(toml::Value::as_table);
    table
        .into_iter()
        .flatten()
        .map(|(name, _)| name.replace('-', "_"))
}
