//! The Server Object and the Server Variable Object: what every URL begins with.

use crate::draft::Server;
use crate::lower::Lowering;
use crate::read::NodeRef;

/// The first server that can be called with `https`, or else the first that can be called. What is
/// only a path, or has a variable of which nobody says a value, is left to the caller.
pub(super) fn server<'t>(lowering: &mut Lowering<'t>, root: NodeRef<'t>) -> Server {
    let servers: Vec<_> = lowering
        .list(root, "servers", "a list of servers")
        .into_iter()
        .filter_map(|server| Some((url_node(server)?, url(server)?)))
        .collect();
    let with = |scheme: &str| {
        servers
            .iter()
            .find(|(_, url)| url.scheme.as_deref() == Some(scheme))
    };
    let mut server = Server::default();
    let Some((node, url)) = with("https").or_else(|| with("http")).or(servers.first()) else {
        return server;
    };
    let evidence = lowering.ledger.stated(node.site());
    if let Some(scheme) = &url.scheme {
        server.scheme.claim(scheme.clone(), evidence);
        server.host.claim(url.host.clone(), evidence);
    }
    if !url.path.is_empty() {
        server.base_path.claim(url.path.clone(), evidence);
    }
    server
}

/// The parts of a URL.
struct Url {
    /// `https` or `http`; `None` where the URL is only a path.
    scheme: Option<String>,
    host: String,
    path: String,
}

/// The node of a server's URL. A server that is only text is one.
fn url_node(server: NodeRef<'_>) -> Option<NodeRef<'_>> {
    if server.as_str().is_some() {
        return Some(server);
    }
    server.get("url")
}

fn url(server: NodeRef<'_>) -> Option<Url> {
    let written = url_node(server)?.as_str()?.trim();
    let text = filled(written, server.get("variables"))?;
    // Neither a query nor a fragment is part of what a path is appended to.
    let text = text.split(['?', '#']).next().unwrap_or_default();
    let (scheme, rest) = match text.split_once("://") {
        Some((scheme, rest)) => (Some(scheme.to_ascii_lowercase()), rest),
        // The scheme is that of the document.
        None => match text.strip_prefix("//") {
            Some(rest) => (Some("https".to_owned()), rest),
            None => (None, text),
        },
    };
    let Some(scheme) = scheme else {
        return Some(Url {
            scheme: None,
            host: String::new(),
            path: rest.to_owned(),
        });
    };
    let (host, path) = rest.split_at(rest.find('/').unwrap_or(rest.len()));
    Some(Url {
        scheme: Some(scheme),
        host: host.to_owned(),
        path: path.to_owned(),
    })
}

/// A URL with its variables replaced by their defaults; `None` where one has none.
fn filled(url: &str, variables: Option<NodeRef<'_>>) -> Option<String> {
    let mut text = String::new();
    let mut rest = url;
    while let Some((before, after)) = rest.split_once('{') {
        let (name, after) = after.split_once('}')?;
        let variable = variables?.get(name)?;
        text.push_str(before);
        text.push_str(variable.get("default")?.scalar()?);
        rest = after;
    }
    text.push_str(rest);
    Some(text)
}
