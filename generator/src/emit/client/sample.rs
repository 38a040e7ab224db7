//! Calls as a person would write them, for documentation. They are compiled as doctests.

use std::collections::BTreeSet;

use super::arguments::{Argument, Arguments};
use crate::emit::Settings;
use crate::model::{Access, Api, Def, Field, Group, Notes, Operation, Type, TypeId};

/// A sample call, and the names it needs in scope: paths below the crate.
pub(super) struct Sample {
    /// `groups().organizers(GroupKey::from(1234))`
    pub(super) call: String,
    /// `types::GroupKey`
    pub(super) imports: BTreeSet<String>,
}

impl Sample {
    /// The call with what it needs, and with one optional value to show how the others are set.
    pub(super) fn of(api: &Api, group: &Group, operation: &Operation) -> Self {
        let bare = Self::bare(api, group, operation);
        let optional = Argument::all(operation).filter(|value| !value.is_required());
        let samples: Vec<Self> = optional
            .map(|value| {
                let mut sampler = Sampler::new(api);
                let argument = sampler.argument(&value);
                sampler.imports.extend(bare.imports.iter().cloned());
                Self {
                    call: format!("{}.{}({argument})", bare.call, value.name()),
                    imports: sampler.imports,
                }
            })
            .collect();
        // One that can be sent says more than one that has to be filled in.
        let dots = |call: &str| call.matches('…').count();
        let best = samples.into_iter().min_by_key(|sample| dots(&sample.call));
        best.unwrap_or(bare)
    }

    /// The call with what it needs.
    pub(super) fn bare(api: &Api, group: &Group, operation: &Operation) -> Self {
        let mut sampler = Sampler::new(api);
        Self {
            call: sampler.call(group, operation),
            imports: sampler.imports,
        }
    }

    /// Whether every value of it is shown.
    pub(super) fn is_whole(&self) -> bool {
        !self.call.contains(NOT_SHOWN)
    }

    /// The line that brings the names into scope, with `more`; nothing where there are none.
    pub(super) fn uses(&self, name: &str, more: &[&str]) -> String {
        let types: Vec<_> = self
            .imports
            .iter()
            .filter_map(|path| path.strip_prefix("types::"))
            .collect();
        let mut paths: Vec<String> = more.iter().map(|path| (*path).to_owned()).collect();
        paths.extend(
            self.imports
                .iter()
                .filter(|path| !path.starts_with("types::"))
                .cloned(),
        );
        match types.as_slice() {
            [] => {}
            [one] => paths.push(format!("types::{one}")),
            many => paths.push(format!("types::{{{}}}", many.join(", "))),
        }
        match paths.as_slice() {
            [] => String::new(),
            [one] => format!("use {name}::{one};\n"),
            many => format!("use {name}::{{{}}};\n", many.join(", ")),
        }
    }
}

/// A code block for the docs of a method: its attributes and its lines.
pub(super) fn block(
    api: &Api,
    group: &Group,
    operation: &Operation,
    settings: &Settings,
) -> (String, Vec<String>) {
    let sample = Sample::of(api, group, operation);
    let name = settings.crate_ident();
    let uses = sample.uses(&name, &[]);
    let mut lines = vec![format!(
        "# async fn example(client: {name}::Client) -> Result<(), {name}::Error> {{"
    )];
    lines.extend(uses.lines().map(str::to_owned));
    if !uses.is_empty() {
        lines.push(String::new());
    }
    lines.extend(statements(&format!(
        "let reply = client.{}.await?;",
        sample.call
    )));
    lines.push("# Ok(())".to_owned());
    lines.push("# }".to_owned());
    ("no_run".to_owned(), lines)
}

/// Statements with the line breaks that a formatter gives them.
pub(super) fn statements(code: &str) -> Vec<String> {
    // What can't be parsed is shown as it is; the doctest will tell.
    let Ok(file) = syn::parse_str(&format!("fn example() {{ {code} }}")) else {
        return vec![code.to_owned()];
    };
    let text = prettyplease::unparse(&file);
    let lines: Vec<_> = text.lines().collect();
    let body = lines
        .get(1..lines.len().saturating_sub(1))
        .unwrap_or_default();
    body.iter()
        .map(|line| line.strip_prefix("    ").unwrap_or(line).to_owned())
        .collect()
}

/// So many structs inside each other are shown; what is deeper is left to the reader.
const DEPTH: usize = 4;

/// What stands for a value that is not shown.
const NOT_SHOWN: &str = "todo!()";

struct Sampler<'a> {
    api: &'a Api,
    imports: BTreeSet<String>,
    /// The structs that are being written, from the outside in.
    open: Vec<TypeId>,
}

impl<'a> Sampler<'a> {
    fn new(api: &'a Api) -> Self {
        Self {
            api,
            imports: BTreeSet::new(),
            open: Vec::new(),
        }
    }

    /// The call without client and `await`.
    fn call(&mut self, group: &Group, operation: &Operation) -> String {
        let arguments = match Arguments::of(self.api, operation) {
            Arguments::Positional(values) => {
                let values: Vec<_> = values.iter().map(|value| self.argument(value)).collect();
                values.join(", ")
            }
            Arguments::Literal(values) => {
                self.imports.insert(group.module.clone());
                let fields: Vec<_> = values
                    .iter()
                    .map(|value| format!("{}: {}", value.name(), self.member(value)))
                    .collect();
                let literal = format!("{}::{}Args", group.module, operation.type_name);
                format!("{literal} {{ {} }}", fields.join(", "))
            }
        };
        format!("{}().{}({arguments})", group.module, operation.name)
    }

    /// A value as an argument takes it.
    fn argument(&mut self, value: &Argument<'_>) -> String {
        if value.is_raw() {
            return "\"…\"".to_owned();
        }
        self.given(value.ty(), value.notes(), value.wire())
    }

    /// A value as the field of a literal holds it.
    fn member(&mut self, value: &Argument<'_>) -> String {
        if value.is_raw() {
            return "\"…\".into()".to_owned();
        }
        self.held(value.ty(), value.notes(), value.wire())
    }

    /// A value where text turns into what is wanted.
    fn given(&mut self, ty: &Type, notes: Option<&Notes>, wire: &str) -> String {
        match ty {
            Type::Text | Type::Any => text(notes, wire),
            Type::SecretText => "\"…\"".to_owned(),
            Type::List(inner) if !matches!(**inner, Type::List(_)) => {
                format!("[{}]", shown(self.given(inner, None, wire)))
            }
            // Who sets it by itself wants it.
            Type::Boolean => boolean(notes, true),
            ty => self.held(ty, notes, wire),
        }
    }

    /// A value as it is.
    fn held(&mut self, ty: &Type, notes: Option<&Notes>, wire: &str) -> String {
        match ty {
            Type::Any | Type::Text => format!("{}.into()", text(notes, wire)),
            Type::Boolean => boolean(notes, false),
            Type::Integer(_) => "1".to_owned(),
            Type::Number => "1.0".to_owned(),
            Type::Base64 => {
                self.imports.insert("Base64".to_owned());
                "Base64::from(b\"bytes\".as_slice())".to_owned()
            }
            Type::SecretText => "\"…\".into()".to_owned(),
            Type::Timestamp => {
                self.imports.insert("Timestamp".to_owned());
                time(Moment::of(wire), !self.open.is_empty()).to_owned()
            }
            Type::File => {
                self.imports.insert("Upload".to_owned());
                "Upload::new(\"…\").name(\"…\")".to_owned()
            }
            Type::Date => {
                self.imports.insert("Date".to_owned());
                let day = if Moment::of(wire) == Moment::End {
                    17
                } else {
                    10
                };
                format!("Date::new(2024, 4, {day}).expect(\"a day\")")
            }
            Type::List(inner) => format!("vec![{}]", shown(self.held(inner, None, wire))),
            Type::Map(_) => "Default::default()".to_owned(),
            Type::Named(id) => self.named(*id, notes),
        }
    }

    fn named(&mut self, id: TypeId, notes: Option<&Notes>) -> String {
        let api = self.api;
        let named = api.types.get(id);
        let name = &named.name;
        if self.open.contains(&id) || self.open.len() == DEPTH {
            return NOT_SHOWN.to_owned();
        }
        self.imports.insert(format!("types::{name}"));
        match &named.def {
            Def::Identifier(_) => format!("{name}::from({})", identifier(notes)),
            Def::Enum(variants) => match variants.first() {
                Some(variant) => format!("{name}::{}", variant.name),
                None if named.numbers => format!("{name}::from(1)"),
                None => format!("{name}::from(\"…\")"),
            },
            Def::Union(alternatives) => {
                self.open.push(id);
                let text = match alternatives.first() {
                    Some(one) => {
                        let value = self.held(&one.ty, None, &one.label);
                        format!("{name}::{}({value})", one.name)
                    }
                    None => NOT_SHOWN.to_owned(),
                };
                self.open.pop();
                text
            }
            Def::Struct(fields) => {
                self.open.push(id);
                let required: Vec<&Field> =
                    fields.iter().filter(|field| field.is_asked()).collect();
                let arguments = match required.as_slice() {
                    [] => String::new(),
                    [field] if field.nullable => {
                        let value = self.held(&field.ty, Some(&field.notes), &field.wire);
                        format!("Some({value})")
                    }
                    [field] => self.given(&field.ty, Some(&field.notes), &field.wire),
                    many => {
                        self.imports.insert(format!("types::{name}Args"));
                        let fields: Vec<_> = many
                            .iter()
                            .map(|field| {
                                let value = self.held(&field.ty, Some(&field.notes), &field.wire);
                                if field.nullable {
                                    return format!("{}: Some({value})", field.name);
                                }
                                format!("{}: {value}", field.name)
                            })
                            .collect();
                        format!("{name}Args {{ {} }}", fields.join(", "))
                    }
                };
                self.open.pop();
                let mut text = format!("{name}::new({arguments})");
                // One setter shows how the others work; text is the shortest.
                let shown = fields.iter().find(|f| {
                    !f.required && f.access != Access::ReadOnly && f.ty.value == Type::Text
                });
                if let Some(field) = shown {
                    text.push_str(&format!(
                        ".{}({})",
                        field.name,
                        self::text(Some(&field.notes), &field.wire)
                    ));
                }
                text
            }
        }
    }
}

/// What a time says of a range.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Moment {
    Begin,
    End,
    Any,
}

impl Moment {
    /// By the name of the value.
    fn of(wire: &str) -> Self {
        let name = wire.to_lowercase();
        let has_one_of = |words: &[&str]| words.iter().any(|word| name.contains(word));
        if has_one_of(&["start", "begin", "from", "since", "after"]) {
            Self::Begin
        } else if has_one_of(&["end", "until", "before", "expir"]) || name.ends_with("to") {
            Self::End
        } else {
            Self::Any
        }
    }
}

/// A time that fits: what is asked for lies behind, what is sent to be kept lies ahead.
fn time(moment: Moment, is_kept: bool) -> &'static str {
    match (moment, is_kept) {
        (Moment::Begin, false) => {
            "Timestamp::now() - std::time::Duration::from_secs(7 * 24 * 60 * 60)"
        }
        (Moment::End, true) => "Timestamp::now() + std::time::Duration::from_secs(60 * 60)",
        _ => "Timestamp::now()",
    }
}

/// The first example of the document.
fn example(notes: Option<&Notes>) -> Option<&serde_json::Value> {
    Some(&notes?.examples.first()?.value)
}

fn boolean(notes: Option<&Notes>, otherwise: bool) -> String {
    let example = example(notes).and_then(serde_json::Value::as_bool);
    example.unwrap_or(otherwise).to_string()
}

/// What names a thing: text, unless the document shows a number.
fn identifier(notes: Option<&Notes>) -> String {
    match example(notes).map(|example| (example.as_i64(), example.as_str())) {
        Some((Some(number), _)) if i32::try_from(number).is_ok() => number.to_string(),
        Some((Some(number), _)) => format!("{number}_i64"),
        Some((_, Some(text))) if is_short(text) && is_plain(text) => format!("{text:?}"),
        _ => "\"1234\"".to_owned(),
    }
}

/// Whether a text can stand in any place of a URL.
fn is_plain(text: &str) -> bool {
    !text.is_empty() && text.chars().all(|c| c.is_ascii_alphanumeric() || c == '-')
}

fn is_short(text: &str) -> bool {
    text.chars().count() <= 40
}

/// An item of a list; a list of what is not shown is empty.
fn shown(item: String) -> String {
    if item == NOT_SHOWN {
        String::new()
    } else {
        item
    }
}

/// A text: the example of the document, or one that fits the name.
fn text(notes: Option<&Notes>, wire: &str) -> String {
    match example(notes).and_then(serde_json::Value::as_str) {
        Some(example) if is_short(example) => format!("{example:?}"),
        _ if wire.to_lowercase().contains("email") => "\"ada@example.com\"".to_owned(),
        _ => "\"…\"".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::{Moment, time};

    #[test]
    fn a_range_begins_before_it_ends() {
        for (begin, end) in [
            ("startDate", "endDate"),
            ("from", "to"),
            ("created_after", "created_before"),
            ("since", "until"),
            ("validFrom", "validTo"),
        ] {
            assert!(Moment::of(begin) == Moment::Begin, "{begin}");
            assert!(Moment::of(end) == Moment::End, "{end}");
        }
        assert!(Moment::of("createdAt") == Moment::Any);
        for is_kept in [false, true] {
            let (begin, end) = (time(Moment::Begin, is_kept), time(Moment::End, is_kept));
            assert_ne!(begin, end);
        }
    }
}
