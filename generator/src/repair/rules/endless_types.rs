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
            each_required(&definition.shape, ledger, &mut |field| {
                needs.extend(references(&field.shape));
            });
            needs
        })
        .collect();
    for number in 0..draft.definitions.len() {
        let definition = &mut draft.definitions[number];
        let because = format!(
            "otherwise each `{}` would need another one, without end",
            definition.name
        );
        relax(&mut definition.shape, ledger, &because, &|shape| {
            references(shape)
                .into_iter()
                .any(|target| leads_to(&needs, target, number))
        });
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
fn each_required(shape: &Shape, ledger: &Ledger, visit: &mut dyn FnMut(&Field)) {
    for field in shape
        .fields
        .iter()
        .filter(|field| field.required.is_true(ledger))
    {
        visit(field);
        each_required(&field.shape, ledger, visit);
    }
    for part in &shape.parts {
        each_required(part, ledger, visit);
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

/// Makes optional what is required and endless.
fn relax(shape: &mut Shape, ledger: &mut Ledger, because: &str, endless: &dyn Fn(&Shape) -> bool) {
    for field in &mut shape.fields {
        if !field.required.is_true(ledger) {
            continue;
        }
        if endless(&field.shape) {
            let evidence = ledger.add(Rank::Law, RULE.name, field.site.clone(), because);
            field.required.claim(false, evidence);
        } else {
            relax(&mut field.shape, ledger, because, endless);
        }
    }
    for part in &mut shape.parts {
        relax(part, ledger, because, endless);
    }
}
