use super::prelude::*;

/// Credentials never travel in clear text.
pub(crate) static RULE: Rule = Rule {
    name: "https",
    explanation: "The document names `http`, or no scheme at all, beside a public host. Tokens must \
        not travel in clear text, so the client uses `https`. A host of this machine (`localhost`, \
        an address, a name without a dot) is left as it is.",
    example: "host: api.example.com\nschemes: [http]\n",
    apply,
};

fn apply(draft: &mut Draft, ledger: &mut Ledger) {
    let Some(host) = draft.server.host.winner(ledger).cloned() else {
        return;
    };
    let scheme = draft.server.scheme.winner(ledger).cloned();
    if scheme.as_ref().is_some_and(|claim| claim.value == "https") || !is_public(&host.value) {
        return;
    }
    let (evidence, because) = match scheme {
        Some(http) => (http.evidence, "only `http` is listed beside a public host"),
        None => (host.evidence, "no scheme is listed beside a public host"),
    };
    let site = ledger.get(evidence).site.clone();
    let evidence = ledger.add(Rank::Safety, RULE.name, site, because);
    draft.server.scheme.claim("https".to_owned(), evidence);
}

/// Whether a host is somewhere in the public network rather than on this machine.
fn is_public(host: &str) -> bool {
    let name = host.rsplit_once(':').map_or(host, |(name, _port)| name);
    let is_address = name.starts_with('[') || name.parse::<std::net::Ipv4Addr>().is_ok();
    let domain = name
        .rsplit_once('.')
        .map(|(_, domain)| domain.to_ascii_lowercase());
    domain.is_some_and(|domain| !is_address && !["local", "localhost"].contains(&domain.as_str()))
}
