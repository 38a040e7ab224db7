use super::prelude::*;
use crate::draft::Server;

/// A host or a base path that nobody can call is told.
pub(crate) static RULE: Rule = Rule {
    name: "unusable-host",
    explanation: "`host` is a template, a placeholder or no host at all, or `basePath` has a value in \
        braces, so the client has no base URL of its own: whoever builds it says where the service is.",
    example: "host: '{tenant}.example.com'\n",
    apply,
};

fn apply(draft: &mut Draft, ledger: &mut Ledger) {
    let Some(host) = draft.server.host.winner(ledger).cloned() else {
        return;
    };
    let base = draft.server.base_path.winner(ledger).cloned();
    let is_plain = |c: char| c.is_ascii_alphanumeric() || ".-_:[]".contains(c);
    let (odd, what) = if host.value.is_empty() || !host.value.chars().all(is_plain) {
        (host, "no host")
    } else if let Some(base) = base.filter(|base| Server::is_template(&base.value)) {
        (base, "a base path with a value that nobody declares")
    } else {
        return;
    };
    let site = ledger.get(odd.evidence).site.clone();
    let because = "nobody can call it";
    let evidence = ledger.add(Rank::Fallback, RULE.name, site, because);
    let doubt = format!(
        "`{}` is {what}: whoever builds a client says the base URL",
        odd.value.trim()
    );
    draft.doubts.claim(doubt, evidence);
}
