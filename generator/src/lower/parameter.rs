//! The Parameter Object: path, query, header, form and body.

use super::bodies::NamedBody;
use super::extension::Names;
use super::paths::is_operation;
use super::template::Template;
use super::wire_name::{WireName, is_token};
use super::{Lowering, codes};
use crate::diagnostic::{Diagnostic, quoted};
use crate::draft::evidence::{Rank, Slot};
use crate::draft::{Body, ListStyle, Parameter, Place, Shape};
use crate::overlay::extensions;
use crate::read::NodeRef;

/// The parameters of an operation or a path, the body apart.
#[derive(Default)]
pub(crate) struct Parameters {
    pub(crate) list: Vec<Parameter>,
    /// Those with `in: body`, of which one body is made.
    pub(super) bodies: Vec<NamedBody>,
    pub(crate) body: Option<Body>,
}

impl Parameters {
    /// Adds one. The last of several with one name and place counts, as with repeated keys.
    pub(crate) fn add(&mut self, parameter: Parameter) {
        self.list
            .retain(|p| p.name != parameter.name || p.place != parameter.place);
        self.list.push(parameter);
    }
}

impl<'t> Lowering<'t> {
    /// Reads the `parameters` of an operation or of a path item.
    pub(super) fn parameters(&mut self, path: &str, owner: NodeRef<'t>) -> Parameters {
        let mut found = Parameters::default();
        // An operation in this place is told as one of a method that there is not.
        let list = owner.get("parameters");
        let Some(list) = list.filter(|list| !list.is_null() && !is_operation(*list)) else {
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
        let written = node.get("name").and_then(NodeRef::scalar);
        let word = node.get("in").and_then(NodeRef::scalar);
        let name = WireName::of(written.unwrap_or_default(), word == Some("header"));
        if word == Some("body") {
            return self.body(&name.name, node, found);
        }
        if name.name.is_empty() {
            let message = "a parameter has no name".to_owned();
            self.diagnose(&codes::NAMELESS_PARAMETER, node, message, "left out");
            return self.omit(node, "a parameter", "it has no name");
        }
        let place = self.place(path, node, &name.name);
        if place == Place::Header && !is_token(&name.name) {
            let message = format!("no header can be called {}", quoted(&name.name));
            self.diagnose(&codes::IMPOSSIBLE_HEADER, node, message, "left out");
            let what = format!("the header {}", quoted(&name.name));
            return self.omit(node, &what, "no header can have such a name");
        }
        if let Some(node) = node.get("name").filter(|_| written != Some(&name.name)) {
            let message = "more than a name stands in the place of a name".to_owned();
            let label = format!("read as {}", quoted(&name.name));
            self.diagnose(&codes::UNTIDY_NAME, node, message, &label);
        }
        if let Some(parts) = self.format.parts(self, node, place) {
            return parts.into_iter().for_each(|part| found.add(part));
        }
        let is_twin = |one: &&Parameter| one.name == name.name && one.place == place;
        if let Some(twin) = found.list.iter().find(is_twin) {
            let message = format!("the parameter {} is there twice", quoted(&name.name));
            let twin = self.tree.span(self.sources, &twin.site);
            let told = Diagnostic::new(&codes::DUPLICATE_PARAMETER, message)
                .at(self.span(node), "this one counts")
                .at(twin, "not this one");
            self.diagnostics.push(told);
        }
        let mut present = Slot::default();
        present.claim(true, self.ledger.stated(node.site()));
        let mut shape = self.format.value(self, node);
        shape.name = self.chosen_name(node, extensions::NAME, Names::Value);
        let own = self.deprecated(node);
        if !own.is_empty() {
            shape.deprecated = own;
        }
        if let (Some(at), false) = (node.get("name"), name.rest.is_empty())
            && shape.description.is_empty()
        {
            let evidence = self.ledger.stated(at.site());
            shape.description.claim(name.rest, evidence);
        }
        let parameter = Parameter {
            site: node.site(),
            name: name.name,
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
                found.list.iter().position(|parameter| {
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
                Some(at) => found.list.remove(at),
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

    fn place(&mut self, path: &str, node: NodeRef<'t>, name: &str) -> Place {
        let word = node.get("in").and_then(NodeRef::scalar).unwrap_or_default();
        match word {
            "path" => return Place::Path,
            "query" => return Place::Query,
            "header" => return Place::Header,
            "cookie" => return Place::Cookie,
            "formData" => return Place::Form,
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
        guess
    }

    fn body(&mut self, name: &str, node: NodeRef<'t>, found: &mut Parameters) {
        let mut present = Slot::default();
        present.claim(true, self.ledger.stated(node.site()));
        let shape = match node.get("schema") {
            Some(schema) => self.schema(schema),
            // Type and parts stand in the parameter itself, as they do in those of other places.
            None if ["type", "properties", "items"]
                .iter()
                .any(|of| node.get(of).is_some()) =>
            {
                Shape {
                    description: Slot::default(),
                    ..self.schema(node)
                }
            }
            None => Self::unknown(node),
        };
        let body = Body {
            site: node.site(),
            present,
            required: self.flag(node, "required"),
            description: self.text(node, "description"),
            media: Slot::default(),
            shape,
        };
        found.bodies.push((name.to_owned(), body));
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
