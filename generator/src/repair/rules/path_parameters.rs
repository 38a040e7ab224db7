use std::collections::BTreeSet;

use super::prelude::*;
use crate::draft::Shape;
use crate::draft::evidence::Slot;

/// The template and the path parameters name each other.
pub(crate) static RULE: Rule = Rule {
    name: "path-parameters",
    explanation: "Every `{name}` of a path needs a parameter with `in: path`, and the other way \
        round (Swagger 2.0, Parameter Object). A name without a parameter gets one, and a path \
        parameter that stands nowhere in the template is withdrawn, because there is no place to \
        send it. One that is spelled in another way there (`PetId` for `{petId}`) is the same, and one of \
        that name in the query tells what it is.",
    example: "paths:\n  /pets/{petId}:\n    get: {responses: {}}\n",
    apply,
};

fn apply(draft: &mut Draft, ledger: &mut Ledger) {
    for operation in &mut draft.operations {
        let names: BTreeSet<_> = template_names(&operation.path).map(str::to_owned).collect();
        let unplaced: Vec<(String, Shape)> = operation
            .parameters
            .iter()
            .filter(|parameter| match parameter.place {
                Place::Path => !names.contains(&parameter.name),
                Place::Query => names.contains(&parameter.name),
                _ => false,
            })
            .map(|parameter| (spelling_key(&parameter.name), parameter.shape.clone()))
            .collect();
        for parameter in &mut operation.parameters {
            if parameter.place == Place::Path && !names.contains(&parameter.name) {
                let because = format!("`{}` has no `{{{}}}`", operation.path, parameter.name);
                let evidence = ledger.add(Rank::Law, RULE.name, parameter.site.clone(), because);
                parameter.present.claim(false, evidence);
            }
        }
        for name in names {
            let declared = |p: &Parameter| p.place == Place::Path && p.name == name;
            if operation.parameters.iter().any(declared) {
                continue;
            }
            // What is declared in another spelling, or as one of the query, is meant.
            let key = spelling_key(&name);
            let mut same = unplaced.iter().filter(|(other, _)| *other == key);
            let declared = same.next().filter(|_| same.next().is_none());
            let because = match declared {
                Some(_) => {
                    format!("the path says `{{{name}}}`, and it is declared in another way")
                }
                None => format!("the path says `{{{name}}}`, and no parameter declares it"),
            };
            let evidence = ledger.add(Rank::Law, RULE.name, operation.site.clone(), because);
            let mut present = Slot::default();
            present.claim(true, evidence);
            operation.parameters.push(Parameter {
                site: operation.site.clone(),
                name,
                place: Place::Path,
                present,
                required: Slot::default(),
                style: Slot::default(),
                shape: match declared {
                    Some((_, shape)) => shape.clone(),
                    None => Shape::unknown(operation.site.clone()),
                },
            });
        }
    }
}
