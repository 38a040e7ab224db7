use super::prelude::*;
use crate::draft::evidence::Slot;
use crate::repair::text::phrase::type_name;

/// The name of a parameter lists several.
pub(crate) static RULE: Rule = Rule {
    name: "several-names",
    explanation: "Documents made from web pages have a parameter for each row of a table, and a row may \
        tell several: `lat, lon`. Nobody sends a value by such a name, so each of the names is a \
        parameter of its own, with what is said of all of them, and the long one is withdrawn.",
    example: "parameters:\n- {in: query, name: 'lat, lon', description: Where it is}\n",
    apply,
};

/// No row tells more.
const MOST: usize = 8;

fn apply(draft: &mut Draft, ledger: &mut Ledger) {
    for operation in &mut draft.operations {
        for at in 0..operation.parameters.len() {
            let long = &mut operation.parameters[at];
            let whole = long.name.clone();
            let Some(names) = names(&whole).filter(|_| travels_by_name(long.place)) else {
                continue;
            };
            let (site, place, shape) = (long.site.clone(), long.place, long.shape.clone());
            let because = format!("`{whole}` lists {} names", names.len());
            let evidence = ledger.add(Rank::Law, RULE.name, site.clone(), because);
            long.present.claim(false, evidence);
            for name in names {
                let is_there = |known: &Parameter| known.name == name && known.place == place;
                if operation.parameters.iter().any(is_there) {
                    continue;
                }
                let mut present = Slot::default();
                present.claim(true, evidence);
                operation.parameters.push(Parameter {
                    site: site.clone(),
                    name: name.to_owned(),
                    place,
                    present,
                    // Some of them may do.
                    required: Slot::default(),
                    style: Slot::default(),
                    shape: shape.clone(),
                });
            }
        }
    }
}

fn travels_by_name(place: Place) -> bool {
    matches!(place, Place::Query | Place::Form)
}

/// The names between the commas, where each is one word and none a type.
fn names(whole: &str) -> Option<Vec<&str>> {
    let is_name = |name: &&str| {
        name.starts_with(|c: char| c.is_alphabetic() || c == '_')
            && name.chars().all(|c| c.is_alphanumeric() || c == '_')
            && type_name(name).is_empty()
    };
    let names: Vec<&str> = whole.split(',').map(str::trim).collect();
    let fits = (2..=MOST).contains(&names.len()) && names.iter().all(is_name);
    fits.then_some(names)
}
