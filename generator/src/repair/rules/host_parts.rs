use super::prelude::*;

/// A host is a name and a port, and nothing else.
pub(crate) static RULE: Rule = Rule {
    name: "host-parts",
    explanation: "`host` is a whole URL, or has a path or the name of a user in it. It is a host and \
        possibly a port, so that is what is taken: its scheme counts where `schemes` says nothing, \
        its path comes before `basePath` unless it begins with that, and whatever stands before an `@` or \
        behind a `?` is never sent.",
    example: "host: https://api.example.com/v1\n",
    apply,
};

fn apply(draft: &mut Draft, ledger: &mut Ledger) {
    let server = &draft.server;
    let Some(host) = server.host.winner(ledger).cloned() else {
        return;
    };
    let written = host.value.trim();
    let (scheme, rest) = match written.split_once("://") {
        Some((scheme, rest)) => (Some(scheme.to_ascii_lowercase()), rest),
        None => (None, written.trim_start_matches('/')),
    };
    let (place, path) = rest.split_at(rest.find(['/', '?', '#']).unwrap_or(rest.len()));
    let name = place.rsplit_once('@').map_or(place, |(_, name)| name);
    if name == host.value || name.is_empty() {
        return;
    }
    let site = ledger.get(host.evidence).site.clone();
    let because = "a host is a name and possibly a port";
    let evidence = ledger.add(Rank::Law, RULE.name, site, because);
    let scheme = scheme.filter(|scheme| ["http", "https"].contains(&scheme.as_str()));
    let path = path.split(['?', '#']).next().unwrap_or_default();
    let path = path.trim_end_matches('/');
    let base = server.base_path.value(ledger).cloned().unwrap_or_default();
    let server = &mut draft.server;
    server.host.claim(name.to_owned(), evidence);
    if let Some(scheme) = scheme.filter(|_| server.scheme.is_empty()) {
        server.scheme.claim(scheme, evidence);
    }
    // Some say the base path twice, and the host may be the address of a whole call.
    let said = base.trim_matches('/');
    let rest = path.trim_matches('/').strip_prefix(said);
    let ends = |rest: &str| rest.is_empty() || rest.starts_with('/');
    let repeats = !said.is_empty() && rest.is_some_and(ends);
    if !path.is_empty() && !repeats {
        let base = base.trim_start_matches('/');
        server.base_path.claim(format!("{path}/{base}"), evidence);
    }
}
