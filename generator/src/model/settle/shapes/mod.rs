//! From shapes to types: what is one type, what is named, what needs a box.

mod boxes;
mod holds;
mod shared;
mod union;
mod usage;

use std::collections::BTreeMap;

pub(super) use holds::Holds;

use super::known;
use crate::draft::evidence::{EvidenceId, Ledger, Rank, Slot};
use crate::draft::{Draft, Format, Kind, Shape, Tag, WholeField};
use crate::model::types::{Access, Def, Field, Named, Type, TypeId, Width};
use crate::model::{Known, Notes};

/// The way to a shape: its place on the wire, and the fields that lead to it from there.
#[derive(Clone, Debug)]
pub(super) struct Way {
    place: Vec<String>,
    inner: Vec<String>,
}

impl Way {
    /// The way to a value that stands in the document itself.
    pub(super) fn to<'a>(place: impl IntoIterator<Item = &'a str>) -> Self {
        Self {
            place: place.into_iter().map(str::to_owned).collect(),
            inner: Vec::new(),
        }
    }

    /// The way to a field of it.
    pub(super) fn field(&self, field: &str) -> Self {
        Self {
            place: [self.place.as_slice(), &[field.to_owned()]].concat(),
            inner: [self.inner.as_slice(), &[field.to_owned()]].concat(),
        }
    }

    /// Whether it leads to what travels as text, whatever its type.
    fn is_text(&self) -> bool {
        self.place.first().is_some_and(|kind| kind == "parameter")
    }

    /// The name on the wire of what it leads to.
    fn last(&self) -> &str {
        self.place.last().map_or("", String::as_str)
    }
}

/// Settles shapes and collects the types that have names.
pub(super) struct Shapes<'d> {
    draft: &'d Draft,
    pub(super) ledger: &'d mut Ledger,
    types: Vec<Named>,
    /// Concepts by their words, enums by name and values.
    shared: BTreeMap<(String, Vec<String>), TypeId>,
    definitions: BTreeMap<usize, State>,
    /// Objects without a definition, by their place.
    inline: BTreeMap<Vec<String>, TypeId>,
}

/// How far a definition is.
enum State {
    /// Being settled: meeting it again means that it contains itself.
    Open,
    Done(Known<Type>),
}

impl<'d> Shapes<'d> {
    pub(super) fn new(draft: &'d Draft, ledger: &'d mut Ledger) -> Self {
        Self {
            draft,
            ledger,
            types: Vec::new(),
            shared: BTreeMap::new(),
            definitions: BTreeMap::new(),
            inline: BTreeMap::new(),
        }
    }

    /// The type of a shape; `unknown` where nothing tells it.
    pub(super) fn settle(&mut self, shape: &Shape, way: &Way, unknown: Type) -> Known<Type> {
        if let Some(target) = shape.target() {
            return self.definition(target);
        }
        if let Some(concept) = shape.identifies.winner(self.ledger).cloned() {
            let ty = self.identifier(&concept.value, way.last(), concept.evidence);
            self.choose(ty, shape);
            return Known {
                value: Type::Named(ty),
                evidence: concept.evidence,
            };
        }
        let kind = shape.kind.winner(self.ledger).cloned();
        let evidence = match &kind {
            Some(claim) => claim.evidence,
            None => self.ledger.stated(shape.site.clone()),
        };
        let value = match kind.map(|claim| claim.value) {
            None | Some(Kind::Text) if way.is_text() && is_truth(shape) => Type::Boolean,
            None | Some(Kind::Text) if !shape.values.is_empty() => {
                self.open_enum(shape, way, evidence)
            }
            // What travels as text has no types that could differ.
            Some(Kind::Any) if !shape.values.is_empty() && way.is_text() => {
                self.open_enum(shape, way, evidence)
            }
            Some(Kind::Integer) if are_named(shape) => self.open_enum(shape, way, evidence),
            Some(Kind::Text) => self.text(shape),
            Some(Kind::Integer) => self.integer(shape),
            Some(Kind::Number) => Type::Number,
            Some(Kind::Boolean) => Type::Boolean,
            Some(Kind::Any) => self.union(shape, way, evidence),
            Some(Kind::File) => Type::Any,
            Some(Kind::List) => self.list(shape, way, unknown),
            Some(Kind::Object) => self.object(shape, way, evidence),
            None if shape.items.is_some() => self.list(shape, way, unknown),
            None if has_parts(shape) => self.object(shape, way, evidence),
            None => unknown,
        };
        Known { value, evidence }
    }

    fn definition(&mut self, number: usize) -> Known<Type> {
        let Some(number) = self.draft.behind(number) else {
            let site = self.draft.definitions[number].shape.site.clone();
            return Known {
                value: Type::Any,
                evidence: self.ledger.stated(site),
            };
        };
        match self.definitions.get(&number) {
            Some(State::Done(ty)) => return ty.clone(),
            Some(State::Open) => {
                // An alias of itself; what it is, nobody says.
                let site = self.draft.definitions[number].shape.site.clone();
                return Known {
                    value: Type::Any,
                    evidence: self.ledger.stated(site),
                };
            }
            None => {}
        }
        self.definitions.insert(number, State::Open);
        let draft = self.draft;
        let definition = &draft.definitions[number];
        let of = if definition.any { "any" } else { "definition" };
        let way = Way::to([of, &definition.name]);
        let shape = &definition.shape;
        let is_object = matches!(shape.kind.value(self.ledger), None | Some(Kind::Object));
        let fields = self.fields(shape);
        let ty = if is_object && !fields.is_empty() {
            // The type must have its number before its fields, which may lead back to it.
            let evidence = self.ledger.stated(shape.site.clone());
            let id = self.reserve(&way, shape, evidence);
            let ty = Known {
                value: Type::Named(id),
                evidence,
            };
            self.definitions.insert(number, State::Done(ty.clone()));
            self.fill(id, &fields, &way, definition.tag.as_ref());
            ty
        } else if let Some(union) = self.tellable(shape) {
            let evidence = self.ledger.stated(shape.site.clone());
            let id = self.reserve(&way, shape, evidence);
            let ty = Known {
                value: Type::Named(id),
                evidence,
            };
            self.definitions.insert(number, State::Done(ty.clone()));
            self.fill_union(id, union, &way);
            ty
        } else {
            self.settle(shape, &way, Type::Any)
        };
        self.definitions.insert(number, State::Done(ty.clone()));
        ty
    }

    fn integer(&self, shape: &Shape) -> Type {
        Type::Integer(match shape.format.value(self.ledger) {
            Some(Format::Int32) => Width::Bits32,
            Some(Format::UnsignedInt64) => Width::Unsigned64,
            _ => Width::Bits64,
        })
    }

    /// Whether the document or a person says so, and not words of a description.
    fn is_certain<T>(&self, slot: &Slot<T>) -> bool {
        slot.winner(self.ledger)
            .is_some_and(|claim| self.ledger.rank(claim.evidence) >= Rank::Stated)
    }

    fn text(&self, shape: &Shape) -> Type {
        match shape.format.value(self.ledger) {
            Some(Format::DateTime) => Type::Timestamp,
            Some(Format::Date) => Type::Date,
            // In words alone it stays text: who has base64 already would encode it a second time.
            Some(Format::Byte) if self.is_certain(&shape.format) => Type::Base64,
            Some(Format::Password) => Type::SecretText,
            _ => Type::Text,
        }
    }

    fn list(&mut self, shape: &Shape, way: &Way, unknown: Type) -> Type {
        let item = match &shape.items {
            Some(items) => self.settle(items, way, unknown).value,
            None => unknown,
        };
        item.inside(Type::List)
    }

    fn object(&mut self, shape: &Shape, way: &Way, evidence: EvidenceId) -> Type {
        let whole = self.draft.whole(shape, self.ledger);
        let fields = whole.fields;
        if fields.is_empty() {
            if let Some(entries) = whole.entries {
                return self.settle(entries, way, Type::Any).value.inside(Type::Map);
            }
            // Several that are no objects: the one that says what it is says it for all.
            let is_told = |part: &&Shape| self.draft.kind(part, self.ledger).is_some();
            return match shape.parts.iter().find(is_told) {
                Some(part) => self.settle(part, way, Type::Any).value,
                None => Type::Any,
            };
        }
        // What is inherited is one type, however many inherit it, and may lead back to itself.
        if let Some(&id) = self.inline.get(&way.place) {
            return Type::Named(id);
        }
        let id = self.reserve(way, shape, evidence);
        self.inline.insert(way.place.clone(), id);
        self.fill(id, &fields, way, None);
        Type::Named(id)
    }

    /// The fields of an object and of all that it is at once.
    fn fields<'s>(&self, shape: &'s Shape) -> Vec<WholeField<'s>>
    where
        'd: 's,
    {
        let draft: &'s Draft = self.draft;
        draft.whole(shape, self.ledger).fields
    }

    fn reserve(&mut self, way: &Way, shape: &Shape, evidence: EvidenceId) -> TypeId {
        let description = known(&shape.description, self.ledger);
        let id = self.add(way.clone(), Def::Struct(Vec::new()), description, evidence);
        self.choose(id, shape);
        id
    }

    /// Notes the name that a person wants a type to have; the first of several counts.
    fn choose(&mut self, id: TypeId, shape: &Shape) {
        let chosen = known(&shape.type_name, self.ledger);
        let named = &mut self.types[id.0];
        named.chosen = named.chosen.take().or(chosen);
    }

    fn fill(&mut self, id: TypeId, fields: &[WholeField<'_>], way: &Way, tag: Option<&Tag>) {
        let draft = self.draft;
        let settled = fields
            .iter()
            .map(|whole| {
                let field = whole.field;
                let owner = whole
                    .from
                    .map(|from| Way::to(["definition", &draft.definitions[from].name]));
                let way = owner.as_ref().unwrap_or(way).field(&field.name);
                let preset = tag
                    .filter(|tag| tag.field == field.name)
                    .map(|tag| tag.value.clone());
                Field {
                    wire: field.name.clone(),
                    name: String::new(),
                    chosen: known(&field.shape.name, self.ledger),
                    required: whole.required,
                    nullable: self.draft.is_nullable(&field.shape, self.ledger),
                    // What tells of which kind an object is has to be sent.
                    access: if preset.is_some() {
                        Access::Both
                    } else {
                        self.access(&field.shape)
                    },
                    preset,
                    ty: self.field(whole, &way),
                    boxed: false,
                    notes: self.notes(&field.shape, &whole.told.shape),
                }
            })
            .collect();
        self.types[id.0].def = Def::Struct(settled);
    }

    fn access(&self, shape: &Shape) -> Access {
        match (
            shape.read_only.is_true(self.ledger),
            shape.write_only.is_true(self.ledger),
        ) {
            (true, false) => Access::ReadOnly,
            (false, true) => Access::WriteOnly,
            _ => Access::Both,
        }
    }

    /// The type of a field; any JSON where the parts of its object contradict each other.
    fn field(&mut self, whole: &WholeField<'_>, way: &Way) -> Known<Type> {
        if whole.contradicts.is_some() {
            return Known {
                value: Type::Any,
                evidence: self.ledger.stated(whole.field.site.clone()),
            };
        }
        self.settle(&whole.field.shape, way, Type::Any)
    }

    fn add(
        &mut self,
        way: Way,
        def: Def,
        description: Option<Known<String>>,
        evidence: EvidenceId,
    ) -> TypeId {
        let id = TypeId(self.types.len());
        self.types.push(Named {
            name: String::new(),
            chosen: None,
            place: way.place,
            inner: way.inner,
            other_places: Vec::new(),
            description,
            def,
            evidence,
            sent: false,
            received: false,
            numbers: false,
            hint: None,
        });
        id
    }

    /// What documentation tells of a shape besides its type, in the words of another where that has
    /// some.
    pub(super) fn notes(&self, shape: &Shape, told: &Shape) -> Notes {
        let stated = shape.limits.claims().iter().map(|claim| Known {
            value: claim.value.to_string(),
            evidence: claim.evidence,
        });
        let mut limits: Vec<Known<String>> = stated.collect();
        // Values that are no type: those of numbers, and of what may be anything.
        let is_listed = !matches!(shape.kind.value(self.ledger), None | Some(Kind::Text));
        if let Some(claim) = shape.values.winner(self.ledger)
            && is_listed
            && !are_named(shape)
        {
            let mut values: Vec<&str> = Vec::new();
            for value in &claim.value {
                if !values.contains(&value.as_str()) {
                    values.push(value);
                }
            }
            limits.push(Known {
                value: format!("one of `{}`", values.join("`, `")),
                evidence: claim.evidence,
            });
        }
        if let Some(claim) = shape.format.winner(self.ledger)
            && let Format::Other(word) = &claim.value
        {
            limits.push(Known {
                value: format!("format `{word}`"),
                evidence: claim.evidence,
            });
        }
        let examples = shape.examples.claims().iter().map(|claim| Known {
            value: claim.value.clone(),
            evidence: claim.evidence,
        });
        Notes {
            description: known(&told.description, self.ledger)
                .filter(|text| !text.trim().is_empty()),
            limits,
            examples: examples.collect(),
            default: known(&shape.default, self.ledger),
            deprecated: known(&shape.deprecated, self.ledger).filter(|is| is.value),
        }
    }
}

/// Whether all values of a shape are whole numbers and have names.
fn are_named(shape: &Shape) -> bool {
    let mut values = shape.values.claims().iter().flat_map(|c| &c.value);
    let named = |value: &String| {
        let mut labels = shape.labels.iter();
        value
            .parse::<i64>()
            .is_ok_and(|number| number.to_string() == *value)
            && labels.any(|label| label.wire == *value && label.name.is_some())
    };
    !shape.values.is_empty() && values.all(named)
}

/// Whether the values of a shape are "true" and "false", which in what travels as text are a yes or no.
fn is_truth(shape: &Shape) -> bool {
    let listed = || shape.values.claims().iter().flat_map(|c| &c.value);
    let has = |word: &str| listed().any(|value| value == word);
    has("true") && has("false") && listed().all(|value| value == "true" || value == "false")
}

fn has_parts(shape: &Shape) -> bool {
    !shape.fields.is_empty() || shape.entries.is_some() || !shape.parts.is_empty()
}
