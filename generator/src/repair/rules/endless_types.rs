use std::collections::BTreeSet;

use super::prelude::*;
use crate::draft::cycles::circles;

/// A type that needs itself.
pub(crate) static RULE: Rule = Rule {
    name: "endless-types",
    explanation: "A field is required, and what it holds requires the type that the field stands in, \
        at once or through others, so that no value of it could ever be written down. Such a field \
        is taken as optional. (In a list or a mapping it can be required, since those can be empty.)",
    example: "definitions:\n  Node:\n    required: [parent]\n    properties: {parent: {$ref: '#/definitions/Node'}}\n",
    apply,
};

fn apply(draft: &mut Draft, ledger: &mut Ledger) {
    let needs: Vec<Vec<usize>> = draft
        .definitions
        .iter()
        .map(|definition| {
            let mut needs = references(&definition.shape);
            each_required(draft, &definition.shape, ledger, &mut |field| {
                needs.extend(references(&field.shape));
            });
            needs.into_iter().collect()
        })
        .collect();
    let circles = circles(&needs);
    for number in 0..draft.definitions.len() {
        // What is required and leads back is in one circle with where it stands.
        let is_endless = |shape: &Shape| {
            let mut targets = references(shape).into_iter();
            targets.any(|target| circles[target] == circles[number])
        };
        let definition = &draft.definitions[number];
        let inherited: BTreeSet<String> = draft
            .whole(&definition.shape, ledger)
            .fields
            .iter()
            .filter(|whole| is_endless(&whole.field.shape))
            .map(|whole| whole.field.name.clone())
            .collect();
        let because = format!(
            "otherwise each `{}` would need another one, without end",
            definition.name
        );
        let shape = &mut draft.definitions[number].shape;
        relax(shape, ledger, &because, &is_endless, &inherited);
    }
}

/// The definitions that a shape is, all at once.
fn references(shape: &Shape) -> BTreeSet<usize> {
    let own = shape.target();
    own.into_iter()
        .chain(shape.parts.iter().flat_map(references))
        .collect()
}

/// Calls `visit` for each field that a value of a shape can't be without, and for those inside. What a
/// reference leads to needs what it needs by itself.
fn each_required(draft: &Draft, shape: &Shape, ledger: &Ledger, visit: &mut dyn FnMut(&Field)) {
    for whole in draft.whole(shape, ledger).fields {
        if whole.required {
            visit(whole.field);
            if whole.from.is_none() && whole.field.shape.target().is_none() {
                each_required(draft, &whole.field.shape, ledger, visit);
            }
        }
    }
}

/// Makes optional what is required and endless: fields, and inherited ones by their names.
fn relax(
    shape: &mut Shape,
    ledger: &mut Ledger,
    because: &str,
    endless: &dyn Fn(&Shape) -> bool,
    inherited: &BTreeSet<String>,
) {
    let site = shape.site.clone();
    for required in &mut shape.requires {
        if inherited.contains(&required.name) && required.required.is_true(ledger) {
            let evidence = ledger.add(Rank::Law, RULE.name, site.clone(), because);
            required.required.claim(false, evidence);
        }
    }
    for field in &mut shape.fields {
        if !field.required.is_true(ledger) {
            continue;
        }
        // Of two descriptions of a field the one that counts may stand in another part.
        if endless(&field.shape) || inherited.contains(&field.name) {
            let evidence = ledger.add(Rank::Law, RULE.name, field.site.clone(), because);
            field.required.claim(false, evidence);
        } else {
            relax(&mut field.shape, ledger, because, endless, &BTreeSet::new());
        }
    }
    for part in &mut shape.parts {
        relax(part, ledger, because, endless, inherited);
    }
}
