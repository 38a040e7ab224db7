use super::prelude::*;
use crate::draft::evidence::Slot;
use crate::draft::{Field, Operation, Shape};
use crate::repair::text::literal::literal;
use crate::repair::text::table::{FieldTable, Row, tables};

/// A table of fields inside a description is the request's body.
pub(crate) static RULE: Rule = Rule {
    name: "field-table",
    explanation: "Some documents describe a request's body as a table inside the description of \
        the operation: a name, an example and a few words per field. Where the declared schema is \
        missing or leads nowhere, that table is the body; where no body is declared at all, and the \
        method usually has one, it declares it. Fields are optional unless the table says otherwise, \
        cells become examples and documentation, and the table leaves the text of the operation.",
    example: "post:\n  description: \"Creates a pet.\\r\\n\\tfield\\t\\t\\tvalue\\t\\t\\tdescription\\r\\n\\t\\\"name\\\"\\t\\t\\t\\\"Rex\\\"\\t\\t\\tString - max 25 characters\"\n",
    apply,
};

/// The methods that usually carry a body (RFC 9110, section 9.3).
const WITH_BODY: [&str; 3] = ["POST", "PUT", "PATCH"];

fn apply(draft: &mut Draft, ledger: &mut Ledger) {
    for operation in &mut draft.operations {
        let Some(description) = operation.description.winner(ledger).cloned() else {
            continue;
        };
        let site = ledger.get(description.evidence).site.clone();
        let known = !operation.body.shape.fields.is_empty()
            || operation
                .body
                .shape
                .reference
                .as_ref()
                .is_some_and(|r| r.target.is_ok());
        let expected = operation.body.present.is_true(ledger)
            || WITH_BODY.contains(&operation.method.as_str());
        if known || !expected {
            continue;
        }
        for table in tables(&description.value) {
            read(operation, &table, &site, ledger);
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

fn field(row: &Row, site: &Site, ledger: &mut Ledger) -> Field {
    let site = part(site, &format!("row {}", row.number), row.range.clone());
    let evidence = ledger.add(Rank::Tabled, RULE.name, site.clone(), "the table says so");
    let mut shape = Shape::unknown(site.clone());
    // The cell of the type and that of the description are read alike, so they make one text.
    let words: Vec<_> = [&row.kind, &row.required, &row.description]
        .into_iter()
        .flatten()
        .map(|cell| cell.text.trim())
        .filter(|text| !text.is_empty())
        .collect();
    if !words.is_empty() {
        shape.description.claim(words.join(". "), evidence);
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
    Field {
        site,
        name: row.name.text.clone(),
        required: Slot::default(),
        shape,
    }
}
