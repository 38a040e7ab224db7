//! The export is the API: read again, it gives the same names, types and required values.
//!
//! What differs all the same is left out of the facts, with the reason at each place.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use generator::emit::openapi30;
use generator::model::{
    Alternative, Api, Body, Def, Field, ListStyle, Media, Operation, Parameter, Place, Reply, Told,
    Type,
};
use generator::{Input, settle};
use tests::harness::cases;

/// What is compared: a line for each name, type and required value. `shared` are the templates that
/// several paths have, without the names of their values: their operations stand below one path of the
/// export, where these names are those of the first.
fn facts(api: &Api, shared: &BTreeSet<String>) -> BTreeSet<String> {
    let mut facts = BTreeSet::new();
    if let Some(url) = &api.base_url {
        facts.insert(format!("base {}", url.value));
    }
    for group in &api.groups {
        for operation in &group.operations {
            let mut shape = shape(&operation.path);
            // The names behind a `#` tell those apart that have one method.
            let cut = shape.match_indices(['#', ',']).map(|(at, _)| at);
            if let Some(at) = cut.into_iter().find(|at| shared.contains(&shape[..*at])) {
                shape.truncate(at);
            }
            let is_shared = shared.contains(&shape);
            let key = if is_shared {
                format!("{} {shape}", operation.method)
            } else {
                facts.insert(format!(
                    "{}: {}.{}",
                    operation.key, group.module, operation.name
                ));
                operation.key.clone()
            };
            facts.extend(
                operation_facts(api, operation)
                    .into_iter()
                    .filter(|fact| !is_shared || !fact.starts_with("path "))
                    .map(|fact| format!("{key}: {fact}")),
            );
        }
    }
    // The caller brings the bytes of a body of several parts, and its parts are not exported.
    let brought: BTreeSet<_> = api
        .operations()
        .filter(|operation| {
            let body = operation.body.as_ref();
            body.is_some_and(|body| matches!(body.media, Media::Other(_)))
        })
        .map(|operation| operation.key.as_str())
        .collect();
    let is_brought = |place: &[String]| matches!(place, [first, key, ..] if first == "body" && brought.contains(key.as_str()));
    // What nothing refers to has no name in the client either.
    for (_, named) in api
        .types
        .iter()
        .filter(|(_, named)| (named.sent || named.received) && !is_brought(&named.place))
    {
        let name = &named.name;
        match &named.def {
            // How an identifier is spelled in each place is said by that place.
            Def::Identifier(_) => drop(facts.insert(format!("{name}: identifier"))),
            Def::Enum(variants) => facts.extend(
                variants
                    .iter()
                    .map(|variant| format!("{name}: {} = {:?}", variant.name, variant.wire)),
            ),
            // What stands in a union itself is a definition with a name in the export.
            Def::Union(all) => facts.extend(all.iter().map(|one| {
                let told = told(all, one);
                format!("{name}: one is {} {told:?}", text(api, &one.ty))
            })),
            Def::Struct(fields) => {
                facts.extend(
                    fields
                        .iter()
                        .map(|field| format!("{name}: {}", field_fact(api, field))),
                );
            }
        }
    }
    facts.iter().map(|fact| without_digests(fact)).collect()
}

/// The templates that several paths have.
fn shared(api: &Api) -> BTreeSet<String> {
    let paths: BTreeSet<_> = api.operations().map(|one| one.path.as_str()).collect();
    let mut seen = BTreeSet::new();
    let shapes = paths.into_iter().map(shape);
    shapes.filter(|shape| !seen.insert(shape.clone())).collect()
}

/// A path without the names of its values.
fn shape(path: &str) -> String {
    let mut parts = path.split('{');
    let mut shape = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        shape.push('{');
        shape.push_str(part.find('}').map_or(part, |at| &part[at..]));
    }
    shape
}

/// What tells of an alternative. That every other object is what the others inherit is not exported.
fn told(all: &[Alternative], one: &Alternative) -> Told {
    let field = all.iter().find_map(|one| match &one.told {
        Told::Tag(field, _) => Some(field.clone()),
        _ => None,
    });
    match (&one.told, field) {
        (Told::Object, Some(field)) => Told::Tag(field, vec![one.label.clone()]),
        (told, _) => told.clone(),
    }
}

/// A fact without what is particular to the place of a name: a digest that tells it apart, the end
/// of a long one that others share, and capitals.
fn without_digests(fact: &str) -> String {
    let is_hex = |c: char| matches!(c, '0'..='9' | 'a'..='f');
    let is_digest = |word: &str| {
        let end = word.len().checked_sub(6).and_then(|at| word.get(at..));
        word.len() > 40 || end.is_some_and(|end| end.chars().all(is_hex))
    };
    let words = fact.split_inclusive(|c: char| !c.is_alphanumeric());
    let plain = words.map(|word| {
        let bare = word.trim_end_matches(|c: char| !c.is_alphanumeric());
        if is_digest(bare) {
            format!("…{}", &word[bare.len()..])
        } else {
            word.to_lowercase()
        }
    });
    plain.collect()
}

/// What differs, without what a second reading may well know better: what is any JSON can have been
/// told by words, and text can be an identifier where the document gave it a name for text.
fn differing(first: &BTreeSet<String>, second: &BTreeSet<String>) -> Vec<String> {
    let lost: Vec<_> = first.difference(second).collect();
    let new: Vec<_> = second.difference(first).collect();
    let subject = |fact: &str| {
        fact.rsplit_once(": ")
            .map(|(subject, _)| subject.to_owned())
    };
    let is_vague = |fact: &str| {
        let value = fact.rsplit_once(": ").map_or("", |(_, value)| value);
        ["any ", "text "]
            .iter()
            .any(|vague| value.starts_with(vague))
    };
    let better: BTreeSet<_> = lost
        .iter()
        .filter(|fact| is_vague(fact))
        .filter_map(|fact| subject(fact))
        .collect();
    let is_better = |fact: &str| subject(fact).is_some_and(|subject| better.contains(&subject));
    let lost = lost.into_iter().filter(|fact| !is_better(fact));
    let lost = lost.map(|fact| format!("- {fact}"));
    let new = new.into_iter().filter(|fact| !is_better(fact));
    let mut all: Vec<_> = lost.chain(new.map(|fact| format!("+ {fact}"))).collect();
    all.sort_by(|one, other| one[2..].cmp(&other[2..]));
    all
}

fn operation_facts(api: &Api, operation: &Operation) -> Vec<String> {
    let mut facts: Vec<_> = operation
        .parameters
        .iter()
        .map(|parameter| parameter_fact(api, parameter))
        .collect();
    facts.extend(operation.body.as_ref().map(|body| body_fact(api, body)));
    facts.push(match &operation.reply {
        Reply::Opaque(_) => "gives anything".to_owned(),
        Reply::Empty(_) => "gives nothing".to_owned(),
        Reply::Typed(ty) => format!("gives {}", text(api, ty)),
        // That an array always holds one item is known to an overlay alone.
        Reply::Single(ty) => format!("gives [{}]", text(api, ty)),
        Reply::Text(_) => "gives text".to_owned(),
        Reply::Bytes(_) => "gives bytes".to_owned(),
        Reply::Untyped(ty) => format!("gives {} as it comes", text(api, ty)),
    });
    for answer in operation
        .answers
        .iter()
        .filter(|answer| !answer.status.is_success())
    {
        let body = answer.body.as_ref().map(|body| text(api, body));
        facts.push(format!("{}: {}", answer.status, body.unwrap_or_default()));
    }
    if operation.public {
        facts.push("needs no credentials".to_owned());
    }
    for answer in &operation.answers {
        let headers = answer.headers.iter();
        facts.extend(headers.map(|header| {
            let (status, ty) = (answer.status, text(api, &header.ty));
            format!("header of {status} {}: {ty}", header.name)
        }));
    }
    facts
}

fn parameter_fact(api: &Api, parameter: &Parameter) -> String {
    let is_list = matches!(parameter.ty.value, Type::List(_));
    let style = match parameter.style {
        _ if !is_list => String::new(),
        // OpenAPI 3.0 has no values that are joined by tabs, and only commas outside the query.
        ListStyle::Tsv => ListStyle::Csv.to_string(),
        _ if parameter.place != Place::Query => ListStyle::Csv.to_string(),
        style => style.to_string(),
    };
    format!(
        "{} {} as {}: {} {style} {}",
        parameter.place.word(),
        parameter.wire,
        parameter.name,
        text(api, &parameter.ty),
        required(parameter.required),
    )
}

fn body_fact(api: &Api, body: &Body) -> String {
    let (media, ty) = match &body.media {
        Media::Json => ("json", text(api, &body.ty)),
        Media::JsonAs(media) => (media.as_str(), text(api, &body.ty)),
        Media::Form => ("form", text(api, &body.ty)),
        Media::DeepForm => ("deep form", text(api, &body.ty)),
        // The caller brings the bytes, whatever they are.
        Media::Other(media) => (media.as_str(), String::new()),
    };
    format!(
        "body {} as {media}: {ty} {}",
        body.name,
        required(body.required)
    )
}

fn field_fact(api: &Api, field: &Field) -> String {
    format!(
        "{} as {}: {} {}",
        field.wire,
        field.name,
        text(api, &field.ty),
        required(field.required)
    )
}

fn required(required: bool) -> &'static str {
    if required { "required" } else { "optional" }
}

fn text(api: &Api, ty: &Type) -> String {
    match ty {
        Type::List(inner) => format!("[{}]", text(api, inner)),
        Type::Map(inner) => format!("{{{}}}", text(api, inner)),
        Type::Named(id) => api.types.get(*id).name.clone(),
        other => format!("{other:?}"),
    }
}

/// What the export of a document has too many and too few; `None` where nothing becomes of it.
fn differences(name: &str, bytes: &[u8]) -> Option<Vec<String>> {
    let input = Input {
        name,
        bytes,
        overlay: None,
        lock: "",
        beside: None,
    };
    let first = settle(&input).ok()?;
    let export = openapi30::json(&first.api, "The export").expect("an export");
    // It is the same service, so its operations keep their names. Types stand in other places.
    let lock = first.lock.render();
    let operations = lock.lines().filter(|line| line.starts_with("operation "));
    let lock = operations.collect::<Vec<_>>().join("\n");
    let input = Input {
        name: "export.json",
        bytes: export.as_bytes(),
        overlay: None,
        lock: &lock,
        beside: None,
    };
    let second = match settle(&input) {
        Ok(settled) => settled,
        Err(failure) => return Some(vec![format!("it can't be read again: {failure:?}")]),
    };
    let shared = shared(&first.api);
    let (first, second) = (facts(&first.api, &shared), facts(&second.api, &shared));
    Some(differing(&first, &second))
}

fn check(documents: impl Iterator<Item = (String, Vec<u8>)>, at_least: usize) {
    let mut read = 0;
    let mut different = Vec::new();
    for (name, bytes) in documents {
        let Some(found) = differences(&name, &bytes) else {
            continue;
        };
        read += 1;
        if !found.is_empty() {
            different.push(format!("{name}: {found:#?}"));
        }
    }
    assert!(read >= at_least, "{read} documents");
    assert!(
        different.is_empty(),
        "{} of {read} differ: {}",
        different.len(),
        different.join("\n")
    );
}

#[test]
fn the_export_of_every_case_is_the_api() {
    // Names that are made unique by a digest have the digest of their place.
    let plain = cases()
        .into_iter()
        .filter(|case| !case.name.contains("hostile"));
    check(plain.map(|case| (case.name.clone(), case.bytes())), 70);
}

#[test]
fn the_export_of_real_documents_is_the_api() {
    let Some(corpus) = tests::corpus() else {
        println!("skipped: there is no ../shared/corpus");
        return;
    };
    let mut paths: Vec<PathBuf> = ["family", "wellformed", "oas3"]
        .iter()
        .flat_map(|folder| files(&corpus.join(folder)))
        .collect();
    paths.sort();
    // A few of them, so that the tests of every day stay short; `CORPUS=all` takes them all.
    let every = if std::env::var("CORPUS").is_ok_and(|which| which == "all") {
        1
    } else {
        7
    };
    let documents = paths.iter().step_by(every).map(|path| {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        (name.into_owned(), std::fs::read(path).expect("a file"))
    });
    check(documents, 50);
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).expect("a folder").flatten();
    entries.map(|entry| entry.path()).collect()
}

/// The vendor publishes its API in both formats.
#[test]
fn the_two_formats_of_one_service_are_one_api() {
    let Some(corpus) = tests::corpus() else {
        println!("skipped: there is no ../shared/corpus");
        return;
    };
    let read = |format: &str| {
        let name = format!("citrixonline.com__gotomeeting__1.0.0__{format}.yaml");
        let bytes = std::fs::read(corpus.join("citrixonline").join(&name)).expect("a file");
        let input = Input {
            name: &name,
            bytes: &bytes,
            overlay: None,
            lock: "",
            beside: None,
        };
        facts(&settle(&input).expect("an API").api, &BTreeSet::new())
    };
    let found = differing(&read("swagger"), &read("openapi"));
    assert!(found.is_empty(), "{found:#?}");
}
