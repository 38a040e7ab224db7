use std::collections::BTreeSet;

use super::prelude::*;

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
    let needs: Vec<BTreeSet<usize>> = draft
        .definitions
        .iter()
        .map(|definition| {
            let mut needs = references(&definition.shape);
            each_required(draft, &definition.shape, ledger, &mut |field| {
                needs.extend(references(&field.shape));
            });
            needs
        })
        .collect();
    for number in 0..draft.definitions.len() {
        let is_endless = |shape: &Shape| {
            references(shape)
                .into_iter()
                .any(|target| leads_to(&needs, target, number))
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

/// Calls `visit` for each field that a value of a shape can't be without, and for those inside.
fn each_required(draft: &Draft, shape: &Shape, ledger: &Ledger, visit: &mut dyn FnMut(&Field)) {
    for whole in draft.whole(shape, ledger).fields {
        if whole.required {
            visit(whole.field);
            if whole.from.is_none() {
                each_required(draft, &whole.field.shape, ledger, visit);
            }
        }
    }
}

/// Whether a value of one definition can't be without one of another.
fn leads_to(needs: &[BTreeSet<usize>], from: usize, to: usize) -> bool {
    let mut seen = BTreeSet::new();
    let mut todo = vec![from];
    while let Some(next) = todo.pop() {
        if next == to {
            return true;
        }
        if seen.insert(next) {
            todo.extend(&needs[next]);
        }
    }
    false
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
        if endless(&field.shape) {
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
