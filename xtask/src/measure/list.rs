//! The finds themselves, one a line, for whoever improves a rule.

use std::collections::BTreeSet;
use std::path::Path;

use super::Measured;
use super::document::Fact;

/// What is listed: verdicts, rules and kinds, all of which must hold.
pub(super) struct Wanted<'a> {
    words: &'a [String],
    fields: bool,
}

impl<'a> Wanted<'a> {
    /// Refuses words that nothing is called by.
    pub(super) fn new(
        words: &'a [String],
        fields: bool,
        measured: &[Measured],
    ) -> Result<Self, String> {
        let facts = || measured.iter().flat_map(|one| &one.facts);
        for word in words {
            if !facts().any(|fact| is(fact, word)) {
                let names: BTreeSet<&str> = facts()
                    .flat_map(|fact| [fact.verdict.word(), fact.declared, &fact.rule])
                    .collect();
                let names = names.into_iter().collect::<Vec<_>>().join(", ");
                return Err(format!("nothing is called `{word}`; there are: {names}"));
            }
        }
        Ok(Self { words, fields })
    }

    pub(super) fn print(&self, measured: &[Measured]) {
        for one in measured {
            let document = Path::new(&one.name).file_stem().unwrap_or_default();
            let wanted = |fact: &&Fact| {
                fact.is_parameter() != self.fields && self.words.iter().all(|word| is(fact, word))
            };
            for fact in one.facts.iter().filter(wanted) {
                anstream::println!(
                    "{}\t{}\t{}\t{}\t{}\t{}\t{} {}\t{}",
                    fact.verdict.word(),
                    fact.declared_shown,
                    fact.found_shown,
                    fact.rule,
                    fact.name,
                    fact.description,
                    fact.place.map_or("field", |place| place.word()),
                    fact.owner,
                    document.to_string_lossy(),
                );
            }
        }
    }
}

/// Whether a word is the verdict of a fact, its kind, or its rule with or without the kind of phrase; `all`
/// is any of them.
fn is(fact: &Fact, word: &str) -> bool {
    if word == "all" {
        return true;
    }
    let rule = fact.rule.split(':').next().unwrap_or_default();
    [fact.verdict.word(), fact.declared, &fact.rule, rule].contains(&word)
}
