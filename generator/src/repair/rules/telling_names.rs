use super::prelude::*;
use crate::repair::text::name;
use crate::repair::text::phrase::Type;

/// What nearly everyone means by a name.
pub(crate) static RULE: Rule = Rule {
    name: "telling-names",
    explanation: "A parameter of the query, of a form or of a header that has no type, and is named as \
        nearly everyone names them, is a whole number (`limit`, `page_size`, `timeout_seconds`), a number \
        (`latitude`), or a yes or no (`include_deleted`, `watch`, or one of which the words say \"only\" or \
        \"=true\"), unless a word about it belongs to something else (a token, a list, an id). A name that \
        asks for a state (`is_active`) needs words beside it, since many services take 1 and 0 there. \
        Nothing is read into other names, since a wrong type would keep valid values from being sent.",
    example: "parameters:\n- {in: query, name: limit}\n- {in: query, name: include_deleted}\n",
    apply,
};

fn apply(draft: &mut Draft, ledger: &mut Ledger) {
    for parameter in draft.operations.iter_mut().flat_map(|o| &mut o.parameters) {
        let free = matches!(parameter.place, Place::Query | Place::Header | Place::Form);
        if !free || !parameter.shape.is_untyped() {
            continue;
        }
        let text = parameter.shape.description.value(ledger);
        let kind = match name::suggested(&parameter.name, text.map_or("", String::as_str)) {
            Some(Type::Integer) => Kind::Integer,
            Some(Type::Number) => Kind::Number,
            Some(Type::Boolean) => Kind::Boolean,
            _ => continue,
        };
        let because = format!("this is what `{}` usually is", parameter.name);
        let site = parameter.site.clone();
        let evidence = ledger.add(Rank::Convention, RULE.name, site, because);
        parameter.shape.kind.claim(kind, evidence);
    }
}
