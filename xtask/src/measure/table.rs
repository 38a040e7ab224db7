//! The measure, for people.

use std::collections::{BTreeMap, BTreeSet};

use generator::model::Place;

use super::document::Fact;
use super::verdict::{KINDS, Verdict};
use super::{Half, Measured};
use crate::say::{count, style};

/// Harm that is put up with, of 1,000 parameters.
const HARM: f64 = 5.0;
/// The share of parameters that are not plain text whose type must be found.
const WORTH: f64 = 35.0;

/// How often each verdict was given.
#[derive(Clone, Copy, Default)]
struct Tally {
    exact: usize,
    weaker: usize,
    harmful: usize,
}

impl Tally {
    fn of<'a>(facts: impl IntoIterator<Item = &'a Fact>) -> Self {
        let mut tally = Self::default();
        for fact in facts {
            tally.add(fact.verdict);
        }
        tally
    }

    fn add(&mut self, verdict: Verdict) {
        *match verdict {
            Verdict::Exact => &mut self.exact,
            Verdict::Weaker => &mut self.weaker,
            Verdict::Harmful => &mut self.harmful,
        } += 1;
    }

    fn all(self) -> usize {
        self.exact + self.weaker + self.harmful
    }

    fn line(self, name: &str) {
        anstream::println!(
            "  {name:<26} {:>7} {:>7} {:>7} {:>7}  {:>5.1} %  {:>6.1}",
            self.all(),
            self.exact,
            self.weaker,
            self.harmful,
            share(self.exact, self.all(), 100.0),
            share(self.harmful, self.all(), 1000.0),
        );
    }
}

#[expect(clippy::cast_precision_loss, reason = "no corpus has 2^52 parameters")]
fn share(part: usize, whole: usize, of: f64) -> f64 {
    of * part as f64 / whole.max(1) as f64
}

/// Prints everything, and says whether the targets are met.
pub(super) fn print(measured: &[Measured]) -> bool {
    let all: Vec<&Fact> = measured.iter().flat_map(|one| &one.facts).collect();
    let (sent, other): (Vec<&Fact>, Vec<&Fact>) =
        all.into_iter().partition(|fact| fact.is_parameter());
    let mut good = true;

    head("query, path and header parameters", "by what was declared");
    kinds(&sent);
    head("", "by place");
    for place in [Place::Path, Place::Query, Place::Header] {
        Tally::of(
            sent.iter()
                .copied()
                .filter(|fact| fact.place == Some(place)),
        )
        .line(place.word());
    }
    head("", "what else is found of them");
    required(&sent);
    width(&sent);
    head("", "what harms: as declared, as found");
    harm(&sent);
    head(
        "",
        "by the rule that found the type; exact: other than text",
    );
    good &= rules(&sent);
    head("", "the same, told apart by name and words");
    good &= rules(&apart(&sent));

    head(
        "fields of bodies, and values of forms",
        "by what was declared",
    );
    kinds(&other);
    head(
        "",
        "by the rule that found the type; exact: other than text",
    );
    rules(&other);

    anstream::println!();
    for (name, half) in [
        ("half a", Some(Half::A)),
        ("half b", Some(Half::B)),
        ("all", None),
    ] {
        let documents: Vec<_> = measured
            .iter()
            .filter(|one| half.is_none_or(|half| one.half == half))
            .collect();
        if !documents.is_empty() {
            let good_half = summary(name, &documents);
            good &= good_half || half.is_some();
        }
    }
    anstream::println!("Targets: exact {WORTH} %, harmful {HARM} of 1,000.");
    good
}

/// Prints what came of documents, and says whether the targets are met.
fn summary(name: &str, documents: &[&Measured]) -> bool {
    let facts: Vec<&Fact> = documents
        .iter()
        .flat_map(|one| &one.facts)
        .filter(|fact| fact.is_parameter())
        .collect();
    let apart = apart(&facts);
    let of = count(documents.len(), "document");
    let fits = line(name, &of, "query, path and header parameters", &facts);
    line("", "", "told apart by name and words", &apart);
    fits
}

/// Prints the two numbers that count, and says whether the targets are met.
fn line(name: &str, documents: &str, what: &str, facts: &[&Fact]) -> bool {
    let harmful = Tally::of(facts.iter().copied()).harmful;
    let harm = share(harmful, facts.len(), 1000.0);
    let typed = pick(facts, |fact| fact.declared != "text");
    let exact = Tally::of(typed.iter().copied()).exact;
    let worth = share(exact, typed.len(), 100.0);
    let fits = harm <= HARM && worth >= WORTH;
    let style = if fits { style::GOOD } else { style::BAD };
    anstream::println!(
        "{style}{name:<6}{style:#} {documents:<13} {:>6} {what:<33} exact {exact:>5} of {:>5} not plain \
         text: {style}{worth:>4.1} %{style:#}, harmful {harmful:>4}: {style}{harm:>4.1} of 1,000{style:#}",
        facts.len(),
        typed.len(),
    );
    fits
}

/// Each name with its words and its type once.
fn apart<'a>(facts: &[&'a Fact]) -> Vec<&'a Fact> {
    let mut known = BTreeSet::new();
    pick(facts, |fact| {
        known.insert((&fact.name, &fact.description, &fact.declared_shown))
    })
}

fn pick<'a>(facts: &[&'a Fact], mut which: impl FnMut(&'a Fact) -> bool) -> Vec<&'a Fact> {
    facts.iter().copied().filter(|fact| which(fact)).collect()
}

fn head(title: &str, by: &str) {
    let strong = style::STRONG;
    if !title.is_empty() {
        anstream::println!("\n{strong}{title}{strong:#}");
    }
    anstream::println!(
        "\n  {by}\n  {:<26} {:>7} {:>7} {:>7} {:>7}  {:>7}  {:>6}",
        "",
        "all",
        "exact",
        "weaker",
        "harmful",
        "exact",
        "harm ‰"
    );
}

fn kinds(facts: &[&Fact]) {
    for kind in KINDS {
        let tally = Tally::of(facts.iter().copied().filter(|fact| fact.declared == kind));
        if tally.all() > 0 {
            tally.line(kind);
        }
    }
    Tally::of(facts.iter().copied()).line("all");
    Tally::of(facts.iter().copied().filter(|fact| fact.declared != "text")).line("not plain text");
}

/// A required value that is not known to be required can be sent all the same.
fn required(facts: &[&Fact]) {
    let mut tally = Tally::default();
    for fact in facts.iter().filter(|fact| fact.place != Some(Place::Path)) {
        tally.add(match fact.required {
            (declared, found) if declared == found => Verdict::Exact,
            (true, _) => Verdict::Weaker,
            (false, _) => Verdict::Harmful,
        });
    }
    tally.line("required or not");
}

/// The width of whole numbers that were found to be such.
fn width(facts: &[&Fact]) {
    let mut tally = Tally::default();
    for fact in facts
        .iter()
        .filter(|fact| fact.declared == "integer" && fact.found == "integer")
    {
        tally.add(
            match (fact.declared_shown.as_str(), fact.found_shown.as_str()) {
                (declared, found) if declared == found => Verdict::Exact,
                ("int32", _) => Verdict::Weaker,
                _ => Verdict::Harmful,
            },
        );
    }
    tally.line("bits of integers");
}

/// The classes of harm: a number that was declared and taken for a whole one is less of it than a text.
fn harm(facts: &[&Fact]) {
    let mut classes: BTreeMap<(&str, &str), Tally> = BTreeMap::new();
    for fact in pick(facts, |fact| fact.verdict == Verdict::Harmful) {
        let class = classes.entry((fact.declared, fact.found)).or_default();
        class.add(fact.verdict);
    }
    for ((declared, found), tally) in classes {
        tally.line(&format!("{declared}, {found}"));
    }
}

/// Says whether every rule is worth its harm.
fn rules(facts: &[&Fact]) -> bool {
    let mut by_rule: BTreeMap<&str, Tally> = BTreeMap::new();
    for fact in facts {
        let tally = by_rule.entry(fact.rule.as_str()).or_default();
        // Text is what it would be anyway.
        if fact.verdict != Verdict::Exact || fact.declared != "text" {
            tally.add(fact.verdict);
        }
    }
    let mut good = true;
    for (rule, tally) in by_rule {
        tally.line(rule);
        good &= tally.harmful <= tally.exact;
    }
    good
}
