use std::collections::HashMap;

use super::prelude::*;
use crate::repair::text::literal::{self, Literal, literal};
use crate::repair::text::name;
use crate::repair::text::phrase::{self, Fact, Says, Type, facts};

/// The words about a value tell its type, format, values and limits.
pub(crate) static RULE: Rule = Rule {
    name: "described-values",
    explanation: "What the schema leaves out often stands in the words about the value: \
        \"String - max 25 characters\", \"Must be one of: a, b\", \"Boolean: true, false\", \
        \"{YYYY}-{MM}-{DD}T{HH}:{MM}:{SS}Z format, UTC only\". They give a type only where none is \
        stated. A list that is the whole text is one of values below a name such as `format` or `unit`. \
        Some only suggest a type: \"Whether to …\", \"If true, …\", \"Number of pets to \
        return\", \"Default: 20\", and the vaguest of these count only where the name does not say \
        otherwise. A list of values is open: the client can always send and read others. What a \
        sentence calls a date or a time stays text, since services take and send such values in other \
        forms too; in a table it is one. Limits are documentation and refuse nothing.",
    example: "parameters:\n- {in: query, name: sort, description: 'Must be one of: asc, desc'}\n",
    apply,
};

fn apply(draft: &mut Draft, ledger: &mut Ledger) {
    // Large documents say the same of many values.
    let mut read: HashMap<String, Vec<Fact>> = HashMap::new();
    for_each_value(draft, &mut |value| {
        let Some(description) = value.shape.description.winner(ledger).cloned() else {
            return;
        };
        let source = ledger.get(description.evidence).clone();
        let said = if source.rank == Rank::Tabled {
            Rank::Tabled
        } else {
            Rank::Phrased
        };
        let untyped = value.shape.is_untyped();
        let text = description.value.as_str();
        if !read.contains_key(text) {
            read.insert(text.to_owned(), facts(text));
        }
        for fact in &read[text] {
            // A parameter of several values is joined in a way that no sentence tells.
            if value.place.is_some() && fact.says == Says::Type(Type::List) {
                continue;
            }
            // A list with the value's own name is one of fields.
            if matches!(&fact.says, Says::Values(values) if values.iter().any(|one| one == value.name))
            {
                continue;
            }
            // A list that stands alone is one of values where the name chooses between such.
            if fact.is_bare() && !name::chooses(value.name) {
                continue;
            }
            // "0 = no, 1 = yes" may be texts or numbers, which JSON tells apart.
            if value.place.is_none() && untyped && are_numbers(&fact.says) {
                continue;
            }
            // "Include the id of the owner" of `owner_id` asks for one.
            if let Some(ty) = suggested(fact)
                && !name::permits(value.name, ty, fact.is_vague())
            {
                continue;
            }
            // What a sentence calls a date may come and go in other forms too, so that it stays text.
            let spoken = said == Rank::Phrased;
            let words = text.get(fact.range.clone()).unwrap_or_default();
            let because = format!("\"{}\"", words.trim());
            let suggests = fact.implied || matches!(fact.says, Says::Default(_));
            let rank = if suggests { Rank::Convention } else { said };
            let evidence = ledger.add(rank, RULE.name, source.site.clone(), because);
            claim(value.shape, untyped, spoken, &fact.says, evidence);
        }
    });
}

/// Whether all that is listed is numbers.
fn are_numbers(says: &Says) -> bool {
    let number = |value: &String| literal::is_number(value);
    matches!(says, Says::Values(values) if values.iter().all(number))
}

/// The type that a fact suggests rather than states.
fn suggested(fact: &Fact) -> Option<Type> {
    match &fact.says {
        Says::Type(ty) if fact.implied => Some(*ty),
        Says::Default(value) => match literal(value, false)? {
            Literal::Boolean(_) => Some(Type::Boolean),
            Literal::Integer(_) => Some(Type::Integer),
            _ => None,
        },
        _ => None,
    }
}

/// Puts a fact where it belongs; a stated type is never disputed by a phrase. A date that a sentence
/// speaks of stays text.
pub(super) fn claim(
    shape: &mut Shape,
    untyped: bool,
    spoken: bool,
    says: &Says,
    evidence: EvidenceId,
) {
    match says {
        Says::Type(ty) if untyped => shape.kind.claim(kind(*ty), evidence),
        Says::Format(said) if untyped => {
            let (kind, format) = format(*said);
            shape.kind.claim(kind, evidence);
            if let Some(format) = format.filter(|format| !spoken || !format.starts_with("date")) {
                shape.format.claim(Format::from_word(format), evidence);
            }
        }
        // A default shows the type as an example does.
        Says::Default(value) if untyped => {
            let kind = match literal(value, false) {
                Some(Literal::Boolean(_)) => Kind::Boolean,
                Some(Literal::Integer(_)) => Kind::Integer,
                _ => return,
            };
            shape.kind.claim(kind, evidence);
        }
        // Of a list, they are those of its items.
        Says::Values(values) if shape.values.is_empty() => {
            if let Some(items) = &mut shape.items {
                if items.values.is_empty() {
                    items.values.claim(values.clone(), evidence);
                }
                return;
            }
            if untyped {
                shape.kind.claim(Kind::Text, evidence);
            }
            shape.values.claim(values.clone(), evidence);
        }
        Says::MaxLength(count) => shape.limits.claim(Limit::MaxLength(*count), evidence),
        Says::MinLength(count) => shape.limits.claim(Limit::MinLength(*count), evidence),
        Says::Minimum(bound) => shape
            .limits
            .claim(Limit::Minimum(bound.number.clone()), evidence),
        Says::Maximum(bound) => shape
            .limits
            .claim(Limit::Maximum(bound.number.clone()), evidence),
        Says::Utc => shape.limits.claim(Limit::Utc, evidence),
        // "Required" in a sentence stays a sentence: a guess never makes the client refuse a call
        // that the service takes.
        _ => {}
    }
}

fn kind(ty: Type) -> Kind {
    match ty {
        Type::Text => Kind::Text,
        Type::Integer => Kind::Integer,
        Type::Number => Kind::Number,
        Type::Boolean => Kind::Boolean,
        Type::List => Kind::List,
        Type::Object => Kind::Object,
        Type::File => Kind::File,
    }
}

/// The type that has a format, and the word that the specification has for the format.
fn format(said: phrase::Format) -> (Kind, Option<&'static str>) {
    use phrase::Format;
    match said {
        Format::DateTime => (Kind::Text, Some("date-time")),
        Format::Date => (Kind::Text, Some("date")),
        Format::Email => (Kind::Text, Some("email")),
        Format::Uri => (Kind::Text, Some("uri")),
        Format::Uuid => (Kind::Text, Some("uuid")),
        Format::Byte => (Kind::Text, Some("byte")),
        // Times whose offset or precision nobody tells stay text, so that every form can be sent.
        Format::LocalDateTime | Format::Iso8601 | Format::Json => (Kind::Text, None),
        Format::UnixSeconds | Format::UnixMilliseconds | Format::Int64 => {
            (Kind::Integer, Some("int64"))
        }
        Format::Int32 => (Kind::Integer, Some("int32")),
        Format::Float => (Kind::Number, Some("float")),
        Format::Double => (Kind::Number, Some("double")),
        Format::Binary => (Kind::File, None),
    }
}
