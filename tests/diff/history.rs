//! Real histories: what a person finds in the texts is found, and nothing else.

use std::fs;
use std::path::Path;

use generator::diff::render::{Style, text};
use generator::diff::{Change, Changes, Rust, Wire};

use crate::support::{Version, compare, kinds};

/// The versions of the vendor's document that lie in a folder, by date.
fn versions(folder: &Path, is_one: &dyn Fn(&str) -> bool) -> Vec<Version> {
    let mut paths: Vec<_> = fs::read_dir(folder)
        .expect("the folder")
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| is_one(&path.file_name().unwrap_or_default().to_string_lossy()))
        .collect();
    paths.sort();
    let read = |path: &std::path::PathBuf| fs::read_to_string(path).expect("a document");
    paths
        .iter()
        .map(|path| Version::of("swagger.yaml", read(path)))
        .collect()
}

fn shown(changes: &Changes) -> String {
    text::text(
        changes,
        Style {
            all: true,
            ..Style::default()
        },
    )
}

/// A change in few words.
fn line(change: &Change) -> String {
    let side = |side: &Option<String>| side.clone().unwrap_or_default();
    format!(
        "{} {}: {} → {}",
        change.kind.id,
        change.subject,
        side(&change.before),
        side(&change.after)
    )
}

/// The changes that are more than words and names.
fn facts(changes: &Changes) -> Vec<String> {
    let facts = changes.changes.iter().filter(|change| {
        !change.is_text() && !change.is_reading() && change.kind.id != "rust-name-changed"
    });
    let mut facts: Vec<_> = facts.map(line).collect();
    facts.sort_unstable();
    facts
}

#[test]
fn thirteen_versions_of_the_vendor() {
    let Some(corpus) = tests::corpus() else {
        println!("skipped: there is no ../shared/corpus");
        return;
    };
    let is_one = |name: &str| name.contains("gotomeeting__1.0.0__swagger@");
    let versions = versions(&corpus.join("citrixonline"), &is_one);
    assert_eq!(versions.len(), 13);
    let steps: Vec<Changes> = versions
        .windows(2)
        .map(|pair| compare(&pair[0], &pair[1]))
        .collect();
    for step in &steps {
        assert_eq!(step.unexplained, [], "\n{}", shown(step));
    }
    let summaries: Vec<Vec<&str>> = steps.iter().map(kinds).collect();
    let none = Vec::<&str>::new();
    let words = |number: usize| vec!["description-changed"; number];
    for (step, expected) in [
        // `paths` moved to the end, and nothing else.
        (0, none.clone()),
        (1, vec!["title-changed"]),
        // Other quotes around texts.
        (2, none.clone()),
        (4, {
            // No path identifies a meeting by its instance any more, so that the key of one, which five
            // replies have, is no identifier any more.
            let mut kinds = words(2);
            kinds.extend(["identifier-changed"; 6]);
            kinds.push("path-parameter-renamed");
            kinds
        }),
        (5, words(4)),
        // Extensions, another logo, quotes, and the order of keys.
        (6, none.clone()),
        (7, none.clone()),
        (8, none.clone()),
        (9, none.clone()),
        (10, none.clone()),
        (11, none),
    ] {
        assert_eq!(
            summaries[step],
            expected,
            "step {step}\n{}",
            shown(&steps[step])
        );
    }
    // Parameters moved into one list, and in between the service changed.
    let step = &steps[3];
    assert_eq!(
        facts(step),
        [
            "reply-field-became-optional definition `UpcomingMeetingByGroup` field `status`: required → optional",
            "reply-field-renamed definition `Group` field `groupkey`: groupKey → groupkey",
            "request-field-added-optional definition `OrganizerStatus` field `productType`:  → string",
            "request-field-became-optional definition `OrganizerStatus` field `status`: required → optional",
            "request-values-removed definition `OrganizerStatus` field `status`: active → ",
        ],
        "\n{}",
        shown(step)
    );
    let renamed = steps[4]
        .changes
        .iter()
        .find(|change| change.kind.id == "path-parameter-renamed");
    let renamed = renamed.map(|change| (line(change), change.wire, change.rust));
    let expected = "path-parameter-renamed GET /meetings/{meetingId}/attendees path parameter `meetingId`: \
        meetingInstanceKey → meetingId";
    assert_eq!(renamed, Some((expected.to_owned(), Wire::None, Rust::None)));
}

#[test]
fn the_next_four_versions_of_our_own_document() {
    let updates = tests::root().join("../shared/specs/gotomeeting-updates");
    if !updates.is_dir() {
        println!("skipped: there is no ../shared/specs/gotomeeting-updates");
        return;
    }
    let first = tests::root().join("specs/gotomeeting/swagger.yaml");
    let first = fs::read_to_string(first).expect("our document");
    let mut all = vec![Version::of("swagger.yaml", first)];
    all.extend(versions(&updates, &|name| {
        name.ends_with("-operations.yaml")
    }));
    let expected: [&[&str]; 4] = [
        &[
            "DELETE /meetings/{meetingId}",
            "GET /groups/{groupkey}/attendees",
            "GET /meetings/{meetingId}",
            "PUT /meetings/{meetingId}",
        ],
        &["GET /upcomingMeetings"],
        &[
            "GET /organizers/{organizerKey}/historicalMeetings",
            "POST /groups/{groupKey}/organizers",
        ],
        &["GET /groups/{groupkey}/historicalMeetings"],
    ];
    for (pair, added) in all.windows(2).zip(expected) {
        let changes = compare(&pair[0], &pair[1]);
        let facts = changes.changes.iter().filter(|change| !change.is_text());
        let found: Vec<_> = facts
            .map(|change| (change.kind.id, change.subject.to_string()))
            .collect();
        let added: Vec<_> = added
            .iter()
            .map(|key| ("operation-added", (*key).to_owned()))
            .collect();
        assert_eq!(found, added, "\n{}", shown(&changes));
        assert!(
            changes
                .changes
                .iter()
                .all(|change| change.rust <= Rust::Additive)
        );
    }
}
