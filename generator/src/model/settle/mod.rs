//! Opening the slots: the one place where winners are chosen and holes become fallbacks.

mod operation;
mod shapes;

use super::{Account, Api, Group, Known, Omitted, Proof};
use crate::draft::account::accounts;
use crate::draft::evidence::{Ledger, Slot};
use crate::draft::{Draft, Server};
use crate::read::tree::Tree;
use crate::source::Sources;
use shapes::Shapes;

/// Settles everything but the names, which [`naming`](super::naming) gives.
#[must_use]
pub fn settle(draft: &Draft, ledger: &mut Ledger, tree: &Tree, sources: &Sources) -> Api {
    let locate = |site: &_| tree.location(sources, site);
    let accounts: Vec<Account> = accounts(draft, ledger);
    let mut shapes = Shapes::new(draft, ledger);
    let operations = draft
        .operations
        .iter()
        .map(|operation| operation::settle(operation, &mut shapes, &locate))
        .collect();
    let types = shapes.finish();
    Api {
        title: known(&draft.info.title, ledger),
        description: known(&draft.info.description, ledger),
        version: known(&draft.info.version, ledger),
        base_url: base_url(&draft.server, ledger),
        security: known(&draft.security, ledger),
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
    let is_host = |c: char| c.is_ascii_alphanumeric() || ".-:[]_".contains(c);
    if host.value.is_empty() || !host.value.chars().all(is_host) {
        return None;
    }
    let scheme = server.scheme.winner(ledger);
    let base = server
        .base_path
        .value(ledger)
        .map_or("", |path| path.trim_matches('/'));
    let slash = if base.is_empty() { "" } else { "/" };
    let name = scheme.map_or("https", |claim| claim.value.as_str());
    Some(Known {
        value: format!("{name}://{}{slash}{base}", host.value),
        evidence: scheme.map_or(host.evidence, |claim| claim.evidence),
    })
}
