//! What each format says in its own way.

use super::{Lowering, Parameters};
use crate::draft::evidence::Slot;
use crate::draft::{Dialect, ListStyle, Parameter, Place, Server, Shape};
use crate::read::NodeRef;

/// A format, as far as it differs from others. Everything else is read alike, also where only
/// another format has it: what stands in a document is what its author means.
pub(crate) trait Format: Sync {
    /// Its name and version, for messages.
    fn name(&self) -> &'static str;

    /// Its words, for whoever answers in them.
    fn dialect(&self) -> Dialect;

    /// The methods that a path can have.
    fn methods(&self) -> &'static [&'static str];

    /// What else stands in a path item.
    fn path_members(&self) -> &'static [&'static str];

    /// The schemas that have names.
    fn schemas<'t>(&self, root: NodeRef<'t>) -> Option<NodeRef<'t>>;

    /// The ways to prove who a caller is.
    fn security_schemes<'t>(&self, root: NodeRef<'t>) -> Option<NodeRef<'t>>;

    /// Where the service answers.
    fn server<'t>(&self, lowering: &mut Lowering<'t>, root: NodeRef<'t>) -> Server;

    /// How the values of a parameter that is a list are joined.
    fn style<'t>(
        &self,
        lowering: &mut Lowering<'t>,
        parameter: NodeRef<'t>,
        place: Place,
    ) -> Slot<ListStyle>;

    /// The body of an operation, and how it is written.
    fn body<'t>(
        &self,
        lowering: &mut Lowering<'t>,
        root: NodeRef<'t>,
        operation: NodeRef<'t>,
        found: &mut Parameters,
    );

    /// What a parameter holds.
    fn value<'t>(&self, lowering: &mut Lowering<'t>, parameter: NodeRef<'t>) -> Shape;

    /// The parameters that stand for one that is an object; `None` where it is sent as it is.
    fn parts<'t>(
        &self,
        _lowering: &mut Lowering<'t>,
        _parameter: NodeRef<'t>,
        _place: Place,
    ) -> Option<Vec<Parameter>> {
        None
    }

    /// Tells what an operation has that no client is made of.
    fn left_out<'t>(
        &self,
        _lowering: &mut Lowering<'t>,
        _key: &str,
        _item: NodeRef<'t>,
        _operation: NodeRef<'t>,
    ) {
    }

    /// What a reply of an operation holds, where the document says so.
    fn reply<'t>(
        &self,
        lowering: &mut Lowering<'t>,
        owner: Owner<'t>,
        response: NodeRef<'t>,
    ) -> Content;
}

/// An operation, and the document that it stands in.
#[derive(Clone, Copy)]
pub(crate) struct Owner<'t> {
    pub(crate) root: NodeRef<'t>,
    pub(crate) operation: NodeRef<'t>,
}

/// What a reply holds, as far as the document says so.
#[derive(Default)]
pub(crate) struct Content {
    /// The media types that it can be of.
    pub(crate) media: Slot<Vec<String>>,
    /// Its schema.
    pub(crate) shape: Option<Shape>,
}
