//! `README.md`: the front page, here and in the documentation.

use super::credentials::{self, Credentials};
use super::docs::{code, inline};
use super::sample::{Sample, statements};
use super::{lead, login, manifest, parts, prose};
use crate::emit::Settings;
use crate::model::{Api, Def, Group, Operation, Reply, Type};

pub(super) fn readme(api: &Api, settings: &Settings) -> String {
    let title = settings.title(api);
    let name = settings.crate_ident();
    // A brand is no name in code.
    let plain = |title: &str| match inline(title) {
        marked if title.contains('`') => marked,
        marked => marked.replace('`', ""),
    };
    let about = settings
        .description
        .clone()
        .unwrap_or_else(|| format!("A client for {}.", plain(title)));
    let mut text = format!("# {}\n\n{}\n\n", settings.name, about);
    if let (Some(description), None) = (&api.description, &settings.description) {
        // "The Acme API." says no more than the title.
        let sentence = prose::first_sentence(description);
        if let Some(sentence) = sentence.filter(|text| text.split(' ').count() > 5) {
            text.push_str(&format!("{sentence}\n\n"));
        }
    }
    if let Some(introduction) = &settings.introduction {
        text.push_str(introduction.trim());
        text.push_str("\n\n");
    }
    text.push_str("## Quick start\n\n");
    text.push_str(&format!(
        "```toml\n[dependencies]\n{}\ntokio = {{ version = \"1\", features = [\"macros\", \
         \"rt-multi-thread\"] }}\n```\n\n",
        dependency(settings, "")
    ));
    if let Some((group, operation)) = first(api) {
        text.push_str(&quick_start(api, &name, group, operation));
        text.push_str(&without_client(api, &name, group, operation));
    }
    text.push_str(&credentials::section(api, &name));
    text.push_str(&doors(api, &name));
    text.push_str(&own_call(api, &name));
    if let Some((group, operation)) = first(api) {
        text.push_str(&blocking(api, &name, group, operation));
        text.push_str(&tests(api, &name, group, operation));
    }
    text.push_str(&features(api, settings));
    text.push_str(&operations(api));
    text.push_str(&format!(
        "## Where it comes from\n\nThis crate is generated from {}. What the document leaves out was \
         filled in, and each repair is on record with its evidence in the repository. A guess may \
         add convenience, but never refuses what the service accepts or sends: lists of values are \
         open, limits are documentation, and every 2xx is a success.\n",
        code(&settings.document)
    ));
    if let Some(license) = &settings.license {
        text.push_str(&format!("\n## Licence\n\n{license}\n"));
    }
    text
}

/// The operation that is easiest to call: it needs nothing, or as little as possible.
fn first(api: &Api) -> Option<(&Group, &Operation)> {
    let all = api
        .groups
        .iter()
        .flat_map(|group| group.operations.iter().map(move |o| (group, o)));
    all.min_by_key(|(_, operation)| {
        let needed = operation
            .parameters
            .iter()
            .filter(|parameter| parameter.required)
            .count();
        (
            operation.deprecated,
            operation.method != "GET",
            needed + usize::from(operation.body.is_some()),
            operation.parameters.len(),
        )
    })
}

fn quick_start(api: &Api, name: &str, group: &Group, operation: &Operation) -> String {
    let sample = Sample::bare(api, group, operation);
    let credentials = Credentials::of(api);
    let base = if api.base_url.is_some() {
        ""
    } else {
        "\"https://api.example.com\", "
    };
    let (known, given) = (credentials.environment(), credentials.given());
    let body = format!(
        "{known}let client = Client::new({base}{given})?; \
         let reply = client.{}.await?; println!(\"{{reply:#?}}\"); Ok(())",
        sample.call
    );
    let body: Vec<_> = statements(&body)
        .iter()
        .map(|line| format!("    {line}\n"))
        .collect();
    format!(
        "```rust,no_run\n{}\n#[tokio::main]\n\
         async fn main() -> Result<(), Box<dyn std::error::Error>> {{\n{}}}\n```\n\n",
        sample.uses(name, &["Client"]),
        body.concat()
    )
}

fn without_client(api: &Api, name: &str, group: &Group, operation: &Operation) -> String {
    let sample = Sample::bare(api, group, operation);
    let base = if api.base_url.is_some() {
        format!("{name}::BASE_URL")
    } else {
        "\"https://api.example.com\"".to_owned()
    };
    let body = format!(
        "let call = {name}::{}; let request = call.http_request({base})?; \
         assert_eq!(request.method(), \"{}\");",
        sample.call, operation.method
    );
    // What is too deep to be shown can't be run either.
    let attributes = if sample.is_whole() {
        "rust"
    } else {
        "rust,no_run"
    };
    format!(
        "A call needs no client: it is written and read without I/O, for any HTTP stack.\n\n\
         ```{attributes}\n{}{}\n# Ok::<(), {name}::Error>(())\n```\n\n",
        sample.uses(name, &[]),
        statements(&body).join("\n"),
    )
}

/// The same call without an async runtime.
fn blocking(api: &Api, name: &str, group: &Group, operation: &Operation) -> String {
    let credentials = Credentials::of(api);
    let sample = Sample::bare(api, group, operation);
    let base = if api.base_url.is_some() {
        ""
    } else {
        "\"https://api.example.com\", "
    };
    let body = format!(
        "let client = blocking::Client::new({base}{})?; \
         let reply = client.{}.send()?; println!(\"{{reply:#?}}\"); Ok(())",
        credentials.passed(),
        sample.call
    );
    let body: Vec<_> = statements(&body)
        .iter()
        .map(|line| format!("    {line}\n"))
        .collect();
    format!(
        "## Without an async runtime\n\n\
         With the feature `blocking`, the same calls are sent instead of awaited.\n\n\
         ```rust,no_run\n# #[cfg(feature = \"blocking\")]\n\
         fn example({}) -> Result<(), {name}::Error> {{\n    {}{}}}\n```\n\n",
        credentials.typed(),
        sample.uses(name, &["blocking"]),
        body.concat()
    )
}

/// A test of an application, without a network.
fn tests(api: &Api, name: &str, group: &Group, operation: &Operation) -> String {
    let sample = Sample::bare(api, group, operation);
    let base = if api.base_url.is_some() {
        ""
    } else {
        ".base_url(\"https://api.example.com\")"
    };
    let body = format!(
        "let mock = Mock::new(); \
         mock.reply(\"{}.{}\", 404, &Value::Null); \
         let client = Client::builder(){base}{}.transport(mock.clone()).clock(MockClock::new()).build()?; \
         let error = client.{}.await.expect_err(\"there is none\"); \
         assert!(error.is_not_found()); \
         assert_eq!(mock.requests().len(), 1); Ok(())",
        group.module,
        operation.name,
        Credentials::of(api).made_up(name),
        sample.call
    );
    let body: Vec<_> = statements(&body)
        .iter()
        .map(|line| format!("    {line}\n"))
        .collect();
    format!(
        "## Testing what calls it\n\n\
         With the feature `mock`, a client answers without a network: `reply` says what, by the name of \
         the operation. With a `MockClock`, waits between attempts are over at once. The page of `mock::Mock` shows replies that succeed, malformed ones, and a sign-in.\n\n\
         ```rust,no_run\n# #[cfg(all(feature = \"mock\", feature = \"reqwest\"))]\n\
         async fn example() -> Result<(), {name}::Error> {{\n    {}{}}}\n```\n\n",
        sample.uses(name, &["Client", "Value", "mock::{Mock, MockClock}"]),
        body.concat()
    )
}

/// A call of the reader's own, with a type of the crate in its reply where there is one.
fn own_call(api: &Api, name: &str) -> String {
    let replies = api.operations().filter_map(|one| match &one.reply {
        Reply::Typed(ty) | Reply::Single(ty) => Some(&ty.value),
        _ => None,
    });
    let mut items = replies.filter_map(|ty| match ty {
        Type::Named(id) => Some(api.types.get(*id)),
        Type::List(item) => match &**item {
            Type::Named(id) => Some(api.types.get(*id)),
            _ => None,
        },
        _ => None,
    });
    let (import, item) = match items.find(|one| matches!(one.def, Def::Struct(_))) {
        Some(named) => ("types", format!("types::{}", named.name)),
        None => ("Value", "Value".to_owned()),
    };
    format!(
        "## A call that this crate lacks\n\n\
         What the API's document leaves out is a type of your own, which says how its request is written \
         and its reply read. It may use the types of this crate, or any that derives `Deserialize`, by \
         `reply.json()`; the page of `runtime::Operation` has more.\n\n\
         ```rust,no_run\n\
         use {name}::runtime::{{About, Method, Operation, Reply, RequestWriter}};\n\
         use {name}::{{Error, {import}}};\n\n\
         struct Archived {{\n    year: u16,\n}}\n\n\
         impl Operation for Archived {{\n    \
             const ABOUT: About = About {{\n        \
                 name: \"archive.list\",\n        \
                 method: Method::GET,\n        \
                 path: \"/archive/{{year}}\",\n    }};\n    \
             type Output = Vec<{item}>;\n\n    \
             fn write(&self, request: &mut RequestWriter) {{\n        \
                 request.path(\"year\", &self.year);\n        \
                 request.query(\"limit\", Some(100));\n    }}\n\n    \
             fn read(reply: Reply) -> Result<Self::Output, Error> {{\n        \
                 reply.lenient()\n    }}\n}}\n\n\
         # #[cfg(feature = \"reqwest\")]\n\
         # async fn example(client: {name}::Client) -> Result<(), Error> {{\n\
         let archived = client.call(Archived {{ year: 2024 }}).await?;\n\
         # Ok(())\n# }}\n```\n\n"
    )
}

/// What can be switched on, and how.
fn features(api: &Api, settings: &Settings) -> String {
    let mut text = String::from("## Features\n\n| feature | for |\n|---|---|\n");
    for (name, about) in manifest::features() {
        text.push_str(&format!("| `{name}` | {} |\n", about.replace('|', "\\|")));
    }
    let groups = parts::features(api);
    if let Some((_, first)) = groups.first() {
        text.push_str(&format!(
            "| `{}` | All groups of operations. Each is a feature of its own, such as `{first}`. |\n\n\
             `{}` is on by default. A program that uses few groups compiles faster with \
             `default-features = false` and those that it names.\n",
            parts::FULL, parts::FULL
        ));
    }
    text.push_str("\n`reqwest` is on by default. Without it and `blocking`, calls are written and read without I/O.\n\n");
    // Where groups are features, they are to be asked for, too.
    let full = groups.first().map(|_| parts::FULL);
    let bare = |features: &[&str]| {
        let all: Vec<_> = features.iter().copied().chain(full).collect();
        if all.is_empty() {
            "default-features = false".to_owned()
        } else {
            format!("default-features = false, features = {all:?}")
        }
    };
    let mut cases = vec![
        ("async", String::new()),
        ("without an async runtime", bare(&["blocking"])),
        ("without any I/O", bare(&[])),
    ];
    if login::has_login(api) {
        let oauth2 = "features = [\"oauth2\"]".to_owned();
        cases.insert(1, ("async, with sign-in (OAuth 2.0)", oauth2));
    }
    text.push_str("One line of these, and the last two for tests:\n\n```toml\n[dependencies]\n");
    for (about, rest) in cases {
        text.push_str(&format!("{} # {about}\n", dependency(settings, &rest)));
    }
    let mock = dependency(settings, "features = [\"mock\"]");
    text.push_str(&format!(
        "\n[dev-dependencies]\n{mock} # with the other features that are used\n"
    ));
    text.push_str("serde_json = \"1\" # for the replies of a mock\n```\n\n");
    text
}

/// The line of a manifest.
fn dependency(settings: &Settings, rest: &str) -> String {
    let (name, version) = (&settings.name, &settings.version);
    if rest.is_empty() {
        format!("{name} = \"{version}\"")
    } else {
        format!("{name} = {{ version = \"{version}\", {rest} }}")
    }
}

/// What every call can do besides.
fn doors(api: &Api, name: &str) -> String {
    let Some((group, operation)) = first(api) else {
        return String::new();
    };
    let sample = Sample::bare(api, group, operation);
    let body = format!(
        "match client.{}.outcome().await {{ \
         Ok(outcome) => println!(\"{{}}\", outcome.status), \
         Err(error) if error.is_not_found() => println!(\"there is none\"), \
         Err(error) => return Err(error), }}",
        sample.call
    );
    format!(
        "## Every call\n\n\
         - `.await` gives the value, `.outcome().await` status, headers and raw body beside it.\n\
         - `.timeout(…)` and `.header(…)` change this call alone.\n\
         - `.query_value(…)`, `.form_value(…)`, `.json_body(…)` and `.raw_body(…)` send what this crate does not know, \
         in place of what it does.\n\
         - `client.call(…)` sends [a call that this crate lacks](#a-call-that-this-crate-lacks).\n\
         - An error tells what happened in one line, and has status, headers and body.\n\
         - All fields of replies are `Option`, since services leave out more than they say: check \
         those that you need.\n\n\
         ```rust,no_run\n# async fn example(client: {name}::Client) -> Result<(), {name}::Error> {{\n{}\
         {}\n# Ok(())\n# }}\n```\n\n",
        sample.uses(name, &[]),
        statements(&body).join("\n")
    )
}

fn operations(api: &Api) -> String {
    let mut text = String::from("## Operations\n\n| call | sends | does |\n|---|---|---|\n");
    for group in &api.groups {
        for operation in &group.operations {
            text.push_str(&format!(
                "| `{}().{}` | {} | {} |\n",
                group.module,
                operation.name,
                code(&operation.key).replace('|', "\\|"),
                prose::bars(&lead::sentence(operation).unwrap_or_default())
            ));
        }
    }
    text.push('\n');
    text
}
