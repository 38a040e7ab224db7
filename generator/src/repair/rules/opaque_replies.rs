use super::prelude::*;
use crate::draft::ReplyKind;
use crate::draft::media::MediaKind;

/// Replies without a schema are whatever comes.
pub(crate) static RULE: Rule = Rule {
    name: "opaque-replies",
    explanation: "No documented success has a schema, and one of them can have a body, so nothing is known \
        of what comes back (unless its media type says that it is bytes). The \
        call takes every 2xx for a success, an empty body included, and gives the body as JSON, text \
        or bytes.",
    example: "responses:\n  200: {description: OK}\n",
    apply,
};

fn apply(draft: &mut Draft, ledger: &mut Ledger) {
    for operation in &mut draft.operations {
        let success = |reply: &&crate::draft::Reply| {
            reply
                .status
                .value(ledger)
                .is_some_and(|status| status.is_success())
        };
        let known: Vec<_> = operation.replies.iter().filter(success).collect();
        let promises_nothing = |reply: &&crate::draft::Reply| {
            let status = reply.status.value(ledger);
            status.is_some_and(|status| status.has_no_body())
        };
        let is_bytes = |reply: &&crate::draft::Reply| {
            let media = reply.media.value(ledger);
            let best = media.and_then(|types| types.iter().map(|ty| MediaKind::of(ty)).min());
            !promises_nothing(reply) && best.is_some_and(MediaKind::is_bytes)
        };
        if known
            .iter()
            .any(|reply| reply.shape.is_some() || is_bytes(reply))
            || !known.is_empty() && known.iter().all(promises_nothing)
        {
            continue;
        }
        let because = match known.first().and_then(|reply| reply.status.value(ledger)) {
            Some(status) => format!("the reply {status} has no schema"),
            None => "no success is documented".to_owned(),
        };
        let site = known
            .first()
            .map_or(&operation.site, |reply| &reply.site)
            .clone();
        let evidence = ledger.add(Rank::Fallback, RULE.name, site, because);
        operation.reply.claim(ReplyKind::Opaque, evidence);
    }
}
