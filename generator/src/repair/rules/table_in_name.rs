use super::described_values;
use super::prelude::*;
use crate::draft::evidence::Slot;
use crate::repair::text::phrase::{Says, Type, type_name};
use crate::repair::text::table::{Named, in_name};

/// The name of a parameter is a whole table of parameters.
pub(crate) static RULE: Rule = Rule {
    name: "table-in-name",
    explanation: "Documents made from web pages have names with line breaks: a name, \"required\" or a \
        type, and what it means, for one parameter or for several. The first line of each is the name that \
        travels; the rest describes it. The parameter with the long name is withdrawn, since nobody can send it.",
    example: "parameters:\n- {in: query, name: \"size\\n  required\\n  How large it is\"}\n",
    apply,
};

fn apply(draft: &mut Draft, ledger: &mut Ledger) {
    for operation in &mut draft.operations {
        for at in 0..operation.parameters.len() {
            let long = &mut operation.parameters[at];
            let whole = long.name.clone();
            let Some(rows) = in_name(&whole) else {
                continue;
            };
            let (site, place) = (long.site.clone(), long.place);
            let because = "its name is a table of parameters";
            let evidence = ledger.add(Rank::Law, RULE.name, site.clone(), because);
            long.present.claim(false, evidence);
            // What is declared beside the long name is about the only row there is.
            let stated = (rows.len() == 1).then(|| {
                let shape = std::mem::replace(&mut long.shape, Shape::unknown(site.clone()));
                (std::mem::take(&mut long.required), shape)
            });
            let (mut required, mut shape) =
                stated.unwrap_or_else(|| (Slot::default(), Shape::unknown(site.clone())));
            for row in &rows {
                let is_there = |known: &Parameter| known.name == row.name && known.place == place;
                if operation.parameters.iter().any(is_there) {
                    continue;
                }
                let because = format!("a table in a name has `{}`", row.name);
                let evidence = ledger.add(Rank::Tabled, RULE.name, site.clone(), because);
                let mut own = Parameter {
                    site: site.clone(),
                    name: row.name.to_owned(),
                    place,
                    present: Slot::default(),
                    required: std::mem::take(&mut required),
                    style: Slot::default(),
                    shape: std::mem::replace(&mut shape, Shape::unknown(site.clone())),
                };
                own.present.claim(true, evidence);
                describe(&mut own, row, evidence);
                operation.parameters.push(own);
            }
        }
    }
}

/// Adds what a row says where nothing else does.
fn describe(parameter: &mut Parameter, row: &Named<'_>, evidence: EvidenceId) {
    if let Some(required) = row.is_required
        && parameter.required.is_empty()
    {
        parameter.required.claim(required, evidence);
    }
    let shape = &mut parameter.shape;
    let says = row.kind.map(type_name).unwrap_or_default();
    // A list would have to say how it is joined.
    if shape.is_untyped() && !says.contains(&Says::Type(Type::List)) {
        for says in &says {
            described_values::claim(shape, true, true, says, evidence);
        }
    }
    if !row.text.is_empty() && shape.description.is_empty() {
        shape.description.claim(row.text.clone(), evidence);
    }
}
