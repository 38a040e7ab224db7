//! One document, read twice: as it is, and without its types.

use std::collections::{BTreeMap, BTreeSet};

use generator::draft::Draft;
use generator::model::{Api, Def, Known, ListStyle, Notes, Place, Proof, Type, settle};
use generator::overlay::Corrections;
use generator::read::{self, Limits, Tree};
use generator::repair::text::phrase;
use generator::repair::{RULES, Rule};
use generator::source::Sources;
use generator::{openapi30, swagger20};

use super::strip::strip;
use super::verdict::{self, Verdict};

/// One value: what was declared, and what was found.
pub(super) struct Fact {
    /// Method and path, or the names of a field.
    pub(super) owner: String,
    pub(super) name: String,
    /// Where a parameter travels; `None` for a field.
    pub(super) place: Option<Place>,
    /// The kind that was declared.
    pub(super) declared: &'static str,
    pub(super) declared_shown: String,
    pub(super) found: &'static str,
    pub(super) found_shown: String,
    pub(super) verdict: Verdict,
    /// The rule that found it, and the kind of phrase where it read one.
    pub(super) rule: String,
    /// Whether it is required: as declared, and as found.
    pub(super) required: (bool, bool),
    pub(super) description: String,
}

impl Fact {
    /// Whether it is of a parameter in the query, in the path or in a header, which is what the targets
    /// are about; the others are fields of bodies and values of forms.
    pub(super) fn is_parameter(&self) -> bool {
        matches!(self.place, Some(Place::Query | Place::Path | Place::Header))
    }
}

/// A document both ways.
struct Read {
    draft: Draft,
    api: Api,
}

/// Measures a document; `None` where it can't be read.
pub(super) fn measure(name: &str, bytes: &[u8]) -> Option<Vec<Fact>> {
    let mut sources = Sources::default();
    let (mut tree, _) = read::read(&mut sources, name, bytes, &Limits::default()).ok()?;
    let declared = lower(&tree, &sources, false)?;
    strip(&mut tree);
    let found = lower(&tree, &sources, true)?;
    let mut facts = Vec::new();
    parameters(&declared, &found, &mut facts);
    fields(&declared.api, &found.api, &mut facts);
    Some(facts)
}

fn lower(tree: &Tree, sources: &Sources, repair: bool) -> Option<Read> {
    let root = tree.view(tree.root());
    let lower = if swagger20::is_it(root) {
        swagger20::lower
    } else if openapi30::is_it(root) {
        openapi30::lower
    } else {
        return None;
    };
    let lowered = lower(tree, sources, Corrections::default(), &mut Vec::new());
    let (mut draft, mut ledger) = lowered.ok()?;
    // What is declared without a type must not count as declared to be text.
    let rules = |rule: &&&Rule| repair || rule.name == "fallback-types";
    for rule in RULES.iter().filter(rules) {
        (rule.apply)(&mut draft, &mut ledger);
    }
    let api = settle::settle(&draft, &mut ledger, tree, sources);
    Some(Read { draft, api })
}

/// What a value is, however it travels.
struct Value<'a> {
    ty: &'a Known<Type>,
    style: ListStyle,
    required: bool,
    notes: &'a Notes,
}

fn parameters(declared: &Read, found: &Read, facts: &mut Vec<Fact>) {
    let mut operations = BTreeMap::new();
    for operation in found.api.operations() {
        operations.insert(&operation.key, operation);
    }
    // What many operations refer to is declared once.
    let mut nodes = BTreeMap::new();
    for operation in &declared.draft.operations {
        for parameter in &operation.parameters {
            let way = (operation.key(), parameter.place, parameter.name.as_str());
            nodes.insert(way, parameter.site.node);
        }
    }
    let mut seen = BTreeSet::new();
    for operation in declared.api.operations() {
        let Some(other) = operations.get(&operation.key) else {
            continue;
        };
        for parameter in &operation.parameters {
            let way = (
                operation.key.clone(),
                parameter.place,
                parameter.wire.as_str(),
            );
            let guess = other
                .parameters
                .iter()
                .find(|one| one.place == parameter.place && one.wire == parameter.wire);
            let stated = declared.api.proof(parameter.ty.evidence).is_stated();
            let Some(guess) =
                guess.filter(|_| stated && nodes.get(&way).is_none_or(|node| seen.insert(*node)))
            else {
                continue;
            };
            let value = |one: &'_ generator::model::Parameter| (one.style, one.required);
            let (style, required) = value(parameter);
            let (found_style, found_required) = value(guess);
            let mut fact = compare(
                &declared.api,
                &Value {
                    ty: &parameter.ty,
                    style,
                    required,
                    notes: &parameter.notes,
                },
                &found.api,
                &Value {
                    ty: &guess.ty,
                    style: found_style,
                    required: found_required,
                    notes: &guess.notes,
                },
                false,
            );
            fact.owner.clone_from(&operation.key);
            fact.name.clone_from(&parameter.wire);
            fact.place = Some(parameter.place);
            facts.push(fact);
        }
    }
}

fn fields(declared: &Api, found: &Api, facts: &mut Vec<Fact>) {
    let mut guesses = BTreeMap::new();
    for (_, named) in found.types.iter() {
        if let Def::Struct(fields) = &named.def {
            for field in fields {
                guesses.insert((&named.place, &field.wire), field);
            }
        }
    }
    for (_, named) in declared.types.iter() {
        let Def::Struct(fields) = &named.def else {
            continue;
        };
        for field in fields {
            let stated = declared.proof(field.ty.evidence).is_stated();
            let Some(guess) = guesses.get(&(&named.place, &field.wire)).filter(|_| stated) else {
                continue;
            };
            let mut fact = compare(
                declared,
                &Value {
                    ty: &field.ty,
                    style: ListStyle::Csv,
                    required: field.required,
                    notes: &field.notes,
                },
                found,
                &Value {
                    ty: &guess.ty,
                    style: ListStyle::Csv,
                    required: guess.required,
                    notes: &guess.notes,
                },
                true,
            );
            fact.owner = named.place.join(" ");
            fact.name.clone_from(&field.wire);
            facts.push(fact);
        }
    }
}

fn compare(declared: &Api, wanted: &Value<'_>, found: &Api, guess: &Value<'_>, json: bool) -> Fact {
    let truth = verdict::Known {
        ty: &wanted.ty.value,
        types: &declared.types,
        style: wanted.style,
    };
    let known = verdict::Known {
        ty: &guess.ty.value,
        types: &found.types,
        style: guess.style,
    };
    let proof: &Proof = found.proof(guess.ty.evidence);
    let text = wanted.notes.description.as_ref();
    let text = text.map_or("", |text| text.value.as_str());
    Fact {
        owner: String::new(),
        name: String::new(),
        place: None,
        declared: truth.kind(),
        declared_shown: truth.shown(),
        found: known.kind(),
        found_shown: known.shown(),
        verdict: known.against(truth, json),
        rule: rule(proof, text),
        required: (wanted.required, guess.required),
        description: text.split_whitespace().collect::<Vec<_>>().join(" "),
    }
}

/// The rule that is behind a proof, with the kind of phrase in `text` that it read.
fn rule(proof: &Proof, text: &str) -> String {
    let quoted = |fact: &phrase::Fact| {
        let said = text.get(fact.range.clone()).unwrap_or_default();
        proof.because == format!("\"{}\"", said.trim())
    };
    let fact = phrase::facts(text).into_iter().find(quoted);
    match fact {
        Some(fact) => format!("{}: {}", proof.rule, fact.by),
        None => proof.rule.to_owned(),
    }
}
