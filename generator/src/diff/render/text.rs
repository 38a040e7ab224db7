//! For people at a terminal.

use std::fmt::Write;

use super::{Group, Style, count, groups, places, sides};
use crate::diff::types::{Change, Changes, How, Inferred, Rust, Wire};

/// Everything as text.
#[must_use]
pub fn text(changes: &Changes, style: Style) -> String {
    let mut out = Out {
        text: String::new(),
        style,
    };
    let loud: Vec<Change> = changes
        .changes
        .iter()
        .filter(|c| !c.is_reading())
        .cloned()
        .collect();
    for group in groups(&loud) {
        out.group(&group);
    }
    out.readings(changes);
    out.stale(changes);
    out.unexplained(changes);
    out.accepted(changes);
    out.same(changes);
    out.sum(changes);
    out.verified(changes);
    out.text
}

struct Out {
    text: String,
    style: Style,
}

/// How many items of the client are shown for a change.
const MOST: usize = 4;

const STRONG: &str = "1";
const BAD: &str = "1;31";
const DOUBT: &str = "1;33";
const GOOD: &str = "1;32";
const FAINT: &str = "2";

impl Out {
    fn paint(&self, code: &str, text: &str) -> String {
        if self.style.colour {
            format!("\u{1b}[{code}m{text}\u{1b}[0m")
        } else {
            text.to_owned()
        }
    }

    fn line(&mut self, text: &str) {
        // Writing to a string does not fail.
        let _ = writeln!(self.text, "{}", text.trim_end());
    }

    fn head(&mut self, title: &str, rest: &str) {
        let title = self.paint(STRONG, title);
        self.line(&format!("{title}{rest}"));
    }

    fn group(&mut self, group: &Group<'_>) {
        let reaches = match group.reaches.as_slice() {
            [] => String::new(),
            [one] => format!(", in {one}"),
            [one, two] => format!(", in {one} and {two}"),
            [one, two, rest @ ..] => {
                format!(
                    ", in {one}, {two} and {}",
                    count(rest.len(), "other operation")
                )
            }
        };
        self.head(&group.title, &reaches);
        let (texts, facts): (Vec<&Change>, Vec<&Change>) =
            group.changes.iter().partition(|change| change.is_text());
        for alike in twins(facts) {
            self.change(&alike, &group.title);
        }
        if self.style.all {
            for change in texts {
                self.change(&[change], &group.title);
            }
        } else if !texts.is_empty() {
            let mark = self.paint(FAINT, "·");
            let parts: Vec<_> = texts.iter().map(|change| about(change)).collect();
            let list = shortened(&parts);
            self.line(&format!("  {mark} other words: {list}"));
        }
        self.line("");
    }

    /// A change; two where the same is sent and comes back.
    fn change(&mut self, alike: &[&Change], title: &str) {
        let Some(change) = alike.first() else { return };
        let wire = alike.iter().map(|change| change.wire).max();
        let rust = alike.iter().map(|change| change.rust).max();
        let (mark, code) = match (wire, rust) {
            (Some(Wire::Breaks), _) | (_, Some(Rust::Breaks)) => ("✗", BAD),
            (_, Some(Rust::Meaning)) => ("~", DOUBT),
            (Some(Wire::Compatible), _) | (_, Some(Rust::Additive)) => ("+", GOOD),
            _ => ("·", FAINT),
        };
        let mark = self.paint(code, mark);
        let part = if change.subject.part == title {
            String::new()
        } else {
            change.subject.part.clone()
        };
        let is_whole = |side: &Option<String>| side.as_deref() == Some(title);
        let sides = sides(change).filter(|_| {
            change.before.is_some() && change.after.is_some()
                || !is_whole(&change.before) && !is_whole(&change.after)
        });
        let what = match (part.is_empty(), sides) {
            (true, Some(sides)) => sides,
            (true, None) => change.kind.label(),
            (false, Some(sides)) => format!("{part}: {sides}"),
            (false, None) => part,
        };
        self.line(&format!("  {mark} {what}"));
        for change in alike {
            self.line(&format!("    {}", change.kind.meaning));
            let verdicts = verdicts(change);
            let kind = self.paint(FAINT, change.kind.id);
            self.line(&format!("    {verdicts} · {kind}"));
        }
        self.items(alike);
        if let Some(inferred) = &change.inferred {
            self.line(&format!("    {}", reading(inferred)));
        }
        if let Some(advice) = &change.advice {
            self.line(&format!("    → {advice}"));
        }
        let places = places(change);
        if !places.is_empty() {
            let places = self.paint(FAINT, &places);
            self.line(&format!("    {places}"));
        }
    }

    /// What becomes of the client.
    fn items(&mut self, alike: &[&Change]) {
        let mut items: Vec<&String> = Vec::new();
        for item in alike.iter().flat_map(|change| &change.items) {
            if !items.contains(&item) {
                items.push(item);
            }
        }
        let shown = if self.style.all { usize::MAX } else { MOST };
        for item in items.iter().take(shown) {
            self.line(&format!("    {item}"));
        }
        let more = items.len().saturating_sub(shown);
        if more > 0 {
            self.line(&format!(
                "    and {} of the client (--all shows them)",
                count(more, "other item")
            ));
        }
    }

    /// What is known in another way, and is the same.
    fn readings(&mut self, changes: &Changes) {
        let readings: Vec<&Change> = changes.changes.iter().filter(|c| c.is_reading()).collect();
        if readings.is_empty() {
            return;
        }
        let title = format!(
            "{} known in another way, and the same",
            count_is(readings.len())
        );
        self.head(&title, "");
        let mut kinds: Vec<_> = readings.iter().map(|change| change.kind).collect();
        kinds.sort_by_key(|kind| kind.id);
        kinds.dedup();
        for kind in kinds {
            let of: Vec<_> = readings
                .iter()
                .filter(|change| change.kind == kind)
                .collect();
            self.line(&format!("  · {} {}: {}", of.len(), kind.id, kind.meaning));
            let advised = of.iter().any(|change| change.advice.is_some());
            if !self.style.all && !advised {
                continue;
            }
            for change in of {
                let advice = change.advice.as_deref();
                let advice = advice
                    .map(|advice| format!(": {advice}"))
                    .unwrap_or_default();
                self.line(&format!(
                    "    {} is {}{advice}",
                    change.subject,
                    sides(change).unwrap_or_default()
                ));
            }
        }
        self.line("");
    }

    fn stale(&mut self, changes: &Changes) {
        if changes.stale.is_empty() {
            return;
        }
        let number = changes.stale.len();
        self.head(
            &format!("{} of the overlay to look at", count(number, "action")),
            "",
        );
        for stale in &changes.stale {
            let mark = self.paint(DOUBT, "~");
            self.line(&format!("  {mark} {}", stale.why));
            self.line(&format!("    → {}", stale.help));
            let place = self.paint(FAINT, &stale.location.to_string());
            self.line(&format!("    {place}"));
        }
        self.line("");
    }

    fn unexplained(&mut self, changes: &Changes) {
        if changes.unexplained.is_empty() {
            return;
        }
        let number = count(changes.unexplained.len(), "item");
        self.head(
            &format!("{number} of the client that no change accounts for"),
            "",
        );
        for item in &changes.unexplained {
            let mark = if item.breaks {
                self.paint(BAD, "✗")
            } else {
                self.paint(GOOD, "+")
            };
            self.line(&format!("  {mark} {item}"));
        }
        self.line("  This is a defect of the comparison: please report it.");
        self.line("");
    }

    /// What a compiler says to the verdicts for Rust.
    fn verified(&mut self, changes: &Changes) {
        let Some(verified) = &changes.verified else {
            return;
        };
        self.head("Verified", &format!(": {}", verified.summary()));
        self.line(&format!("  {}", verified.semver_checks));
        for one in &verified.disagreements {
            let mark = self.paint(BAD, "✗");
            self.line(&format!("  {mark} {one}"));
        }
        if !verified.disagreements.is_empty() {
            self.line("  This is a defect of the comparison: please report it.");
        }
    }

    fn accepted(&mut self, changes: &Changes) {
        if changes.accepted.is_empty() {
            return;
        }
        self.head(
            &format!("{} accepted", count(changes.accepted.len(), "change")),
            "",
        );
        for (change, reason) in &changes.accepted {
            self.line(&format!("  · {}", change.fingerprint()));
            self.line(&format!("    {reason}"));
        }
        self.line("");
    }

    fn same(&mut self, changes: &Changes) {
        if changes.same.is_empty() || !self.style.all {
            return;
        }
        let title = match changes.same.len() {
            1 => "1 thing looks different and means the same".to_owned(),
            number => format!("{number} things look different and mean the same"),
        };
        self.head(&title, "");
        for same in &changes.same {
            self.line(&format!("  · {}: {}", same.subject, same.what));
        }
        self.line("");
    }

    fn sum(&mut self, changes: &Changes) {
        let real = |change: &Change| !change.is_reading();
        let all = changes.count(real);
        if all == 0 {
            self.head("No change", "");
        } else {
            let wire = changes.count(|change| change.wire == Wire::Breaks);
            let rust = changes.count(|change| change.rust == Rust::Breaks);
            let meaning = changes.count(|change| change.rust == Rust::Meaning);
            let texts = changes.count(Change::is_text);
            let mut parts = Vec::new();
            for (number, what) in [
                (wire, "on the wire: programs that worked stop working"),
                (rust, "in Rust: programs that compiled may not"),
                (
                    meaning,
                    "in silence: programs compile and meet something else",
                ),
            ] {
                if number > 0 {
                    parts.push(format!("  {number} {what}"));
                }
            }
            let texts = match texts {
                0 => String::new(),
                number => format!(", {number} of them in words alone"),
            };
            self.head(&count(all, "change"), &texts);
            for part in parts {
                self.line(&part);
            }
        }
        if !changes.same.is_empty() && !self.style.all {
            let number = changes.same.len();
            let what = if number == 1 {
                "thing looks different and means"
            } else {
                "things look different and mean"
            };
            self.line(&format!("  {number} {what} the same (--all lists them)"));
        }
    }
}

/// Changes, where the same that is sent and comes back stands together.
fn twins(changes: Vec<&Change>) -> Vec<Vec<&Change>> {
    let is_twin = |one: &Change, other: &Change| {
        let said = |change: &'_ Change| (change.before.clone(), change.after.clone());
        one.kind.way != other.kind.way
            && one.subject == other.subject
            && said(one) == said(other)
            && (&one.old, &one.new) == (&other.old, &other.new)
    };
    let mut told: Vec<Vec<&Change>> = Vec::new();
    for change in changes {
        let twin = told
            .iter_mut()
            .find(|told| matches!(told.as_slice(), [one] if is_twin(one, change)));
        match twin {
            Some(told) => told.push(change),
            None => told.push(vec![change]),
        }
    }
    told
}

fn count_is(number: usize) -> String {
    if number == 1 {
        "1 fact is".to_owned()
    } else {
        format!("{number} facts are")
    }
}

/// How a value is known that is not stated.
fn reading(inferred: &Inferred) -> String {
    let Inferred { how, rule, because } = inferred;
    let by = match how {
        How::Corrected if because.is_empty() => return "the old side does not say it".to_owned(),
        How::Withdrawn if because.is_empty() => return "the new side does not say it".to_owned(),
        How::Confirmed => "a guess before",
        How::Corrected => "the old side was read by",
        How::Withdrawn => "the new side is read by",
        How::Text => "read in the words of the document by",
        How::Guess => "not said, guessed by",
    };
    format!("{by} `{rule}`: {because}")
}

fn verdicts(change: &Change) -> String {
    let docs = if change.kind.docs { " · docs" } else { "" };
    format!(
        "wire {} · rust {}{docs}",
        change.wire.word(),
        change.rust.word()
    )
}

/// What a change of words is about.
fn about(change: &Change) -> String {
    match (change.subject.part.as_str(), change.kind.id) {
        ("", "description-changed") => "description".to_owned(),
        ("", _) => change.kind.label().trim_end_matches(" changed").to_owned(),
        (part, _) => part.to_owned(),
    }
}

fn shortened(parts: &[String]) -> String {
    match parts {
        [one, two, three, rest @ ..] if rest.len() > 1 => {
            format!(
                "{one}, {two}, {three} and {} more (--all shows them)",
                rest.len()
            )
        }
        parts => parts.join(", "),
    }
}
