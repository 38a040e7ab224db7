//! What has a name keeps it, whatever the next version of the document adds.

use std::collections::BTreeSet;
use std::fs;

use serde_yaml::Value;
use tests::permute;

use crate::{DOCUMENT, Run, run, same_files, text};

/// Operations that want the names of others: they would be asked first if the order counted.
const ADDED: &str = "
/v2/organizers:
  get: {summary: wants to be organizers.list, responses: {200: {description: OK}}}
  post:
    summary: wants CreateOrganizerBody and ProductType
    parameters:
    - in: body
      name: Body
      schema:
        type: object
        properties:
          productType: {type: string, enum: [G2M, G2X]}
          firstName: {type: string}
          first_name: {type: string}
    responses: {200: {description: OK}}
/accounts/{accountKey}/groups/{groupKey}/upcomingMeetings:
  get: {summary: wants to be groups.upcoming_meetings, responses: {200: {description: OK}}}
/organizers/{organizer_key}/status:
  put:
    summary: wants Status and spells the key in a third way
    parameters:
    - in: body
      name: Body
      schema:
        type: object
        properties:
          status: {type: string, enum: [active, suspended, '']}
    responses: {200: {description: OK}}
/meetings/{meetingId}:
  get: {summary: a plain addition, responses: {200: {description: OK}}}
  delete: {summary: another, responses: {204: {description: Gone}}}
";

#[test]
fn names_stay_when_operations_are_added() {
    let document = text(DOCUMENT);
    let first = run(&document, "");
    let extended = extended(&document);
    let second = run(&extended, &first.lock);
    keeps(&first, &second, "the extension");
    assert_eq!(second.api.operations().count(), 14 + 6);
    // It is the lock that keeps them: without it, some had to give way.
    assert!(!lost(&first.lock, &run(&extended, "").lock).is_empty());
}

#[test]
fn names_stay_when_operations_come_back() {
    let document = text(DOCUMENT);
    let first = run(&document, "");
    let second = run(&extended(&document), &first.lock);
    let third = run(&document, &second.lock);
    assert_eq!(lost(&second.lock, &third.lock), BTreeSet::new());
    let fourth = run(&extended(&document), &third.lock);
    same_files(&fourth, &second, &[], "the extension again");
}

/// The versions that the provider published later, where they are at hand.
#[test]
fn names_stay_from_version_to_version() {
    let folder = tests::root().join("../shared/specs/gotomeeting-updates");
    let Ok(entries) = fs::read_dir(&folder) else {
        println!("skipped: there is no {}", folder.display());
        return;
    };
    let mut paths: Vec<_> = entries.flatten().map(|entry| entry.path()).collect();
    paths.sort();
    assert!(!paths.is_empty());
    let mut last = run(&text(DOCUMENT), "");
    for path in paths {
        let document = fs::read_to_string(&path).expect("text");
        let next = run(&document, &last.lock);
        keeps(&last, &next, &path.to_string_lossy());
        // Nothing of one version is gone in the next, so nothing may have got another name.
        let gone: Vec<_> = next
            .lock
            .lines()
            .filter(|line| line.ends_with(" # gone"))
            .collect();
        assert_eq!(gone, Vec::<&str>::new(), "{}", path.display());
        assert!(next.api.operations().count() > 14);
        last = next;
    }
}

/// The document with more operations before its own.
fn extended(document: &str) -> String {
    let mut document = permute::document(document).expect("YAML");
    let Value::Mapping(mut paths) = serde_yaml::from_str(ADDED).expect("YAML") else {
        panic!("no map");
    };
    let Some(Value::Mapping(known)) = document.get_mut("paths") else {
        panic!("no paths");
    };
    paths.extend(std::mem::take(known));
    *known = paths;
    serde_yaml::to_string(&document).expect("YAML")
}

/// Fails where a name of `before` is another one in `after`.
fn keeps(before: &Run, after: &Run, what: &str) {
    assert_eq!(lost(&before.lock, &after.lock), BTreeSet::new(), "{what}");
    for group in &after.api.groups {
        for operation in &group.operations {
            let line = format!(
                "operation {} = {}.{}",
                operation.key, group.module, operation.name
            );
            assert!(
                after.lock.lines().any(|other| other == line),
                "{what}: {line}"
            );
        }
    }
}

/// The lines that a lock has lost.
fn lost<'l>(before: &'l str, after: &str) -> BTreeSet<&'l str> {
    let after: BTreeSet<&str> = after.lines().map(name).collect();
    before
        .lines()
        .map(name)
        .filter(|line| !after.contains(line))
        .collect()
}

/// A line of a lock without the mark of what is gone.
fn name(line: &str) -> &str {
    line.trim_end_matches(" # gone")
}
