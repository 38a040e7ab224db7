use super::prelude::*;
use crate::draft::evidence::Slot;
use crate::repair::text::sample;

/// An example of a request inside a description is the shape of the body.
pub(crate) static RULE: Rule = Rule {
    name: "example-body",
    explanation: "Some documents say of a request's body no more than an example in the description of the \
        operation: \"Request JSON: {…}\", \"Sample request body: {…}\". Where nothing else tells the body, \
        the members of that example are its fields, all of them optional, with their values as \
        examples. What is shown of a reply is left alone, and so is what can't be read as JSON.",
    example: "post:\n  description: 'Adds a pet. Request body: {\"name\": \"Rex\", \"asleep\": false}'\n",
    apply,
};

/// How deep an example is read; below that anything can be sent.
const DEEPEST: usize = 8;

fn apply(draft: &mut Draft, ledger: &mut Ledger) {
    for operation in &mut draft.operations {
        if !operation.lacks_body(ledger) {
            continue;
        }
        let Some(description) = operation.description.winner(ledger).cloned() else {
            continue;
        };
        let Some((example, range)) = sample::request(&description.value) else {
            continue;
        };
        let site = ledger.get(description.evidence).site.clone();
        let site = part(&site, "example", range);
        let because = "the text shows a request";
        let evidence = ledger.add(Rank::Phrased, RULE.name, site, because);
        if operation.body.present.is_empty() {
            operation.body.present.claim(true, evidence);
        }
        read(&mut operation.body.shape, &example, evidence, ledger, 0);
    }
}

/// Makes a shape of what an example shows. What a value is, other rules tell from the value.
fn read(shape: &mut Shape, example: &Value, evidence: EvidenceId, ledger: &Ledger, depth: usize) {
    let site = &ledger.get(evidence).site;
    let inner = |value: &Value| {
        let mut inner = Shape::unknown(site.clone());
        read(&mut inner, value, evidence, ledger, depth + 1);
        inner
    };
    match example {
        _ if depth > DEEPEST => {}
        Value::Object(members) => {
            shape.kind.claim(Kind::Object, evidence);
            shape
                .fields
                .extend(members.iter().map(|(name, value)| Field {
                    site: site.clone(),
                    name: name.clone(),
                    required: Slot::default(),
                    shape: inner(value),
                }));
        }
        Value::Array(values) => {
            shape.kind.claim(Kind::List, evidence);
            shape.items = values.first().map(|value| Box::new(inner(value)));
        }
        Value::Null => {}
        value => shape.examples.claim(value.clone(), evidence),
    }
}
