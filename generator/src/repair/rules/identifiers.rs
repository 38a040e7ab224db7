use std::collections::{BTreeMap, BTreeSet};

use super::prelude::*;
use crate::names::Words;
use crate::names::number::singular;

/// Keys and ids are types of their own.
pub(crate) static RULE: Rule = Rule {
    name: "identifiers",
    explanation: "A path parameter that names a key or an id (`groupKey`, `{id}` below `/pets`) \
        becomes an identifier type, so that two of them can't be swapped. It is made from a number or \
        from text and keeps what it was made from. One concept spelled in several ways (`groupKey`, \
        `groupkey`) is one type; every path keeps its own spelling on the wire. Parameters and fields \
        elsewhere that have the name of such a concept share its type.",
    example: "paths:\n  /groups/{groupKey}/meetings: …\n  /groups/{groupkey}/organizers: …\n",
    apply,
};

/// Last words of names that identify something.
const SUFFIXES: [&str; 5] = ["id", "key", "uuid", "guid", "sid"];

/// A thing that is identified.
#[derive(Default)]
struct Concept {
    /// Every spelling met, as it is on the wire.
    spellings: BTreeSet<String>,
    /// The words of the spelling that tells most of them apart.
    words: Vec<String>,
}

fn apply(draft: &mut Draft, ledger: &mut Ledger) {
    let spelled = spelled_words(draft, ledger);
    let mut concepts: BTreeMap<String, Concept> = BTreeMap::new();
    for operation in &draft.operations {
        for parameter in operation.present(ledger).filter(|p| p.place == Place::Path) {
            let Some(words) = concept(&operation.path, &parameter.name, &spelled) else {
                continue;
            };
            let known = concepts.entry(words.concat()).or_default();
            known.spellings.insert(parameter.name.clone());
            if (words.len(), &known.words) > (known.words.len(), &words) {
                known.words = words;
            }
        }
    }
    for operation in &mut draft.operations {
        for parameter in &mut operation.parameters {
            let key = match parameter.place {
                Place::Path => {
                    concept(&operation.path, &parameter.name, &spelled).map(|w| w.concat())
                }
                _ => Some(spelling_key(&parameter.name)),
            };
            let found = key.and_then(|key| concepts.get(&key));
            if let Some(concept) = found.filter(|_| is_plain(&parameter.shape, ledger)) {
                claim(&mut parameter.shape, &parameter.name, concept, ledger);
            }
        }
    }
    for_each_value(draft, &mut |value| {
        let found = concepts.get(&spelling_key(value.name));
        if let Some(concept) =
            found.filter(|_| value.place.is_none() && is_plain(value.shape, ledger))
        {
            claim(value.shape, value.name, concept, ledger);
        }
    });
}

/// Whether a shape is text or a whole number, or nothing is known of it.
fn is_plain(shape: &Shape, ledger: &Ledger) -> bool {
    let kind = shape.kind.value(ledger);
    kind.is_none_or(|kind| matches!(kind, Kind::Text | Kind::Integer))
        && shape.values.is_empty()
        && shape.reference.is_none()
}

fn claim(shape: &mut Shape, name: &str, concept: &Concept, ledger: &mut Ledger) {
    let because = if concept.spellings.len() > 1 {
        let spellings: Vec<_> = concept.spellings.iter().map(|s| format!("`{s}`")).collect();
        format!("{} are one concept", spellings.join(" and "))
    } else {
        format!("`{name}` names something that a path identifies")
    };
    let evidence = ledger.add(Rank::Convention, RULE.name, shape.site.clone(), because);
    shape.identifies.claim(concept.words.join(" "), evidence);
}

/// The words of names that are spelled apart somewhere, by the name without any of it.
fn spelled_words(draft: &Draft, ledger: &Ledger) -> BTreeMap<String, Vec<String>> {
    let mut spelled = BTreeMap::new();
    for operation in &draft.operations {
        for parameter in operation.present(ledger) {
            let words = Words::of(&parameter.name);
            if words.len() > 1 {
                spelled.insert(words.fold(), words.iter().map(str::to_owned).collect());
            }
        }
    }
    spelled
}

/// The words of what a path parameter identifies; `None` where it does not look like an identifier.
fn concept(path: &str, name: &str, spelled: &BTreeMap<String, Vec<String>>) -> Option<Vec<String>> {
    let mut words: Vec<String> = Words::of(name).iter().map(str::to_owned).collect();
    if let [word] = words.as_slice() {
        let owner = owner(path, name);
        if SUFFIXES.contains(&word.as_str()) {
            words = [owner?, words].concat();
        } else if let Some(apart) = spelled.get(word) {
            words.clone_from(apart);
        } else {
            // `groupkey` below `/groups` is the key of a group.
            let owner = owner?;
            let suffix = word.strip_prefix(&owner.concat())?.to_owned();
            words = [owner, vec![suffix]].concat();
        }
    }
    let last = words.last()?;
    SUFFIXES.contains(&last.as_str()).then_some(words)
}

/// The noun of the segment before `{name}`, in the singular.
fn owner(path: &str, name: &str) -> Option<Vec<String>> {
    let (before, _) = path.split_once(&format!("{{{name}}}"))?;
    let segment = before
        .split('/')
        .rfind(|segment| !segment.is_empty() && !segment.contains('{'))?;
    Some(
        Words::of(segment)
            .with_last(singular)
            .iter()
            .map(str::to_owned)
            .collect(),
    )
}
