use std::collections::BTreeMap;

use super::prelude::*;
use super::{described_values, transport_headers};
use crate::draft::evidence::Slot;
use crate::repair::text::literal::literal;
use crate::repair::text::phrase::{Says, Type, type_name};
use crate::repair::text::table::{FieldTable, Row, tables};

/// A table of fields inside a description is the request's body.
pub(crate) static RULE: Rule = Rule {
    name: "field-table",
    explanation: "Some documents describe a request's body as a table inside the description of \
        the operation: a name, an example and a few words per field. Where the declared schema is \
        missing or leads nowhere, that table is the body; where no body is declared at all, and the \
        method usually has one, it declares it. Fields are optional unless the table says otherwise \
        (\"Required: yes\"), cells become examples and documentation, and the table leaves the text of \
        the operation. A row that is named like a parameter of the operation describes that parameter, \
        and a table of parts of the URL is no body; one of \"Query parameters\" adds those that are not \
        declared, and so does one of \"Parameters\" of a GET, which has no other place for them.",
    example: "post:\n  description: \"Creates a pet.\\r\\n\\tfield\\t\\t\\tvalue\\t\\t\\tdescription\\r\\n\\t\\\"name\\\"\\t\\t\\t\\\"Rex\\\"\\t\\t\\tString - max 25 characters\"\n",
    apply,
};

fn apply(draft: &mut Draft, ledger: &mut Ledger) {
    for operation in &mut draft.operations {
        let Some(description) = operation.description.winner(ledger).cloned() else {
            continue;
        };
        let site = ledger.get(description.evidence).site.clone();
        let lacks_body = operation.lacks_body(ledger);
        let parameters: BTreeMap<_, _> = (operation.parameters.iter().enumerate())
            .map(|(at, parameter)| (parameter.name.clone(), at))
            .collect();
        for mut table in tables(&description.value) {
            let parameter = |row: &Row| parameters.get(&row.name.text).copied();
            for row in &table.rows {
                if let Some(at) = parameter(row) {
                    describe(&mut operation.parameters[at], row, &site, ledger);
                }
            }
            table.rows.retain(|row| parameter(row).is_none());
            let nowhere_else = ["GET", "HEAD"].contains(&operation.method.as_str())
                && table.of_parameters
                && !table.of_url
                && !lacks_body;
            if nowhere_else {
                table
                    .rows
                    .retain(|row| !speaks_of_a_header(row, &description.value));
            }
            if table.of_query || nowhere_else {
                ask(operation, &table, &site, ledger);
            }
            if lacks_body && !table.of_url && !table.rows.is_empty() {
                read(operation, &table, &site, ledger);
            }
        }
    }
}

/// Makes the body of an operation from a table in the text at `site`.
fn read(operation: &mut Operation, table: &FieldTable, site: &Site, ledger: &mut Ledger) {
    let whole = part(site, "table", table.range.clone());
    let because = match &operation.body.shape.reference {
        Some(reference) => format!(
            "`{}` is not in the document, and this table lists the fields",
            reference.pointer
        ),
        None => "the description has a table of fields".to_owned(),
    };
    let evidence = ledger.add(Rank::Tabled, RULE.name, whole, because);
    if operation.body.present.is_empty() {
        operation.body.present.claim(true, evidence);
    }
    operation.body.shape.kind.claim(Kind::Object, evidence);
    operation.read.claim(table.range.clone(), evidence);
    for row in &table.rows {
        let field = field(row, site, ledger);
        // A name that comes again says more about the same field; the first row counts.
        if operation
            .body
            .shape
            .fields
            .iter()
            .all(|known| known.name != field.name)
        {
            operation.body.shape.fields.push(field);
        }
    }
}

/// Whether a row is about a header, by its name or in any of its words.
fn speaks_of_a_header(row: &Row, text: &str) -> bool {
    let mut words = text[row.range.clone()].split(|c: char| !c.is_alphanumeric());
    transport_headers::is_one(&row.name.text)
        || words.any(|word| word.eq_ignore_ascii_case("header"))
}

/// Makes parameters of the query from a table of such in the text at `site`.
fn ask(operation: &mut Operation, table: &FieldTable, site: &Site, ledger: &mut Ledger) {
    for row in &table.rows {
        let key = spelling_key(&row.name.text);
        let known = |parameter: &Parameter| spelling_key(&parameter.name) == key;
        if operation.parameters.iter().any(known) {
            continue;
        }
        let evidence = said(row, site, ledger);
        let own = ledger.get(evidence).site.clone();
        let mut present = Slot::default();
        present.claim(true, evidence);
        let mut parameter = Parameter {
            site: own.clone(),
            name: row.name.text.clone(),
            place: Place::Query,
            present,
            required: Slot::default(),
            style: Slot::default(),
            shape: Shape::unknown(own),
        };
        describe(&mut parameter, row, site, ledger);
        operation.parameters.push(parameter);
    }
}

/// Adds what a row says of the parameter it is named like, where the parameter itself says nothing.
fn describe(parameter: &mut Parameter, row: &Row, site: &Site, ledger: &mut Ledger) {
    let evidence = said(row, site, ledger);
    let shape = &mut parameter.shape;
    if let Some(kind) = row.kind.as_ref().filter(|_| shape.is_untyped()) {
        let says = type_name(&kind.text);
        // A list would have to say how it is joined.
        if !says.contains(&Says::Type(Type::List)) {
            for says in &says {
                described_values::claim(shape, true, true, says, evidence);
            }
        }
    }
    if shape.description.is_empty()
        && let Some(words) = words(row)
    {
        shape.description.claim(words, evidence);
    }
    if let Some(required) = row.is_required
        && parameter.required.is_empty()
    {
        parameter.required.claim(required, evidence);
    }
}

fn said(row: &Row, site: &Site, ledger: &mut Ledger) -> EvidenceId {
    let site = part(site, &format!("row {}", row.number), row.range.clone());
    ledger.add(Rank::Tabled, RULE.name, site, "the table says so")
}

/// The text of a row. The cell of the type and that of the description are read alike, so they make one,
/// and what is required is known without words.
fn words(row: &Row) -> Option<String> {
    let required = row.required.as_ref().filter(|_| row.is_required.is_none());
    let words: Vec<_> = [row.kind.as_ref(), required, row.description.as_ref()]
        .into_iter()
        .flatten()
        .map(|cell| cell.text.trim())
        .filter(|text| !text.is_empty())
        .collect();
    (!words.is_empty()).then(|| words.join(". "))
}

fn field(row: &Row, site: &Site, ledger: &mut Ledger) -> Field {
    let evidence = said(row, site, ledger);
    let site = ledger.get(evidence).site.clone();
    let mut shape = Shape::unknown(site.clone());
    if let Some(words) = words(row) {
        shape.description.claim(words, evidence);
    }
    let example = row
        .example
        .as_ref()
        .and_then(|cell| literal(&cell.text, cell.quoted));
    if let Some(example) = example {
        let written = row.example.as_ref().map_or("", |cell| &cell.text);
        let because = format!("the table says `{written}`");
        let evidence = ledger.add(Rank::Tabled, RULE.name, site.clone(), because);
        shape.examples.claim(example.to_json(), evidence);
    }
    let mut required = Slot::default();
    if let Some(is_required) = row.is_required {
        required.claim(is_required, evidence);
    }
    Field {
        site,
        name: row.name.text.clone(),
        required,
        shape,
    }
}
