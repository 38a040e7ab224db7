//! What types are used for: what can stand in a URL, what travels which way.

use super::{Shapes, boxes};
use crate::model::types::{Access, Def, Field, Named, Type, Types};

impl Shapes<'_> {
    /// Whether a type can stand in a URL or a header: one value, or a list of them.
    pub(in crate::model::settle) fn is_printable(&self, ty: &Type) -> bool {
        let one = |ty: &Type| match ty {
            Type::Any | Type::File | Type::SecretText | Type::List(_) | Type::Map(_) => false,
            Type::Named(id) => !matches!(self.types[id.0].def, Def::Struct(_) | Def::Union(_)),
            _ => true,
        };
        match ty {
            Type::List(inner) => one(inner),
            ty => one(ty),
        }
    }

    /// Marks what requests hold.
    pub(in crate::model::settle) fn sent(&mut self, ty: &Type) {
        let mut given_back = Vec::new();
        let set = |named: &mut Named| std::mem::replace(&mut named.sent, true);
        self.mark(ty, set, &mut |named, field| {
            if field.access == Access::WriteOnly && named.received {
                given_back.push(field.ty.value.clone());
            }
            field.access != Access::ReadOnly
        });
        // Whoever reads a value of such a type reads what only requests should have, too.
        for ty in given_back {
            self.received(&ty);
        }
    }

    /// Marks what replies hold.
    pub(in crate::model::settle) fn received(&mut self, ty: &Type) {
        let set = |named: &mut Named| std::mem::replace(&mut named.received, true);
        self.mark(ty, set, &mut |named, field| {
            named.sent || field.access != Access::WriteOnly
        });
    }

    /// Marks a type and all that it holds, as far as the fields travel.
    fn mark(
        &mut self,
        ty: &Type,
        set: fn(&mut Named) -> bool,
        travels: &mut dyn FnMut(&Named, &Field) -> bool,
    ) {
        let mut todo = vec![ty.clone()];
        while let Some(ty) = todo.pop() {
            match ty {
                Type::List(inner) | Type::Map(inner) => todo.push(*inner),
                Type::Named(id) if !set(&mut self.types[id.0]) => {
                    let named = &self.types[id.0];
                    match &named.def {
                        Def::Struct(fields) => {
                            let fields = fields.iter().filter(|field| travels(named, field));
                            todo.extend(fields.map(|field| field.ty.value.clone()));
                        }
                        Def::Union(all) => todo.extend(all.iter().map(|one| one.ty.value.clone())),
                        Def::Identifier(_) | Def::Enum(_) => {}
                    }
                }
                _ => {}
            }
        }
    }

    /// The types, with boxes where a type holds itself. The word for a kind is said by fields that can
    /// hold it: a document may declare another type for what tells its kinds apart.
    pub(in crate::model::settle) fn finish(mut self) -> Types {
        for id in 0..self.types.len() {
            let Def::Struct(fields) = &self.types[id].def else {
                continue;
            };
            let words: Vec<bool> = fields
                .iter()
                .map(|field| self.takes_words(&field.ty.value))
                .collect();
            if let Def::Struct(fields) = &mut self.types[id].def {
                for (field, words) in fields.iter_mut().zip(words) {
                    field.preset = field.preset.take().filter(|_| words);
                }
            }
        }
        boxes::put(&mut self.types);
        Types(self.types)
    }

    fn takes_words(&self, ty: &Type) -> bool {
        match ty {
            Type::Any | Type::Text | Type::SecretText => true,
            Type::Named(id) => {
                let named = &self.types[id.0];
                matches!(named.def, Def::Enum(_)) && !named.numbers
            }
            _ => false,
        }
    }
}
