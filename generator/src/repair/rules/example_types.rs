use super::prelude::*;
use crate::repair::text::literal::{Literal, literal};

/// An example has a type.
pub(crate) static RULE: Rule = Rule {
    name: "example-types",
    explanation: "An example shows the type of a value that has none: `FALSE` is a boolean, \
        `\"subject\"` is text, `2019-05-10T12:00:00Z` is a date-time. Numbers decide nothing: many \
        identifiers look like one.",
    example: "definitions:\n  Visit:\n    properties: {passwordRequired: {example: false}}\n",
    apply,
};

fn apply(draft: &mut Draft, ledger: &mut Ledger) {
    for_each_value(draft, &mut |value| {
        let Some(example) = value.shape.examples.winner(ledger).cloned() else {
            return;
        };
        if !value.shape.is_untyped() {
            return;
        }
        let source = ledger.get(example.evidence).clone();
        let (kind, format) = match &example.value {
            Value::Bool(_) => (Kind::Boolean, None),
            Value::String(text) => (Kind::Text, format(text)),
            _ => return,
        };
        let rank = source.rank.min(Rank::Tabled);
        let because = format!("the example is `{}`", example.value);
        let evidence = ledger.add(rank, RULE.name, source.site, because);
        value.shape.kind.claim(kind, evidence);
        if let Some(format) = format {
            value.shape.format.claim(format, evidence);
        }
    });
}

fn format(text: &str) -> Option<Format> {
    match literal(text, true)? {
        Literal::DateTime(_) => Some(Format::DateTime),
        Literal::Date(_) => Some(Format::Date),
        _ => None,
    }
}
