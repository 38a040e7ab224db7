//! What an operation has that no client is made of: it is told, and not emitted.

use crate::lower::{Lowering, codes};
use crate::read::NodeRef;

/// Tells callbacks, links, and servers of its own.
pub(super) fn left_out<'t>(
    lowering: &mut Lowering<'t>,
    key: &str,
    item: NodeRef<'t>,
    operation: NodeRef<'t>,
) {
    if let Some(callbacks) = operation.get("callbacks").filter(|node| !node.is_null()) {
        let what = format!("the callbacks of {key}");
        lowering.omit(
            callbacks,
            &what,
            "they are calls that the service makes, and a client answers none",
        );
    }
    links(lowering, key, operation);
    for owner in [operation, item] {
        let Some(servers) = owner.get("servers").filter(|node| !node.is_null()) else {
            continue;
        };
        let what = format!("the servers of {key}");
        lowering.omit(
            servers,
            &what,
            "a client has one base URL; one of its own with `Client::builder` calls them",
        );
        let message = format!("{key} has servers of its own");
        lowering.diagnose(
            &codes::OTHER_SERVERS,
            servers,
            message,
            "the call goes to the base URL of all",
        );
        break;
    }
}

fn links<'t>(lowering: &mut Lowering<'t>, key: &str, operation: NodeRef<'t>) {
    let replies = operation.get("responses").into_iter();
    for (status, reply) in replies.flat_map(NodeRef::entries) {
        let links = lowering
            .followed(reply)
            .and_then(|reply| reply.get("links"));
        if let Some(links) = links.filter(|node| !node.is_null()) {
            let what = format!("the links of the reply {} of {key}", status.text);
            lowering.omit(
                links,
                &what,
                "which call may come next is for the caller to say",
            );
        }
    }
}
