//! Where in the client something shows: the paths of the items that a change of it can be seen in.

use std::collections::HashMap;

use super::{Side, Walk};
use crate::diff::kinds::Way;
use crate::diff::types::Touches;
use crate::model::{Answer, Api, Def, Group, Operation, Type, TypeId};

/// What the client says of the service as a whole.
pub(super) fn root() -> Touches {
    let items = [
        "AUTHORIZE_URL",
        "BASE_URL",
        "Client::new",
        "SCOPES",
        "TOKEN_URL",
    ];
    Touches {
        items: items.map(str::to_owned).to_vec(),
        ..Touches::default()
    }
}

/// The group of each operation.
pub(super) fn groups(api: &Api) -> HashMap<&str, &Group> {
    let operations = api.groups.iter().flat_map(|group| {
        let operations = group.operations.iter();
        operations.map(move |operation| (operation.key.as_str(), group))
    });
    operations.collect()
}

impl Side<'_> {
    /// The items of a call.
    pub(super) fn call(&self, operation: &Operation) -> Touches {
        let Some(group) = self.groups.get(operation.key.as_str()) else {
            return Touches::default();
        };
        let (module, name) = (&group.module, &operation.type_name);
        Touches {
            items: Vec::new(),
            shared: vec![
                format!("{module}::{}", group.type_name),
                format!("Client::{module}"),
                module.clone(),
            ],
            whole: vec![
                format!("{module}::{name}"),
                format!("{module}::{name}Args"),
                method(group, operation),
            ],
        }
    }

    fn type_path(&self, id: TypeId) -> String {
        format!("types::{}", self.api.types.get(id).name)
    }
}

fn method(group: &Group, operation: &Operation) -> String {
    format!("{}::{}::{}", group.module, group.type_name, operation.name)
}

impl Walk<'_> {
    /// All of an operation.
    pub(super) fn touch_operation(&mut self, old: &Operation, new: &Operation) {
        let mut touches = self.old.call(old);
        let more = self.new.call(new);
        touches.shared.extend(more.shared);
        touches.whole.extend(more.whole);
        self.touches = touches;
    }

    /// Values of an operation, by their names.
    pub(super) fn touch_values(&mut self, old: &Operation, new: &Operation, names: &[&str]) {
        self.touches = Touches::default();
        for (side, operation) in [(&self.old, old), (&self.new, new)] {
            let Some(group) = side.groups.get(operation.key.as_str()) else {
                continue;
            };
            let request = format!("{}::{}", group.module, operation.type_name);
            let arguments = format!("{request}Args");
            for name in names {
                self.touches.items.push(format!("{request}::{name}"));
                self.touches.items.push(format!("{arguments}::{name}"));
            }
            self.touches.shared.push(method(group, operation));
            self.touches.shared.push(arguments);
        }
    }

    /// What calls give.
    pub(super) fn touch_replies(&mut self, old: &Operation, new: &Operation) {
        let mut items = Vec::new();
        for (side, operation) in [(&self.old, old), (&self.new, new)] {
            if let Some(group) = side.groups.get(operation.key.as_str()) {
                items.push(format!("{}::{}::Output", group.module, operation.type_name));
            }
        }
        self.touches = Touches {
            items,
            ..Touches::default()
        };
    }

    /// What a reply holds that only one version has.
    pub(super) fn touch_answer(&mut self, is_new: bool, answer: &Answer) {
        let side = if is_new { &self.new } else { &self.old };
        if let Some(Type::Named(id)) = answer.holds.as_ref().map(|holds| &holds.value) {
            let path = side.type_path(*id);
            self.touches.whole.push(path);
        }
    }

    /// A pair of types as such.
    pub(super) fn touch_types(&mut self, types: (TypeId, TypeId)) {
        let whole = vec![self.old.type_path(types.0), self.new.type_path(types.1)];
        self.touches = Touches {
            whole,
            ..Touches::default()
        };
    }

    /// Fields of a pair of types, by their names.
    pub(super) fn touch_fields(&mut self, way: Way, types: (TypeId, TypeId), names: &[&str]) {
        self.touches = Touches::default();
        for path in [self.old.type_path(types.0), self.new.type_path(types.1)] {
            let Touches { items, shared, .. } = &mut self.touches;
            items.extend(names.iter().map(|name| format!("{path}::{name}")));
            // What comes is not made by programs.
            if way == Way::Request {
                for name in names {
                    items.push(format!("{path}::null_{name}"));
                    items.push(format!("{path}Args::{name}"));
                }
                shared.push(format!("{path}::new"));
                shared.push(format!("{path}Args"));
            }
            shared.push(path);
        }
    }

    /// Some variants of an enum, by their values, where it is the same type to programs; gives back what was
    /// touched before.
    pub(super) fn touch_variants(&mut self, old: &Type, new: &Type, values: &[String]) -> Touches {
        let before = self.touches.clone();
        let (Type::Named(old), Type::Named(new)) = (old, new) else {
            return before;
        };
        let path = self.new.type_path(*new);
        if self.old.type_path(*old) != path {
            return before;
        }
        let mut items = Vec::new();
        for (api, id) in [(self.old.api, *old), (self.new.api, *new)] {
            if let Def::Enum(variants) = &api.types.get(id).def {
                let touched = variants.iter().filter(|one| values.contains(&one.wire));
                items.extend(touched.map(|one| format!("{path}::{}", one.name)));
            }
        }
        self.touches = Touches {
            items,
            shared: vec![path],
            ..Touches::default()
        };
        before
    }

    /// The types of a value that have no parts of their own; gives back what was touched before.
    pub(super) fn touch_value(&mut self, old: &Type, new: &Type) -> Touches {
        let before = self.touches.clone();
        for (side, ty) in [(&self.old, old), (&self.new, new)] {
            if let Type::Named(id) = ty
                && !matches!(side.api.types.get(*id).def, Def::Struct(_))
            {
                let path = side.type_path(*id);
                self.touches.whole.push(path);
            }
        }
        before
    }
}
