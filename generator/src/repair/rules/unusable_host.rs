use super::prelude::*;

/// A host that nobody can call is told.
pub(crate) static RULE: Rule = Rule {
    name: "unusable-host",
    explanation: "`host` is a template, a placeholder or no host at all, so the client has no base URL \
        of its own: whoever builds it says where the service is.",
    example: "host: '{tenant}.example.com'\n",
    apply,
};

fn apply(draft: &mut Draft, ledger: &mut Ledger) {
    let Some(host) = draft.server.host.winner(ledger).cloned() else {
        return;
    };
    let is_plain = |c: char| c.is_ascii_alphanumeric() || ".-_:[]".contains(c);
    if !host.value.is_empty() && host.value.chars().all(is_plain) {
        return;
    }
    let site = ledger.get(host.evidence).site.clone();
    let because = "nobody can call it";
    let evidence = ledger.add(Rank::Fallback, RULE.name, site, because);
    let doubt = format!(
        "`{}` is no host: whoever builds a client says the base URL",
        host.value.trim()
    );
    draft.doubts.claim(doubt, evidence);
}
