//! Opening the slots: the one place where winners are chosen and holes become fallbacks.

mod body;
mod credentials;
mod operation;
mod reply;
mod shapes;

use super::{Account, Api, Group, Known, NamedScheme, Omitted, Proof};
use crate::draft::account::accounts;
use crate::draft::evidence::{Ledger, Slot};
use crate::draft::{Draft, Scheme, Server};
use crate::read::tree::Tree;
use crate::source::Sources;
use shapes::Shapes;

/// Settles everything but the names, which [`naming`](super::naming) gives.
#[must_use]
pub fn settle(draft: &Draft, ledger: &mut Ledger, tree: &Tree, sources: &Sources) -> Api {
    let locate = |site: &_| tree.location(sources, site);
    let accounts: Vec<Account> = accounts(draft, ledger);
    let mut shapes = Shapes::new(draft, ledger);
    let operations: Vec<_> = draft
        .operations
        .iter()
        .map(|operation| operation::settle(operation, &draft.schemes, &mut shapes, &locate))
        .collect();
    let types = shapes.finish();
    Api {
        dialect: draft.dialect,
        title: known(&draft.info.title, ledger),
        description: known(&draft.info.description, ledger),
        version: known(&draft.info.version, ledger),
        base_url: base_url(&draft.server, ledger),
        security: known(&draft.security, ledger),
        other_security: draft
            .other_security
            .claims()
            .iter()
            .map(|claim| Known {
                value: claim.value.clone(),
                evidence: claim.evidence,
            })
            .collect(),
        schemes: draft.schemes.iter().map(scheme).collect(),
        takes: credentials::all(operations.iter().filter(|_| !draft.schemes.is_empty())),
        tags: draft
            .tags
            .iter()
            .filter_map(|(name, text)| Some((name.clone(), known(text, ledger)?)))
            .collect(),
        // One group until they are named.
        groups: vec![Group {
            module: String::new(),
            type_name: String::new(),
            operations,
        }],
        types,
        accounts,
        evidence: ledger
            .iter()
            .map(|evidence| Proof {
                rank: evidence.rank,
                rule: evidence.rule,
                because: evidence.because.clone(),
                location: locate(&evidence.site),
            })
            .collect(),
        corrections: ledger.corrections().iter().cloned().collect(),
        stale: ledger.corrections().stale().to_vec(),
        verdicts: Vec::new(),
        omitted: draft
            .omitted
            .iter()
            .map(|omitted| Omitted {
                what: omitted.what.clone(),
                location: locate(&omitted.site),
                because: omitted.because.clone(),
            })
            .collect(),
    }
}

/// A scheme, before it is named.
fn scheme(scheme: &Scheme) -> NamedScheme {
    NamedScheme {
        wire: scheme.name.clone(),
        name: String::new(),
        way: scheme.way.clone(),
        begins: scheme.begins,
    }
}

/// The value that counts, with its evidence.
fn known<T: Clone>(slot: &Slot<T>, ledger: &Ledger) -> Option<Known<T>> {
    slot.winner(ledger).map(|claim| Known {
        value: claim.value.clone(),
        evidence: claim.evidence,
    })
}

/// What every URL begins with: no slash at its end, and nothing that is not known.
fn base_url(server: &Server, ledger: &Ledger) -> Option<Known<String>> {
    let host = server.host.winner(ledger)?;
    // A template or a placeholder is no host: callers have to say it.
    if !is_host(&host.value) {
        return None;
    }
    let scheme = server.scheme.winner(ledger);
    let base = server
        .base_path
        .value(ledger)
        .map_or("", |path| path.trim_matches('/'));
    if Server::is_template(base) {
        return None;
    }
    let slash = if base.is_empty() { "" } else { "/" };
    let name = scheme.map_or("https", |claim| claim.value.as_str());
    Some(Known {
        value: format!("{name}://{}{slash}{}", host.value, encoded(base)),
        evidence: scheme.map_or(host.evidence, |claim| claim.evidence),
    })
}

/// Whether a text is the name or the address of a host, possibly with a port.
fn is_host(text: &str) -> bool {
    let address = text.strip_prefix('[').and_then(|rest| rest.split_once(']'));
    let (is_name, port) = if let Some((address, port)) = address {
        (address.parse::<std::net::Ipv6Addr>().is_ok(), port)
    } else {
        let (name, port) = text.split_at(text.find(':').unwrap_or(text.len()));
        let plain = |c: char| c.is_ascii_alphanumeric() || ".-_".contains(c);
        (!name.is_empty() && name.chars().all(plain), port)
    };
    let number = port.strip_prefix(':').map(str::parse::<u16>);
    is_name && (port.is_empty() || number.is_some_and(|number| number.is_ok()))
}

/// A path as it stands in a URL (RFC 3986, section 3.3); escapes stay as they are.
fn encoded(path: &str) -> String {
    let mut text = String::new();
    for byte in path.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~!$&'()*+,;=:@/%".contains(&byte) {
            text.push(char::from(byte));
        } else {
            text.push_str(&format!("%{byte:02X}"));
        }
    }
    text
}
