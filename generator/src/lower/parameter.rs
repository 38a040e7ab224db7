//! The Parameter Object: path, query, header, form and body.

use super::extension::Names;
use super::template::Template;
use super::{Lowering, codes};
use crate::diagnostic::Diagnostic;
use crate::draft::evidence::{Rank, Slot};
use crate::draft::{Body, ListStyle, Parameter, Place, Shape};
use crate::overlay::extensions;
use crate::read::NodeRef;

/// The parameters of an operation or a path, the body apart.
#[derive(Default)]
pub(crate) struct Parameters {
    pub(crate) parameters: Vec<Parameter>,
    pub(crate) body: Option<Body>,
}

impl Parameters {
    /// Adds one. The last of several with one name and place counts, as with repeated keys.
    pub(crate) fn add(&mut self, parameter: Parameter) {
        self.parameters
            .retain(|p| p.name != parameter.name || p.place != parameter.place);
        self.parameters.push(parameter);
    }
}

/// What `in` says.
enum In {
    Place(Place),
    Body,
}

impl<'t> Lowering<'t> {
    /// Reads the `parameters` of an operation or of a path item.
    pub(super) fn parameters(&mut self, path: &str, owner: NodeRef<'t>) -> Parameters {
        let mut found = Parameters::default();
        let Some(list) = owner.get("parameters").filter(|list| !list.is_null()) else {
            return found;
        };
        // Some documents have a mapping from names to parameters here; its values are read alike.
        let nodes: Vec<_> = if list.is_map() {
            let message = "a mapping stands where a list of parameters belongs";
            self.diagnose(
                &codes::WRONG_TYPE,
                list,
                message.to_owned(),
                "its values are read",
            );
            list.entries().map(|(_, node)| node).collect()
        } else {
            if !list.is_list() {
                self.wrong_type(list, "a list of parameters");
            }
            list.items().collect()
        };
        for node in nodes {
            self.parameter(path, node, &mut found);
        }
        found
    }

    fn parameter(&mut self, path: &str, node: NodeRef<'t>, found: &mut Parameters) {
        if !node.is_map() {
            self.wrong_type(node, "a parameter");
            return self.omit(node, "a parameter", "it is no mapping");
        }
        let Some(node) = self.resolve(node) else {
            return self.omit(node, "a parameter", "its reference leads nowhere");
        };
        let name = node
            .get("name")
            .and_then(NodeRef::scalar)
            .unwrap_or_default();
        let place = match self.place(path, node, name) {
            In::Body => return self.body(node, found),
            In::Place(place) => place,
        };
        if name.trim().is_empty() {
            self.diagnose(
                &codes::NAMELESS_PARAMETER,
                node,
                format!("a {} parameter has no name", place.word()),
                "left out",
            );
            return self.omit(node, "a parameter", "it has no name");
        }
        if let Some(parts) = self.format.parts(self, node, place) {
            return parts.into_iter().for_each(|part| found.add(part));
        }
        let mut present = Slot::default();
        present.claim(true, self.ledger.stated(node.site()));
        let mut shape = self.format.value(self, node);
        shape.name = self.chosen_name(node, extensions::NAME, Names::Value);
        let parameter = Parameter {
            site: node.site(),
            name: name.to_owned(),
            place,
            present,
            required: self.flag(node, "required"),
            style: self.format.style(self, node, place),
            shape,
        };
        found.add(parameter);
    }

    /// Adds the values that a path has in its query, with what is declared of them: under the name on
    /// the wire, or under that of the template.
    pub(super) fn query_values(
        &mut self,
        template: &Template,
        operation: NodeRef<'t>,
        found: &mut Parameters,
    ) {
        for value in &template.query {
            let is = |place: Place, name: &str| {
                found.parameters.iter().position(|parameter| {
                    let stands = template.road.contains(&format!("{{{}}}", parameter.name));
                    parameter.place == place
                        && parameter.name == name
                        && !(place == Place::Path && stands)
                })
            };
            if is(Place::Query, &value.name).is_some() {
                continue;
            }
            let declared = is(Place::Path, &value.name)
                .or_else(|| is(Place::Path, &value.called))
                .or_else(|| is(Place::Query, &value.called));
            let because = format!("the query of the path says `{}`", value.name);
            let rule = codes::QUERY_IN_PATH.name;
            let evidence = self.ledger.add(Rank::Law, rule, operation.site(), because);
            let mut parameter = match declared {
                Some(at) => found.parameters.remove(at),
                None => Parameter {
                    site: operation.site(),
                    name: String::new(),
                    place: Place::Query,
                    present: Slot::default(),
                    required: Slot::default(),
                    style: Slot::default(),
                    shape: Self::unknown(operation),
                },
            };
            parameter.present.claim(true, evidence);
            parameter.name.clone_from(&value.name);
            parameter.place = Place::Query;
            found.add(parameter);
        }
    }

    fn place(&mut self, path: &str, node: NodeRef<'t>, name: &str) -> In {
        let word = node.get("in").and_then(NodeRef::scalar).unwrap_or_default();
        match word {
            "path" => return In::Place(Place::Path),
            "query" => return In::Place(Place::Query),
            "header" => return In::Place(Place::Header),
            "cookie" => return In::Place(Place::Cookie),
            "formData" => return In::Place(Place::Form),
            "body" => return In::Body,
            _ => {}
        }
        let guess = match word {
            _ if !name.is_empty() && path.contains(&format!("{{{name}}}")) => Place::Path,
            "form" => Place::Form,
            _ => Place::Query,
        };
        let message = if word.is_empty() {
            format!("the parameter `{name}` does not say where it travels")
        } else {
            format!("`{word}` is no place for the parameter `{name}`")
        };
        self.diagnostics.push(
            Diagnostic::new(&codes::UNKNOWN_PLACE, message)
                .at(self.span(node), format!("taken for `in: {}`", guess.word()))
                .help("`in` is one of path, query, header, formData and body"),
        );
        In::Place(guess)
    }

    fn body(&mut self, node: NodeRef<'t>, found: &mut Parameters) {
        let mut present = Slot::default();
        present.claim(true, self.ledger.stated(node.site()));
        let shape = match node.get("schema") {
            Some(schema) => self.schema(schema),
            None => Self::unknown(node),
        };
        found.body = Some(Body {
            site: node.site(),
            present,
            required: self.flag(node, "required"),
            description: self.text(node, "description"),
            media: Slot::default(),
            shape,
        });
    }

    /// The body of an operation that declares none.
    pub(crate) fn no_body(operation: NodeRef<'t>) -> Body {
        Body {
            site: operation.site(),
            present: Slot::default(),
            required: Slot::default(),
            description: Slot::default(),
            media: Slot::default(),
            shape: Self::unknown(operation),
        }
    }

    /// Type and limits stand in the parameter itself; a `schema` is met in the wild and counts too.
    pub(crate) fn parameter_shape(&mut self, node: NodeRef<'t>) -> Shape {
        match node.get("schema") {
            Some(schema) if node.get("type").is_none() => {
                let mut shape = self.schema(schema);
                if shape.description.is_empty() {
                    shape.description = self.text(node, "description");
                }
                shape
            }
            _ => self.schema(node),
        }
    }

    /// How values are joined, in the words of Swagger 2.0.
    pub(crate) fn collection_format(&mut self, node: NodeRef<'t>) -> Slot<ListStyle> {
        let mut slot = Slot::default();
        let Some(found) = node.get("collectionFormat") else {
            return slot;
        };
        let style = match found.scalar().unwrap_or_default() {
            "csv" => ListStyle::Csv,
            "ssv" => ListStyle::Ssv,
            "tsv" => ListStyle::Tsv,
            "pipes" => ListStyle::Pipes,
            "multi" => ListStyle::Multi,
            _ => {
                self.wrong_type(found, "csv, ssv, tsv, pipes or multi");
                return slot;
            }
        };
        slot.claim(style, self.ledger.stated(found.site()));
        slot
    }
}
