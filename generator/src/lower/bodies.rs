//! Bodies that are not of one piece: several parameters with `in: body`, one beside the values of a
//! form, and one that is sent in several parts.

use super::{Lowering, Parameters, codes, form};
use crate::diagnostic::{Diagnostic, quoted};
use crate::draft::evidence::Slot;
use crate::draft::media::MediaKind;
use crate::draft::{Body, Field, ListStyle, Parameter, Place, Shape};
use crate::read::NodeRef;

/// A body, and the name of the parameter that declares it.
pub(crate) type NamedBody = (String, Body);

impl Lowering<'_> {
    /// Makes one body of all that are declared. Beside the values of a form it is one of them, and
    /// several are the parts of one object, each by its name.
    pub(super) fn one_body(&mut self, found: &mut Parameters) {
        let mut bodies = std::mem::take(&mut found.bodies);
        let is_form = |parameter: &Parameter| parameter.place == Place::Form;
        if found.list.iter().any(is_form) {
            for (name, body) in bodies {
                let name = if name.is_empty() {
                    "body".to_owned()
                } else {
                    name
                };
                let label = format!("read as the value {} of the form", quoted(&name));
                self.tell_bodies(
                    "a body stands beside the values of a form",
                    &[&body],
                    &label,
                );
                found.add(in_form(name, body));
            }
        } else if bodies.len() < 2 {
            found.body = bodies.pop().map(|(_, body)| body);
        } else {
            let all: Vec<&Body> = bodies.iter().rev().map(|(_, body)| body).collect();
            let label = "read as a part of one object";
            self.tell_bodies("the operation has several bodies", &all, label);
            found.body = together(bodies);
        }
    }

    fn tell_bodies(&mut self, message: &str, bodies: &[&Body], label: &str) {
        let mut told = Diagnostic::new(&codes::SEVERAL_BODIES, message);
        for body in bodies {
            told = told.at(self.tree.span(self.sources, &body.site), label);
        }
        self.diagnostics.push(told);
    }

    /// Makes values of a form of the parts of a body that can only be sent in several parts.
    pub(crate) fn parts_of_body(&mut self, found: &mut Parameters) {
        let Some(body) = found.body.as_mut().filter(|body| !body.present.is_empty()) else {
            return;
        };
        let media = body.media.claims().iter().flat_map(|claim| &claim.value);
        if media.map(|name| MediaKind::of(name)).min() != Some(MediaKind::Multipart) {
            return;
        }
        let (site, node) = (body.site.clone(), self.tree.view(body.site.node));
        let schema = node.get("schema");
        let parts = schema.map(|schema| form::parts(self, schema, &repeated));
        let parts = parts.unwrap_or_default();
        if parts.is_empty() {
            let message = "a body of several parts does not say which they are".to_owned();
            let label = "sent as it is given";
            return self.diagnose(&codes::UNKNOWN_PARTS, node, message, label);
        }
        if let Some(body) = &mut found.body {
            body.present = Slot::default();
            body.shape = Shape::unknown(site);
        }
        for part in parts {
            found.add(part);
        }
    }
}

/// Several values of one part are several parts.
fn repeated<'t>(
    lowering: &mut Lowering<'t>,
    part: &super::properties::Property<'t>,
) -> Slot<ListStyle> {
    let mut slot = Slot::default();
    let resolved = lowering.followed(part.schema);
    if resolved.is_some_and(|schema: NodeRef<'t>| schema.get("items").is_some()) {
        slot.claim(ListStyle::Multi, lowering.ledger.stated(part.schema.site()));
    }
    slot
}

fn in_form(name: String, body: Body) -> Parameter {
    Parameter {
        site: body.site.clone(),
        name,
        place: Place::Form,
        present: body.present.clone(),
        required: body.required.clone(),
        style: Slot::default(),
        shape: described(body),
    }
}

/// One object of several bodies.
fn together(bodies: Vec<NamedBody>) -> Option<Body> {
    let first = bodies.first().map(|(_, body)| body)?;
    let mut whole = Body {
        site: first.site.clone(),
        present: first.present.clone(),
        required: Slot::default(),
        description: Slot::default(),
        media: Slot::default(),
        shape: Shape::unknown(first.site.clone()),
    };
    for (at, (name, body)) in bodies.into_iter().enumerate() {
        if whole.required.is_empty() {
            whole.required = body.required.clone();
        }
        let name = if name.is_empty() {
            format!("body{at}")
        } else {
            name
        };
        whole.shape.fields.retain(|field| field.name != name);
        whole.shape.fields.push(Field {
            site: body.site.clone(),
            name,
            required: body.required.clone(),
            shape: described(body),
        });
    }
    Some(whole)
}

/// What a body holds, with what is said of it.
fn described(body: Body) -> Shape {
    let mut shape = body.shape;
    if shape.description.is_empty() {
        shape.description = body.description;
    }
    shape
}
